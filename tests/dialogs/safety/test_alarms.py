"""Holds the rails against two lists of messages: what must set an alarm off, and what must not."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogs.safety import STOPS, Alarm, alarms

HERE = Path(__file__).parent
SHARED = Path(__file__).parents[3].parent / "shared"


def messages(name: str) -> Iterator[tuple[str, str]]:
    alarm = ""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            alarm = line.strip("[]")
        elif line.strip() and not line.startswith("#"):
            yield alarm, line


MUST_FIRE = tuple(messages("must_fire.txt"))
MUST_NOT_FIRE = tuple(text for _, text in messages("must_not_fire.txt"))


def as_typed(text: str) -> Iterator[str]:
    yield text
    yield text.upper()
    yield f"  {text}!!!"
    yield text.replace("'", "\u2019").replace(" ", "  ")
    yield f"{text} \U0001f622"


@pytest.mark.parametrize("alarm", Alarm)
def test_an_alarm_goes_off_however_it_is_typed(alarm: Alarm) -> None:
    wanted = [text for name, text in MUST_FIRE if name == alarm]

    assert len(wanted) > 20
    assert [form for text in wanted for form in as_typed(text) if alarm not in alarms(form)] == []


def test_ordinary_messages_set_nothing_off() -> None:
    assert len(MUST_NOT_FIRE) > 300
    assert {text: alarms(text) for text in MUST_NOT_FIRE if alarms(text)} == {}


def test_ordinary_answers_to_the_questions_set_nothing_off() -> None:
    phrases = SHARED / "dutch_phrases.json"
    if not phrases.exists():
        pytest.skip("there is no folder ../shared with Dutch answers")
    texts = [phrase["text"] for phrase in json.loads(phrases.read_text(encoding="utf-8"))]

    assert {text: alarms(text) for text in texts if alarms(text)} == {}


def test_every_alarm_that_goes_off_is_told_with_the_most_urgent_first() -> None:
    told = alarms("ik ben 15, mijn vader slaat me, het bloedt nog en ik wil niet meer leven")

    assert told == (Alarm.GEVAAR, Alarm.CRISIS, Alarm.GEWELD, Alarm.MINDERJARIG)


def test_only_danger_and_crisis_stop_the_questions() -> None:
    assert {Alarm.GEVAAR, Alarm.CRISIS} == STOPS


def test_a_danger_that_is_over_is_part_of_the_story_and_one_that_goes_on_is_not() -> None:
    assert alarms("toen lag ik op straat en er komt bloed uit mijn neus") == ()
    assert alarms("gisteren gevallen en er komt nog steeds bloed uit mijn neus") == (Alarm.GEVAAR,)


def test_a_sentence_beside_it_does_not_silence_an_alarm() -> None:
    assert alarms("Ik denk niet aan zelfmoord. Maar ik wil niet meer leven.") == (Alarm.CRISIS,)
    assert alarms("Mijn man is overleden. Ik wil ook dood.") == (Alarm.CRISIS,)


@pytest.mark.parametrize("text", ["", " ", "???", "\U0001f622", "\x00", "0", ",,,,", "....", "'"])
def test_a_message_without_words_sets_nothing_off(text: str) -> None:
    assert alarms(text) == ()
