"""Holds the house together: who may import whom, and what the pure parts may not touch."""

import ast
import importlib
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = {"calc", "dialogs", "bot"}
ALLOWED = {"calc": {"calc"}, "dialogs": {"calc", "dialogs"}, "bot": OURS}
# What the pure parts may use besides the standard library.
THIRD_PARTY = {
    "calc": {"pydantic", "pydantic_core", "holidays", "dateutil"},
    "dialogs": {
        "pydantic",
        "pydantic_core",
        "dateutil",
        "text_to_num",
        "rapidfuzz",
        "holidays",
        "phonenumbers",
        "stdnum",
        "email_validator",
        "babel",
    },
}
# The clock, chance, the environment, logging, the network and waiting.
WORLD = {"asyncio", "logging", "os", "random", "secrets", "socket", "subprocess", "time", "uuid"}
LONGEST_MODULE = 300


def modules(package: str) -> Iterator[Path]:
    yield from sorted((ROOT / package).rglob("*.py"))


def imported(page: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(page.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{page}: imports are written in full"
            yield (node.module or "").split(".")[0]


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


PAGES = [page for package in sorted(OURS) for page in modules(package)]
PURE = [page for package in ("calc", "dialogs") for page in modules(package)]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_imports_point_from_the_world_to_the_law(page: Path) -> None:
    package = page.relative_to(ROOT).parts[0]

    assert {top for top in imported(page) if top in OURS} <= ALLOWED[package]


@pytest.mark.parametrize("page", PURE, ids=name)
def test_the_pure_parts_know_nothing_of_the_world(page: Path) -> None:
    package = page.relative_to(ROOT).parts[0]
    foreign = {
        top for top in imported(page) if top not in OURS and top not in sys.stdlib_module_names
    }

    assert foreign <= THIRD_PARTY[package]
    assert not WORLD & set(imported(page))


@pytest.mark.parametrize("page", PURE, ids=name)
def test_nothing_pure_waits(page: Path) -> None:
    tree = ast.parse(page.read_text(encoding="utf-8"))

    assert not [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.AsyncFunctionDef | ast.Await | ast.AsyncFor | ast.AsyncWith)
    ]


@pytest.mark.parametrize("page", list(modules("calc")), ids=name)
def test_the_law_is_computed_exactly(page: Path) -> None:
    tree = ast.parse(page.read_text(encoding="utf-8"))
    floats = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
    named = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node.id in ("float", "round")
    ]

    assert floats == []
    assert named == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_modules_stay_small(page: Path) -> None:
    # The facts model is one table of the contract and is read as one.
    allowed = 400 if name(page) == "calc/feiten.py" else LONGEST_MODULE

    assert len(page.read_text(encoding="utf-8").splitlines()) <= allowed


def test_every_module_can_be_imported_by_itself() -> None:
    for package in sorted(OURS):
        found = importlib.import_module(package)
        for module in pkgutil.walk_packages(found.__path__, f"{package}."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
