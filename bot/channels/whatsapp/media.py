"""What a message on WhatsApp brings besides words, and how its bytes are fetched: in two steps."""

import base64
import binascii
import hashlib
import hmac
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout
from pydantic import BaseModel, ConfigDict

from bot.channels.whatsapp.client import parsed, refusal
from bot.channels.whatsapp.refusals import Then, seconds
from bot.ports import FileGone, TryLater
from dialogs.events import Fault

_PATIENCE, _CHUNK = 100.0, 64 * 1024
_SOON, _BAD = 2.0, 400


class _Media(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)

    url: str
    sha256: str = ""
    file_size: int | None = None


class MediaFetcher:
    """Fetches files from the Cloud API."""

    def __init__(self, session: ClientSession, api_url: str) -> None:
        """Fetch through this session, which carries the token."""
        self._session = session
        self._api_url = api_url

    async def fetch(self, source: str, most: int) -> bytes:
        """Return the bytes of a media id; its address lives for minutes, so it is asked anew."""
        try:
            media = await self._media(source)
            if (media.file_size or 0) > most:
                raise FileGone(Fault.TE_GROOT.value)
            content = await self._downloaded(media.url, most)
        except (ClientError, TimeoutError, ValueError):
            # What went wrong may quote the address, so it is not passed on.
            raise TryLater(_SOON, "download") from None
        if not fits(content, media.sha256):
            raise TryLater(_SOON, "sha256")
        return content

    async def _media(self, source: str) -> _Media:
        # A redirect would take the token along to somewhere else.
        async with self._session.get(
            f"{self._api_url}/{source}", allow_redirects=False
        ) as response:
            body = await response.read()
            if response.status >= _BAD:
                raise _meaning(response, body)
        media = parsed(_Media, body)
        if media is None:
            raise TryLater(_SOON, "shape")
        return media

    async def _downloaded(self, url: str, most: int) -> bytes:
        if not may_know_the_token(url, self._api_url):
            raise FileGone("address")
        content = bytearray()
        async with self._session.get(
            url, allow_redirects=False, timeout=ClientTimeout(total=_PATIENCE)
        ) as response:
            if response.status >= _BAD:
                # An address that is no longer good: the next attempt asks for a new one.
                raise TryLater(_SOON, str(response.status))
            async for chunk in response.content.iter_chunked(_CHUNK):
                content += chunk
                if len(content) > most:
                    raise FileGone(Fault.TE_GROOT.value)
        return bytes(content)


def _meaning(response: ClientResponse, body: bytes) -> Exception:
    """Return what a refusal means for the file."""
    said = refusal(response, body)
    never = (Then.NOBODY, Then.GONE, Then.FILE, Then.OURS, Then.OUTSIDE, Then.TEMPLATE)
    if said.then in never:
        return FileGone(said.reason)
    return TryLater(seconds(said.then, 0), said.reason)


def may_know_the_token(url: str, api_url: str) -> bool:
    """Tell whether an address is not in the open; a loopback server in tests is open itself."""
    return urlsplit(url).scheme in ("https", urlsplit(api_url).scheme)


def fits(content: bytes, told: str) -> bool:
    """Compare with the hash that Meta tells: in base64 by its pages, in hexadecimals at times."""
    digest = hashlib.sha256(content).digest()
    if not told:
        return True
    try:
        known = bytes.fromhex(told) if len(told) == 2 * len(digest) else base64.b64decode(told)
    except (ValueError, binascii.Error):
        return False
    return hmac.compare_digest(known, digest)
