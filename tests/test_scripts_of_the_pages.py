"""Scripts are parsed by the browsers of old phones as well, or the page stays a page of forms."""

from pathlib import Path

import esprima
import pytest

ROOT = Path(__file__).parents[1]
SCRIPTS = sorted((ROOT / "bot").rglob("*.js"))


def parsed(script: str) -> None:
    """Parse with a grammar that knows nothing newer than ES2019, and not even all of that."""
    esprima.parseScript(script)


@pytest.mark.parametrize("path", SCRIPTS, ids=[path.name for path in SCRIPTS])
def test_every_script_parses_as_es2019(path: Path) -> None:
    script = path.read_text("utf-8")

    parsed(script)
    # The one newer thing that this grammar lets through.
    assert "import(" not in script


@pytest.mark.parametrize("newer", ["a?.b", "a ?? b", "a ??= 1", "1n", "class A { #b = 1 }"])
def test_what_is_newer_is_noticed(newer: str) -> None:
    with pytest.raises(esprima.Error):
        parsed(newer)


def test_there_are_scripts() -> None:
    assert {"chat.js", "sending.js", "desk.js"} <= {path.name for path in SCRIPTS}
