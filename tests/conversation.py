"""A conversation in a test: says and presses, and looks at what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

from bot.sentences.texts import Texts
from bot.sentences.words import words
from calc.feiten import Feiten
from dialogs.effects import Ask, Keep, Say, Step
from dialogs.engine import step
from dialogs.events import Act, Chose, Command, Commanded, Event, Said, Sent
from dialogs.flow import Flow
from dialogs.flows.intake import FLOW
from dialogs.knowledge import Article
from dialogs.questions import Item
from dialogs.script import Script
from dialogs.session import Session, State
from dialogs.walk import walk

TODAY = date(2026, 11, 23)
ARTICLES = (
    Article(slug="smartengeld", titel="Smartengeld", namen=("smartengeld",)),
    Article(slug="finale-kwijting", titel="Finale kwijting", namen=("finale kwijting",)),
)


def texts() -> Texts:
    """Return the texts, read once for all tests."""
    return words()


@cache
def vocabulary() -> Mapping[str, tuple[str, ...]]:
    """Return the words of all buttons and commands."""
    return texts().vocabulary()


def flow_of(*items: Item, version: str = "1") -> Flow:
    """Make up a flow."""
    return Flow(name="proef", version=version, items=items)


@dataclass
class Talk:
    """One person in one conversation; every turn goes through JSON and back."""

    flow: Flow = FLOW
    words: Mapping[str, tuple[str, ...]] = field(default_factory=vocabulary)
    today: date = TODAY
    session: Session = field(default_factory=Session)
    turns: int = 0
    last: Step | None = None

    # --- what a person does ----------------------------------------------------------------------

    def does(self, act: Act) -> "Talk":
        """Do one thing."""
        self.turns += 1
        noon = datetime.combine(self.today, time(12), tzinfo=UTC)
        at = noon + timedelta(seconds=self.turns)
        script = Script(flow=self.flow, vocabulary=self.words, articles=ARTICLES)
        event = Event(act=act, at=at, channel="test")
        session, self.last = step(script, self.session, event, self.today)
        self.session = Session.model_validate_json(session.model_dump_json())
        assert self.session == session
        return self

    def says(self, *texts: str) -> "Talk":
        """Type messages, one after the other."""
        for text in texts:
            self.does(Said(text=text))
        return self

    def chooses(self, *choices: str, under: str | None = None) -> "Talk":
        """Press buttons, one after the other."""
        for choice in choices:
            self.does(Chose(choice=choice, question=under))
        return self

    def commands(self, command: str) -> "Talk":
        """Give one of the fixed commands."""
        return self.does(Commanded(command=Command(command)))

    def sends(self, **given: Any) -> "Talk":
        """Send a thing; with `file` it is one that can be kept."""
        return self.does(Sent(name="foto.jpg", **given))

    @property
    def kept(self) -> list[str]:
        """The files that the last turn keeps."""
        return [one.file for one in self.step.effects if isinstance(one, Keep)]

    # --- what comes of it ------------------------------------------------------------------------

    @property
    def step(self) -> Step:
        """What the last turn came to."""
        assert self.last is not None
        return self.last

    @property
    def state(self) -> State:
        """The state after the last turn."""
        return self.step.state

    @property
    def asked(self) -> Ask | None:
        """What is on the screen."""
        return next((one for one in self.step.effects if isinstance(one, Ask)), None)

    @property
    def question(self) -> str | None:
        """The question on the screen."""
        return None if self.asked is None else self.asked.question

    @property
    def choices(self) -> list[str]:
        """The buttons on the screen."""
        return [] if self.asked is None else [choice.id for choice in self.asked.choices]

    @property
    def told(self) -> list[str]:
        """The keys of all that was said in the last turn, without the question."""
        return [one.key for one in self.step.effects if isinstance(one, Say)]

    def params(self, key: str) -> dict[str, Any]:
        """What a text was filled with in the last turn."""
        return next(
            one.params for one in self.step.effects if isinstance(one, Say) and one.key == key
        )

    @property
    def text(self) -> str:
        """The text of the question on the screen, by key."""
        return "" if self.asked is None else self.asked.text

    @property
    def feiten(self) -> Feiten:
        """The facts as they stand."""
        return walk(self.flow, self.session, self.today).picture.feiten()

    @property
    def known(self) -> dict[str, Any]:
        """The facts as they stand, only what is known."""
        return self.feiten.model_dump(mode="json", exclude_none=True)

    def until(self, question: str, **answers: str) -> "Talk":
        """Answer until a question comes up: as given by id, else with not knowing."""
        for _ in range(200):
            if self.question == question:
                return self
            name = self.question or ""
            if name in answers:
                self.does(_act(answers[name], self.choices))
            else:
                self.chooses(_mildest(self.choices))
        raise AssertionError(f"{question} never came up; at {self.question} in {self.state}")


def _act(answer: str, choices: list[str]) -> Act:
    return Chose(choice=answer) if answer in choices else Said(text=answer)


def _mildest(choices: list[str]) -> str:
    for choice in ("weet_niet", "onbekend", "overslaan", "verder", "klaar", "nee", "ja", "klopt"):
        if choice in choices and not (choice == "nee" and "gevaar" in choices):
            return choice
    return "overslaan"


def begun() -> Talk:
    """Return a conversation of the real flow in which consent was given."""
    return replace(_begun())


def at(question: str, **answers: str) -> Talk:
    """Return a conversation at this question: answered as given by id, else with not knowing."""
    return replace(_at(question, frozenset(answers.items())))


def reviewed() -> Talk:
    """Return a conversation of a person who knows nothing, at the overview."""
    return at("controle")


@cache
def _begun() -> Talk:
    return Talk().commands("start").chooses("ja")


@cache
def _at(question: str, answers: frozenset[tuple[str, str]]) -> Talk:
    return begun().until(question, **dict(answers))
