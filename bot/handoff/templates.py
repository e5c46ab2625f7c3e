"""Pages for staff: jinja2 with every value escaped, and the words of the trade at hand."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from babel.dates import format_date, format_datetime, format_timedelta
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.clock import local
from bot.sentences.texts import Texts, Written

_HERE = Path(__file__).parent
STYLESHEET = _HERE / "static" / "summary.css"
_TEMPLATES = _HERE / "templates"
_NOT_IN_A_KEY = re.compile(r"[^a-z0-9_]+")
_PLACE = re.compile(r"\[(\d*)\]")
_NOT_PRINTED = "\N{REPLACEMENT CHARACTER}"


def environment(texts: Texts, *folders: Path) -> Environment:
    """Return where pages are made: the templates of the summary, and those in the folders."""
    made = Environment(
        loader=FileSystemLoader([*folders, _TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words = Words(texts)
    made.filters |= {
        "naam": words.naam,
        "feit": words.feit,
        "bedrag": words.bedrag,
        "moment": words.moment,
        "moment_kort": words.moment_kort,
        "duur": words.duur,
        "dag_kort": words.dag_kort,
        "getypt": printable,
        **words.written(),
    }
    made.globals |= {"tekst": texts, "taal": texts.language}
    return made


class Words:
    """Ids and values in the words of the people who handle injury claims."""

    def __init__(self, texts: Texts) -> None:
        """Take the words from these texts."""
        self._texts = texts
        self._written = Written(texts)

    def naam(self, value: Any, sort: str) -> str:
        """Return the name of an id; one that is newer than the texts stands there as it is."""
        if value is None:
            return self._texts("vorm.onbekend")
        key = f"balie.{sort}.{_NOT_IN_A_KEY.sub('_', str(value).casefold())}"
        return self._texts(key) if key in self._texts else str(value)

    def feit(self, path: str, *, melder: bool = False) -> str:
        """Return the name of a fact: `naasten[1].relatie` is the relation of relative 2.

        Where the first relative is the one who types, `melder` says so.
        """
        place = _PLACE.search(path)
        index = int(place[1]) if place and place[1] else None
        key = f"balie.feit.{_PLACE.sub('', path)}"
        known = key in self._texts
        return self._texts(key, index=index, melder=melder) if known else path

    def bedrag(self, value: Any) -> str:
        """Write money for a column: always with cents, and a range as a range."""
        ends = (value["van"], value["tot"]) if isinstance(value, Mapping) else (value, value)
        if ends[0] is None or ends[0] != ends[1]:
            return self._written.euro(value)
        return f"€ {format_decimal(Decimal(str(ends[0])), '#,##0.00', locale=self._language)}"

    def moment(self, value: datetime) -> str:
        """Write a day and a time as the clocks in the Netherlands showed it."""
        return format_datetime(local(value), "d MMMM y, HH:mm", locale=self._language)

    def moment_kort(self, value: datetime) -> str:
        """Write a day and a time for a column."""
        return format_datetime(local(value), "dd-MM-y HH:mm", locale=self._language)

    def duur(self, value: timedelta) -> str:
        """Write how long something lasts, as people say it: "3 dagen"."""
        return format_timedelta(max(value, timedelta()), locale=self._language)

    def dag_kort(self, value: date | str | None) -> str:
        """Write a day for a column."""
        if value is None:
            return self._texts("vorm.onbekend")
        day = value if isinstance(value, date) else date.fromisoformat(value)
        return format_date(day, "dd-MM-y", locale=self._language)

    def written(self) -> dict[str, Any]:
        """Return the filters that the texts know as well."""
        names = ("euro", "datum", "getal", "procent", "dagen", "maanden")
        return {name: getattr(self._written, name) for name in names}

    @property
    def _language(self) -> str:
        return self._texts.language


def printable(text: str) -> str:
    """Return what a person typed without signs that steer a screen or a printer.

    They are replaced visibly; what writes a language (joiners, marks of direction) stays, and is
    kept inside its own element by the page.
    """
    return "".join(_NOT_PRINTED if _steers(sign) else sign for sign in text)


def _steers(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\r\t"
