"""What comes next in the settlement, by the steps of the guideline."""

from datetime import date
from typing import Any

import pytest

from calc.vervolgstappen import Vervolgstappen
from tests.zaken import LICHT, VANDAAG, beoordeeld, sleutels, tussen


def steps(*layers: Any, today: date = VANDAAG, **facts: Any) -> Vervolgstappen:
    return beoordeeld(*layers, facts, today=today).vervolgstappen


def test_with_nothing_known_every_step_is_unknown_and_says_what_it_waits_for() -> None:
    found = steps()

    assert found.medische_informatie == "onbekend"
    assert found.voorschot == found.eindvoorstel == "onbekend"
    assert found.re_integratie_besluit_op is found.medisch_adviseur_betalen_op is None
    assert sleutels(*found.redenen) == [
        "stap_medische_informatie_onbekend",
        "stap_voorschot_onbekend",
        "stap_eindvoorstel_onbekend",
    ]


@pytest.mark.parametrize(
    ("months", "needed"),
    [
        (2, "in_het_algemeen_niet"),
        ("2.99", "in_het_algemeen_niet"),
        # "minder dan 3 maanden"
        (3, "misschien"),
        (12, "misschien"),
        (tussen(1, 2), "in_het_algemeen_niet"),
        (tussen(2, 4), "onbekend"),
        (None, "onbekend"),
    ],
)
def test_medical_information_is_not_needed_below_three_months(months: Any, needed: str) -> None:
    assert steps(LICHT, {"letsel.herstel_maanden": months}).medische_informatie == needed


@pytest.mark.parametrize(
    ("notice", "day"),
    [
        ("2026-01-15", date(2026, 4, 15)),
        ("2025-11-30", date(2026, 2, 28)),
        (tussen("2026-01-15", "2026-02-15"), date(2026, 4, 15)),
        (tussen(None, "2026-02-15"), None),
        (None, None),
    ],
)
def test_three_months_after_the_notice_it_is_known_whether_help_with_work_is_needed(
    notice: Any, day: date | None
) -> None:
    found = steps({"aansprakelijkheid.gesteld_op": notice})

    assert found.re_integratie_besluit_op == day
    assert ("stap_re_integratie" in sleutels(*found.redenen)) is (day is not None)


@pytest.mark.parametrize(
    ("stand", "advance"),
    [
        ("erkend", "ja"),
        ("gedeeltelijk", "ja"),
        ("afgewezen", "nee"),
        ("onbekend", "onbekend"),
        (None, "onbekend"),
    ],
)
def test_an_advance_comes_once_liability_is_accepted(stand: str | None, advance: str) -> None:
    assert steps({"aansprakelijkheid.stand": stand}).voorschot == advance


@pytest.mark.parametrize(
    ("facts", "proposal"),
    [
        # Today is 23 November 2026; the event was five months and eight days before.
        ({"letsel.herstel_maanden": 5}, "ja"),
        ({"letsel.herstel_maanden": 6}, "nee"),
        ({"letsel.herstel_maanden": 5, "gebeurtenis_datum": "2026-06-23"}, "ja"),
        ({"letsel.herstel_maanden": 5, "gebeurtenis_datum": "2026-06-24"}, "nee"),
        # Half a month may be any day of the next one.
        ({"letsel.herstel_maanden": "5.5"}, "onbekend"),
        ({"letsel.herstel_maanden": "4.5"}, "ja"),
        ({"letsel.herstel_maanden": "4.5", "gebeurtenis_datum": "2026-06-23"}, "ja"),
        ({"letsel.herstel_maanden": "4.5", "gebeurtenis_datum": "2026-06-24"}, "onbekend"),
        (
            {"letsel.herstel_maanden": tussen("0.5", "4.5"), "gebeurtenis_datum": "2026-06-23"},
            "ja",
        ),
        ({"letsel.herstel_maanden": tussen(1, 9)}, "onbekend"),
        ({"letsel.herstel_maanden": tussen(None, 2)}, "ja"),
        ({"letsel.herstel_maanden": tussen(9, None)}, "nee"),
        ({"gebeurtenis_datum": tussen("2026-01-01", None)}, "onbekend"),
        ({"gebeurtenis_datum": tussen(None, "2026-01-01")}, "ja"),
        ({"letsel.herstel_maanden": None}, "onbekend"),
        ({"gebeurtenis_datum": None}, "onbekend"),
        # Whoever cannot work yet has not recovered, whatever was expected.
        ({"letsel.ao_loopt_nog": True}, "nee"),
        # Where something stays there is no recovery to wait for, but an end situation.
        ({"letsel.restloos": False}, "onbekend"),
        ({"letsel.ernstig_en_blijvend": True, "letsel.restloos": None}, "onbekend"),
    ],
)
def test_a_final_proposal_comes_when_the_recovery_is_over(
    facts: dict[str, Any], proposal: str
) -> None:
    found = steps(LICHT, facts)

    assert found.eindvoorstel == proposal
    assert f"stap_eindvoorstel_{proposal}" in sleutels(*found.redenen)


