"""Sends one message once, as far as anybody can know.

A POST cannot be repeated safely: after a time-out the message may have gone. So it is written down
before each attempt that one is made, and every message carries our own id, which comes back in the
reports. Of a message without an answer the report is awaited, for a minute and each time twice as
long, at most a quarter of an hour. When none came, it is sent again: a question that comes twice
is a nuisance, one that never comes is the end of a conversation.
"""

from datetime import datetime, timedelta

from bot.channels.whatsapp.client import Client, NoAnswer, NotSent, Refused
from bot.channels.whatsapp.payload import Payload, addressed, carries_file
from bot.channels.whatsapp.refusals import Then, consequence, refusal_of
from bot.ports import Clock, Delivery, NobodyThere, Posted, Stage, Store, TryLater, Unreachable

FOR_A_REPORT, LONGEST_FOR_A_REPORT = timedelta(seconds=60), timedelta(minutes=15)
# A message that keeps failing after it was accepted is not sent for ever.
MOST_FAILURES = 5
_MOST_DOUBLINGS = 10
_ARRIVED = (Stage.ACCEPTED, Stage.SENT, Stage.DELIVERED, Stage.READ)
_SOON = 2.0
_ABOUT_CONTENT = (Then.FILE, Then.OURS)


def went(delivery: Delivery | None) -> bool:
    """Tell whether a message is out of our hands."""
    return delivery is not None and delivery.stage in _ARRIVED


def refused_for_its_file(delivery: Delivery | None) -> bool:
    """Tell whether a message that had a file with it may go without."""
    return (
        delivery is not None
        and delivery.stage in (Stage.REFUSED, Stage.FAILED)
        and refusal_of(delivery.reason).then in _ABOUT_CONTENT
    )


class Courier:
    """Takes messages to the API and writes down what becomes of them."""

    def __init__(self, client: Client, store: Store, clock: Clock) -> None:
        """Send with this client."""
        self._client = client
        self._store = store
        self._clock = clock

    async def bring(
        self, posted: Posted, part: int, content: Payload, known: Delivery | None
    ) -> None:
        """Send one message, unless it went already.

        Raises `TryLater`, `Unreachable` or `OutsideWindow` when it did not go or is not known to.
        """
        if went(known):
            return
        self.may_go(posted, known)
        delivery = Delivery(
            posted=posted.id,
            part=part,
            attempt=1 if known is None else known.attempt + 1,
            stage=Stage.TRYING,
            at=self._clock.now(),
        )
        if not await self._store.delivering(delivery):
            # A report came in this very moment; it tells what to do.
            raise TryLater(0, "report")
        await self._attempt(posted, delivery, addressed(content, posted.chat_id, delivery))

    async def _attempt(self, posted: Posted, delivery: Delivery, payload: Payload) -> None:
        try:
            message = await self._client.send(payload)
        except NoAnswer as silence:
            raise TryLater(_patience(delivery).total_seconds(), "no_answer") from silence
        except NotSent as down:
            await self._refused(delivery, "network")
            raise TryLater(_SOON, "network") from down
        except Refused as no:
            await self._refused(delivery, no.refusal.reason)
            if carries_file(payload) and no.refusal.then in _ABOUT_CONTENT:
                raise TryLater(0, no.refusal.reason) from no
            raise consequence(no.refusal, posted, self._clock.now()) from no
        accepted = delivery.model_copy(update={"stage": Stage.ACCEPTED, "at": self._clock.now()})
        await self._store.delivering(accepted, message)

    async def _refused(self, delivery: Delivery, reason: str) -> None:
        await self._store.delivering(
            delivery.model_copy(
                update={"stage": Stage.REFUSED, "at": self._clock.now(), "reason": reason}
            )
        )

    # --- after an earlier attempt ----------------------------------------------------------------

    def may_go(self, posted: Posted, known: Delivery | None) -> None:
        """Return when it is time to send, also after an earlier attempt; raise otherwise."""
        if known is None or known.stage is Stage.REFUSED:
            return
        now = self._clock.now()
        if known.stage is Stage.TRYING:
            _awaited(known.at + _patience(known), now, "no_answer")
            return
        refusal = refusal_of(known.reason)
        what = consequence(refusal, posted, now)
        # It goes again when the person is back, however often that is.
        if known.attempt >= MOST_FAILURES and not isinstance(what, NobodyThere):
            raise Unreachable(refusal.reason)
        if refusal.then is Then.FILE:
            return
        if not isinstance(what, TryLater):
            raise what
        _awaited(known.at + timedelta(seconds=what.seconds), now, refusal.reason)


def _awaited(until: datetime, now: datetime, reason: str) -> None:
    """Return when it is time; otherwise ask to wait for it."""
    if until > now:
        raise TryLater((until - now).total_seconds(), reason)


def _patience(delivery: Delivery) -> timedelta:
    doublings = min(delivery.attempt - 1, _MOST_DOUBLINGS)
    return min(FOR_A_REPORT * (1 << doublings), LONGEST_FOR_A_REPORT)
