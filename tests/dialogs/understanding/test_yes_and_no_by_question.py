"""The same words are a yes to one question and nothing at all to another."""

import pytest

from dialogs.answers.answering import Words, typed
from dialogs.answers.meanings import Given
from dialogs.asking import options, shared
from dialogs.flows.intake import FLOW
from dialogs.questions import Kind, Question
from dialogs.script import Script
from tests.conversation import ARTICLES, TODAY, vocabulary

QUESTIONS = {one.id: one for one in FLOW.questions() if one.kind is Kind.YESNO}
SCRIPT = Script(flow=FLOW, vocabulary=vocabulary(), articles=ARTICLES)
FACTS = [one for one in QUESTIONS.values() if one.about.value != "offered"]
HEALS = ("restloos", "restloos_dierbare")
JUDGED = ("misdrijf", "ernstig_en_blijvend", "ernstig_en_blijvend_zelf", "karakterverandering")
HAPPENED = ("getuige", "doorgereden", "politie_gemeld", "kind_veroorzaker", "claim_gestuurd")
WAS = ("complicaties", "eigen_klachten", "hulp_nodig", "klachten_vooraf")
LASTS = ("ao_loopt_nog", "product_bewaard", "strafzaak", "rechtsbijstand")
OFFERED = ("meer", "gezin_nu", "herstelbemiddeling", "nog_een_naaste", "toestemming")


def read_as(question: Question, text: str) -> str:
    """Return "ja" or "nee" when the words are taken as that, else "vraagt"."""
    choices = tuple(shared(option.id) for option in options(question))
    meaning = typed(Words(SCRIPT, choices, text, TODAY), question)
    if isinstance(meaning, Given) and isinstance(meaning.value, bool):
        return "ja" if meaning.value else "nee"
    return "vraagt"


@pytest.mark.parametrize(
    ("about", "text", "conclusion"),
    [
        (HEALS, "nog steeds", "vraagt"),
        (HEALS, "nog niet", "vraagt"),
        (HEALS, "nee nog steeds niet", "vraagt"),
        (HEALS, "niet meer", "vraagt"),
        (HEALS, "gelukkig niet", "vraagt"),
        (HEALS, "helaas wel", "vraagt"),
        (HEALS, "geen", "vraagt"),
        (HEALS, "niet dat ik weet", "vraagt"),
        (HEALS, "ja dat hoop ik", "vraagt"),
        (HEALS, "gelukkig wel", "ja"),
        (HEALS, "helaas niet", "nee"),
        (HEALS, "nooit meer", "nee"),
        (HEALS, "ik vrees van niet", "nee"),
        (JUDGED, "nog niet", "vraagt"),
        (JUDGED, "tot nu toe niet", "vraagt"),
        (JUDGED, "niet meer", "vraagt"),
        (JUDGED, "helaas wel", "ja"),
        (JUDGED, "gelukkig niet", "nee"),
        (HAPPENED, "nog steeds", "vraagt"),
        (HAPPENED, "niet meer", "vraagt"),
        (HAPPENED, "nog niet", "nee"),
        (HAPPENED, "niet dat ik weet", "nee"),
        (HAPPENED, "voor zover ik weet wel", "ja"),
        (WAS, "nog steeds", "ja"),
        (WAS, "niet meer", "vraagt"),
        (WAS, "nee niet meer", "vraagt"),
        (LASTS, "nog steeds", "ja"),
        (LASTS, "niet meer", "nee"),
        (OFFERED, "graag", "ja"),
        (OFFERED, "prima", "ja"),
        (OFFERED, "doe maar niet", "nee"),
        (OFFERED, "niet helemaal", "vraagt"),
    ],
)
def test_what_is_asked_about_decides_what_a_yes_is(
    about: tuple[str, ...], text: str, conclusion: str
) -> None:
    assert {name: read_as(QUESTIONS[name], text) for name in about} == dict.fromkeys(
        about, conclusion
    )


@pytest.mark.parametrize(
    "text",
    [
        *("oke", "prima", "goed", "is goed", "top", "graag", "doe maar", "laat maar", "mag"),
        *("nou ja", "tja ja", "ja en nee", "mwah", "bijna", "hangt ervan af", "deels", "half"),
        *("ja hopelijk", "ik hoop het", "komt nog", "ben ik mee bezig", "over een tijdje wel"),
    ],
)
def test_no_fact_comes_of_words_that_tell_none(text: str) -> None:
    assert {one.id: read_as(one, text) for one in FACTS} == {one.id: "vraagt" for one in FACTS}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_plain_words_are_plain_at_every_question(question: Question) -> None:
    assert [
        read_as(question, text) for text in ("ja hoor", "zeker", "nee hoor", "totaal niet")
    ] == [
        *("ja", "ja", "nee", "nee"),
    ]


@pytest.mark.parametrize("text", ["ja denk ik", "volgens mij wel", "zal wel"])
@pytest.mark.parametrize("name", ["toestemming", "vertegenwoordiger"])
def test_a_gate_opens_only_to_a_plain_yes(name: str, text: str) -> None:
    assert read_as(QUESTIONS[name], text) == "vraagt"
