"""People who cannot be reached: known since when and why, until they are back."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date, timedelta

import asyncpg
import pytest

from bot.ports import (
    LONGEST_HOLD,
    AlarmKind,
    Barrier,
    Closing,
    Delivery,
    MessageClass,
    OutOfReach,
    Patience,
    Posted,
    Stage,
    Store,
)
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
    sent_all,
    words,
)

ANNA = "anna.jansen"
DAY = 24 * 3600.0
NEVER = Patience(unclaimed=timedelta(days=99), unanswered=timedelta(hours=4), days_before_term=())


async def asked(store: Store, text: str = "vraag", number: int = 1) -> str:
    return (await store.turn(inbound(number, at=later(number)), answering(text))).case


async def handed_over(store: Store) -> str:
    """Let a case be Anna's, with nothing left to send."""
    turn = await store.turn(inbound(1), handing_over())
    await store.claim(turn.case, ANNA, 0, later(1))
    await sent_all(store)
    return turn.case


async def blocked(store: Store, seconds: float = 10) -> None:
    away = OutOfReach(since=later(seconds), why=Barrier.BLOCKED)
    await store.lost(CHANNEL, CHAT, away)


async def writes(
    store: Store, case: str, text: str, seconds: float, sort: MessageClass = MessageClass.HUMAN
) -> None:
    await store.amend(case, later(seconds), answering(text, sort=sort))


async def loses_all(
    store: Store, seconds: float, why: Barrier | None = Barrier.BLOCKED
) -> list[str]:
    """Let nothing that waits arrive; return the texts."""
    texts: list[str] = []
    while due := await store.pending((CHANNEL,), later(seconds)):
        for posted in due:
            texts.append(words(posted.outgoing))
            await store.give_up(posted.id, later(seconds), "403", why)
    return texts


async def away(store: Store, case: str) -> OutOfReach | None:
    known = await store.conversation(case=case)
    assert known is not None
    return known.out_of_reach


async def arrives(store: Store, seconds: float) -> list[str]:
    """Send all that is due then, in the order in which it goes."""
    return await sent_all(store, later(seconds))


async def alarms(store: Store, seconds: float) -> Sequence[AlarmKind]:
    await store.alarms.check(later(seconds), date(2026, 3, 2), NEVER)
    return [one.kind for one in await store.alarms.open()]


# --- since when, and why -------------------------------------------------------------------------


@pytest.mark.parametrize("why", Barrier)
async def test_a_message_that_finds_nobody_tells_since_when_and_why(
    store: Store, why: Barrier
) -> None:
    case = await asked(store)

    await loses_all(store, 5, why)
    await loses_all(store, 9, Barrier.DEACTIVATED)

    assert await away(store, case) == OutOfReach(since=later(5), why=why)


async def test_a_message_that_is_refused_for_itself_says_nothing_of_the_person(
    store: Store,
) -> None:
    case = await asked(store)

    await loses_all(store, 5, None)

    assert await away(store, case) is None


async def test_the_channel_may_say_so_before_anything_is_sent(store: Store) -> None:
    case = await asked(store)

    await blocked(store, 10)
    await blocked(store, 20)

    assert await away(store, case) == OutOfReach(since=later(10), why=Barrier.BLOCKED)
    assert await store.lost(CHANNEL, "niemand", OutOfReach(since=AT, why=Barrier.BLOCKED)) is None


async def test_whoever_wrote_after_a_message_was_there_after_it(store: Store) -> None:
    case = await asked(store, "een")
    (first,) = await store.pending((CHANNEL,), AT)
    await asked(store, "twee", 2)

    await store.give_up(first.id, later(5), "403", Barrier.BLOCKED)

    assert await away(store, case) is None


async def test_the_queue_tells_who_cannot_be_reached(store: Store) -> None:
    case = await handed_over(store)
    await blocked(store)

    (row,) = await store.cases()

    assert (row.case, row.out_of_reach) == (case, OutOfReach(since=later(10), why=Barrier.BLOCKED))


