"""Where the staff group speaks of a case: one worker at a time, and never after an erasure."""

from bot.ports import StaffAccount, Store, Topic
from tests.storage_cases import AT, CHANNEL, CHAT, answering, erasing, handing_over, inbound, later


async def begun(store: Store) -> int:
    """Return a conversation that staff may see."""
    turn = await store.turn(inbound(1), handing_over())
    return turn.conversation


async def leased(store: Store, conversation: int) -> Topic:
    topic = await store.topics.lease(conversation)
    assert topic is not None
    return topic


async def test_a_case_without_a_topic_is_to_be_seen(store: Store) -> None:
    conversation = await begun(store)

    assert await store.topics.to_see(AT) == (conversation,)
    assert (await leased(store, conversation)).thread is None


async def test_what_nobody_handed_over_is_not_shown(store: Store) -> None:
    await store.turn(inbound(1), answering("vraag"))

    assert await store.topics.to_see(AT) == ()


async def test_a_case_that_nobody_touched_since_is_left_alone(store: Store) -> None:
    await begun(store)

    assert await store.topics.to_see(later(3600)) == ()


async def test_one_worker_at_a_time_has_a_topic(store: Store) -> None:
    conversation = await begun(store)
    await leased(store, conversation)
    assert await store.topics.lease(conversation) is None

    await store.topics.free(conversation)

    await leased(store, conversation)


async def test_what_was_shown_is_not_to_be_seen_again_until_there_is_more(store: Store) -> None:
    conversation = await begun(store)
    topic = await leased(store, conversation)
    kept = topic.model_copy(update={"thread": 7, "header": 8, "head": "ab", "shown": 2, "told": 1})
    await store.topics.keep(kept)
    await store.topics.free(conversation)
    assert await store.topics.to_see(AT) == ()

    await store.turn(inbound(2), handing_over())

    assert await store.topics.to_see(AT) == (conversation,)
    assert await leased(store, conversation) == kept
    known = await store.conversation_of(CHANNEL, CHAT)
    assert known is not None
    assert await store.topics.case_of(7) == known.case == kept.case
    assert await store.topics.case_of(9) is None


async def test_a_topic_outlives_its_conversation_until_it_is_dropped(store: Store) -> None:
    conversation = await begun(store)
    topic = await leased(store, conversation)
    await store.topics.keep(topic.model_copy(update={"thread": 7, "shown": 2}))
    await store.topics.free(conversation)
    await store.turn(inbound(2), erasing())
    assert await store.topics.to_see(later(86_400)) == (conversation,)
    assert await store.topics.case_of(7) is None

    gone = await leased(store, conversation)
    assert (gone.case, gone.thread) == (None, 7)
    await store.topics.drop(conversation)

    assert await store.topics.to_see(AT) == ()
    assert await store.topics.lease(conversation) is None


async def test_a_conversation_that_is_not_there_has_no_topic(store: Store) -> None:
    assert await store.topics.lease(4711) is None


async def test_a_member_of_the_group_has_one_account(store: Store) -> None:
    for name in ("sanne.devries", "omar.bakker"):
        await store.add_staff(StaffAccount(name=name, password_hash="x"))
    assert await store.topics.link("sanne.devries", 501)
    assert await store.topics.link("omar.bakker", 501)
    assert not await store.topics.link("niemand", 502)

    found = await store.topics.account_of(501)

    assert found is not None
    assert found.name == "omar.bakker"
    assert await store.topics.link("omar.bakker", None)
    assert await store.topics.account_of(501) is None
