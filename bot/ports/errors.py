"""What can go wrong outside, named so that everybody answers it in the same way."""

from bot.ports.reaching import Barrier


class BadStore(Exception):  # noqa: N818 - it says what is bad, and the message says what to do
    """A store that cannot be opened: the program does not start with it."""


class StoreUnavailable(Exception):  # noqa: N818 - a state of the world
    """The store could not do it now (disk full, locked, gone); nothing of it was kept."""


class Unreadable(Exception):  # noqa: N818 - idem
    """What is kept of one case cannot be opened; the message names the case, never its content."""

    def __init__(self, case: str, reason: str) -> None:
        """Keep the case and why."""
        super().__init__(f"{case}: {reason}")
        self.case = case


class Unreachable(Exception):  # noqa: N818 - a state of the world, not a fault of the program
    """This message cannot be delivered; the message is the channel's code."""


class NobodyThere(Unreachable):
    """The person cannot be reached on this channel: nothing else would be delivered either."""

    def __init__(self, code: str, barrier: Barrier) -> None:
        """Keep the channel's code, and what it means."""
        super().__init__(code)
        self.barrier = barrier


class FileGone(Exception):  # noqa: N818 - idem
    """A file that its channel will never give; the message is a code."""


class TryLater(Exception):  # noqa: N818 - idem
    """The channel asks to wait."""

    def __init__(self, seconds: float, reason: str) -> None:
        """Keep how many seconds to wait, and the channel's error code."""
        super().__init__(reason)
        self.seconds = seconds
        self.reason = reason
