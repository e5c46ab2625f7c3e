"""Turns that are no act of the conversation: what a channel lets people do beside talking."""

from dataclasses import dataclass

from bot.parts import Parts
from bot.ports import Conversation, Decision, Inbound, MessageClass, Outgoing, Part
from dialogs.effects import Progress
from dialogs.events import Act, Command, Commanded
from dialogs.session import Phase

# Where a question can be asked again.
_ASKING = (Phase.OPEN, Phase.PAUSED)
_GO_ON = Commanded(command=Command.START)


@dataclass(frozen=True)
class Aside:
    """Decides such turns; a channel adds what only its people can do."""

    parts: Parts
    inbound: Inbound

    def asking(self, known: Conversation) -> bool:
        """Tell whether there is a question to put again: none while a human has the case."""
        return known.owner is None and known.session.phase in _ASKING

    def played(self, known: Conversation, act: Act) -> Decision:
        """Take it for an act of the conversation after all."""
        return self.parts.service.decision(known, self.inbound.model_copy(update={"act": act}))

    def asked(self, known: Conversation, key: str) -> Decision:
        """Say something and put the open question again."""
        decision = self.played(known, _GO_ON)
        ((_, outgoing),) = decision.outgoing
        question = outgoing.parts[-1:]
        return self.saying(decision, Part(text=self.parts.texts(key)), *question)

    def told(self, known: Conversation, key: str | None) -> Decision:
        """Say something, or nothing, and leave the conversation as it was."""
        parts = () if key is None else (Part(text=self.parts.texts(key)),)
        nothing = Progress(done=0, of=0)
        said = Outgoing(parts=parts, state=known.labels.state, progress=nothing)
        return Decision(
            session=known.session,
            labels=known.labels,
            outgoing=((MessageClass.SYSTEM if known.owner else MessageClass.BOT, said),),
        )

    def saying(self, decision: Decision, *parts: Part) -> Decision:
        """Return a decision with something else to say."""
        ((sort, outgoing),) = decision.outgoing
        said = outgoing.model_copy(update={"parts": parts})
        return decision.model_copy(update={"outgoing": ((sort, said),)})
