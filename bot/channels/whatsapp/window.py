"""The 24 hours in which one may write freely, and what may be sent after them."""

from datetime import datetime, timedelta

from bot.ports import MessageClass

# Counted from the last message of the person.
WINDOW = timedelta(hours=24)
# Outside it only a template goes that Meta approved beforehand, under these names.
LANGUAGE = "nl"
GO_ON = "verder_met_uw_intake"
A_QUESTION = "medewerker_heeft_een_vraag"
# Why a message waits in the outbox, or was given up.
OUTSIDE = "outside_window"


def window_left(last_inbound_at: datetime | None, now: datetime) -> timedelta:
    """Return how long one may still write freely; nothing when the person must answer first."""
    if last_inbound_at is None:
        return timedelta(0)
    return min(max(last_inbound_at + WINDOW - now, timedelta(0)), WINDOW)


def template_of(sort: MessageClass) -> str:
    """Return the name of the template that invites a person to come and read this."""
    return A_QUESTION if sort is MessageClass.HUMAN else GO_ON
