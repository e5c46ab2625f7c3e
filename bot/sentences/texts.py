"""Every sentence that a person reads, by stable key, from `locales/<language>/*.po`."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import Any

from babel.dates import format_date
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal
from jinja2 import Environment, StrictUndefined, Template, TemplateError

from bot.sentences.norms import norm, sinds

_KEY = re.compile(r'^msgid "(?P<key>[^"]+)"$', re.MULTILINE)
# A number of the law, which a text asks of the parameters.
_OF_THE_LAW = re.compile(r"\{\{ \(?(?:norm|sinds)\([^{}]*\}\}")
_MARKUP = re.compile(r"\{[{%#]")
# The words on buttons, in menus and for commands: they can be typed as well.
_LABEL = re.compile(
    r"(optie\.[^.]+|vraag\.[^.]+\.(kort|optie\.[^.]+)|sectie\.[^.]+\.title|commando\.[^.]+)"
)
_SYNONYMS, _SEPARATOR = ".ook", "|"
_WHOLE, _HALF = Decimal(1), Decimal("0.5")


class BadTexts(Exception):  # noqa: N818 - it says what is bad, and the message says where
    """A text file that cannot be used: the program does not start with it."""


class UnknownText(KeyError):  # noqa: N818 - like KeyError itself
    """A key without a text."""


class Texts:
    """All texts of one language, checked when they are read."""

    def __init__(self, language: str = "nl", locales: Traversable | None = None) -> None:
        """Read every file of the language; `BadTexts` names the file and the key that is wrong."""
        self.language = language
        self._plain: dict[str, str] = {}
        self._templates: dict[str, Template] = {}
        self._environment = self._made_environment()
        self._where: dict[str, str] = {}
        self._written: dict[str, str] = {}
        folder = (files("locales") if locales is None else locales) / language
        names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".po"))
        if not names:
            raise BadTexts(f"{folder}: there is no .po file; put the texts there")
        for name in names:
            self._read(name, (folder / name).read_bytes())

    def __call__(self, key: str, **params: Any) -> str:
        """Return the text, with the values filled in."""
        template = self._templates.get(key)
        if template is not None:
            return template.render(**params).strip()
        if key not in self._plain:
            raise UnknownText(key)
        return self._plain[key]

    def __contains__(self, key: object) -> bool:
        """Tell whether there is a text for this key."""
        return key in self._where

    def __iter__(self) -> Iterator[str]:
        """Yield every key."""
        return iter(self._where)

    def source(self, key: str) -> str:
        """Return the name of the file in which the text stands."""
        return self._where[key]

    def raw(self, key: str) -> str:
        """Return the text as it was written, its template and all, with the numbers of the law."""
        if key not in self._written:
            raise UnknownText(key)
        return _OF_THE_LAW.sub(self._filled, self._written[key])

    def _filled(self, number: re.Match[str]) -> str:
        return self._environment.from_string(number[0]).render()

    def vocabulary(self) -> dict[str, tuple[str, ...]]:
        """Return per label its words: the label itself, then what people type instead."""
        return {key: self._words(key) for key in self if _LABEL.fullmatch(key)}

    def _words(self, key: str) -> tuple[str, ...]:
        also = f"{key}{_SYNONYMS}"
        synonyms = self(also).split(_SEPARATOR) if also in self else ()
        return (self(key), *(word.strip() for word in synonyms if word.strip()))

    # --- reading ---------------------------------------------------------------------------------

    def _read(self, name: str, content: bytes) -> None:
        for key, text in _messages(name, content):
            if key in self._where:
                raise BadTexts(
                    f"{name}: {key} stands in {self._where[key]} as well; keep one of the two"
                )
            self._where[key] = name
            self._written[key] = text
            self._keep(name, key, text)

    def _keep(self, name: str, key: str, text: str) -> None:
        if not text.strip():
            raise BadTexts(f"{name}: {key} has no text; write one or take the key out")
        if not _MARKUP.search(text):
            self._plain[key] = text
            return
        try:
            self._templates[key] = self._environment.from_string(text)
        except TemplateError as error:
            raise BadTexts(f"{name}: {key} is no jinja2 template: {error}") from error

    def _made_environment(self) -> Environment:
        environment = Environment(  # noqa: S701 - plain text; each channel escapes for itself
            undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        written = Written(self)
        environment.filters |= {
            "euro": written.euro,
            "datum": written.datum,
            "getal": written.getal,
            "procent": written.procent,
            "dagen": written.dagen,
            "maanden": written.maanden,
        }
        environment.globals |= {"tekst": self, "bestaat": self.__contains__}
        environment.globals |= {"norm": norm, "sinds": sinds}
        return environment


class Written:
    """Values as Dutch writes them; a range is written as a range, nothing as "onbekend"."""

    def __init__(self, texts: Texts) -> None:
        """Take the few words that are needed from the texts."""
        self._texts = texts

    def euro(self, value: Any) -> str:
        """Write money: whole euros without cents."""
        return self._leaf(value, self._euro)

    def datum(self, value: Any) -> str:
        """Write a day: 3 mei 2026."""
        return self._leaf(value, self._day)

    def getal(self, value: Any) -> str:
        """Write a number with at most two decimals."""
        return self._leaf(value, self._number)

    def procent(self, value: Any) -> str:
        """Write a percentage."""
        return self._leaf(value, lambda leaf: f"{self._number(leaf)}%")

    def dagen(self, value: Any) -> str:
        """Write a number of days."""
        value = _outward(value, _WHOLE)
        return self._leaf(value, lambda leaf: self._counted(leaf, "dag"), self._number)

    def maanden(self, value: Any) -> str:
        """Write a number of months."""
        value = _outward(value, _HALF)
        return self._leaf(value, lambda leaf: self._counted(leaf, "maand"), self._number)

    def _leaf(
        self, value: Any, write: Callable[[Any], str], begin: Callable[[Any], str] | None = None
    ) -> str:
        """Write a value; `begin` writes the lower end where the unit stands only once."""
        if value is None:
            return self._texts("vorm.onbekend")
        least, most = _ends(value)
        if least == most:
            return write(least)
        if least is None:
            return self._texts("vorm.hoogstens", tot=write(most))
        if most is None:
            return self._texts("vorm.vanaf", van=write(least))
        return self._texts("vorm.tussen", van=(begin or write)(least), tot=write(most))

    def _euro(self, value: Any) -> str:
        euro = Decimal(str(value))
        pattern = "#,##0" if euro == euro.to_integral_value() else "#,##0.00"
        return f"€ {format_decimal(euro, pattern, locale=self._texts.language)}"

    def _day(self, value: Any) -> str:
        day = value if isinstance(value, date) else date.fromisoformat(str(value))
        return format_date(day, "d MMMM y", locale=self._texts.language)

    def _number(self, value: Any) -> str:
        return format_decimal(Decimal(str(value)), "#,##0.##", locale=self._texts.language)

    def _counted(self, value: Any, unit: str) -> str:
        sort = unit if Decimal(str(value)) == 1 else f"{unit}_meer"
        return self._texts(f"vorm.{sort}", aantal=self._number(value))


def _messages(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Yield key and text; a key that stands twice is merged in silence by Babel, so look first."""
    for key, times in Counter(_KEY.findall(content.decode("utf-8"))).items():
        if times > 1:
            raise BadTexts(f"{name}: {key} stands there twice; keep one of the two")
    try:
        catalog = read_po(BytesIO(content), abort_invalid=True)
    except PoFileError as error:
        raise BadTexts(f"{name}: {error}") from error
    for message in catalog:
        if message.id:
            yield str(message.id), str(message.string)


def _ends(value: Any) -> tuple[Any, Any]:
    """Return both ends of a value that may be a range."""
    if isinstance(value, Mapping):
        return value.get("van"), value.get("tot")
    if hasattr(value, "van") and hasattr(value, "tot"):
        return value.van, value.tot
    return value, value


def _outward(value: Any, step: Decimal) -> Any:
    """Return a range with ends that people say; it only grows, so nothing falls out of it."""
    least, most = _ends(value)
    if least == most:
        return value

    def moved(end: Any, way: str) -> Decimal | None:
        if end is None:
            return None
        return (Decimal(str(end)) / step).to_integral_value(way) * step

    return {"van": moved(least, ROUND_FLOOR), "tot": moved(most, ROUND_CEILING)}
