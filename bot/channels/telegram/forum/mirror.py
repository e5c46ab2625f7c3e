"""Keeps the topic of a case up to date: the card above, the summary, and what is said since."""

from asyncio import to_thread
from collections import defaultdict, deque
from collections.abc import Sequence

from bot.channels.telegram.forum.group import Group, Key, TopicGone
from bot.channels.telegram.forum.keys import Keys
from bot.channels.telegram.forum.written import Head, Written
from bot.handoff.case_file import CaseFile, case_file
from bot.handoff.pdf import summary_pdf
from bot.log import fault, log
from bot.parts import Parts
from bot.ports import Line, MessageClass, Topic, Unreadable

# What staff typed in a topic is there already; this many of them are remembered for each case.
_REMEMBERED = 50


class Mirror:
    """Brings one topic at a time up to date."""

    def __init__(self, parts: Parts, group: Group) -> None:
        """Show the cases of this program in this group."""
        self._parts = parts
        self._topics = parts.store.topics
        self._group = group
        self._written = Written(parts.script, parts.texts)
        self.keys = Keys(parts.texts, parts.settings.public_url)
        self._typed: defaultdict[str, deque[str]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))

    def typed_here(self, case: str, text: str) -> None:
        """Remember what staff typed in the topic: it is not told there a second time."""
        self._typed[case].append(text)

    async def see(self, conversation: int) -> None:
        """Bring the topic of a conversation up to date, unless another worker is at it."""
        topic = await self._topics.lease(conversation)
        if topic is None:
            return
        try:
            await self._seen(topic)
        except TopicGone:
            # Somebody deleted it: the case gets another one.
            await self._topics.keep(topic.model_copy(update={"thread": None, "header": None}))
        finally:
            await self._topics.free(conversation)

    async def _seen(self, topic: Topic) -> None:
        if topic.case is None:
            await self._forgotten(topic)
            return
        try:
            file = await case_file(self._parts.store, self._parts.clock, topic.case)
        except Unreadable as error:
            log.error("case_unreadable", **fault(error))
            return
        if file is None:
            return
        if topic.thread is None:
            topic = await self._begun(topic, file)
        topic = await self._headed(topic, file)
        topic = await self._reached(topic, file)
        await self._told(topic, file)

    async def _forgotten(self, topic: Topic) -> None:
        """Delete what Telegram keeps of a person who was erased here."""
        if topic.thread is not None:
            try:
                await self._group.delete(topic.thread)
            except TopicGone:
                log.info("telegram_topic_was_gone")
        await self._topics.drop(topic.conversation)

    async def _begun(self, topic: Topic, file: CaseFile) -> Topic:
        thread = await self._group.begin(self._written.head(file).name)
        # What was said until now stands in the summary.
        last = file.transcript[-1].number if file.transcript else 0
        topic = topic.model_copy(update={"thread": thread, "header": None, "shown": last})
        await self._topics.keep(topic)
        return topic

    async def _headed(self, topic: Topic, file: CaseFile) -> Topic:
        """Put the card above the topic, or mend it."""
        head = self._written.head(file)
        if topic.header is None:
            number = await self._group.say(topic.thread, head.text, self._keys(head))
            name = f"{file.conversation.case}.pdf"
            pdf = await to_thread(summary_pdf, file, self._parts.script, self._parts.texts)
            await self._group.show(topic.thread, name, pdf)
        elif topic.head != head.digest:
            number = topic.header
            await self._group.change(number, head.text, self._keys(head))
            await self._opened(topic.thread, head)
        else:
            return topic
        topic = topic.model_copy(update={"header": number, "head": head.digest})
        await self._topics.keep(topic)
        return topic

    async def _reached(self, topic: Topic, file: CaseFile) -> Topic:
        """Tell that the person is out of reach, or back."""
        away = file.conversation.out_of_reach
        since = None if away is None else away.since
        if topic.away == since:
            return topic
        await self._group.say(topic.thread, self._written.reach(file))
        topic = topic.model_copy(update={"away": since})
        await self._topics.keep(topic)
        return topic

    async def _told(self, topic: Topic, file: CaseFile) -> None:
        """Tell what was said since, and what of staff's words did not arrive."""
        fresh = [line for line in file.transcript if line.number > topic.shown]
        here = tuple(self._typed[file.conversation.case])
        for text in self._written.said(fresh, here):
            await self._group.say(topic.thread, text)
        lost = [line for line in file.transcript if _lost(line) and line.number > topic.told]
        if lost:
            await self._group.say(topic.thread, self._written.undelivered(lost))
        last = fresh[-1].number if fresh else topic.shown
        told = lost[-1].number if lost else topic.told
        if (last, told) != (topic.shown, topic.told):
            await self._topics.keep(topic.model_copy(update={"shown": last, "told": told}))

    async def _opened(self, thread: int | None, head: Head) -> None:
        """Show on the topic itself whether the case is closed."""
        if thread is None:
            return
        if head.closed:
            await self._group.close(thread)
        elif head.reopened:
            await self._group.reopen(thread)

    def _keys(self, head: Head) -> Sequence[Key]:
        return self.keys.of_card(head.case, head.owner, head.epoch, closed=head.closed)


def _lost(line: Line) -> bool:
    return line.message_class is MessageClass.HUMAN and line.delivered is False
