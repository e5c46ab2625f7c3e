"""Terms: the last day, how near it is, and what moves it. Never "verjaard"."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.termijnen import Termijn
from tests.zaken import LICHT, VANDAAG, beoordeeld, sleutels, tussen

BASE = {"rol": "slachtoffer", "oorzaak": "overig", "misdrijf": False}
MOTOR = {"oorzaak": "verkeer", "verkeer.tegenpartij": "motorvoertuig"}
ALARMS = {"verjaring_dreigt", "verjaring_misschien_verstreken"}


def terms(*layers: Any, today: date = VANDAAG, **facts: Any) -> dict[str, Termijn]:
    found = beoordeeld(BASE, *layers, facts, today=today).termijnen
    return {term.id.value: term for term in found}


def last(name: str, *layers: Any, today: date = VANDAAG, **facts: Any) -> str | None:
    found = terms(*layers, today=today, **facts).get(name)
    return None if found is None else found.laatste_dag.isoformat()


def reasons(name: str, *layers: Any, today: date = VANDAAG, **facts: Any) -> list[str]:
    return sleutels(*terms(*layers, today=today, **facts)[name].redenen)


def alarms(*layers: Any, today: date = VANDAAG, **facts: Any) -> set[str]:
    return ALARMS & set(beoordeeld(BASE, *layers, facts, today=today).signalen)


# --- five years after knowledge ---


@pytest.mark.parametrize(
    ("facts", "day"),
    [
        # F-35: known 10 January 2022, last day 10 January 2027.
        ({"gebeurtenis_datum": "2022-01-01", "bekend_op": "2022-01-10"}, "2027-01-10"),
        ({"gebeurtenis_datum": "2022-01-01"}, "2027-01-01"),
        ({"bekend_op": "2022-01-10"}, "2027-01-10"),
        ({"gebeurtenis_datum": "2024-02-29"}, "2029-02-28"),
        # From the earliest day.
        ({"gebeurtenis_datum": tussen("2022-01-01", "2022-01-31")}, "2027-01-01"),
        ({"bekend_op": tussen("2022-02-01", None)}, "2027-02-01"),
        (
            {"gebeurtenis_datum": "2022-01-01", "bekend_op": tussen(None, "2023-01-01")},
            "2027-01-01",
        ),
        ({}, None),
        # Known before it happened cannot be, and is refused elsewhere; it stops nothing here.
        (
            {"gebeurtenis_datum": "2022-01-01", "bekend_op": tussen(None, "2021-01-01")},
            "2027-01-01",
        ),
        # Only the latest day is known: too late even then, or nobody can say.
        ({"gebeurtenis_datum": tussen(None, "2020-12-31")}, "2025-12-31"),
        ({"gebeurtenis_datum": tussen(None, "2021-11-23")}, None),
        ({"gebeurtenis_datum": tussen(None, "2021-11-22")}, "2026-11-22"),
        ({"bekend_op": tussen(None, "2021-11-22")}, "2026-11-22"),
        (
            {
                "gebeurtenis_datum": tussen(None, "2020-12-31"),
                "bekend_op": tussen(None, "2020-06-30"),
            },
            "2025-12-31",
        ),
    ],
    ids=str,
)
def test_five_years_after_damage_and_liable_person_were_known(
    facts: dict[str, Any], day: str | None
) -> None:
    assert last("bw_5_jaar", facts) == day


def test_the_reason_says_from_which_day_and_how_sure_that_is() -> None:
    known = {"gebeurtenis_datum": "2022-01-01", "bekend_op": "2022-01-10"}

    assert reasons("bw_5_jaar", known) == ["termijn_bw_5_jaar"]
    assert reasons("bw_5_jaar", gebeurtenis_datum="2022-01-01") == [
        "termijn_bw_5_jaar",
        "termijn_vanaf_gebeurtenis",
    ]
    rough = terms(bekend_op=tussen("2022-01-01", "2022-01-31"))["bw_5_jaar"]
    assert rough.redenen[0].waarden == {"vanaf": "2022-01-01", "laatste_dag": "2027-01-01"}
    assert rough.redenen[1].waarden == {"tot": "2027-01-31"}
    assert reasons("bw_5_jaar", bekend_op=tussen(None, "2020-01-01")) == [
        "termijn_bw_5_jaar",
        "termijn_hooguit",
    ]


@pytest.mark.parametrize(
    ("facts", "day"),
    [
        # F-36: born 15 March 2005, last day 15 March 2028.
        (
            {"gebeurtenis_datum": "2015-05-05", "geboortedatum_slachtoffer": "2005-03-15"},
            "2028-03-15",
        ),
        # The day before coming of age, and the day itself.
        (
            {"gebeurtenis_datum": "2023-03-14", "geboortedatum_slachtoffer": "2005-03-15"},
            "2028-03-15",
        ),
        (
            {"gebeurtenis_datum": "2023-03-15", "geboortedatum_slachtoffer": "2005-03-15"},
            "2028-03-15",
        ),
        (
            {"gebeurtenis_datum": "2023-03-16", "geboortedatum_slachtoffer": "2005-03-15"},
            "2028-03-16",
        ),
        (
            {"gebeurtenis_datum": "2023-05-05", "geboortedatum_slachtoffer": "1980-03-15"},
            "2028-05-05",
        ),
        # Known roughly: the earliest birthday.
        (
            {
                "gebeurtenis_datum": "2015-05-05",
                "geboortedatum_slachtoffer": tussen("2005-01-01", "2005-12-31"),
            },
            "2028-01-01",
        ),
        (
            {
                "gebeurtenis_datum": "2022-05-05",
                "geboortedatum_slachtoffer": tussen(None, "2005-12-31"),
            },
            "2027-05-05",
        ),
        # After a death the claim is that of relatives.
        (
            {
                "gebeurtenis_datum": "2022-05-05",
                "geboortedatum_slachtoffer": "2015-03-15",
                "overlijdensdatum": "2022-05-06",
            },
            "2027-05-05",
        ),
    ],
    ids=str,
)
def test_a_minor_has_until_five_years_after_coming_of_age(facts: dict[str, Any], day: str) -> None:
    assert last("bw_5_jaar", facts) == day


def test_a_relative_of_a_minor_is_warned_for_a_claim_of_their_own() -> None:
    facts = {"gebeurtenis_datum": "2020-05-05", "geboortedatum_slachtoffer": "2012-03-15"}

    child = terms(facts)["bw_5_jaar"]
    mother = terms(facts, rol="naaste")["bw_5_jaar"]

    assert child.laatste_dag == mother.laatste_dag == date(2035, 3, 15)
    assert (child.status, mother.status) == ("loopt", "verstreken")
    assert mother.veilig_tot == date(2025, 5, 5)
    assert sleutels(*mother.redenen)[-2:] == ["termijn_minderjarig", "termijn_naaste_eerder"]
    assert alarms(facts, rol="naaste") == {"verjaring_misschien_verstreken"}
    assert alarms(facts) == set()


@pytest.mark.parametrize(
    ("event", "stands"), [("2004-01-31", True), ("2004-02-01", False), ("2022-01-01", False)]
)
def test_an_old_event_may_fall_under_older_law(event: str, *, stands: bool) -> None:
    assert ("termijn_oud_recht" in reasons("bw_5_jaar", gebeurtenis_datum=event)) is stands


@pytest.mark.parametrize(("crime", "stands"), [(True, True), (False, False), (None, False)])
def test_a_crime_may_lengthen_it_against_the_offender(crime: Any, *, stands: bool) -> None:
    found = reasons("bw_5_jaar", gebeurtenis_datum="2022-01-01", misdrijf=crime)

    assert ("termijn_misdrijf_vervolging" in found) is stands


# --- three years against the motor insurer ---


def test_three_years_from_the_fact() -> None:
    # F-37: event 24 November 2023, last day 24 November 2026, safe until the day before.
    found = terms(MOTOR, gebeurtenis_datum="2023-11-24", bekend_op="2024-05-05")["wam_3_jaar"]

    assert found.laatste_dag == date(2026, 11, 24)
    assert found.veilig_tot == date(2026, 11, 23)
    assert found.bron == ("wam_10",)


@pytest.mark.parametrize(
    ("facts", "counts"),
    [
        ({"oorzaak": "verkeer", "verkeer.tegenpartij": "motorvoertuig"}, True),
        ({"oorzaak": "verkeer", "verkeer.tegenpartij": "onbekend"}, True),
        ({"oorzaak": "verkeer"}, True),
        ({"oorzaak": "verkeer", "verkeer.tegenpartij": "fietser"}, False),
        ({"oorzaak": "verkeer", "verkeer.tegenpartij": "voetganger"}, False),
        # A passenger was carried by a motor vehicle.
        (
            {
                "oorzaak": "verkeer",
                "verkeer.tegenpartij": "fietser",
                "verkeer.slachtoffer_als": "auto_passagier",
            },
            True,
        ),
        # On the way for work, and before the cause is told.
        ({"oorzaak": "werk", "verkeer.slachtoffer_als": "auto_passagier"}, True),
        ({"oorzaak": None, "verkeer.slachtoffer_als": "auto_passagier"}, True),
        ({"oorzaak": "werk", "verkeer.tegenpartij": "motorvoertuig"}, True),
        ({"oorzaak": "misdrijf", "verkeer.tegenpartij": "onbekend"}, True),
        ({"oorzaak": "werk"}, False),
        ({"oorzaak": "werk", "verkeer.tegenpartij": "fietser"}, False),
        ({"oorzaak": None}, False),
    ],
    ids=str,
)
def test_it_counts_where_a_motor_vehicle_is_or_may_be_the_cause(
    facts: dict[str, Any], *, counts: bool
) -> None:
    found = terms(facts, gebeurtenis_datum="2025-01-01")

    assert ("wam_3_jaar" in found) is counts


def test_it_needs_the_day_of_the_event() -> None:
    assert last("wam_3_jaar", MOTOR, bekend_op="2025-01-01") is None
    assert last("wam_3_jaar", MOTOR, gebeurtenis_datum=tussen("2025-01-01", "2025-02-01")) == (
        "2028-01-01"
    )


def test_a_minor_has_no_longer_term_against_the_motor_insurer() -> None:
    day = last(
        "wam_3_jaar", MOTOR, gebeurtenis_datum="2025-01-01", geboortedatum_slachtoffer="2015-01-01"
    )

    assert day == "2028-01-01"


# --- a product ---


def test_three_years_after_a_product_is_known_to_be_bad() -> None:
    # F-39: known 20 February 2024, last day 20 February 2027.
    facts = {"oorzaak": "product", "gebeurtenis_datum": "2024-01-01", "bekend_op": "2024-02-20"}

    assert last("product_3_jaar", facts) == "2027-02-20"
    assert last("product_3_jaar", facts, oorzaak="werk") is None
    assert last("product_3_jaar", oorzaak="product") is None


@pytest.mark.parametrize(
    ("on_the_market", "safe", "status"),
    [
        (None, "2027-02-20", "binnen_6_maanden"),
        ("2020-01-01", "2027-02-20", "binnen_6_maanden"),
        ("2016-11-23", "2026-11-23", "binnen_6_maanden"),
        ("2016-11-22", "2026-11-22", "verstreken"),
        (tussen("2016-01-01", "2016-12-31"), "2026-01-01", "verstreken"),
        (tussen(None, "2020-12-31"), "2027-02-20", "binnen_6_maanden"),
        (tussen(None, "2010-12-31"), "2020-12-31", "verstreken"),
    ],
)
def test_the_right_lapses_ten_years_after_the_product_came_on_the_market(
    on_the_market: Any, safe: str, status: str
) -> None:
    found = terms(
        {"oorzaak": "product", "gebeurtenis_datum": "2024-02-20"},
        {"gegevens.product_in_verkeer_op": on_the_market},
    )["product_3_jaar"]

    assert found.laatste_dag == date(2027, 2, 20)
    assert found.veilig_tot.isoformat() == safe
    assert found.status == status


# --- interruption ---

STOPPED: dict[str, tuple[dict[str, Any], Any, str, str | None]] = {
    "in time": ({}, "2024-06-01", "2029-06-01", "termijn_gestuit"),
    "on the last day": (
        {"gebeurtenis_datum": "2020-06-01"},
        "2025-06-01",
        "2030-06-01",
        "termijn_gestuit",
    ),
    "a day too late": (
        {"gebeurtenis_datum": "2020-06-01"},
        "2025-06-02",
        "2025-06-01",
        "termijn_te_laat_gestuit",
    ),
    "the day it began": ({}, "2022-01-01", "2027-01-01", "termijn_gestuit"),
    "roughly, in time": (
        {},
        tussen("2024-06-01", "2024-06-30"),
        "2029-06-01",
        "termijn_gestuit",
    ),
    "roughly, perhaps too late": (
        {"gebeurtenis_datum": "2020-06-01"},
        tussen("2025-05-01", "2025-06-30"),
        "2025-06-01",
        "termijn_stuiting_onzeker",
    ),
    "some day until": ({}, tussen(None, "2024-06-01"), "2027-01-01", "termijn_stuiting_onzeker"),
    "some day since, so before today": (
        {},
        tussen("2024-06-01", None),
        "2029-06-01",
        "termijn_gestuit",
    ),
    "never": ({}, None, "2027-01-01", None),
}


@pytest.mark.parametrize(
    ("facts", "stopped", "day", "reason"), STOPPED.values(), ids=STOPPED.keys()
)
def test_an_interruption_in_time_starts_the_term_anew(
    facts: dict[str, Any], stopped: Any, day: str, reason: str | None
) -> None:
    layers = ({"gebeurtenis_datum": "2022-01-01"}, facts, {"gestuit_op": stopped})

    assert last("bw_5_jaar", *layers) == day
    about = [key for key in reasons("bw_5_jaar", *layers) if "stui" in key]
    assert about == ([reason] if reason else [])


def test_each_interrupted_term_gets_its_own_length_again() -> None:
    facts = {"gebeurtenis_datum": "2024-01-01", "gestuit_op": "2026-06-01"}

    assert last("wam_3_jaar", MOTOR, facts) == "2029-06-01"
    assert last("bw_5_jaar", MOTOR, facts) == "2031-06-01"
    assert last("product_3_jaar", facts, oorzaak="product") == "2029-06-01"


def test_an_interruption_never_ends_a_term_earlier() -> None:
    # A minor: the first term runs long after five years from the notice.
    facts = {
        "gebeurtenis_datum": "2020-01-01",
        "geboortedatum_slachtoffer": "2015-01-01",
        "gestuit_op": "2021-01-01",
    }

    assert last("bw_5_jaar", facts) == "2038-01-01"


def test_an_interruption_does_not_move_the_day_on_which_a_product_lapses() -> None:
    found = terms(
        {
            "oorzaak": "product",
            "gebeurtenis_datum": "2024-01-01",
            "gestuit_op": "2026-06-01",
            "gegevens.product_in_verkeer_op": "2017-01-01",
        }
    )["product_3_jaar"]

    assert found.laatste_dag == date(2029, 6, 1)
    assert found.veilig_tot == date(2027, 1, 1)


def test_an_interruption_moves_no_other_term() -> None:
    facts = {"misdrijf": True, "gebeurtenis_datum": "2020-01-01", "gestuit_op": "2024-01-01"}

    assert last("schadefonds_10_jaar", facts) == "2030-01-01"


# --- why ---

WHY: dict[str, tuple[str, dict[str, Any], list[tuple[str, dict[str, Any]]]]] = {
    "only the latest day": (
        "bw_5_jaar",
        {"bekend_op": tussen(None, "2020-01-01")},
        [
            ("bw_5_jaar", {"vanaf": "2020-01-01", "laatste_dag": "2025-01-01"}),
            ("hooguit", {}),
        ],
    ),
    "known roughly": (
        "bw_5_jaar",
        {"bekend_op": tussen("2022-01-01", "2022-01-31")},
        [
            ("bw_5_jaar", {"vanaf": "2022-01-01", "laatste_dag": "2027-01-01"}),
            ("vroegste_dag", {"tot": "2027-01-31"}),
        ],
    ),
    "known between the event and a day": (
        "bw_5_jaar",
        {
            "gebeurtenis_datum": tussen("2022-01-01", "2022-01-31"),
            "bekend_op": tussen(None, "2022-01-10"),
        },
        [
            ("bw_5_jaar", {"vanaf": "2022-01-01", "laatste_dag": "2027-01-01"}),
            ("vroegste_dag", {"tot": "2027-01-10"}),
            ("vanaf_gebeurtenis", {}),
        ],
    ),
    "known before it happened": (
        "bw_5_jaar",
        {"gebeurtenis_datum": "2022-01-01", "bekend_op": tussen(None, "2021-01-01")},
        [
            ("bw_5_jaar", {"vanaf": "2022-01-01", "laatste_dag": "2027-01-01"}),
            ("vanaf_gebeurtenis", {}),
        ],
    ),
    "five years from an event on coming of age": (
        "bw_5_jaar",
        {
            "gebeurtenis_datum": "2023-03-15",
            "bekend_op": "2023-03-15",
            "geboortedatum_slachtoffer": "2005-03-15",
        },
        [("bw_5_jaar", {"vanaf": "2023-03-15", "laatste_dag": "2028-03-15"})],
    ),
    "an adult": (
        "bw_5_jaar",
        {"bekend_op": "2023-03-15", "geboortedatum_slachtoffer": "1980-03-15"},
        [("bw_5_jaar", {"vanaf": "2023-03-15", "laatste_dag": "2028-03-15"})],
    ),
    "a minor": (
        "bw_5_jaar",
        {
            "gebeurtenis_datum": "2022-01-01",
            "bekend_op": "2022-01-01",
            "geboortedatum_slachtoffer": "2012-03-15",
            "rol": "naaste",
        },
        [
            ("bw_5_jaar", {"vanaf": "2022-01-01", "laatste_dag": "2035-03-15"}),
            ("minderjarig", {"tot": "2035-03-15"}),
            ("naaste_eerder", {"dag": "2027-01-01"}),
        ],
    ),
    "interrupted, roughly": (
        "bw_5_jaar",
        {"bekend_op": "2022-01-01", "gestuit_op": tussen("2024-06-01", "2024-06-30")},
        [
            ("bw_5_jaar", {"vanaf": "2022-01-01", "laatste_dag": "2029-06-01"}),
            ("gestuit", {"dag": "2024-06-01"}),
        ],
    ),
    "interrupted too late": (
        "bw_5_jaar",
        {"bekend_op": "2020-06-01", "gestuit_op": "2025-06-02"},
        [
            ("bw_5_jaar", {"vanaf": "2020-06-01", "laatste_dag": "2025-06-01"}),
            ("te_laat_gestuit", {"dag": "2025-06-02"}),
        ],
    ),
    "interrupted roughly, and too late": (
        "bw_5_jaar",
        {"bekend_op": "2020-06-01", "gestuit_op": tussen("2025-06-02", "2025-06-30")},
        [
            ("bw_5_jaar", {"vanaf": "2020-06-01", "laatste_dag": "2025-06-01"}),
            ("te_laat_gestuit", {"dag": "2025-06-02"}),
        ],
    ),
    "older law": (
        "bw_5_jaar",
        {"bekend_op": "2004-01-31"},
        [
            ("bw_5_jaar", {"vanaf": "2004-01-31", "laatste_dag": "2009-01-31"}),
            ("oud_recht", {"dag": "2004-02-01"}),
        ],
    ),
    "the motor insurer": (
        "wam_3_jaar",
        {**MOTOR, "gebeurtenis_datum": "2025-01-01"},
        [
            ("wam_3_jaar", {"vanaf": "2025-01-01", "laatste_dag": "2028-01-01"}),
            ("wam_dag_eerder", {"dag": "2027-12-31"}),
            ("wam_overleg", {}),
        ],
    ),
    "a product that lapses": (
        "product_3_jaar",
        {
            "oorzaak": "product",
            "gebeurtenis_datum": "2024-02-20",
            "gegevens.product_in_verkeer_op": "2016-11-23",
        },
        [
            ("product_3_jaar", {"vanaf": "2024-02-20", "laatste_dag": "2027-02-20"}),
            ("vanaf_gebeurtenis", {}),
            ("product_vervalt", {"dag": "2026-11-23"}),
        ],
    ),
}


@pytest.mark.parametrize(("name", "facts", "said"), WHY.values(), ids=WHY.keys())
def test_a_term_says_from_when_until_when_and_what_moved_it(
    name: str, facts: dict[str, Any], said: list[tuple[str, dict[str, Any]]]
) -> None:
    found = terms(facts)[name]

    assert [(why.sleutel.removeprefix("termijn_"), why.waarden) for why in found.redenen] == said


def test_the_position_on_liability_is_a_term_of_the_code_for_heavier_injuries_too() -> None:
    facts = {"aansprakelijkheid.gesteld_op": "2026-01-15"}

    assert terms(facts)["standpunt_aansprakelijkheid_3_maanden"].bron[-1] == "gbl_2012"
    assert "gbl_2012" not in terms(facts)["contact_2_weken"].bron


# --- how near ---


@pytest.mark.parametrize(
    ("event", "status", "alarm"),
    [
        ("2021-11-22", "verstreken", "verjaring_misschien_verstreken"),
        ("2021-11-23", "binnen_6_maanden", "verjaring_dreigt"),
        ("2022-05-23", "binnen_6_maanden", "verjaring_dreigt"),
        ("2022-05-24", "binnen_12_maanden", None),
        ("2022-11-23", "binnen_12_maanden", None),
        ("2022-11-24", "loopt", None),
    ],
)
def test_warnings_are_counted_in_calendar_months(
    event: str, status: str, alarm: str | None
) -> None:
    assert terms(gebeurtenis_datum=event)["bw_5_jaar"].status == status
    assert alarms(gebeurtenis_datum=event) == ({alarm} if alarm else set())


@pytest.mark.parametrize(
    ("today", "status"),
    [
        (date(2026, 5, 22), "binnen_12_maanden"),
        (date(2026, 5, 23), "binnen_6_maanden"),
        (date(2026, 11, 23), "binnen_6_maanden"),
        (date(2026, 11, 24), "verstreken"),
    ],
)
def test_against_the_motor_insurer_the_alarm_counts_one_day_earlier(
    today: date, status: str
) -> None:
    found = terms(MOTOR, gebeurtenis_datum="2023-11-24", today=today)["wam_3_jaar"]

    assert found.laatste_dag == date(2026, 11, 24)
    assert found.status == status


def test_each_term_of_limitation_alone_raises_the_alarm() -> None:
    known = {"gebeurtenis_datum": "2023-06-01", "bekend_op": "2023-06-01"}

    assert alarms(known) == set()
    assert alarms(known, MOTOR) == {"verjaring_misschien_verstreken"}
    assert alarms(known, oorzaak="product") == {"verjaring_misschien_verstreken"}
    assert alarms({"bekend_op": "2021-06-01"}) == {"verjaring_misschien_verstreken"}


def test_a_settled_case_raises_no_alarm() -> None:
    facts = {"gebeurtenis_datum": "2018-01-01", "regeling_datum": "2019-01-01"}

    assert terms(facts)["bw_5_jaar"].status == "verstreken"
    assert alarms(facts) == set()
    assert "termijn_geregeld" in reasons("bw_5_jaar", facts)
    assert "mens_nodig" not in beoordeeld(BASE, facts).signalen


def test_a_settled_case_that_is_opened_again_does() -> None:
    facts = {
        "gebeurtenis_datum": "2018-01-01",
        "regeling_datum": "2019-01-01",
        "eerdere_regeling.datum": "2019-01-01",
    }

    assert alarms(facts) == {"verjaring_misschien_verstreken"}
    assert "termijn_geregeld" not in reasons("bw_5_jaar", facts)


def test_one_term_may_have_passed_while_another_threatens() -> None:
    facts = {"gebeurtenis_datum": "2022-03-01"}

    assert alarms(MOTOR, facts) == ALARMS
    assert "mens_nodig" in beoordeeld(BASE, MOTOR, facts).signalen


def test_only_terms_of_limitation_raise_the_alarm() -> None:
    facts = {
        "gebeurtenis_datum": "2024-01-01",
        "aansprakelijkheid.gesteld_op": "2024-02-01",
        "verkeer.doorgereden": True,
    }

    found = terms(facts)

    assert found["waarborgfonds_14_dagen"].status == "verstreken"
    assert found["standpunt_aansprakelijkheid_3_maanden"].status == "verstreken"
    assert alarms(facts) == set()


# --- the other terms ---

OTHER: dict[str, tuple[str, dict[str, Any], str | None]] = {
    "T-01 settled within six months": (
        "ll_afwikkeling_6_maanden",
        {"aansprakelijkheid.gesteld_op": "2026-01-10"},
        "2026-07-10",
    ),
    "T-01 not for GBL": (
        "ll_afwikkeling_6_maanden",
        {"aansprakelijkheid.gesteld_op": "2026-01-10", "letsel.restloos": False},
        None,
    ),
    "T-02 five working days": (
        "contact_verzekeraar_5_werkdagen",
        {"gegevens.gemeld_op": "2026-11-06"},
        "2026-11-13",
    ),
    "T-02 by a legal expenses insurer": (
        "contact_verzekeraar_5_werkdagen",
        {
            "gegevens.gemeld_op": "2026-11-06",
            "belangenbehartiging.heeft": True,
            "belangenbehartiging.soort": "rechtsbijstandverzekeraar",
        },
        "2026-11-13",
    ),
    "T-02 not by a lawyer": (
        "contact_verzekeraar_5_werkdagen",
        {"gegevens.gemeld_op": "2026-11-06", "belangenbehartiging.soort": "advocaat"},
        None,
    ),
    "T-02 not without help": (
        "contact_verzekeraar_5_werkdagen",
        {"gegevens.gemeld_op": "2026-11-06", "belangenbehartiging.heeft": False},
        None,
    ),
    "T-02 not for GBL": (
        "contact_verzekeraar_5_werkdagen",
        {"gegevens.gemeld_op": "2026-11-06", "letsel.restloos": False},
        None,
    ),
    "T-03 contact within two weeks": (
        "contact_2_weken",
        {"gegevens.gemeld_op": "2026-11-02"},
        "2026-11-16",
    ),
    "T-03 else from the letter": (
        "contact_2_weken",
        {"aansprakelijkheid.gesteld_op": "2026-11-02"},
        "2026-11-16",
    ),
    "T-03 the report comes first": (
        "contact_2_weken",
        {"aansprakelijkheid.gesteld_op": "2026-10-01", "gegevens.gemeld_op": "2026-11-02"},
        "2026-11-16",
    ),
    "T-03 a report without a first day": (
        "contact_2_weken",
        {
            "aansprakelijkheid.gesteld_op": "2026-10-01",
            "gegevens.gemeld_op": tussen(None, "2026-11-02"),
        },
        "2026-10-15",
    ),
    "T-04 a position within three months": (
        "standpunt_aansprakelijkheid_3_maanden",
        {"aansprakelijkheid.gesteld_op": "2026-01-15"},
        "2026-04-15",
    ),
    "T-04 from the earliest day": (
        "standpunt_aansprakelijkheid_3_maanden",
        {"aansprakelijkheid.gesteld_op": tussen("2026-01-15", "2026-02-15")},
        "2026-04-15",
    ),
    "T-04 unknown": ("standpunt_aansprakelijkheid_3_maanden", {}, None),
    "F-46 the fund for victims of violence": (
        "schadefonds_10_jaar",
        {"misdrijf": True, "gebeurtenis_datum": "2020-03-01"},
        "2030-03-01",
    ),
    "F-46 the cause says so": (
        "schadefonds_10_jaar",
        {"oorzaak": "misdrijf", "misdrijf": None, "gebeurtenis_datum": "2020-03-01"},
        "2030-03-01",
    ),
    "F-46 perhaps a crime": (
        "schadefonds_10_jaar",
        {"misdrijf": None, "gebeurtenis_datum": "2020-03-01"},
        None,
    ),
    "F-47 the other drove on": (
        "waarborgfonds_14_dagen",
        {"gebeurtenis_datum": "2026-11-01", "verkeer.doorgereden": True},
        "2026-11-15",
    ),
    "F-47 the other stayed": (
        "waarborgfonds_14_dagen",
        {"gebeurtenis_datum": "2026-11-01", "verkeer.doorgereden": False},
        None,
    ),
    "F-47 a cyclist rode on": (
        "waarborgfonds_14_dagen",
        {
            "gebeurtenis_datum": "2026-11-01",
            "verkeer.doorgereden": True,
            "verkeer.tegenpartij": "fietser",
        },
        None,
    ),
}


@pytest.mark.parametrize(("name", "facts", "day"), OTHER.values(), ids=OTHER.keys())
def test_the_other_terms(name: str, facts: dict[str, Any], day: str | None) -> None:
    plain = {key: value for key, value in LICHT.items() if key != "gebeurtenis_datum"}

    assert last(name, plain, facts) == day


def test_terms_come_in_a_fixed_order_with_their_sources() -> None:
    found = terms(
        {
            "oorzaak": "product",
            "misdrijf": True,
            "verkeer.tegenpartij": "motorvoertuig",
            "verkeer.doorgereden": True,
            "gebeurtenis_datum": "2025-01-01",
            "aansprakelijkheid.gesteld_op": "2025-02-01",
        }
    )

    assert list(found) == [
        "bw_5_jaar",
        "wam_3_jaar",
        "product_3_jaar",
        "schadefonds_10_jaar",
        "standpunt_aansprakelijkheid_3_maanden",
        "contact_2_weken",
        "waarborgfonds_14_dagen",
    ]
    assert all(term.bron for term in found.values())


def test_all_nine_terms_can_be_counted() -> None:
    light = terms(
        LICHT, {"gegevens.gemeld_op": "2026-07-01", "aansprakelijkheid.gesteld_op": "2026-07-01"}
    )

    assert {"ll_afwikkeling_6_maanden", "contact_verzekeraar_5_werkdagen"} <= set(light)


def test_before_a_rule_was_in_force_its_term_is_not_counted() -> None:
    long_ago = {
        "oorzaak": "product",
        "gebeurtenis_datum": "1990-01-01",
        "geboortedatum_slachtoffer": "1980-01-01",
        "verkeer.tegenpartij": "motorvoertuig",
        "gestuit_op": "1990-06-01",
    }

    assert terms(long_ago, today=date(1991, 1, 1)) == {}


@given(
    st.dates(date(1990, 1, 1), VANDAAG),
    st.dates(date(1990, 1, 1), VANDAAG),
    st.dates(date(1990, 1, 1), VANDAAG),
)
def test_a_rough_day_never_ends_later_than_any_day_in_it(a: date, b: date, notice: date) -> None:
    early, late = sorted((a, b))
    exact = terms(MOTOR, gebeurtenis_datum=late, gestuit_op=notice)
    rough = terms(MOTOR, gebeurtenis_datum=tussen(early, late), gestuit_op=notice)

    for name in ("bw_5_jaar", "wam_3_jaar"):
        first = terms(MOTOR, gebeurtenis_datum=early, gestuit_op=notice)[name].laatste_dag
        assert rough[name].laatste_dag <= max(first, exact[name].laatste_dag)
        assert rough[name].laatste_dag == first


@given(st.dates(date(1990, 1, 1), VANDAAG), st.dates(date(1990, 1, 1), VANDAAG))
def test_an_interruption_is_never_to_the_disadvantage(event: date, notice: date) -> None:
    without = terms(MOTOR, gebeurtenis_datum=event)
    with_notice = terms(MOTOR, gebeurtenis_datum=event, gestuit_op=notice)

    for name, term in without.items():
        assert with_notice[name].laatste_dag >= term.laatste_dag
        assert with_notice[name].veilig_tot <= with_notice[name].laatste_dag
