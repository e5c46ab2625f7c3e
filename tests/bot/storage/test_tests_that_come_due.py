from datetime import date

from bot.ports import Decide, Labels, Store
from dialogs.session import State
from tests.storage_cases import AT, CHANNEL, answering, erasing, inbound, later

DAY = date(2026, 9, 1)


def running(retest_on: date | None) -> Decide:
    labels = Labels(state=State.HANDED_OVER, handed_over_at=AT, retest_on=retest_on)
    return answering(labels=labels)


async def test_a_case_comes_up_on_its_day_and_the_oldest_first(store: Store) -> None:
    late = await store.turn(inbound(1, chat="a"), running(DAY))
    early = await store.turn(inbound(1, chat="b"), running(date(2026, 8, 1)))
    await store.turn(inbound(1, chat="c"), running(date(2026, 9, 2)))
    await store.turn(inbound(1, chat="d"), running(None))

    assert await store.due_for_retest(date(2026, 7, 31)) == ()
    assert await store.due_for_retest(DAY) == (early.case, late.case)
    assert await store.due_for_retest(DAY, 1) == (early.case,)
    assert [row.labels.retest_on for row in await store.cases() if row.case == late.case] == [DAY]


async def test_the_day_moves_with_every_turn_and_is_gone_after_an_erasure(store: Store) -> None:
    turn = await store.turn(inbound(1), running(DAY))
    await store.amend(turn.case, later(60), running(date(2026, 12, 1)))
    assert await store.due_for_retest(DAY) == ()

    await store.turn(inbound(2), erasing("Alles is gewist."))
    assert await store.due_for_retest(date(2027, 1, 1)) == ()
    assert await store.conversation_of(CHANNEL, "chat-4711") is None
