"""A person's own dates as a calendar file: useful to them, and telling nobody else anything."""

from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from bot.handoff.calendar import calendar
from bot.sentences.words import words
from calc.termijnen import TermijnId
from tests.zaken import LICHT, VANDAAG, beoordeeld

TEXTS = words()
CASE = "LW-2026-000123"
DROVE_ON = {
    **LICHT,
    "naasten": [{"naam": "Yara Voorbeeld", "relatie": "levensgezel"}],
    "verkeer.tegenpartij": "motorvoertuig",
    "aansprakelijkheid.gesteld_op": "2026-11-01",
}
CRIME = {**LICHT, "oorzaak": "misdrijf", "misdrijf": True}


def made(facts: dict[str, Any], today: date = VANDAAG) -> Calendar:
    assessed = beoordeeld(facts, today=today).model_dump(mode="json")
    read = Calendar.from_ical(calendar(assessed, TEXTS, CASE))
    assert isinstance(read, Calendar)
    return read


def events(facts: dict[str, Any], today: date = VANDAAG) -> dict[str, Any]:
    """Return the events by what their heading says last."""
    return {
        str(event["summary"]).rpartition(": ")[2]: event for event in made(facts, today).events
    }


def test_each_running_term_stands_on_its_last_safe_day() -> None:
    found = events(DROVE_ON)

    # "Te rekenen van het feit": for the motor insurer one day earlier is safe.
    assert found["claim bij de verzekeraar van het voertuig"].start == date(2029, 6, 14)
    assert found["claim bij wie aansprakelijk is"].start == date(2031, 6, 15)
    assert found["antwoord van de verzekeraar"].start == date(2027, 2, 1)


def test_a_day_is_a_whole_day_and_the_soonest_comes_first() -> None:
    days = [event.start for event in made(DROVE_ON).events]

    assert days == sorted(days)
    assert all(event.duration == timedelta(days=1) for event in made(DROVE_ON).events)


def test_it_warns_six_months_and_one_month_before_a_right_may_be_lost() -> None:
    event = events(DROVE_ON)["claim bij wie aansprakelijk is"]
    moments = [event.start + alarm["trigger"].dt for alarm in event.walk("VALARM")]

    assert moments == [date(2030, 12, 15), date(2031, 5, 15)]


def test_a_warning_of_which_the_moment_has_passed_is_left_out() -> None:
    event = events(DROVE_ON, date(2031, 3, 1))["claim bij wie aansprakelijk is"]

    assert len(event.walk("VALARM")) == 1


def test_what_an_insurer_should_do_raises_no_alarm() -> None:
    event = events(DROVE_ON)["antwoord van de verzekeraar"]

    assert event.walk("VALARM") == []
    assert "streefdag" in event["description"]


def test_a_settled_case_raises_no_alarm() -> None:
    event = events({**LICHT, "regeling_datum": "2026-11-01"})["claim bij wie aansprakelijk is"]

    assert event.walk("VALARM") == []
    assert "regeling" in event["description"]


def test_a_term_that_has_passed_is_left_out() -> None:
    found = events(DROVE_ON, date(2030, 1, 1))

    assert list(found) == ["claim bij wie aansprakelijk is"]


def test_nothing_known_gives_an_empty_calendar() -> None:
    assert made({}).events == []


def test_it_says_maybe_too_late_and_that_talking_stops_no_term() -> None:
    for name, event in events(CRIME).items():
        if str(event["summary"]).startswith("Laatste veilige dag"):
            assert "misschien te laat" in event["description"], name
            assert "verlengt de tijd niet" in event["description"]
        assert "verjaard" not in event["description"]


@pytest.mark.parametrize("facts", [DROVE_ON, CRIME], ids=["traffic", "crime"])
def test_nobody_who_sees_the_calendar_learns_what_happened(facts: dict[str, Any]) -> None:
    assessed = beoordeeld(facts).model_dump(mode="json")
    text = calendar(assessed, TEXTS, CASE).decode().replace("\r\n ", "").casefold()

    assert CASE.casefold() in text
    for told in ("yara", "misdrijf", "geweld", "letsel ", "slachtoffer", "schadefonds", "1.200"):
        assert told not in text
    assert text.count("class:private") == text.count("begin:vevent") > 1


def test_the_same_term_keeps_its_id_so_that_a_newer_file_replaces_it() -> None:
    before = {str(event["uid"]) for event in made(DROVE_ON).events}
    after = {str(event["uid"]) for event in made({**DROVE_ON, "bekend_op": "2026-07-01"}).events}

    assert before == after


def test_lines_are_folded_and_ended_as_calendars_want_them() -> None:
    lines = calendar(beoordeeld(DROVE_ON).model_dump(mode="json"), TEXTS, CASE).split(b"\r\n")

    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line for line in lines)


@pytest.mark.parametrize("term", TermijnId)
def test_every_term_has_words(term: TermijnId) -> None:
    assert TEXTS(f"agenda.{term}.naam")
