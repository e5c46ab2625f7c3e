"""A correction may be typed in plain words; what may be something else is asked or left alone."""

from typing import Any

import pytest

from dialogs.session import State
from tests.conversation import Talk, at, begun

OLD = {"rol": "slachtoffer", "oorzaak": "verkeer", "datum": "4 mei 2026"}
DAY = "2026-05-03"


def value(talk: Talk, question: str) -> Any:
    answer = talk.session.ledger[question].answer
    assert answer is not None
    return answer.value


def told(question: str, **answers: str) -> Talk:
    return at(question, **{**OLD, **answers})


# Where the conversation is, what was answered just before, what is typed, and what it becomes.
CORRECTED = [
    # The day, while any words would do as the story.
    *(
        ("verhaal", {}, words, "datum", DAY)
        for words in (
            "nee, het was 3 mei",
            "Nee wacht, 3 mei",
            "nee 3 mei",
            "sorry, 3 mei",
            "sorry ik bedoel 3 mei",
            "ik bedoel 3 mei 2026",
            "ik bedoelde 3 mei",
            "oeps, het was 3 mei",
            "o nee het was 3 mei",
            "wacht even, het was op 3 mei",
            "fout, moet 3 mei zijn",
            "typfout: 3 mei",
            "3 mei bedoel ik",
            "nee hoor, het was 3 mei",
            "klopt niet, het was 3 mei",
            "dat klopt niet: 3 mei",
            "het was 3 mei",
            "niet 4 mei maar 3 mei",
            "3 mei, niet 4 mei",
            "3 mei ipv 4 mei",
            "de datum was 3 mei",
            "datum: 3 mei",
            "de datum is 3 mei 2026",
            "het ongeluk was op 3 mei",
            "het gebeurde op 3 mei",
            "toch 3 mei",
            "NEE HET WAS 3 MEI!!",
            "neee wacht 3 mei",
        )
    ),
    # An amount, while another amount is asked.
    *(
        ("schade_voertuig", {"schade_totaal": "1200"}, words, "schade_totaal", "1500.00")
        for words in (
            "sorry ik bedoel 1500",
            "ik bedoel 1500",
            "1500 bedoel ik",
            "nee sorry ik bedoelde 1500 euro",
            "1500, niet 1200",
            "niet 1200 maar 1500",
            "het bedrag is 1500, niet 1200",
            "de kosten waren 1500",
            "het totaal is € 1.500",
            "tikfout, 1500",
        )
    ),
    # An amount, while something else is asked.
    *(
        ("eigen_schuld_reden", {"eigen_schuld": "25"}, words, "eigen_schuld", "50")
        for words in ("nee, 50%", "nee wacht 50%", "het was 50 procent", "sorry 50 %")
    ),
    # A duration, while a yes or no is asked.
    *(
        ("restloos", {"herstel": "2 maanden"}, words, "herstel", "3")
        for words in (
            "nee, het was 3 maanden",
            "nee wacht, 3 maanden",
            "sorry 3 maanden",
            "3 maanden, geen 2 maanden",
            "het herstel is 3 maanden",
        )
    ),
    # A button.
    *(
        ("tegenpartij", {"vervoer": "fietser"}, words, "vervoer", "voetganger")
        for words in ("nee, ik was lopend", "nee wacht, lopend", "ik bedoel te voet")
    ),
    ("datum", {}, "nee wacht, op mijn werk", "oorzaak", "werk"),
    ("littekens", {"complicaties": "nee"}, "nee toch wel", "complicaties", True),
    ("littekens", {"complicaties": "nee"}, "sorry ik bedoel ja", "complicaties", True),
    # The question is named, three answers ago.
    ("behandeling", {"vervoer": "fietser"}, "de oorzaak was werk", "oorzaak", "werk"),
    (
        "behandeling",
        {"vervoer": "fietser"},
        "de tegenpartij was een fietser",
        "tegenpartij",
        "fietser",
    ),
    ("behandeling", {}, "mijn geboortedatum is 4 april 1980", "geboortedatum", "1980-04-04"),
    ("behandeling", {}, "ik ben geboren op 4 april 1980", "geboortedatum", "1980-04-04"),
]


