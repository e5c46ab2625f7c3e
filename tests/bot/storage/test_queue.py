import asyncio
from datetime import date, datetime

import pytest

from bot.finding import numbers, sought
from bot.ports import (
    Asked,
    Closing,
    Conversation,
    Decide,
    Decision,
    Labels,
    MessageClass,
    Place,
    Relabelled,
    Spoken,
    Standing,
    Store,
    Voice,
)
from dialogs.session import Answer, Entry, RaisedAlarm, State, Status
from dialogs.urgency import Urgency
from tests.bot.storage.conftest import Place as Somewhere
from tests.storage_cases import (
    AT,
    CHANNEL,
    CHAT,
    answering,
    erasing,
    handing_over,
    inbound,
    later,
    outgoing,
    sent_all,
)


async def test_the_queue_shows_the_most_urgent_first_and_then_the_oldest(store: Store) -> None:
    for number, urgency in enumerate(
        (Urgency.NORMAL, Urgency.NOW, Urgency.TODAY, Urgency.NOW, Urgency.NORMAL)
    ):
        await store.turn(
            inbound(1, chat=str(number), at=later(number)), handing_over(urgency, later(number))
        )

    queue = await store.cases()

    assert [row.case[-1] for row in queue] == ["2", "4", "3", "1", "5"]
    first = queue[0]
    assert first.labels.urgency is Urgency.NOW
    assert first.labels.process_code == "LL"
    assert first.labels.signals == ("geen_finale_kwijting_bij_licht_letsel",)
    assert first.labels.handed_over_at == later(1)
    assert (first.created_at, first.changed_at) == (later(1), later(1))
    assert first.owner is None


async def test_somebody_who_is_still_filling_in_is_not_in_the_queue(store: Store) -> None:
    await store.turn(inbound(1), answering("Dag."))

    assert await store.cases() == ()


async def test_somebody_who_needs_a_human_is_in_the_queue_before_the_hand_over(
    store: Store,
) -> None:
    alarmed = Labels(state=State.INTAKE, urgency=Urgency.TODAY)
    asked = Labels(state=State.WITH_HUMAN, urgency=Urgency.TODAY)
    await store.turn(inbound(1, chat="a"), answering(labels=alarmed))
    await store.turn(inbound(1, chat="b"), answering(labels=asked))
    third = await store.turn(inbound(1, chat="c"), answering())
    await store.claim(third.case, "anna", 0, AT)

    assert [row.case[-1] for row in await store.cases()] == ["1", "2", "3"]


# --- where a case stands -------------------------------------------------------------------------


async def handed(store: Store, chat: str = "a", at: datetime = AT) -> str:
    said = inbound("over", chat=chat, at=at)
    return (await store.turn(said, handing_over(at=at))).case


async def standing(store: Store, case: str) -> Standing:
    known = await store.conversation(case=case)
    assert known is not None
    return known.handling.standing


def telling(text: str, sort: MessageClass = MessageClass.SYSTEM) -> Decide:
    def decide(known: Conversation) -> Decision:
        said = ((sort, outgoing(text)),)
        return Decision(session=known.session, labels=known.labels, outgoing=said)

    return decide


def closing(seconds: float = 60) -> Closing:
    return Closing(by="anna", at=later(seconds), why="afgehandeld")


async def test_a_case_tells_who_must_do_something_now(store: Store) -> None:
    case = await handed(store)
    stood = [await standing(store, case)]

    await store.claim(case, "anna", 0, later(1))
    stood.append(await standing(store, case))
    await store.amend(case, later(2), telling("Goedendag.", MessageClass.HUMAN))
    stood.append(await standing(store, case))
    await store.turn(inbound(2, chat="a", at=later(3)), telling(""))
    stood.append(await standing(store, case))

    assert stood == [Standing.NEW, Standing.OURS, Standing.PERSONS, Standing.OURS]
    (row,) = await store.cases()
    assert row.handling.spoken == Spoken(by=Voice.PERSON, at=later(3))
    assert row.handling.since == later(3)


