"""Plays what a webhook says that people did: each message one turn, kept before it is answered."""

from datetime import timedelta

from bot.channels.buttons import NO_BUTTON, choice
from bot.channels.whatsapp.amending import Amending
from bot.channels.whatsapp.limits import NAME
from bot.channels.whatsapp.payload import own
from bot.channels.whatsapp.unread import Unread
from bot.channels.whatsapp.updates import (
    Edited,
    Heard,
    Moved,
    Pressed,
    Report,
    Revoked,
)
from bot.channels.whatsapp.window import OUTSIDE
from bot.log import log
from bot.parts import Parts
from bot.ports import Conversation, Decide, Decision, Delivery, Inbound, Stage, Turn
from dialogs.events import Act, Said

# Operators give a number that was given up to somebody else, but not within months.
_SAME_PERSON = timedelta(days=90)


class Turns:
    """Plays messages, moves conversations along and writes reports down."""

    def __init__(self, parts: Parts, unread: Unread) -> None:
        """Play for the running program."""
        self._parts = parts
        self._store = parts.store
        self._unread = unread

    async def take(self, one: Heard | Moved | Report) -> None:
        """Deal with one thing; when this returns, what it came to is kept."""
        if isinstance(one, Moved):
            await self._moved(one.old, one.new)
        elif isinstance(one, Report):
            await self._reported(one)
        else:
            await self._heard(one)

    # --- what people did -------------------------------------------------------------------------

    async def _heard(self, heard: Heard) -> None:
        await self._known_by_id(heard)
        turn = await self._played(heard)
        if turn is None or turn.duplicate:
            return
        self._unread.heard(heard.chat_id, heard.message_id)
        # Whatever waited for the person to be back goes first.
        await self._store.hasten(turn.conversation, OUTSIDE)
        self._parts.outbox.wake()

    async def _played(self, heard: Heard) -> Turn | None:
        did = heard.did
        if isinstance(did, Edited):
            return await self._edited(heard, did)
        if isinstance(did, Revoked):
            return await self._revoked(heard, did)
        if isinstance(did, Pressed):
            return await self._decided(self._inbound(heard, await self._pressed(heard, did)))
        return await self._decided(self._inbound(heard, did))

    async def _pressed(self, heard: Heard, did: Pressed) -> Act:
        if did.place is None:
            return NO_BUTTON
        return await choice(self._store, NAME, heard.chat_id, did.place)

    async def _edited(self, heard: Heard, did: Edited) -> Turn | None:
        inbound = self._inbound(heard, Said(text=did.text))
        sent_at = await self._store.received_at(NAME, heard.chat_id, did.original)
        if sent_at is None:
            # The edit came first: it is the message, and the old words count no more.
            original = {"message_id": did.original}
            return await self._decided(inbound.model_copy(update=original))
        known = await self._store.conversation_of(NAME, heard.chat_id)
        last = None if known is None else (await self._store.reach(known.id)).heard_at
        amending = Amending(self._parts, inbound)

        def decide(known: Conversation) -> Decision:
            return amending.edited(known, did.text, sent_at, was_last=last == sent_at)

        return await self._decided(inbound, decide)

    async def _revoked(self, heard: Heard, did: Revoked) -> Turn | None:
        inbound = self._inbound(heard, Said(text=self._parts.texts("whatsapp.verwijderd")))
        sent_at = await self._store.received_at(NAME, heard.chat_id, did.original)
        amending = Amending(self._parts, inbound)
        if sent_at is not None:
            return await self._decided(inbound, lambda known: amending.revoked(known, sent_at))
        if await self._store.conversation_of(NAME, heard.chat_id) is None:
            return None
        # Taken back before it came: it must not be played when it comes after all.
        original = {"message_id": did.original}
        return await self._decided(inbound.model_copy(update=original), amending.silent)

    async def _decided(self, inbound: Inbound, decide: Decide | None = None) -> Turn:
        turn = await self._parts.service.handle(inbound, decide)
        if inbound.file is not None:
            self._parts.fetching.wake()
        return turn

    def _inbound(self, heard: Heard, act: Act) -> Inbound:
        now = self._parts.clock.now()
        return Inbound(
            channel=NAME,
            chat_id=heard.chat_id,
            message_id=heard.message_id,
            # When it was written, also when it comes days later; never in the future.
            at=min(heard.at or now, now),
            act=act,
            file=heard.file,
        )

    # --- who people are --------------------------------------------------------------------------

    async def _known_by_id(self, heard: Heard) -> None:
        """Let a conversation that began under a number go on under the id of the same person."""
        if heard.number is None:
            return
        if await self._store.conversation_of(NAME, heard.chat_id) is not None:
            return
        begun = await self._store.conversation_of(NAME, heard.number)
        if begun and self._parts.clock.now() - begun.changed_at < _SAME_PERSON:
            await self._moved(heard.number, heard.chat_id)

    async def _moved(self, old: str, new: str) -> None:
        moved = await self._store.readdress(NAME, old, new)
        log.info("whatsapp_person_moved", status=int(moved))

    # --- what became of ours ---------------------------------------------------------------------

    async def _reported(self, report: Report) -> None:
        delivery = await self._delivery(report)
        if delivery is None:
            log.info("whatsapp_report_of_another_message", reason=report.stage)
            return
        changed = await self._store.delivering(delivery)
        if changed and report.stage is Stage.FAILED:
            log.warning("whatsapp_failed_afterwards", reason=report.reason)
            self._parts.outbox.wake()

    async def _delivery(self, report: Report) -> Delivery | None:
        """Return the step that a report tells of: by our own id in it, else by Meta's."""
        ours = own(report.own) or await self._store.delivery_of(NAME, report.message)
        if ours is None:
            return None
        return Delivery(
            posted=ours.posted,
            part=ours.part,
            attempt=ours.attempt,
            stage=report.stage,
            at=report.at or self._parts.clock.now(),
            reason=report.reason,
        )
