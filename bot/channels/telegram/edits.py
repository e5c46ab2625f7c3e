"""What an edited message comes to in a conversation on Telegram."""

from bot.channels.aside import Aside
from bot.ports import Conversation, Decision, MessageClass
from dialogs.events import Said


class Edits(Aside):
    """Decides the turns of edited messages."""

    def edited(self, known: Conversation, text: str) -> Decision:
        """Tell how to change an answer: new words for an old message answer no open question.

        The rails come first, as with everything that people write, and a human reads it all.
        """
        heard = self.played(known, Said(text=text))
        safety = any(sort is MessageClass.SAFETY for sort, _ in heard.outgoing)
        if safety or not self.asking(known):
            return heard
        return self.asked(known, "telegram.bericht_gewijzigd")
