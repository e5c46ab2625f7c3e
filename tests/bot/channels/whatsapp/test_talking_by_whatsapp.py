"""Whole turns through the real client, over HTTP, against a Cloud API on loopback."""

import asyncio
from pathlib import Path
from typing import Any

from bot.channels.whatsapp.limits import NAME
from bot.ports import MessageClass
from dialogs.session import State
from tests.loopback.whatsapp import CloudApi
from tests.storage_cases import answering
from tests.whatsapp import PERSON, answer_to, conversation, lines, program


async def begun(api: CloudApi, person: str = PERSON) -> None:
    """Agree: three messages of ours, the first turn being two."""
    await api.types(person, "hallo")
    await api.wait_for(person, 2)
    await api.taps(person, "Ja")
    await api.wait_for(person, 3)


def on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())


async def test_a_person_talks_by_words_buttons_and_lists(api: CloudApi, tmp_path: Path) -> None:
    async with program(tmp_path, api) as parts:
        await api.types(PERSON, "hallo")
        first, second = await api.wait_for(PERSON, 2)
        assert "niet met een mens" in first.text
        assert (first.kind, second.kind) == ("text", "button")
        assert [title for title, _ in second.choices] == ["Ja", "Nee", "Nu gevaar: help mij"]

        await api.taps(PERSON, "Ja")
        third = (await api.wait_for(PERSON, 3))[2]
        assert third.kind == "list"
        await api.taps(PERSON, "Ik ben zelf gewond")
        await api.wait_for(PERSON, 4)
        await api.types(PERSON, "12 april 1988")
        fifth = (await api.wait_for(PERSON, 5))[4]

        assert "Genoteerd: 12 april 1988." in fifth.text
        assert await answer_to(parts, "rol") == "slachtoffer"


async def test_whoever_begins_is_told_where_the_web_page_is(api: CloudApi, tmp_path: Path) -> None:
    organisation = {
        "public_url": "https://intake.example.org",
        "organisation": "Kantoor Voorbeeld",
        "organisation_contact": "020 000 0000",
        "privacy_url": "https://example.org/privacy",
        "office_hours": "op werkdagen van 9 tot 17 uur",
    }
    async with program(tmp_path, api, **organisation):
        await begun(api)
        told = [message.text.count("https://intake.example.org") for message in api.sent[PERSON]]

    assert told == [1, 0, 0]


async def test_who_gets_another_number_keeps_the_conversation(
    api: CloudApi, tmp_path: Path
) -> None:
    old, new = "31600000002", "31600000003"
    async with program(tmp_path, api) as parts:
        for text in ("hallo", "ja"):
            bare = {"from": old, "from_user_id": None, "type": "text", "text": {"body": text}}
            api.heard[old] = api.clock.now()
            await api.pushes(api.webhook(None, api.message(PERSON, **bare)))
        case = (await conversation(parts, old)).case
        system = {"type": "user_changed_number", "body": "changed", "wa_id": new}
        change = {"id": "wamid.S", "timestamp": "1", "from": old, "type": "system"}
        await api.pushes(api.webhook(None, {**change, "system": system}), times=2)

        assert (await conversation(parts, new)).case == case
        assert await parts.store.conversation_of(NAME, old) is None


async def test_one_turn_is_one_message_and_is_shown_as_read_first(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api):
        await begun(api)
        message = await api.types(PERSON, "ikzelf")
        await api.wait_for(PERSON, 4)

        assert (message, True) in api.read
        assert len(api.read) == 3


async def test_whoever_wants_no_more_messages_gets_one_more(api: CloudApi, tmp_path: Path) -> None:
    async with program(tmp_path, api) as parts:
        for person, words in ((PERSON, "STOP"), ("NL.2", "Afmelden"), ("NL.3", "stop.")):
            await begun(api, person)
            await api.types(person, words)
            last = (await api.wait_for(person, 4))[3]

            assert "We zijn gestopt" in last.text
            assert (await conversation(parts, person)).labels.state is State.STOPPED


async def test_what_was_sent_while_the_program_was_down_is_answered_once(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api):
        await begun(api)
    api.held = []
    await api.types(PERSON, "ikzelf")
    async with program(tmp_path, api):
        await api.lets_go(lambda held: held * 3)
        await api.wait_for(PERSON, 4)
        await api.types(PERSON, "12 april 1988")
        await api.wait_for(PERSON, 5)

    assert len(api.sent[PERSON]) == 5


