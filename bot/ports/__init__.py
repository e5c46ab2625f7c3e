"""The few things the program needs from the world, and the values that cross these borders."""

from bot.ports.around import Channel, Clock, Live
from bot.ports.errors import BadStore, StoreUnavailable, TryLater, Unreachable, Unreadable
from bot.ports.kept import (
    CaseRow,
    Conversation,
    Decide,
    Decision,
    Labels,
    Line,
    LoginKind,
    Posted,
    StaffAccount,
    StaffLogin,
    Turn,
)
from bot.ports.messages import Button, Inbound, MessageClass, Outgoing, Part, QuestionRef
from bot.ports.reaching import INVITATION, Delivery, Reach, Reaching, Stage
from bot.ports.store import Store

__all__ = [
    "INVITATION",
    "BadStore",
    "Button",
    "CaseRow",
    "Channel",
    "Clock",
    "Conversation",
    "Decide",
    "Decision",
    "Delivery",
    "Inbound",
    "Labels",
    "Line",
    "Live",
    "LoginKind",
    "MessageClass",
    "Outgoing",
    "Part",
    "Posted",
    "QuestionRef",
    "Reach",
    "Reaching",
    "StaffAccount",
    "StaffLogin",
    "Stage",
    "Store",
    "StoreUnavailable",
    "TryLater",
    "Turn",
    "Unreachable",
    "Unreadable",
]
