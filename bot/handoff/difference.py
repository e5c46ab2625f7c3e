"""What the work of staff changed in a case: who wrote what, and which outcomes became others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.handoff.templates import Words
from bot.handoff.told import label
from bot.sentences.texts import Texts
from dialogs.session import Session
from dialogs.summary import Summary, Told

_BGK = (
    "grondslag",
    "tabelbedrag",
    "opslag",
    "totaal_tabel",
    "affectieschade_bgk",
    "medisch_adviseur",
    "medische_informatie",
    "nog_te_betalen",
)
_OF_A_DEATH = ("behoefte", "beschikbaar", "verschil", "jaarschade", "uitvaartkosten")
_Lines = dict[str, str]


@dataclass(frozen=True)
class Changed:
    """One outcome that became another one; empty where there was or is none."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Revised:
    """The last thing that staff wrote; `changes` is None when others told something since."""

    by: str
    at: datetime
    what: tuple[str, ...]
    changes: tuple[Changed, ...] | None


def revised(
    session: Session, assessed: Mapping[str, Any] | None, known: Summary, texts: Texts
) -> Revised | None:
    """Return what staff last wrote and what that came to, None when they wrote nothing."""
    last = session.revision
    if last is None:
        return None
    told = {one.key: one for one in (*known.told, *known.dossier, *known.no_longer)}
    entries = (*session.ledger.values(), *session.dossier.values())
    since = any(entry.answer and entry.answer.turn > last.turn for entry in entries)
    return Revised(
        by=last.by,
        at=last.at,
        what=tuple(_named(told[key], texts) for key in last.places if key in told),
        changes=None if since else tuple(differences(last.before, assessed, texts)),
    )


def differences(
    before: Mapping[str, Any] | None, after: Mapping[str, Any] | None, texts: Texts
) -> Iterator[Changed]:
    """Yield each outcome of two assessments that is not the same in both."""
    old, new = _lines(before, texts), _lines(after, texts)
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name):
            yield Changed(name, old.get(name, ""), new.get(name, ""))


def _named(told: Told, texts: Texts) -> str:
    return label(told.question, told.fact, told.index, texts)


def _lines(assessed: Mapping[str, Any] | None, texts: Texts) -> _Lines:
    """Return every outcome that a handler looks at, by its name, in words."""
    if assessed is None:
        return {}
    made = _Outcomes(texts)
    return dict(made.of(assessed))


class _Outcomes:
    """Writes outcomes the way the page of the case does."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._words = Words(texts)

    def of(self, assessed: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        words, texts = self._words, self._texts
        code = assessed["classificatie"]
        yield texts("balie.kaart.proces"), words.naam(code["uitkomst"], "proces")
        for criterium in code["criteria"]:
            name = words.naam(criterium["id"], "criterium")
            yield name, words.naam(criterium["uitkomst"], "toets")
        pain = assessed["smartengeld"]
        yield texts("balie.verschil.smartengeld"), self._money(pain)
        yield texts("balie.verschil.schade"), self._amount(assessed["schadeposten"], "totaal")
        yield from self._affection(assessed["affectieschade"])
        for step in _BGK:
            yield words.naam(step, "bgk"), self._amount(assessed["bgk"], step)
        yield from self._death(assessed["overlijdensschade"])
        yield texts("balie.verschil.uit_te_keren"), self._money(assessed["uit_te_keren_schade"])
        yield from self._terms_and_signals(assessed)

    def _affection(self, block: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        yield self._texts("balie.verschil.affectieschade"), self._amount(block, "totaal")
        whole = self._amount(block, "totaal_inclusief_te_beoordelen")
        yield self._texts("balie.verschil.affectieschade_inclusief"), whole

    def _death(self, block: Mapping[str, Any] | None) -> Iterator[tuple[str, str]]:
        if block is None:
            return
        for step in _OF_A_DEATH:
            yield self._words.naam(step, "overlijden"), self._amount(block, step)
        for year in block["jaren"]:
            name = self._texts("balie.verschil.jaar", jaar=year["jaar"])
            yield name, self._amount(year, "jaarschade")

    def _terms_and_signals(self, assessed: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        for term in assessed["termijnen"]:
            yield (
                self._words.naam(term["id"], "termijn"),
                self._words.dag_kort(term["laatste_dag"]),
            )
        there = self._texts("balie.verschil.aan")
        for signal in assessed["signalen"]:
            name = self._words.naam(signal, "signaal")
            yield self._texts("balie.verschil.signaal", signaal=name), there

    def _amount(self, block: Mapping[str, Any], name: str) -> str:
        """Return an amount of a block; where a range leaves it open, that range."""
        value = block[name]
        return self._money(block.get("bereik", {}).get(name) if value is None else value)

    def _money(self, value: Any) -> str:
        return self._texts("vorm.onbekend") if value is None else self._words.bedrag(value)
