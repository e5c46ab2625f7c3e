"""One person at one terminal: what they do is played, and what came for them is settled."""

from uuid import uuid4

from bot.parts import Parts
from bot.ports import Inbound, MessageClass, NewFile, Outgoing, Posted
from dialogs.events import Act

NAME = "console"
# What a person wrote, as opposed to the program's own answer to this very message.
_OF_OTHERS = (MessageClass.HUMAN, MessageClass.SYSTEM)


class Talk:
    """A conversation that is printed at once; the outbox only holds what others said meanwhile."""

    def __init__(self, parts: Parts, chat_id: str) -> None:
        """Talk as this person."""
        self._parts = parts
        self._chat_id = chat_id

    async def before(self) -> Outgoing | None:
        """Return what was said last in an earlier session; None when there was none."""
        store = self._parts.store
        known = await store.conversation_of(NAME, self._chat_id)
        if known is None:
            return None
        lines = await store.transcript(known.id)
        return next((line.outgoing for line in reversed(lines) if line.outgoing), None)

    async def answers(self, act: Act, file: NewFile | None = None) -> tuple[Outgoing, ...]:
        """Do one turn; return what others said in the meantime, and last the answer itself."""
        meanwhile = [
            posted.outgoing
            for posted in await self.settled()
            if posted.message_class in _OF_OTHERS
        ]
        inbound = Inbound(
            channel=NAME,
            chat_id=self._chat_id,
            message_id=uuid4().hex,
            at=self._parts.clock.now(),
            act=act,
            file=file,
        )
        _, answer = await self._parts.service.answered(inbound)
        return tuple(meanwhile) if answer is None else (*meanwhile, answer)

    async def settled(self) -> list[Posted]:
        """Note as delivered what waits for this person, and return it."""
        store, clock = self._parts.store, self._parts.clock
        mine: list[Posted] = []
        # What is for others is left alone; the store does not return it again for a while.
        while waiting := await store.pending((NAME,), clock.now()):
            for posted in waiting:
                if posted.chat_id == self._chat_id:
                    await store.sent(posted.id, clock.now())
                    mine.append(posted)
        return mine
