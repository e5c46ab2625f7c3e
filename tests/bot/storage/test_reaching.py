import asyncio
from collections.abc import Sequence

import pytest

from bot.ports import INVITATION, Delivery, MessageClass, Posted, Reach, Stage, Store
from dialogs.session import State
from tests.storage_cases import AT, CHANNEL, CHAT, answering, erasing, inbound, later, words

HEARD = Stage.TRYING, Stage.ACCEPTED


async def waiting(store: Store, text: str = "vraag", message: int = 1) -> Posted:
    await store.turn(inbound(message), answering(text))
    (posted,) = await store.pending((CHANNEL,), AT)
    return posted


def step(
    posted: Posted, stage: Stage, *, attempt: int = 1, part: int = 1, seconds: float = 0
) -> Delivery:
    reason = "131-026" if stage is Stage.FAILED else None
    return Delivery(
        posted=posted.id,
        part=part,
        attempt=attempt,
        stage=stage,
        at=later(seconds),
        reason=reason,
    )


async def went(store: Store, posted: Posted, *stages: Stage) -> list[bool]:
    return [await store.delivering(step(posted, stage)) for stage in stages]


async def stage_of(store: Store, posted: Posted) -> Stage:
    reach = await store.reach(posted.conversation, posted.id)
    return reach.deliveries[0].stage


# --- forward only --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reported", "ends"),
    [
        ((Stage.SENT, Stage.DELIVERED, Stage.READ), Stage.READ),
        ((Stage.READ, Stage.DELIVERED, Stage.SENT), Stage.READ),
        ((Stage.SENT, Stage.SENT), Stage.SENT),
        ((Stage.SENT, Stage.FAILED), Stage.FAILED),
        ((Stage.FAILED, Stage.SENT), Stage.FAILED),
        ((Stage.FAILED, Stage.DELIVERED), Stage.DELIVERED),
        ((Stage.DELIVERED, Stage.FAILED), Stage.DELIVERED),
    ],
)
async def test_what_a_channel_reports_only_moves_forward(
    store: Store, reported: Sequence[Stage], ends: Stage
) -> None:
    posted = await waiting(store)
    await went(store, posted, *HEARD, *reported)

    assert await stage_of(store, posted) is ends


async def test_a_report_that_comes_twice_is_one_step(store: Store) -> None:
    posted = await waiting(store)

    assert await went(store, posted, *HEARD, Stage.SENT, Stage.SENT) == [True, True, True, False]


async def test_a_report_of_a_message_that_was_never_tried_is_no_step(store: Store) -> None:
    posted = await waiting(store)

    assert not await store.delivering(step(posted, Stage.SENT))
    assert not await store.delivering(
        step(posted, Stage.TRYING).model_copy(update={"posted": 999_999})
    )
    assert await store.reach(posted.conversation, posted.id) == Reach(heard_at=AT)


async def test_a_report_may_come_before_the_channel_answered(store: Store) -> None:
    posted = await waiting(store)
    await went(store, posted, Stage.TRYING, Stage.DELIVERED)

    assert not await store.delivering(step(posted, Stage.ACCEPTED), "wamid.1")
    assert await stage_of(store, posted) is Stage.DELIVERED


async def test_only_what_did_not_go_may_be_tried_again_and_each_attempt_is_counted(
    store: Store,
) -> None:
    posted = await waiting(store)
    await went(store, posted, Stage.TRYING)

    assert not await store.delivering(step(posted, Stage.TRYING))
    assert await store.delivering(step(posted, Stage.TRYING, attempt=2, seconds=60))
    assert await store.delivering(step(posted, Stage.REFUSED, attempt=2))
    assert await store.delivering(step(posted, Stage.TRYING, attempt=3))
    assert await store.delivering(step(posted, Stage.ACCEPTED, attempt=3))
    assert not await store.delivering(step(posted, Stage.TRYING, attempt=4))


