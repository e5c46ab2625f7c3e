"""Anyone does whatever comes to mind for thousands of turns, with words that break things."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import rule, run_state_machine_as_test

from dialogs.events import Said, Sent
from tests.adversary import MESSAGES
from tests.dialogs.engine.test_walker import Anyone

pytestmark = pytest.mark.long


class Adversary(Anyone):
    """Anyone, who also means harm."""

    @rule(words=MESSAGES)
    def says_what_breaks_things(self, words: str) -> None:
        self.act(Said(text=whole(words)))

    @rule(name=MESSAGES)
    def sends_a_file_with_such_a_name(self, name: str) -> None:
        self.act(Sent(name=whole(name)))


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
