"""Nothing is asked without consent, nor of a child without a parent or carer."""

import pytest

from dialogs.questions import Importance, Kind, Question
from dialogs.session import State
from tests.conversation import Talk, flow_of

CARER = Question(
    id="ouder",
    section="s",
    kind=Kind.YESNO,
    importance=Importance.VERPLICHT,
    needs_human_unless_yes=True,
)
HEALTH = Question(id="ziek", section="s", kind=Kind.YESNO, fact="letsel.restloos")


@pytest.mark.parametrize("no", ["nee", "nee dank u"])
def test_without_consent_the_conversation_stops(flow: object, no: str) -> None:
    talk = Talk(flow=flow).commands("start").says(no)  # type: ignore[arg-type]

    assert talk.state is State.STOPPED
    assert talk.told == ["gesprek.geen_toestemming"]
    assert talk.asked is None


@pytest.mark.parametrize(
    "words", ["weet ik niet", "misschien", "sla over", "ik denk het wel", "straks", "?", "3 mei"]
)
def test_only_a_plain_yes_is_consent(talk: Talk, words: str) -> None:
    fresh = Talk(flow=talk.flow).commands("start").says(words)

    assert fresh.state is State.CONSENT
    assert fresh.question == "mag"


@pytest.mark.parametrize("choice", ["weet_niet", "overslaan", "slachtoffer", "klopt", "zo_laten"])
def test_no_other_button_is_consent(talk: Talk, choice: str) -> None:
    assert Talk(flow=talk.flow).commands("start").chooses(choice).state is State.CONSENT


@pytest.mark.parametrize("command", ["start", "terug", "wijzig"])
def test_however_a_refused_talk_is_taken_up_again_consent_comes_first(
    talk: Talk, command: str
) -> None:
    refused = Talk(flow=talk.flow).commands("start").chooses("nee")

    refused.commands(command)

    assert refused.state is State.CONSENT
    assert refused.question == "mag"
    assert refused.chooses("ja").question == "wie"


def test_a_refused_talk_that_a_human_took_over_asks_for_consent_too(talk: Talk) -> None:
    refused = Talk(flow=talk.flow).commands("start").chooses("nee").commands("mens")

    assert refused.state is State.WITH_HUMAN
    assert refused.commands("start").question == "mag"


def test_a_refused_talk_that_was_paused_asks_for_consent_too(talk: Talk) -> None:
    refused = Talk(flow=talk.flow).commands("start").chooses("nee").commands("pauze")

    assert refused.state is State.PAUSED
    assert refused.says("ik ben er weer").question == "mag"


@pytest.mark.parametrize("no", ["nee", "weet ik niet", "liever niet"])
def test_a_child_without_a_carer_goes_to_a_human(no: str) -> None:
    talk = Talk(flow=flow_of(CARER, HEALTH)).commands("start").says(no)

    assert talk.state is State.WITH_HUMAN
    assert talk.told == ["vraag.ouder.naar_mens"]
    assert talk.asked is None


def test_a_child_cannot_go_on_alone_afterwards() -> None:
    talk = Talk(flow=flow_of(CARER, HEALTH)).commands("start").chooses("nee")

    assert talk.commands("start").question == "ouder"
    assert talk.chooses("nee").state is State.WITH_HUMAN
    assert talk.commands("start").chooses("ja").question == "ziek"


def test_consent_is_kept_with_when_and_which_texts(talk: Talk) -> None:
    answer = talk.session.ledger["mag"].answer

    assert answer is not None
    assert (answer.value, answer.channel, answer.flow_version) == (True, "test", "1")
