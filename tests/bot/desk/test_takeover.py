"""Staff take a conversation over, answer in it and give it back, on the real program."""

import asyncio
import re

import pytest

from bot.parts import Parts
from bot.ports import (
    Conversation,
    Line,
    MessageClass,
    Posted,
    Standing,
)
from bot.takeover import LONGEST_REPLY, Came, Ending, Takeover
from dialogs.events import Act, Command, Commanded, Said
from dialogs.session import State
from dialogs.staff.acts import first_name
from dialogs.urgency import Urgency
from tests.balie import Browser
from tests.melder import Melder

ANNA, BERT = "anna", "bert"
DANGER = "mijn man ligt op straat en ademt niet"
PRESSURE = "ik moet morgen tekenen voor finale kwijting"
REPLY_ID = "0" * 32


@pytest.fixture
async def melder(parts: Parts) -> Melder:
    made = Melder(parts)
    for act in (Commanded(command=Command.START), "ja", "ja", "ik ben zelf gewond"):
        await made.says(act)
    return made


@pytest.fixture
def takeover(parts: Parts) -> Takeover:
    return Takeover(parts)


@pytest.fixture
async def taken(melder: Melder, takeover: Takeover) -> Conversation:
    known = await melder.known()
    assert await takeover.take(known.case, ANNA, known.epoch) is Came.DONE
    return await melder.known()


async def delivered(parts: Parts) -> list[Posted]:
    """Return what a worker would send now, in order, and note that it was sent."""
    found: list[Posted] = []
    while due := await parts.store.pending(("web",), parts.clock.now()):
        for posted in due:
            found.append(posted)
            await parts.store.sent(posted.id, parts.clock.now())
    return found


# --- taking over ---------------------------------------------------------------------------------


async def test_the_person_is_told_who_is_there_and_the_bot_asks_nothing_more(
    melder: Melder, taken: Conversation
) -> None:
    last = (await melder.lines())[-1]
    answer = await melder.says("het gebeurde op 3 mei")

    assert last.message_class is MessageClass.SYSTEM
    assert last.outgoing is not None
    assert "U praat nu met Anna" in last.outgoing.parts[0].text
    assert last.outgoing.question is None
    assert (taken.owner, taken.labels.state) == (ANNA, State.WITH_HUMAN)
    assert answer is not None
    assert (answer.parts, answer.state) == ((), State.WITH_HUMAN)
    spoken = (await melder.lines())[-2].act
    assert spoken == Said(text="het gebeurde op 3 mei")


async def test_of_two_who_take_over_at_once_one_does_and_the_other_is_told(
    melder: Melder, takeover: Takeover
) -> None:
    known = await melder.known()

    came = await asyncio.gather(
        takeover.take(known.case, ANNA, known.epoch), takeover.take(known.case, BERT, known.epoch)
    )

    assert sorted(came) == [Came.DONE, Came.LOST]
    owner = (await melder.known()).owner
    assert owner == (ANNA if came[0] is Came.DONE else BERT)
    assert (await melder.heard()).count("U praat nu met") == 1


async def test_pressing_twice_is_no_conflict_and_is_told_once(
    melder: Melder, takeover: Takeover, taken: Conversation
) -> None:
    assert await takeover.take(taken.case, ANNA, taken.epoch - 1) is Came.DONE
    assert (await melder.heard()).count("U praat nu met") == 1


async def test_what_the_bot_had_waiting_is_never_sent_after_the_claim(
    parts: Parts, melder: Melder, takeover: Takeover
) -> None:
    known = await melder.known()

    await takeover.take(known.case, ANNA, known.epoch)

    assert [posted.message_class for posted in await delivered(parts)] == [MessageClass.SYSTEM]


