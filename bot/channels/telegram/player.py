"""Plays what Telegram tells that people did, however it came: each update one turn."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, Protocol

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import Update
from pydantic import ValidationError

from bot.channels.buttons import NO_BUTTON, choice
from bot.channels.telegram.channel import NAME
from bot.channels.telegram.noticed import Noticed
from bot.channels.telegram.strangers import Strangers
from bot.channels.telegram.updates import (
    Edited,
    Forwarded,
    Membership,
    Pressed,
    Received,
    membership,
    received,
)
from bot.log import fault, log
from bot.parts import Parts
from bot.ports import (
    Barrier,
    Conversation,
    Decide,
    Inbound,
    OutOfReach,
    StoreUnavailable,
    Unreadable,
)
from dialogs.events import Act, Said

# A press is acknowledged as a courtesy; the turn is kept, and the next update waits for this.
_FOR_COURTESY = 5
_SEVERAL = "several"
# What fails this often by a mistake of ours would only hold up what comes after it.
_FAILURES_BEFORE_PASSING_OVER = 5


class Group(Protocol):
    """The group of staff, where nobody has a conversation."""

    async def heard(self, update: Update) -> bool:
        """Deal with an update of the group; False: it is another's."""
        ...


class Player:
    """Plays the updates of one bot."""

    def __init__(self, bot: Bot, parts: Parts, group: Group | None = None) -> None:
        """Play for the running program; the group gets what is said there."""
        self._bot = bot
        self._parts = parts
        self._group = group
        self._strangers = Strangers(bot, parts.texts)
        self._failures: Counter[object] = Counter()

    async def play(self, told: Mapping[str, Any]) -> None:
        """Deal with one update as it came; when this returns, what it came to is kept.

        Raises `StoreUnavailable` when it could not be kept: it has to come again. What can never
        be dealt with is logged and passed over, because it would hold up everything behind it.
        """
        try:
            update = Update.model_validate(told)
        except ValidationError:
            log.error("telegram_update_not_read", reason=_kind(told))
            return
        try:
            await self._played(update)
        except Unreadable as error:
            log.error("case_unreadable", channel=NAME, **fault(error))
        except StoreUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 - it is raised again, but not for ever
            self._failed(told, error)
        else:
            self._failures.pop(update.update_id, None)

    def _failed(self, told: Mapping[str, Any], error: Exception) -> None:
        """Let an update come again a few times, then pass it over."""
        number = told.get("update_id")
        self._failures[number] += 1
        log.error("telegram_update_failed", channel=NAME, reason=_kind(told), **fault(error))
        if self._failures[number] < _FAILURES_BEFORE_PASSING_OVER:
            raise error
        del self._failures[number]
        log.error("telegram_update_passed_over", channel=NAME, reason=_kind(told))

    async def _played(self, update: Update) -> None:
        change = membership(update)
        if change is not None:
            await self._changed(change)
            return
        if self._group is not None and await self._group.heard(update):
            return
        await self._strangers.left(update)
        got = received(update)
        if got is None:
            return
        await self._turn(got)
        if got.callback_id is not None:
            await self._acknowledge(got.callback_id)

    async def _changed(self, change: Membership) -> None:
        """Note that somebody shut the bot out, or let it in again."""
        log.info("telegram_membership_changed", reason="kicked" if change.shut_out else "member")
        parts, now = self._parts, self._parts.clock.now()
        if change.shut_out:
            away = OutOfReach(since=min(change.at, now), why=Barrier.BLOCKED)
            conversation = await parts.store.lost(NAME, change.chat_id, away)
        else:
            conversation = await parts.store.came_back(NAME, change.chat_id, now)
            parts.outbox.wake()
        if conversation is not None:
            parts.live.changed(conversation)

    async def _turn(self, got: Received) -> None:
        if isinstance(got.did, Edited):
            await self._edited(got, got.did)
        elif isinstance(got.did, Forwarded):
            await self._noticed(got, got.did.text, "telegram.doorgestuurd")
        elif isinstance(got.did, Pressed):
            place = (got.did.line, got.did.number)
            act = await choice(self._parts.store, NAME, got.chat_id, place)
            await self._handled(self._inbound(got, act))
        else:
            await self._handled(self._inbound(got, NO_BUTTON if got.did is None else got.did))

    async def _edited(self, got: Received, did: Edited) -> None:
        known = await self._parts.store.conversation_of(NAME, got.chat_id)
        if known is None or not await self._said_before(known, did):
            await self._noticed(got, did.text, "telegram.bericht_gewijzigd")

    async def _noticed(self, got: Received, text: str, key: str) -> None:
        """Take words that are no answer, unless they are the first that this person says."""
        inbound = self._inbound(got, Said(text=text))
        if await self._parts.store.conversation_of(NAME, got.chat_id) is None:
            await self._handled(inbound)
            return
        noticed = Noticed(self._parts, inbound)
        await self._handled(inbound, lambda known: noticed.said(known, text, key))

    async def _said_before(self, known: Conversation, did: Edited) -> bool:
        """Tell whether the words stayed the same: Telegram also tells of changes nobody sees."""
        lines = await self._parts.store.transcript(known.id)
        return any(line.at == did.sent_at and line.act == Said(text=did.text) for line in lines)

    async def _handled(self, inbound: Inbound, decide: Decide | None = None) -> None:
        await self._parts.service.handle(inbound, decide)
        if inbound.file is not None:
            self._parts.fetching.wake()

    def _inbound(self, got: Received, act: Act) -> Inbound:
        return Inbound(
            channel=NAME,
            chat_id=got.chat_id,
            message_id=got.message_id,
            at=got.at or self._parts.clock.now(),
            act=act,
            file=got.file,
        )

    async def _acknowledge(self, callback_id: str) -> None:
        try:
            await self._bot.answer_callback_query(callback_id, request_timeout=_FOR_COURTESY)
        except AiogramError as error:
            # "query is too old", or no network: the spinner ends by itself, the turn is committed.
            log.info("telegram_press_not_acknowledged", error=type(error).__name__)


def _kind(told: Mapping[str, Any]) -> str:
    """Return which kind of update it is, by its name only."""
    kinds = [name for name in told if name != "update_id"]
    return kinds[0] if len(kinds) == 1 else _SEVERAL
