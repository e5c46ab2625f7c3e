"""The end of every command: no traceback ever reaches a user."""

import secrets
import sys
from collections.abc import Callable
from typing import NoReturn

from bot.cli.output import ReaderLeft, abandoned, finished
from bot.cli.refused import Refused
from bot.ports import BadStore, StoreUnavailable, Unreadable
from bot.sentences.articles import BadArticles
from bot.sentences.texts import BadTexts
from bot.settings import BadSettings
from calc.dated import BadParameters

_NAME = "letselwijzer"
# Their messages are written for whoever typed the command, and hold nothing that a person said.
_PLAIN = (
    Refused,
    BadSettings,
    BadStore,
    StoreUnavailable,
    Unreadable,
    BadTexts,
    BadArticles,
    BadParameters,
)


def guarded(command: Callable[[], object]) -> NoReturn:
    """Run a command and end the process as it should end: 0, 1 or 2."""
    try:
        command()
    except ReaderLeft:
        abandoned()
    except SystemExit:
        finished()
        raise
    except _PLAIN as refused:
        _tell(str(refused))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 - the last one to catch it
        from bot.log import fault  # noqa: PLC0415 - only when something is wrong

        told = fault(error)
        _tell(
            f"something went wrong here (error {secrets.token_hex(4)}, "
            f"{told['error']} at {told['where']}); please report this line"
        )
        sys.exit(1)
    finished()
    sys.exit(0)


def _tell(message: str) -> None:
    for line in message.splitlines() or [""]:
        sys.stderr.write(f"{_NAME}: {line}\n")
