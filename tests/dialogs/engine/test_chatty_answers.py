"""People say more than the answer; what comes first counts, and the rest may not contradict it."""

import pytest

from tests.conversation import at, begun


@pytest.mark.parametrize(
    ("question", "said", "taken"),
    [
        ("tegenpartij", "een auto, grijze golf", "motorvoertuig"),
        ("behandeling", "ziekenhuis, 2 nachten", "ziekenhuis"),
        ("vervoer", "op de fiets. Ik ging rechtdoor", "fietser"),
        ("littekens", "klein, op mijn kin", "beperkt"),
        # The heaviest treatment is asked for.
        ("behandeling", "huisarts, later fysio", "therapie"),
        ("behandeling", "ziekenhuis 2 nachtjes en nu fysio", "ziekenhuis"),
    ],
)
def test_the_answer_comes_first_and_is_read_back(question: str, said: str, taken: str) -> None:
    talk = at(question, rol="slachtoffer", oorzaak="verkeer").says(said)

    answer = talk.session.ledger[question].answer
    assert answer is not None
    assert (answer.value, answer.words) == (taken, said)
    assert "bevestig.genoteerd" in talk.told


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("tegenpartij", "een fietser, ik zat in de auto"),
        ("behandeling", "huisarts, nee sorry"),
        ("behandeling", "ziekenhuis, of telt dat niet?"),
        ("oorzaak", "werk, of eigenlijk verkeer"),
    ],
)
def test_what_speaks_of_another_answer_as_well_is_asked_again(question: str, said: str) -> None:
    talk = at(question, rol="slachtoffer", oorzaak="verkeer")
    if question == "oorzaak":
        talk = at(question, rol="slachtoffer")
    talk.says(said)

    assert talk.question == question


def test_who_tells_a_loss_after_an_injury_has_lost_someone() -> None:
    talk = begun().says("mijn man is gewond, hij is gisteren overleden")

    assert talk.known["rol"] == "nabestaande"
    assert "gebeurtenis_datum" not in talk.known