async def test_an_earlier_attempt_that_arrived_after_all_has_arrived(store: Store) -> None:
    posted = await waiting(store)
    await went(store, posted, Stage.TRYING)
    await store.delivering(step(posted, Stage.TRYING, attempt=2))

    assert not await store.delivering(step(posted, Stage.FAILED, attempt=1))
    assert await store.delivering(step(posted, Stage.SENT, attempt=1))
    reach = await store.reach(posted.conversation, posted.id)
    assert (reach.deliveries[0].stage, reach.deliveries[0].attempt) == (Stage.SENT, 2)


async def test_a_message_that_failed_after_all_goes_back_to_the_outbox(store: Store) -> None:
    posted = await waiting(store)
    await went(store, posted, *HEARD)
    await store.sent(posted.id, AT)
    assert await store.pending((CHANNEL,), later(60)) == ()

    await went(store, posted, Stage.FAILED)

    (again,) = await store.pending((CHANNEL,), later(60))
    assert again.id == posted.id
    reach = await store.reach(posted.conversation, posted.id)
    assert reach.deliveries[0].reason == "131-026"


async def test_a_failure_told_before_the_sending_was_noted_is_not_forgotten(store: Store) -> None:
    posted = await waiting(store)
    await went(store, posted, *HEARD, Stage.FAILED)
    await store.sent(posted.id, AT)

    (again,) = await store.pending((CHANNEL,), later(60))
    assert again.id == posted.id


async def test_an_invitation_that_failed_long_ago_holds_nothing_back(store: Store) -> None:
    posted = await waiting(store)
    for stage in (Stage.TRYING, Stage.ACCEPTED, Stage.FAILED):
        await store.delivering(step(posted, stage).model_copy(update={"part": INVITATION}))
    await store.sent(posted.id, AT)

    assert await store.pending((CHANNEL,), later(60)) == ()


async def test_a_failure_that_is_told_twice_sends_nothing_twice(store: Store) -> None:
    posted = await waiting(store)
    await went(store, posted, *HEARD)
    await store.sent(posted.id, AT)
    await went(store, posted, Stage.FAILED)
    await store.delivering(step(posted, Stage.TRYING, attempt=2))
    await store.delivering(step(posted, Stage.ACCEPTED, attempt=2))
    (again,) = await store.pending((CHANNEL,), AT)
    await store.sent(again.id, AT)

    assert not await store.delivering(step(posted, Stage.FAILED, attempt=1))
    assert await store.pending((CHANNEL,), later(60)) == ()


# --- finding it again ----------------------------------------------------------------------------


async def test_a_message_is_found_by_the_id_that_its_channel_gave_it(store: Store) -> None:
    posted = await waiting(store)
    await went(store, posted, Stage.TRYING)
    await store.delivering(step(posted, Stage.ACCEPTED), "wamid.HBgLMzE2")
    await went(store, posted, Stage.SENT)

    found = await store.delivery_of(CHANNEL, "wamid.HBgLMzE2")

    assert found is not None
    assert (found.posted, found.part, found.stage) == (posted.id, 1, Stage.SENT)
    assert await store.delivery_of(CHANNEL, "wamid.other") is None
    assert await store.delivery_of("web", "wamid.HBgLMzE2") is None


async def test_of_a_message_that_came_in_is_known_when_it_was_sent(store: Store) -> None:
    await store.turn(inbound(7, at=later(30)), answering("a"))

    assert await store.received_at(CHANNEL, CHAT, "7") == later(30)
    assert await store.received_at(CHANNEL, CHAT, "8") is None
    assert await store.received_at(CHANNEL, "other", "7") is None


# --- reaching somebody ---------------------------------------------------------------------------


async def test_the_latest_message_counts_whichever_came_in_last(store: Store) -> None:
    turn = await store.turn(inbound(1, at=later(90)), answering("a"))
    await store.turn(inbound(2, at=later(30)), answering("b"))

    assert (await store.reach(turn.conversation)).heard_at == later(90)


