"""Staff ask, fill in an answer and add what only they know, on the real program."""

from dataclasses import replace

import pytest

from bot.handoff.difference import Changed
from bot.parts import Parts
from bot.ports import MessageClass
from bot.takeover import Came
from dialogs.events import Chose, Command, Commanded, Event, Said
from dialogs.play import Play
from dialogs.session import Phase, State
from dialogs.staff.acts import How, Refused, StaffAskedWhether, StaffFilled, Ticked
from dialogs.staff.put import put_answered
from dialogs.tree import look
from tests.balie import NOON
from tests.melder import (
    ANNA,
    DATE,
    Desk,
    Melder,
    answer_to,
    bereaved,
    buttons,
    facts,
    last_to,
    on_paper,
    refusal,
    revision,
    summarised,
    words,
)
from tests.people import VICTIM, Person


@pytest.fixture
async def melder(parts: Parts) -> Melder:
    made = Melder(parts)
    for act in (Commanded(command=Command.START), "ja", "ja", "ik ben zelf gewond"):
        await made.says(act)
    return made


@pytest.fixture
async def anna(parts: Parts, melder: Melder) -> Desk:
    made = Desk(parts, melder)
    await made.takes()
    return made


# --- a question put to the person ----------------------------------------------------------------


async def test_a_question_of_the_handler_is_put_in_their_name_with_its_buttons(
    melder: Melder, anna: Desk
) -> None:
    assert await anna.asks("oorzaak") is Came.DONE

    put = (await melder.lines())[-1]
    assert put.message_class is MessageClass.HUMAN
    assert put.outgoing is not None
    assert words(put.outgoing).startswith("Anna heeft een vraag voor u.")
    assert {"verkeer", "werk", "dier"} <= set(buttons(put.outgoing))
    assert put.outgoing.state is State.WITH_HUMAN


async def test_the_answer_is_the_persons_own_and_everything_else_stays_silent(
    melder: Melder, anna: Desk
) -> None:
    await anna.asks("oorzaak")

    assert words(await melder.says("bent u daar nog?")) == ""
    assert words(await melder.says("op het werk")) != ""
    told = await answer_to(melder, "oorzaak")
    assert (told.value, told.by, told.channel, told.words) == ("werk", None, "web", "op het werk")
    # Nothing is put any more.
    assert words(await melder.says("door een hond")) == ""
    assert (await answer_to(melder, "oorzaak")).value == "werk"


async def test_a_pressed_button_answers_also_after_the_handler_wrote_something(
    melder: Melder, anna: Desk
) -> None:
    await anna.asks("oorzaak")
    case = (await melder.known()).case
    await anna.takeover.reply(case, ANNA, "0" * 32, "Werkte u die dag?")

    assert words(await melder.says("ja, op het werk")) == ""
    assert "oorzaak" not in (await melder.known()).session.ledger
    assert "genoteerd" in words(await melder.says(Chose(choice="dier", question="oorzaak")))
    assert (await answer_to(melder, "oorzaak")).value == "dier"


async def test_a_doubtful_answer_is_asked_back_and_a_rough_one_read_back(
    melder: Melder, anna: Desk
) -> None:
    await anna.asks(DATE)

    assert words(await melder.says("31 februari")) != ""
    assert DATE not in (await melder.known()).session.ledger
    assert "maart" in words(await melder.says("begin maart"))
    assert isinstance((await answer_to(melder, DATE)).value, dict)


async def test_a_question_that_was_answered_can_be_left_as_it_is(
    melder: Melder, anna: Desk
) -> None:
    assert await anna.asks("rol") is Came.DONE
    assert "zo_laten" in buttons(await last_to(melder))

    await melder.says(Chose(choice="zo_laten", question="rol"))

    entry = (await melder.known()).session.ledger["rol"]
    assert (entry.asked_again, len(entry.history)) == (False, 0)


# --- an answer given by telephone ----------------------------------------------------------------


async def test_a_confirmation_that_is_pressed_twice_says_nothing_the_second_time(
    melder: Melder, anna: Desk
) -> None:
    await anna.fills(DATE, "3 mei 2026")
    key = (await last_to(melder)).question
    assert key is not None
    press = Chose(choice="ja", question=key.key)

    assert words(await melder.says(press)) != ""
    assert words(await melder.says(press)) == ""


