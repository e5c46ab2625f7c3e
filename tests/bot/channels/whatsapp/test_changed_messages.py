"""What people change or take back after they sent it."""

from pathlib import Path

from dialogs.session import State
from tests.loopback.whatsapp import CloudApi, Sent
from tests.whatsapp import PERSON, answer_to, conversation, lines, program


async def at_the_cause(api: CloudApi) -> str:
    """Answer until the question of the cause; returns the message with the day of birth."""
    await api.types(PERSON, "hallo")
    await api.wait_for(PERSON, 2)
    await api.taps(PERSON, "Ja")
    await api.wait_for(PERSON, 3)
    api.clock.later(seconds=20)
    await api.taps(PERSON, "Ik ben zelf gewond")
    await api.wait_for(PERSON, 4)
    api.clock.later(seconds=20)
    born = await api.types(PERSON, "12 april 1988")
    await api.wait_for(PERSON, 5)
    api.clock.later(seconds=20)
    return born


async def nth(api: CloudApi, number: int) -> Sent:
    return (await api.wait_for(PERSON, number))[number - 1]


async def test_an_edited_answer_is_a_correction(api: CloudApi, tmp_path: Path) -> None:
    async with program(tmp_path, api) as parts:
        born = await at_the_cause(api)
        await api.edits(PERSON, born, "13 april 1988")
        shown = await nth(api, 6)

        assert await answer_to(parts, "geboortedatum") == "1988-04-13"
        assert "13 april 1988" in shown.text
        assert "Verkeer" in [title for title, _ in shown.choices]


async def test_an_edit_that_comes_twice_is_one_correction(api: CloudApi, tmp_path: Path) -> None:
    async with program(tmp_path, api) as parts:
        born = await at_the_cause(api)
        edit = api.message(
            PERSON,
            type="edit",
            edit={
                "original_message_id": born,
                "message": {"type": "text", "text": {"body": "13 april 1988"}},
            },
        )
        await api.pushes(api.webhook(PERSON, edit), times=3)
        await api.wait_for(PERSON, 6)
        await api.types(PERSON, "verkeer")
        await api.wait_for(PERSON, 7)

        assert await answer_to(parts, "geboortedatum") == "1988-04-13"
        assert api.billed == 7


async def test_what_was_not_understood_may_be_mended_by_editing(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        await at_the_cause(api)
        await api.taps(PERSON, "Verkeer")
        await api.wait_for(PERSON, 6)
        api.clock.later(seconds=20)
        wrong = await api.types(PERSON, "tijdje terug pfff xq")
        await api.wait_for(PERSON, 7)
        api.clock.later(seconds=20)
        await api.edits(PERSON, wrong, "15 juni 2026")
        await api.wait_for(PERSON, 8)

        assert await answer_to(parts, "datum") == "2026-06-15"


async def test_an_edit_of_what_was_no_answer_fills_in_nothing(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        await at_the_cause(api)
        asked = await api.types(PERSON, "waarom vraagt u dit")
        await api.wait_for(PERSON, 6)
        api.clock.later(seconds=20)
        await api.taps(PERSON, "Verkeer")
        await api.wait_for(PERSON, 7)
        api.clock.later(seconds=20)
        await api.edits(PERSON, asked, "15 juni 2026")
        shown = await nth(api, 8)

        assert await answer_to(parts, "datum") is None
        assert "eerder bericht veranderd" in shown.text
        assert "Wanneer gebeurde het" in shown.text


async def test_an_edit_that_overtakes_its_message_takes_its_place(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        await at_the_cause(api)
        old = api.message(PERSON, type="text", text={"body": "Een dier"})
        await api.edits(PERSON, str(old["id"]), "Verkeer")
        await api.wait_for(PERSON, 6)
        await api.pushes(api.webhook(PERSON, old))

        assert await answer_to(parts, "oorzaak") == "verkeer"
        assert api.billed == 6


async def test_an_edit_after_a_human_took_over_is_a_message_for_the_case(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        born = await at_the_cause(api)
        await api.types(PERSON, "mens")
        await api.wait_for(PERSON, 6)
        await api.edits(PERSON, born, "13 april 1988")
        await api.wait_for(PERSON, 7)

        assert (await conversation(parts)).labels.state is State.WITH_HUMAN
        assert await answer_to(parts, "geboortedatum") == "1988-04-12"
        said = [line.act for line in await lines(parts) if line.act is not None]
        assert "13 april 1988" in said[-1].model_dump_json()


async def test_of_a_withdrawn_answer_is_asked_what_to_do_with_it(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        born = await at_the_cause(api)
        await api.revokes(PERSON, born)
        shown = await nth(api, 6)
        assert "bericht verwijderd" in shown.text
        assert "geboortedatum" in shown.text
        keep = [title for title, _ in shown.choices if title.startswith("Zo laten")]

        await api.taps(PERSON, keep[0])
        shown = await nth(api, 7)
        assert await answer_to(parts, "geboortedatum") == "1988-04-12"
        assert "Waardoor" in shown.text


async def test_a_withdrawn_message_that_was_no_answer_changes_nothing(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api):
        await at_the_cause(api)
        asked = await api.types(PERSON, "waarom vraagt u dit")
        await api.wait_for(PERSON, 6)
        api.clock.later(seconds=20)
        await api.revokes(PERSON, asked)
        shown = await nth(api, 7)

    assert "bericht verwijderd" in shown.text
    assert "Waardoor" in shown.text


async def test_a_message_that_was_withdrawn_before_it_came_is_never_played(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        await at_the_cause(api)
        old = api.message(PERSON, type="text", text={"body": "Verkeer"})
        await api.revokes(PERSON, str(old["id"]))
        await api.pushes(api.webhook(PERSON, old))
        await api.revokes("NL.9", "wamid.unknown")

        assert await answer_to(parts, "oorzaak") is None
        assert api.billed == 5
        assert await parts.store.conversation_of("whatsapp", "NL.9") is None


async def test_after_a_human_took_over_a_withdrawal_is_told_and_seen(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        born = await at_the_cause(api)
        await api.types(PERSON, "mens")
        await api.wait_for(PERSON, 6)
        await api.revokes(PERSON, born)
        shown = await nth(api, 7)

        assert "medewerker kan het al hebben gelezen" in shown.text
        said = [line.act for line in await lines(parts) if line.act is not None]
        assert "bericht verwijderd" in said[-1].model_dump_json()
        assert (await conversation(parts)).labels.state is State.WITH_HUMAN


async def test_while_a_human_has_the_case_nothing_is_asked_again(
    api: CloudApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api) as parts:
        born = await at_the_cause(api)
        known = await conversation(parts)
        assert await parts.store.claim(known.case, "sanne", known.epoch, api.clock.now())
        await api.revokes(PERSON, born)
        shown = await nth(api, 6)

        assert "medewerker kan het al hebben gelezen" in shown.text
        assert shown.choices == ()
        await api.edits(PERSON, born, "13 april 1988")
        assert await answer_to(parts, "geboortedatum") == "1988-04-12"
