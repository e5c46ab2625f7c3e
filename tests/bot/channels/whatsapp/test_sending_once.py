"""A message goes once, as far as anybody can know, whatever happens on the way."""

import pytest

from bot.channels.whatsapp.courier import MOST_FAILURES
from bot.ports import MessageClass, NobodyThere, Stage, TryLater, Unreachable
from tests.bot.channels.whatsapp.conftest import Sending
from tests.loopback.whatsapp import Refused, Silence
from tests.whatsapp import PERSON


async def test_what_went_is_not_sent_again(sending: Sending) -> None:
    posted = await sending.waits()
    await sending.channel.send(posted)
    await sending.channel.send(posted)

    assert len(sending.api.sent[PERSON]) == 1
    assert await sending.stages(posted) == [(1, Stage.ACCEPTED)]


async def test_the_parts_that_went_are_not_sent_again(sending: Sending) -> None:
    posted = await sending.waits("woord " * 1200)
    sending.api.faults = [Silence(goes=True), Refused(131000, 500)]
    with pytest.raises(TryLater):
        await sending.channel.send(posted)
    own = sending.api.sent[PERSON][0].own
    known = (await sending.reach(posted)).deliveries[0]
    await sending.store.delivering(known.model_copy(update={"stage": Stage.DELIVERED}))
    with pytest.raises(TryLater):
        await sending.channel.send(posted)
    await sending.channel.send(posted)

    texts = [message.text for message in sending.api.sent[PERSON]]
    assert own == f"lw:{posted.id}:1:1"
    assert " ".join(texts).split().count("woord") == 1200


async def test_a_message_without_an_answer_waits_for_its_report(sending: Sending) -> None:
    posted = await sending.waits()
    sending.api.faults = [Silence(goes=True)]
    with pytest.raises(TryLater) as first:
        await sending.channel.send(posted)
    sending.api.clock.later(seconds=30)
    with pytest.raises(TryLater) as second:
        await sending.channel.send(posted)

    assert (first.value.seconds, second.value.seconds) == (60, 30)
    assert len(sending.api.sent[PERSON]) == 1

    known = (await sending.reach(posted)).deliveries[0]
    await sending.store.delivering(known.model_copy(update={"stage": Stage.SENT}))
    await sending.channel.send(posted)

    assert len(sending.api.sent[PERSON]) == 1


@pytest.mark.parametrize("status", [None, 502, 504])
async def test_without_a_report_it_is_sent_again_and_each_time_later(
    sending: Sending, status: int | None
) -> None:
    posted = await sending.waits()
    sending.api.faults = [Silence(goes=False, status=status) for _ in range(3)]
    waits = []
    for _ in range(3):
        with pytest.raises(TryLater) as asked:
            await sending.channel.send(posted)
        waits.append(asked.value.seconds)
        sending.api.clock.later(seconds=asked.value.seconds)
    await sending.channel.send(posted)

    assert waits == [60, 120, 240]
    assert [message.own for message in sending.api.sent[PERSON]] == [f"lw:{posted.id}:1:4"]


async def test_a_refusal_is_tried_again_at_once_for_it_did_not_go(sending: Sending) -> None:
    posted = await sending.waits()
    sending.api.faults = [Refused(130429, 429), Refused(131016, 500)]
    for _ in range(2):
        with pytest.raises(TryLater) as asked:
            await sending.channel.send(posted)
        assert asked.value.seconds < 5
    await sending.channel.send(posted)

    assert len(sending.api.sent[PERSON]) == 1


async def test_a_network_that_is_down_is_waited_for(sending: Sending) -> None:
    posted = await sending.waits()
    with pytest.raises(TryLater) as asked:
        await sending.at("http://127.0.0.1:9").send(posted)
    await sending.channel.send(posted)

    assert asked.value.reason == "network"
    assert len(sending.api.sent[PERSON]) == 1


async def test_somebody_who_cannot_be_reached_is_given_up(sending: Sending) -> None:
    sending.api.blocked.add(PERSON)
    posted = await sending.waits()

    with pytest.raises(Unreachable, match="131-026"):
        await sending.channel.send(posted)


async def test_too_much_to_one_person_waits(sending: Sending) -> None:
    posted = await sending.waits()
    for _ in range(45):
        sending.api.counts(PERSON)

    with pytest.raises(TryLater) as asked:
        await sending.channel.send(posted)

    assert (asked.value.reason, asked.value.seconds) == ("131-056", 4)
    sending.api.clock.later(seconds=6)
    await sending.channel.send(posted)


# --- failing afterwards --------------------------------------------------------------------------


