from datetime import date
from typing import Any

import pytest

from calc.samenhang import onmogelijk
from tests.zaken import tussen, zaak

TODAY = date(2026, 11, 23)

ALL_DAYS = [
    "gebeurtenis_datum",
    "overlijdensdatum",
    "geboortedatum_slachtoffer",
    "bekend_op",
    "gestuit_op",
    "aansprakelijkheid.gesteld_op",
    "regeling_datum",
    "eerdere_regeling.datum",
    "gegevens.product_in_verkeer_op",
    "gegevens.gemeld_op",
    "gegevens.politie_gemeld_op",
]
AFTER_THE_EVENT = [
    "overlijdensdatum",
    "bekend_op",
    "gestuit_op",
    "aansprakelijkheid.gesteld_op",
    "regeling_datum",
    "eerdere_regeling.datum",
    "gegevens.gemeld_op",
]


def refused(**facts: Any) -> list[tuple[str, str]]:
    return [(found.reden, found.pad) for found in onmogelijk(zaak(facts), TODAY)]


@pytest.mark.parametrize("path", ALL_DAYS)
def test_no_day_lies_after_today(path: str) -> None:
    assert refused(**{path: "2026-11-24"}) == [("datum_in_de_toekomst", path)]
    assert not refused(**{path: "2026-11-23"})


@pytest.mark.parametrize("path", ALL_DAYS)
def test_a_range_that_only_ends_in_the_future_is_possible(path: str) -> None:
    assert not refused(**{path: tussen("2026-11-01", "2026-12-31")})
    assert not refused(**{path: tussen(None, "2026-12-31")})
    assert refused(**{path: tussen("2026-11-24", None)})


@pytest.mark.parametrize("path", AFTER_THE_EVENT)
def test_what_follows_from_the_event_does_not_come_before_it(path: str) -> None:
    reason = f"{path.replace('.', '_')}_voor_gebeurtenis"

    assert refused(gebeurtenis_datum="2026-03-02", **{path: "2026-03-01"}) == [(reason, path)]
    assert not refused(gebeurtenis_datum="2026-03-02", **{path: "2026-03-02"})


@pytest.mark.parametrize("path", AFTER_THE_EVENT)
def test_ranges_are_refused_only_when_no_order_is_possible(path: str) -> None:
    march = tussen("2026-03-01", "2026-03-31")

    assert not refused(gebeurtenis_datum=march, **{path: "2026-03-01"})
    assert refused(gebeurtenis_datum=march, **{path: "2026-02-28"})
    assert not refused(gebeurtenis_datum="2026-03-15", **{path: march})
    assert not refused(gebeurtenis_datum=tussen(None, "2026-03-31"), **{path: "2020-01-01"})
    assert not refused(gebeurtenis_datum="2026-03-15", **{path: tussen("2020-01-01", None)})


@pytest.mark.parametrize(
    ("days", "event", "possible"),
    [
        (8, "2026-11-15", True),
        (9, "2026-11-15", False),
        (0, "2026-11-23", True),
        (1, "2026-11-23", False),
        (9, tussen("2026-11-14", "2026-11-20"), True),
        (9, tussen(None, "2026-11-20"), True),
        (9, None, True),
        (tussen(5, 20), "2026-11-15", True),
        (tussen(9, 20), "2026-11-15", False),
        (tussen(None, 20), "2026-11-15", True),
    ],
)
def test_nobody_is_unable_to_work_longer_than_since_the_event(
    days: Any, event: Any, *, possible: bool
) -> None:
    found = refused(gebeurtenis_datum=event, **{"letsel.ao_dagen": days})

    expected = [] if possible else [("ao_dagen_meer_dan_sinds_gebeurtenis", "letsel.ao_dagen")]
    assert found == expected


def test_an_event_in_the_future_is_refused_once() -> None:
    found = refused(gebeurtenis_datum="2026-12-01", **{"letsel.ao_dagen": 3})

    assert found == [("datum_in_de_toekomst", "gebeurtenis_datum")]


def test_nothing_known_is_possible() -> None:
    assert not refused()


@pytest.mark.parametrize(
    ("hospital", "rehabilitation", "event", "possible"),
    [
        # Ten days ago: the day of the event itself is the eleventh.
        (6, 5, "2026-11-13", True),
        (6, 6, "2026-11-13", False),
        (12, None, "2026-11-13", False),
        (6, tussen(None, 90), "2026-11-13", True),
        (6, tussen(6, 90), "2026-11-13", False),
        (6, tussen(5, 90), "2026-11-13", True),
        (6, 6, tussen("2026-11-01", "2026-11-13"), True),
        (6, 6, tussen(None, "2026-11-13"), True),
        (60, 60, None, True),
        (60, 60, "2026-12-13", True),
    ],
)
def test_nobody_lies_in_bed_longer_than_since_the_event(
    hospital: Any, rehabilitation: Any, event: Any, *, possible: bool
) -> None:
    found = refused(
        gebeurtenis_datum=event,
        **{"gegevens.ziekenhuis_dagen": hospital, "gegevens.revalidatie_dagen": rehabilitation},
    )
    named = [reason for reason, _ in found if reason != "datum_in_de_toekomst"]

    assert named == ([] if possible else ["opgenomen_meer_dan_sinds_gebeurtenis"])


def test_the_longest_of_two_stays_is_asked_again() -> None:
    found = refused(
        gebeurtenis_datum="2026-11-13",
        **{"gegevens.ziekenhuis_dagen": 5, "gegevens.revalidatie_dagen": 50},
    )

    assert found == [("opgenomen_meer_dan_sinds_gebeurtenis", "gegevens.revalidatie_dagen")]
    other = refused(
        gebeurtenis_datum="2026-11-13",
        **{"gegevens.ziekenhuis_dagen": 50, "gegevens.revalidatie_dagen": 5},
    )
    assert other == [("opgenomen_meer_dan_sinds_gebeurtenis", "gegevens.ziekenhuis_dagen")]


@pytest.mark.parametrize(
    ("earlier", "settlement", "possible"),
    [
        ("2026-03-02", "2026-03-02", True),
        ("2026-03-03", "2026-03-02", False),
        (tussen("2026-03-01", "2026-03-31"), "2026-03-02", True),
        (tussen("2026-03-03", None), "2026-03-02", False),
        (tussen(None, "2026-03-31"), "2026-03-02", True),
        ("2026-03-03", tussen(None, None), True),
        ("2026-03-03", tussen(None, "2026-03-02"), False),
        ("2026-03-03", tussen("2026-03-01", "2026-03-03"), True),
        ("2026-03-03", tussen("2026-03-01", None), True),
        ("2026-03-03", None, True),
    ],
)
def test_an_earlier_settlement_is_not_after_the_last_one(
    earlier: Any, settlement: Any, *, possible: bool
) -> None:
    found = refused(regeling_datum=settlement, **{"eerdere_regeling.datum": earlier})

    expected = [] if possible else [("eerdere_regeling_na_regeling", "eerdere_regeling.datum")]
    assert found == expected
