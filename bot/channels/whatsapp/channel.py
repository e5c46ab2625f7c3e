"""Sending by WhatsApp: what may go now, in how many messages, and what must wait."""

from aiohttp import ClientError

from bot.channels.whatsapp.client import Client
from bot.channels.whatsapp.copying import Copying
from bot.channels.whatsapp.courier import Courier, refused_for_its_file, went
from bot.channels.whatsapp.limits import NAME
from bot.channels.whatsapp.messages import Message, messages
from bot.channels.whatsapp.payload import Payload, of_message, of_template
from bot.channels.whatsapp.refusals import OutsideWindow
from bot.channels.whatsapp.unread import Unread
from bot.channels.whatsapp.window import OUTSIDE, template_of, window_left
from bot.channels.whatsapp.written import Words
from bot.log import log
from bot.ports import (
    INVITATION,
    LONGEST_HOLD,
    Clock,
    Delivery,
    MessageClass,
    Posted,
    Reach,
    Stage,
    Store,
    TryLater,
    Unreachable,
)
from dialogs.session import State

# Looked at again now and then; the person's next message hastens it.
_HOLD_SECONDS = 6 * 60 * 60.0
# These wait for the person. What the bot had to say it says anew when they are back.
_HELD = (MessageClass.HUMAN, MessageClass.SYSTEM, MessageClass.SAFETY)
_NOT_INVITED = (State.STOPPED, State.ERASED)


class WhatsAppChannel:
    """The channel over one business number."""

    name = NAME

    def __init__(  # noqa: PLR0913 - the parts of one channel
        self,
        client: Client,
        store: Store,
        clock: Clock,
        words: Words,
        unread: Unread,
        *,
        copying: Copying,
    ) -> None:
        """Send with this client, in these words."""
        self._client = client
        self._copying = copying
        self._store = store
        self._clock = clock
        self._words = words
        self._unread = unread
        self._courier = Courier(client, store, clock)

    async def send(self, posted: Posted) -> None:
        """Send a turn, or invite the person to come back for it."""
        shown = messages(posted, self._words)
        if not shown:
            return
        reach = await self._store.reach(posted.conversation, posted.id)
        try:
            await self._send(posted, shown, reach)
        except OutsideWindow:
            await self._invite(posted, reach)
            self._wait_or_give_up(posted)

    async def _send(self, posted: Posted, shown: tuple[Message, ...], reach: Reach) -> None:
        known = {delivery.part: delivery for delivery in reach.deliveries}
        if all(went(known.get(part)) for part in range(1, len(shown) + 1)):
            return
        if not self._open(posted, reach):
            raise OutsideWindow
        await self._no_question_after_a_later_one(posted, reach)
        await self._read(posted.chat_id)
        for part, message in enumerate(shown, 1):
            content = await self._content(posted, message, known.get(part))
            await self._courier.bring(posted, part, content, known.get(part))

    async def _content(self, posted: Posted, message: Message, known: Delivery | None) -> Payload:
        """Return what to send; a file is left at Meta at the last moment, and only for this."""
        opener = self._words.texts("whatsapp.kies")
        if not message.without or went(known) or refused_for_its_file(known):
            return of_message(message, opener)
        self._courier.may_go(posted, known)
        return of_message(message, opener, await self._copying.uploaded(posted.chat_id))

    def _open(self, posted: Posted, reach: Reach) -> bool:
        # After an erasure nothing is known but the last words, which answer a message.
        heard_at = reach.heard_at or posted.at
        return bool(window_left(heard_at, self._clock.now()))

    async def _no_question_after_a_later_one(self, posted: Posted, reach: Reach) -> None:
        """Give up what the bot said if it failed afterwards and the conversation went on."""
        failed = next((one for one in reach.deliveries if one.stage is Stage.FAILED), None)
        if failed is None or posted.message_class is not MessageClass.BOT:
            return
        if refused_for_its_file(failed):
            return
        if await self._store.transcript(posted.conversation, after=posted.line, limit=1):
            raise Unreachable(failed.reason or "failed")

    async def _read(self, chat_id: str) -> None:
        """Show that the last message was read and is being answered; a courtesy, no more."""
        message_id = self._unread.taken(chat_id)
        if message_id is None:
            return
        try:
            await self._client.read(message_id)
        except (ClientError, TimeoutError) as error:
            log.info("whatsapp_read_mark_failed", error=type(error).__name__)

    # --- outside the window ----------------------------------------------------------------------

    async def _invite(self, posted: Posted, reach: Reach) -> None:
        """Send the template once, however much waits, until the person is heard again."""
        mine = next((one for one in reach.deliveries if one.part == INVITATION), None)
        if self._invited(reach, mine) or await self._stopped(posted):
            return
        template = of_template(template_of(posted.message_class))
        try:
            await self._courier.bring(posted, INVITATION, template, mine)
        except OutsideWindow as odd:
            raise Unreachable(OUTSIDE) from odd

    def _invited(self, reach: Reach, mine: Delivery | None) -> bool:
        if mine is not None and mine.stage is Stage.TRYING:
            return False
        heard = reach.heard_at
        return reach.invited_at is not None and (heard is None or reach.invited_at > heard)

    async def _stopped(self, posted: Posted) -> bool:
        known = await self._store.conversation_of(NAME, posted.chat_id)
        return known is None or known.labels.state in _NOT_INVITED

    def _wait_or_give_up(self, posted: Posted) -> None:
        age = self._clock.now() - posted.at
        if posted.message_class in _HELD and age < LONGEST_HOLD:
            raise TryLater(_HOLD_SECONDS, OUTSIDE)
        raise Unreachable(OUTSIDE)
