"""A line of the transcript as the page shows it, in the light of the lines before it."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from bot.clock import day_of
from bot.ports import Button, Line, MessageClass, Outgoing
from bot.sentences.texts import Texts
from dialogs.asking import HUMAN, KEEP
from dialogs.events import Act, Chose, Command, Commanded, Said, Sent
from dialogs.frozen import Frozen
from dialogs.questions import DONE, DONT_KNOW, ENOUGH, NO, SKIP, YES, Kind

# Under a list to tick, these are answers of their own; every other button is a tick.
NO_TICKS = frozenset((DONE, DONT_KNOW, SKIP, ENOUGH, YES, NO, KEEP, HUMAN, *Command))


class Speaker(StrEnum):
    """Who says a line."""

    YOU = "u"
    BOT = "bot"
    HUMAN = "mens"


class Context(Frozen):
    """What must be known of earlier lines to show the next one.

    `said` is the last thing that was said to the person, `place` the line at which it stands on
    the page: a list of ticks is one block, however often it was touched.
    """

    number: int = 0
    day: date | None = None
    said: Outgoing | None = None
    place: int = 0
    ticking: bool = False


class ShownLine(Frozen):
    """One line on the page.

    `place` differs from `number` when the line only brings an earlier one up to date. `day` is
    given when the line is the first one of that day. A line without words is not shown.
    """

    number: int
    place: int
    speaker: Speaker
    safety: bool = False
    day: date | None = None
    words: str | None = None
    said: Outgoing | None = None
    # The file that came with it, so that a page that still has it can show it.
    file: str | None = None

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing to see."""
        return self.words is None and self.said is None


def shown(context: Context, line: Line, texts: Texts) -> tuple[Context, ShownLine]:
    """Return how a line is shown, and the context of the line after it."""
    if line.outgoing is not None:
        return _from_us(context, line, line.outgoing)
    return _from_you(context, line, texts)


def all_shown(
    context: Context, lines: Iterable[Line], texts: Texts
) -> tuple[Context, tuple[ShownLine, ...]]:
    """Return how several lines are shown."""
    found: list[ShownLine] = []
    for line in lines:
        context, one = shown(context, line, texts)
        found.append(one)
    return context, tuple(found)


def folded(lines: Iterable[ShownLine]) -> tuple[ShownLine, ...]:
    """Return the lines of a whole page: each place once, as it is now, nothing empty."""
    places: dict[int, ShownLine] = {}
    for line in lines:
        earlier = places.get(line.place)
        places[line.place] = (
            line if earlier is None else line.model_copy(update={"day": earlier.day})
        )
    return tuple(line for line in places.values() if not line.empty)


def _from_us(context: Context, line: Line, outgoing: Outgoing) -> tuple[Context, ShownLine]:
    same = context.ticking and _ticks(outgoing) and _key(outgoing) == _key(context.said)
    place = context.place if same else line.number
    day = _new_day(context, line)
    after = Context(number=line.number, day=day_of(line.at), said=outgoing, place=place)
    human = line.message_class is MessageClass.HUMAN
    return after, ShownLine(
        number=line.number,
        place=place,
        speaker=Speaker.HUMAN if human else Speaker.BOT,
        safety=line.message_class is MessageClass.SAFETY,
        day=day,
        said=outgoing if outgoing.parts and not _dropped(line) else None,
    )


def _dropped(line: Line) -> bool:
    """Tell whether a human took over before the script was heard: then it is heard no more."""
    return line.message_class is MessageClass.BOT and line.delivered is False


def _from_you(context: Context, line: Line, texts: Texts) -> tuple[Context, ShownLine]:
    ticking = _is_tick(context, line.act)
    first = context.number == 0 and line.act == Commanded(command=Command.START)
    words = (
        None if ticking or first or line.act is None else words_of(line.act, context.said, texts)
    )
    day = None if words is None else _new_day(context, line)
    after = context.model_copy(
        update={
            "number": line.number,
            "day": context.day if words is None else day_of(line.at),
            "ticking": ticking,
        }
    )
    return after, ShownLine(
        number=line.number,
        place=line.number,
        speaker=Speaker.YOU,
        day=day,
        words=words,
        file=line.act.file if isinstance(line.act, Sent) else None,
    )


def words_of(act: Act, said: Outgoing | None, texts: Texts) -> str:
    """Return what a person did, in words: what they typed, or the label of their button."""
    if isinstance(act, Said):
        return act.text
    if isinstance(act, Commanded):
        return texts(f"commando.{act.command}")
    if isinstance(act, Chose):
        labels = {button.id: button.label for button in _buttons(said)}
        ticked = _ticked_labels(act, said, labels)
        if ticked:
            return ", ".join(ticked)
        if act.choice not in labels and act.choice in tuple(Command):
            return texts(f"commando.{act.choice}")
        return labels.get(act.choice, act.choice)
    return texts("bestand.regel", soort=act.sort, naam=act.name, grootte=act.size)


def _ticked_labels(act: Chose, said: Outgoing | None, labels: dict[str, str]) -> list[str]:
    """Return what was ticked when a person says that they are done: that is the answer."""
    if act.choice != DONE or said is None or said.question is None:
        return []
    return [labels[tick] for tick in said.question.ticked or () if tick in labels]


def _is_tick(context: Context, act: Act | None) -> bool:
    return (
        isinstance(act, Chose)
        and act.choice not in NO_TICKS
        and _ticks(context.said)
        and act.question in (None, _key(context.said))
        and act.choice in {button.id for button in _buttons(context.said)}
    )


def _ticks(said: Outgoing | None) -> bool:
    return said is not None and said.question is not None and said.question.kind == Kind.TICKS


def _key(said: Outgoing | None) -> str | None:
    return said.question.key if said is not None and said.question is not None else None


def _buttons(said: Outgoing | None) -> tuple[Button, ...]:
    return () if said is None else tuple(button for part in said.parts for button in part.choices)


def _new_day(context: Context, line: Line) -> date | None:
    day = day_of(line.at)
    return None if context.day is None or context.day == day else day
