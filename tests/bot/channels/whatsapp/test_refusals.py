"""Every refusal leads to what helps: waiting, an invitation, an operator, or giving up."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.whatsapp.refusals import (
    OutsideWindow,
    Refusal,
    Then,
    consequence,
    refusal_of,
    seconds,
)
from bot.ports import (
    LONGEST_HOLD,
    Barrier,
    MessageClass,
    NobodyThere,
    Posted,
    TryLater,
    Unreachable,
)
from tests.storage_cases import outgoing

AT = datetime(2026, 11, 25, 12, tzinfo=UTC)


def posted(attempts: int = 0) -> Posted:
    return Posted(
        id=1,
        conversation=1,
        line=2,
        channel="whatsapp",
        chat_id="NL.1",
        message_class=MessageClass.BOT,
        epoch=0,
        attempts=attempts,
        at=AT,
        outgoing=outgoing("x"),
    )


@pytest.mark.parametrize(
    ("code", "then"),
    [
        *((code, Then.AGAIN) for code in (1, 2, 4, 80007, 130429, 131000, 131016)),
        (131056, Then.PAIR),
        (131057, Then.MAINTENANCE),
        *((code, Then.OPERATOR) for code in (0, 190, 3, 10, 131031, 368, 131042)),
        *((code, Then.OPERATOR) for code in (133010, 131048, *range(200, 300))),
        *((code, Then.TEMPLATE) for code in (132000, 132001, 132015, 132016)),
        (131047, Then.OUTSIDE),
        *((code, Then.GONE) for code in (131021, 131049, 131050, 131062)),
        *((code, Then.FILE) for code in (131051, 131052, 131053)),
        *((code, Then.OURS) for code in (33, 100, 131008, 131009)),
        *((code, Then.NOBODY) for code in (131026, 130497)),
        (999_999, Then.GONE),
    ],
)
def test_each_code_has_its_remedy(code: int, then: Then) -> None:
    assert Refusal(code=code).then is then


def test_a_code_that_nobody_knows_passes_when_the_server_says_so() -> None:
    assert Refusal(code=999_999, status=500).then is Then.AGAIN
    assert Refusal(code=999_999, transient=True).then is Then.AGAIN


@given(st.integers(min_value=0, max_value=999_999))
def test_a_code_is_found_again_in_what_is_stored_and_can_be_logged(code: int) -> None:
    reason = Refusal(code=code).reason

    assert refusal_of(reason).code == code
    assert not any(len(figures) > 4 for figures in reason.split("-"))


@pytest.mark.parametrize("reason", [None, "", "network", "-"])
def test_a_failure_without_a_code_may_pass_by_itself(reason: str | None) -> None:
    assert refusal_of(reason).then is Then.AGAIN


def test_too_much_to_one_person_waits_four_times_as_long_each_time() -> None:
    assert [seconds(Then.PAIR, attempts) for attempts in range(6)] == [4, 16, 64, 256, 1024, 1024]


@pytest.mark.parametrize("code", [4, 131056, 131057, 190])
def test_what_passes_or_is_mended_is_waited_for_but_not_for_ever(code: int) -> None:
    soon = consequence(Refusal(code=code), posted(), AT + timedelta(hours=1))
    late = consequence(Refusal(code=code), posted(), AT + LONGEST_HOLD)

    assert isinstance(soon, TryLater)
    assert isinstance(late, Unreachable)


def test_a_token_that_does_not_work_is_not_hurried() -> None:
    waited = consequence(Refusal(code=190), posted(), AT)

    assert isinstance(waited, TryLater)
    assert waited.seconds >= 600


def test_whoever_was_silent_for_too_long_is_invited() -> None:
    assert isinstance(consequence(Refusal(code=131047), posted(), AT), OutsideWindow)


@pytest.mark.parametrize("code", [131026, 131051, 100, 132001, 999_999])
def test_what_never_works_is_given_up_under_its_code(code: int) -> None:
    gone = consequence(Refusal(code=code), posted(), AT)

    assert isinstance(gone, Unreachable)
    assert str(gone) == Refusal(code=code).reason


@pytest.mark.parametrize("code", [131026, 130497])
def test_whoever_cannot_be_reached_is_told_apart_from_a_message_that_is_refused(
    code: int,
) -> None:
    nobody = consequence(Refusal(code=code), posted(), AT)

    assert isinstance(nobody, NobodyThere)
    assert nobody.barrier is Barrier.UNDELIVERABLE
    assert not isinstance(consequence(Refusal(code=131051), posted(), AT), NobodyThere)
