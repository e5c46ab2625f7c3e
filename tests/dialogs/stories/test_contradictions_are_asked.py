"""Answers that hardly fit are asked after once, just before the overview; nothing is guessed."""

from tests.conversation import Talk, at, texts

SAID = {
    "rol": "slachtoffer",
    "oorzaak": "dier",
    "datum": "5 januari 2026",
    "herstel": "een_maand",
    "restloos": "ja",
    "ao_dagen": "90 dagen",
    "ao_loopt_nog": "nee",
}


def odd() -> Talk:
    return at("controle", **SAID)


def test_it_is_asked_right_before_the_overview() -> None:
    assert odd().told[-2:] == ["uitleg.tegenspraak", "controle.overzicht"]


def test_both_answers_are_named_in_the_question() -> None:
    talk = odd()
    asked = texts()(
        "uitleg.tegenspraak", beoordeling=talk.session.beoordeling, feiten=talk.step.feiten
    )

    assert "90 dagen zonder werk" in asked
    assert "1 maand" in asked
    assert asked.count("Klopt dat?") == 1


def test_the_answers_stay_as_they_were_given() -> None:
    assert odd().known["letsel"]["ao_dagen"] == 90
    assert odd().known["letsel"]["herstel_maanden"] == "1"


def test_it_is_asked_once() -> None:
    talk = odd().says("wat moet ik doen")

    assert "uitleg.tegenspraak" not in talk.told
    assert talk.chooses("klopt").state == "handed_over"


def test_a_correction_that_makes_it_fit_says_no_more_of_it() -> None:
    talk = odd().chooses("wijzig").says("Dagen niet gewerkt").says("9 dagen")

    assert talk.known["letsel"]["ao_dagen"] == 9
    assert "uitleg.tegenspraak" not in talk.told


def test_who_contradicts_nothing_is_asked_nothing() -> None:
    fits = {**SAID, "ao_dagen": "9 dagen"}

    assert "uitleg.tegenspraak" not in at("controle", **fits).told
