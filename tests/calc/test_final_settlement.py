"""Finale kwijting: whether the insurer may ask it, and what must not be signed."""

from typing import Any

import pytest

from calc.finale_kwijting import FinaleKwijting
from tests.zaken import LICHT, beoordeeld, sleutels


def settled(**facts: Any) -> FinaleKwijting:
    return beoordeeld(LICHT, facts).finale_kwijting


@pytest.mark.parametrize(
    ("facts", "allowed", "reasons"),
    [
        # K-01 and K-02.
        ({}, "nee", ["niet_bij_ll", "niet_bij_richtlijn"]),
        ({"letsel.restloos": None}, "nee", ["niet_bij_ll"]),
        # 30 days without work make it GBL, but it heals in 5 months without a trace.
        (
            {"letsel.ao_dagen": 30, "letsel.herstel_maanden": 5},
            "nee",
            ["niet_bij_richtlijn"],
        ),
        ({"letsel.ao_dagen": None}, "nee", ["niet_bij_richtlijn"]),
        ({"letsel.ao_dagen": None, "letsel.restloos": None}, "onbekend", ["onbekend"]),
        ({"letsel.ao_dagen": 30, "letsel.restloos": None}, "onbekend", ["onbekend"]),
        ({"letsel.restloos": False}, "ja", ["alleen_na_advies"]),
        ({"letsel.complicaties": True, "oorzaak": None}, "onbekend", ["onbekend"]),
    ],
    ids=str,
)
def test_light_injury_is_not_settled_for_good(
    facts: dict[str, Any], allowed: str, reasons: list[str]
) -> None:
    found = settled(**facts)

    assert found.verlangen_toegestaan == allowed
    assert sleutels(*found.redenen) == [f"finale_kwijting_{reason}" for reason in reasons]


def test_both_the_convention_and_the_guideline_are_named() -> None:
    assert settled().bron == ("bgk_letsel_2016", "richtlijn_licht_letsel_2014")


@pytest.mark.parametrize(("asked", "said"), [(True, "ja"), (False, "nee"), (None, "onbekend")])
def test_a_request_is_a_reason_not_to_sign(asked: Any, said: str) -> None:
    found = beoordeeld(LICHT, {"verzekeraar_vraagt_finale_kwijting": asked})

    assert found.finale_kwijting.gevraagd == said
    stands = asked is True
    assert ("finale_kwijting_gevraagd" in sleutels(*found.finale_kwijting.redenen)) is stands
    assert ("niet_tekenen" in found.signalen) is stands


def test_not_to_sign_is_the_first_thing_to_see() -> None:
    found = beoordeeld(
        {"rol": "nabestaande", "gebeurtenis_datum": "2019-01-01"},
        {"verzekeraar_vraagt_finale_kwijting": True},
    )

    assert found.signalen[0] == "niet_tekenen"


@pytest.mark.parametrize(
    ("born", "stands"), [("2010-01-01", True), ("1990-01-01", False), (None, False)]
)
def test_a_settlement_for_a_child_has_its_own_warning(born: Any, *, stands: bool) -> None:
    found = settled(geboortedatum_slachtoffer=born)

    assert ("finale_kwijting_minderjarig" in sleutels(*found.redenen)) is stands


@pytest.mark.parametrize(("reserved", "said"), [(True, "ja"), (False, "nee"), (None, "onbekend")])
def test_opening_again_says_whether_it_was_reserved(reserved: Any, said: str) -> None:
    found = settled(
        **{"eerdere_regeling.datum": "2026-07-01", "eerdere_regeling.met_voorbehoud": reserved}
    )

    (reason,) = (why for why in found.redenen if why.sleutel == "finale_kwijting_heropening")
    assert reason.waarden == {"met_voorbehoud": said}


@pytest.mark.parametrize(("restloos", "stands"), [(True, True), (False, False)])
def test_in_light_injury_an_old_division_of_fault_does_not_bind(
    *, restloos: bool, stands: bool
) -> None:
    found = settled(**{"eerdere_regeling.schade": 4000, "letsel.restloos": restloos})

    keys = sleutels(*found.redenen)
    assert ("finale_kwijting_schulddeling_bindt_niet" in keys) is stands


def test_without_an_earlier_settlement_nothing_is_said_of_one() -> None:
    assert not [key for key in sleutels(*settled().redenen) if "heropening" in key]


@pytest.mark.parametrize(
    ("facts", "stands"),
    [
        ({"verzekeraar_vraagt_finale_kwijting": True}, True),
        ({"verzekeraar_vraagt_finale_kwijting": False}, False),
        ({"verzekeraar_vraagt_finale_kwijting": True, "letsel.ao_dagen": 28}, False),
        ({"verzekeraar_vraagt_finale_kwijting": True, "letsel.ao_dagen": None}, False),
    ],
)
def test_asking_for_it_in_light_injury_is_reported_to_the_contact_of_the_insurer(
    facts: dict[str, Any], *, stands: bool
) -> None:
    found = beoordeeld(LICHT, facts).finale_kwijting

    assert ("finale_kwijting_melden" in sleutels(*found.redenen)) is stands
