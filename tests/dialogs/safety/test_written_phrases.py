"""Every phrase of the rails can be said: no word in it is one that reading it changes."""

import ast
from collections.abc import Iterator
from pathlib import Path

from dialogs.safety.classes import CLASSES
from dialogs.safety.sentences import sentences

SAFETY = Path(__file__).parents[3] / "dialogs" / "safety"
# Words that stand in many phrases of one rail carry their own lists, as dictionaries.
PAGES = sorted(SAFETY.glob("*.py"))
MARKS = ("$", "^", "&")


def lists() -> Iterator[list[str]]:
    for page in PAGES:
        for node in ast.walk(ast.parse(page.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Name) and called.id == "Phrases":
                yield list(lines_of(node))


def lines_of(call: ast.AST) -> Iterator[str]:
    for node in ast.iter_child_nodes(call):
        if isinstance(node, ast.Constant):
            lines = (line.strip() for line in str(node.value).splitlines())
            yield from (line for line in lines if line and not line.startswith("#"))


def words(phrase: str) -> Iterator[str]:
    for piece in phrase.split():
        for form in piece.removeprefix("?").split("|"):
            if form not in MARKS and not form.startswith(("..", "<")) and not form.endswith("*"):
                yield form


LISTS = list(lists())


def test_every_word_of_a_phrase_is_read_as_it_is_written() -> None:
    known = {word for phrases in LISTS for phrase in phrases for word in words(phrase)}
    known |= {word for forms in CLASSES.values() for word in forms.split("|")}

    assert sum(map(len, LISTS)) > 400
    assert [word for word in sorted(known) if sentences(word) != ((word,),)] == []


def test_no_phrase_stands_twice_in_a_list() -> None:
    assert [each for phrases in LISTS for each in set(phrases) if phrases.count(each) > 1] == []


def test_every_class_is_used() -> None:
    source = "".join(page.read_text(encoding="utf-8") for page in PAGES)

    assert [name for name in CLASSES if f"<{name}>" not in source] == []
