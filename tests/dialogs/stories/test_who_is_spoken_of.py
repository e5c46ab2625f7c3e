"""Who types is known from the start, and the words follow: "uw zoon", never asked twice."""

from typing import Any

import pytest

from bot.sentences.render import Renderer
from bot.settings import Settings
from dialogs.session import State
from tests.conversation import Talk, begun, texts
from tests.person import Person

CHILD = {"geboortedatum_gewonde": "14 maart 2017", "datum": "5 mei 2024"}


def on_screen(talk: Talk) -> str:
    renderer = Renderer(texts(), (), Settings(_env_file=None))
    return renderer.outgoing(talk.step, talk.session, "LW-2026-000001").parts[-1].text


@pytest.mark.parametrize(
    ("typed", "role", "called"),
    [
        ("mijn zoon", "naaste", "uw zoon"),
        ("mijn zoontje is aangereden", "naaste", "uw zoon"),
        ("mijn vrouw is gewond", "naaste", "uw partner"),
        ("mijn moeder is gebeten", "naaste", "uw moeder"),
        ("mijn man is overleden", "nabestaande", "uw partner"),
        ("mijn vader is dood", "nabestaande", "uw vader"),
        ("mijn dochter is overleden", "nabestaande", "uw dochter"),
        ("mijn zus is overleden", "nabestaande", "uw broer of zus"),
    ],
)
def test_what_was_said_at_first_tells_who_it_is_about(typed: str, role: str, called: str) -> None:
    talk = begun().says(typed)

    assert talk.known["rol"] == role
    assert (talk.question or "").startswith("geboortedatum")
    assert called in on_screen(talk)


@pytest.mark.parametrize("typed", ["ik", "ikzelf", "ik ben aangereden", "voor mezelf"])
def test_the_victim_is_understood_in_few_words(typed: str) -> None:
    assert begun().says(typed).known["rol"] == "slachtoffer"


def test_who_taps_is_asked_once_who_it_is_about() -> None:
    talk = begun().chooses("nabestaande")

    assert on_screen(talk).startswith("Wie is er overleden?")
    assert "uw partner" in on_screen(talk.chooses("partner"))


def test_who_does_not_say_it_is_spoken_to_in_general_words() -> None:
    assert "uw naaste" in on_screen(begun().chooses("naaste", "weet_niet"))
    assert "uw dierbare" in on_screen(begun().chooses("nabestaande", "weet_niet"))


def test_going_back_after_one_message_told_two_things_reopens_the_second() -> None:
    talk = begun().says("mijn zoon").commands("terug")

    assert talk.question == "verteller"
    assert "uw dochter" in on_screen(talk.chooses("dochter"))


def test_the_age_of_the_victim_is_not_asked_when_two_days_tell_it() -> None:
    talk = begun().says("mijn zoon").until("nog_een_verwant", **CHILD)

    assert talk.known["naasten"] == [{"relatie": "ouder_van_minderjarig_slachtoffer"}]
    assert "verwant_ouder#0" not in talk.session.ledger


def test_of_a_grown_up_child_only_the_home_is_asked() -> None:
    grown = {"geboortedatum_gewonde": "14 maart 1990", "datum": "5 mei 2024"}
    talk = begun().says("mijn zoon").until("verwant_ouder_woont", **grown)

    assert "Woonde uw zoon toen bij u thuis?" in on_screen(talk)
    assert "verwant_ouder#0" not in talk.session.ledger


def test_the_age_is_asked_when_the_days_do_not_tell() -> None:
    talk = begun().says("mijn zoon").until("verwant_ouder", datum="5 mei 2024")

    assert "Hoe oud was uw zoon" in on_screen(talk)


def test_a_victim_who_names_a_parent_is_not_asked_for_an_age_that_is_known() -> None:
    facts: dict[str, Any] = {
        "rol": "slachtoffer",
        "oorzaak": "dier",
        "geboortedatum_slachtoffer": "2010-01-01",
        "gebeurtenis_datum": "2026-05-01",
        "naasten": [{"naam": "Kim", "relatie": "ouder_van_minderjarig_slachtoffer"}],
    }
    person = Person(facts).talks()

    assert person.talk.known["naasten"][0]["relatie"] == "ouder_van_minderjarig_slachtoffer"
    assert "naaste_ouder#0" not in person.talk.session.ledger


@pytest.mark.parametrize(
    ("age", "relation"),
    [
        ("2", "minderjarig_kind"),
        ("zij was 5", "minderjarig_kind"),
        ("17", "minderjarig_kind"),
        ("jonger dan 18", "minderjarig_kind"),
    ],
)
def test_an_age_is_an_age_and_never_the_place_of_a_button(age: str, relation: str) -> None:
    talk = begun().chooses("nabestaande", "partner").until("nog_een_verwant").chooses("ja")
    talk.says("Bo").chooses("kind").says(age)

    assert talk.known["naasten"][1]["relatie"] == relation


@pytest.mark.parametrize("age", ["18", "20 jaar", "hij was toen 22"])
def test_a_grown_up_child_is_asked_where_it_lived(age: str) -> None:
    talk = begun().chooses("nabestaande", "partner").until("nog_een_verwant").chooses("ja")

    assert talk.says("Bo").chooses("kind").says(age).question == "verwant_kind_woont"


@pytest.mark.parametrize("age", ["bijna 18", "18 maanden", "tussen 16 en 20"])
def test_an_age_on_two_sides_of_the_birthday_is_asked_again(age: str) -> None:
    talk = begun().chooses("nabestaande", "partner").until("nog_een_verwant").chooses("ja")

    assert talk.says("Bo").chooses("kind").says(age).question == "verwant_kind"


def test_another_relative_goes_by_name() -> None:
    talk = begun().chooses("nabestaande", "partner").until("nog_een_verwant").chooses("ja")

    assert "Wat is de band van Bo met uw partner?" in on_screen(talk.says("Bo"))


# --- whether the victim agrees -------------------------------------------------------------------


@pytest.mark.parametrize("answer", ["ja", "nee", "kan_niet"])
def test_whether_the_victim_agrees_is_written_down(answer: str) -> None:
    talk = begun().chooses("naaste", "partner").until("toestemming_gewonde").chooses(answer)

    entry = talk.session.ledger["toestemming_gewonde"]
    assert entry.answer is not None
    assert entry.answer.choice == answer
    assert talk.state is State.INTAKE
    assert ("uitleg.toestemming_ontbreekt" in talk.told) is (answer == "nee")


def test_for_a_young_child_and_after_a_death_nobody_is_asked_whether_the_victim_agrees() -> None:
    young = begun().says("mijn zoon").until("oorzaak", **CHILD)
    dead = begun().says("mijn zoon is overleden").until("oorzaak")

    assert "toestemming_gewonde" not in young.session.ledger
    assert "toestemming_gewonde" not in dead.session.ledger


def test_the_one_who_types_is_no_number_in_the_overview() -> None:
    talk = (
        begun()
        .chooses("nabestaande", "partner")
        .until("nog_een_verwant", verwant_partner="levensgezel")
    )
    talk.chooses("ja").says("Bo").until("controle", verwant_adres="zelfde_als_0")
    renderer = Renderer(texts(), (), Settings(_env_file=None))
    page = renderer.outgoing(talk.step, talk.session, "LW-2026-000001")
    read = "\n".join(part.text for part in page.parts)

    assert "U: partner: Samenwonend" in read
    assert "Naaste 2: adres: Zelfde als u" in read
    assert "Naaste 1" not in read.replace("Naaste 12", "")
