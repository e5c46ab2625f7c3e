"""The forms with which staff take a case over, answer in it, and give it back."""

import re

from fastapi import Request
from fastapi.responses import Response

from bot.desk.cases import Cases
from bot.desk.guard import see_other
from bot.desk.reply import EXAMPLES, Reply
from bot.parts import Parts
from bot.ports import StaffLogin
from bot.takeover import Came, Ending, Takeover

_ID = re.compile(r"[0-9a-f]{32}")
_MOST_DIGITS = 9
_TAKEN = {Came.DONE: "genomen", Came.UNDER_WAY: "onderweg"}
_SENT = {Came.DONE: "verstuurd", Came.OUT_OF_REACH: "onbereikbaar"}
_REFUSED = {Came.EMPTY: "leeg", Came.TOO_LONG: "te_lang", Came.LOST: "niet_van_u"}
_LOST = "was_al_genomen"


class Handling:
    """What staff do in a case."""

    def __init__(self, parts: Parts, cases: Cases) -> None:
        """Show the case again after each form."""
        self._texts = parts.texts
        self._takeover = Takeover(parts)
        self._cases = cases

    async def take(self, request: Request, session: StaffLogin) -> Response:
        """Give the case to whoever presses the button, unless somebody was first."""
        case, epoch = request.path_params["case"], await _epoch(request)
        if not await self._cases.holds(case):
            return await self._cases.nothing(request, session)
        came = await self._takeover.take(case, session.name, epoch)
        return _back(case, _TAKEN.get(came, _LOST))

    async def give_back(self, request: Request, session: StaffLogin) -> Response:
        """Give the case back to the script."""
        case, epoch = request.path_params["case"], await _epoch(request)
        came = await self._takeover.give_back(case, session.name, epoch)
        return _back(case, "teruggegeven" if came is Came.DONE else _LOST)

    async def close(self, request: Request, session: StaffLogin) -> Response:
        """Close the case, for a reason that is chosen from a list."""
        case, epoch = request.path_params["case"], await _epoch(request)
        why = str((await request.form()).get("reden", ""))
        if why not in tuple(Ending):
            return _back(case, "geen_reden")
        came = await self._takeover.close(case, session.name, epoch, Ending(why))
        return _back(case, "gesloten" if came is Came.DONE else _LOST)

    async def reply(self, request: Request, session: StaffLogin) -> Response:
        """Send what was written, or put an example in the form and send nothing yet."""
        form, case = await request.form(), request.path_params["case"]
        text, reply_id = str(form.get("tekst", "")), str(form.get("id", ""))
        if not _ID.fullmatch(reply_id):
            reply_id = Reply().id
        if "invoegen" in form:
            filled = "\n".join((text, self._example(str(form.get("voorbeeld", ""))))).strip()
            return await self._cases.with_reply(request, session, Reply(filled, reply_id))
        came = await self._takeover.reply(case, session.name, reply_id, text)
        if came in _SENT:
            return _back(case, _SENT[came])
        refused = Reply.refused(text, reply_id, _REFUSED[came])
        return await self._cases.with_reply(request, session, refused)

    def _example(self, name: str) -> str:
        return self._texts(f"overname.voorbeeld.{name}") if name in EXAMPLES else ""


async def _epoch(request: Request) -> int:
    """Return the epoch that the page showed; one that never was, when it showed none."""
    told = str((await request.form()).get("epoch", ""))
    return int(told) if told.isascii() and told.isdigit() and len(told) <= _MOST_DIGITS else -1


def _back(case: str, done: str) -> Response:
    return see_other(f"/desk/zaak/{case}?gedaan={done}#behandeling")
