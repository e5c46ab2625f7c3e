"""The topic that a row holds, for both databases."""

from typing import Any

from bot.ports import Topic
from bot.storage.sealed import moment


def topic_of(row: Any) -> Topic:
    """Return the topic that a row holds."""
    return Topic(
        conversation=row["conversation"],
        case=row["case_number"],
        thread=row["thread"],
        header=row["header"],
        head=row["head"],
        shown=row["shown"],
        told=row["told"],
        away=None if row["unreachable_at"] is None else moment(row["unreachable_at"]),
    )
