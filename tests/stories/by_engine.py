"""A seat without a channel: the engine itself, and the words that any channel would show."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from bot.handoff import CaseFile
from bot.ports import Conversation, Outgoing
from bot.script import script
from bot.sentences.articles import FullArticle, articles
from bot.sentences.render import Renderer
from bot.sentences.words import words
from bot.service import labels
from bot.settings import Settings
from dialogs.engine import step
from dialogs.events import Act, Chose, Command, Commanded, Event, Said
from dialogs.script import Script
from dialogs.session import Session
from tests.stories.seat import Button, Seen
from tests.stories.story import TODAY


@cache
def _articles() -> tuple[FullArticle, ...]:
    return articles(words().language, words())


@cache
def played() -> Script:
    """Return the conversation that the program plays."""
    return script(words(), _articles())


@cache
def _renderer() -> Renderer:
    return Renderer(words(), _articles(), Settings(_env_file=None))


@dataclass
class EngineSeat:
    """Keeps what the engine returns, as a store would."""

    channel: str = "test"
    session: Session = field(default_factory=Session)
    conversation: Conversation | None = None
    today: date = TODAY
    at: datetime = field(default_factory=lambda: datetime.combine(TODAY, time(12), tzinfo=UTC))

    def comes_back_on(self, day: date) -> "EngineSeat":
        """Let time pass until the noon of that day."""
        self.today, self.at = day, datetime.combine(day, time(12), tzinfo=UTC)
        return self

    async def starts(self) -> Seen:
        return self._does(Commanded(command=Command.START))

    async def types(self, text: str) -> Seen:
        return self._does(Said(text=text))

    async def presses(self, button: Button) -> Seen:
        return self._does(Chose(choice=button.id, question=button.handle))

    async def commands(self, command: Command) -> Seen:
        return self._does(Commanded(command=command))

    async def file(self) -> CaseFile:
        assert self.conversation is not None
        return CaseFile(self.conversation, (), self.today)

    def _does(self, act: Act) -> Seen:
        self.at += timedelta(seconds=20)
        event = Event(act=act, at=self.at, channel=self.channel)
        session, taken = step(played(), self.session, event, self.today)
        # Over JSON and back, as it is stored.
        self.session = Session.model_validate_json(session.model_dump_json())
        assert self.session == session
        self.conversation = Conversation(
            id=1,
            channel=self.channel,
            chat_id="1",
            case="LW-2026-000001",
            revision=1,
            created_at=self.at,
            changed_at=self.at,
            labels=labels(session, taken),
            session=session,
        )
        return seen_in(_renderer().outgoing(taken, session, self.conversation.case))


def seen_in(outgoing: Outgoing) -> Seen:
    """Return what is seen of a turn."""
    asked = outgoing.question
    key = None if asked is None else asked.key
    return Seen(
        words="\n\n".join(part.text for part in outgoing.parts),
        state=outgoing.state,
        buttons=tuple(
            Button(button.id, button.label, key)
            for part in outgoing.parts
            for button in part.choices
        ),
        key=key,
        ticked=() if asked is None else (asked.ticked or ()),
    )


def with_handles(seen: Seen, handles: tuple[object, ...]) -> Seen:
    """Return the same with what the channel needs to press each button."""
    pairs = zip(seen.buttons, handles, strict=True)
    return replace(seen, buttons=tuple(replace(one, handle=handle) for one, handle in pairs))