async def test_a_question_that_is_still_open_comes_back_after_the_confirmation(
    melder: Melder, anna: Desk
) -> None:
    await anna.asks("oorzaak")
    await anna.fills(DATE, "3 mei 2026")

    assert buttons(await last_to(melder)) == ["ja", "nee"]
    await melder.says("ja")
    assert "dier" in buttons(await last_to(melder))
    await melder.says("een hond")

    assert (await answer_to(melder, "oorzaak")).value == "dier"
    assert (await melder.known()).session.put is None


async def test_an_open_question_waits_also_while_what_was_filled_in_is_put_right(
    melder: Melder, anna: Desk
) -> None:
    await anna.asks("oorzaak")
    await anna.fills(DATE, "3 mei 2026")
    await melder.says("nee")

    await melder.says("4 mei 2026")
    assert "dier" in buttons(await last_to(melder))
    assert (await answer_to(melder, DATE)).value == "2026-05-04"


async def test_the_buttons_of_the_open_question_still_answer_it_under_a_confirmation(
    melder: Melder, anna: Desk
) -> None:
    await anna.asks("oorzaak")
    await anna.fills(DATE, "3 mei 2026")

    await melder.says(Chose(choice="dier", question="oorzaak"))

    assert (await answer_to(melder, "oorzaak")).value == "dier"
    assert buttons(await last_to(melder)) == ["ja", "nee"]
    await melder.says("ja")
    assert buttons(await last_to(melder)) == []


async def test_who_says_that_it_is_not_right_gives_their_own_answer(
    melder: Melder, anna: Desk
) -> None:
    await anna.fills(DATE, "3 mei 2026")

    asked = await melder.says("nee")
    assert "uw eigen antwoord" in words(asked)
    # What was filled in counts until there is another.
    assert (await answer_to(melder, DATE)).value == "2026-05-03"
    await melder.says("4 mei 2026")

    entry = (await melder.known()).session.ledger[DATE]
    assert entry.answer is not None
    assert (entry.answer.value, entry.answer.by) == ("2026-05-04", None)
    assert [(one.by, one.confirmed) for one in entry.history] == [(ANNA, False)]


async def test_answers_of_one_call_are_confirmed_in_one_message_and_one_can_be_picked(
    melder: Melder, anna: Desk
) -> None:
    lines = len(await melder.lines())
    await anna.fills(DATE, "3 mei 2026", tells=False)
    await anna.fills("oorzaak", "verkeer", tells=False)
    assert len(await melder.lines()) == lines

    assert await anna.does(StaffAskedWhether(by=ANNA, at=NOON)) is Came.DONE
    asked = await last_to(melder)
    assert "3 mei 2026" in words(asked)
    assert "Verkeer" in words(asked)

    picking = await melder.says("nee")
    assert picking is not None
    assert buttons(picking) == ["antwoord:oorzaak", "antwoord:datum"]
    await melder.says(Chose(choice="antwoord:oorzaak"))
    rest = await melder.says("op het werk")
    # The other one is still to be judged.
    assert "3 mei 2026" in words(rest)
    await melder.says("klopt")
    assert (await answer_to(melder, DATE)).confirmed is True
    assert (await answer_to(melder, "oorzaak")).by is None


async def test_who_stopped_is_asked_nothing_when_the_handler_has_gone(
    melder: Melder, anna: Desk
) -> None:
    await anna.fills(DATE, "3 mei 2026", tells=False)
    await melder.says("stop")
    await anna.gives_back()

    assert "3 mei 2026" not in words(await last_to(melder))
    assert (await melder.known()).session.put is None


async def test_after_the_hand_over_the_answer_to_a_confirmation_is_still_heard(
    parts: Parts,
) -> None:
    person = Person(parts.service, parts.store, VICTIM, NOON, "web", "melder")
    await person.walk()
    melder = Melder(parts)
    # The ids of its messages go on after those of the walk.
    melder.sent = person.turns
    anna = Desk(parts, melder)
    await anna.takes()
    await anna.fills("ao_dagen", "2 dagen", seen=1, tells=False)
    await anna.gives_back()

    assert "2 dagen" in words(await last_to(melder))
    said = await melder.says("ja, dat klopt")

    assert said is not None
    assert said.state is State.HANDED_OVER
    assert (await answer_to(melder, "ao_dagen")).confirmed is True


