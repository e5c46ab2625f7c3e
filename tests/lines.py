"""A process of `letselwijzer chat --jsonl`, for tests that talk to it, kill it and go on."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

TODAY = "2026-11-23"
ROOT = Path(__file__).parent.parent


class Process:
    """One process that holds a conversation over lines."""

    def __init__(self, db: Path, *options: str) -> None:
        command = ("chat", "--jsonl", "--db", str(db), "--today", TODAY, *options)
        environment = {k: v for k, v in os.environ.items() if not k.startswith("LW_")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=db.parent,
            env={**environment, "PYTHONPATH": str(ROOT)},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.kill()
        self.process.communicate()

    def send(self, line: dict[str, Any] | str | bytes) -> dict[str, Any]:
        """Write one line, and return the one that comes back."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        text = json.dumps(line) if isinstance(line, dict) else line
        raw = text.encode() if isinstance(text, str) else text
        self.process.stdin.write(raw + b"\n")
        self.process.stdin.flush()
        back: dict[str, Any] = json.loads(self.process.stdout.readline())
        return back

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.communicate()

    def end(self) -> tuple[int, str]:
        """Close its input; return how it ended and what it said on standard error."""
        _, err = self.process.communicate(timeout=30)
        return self.process.returncode, err.decode()


def ids(answer: dict[str, Any]) -> list[str]:
    """Return the ids of all choices of an answer."""
    return [choice["id"] for message in answer["messages"] for choice in message["choices"]]
