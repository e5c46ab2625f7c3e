import json
import logging
from collections.abc import Iterator

import pytest

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


def test_what_libraries_say_passes_the_same_gate(capsys: pytest.CaptureFixture[str]) -> None:
    handler = logging_of.Foreign()
    record = logging.LogRecord("uvicorn.error", logging.ERROR, "x.py", 1, SECRET, (), None)

    handler.emit(record)

    told = line(capsys)
    assert (told["event"], told["logger"]) == ("library", "uvicorn.error")
    assert SECRET not in json.dumps(told)
