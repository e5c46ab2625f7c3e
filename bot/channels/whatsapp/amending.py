"""What an edited or withdrawn message, or words under a file, come to in the conversation."""

from dataclasses import dataclass
from datetime import datetime

from bot.clock import day_of
from bot.parts import Parts
from bot.ports import Conversation, Decision, Inbound, MessageClass, Outgoing, Part
from dialogs.effects import Progress
from dialogs.events import Act, Command, Commanded, Said
from dialogs.ledger import reopened
from dialogs.session import Phase, Status
from dialogs.walk import Place, walk

# Where a question can be asked again.
_ASKING = (Phase.OPEN, Phase.PAUSED)
_GO_ON = Commanded(command=Command.START)


@dataclass(frozen=True)
class Amending:
    """Decides turns that are no act of the conversation by themselves."""

    parts: Parts
    inbound: Inbound

    def captioned(self, known: Conversation, text: str) -> Decision:
        """Take the words under a file, and tell that the file itself was not kept."""
        decision = self._played(known, Said(text=text))
        ((sort, outgoing),) = decision.outgoing
        if sort is MessageClass.SAFETY:
            return decision
        return self._with(decision, Part(text=self._text("bestand")), *outgoing.parts)

    def edited(
        self, known: Conversation, text: str, sent_at: datetime, *, was_last: bool
    ) -> Decision:
        """Take new words for an answer; those of the last message answer what is open."""
        place = self._answered_at(known, sent_at)
        if known.session.phase not in _ASKING:
            return self._played(known, Said(text=text))
        if place is not None:
            return self._played(self._asking_again(known, place), Said(text=text))
        if was_last:
            return self._played(known, Said(text=text))
        return self._asked(known, "bericht_gewijzigd")

    def revoked(self, known: Conversation, sent_at: datetime) -> Decision:
        """Ask what to do with the answer that stood in a message that was taken back."""
        if known.session.phase not in _ASKING:
            return self._told(known, "bericht_verwijderd_bij_mens")
        place = self._answered_at(known, sent_at)
        if place is None:
            return self._asked(known, "bericht_verwijderd")
        return self._asked(self._asking_again(known, place), "bericht_verwijderd_vraag")

    def silent(self, known: Conversation) -> Decision:
        """Say nothing."""
        return self._told(known, None)

    # --- which answer ----------------------------------------------------------------------------

    def _answered_at(self, known: Conversation, sent_at: datetime) -> Place | None:
        """Return the question that a message of that moment answered; None when it is not sure."""
        session = known.session
        found = [
            place
            for place in walk(self.parts.script.flow, session, day_of(self.inbound.at)).answered
            if (entry := session.ledger.get(place.key)) is not None
            and entry.answer is not None
            and entry.answer.at == sent_at
            and entry.answer.status is not Status.SKIPPED
        ]
        return found[0] if len(found) == 1 else None

    def _asking_again(self, known: Conversation, place: Place) -> Conversation:
        session = reopened(known.session, place)
        cleared = session.model_copy(update={"menu": None, "proposal": None})
        return known.model_copy(update={"session": cleared})

    # --- what is said ----------------------------------------------------------------------------

    def _played(self, known: Conversation, act: Act) -> Decision:
        return self.parts.service.decision(known, self.inbound.model_copy(update={"act": act}))

    def _asked(self, known: Conversation, text: str) -> Decision:
        """Say something and put the open question again."""
        decision = self._played(known, _GO_ON)
        ((_, outgoing),) = decision.outgoing
        question = outgoing.parts[-1:]
        return self._with(decision, Part(text=self._text(text)), *question)

    def _told(self, known: Conversation, text: str | None) -> Decision:
        parts = () if text is None else (Part(text=self._text(text)),)
        nothing = Progress(done=0, of=0)
        said = Outgoing(parts=parts, state=known.labels.state, progress=nothing)
        return Decision(
            session=known.session,
            labels=known.labels,
            outgoing=((MessageClass.BOT, said),),
        )

    def _with(self, decision: Decision, *parts: Part) -> Decision:
        ((sort, outgoing),) = decision.outgoing
        said = outgoing.model_copy(update={"parts": parts})
        return decision.model_copy(update={"outgoing": ((sort, said),)})

    def _text(self, name: str) -> str:
        return self.parts.texts(f"whatsapp.{name}")
