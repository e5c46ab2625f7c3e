"""What staff do in the group: they write to the person, or press a button under the card."""

import asyncio
from collections.abc import Sequence

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import CallbackQuery, Message, Update, User

from bot.channels.telegram.forum.group import Group, Key, TopicGone
from bot.channels.telegram.forum.keys import Act, Pressed, pressed
from bot.channels.telegram.forum.mirror import Mirror
from bot.channels.telegram.said import said_by_somebody
from bot.log import log
from bot.parts import Parts
from bot.takeover import Came, Takeover

# Who writes this first talks to colleagues, not to the person.
_NOTE = "//"
# "/help", as the menu of the group writes it; nothing of that sort is meant for the person.
_COMMAND = "/"
_REFUSED = {
    Came.OUT_OF_REACH: "groep.komt_niet_aan",
    Came.LOST: "groep.eerst_nemen",
    Came.EMPTY: "groep.alleen_tekst",
    Came.TOO_LONG: "groep.te_lang",
}
_PRESSED = {
    Came.DONE: "groep.gedaan",
    Came.UNDER_WAY: "balie.overname.goed.onderweg",
}
_SECONDS_FOR_COURTESY = 5


class Hearing:
    """Plays the updates of the staff group."""

    def __init__(self, bot: Bot, parts: Parts, group: Group, mirror: Mirror) -> None:
        """Hear this group."""
        self._bot = bot
        self._texts = parts.texts
        self._store = parts.store
        self._topics = parts.store.topics
        self._takeover = Takeover(parts)
        self._group = group
        self._mirror = mirror

    async def heard(self, update: Update) -> bool:
        """Deal with an update of the group; False: it is another's."""
        if update.my_chat_member is not None:
            return await self._added(update.my_chat_member.chat.id)
        if update.callback_query is not None:
            return await self._press(update.callback_query)
        message = update.message or update.edited_message
        if message is None:
            return False
        if message.migrate_from_chat_id == self._group.chat:
            self._group.moved(message.chat.id)
        if message.chat.id != self._group.chat:
            return False
        if update.message is not None:
            await self._message(update.update_id, message)
        elif await self._goes_to_person(message):
            await self._answered(message, "groep.gewijzigd")
        return True

    async def _added(self, chat: int) -> bool:
        """Tell whether it is this group: it may have become another one a moment ago."""
        if chat != self._group.chat:
            try:
                async with asyncio.timeout(_SECONDS_FOR_COURTESY):
                    await self._group.find()
            except (AiogramError, TimeoutError) as error:
                log.info("telegram_group_not_answered", error=type(error).__name__)
                return True
        return chat == self._group.chat

    async def _message(self, number: int, message: Message) -> None:
        case = await self._case(message)
        user, text = message.from_user, message.text
        if case is None or user is None or not said_by_somebody(message):
            return
        if message.sender_chat is not None:
            # An administrator who hides: nobody knows whose words these would be.
            await self._answered(message, "groep.anoniem")
            return
        if user.is_bot or (text or message.caption or "").startswith(_NOTE):
            return
        if text is None or text.startswith(_COMMAND):
            await self._answered(message, "groep.alleen_tekst" if text is None else "groep.hulp")
            return
        name = await self._name(user)
        if name is None:
            await self._stranger(message)
            return
        came = await self._takeover.reply(case, name, f"{number:032x}", text)
        if came in (Came.DONE, Came.OUT_OF_REACH):
            self._mirror.typed_here(case, text)
        if came in _REFUSED:
            await self._answered(message, _REFUSED[came])

    async def _press(self, query: CallbackQuery) -> bool:
        message = query.message
        if message is None or message.chat.id != self._group.chat:
            return False
        told = pressed(query.data or "")
        name = await self._name(query.from_user)
        case = await self._case(message) if isinstance(message, Message) else None
        if name is None:
            said = "groep.vreemde"
        elif case is None or told is None or not isinstance(message, Message):
            said = "groep.onbekende_knop"
        elif told.act is Act.CLOSE and told.why is None:
            said = await self._reasons(message, told.epoch)
        elif told.act is Act.NOT_YET:
            said = await self._restored(message, case)
        else:
            said = _PRESSED.get(await self._done(case, name, told), "groep.iemand_was_eerder")
        await self._acknowledged(query, self._texts(said, nummer=query.from_user.id))
        return True

    async def _done(self, case: str, name: str, told: Pressed) -> Came:
        if told.act is Act.TAKE:
            return await self._takeover.take(case, name, told.epoch)
        if told.act is Act.GIVE_BACK:
            return await self._takeover.give_back(case, name, told.epoch)
        if told.why is None:
            return Came.LOST
        return await self._takeover.close(case, name, told.epoch, told.why)

    async def _reasons(self, message: Message, epoch: int) -> str:
        """Put the reasons for closing under the card, in place of its buttons."""
        await self._under_card(message, self._mirror.keys.of_closing(epoch))
        return "groep.kies_reden"

    async def _restored(self, message: Message, case: str) -> str:
        """Put the buttons of the card back."""
        known = await self._store.conversation(case=case)
        if known is not None:
            closed = known.handling.closed is not None
            keys = self._mirror.keys.of_card(case, known.owner, known.epoch, closed=closed)
            await self._under_card(message, keys)
        return "groep.gedaan"

    async def _under_card(self, message: Message, keys: Sequence[Key]) -> None:
        try:
            async with asyncio.timeout(_SECONDS_FOR_COURTESY):
                await self._group.change(message.message_id, message.text or "", keys)
        except (AiogramError, TopicGone, TimeoutError) as error:
            log.info("telegram_group_not_answered", error=type(error).__name__)

    async def _case(self, message: Message) -> str | None:
        """Return the case of the topic; General has none, and a reply there names a thread too."""
        if not message.is_topic_message or message.message_thread_id is None:
            return None
        return await self._topics.case_of(message.message_thread_id)

    async def _goes_to_person(self, message: Message) -> bool:
        """Tell whether words like these were sent on when they were written."""
        case, user, text = await self._case(message), message.from_user, message.text
        if case is None or user is None or text is None or text.startswith((_NOTE, _COMMAND)):
            return False
        return await self._name(user) is not None

    async def _name(self, user: User) -> str | None:
        account = await self._topics.account_of(user.id)
        return None if account is None or account.disabled else account.name

    async def _stranger(self, message: Message) -> None:
        number = None if message.from_user is None else message.from_user.id
        await self._answered(message, "groep.vreemde", nummer=number)

    async def _answered(self, message: Message, key: str, **values: object) -> None:
        """Answer in the topic; a courtesy, which must not hold up what comes after."""
        if not message.is_topic_message:
            return
        try:
            async with asyncio.timeout(_SECONDS_FOR_COURTESY):
                await self._group.say(message.message_thread_id, self._texts(key, **values))
        except (AiogramError, TopicGone, TimeoutError) as error:
            log.info("telegram_group_not_answered", error=type(error).__name__)

    async def _acknowledged(self, query: CallbackQuery, text: str) -> None:
        try:
            await self._bot.answer_callback_query(
                query.id, text, show_alert=True, request_timeout=_SECONDS_FOR_COURTESY
            )
        except AiogramError as error:
            log.info("telegram_press_not_acknowledged", error=type(error).__name__)
