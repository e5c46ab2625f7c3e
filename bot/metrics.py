"""Figures for operators: how much and how long, never who or what."""

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)

MEDIA_TYPE = CONTENT_TYPE_LATEST
REGISTRY = CollectorRegistry()

TURNS = Counter(
    "letselwijzer_turns", "Messages of people that were taken", ["channel"], registry=REGISTRY
)
DUPLICATES = Counter(
    "letselwijzer_duplicates", "Messages that came twice", ["channel"], registry=REGISTRY
)
TURN_SECONDS = Histogram(
    "letselwijzer_turn_seconds",
    "From message to committed answer",
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
    registry=REGISTRY,
)
SAFETY = Counter(
    "letselwijzer_safety_answers", "Answers in which a safety rail spoke", registry=REGISTRY
)
SENT = Counter("letselwijzer_sent", "Messages delivered", ["channel"], registry=REGISTRY)
POSTPONED = Counter(
    "letselwijzer_postponed", "Sendings to be tried again", ["channel"], registry=REGISTRY
)
GIVEN_UP = Counter(
    "letselwijzer_given_up", "Messages that could not be delivered", ["channel"], registry=REGISTRY
)
FILES = Counter(
    "letselwijzer_files",
    "Files of people, by what became of them",
    ["channel", "outcome"],
    registry=REGISTRY,
)
SENDING = Gauge("letselwijzer_sending", "Sendings in flight now", ["channel"], registry=REGISTRY)
ERASED = Counter(
    "letselwijzer_erased_by_retention",
    "Conversations erased because their time was up",
    registry=REGISTRY,
)
ALARMS_OPEN = Gauge(
    "letselwijzer_alarms_open", "Alarms that nobody has seen yet", ["kind"], registry=REGISTRY
)
ALARM_STEPS = Counter(
    "letselwijzer_alarm_steps", "Times that alarms went up the ladder", registry=REGISTRY
)
NOTICES = Counter(
    "letselwijzer_notices", "Notices sent to staff", ["notifier", "kind"], registry=REGISTRY
)
NOTICES_POSTPONED = Counter(
    "letselwijzer_notices_postponed",
    "Notices to staff to be tried again",
    ["notifier"],
    registry=REGISTRY,
)
FOLLOWUPS = Counter(
    "letselwijzer_followups",
    "Cases of which the criteria came up for another test",
    registry=REGISTRY,
)
FAULTS = Counter("letselwijzer_faults", "Requests that ended in a fault", registry=REGISTRY)


def exposition() -> bytes:
    """Return all figures as Prometheus reads them."""
    return generate_latest(REGISTRY)
