"""What an edited or withdrawn message comes to in the conversation."""

from datetime import datetime

from bot.channels.aside import Aside
from bot.clock import day_of
from bot.ports import Conversation, Decision
from dialogs.events import Said
from dialogs.ledger import reopened
from dialogs.session import Status
from dialogs.walk import Place, walk


class Amending(Aside):
    """Decides turns that are no act of the conversation by themselves."""

    def edited(
        self, known: Conversation, text: str, sent_at: datetime, *, was_last: bool
    ) -> Decision:
        """Take new words for an answer; those of the last message answer what is open."""
        place = self._answered_at(known, sent_at)
        if not self.asking(known):
            return self.played(known, Said(text=text))
        if place is not None:
            return self.played(self._asking_again(known, place), Said(text=text))
        if was_last:
            return self.played(known, Said(text=text))
        return self.asked(known, "whatsapp.bericht_gewijzigd")

    def revoked(self, known: Conversation, sent_at: datetime) -> Decision:
        """Ask what to do with the answer that stood in a message that was taken back."""
        if not self.asking(known):
            return self.told(known, "whatsapp.bericht_verwijderd_bij_mens")
        place = self._answered_at(known, sent_at)
        if place is None:
            return self.asked(known, "whatsapp.bericht_verwijderd")
        return self.asked(self._asking_again(known, place), "whatsapp.bericht_verwijderd_vraag")

    def silent(self, known: Conversation) -> Decision:
        """Say nothing."""
        return self.told(known, None)

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
