"""The staff group on the loopback Bot API: a forum with topics, as its administrators see it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

LONGEST_NAME = 128
CHAT, STAFF = -1001234567890, 7001


@dataclass
class Posted:
    """One message of the bot in the group."""

    number: int
    text: str
    buttons: list[tuple[str, str]] = field(default_factory=list)
    document: bytes | None = None


@dataclass
class Topic:
    """One topic."""

    thread: int
    name: str
    posts: list[Posted] = field(default_factory=list)
    open: bool = True

    @property
    def texts(self) -> list[str]:
        """Everything that was written, in order."""
        return [post.text for post in self.posts]


@dataclass
class Forum:
    """A group with topics; General is the topic without a number."""

    topics: dict[int | None, Topic] = field(default_factory=lambda: {None: Topic(0, "General")})
    deleted: list[int] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=lambda: count(100))

    def of(self, given: dict[str, Any]) -> Topic | None:
        """Return the topic that a call names."""
        thread = given.get("message_thread_id")
        return self.topics.get(None if thread is None else int(thread))

    def begin(self, name: str) -> Topic:
        """Make a topic."""
        topic = Topic(next(self._numbers), name)
        self.topics[topic.thread] = topic
        return topic

    def post(self, topic: Topic, text: str, **more: Any) -> Posted:
        """Put a message in a topic."""
        posted = Posted(next(self._numbers), text, **more)
        topic.posts.append(posted)
        return posted

    def message(self, number: int) -> Posted | None:
        """Return a message by its number."""
        found = (post for topic in self.topics.values() for post in topic.posts)
        return next((post for post in found if post.number == number), None)

    def delete(self, topic: Topic) -> None:
        """Delete a topic and all that is in it."""
        del self.topics[topic.thread]
        self.deleted.append(topic.thread)

    @property
    def cases(self) -> list[Topic]:
        """The topics but General, oldest first."""
        return [topic for thread, topic in self.topics.items() if thread is not None]
