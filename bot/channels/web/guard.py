"""What is not let in: other sites, too much at once, and messages that are too large."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import FixedWindowRateLimiter
from starlette.requests import Request

from bot.settings import is_loopback

LARGEST_BODY = 64 * 1024
# A person who ticks a list quickly stays far below this; so does a hospital behind one address.
_PER_CHAT = RateLimitItemPerMinute(120)
_PER_ADDRESS = RateLimitItemPerMinute(1200)
# A letter of many pages is photographed page by page, and not quicker than this.
_FILES_PER_CHAT = RateLimitItemPerMinute(20)
_FILES_PER_ADDRESS = RateLimitItemPerMinute(200)
# Files are read into memory: as many at once as a small machine can hold.
_MOST_RECEIVING = 256 * 1024 * 1024
_STREAMS_PER_CHAT = 8
_SAME_SITE = ("same-origin", "none")


class Refused(Exception):  # noqa: N818 - a request that is not taken, not a fault of ours
    """A request that is not taken."""

    def __init__(self, status: int, text: str, retry_after: int | None = None) -> None:
        """Keep the status, the key of the text that says why, and the seconds to wait."""
        super().__init__(text)
        self.status = status
        self.text = text
        self.retry_after = retry_after


class Guard:
    """Stands at the door of one process."""

    def __init__(self, public_url: str | None) -> None:
        """Know the address under which people come in, if there is one."""
        self._public_host = urlsplit(public_url or "").netloc
        self._limiter = FixedWindowRateLimiter(MemoryStorage())
        self._streams: dict[str, int] = {}
        self._receiving = 0

    def check_origin(self, request: Request) -> None:
        """Refuse what another site had the browser send.

        A program that is no browser sends neither header; it carries nobody's cookie either.
        """
        site = request.headers.get("sec-fetch-site")
        origin = request.headers.get("origin")
        if site is not None:
            allowed = site in _SAME_SITE
        elif origin is not None:
            ours = {request.headers.get("host"), self._public_host}
            allowed = _host(origin) in ours - {None, ""}
        else:
            allowed = True
        if not allowed:
            raise Refused(403, "pagina.fout.andere_site")

    async def check_rate(self, request: Request, chat_id: str) -> None:
        """Refuse more messages in a minute than people send."""
        await self._both(request, chat_id, _PER_CHAT, _PER_ADDRESS)

    async def check_files(self, request: Request, chat_id: str) -> None:
        """Refuse more files in a minute than people send."""
        await self._both(request, chat_id, _FILES_PER_CHAT, _FILES_PER_ADDRESS)

    @contextmanager
    def receiving(self, most: int) -> Iterator[None]:
        """Have room in memory for so many bytes; refused while there is none."""
        if self._receiving + most > _MOST_RECEIVING:
            raise Refused(429, "pagina.fout.te_snel", retry_after=_PER_CHAT.get_expiry() // 2)
        self._receiving += most
        try:
            yield
        finally:
            self._receiving -= most

    async def _both(
        self, request: Request, chat_id: str, mine: RateLimitItem, of_address: RateLimitItem
    ) -> None:
        await self._hit(mine, f"{mine.amount}/{chat_id}")
        address = request.client.host if request.client else ""
        # On this machine itself it is a proxy that was not named: all people share it.
        if not is_loopback(address):
            await self._hit(of_address, f"{of_address.amount}/{address}")

    async def _hit(self, most: RateLimitItem, who: str) -> None:
        if not await self._limiter.hit(most, who):
            raise Refused(429, "pagina.fout.te_snel", retry_after=most.get_expiry() // 2)

    def check_streams(self, chat_id: str) -> None:
        """Refuse one more open stream to a person who has many."""
        if self._streams.get(chat_id, 0) >= _STREAMS_PER_CHAT:
            raise Refused(429, "pagina.fout.te_snel", retry_after=_PER_CHAT.get_expiry() // 2)

    def opened(self, chat_id: str) -> None:
        """Count one open stream more."""
        self._streams[chat_id] = self._streams.get(chat_id, 0) + 1

    def closed(self, chat_id: str) -> None:
        """Count one open stream less."""
        left = self._streams.get(chat_id, 0) - 1
        if left > 0:
            self._streams[chat_id] = left
        else:
            self._streams.pop(chat_id, None)


def _host(origin: str) -> str:
    """Return the host in an origin; empty when there is none, as in "null"."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


async def body_of(request: Request) -> bytes:
    """Return the body; refused as soon as it is larger than a message can be."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise Refused(413, "pagina.fout.te_groot")
    return bytes(body)
