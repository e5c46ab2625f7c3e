"""Everything that is kept of one case, read at one moment."""

from dataclasses import dataclass
from datetime import date

from bot.clock import day_of
from bot.ports import Clock, Conversation, KeptFile, Line, Store
from calc.feiten import Feiten
from dialogs.script import Script
from dialogs.summary import summary


@dataclass(frozen=True)
class CaseFile:
    """A conversation with its transcript; `today` is the day on which days left are counted."""

    conversation: Conversation
    transcript: tuple[Line, ...]
    today: date
    files: tuple[KeptFile, ...] = ()

    def facts(self, script: Script) -> Feiten:
        """Return the facts as they were told."""
        return summary(script.flow, self.conversation.session, self.today).feiten


async def case_file(store: Store, clock: Clock, case: str) -> CaseFile | None:
    """Return the file of a case, None when there is no such case."""
    conversation = await store.conversation(case=case)
    while conversation is not None:
        transcript = await store.transcript(conversation.id)
        files = await store.files.of(conversation.id)
        read, conversation = conversation, await store.conversation(case=case)
        # A turn that came meanwhile would stand in the one and not in the other.
        if conversation is not None and conversation.revision == read.revision:
            return CaseFile(read, transcript, day_of(clock.now()), files)
    return None
