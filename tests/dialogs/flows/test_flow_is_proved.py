"""`flow check`: every question reachable, every path ends, nothing longer than promised."""

from collections.abc import Container

import pytest
from pydantic import ValidationError

from dialogs.conditions import (
    AllOf,
    AnyOf,
    Has,
    Is,
    IsKnown,
    Not,
    Positive,
    Unless,
    all_of,
    any_of,
    is_,
)
from dialogs.flow import Flow, Limits
from dialogs.flows.intake import FLOW, LIMITS
from dialogs.inspection.bounds import longest
from dialogs.inspection.checks import (
    Finding,
    findings,
    long_labels,
    long_paths,
    missing_texts,
    opens,
    unreached,
)
from dialogs.questions import Explanation, Importance, Item, Kind, Option, Question, Repeat
from tests.conversation import TODAY, flow_of, texts, vocabulary


def yesno(name: str, **more: object) -> Question:
    return Question(id=name, section="s", kind=Kind.YESNO, **more)


ROLE = Question(
    id="wie",
    section="s",
    kind=Kind.CHOICE,
    fact="rol",
    options=(Option(id="slachtoffer"), Option(id="naaste")),
)


def test_the_real_flow_is_proved() -> None:
    assert findings(FLOW, LIMITS, vocabulary(), texts(), TODAY) == ()


def test_the_promise_about_the_length_is_exact() -> None:
    for who, most in LIMITS.most.items():
        assert longest(FLOW, TODAY, {LIMITS.fact: who}, opens(FLOW)) == most


def test_what_opens_more_is_known() -> None:
    assert opens(FLOW) == {"meer", "posten", "gezin_nu", "nog_een_naaste", "nog_een_verwant"}


def test_a_question_that_never_comes_up_is_found() -> None:
    never = yesno("nooit", when=all_of(is_("misdrijf", True), is_("misdrijf", False)))

    found = unreached(flow_of(yesno("een", fact="misdrijf"), never), TODAY)

    assert found == (Finding(item="nooit", problem="is never reached"),)


def test_an_explanation_that_never_comes_up_is_found() -> None:
    never = Explanation(id="nooit", when=is_("beoordeling.classificatie.uitkomst", "ZL"))

    assert unreached(flow_of(never), TODAY) == (Finding(item="nooit", problem="is never reached"),)


def test_a_question_whose_answer_cannot_be_a_fact_stays_open() -> None:
    wrong = Question(
        id="fout", section="s", kind=Kind.CHOICE, fact="rol", options=(Option(id="burgemeester"),)
    )

    assert Finding(item="fout", problem="is never closed") in unreached(flow_of(wrong), TODAY)


def test_a_path_that_is_longer_than_promised_is_found() -> None:
    flow = flow_of(ROLE, yesno("een", when=is_("rol", "naaste")), yesno("twee"))
    limits = Limits(fact="rol", most={"slachtoffer": 2, "naaste": 2})

    assert [finding.item for finding in long_paths(flow, limits, TODAY)] == ["rol naaste"]


@pytest.mark.parametrize(
    ("items", "most"),
    [
        ((yesno("a"), yesno("b")), 2),
        ((yesno("a", fact="misdrijf"), yesno("b", when=is_("misdrijf", True))), 2),
        (
            (
                yesno("a", fact="misdrijf"),
                yesno("b", when=is_("misdrijf", True)),
                yesno("c", when=is_("misdrijf", False)),
            ),
            2,
        ),
        ((yesno("a"), yesno("b", when=is_("leeftijd.onder_16", True))), 2),
        ((yesno("a", door=True), yesno("b", when=is_("antwoord.a", True))), 1),
        (
            (
                Repeat(fact="naasten", first=AllOf(of=()), more=yesno("m"), items=(yesno("x"),)),
                yesno("z"),
            ),
            3,
        ),
        ((Explanation(id="e"), yesno("a", when=any_of(is_("leeftijd.onder_16", True)))), 1),
        ((yesno("a", fact="misdrijf"), yesno("b", when=Not(of=is_("misdrijf", True)))), 2),
        ((yesno("a", fact="misdrijf"), yesno("b", when=Unless(certain=is_("misdrijf", True)))), 2),
    ],
)
def test_the_longest_path_is_counted(items: tuple[Item, ...], most: int) -> None:
    flow = flow_of(*items)

    assert longest(flow, TODAY, {}, opens(flow)) == most


class Nothing(Container[str]):
    def __contains__(self, key: object) -> bool:
        return False


def test_texts_that_are_missing_are_found() -> None:
    flow = flow_of(
        yesno("een", needs_human_unless_yes=True, importance=Importance.VERPLICHT),
        Explanation(id="e"),
    )
    found = {finding.item for finding in missing_texts(flow, Nothing())}

    assert found >= {
        "vraag.een.ask",
        "vraag.een.why",
        "vraag.een.not_understood",
        "vraag.een.kort",
        "vraag.een.naar_mens",
        "sectie.s.title",
        "sectie.s.who",
        "sectie.s.unknown",
        "optie.ja",
        "uitleg.e",
        "commando.start",
    }


def test_labels_that_are_too_long_and_lists_with_too_many_rows_are_found() -> None:
    many = Question(
        id="veel",
        section="s",
        kind=Kind.CHOICE,
        options=tuple(Option(id=f"keus_{number}") for number in range(11)),
    )
    three = Question(id="drie", section="s", kind=Kind.CHOICE, options=(Option(id="een"),))
    words = {"vraag.drie.optie.een": ("x" * 21,), "sectie.s.title": ("y" * 25,)}

    found = {finding.item for finding in long_labels(flow_of(many, three), words)}

    assert found == {"veel", "vraag.drie.optie.een", "sectie.s.title"}


# --- what a flow refuses when it is built --------------------------------------------------------


def test_an_id_stands_for_one_thing() -> None:
    with pytest.raises(ValidationError, match="ids used twice: \\['een'\\]"):
        flow_of(yesno("een"), Explanation(id="een"))


@pytest.mark.parametrize(
    "when",
    [
        is_("misdrijf", True),
        IsKnown(path="schade.voertuig"),
        Has(path="antwoord.later", member="x"),
        Positive(path="letsel.ao_dagen"),
        Unless(certain=is_("antwoord.later", True)),
        AnyOf(of=(Is(path="rol", values=("naaste",)),)),
    ],
)
def test_a_condition_only_looks_back(when: Unless) -> None:
    with pytest.raises(ValidationError, match="which nothing before it tells"):
        flow_of(yesno("een", when=when), yesno("later", fact="misdrijf"))


def test_a_list_only_looks_back_too() -> None:
    with pytest.raises(ValidationError, match="naasten looks at rol"):
        flow_of(
            Repeat(fact="naasten", first=is_("rol", "naaste"), more=yesno("m"), items=()), ROLE
        )


def test_what_an_option_settles_may_be_looked_at() -> None:
    settling = Question(
        id="een",
        section="s",
        kind=Kind.CHOICE,
        options=(Option(id="x", sets={"misdrijf": True}),),
        ongoing="letsel.ao_loopt_nog",
    )

    flow = flow_of(
        settling,
        yesno("twee", when=is_("misdrijf", True)),
        yesno("drie", when=is_("letsel.ao_loopt_nog", True)),
    )

    assert isinstance(flow, Flow)
    assert flow.question("drie").id == "drie"
    with pytest.raises(KeyError):
        flow.question("vier")
