"""Whoever tells a story: knows the table, looks at the open question, and answers it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from dialogs.flows.intake import FLOW
from dialogs.picture import indexed
from dialogs.questions import Kind, Question
from dialogs.session import State
from tests.person import in_words
from tests.stories.seat import Button, Seat, Seen
from tests.stories.story import Act, Gives, Says, Story, Taps, TapsOld, Told

_OVER = (State.HANDED_OVER, State.WITH_HUMAN, State.STOPPED)
_MOST_TURNS = 160
# What somebody taps who does not know; the first that is there.
_DONT_KNOW = ("weet_niet", "onbekend", "overslaan", "klaar", "nee", "verder")
_REVIEW = "controle"
_LABELS = re.compile(r"naasten\[(\d+)\]\.(adres|belangenbehartiger)")


@dataclass
class Teller:
    """Tells one story from one seat."""

    story: Story
    seat: Seat
    seen: list[Seen] = field(default_factory=list)
    answers: int = 0
    relatives: int = 0
    corrected: list[str] = field(default_factory=list)
    # What was told in the person's own way; a next step of the same question is tapped.
    told: set[str] = field(default_factory=set)

    @property
    def now(self) -> Seen:
        """What is on the screen."""
        return self.seen[-1]

    @property
    def words(self) -> str:
        """All that was read, the buttons too."""
        labels = (button.label for turn in self.seen for button in turn.buttons)
        return "\n".join((*(turn.words for turn in self.seen), *labels))

    async def tells(self) -> "Teller":
        """Tell it to the end."""
        self.seen.append(await self.seat.starts())
        while self.now.state not in _OVER:
            assert len(self.seen) < _MOST_TURNS, self.now
            await self.answer()
        return self

    async def answer(self) -> None:
        """Answer what is on the screen."""
        place = _place(self.now.key)
        if self.now.state is State.REVIEW and self.now.key is not None:
            await self._review()
        elif place is None:
            # A list that rests or asks which answer to change; the way on is among the buttons.
            await self._tap(_first(("verder", "terug_naar_vraag"), self.now))
        else:
            self.answers += 1
            await self._question(*place)

    async def _review(self) -> None:
        left = [path for path in self.story.corrects if path not in self.corrected]
        if not left:
            self.answers += 1
            await self._tap("klopt")
            return
        self.corrected.append(left[0])
        question, key = self._asked_for(left[0])
        await self._tap("wijzig")
        await self._tap(f"sectie:{question.section}")
        await self._tap(f"antwoord:{key}")
        self.told.discard(left[0])
        await self._tell(question, left[0], self.story.told[left[0]])

    async def _question(self, question: Question, index: int | None) -> None:
        path = _path(question, index)
        if path.endswith("[+]"):
            await self._another(index or 0)
            return
        told = self.story.first(path)
        told = told if told is not None else self.story.first(question.id)
        if told is None:
            known = question.consent or question.needs_human_unless_yes
            await self._tap("ja" if known else _first(_DONT_KNOW, self.now))
        else:
            await self._tell(question, path, told)

    async def _another(self, index: int) -> None:
        await self._tap("ja" if index < self.story.relatives else "nee")

    async def _tell(self, question: Question, path: str, told: Told) -> None:
        if told.acts and path not in self.told:
            self.told.add(path)
            for act in told.acts:
                await self._do(act)
        elif question.kind is Kind.TICKS:
            await self._ticks(told.value)
        elif (shared := _LABELS.fullmatch(path)) is not None:
            await self._tap(self._same(int(shared[1]), shared[2], told.value))
        elif question.kind is Kind.YESNO:
            await self._tap("ja" if told.value else "nee")
        elif question.kind is Kind.CHOICE:
            await self._tap(_standing_for(str(told.value), question, self.now))
        else:
            await self._do(Says(in_words(question.kind.value, question.fact or "", told.value)))

    async def _ticks(self, wanted: Iterable[str]) -> None:
        todo = [tick for tick in wanted if tick not in self.now.ticked]
        await self._tap(todo[0] if todo else "klaar")

    def _same(self, member: int, label: str, value: Any) -> str:
        others = (self.story.known(f"naasten[{other}].{label}") for other in range(member))
        found = next((at for at, other in enumerate(others) if other == value), None)
        return "ander" if found is None else f"zelfde_als_{found}"

    # --- acts --------------------------------------------------------------------------------

    async def _do(self, act: Act) -> None:
        if isinstance(act, Taps):
            await self._tap(act.choice)
        elif isinstance(act, TapsOld):
            self.seen.append(await self.seat.presses(self._earlier(act)))
        elif isinstance(act, Gives):
            self.seen.append(await self.seat.commands(act.command))
        else:
            self.seen.append(await self.seat.types(act.text))

    async def _tap(self, choice: str) -> None:
        self.seen.append(await self.seat.presses(self.now.button(choice)))

    def _asked_for(self, path: str) -> tuple[Question, str]:
        """Return the question that was asked for a path, and its key."""
        for turn in reversed(self.seen):
            place = _place(turn.key)
            if place is not None and path in (_path(*place), place[0].id):
                return place[0], turn.key or ""
        raise AssertionError(f"nothing was asked for {path}")

    def _earlier(self, act: TapsOld) -> Button:
        turns = (turn for turn in reversed(self.seen) if turn.key == act.question)
        return next(turns).button(act.choice)


def _place(key: str | None) -> tuple[Question, int | None] | None:
    """Return the question that is open, and the member it is about."""
    name, _, index = (key or "").partition("#")
    if not name or name.startswith(_REVIEW):
        return None
    return FLOW.question(name), int(index) if index else None


def _path(question: Question, index: int | None) -> str:
    """Return what the table calls this question: its fact, else its id."""
    fact = question.fact or question.id
    return fact if index is None else indexed(fact, index)


def _first(wanted: Iterable[str], seen: Seen) -> str:
    return next(choice for choice in wanted if choice in seen.choices)


def _standing_for(value: str, question: Question, seen: Seen) -> str:
    fitting = (one.id for one in question.options if value in (one.id, one.value, *one.values))
    return _first((value, *fitting), seen)
