"""The rules count exactly and know neither the time nor the world."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

CALC = Path(__file__).parents[2] / "calc"
PAGES = sorted(CALC.rglob("*.py"))
CLOCKS = {"now", "today", "utcnow", "fromtimestamp"}


def nodes(page: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(page.read_text(encoding="utf-8")))


def called(node: ast.AST) -> str | None:
    if not isinstance(node, ast.Call):
        return None
    if isinstance(node.func, ast.Name):
        return node.func.id
    return node.func.attr if isinstance(node.func, ast.Attribute) else None


def name(page: Path) -> str:
    return str(page.relative_to(CALC))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_no_amount_passes_through_a_float(page: Path) -> None:
    literals = [
        node.lineno
        for node in nodes(page)
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
    names = [
        node.lineno for node in nodes(page) if isinstance(node, ast.Name) and node.id == "float"
    ]

    assert not literals + names


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_nothing_is_rounded_but_by_a_stated_rule(page: Path) -> None:
    assert not [node for node in nodes(page) if called(node) == "round"]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_the_rules_do_not_know_the_time(page: Path) -> None:
    assert not [node for node in nodes(page) if called(node) in CLOCKS]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_the_rules_import_nothing_of_the_conversation(page: Path) -> None:
    imported = {
        alias.name.split(".")[0]
        for node in nodes(page)
        if isinstance(node, ast.Import)
        for alias in node.names
    } | {
        (node.module or "").split(".")[0]
        for node in nodes(page)
        if isinstance(node, ast.ImportFrom)
    }

    assert not imported & {"dialogs", "bot", "locales"}


def test_the_pages_are_found() -> None:
    assert CALC / "licht_letsel" / "schade.py" in PAGES
