"""Starts `letselwijzer serve` again and again, without importing everything anew each time.

    python -m tests.warm

Each line that comes in is an order, with the folder and the settings: the program then runs in a
process of its own, exactly as `letselwijzer serve` runs it, until it ends or is killed. Importing
takes seconds on a small machine, longer than most tests that kill it.
"""

import json
import os
import select
import signal
import sys
from importlib import import_module
from typing import Any

from bot.__main__ import main
from bot.sentences.articles import articles
from bot.sentences.words import words

# What the program imports once it runs, by the settings that it is given.
IMPORTED_LATER = (
    "bot.cli.serve",
    "bot.http.asgi",
    "bot.storage.postgres",
    "bot.channels.telegram.serving",
    "bot.channels.whatsapp.sending",
    "uvicorn.loops.auto",
    "uvicorn.protocols.http.auto",
)
LOG = "serve.log"
_BLINK = 0.02


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def serve(order: dict[str, Any]) -> None:
    os.chdir(order["folder"])
    os.dup2(os.open(LOG, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), sys.stderr.fileno())
    for name in [name for name in os.environ if name.startswith("LW_")]:
        del os.environ[name]
    os.environ.update(order["settings"])
    sys.argv = ["letselwijzer", "serve"]
    say(f"pid {os.getpid()}")
    main()


def ended(pid: int) -> None:
    """Wait until the program is gone; end it when whoever ordered it is."""
    while os.waitpid(pid, os.WNOHANG) == (0, 0):
        if select.select([sys.stdin], [], [], _BLINK)[0]:
            os.kill(pid, signal.SIGKILL)


def orders() -> None:
    for name in IMPORTED_LATER:
        import_module(name)
    # Read once for all as well: the sentences and the articles.
    articles(words().language, words())
    say("warm")
    while line := sys.stdin.readline():
        pid = os.fork()
        if pid == 0:
            try:
                serve(json.loads(line))
            finally:
                os._exit(1)
        ended(pid)
        say("gone")


if __name__ == "__main__":
    orders()
