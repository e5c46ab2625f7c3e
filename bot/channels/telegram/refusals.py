"""What a refusal of the Bot API means for the message that was refused."""

from collections.abc import Mapping

from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)

from bot.log import log
from bot.ports import Barrier, NobodyThere, TryLater, Unreachable

# The network and the server come back by themselves; the outbox lengthens the wait.
_SOON = 2.0
# A revoked token is mended by an operator, not by hurry.
_AFTER_MENDING = 60.0
_TOO_LONG, _NOT_MODIFIED = "message is too long", "message is not modified"
# Nobody is there, in the words of the Bot API; whatever else it forbids comes to the same.
_GONE = {
    "chat not found": Barrier.CHAT_GONE,
    "user not found": Barrier.CHAT_GONE,
    "peer_id_invalid": Barrier.CHAT_GONE,
}
_FORBIDDEN = {
    "blocked by the user": Barrier.BLOCKED,
    "user is deactivated": Barrier.DEACTIVATED,
    "can't initiate conversation": Barrier.NEVER_STARTED,
}


def too_long(error: AiogramError) -> bool:
    """Tell whether the message must go in shorter pieces."""
    return isinstance(error, TelegramBadRequest) and _TOO_LONG in error.message.casefold()


def consequence(error: AiogramError) -> Exception | None:
    """Return what the outbox has to do; None when the message is there as it should be."""
    if isinstance(error, TelegramRetryAfter):
        return TryLater(float(error.retry_after), "429")
    # What stands in front of the API answers in a form of its own when the API is away.
    if isinstance(error, TelegramNetworkError | TelegramServerError | ClientDecodeError):
        return TryLater(_SOON, "5xx")
    # Neither says anything of the person: a token that was revoked, or one that never was.
    if isinstance(error, TelegramUnauthorizedError | TelegramNotFound):
        log.error("telegram_needs_an_operator", error=type(error).__name__)
        return TryLater(_AFTER_MENDING, "401")
    if isinstance(error, TelegramForbiddenError):
        return NobodyThere("403", _of(_FORBIDDEN, error) or Barrier.UNDELIVERABLE)
    if isinstance(error, TelegramBadRequest):
        return _of_bad_request(error)
    return error


def _of_bad_request(error: TelegramBadRequest) -> Exception | None:
    if _NOT_MODIFIED in error.message.casefold():
        return None
    barrier = _of(_GONE, error)
    if barrier is not None:
        return NobodyThere("400", barrier)
    log.error("telegram_refused_what_we_sent", status=400)
    return Unreachable("400")


def _of(table: Mapping[str, Barrier], error: TelegramAPIError) -> Barrier | None:
    words = error.message.casefold()
    return next((barrier for said, barrier in table.items() if said in words), None)
