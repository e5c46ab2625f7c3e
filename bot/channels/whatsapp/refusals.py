"""What a refusal of the Cloud API means: by its code, since its HTTP status says little."""

from datetime import datetime
from enum import Enum, auto

from bot.log import log
from bot.ports import LONGEST_HOLD, Barrier, NobodyThere, Posted, TryLater, Unreachable
from dialogs.frozen import Frozen


class Then(Enum):
    """What to do about a refusal."""

    AGAIN = auto()  # it passes by itself
    PAIR = auto()  # too much to this one person
    MAINTENANCE = auto()
    OPERATOR = auto()  # token, permission, payment, blocked number: somebody has to mend it
    TEMPLATE = auto()  # as before, and of no use to wait: only an invitation was refused
    OUTSIDE = auto()  # more than 24 hours since the person wrote
    NOBODY = auto()  # this person cannot be reached: gone, or they do not want it
    GONE = auto()  # this sort of message, never
    FILE = auto()  # the file in it was not taken; without it there is nothing wrong
    OURS = auto()  # we sent something that is not allowed


# The table of Meta's error codes; 1 and 2 are "unknown" and "unavailable".
_TABLE = {
    Then.AGAIN: (1, 2, 4, 80007, 130429, 131000, 131016),
    Then.PAIR: (131056,),
    Then.MAINTENANCE: (131057,),
    Then.OPERATOR: (
        0,
        3,
        10,
        190,
        368,
        *range(200, 300),
        131005,
        131031,
        131037,
        131042,
        131045,
        131048,
        131064,
        133010,
        133016,
    ),
    Then.TEMPLATE: (132000, 132001, 132005, 132007, 132012, 132015, 132016),
    Then.OUTSIDE: (131047,),
    # Also a number in a country where businesses may not write.
    Then.NOBODY: (131026, 130497),
    Then.GONE: (131021, 131049, 131050, 131062),
    Then.FILE: (131051, 131052, 131053),
    Then.OURS: (33, 100, 131008, 131009),
}
_BY_CODE = {code: then for then, codes in _TABLE.items() for code in codes}
# Answers that are not in Meta's form, by HTTP status.
WITHOUT_CODE = {401: 190, 403: 10, 429: 4}
_SERVER_ERROR = 500
UNEXPLAINED = 131000

_SOON, _MAINTENANCE, _MENDING = 2.0, 60.0, 900.0
_PAIR_BASE, _PAIR_MOST = 4, 5


class Refusal(Frozen):
    """One refusal, at once or in a later report."""

    code: int
    status: int = 400
    transient: bool = False

    @property
    def reason(self) -> str:
        """The code as it is stored and logged: 131-026."""
        thousands, rest = divmod(self.code, 1000)
        return f"{thousands}-{rest:03d}" if thousands else str(rest)

    @property
    def then(self) -> Then:
        """What to do about it."""
        known = _BY_CODE.get(self.code)
        if known is None:
            passes = self.transient or self.status >= _SERVER_ERROR
            known = Then.AGAIN if passes else Then.GONE
        return known


def refusal_of(reason: str | None) -> Refusal:
    """Return the refusal that was stored by its reason; one without a code may pass by itself."""
    code = (reason or "").replace("-", "")
    return Refusal(code=int(code) if code.isdecimal() else UNEXPLAINED)


class OutsideWindow(Exception):  # noqa: N818 - a state of the world
    """The person has to answer an invitation first."""


def consequence(refusal: Refusal, posted: Posted, now: datetime) -> Exception:
    """Return what the outbox, or the channel, has to do about a refusal."""
    then, reason = refusal.then, refusal.reason
    if then in _LOGGED:
        log.error(_LOGGED[then], status=refusal.code)
    if then is Then.OUTSIDE:
        return OutsideWindow(reason)
    if then in _WAITING and now - posted.at < LONGEST_HOLD:
        return TryLater(seconds(then, posted.attempts), reason)
    if then is Then.NOBODY:
        return NobodyThere(reason, Barrier.UNDELIVERABLE)
    return Unreachable(reason)


def seconds(then: Then, attempts: int) -> float:
    """Return how long to wait at least; the outbox itself waits longer each time."""
    if then is Then.PAIR:
        return float(_PAIR_BASE ** min(attempts + 1, _PAIR_MOST))
    return _WAITING.get(then, _SOON)


_WAITING = {
    Then.AGAIN: _SOON,
    Then.PAIR: _SOON,
    Then.MAINTENANCE: _MAINTENANCE,
    Then.OPERATOR: _MENDING,
}
_LOGGED = {
    Then.OPERATOR: "whatsapp_needs_an_operator",
    Then.TEMPLATE: "whatsapp_template_needs_an_operator",
    Then.OURS: "whatsapp_refused_what_we_sent",
}
