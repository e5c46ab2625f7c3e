"""What a message on Telegram brings besides words, and how its bytes are fetched."""

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramRetryAfter
from aiogram.types import Audio, Document, Location, Message, PhotoSize, Venue, Voice
from aiohttp import ClientError

from bot.channels.telegram.refusals import consequence
from bot.files.examining import announced
from bot.ports import AboutFile, FileGone, NewFile, TryLater
from dialogs.events import Fault, Sent, Sort

_Stored = PhotoSize | Voice | Audio | Document
_FORWARDED = "doorgestuurd"
_TOO_BIG, _FOR_A_WHILE = "file is too big", "temporarily unavailable"
_SOON, _A_MINUTE = 1.0, 60.0
_CHUNK = 64 * 1024
_PATIENCE = 100


def sent(message: Message) -> tuple[Sent, NewFile | None]:
    """Return what was sent, and the file to fetch; a place or a sticker brings none."""
    words, series = message.caption or "", _series(message)
    if message.video or message.video_note or message.animation:
        return Sent(words=words, series=series, fault=Fault.VIDEO), None
    if message.location is not None:
        place = _place(message.location, message.venue)
        return Sent(name=place, sort=Sort.PLEK, series=series), None
    found = _attached(message)
    if found is None:
        return Sent(name=message.content_type, words=words, series=series), None
    stored, about = found
    about = about.model_copy(update={"size": stored.file_size})
    return announced(about, stored.file_id, words=words, series=series)


def _attached(message: Message) -> tuple[_Stored, AboutFile] | None:
    if message.photo:
        # The same photo in several sizes: only the largest can be read as evidence.
        return message.photo[-1], AboutFile(name="", sort=Sort.FOTO, mime="image/jpeg")
    if message.voice:
        return message.voice, AboutFile(name="", sort=Sort.SPRAAK)
    for file, sort in ((message.audio, Sort.SPRAAK), (message.document, Sort.DOCUMENT)):
        if file is not None:
            mime = file.mime_type or ""
            looks = Sort.FOTO if mime.startswith("image/") else sort
            return file, AboutFile(name=file.file_name or "", sort=looks, mime=mime)
    return None


def _place(location: Location, venue: Venue | None) -> str:
    """Return a place as a human finds it on any map."""
    found = f"{location.latitude:.5f}, {location.longitude:.5f}"
    return found if venue is None else f"{venue.title}, {venue.address} ({found})"


def _series(message: Message) -> str:
    """Return what makes several messages one: an album, or what was forwarded together."""
    return message.media_group_id or (_FORWARDED if message.forward_origin else "")


class Fetcher:
    """Fetches files from Telegram."""

    def __init__(self, bot: Bot) -> None:
        """Fetch with this client."""
        self._bot = bot

    async def fetch(self, source: str, most: int) -> bytes:
        """Return the bytes; the address of a file holds the token, so it is kept nowhere."""
        try:
            file = await self._bot.get_file(source)
        except AiogramError as error:
            raise _meaning(error) from error
        if (file.file_size or 0) > most:
            raise FileGone(Fault.TE_GROOT.value)
        if file.file_path is None:
            raise TryLater(_A_MINUTE, "no_path")
        return await self._downloaded(file.file_path, most)

    async def _downloaded(self, path: str, most: int) -> bytes:
        url = self._bot.session.api.file_url(self._bot.token, path)
        content = bytearray()
        try:
            async for chunk in self._bot.session.stream_content(
                url, timeout=_PATIENCE, chunk_size=_CHUNK, raise_for_status=True
            ):
                content += chunk
                if len(content) > most:
                    raise FileGone(Fault.TE_GROOT.value)
        except (AiogramError, ClientError, TimeoutError):
            # Also an address that is no longer good: the next attempt asks for a new one. What
            # went wrong may quote the address, so it is not passed on.
            raise TryLater(_SOON, "download") from None
        return bytes(content)


def _meaning(error: AiogramError) -> Exception:
    """Return what a refusal means for the file."""
    if isinstance(error, TelegramRetryAfter):
        return TryLater(float(error.retry_after), "429")
    if isinstance(error, TelegramBadRequest):
        said = error.message.casefold()
        if _TOO_BIG in said:
            return FileGone(Fault.TE_GROOT.value)
        return TryLater(_A_MINUTE, "400") if _FOR_A_WHILE in said else FileGone("400")
    what = consequence(error)
    return what if isinstance(what, TryLater) else TryLater(_A_MINUTE, "refused")
