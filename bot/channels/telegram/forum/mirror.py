"""Keeps the topic of a case up to date: the card above, the summary, and what is said since."""

from asyncio import to_thread
from collections import defaultdict, deque
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.channels.telegram.forum.group import Group, Key, TopicGone
from bot.channels.telegram.forum.keys import Keys
from bot.channels.telegram.forum.written import Head, Written
from bot.handoff.attached import filename
from bot.handoff.case_file import CaseFile, case_file
from bot.handoff.pdf import summary_pdf
from bot.log import fault, log
from bot.parts import Parts
from bot.ports import FileStage, KeptFile, Line, MessageClass, Topic, Unreadable

# What staff typed in a topic is there already; this many of them are remembered for each case.
_REMEMBERED = 50
# A file is told of together with its bytes; one that takes longer is found on the desk.
_SOON_HERE = timedelta(seconds=20)


class Mirror:
    """Brings one topic at a time up to date."""

    def __init__(self, parts: Parts, group: Group) -> None:
        """Show the cases of this program in this group."""
        self._parts = parts
        self._topics = parts.store.topics
        self._group = group
        self._written = Written(parts.script, parts.texts)
        self.keys = Keys(parts.texts, parts.settings.public_url)
        # Since when files are waited for, by their id.
        self._awaited: dict[str, datetime] = {}
        self._typed: defaultdict[str, deque[str]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))

    def typed_here(self, case: str, text: str) -> None:
        """Remember what staff typed in the topic: it is not told there a second time."""
        self._typed[case].append(text)

    async def see(self, conversation: int) -> bool:
        """Bring the topic of a conversation up to date, unless another worker is at it.

        True: something waits for a file that may be here any moment.
        """
        topic = await self._topics.lease(conversation)
        if topic is None:
            return False
        try:
            return await self._seen(topic)
        except TopicGone:
            # Somebody deleted it: the case gets another one, and nothing of what is new is lost.
            gone = topic.model_copy(update={"thread": None, "header": None})
            await self._topics.keep(gone)
            return await self._seen(gone)
        finally:
            await self._topics.free(conversation)

    async def _seen(self, topic: Topic) -> bool:
        if topic.case is None:
            await self._forgotten(topic)
            return False
        try:
            file = await case_file(self._parts.store, self._parts.clock, topic.case)
        except Unreadable as error:
            log.error("case_unreadable", **fault(error))
            return False
        if file is None:
            return False
        if topic.thread is None:
            topic = await self._begun(topic, file)
        topic = await self._headed(topic, file)
        topic = await self._reached(topic, file)
        return await self._told(topic, file)

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
        # What was said until now stands in the summary, unless there was a topic before this one.
        last = file.transcript[-1].number if file.transcript else 0
        again = topic.shown > 0
        shown = topic.shown if again else last
        topic = topic.model_copy(update={"thread": thread, "header": None, "shown": shown})
        await self._topics.keep(topic)
        if again:
            await self._group.say(thread, self._parts.texts("groep.opnieuw"))
        return topic

    async def _headed(self, topic: Topic, file: CaseFile) -> Topic:
        """Put the card above the topic, or mend it."""
        head = self._written.head(file)
        if topic.header is None:
            number = await self._group.say(topic.thread, head.text, self._keys(head))
            await self._summary(topic, file)
            before = [line.number for line in file.transcript if line.number <= topic.shown]
            await self._documents(topic, file, before)
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

    async def _told(self, topic: Topic, file: CaseFile) -> bool:
        """Tell what was said since, and what of staff's words did not arrive."""
        fresh = self._tellable(topic, file)
        here = tuple(self._typed[file.conversation.case])
        for text in self._written.said(fresh, here):
            await self._group.say(topic.thread, text)
        await self._documents(topic, file, [line.number for line in fresh])
        handed_over = file.conversation.session.handed_over_at
        if fresh and handed_over is not None and handed_over >= fresh[0].at:
            # Somebody who asked for a human before has told the rest.
            await self._summary(topic, file)
        lost = [line for line in file.transcript if _lost(line) and line.number > topic.told]
        if lost:
            await self._group.say(topic.thread, self._written.undelivered(lost))
        last = fresh[-1].number if fresh else topic.shown
        told = lost[-1].number if lost else topic.told
        if (last, told) != (topic.shown, topic.told):
            await self._topics.keep(topic.model_copy(update={"shown": last, "told": told}))
        return bool(file.transcript) and last < file.transcript[-1].number

    async def _summary(self, topic: Topic, file: CaseFile) -> None:
        """Put the summary as it is now in the topic."""
        pdf = await to_thread(summary_pdf, file, self._parts.script, self._parts.texts)
        await self._group.show(topic.thread, f"{file.conversation.case}.pdf", pdf)

    def _tellable(self, topic: Topic, file: CaseFile) -> list[Line]:
        """Return what is new, up to a file that may be here any moment."""
        awaited = [one.line for one in file.files if self._is_awaited(one)]
        first = min((line for line in awaited if line > topic.shown), default=None)
        return [
            line
            for line in file.transcript
            if line.number > topic.shown and (first is None or line.number < first)
        ]

    def _is_awaited(self, file: KeptFile) -> bool:
        """Tell whether a file is on its way, and has not been for long."""
        if file.stage is not FileStage.AWAITED:
            self._awaited.pop(file.id, None)
            return False
        now = self._parts.clock.now()
        return now - self._awaited.setdefault(file.id, now) < _SOON_HERE

    async def _documents(self, topic: Topic, file: CaseFile, lines: Sequence[int]) -> None:
        """Put what the person sent with these lines in the topic, under names of ours."""
        known = file.conversation
        for number, one in enumerate(file.files, 1):
            if one.line not in lines or one.stage is not FileStage.KEPT:
                continue
            found = await self._parts.store.files.content(known.id, one.id)
            if found is not None:
                name = filename(known.case, number, one.about.mime)
                await self._group.show(topic.thread, name, found[1])

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
