"""A human takes a conversation over, answers in it, and gives it back."""

import asyncio
from collections.abc import Callable
from datetime import date
from enum import StrEnum

from bot.clock import day_of
from bot.parts import Parts
from bot.ports import Closing, Conversation, Decision, MessageClass, Outgoing, Part
from bot.service import labels
from dialogs.effects import Say, Step
from dialogs.events import Command, Commanded, Event
from dialogs.session import Session, State
from dialogs.staff.acts import Refused, StaffAsked, StaffEvent, first_name
from dialogs.staff.filling import staffed
from dialogs.staff.takeover import closed, released, told
from dialogs.urgency import handled, urgency

# Whoever types longer is better helped by telephone; it fits every channel in one message.
LONGEST_REPLY = 2000
# Forms that may come again: those of somebody who presses twice, or goes back in the browser.
_REMEMBERED = 50
_LONGEST_WAIT, _LOOK = 3.0, 0.05
_Said = tuple[tuple[MessageClass, Outgoing], ...]


class Came(StrEnum):
    """What became of what a member of staff wanted."""

    DONE = "done"
    # Taken over, while a message of the script was on its way already.
    UNDER_WAY = "under_way"
    # Kept in the conversation; it arrives when the person is back.
    OUT_OF_REACH = "out_of_reach"
    # Somebody else was first, or the case is not theirs.
    LOST = "lost"
    EMPTY = "empty"
    TOO_LONG = "too_long"


class Ending(StrEnum):
    """Why a case is closed."""

    AFGEHANDELD = "afgehandeld"
    DOORVERWEZEN = "doorverwezen"
    WIL_NIET_VERDER = "wil_niet_verder"
    NIET_BEREIKBAAR = "niet_bereikbaar"
    GEEN_ZAAK = "geen_zaak"
    DUBBEL = "dubbel"


