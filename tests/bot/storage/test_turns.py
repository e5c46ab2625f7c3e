import asyncio
import re
from datetime import UTC, datetime

import pytest

from bot.ports import Conversation, Decision, Labels, MessageClass, Store
from dialogs.events import Said
from dialogs.session import Session, State
from tests.bot.storage.conftest import Place
from tests.storage_cases import (
    AT,
    CHANNEL,
    CHAT,
    answering,
    counted,
    inbound,
    later,
    remembered,
    sent_all,
    words,
)


async def test_the_first_message_begins_a_conversation(store: Store) -> None:
    seen: list[Conversation] = []

    def decide(known: Conversation) -> Decision:
        seen.append(known)
        return answering("Dag.")(known)

    turn = await store.turn(inbound(1), decide)

    (known,) = seen
    assert known.session == Session()
    assert (known.revision, known.epoch, known.owner) == (0, 0, None)
    assert (known.channel, known.chat_id, known.created_at) == (CHANNEL, CHAT, AT)
    assert turn.conversation == known.id
    assert turn.case == known.case
    assert not turn.duplicate


async def test_what_was_decided_is_what_the_next_turn_finds(store: Store) -> None:
    labels = Labels(state=State.INTAKE, process_code="GBL", signals=("niet_tekenen",))

    turn = await store.turn(inbound(1), answering("Dag.", labels=labels, remember="Bloem"))

    found = await store.conversation_of(CHANNEL, CHAT)
    assert found is not None
    assert found == await store.conversation(case=turn.case)
    assert found.revision == 1
    assert found.labels == labels
    assert remembered(found) == "Bloem"


async def test_every_conversation_has_its_own_case_number_of_its_year(store: Store) -> None:
    first = await store.turn(inbound(1, chat="a"), answering())
    second = await store.turn(inbound(1, chat="b"), answering())
    next_year = await store.turn(
        inbound(1, chat="c", at=datetime(2027, 1, 1, tzinfo=UTC)), answering()
    )

    assert first.case == "LW-2026-000001"
    assert second.case == "LW-2026-000002"
    assert next_year.case == "LW-2027-000001"
    assert all(re.fullmatch(r"LW-\d{4}-\d{6}", turn.case) for turn in (first, second, next_year))


async def test_a_message_that_is_delivered_twice_counts_once(store: Store) -> None:
    first = await store.turn(inbound(1), answering("Dag."))

    again = await store.turn(inbound(1), answering("Nog eens dag."))

    assert again.duplicate
    assert (again.conversation, again.case) == (first.conversation, first.case)
    assert await sent_all(store) == ["Dag."]
    assert len(await store.transcript(first.conversation)) == 2


async def test_the_same_message_id_in_another_chat_is_another_message(store: Store) -> None:
    await store.turn(inbound(1, chat="a"), answering())

    assert not (await store.turn(inbound(1, chat="b"), answering())).duplicate


async def test_a_turn_that_fails_leaves_nothing_behind(store: Store) -> None:
    def failing(known: Conversation) -> Decision:
        raise ZeroDivisionError(known.case)

    with pytest.raises(ZeroDivisionError):
        await store.turn(inbound(1), failing)

    assert await store.conversation_of(CHANNEL, CHAT) is None
    assert not (await store.turn(inbound(1), answering("Dag."))).duplicate


async def test_the_transcript_shows_both_sides_in_order(store: Store) -> None:
    turn = await store.turn(inbound(1, "hallo"), answering("Dag.", "Wie bent u?"))
    await store.turn(inbound(2, "Jan", at=later(60)), answering("Dank u."))

    lines = await store.transcript(turn.conversation)

    assert [line.number for line in lines] == [1, 2, 3, 4, 5]
    assert [line.act for line in lines if line.act] == [Said(text="hallo"), Said(text="Jan")]
    assert [words(line.outgoing) for line in lines if line.outgoing] == [
        "Dag.",
        "Wie bent u?",
        "Dank u.",
    ]
    assert [line.at for line in lines] == [AT, AT, AT, later(60), later(60)]
    assert {line.message_class for line in lines} == {None, MessageClass.BOT}


