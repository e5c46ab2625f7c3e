"""The conversation as the person saw it, with the button that was pressed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.ports import Button, Line, MessageClass, Outgoing
from bot.sentences.texts import Texts
from dialogs.events import Act, Chose, Commanded, Said, Sort

_PERSON = "melder"


@dataclass(frozen=True)
class Spoken:
    """One line: who said what, when; `pressed` tells that it was a button."""

    number: int
    at: datetime
    who: str
    text: str
    buttons: tuple[str, ...] = ()
    pressed: bool = False
    undelivered: bool = False
    # Of what staff wrote: whether it was sent, or still waits for that.
    sent: bool = False
    waits: bool = False
    # Why it was put off or given up: the code of the channel.
    reason: str | None = None


def transcript(lines: Iterable[Line], texts: Texts) -> tuple[Spoken, ...]:
    """Return everything that was said, in order; turns in which nothing was said are left out."""
    labels: dict[str, str] = {}
    spoken: list[Spoken] = []
    for line in lines:
        if line.outgoing is not None:
            labels |= {button.id: button.label for button in _buttons(line.outgoing)}
            spoken.extend(_by_us(line, line.outgoing))
        if line.act is not None:
            spoken.append(_by_person(line, line.act, labels, texts))
    return tuple(spoken)


class Shown:
    """What stood on the screen when a question was answered."""

    def __init__(self, lines: Iterable[Line]) -> None:
        """Look through everything that was put to the person."""
        self._put: dict[str, list[tuple[datetime, str]]] = {}
        for line in lines:
            if line.outgoing is None or line.outgoing.question is None or not line.outgoing.parts:
                continue
            text = line.outgoing.parts[-1].text
            self._put.setdefault(line.outgoing.question.key, []).append((line.at, text))

    def question(self, key: str, answered_at: datetime) -> str | None:
        """Return the question as it was put last before the answer; None: it is not kept."""
        put = [text for at, text in self._put.get(key, ()) if at <= answered_at]
        return put[-1] if put else None


def _by_us(line: Line, outgoing: Outgoing) -> Iterable[Spoken]:
    by_staff = line.message_class is MessageClass.HUMAN
    for part in outgoing.parts:
        yield Spoken(
            number=line.number,
            at=line.at,
            who=str(line.message_class),
            text=part.text,
            buttons=tuple(button.label for button in part.choices),
            undelivered=line.delivered is False,
            sent=by_staff and line.delivered is True,
            waits=by_staff and line.delivered is None,
            reason=line.reason,
        )


def _by_person(line: Line, act: Act, labels: dict[str, str], texts: Texts) -> Spoken:
    text, pressed = _said(act, labels, texts)
    return Spoken(number=line.number, at=line.at, who=_PERSON, text=text, pressed=pressed)


def _said(act: Act, labels: dict[str, str], texts: Texts) -> tuple[str, bool]:
    if isinstance(act, Said):
        return act.text, False
    if isinstance(act, Chose):
        return labels.get(act.choice, act.choice), True
    if isinstance(act, Commanded):
        return texts(f"commando.{act.command}"), True
    told = texts("bestand.regel", soort=act.sort, naam=act.name, grootte=act.size)
    if act.file is None and act.sort is not Sort.PLEK:
        told = texts("balie.gesprek.niet_bewaard", bestand=told)
    return "\n".join(part for part in (told, act.words) if part), False


def _buttons(outgoing: Outgoing) -> Iterable[Button]:
    return (button for part in outgoing.parts for button in part.choices)