@pytest.mark.parametrize(("question", "answers", "words", "corrected", "becomes"), CORRECTED)
def test_a_correction_in_plain_words_is_taken(
    question: str, answers: dict[str, str], words: str, corrected: str, becomes: object
) -> None:
    talk = told(question, **answers)
    before = talk.session.ledger[corrected].answer
    talk = talk.says(words)

    assert value(talk, corrected) == becomes
    assert talk.session.ledger[corrected].history == (before,)
    assert "bevestig.gewijzigd" in talk.told


# What looks like a correction and is the answer to the open question, or none at all.
NOT_CORRECTED = [
    ("restloos", {"herstel": "2 maanden"}, "nee"),
    ("restloos", {"herstel": "2 maanden"}, "nee hoor"),
    ("restloos", {"herstel": "2 maanden"}, "nee, dat denk ik niet"),
    ("restloos", {"herstel": "2 maanden"}, "nee, alleen 3 weken in het gips gezeten"),
    ("restloos", {"herstel": "2 maanden"}, "nee, de dokter zei pas over 3 maanden controle"),
    ("restloos", {"herstel": "2 maanden"}, "sorry, nee"),
    ("restloos", {"herstel": "2 maanden"}, "nee sorry"),
    ("restloos", {"herstel": "2 maanden"}, "dat klopt niet"),
    ("restloos", {"herstel": "2 maanden"}, "eigenlijk niet"),
    ("complicaties", {"restloos": "ja"}, "nee, eigenlijk niet"),
    ("complicaties", {"restloos": "ja"}, "toch niet"),
    ("complicaties", {"restloos": "ja"}, "nee, het was niet erg"),
    ("verhaal", {}, "Nee, ik weet er niets meer van. Het was donker en het regende."),
    ("verhaal", {}, "nee, het was glad"),
    ("verhaal", {}, "het was glad op de weg"),
    ("verhaal", {}, "De auto kwam van rechts, niet van links"),
    ("verhaal", {}, "Op 3 mei lag ik nog in het ziekenhuis"),
    ("verhaal", {}, "sorry, ik vind het moeilijk om te vertellen"),
    ("behandeling", {}, "nee, alleen de huisarts"),
    ("behandeling", {}, "niet in het ziekenhuis maar bij de huisarts"),
    ("behandeling", {}, "sorry, ik snap de vraag niet"),
    ("ao_dagen", {"littekens": "geen"}, "nee, 3 weken"),
    ("ao_dagen", {"herstel": "2 maanden"}, "nee, maar 3 dagen"),
    ("schade_voertuig", {"schade_totaal": "1200"}, "geen 1200, ik weet het niet"),
    ("tekenen", {"helper": "advocaat"}, "nee, mijn advocaat regelt dat"),
    ("helper", {}, "nee, niemand"),
]


@pytest.mark.parametrize(("question", "answers", "words"), NOT_CORRECTED)
def test_what_is_no_correction_leaves_every_answer_alone(
    question: str, answers: dict[str, str], words: str
) -> None:
    talk = told(question, **answers)
    before = {key: entry.answer for key, entry in talk.session.ledger.items() if key != question}
    talk = talk.says(words)

    assert "bevestig.gewijzigd" not in talk.told
    assert talk.text != "gesprek.waar_hoort_het_bij"
    assert {key: talk.session.ledger[key].answer for key in before} == before


@pytest.mark.parametrize(
    ("words", "taken"),
    [("nee, ziekenhuis", "ziekenhuis"), ("sorry, ik bedoel huisarts", "huisarts")],
)
def test_an_opener_before_the_answer_to_the_open_question_is_left_out(
    words: str, taken: str
) -> None:
    assert value(told("behandeling").says(words), "behandeling") == taken


# --- which one -----------------------------------------------------------------------------------


def unsure() -> Talk:
    return told("schade_voertuig", schade_totaal="1200").says("nee wacht, 1500")


def test_what_fits_the_open_question_as_well_is_asked() -> None:
    talk = unsure()

    assert talk.text == "gesprek.waar_hoort_het_bij"
    assert talk.choices == [
        "antwoord:schade_totaal",
        "antwoord:schade_voertuig",
        "geen_van_deze",
    ]
    assert value(talk, "schade_totaal") == "1200.00"


