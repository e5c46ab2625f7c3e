"""The file of a case is one moment of it, whatever is said while it is read."""

from pathlib import Path

from bot.clock import FixedClock
from bot.handoff import case_file
from bot.ports import Line
from bot.storage.sqlite import SqliteStore
from tests.playing import TODAY
from tests.storage_cases import CHANNEL, CHAT, answering, inbound


class Interrupted(SqliteStore):
    """A store in which the person says one more thing just before the transcript is read."""

    interrupted = False

    async def transcript(
        self, conversation: int, after: int = 0, limit: int | None = None
    ) -> tuple[Line, ...]:
        if not self.interrupted:
            self.interrupted = True
            await self.turn(inbound(2, "nog iets"), answering("goed"))
        return await super().transcript(conversation, after, limit)


async def test_a_turn_that_comes_while_it_is_read_stands_in_all_of_it(tmp_path: Path) -> None:
    store = await Interrupted.open(tmp_path / "lw.db")
    try:
        await store.turn(inbound(1, "hallo"), answering("dag"))
        known = await store.conversation_of(CHANNEL, CHAT)
        assert known is not None

        file = await case_file(store, FixedClock(TODAY), known.case)

        assert file is not None
        said = [line for line in file.transcript if line.act is not None]
        assert len(said) == file.conversation.session.turns
    finally:
        await store.close()


async def test_a_case_that_is_not_there_has_no_file(tmp_path: Path) -> None:
    store = await SqliteStore.open(tmp_path / "lw.db")
    try:
        assert await case_file(store, FixedClock(TODAY), "LW-2026-000001") is None
    finally:
        await store.close()
