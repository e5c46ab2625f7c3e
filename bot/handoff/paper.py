"""The summary as parts of a document: what the page of the case shows, shorter."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.handoff.blocks import (
    Block,
    Cell,
    Cells,
    Column,
    Pairs,
    Paragraph,
    Part,
    Points,
    Row,
    Table,
    capital,
)
from bot.handoff.norms import UsedNorm
from bot.handoff.paper_amounts import Amounts
from bot.handoff.paper_files import file_rows
from bot.handoff.templates import Words
from bot.handoff.terms import Term
from bot.handoff.told import Part as ToldPart
from bot.handoff.told import Row as ToldRow
from bot.handoff.told import before, provenance
from bot.sentences.texts import Texts
from dialogs.urgency import Urgency


@dataclass(frozen=True)
class Paper:
    """A document: the head, the card, and the parts that follow."""

    language: str
    title: str
    head: str
    marks: tuple[Cell, ...]
    about: tuple[tuple[str, Cell], ...]
    caveats: tuple[str, ...]
    card_title: str
    card: Pairs
    parts: tuple[Part, ...]
    page: str
    page_of: str


def paper(view: Mapping[str, Any], texts: Texts) -> Paper:
    """Return the document of a case from what its page shows; nothing is derived anew."""
    return _Maker(view, texts).paper()


class _Maker:
    """Writes the parts of one document."""

    def __init__(self, view: Mapping[str, Any], texts: Texts) -> None:
        self._view = view
        self._texts = texts
        self._words = Words(texts)
        self._cells = Cells(texts)

    def paper(self) -> Paper:
        case, texts = self._view["zaak"], self._texts
        return Paper(
            language=texts.language,
            title=texts("balie.samenvatting.titel", zaak=case.case),
            head=texts("balie.samenvatting.kop", zaak=case.case),
            marks=(self._code(case.labels.process_code), self._urgency(case.labels.urgency)),
            about=tuple((name, self._about(told)) for name, told in self._view["melder"]),
            caveats=tuple(self._caveats()),
            card_title=texts("balie.kaart.kop"),
            card=Pairs(tuple(self._card())),
            parts=tuple(self._parts()),
            page=texts("document.bladzijde"),
            page_of=texts("document.van"),
        )

    def _about(self, told: str | None) -> Cell:
        return replace(self._cells.known(told), typed=True)

    def _caveats(self) -> Iterator[str]:
        yield self._texts("balie.samenvatting.voorbehoud")
        if self._view["b"] and self._view["van_eerder"]:
            assessed_on = self._view["b"]["herkomst"]["berekend_op"]
            yield self._texts(
                "balie.samenvatting.ouder", dag=assessed_on, vandaag=self._view["vandaag"]
            )

    def _parts(self) -> Iterator[Part]:
        yield self._part("feiten", self._facts())
        if self._view["b"]:
            amounts = Amounts(self._view, self._texts)
            yield from amounts.parts()
            yield self._part("termijnen", self._terms())
        yield self._part("open_punten", self._open())
        if self._view["bestanden"]:
            yield self._part("bestanden", self._files())
        if self._view["b"]:
            yield self._part("normen", self._norms())

    def _part(self, name: str, blocks: Iterator[Block]) -> Part:
        return Part(self._texts(f"balie.deel.{name}"), tuple(blocks))

    # --- the card ----------------------------------------------------------------------------

    def _card(self) -> Iterator[tuple[str, tuple[Cell, ...]]]:
        lines = {
            "proces": self._process(),
            "ontbreekt": self._missing(),
            "tegenstrijdig": self._contradictory(),
            "termijnen": self._rights(),
            "signalen": self._signals(),
        }
        return (
            (self._texts(f"balie.kaart.{name}"), tuple(cells)) for name, cells in lines.items()
        )

    def _process(self) -> Iterator[Cell]:
        card = self._view["kaart"]
        if card.code is None:
            yield Cell(self._texts("balie.samenvatting.geen_beoordeling"))
            return
        retest = card.retest and self._texts("balie.kaart.hertoetsen", dag=card.retest)
        why = " ".join(part for part in (card.why, retest) if part)
        yield Cell(f"{self._code(card.code).text}: {why}")

    def _missing(self) -> Iterator[Cell]:
        card = self._view["kaart"]
        needed = ", ".join(card.missing)
        key = "balie.kaart.nodig" if needed else "balie.kaart.niets_ontbreekt"
        more = self._texts("balie.kaart.verder_open", aantal=card.more_open)
        yield Cell(f"{self._texts(key, feiten=needed)} {more}")

    def _contradictory(self) -> Iterator[Cell]:
        card = self._view["kaart"]
        for reason in card.contradictory:
            yield Cell(self._words.naam(reason, "tegenspraak"))
        if not card.contradictory:
            yield Cell(self._texts("balie.kaart.niets_tegenstrijdig"))
        if card.changed:
            yield Cell(self._texts("balie.kaart.gewijzigd", feiten=", ".join(card.changed)))
        if card.unconfirmed:
            waiting = ", ".join(card.unconfirmed)
            yield Cell(self._texts("balie.kaart.onbevestigd", feiten=waiting), urgent=True)

    def _rights(self) -> Iterator[Cell]:
        card = self._view["kaart"]
        for term in card.terms:
            yield Cell(term.words, urgent=term.soon)
        if not card.terms and not card.process_terms:
            yield Cell(self._texts("balie.kaart.geen_termijn"))
        if card.process_terms:
            yield Cell(self._texts("balie.kaart.meer_termijnen", aantal=card.process_terms))

    def _signals(self) -> Iterator[Cell]:
        card = self._view["kaart"]
        for how, names in card.signals:
            urgent = how is not Urgency.NORMAL
            told = f"{self._words.naam(how, 'urgentie')}: {'; '.join(names)}."
            yield Cell(told, urgent=urgent)
        if not card.signals:
            yield Cell(self._texts("balie.kaart.geen_signalen"))

    def _code(self, code: str | None) -> Cell:
        return Cell(self._words.naam(code or "onbekend", "proces"), strong=True)

    def _urgency(self, how: Urgency) -> Cell:
        return Cell(self._words.naam(how, "urgentie"), urgent=how is not Urgency.NORMAL)

    # --- the facts ---------------------------------------------------------------------------

    def _facts(self) -> Iterator[Block]:
        if self._view["delen"]:
            yield self._answers(self._view["delen"])
        else:
            yield Paragraph(self._texts("balie.niets_gevraagd"))
        if self._view["vervallen"]:
            yield Paragraph(self._texts("balie.deel.vervallen"))
            yield self._answers(self._view["vervallen"])

    def _answers(self, parts: tuple[ToldPart, ...]) -> Table:
        heads = {"onderwerp": 28, "antwoord": 34, "woorden": 22, "herkomst": 0}
        return self._table(heads, tuple(self._answer_rows(parts)))

    def _answer_rows(self, parts: tuple[ToldPart, ...]) -> Iterator[Row]:
        for part in parts:
            yield Row((Cell(part.title, strong=True),))
            for row in part.rows:
                yield Row(
                    (
                        Cell(row.label),
                        self._answer(row),
                        Cell(f"“{row.now.words}”" if row.now.words else "", typed=True),
                        Cell(self._provenance(row)),
                    )
                )

    def _answer(self, row: ToldRow) -> Cell:
        now = row.now
        return Cell(now.answer, note=self._before(row), unknown=now.unknown, typed=True)

    def _before(self, row: ToldRow) -> str:
        here = self._view["zaak"].channel
        earlier = "; ".join(
            f"{answer} ({where})" for answer, where in before(row, here, self._texts)
        )
        return f"{self._texts('balie.kolom.eerder')}: {earlier}" if earlier else ""

    def _provenance(self, row: ToldRow) -> str:
        return provenance(row.now, row.told, self._view["zaak"].channel, self._texts)

    # --- terms, what is open, and the norms --------------------------------------------------

    def _terms(self) -> Iterator[Block]:
        heads = {"termijn": 1, "telt_vanaf": 0, "veilig_tot": 0, "laatste_dag": 0, "resteert": 0}
        rows = tuple(self._term(term) for term in self._view["termijnen"])
        if rows:
            yield self._table(heads, rows)
        else:
            yield Paragraph(self._texts("balie.termijn.geen"))
        yield Paragraph(self._texts("balie.termijn.stuiting"))
        # An assessment that was stored before the steps were told has none.
        next_steps = self._view["b"].get("vervolgstappen")
        if next_steps:
            yield Paragraph(f"{self._texts('balie.termijn.vervolg')}: {next_steps['uitleg']}")

    def _term(self, term: Term) -> Row:
        name = self._words.naam(term.stored["id"], "termijn")
        too_late = term.right and term.days < 0
        return Row(
            (
                Cell(name, note=term.stored["uitleg"]),
                Cell(self._words.dag_kort(term.stored["telt_vanaf"])),
                Cell(self._words.dag_kort(term.safe_until)),
                Cell(self._words.dag_kort(term.last_day)),
                Cell(
                    self._texts("balie.termijn.nog", dagen=term.days),
                    note=self._texts("balie.termijn.verstreken") if too_late else "",
                    urgent=term.soon,
                ),
            )
        )

    def _open(self) -> Iterator[Block]:
        rows = tuple(
            Row((Cell(capital(name)), Cell(self._words.naam(why, "open"))))
            for name, why, _ in self._view["open_punten"]
        )
        if rows:
            yield self._table({"punt": 1, "reden": 1}, rows)
        else:
            yield Paragraph(self._texts("balie.open.geen"))

    def _files(self) -> Iterator[Block]:
        heads = {"bestand": 3, "ontvangen": 0, "grootte": 0, "kenmerk": 3}
        yield self._table(heads, file_rows(self._view["bestanden"], self._words))

    def _norms(self) -> Iterator[Block]:
        if self._view["verouderd"]:
            yield Points(self._texts("balie.norm.verouderd"), self._view["verouderd"])
        by_source: dict[str, list[str]] = {}
        for norm in self._view["normen"]:
            value = self._texts(
                "document.norm",
                norm=norm.parameter,
                waarde=norm.value,
                verouderd=norm.outdated,
            )
            by_source.setdefault(self._behind(norm), []).append(value)
        for source, norms in by_source.items():
            yield Paragraph(f"{source}: {'; '.join(norms)}.", quiet=True)
        if not by_source:
            yield Paragraph(self._texts("balie.norm.geen"))
        yield Paragraph(self._origin(), quiet=True)

    def _behind(self, norm: UsedNorm) -> str:
        return self._texts(
            "document.bron",
            bron=norm.source,
            vanaf=self._words.dag_kort(norm.valid_from),
            gecontroleerd=None if norm.checked is None else self._words.dag_kort(norm.checked),
        )

    def _origin(self) -> str:
        origin = self._view["b"]["herkomst"]
        day = self._texts("balie.samenvatting.berekend_op", dag=origin["berekend_op"])
        version = self._texts(
            "balie.norm.versie",
            parameters=origin["parameter_versie"],
            vragen=origin["flow_versie"] or self._texts("vorm.onbekend"),
        )
        return f"{day}. {version}"

    def _table(self, heads: Mapping[str, int], rows: tuple[Row, ...]) -> Table:
        columns = (
            Column(self._texts(f"balie.kolom.{name}"), share) for name, share in heads.items()
        )
        return Table(tuple(columns), rows)