async def test_a_failure_that_passes_is_sent_again_after_a_while(sending: Sending) -> None:
    posted = await sending.waits()
    await sending.channel.send(posted)
    await sending.store.sent(posted.id, sending.api.clock.now())
    await sending.fails(posted, "131-000")
    (again,) = await sending.due()

    with pytest.raises(TryLater):
        await sending.channel.send(again)
    sending.api.clock.later(seconds=3)
    await sending.channel.send(again)

    assert [message.own[-1] for message in sending.api.sent[PERSON]] == ["1", "2"]


async def test_a_failure_that_stays_is_given_up_under_its_code(sending: Sending) -> None:
    posted = await sending.waits()
    await sending.channel.send(posted)
    await sending.fails(posted, "131-026")

    with pytest.raises(Unreachable, match="131-026"):
        await sending.channel.send(posted)


async def test_what_fails_over_and_over_is_given_up(sending: Sending) -> None:
    posted = await sending.waits()
    for _ in range(MOST_FAILURES):
        sending.api.clock.later(minutes=1)
        await sending.channel.send(posted)
        await sending.fails(posted, "131-000")
    sending.api.clock.later(minutes=1)

    with pytest.raises(Unreachable):
        await sending.channel.send(posted)
    assert len(sending.api.sent[PERSON]) == MOST_FAILURES


async def test_what_failed_for_want_of_the_person_however_often_still_waits_for_them(
    sending: Sending,
) -> None:
    posted = await sending.waits()
    for reason in (*["131-000"] * (MOST_FAILURES - 1), "131-026"):
        sending.api.clock.later(minutes=1)
        await sending.channel.send(posted)
        await sending.fails(posted, reason)

    with pytest.raises(NobodyThere):
        await sending.channel.send(posted)


async def test_a_question_that_failed_is_not_put_after_a_later_one(sending: Sending) -> None:
    first = await sending.waits("eerste")
    await sending.channel.send(first)
    await sending.store.sent(first.id, sending.api.clock.now())
    second = await sending.waits("tweede")
    await sending.channel.send(second)
    await sending.fails(first, "131-000")
    sending.api.clock.later(minutes=1)

    with pytest.raises(Unreachable):
        await sending.channel.send(first)


async def test_what_a_human_wrote_is_sent_again_also_after_later_messages(
    sending: Sending,
) -> None:
    first = await sending.waits("van mij", MessageClass.HUMAN)
    await sending.channel.send(first)
    await sending.store.sent(first.id, sending.api.clock.now())
    await sending.waits("tweede")
    await sending.fails(first, "131-000")
    sending.api.clock.later(minutes=1)
    await sending.channel.send(first)

    assert [message.text for message in sending.api.sent[PERSON]] == ["van mij"] * 2


# --- shown as read -------------------------------------------------------------------------------


async def test_a_message_is_shown_as_read_before_it_is_answered_and_once(
    sending: Sending,
) -> None:
    posted = await sending.waits()
    sending.unread.heard(PERSON, "wamid.IN1")
    sending.unread.heard(PERSON, "wamid.IN2")
    await sending.channel.send(posted)
    await sending.store.sent(posted.id, sending.api.clock.now())
    await sending.channel.send(await sending.waits())

    assert sending.api.read == [("wamid.IN2", True)]


@pytest.mark.parametrize("fault", [Refused(100), Silence(goes=False)])
async def test_a_courtesy_that_fails_keeps_no_answer_back(
    sending: Sending, fault: Refused | Silence
) -> None:
    posted = await sending.waits()
    sending.unread.heard(PERSON, "wamid.IN1")
    sending.api.read_faults = [fault]
    await sending.channel.send(posted)

    assert len(sending.api.sent[PERSON]) == 1


@pytest.mark.parametrize(("status", "reason"), [(401, "190"), (403, "10"), (429, "4")])
async def test_an_answer_that_is_not_in_the_form_of_meta_is_known_by_its_status(
    sending: Sending, status: int, reason: str
) -> None:
    posted = await sending.waits()
    sending.api.faults = [Silence(goes=False, status=status)]

    with pytest.raises(TryLater) as asked:
        await sending.channel.send(posted)
    assert asked.value.reason == reason


async def test_a_message_that_was_erased_meanwhile_is_not_sent(sending: Sending) -> None:
    posted = await sending.waits()
    await sending.store.erase("whatsapp", PERSON, sending.api.clock.now())

    with pytest.raises(TryLater):
        await sending.channel.send(posted)
    assert sending.api.billed == 0


async def test_what_was_not_read_is_remembered_only_so_far(
    sending: Sending, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.whatsapp.unread._MOST", 1)
    sending.unread.heard("NL.1", "wamid.1")
    sending.unread.heard("NL.2", "wamid.2")

    assert sending.unread.taken("NL.1") is None
    assert sending.unread.taken("NL.2") == "wamid.2"