async def test_a_message_that_is_on_its_way_is_waited_for_and_shown(
    parts: Parts, melder: Melder, takeover: Takeover, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = await melder.known()
    (under_way,) = await parts.store.pending(("web",), parts.clock.now())
    monkeypatch.setattr("bot.takeover._LONGEST_WAIT", 0.1)

    assert await takeover.take(known.case, ANNA, known.epoch) is Came.UNDER_WAY

    await parts.store.sent(under_way.id, parts.clock.now())
    assert [posted.message_class for posted in await delivered(parts)] == [MessageClass.SYSTEM]


async def test_people_who_type_while_two_take_over_lose_nothing_and_hear_one_voice(
    parts: Parts, melder: Melder, takeover: Takeover
) -> None:
    known = await melder.known()
    typed = [f"bericht {number}" for number in range(8)]

    await asyncio.gather(
        *(melder.says(text) for text in typed[:4]),
        takeover.take(known.case, ANNA, known.epoch),
        takeover.take(known.case, BERT, known.epoch),
        *(melder.says(text) for text in typed[4:]),
    )

    lines = await melder.lines()
    said = [line.act.text for line in lines if isinstance(line.act, Said)]
    assert sorted(text for text in said if text in typed) == typed
    begun = next(
        line.number for line in lines if line.message_class is MessageClass.SYSTEM and spoke(line)
    )
    assert [line for line in lines if line.number > begun and spoke(line)] == []
    sent = [posted for posted in await delivered(parts) if posted.outgoing.parts]
    assert [posted.message_class for posted in sent] == [MessageClass.SYSTEM]


def spoke(line: Line) -> bool:
    return line.outgoing is not None and line.outgoing.parts != ()


# --- the rails and what a person may always do ---------------------------------------------------


@pytest.mark.usefixtures("taken")
async def test_danger_is_answered_and_raises_the_urgency_whoever_holds_the_case(
    parts: Parts, melder: Melder
) -> None:
    await delivered(parts)
    answer = await melder.says(DANGER)

    assert answer is not None
    assert "112" in answer.parts[0].text
    known = await melder.known()
    assert (known.owner, known.labels.urgency) == (ANNA, Urgency.NOW)
    assert [posted.message_class for posted in await delivered(parts)] == [MessageClass.SAFETY]


async def test_a_person_can_still_erase_everything(melder: Melder, taken: Conversation) -> None:
    asked = await melder.says(Commanded(command=Command.WIS))
    assert asked is not None
    assert [button.id for part in asked.parts for button in part.choices] != []

    refused = await melder.says("nee")
    assert refused is not None
    assert refused.question is None
    assert (await melder.known()).session.phase == taken.session.phase


# --- answering -----------------------------------------------------------------------------------


async def test_a_reply_goes_out_once_however_often_its_form_is_sent(
    parts: Parts, takeover: Takeover, taken: Conversation
) -> None:
    await delivered(parts)

    came = await asyncio.gather(
        *(takeover.reply(taken.case, ANNA, REPLY_ID, "Goedendag,\r\nmet Anna.") for _ in range(3))
    )

    assert came == [Came.DONE] * 3
    (posted,) = await delivered(parts)
    assert posted.message_class is MessageClass.HUMAN
    assert [part.text for part in posted.outgoing.parts] == ["Goedendag,\nmet Anna."]
    assert posted.outgoing.question is None


@pytest.mark.parametrize(
    ("text", "came"),
    [
        (" \r\n ", Came.EMPTY),
        ("x" * (LONGEST_REPLY + 1), Came.TOO_LONG),
    ],
)
async def test_a_reply_must_have_words_and_fit(
    melder: Melder, takeover: Takeover, taken: Conversation, text: str, came: Came
) -> None:
    before = await melder.lines()

    assert await takeover.reply(taken.case, ANNA, REPLY_ID, text) is came
    assert await melder.lines() == before


async def test_only_who_holds_the_case_can_answer_in_it(
    melder: Melder, takeover: Takeover, taken: Conversation
) -> None:
    assert await takeover.reply(taken.case, BERT, REPLY_ID, "Uw zaak") is Came.LOST
    assert await takeover.give_back(taken.case, BERT, taken.epoch) is Came.LOST
    assert await takeover.reply("LW-2026-999999", ANNA, REPLY_ID, "Uw zaak") is Came.LOST
    assert "Uw zaak" not in await melder.heard()


# --- giving back ---------------------------------------------------------------------------------


async def test_given_back_the_bot_goes_on_at_the_open_question(
    melder: Melder, takeover: Takeover
) -> None:
    before = (await melder.lines())[-1].outgoing
    known = await melder.known()
    await takeover.take(known.case, ANNA, known.epoch)
    await melder.says("ik wilde iets vragen")
    taken = await melder.known()

    assert await takeover.give_back(taken.case, ANNA, taken.epoch) is Came.DONE

    after = (await melder.lines())[-1].outgoing
    assert before is not None
    assert after is not None
    assert after.question == before.question
    assert "weer aan mij gegeven" in after.parts[0].text
    freed = await melder.known()
    assert (freed.owner, freed.epoch) == (None, taken.epoch + 1)
    assert freed.labels.state is State.INTAKE
    assert await takeover.give_back(taken.case, ANNA, taken.epoch) is Came.LOST


async def test_an_intake_that_was_handed_over_stays_so(
    telling: Parts,
) -> None:
    takeover, case = Takeover(telling), "LW-2026-000001"
    await takeover.take(case, ANNA, 0)

    await takeover.give_back(case, ANNA, 1)

    known = await telling.store.conversation(case=case)
    assert known is not None
    assert known.labels.state is State.HANDED_OVER
    last = (await telling.store.transcript(known.id))[-1].outgoing
    assert last is not None
    assert last.question is None


async def test_who_stopped_is_asked_nothing_after_a_takeover(
    melder: Melder, takeover: Takeover
) -> None:
    await melder.says(Commanded(command=Command.STOP))
    known = await melder.known()
    await takeover.take(known.case, ANNA, known.epoch)

    await takeover.give_back(known.case, ANNA, known.epoch + 1)

    last = (await melder.lines())[-1].outgoing
    assert last is not None
    assert (last.state, last.question) == (State.STOPPED, None)


@pytest.mark.parametrize(
    ("account", "name"),
    [("anna", "Anna"), ("sanne.de.vries", "Sanne"), ("j.smit", None), ("beheer", None)],
)
def test_no_more_than_a_first_name_is_told(account: str, name: str | None) -> None:
    assert first_name(account) == name


# --- at the desk ---------------------------------------------------------------------------------


def field(page: str, name: str) -> str:
    found = re.search(f'name="{name}" value="([^"]*)"', page)
    assert found is not None
    return found[1]


async def test_the_page_of_a_case_takes_over_answers_and_gives_back(
    parts: Parts, melder: Melder, browser: Browser
) -> None:
    await melder.says(PRESSURE)
    await browser.log_in(parts)
    case = (await melder.known()).case
    path = f"/desk/zaak/{case}"

    page = (await browser.get(path)).text
    assert "Neem over" in page
    assert "Verstuur" not in page
    done = await browser.send(f"{path}/overnemen", epoch=field(page, "epoch"))
    assert done.headers["location"] == f"{path}?gedaan=genomen#behandeling"

    page = (await browser.get(path)).text
    filled = await browser.send(
        f"{path}/antwoord", id=field(page, "id"), tekst="Dag.", voorbeeld="bellen", invoegen="ja"
    )
    assert "Dag.\nZullen we hierover bellen?" in filled.text
    assert "Zullen we hierover bellen?" not in await melder.heard()

    sent = {"id": field(page, "id"), "tekst": "Ik lees <b>mee</b>."}
    for _ in range(2):
        assert (await browser.send(f"{path}/antwoord", **sent)).status_code == 303
    page = (await browser.get(path)).text
    assert "wacht op verzending" in page
    assert "Ik lees &lt;b&gt;mee&lt;/b&gt;." in page
    await delivered(parts)
    assert "wacht op verzending" not in (await browser.get(path)).text
    assert (await melder.heard()).count("Ik lees <b>mee</b>.") == 1

    await browser.send(f"{path}/teruggeven", epoch=field(page, "epoch"))
    assert "Nog niemand behandelt deze zaak" in (await browser.get(path)).text


async def test_who_is_too_late_sees_who_has_the_case_and_keeps_what_was_typed(
    parts: Parts, melder: Melder, taken: Conversation, browser: Browser
) -> None:
    await browser.log_in(parts)
    path = f"/desk/zaak/{taken.case}"

    late = await browser.send(f"{path}/overnemen", epoch="0")
    assert late.headers["location"].startswith(f"{path}?gedaan=was_al_genomen")
    page = await browser.get(late.headers["location"].partition("#")[0])
    assert page.status_code == 409
    assert "anna behandelt deze zaak" in page.text
    assert "Neem over van anna" in page.text

    refused = await browser.send(f"{path}/antwoord", id=REPLY_ID, tekst="Wat ik typte")
    assert refused.status_code == 409
    assert "Wat ik typte" not in await melder.heard()


@pytest.mark.parametrize("epoch", ["", "x", "9" * 40, "-1"])
async def test_a_form_without_a_right_epoch_takes_nothing(
    parts: Parts, melder: Melder, browser: Browser, epoch: str
) -> None:
    await melder.says(PRESSURE)
    await browser.log_in(parts)
    case = (await melder.known()).case

    await browser.send(f"/desk/zaak/{case}/overnemen", epoch=epoch)
    refused = await browser.send(f"/desk/zaak/{case}/overnemen", "http://elders.test", epoch="0")

    assert refused.status_code == 403
    assert (await melder.known()).owner is None


async def test_a_reply_that_cannot_be_delivered_says_so(
    parts: Parts, takeover: Takeover, taken: Conversation, browser: Browser
) -> None:
    await browser.log_in(parts)
    await delivered(parts)
    await takeover.reply(taken.case, ANNA, REPLY_ID, "Hallo")
    (posted,) = await parts.store.pending(("web",), parts.clock.now())

    await parts.store.give_up(posted.id, parts.clock.now(), "blocked")

    page = (await browser.get(f"/desk/zaak/{taken.case}")).text
    assert "Uw laatste antwoord is niet bezorgd" in page


async def test_the_page_of_a_case_closes_it_for_a_reason_and_opens_it_again(
    parts: Parts, melder: Melder, browser: Browser
) -> None:
    await melder.says(PRESSURE)
    await browser.log_in(parts)
    case = (await melder.known()).case
    path = f"/desk/zaak/{case}"

    page = (await browser.get(path)).text
    nothing = await browser.send(f"{path}/sluiten", epoch=field(page, "epoch"), reden="")
    assert "gedaan=geen_reden" in nothing.headers["location"]
    assert (await browser.get(f"{path}?gedaan=geen_reden")).status_code == 422
    done = await browser.send(f"{path}/sluiten", epoch=field(page, "epoch"), reden="afgehandeld")
    assert "gedaan=gesloten" in done.headers["location"]
    late = await browser.send(f"{path}/sluiten", epoch=field(page, "epoch"), reden="afgehandeld")
    assert "gedaan=was_al_genomen" in late.headers["location"]

    page = (await browser.get(path)).text
    assert "door beheer. Reden: afgehandeld" in page
    assert "Sluit de zaak" not in page
    await browser.send(f"{path}/overnemen", epoch=field(page, "epoch"))
    page = (await browser.get(path)).text
    assert "U behandelt deze zaak" in page
    assert "Heropend op" in page


async def test_a_page_of_no_case_has_nothing_to_watch(parts: Parts, browser: Browser) -> None:
    path = "/desk/zaak/LW-2026-999999/nieuws"
    assert (await browser.get(path)).headers["location"].startswith("/desk/inloggen")

    await browser.log_in(parts)

    assert (await browser.get(path)).status_code == 204


async def test_what_nobody_handed_over_is_not_for_staff_to_read(
    parts: Parts, melder: Melder, browser: Browser
) -> None:
    await browser.log_in(parts)
    known = await melder.known()
    path = f"/desk/zaak/{known.case}"

    for part in ("", "/afdruk", "/samenvatting.json", "/samenvatting.pdf"):
        assert (await browser.get(f"{path}{part}")).status_code == 404
    assert (await browser.send(f"{path}/overnemen", epoch="0")).status_code == 404
    assert (await melder.known()).owner is None


# --- stopping and closing ------------------------------------------------------------------------


@pytest.mark.usefixtures("taken")
@pytest.mark.parametrize("act", ["stop", Commanded(command=Command.STOP)])
async def test_who_stops_while_a_human_is_there_is_told_and_asked_nothing_after(
    melder: Melder, takeover: Takeover, act: Act | str
) -> None:
    answer = await melder.says(act)

    assert answer is not None
    assert "Ik stel u geen vragen meer" in answer.parts[0].text
    taken = await melder.known()
    assert taken.owner == ANNA
    await takeover.give_back(taken.case, ANNA, taken.epoch)
    assert (await melder.known()).labels.state is State.STOPPED


async def test_closing_tells_the_person_how_to_come_back_and_coming_back_opens_it(
    parts: Parts, melder: Melder, takeover: Takeover, taken: Conversation
) -> None:
    await delivered(parts)

    came = await takeover.close(taken.case, ANNA, taken.epoch, Ending.AFGEHANDELD)

    assert came is Came.DONE
    (told,) = await delivered(parts)
    assert "heeft dit gesprek afgesloten" in told.outgoing.parts[0].text
    assert told.outgoing.question is None
    closed = (await melder.known()).handling
    assert closed.closed is not None
    assert (closed.closed.by, closed.closed.why) == (ANNA, "afgehandeld")

    answer = await melder.says("Ik heb toch nog een vraag over de rekening")

    assert answer is not None
    assert "bij uw zaak" in answer.parts[0].text
    after = (await melder.known()).handling
    assert after.standing is Standing.NEW
    assert after.reopened_at is not None


async def test_who_comes_back_after_the_closing_can_take_the_questions_up_again(
    melder: Melder, takeover: Takeover, taken: Conversation
) -> None:
    await takeover.close(taken.case, ANNA, taken.epoch, Ending.AFGEHANDELD)

    answer = await melder.says(Commanded(command=Command.START))

    assert answer is not None
    assert answer.question is not None


async def test_only_who_holds_a_case_can_close_it_and_only_as_it_was_seen(
    takeover: Takeover, taken: Conversation, melder: Melder
) -> None:
    why = Ending.AFGEHANDELD

    assert await takeover.close(taken.case, BERT, taken.epoch, why) is Came.LOST
    assert await takeover.close(taken.case, ANNA, taken.epoch - 1, why) is Came.LOST
    assert await takeover.close("LW-2026-999999", ANNA, 0, why) is Came.LOST
    assert "dit gesprek afgesloten" not in await melder.heard()
