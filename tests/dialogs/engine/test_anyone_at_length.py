"""Anyone does whatever comes to mind for thousands of turns, with words that break things."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from dialogs.events import Chose, Commanded, Said, Sent
from tests.adversary import MESSAGES
from tests.dialogs.engine.test_walker import MOST_STEPS, Anyone

pytestmark = pytest.mark.long

# What each sign of a long message may add; those that need most take half of it.
MOST_STEPS_PER_SIGN = 600


class Adversary(Anyone):
    """Anyone, who also means harm."""

    signs = 0

    def act(self, act: Said | Chose | Sent | Commanded) -> None:
        self.signs = sum(len(value) for _, value in act if isinstance(value, str))
        super().act(act)

    @rule(words=MESSAGES)
    def says_what_breaks_things(self, words: str) -> None:
        self.act(Said(text=whole(words)))

    @rule(name=MESSAGES)
    def sends_a_file_with_such_a_name(self, name: str) -> None:
        self.act(Sent(name=whole(name)))

    @invariant()
    def a_turn_takes_a_bounded_number_of_steps(self) -> None:
        assert self.steps <= MOST_STEPS + MOST_STEPS_PER_SIGN * self.signs


def whole(words: str) -> str:
    """Return words as the program passes them on: halves of signs are mended before."""
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def test_after_thousands_of_turns_there_is_still_a_way_on_and_nothing_is_lost() -> None:
    run_state_machine_as_test(
        Adversary,
        settings=settings(
            max_examples=150,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
