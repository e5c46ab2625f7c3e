"""A long message costs work in proportion to its length, never more."""

import pytest

from dialogs.safety.age import UNDER_AGE
from dialogs.safety.crisis import CRISIS
from dialogs.safety.danger import DANGER
from dialogs.safety.grief import GRIEF
from dialogs.safety.pressure import PRESSURE
from dialogs.safety.rail import Rail
from dialogs.safety.sentences import sentences
from dialogs.safety.violence import VIOLENCE

RAILS = (DANGER, CRISIS, VIOLENCE, UNDER_AGE, PRESSURE, GRIEF)
# The words with which most phrases begin: the worst that a message can hold.
WORST = "ik wil is mijn man heb er niet "
LONGEST = 20_000
MOST_LOOKS = 250


class Counted(tuple[str, ...]):
    """Words that count how often one of them is looked at."""

    __slots__ = ()
    looks = 0

    def __getitem__(self, place):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN204 - as tuple's
        Counted.looks += 1
        return super().__getitem__(place)


def looks(rail: Rail, text: str) -> tuple[int, int]:
    said = [Counted(sentence) for sentence in sentences(text)]
    Counted.looks = 0
    rail.goes_off(said)
    return Counted.looks, sum(len(sentence) for sentence in said)


@pytest.mark.parametrize("rail", RAILS)
def test_each_word_of_the_longest_message_is_looked_at_a_bounded_number_of_times(
    rail: Rail,
) -> None:
    found, words = looks(rail, (WORST * LONGEST)[:LONGEST])

    assert found <= MOST_LOOKS * words


@pytest.mark.parametrize("rail", RAILS)
def test_twice_the_message_is_at_most_twice_the_work(rail: Rail) -> None:
    text = "ik wil niet dat hij mij er een heeft "
    once, _ = looks(rail, text * 100)
    twice, _ = looks(rail, text * 200)

    assert twice <= 2 * once + 100
