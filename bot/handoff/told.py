"""What the person told, row by row: the answer, their own words, when, and what came before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.handoff.templates import Words
from bot.sentences.render import shown
from bot.sentences.texts import Texts
from calc.feiten import Feiten, Rol
from dialogs.questions import DONE, DONT_KNOW, SKIP, Kind
from dialogs.session import Status
from dialogs.staff.acts import How
from dialogs.staff.dossier import SECTION, YEARS
from dialogs.summary import Given, Told


@dataclass(frozen=True)
class Saying:
    """One answer; `words` only where the person used others than the answer itself."""

    answer: str
    unknown: bool
    words: str | None
    at: datetime
    channel: str
    by: str | None = None
    confirmed: bool | None = None

    @property
    def who(self) -> str:
        """Return the last part of the key that tells who said it."""
        if self.by is None:
            return "melder"
        if self.channel == How.TELEFOON:
            return "telefoon"
        return "dossier"


@dataclass(frozen=True)
class Row:
    """One question that was answered."""

    label: str
    told: Told
    now: Saying
    earlier: tuple[Saying, ...]


@dataclass(frozen=True)
class Part:
    """The rows of one part of the conversation."""

    title: str
    rows: tuple[Row, ...]


def parts(told: Iterable[Told], texts: Texts, *, melder: bool = False) -> tuple[Part, ...]:
    """Return the answers by part of the conversation; of several on one fact the last one."""
    by_fact: dict[str, Told] = {}
    for one in told:
        place = one.fact or one.key
        if place not in by_fact or one.given.status is Status.ANSWERED:
            by_fact.pop(place, None)
            by_fact[place] = one
    sections: dict[str, list[Row]] = {}
    for one in by_fact.values():
        sections.setdefault(one.section, []).append(_row(one, texts, melder=melder))
    return tuple(
        Part(texts(f"balie.sectie.{section}"), tuple(rows)) for section, rows in sections.items()
    )


def by_relative(feiten: Feiten) -> bool:
    """Tell whether the first of the relatives is the one who types."""
    return feiten.rol in (Rol.NAASTE, Rol.NABESTAANDE)


def label(
    question: str, fact: str | None, index: int | None, texts: Texts, *, melder: bool = False
) -> str:
    """Return what an answer is about, in the words of the trade where there are such."""
    own = f"balie.vraag.{question}"
    if own in texts:
        return texts(own)
    named = "" if fact is None else Words(texts).feit(fact, melder=melder)
    if named in ("", fact):
        return texts(f"vraag.{question}.kort", index=index)
    return named[0].upper() + named[1:]


def changed(told: Iterable[Told], texts: Texts) -> tuple[str, ...]:
    """Return the names of the answers that came to something else after a correction."""
    rows = (_row(one, texts) for one in told if one.earlier and one.given.by is None)
    return tuple(
        row.label for row in rows if any(said.answer != row.now.answer for said in row.earlier)
    )


def _row(told: Told, texts: Texts, *, melder: bool = False) -> Row:
    return Row(
        label=label(told.question, told.fact, told.index, texts, melder=melder),
        told=told,
        now=saying(told, told.given, texts),
        earlier=tuple(saying(told, given, texts) for given in told.earlier),
    )


def provenance(said: Saying, told: Told, here: str, texts: Texts) -> str:
    """Return who said it, when, and by which way where that is another one than of the case."""
    other = said.by is None and said.channel != here
    words = Words(texts)
    line = texts(
        "balie.herkomst.regel",
        wie=texts(f"balie.herkomst.{said.who}", naam=said.by),
        moment=words.moment_kort(said.at),
        kanaal=words.naam(said.channel, "kanaal") if other else None,
    )
    if said.by is None or told.section == SECTION:
        return line
    judged = {None: "onbevestigd", True: "bevestigd", False: "niet_juist"}[said.confirmed]
    return f"{line}. {texts(f'balie.herkomst.{judged}')}"


def before(row: Row, here: str, texts: Texts) -> tuple[tuple[str, str], ...]:
    """Return the answers before this one, each with where it came from."""
    return tuple((said.answer, provenance(said, row.told, here, texts)) for said in row.earlier)


def saying(told: Told, given: Given, texts: Texts) -> Saying:
    """Return one answer as it reads; what the person does not know is unknown, never nothing."""
    known = given.status is Status.ANSWERED
    answer = _answer(told, given, texts) if known else texts(f"balie.antwoord.{given.status}")
    return Saying(
        answer=answer,
        unknown=not known,
        words=_own_words(given, answer),
        at=given.at,
        channel=given.channel,
        by=given.by,
        confirmed=given.confirmed,
    )


def _answer(told: Told, given: Given, texts: Texts) -> str:
    if told.fact == YEARS and isinstance(given.shown.value, list):
        return "; ".join(_year(year, texts) for year in given.shown.value)
    relation = (told.fact or "").endswith(".relatie") and isinstance(given.shown.value, str)
    if relation:
        return Words(texts).naam(given.shown.value, "relatie")
    return shown(given.shown, texts)


def _year(year: Any, texts: Texts) -> str:
    """Return the figures of one year, as they read in one line."""
    words = Words(texts)
    figures = (
        f"{words.feit(f'gezin.{name}')} {_figure(name, value, words)}"
        for name, value in year.items()
        if name != "jaar"
    )
    return f"{year['jaar']}: {', '.join(figures)}"


def _figure(name: str, value: Any, words: Words) -> str:
    write = words.written()["procent" if name.endswith("_pct") else "euro"]
    return str(write(value))


def _own_words(given: Given, answer: str) -> str | None:
    """Return what was typed, None where that says no more than the answer or was a button."""
    said = given.words.strip()
    buttons = {label.rpartition(".")[2] for label in given.shown.labels}
    repeats = {answer.casefold(), "", DONE, DONT_KNOW, SKIP, *buttons}
    literal = given.shown.kind in (Kind.TEXT, Kind.CONTACT)
    return None if literal or said.casefold() in repeats else said
