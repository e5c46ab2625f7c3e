"""A case becomes urgent because days pass, on the day that it does and with what it was told."""

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.app import parts as real_parts
from bot.days.relabelling import looked_again
from bot.days.terms_ahead import ahead
from bot.parts import Parts
from bot.ports import Conversation
from bot.settings import Settings, database_url
from dialogs.session import Session
from dialogs.urgency import Urgency
from tests.balie import HeldClock
from tests.people import LIGHT, Person

HERE = ZoneInfo("Europe/Amsterdam")


def assessed(today: str, *terms: tuple[str, str, str]) -> Session:
    rows = [{"id": name, "status": status, "veilig_tot": day} for name, status, day in terms]
    return Session(beoordeling={"termijnen": rows, "herkomst": {"berekend_op": today}})


def test_the_next_term_is_the_first_right_that_is_not_past() -> None:
    session = assessed(
        "2026-01-10",
        ("contact_2_weken", "loopt", "2026-01-20"),
        ("wam_3_jaar", "verstreken", "2025-12-31"),
        ("bw_5_jaar", "loopt", "2028-05-31"),
    )

    assert ahead(session).next_term == date(2028, 5, 31)


@pytest.mark.parametrize(
    ("today", "last", "look"),
    [
        ("2026-01-10", "2028-05-31", "2027-12-01"),
        ("2026-01-10", "2026-08-31", "2026-03-01"),
        ("2026-02-28", "2026-08-31", "2026-03-01"),
        ("2026-03-01", "2026-08-31", "2026-09-01"),
        ("2026-08-31", "2026-08-31", "2026-09-01"),
    ],
)
def test_a_case_is_looked_at_again_when_its_term_comes_near_and_when_it_has_passed(
    today: str, last: str, look: str
) -> None:
    session = assessed(today, ("bw_5_jaar", "loopt", last))

    assert ahead(session).relabel_on == date.fromisoformat(look)


def test_without_an_assessment_nothing_is_ahead() -> None:
    assert ahead(Session()).relabel_on is None


async def test_a_deadline_that_comes_near_makes_a_case_urgent_without_a_word(
    tmp_path: Path,
) -> None:
    clock = HeldClock()
    settings = Settings(database_url=database_url(str(tmp_path / "lw.db")), _env_file=None)
    parts = await real_parts(settings, clock)
    try:
        await Person(parts.service, parts.store, LIGHT, clock.now(), "web", "een").walk()
        before = await known(parts)
        look, term = before.labels.relabel_on, before.labels.next_term
        assert look is not None
        assert term is not None
        assert before.labels.urgency is Urgency.NORMAL

        clock.time = datetime.combine(look, datetime.min.time(), HERE) - timedelta(minutes=1)
        assert await looked_again(parts) == 0
        clock.passes(timedelta(minutes=2))
        assert await looked_again(parts) == 1

        after = await known(parts)
        assert after.labels.urgency is Urgency.TODAY
        assert "verjaring_dreigt" in after.labels.signals
        assert after.labels.next_term == term
        assert after.session == before.session
        assert await looked_again(parts) == 0
    finally:
        await parts.store.close()


async def known(parts: Parts) -> Conversation:
    found = await parts.store.conversation_of("web", "een")
    assert found is not None
    return found
