"""What a refusal of the Bot API means for the message that was refused."""

from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)

from bot.log import log
from bot.ports import TryLater, Unreachable

# The network and the server come back by themselves; the outbox lengthens the wait.
_SOON = 2.0
# A revoked token is mended by an operator, not by hurry.
_AFTER_MENDING = 60.0
_TOO_LONG, _NOT_MODIFIED = "message is too long", "message is not modified"
# Nobody is there any more, in the words of the Bot API.
_GONE = {
    "chat not found": "chat_not_found",
    "user not found": "user_not_found",
    "peer_id_invalid": "peer_id_invalid",
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
        return Unreachable("403")
    if isinstance(error, TelegramBadRequest):
        return _of_bad_request(error.message.casefold())
    return error


def _of_bad_request(words: str) -> Exception | None:
    if _NOT_MODIFIED in words:
        return None
    gone = next((code for said, code in _GONE.items() if said in words), None)
    if gone is None:
        log.error("telegram_refused_what_we_sent", status=400)
    return Unreachable(gone or "400")
