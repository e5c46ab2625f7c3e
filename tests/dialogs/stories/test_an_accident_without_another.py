"""Somebody fell, or hit a tree: there was no other side, and that is not the same as unknown."""

import pytest

from dialogs.session import Status
from dialogs.summary import summary
from tests.conversation import Talk, at

IN_OWN_WORDS = (
    "er was niemand anders",
    "eenzijdig",
    "tegen een boom",
    "ik ben zelf gevallen met de fiets",
    "ik ben uitgegleden",
    "geen ander",
    "niemand",
)


def asked(words: str) -> Talk:
    return at("tegenpartij", rol="slachtoffer", oorzaak="verkeer", vervoer="fietser").says(words)


@pytest.mark.parametrize("words", IN_OWN_WORDS)
def test_that_nobody_else_was_there_is_understood(words: str) -> None:
    talk = asked(words)

    answer = talk.session.ledger["tegenpartij"].answer
    assert answer is not None
    assert (answer.status, answer.choice) == (Status.ANSWERED, "geen_ander")
    assert "uitleg.eenzijdig" in talk.told


def test_no_other_side_is_made_up_and_none_is_denied() -> None:
    talk = asked("tegen een boom")

    assert talk.feiten.verkeer.tegenpartij is None
    assert "waarborgfonds" not in str(talk.until("controle").session.beoordeling)


def test_an_other_who_was_there_counts_whatever_was_hit() -> None:
    talk = asked("een fietser, en toen ben ik gevallen")

    assert talk.feiten.verkeer.tegenpartij == "fietser"


def test_the_handler_reads_that_there_was_no_other() -> None:
    talk = asked("eenzijdig ongeval").until("controle")
    page = summary(talk.flow, talk.session, talk.today)

    told = [one.given.shown.labels for one in page.told if one.question == "tegenpartij"]
    assert told == [("vraag.tegenpartij.optie.geen_ander",)]


def test_nothing_is_asked_about_another_who_was_not_there() -> None:
    talk = asked("niemand")
    seen = []
    talk.until("meer").chooses("ja")
    while talk.question != "contact_naam":
        seen.append(talk.question)
        talk.chooses("weet_niet" if "weet_niet" in talk.choices else "overslaan")

    assert "weg_of_gebouw" in seen
    assert not {"kenteken", "doorgereden", "herstelbemiddeling"} & {*seen}