@pytest.mark.parametrize("choice", ["1", "kosten in totaal", "antwoord:schade_totaal"])
def test_pointing_at_the_earlier_one_corrects_it(choice: str) -> None:
    talk = unsure()
    talk = talk.chooses(choice) if ":" in choice else talk.says(choice)

    assert value(talk, "schade_totaal") == "1500.00"
    assert talk.session.ledger["schade_totaal"].answer.words == "1500"  # type: ignore[union-attr]
    assert talk.told == ["bevestig.gewijzigd"]
    assert talk.question == "schade_voertuig"


def test_pointing_at_the_open_one_answers_it() -> None:
    talk = unsure().says("schade aan voertuig")

    assert value(talk, "schade_totaal") == "1200.00"
    assert value(talk, "schade_voertuig") == "1500.00"


@pytest.mark.parametrize("words", ["geen van deze", "laat maar", "terug"])
def test_none_of_them_leaves_all_as_it_was(words: str) -> None:
    talk = unsure().says(words)

    assert value(talk, "schade_totaal") == "1200.00"
    assert talk.question == "schade_voertuig"
    assert talk.text == "vraag.schade_voertuig.ask"


def test_another_answer_may_follow_and_is_for_the_open_question() -> None:
    talk = unsure().says("300 euro")

    assert value(talk, "schade_totaal") == "1200.00"
    assert value(talk, "schade_voertuig") == "300.00"
    assert talk.session.verbetering is None


def test_of_two_facts_in_one_message_the_one_that_fits_is_corrected() -> None:
    talk = at("oorzaak")
    talk.says("gisteren op de fiets aangereden door een auto").says("nee wacht, het was 3 mei")

    assert value(talk, "datum") == DAY
    assert value(talk, "vervoer") == "fietser"
    assert talk.question == "verhaal"


def test_a_day_that_cannot_be_is_not_offered() -> None:
    talk = told("controle").says("nee, het was 3 mei")

    assert value(talk, "datum") == DAY
    assert talk.state is State.REVIEW


def test_a_day_without_a_year_is_the_day_that_was_near_it() -> None:
    talk = told("littekens", geboortedatum="4 april 1980").says("nee wacht, het was 3 mei")

    assert value(talk, "datum") == DAY


def test_of_a_day_that_is_said_in_two_goes_the_last_counts() -> None:
    assert value(told("vervoer").says("nee wacht het was mei, 3 mei"), "datum") == DAY


def test_an_amount_that_fits_no_answer_is_not_put_with_the_story() -> None:
    talk = at("behandeling", **{**OLD, "verhaal": "Het ging zo snel."}).says("nee wacht 1250")

    assert value(talk, "verhaal") == "Het ging zo snel."
    assert talk.told == ["gesprek.welk_verbeteren"]


# --- in every state ------------------------------------------------------------------------------


def test_a_correction_at_the_overview_shows_it_anew() -> None:
    talk = told("controle", schade_totaal="1200").says("het bedrag is 1500, niet 1200")

    assert value(talk, "schade_totaal") == "1500.00"
    assert talk.told[-1] == "controle.overzicht"
    assert talk.question == "controle"


def test_a_plain_no_at_the_overview_still_asks_what_to_change() -> None:
    assert told("controle").says("nee").text == "gesprek.wijzig_kies"
    assert told("controle").says("klopt niet").text == "gesprek.wijzig_kies"


def test_a_correction_in_the_list_of_answers_is_taken() -> None:
    talk = told("behandeling").says("wijzig", "de datum was 3 mei")

    assert value(talk, "datum") == DAY
    assert talk.question == "behandeling"


def test_a_correction_after_a_pause_is_taken_and_the_question_asked() -> None:
    talk = told("verhaal").says("pauze", "sorry, het was 3 mei")

    assert value(talk, "datum") == DAY
    assert talk.question == "verhaal"


def test_what_was_agreed_to_is_never_corrected_in_passing() -> None:
    talk = begun().says("nee wacht, toch niet")

    assert talk.session.ledger["toestemming"].answer.value is True  # type: ignore[union-attr]
    assert talk.state is State.INTAKE


def test_a_child_that_mistyped_its_year_is_asked_no_more_for_a_parent() -> None:
    talk = at("vertegenwoordiger", rol="slachtoffer", geboortedatum="3 mei 2015")
    talk = talk.says("nee sorry, 3 mei 1985")

    assert value(talk, "geboortedatum") == "1985-05-03"
    assert talk.question == "oorzaak"