async def test_what_the_program_says_is_nobodys_voice(store: Store) -> None:
    case = await handed(store)
    await store.claim(case, "anna", 0, later(1))
    await store.amend(case, later(2), telling("Goedendag.", MessageClass.HUMAN))

    await store.amend(case, later(3), telling("Uw termijn nadert.", MessageClass.SYSTEM))

    assert await standing(store, case) is Standing.PERSONS


async def test_a_case_waits_from_the_first_moment_that_it_needs_somebody(store: Store) -> None:
    asked = Labels(state=State.WITH_HUMAN, urgency=Urgency.TODAY)
    for second in (0, 50):
        await store.turn(inbound(second, at=later(second)), answering(labels=asked))

    (row,) = await store.cases()
    assert row.handling.since == AT


# --- claiming and closing ------------------------------------------------------------------------


async def test_a_claim_and_its_announcement_are_kept_together(store: Store) -> None:
    case = await handed(store)
    await sent_all(store)

    claimed = await store.claim(case, "anna", 0, later(1), telling("U praat nu met Anna."))

    assert claimed is not None
    assert (claimed.owner, claimed.epoch) == ("anna", 1)
    assert await sent_all(store, later(1)) == ["U praat nu met Anna."]


async def test_a_claim_whose_announcement_fails_has_not_happened(store: Store) -> None:
    case = await handed(store)

    def fails(_: Conversation) -> Decision:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await store.claim(case, "anna", 0, later(1), fails)

    known = await store.conversation(case=case)
    assert known is not None
    assert (known.owner, known.epoch) == (None, 0)
    assert await sent_all(store) == ["U bent doorgestuurd."]


async def test_of_many_who_claim_at_once_one_is_announced(place: Somewhere) -> None:
    stores = [await place.open() for _ in range(3)]
    case = await handed(stores[0])
    await sent_all(stores[0])

    claims = await asyncio.gather(
        *(
            store.claim(case, f"nr{number}", 0, later(1), telling(f"Met nr{number}."))
            for number, store in enumerate(stores)
        ),
        *(
            store.turn(inbound(f"typt {number}", chat="a", at=later(1)), telling(""))
            for number, store in enumerate(stores)
        ),
    )

    (winner,) = [each for each in claims[:3] if isinstance(each, Conversation)]
    heard = [text for text in await sent_all(stores[0], later(1)) if text]
    assert heard == [f"Met {winner.owner}."]
    assert len(await stores[0].transcript(winner.id)) == 2 + 1 + 6


async def test_a_case_is_closed_once_and_the_person_is_told(store: Store) -> None:
    case = await handed(store)
    await sent_all(store)
    await store.claim(case, "anna", 0, later(1))

    closed = await asyncio.gather(
        *(store.close_case(case, closing(), 1, telling("Uw zaak is klaar.")) for _ in range(2))
    )

    assert sum(each is not None for each in closed) == 1
    known = await store.conversation(case=case)
    assert known is not None
    assert (known.owner, known.handling.closed) == (None, closing())
    assert await store.cases() == ()
    assert [row.case for row in await store.cases(Asked(standing=Standing.CLOSED))] == [case]
    assert await sent_all(store, later(60)) == ["Uw zaak is klaar."]


async def test_a_closed_case_opens_when_the_person_writes_again(store: Store) -> None:
    case = await handed(store)
    await store.close_case(case, closing(), 0, telling("Uw zaak is klaar."))

    await store.turn(inbound(2, chat="a", at=later(99)), telling("Ik geef het door."))

    (row,) = await store.cases()
    assert (row.case, row.handling.standing) == (case, Standing.NEW)
    assert (row.handling.reopened_at, row.handling.since) == (later(99), later(99))
    assert row.handling.closed is None


