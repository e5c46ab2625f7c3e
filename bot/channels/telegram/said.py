"""Which messages somebody said, and which Telegram made of something that was done."""

from aiogram.enums import ContentType
from aiogram.types import Message

# What a person sends. The rest are notes of Telegram: a pin, a theme, a topic that was closed.
_SAID = frozenset(
    {
        ContentType.TEXT,
        ContentType.ANIMATION,
        ContentType.AUDIO,
        ContentType.CHECKLIST,
        ContentType.CONTACT,
        ContentType.DICE,
        ContentType.DOCUMENT,
        ContentType.GAME,
        ContentType.LIVE_PHOTO,
        ContentType.LOCATION,
        ContentType.PAID_MEDIA,
        ContentType.PHOTO,
        ContentType.POLL,
        ContentType.RICH_MESSAGE,
        ContentType.STICKER,
        ContentType.STORY,
        # Of a kind that is newer than this program: a kind word too many hurts nobody.
        ContentType.UNKNOWN,
        ContentType.VENUE,
        ContentType.VIDEO,
        ContentType.VIDEO_NOTE,
        ContentType.VOICE,
    }
)


def said_by_somebody(message: Message) -> bool:
    """Tell whether somebody sent this, and waits for what comes of it."""
    return message.content_type in _SAID
