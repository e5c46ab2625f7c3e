"""What goes again to people who were out of reach, for both databases."""

from datetime import timedelta

from bot.ports import Barrier

# Why a question that waited for somebody is not sent: they wrote, and got it in their answer.
SAID_ANEW = "said_anew"
# Whoever lifts a block by the button of their app sends a message in the same moment: the question
# waits for that as long.
FOR_A_WORD = timedelta(seconds=5)
# Whoever wrote after a message that found nobody is there: it is tried this often in all.
MOST_TRIES = 3
# As SQL writes a list.
BARRIERS = ", ".join(f"'{one.value}'" for one in Barrier)
# What did not arrive for want of the person and is still worth reading: what staff wrote, what
# may keep somebody safe, and who has the conversation now.
WORTH_READING = (
    f"outcome = 'failed' AND reason IN ({BARRIERS})"  # noqa: S608 - our own words
    " AND (message_class IN ('human', 'safety')"
    " OR message_class = 'system' AND epoch ="
    " (SELECT c.epoch FROM conversations c WHERE c.id = lines.conversation))"
)
# The last thing that was said, where that is a question of the program that holds good.
LAST_QUESTION = (
    f"outcome = 'failed' AND reason IN ({BARRIERS})"  # noqa: S608 - idem
    " AND message_class = 'bot' AND EXISTS"
    " (SELECT 1 FROM conversations c WHERE c.id = lines.conversation"
    " AND c.epoch = lines.epoch AND c.lines = lines.number)"
)