async def test_a_person_finds_it_in_what_is_kept_of_them(store: Store) -> None:
    await asked(store)
    await blocked(store)

    exported = await store.export(CHANNEL, CHAT)

    assert exported is not None
    assert exported["niet_bereikbaar"] == {"since": "2026-03-02T09:30:10Z", "why": "blocked"}


async def test_nothing_of_it_is_left_after_an_erasure(store: Store) -> None:
    case = await asked(store)
    await blocked(store)

    await store.turn(inbound(2), erasing("Alles is gewist."))
    await loses_all(store, 20)

    assert await store.conversation(case=case) is None
    assert await alarms(store, 30) == []


# --- back ----------------------------------------------------------------------------------------


async def test_any_message_of_the_person_tells_that_they_are_back(store: Store) -> None:
    case = await asked(store)
    await blocked(store)

    await asked(store, "vraag", 20)

    assert await away(store, case) is None


async def test_what_arrives_tells_that_they_are_back(store: Store) -> None:
    case = await handed_over(store)
    await blocked(store)

    await writes(store, case, "Bent u daar?", 20)
    await arrives(store, 20)

    assert await away(store, case) is None


async def test_a_channel_that_reports_tells_it_by_its_report_and_not_before(store: Store) -> None:
    case = await handed_over(store)
    await blocked(store)
    await writes(store, case, "Bent u daar?", 20)
    (posted,) = await store.pending((CHANNEL,), later(20))
    await reported(store, posted, Stage.TRYING, Stage.ACCEPTED)
    await store.sent(posted.id, later(20))
    assert await away(store, case) is not None

    await reported(store, posted, Stage.DELIVERED)

    assert await away(store, case) is None


async def test_what_staff_wrote_meanwhile_goes_to_whoever_is_back_once_and_in_order(
    store: Store,
) -> None:
    case = await handed_over(store)
    for seconds, text in ((11, "Dag."), (12, "Zullen we bellen?")):
        await writes(store, case, text, seconds)
        await loses_all(store, seconds)

    assert await store.came_back(CHANNEL, CHAT, later(60)) is not None

    assert await away(store, case) is None
    assert await arrives(store, 60) == ["Dag.", "Zullen we bellen?"]
    await store.came_back(CHANNEL, CHAT, later(70))
    assert await arrives(store, 80) == []


async def test_what_staff_write_now_does_not_overtake_what_did_not_arrive_before(
    store: Store,
) -> None:
    case = await handed_over(store)
    await writes(store, case, "Zullen we bellen?", 11)
    await loses_all(store, 11)

    await writes(store, case, "Hallo?", 12)
    (posted,) = await store.pending((CHANNEL,), later(12))
    await store.turn(inbound(2, at=later(13)), answering())
    await store.sent(posted.id, later(13))

    assert words(posted.outgoing) == "Zullen we bellen?"
    assert await arrives(store, 14) == ["Hallo?"]


async def test_what_waits_behind_a_message_that_finds_nobody_waits_with_it(store: Store) -> None:
    case = await handed_over(store)
    await writes(store, case, "Zullen we bellen?", 11)
    await writes(store, case, "Hallo?", 12)
    (posted,) = await store.pending((CHANNEL,), later(12))

    await store.give_up(posted.id, later(13), "403", Barrier.BLOCKED)
    assert await store.pending((CHANNEL,), later(13)) == ()
    await store.came_back(CHANNEL, CHAT, later(14))

    assert await arrives(store, 14) == ["Zullen we bellen?", "Hallo?"]


async def test_what_finds_nobody_the_moment_before_the_person_writes_goes_again(
    store: Store,
) -> None:
    case = await handed_over(store)
    await writes(store, case, "Zullen we bellen?", 11)
    await writes(store, case, "Hallo?", 12)
    (posted,) = await store.pending((CHANNEL,), later(12))
    await store.turn(inbound(2, at=later(13)), answering())

    await store.give_up(posted.id, later(13), "403", Barrier.BLOCKED)

    assert await away(store, case) is None
    assert await arrives(store, 13) == []
    assert await arrives(store, 18) == ["Zullen we bellen?", "Hallo?"]


