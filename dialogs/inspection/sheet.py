"""The conversation as a sheet for a lawyer: every sentence that is said, and when."""

from collections.abc import Iterator

from dialogs.asking import label_key, options
from dialogs.flow import Flow
from dialogs.inspection.described import Described, Words
from dialogs.questions import Explanation, Item, Question, Repeat


def sheet(flow: Flow, words: Words) -> str:
    """Return the whole conversation in Markdown, to read and to write remarks on."""
    described = Described(flow, words)
    title = words("schema.blad.titel", naam=flow.name, versie=flow.version)
    lines = [f"# {title}", "", words("schema.blad.inleiding"), ""]
    section = ""
    for item in flow.items:
        for leaf in _leaves(item):
            if isinstance(leaf, Question) and leaf.section != section:
                section = leaf.section
                lines += [f"## {words(f'sectie.{section}.title')}", "", *_about(section, words)]
            lines += _leaf(leaf, item, described, words)
    return "\n".join(lines)


def _leaves(item: Item) -> tuple[Question | Explanation, ...]:
    return (item.more, *item.items) if isinstance(item, Repeat) else (item,)


def _about(section: str, words: Words) -> Iterator[str]:
    for part in ("who", "unknown"):
        yield f"- {words(f'schema.blad.{part}')}: {words(f'sectie.{section}.{part}')}"
    yield ""


def _leaf(
    leaf: Question | Explanation, item: Item, described: Described, words: Words
) -> Iterator[str]:
    yield f"### {leaf.id}"
    yield ""
    when = leaf.asked_when if isinstance(leaf, Question) else leaf.when
    conditions = (item.when, when) if leaf is not item else (when,)
    for phrase in filter(None, map(described, conditions)):
        yield f"*{words('schema.blad.als')}: {phrase}*"
        yield ""
    if isinstance(leaf, Explanation):
        yield from _quoted(words.raw(f"uitleg.{leaf.id}"))
        return
    yield from _quoted(words.raw(f"vraag.{leaf.id}.ask"))
    yield from _details(leaf, words)


def _details(question: Question, words: Words) -> Iterator[str]:
    for part in ("why", "not_understood"):
        yield f"- {words(f'schema.blad.{part}')}: {words(f'vraag.{question.id}.{part}')}"
    buttons = (words.raw(label_key(question, option.id)) for option in options(question))
    yield f"- {words('schema.blad.knoppen')}: {', '.join(f'[{button}]' for button in buttons)}"
    fact = f"`{question.fact}`" if question.fact else words("schema.blad.geen_feit")
    sort = f"{question.kind}, {question.importance}, {question.sensitivity}"
    yield f"- {words('schema.blad.feit')}: {fact} ({sort})"
    yield ""


def _quoted(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield f"> {line}".rstrip()
    yield ""
