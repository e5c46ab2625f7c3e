"""The damage overview as a table for a spreadsheet, in the order of a schadestaat.

The amounts above the line of the total add up to it; below it stands what is no part of that sum.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

from bot.handoff.norms import Norms, readable
from bot.handoff.templates import Words, printable
from bot.sentences.texts import Texts
from calc.dated import parameters
from calc.feiten import Feiten, Schade
from calc.schadeposten import PostStatus

# Excel takes a file for UTF-8 only when it begins with this.
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
# A cell that begins with one of these is computed by a spreadsheet, also behind white space.
_FORMULA = re.compile(r"\s*[=+\-@]|[\t\r\n]")
_NOTHING_TOLD = Feiten()
_BAND = "smartengeld.{band}.tot"
# What was spent, what the injury takes from home, work and school, and what comes after a death.
_ORDER = (
    "medisch",
    "daggeld_ziekenhuis",
    "daggeld_revalidatie",
    "reiskosten",
    "kleding_en_spullen",
    "huishoudelijke_hulp",
    "huishoudelijke_hulp_daarna",
    "zelfwerkzaamheid",
    "inkomen",
    "studievertraging",
    "overig",
    "uitvaart",
)


@dataclass(frozen=True)
class Row:
    """One line: an exact amount, or the ends between which it lies."""

    post: str
    bedrag: str = ""
    van: str = ""
    tot: str = ""
    status: str = ""
    norm: str = ""
    bron: str = ""
    jaar: str = ""
    ontbreekt: str = ""


def schadestaat(
    beoordeling: Mapping[str, Any], texts: Texts, feiten: Feiten = _NOTHING_TOLD
) -> str:
    """Return the damage as comma separated values as Excel reads them in the Netherlands.

    Args:
        beoordeling: The assessment as it was stored.
        texts: Names of items, norms and facts.
        feiten: The facts; with them the total that was told stands below the sum.
    """
    written = io.StringIO()
    table = csv.writer(written, delimiter=";")
    table.writerow(texts(f"balie.schadestaat.kolom.{field.name}") for field in fields(Row))
    for row in _Lines(beoordeling, texts).rows(feiten.schade):
        table.writerow(_safe(getattr(row, field.name)) for field in fields(Row))
    return _BOM + written.getvalue()


class _Lines:
    """Writes the rows, with the norms of one assessment at hand."""

    def __init__(self, assessed: Mapping[str, Any], texts: Texts) -> None:
        self._assessed = assessed
        self._texts = texts
        self._words = Words(texts)
        self._norms = Norms(assessed, parameters(), texts)

    def rows(self, told: Schade) -> Iterator[Row]:
        block = self._assessed["schadeposten"]
        for item in sorted(block["regels"], key=lambda item: _place(item["post"])):
            yield self._item(item)
        whole = "volledig" if block["volledig"] else "niet_volledig"
        open_total = block["bereik"].get("totaal")
        yield Row(
            post=self._texts("balie.schade.posten_totaal"),
            status=self._texts(f"balie.schadestaat.{whole}"),
            **_amount(block["totaal"], open_total),
        )
        yield from self._beside(told)

    def _item(self, item: Mapping[str, Any]) -> Row:
        norm, source, year = self._norm(item["norm"])
        if norm == "" and item["status"] == PostStatus.OPGEGEVEN:
            source = self._texts("balie.herkomst.opgave")
        return Row(
            post=self._words.naam(item["post"], "post"),
            status=self._words.naam(item["status"], "poststatus"),
            norm=norm,
            bron=source,
            jaar=year,
            ontbreekt=", ".join(self._words.feit(path) for path in item["ontbreekt"]),
            **_amount(item["bedrag"], item["bereik"]),
        )

    def _norm(self, parameter: str | None) -> tuple[str, str, str]:
        """Return the norm, its source, and the year since which it holds; marked when old."""
        for read in self._assessed["herkomst"]["gelezen"] if parameter else ():
            if read["parameter"] == parameter:
                source = self._norms.source(read["bron"])
                if read["mogelijk_verouderd"]:
                    source = f"{source} ({self._texts('balie.norm.verouderd')})"
                year = str(date.fromisoformat(read["geldig_vanaf"]).year)
                return readable(read["parameter"]), source, year
        return parameter or "", "", ""

    def _beside(self, told: Schade) -> Iterator[Row]:
        """Yield what is no part of the sum."""
        said = self._texts("balie.poststatus.opgegeven")
        in_json = told.model_dump(mode="json")
        for name, path in (("totaal_opgegeven", "excl_voertuig"), ("voertuig", "voertuig")):
            if in_json[path] is not None:
                yield self._apart(f"balie.schade.{name}", said, in_json[path])
        if self._assessed["smartengeld"] is not None:
            band, guide = self._assessed["smartengeld"], "balie.schade.smartengeld.houvast"
            ends = {"van": band["van"], "tot": band["tot"]}
            row = self._apart("balie.schade.smartengeld.geen", self._texts(guide), ends)
            _, source, year = self._norm(_BAND.format(band=band["banden"][0]["id"]))
            yield replace(row, bron=source, jaar=year)
        if self._assessed["uit_te_keren_schade"] is not None:
            after, rule = self._assessed["uit_te_keren_schade"], "balie.schade.regel.uit_te_keren"
            yield self._apart("balie.schade.uit_te_keren", self._texts(rule), after)

    def _apart(self, key: str, status: str, amount: Any) -> Row:
        exact, ends = (None, amount) if isinstance(amount, Mapping) else (amount, None)
        note = self._texts("balie.schadestaat.apart", status=status)
        return Row(post=self._texts(key), status=note, **_amount(exact, ends))


def _amount(exact: str | None, ends: Mapping[str, str | None] | None) -> dict[str, str]:
    if exact is not None:
        return {"bedrag": _euro(exact)}
    known = ends or {}
    return {end: _euro(euro) for end in ("van", "tot") if (euro := known.get(end)) is not None}


def _euro(euro: str) -> str:
    """Write an amount as a Dutch spreadsheet reads a number: no sign, no points between."""
    return f"{Decimal(euro):.2f}".replace(".", ",")


def _place(post: str) -> int:
    return _ORDER.index(post) if post in _ORDER else len(_ORDER)


def _safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    shown = printable(cell)
    return f"'{shown}" if _FORMULA.match(shown) else shown
