"""The 24 hours: how long is left, and what happens after them."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.channels.whatsapp.limits import NAME
from bot.channels.whatsapp.window import A_QUESTION, GO_ON, OUTSIDE, window_left
from bot.ports import LONGEST_HOLD, Labels, MessageClass, Posted, Stage, TryLater, Unreachable
from dialogs.session import State
from tests.bot.channels.whatsapp.conftest import Sending
from tests.loopback.whatsapp import Refused, Silence
from tests.storage_cases import answering
from tests.whatsapp import PERSON

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ago", "left"),
    [
        (timedelta(0), timedelta(hours=24)),
        (timedelta(hours=23, minutes=59), timedelta(minutes=1)),
        (timedelta(hours=24), timedelta(0)),
        (timedelta(days=30), timedelta(0)),
        (-timedelta(minutes=5), timedelta(hours=24)),
    ],
)
def test_how_long_one_may_still_write(ago: timedelta, left: timedelta) -> None:
    assert window_left(NOW - ago, NOW) == left


def test_whoever_was_never_heard_must_be_invited() -> None:
    assert window_left(None, NOW) == timedelta(0)


async def written_later(sending: Sending, *texts: str, sort: MessageClass) -> Posted:
    """Return the first of several messages that are written when the window has closed."""
    first = await sending.waits("Vraag?")
    await sending.channel.send(first)
    await sending.store.sent(first.id, sending.api.clock.now())
    sending.api.clock.later(hours=25)
    known = await sending.store.conversation_of(NAME, PERSON)
    assert known is not None
    for text in texts:
        await sending.writes(text, known.case, sort)
    return (await sending.due())[0]


async def test_within_the_window_anything_goes(sending: Sending) -> None:
    posted = await sending.waits()
    sending.api.clock.later(hours=23, minutes=59)
    await sending.channel.send(posted)

    assert [message.kind for message in sending.api.sent[PERSON]] == ["button"]


async def test_after_it_a_human_message_waits_behind_one_invitation(sending: Sending) -> None:
    posted = await written_later(sending, "een", "twee", sort=MessageClass.HUMAN)
    for _ in range(3):
        with pytest.raises(TryLater) as held:
            await sending.channel.send(posted)
        assert held.value.reason == OUTSIDE
        sending.api.clock.later(hours=6)

    last = sending.api.sent[PERSON][-1]
    assert [message.kind for message in sending.api.sent[PERSON]] == ["button", "template"]
    assert last.text == A_QUESTION


async def test_once_the_person_is_back_what_waited_goes_first(sending: Sending) -> None:
    posted = await written_later(sending, "een", "twee", sort=MessageClass.HUMAN)
    with pytest.raises(TryLater) as held:
        await sending.channel.send(posted)
    until = sending.api.clock.now() + timedelta(seconds=held.value.seconds)
    await sending.store.postpone(posted.id, until, held.value.reason)
    assert await sending.due() == ()

    sending.api.clock.later(hours=1)
    sending.api.heard[PERSON] = sending.api.clock.now()
    await sending.store.hasten(posted.conversation, OUTSIDE)
    waited = await sending.waits("antwoord")
    await sending.channel.send(waited)

    assert waited.id == posted.id
    assert sending.api.sent[PERSON][-1].text == "een"


async def test_what_the_bot_had_to_say_is_said_anew_when_the_person_is_back(
    sending: Sending,
) -> None:
    posted = await written_later(sending, "Vraag?", "Nog een?", sort=MessageClass.BOT)
    with pytest.raises(Unreachable, match=OUTSIDE):
        await sending.channel.send(posted)
    await sending.store.give_up(posted.id, sending.api.clock.now(), OUTSIDE)
    (second,) = await sending.due()
    with pytest.raises(Unreachable):
        await sending.channel.send(second)

    assert [message.text for message in sending.api.sent[PERSON][1:]] == [GO_ON]


async def test_each_time_that_the_window_closes_there_is_one_more_invitation(
    sending: Sending,
) -> None:
    for _ in range(2):
        posted = await written_later(sending, "een", sort=MessageClass.BOT)
        with pytest.raises(Unreachable):
            await sending.channel.send(posted)
        await sending.store.give_up(posted.id, sending.api.clock.now(), OUTSIDE)

    kinds = [message.kind for message in sending.api.sent[PERSON]]
    assert kinds == ["button", "template"] * 2


async def test_what_waited_too_long_is_given_up(sending: Sending) -> None:
    posted = await written_later(sending, "een", sort=MessageClass.HUMAN)
    sending.api.clock.later(seconds=LONGEST_HOLD.total_seconds())

    with pytest.raises(Unreachable):
        await sending.channel.send(posted)


async def test_whoever_stopped_is_not_invited(sending: Sending) -> None:
    first = await sending.waits("Vraag?")
    known = await sending.store.conversation_of(NAME, PERSON)
    assert known is not None
    stopped = answering(labels=Labels(state=State.STOPPED))
    await sending.store.amend(known.case, sending.api.clock.now(), stopped)
    sending.api.clock.later(hours=25)

    with pytest.raises(Unreachable):
        await sending.channel.send(first)
    assert sending.api.billed == 0


async def test_an_invitation_that_may_have_gone_waits_for_its_report(sending: Sending) -> None:
    posted = await written_later(sending, "een", sort=MessageClass.HUMAN)
    sending.api.faults = [Silence(goes=True)]
    for _ in range(2):
        with pytest.raises(TryLater) as asked:
            await sending.channel.send(posted)
        assert asked.value.reason == "no_answer"

    assert len(sending.api.sent[PERSON]) == 2
    assert (0, Stage.TRYING) in await sending.stages(posted)


async def test_a_template_that_was_never_approved_is_told_to_an_operator(
    sending: Sending,
) -> None:
    posted = await written_later(sending, "een", sort=MessageClass.HUMAN)
    sending.api.faults = [Refused(132001, 404)]

    with pytest.raises(Unreachable, match="132-001"):
        await sending.channel.send(posted)


async def test_a_window_that_turns_out_to_be_closed_is_the_same(sending: Sending) -> None:
    posted = await sending.waits("Vraag?", MessageClass.HUMAN)
    sending.api.faults = [Refused(131047)]
    for _ in range(2):
        with pytest.raises(TryLater) as held:
            await sending.channel.send(posted)
        assert held.value.reason == OUTSIDE
        sending.api.heard.clear()

    assert [message.text for message in sending.api.sent[PERSON]] == [A_QUESTION]


async def test_a_window_that_is_reported_closed_afterwards_is_the_same(sending: Sending) -> None:
    posted = await sending.waits("Vraag?", MessageClass.HUMAN)
    await sending.channel.send(posted)
    await sending.fails(posted, "131-047")

    with pytest.raises(TryLater) as held:
        await sending.channel.send(posted)

    assert held.value.reason == OUTSIDE
    assert [message.kind for message in sending.api.sent[PERSON]] == ["button", "template"]
