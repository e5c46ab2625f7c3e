"""The terms of one person, for their own calendar: days and what to do, and nothing about them.

A calendar is often shared or seen by others: no name, no injury, no crime and no kind of case.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from bot.days.terms_ahead import is_right
from bot.sentences.texts import Texts
from calc.dagen import dagen_later, maanden_later
from calc.termijnen import TermijnStatus

# When a last day is announced, in months before it and at this hour of the morning.
_ALARMS = (6, 1)
_HOUR = timedelta(hours=9)
_PRODID = "-//Letselwijzer//NL"
_SETTLED = "termijn_geregeld"


def calendar(beoordeling: Mapping[str, Any], texts: Texts, case: str) -> bytes:
    """Return the terms that still run as a calendar file (RFC 5545), the soonest first.

    Each stands on the last day on which it is certainly not too late, as the assessment was
    stored. Without a running term the calendar is empty.
    """
    made = Calendar()
    made.add("prodid", _PRODID)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", texts("agenda.titel", zaak=case))
    for term in running(beoordeling):
        made.add_component(_event(term, _assessed_on(beoordeling), texts, case))
    return bytes(made.to_ical())


def running(beoordeling: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    """Return the stored terms that had not passed yet, the soonest first."""
    terms = (
        term for term in beoordeling["termijnen"] if term["status"] != TermijnStatus.VERSTREKEN
    )
    return tuple(sorted(terms, key=lambda term: str(term["veilig_tot"])))


def _event(term: Mapping[str, Any], assessed_on: date, texts: Texts, case: str) -> Event:
    sort = "recht" if is_right(term["id"]) else "proces"
    safe_until = date.fromisoformat(term["veilig_tot"])
    head = texts(f"agenda.{sort}.kop", naam=texts(f"agenda.{term['id']}.naam"))
    event = Event()
    # The same term keeps its id, so a newer file replaces it; the id itself tells nothing.
    event.add("uid", str(uuid5(NAMESPACE_URL, f"letselwijzer:{case}/{term['id']}")))
    event.add("dtstamp", datetime.combine(assessed_on, time.min, tzinfo=UTC))
    event.add("dtstart", safe_until)
    event.add("dtend", dagen_later(safe_until, 1))
    event.add("summary", head)
    settled = _is_settled(term)
    about = {"zaak": case, "veilig": safe_until, "geregeld": settled}
    event.add("description", texts(f"agenda.{sort}.uitleg", **about))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    if sort == "recht" and not settled:
        for before in _alarms(safe_until, assessed_on):
            event.add_component(_alarm(before, texts("agenda.alarm", kop=head)))
    return event


def _alarms(safe_until: date, assessed_on: date) -> Iterator[timedelta]:
    """Yield how long before the day to warn; a moment that has passed warns nobody."""
    for months in _ALARMS:
        day = maanden_later(safe_until, -months)
        if day > assessed_on:
            yield day - safe_until + _HOUR


def _alarm(before: timedelta, words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    # Counted from the beginning of the day: calendars drop alarms at a fixed moment more often.
    alarm.add("trigger", before)
    return alarm


def _is_settled(term: Mapping[str, Any]) -> bool:
    return any(reason["sleutel"] == _SETTLED for reason in term["redenen"])


def _assessed_on(beoordeling: Mapping[str, Any]) -> date:
    return date.fromisoformat(beoordeling["herkomst"]["berekend_op"])
