"""Whole conversations in Dutch, for a jurist to read: `make transcripts` writes docs/transcripts/.

They are the conversations of made-up people, word for word as they are read and tapped.
"""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path

from dialogs.events import Command
from tests.stories.bereaved import WIDOW
from tests.stories.by_engine import EngineSeat
from tests.stories.seat import Button, Seen
from tests.stories.story import TODAY, Story
from tests.stories.teller import Teller
from tests.stories.victims import BITTEN, CYCLIST, PATIENT, WORKER

FOLDER = Path(__file__).parents[2] / "docs" / "transcripts"
_HEAD = """\
# {title}

Gemaakt door `make transcripts` uit het gesprek zelf; niet met de hand wijzigen. Iedereen is
verzonnen. De dag van het gesprek is {day}.
"""


@dataclass
class WrittenDown(EngineSeat):
    """A seat beside which somebody writes down what is said, typed and tapped."""

    lines: list[str] = field(default_factory=list)

    async def starts(self) -> Seen:
        return self._heard(await super().starts())

    async def types(self, text: str) -> Seen:
        self.lines.append(f"**U:** {text}\n")
        return self._heard(await super().types(text))

    async def presses(self, button: Button) -> Seen:
        self.lines.append(f"**U tikt:** [{button.label}]\n")
        return self._heard(await super().presses(button))

    async def commands(self, command: Command) -> Seen:
        self.lines.append(f"**U:** /{command}\n")
        return self._heard(await super().commands(command))

    def _heard(self, seen: Seen) -> Seen:
        spoken = (f"> {line}".rstrip() for line in seen.words.split("\n"))
        self.lines.append("\n".join(spoken) + "\n")
        if seen.buttons:
            labels = " ".join(f"[{button.label}]" for button in seen.buttons)
            self.lines.append(f"{labels}\n")
        return seen


async def _crisis(seat: EngineSeat) -> None:
    """Let somebody break half-way, write once more, and go on another day."""
    await seat.starts()
    for text in ("ja", "ik ben zelf gewond", "3 mei 1985", "verkeer", "1 september 2026"):
        await seat.types(text)
    await seat.types("ik weet niet of ik nog wel wil leven")
    await seat.types("er is nu iemand bij me")
    await seat.commands(Command.START)
    await seat.types("laat maar")


async def _alone(seat: EngineSeat) -> None:
    """Let somebody fall off a bicycle: typed with slips, and put right in plain words."""
    await seat.starts()
    for text in (
        *("ja hoor", "voor mezelf", "12-04-88", "ik ben gevalen met de fiets"),
        *("vorige week dinsdag", "nee het was woensdag", "18 november"),
        *("Er lag olie op de weg en ik gleed weg", "fiets", "er was niemand anders"),
        *("huisarts", "een week of drie", "nog steeds", "ja"),
    ):
        await seat.types(text)


def _told(story: Story) -> Callable[[EngineSeat], Coroutine[None, None, None]]:
    async def tell(seat: EngineSeat) -> None:
        await Teller(story, seat).tells()

    return tell


CONVERSATIONS = {
    "licht-letsel-in-het-verkeer": _told(CYCLIST),
    "gebeten-door-een-hond-15-jaar": _told(BITTEN),
    "bedrijfsongeval-met-complicaties": _told(WORKER),
    "behandelfout": _told(PATIENT),
    "weduwe-met-twee-kinderen": _told(WIDOW),
    "crisis-halverwege": _crisis,
    "alleen-gevallen": _alone,
}


async def transcript(name: str) -> str:
    """Return one conversation as Markdown."""
    seat = WrittenDown()
    await CONVERSATIONS[name](seat)
    head = _HEAD.format(title=name.replace("-", " ").capitalize(), day=TODAY.isoformat())
    return "\n".join((head, *seat.lines))


def main() -> None:
    """Write all conversations anew, and leave no old one behind."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.md"):
        old.unlink()
    for name in CONVERSATIONS:
        (FOLDER / f"{name}.md").write_text(asyncio.run(transcript(name)), encoding="utf-8")


if __name__ == "__main__":
    main()
