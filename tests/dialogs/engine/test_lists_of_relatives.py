import pytest

from dialogs.flow import Flow
from dialogs.limits import LIST_ROWS
from dialogs.questions import Importance, Kind, Option, Question
from dialogs.session import State
from tests.conversation import Talk, flow_of
from tests.dialogs.engine.conftest import RELATIVES


@pytest.fixture
def family() -> Flow:
    role = Question(
        id="wie",
        section="s",
        kind=Kind.CHOICE,
        fact="rol",
        options=(Option(id="slachtoffer"), Option(id="naaste"), Option(id="nabestaande")),
        importance=Importance.VERPLICHT,
    )
    return flow_of(role, RELATIVES)


def told(talk: Talk) -> list[dict[str, str]]:
    relatives: list[dict[str, str]] = talk.known["naasten"]
    return relatives


def test_a_victim_is_asked_first_whether_there_is_anyone(family: Flow) -> None:
    talk = Talk(flow=family).commands("start").chooses("slachtoffer")

    assert talk.question == "nog_een"
    assert talk.asked is not None
    assert talk.asked.fact == "naasten[+]"
    assert talk.chooses("nee").state is State.REVIEW
    assert told(talk) == []


def test_a_relative_is_the_first_of_the_list(family: Flow) -> None:
    talk = Talk(flow=family).commands("start").chooses("naaste")

    assert talk.question == "hoe_heet"
    assert talk.asked is not None
    assert (talk.asked.fact, talk.asked.key) == ("naasten[0].naam", "hoe_heet#0")
    talk.says("Sam")
    assert talk.question == "nog_een"
    assert told(talk.chooses("nee")) == [{"naam": "Sam"}]


def test_a_list_that_does_not_apply_is_not_asked(family: Flow) -> None:
    assert Talk(flow=family).commands("start").chooses("nabestaande").state is State.REVIEW


def three(family: Flow, *addresses: str) -> Talk:
    talk = Talk(flow=family).commands("start").chooses("naaste").says("Sam")
    for name, address in zip(("Kim", "Bo", "Lou"), addresses, strict=False):
        talk.chooses("ja").says(name).chooses(address)
    return talk.chooses("nee")


@pytest.mark.parametrize(
    ("addresses", "same"),
    [
        (("zelfde_als_0", "ander"), [0, 0, 2]),
        (("ander", "zelfde_als_1"), [0, 1, 1]),
        (("ander", "zelfde_als_0"), [0, 1, 0]),
        (("ander", "ander"), [0, 1, 2]),
        (("zelfde_als_0", "zelfde_als_1"), [0, 0, 0]),
    ],
)
def test_who_shares_an_address_shares_its_label(
    family: Flow, addresses: tuple[str, ...], same: list[int]
) -> None:
    labels = [relative["adres"] for relative in told(three(family, *addresses))]

    assert [labels.index(label) for label in labels] == same


def test_an_unknown_address_is_shared_with_nobody(family: Flow) -> None:
    relatives = told(three(family, "weet_niet", "ander"))

    assert "adres" not in relatives[1]
    assert relatives[0]["adres"] != relatives[2]["adres"]


def test_the_same_as_someone_unknown_is_shared_with_that_one(family: Flow) -> None:
    relatives = told(three(family, "weet_niet", "zelfde_als_1"))

    assert relatives[1]["adres"] == relatives[2]["adres"] != relatives[0]["adres"]


def test_one_can_only_point_at_who_came_before(family: Flow) -> None:
    talk = Talk(flow=family).commands("start").chooses("naaste").says("Sam").chooses("ja")

    talk.says("Kim")

    assert talk.choices == ["zelfde_als_0", "ander", "weet_niet"]
    assert talk.chooses("zelfde_als_1").told == ["gesprek.oude_knop"]


def test_who_came_before_can_be_typed_by_name_or_by_number(family: Flow) -> None:
    for words in ("Sam", "1", "zelfde als Sam"):
        talk = Talk(flow=family).commands("start").chooses("naaste").says("Sam").chooses("ja")
        talk.says("Kim").says(words).chooses("nee")
        relatives = told(talk)
        assert relatives[0]["adres"] == relatives[1]["adres"], words


def test_the_button_shows_the_name(family: Flow) -> None:
    talk = Talk(flow=family).commands("start").chooses("naaste").says("Sam").chooses("ja")

    talk.says("Kim")

    assert talk.asked is not None
    assert talk.asked.choices[0].params == {"naam": "Sam", "nummer": 1, "vraag": "adres"}


def test_leaving_a_relative_out_takes_the_rest_along_and_loses_nothing(family: Flow) -> None:
    talk = three(family, "zelfde_als_0", "ander")
    talk.commands("wijzig").chooses("sectie:n", "antwoord:nog_een#1", "nee")

    assert [relative["naam"] for relative in told(talk)] == ["Sam"]

    talk.commands("wijzig").chooses("sectie:n", "antwoord:nog_een#1", "ja")
    assert [relative["naam"] for relative in told(talk)] == ["Sam", "Kim", "Bo"]


def test_a_large_family_fits_in_a_list_and_in_the_end_it_is_full(family: Flow) -> None:
    talk = Talk(flow=family).commands("start").chooses("naaste").says("Sam")
    for member in range(1, 12):
        talk.chooses("ja").says(f"Kind {member}")
        assert len(talk.choices) <= LIST_ROWS
        assert "zelfde_als_0" in talk.choices
        talk.chooses(f"zelfde_als_{member - 1}" if member % 2 else "ander")

    assert talk.state is State.REVIEW
    assert len(told(talk)) == 12


def test_a_label_is_no_longer_than_a_label(family: Flow) -> None:
    talk = Talk(flow=family).commands("start").chooses("naaste").says("x" * 101)

    assert talk.text == "gesprek.korter"
    assert talk.says("x" * 100).question == "nog_een"