async def test_words_answer_what_was_asked_last_and_a_button_what_it_stands_under(
    parts: Parts,
) -> None:
    person = Person(parts.service, parts.store, VICTIM, NOON, "web", "melder")
    await person.walk()
    melder = Melder(parts)
    melder.sent = person.turns
    anna = Desk(parts, melder)
    await anna.takes()
    await anna.fills("ao_dagen", "2 dagen", seen=1, tells=False)
    await anna.gives_back()
    confirming = (await last_to(melder)).question
    assert confirming is not None
    session = (await melder.known()).session
    # Since then the program asked whether things are still so.
    asking = session.vervolg.model_copy(update={"waiting": ("herstel_maanden",)})
    later = session.model_copy(update={"phase": Phase.HANDED_OVER, "vervolg": asking})

    event = Event(act=Said(text="ja"), at=NOON, channel="web")
    play = Play(script=parts.script, session=later, event=event, today=NOON.date())
    assert put_answered(play) is None
    pressed = event.model_copy(update={"act": Chose(choice="ja", question=confirming.key)})
    heard = put_answered(replace(play, event=pressed))
    assert heard is not None
    answer = heard.session.ledger["ao_dagen"].answer
    assert answer is not None
    assert answer.confirmed is True


async def test_the_script_goes_on_with_who_says_something_else(melder: Melder, anna: Desk) -> None:
    await anna.fills(DATE, "3 mei 2026", tells=False)
    await anna.gives_back()

    goes_on = await melder.says("verkeer")

    assert goes_on is not None
    assert goes_on.question is not None
    assert (await answer_to(melder, DATE)).confirmed is None
    assert (await melder.known()).session.put is None


async def test_an_answer_of_the_person_is_replaced_in_sight_and_stays_in_the_history(
    parts: Parts, melder: Melder, anna: Desk
) -> None:
    await anna.asks("oorzaak")
    await melder.says("op het werk")

    assert await anna.fills("oorzaak", "dier", seen=1) is Came.DONE

    entry = (await melder.known()).session.ledger["oorzaak"]
    assert [one.value for one in entry.history] == ["werk"]
    told = await summarised(parts, melder)
    (row,) = [one for one in told["antwoorden"] if one["vraag"] == "oorzaak"]
    assert (row["kanaal"], row["ingevuld_door"], row["bevestigd"]) == ("telefoon", ANNA, None)
    assert row["eerder"][0]["ingevuld_door"] is None
    page = await on_paper(parts, melder)
    assert "door anna.jansen ingevuld na telefoongesprek" in page
    assert "Nog niet bevestigd door de melder" in page
    assert "nog niet bevestigd door de melder: " in page


async def test_a_list_is_ticked_as_a_whole(melder: Melder, anna: Desk) -> None:
    for key, text in ((DATE, "3 mei 2026"), ("oorzaak", "verkeer")):
        await anna.fills(key, text, tells=False)
    ticked = StaffFilled(
        by=ANNA,
        at=NOON,
        key="posten",
        act=Ticked(ticks=("medisch",)),
        how=How.TELEFOON,
        seen=0,
        tells=False,
    )

    assert await anna.does(ticked) is Came.DONE
    assert (await answer_to(melder, "posten")).value == ["medisch"]
    wrong = ticked.model_copy(update={"act": Ticked(ticks=("iets",)), "seen": 1})
    assert isinstance(await anna.does(wrong), Refused)


# --- what is refused -----------------------------------------------------------------------------


async def test_nobody_consents_in_the_place_of_the_person(melder: Melder, anna: Desk) -> None:
    ledger = (await melder.known()).session.ledger
    consents = [key for key in ledger if key.startswith("toestemming")]
    assert consents != []

    for key in consents:
        assert isinstance(await anna.fills(key, "nee", seen=1), Refused)
        assert isinstance(await anna.asks(key), Refused)
    assert (await melder.known()).session.ledger == ledger


@pytest.mark.parametrize(
    ("key", "text"),
    [(DATE, "31 februari 2026"), (DATE, "morgen"), (DATE, ""), ("bestaat_niet", "ja")],
)
async def test_what_cannot_be_an_answer_is_refused_and_nothing_is_said(
    melder: Melder, anna: Desk, key: str, text: str
) -> None:
    before = await melder.known()
    lines = await melder.lines()

    assert isinstance(await anna.fills(key, text), Refused)
    assert (await melder.known()).session == before.session
    assert await melder.lines() == lines


async def test_a_form_that_saw_less_than_there_is_now_is_refused(
    melder: Melder, anna: Desk
) -> None:
    await anna.asks("oorzaak")
    await melder.says("op het werk")

    refused = await anna.fills("oorzaak", "verkeer", seen=0)

    assert isinstance(refused, Refused)
    assert refused.faults[""][0] == "overname.fout.veranderd"
    assert (await answer_to(melder, "oorzaak")).value == "werk"


# --- what only staff know ------------------------------------------------------------------------


