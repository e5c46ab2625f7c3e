"""What the program writes about itself: events and codes, never a word of a person.

Only keys on the list get through, and only values that look like codes. Whatever else is handed
to the log is dropped here, so that a careless call elsewhere leaks nothing. An error is told by
its type and where it happened; its message may quote what somebody typed, so it is left out.
"""

import logging
import re
import sys
import threading
from traceback import extract_tb
from typing import Any

import structlog
from structlog.typing import EventDict, WrappedLogger

log: structlog.typing.FilteringBoundLogger = structlog.get_logger()

_KEYS = frozenset(
    {
        "attempts",
        "channel",
        "count",
        "error",
        "error_id",
        "level",
        "logger",
        "method",
        "milliseconds",
        "reason",
        "route",
        "seconds",
        "status",
        "timestamp",
        "where",
    }
)
_EVENT = re.compile(r"[a-z][a-z0-9_]{0,60}")
_CODE = re.compile(r"[A-Za-z0-9_.:/{}-]{0,80}")
# In a template a place is "top-level template code" or "block 'name'".
_PLACES = re.compile(r"[A-Za-z0-9_.:<>' -]{0,400}")
_NUMBERS_THAT_IDENTIFY = re.compile(r"\d{5,}")
_HIDDEN = "hidden"
_FRAMES = 4


def where(error: BaseException) -> str:
    """Return the places in the code that an error came through, the last ones only."""
    frames = extract_tb(error.__traceback__)[-_FRAMES:]
    return " < ".join(
        f"{frame.filename.rpartition('/')[2]}:{frame.lineno}:{frame.name}"
        for frame in reversed(frames)
    )


def fault(error: BaseException) -> dict[str, str]:
    """Return what may be logged of an error."""
    return {"error": type(error).__name__, "where": where(error)}


def only_allowed(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Drop every key that is not on the list, and hide what does not look like a code."""
    word = str(event.get("event", ""))
    kept: dict[str, Any] = {"event": word if _EVENT.fullmatch(word) else "event_without_a_name"}
    for key in sorted(_KEYS & event.keys()):
        looks = _PLACES if key == "where" else _CODE
        kept[key] = event[key] if key == "timestamp" else _coded(event[key], looks)
    return kept


def _coded(value: Any, looks: re.Pattern[str]) -> Any:
    if value is None or isinstance(value, bool | float | int):
        return value
    text = str(value)
    if not looks.fullmatch(text) or _NUMBERS_THAT_IDENTIFY.search(text):
        return _HIDDEN
    return text


def configure(*, as_json: bool, level: int = logging.INFO) -> None:
    """Write to standard error, one line per event; standard output belongs to the commands."""
    ending: Any = (
        structlog.processors.JSONRenderer() if as_json else structlog.dev.ConsoleRenderer()
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            only_allowed,
            ending,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=lambda *_: _StandardError(),
        cache_logger_on_first_use=False,
    )


class _StandardError:
    """Writes lines to standard error as it is at the moment of writing."""

    def msg(self, line: str) -> None:
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()

    log = debug = info = warning = error = critical = exception = msg


class Foreign(logging.Handler):
    """Takes what libraries log: their name and the type of the error, not their words."""

    def emit(self, record: logging.LogRecord) -> None:
        """Pass a record on without its text."""
        error = record.exc_info[1] if record.exc_info else None
        told = {} if error is None else fault(error)
        log.log(record.levelno, "library", logger=record.name, **told)


def take_over_from_libraries() -> None:
    """Send what libraries log through the same gate."""
    root = logging.getLogger()
    root.handlers[:] = [Foreign()]
    root.setLevel(logging.WARNING)
    # A warning quotes the value that it is about, and so may an error that nobody was there for.
    logging.captureWarnings(capture=True)
    sys.unraisablehook = _unraisable
    threading.excepthook = _in_a_thread


def _unraisable(caught: "sys.UnraisableHookArgs") -> None:
    if caught.exc_value is not None:
        log.error("error_at_no_place", **fault(caught.exc_value))


def _in_a_thread(caught: threading.ExceptHookArgs) -> None:
    if caught.exc_value is not None:
        log.error("thread_failed", **fault(caught.exc_value))


configure(as_json=False)
