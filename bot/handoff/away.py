"""What staff must know of a person who cannot be reached where they talk."""

from collections.abc import Iterator

from bot.handoff.templates import Words, printable
from bot.ports import LONGEST_HOLD, Conversation
from bot.sentences.texts import Texts
from dialogs.flows.contact import REACHED_BY
from dialogs.session import Status
from dialogs.summary import Summary


def away(conversation: Conversation, known: Summary, texts: Texts) -> tuple[str, ...]:
    """Return since when and why, what else reaches them, and what to expect of writing.

    Nothing for somebody who is within reach.
    """
    return tuple(_lines(conversation, known, texts))


def _lines(conversation: Conversation, known: Summary, texts: Texts) -> Iterator[str]:
    out = conversation.out_of_reach
    if out is None:
        return
    words = Words(texts)
    yield texts(
        "balie.onbereikbaar.zin",
        kanaal=words.naam(conversation.channel, "kanaal"),
        sinds=words.moment_kort(out.since),
        waarom=words.naam(out.why, "bezorging"),
    )
    yield _otherwise(known, texts)
    yield texts("balie.onbereikbaar.gevolg", dagen=LONGEST_HOLD.days)


def _otherwise(known: Summary, texts: Texts) -> str:
    given = next((one.given for one in known.contact if one.question == REACHED_BY), None)
    if given is None or given.status is not Status.ANSWERED:
        return texts("balie.onbereikbaar.niets")
    reached_by = printable(str(given.shown.value))
    sort = "mail" if "@" in reached_by else "telefoon"
    return texts(f"balie.onbereikbaar.{sort}", waarde=reached_by)
