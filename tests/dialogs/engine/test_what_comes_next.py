from dialogs.conditions import IsKnown, Not, Unless, is_
from dialogs.flow import Flow
from dialogs.questions import Explanation, Importance, Kind, Question
from dialogs.session import State
from tests.conversation import Talk, flow_of


def yesno(name: str, **more: object) -> Question:
    return Question(id=name, section="s", kind=Kind.YESNO, **more)


def test_questions_come_in_order_and_then_the_overview(talk: Talk) -> None:
    talk.chooses("slachtoffer").says("3 mei 2026").chooses("overslaan", "nul")

    assert talk.question == "kosten"

    talk.says("100 euro").chooses("nee").says("Sanne")

    assert talk.state is State.REVIEW
    assert talk.question == "controle"
    assert talk.choices == ["klopt", "wijzig"]
    assert "controle.overzicht" in talk.told


def test_what_one_answer_settles_is_not_asked_again(talk: Talk) -> None:
    talk.until("dagen").says("al 2 weken, nog steeds")

    assert talk.feiten.letsel.ao_loopt_nog is True
    assert talk.question == "kosten"


def test_a_question_waits_while_its_condition_is_unknown() -> None:
    flow = flow_of(yesno("een", fact="misdrijf"), yesno("twee", when=is_("misdrijf", True)))

    assert Talk(flow=flow).commands("start").chooses("weet_niet").state is State.REVIEW
    assert Talk(flow=flow).commands("start").chooses("ja").question == "twee"


def test_an_answer_that_no_longer_applies_is_kept_and_comes_back() -> None:
    flow = flow_of(
        yesno("een", fact="misdrijf"),
        Question(
            id="twee",
            section="s",
            kind=Kind.MONEY,
            fact="schade.voertuig",
            when=Unless(certain=is_("misdrijf", False)),
        ),
    )
    talk = Talk(flow=flow).commands("start").chooses("ja").says("250 euro")

    talk.commands("wijzig").chooses("sectie:s", "antwoord:een", "nee")
    assert talk.known["schade"] == {"posten": {}}
    talk.commands("wijzig").chooses("sectie:s", "antwoord:een", "ja")
    assert talk.known["schade"]["voertuig"] == "250.00"
    assert talk.state is State.REVIEW


def test_an_explanation_is_told_once_and_only_when_its_moment_has_come() -> None:
    flow = flow_of(yesno("een"), Explanation(id="x"), yesno("twee"), yesno("drie"))
    talk = Talk(flow=flow).commands("start")

    assert "uitleg.x" not in talk.told
    assert "uitleg.x" in talk.chooses("ja").told
    assert "uitleg.x" not in talk.chooses("ja").told
    assert "uitleg.x" not in talk.commands("terug").chooses("nee").told


def test_an_explanation_is_told_anew_when_what_it_tells_has_changed(talk: Talk) -> None:
    talk.until("extra", dag="1 maart 2026", dagen="5 dagen", kosten="100 euro")
    assert "uitleg.uitslag" in talk.told

    talk.commands("wijzig").chooses("sectie:u", "antwoord:kosten").says("200 euro")
    assert "uitleg.uitslag" not in talk.told

    talk.commands("wijzig").chooses("sectie:u", "antwoord:kosten").says("9000 euro")
    assert "uitleg.uitslag" in talk.told


def test_whether_to_explain_is_decided_on_all_that_is_known() -> None:
    flow = flow_of(
        yesno("een"),
        Explanation(id="x", when=Not(of=IsKnown(path="antwoord.een"))),
        Explanation(id="y", when=IsKnown(path="antwoord.een")),
        yesno("twee"),
    )

    assert Talk(flow=flow).commands("start").chooses("ja").told == ["uitleg.y"]


def test_progress_counts_what_is_answered_and_what_is_still_to_come(talk: Talk) -> None:
    before = talk.step.progress

    after = talk.chooses("slachtoffer").step.progress

    assert (before.done, after.done) == (1, 2)
    assert before.of == after.of
    while talk.state is not State.REVIEW:
        talk.chooses("weet_niet" if "weet_niet" in talk.choices else "overslaan")
        if "klaar" in talk.choices:
            talk.chooses("klaar")
    assert talk.step.progress.done + 1 == talk.step.progress.of


def test_an_empty_flow_goes_straight_to_the_overview() -> None:
    assert Talk(flow=flow_of()).commands("start").state is State.REVIEW


def test_an_optional_question_can_be_skipped_in_words(talk: Talk) -> None:
    talk.until("verhaaltje").says("sla over")

    assert talk.question == "dagen"
    assert talk.session.ledger["verhaaltje"].answer is not None


def test_nothing_is_asked_after_the_hand_over(talk: Talk) -> None:
    talk.until("controle").chooses("klopt")

    assert talk.state is State.HANDED_OVER
    assert talk.asked is None
    assert talk.session.handed_over_at is not None
    assert talk.says("hallo?", "nog iets").asked is None


def test_a_flow_that_grew_while_a_person_was_away_asks_only_what_is_new(flow: Flow) -> None:
    talk = Talk(flow=flow).commands("start").chooses("ja").until("controle")
    grown = flow.model_copy(
        update={"version": "2", "items": (*flow.items, yesno("nieuw", fact="misdrijf"))}
    )

    talk.flow = grown
    talk.commands("start")

    assert talk.question == "nieuw"
    assert talk.session.flow_version == "2"


def test_a_must_cannot_be_skipped_but_may_be_unknown() -> None:
    must = yesno("een", fact="misdrijf", importance=Importance.VERPLICHT)
    talk = Talk(flow=flow_of(must)).commands("start")

    assert talk.chooses("overslaan").told == ["gesprek.oude_knop"]
    assert talk.chooses("weet_niet").state is State.REVIEW