async def test_what_keeps_finding_nobody_while_the_person_writes_is_given_up_in_the_end(
    store: Store,
) -> None:
    case = await handed_over(store)
    await writes(store, case, "Zullen we bellen?", 11)
    (posted,) = await store.pending((CHANNEL,), later(12))
    await store.turn(inbound(2, at=later(13)), answering())
    await store.give_up(posted.id, later(13), "403", Barrier.BLOCKED)

    again = [await loses_all(store, seconds) for seconds in (20, 30, 40)]

    assert again == [["Zullen we bellen?"], ["Zullen we bellen?"], []]
    assert (await undelivered(store, case))[-1] == "Zullen we bellen?"


async def test_whoever_writes_first_gets_what_staff_wrote_before_the_answer(store: Store) -> None:
    case = await handed_over(store)
    await writes(store, case, "Zullen we bellen?", 11)
    await loses_all(store, 11)

    await store.turn(inbound(2, at=later(60)), answering("Genoteerd.", sort=MessageClass.SYSTEM))

    assert await arrives(store, 60) == ["Zullen we bellen?", "Genoteerd."]


async def test_what_was_written_long_ago_does_not_come_after_all(store: Store) -> None:
    case = await handed_over(store)
    await writes(store, case, "Tot morgen!", 11)
    await loses_all(store, 11)

    await store.came_back(CHANNEL, CHAT, later(12) + LONGEST_HOLD)

    assert await arrives(store, 30 * DAY) == []
    assert (await undelivered(store, case))[-1] == "Tot morgen!"


async def undelivered(store: Store, case: str) -> list[str]:
    known = await store.conversation(case=case)
    assert known is not None
    lines = await store.transcript(known.id)
    return [words(line.outgoing) for line in lines if line.delivered is False]


async def test_what_failed_for_another_reason_stays_failed(store: Store) -> None:
    case = await handed_over(store)
    await writes(store, case, "Kapot.", 11)
    await loses_all(store, 11, None)
    await blocked(store, 12)

    await store.came_back(CHANNEL, CHAT, later(60))

    assert await arrives(store, 70) == []


async def test_who_is_back_without_a_word_gets_the_last_question_again(store: Store) -> None:
    await asked(store, "oude vraag", 1)
    await loses_all(store, 2)
    await asked(store, "nieuwe vraag", 3)
    await loses_all(store, 4)

    await store.came_back(CHANNEL, CHAT, later(60))

    assert await arrives(store, 60) == []
    assert await arrives(store, 65) == ["nieuwe vraag"]


async def test_who_is_back_with_a_word_gets_the_question_in_the_answer_and_not_twice(
    store: Store,
) -> None:
    await asked(store, "vraag", 1)
    await loses_all(store, 2)
    await store.came_back(CHANNEL, CHAT, later(60))

    await asked(store, "Welkom terug. vraag", 61)

    assert await arrives(store, 61) == ["Welkom terug. vraag"]
    assert await arrives(store, 90) == []


async def test_a_question_that_arrived_is_not_asked_again(store: Store) -> None:
    await asked(store)
    await arrives(store, 1)
    await blocked(store)

    await store.came_back(CHANNEL, CHAT, later(60))

    assert await arrives(store, 90) == []


async def test_after_a_takeover_no_question_of_the_program_comes_back(store: Store) -> None:
    turn = await store.turn(inbound(1), handing_over())
    await loses_all(store, 2)
    hello = answering("U praat nu met Anna.", sort=MessageClass.SYSTEM)
    await store.claim(turn.case, ANNA, 0, later(3), hello)
    await loses_all(store, 4)

    await store.came_back(CHANNEL, CHAT, later(60))

    assert await arrives(store, 90) == ["U praat nu met Anna."]


async def test_what_a_channel_reported_as_failed_is_tried_anew(store: Store) -> None:
    case = await handed_over(store)
    await writes(store, case, "Zullen we bellen?", 11)
    (posted,) = await store.pending((CHANNEL,), later(11))
    await reported(store, posted, Stage.TRYING, Stage.ACCEPTED, Stage.FAILED)
    await store.give_up(posted.id, later(12), "131-026", Barrier.UNDELIVERABLE)

    await store.turn(inbound(2, at=later(60)), answering("Dag."))

    reach = await store.reach(posted.conversation, posted.id)
    assert [one.stage for one in reach.deliveries] == [Stage.REFUSED]


