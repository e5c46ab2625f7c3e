import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError

from bot import log as logging_of
from bot.log import fault, log

SECRET = "Jan Voorbeeld brak zijn been"


@pytest.fixture(autouse=True)
def as_json() -> Iterator[None]:
    logging_of.configure(as_json=True)
    yield
    logging_of.configure(as_json=False)


def line(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    captured = capsys.readouterr()
    assert captured.out == ""
    told: dict[str, object] = json.loads(captured.err)
    return told


def test_an_event_is_one_line_of_json_on_standard_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    log.info("turn_taken", channel="web", milliseconds=12)

    told = line(capsys)

    assert told.pop("timestamp")
    assert told == {"event": "turn_taken", "level": "info", "channel": "web", "milliseconds": 12}


def test_a_key_that_is_not_on_the_list_is_dropped(capsys: pytest.CaptureFixture[str]) -> None:
    log.info("turn_taken", text=SECRET, chat_id="31612345678", name=SECRET)

    assert SECRET not in json.dumps(line(capsys))


@pytest.mark.parametrize(
    "value", [SECRET, "0612345678", "a@b.nl", "x" * 81, {"text": SECRET}, ["Jan"]]
)
def test_a_value_that_is_no_code_is_hidden(
    value: object, capsys: pytest.CaptureFixture[str]
) -> None:
    log.info("turn_taken", reason=value)

    assert line(capsys)["reason"] == "hidden"


def test_words_in_place_of_an_event_are_hidden(capsys: pytest.CaptureFixture[str]) -> None:
    log.warning(SECRET)

    assert line(capsys)["event"] == "event_without_a_name"


def test_an_error_is_told_by_its_type_and_place(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        int(SECRET)
    except ValueError as error:
        log.error("request_failed", **fault(error))

    told = line(capsys)

    assert told["error"] == "ValueError"
    assert str(told["where"]).startswith("test_log.py:")
    assert SECRET not in json.dumps(told)


def test_an_error_in_a_template_is_told_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    template = Environment(undefined=StrictUndefined, autoescape=True).from_string(
        "{% block main %}{{ gone.further }}{% endblock %}"
    )
    try:
        template.render()
    except UndefinedError as error:
        log.error("request_failed", **fault(error))

    assert "block 'main'" in str(line(capsys)["where"])


def test_what_libraries_say_passes_the_same_gate(capsys: pytest.CaptureFixture[str]) -> None:
    handler = logging_of.Foreign()
    record = logging.LogRecord("uvicorn.error", logging.ERROR, "x.py", 1, SECRET, (), None)

    handler.emit(record)

    told = line(capsys)
    assert (told["event"], told["logger"]) == ("library", "uvicorn.error")
    assert SECRET not in json.dumps(told)


@pytest.fixture
def taken_over(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The log of the libraries in our hands, and afterwards as it was."""
    # Another test may have left the warnings with the log, which then takes them only once.
    shown = warnings.showwarning
    logging.captureWarnings(capture=False)
    warnings.showwarning = shown
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    logging_of.take_over_from_libraries()
    yield
    logging.captureWarnings(capture=False)
    root.handlers[:], warnings.showwarning = handlers, shown
    root.setLevel(level)


@pytest.mark.usefixtures("taken_over")
def test_a_warning_quotes_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    warnings.showwarning(UserWarning(SECRET), UserWarning, "x.py", 1)

    told = line(capsys)
    assert (told["event"], told["logger"]) == ("library", "py.warnings")
    assert SECRET not in json.dumps(told)


@pytest.mark.usefixtures("taken_over")
def test_a_thread_that_fails_quotes_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    failing = threading.Thread(target=int, args=(SECRET,))
    failing.start()
    failing.join()

    told = line(capsys)
    assert (told["event"], told["error"]) == ("thread_failed", "ValueError")
    assert SECRET not in json.dumps(told)


@pytest.mark.usefixtures("taken_over")
def test_an_error_in_clearing_up_quotes_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    class Failing:
        def __del__(self) -> None:
            raise ValueError(SECRET)

    Failing()

    told = line(capsys)
    assert (told["event"], told["error"]) == ("error_at_no_place", "ValueError")
    assert SECRET not in json.dumps(told)
