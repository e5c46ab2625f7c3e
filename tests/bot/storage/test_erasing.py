import asyncio
import json
from datetime import timedelta

from bot.ports import Delivery, Stage, Store
from bot.storage.erasure import FAREWELL, REDELIVERY
from dialogs.events import Said
from dialogs.session import Session
from tests.bot.storage.conftest import Place
from tests.storage_cases import (
    AT,
    CHANNEL,
    CHAT,
    answering,
    erasing,
    handing_over,
    inbound,
    later,
    remembered,
    sent_all,
    words,
)

LONG_AGO = AT - timedelta(days=400)


async def test_erasing_leaves_nothing_to_find(store: Store) -> None:
    turn = await store.turn(inbound(1), answering("Dag.", "Wie bent u?", remember="Bloem"))

    proof = await store.erase(CHANNEL, CHAT, later(60))

    assert proof is not None
    assert await store.conversation_of(CHANNEL, CHAT) is None
    assert await store.conversation(case=turn.case) is None
    assert await store.transcript(turn.conversation) == ()
    assert await store.export(CHANNEL, CHAT) is None
    assert await store.pending((CHANNEL,), later(60)) == ()
    assert await store.cases() == ()
    assert await store.amend(turn.case, later(60), answering()) is None
    assert await store.claim(turn.case, "anna", 0, later(60)) is None


async def test_the_proof_tells_what_was_erased_and_nothing_about_whom(store: Store) -> None:
    turn = await store.turn(inbound(1, "Ik heet Bloem"), answering("Dag.", "Wie bent u?"))

    proof = await store.erase(CHANNEL, CHAT, later(60))

    assert proof == {
        "zaak": turn.case,
        "kanaal": CHANNEL,
        "gewist_op": later(60).isoformat(),
        "aanleiding": "verzoek",
        "verwijderd": {
            "gesprekken": 1,
            "regels": 3,
            "bestanden": 0,
            "ontvangen_berichten": 0,
            "kenmerken_nog_even_bewaard": 1,
        },
        "sleutel_vernietigd": True,
    }
    assert CHAT not in json.dumps(proof)


async def test_there_is_no_proof_for_a_stranger(store: Store) -> None:
    assert await store.erase(CHANNEL, CHAT, AT) is None


async def test_afterwards_the_same_person_starts_afresh(store: Store) -> None:
    before = await store.turn(inbound(1), answering(remember="Bloem"))
    await store.erase(CHANNEL, CHAT, later(60))

    after = await store.turn(inbound(2, at=later(120)), answering("Dag."))

    assert (after.conversation, after.case) != (before.conversation, before.case)
    found = await store.conversation_of(CHANNEL, CHAT)
    assert found is not None
    assert found.session == Session(turns=1)
    assert found.revision == 1


async def test_other_people_keep_everything(store: Store) -> None:
    await store.turn(inbound(1, chat="weg"), answering("Dag."))
    other = await store.turn(inbound(1, chat="blijft"), answering("Dag.", remember="Bloem"))

    await store.erase(CHANNEL, "weg", AT)

    found = await store.conversation_of(CHANNEL, "blijft")
    assert found is not None
    assert remembered(found) == "Bloem"
    assert len(await store.transcript(other.conversation)) == 2


async def test_somebody_who_asks_the_bot_still_hears_that_all_is_gone(store: Store) -> None:
    turn = await store.turn(inbound(1, "Ik heet Bloem"), answering("Dag.", remember="Bloem"))

    last = await store.turn(inbound(2, "ja"), erasing("Alles is gewist."))

    assert (last.conversation, last.case) == (turn.conversation, turn.case)
    assert await store.conversation_of(CHANNEL, CHAT) is None
    assert await store.conversation(case=turn.case) is None
    (posted,) = await store.pending((CHANNEL,), AT)
    assert words(posted.outgoing) == "Alles is gewist."
    assert posted.chat_id == CHAT
    await store.sent(posted.id, AT)


async def test_a_page_that_watches_still_sees_the_last_words_and_only_those(store: Store) -> None:
    turn = await store.turn(inbound(1), answering("Dag."))

    await store.turn(inbound(2), erasing("Alles is gewist."))
    await sent_all(store)

    (line,) = await store.transcript(turn.conversation, after=2)
    assert line.number == 3
    assert words(line.outgoing) == "Alles is gewist."
    assert await store.transcript(turn.conversation) == (line,)


async def test_an_erasure_without_last_words_leaves_no_line(store: Store) -> None:
    turn = await store.turn(inbound(1), answering("Dag."))

    await store.turn(inbound(2), erasing())

    assert await store.transcript(turn.conversation) == ()
    assert await store.pending((CHANNEL,), AT) == ()


async def test_a_message_that_is_delivered_again_after_the_erasure_begins_nothing(
    store: Store,
) -> None:
    await store.turn(inbound(1), answering("Dag."))
    await store.turn(inbound(2), erasing("Alles is gewist."))

    for message in (1, 2):
        again = await store.turn(inbound(message), answering("Dag."))
        assert (again.duplicate, again.conversation, again.case) == (True, 0, "")

    assert await store.conversation_of(CHANNEL, CHAT) is None


async def test_while_the_last_words_wait_the_same_person_may_start_afresh(store: Store) -> None:
    await store.turn(inbound(1), answering("Dag."))
    old = await store.turn(inbound(2), erasing("Alles is gewist."))

    new = await store.turn(inbound(3), answering("Welkom."))

    assert new.conversation != old.conversation
    assert await sent_all(store) == ["Alles is gewist.", "Welkom."]
    found = await store.conversation_of(CHANNEL, CHAT)
    assert found is not None
    assert found.id == new.conversation


