"""A person's own copy comes along as a file, and nothing that is said waits for it."""

from pathlib import Path
from typing import Any

import pytest

from bot.channels.whatsapp.limits import NAME
from bot.ports import Button, Conversation, Decision, Part, TryLater, Unreachable
from tests.bot.channels.whatsapp.conftest import TEXTS, Sending
from tests.loopback.whatsapp import CloudApi, Refused, Sent, Silence
from tests.storage_cases import answering
from tests.whatsapp import PERSON, program

SORRY = TEXTS("kopie.niet")
WORDS = "Dank u wel."


def bringing(*labels: str, text: str = WORDS) -> Any:
    """Say something with the own copy, and offer these answers."""
    choices = tuple(Button(id=f"b{place}", label=label) for place, label in enumerate(labels))

    def decide(known: Conversation) -> Decision:
        decision = answering(text)(known)
        ((sort, said),) = decision.outgoing
        parts = (Part(text=text, choices=choices),)
        said = said.model_copy(update={"own_copy": True, "parts": parts})
        return decision.model_copy(update={"outgoing": ((sort, said),)})

    return decide


def pdf_of(api: CloudApi, message: Sent) -> bytes:
    """Return the file that came with a message, which must be a PDF."""
    assert message.file is not None
    mime, content = api.media[message.file[1]]
    assert (mime, message.file[0], content[:5]) == ("application/pdf", "overzicht.pdf", b"%PDF-")
    return content


async def sent(sending: Sending) -> list[tuple[str, str]]:
    return [(message.kind, message.text) for message in sending.api.sent[PERSON]]


# --- where it stands -----------------------------------------------------------------------------


async def test_the_copy_and_the_words_with_it_are_one_message(sending: Sending) -> None:
    await sending.channel.send(await sending.answers(bringing()))

    (one,) = sending.api.sent[PERSON]
    assert (one.kind, one.text) == ("document", WORDS)
    assert pdf_of(sending.api, one)
    assert sending.api.billed == 1


async def test_the_copy_stands_over_the_buttons_of_a_question(sending: Sending) -> None:
    await sending.channel.send(await sending.answers(bringing("Ja", "Nee")))

    (one,) = sending.api.sent[PERSON]
    assert [title for title, _ in one.choices] == ["Ja", "Nee"]
    assert pdf_of(sending.api, one)


@pytest.mark.parametrize(("labels", "text"), [(("A", "B", "C", "D"), WORDS), ((), "woord " * 200)])
async def test_where_words_cannot_stand_with_a_file_it_comes_before_them(
    sending: Sending, labels: tuple[str, ...], text: str
) -> None:
    await sending.channel.send(await sending.answers(bringing(*labels, text=text)))

    file, words = sending.api.sent[PERSON]
    assert (file.kind, file.text) == ("document", TEXTS("whatsapp.kopie"))
    assert pdf_of(sending.api, file)
    assert (words.text, words.file) == (text.strip(), None)


async def test_whoever_asks_for_their_data_gets_them_as_a_file(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        for text in ("hallo", "ja", "ikzelf", "12 april 1988", "gegevens"):
            await api.types(PERSON, text)
        shown = await api.wait_for(PERSON, 6)
        (with_file,) = [message for message in shown if message.file is not None]

        assert pdf_of(api, with_file)
        assert await parts.store.conversation_of(NAME, PERSON) is not None


# --- when it does not come -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "fault",
    [
        Refused(131053),
        Refused(190, 401),
        Refused(130429, 429),
        Refused(131000, 500),
        Silence(goes=False),
        Silence(goes=False, status=502),
        Silence(goes=False, status=200),
    ],
)
async def test_a_copy_that_cannot_be_uploaded_keeps_no_word_back(
    sending: Sending, fault: Refused | Silence
) -> None:
    sending.api.upload_faults = [fault]
    await sending.channel.send(await sending.answers(bringing()))

    assert await sent(sending) == [("text", f"{WORDS}\n\n{SORRY}")]


async def test_a_copy_of_its_own_that_cannot_be_uploaded_is_told(sending: Sending) -> None:
    sending.api.upload_faults = [Refused(131053)]
    await sending.channel.send(await sending.answers(bringing("A", "B", "C", "D")))

    assert await sent(sending) == [("text", SORRY), ("list", WORDS)]


async def test_a_copy_that_cannot_be_made_keeps_no_word_back(
    sending: Sending, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.handoff.own_copy._TEMPLATE", Path("/nonexistent"))
    await sending.channel.send(await sending.answers(bringing()))

    assert await sent(sending) == [("text", f"{WORDS}\n\n{SORRY}")]


@pytest.mark.parametrize("code", [100, 131008, 131009, 131051, 131052, 131053])
async def test_words_that_are_refused_for_their_file_go_without(
    sending: Sending, code: int
) -> None:
    posted = await sending.answers(bringing("Ja"))
    sending.api.faults = [Refused(code)]
    with pytest.raises(TryLater) as asked:
        await sending.channel.send(posted)
    await sending.channel.send(posted)

    assert asked.value.seconds == 0
    assert await sent(sending) == [("button", f"{WORDS}\n\n{SORRY}")]
    assert sending.api.uploads == 1


async def test_words_without_a_file_are_refused_for_good(sending: Sending) -> None:
    sending.api.upload_faults = [Refused(131053)]
    sending.api.faults = [Refused(131009)]

    with pytest.raises(Unreachable, match="131-009"):
        await sending.channel.send(await sending.answers(bringing()))


async def test_words_that_failed_afterwards_for_their_file_go_without(sending: Sending) -> None:
    posted = await sending.answers(bringing())
    await sending.channel.send(posted)
    await sending.store.sent(posted.id, sending.api.clock.now())
    await sending.channel.send(await sending.waits("Nog een vraag?"))
    await sending.fails(posted, "131-053")
    await sending.channel.send(posted)

    assert (await sent(sending))[-1] == ("text", f"{WORDS}\n\n{SORRY}")


# --- once ----------------------------------------------------------------------------------------


async def test_a_copy_without_an_answer_waits_for_its_report_and_goes_once(
    sending: Sending,
) -> None:
    posted = await sending.answers(bringing())
    sending.api.faults = [Silence(goes=True)]
    for _ in range(2):
        with pytest.raises(TryLater) as asked:
            await sending.channel.send(posted)
        assert asked.value.reason == "no_answer"
    known = (await sending.reach(posted)).deliveries[0]
    await sending.store.delivering(known.model_copy(update={"stage": "sent"}))
    await sending.channel.send(posted)

    assert [kind for kind, _ in await sent(sending)] == ["document"]
    assert sending.api.uploads == 1


async def test_after_a_day_nothing_is_uploaded_but_the_person_is_invited(
    sending: Sending,
) -> None:
    posted = await sending.answers(bringing())
    sending.api.clock.later(hours=25)
    with pytest.raises(Unreachable):
        await sending.channel.send(posted)

    assert [kind for kind, _ in await sent(sending)] == ["template"]
    assert sending.api.uploads == 0