async def test_an_invitation_that_went_is_known_and_one_that_did_not_is_none(
    store: Store,
) -> None:
    posted = await waiting(store)
    invitation = step(posted, Stage.TRYING, part=INVITATION, seconds=5)
    await store.delivering(invitation)
    assert (await store.reach(posted.conversation)).invited_at == later(5)

    await store.delivering(step(posted, Stage.REFUSED, part=INVITATION, seconds=6))

    assert (await store.reach(posted.conversation)).invited_at is None


async def test_what_was_postponed_for_a_reason_goes_once_the_reason_is_gone(
    store: Store,
) -> None:
    posted = await waiting(store)
    await store.postpone(posted.id, later(3600), "window")
    await store.hasten(posted.conversation, "pair")
    assert await store.pending((CHANNEL,), AT) == ()

    await store.hasten(posted.conversation, "window")

    assert [each.id for each in await store.pending((CHANNEL,), AT)] == [posted.id]


async def test_a_message_whose_report_was_awaited_goes_on_as_soon_as_it_is_there(
    store: Store,
) -> None:
    posted = await waiting(store)
    await went(store, posted, Stage.TRYING)
    await store.postpone(posted.id, later(60), "no_answer")

    await store.delivering(step(posted, Stage.SENT))

    assert [each.id for each in await store.pending((CHANNEL,), AT)] == [posted.id]


async def test_a_report_on_what_went_long_ago_hastens_nothing(store: Store) -> None:
    posted = await waiting(store)
    await went(store, posted, Stage.TRYING, Stage.ACCEPTED)
    await store.postpone(posted.id, later(60), "pair")

    await store.delivering(step(posted, Stage.SENT))

    assert await store.pending((CHANNEL,), AT) == ()


async def test_of_somebody_who_was_erased_nothing_is_known_any_more(store: Store) -> None:
    first = await waiting(store)
    await went(store, first, Stage.TRYING)
    await store.delivering(step(first, Stage.ACCEPTED), "wamid.1")
    await store.turn(inbound(2), erasing("Alles is gewist."))

    (farewell,) = await store.pending((CHANNEL,), AT)
    assert await store.delivery_of(CHANNEL, "wamid.1") is None
    assert await store.reach(farewell.conversation, farewell.id) == Reach()
    assert await store.delivering(step(farewell, Stage.TRYING))


# --- another address -----------------------------------------------------------------------------


async def test_a_conversation_moves_along_to_a_new_address(store: Store) -> None:
    turn = await store.turn(inbound(1), answering("a"))

    assert await store.readdress(CHANNEL, CHAT, "new")

    moved = await store.conversation_of(CHANNEL, "new")
    assert moved is not None
    assert (moved.case, moved.chat_id, moved.labels.state) == (turn.case, "new", State.INTAKE)
    assert await store.conversation_of(CHANNEL, CHAT) is None
    (posted,) = await store.pending((CHANNEL,), AT)
    assert (posted.chat_id, words(posted.outgoing)) == ("new", "a")
    assert (await store.turn(inbound(1), answering("b"))).duplicate


async def test_a_conversation_never_moves_over_another_one(store: Store) -> None:
    await store.turn(inbound(1, chat="old"), answering("a"))
    await store.turn(inbound(2, chat="new"), answering("b"))

    assert not await store.readdress(CHANNEL, "old", "new")
    assert not await store.readdress(CHANNEL, "nobody", "elsewhere")
    assert (await store.conversation_of(CHANNEL, "old")) is not None


async def test_a_page_that_watches_hears_of_a_report(store: Store) -> None:
    posted = await waiting(store)
    await went(store, posted, *HEARD)
    changes = aiter(store.changes())
    heard = asyncio.ensure_future(anext(changes))
    await asyncio.sleep(0.05)

    await went(store, posted, Stage.READ)

    assert await asyncio.wait_for(heard, 10) == posted.conversation


async def test_what_a_handler_wrote_is_followed_too(store: Store) -> None:
    await store.turn(inbound(1), answering("a", sort=MessageClass.HUMAN))
    (posted,) = await store.pending((CHANNEL,), AT)

    assert await store.delivering(step(posted, Stage.TRYING))