class Takeover:
    """What staff do in a conversation; the store sees to it that one at a time does."""

    def __init__(self, parts: Parts) -> None:
        """Work in the conversations of the running program."""
        self._parts = parts
        self._store = parts.store

    async def take(self, case: str, name: str, epoch: int) -> Came:
        """Give a case to this member of staff, if nobody did anything with it since this epoch.

        The person is told in the same breath: a program that dies in between has done neither.
        """
        claimed = await self._store.claim(
            case, name, epoch, self._parts.clock.now(), lambda known: self._announced(known, name)
        )
        if claimed is None:
            return await self._whose(case, name)
        self._news(claimed.id)
        # What is on its way goes before the announcement, which waits for it in the outbox.
        return Came.DONE if await self._settled(claimed.id) else Came.UNDER_WAY

    async def reply(self, case: str, name: str, reply_id: str, text: str) -> Came:
        """Send what a member of staff wrote, once for each id."""
        text = text.replace("\r\n", "\n").strip()
        if not text or len(text) > LONGEST_REPLY:
            return Came.TOO_LONG if text else Came.EMPTY
        came = Came.LOST

        def decide(known: Conversation) -> Decision:
            nonlocal came
            came = _taken(known, name)
            if came is Came.LOST or reply_id in known.session.replies:
                return _nothing(known)
            return self._replied(known, reply_id, text)

        await self._amend(case, decide)
        return came

    async def give_back(self, case: str, name: str, epoch: int) -> Came:
        """Give a case of this member of staff back to the script."""
        known = await self._store.conversation(case=case)
        if known is None or known.owner != name:
            return Came.LOST
        freed = await self._store.claim(case, None, epoch, self._parts.clock.now(), self._released)
        return self._done(freed)

    async def close(self, case: str, name: str, epoch: int, why: Ending) -> Came:
        """Close a case that is nobody's or of this member of staff; the person is told how on."""
        known = await self._store.conversation(case=case)
        if known is None or known.owner not in (None, name):
            return Came.LOST
        closing = Closing(by=name, at=self._parts.clock.now(), why=why)
        return self._done(await self._store.close_case(case, closing, epoch, self._closed))

    async def staffed(self, case: str, event: StaffEvent, form_id: str) -> Came | Refused:
        """Write in a case of this member of staff, or ask in it, once for each id of a form."""
        came: Came | Refused = Came.LOST

        def decide(known: Conversation) -> Decision:
            nonlocal came
            came = _taken(known, event.by)
            if came is Came.LOST or form_id in known.session.replies:
                return _nothing(known)
            done = staffed(self._parts.script, known.session, event, self._today())
            if isinstance(done, Refused):
                came = done
                return _nothing(known)
            return self._written(known, *done, event, form_id)

        await self._amend(case, decide)
        return came

    # --- what is said ----------------------------------------------------------------------------

    def _announced(self, known: Conversation, name: str) -> Decision:
        begun = Say(key="overname.begonnen", params={"naam": first_name(name)})
        taken = told(self._parts.script, known.session, self._event(known), self._today(), begun)
        # Words to a human are no choice from a list that the script put on the screen.
        session = known.session.model_copy(update={"menu": None})
        # Whoever takes a case has its alarms before their eyes, and the case in hand.
        session = handled(session, known.labels.signals)
        known = known.model_copy(update={"session": session})
        return _with_human(known, ((MessageClass.SYSTEM, self._outgoing(known, taken)),))

    def _replied(self, known: Conversation, reply_id: str, text: str) -> Decision:
        taken = told(self._parts.script, known.session, self._event(known), self._today())
        outgoing = self._outgoing(known, taken).model_copy(update={"parts": (Part(text=text),)})
        session = _remembered(known.session, reply_id)
        if session.put is not None:
            # What the person types from now on is said to this, and not to what was asked before.
            put = session.put.model_copy(update={"listens": False})
            session = session.model_copy(update={"put": put})
        return _with_human(
            known.model_copy(update={"session": session}), ((MessageClass.HUMAN, outgoing),)
        )

    def _written(
        self, known: Conversation, session: Session, taken: Step, event: StaffEvent, form_id: str
    ) -> Decision:
        """Return what staff wrote as a turn; the person hears of it only what is put to them."""
        if isinstance(event, StaffAsked):
            asks = Say(key="overname.vraag", params={"naam": first_name(event.by)})
            taken = taken.model_copy(update={"effects": (asks, *taken.effects)})
        fresh = _remembered(session, form_id)
        said = self._parts.service.outgoing(taken, fresh, known.case)
        return Decision(
            session=fresh,
            labels=labels(fresh, taken, held=True),
            outgoing=((MessageClass.HUMAN, said),) if taken.effects else (),
        )

    def _released(self, known: Conversation) -> Decision:
        event = self._event(known)
        session, taken = released(self._parts.script, known.session, event, self._today())
        outgoing = self._parts.service.outgoing(taken, session, known.case)
        return Decision(
            session=session,
            labels=labels(session, taken),
            outgoing=((MessageClass.BOT, outgoing),),
        )

    def _closed(self, known: Conversation) -> Decision:
        event = self._event(known)
        known = known.model_copy(update={"session": handled(known.session, known.labels.signals)})
        session, taken = closed(self._parts.script, known.session, event, self._today())
        outgoing = self._parts.service.outgoing(taken, session, known.case)
        return Decision(
            session=session,
            labels=labels(session, taken),
            outgoing=((MessageClass.SYSTEM, outgoing),),
        )

    def _outgoing(self, known: Conversation, taken: Step) -> Outgoing:
        return self._parts.service.outgoing(taken, known.session, known.case)

    def _event(self, known: Conversation) -> Event:
        now = self._parts.clock.now()
        return Event(act=Commanded(command=Command.START), at=now, channel=known.channel)

    def _today(self) -> date:
        return day_of(self._parts.clock.now())

    # --- the store -------------------------------------------------------------------------------

    async def _whose(self, case: str, name: str) -> Came:
        """Return what a claim that came too late comes to: pressing twice is no conflict."""
        known = await self._store.conversation(case=case)
        return Came.DONE if known is not None and known.owner == name else Came.LOST

    async def _settled(self, conversation: int) -> bool:
        """Wait for the one message that may be on its way; False when that takes too long."""
        for _ in range(int(_LONGEST_WAIT / _LOOK)):
            if not await self._store.in_flight(conversation):
                return True
            await asyncio.sleep(_LOOK)
        return False

    async def _amend(self, case: str, decide: Callable[[Conversation], Decision]) -> None:
        turn = await self._store.amend(case, self._parts.clock.now(), decide)
        if turn is not None:
            self._news(turn.conversation)

    def _done(self, changed: Conversation | None) -> Came:
        if changed is None:
            return Came.LOST
        self._news(changed.id)
        return Came.DONE

    def _news(self, conversation: int) -> None:
        self._parts.outbox.wake()
        self._parts.live.changed(conversation)


def _taken(known: Conversation, name: str) -> Came:
    """Return what becomes of something for the person by a member of staff."""
    if known.owner != name:
        return Came.LOST
    return Came.DONE if known.out_of_reach is None else Came.OUT_OF_REACH


def _nothing(known: Conversation) -> Decision:
    return Decision(session=known.session, labels=known.labels)


def _remembered(session: Session, form_id: str) -> Session:
    replies = (*session.replies, form_id)[-_REMEMBERED:]
    return session.model_copy(update={"replies": replies})


def _with_human(known: Conversation, said: _Said) -> Decision:
    how = urgency(known.session, known.labels.signals, held=True)
    taken = known.labels.model_copy(update={"state": State.WITH_HUMAN, "urgency": how})
    return Decision(session=known.session, labels=taken, outgoing=said)
