"""After violence the own copy is not brought unasked: who did it may look where it comes."""

import pytest

from bot.sentences.render import Renderer
from bot.settings import Settings
from dialogs.flow import Flow
from dialogs.questions import Kind, Option, Question
from dialogs.session import State
from tests.conversation import Talk, flow_of, texts

WAITS = "gesprek.kopie_op_vraag"
CAUSE = Question(
    id="oorzaak",
    section="s",
    kind=Kind.CHOICE,
    fact="oorzaak",
    options=(Option(id="verkeer"), Option(id="misdrijf")),
)


def brings_copy(talk: Talk) -> bool:
    """Tell whether a channel gets the copy to bring with what was said last."""
    renderer = Renderer(texts(), (), Settings(_env_file=None))
    return renderer.outgoing(talk.step, talk.session, "LW-2026-000001").own_copy


def handed_over(cause: str) -> Talk:
    talk = Talk(flow=flow_of(CAUSE)).commands("start").chooses(cause, "klopt")
    assert talk.state is State.HANDED_OVER
    return talk


@pytest.mark.parametrize("cause", ["verkeer", "weet_niet"])
def test_after_anything_else_it_is_brought_at_the_hand_over(cause: str) -> None:
    talk = handed_over(cause)

    assert WAITS not in talk.told
    assert brings_copy(talk)


def test_after_a_crime_it_is_offered_and_brought_only_when_asked_for() -> None:
    talk = handed_over("misdrijf")

    assert talk.told == ["gesprek.overgedragen", WAITS]
    assert not brings_copy(talk)
    assert brings_copy(talk.commands("gegevens"))


def test_after_violence_in_what_was_told_it_is_offered_as_well(flow: Flow) -> None:
    talk = Talk(flow=flow).commands("start").chooses("ja").says("mijn man slaat mij")
    talk.until("controle").chooses("klopt")

    assert talk.state is State.HANDED_OVER
    assert talk.told == ["gesprek.overgedragen", WAITS]
    assert not brings_copy(talk)