async def test_who_takes_a_closed_case_opens_it(store: Store) -> None:
    case = await handed(store)
    await store.close_case(case, closing(), 0, telling("Uw zaak is klaar."))

    await store.claim(case, "bert", 1, later(99))

    assert await standing(store, case) is Standing.OURS
    (row,) = await store.cases()
    assert row.handling.reopened_at == later(99)


async def test_the_term_of_a_closed_case_counts_from_its_closing(store: Store) -> None:
    case = await handed(store)
    await store.close_case(case, closing(60), 0, telling("Uw zaak is klaar."))
    await store.amend(case, later(500), telling("Nog een bericht."))

    too_early = await store.erase_before(later(999), later(59), later(999))
    in_time = await store.erase_before(AT, later(61), later(999))

    assert too_early == ()
    assert [proof["zaak"] for proof in in_time] == [case]


# --- asking for a part of it ---------------------------------------------------------------------


async def test_the_queue_is_read_page_by_page_without_a_gap_or_a_double(store: Store) -> None:
    for number in range(7):
        urgency = (Urgency.NORMAL, Urgency.NOW, Urgency.TODAY)[number % 3]
        said = inbound(1, chat=str(number), at=later(number % 2))
        await store.turn(said, handing_over(urgency, later(number % 2)))
    everything = [row.case for row in await store.cases()]

    read: list[str] = []
    after: Place | None = None
    while len(read) < 9 and (page := await store.cases(Asked(after=after, most=2))):
        read += [row.case for row in page]
        after = page[-1].place

    assert read == everything
    assert len(set(read)) == 7


async def test_closed_cases_are_read_from_the_last_one_on(store: Store) -> None:
    cases = [await handed(store, chat) for chat in "abc"]
    for seconds, case in enumerate(cases):
        await store.close_case(case, closing(seconds), 0, telling("Klaar."))

    first = await store.cases(Asked(standing=Standing.CLOSED, most=2))
    second = await store.cases(Asked(standing=Standing.CLOSED, after=first[-1].place, most=2))

    assert [row.case for row in (*first, *second)] == cases[::-1]


async def test_the_queue_can_be_narrowed_and_counted(store: Store) -> None:
    mine, other = await handed(store, "a"), await handed(store, "b")
    await store.claim(mine, "anna", 0, later(1))
    await store.turn(
        inbound(1, chat="c"),
        answering(labels=Labels(state=State.WITH_HUMAN, process_code="GBL", urgency=Urgency.NOW)),
    )
    asked = {
        "alle": Asked(),
        "van mij": Asked(owner="anna"),
        "nieuw": Asked(standing=Standing.NEW),
        "GBL": Asked(code="GBL"),
        "nu": Asked(urgency=Urgency.NOW, standing=Standing.NEW),
        "dicht": Asked(standing=Standing.CLOSED),
    }

    tally = await store.tally(tuple(asked.values()), 2)
    found = {name: len(await store.cases(each)) for name, each in asked.items()}

    assert found == {"alle": 3, "van mij": 1, "nieuw": 2, "GBL": 1, "nu": 1, "dicht": 0}
    assert dict(zip(asked, tally, strict=True)) == {**found, "alle": 2}
    assert [row.case for row in await store.cases(Asked(owner="anna"))] == [mine]
    assert other in [row.case for row in await store.cases(Asked(code="LL"))]


# --- finding somebody ----------------------------------------------------------------------------


def reached(name: str, reach: str) -> Decide:
    def decide(known: Conversation) -> Decision:
        ledger = {
            question: Entry(
                question=question,
                answer=Answer(status=Status.ANSWERED, value=value, at=AT, channel=CHANNEL, turn=1),
            )
            for question, value in {"contact_naam": name, "contact_bereikbaar": reach}.items()
        }
        session = known.session.model_copy(update={"ledger": ledger})
        return handing_over()(known.model_copy(update={"session": session}))

    return decide


