"""A message that tells several things is taken as a whole, and read back in one line."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.session import Status
from tests.conversation import TODAY, Talk, at, begun, texts

YESTERDAY = (TODAY - timedelta(days=1)).isoformat()
# What must come out: the cause, the day, how the person went, and who it was with.
TOLD = [
    ("aangereden door een auto", "verkeer - - motorvoertuig"),
    ("gisteren op de fiets aangereden door een auto in Utrecht", "{} fietser motorvoertuig"),
    ("ik fietste naar huis en een auto gaf geen voorrang", "verkeer - fietser motorvoertuig"),
    ("gisteren fietste ik naar huis en een auto gaf geen voorrang", "{} fietser motorvoertuig"),
    (
        "Op 3 mei ben ik als voetganger op het zebrapad geschept door een bestelbus",
        "verkeer 2026-05-03 voetganger motorvoertuig",
    ),
    ("een andere fietser botste tegen mij op mijn fiets", "verkeer - fietser fietser"),
    ("ik zat op mijn fiets en ben aangereden door een fiets", "verkeer - fietser fietser"),
    ("aangreden door een vrachtwagen", "verkeer - - motorvoertuig"),
    ("een man op de fiets reed mij aan", "verkeer - - fietser"),
    (
        "door een man op een scooter aangereden toen ik op de fiets zat",
        "verkeer - fietser motorvoertuig",
    ),
    ("op de fiets aangereden door een auto, hard gevallen", "verkeer - fietser motorvoertuig"),
    ("ik ben niet gevallen maar aangereden", "verkeer - - -"),
    ("niet door een auto maar door een fiets aangereden", "verkeer - - fietser"),
    ("gisteren aangereden", "{} - -"),
    ("onderweg naar mijn werk aangereden", "verkeer - - -"),
    ("ik was lopend met de hond toen een auto mij aanreed", "verkeer - voetganger -"),
    ("op 3 mei en op 5 juni aangereden door een auto", "verkeer - - motorvoertuig"),
    (
        "gisteren was ik bij de dokter en vorige week ben ik aangereden",
        "verkeer - - -",
    ),
    ("aangereden door Jan met zijn auto in Utrecht", "verkeer - - -"),
    ("aangereden door een auto of door een fietser", "verkeer - - -"),
    ("ik zat achterin de auto toen wij werden aangereden", "verkeer - auto_passagier -"),
    ("in mijn auto aangereden door een taxi", "verkeer - - motorvoertuig"),
    (
        "ik reed in mijn auto en ben aangereden door een taxi",
        "verkeer - auto_bestuurder motorvoertuig",
    ),
    ("ik fietste niet maar ik was lopend en ben aangereden", "verkeer - voetganger -"),
    ("mijn arm brak bij de aanrijding en de auto sloeg over de kop", "verkeer - - -"),
    ("na de botsing liep ik naar de dokter en de auto heeft schade", "verkeer - - -"),
    ("ik stak de weg over en werd aangereden, mijn fiets is stuk", "verkeer - - -"),
    ("ik liep op de stoep, de auto gaf geen voorrang", "verkeer - voetganger motorvoertuig"),
    ("door een hond gebeten op 15 juni", "dier 2026-06-15 - -"),
    ("van mijn paard gevallen", "dier - - -"),
    ("ik ben op mijn werk gevallen", "werk - - -"),
    ("vorige week maandag mishandeld door een onbekende", "misdrijf 2026-11-16 - -"),
    ("op straat in elkaar geslagen", "misdrijf - - -"),
    ("uitgegleden op een natte vloer in de supermarkt", "overig - - -"),
    ("de dokter heeft een fout gemaakt bij mijn operatie", "medisch - - -"),
]
NOTHING = [
    "Er kwam een ander van rechts en toen ging het mis.",
    "wat als ik door een auto ben aangereden?",
    "ik weet niet of ik door een auto of door een fiets ben aangereden",
    "iemand anders reed te hard door de straat",
    "ik heb de hele dag gewandeld en het was mooi weer",
    "gisteren ben ik bij de dokter geweest voor controle",
    "ik was onderweg naar mijn werk en daarna weet ik niets",
    "de auto staat in de garage bij mijn broer",
    "ik had net gegeten en lag lekker te slapen",
    "mijn zoon gaat met de fiets naar school elke dag",
    "ik liep een zware hersenschudding op",
    "het viel achteraf gelukkig nog een beetje mee",
    "ik liep met mijn hond rustig door het grote park",
    "geen aanrijding en ook geen botsing geweest",
    "aangereden of gevallen of geslagen, ik weet het niet",
    "Jan zat zo vrij naast mij te praten",
    "in 2019 heb ik ook al iets gehad",
]


def facts(talk: Talk) -> str:
    known = talk.known
    traffic = known["verkeer"]
    found = (
        known.get("oorzaak"),
        known.get("gebeurtenis_datum"),
        traffic.get("slachtoffer_als"),
        traffic.get("tegenpartij"),
    )
    return " ".join(str(one or "-") for one in found)


@pytest.mark.parametrize(("message", "expected"), TOLD)
def test_all_that_a_message_certainly_tells_is_taken(message: str, expected: str) -> None:
    assert facts(at("oorzaak").says(message)) == expected.format(f"verkeer {YESTERDAY}")


@pytest.mark.parametrize("message", NOTHING)
def test_what_is_not_certain_is_asked(message: str) -> None:
    talk = at("oorzaak").says(message)

    assert facts(talk) == "- - - -"
    assert talk.question == "oorzaak"


def test_a_story_that_tells_nothing_for_sure_settles_nothing_else() -> None:
    talk = at("verhaal", oorzaak="verkeer").says("Er kwam een ander van rechts en het ging mis.")

    assert facts(talk) == "verkeer - - -"
    assert talk.told == []


def test_it_is_read_back_line_by_line_and_not_asked_again() -> None:
    talk = at("oorzaak").says("gisteren op de fiets aangereden door een auto in Utrecht")

    assert talk.told == ["bevestig.gehoord"]
    told = [line.key for line in talk.params("bevestig.gehoord")["gehoord"]]
    assert told == ["oorzaak", "datum", "vervoer", "tegenpartij"]
    assert talk.question == "verhaal"
    read_back = texts()(
        "bevestig.gehoord", gehoord=[("Oorzaak", "Verkeer"), ("Wanneer", "gisteren")]
    )
    assert read_back.splitlines()[1:-1] == ["Oorzaak: Verkeer", "Wanneer: gisteren"]


def test_each_fact_is_an_answer_of_its_own_with_the_same_words() -> None:
    message = "gisteren op de fiets aangereden door een auto in Utrecht"
    ledger = at("oorzaak").says(message).session.ledger
    answers = [ledger[key].answer for key in ("oorzaak", "datum", "vervoer", "tegenpartij")]

    assert {answer.words for answer in answers if answer} == {message}
    assert {answer.status for answer in answers if answer} == {Status.ANSWERED}


def test_back_goes_to_the_last_of_them_and_the_others_stay() -> None:
    talk = at("oorzaak").says("gisteren op de fiets aangereden door een auto").says("terug")

    assert talk.question == "tegenpartij"
    talk.says("een fietser")
    assert facts(talk) == f"verkeer {YESTERDAY} fietser fietser"


def test_each_of_them_can_be_changed() -> None:
    talk = at("oorzaak").says("gisteren op de fiets aangereden door een auto").says("wijzig")
    talk.chooses("sectie:gebeurtenis", "antwoord:vervoer").chooses("voetganger")

    assert facts(talk) == f"verkeer {YESTERDAY} voetganger motorvoertuig"


def test_a_day_may_be_told_with_the_rest() -> None:
    talk = at("datum", oorzaak="verkeer")
    talk.says("gisteren op de fiets, een auto gaf mij geen voorrang")

    assert facts(talk) == f"verkeer {YESTERDAY} fietser motorvoertuig"


def test_a_story_stays_the_answer_and_tells_more() -> None:
    story = "Ik fietste rustig naar huis. Een auto gaf geen voorrang."
    talk = at("verhaal", oorzaak="verkeer").says(story)

    assert talk.session.ledger["verhaal"].answer is not None
    assert talk.session.ledger["verhaal"].answer.value == story
    assert facts(talk) == "verkeer - fietser motorvoertuig"
    told = [line.key for line in talk.params("bevestig.gehoord")["gehoord"]]
    assert told == ["vervoer", "tegenpartij"]


def test_an_answer_that_was_given_is_not_overwritten_by_a_story() -> None:
    talk = at("verhaal", oorzaak="werk").says("Ik ben gisteren aangereden door een auto.")

    assert talk.known["oorzaak"] == "werk"


# --- who it is about, told with the rest ---------------------------------------------------------

# What must come out: who types, who it is about, the cause, how they went, and who it was with.
FIRST_TOLD = [
    ("mijn vader is verongelukt op zijn werk", "nabestaande vader werk - -"),
    ("mijn zoon is aangereden op zijn fiets", "naaste zoon verkeer fietser -"),
    ("me zoon is aangereden door een bus", "naaste zoon verkeer - motorvoertuig"),
    ("mijn dochter van 8 is van haar paard gevallen", "naaste dochter dier - -"),
    ("ik bel voor mijn zoon, hij is gebeten door een hond", "naaste zoon dier - -"),
    ("mijn moeder is gevallen in de supermarkt", "naaste moeder overig - -"),
    ("mijn vrouw overleed door een medische fout", "nabestaande partner medisch - -"),
    (
        "mijn man is er niet meer, een vrachtwagen reed hem aan op zijn fiets",
        "nabestaande partner verkeer fietser motorvoertuig",
    ),
    ("ik ben op de fiets aangereden door een auto", "slachtoffer - verkeer fietser motorvoertuig"),
    ("ik was met mijn zoon op de fiets en ben aangereden", "slachtoffer - verkeer fietser -"),
    ("ik ben gebeten door de hond van mijn broer", "slachtoffer - dier - -"),
    # Who was hurt is not certain here, and is asked.
    ("mijn broer heeft mij aangereden", "- - verkeer - -"),
    ("mijn man en ik zijn aangereden", "- - verkeer - -"),
    ("de buurvrouw is aangereden door een auto", "- - verkeer - motorvoertuig"),
    ("ik ben moeder van een jongen die is aangereden", "- - verkeer - -"),
]
OF_A_LOVED_ONE = [
    ("hij zat op de fiets", "fietser -"),
    ("mijn zoon fietste naar school en werd geschept door een auto", "fietser motorvoertuig"),
    ("ze liep over het zebrapad", "voetganger -"),
    ("een man op de fiets reed haar aan", "- fietser"),
    ("ik zat in de auto, mijn dochter op de fiets", "fietser -"),
    ("hij reed in zijn auto en een bus gaf geen voorrang", "auto_bestuurder motorvoertuig"),
    ("zij zat achterin de auto", "auto_passagier -"),
    ("ik zat op de fiets en zag het gebeuren", "- -"),
]
IN_PASSING = [
    "ik ben bijna aangereden",
    "ik was met mijn hond in het park",
    "ik was op weg naar mijn werk",
    "niet aangereden",
]


@pytest.mark.parametrize(("message", "expected"), FIRST_TOLD)
def test_the_first_message_may_tell_who_it_is_about_and_what_happened(
    message: str, expected: str
) -> None:
    talk = begun().says(message)
    known = {
        name: entry.answer.value or entry.answer.choice
        for name, entry in talk.session.ledger.items()
        if entry.answer is not None
    }
    went = known.get("vervoer", known.get("vervoer_dierbare"))
    names = ("rol", "verteller", "oorzaak")
    told = [*(known.get(name) for name in names), went, known.get("tegenpartij")]

    assert " ".join(str(one or "-") for one in told) == expected


@pytest.mark.parametrize("role", ["naaste", "nabestaande"])
@pytest.mark.parametrize(("message", "expected"), OF_A_LOVED_ONE)
def test_how_a_loved_one_went_is_taken_from_the_story(
    role: str, message: str, expected: str
) -> None:
    traffic = at("verhaal", rol=role, oorzaak="verkeer").says(message).known["verkeer"]

    assert f"{traffic.get('slachtoffer_als', '-')} {traffic.get('tegenpartij', '-')}" == expected


@pytest.mark.parametrize("message", IN_PASSING)
def test_what_is_only_named_in_passing_is_no_answer(message: str) -> None:
    talk = at("oorzaak").says(message)

    assert talk.feiten.oorzaak is None
    assert talk.question == "oorzaak"


@settings(deadline=None, max_examples=30, derandomize=True)
@given(st.text(max_size=400))
def test_no_message_is_too_odd(message: str) -> None:
    for question in ("oorzaak", "datum", "verhaal"):
        assert at(question, oorzaak="verkeer").says(message).last is not None
