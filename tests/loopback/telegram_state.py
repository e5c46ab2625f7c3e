"""What the loopback Bot API knows: chats, updates, files, groups, and what it was asked."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.loopback.rates import Rates
from tests.loopback.telegram_group import Forum
from tests.loopback.telegram_spec import Refused

NOON = 1_795_600_800


@dataclass
class Sent:
    """One message of the bot."""

    message_id: int
    text: str
    buttons: list[tuple[str, str]]
    # What stands on the keyboard in place of letters, and which of it gives the own number.
    keyboard: list[str] = field(default_factory=list)
    shares: str | None = None
    # It takes such a keyboard away.
    clears: bool = False


@dataclass(frozen=True)
class Hook:
    """Where updates are delivered, since `setWebhook`."""

    url: str
    secret: str
    allowed: tuple[str, ...]


# Tells of a call, by its method and what was given, whether something is to become of it.
Which = Callable[[str, Mapping[str, Any]], bool]


def _none(_: str, __: Mapping[str, Any]) -> bool:
    return False


# Brings one update to an address; returns the HTTP status that came back.
Deliver = Callable[[str, bytes, Mapping[str, str]], Awaitable[int]]


@dataclass
class State:
    """The state of the server."""

    base: str = ""
    sent: dict[int, list[Sent]] = field(default_factory=lambda: defaultdict(list))
    # The menus by whom they are for and the language of the app; "" is for every other app.
    menus: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    acknowledged: list[str] = field(default_factory=list)
    # Presses that were acknowledged too late.
    too_old: set[str] = field(default_factory=set)
    # What was shown to those who pressed a button.
    alerts: list[str] = field(default_factory=list)
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    blocked: set[int] = field(default_factory=set)
    documents: dict[int, list[tuple[str, bytes]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    groups: dict[int, Forum] = field(default_factory=dict)
    # Groups that became other ones, by their old number.
    moved: dict[int, int] = field(default_factory=dict)
    # The groups that the bot left.
    left: list[int] = field(default_factory=list)
    # Answers to give instead of the next ones, by method; None lets one pass.
    faults: dict[str, list[Refused | None]] = field(default_factory=lambda: defaultdict(list))
    # Every update that ever was, and those that nobody who polls has confirmed.
    updates: list[dict[str, Any]] = field(default_factory=list)
    waiting: list[dict[str, Any]] = field(default_factory=list)
    # The bytes behind each file id, and how many downloads break off first.
    files: dict[str, bytes] = field(default_factory=dict)
    broken_downloads: int = 0
    downloads: int = 0
    violations: list[str] = field(default_factory=list)
    hook: Hook | None = None
    # Set by whoever runs the program that is delivered to.
    deliver: Deliver | None = None
    statuses: list[int] = field(default_factory=list)
    # How much is taken at once; anything, when a test says nothing of it.
    rates: Rates | None = None
    # When people do things.
    date: Callable[[], int] = lambda: NOON
    # Calls that get lost on their way here, and those of which the answer gets lost: whoever made
    # them waits. What got lost, in order.
    unheard: Which = _none
    unanswered: Which = _none
    lost: list[str] = field(default_factory=list)
    # The last update that was handed out to who asked for them.
    handed_out: int = 0
    # What was asked for earlier may still come for a while.
    delivers_all_kinds: bool = False
    # Our own program never sends markup: what people typed would be read as such.
    takes_markup: bool = False
    # How often somebody began to poll; only the last one is served.
    polls: int = 0
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _more: asyncio.Condition = field(default_factory=asyncio.Condition)
