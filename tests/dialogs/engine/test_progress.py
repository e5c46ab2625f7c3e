"""What is said to be left is at most what is left: it only grows when the person opens a door."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs.flows.belofte import MOST_ANSWERS
from dialogs.session import State
from tests.conversation import Talk, at, begun

TYPED = {"contact": "0612345678", "text": "Sam", "date": "3 mei 2026"}


def left(talk: Talk) -> int:
    return talk.step.progress.of - talk.step.progress.done


def answers_somehow(talk: Talk, chance: Random) -> bool:
    """Answer what is asked; tells whether the person chose to be asked more."""
    assert talk.asked is not None
    question = talk.flow.question(talk.question or "")
    choices = [one for one in talk.choices if one not in ("mens", "gevaar", "zo_laten")]
    choices = ["ja"] if question.needs_human_unless_yes else [*choices, "typ"]
    choice = chance.choice(choices)
    if choice == "typ":
        talk.says(TYPED.get(question.kind.value, "weet ik niet"))
    else:
        talk.chooses(choice)
    return question.door


@settings(
    deadline=None, max_examples=20, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(chance=st.randoms(use_true_random=False))
def test_what_is_left_never_grows_unless_a_door_is_opened(chance: Random) -> None:
    talk = begun()
    for _ in range(150):
        if talk.state is not State.INTAKE:
            break
        before, asked = left(talk), talk.question
        opened = answers_somehow(talk, chance)
        if talk.state is State.INTAKE and not opened:
            assert left(talk) <= before, asked
    assert talk.state is State.REVIEW
    assert left(talk) == 1


def test_what_was_promised_before_the_first_question_holds() -> None:
    promised = max(MOST_ANSWERS.values()) + 1

    assert left(Talk().commands("start")) == promised
    assert left(begun()) == promised - 1


@pytest.mark.parametrize("role", sorted(MOST_ANSWERS))
def test_who_it_is_about_tells_how_many_there_are_at_most(role: str) -> None:
    assert left(at("oorzaak", rol=role)) < MOST_ANSWERS[role]
