"""The Cloud API over HTTP: three calls, and what can go wrong with them."""

from typing import TypeVar

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    FormData,
    TCPConnector,
)
from pydantic import BaseModel, ConfigDict, ValidationError

from bot.channels.whatsapp.limits import NAME
from bot.channels.whatsapp.payload import Payload, of_reading
from bot.channels.whatsapp.refusals import UNEXPLAINED, WITHOUT_CODE, Refusal

_PATIENCE, _TO_CONNECT, _FOR_COURTESY = 10.0, 5.0, 3.0
# Together with the message that it goes with, less than the outbox waits for one sending.
_TO_UPLOAD = 8.0
# Shorter than servers keep an idle connection, so that none is used at the moment it closes.
_IDLE = 10.0
_SERVER_ERROR, _BAD = 500, 400
_PARAMETER = 100


class NotSent(Exception):  # noqa: N818 - a state of the world
    """Nobody was reached, so nothing went out."""


class NoAnswer(Exception):  # noqa: N818 - idem
    """It may have gone out, and nobody knows."""


class Refused(Exception):  # noqa: N818 - idem
    """The API said no, so nothing went out."""

    def __init__(self, refusal: Refusal) -> None:
        """Keep the refusal."""
        super().__init__(refusal.reason)
        self.refusal = refusal


class _Read(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)


Model = TypeVar("Model", bound=BaseModel)


class _Id(_Read):
    id: str


class _Accepted(_Read):
    messages: tuple[_Id, ...]


class _Error(_Read):
    code: int
    is_transient: bool = False


class _Envelope(_Read):
    error: _Error


def session_of(token: str) -> ClientSession:
    """Return the connections to the API; whoever asks for them closes them."""
    return ClientSession(
        headers={"Authorization": f"Bearer {token}"},
        connector=TCPConnector(keepalive_timeout=_IDLE),
        timeout=ClientTimeout(total=_PATIENCE, sock_connect=_TO_CONNECT),
    )


class Client:
    """The messages of one business number."""

    def __init__(self, session: ClientSession, api_url: str, phone_id: str) -> None:
        """Send through this session; the address may name a version of the API."""
        self._session = session
        self._url = f"{api_url}/{phone_id}/messages"
        self._media = f"{api_url}/{phone_id}/media"

    async def send(self, payload: Payload) -> str | None:
        """Send a message and return its id; `NotSent`, `NoAnswer` or `Refused` otherwise."""
        try:
            # A redirect would take the token along to somewhere else.
            async with self._session.post(
                self._url, json=payload, allow_redirects=False
            ) as response:
                return _id(response, await response.read())
        except (ClientConnectorError, ConnectionTimeoutError) as error:
            raise NotSent from error
        except (ClientError, TimeoutError) as error:
            raise NoAnswer from error

    async def upload(self, name: str, content: bytes, mime: str) -> str:
        """Leave a file at Meta and return its id; the same as `send` when that does not work."""
        form = FormData({"messaging_product": NAME, "type": mime})
        form.add_field("file", content, filename=name, content_type=mime)
        try:
            async with self._session.post(
                self._media,
                data=form,
                allow_redirects=False,
                timeout=ClientTimeout(total=_TO_UPLOAD, sock_connect=_TO_CONNECT),
            ) as response:
                return _media_id(response, await response.read())
        except (ClientError, TimeoutError) as error:
            raise NoAnswer from error

    async def read(self, message_id: str) -> None:
        """Say that a message was read and is being answered; `Refused` and the like otherwise."""
        async with self._session.post(
            self._url,
            json=of_reading(message_id),
            allow_redirects=False,
            timeout=ClientTimeout(total=_FOR_COURTESY),
        ) as response:
            response.raise_for_status()


def _id(response: ClientResponse, content: bytes) -> str | None:
    if response.status < _BAD:
        accepted = parsed(_Accepted, content)
        return accepted.messages[0].id if accepted and accepted.messages else None
    if response.status >= _SERVER_ERROR and parsed(_Envelope, content) is None:
        # Not the API but something in front of it: whether it passed the message on is unknown.
        raise NoAnswer
    raise Refused(refusal(response, content))


def _media_id(response: ClientResponse, content: bytes) -> str:
    if response.status >= _BAD:
        raise Refused(refusal(response, content))
    media = parsed(_Id, content)
    if media is None:
        raise NoAnswer
    return media.id


def refusal(response: ClientResponse, content: bytes) -> Refusal:
    """Return what an answer that is not good says."""
    status, envelope = response.status, parsed(_Envelope, content)
    if envelope is not None:
        error = envelope.error
        return Refusal(code=error.code, status=status, transient=error.is_transient)
    otherwise = UNEXPLAINED if status >= _SERVER_ERROR else _PARAMETER
    return Refusal(code=WITHOUT_CODE.get(status, otherwise), status=status)


def parsed(model: type[Model], content: bytes) -> Model | None:
    """Return what was read; None for something of another shape."""
    try:
        return model.model_validate_json(content)
    except ValidationError:
        return None
