import asyncio
import gc

import pytest

from bot.live import LocalLive


async def told_in_time(watcher: object) -> bool:
    try:
        async with asyncio.timeout(0.05):
            await anext(watcher)  # type: ignore[call-overload]
    except TimeoutError:
        return False
    return True


async def test_a_watcher_is_told_of_its_own_conversation_only() -> None:
    live = LocalLive()
    mine, other = live.watch(1), live.watch(2)

    live.changed(1)

    assert await told_in_time(mine)
    assert not await told_in_time(other)


async def test_what_happens_before_the_watcher_looks_is_not_missed() -> None:
    live = LocalLive()
    watcher = live.watch(1)

    live.changed(1)
    live.changed(1)

    assert await told_in_time(watcher)
    assert not await told_in_time(watcher)


async def test_everyone_who_watches_is_told() -> None:
    live = LocalLive()
    watchers = [live.watch(1) for _ in range(3)]

    live.changed(1)

    assert [await told_in_time(watcher) for watcher in watchers] == [True] * 3


async def test_a_watcher_that_waits_is_woken() -> None:
    live = LocalLive()
    waiting = asyncio.ensure_future(anext(live.watch(1)))
    await asyncio.sleep(0)

    live.changed(1)

    await asyncio.wait_for(waiting, 1)


async def test_a_watcher_that_was_let_go_is_forgotten() -> None:
    live = LocalLive()
    watcher = live.watch(1)
    del watcher
    gc.collect()

    live.changed(1)

    assert live._watching == {}  # noqa: SLF001 - that nothing is left is the promise


def test_a_change_that_nobody_watches_is_no_fault() -> None:
    LocalLive().changed(7)


@pytest.mark.parametrize("times", [1, 5])
async def test_many_changes_are_told_once(times: int) -> None:
    live = LocalLive()
    watcher = live.watch(1)

    for _ in range(times):
        live.changed(1)

    assert await told_in_time(watcher)
    assert not await told_in_time(watcher)
