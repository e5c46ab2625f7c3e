"""The last message of each person that was not shown as read yet; lost at a restart, no matter."""

from collections import OrderedDict

_MOST = 10_000


class Unread:
    """Remembered in this process only: Meta's ids may hold a telephone number."""

    def __init__(self) -> None:
        """Begin with nothing to read."""
        self._last: OrderedDict[str, str] = OrderedDict()

    def heard(self, chat_id: str, message_id: str) -> None:
        """Remember the last message of a person."""
        self._last[chat_id] = message_id
        self._last.move_to_end(chat_id)
        if len(self._last) > _MOST:
            self._last.popitem(last=False)

    def taken(self, chat_id: str) -> str | None:
        """Return the message to show as read, once."""
        return self._last.pop(chat_id, None)
