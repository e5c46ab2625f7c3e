import pytest

from dialogs.understanding.choices import Ambiguous, Option, pick

ROLES: tuple[Option, ...] = (
    ("slachtoffer", "Ik ben zelf gewond", ("ik zelf", "mijzelf")),
    ("naaste", "Ik ben een naaste", ("familie", "partner van")),
    ("nabestaande", "Iemand is overleden", ("overlijden",)),
)
VEHICLES: tuple[Option, ...] = (
    ("fietser", "Fietser of e-bike", ("fiets",)),
    ("auto_bestuurder", "Bestuurder van een auto", ("automobilist",)),
    ("auto_passagier", "Passagier in een auto", ("bijrijder",)),
)
OPEN: tuple[Option, ...] = (
    ("weet_niet", "Weet ik niet", ("geen idee",)),
    ("overslaan", "Sla over", ("volgende",)),
)
YES_NO: tuple[Option, ...] = (("ja", "Ja", ("ja hoor",)), ("nee", "Nee", ("nee hoor",)), *OPEN)


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("slachtoffer", "slachtoffer"),
        ("Ik ben zelf gewond!", "slachtoffer"),
        ("gewond", "slachtoffer"),
        ("ik zelf", "slachtoffer"),
        ("naste", "naaste"),
        ("nabestande", "nabestaande"),
        ("iemand is overleden", "nabestaande"),
        ("familie", "naaste"),
    ],
)
def test_an_option_is_picked_by_id_label_part_synonym_or_near_miss(text: str, option: str) -> None:
    assert pick(text, ROLES) == option


@pytest.mark.parametrize("text", ["2", "2.", "nummer 2", "twee", "de tweede", "2e"])
def test_an_option_is_picked_by_its_number_where_numbers_count(text: str) -> None:
    assert pick(text, ROLES, allow_number=True) == "naaste"


@pytest.mark.parametrize("text", ["2", "twee", "2e", "2 weken"])
def test_a_number_is_no_option_where_it_may_be_the_answer(text: str) -> None:
    options: tuple[Option, ...] = (("kort", "Korter dan 2 weken", ()), ("lang", "Langer", ()))

    assert pick(text, options) is None


@pytest.mark.parametrize("number", ["0", "4", "12"])
def test_a_number_beyond_the_list_picks_nothing(number: str) -> None:
    assert pick(number, ROLES, allow_number=True) is None


@pytest.mark.parametrize(
    "text", ["banaan", "niet gewond", "ik", "", "niets", "!!", "aangereden door een auto"]
)
def test_what_is_far_from_every_option_picks_nothing(text: str) -> None:
    assert pick(text, ROLES) is None
    assert not isinstance(pick(text, (VEHICLES[0],)), str)


def test_a_word_that_fits_two_options_is_ambiguous() -> None:
    assert pick("auto", VEHICLES) == Ambiguous(ids=("auto_bestuurder", "auto_passagier"))


@pytest.mark.parametrize("text", ["weet niet", "ik weet het echt niet", "geen flauw idee", "?"])
def test_not_knowing_is_picked_in_any_words(text: str) -> None:
    assert pick(text, YES_NO) == "weet_niet"
    assert pick(text, ROLES) is None


def test_a_word_for_skipping_skips_only_when_it_stands_alone() -> None:
    assert pick("volgende", OPEN) == "overslaan"
    assert pick("volgende week", OPEN) is None


def test_a_slip_of_the_finger_never_loses_a_not() -> None:
    homes: tuple[Option, ...] = (("thuis", "Woont thuis", ()), ("weg", "Woont niet thuis", ()))

    assert pick("woont net thuis", homes) == "weg"
    assert pick("nie thuis", homes) != "thuis"


@pytest.mark.parametrize("text", ["weet niet, rond kerst", "ja maar nee", "klopt niet"])
def test_more_than_an_option_says_is_not_thrown_away(text: str) -> None:
    assert not isinstance(pick(text, YES_NO), str)