async def test_a_fact_of_the_office_changes_the_outcome_and_the_difference_is_shown(
    parts: Parts, melder: Melder, anna: Desk
) -> None:
    await bereaved(melder)
    figures = {
        "gezin.netto_inkomen_zonder_overlijden": "60.000",
        "gezin.netto_inkomen_na_overlijden": "30.000",
        "gezin.wu": "1.000",
        "gezin.bu": "500",
        "gezin.wnu_pct": "30%",
    }
    lines = len(await melder.lines())

    assert await anna.adds(figures) is Came.DONE

    assert len(await melder.lines()) == lines
    known = (await melder.known()).session
    # 70 % of 60,000 is needed; there is 30,000 and 1,000 less 500.
    assert look(known.beoordeling, "overlijdensschade.jaarschade") == "11500.00"
    revised = await revision(parts, melder)
    assert revised.changes is not None
    assert Changed("Jaarschade van het gezin", "onbekend", "€ 11.500,00") in revised.changes
    told = await summarised(parts, melder)
    assert told["feiten"]["gezin"]["wnu_pct"] == "30"
    (row,) = [one for one in told["antwoorden"] if one["fact"] == "gezin.wnu_pct"]
    assert (row["vraag"], row["ingevuld_door"], row["kanaal"]) == (None, ANNA, "dossier")
    assert "door anna.jansen ingevuld uit het dossier" in await on_paper(parts, melder)


async def test_ranges_years_and_unknown_are_facts_of_the_office_as_well(
    melder: Melder, anna: Desk
) -> None:
    await bereaved(melder)
    await anna.adds({"gezin.wnu_pct": "tussen 30 en 40"})
    assert await facts(melder, "gezin.wnu_pct") == {"van": "30", "tot": "40"}

    await anna.adds({"gezin.wnu_pct": "onbekend"}, seen=1)
    assert await facts(melder, "gezin.wnu_pct") is None

    year = {"jaar": "2027", "wnu_pct": "35", "wu": "", "bu": "minstens 500"}
    assert await anna.adds({}, year, dict.fromkeys(year, ""), seen=2) is Came.DONE
    assert await facts(melder, "gezin.jaren") == [
        {"jaar": 2027, "wnu_pct": "35", "bu": {"van": "500.00", "tot": None}}
    ]
    history = (await melder.known()).session.dossier["gezin.wnu_pct"].history
    assert [one.words for one in history] == ["tussen 30 en 40"]


async def test_months_may_be_typed_as_a_bare_number(melder: Melder, anna: Desk) -> None:
    path = "aansprakelijkheid.akkoord_na_maanden"

    await anna.adds({path: "4"})
    assert await facts(melder, path) == "4"
    await anna.adds({path: "een half jaar"}, seen=1)
    assert await facts(melder, path) == "6"


async def test_every_wrong_field_is_named_and_nothing_is_kept(melder: Melder, anna: Desk) -> None:
    wrong = {
        "aansprakelijkheid.overeengekomen_pct": "120",
        "regeling_datum": "31 februari",
        "belangenbehartiging.medisch_adviseur_minuten": "12,5",
        "aansprakelijkheid.eerste_bod_pct": "50",
    }

    refused = await anna.adds(wrong, {"jaar": "27", "wu": "1"})

    assert isinstance(refused, Refused)
    right = "aansprakelijkheid.eerste_bod_pct"
    assert set(refused.faults) == {*wrong, "gezin.jaren[0].jaar"} - {right}
    assert (await melder.known()).session.dossier == {}


async def test_a_fact_that_a_question_asks_is_not_added_behind_its_back(anna: Desk) -> None:
    assert isinstance(await anna.adds({"oorzaak": "werk"}), Refused)
    assert isinstance(await anna.adds({"naasten[3].getuige": "ja"}), Refused)


async def test_nothing_changed_is_said_and_a_stale_form_is_refused(anna: Desk) -> None:
    same = {"aansprakelijkheid.eerste_bod_pct": "50"}
    assert await anna.adds(same) is Came.DONE

    assert refusal(await anna.adds(same, seen=1)) == "overname.fout.niets"
    assert refusal(await anna.adds(same, seen=0)) == "overname.fout.veranderd"


async def test_the_difference_is_not_shown_any_more_once_the_person_told_more(
    parts: Parts, melder: Melder, anna: Desk
) -> None:
    await anna.adds({"aansprakelijkheid.overeengekomen_pct": "50"})
    assert (await revision(parts, melder)).changes is not None
    await anna.asks("oorzaak")

    await melder.says("verkeer")

    assert (await revision(parts, melder)).changes is None
