"""Alarms in the staff group on Telegram; nothing about the person."""

from collections.abc import Awaitable, Callable

from bot.ports import Notice, TryLater
from bot.sentences.texts import Texts

Say = Callable[[str], Awaitable[object]]
# The library that speaks to Telegram takes seconds to import.
_SOON = 5.0


class StaffGroup:
    """`bot.ports.Notifier` in the group, from when the program speaks there."""

    name = "telegram"

    def __init__(self, texts: Texts, desk: str) -> None:
        """Write in these texts; `desk` is where the program is found."""
        self._texts = texts
        self._desk = desk
        self._say: Say | None = None

    def speaks(self, say: Say) -> None:
        """Say what there is to say in this way."""
        self._say = say

    async def notify(self, notice: Notice) -> None:
        """Put one notice in the group; `TryLater` before the program speaks there."""
        if self._say is None:
            raise TryLater(_SOON, "starting")
        text = self._texts(
            "melding.tekst",
            zaak=notice.case,
            soort=self._texts(f"melding.soort.{notice.kind}"),
            link=f"{self._desk}/desk/zaak/{notice.case}",
            opnieuw=notice.step > 1,
        )
        await self._say(text)
