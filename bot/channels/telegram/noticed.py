"""What words come to that are no answer: an old message that was changed, one of somebody else."""

from bot.channels.aside import Aside
from bot.ports import Conversation, Decision, MessageClass
from dialogs.events import Said


class Noticed(Aside):
    """Decides the turns in which such words come in."""

    def said(self, known: Conversation, text: str, key: str) -> Decision:
        """Say with this text why it answers nothing, and put the open question again.

        The rails come first, as with everything that people write, and a human reads it all.
        """
        heard = self.played(known, Said(text=text))
        safety = any(sort is MessageClass.SAFETY for sort, _ in heard.outgoing)
        if safety or not self.asking(known):
            return heard
        return self.asked(known, key)
