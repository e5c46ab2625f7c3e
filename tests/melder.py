"""Somebody in a conversation to which staff come, and a member of staff at work in it."""

from typing import Any
from uuid import uuid4

from bot.handoff import CaseFile, case_file, summary_html, summary_json
from bot.handoff.difference import Revised
from bot.handoff.view import view
from bot.parts import Parts
from bot.ports import Conversation, Inbound, Line, Outgoing
from bot.takeover import Came, Takeover
from dialogs.events import Act, Said
from dialogs.session import Answer
from dialogs.staff.acts import How, Refused, StaffAdded, StaffAsked, StaffEvent, StaffFilled
from dialogs.tree import look
from tests.balie import NOON

ANNA, BERT = "anna.jansen", "bert"
DATE = "datum"


class Melder:
    """Somebody who talks on the page."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.sent = 0

    async def says(self, act: Act | str) -> Outgoing | None:
        self.sent += 1
        inbound = Inbound(
            channel="web",
            chat_id="melder",
            message_id=str(self.sent),
            at=self.parts.clock.now(),
            act=Said(text=act) if isinstance(act, str) else act,
        )
        _, answer = await self.parts.service.answered(inbound)
        return answer

    async def known(self) -> Conversation:
        known = await self.parts.store.conversation_of("web", "melder")
        assert known is not None
        return known

    async def lines(self) -> tuple[Line, ...]:
        return await self.parts.store.transcript((await self.known()).id)

    async def heard(self) -> str:
        """Return all that was said to them."""
        said = [line.outgoing for line in await self.lines() if line.outgoing is not None]
        return "\n".join(part.text for outgoing in said for part in outgoing.parts)


class Desk:
    """A member of staff at work in the one case."""

    def __init__(self, parts: Parts, melder: Melder, name: str = ANNA) -> None:
        self.takeover = Takeover(parts)
        self.melder, self.parts, self.name = melder, parts, name

    async def takes(self) -> None:
        known = await self.melder.known()
        assert await self.takeover.take(known.case, self.name, known.epoch) is Came.DONE

    async def does(self, event: StaffEvent, form: str | None = None) -> Came | Refused:
        case = (await self.melder.known()).case
        return await self.takeover.staffed(case, event, form or uuid4().hex)

    async def asks(self, key: str) -> Came | Refused:
        return await self.does(StaffAsked(by=self.name, at=NOON, key=key))

    async def fills(
        self, key: str, text: str, *, seen: int = 0, tells: bool = True
    ) -> Came | Refused:
        return await self.does(
            StaffFilled(
                by=self.name,
                at=NOON,
                key=key,
                act=Said(text=text),
                how=How.TELEFOON,
                seen=seen,
                tells=tells,
            )
        )

    async def adds(
        self, texts: dict[str, str], *years: dict[str, str], seen: int = 0
    ) -> Came | Refused:
        return await self.does(
            StaffAdded(by=self.name, at=NOON, texts=texts, years=years or None, seen=seen)
        )

    async def gives_back(self) -> None:
        known = await self.melder.known()
        assert await self.takeover.give_back(known.case, self.name, known.epoch) is Came.DONE


async def last_to(melder: Melder) -> Outgoing:
    """Return the last message with words in it."""
    said = [line.outgoing for line in await melder.lines() if line.outgoing is not None]
    return [outgoing for outgoing in said if outgoing.parts][-1]


async def answer_to(melder: Melder, key: str) -> Answer:
    answer = (await melder.known()).session.ledger[key].answer
    assert answer is not None
    return answer


def words(outgoing: Outgoing | None) -> str:
    return "" if outgoing is None else "\n".join(part.text for part in outgoing.parts)


def buttons(outgoing: Outgoing) -> list[str]:
    return [button.id for part in outgoing.parts for button in part.choices]


async def bereaved(melder: Melder) -> None:
    """Let the session be that of somebody whose partner died."""
    desk = Desk(melder.parts, melder)
    assert await desk.fills("rol", "mijn naaste is overleden", seen=1, tells=False) is Came.DONE
    for key, day in ((DATE, "1 maart 2026"), ("overlijdensdatum", "2 maart 2026")):
        assert await desk.fills(key, day, tells=False) is Came.DONE


async def facts(melder: Melder, path: str) -> object:
    return look((await summarised(melder.parts, melder))["feiten"], path)


def refusal(came: Came | Refused) -> str:
    assert isinstance(came, Refused)
    return came.faults[""][0]


async def of_case(parts: Parts, known: Conversation) -> CaseFile:
    file = await case_file(parts.store, parts.clock, known.case)
    assert file is not None
    return file


async def summarised(parts: Parts, melder: Melder) -> dict[str, Any]:
    file = await of_case(parts, await melder.known())
    return summary_json(file, parts.script, parts.texts)


async def on_paper(parts: Parts, melder: Melder) -> str:
    file = await of_case(parts, await melder.known())
    return summary_html(file, parts.script, parts.texts)


async def revision(parts: Parts, melder: Melder) -> Revised:
    file = await of_case(parts, await melder.known())
    found = view(file, parts.script, parts.texts)["wijziging"]
    assert isinstance(found, Revised)
    return found
