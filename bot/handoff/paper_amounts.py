"""What the rules came to, as parts of a document: every figure with its rule and its source."""

from collections.abc import Iterable, Iterator, Mapping
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
from bot.handoff.paper_death import death
from bot.handoff.templates import Words
from bot.sentences.texts import Texts
from calc.schadeposten import PostStatus

_SUMS = ("totaal_tabel", "nog_te_betalen")
_PERCENTAGE = "compensatie_pct"


class Amounts:
    """Writes the parts of one assessment."""

    def __init__(self, view: Mapping[str, Any], texts: Texts) -> None:
        """Look at what the page of the case shows."""
        self._view = view
        self._assessed: Mapping[str, Any] = view["b"]
        self._texts = texts
        self._words = Words(texts)
        self._cells = Cells(texts)

    def parts(self) -> Iterator[Part]:
        """Yield the parts, in the order of the page."""
        yield self._part("classificatie", self._classification())
        yield self._part("finale_kwijting", self._release())
        yield self._part("schade", self._damage())
        yield self._part("affectieschade", self._relatives())
        yield self._part("bgk", self._costs())
        if self._assessed["overlijdensschade"]:
            yield self._part("overlijdensschade", self._death())

    def _part(self, name: str, blocks: Iterator[Block]) -> Part:
        return Part(self._texts(f"balie.deel.{name}"), tuple(blocks))

    # --- the process code --------------------------------------------------------------------

    def _classification(self) -> Iterator[Block]:
        code = self._assessed["classificatie"]
        full = self._words.naam(code["uitkomst"], "procesvoluit")
        short = self._words.naam(code["uitkomst"], "proces")
        yield Paragraph(f"{short}: {full}. {code['uitleg']}")
        rows = tuple(self._criterion(criterion) for criterion in code["criteria"])
        yield self._table({"criterium": 0, "uitkomst": 0, "waarom": 1}, rows)
        again = code["hertoetsen_op"]
        never = self._texts("balie.classificatie.niet_meer")
        told = {
            "buiten_reikwijdte": self._cells.yes_no(code["buiten_reikwijdte"]),
            "richtlijn": self._named(code["richtlijn_licht_letsel"], "janee"),
            "hertoetsen": Cell(never if again is None else self._words.written()["datum"](again)),
        }
        yield self._pairs("classificatie", told)
        if self._view["hertoetsingen"]:
            yield Points(self._texts("balie.hertoetsen.kop"), self._view["hertoetsingen"])
        if self._view["mens"]:
            yield Points(self._texts("balie.classificatie.mens"), self._view["mens"])
        yield from self._sources(code)

    def _criterion(self, criterion: Mapping[str, Any]) -> Row:
        border = self._texts("balie.grensgeval") if criterion["grensgeval"] else ""
        outcome = self._words.naam(criterion["uitkomst"], "toets")
        return Row(
            (
                Cell(capital(self._words.naam(criterion["id"], "criterium"))),
                Cell(outcome, note=border, strong=True),
                Cell(criterion["uitleg"]),
            )
        )

    def _release(self) -> Iterator[Block]:
        block = self._assessed["finale_kwijting"]
        names = ("verlangen_toegestaan", "gevraagd")
        yield self._pairs("kwijting", {name: self._named(block[name], "janee") for name in names})
        yield Paragraph(block["uitleg"])
        yield from self._sources(block)

    # --- damage ------------------------------------------------------------------------------

    def _damage(self) -> Iterator[Block]:
        block = self._assessed["schadeposten"]
        rows = [self._item(item) for item in block["regels"]]
        if rows:
            rows.append(self._items_together(block))
        rows += [*self._told(), self._after_own_fault(), self._pain()]
        yield self._table({"post": 30, "bedrag": 0, "status": 28, "bron": 30}, tuple(rows))
        pain = self._assessed["smartengeld"]
        told = (pain["uitleg"] if pain else "", *self._view["bij_schade"], block["uitleg"])
        yield from _paragraph(told)
        yield from self._sources(block, self._assessed["smartengeld"])

    def _item(self, item: Mapping[str, Any]) -> Row:
        yearly = item["per_jaar"]
        per_year = "" if yearly is None else self._words.bedrag(yearly)
        status = self._words.naam(item["status"], "poststatus")
        missing = self._view["namen_van"](item["ontbreekt"])
        told = item["status"] == PostStatus.OPGEGEVEN
        source = self._texts("balie.herkomst.opgave") if told else ""
        return self._row(
            self._words.naam(item["post"], "post"),
            self._note(
                self._cells.money(item["bereik"] if item["bedrag"] is None else item["bedrag"]),
                per_year and self._texts("balie.schade.per_jaar", bedrag=per_year),
            ),
            f"{status}: {missing}" if missing else status,
            self._view["norm_van"](item["norm"]) if item["norm"] else source,
            note="" if told else item["uitleg"],
        )

    def _items_together(self, block: Mapping[str, Any]) -> Row:
        open_ = "" if block["volledig"] else self._texts("balie.schade.posten_niet_volledig")
        name = self._texts("balie.schade.posten_totaal")
        return self._row(name, self._cells.of_block(block, "totaal"), open_, strong=True)

    def _told(self) -> Iterator[Row]:
        told = self._view["feiten"]["schade"]
        included = self._cells.yes_no(told["smartengeld_inbegrepen"]).text
        notes = {
            "excl_voertuig": f"{self._texts('balie.schade.smartengeld_inbegrepen')}: {included}",
            "voertuig": "",
        }
        names = {"excl_voertuig": "totaal_opgegeven", "voertuig": "voertuig"}
        for path, name in names.items():
            said = "" if told[path] is None else self._texts("balie.poststatus.opgegeven")
            amount = self._cells.money(told[path])
            yield self._row(self._texts(f"balie.schade.{name}"), amount, said, notes[path])

    def _after_own_fault(self) -> Row:
        amount = self._cells.money(self._assessed["uit_te_keren_schade"])
        rule = self._texts("balie.schade.regel.uit_te_keren")
        return self._row(self._texts("balie.schade.uit_te_keren"), amount, "", rule)

    def _pain(self) -> Row:
        pain = self._assessed["smartengeld"]
        if not pain:
            none = Cell(self._texts("balie.schade.smartengeld.geen_band"), unknown=True)
            return self._row(self._texts("balie.schade.smartengeld.geen"), none)
        bands = " / ".join(band["id"] for band in pain["banden"])
        ends = {end: self._words.bedrag(pain[end]) for end in ("van", "tot")}
        guide = (
            self._texts("balie.schade.smartengeld.open", feiten=self._names(pain["open"]))
            if pain["open"]
            else self._texts("balie.schade.smartengeld.houvast")
        )
        return self._row(
            self._texts("balie.schade.smartengeld", banden=bands),
            Cell(self._texts("balie.schade.smartengeld.bereik", **ends)),
            guide,
            "; ".join(self._titles(pain["bron"])),
        )

    # --- relatives ---------------------------------------------------------------------------

    def _relatives(self) -> Iterator[Block]:
        block = self._assessed["affectieschade"]
        if block["regels"]:
            heads = {"naaste": 20, "relatie": 36, "status": 16, "bedrag": 0, "na_schulddeling": 0}
            rows = [self._relative(at, line) for at, line in enumerate(block["regels"], start=1)]
            rows += [
                Row(
                    (
                        Cell(self._texts(f"balie.affectieschade.{key}"), strong=True),
                        *(Cell(""), Cell("")),
                        self._cells.money(block[name]),
                        Cell(""),
                    ),
                    strong=True,
                )
                for key, name in (
                    ("totaal", "totaal"),
                    ("totaal_inclusief", "totaal_inclusief_te_beoordelen"),
                )
            ]
            yield self._table(heads, tuple(rows))
        else:
            none = self._texts("balie.affectieschade.geen_naasten")
            total = self._cells.money(block["totaal"]).text
            yield Paragraph(f"{none} {self._texts('balie.affectieschade.totaal')}: {total}.")
        yield from _paragraph((block["uitleg"],))
        yield from self._sources(block)

    def _relative(self, number: int, line: Mapping[str, Any]) -> Row:
        first = self._view["eerste_is_melder"]
        unnamed = self._texts("balie.affectieschade.naaste", nummer=number, melder=first)
        name = line["naam"] or unnamed
        granted = line["bedrag_als_toegekend"]
        if granted is not None:
            sum_ = self._words.bedrag(granted)
            granted = self._texts("balie.affectieschade.als_toegekend", bedrag=sum_)
        return Row(
            (
                Cell(name, typed=True),
                Cell(self._words.naam(line["relatie"], "relatie"), note=line["uitleg"]),
                self._named(line["status"], "affectiestatus"),
                self._note(self._cells.money(line["bedrag"]), granted or ""),
                self._cells.money(line["na_schulddeling"]),
            )
        )

    # --- costs, and the loss after a death ---------------------------------------------------

    def _costs(self) -> Iterator[Block]:
        block = self._assessed["bgk"]
        rows = [self._step("route", self._named(block["route"], "bgkroute"))]
        for step in self._view["bgk_stappen"]:
            known = step == _PERCENTAGE and block[step] is not None
            percent = self._words.written()["procent"]
            amount = Cell(percent(block[step])) if known else self._cells.of_block(block, step)
            rows.append(self._step(step, amount))
        yield self._table({"stap": 1, "bedrag": 0, "bron": 1}, tuple(rows))
        yield Paragraph(block["uitleg"])
        yield from self._sources(block)

    def _step(self, step: str, amount: Cell) -> Row:
        rule = Cell(self._words.naam(step, "bgkregel"))
        name = Cell(self._words.naam(step, "bgk"))
        return Row((name, amount, rule), strong=step in _SUMS)

    def _death(self) -> Iterator[Block]:
        block = self._assessed["overlijdensschade"]
        yield from death(block, self._view["jaarstappen"], self._texts)
        yield Paragraph(block["uitleg"])
        yield from self._sources(block)

    # --- small pieces ------------------------------------------------------------------------

    def _table(self, heads: Mapping[str, int], rows: tuple[Row, ...]) -> Table:
        right = ("bedrag", "na_schulddeling")
        return Table(
            tuple(
                Column(self._texts(f"balie.kolom.{name}"), share, right=name in right)
                for name, share in heads.items()
            ),
            rows,
        )

    def _row(  # noqa: PLR0913 - the cells of one row
        self,
        name: str,
        amount: Cell,
        status: str = "",
        rule: str = "",
        *,
        note: str = "",
        strong: bool = False,
    ) -> Row:
        first = Cell(capital(name), note=note)
        return Row((first, amount, Cell(status), Cell(rule)), strong=strong)

    def _pairs(self, sort: str, told: Mapping[str, Cell]) -> Pairs:
        return Pairs(
            tuple((self._texts(f"balie.{sort}.{name}"), (cell,)) for name, cell in told.items())
        )

    def _named(self, value: str | None, sort: str) -> Cell:
        return Cell(self._words.naam(value, sort), unknown=value is None)

    def _note(self, cell: Cell, note: str) -> Cell:
        return Cell(cell.text, note=note, unknown=cell.unknown)

    def _names(self, paths: Iterable[str]) -> str:
        named: str = self._view["namen_van"](paths)
        return named

    def _titles(self, ids: Iterable[str]) -> list[str]:
        titles = self._view["bronnen"]
        return [titles.get(one, one) for one in ids]

    def _sources(self, *blocks: Mapping[str, Any] | None) -> Iterator[Block]:
        ids = dict.fromkeys(one for block in blocks if block for one in block["bron"])
        if ids:
            titles = "; ".join(self._titles(ids))
            yield Paragraph(f"{self._texts('balie.bronnen')} {titles}.", quiet=True)


def _paragraph(told: Iterable[str]) -> Iterator[Block]:
    whole = " ".join(part for part in told if part)
    if whole:
        yield Paragraph(whole)