async def test_several_messages_in_one_delivery_are_played_in_the_order_of_writing(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        await begun(api)
        first = api.message(PERSON, type="text", text={"body": "ikzelf"})
        api.clock.later(seconds=20)
        second = api.message(PERSON, type="text", text={"body": "12 april 1988"})
        await api.pushes(api.webhook(PERSON, second, first))
        await api.wait_for(PERSON, 5)

        assert await answer_to(parts, "rol") == "slachtoffer"
        assert await answer_to(parts, "geboortedatum") == "1988-04-12"


async def test_a_message_of_an_unknown_shape_loses_no_other(api: CloudApi, tmp_path: Path) -> None:
    async with program(tmp_path, api) as parts:
        await begun(api)
        odd: list[dict[str, Any]] = [{"id": 7}, {"id": "x", "type": "hologram"}, {"type": "text"}]
        good = api.message(PERSON, type="text", text={"body": "ikzelf"})
        await api.pushes(api.webhook(PERSON, *odd, good))
        await api.wait_for(PERSON, 4)

        assert await answer_to(parts, "rol") == "slachtoffer"


async def test_a_forged_button_is_answered_kindly(api: CloudApi, tmp_path: Path) -> None:
    async with program(tmp_path, api):
        await begun(api)
        for count, data in enumerate(("1:99", "999:0", "onzin", "0:0", f"{10**17}:0"), 4):
            await api.taps_data(PERSON, data)
            last = (await api.wait_for(PERSON, count))[-1]
            assert "eerdere vraag" in last.text


async def test_the_button_of_our_template_takes_the_conversation_up_again(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api):
        await begun(api)
        button = {"payload": "Verder gaan", "text": "Verder gaan"}
        await api.writes(PERSON, type="button", button=button)
        last = (await api.wait_for(PERSON, 4))[3]

    assert "We gaan verder" in last.text


THINGS: tuple[dict[str, Any], ...] = (
    {"type": "video", "video": {"id": "1"}},
    {"type": "location", "location": {"latitude": 52.1, "longitude": 5.1}},
    {"type": "contacts", "contacts": [{"name": {"formatted_name": "Iemand"}}]},
    {"type": "order", "order": {"catalog_id": "1"}},
    {"type": "unsupported", "errors": [{"code": 131051, "title": "unknown"}]},
)


async def test_what_is_no_text_is_answered_kindly(api: CloudApi, tmp_path: Path) -> None:
    async with program(tmp_path, api):
        await begun(api)
        for count, content in enumerate(THINGS, 4):
            await api.writes(PERSON, **content)
            last = (await api.wait_for(PERSON, count))[-1]
            assert "bewaren" in last.text
            assert last.choices


async def test_words_under_a_photo_count(api: CloudApi, tmp_path: Path) -> None:
    async with program(tmp_path, api) as parts:
        await begun(api)
        photo = {"id": "1", "mime_type": "image/jpeg", "caption": "ikzelf"}
        await api.writes(PERSON, type="image", image=photo)
        last = (await api.wait_for(PERSON, 4))[3]

        assert "Uw foto is ontvangen" in last.text
        assert await answer_to(parts, "rol") == "slachtoffer"


async def test_danger_under_a_photo_is_heard(api: CloudApi, tmp_path: Path) -> None:
    async with program(tmp_path, api):
        await begun(api)
        photo = {"id": "1", "caption": "help hij staat voor de deur met een mes"}
        await api.writes(PERSON, type="image", image=photo)
        last = (await api.wait_for(PERSON, 4))[3]

    assert "112" in last.text
    assert "bestand" not in last.text


async def test_a_reaction_is_no_message(api: CloudApi, tmp_path: Path) -> None:
    async with program(tmp_path, api) as parts:
        await begun(api)
        before = len(await lines(parts))
        reaction = {"message_id": api.sent[PERSON][0].id, "emoji": "👍"}
        await api.writes(PERSON, type="reaction", reaction=reaction)

        assert len(await lines(parts)) == before


async def test_a_person_without_a_telephone_number_is_a_person(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        await begun(api)
        assert (await conversation(parts)).chat_id == PERSON

    assert all(call["recipient"] == PERSON and "to" not in call for call in api.calls)


async def test_the_telephone_number_is_kept_nowhere(api: CloudApi, tmp_path: Path) -> None:
    api.numbers[PERSON] = "31600000001"
    async with program(tmp_path, api) as parts:
        await begun(api)
        kept = await parts.store.export(NAME, PERSON)

    assert "31600000001" not in str(kept)
    assert b"31600000001" not in on_disk(tmp_path)


async def test_a_conversation_that_began_under_a_number_goes_on_under_the_id(
    api: CloudApi, tmp_path: Path
) -> None:
    number = "31600000002"
    async with program(tmp_path, api) as parts:
        bare = {"from": number, "from_user_id": None, "type": "text", "text": {"body": "hoi"}}
        message = api.message(PERSON, **bare)
        api.heard[number] = api.clock.now()
        await api.pushes(api.webhook(None, message))
        await api.wait_for(number, 2)
        api.numbers[PERSON] = number
        await api.types(PERSON, "ja")
        await api.wait_for(PERSON, 1)

        assert await parts.store.conversation_of(NAME, number) is None
        assert (await conversation(parts)).session.turns == 2


async def test_who_gets_another_id_keeps_the_conversation(api: CloudApi, tmp_path: Path) -> None:
    new = "NL.2"
    async with program(tmp_path, api) as parts:
        await begun(api)
        case = (await conversation(parts)).case
        system = {
            "type": "user_changed_user_id",
            "body": "changed",
            "previous_user_id": PERSON,
            "user_id": new,
        }
        change = {"id": "wamid.S", "timestamp": "1", "type": "system", "system": system}
        await api.pushes(api.webhook(None, change), times=2)
        await api.types(new, "ikzelf")
        await api.wait_for(new, 1)

        assert (await conversation(parts, new)).case == case
        assert await answer_to(parts, "rol", new) == "slachtoffer"


async def test_messages_for_another_number_of_the_firm_are_not_ours(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        payload = api.webhook(PERSON, api.message(PERSON, type="text", text={"body": "hoi"}))
        payload["entry"][0]["changes"][0]["value"]["metadata"]["phone_number_id"] = "1"
        await api.pushes(payload)

        assert await parts.store.conversation_of(NAME, PERSON) is None


async def test_everything_erased_is_told_and_nothing_else_is_kept(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        await begun(api)
        await api.types(PERSON, "wis")
        await api.wait_for(PERSON, 4)
        await api.taps(PERSON, "Ja")
        last = (await api.wait_for(PERSON, 5))[4]

        assert "Alles is gewist" in last.text
        assert await parts.store.conversation_of(NAME, PERSON) is None


# --- after a day, and afterwards -----------------------------------------------------------------


async def test_what_a_handler_wrote_after_a_day_goes_once_the_person_is_back(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        await begun(api)
        api.clock.later(hours=25)
        case = (await conversation(parts)).case
        human = answering("Hoe gaat het nu?", sort=MessageClass.HUMAN)
        await parts.store.amend(case, api.clock.now(), human)
        parts.outbox.wake()
        invited = (await api.wait_for(PERSON, 4))[3]
        assert (invited.kind, invited.text) == ("template", "medewerker_heeft_een_vraag")

        api.clock.later(hours=3)
        await api.types(PERSON, "ja graag")
        texts = [message.text for message in await api.wait_for(PERSON, 6)][4:]

    assert texts[0] == "Hoe gaat het nu?"
    assert len(texts) == 2


async def test_a_message_that_failed_afterwards_is_seen_by_staff(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        await begun(api)
        last = api.sent[PERSON][-1]
        await api.reports(last, "sent")
        await api.reports(last, "failed", 131026)
        for _ in range(1000):
            line = (await lines(parts))[-1]
            if line.delivered is False:
                break
            await asyncio.sleep(0.01)

        assert line.delivered is False
        assert api.billed == 3


async def test_reports_in_any_order_and_twice_leave_everything_delivered(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        await begun(api)
        api.held = []
        for message in list(api.sent[PERSON]):
            for status in ("sent", "delivered", "read"):
                await api.reports(message, status, own=status != "read")
        await api.lets_go(lambda held: [*reversed(held), *held])
        await api.types(PERSON, "ikzelf")
        await api.wait_for(PERSON, 4)

        ours = [line for line in await lines(parts) if line.outgoing is not None]
        assert all(line.delivered for line in ours[:-1])


async def test_two_deliveries_at_the_same_moment_are_two_turns(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        await begun(api)
        await asyncio.gather(
            api.types(PERSON, "ikzelf"), api.types(PERSON, "ikzelf"), api.types("NL.2", "hoi")
        )
        await api.wait_for(PERSON, 5)

        assert (await conversation(parts)).session.turns == 4