# --- "nee wacht", and then what it was -----------------------------------------------------------


@pytest.mark.parametrize(
    "words", ["nee wacht", "wacht even", "oeps", "ik bedoel", "dat klopt niet"]
)
def test_who_says_only_that_it_is_wrong_is_given_time(words: str) -> None:
    talk = told("behandeling").says(words)

    assert talk.told == ["gesprek.wat_verbeteren"]
    assert talk.question == "behandeling"
    assert value(talk.says("3 mei"), "verhaal") is None


def test_what_comes_next_is_the_correction() -> None:
    talk = told("verhaal").says("nee wacht", "3 mei")

    assert value(talk, "datum") == DAY
    assert talk.session.verbetering is None


def test_after_that_the_open_question_may_be_answered_as_well() -> None:
    assert value(told("behandeling").says("nee wacht", "huisarts"), "behandeling") == "huisarts"


# --- what else becomes of it ---------------------------------------------------------------------


def test_which_side_it_was_is_put_with_the_story() -> None:
    talk = at("welk_letsel", **OLD, meer="ja").says("mijn rechter arm is gebroken")
    asked = talk.question
    talk.says("nee wacht, het was de linkerkant")

    story = "mijn rechter arm is gebroken\nnee wacht, het was de linkerkant"
    assert value(talk, "welk_letsel") == story
    assert talk.told == ["bevestig.erbij"]
    assert talk.question == asked


def test_a_correction_of_nothing_that_is_known_says_how_to_change() -> None:
    talk = told("littekens").says("nee wacht, het was de linkerkant")

    assert talk.told == ["gesprek.welk_verbeteren"]
    assert talk.question == "littekens"


def test_what_was_written_down_already_is_confirmed() -> None:
    talk = told("vervoer").says("sorry, het was 4 mei")

    assert talk.told == ["bevestig.stond_er_al"]
    assert talk.session.ledger["datum"].history == ()


def test_a_correction_that_cannot_be_true_is_asked_back_under_its_own_question() -> None:
    talk = at("verhaal", rol="nabestaande", datum="4 mei 2026", overlijdensdatum="6 mei 2026")
    talk.says("nee wacht, ze is overleden op 1 mei")

    assert talk.question == "overlijdensdatum"
    assert "zo_laten" in talk.choices
    assert value(talk, "overlijdensdatum") == "2026-05-06"


def test_a_doubtful_correction_is_asked_back_under_its_own_question() -> None:
    talk = told("schade_voertuig", schade_totaal="1200").says("sorry ik bedoel 2,500")

    assert talk.question == "schade_totaal"
    assert talk.text == "verstaan.money.did_you_mean"
    assert value(talk.says("ja"), "schade_totaal") == "2500.00"
    assert talk.question == "schade_voertuig"


def test_a_correction_says_what_it_was_and_what_it_is() -> None:
    talk = told("verhaal").says("nee, het was 3 mei")

    (changed,) = talk.params("bevestig.gewijzigd")["veranderd"]
    assert (changed.old.value, changed.new.value) == ("2026-05-04", "2026-05-03")
    assert talk.params("bevestig.gewijzigd")["vervallen"] == 0


def test_a_correction_says_how_many_answers_no_longer_count() -> None:
    talk = told("behandeling", vervoer="fietser", tegenpartij="fietser")
    talk.says("de oorzaak was werk")

    assert talk.params("bevestig.gewijzigd")["vervallen"] == 2


def test_a_no_to_what_was_read_back_may_hold_the_answer() -> None:
    talk = told("schade_totaal").says("2,500", "nee, 1500")

    assert value(talk, "schade_totaal") == "1500.00"


def test_a_correction_that_can_be_two_days_is_no_story() -> None:
    # On a Monday: that day itself, or the one a week before.
    talk = at("datum", rol="slachtoffer", oorzaak="werk").says("vorige week dinsdag")
    talk.says("nee het was maandag")

    assert talk.question == "datum"
    assert "verhaal" not in talk.session.ledger


def test_a_button_of_the_open_question_changes_no_earlier_answer() -> None:
    talk = at("behandeling", rol="slachtoffer", oorzaak="werk").says("sorry ziekenhuis bedoel ik")

    assert talk.known["oorzaak"] == "werk"
    assert "bevestig.gewijzigd" not in talk.told
