"""The case on five lines: what a handler must know before anything else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.handoff.templates import Words
from bot.handoff.terms import Term
from bot.handoff.told import changed, label
from bot.sentences.texts import Texts
from dialogs.questions import YES
from dialogs.session import Status
from dialogs.summary import Summary
from dialogs.urgency import Urgency, urgency_of_alarm, urgency_of_signal

# Whether the injured person agrees that a relative tells this.
_CONSENT = "toestemming_gewonde"


@dataclass(frozen=True)
class Card:
    """Process code and why, gaps, contradictions, terms, signals."""

    code: str | None
    why: str
    retest: str | None
    missing: tuple[str, ...]
    more_open: int
    contradictory: tuple[str, ...]
    changed: tuple[str, ...]
    unconfirmed: tuple[str, ...]
    terms: tuple[Term, ...]
    process_terms: int
    signals: tuple[tuple[Urgency, tuple[str, ...]], ...]


def card(
    known: Summary,
    assessed: Mapping[str, Any] | None,
    terms: tuple[Term, ...],
    urgency: Urgency,
    texts: Texts,
) -> Card:
    """Return the card of a case that stands in the queue with this urgency."""
    code = {} if assessed is None else assessed["classificatie"]
    needed = frozenset(code.get("ontbreekt", ()))
    words = Words(texts)
    return Card(
        code=code.get("uitkomst"),
        why=_why(code, texts),
        retest=code.get("hertoetsen_op"),
        missing=tuple(words.feit(path) for path in code.get("ontbreekt", ())),
        more_open=sum(point.fact not in needed for point in known.open_points),
        contradictory=contradictory(assessed),
        changed=changed(known.told, texts),
        unconfirmed=tuple(
            label(one.question, one.fact, one.index, texts) for one in known.unconfirmed
        ),
        terms=tuple(term for term in terms if term.right),
        process_terms=sum(not term.right for term in terms),
        signals=tuple(_signals(known, assessed, urgency, texts)),
    )


def contradictory(assessed: Mapping[str, Any] | None) -> tuple[str, ...]:
    """Return the ids of the answers that hardly fit, as they were stored."""
    # An assessment that was stored before there were any has no such list.
    return tuple(one["reden"] for one in (assessed or {}).get("tegenspraak", ()))


def _why(code: Mapping[str, Any], texts: Texts) -> str:
    """Return what decided the process code: the first reason that can decide it."""
    for reason in code.get("redenen", ()):
        key = f"balie.kaart.waarom.{reason['sleutel']}"
        if key in texts:
            cause = Words(texts).naam(reason["waarden"].get("oorzaak"), "oorzaak")
            return texts(key, criteria=_failed(code, texts), oorzaak=cause)
    return ""


def _failed(code: Mapping[str, Any], texts: Texts) -> str:
    return "; ".join(
        texts(
            "balie.kaart.criterium",
            criterium=Words(texts).naam(criterium["id"], "criterium"),
            waarom=criterium["uitleg"],
        )
        for criterium in code["criteria"]
        if criterium["uitkomst"] == "niet_gehaald"
    )


def _signals(
    known: Summary, assessed: Mapping[str, Any] | None, urgency: Urgency, texts: Texts
) -> Iterator[tuple[Urgency, tuple[str, ...]]]:
    """Yield what must be seen now, today, and then the rest; each kind of alarm once.

    What was handled is no longer for now or today.
    """
    words = Words(texts)
    found: dict[Urgency, list[str]] = {how: [] for how in Urgency}
    for alarm in dict.fromkeys(raised.alarm for raised in known.alarms):
        is_open = any(one.alarm == alarm and not one.handled for one in known.alarms)
        how = urgency_of_alarm(alarm) if is_open else Urgency.NORMAL
        found[how].append(words.naam(alarm, "alarm"))
    consent = _without_consent(known)
    if consent is not None:
        found[Urgency.TODAY].append(texts(f"balie.kaart.toestemming.{consent}"))
    for signal in () if assessed is None else assessed["signalen"]:
        how = Urgency.NORMAL if signal in known.handled else urgency_of_signal(signal)
        found[how].append(words.naam(signal, "signaal"))
    if urgency is not Urgency.NORMAL and not found[urgency]:
        # Nothing that was told makes it urgent: the person asked for a human.
        found[urgency].append(texts("balie.zaken.vraagt_mens"))
    return ((how, tuple(names)) for how, names in found.items() if names)


def _without_consent(known: Summary) -> str | None:
    """Return what is known of the consent of the injured person; None where it is no question."""
    if any(point.question == _CONSENT for point in known.open_points):
        return "onbekend"
    told = next((one for one in known.told if one.question == _CONSENT), None)
    if told is None or told.given.status is not Status.ANSWERED:
        return None if told is None else "onbekend"
    value = str(told.given.shown.value)
    return None if value == YES else value
