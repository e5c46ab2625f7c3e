"""The pages of the queue: its tabs, and looking somebody up."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request
from fastapi.responses import Response

from bot.clock import day_of
from bot.desk.pages import Pages
from bot.desk.queue import (
    CODES,
    MOST_COUNTED,
    ROWS_ON_A_PAGE,
    Filter,
    Tab,
    counted,
    queue_rows,
)
from bot.finding import numbers, sought
from bot.parts import Parts
from bot.ports import CaseRow, StaffLogin
from dialogs.urgency import Urgency

_LONGEST = 200


class QueuePages:
    """What staff see of all cases together."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        """Read from the store of the running program."""
        self._parts = parts
        self._pages = pages

    async def queue(self, request: Request, session: StaffLogin) -> Response:
        """Show the cases that wait, the most urgent first."""
        wanted = Filter.read(request.query_params, session.name)
        found = await self._parts.store.cases(wanted.asked)
        rows, more = found[:ROWS_ON_A_PAGE], len(found) > ROWS_ON_A_PAGE
        onward = wanted.address(wanted.tab, rows[-1].place) if more else None
        saved = request.query_params.get("wachtwoord") == "bewaard"
        told = {"volgende": onward, "gezocht": None, "bewaard": saved}
        return await self._shown(session, wanted, rows, told)

    async def search(self, request: Request, session: StaffLogin) -> Response:
        """Show who has exactly this name, number or address; it stands in no address of ours."""
        typed = str((await request.form()).get("zoek", "")).strip()[:_LONGEST]
        year = day_of(self._parts.clock.now()).year
        rows = await self._parts.store.found(numbers(typed, year), sought(typed))
        told = {"volgende": None, "gezocht": typed, "bewaard": False}
        return await self._shown(session, Filter(me=session.name), rows, told)

    async def _shown(
        self,
        session: StaffLogin,
        wanted: Filter,
        rows: tuple[CaseRow, ...],
        told: Mapping[str, Any],
    ) -> Response:
        parts = self._parts
        tally = await parts.store.tally(counted(session.name), MOST_COUNTED)
        return self._pages.page(
            "zaken.html",
            session,
            rijen=await queue_rows(rows, parts.store, parts.texts, parts.clock.now()),
            lijsten=tuple(zip(Tab, tally, strict=True)),
            meeste=MOST_COUNTED,
            filter=wanted,
            codes=CODES,
            urgenties=tuple(Urgency),
            **told,
        )