async def test_what_was_waiting_to_be_sent_is_erased_too(store: Store) -> None:
    await store.turn(inbound(1), answering("Uw letsel is ernstig."))

    await store.turn(inbound(2), erasing("Alles is gewist."))

    assert await sent_all(store) == ["Alles is gewist."]


async def test_what_nobody_touched_is_erased_after_its_term(store: Store) -> None:
    unfinished, closed = later(100), later(50)
    for chat, at, decide in (
        ("oud", later(99), answering()),
        ("nieuw", later(100), answering()),
        ("oud, doorgestuurd", later(49), handing_over()),
        ("doorgestuurd", later(99), handing_over()),
    ):
        await store.turn(inbound(1, chat=chat, at=at), decide)
    mine = await store.turn(inbound(1, chat="behandeld", at=later(99)), answering())
    await store.claim(mine.case, "anna", 0, later(99))

    proofs = await store.erase_before(unfinished, closed, later(200))

    assert [proof["zaak"] for proof in proofs] == ["LW-2026-000001", "LW-2026-000003"]
    assert {proof["aanleiding"] for proof in proofs} == {"bewaartermijn"}
    assert all(proof["sleutel_vernietigd"] for proof in proofs)
    for chat, kept in (
        ("oud", False),
        ("nieuw", True),
        ("oud, doorgestuurd", False),
        ("doorgestuurd", True),
        ("behandeld", True),
    ):
        assert (await store.conversation_of(CHANNEL, chat) is not None) is kept


async def test_the_sweep_takes_what_an_erasure_left(store: Store) -> None:
    turn = await store.turn(inbound(1), answering("Dag."))
    await store.turn(inbound(2), erasing("Alles is gewist."))

    await store.erase_before(LONG_AGO, LONG_AGO, AT + FAREWELL + timedelta(seconds=1))
    assert await store.transcript(turn.conversation) == ()
    assert await store.pending((CHANNEL,), later(10**6)) == ()

    assert (await store.turn(inbound(1), answering())).duplicate
    await store.erase_before(LONG_AGO, LONG_AGO, AT + REDELIVERY + timedelta(seconds=1))
    assert not (await store.turn(inbound(1), answering())).duplicate


async def test_the_export_holds_everything_that_was_said_and_understood(store: Store) -> None:
    await store.turn(inbound(1, "Ik heet Bloem"), answering("Dag mevrouw Bloem.", remember="B."))
    await store.turn(inbound(2, "Gebroken pols"), handing_over())
    (posted,) = await store.pending((CHANNEL,), AT)
    step = Delivery(posted=posted.id, part=1, attempt=1, stage=Stage.TRYING, at=later(1))
    assert await store.delivering(step)
    assert await store.delivering(step.model_copy(update={"stage": Stage.READ}))
    await store.sent(posted.id, AT)

    export = await store.export(CHANNEL, CHAT)

    assert export is not None
    text = json.dumps(export)
    for kept in ("Ik heet Bloem", "Dag mevrouw Bloem.", "Gebroken pols", CHAT, "LW-2026-000001"):
        assert kept in text
    found = await store.conversation_of(CHANNEL, CHAT)
    assert found is not None
    assert export["gesprek"] == found.session.model_dump(mode="json")
    assert export["kenmerken"] == found.labels.model_dump(mode="json")
    lines = await store.transcript(found.id)
    assert export["berichten"] == [line.model_dump(mode="json") for line in lines]
    assert lines[0].act == Said(text="Ik heet Bloem")
    assert export["kenmerken_van_ontvangen_berichten"] == 2
    assert export["afleveringen"] == [
        {
            "number": 2,
            "part": 1,
            "attempt": 1,
            "stage": "read",
            "at": later(1).isoformat().replace("+00:00", "Z"),
            "reason": None,
        }
    ]


async def test_the_export_of_a_stranger_is_nothing(store: Store) -> None:
    assert await store.export(CHANNEL, CHAT) is None


async def test_an_erased_conversation_is_no_error_to_whoever_still_watches_it(
    store: Store,
) -> None:
    turn = await store.turn(inbound(1), answering("Dag."))
    await store.erase(CHANNEL, CHAT, AT)

    assert await store.transcript(turn.conversation) == ()
    assert not await store.in_flight(turn.conversation)


async def test_even_a_first_message_may_erase(store: Store) -> None:
    turn = await store.turn(inbound(1), erasing("Er was niets."))

    assert await store.conversation_of(CHANNEL, CHAT) is None
    assert await sent_all(store) == ["Er was niets."]
    assert (await store.turn(inbound(1), answering())).duplicate
    assert (await store.turn(inbound(2), answering())).case != turn.case


async def test_a_message_that_comes_in_during_the_erasure_is_not_lost(
    place: Place, store: Store
) -> None:
    await store.turn(inbound(1), answering("Dag."))
    other = await place.open()

    turns = await asyncio.gather(
        *(other.turn(inbound(n), answering(f"antwoord {n}")) for n in range(10, 15)),
        store.turn(inbound(2), erasing("Alles is gewist.")),
        *(store.turn(inbound(n), answering(f"antwoord {n}")) for n in range(20, 25)),
    )

    assert not any(turn.duplicate for turn in turns)
    assert len({turn.case for turn in turns}) <= 2
    assert "Alles is gewist." in await sent_all(store)