async def test_a_page_can_ask_for_the_lines_it_has_not_seen(store: Store) -> None:
    turn = await store.turn(inbound(1), answering("Een", "Twee", "Drie"))

    assert [line.number for line in await store.transcript(turn.conversation, after=2)] == [3, 4]
    limited = await store.transcript(turn.conversation, after=1, limit=2)
    assert [line.number for line in limited] == [2, 3]
    assert await store.transcript(turn.conversation + 1) == ()


async def test_messages_of_one_person_never_interleave(place: Place, store: Store) -> None:
    other = await place.open()

    await asyncio.gather(
        *(
            (store, other)[n % 2].turn(inbound(n, str(n)), answering(f"antwoord {n}"))
            for n in range(20)
        )
    )

    found = await store.conversation_of(CHANNEL, CHAT)
    assert found is not None
    assert found.session.turns == 20
    assert found.revision == 20
    lines = await store.transcript(found.id)
    assert [line.number for line in lines] == list(range(1, 41))
    pairs = zip(lines[::2], lines[1::2], strict=True)
    for said, answered in pairs:
        assert isinstance(said.act, Said)
        assert words(answered.outgoing) == f"antwoord {said.act.text}"


async def test_two_strangers_at_once_are_two_cases(place: Place, store: Store) -> None:
    other = await place.open()

    turns = await asyncio.gather(
        *(
            (store, other)[n % 2].turn(inbound(1, chat=f"chat {n}"), answering("Dag."))
            for n in range(10)
        )
    )

    assert len({turn.case for turn in turns}) == 10
    assert len({turn.conversation for turn in turns}) == 10


async def test_a_store_that_is_opened_again_has_everything(place: Place, store: Store) -> None:
    await store.turn(inbound(1), answering("Dag.", remember="Bloem"))
    before = await store.conversation_of(CHANNEL, CHAT)
    await store.close()

    reopened = await place.open()

    assert await reopened.conversation_of(CHANNEL, CHAT) == before
    assert (await reopened.turn(inbound(1), answering("Dag."))).duplicate


async def test_a_handler_may_change_a_case_without_a_message(store: Store) -> None:
    turn = await store.turn(inbound(1), answering("Dag."))

    amended = await store.amend(
        turn.case,
        later(60),
        answering("Ik ben de behandelaar.", sort=MessageClass.HUMAN, remember="Bloem"),
    )

    assert amended is not None
    assert amended.conversation == turn.conversation
    found = await store.conversation(case=turn.case)
    assert found is not None
    assert remembered(found) == "Bloem"
    assert found.changed_at == later(60)
    last = (await store.transcript(turn.conversation))[-1]
    assert (last.number, last.message_class) == (3, MessageClass.HUMAN)
    assert await store.amend("LW-2026-999999", AT, answering()) is None


async def test_a_moment_without_a_time_zone_is_refused(store: Store) -> None:
    naive = inbound(1).model_copy(update={"at": AT.replace(tzinfo=None)})

    with pytest.raises(ValueError, match="time zone"):
        await store.turn(naive, answering())


async def test_whoever_listens_hears_what_changed_here(store: Store) -> None:
    changes = aiter(store.changes())
    heard = asyncio.ensure_future(anext(changes))
    await asyncio.sleep(0.05)

    turn = await store.turn(inbound(1), answering("Dag."))

    assert await asyncio.wait_for(heard, 10) == turn.conversation


async def test_whoever_listens_hears_what_changed_elsewhere(place: Place, store: Store) -> None:
    changes = aiter(store.changes())
    heard = asyncio.ensure_future(anext(changes))
    await asyncio.sleep(0.05)

    other = await place.open()
    turn = await other.turn(inbound(1), answering("Dag."))

    assert await asyncio.wait_for(heard, 10) == turn.conversation


async def test_a_decision_may_be_asked_for_again(store: Store) -> None:
    """What a decision sees is always what is saved over."""
    for n in range(5):
        await store.turn(inbound(n), answering())

    found = await store.conversation_of(CHANNEL, CHAT)
    assert found is not None
    assert counted(found).turns == 6
    await store.ready()
