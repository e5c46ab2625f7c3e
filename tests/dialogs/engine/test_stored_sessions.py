"""A stored conversation outlives the flow and the program that it was held with."""

import json

from dialogs.questions import Kind, Question
from dialogs.session import Session, State
from dialogs.summary import summary
from tests.conversation import TODAY, Talk, flow_of, reviewed

OLD = {
    "phase": "open",
    "explained": {"iets_van_vroeger": "[]"},
    "menu": "een_lijst_van_vroeger",
    "proposal": {"key": "weg#3", "value": {"van": 1}},
    "turns": 40,
    "een_veld_van_later": {"x": 1},
}


def answered(question: str, value: object = None, **more: object) -> dict[str, object]:
    answer = {
        "status": "answered",
        "value": value,
        "at": "2025-01-02T10:00:00Z",
        "channel": "web",
        "turn": 2,
        "iets_nieuws": 1,
        **more,
    }
    return {"question": question, "answer": answer}


def old(**entries: object) -> Session:
    ledger = {"mag": answered("mag", value=True), **entries}
    return Session.model_validate_json(json.dumps({**OLD, "ledger": ledger}))


def test_answers_to_questions_that_are_gone_are_kept_and_harm_nothing(talk: Talk) -> None:
    session = old(weg=answered("weg", "x"), **{"weg#3": answered("weg", {"van": 1})})
    back = Talk(flow=talk.flow, session=session)

    back.commands("start")

    assert back.state is State.INTAKE
    assert back.question == "wie"
    assert "weg" in back.session.ledger
    assert summary(back.flow, back.session, TODAY).no_longer == ()


def test_a_list_that_is_gone_does_not_stand_in_the_way(talk: Talk) -> None:
    back = Talk(flow=talk.flow, session=old()).chooses("slachtoffer")

    assert back.question == "dag"


def test_a_value_that_the_facts_no_longer_hold_is_asked_again(talk: Talk) -> None:
    session = old(wie=answered("wie", "burgemeester"), dag=answered("dag", "gisteren"))
    back = Talk(flow=talk.flow, session=session).commands("start")

    assert back.question == "wie"
    assert back.known == {**back.known, "naasten": []}


def test_a_fact_that_an_option_no_longer_settles_is_left_out(talk: Talk) -> None:
    session = old(
        wie=answered("wie", "slachtoffer"),
        kosten=answered("kosten", "5.00", sets={"schade.bestaat_niet": True}),
    )
    back = Talk(flow=talk.flow, session=session).commands("start")

    assert back.feiten.schade.excl_voertuig is None


def test_an_option_that_is_gone_is_still_shown_as_it_was_stored() -> None:
    question = Question(id="kleur", section="s", kind=Kind.CHOICE)
    session = old(kleur=answered("kleur", "paars", choice="paars"))
    back = Talk(flow=flow_of(question), session=session).commands("start")

    line = back.params("controle.overzicht")["regels"][0]
    assert (line.answer.labels, line.answer.value) == ((), "paars")


def test_months_later_everything_is_still_there() -> None:
    talk = reviewed()
    later = Talk(flow=talk.flow, session=talk.session, today=TODAY.replace(year=2027))

    assert later.commands("start").state is State.REVIEW
