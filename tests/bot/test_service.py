from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.parts import Parts
from bot.ports import Conversation, Decision, Inbound, Labels, MessageClass, Outgoing
from dialogs.events import Act, Chose, Command, Commanded, Said
from dialogs.session import Session, State, process_code
from dialogs.urgency import Urgency
from tests.playing import opened

# Half past eleven in the evening in Greenwich, on a day that has begun in the Netherlands.
LATE = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
START = Commanded(command=Command.START)


@pytest.fixture
async def playing(tmp_path: Path) -> AsyncIterator[Parts]:
    made = await opened(tmp_path)
    yield made
    await made.store.close()


class Person:
    def __init__(self, playing: Parts, chat_id: str = "een") -> None:
        self.playing = playing
        self.chat_id = chat_id
        self.count = 0

    def inbound(self, act: Act | str, message_id: str | None = None) -> Inbound:
        self.count += 1
        return Inbound(
            channel="console",
            chat_id=self.chat_id,
            message_id=message_id or str(self.count),
            at=self.playing.clock.now(),
            act=Said(text=act) if isinstance(act, str) else act,
        )

    async def says(self, act: Act | str, message_id: str | None = None) -> Outgoing:
        _, answer = await self.playing.service.answered(self.inbound(act, message_id))
        assert answer is not None
        return answer

    async def conversation(self) -> Conversation:
        known = await self.playing.store.conversation_of("console", self.chat_id)
        assert known is not None
        return known


async def told(person: Person, *acts: Act | str) -> Outgoing:
    answer = await person.says(START)
    for act in acts:
        answer = await person.says(act)
    return answer


async def test_the_first_message_says_who_speaks_and_asks_consent(playing: Parts) -> None:
    answer = await Person(playing).says("hallo")

    assert answer.state is State.CONSENT
    assert answer.question is not None
    assert answer.question.fact is None
    assert "computer" in answer.parts[0].text
    assert [button.id for button in answer.parts[-1].choices][:2] == ["ja", "nee"]
    assert answer.case is None


async def test_what_is_answered_is_kept_when_the_answer_comes(playing: Parts) -> None:
    person = Person(playing)
    await told(person, "ja", "slachtoffer")

    known = await person.conversation()

    assert known.session.ledger["rol"].answer is not None
    assert known.labels.state is State.INTAKE
    assert known.revision == 3


async def test_a_message_that_comes_twice_is_played_once(playing: Parts) -> None:
    person = Person(playing)
    await told(person, "ja")
    tapped = person.inbound(Chose(choice="slachtoffer"), "tik")

    first = await playing.service.handle(tapped)
    second = await playing.service.handle(tapped)

    assert (first.duplicate, second.duplicate) == (False, True)
    assert (await person.conversation()).revision == 3
    assert await playing.service.answered(tapped) == (second, None)


async def test_the_answer_waits_in_the_outbox(playing: Parts) -> None:
    person = Person(playing)
    answer = await person.says(START)

    (posted,) = await playing.store.pending(("console",), playing.clock.now())

    assert posted.outgoing == answer
    assert posted.message_class is MessageClass.BOT


async def test_the_outbox_and_the_pages_are_woken(playing: Parts) -> None:
    person = Person(playing)
    turn = await playing.service.handle(person.inbound(START))
    watcher = playing.live.watch(turn.conversation)

    await playing.service.handle(person.inbound("ja"))

    await anext(watcher)


async def test_danger_is_answered_at_once_as_safety_and_hurries_the_case(playing: Parts) -> None:
    person = Person(playing)
    await told(person, "ja")

    answer = await person.says("hij staat voor de deur met een mes")

    known = await person.conversation()
    assert "112" in answer.parts[0].text
    assert answer.state is State.WITH_HUMAN
    assert answer.case == known.case
    assert known.labels.urgency is Urgency.NOW
    lines = await playing.store.transcript(known.id)
    assert lines[-1].message_class is MessageClass.SAFETY


async def test_a_human_is_one_word_away(playing: Parts) -> None:
    person = Person(playing)

    answer = await told(person, Commanded(command=Command.MENS))

    assert answer.state is State.WITH_HUMAN
    assert (await person.conversation()).labels.urgency is Urgency.TODAY
    assert [row.case for row in await playing.store.cases()] == [answer.case]


async def test_the_queue_shows_the_process_code_and_the_signals(playing: Parts) -> None:
    person = Person(playing)
    await told(person, "ja", "slachtoffer", "1 mei 1980", "medisch")

    labels = (await person.conversation()).labels

    assert labels.process_code == "GBL"
    assert "medisch_goma" in labels.signals


async def test_whoever_asks_to_be_forgotten_is_forgotten(playing: Parts) -> None:
    person = Person(playing)
    await told(person, "ja", "slachtoffer", Commanded(command=Command.WIS))

    answer = await person.says("ja")

    assert answer.state is State.ERASED
    assert await playing.store.conversation_of("console", "een") is None
    again = await person.says("hallo")
    assert again.state is State.CONSENT


async def test_yesterday_is_the_day_before_it_is_here(playing: Parts) -> None:
    person = Person(playing)
    await told(person, "ja", "slachtoffer", "1 mei 1980", "verkeer")

    await playing.service.handle(person.inbound("gisteren").model_copy(update={"at": LATE}))

    answer = (await person.conversation()).session.ledger["datum"].answer
    assert answer is not None
    assert answer.value == "2026-11-22"


async def test_deciding_twice_is_the_same_decision(playing: Parts) -> None:
    person = Person(playing)
    await told(person, "ja", "slachtoffer")
    known, inbound = await person.conversation(), person.inbound("1 mei 1980")

    assert playing.service.decision(known, inbound) == playing.service.decision(known, inbound)


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "\ud800", "x" * 30_000, "🙂" * 500, "{{ 7 * 7 }}"]
)
async def test_no_message_makes_it_fall(text: str, playing: Parts) -> None:
    person = Person(playing)
    await told(person, "ja", "slachtoffer")

    answer = await person.says(text)

    assert answer.parts
    assert answer.question is not None
    assert answer.question.id == "geboortedatum"


async def test_a_channel_may_decide_a_turn_that_says_nothing(playing: Parts) -> None:
    person = Person(playing)
    await told(person, "ja")

    def taken_back(known: Conversation) -> Decision:
        return Decision(session=known.session, labels=known.labels)

    _, answer = await playing.service.answered(person.inbound("ingetrokken"), taken_back)

    assert answer is None
    assert (await person.conversation()).revision == 3


async def test_a_mistake_of_ours_is_told_and_changes_nothing(
    playing: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Person(playing)
    asked = await told(person, "ja", "slachtoffer")
    before = await person.conversation()

    def falls(*_: object) -> None:
        raise KeyError("Jan Voorbeeld")

    with monkeypatch.context() as broken:
        broken.setattr("bot.service.step", falls)
        sorry = await person.says("1 mei 1980")
    after = await person.conversation()
    back = await person.says(START)

    assert "Er ging bij ons iets mis" in sorry.parts[0].text
    assert sorry.state is State.INTAKE
    assert after.session == before.session
    assert back.question == asked.question


def test_there_is_no_process_code_before_the_first_assessment() -> None:
    assert process_code(Session()) is None
    assert process_code(Session(beoordeling={"classificatie": {"uitkomst": "LL"}})) == "LL"
    assert Labels(state=State.CONSENT).process_code is None
