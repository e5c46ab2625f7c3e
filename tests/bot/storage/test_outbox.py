import asyncio

from bot.ports import MessageClass, Store
from tests.bot.storage.conftest import Place
from tests.storage_cases import AT, CHANNEL, answering, inbound, later, sent_all, words


async def test_only_the_first_unsent_message_of_each_conversation_may_go(store: Store) -> None:
    await store.turn(inbound(1, chat="a"), answering("a1", "a2"))
    await store.turn(inbound(1, chat="b"), answering("b1"))
    await store.turn(inbound(2, chat="a"), answering("a3"))

    ready = await store.pending((CHANNEL,), AT)

    assert [words(posted.outgoing) for posted in ready] == ["a1", "b1"]
    assert [posted.chat_id for posted in ready] == ["a", "b"]
    assert [posted.line for posted in ready] == [2, 2]
    assert {posted.message_class for posted in ready} == {MessageClass.BOT}


async def test_messages_of_one_conversation_go_in_order(store: Store) -> None:
    await store.turn(inbound(1), answering("een", "twee"))
    await store.turn(inbound(2), answering("drie"))

    assert await sent_all(store) == ["een", "twee", "drie"]
    assert await store.pending((CHANNEL,), AT) == ()


async def test_each_worker_sends_for_its_own_channels(store: Store) -> None:
    await store.turn(inbound(1), answering("telegram"))
    web = inbound(1).model_copy(update={"channel": "web"})
    await store.turn(web, answering("web"))

    assert [words(each.outgoing) for each in await store.pending(("web",), AT)] == ["web"]
    assert await store.pending(("whatsapp",), AT) == ()
    assert await store.pending((), AT) == ()
    both = await store.pending(("web", CHANNEL), AT)
    assert [words(each.outgoing) for each in both] == ["telegram"]


async def test_two_workers_never_send_the_same_message(place: Place, store: Store) -> None:
    for n in range(12):
        await store.turn(inbound(1, chat=str(n)), answering(f"bericht {n}"))
    other = await place.open()

    found = await asyncio.gather(
        *(worker.pending((CHANNEL,), AT, limit=4) for worker in (store, other) for _ in range(3))
    )

    texts = [words(posted.outgoing) for ready in found for posted in ready]
    assert len(texts) == len(set(texts))
    assert sorted(texts) == sorted(f"bericht {n}" for n in range(12))


async def test_the_number_of_messages_at_once_is_bounded(store: Store) -> None:
    for n in range(5):
        await store.turn(inbound(1, chat=str(n)), answering("x"))

    assert len(await store.pending((CHANNEL,), AT, limit=2)) == 2
    assert len(await store.pending((CHANNEL,), AT, limit=10)) == 3


async def test_a_postponed_message_waits_and_holds_up_what_comes_after(store: Store) -> None:
    await store.turn(inbound(1), answering("een", "twee"))
    (first,) = await store.pending((CHANNEL,), AT)

    await store.postpone(first.id, later(30), "429")

    assert await store.pending((CHANNEL,), later(29)) == ()
    (again,) = await store.pending((CHANNEL,), later(30))
    assert (again.id, again.attempts) == (first.id, first.attempts + 1)


async def test_a_message_that_is_given_up_lets_the_next_one_go(store: Store) -> None:
    turn = await store.turn(inbound(1), answering("een", "twee"))
    (first,) = await store.pending((CHANNEL,), AT)

    await store.give_up(first.id, AT, "403")

    assert await sent_all(store) == ["twee"]
    delivered = [line.delivered for line in await store.transcript(turn.conversation)]
    assert delivered == [None, False, True]


async def test_what_was_sent_stays_sent(store: Store) -> None:
    turn = await store.turn(inbound(1), answering("een"))
    (posted,) = await store.pending((CHANNEL,), AT)
    await store.sent(posted.id, AT)

    await store.give_up(posted.id, AT, "403")
    await store.postpone(posted.id, AT, "429")

    assert (await store.transcript(turn.conversation))[-1].delivered is True
    assert await store.pending((CHANNEL,), later(60)) == ()


async def test_a_message_nobody_knows_is_no_error(store: Store) -> None:
    await store.sent(4711, AT)
    await store.postpone(4711, AT, "429")
    await store.give_up(4711, AT, "403")


async def test_a_takeover_is_won_by_one(store: Store) -> None:
    turn = await store.turn(inbound(1), answering())

    claims = await asyncio.gather(
        store.claim(turn.case, "anna", 0, later(1)), store.claim(turn.case, "bert", 0, later(1))
    )

    (won,) = [claimed for claimed in claims if claimed is not None]
    assert (won.owner in {"anna", "bert"}, won.epoch, won.revision) == (True, 1, 2)
    assert won == await store.conversation(case=turn.case)
    back = await store.claim(turn.case, None, 1, later(2))
    assert back is not None
    assert (back.owner, back.epoch) == (None, 2)
    assert await store.claim("LW-2026-999999", "anna", 0, AT) is None


async def test_after_a_takeover_no_older_answer_of_the_bot_is_started(store: Store) -> None:
    turn = await store.turn(inbound(1), answering("oud"))
    await store.turn(inbound(2), answering("gevaar", sort=MessageClass.SAFETY))

    await store.claim(turn.case, "anna", 0, later(1))
    await store.amend(turn.case, later(2), answering("Hier Anna.", sort=MessageClass.HUMAN))

    assert await sent_all(store, later(2)) == ["gevaar", "Hier Anna."]
    assert (await store.transcript(turn.conversation))[1].delivered is False


async def test_an_answer_in_flight_is_shown_and_still_goes_first(store: Store) -> None:
    turn = await store.turn(inbound(1), answering("onderweg", "daarna"))
    assert not await store.in_flight(turn.conversation)
    (flying,) = await store.pending((CHANNEL,), AT)
    assert await store.in_flight(turn.conversation)

    await store.claim(turn.case, "anna", 0, later(1))
    await store.amend(turn.case, later(2), answering("Hier Anna.", sort=MessageClass.HUMAN))

    assert await store.in_flight(turn.conversation)
    assert await store.pending((CHANNEL,), later(2)) == ()
    await store.sent(flying.id, later(3))
    assert not await store.in_flight(turn.conversation)
    assert await sent_all(store, later(3)) == ["Hier Anna."]


async def test_an_answer_that_could_not_be_sent_is_not_tried_again_after_a_takeover(
    store: Store,
) -> None:
    turn = await store.turn(inbound(1), answering("onderweg"))
    (flying,) = await store.pending((CHANNEL,), AT)
    await store.claim(turn.case, "anna", 0, later(1))

    await store.postpone(flying.id, later(2), "429")

    assert await store.pending((CHANNEL,), later(60)) == ()
    assert (await store.transcript(turn.conversation))[-1].delivered is False
