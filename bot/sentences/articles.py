"""The explanations, for the chat and as pages, from `locales/<language>/artikelen`.

An article is a page of Markdown behind TOML front matter. No legal number stands in it: it asks
the parameters for what held on the day on which the article was checked.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from jinja2 import Environment, StrictUndefined, TemplateError
from markdown_it import MarkdownIt
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.sentences.norms import UnknownNorm, in_force
from bot.sentences.texts import Texts, Written
from calc.dated import Norm, Parameters, parameters
from dialogs.answers.spoken import plain

_PAGE = re.compile(r"\+\+\+\n(?P<front>.*?)\n\+\+\+\n(?P<body>.*)", re.DOTALL)
_BODY = re.compile(r"\s*## kort\n(?P<short>.*?)\n(?P<long>## .*)", re.DOTALL)
# What still reads as one message on a telephone.
LONGEST_SHORT = 700


class BadArticles(Exception):  # noqa: N818 - it says what is bad, and the message says where
    """An article that cannot be used: the program does not start with it."""


class Source(BaseModel):
    """Where an article has it from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    titel: str
    vindplaats: str

    def __str__(self) -> str:
        """Return how it is named to a reader."""
        return self.titel


class Front(BaseModel):
    """What stands above an article; a source is an id of the parameters, or written out."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    titel: str
    namen: tuple[str, ...] = Field(min_length=1)
    bronnen: tuple[str | Source, ...] = Field(min_length=1)
    gecontroleerd: date


@dataclass(frozen=True)
class FullArticle:
    """One explanation: `kort` is said in the chat, `tekst` (Markdown) and `html` are the page."""

    slug: str
    titel: str
    namen: tuple[str, ...]
    kort: str
    tekst: str
    html: str
    bronnen: tuple[Source, ...]
    gecontroleerd: date
    normen: tuple[str, ...]


def articles(
    language: str, texts: Texts | None = None, locales: Traversable | None = None
) -> tuple[FullArticle, ...]:
    """Read every article of a language; `BadArticles` names the file and what to do."""
    folder = (files("locales") if locales is None else locales) / language / "artikelen"
    pages = sorted((page for page in folder.iterdir()), key=lambda page: page.name)
    written = Written(Texts(language) if texts is None else texts)
    read = tuple(
        _article(page.name, page.read_text(encoding="utf-8"), written)
        for page in pages
        if page.name.endswith(".md")
    )
    if not read:
        raise BadArticles(f"{folder}: there is no .md file; put the articles there")
    _told_apart(read)
    return read


# --- one article ---------------------------------------------------------------------------------


def _article(name: str, content: str, written: Written) -> FullArticle:
    front, body = _parts(name, content)
    norms = _Norms(parameters(), front.gecontroleerd)
    short, long = _halves(name, _filled(name, body, norms, written))
    return FullArticle(
        slug=name.removesuffix(".md"),
        titel=front.titel,
        namen=front.namen,
        kort=short,
        tekst=long,
        html=_markdown().render(long),
        bronnen=tuple(_source(name, source) for source in front.bronnen),
        gecontroleerd=front.gecontroleerd,
        normen=tuple(norms.asked),
    )


def _parts(name: str, content: str) -> tuple[Front, str]:
    page = _PAGE.fullmatch(content.replace("\r\n", "\n"))
    if page is None:
        raise BadArticles(f"{name}: does not begin with +++ lines +++; write the front matter")
    try:
        return Front.model_validate(tomllib.loads(page["front"])), page["body"]
    except tomllib.TOMLDecodeError as error:
        raise BadArticles(f"{name}: the front matter is no TOML: {error}") from error
    except ValidationError as error:
        wrong = "; ".join(f"{_path(each['loc'])}: {each['msg']}" for each in error.errors())
        raise BadArticles(f"{name}: correct the front matter: {wrong}") from error


def _path(location: tuple[int | str, ...]) -> str:
    return ".".join(str(step) for step in location)


def _filled(name: str, body: str, norms: "_Norms", written: Written) -> str:
    environment = Environment(  # noqa: S701 - plain text; the page escapes for itself
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals |= {"norm": norms, "sinds": norms.since}
    environment.filters |= {
        "euro": written.euro,
        "datum": written.datum,
        "getal": written.getal,
        "procent": written.procent,
    }
    try:
        return environment.from_string(body).render()
    except (TemplateError, UnknownNorm, TypeError) as error:
        raise BadArticles(f"{name}: {error}; correct the text between the braces") from error


def _halves(name: str, body: str) -> tuple[str, str]:
    halves = _BODY.fullmatch(body)
    if halves is None or not halves["short"].strip():
        raise BadArticles(f"{name}: write '## kort' with a short text first, then '## ' and more")
    short = halves["short"].strip()
    if len(short) > LONGEST_SHORT:
        raise BadArticles(f"{name}: kort has {len(short)} signs; at most {LONGEST_SHORT} fit")
    return short, halves["long"].strip()


def _source(name: str, source: str | Source) -> Source:
    if isinstance(source, Source):
        return source
    known = parameters().bronnen.get(source)
    if known is None:
        raise BadArticles(f"{name}: there is no source {source!r} in bronnen.toml; add or correct")
    return Source(titel=known.titel, vindplaats=known.vindplaats)


def _markdown() -> MarkdownIt:
    # Whatever stands in an article, no markup of its own reaches the page.
    return MarkdownIt("commonmark", {"html": False}).enable("table")


class _Norms:
    """The values that an article asks for, as they held on the day on which it was checked."""

    def __init__(self, known: Parameters, day: date) -> None:
        self._known = known
        self._day = day
        self.asked: dict[str, None] = {}

    def __call__(self, name: str) -> Any:
        return self._norm(name).waarde

    def since(self, name: str) -> date:
        """Return since when the norm holds: the year in which an amount was set."""
        return self._norm(name).geldig_vanaf

    def _norm(self, name: str) -> Norm:
        norm = in_force(self._known, name, self._day)
        self.asked[name] = None
        return norm


# --- all of them together ------------------------------------------------------------------------


def _told_apart(read: tuple[FullArticle, ...]) -> None:
    """Refuse a name that stands for two articles: which one is told may not be a coin toss."""
    for name, times in Counter(_names(read)).items():
        if times > 1:
            who = ", ".join(
                article.slug
                for article in read
                if name in {plain(known) for known in article.namen}
            )
            raise BadArticles(f"{who}: both go by the name {name!r}; leave it with one of them")


def _names(read: tuple[FullArticle, ...]) -> Iterator[str]:
    for article in read:
        yield from (plain(name) for name in article.namen)