ADVISER = {"belangenbehartiging.medisch_adviseur_minuten": 30}


@pytest.mark.parametrize(
    ("facts", "day"),
    [
        ({**ADVISER, "regeling_datum": "2026-03-01"}, date(2026, 3, 29)),
        ({**ADVISER, "regeling_datum": tussen("2026-03-01", "2026-04-01")}, date(2026, 3, 29)),
        ({**ADVISER, "regeling_datum": tussen(None, "2026-04-01")}, None),
        (ADVISER, None),
        ({"regeling_datum": "2026-03-01"}, None),
        (
            {
                "belangenbehartiging.medisch_adviseur_minuten": 0,
                "regeling_datum": "2026-03-01",
            },
            None,
        ),
    ],
)
def test_a_medical_adviser_is_paid_within_four_weeks_of_the_settlement(
    facts: dict[str, Any], day: date | None
) -> None:
    found = steps({"gebeurtenis_datum": "2026-01-02"}, facts)

    assert found.medisch_adviseur_betalen_op == day
    assert ("bgk_letsel_2016" in found.bron) is (day is not None)


def test_the_steps_name_their_days_and_their_source() -> None:
    running = steps({"aansprakelijkheid.gesteld_op": "2026-01-15"})
    settled = steps(
        {"gebeurtenis_datum": "2026-01-02", "regeling_datum": "2026-03-01"},
        {"belangenbehartiging.medisch_adviseur_minuten": tussen(0, 30)},
    )

    for found, name, day in (
        (running, "stap_re_integratie", "2026-04-15"),
        (settled, "stap_medisch_adviseur_betalen", "2026-03-29"),
    ):
        assert [why.waarden for why in found.redenen if why.sleutel == name] == [{"dag": day}]
        assert "richtlijn_licht_letsel_2014" in found.bron


@pytest.mark.parametrize(
    "facts",
    [
        {"rol": "nabestaande"},
        {"regeling_datum": "2026-10-01"},
    ],
)
def test_after_a_death_or_a_settlement_no_step_towards_one_is_told(facts: dict[str, Any]) -> None:
    found = steps(LICHT, facts, {"aansprakelijkheid.stand": "erkend"})

    assert found.medische_informatie == "onbekend"
    assert found.voorschot == found.eindvoorstel == "onbekend"
    assert found.redenen == ()


def test_a_case_that_was_opened_again_has_its_steps() -> None:
    found = steps(LICHT, {"regeling_datum": "2026-10-01", "eerdere_regeling.datum": "2026-10-01"})

    assert found.eindvoorstel == "ja"


def test_before_the_rules_were_made_no_term_is_counted() -> None:
    found = steps(
        {
            "gebeurtenis_datum": "2010-01-01",
            "letsel.herstel_maanden": 1,
            "aansprakelijkheid.gesteld_op": "2010-01-02",
            "regeling_datum": "2010-01-03",
            "eerdere_regeling.datum": "2010-01-02",
        },
        ADVISER,
        today=date(2011, 1, 1),
    )

    assert found.medische_informatie == "onbekend"
    assert found.re_integratie_besluit_op is found.medisch_adviseur_betalen_op is None