async def seen_by(store: Store, text: str) -> list[str]:
    rows = await store.found(numbers(text, AT.year), sought(text))
    return [row.case for row in rows]


async def test_somebody_is_found_by_name_telephone_or_case_number_and_nothing_less(
    store: Store,
) -> None:
    by_phone = (await store.turn(inbound(1, chat="a"), reached("Jan Bloem", "+31612345678"))).case
    by_mail = (await store.turn(inbound(1, chat="b"), reached("An Dop", "an@dop.nl"))).case
    await store.turn(inbound(1, chat="c"), answering("Nog bezig."))

    assert await seen_by(store, " JAN  bloem ") == [by_phone]
    assert await seen_by(store, "06-12 34 56 78") == [by_phone]
    assert await seen_by(store, "AN@dop.NL") == [by_mail]
    assert await seen_by(store, "2") == [by_mail]
    assert await seen_by(store, by_mail.lower()) == [by_mail]
    for nobody in ("Jan", "Blo", "061234567", "dop.nl", "", "LW-2026-000003", "3"):
        assert await seen_by(store, nobody) == []


async def test_a_corrected_number_is_found_and_the_old_one_is_not(store: Store) -> None:
    await store.turn(inbound(1), reached("Jan Bloem", "+31612345678"))
    case = (await store.turn(inbound(2), reached("Jan Bloem", "+31687654321"))).case

    assert await seen_by(store, "0612345678") == []
    assert await seen_by(store, "0687654321") == [case]


async def test_nobody_is_found_after_an_erasure(store: Store) -> None:
    await store.turn(inbound(1), reached("Jan Bloem", "+31612345678"))
    exported = await store.export(CHANNEL, CHAT)
    assert exported is not None
    assert exported["kenmerken_om_op_te_zoeken"] == 3

    await store.turn(inbound(2), erasing("Alles is gewist."))

    assert await seen_by(store, "Jan Bloem") == []


# --- what is sealed ------------------------------------------------------------------------------


async def test_the_alarms_of_many_cases_are_read_at_once_and_without_the_rest(
    store: Store,
) -> None:
    def alarmed(known: Conversation) -> Decision:
        alarms = tuple(RaisedAlarm(alarm=each, at=AT) for each in ("gevaar", "crisis", "gevaar"))
        session = known.session.model_copy(update={"alarms": alarms})
        return handing_over()(known.model_copy(update={"session": session}))

    first = await store.turn(inbound(1, chat="a"), alarmed)
    second = await store.turn(inbound(1, chat="b"), handing_over())

    asked = (first.conversation, second.conversation, 999)
    assert await store.alarms_of(asked) == {
        first.conversation: ("gevaar", "crisis"),
        second.conversation: (),
    }


# --- looking again -------------------------------------------------------------------------------


async def test_labels_are_renewed_on_their_day_and_nobody_notices(store: Store) -> None:
    labels = Labels(state=State.INTAKE, next_term=date(2026, 9, 1), relabel_on=date(2026, 3, 5))
    case = (await store.turn(inbound(1), answering("Dag.", labels=labels))).case
    known = await store.conversation(case=case)
    assert known is not None
    assert known.labels == labels

    def urgent(before: Conversation) -> Relabelled:
        update = {"urgency": Urgency.TODAY, "relabel_on": None}
        return Relabelled(labels=before.labels.model_copy(update=update))

    assert await store.relabel(AT, date(2026, 3, 4), urgent) == ()
    assert await store.relabel(AT, date(2026, 3, 5), urgent) == (known.id,)
    assert await store.relabel(AT, date(2026, 3, 6), urgent) == ()

    (row,) = await store.cases()
    assert (row.labels.urgency, row.labels.next_term) == (Urgency.TODAY, date(2026, 9, 1))
    after = await store.conversation(case=case)
    assert after is not None
    assert (after.revision, after.changed_at) == (known.revision, known.changed_at)
