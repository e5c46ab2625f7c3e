"""What was said, as safe HTML: paragraphs, lists of facts, and links to call or read."""

import re
from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup, escape

# Numbers to call in a hurry; never inside a sum, an article of law, a date or an amount of things.
_SHORT_NUMBER = (
    r"(?<![\w€.,:/-])(?<!€\xa0)(?<!artikel )(?<!art\. )(?:112|113)(?![\w€]|[.,:/-]\d)"
    r"(?! (?:euro|dag|dagen|weken|maanden|uur|jaar|km|kilometer)\b)"
)
_NUMBER = r"(?<![\w€.,:/-])(?<!€\xa0)(?<!artikel )(?<!art\. )(?:112|113)(?![\w€]|[.,:/-]\d)"
_NUMBER = (
    r"(?<![\w+.,/-])"
    r"(?:0[89]00[- ]?\d{4}(?:\d{3})?|0\d{1,3}[- ]\d{6,8}|0\d{2} \d{3} \d{2} \d{2})"
    r"(?!\w)"
)
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_SITE = (
    r"(?<![\w@./-])(?:https?://|www\.)?"
    r"(?:[a-z0-9-]+\.)+(?:nl|org|eu|com)(?:/[\w./%#?=&-]*)?(?![\w@-])"
)
_LINK = re.compile(
    rf"(?P<case>LW-\d{{4}}-\d{{6,}})|(?P<mail>{_MAIL})|(?P<site>{_SITE})|(?P<number>{_SHORT_NUMBER}|{_NUMBER})",
    re.IGNORECASE,
)
# "Geboortedatum: 3 mei 1980": a short name, a colon, and what it is.
_SOURCE = re.compile(r"Bron(nen)?: ")
_FACT = re.compile(rf"(?!{_SOURCE.pattern})(?P<name>[^:.?!(]{{1,28}}): (?P<value>\S.*)")
_SENTENCE = re.compile(r"(?<=[.?!]) +")
_FEWEST_FACTS = 3
# An amount stays on one line.
_EURO = "€\N{NO-BREAK SPACE}"
_PARAGRAPH, _SOURCE_LINE = Markup("<p>{}</p>"), Markup('<p class="bron">{}</p>')
_ROW = Markup("<div><dt>{}</dt><dd>{}</dd></div>")
_IN_ONE_PIECE = Markup('<span class="heel">{}</span>')
_QUESTION = Markup('<p class="question">{}</p>')


def prose(text: str) -> Markup:
    """Return a text, a paragraph for each line; three facts or more become a list of facts."""
    blocks = (block.strip() for block in re.split(r"\n\s*\n", text.strip()))
    return Markup("").join(
        piece for block in blocks if block for piece in _block(block.splitlines())
    )


def question(text: str) -> Markup:
    """Return a question, in which the sentence that asks stands out from what is said with it."""
    before, _, last = text.strip().rpartition("\n")
    sentences = _SENTENCE.split(last)
    asks = any(sentence.endswith("?") for sentence in sentences)
    if not asks:
        return prose(before) + _QUESTION.format(linked(last))
    groups = groupby(sentences, key=lambda sentence: sentence.endswith("?"))
    said = (
        (_QUESTION if asking else _PARAGRAPH).format(linked(" ".join(group)))
        for asking, group in groups
    )
    return prose(before) + Markup("").join(said)


def plain(text: str) -> Markup:
    """Return someone's own words as they typed them: line by line, without links."""
    return Markup("<br>").join(text.strip().splitlines())


def linked(text: str) -> Markup:
    """Return a line with its telephone numbers, sites and mail addresses as links."""
    text = text.replace("€ ", _EURO)
    pieces: list[str] = []
    end = 0
    for found in _LINK.finditer(text):
        pieces += [escape(text[end : found.start()]), _link(found)]
        end = found.end()
    return Markup("").join([*pieces, escape(text[end:])])


def _block(lines: list[str]) -> Iterator[Markup]:
    facts = [place for place, line in enumerate(lines) if _FACT.fullmatch(line)]
    if len(facts) < _FEWEST_FACTS:
        yield from (_line(line) for line in lines)
        return
    first, last = facts[0], facts[-1]
    yield from (_line(line) for line in lines[:first])
    yield _facts(lines[first : last + 1])
    yield from (_line(line) for line in lines[last + 1 :])


def _line(line: str) -> Markup:
    return (_SOURCE_LINE if _SOURCE.match(line) else _PARAGRAPH).format(linked(line))


def _facts(lines: list[str]) -> Markup:
    """Return answers that are read back: a number in them is not one to call.

    An answer in several lines goes on until the next fact.
    """
    rows: list[tuple[str, list[str]]] = []
    for line in lines:
        fact = _FACT.fullmatch(line)
        if fact is None:
            rows[-1][1].append(line)
        else:
            rows.append((fact["name"], [fact["value"]]))
    return Markup("<dl>{}</dl>").format(
        Markup("").join(_ROW.format(name, Markup("<br>").join(value)) for name, value in rows)
    )


def _link(found: re.Match[str]) -> Markup:
    said = found.group()
    if found["case"]:
        return _IN_ONE_PIECE.format(said)
    if found["number"]:
        return Markup('<a class="bel" href="tel:{}">{}</a>').format(re.sub(r"\D", "", said), said)
    if found["mail"]:
        return Markup('<a href="mailto:{}">{}</a>').format(said, said)
    site = said.rstrip(".")
    address = site if site.lower().startswith(("http://", "https://")) else f"https://{site}"
    link = Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>')
    return link.format(address, site) + escape(said[len(site) :])