async def reported(store: Store, posted: Posted, *stages: Stage) -> None:
    for stage in stages:
        step = Delivery(posted=posted.id, part=1, attempt=1, stage=stage, at=later(20))
        assert await store.delivering(step)


# --- what staff are told -------------------------------------------------------------------------


async def test_a_case_of_staff_is_an_alarm_until_the_person_is_back(store: Store) -> None:
    await handed_over(store)
    await blocked(store)
    for _ in range(2):
        assert await alarms(store, 20) == [AlarmKind.ONBEREIKBAAR]

    await store.came_back(CHANNEL, CHAT, later(30))

    assert await alarms(store, 40) == []


async def test_each_time_is_an_alarm_of_its_own(store: Store) -> None:
    await handed_over(store)
    await blocked(store, 10)
    await alarms(store, 11)
    (first,) = await store.alarms.open()
    await store.alarms.seen(first.id, ANNA, later(12))
    assert await alarms(store, 13) == []
    await store.came_back(CHANNEL, CHAT, later(20))

    await blocked(store, 30)

    assert await alarms(store, 31) == [AlarmKind.ONBEREIKBAAR]


async def test_an_intake_that_was_only_begun_is_no_alarm(store: Store) -> None:
    await asked(store)
    await blocked(store)

    assert await alarms(store, 20) == []


async def test_a_case_that_is_closed_is_no_alarm(store: Store) -> None:
    turn = await store.turn(inbound(1), handing_over())
    await blocked(store)
    await alarms(store, 20)
    ending = Closing(by=ANNA, at=later(30), why="niet_bereikbaar")
    await store.close_case(turn.case, ending, 0, answering())

    assert await alarms(store, 40) == []


async def test_nobody_owes_an_answer_that_cannot_arrive(store: Store) -> None:
    await handed_over(store)
    await store.turn(inbound(2, "en nu?", at=later(20)), answering())
    await blocked(store, 30)

    assert await alarms(store, DAY) == [AlarmKind.ONBEREIKBAAR]


async def test_a_message_that_cannot_be_opened_is_an_alarm(place: Place) -> None:
    store = await place.open()
    turn = await store.turn(inbound(1), answering("een"))
    await spoiled(place)

    assert await store.pending((CHANNEL,), later(1)) == ()

    (alarm,) = await store.alarms.open()
    assert (alarm.case, alarm.kind) == (turn.case, AlarmKind.ONLEESBAAR)


async def spoiled(place: Place) -> None:
    """Damage everything that waits to be sent."""
    if place.adapter == "sqlite":
        with closing(sqlite3.connect(place.location)) as file, file:
            file.execute("UPDATE lines SET content = x'00' WHERE outcome = 'waiting'")
        return
    server = await asyncpg.connect(place.location)
    await server.execute(r"UPDATE lines SET content = '\x00' WHERE outcome = 'waiting'")
    await server.close()


async def test_the_case_tells_who_saw_which_alarm_and_when(store: Store) -> None:
    turn = await store.turn(inbound(1), handing_over())
    await blocked(store)
    await alarms(store, 20)
    (alarm,) = await store.alarms.open()
    await store.alarms.seen(alarm.id, ANNA, later(30))
    await store.came_back(CHANNEL, CHAT, later(40))
    await blocked(store, 50)
    await alarms(store, 60)
    await store.came_back(CHANNEL, CHAT, later(70))
    await alarms(store, 80)

    last, first = await store.alarms.of_case(turn.conversation)

    assert (first.kind, first.seen_by, first.seen_at) == (
        AlarmKind.ONBEREIKBAAR,
        ANNA,
        later(30),
    )
    assert first.over_at is None
    assert (last.raised_at, last.seen_by, last.over_at) == (later(60), None, later(80))
