import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.cli import guard
from dialogs.flows.intake import LIMITS

Typed = Callable[..., Any]
ROOT = Path(__file__).parent.parent.parent.parent
COMMANDS = (
    "serve",
    "chat",
    "assess",
    "understand",
    "flow",
    "parameters",
    "cases",
    "summary",
    "export",
    "erase",
    "staff",
)


def test_the_help_names_every_command(typed: Typed) -> None:
    ran = typed("--help")

    assert ran.code == 0
    assert all(f"  {command} " in ran.out for command in COMMANDS)


@pytest.mark.parametrize("command", [(name,) for name in COMMANDS] + [("staff", "add")])
def test_every_command_has_help_in_english(command: tuple[str, ...], typed: Typed) -> None:
    ran = typed(*command, "--help")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: letselwijzer {' '.join(command)}")


@pytest.mark.parametrize("words", [("dansen",), ("--dansen",), ("flow", "dansen"), ("staff",)])
def test_what_is_no_command_is_wrong_usage(words: tuple[str, ...], typed: Typed) -> None:
    ran = typed(*words)

    assert ran.code == 2
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(("form", "begin"), [("mermaid", "flowchart TD"), ("md", "# ")])
def test_the_conversation_can_be_drawn_and_read(form: str, begin: str, typed: Typed) -> None:
    ran = typed("flow", "--format", form)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(begin)
    assert len(ran.out.splitlines()) > 100


def test_the_conversation_can_be_had_as_data(typed: Typed) -> None:
    told = json.loads(typed("flow", "--format", "json").out)

    assert told["naam"] == "intake"
    assert len(told["onderdelen"]) > 50


def test_the_conversation_is_proved(typed: Typed) -> None:
    ran = typed("flow", "check", "--today", "2026-11-23")

    assert (ran.code, ran.err) == (0, "")


def test_what_cannot_be_proved_is_named_one_line_each(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    strict = LIMITS.model_copy(update={"most": {"slachtoffer": 3}})
    monkeypatch.setattr("bot.cli.flow.LIMITS", strict)

    ran = typed("flow", "check", "--today", "2026-11-23")

    assert ran.code == 1
    assert ran.err.startswith("letselwijzer: rol slachtoffer: may take ")
    assert ran.err.count("\n") == 1


def test_a_mistake_of_ours_ends_in_one_line_without_what_was_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def falls() -> None:
        raise KeyError("Jan Voorbeeld")

    with pytest.raises(SystemExit) as ended:
        guard.guarded(falls)

    told = capsys.readouterr().err
    assert ended.value.code == 1
    assert told.count("\n") == 1
    assert "KeyError at test_commands.py:" in told
    assert "Voorbeeld" not in told


def test_a_command_that_is_interrupted_ends_without_a_word(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def is_interrupted() -> None:
        raise KeyboardInterrupt

    with pytest.raises(SystemExit) as ended:
        guard.guarded(is_interrupted)

    assert ended.value.code == 1
    assert capsys.readouterr().err == ""


def test_a_reader_that_leaves_early_is_no_fault() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "parameters"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    _, err = process.communicate(timeout=60)

    assert (process.returncode, err) == (0, b"")


def test_assess_starts_without_the_web_and_the_channels() -> None:
    script = (
        "import sys; from bot.cli.application import application; application('assess');"
        "print([name for name in ('fastapi', 'uvicorn', 'aiogram', 'sqlite3', 'structlog')"
        " if name in sys.modules])"
    )

    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert ran.stdout.strip() == "[]"


def test_chat_starts_without_the_web_and_the_channels() -> None:
    script = (
        "import sys; from bot.cli.application import application; application('chat');"
        "print([name for name in ('fastapi', 'uvicorn', 'aiogram') if name in sys.modules])"
    )

    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert ran.stdout.strip() == "[]"


def test_serve_starts_without_telegram() -> None:
    script = (
        "import sys; from bot.cli.application import application; application('serve');"
        "print('aiogram' in sys.modules)"
    )

    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert ran.stdout.strip() == "False"
