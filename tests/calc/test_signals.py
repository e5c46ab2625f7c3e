"""Signals: each stands when its rule says so, and the most urgent comes first."""

from typing import Any

import pytest
from hypothesis import given

from calc.beoordeling import beoordeling
from calc.dated import parameters
from calc.feiten import Feiten
from calc.signalen import Signaal
from tests.strategies import gevallen
from tests.zaken import LICHT, beoordeeld, sleutels, tussen
from tests.zaken import VANDAAG as TODAY

CAR = {"verkeer.tegenpartij": "motorvoertuig"}
INCOMES = {
    "gezin.netto_inkomen_zonder_overlijden": 48000,
    "gezin.netto_inkomen_na_overlijden": 30000,
}
YEAR = {"jaar": 2024, "netto_inkomen_zonder_overlijden": 1, "netto_inkomen_na_overlijden": 1}


def relatives(*facts: dict[str, Any]) -> dict[str, Any]:
    return {"naasten": list(facts)}


STANDS: list[tuple[str, dict[str, Any], bool]] = [
    ("niet_tekenen", {"verzekeraar_vraagt_finale_kwijting": True}, True),
    ("niet_tekenen", {"verzekeraar_vraagt_finale_kwijting": False}, False),
    ("niet_tekenen", {}, False),
    ("mens_nodig", {}, False),
    ("mens_nodig", {"overlijdensdatum": "2026-07-01"}, True),
    ("mens_nodig", {"rol": "nabestaande"}, True),
    ("mens_nodig", {"oorzaak": "medisch"}, True),
    ("mens_nodig", {"oorzaak": "product"}, True),
    ("mens_nodig", {"oorzaak": "beroepsziekte"}, True),
    ("mens_nodig", {"oorzaak": "werk"}, False),
    ("mens_nodig", {"letsel.ernstig_en_blijvend": True}, True),
    ("mens_nodig", {"letsel.blijvende_invaliditeit_pct": 70}, True),
    ("mens_nodig", {"letsel.blijvende_invaliditeit_pct": 69}, False),
    ("mens_nodig", {"misdrijf": True}, True),
    ("mens_nodig", {"oorzaak": "misdrijf", "misdrijf": None}, True),
    ("mens_nodig", {"misdrijf": None}, False),
    ("mens_nodig", {"letsel.littekens": "ontsierend"}, True),
    ("mens_nodig", {"letsel.littekens": "beperkt"}, False),
    ("mens_nodig", {"gebeurtenis_datum": "2022-01-01", **CAR}, True),
    ("mens_nodig", {"gebeurtenis_datum": "2022-01-01", "verkeer.tegenpartij": "fietser"}, True),
    (
        "mens_nodig",
        {"letsel.restloos": None, **relatives({"relatie": "levensgezel"})},
        True,
    ),
    ("mens_nodig", relatives({"relatie": "levensgezel"}), False),
    ("geen_finale_kwijting_bij_licht_letsel", {}, True),
    (
        "geen_finale_kwijting_bij_licht_letsel",
        {"letsel.ao_dagen": 40, "letsel.herstel_maanden": 5},
        True,
    ),
    ("geen_finale_kwijting_bij_licht_letsel", {"letsel.restloos": False}, False),
    (
        "geen_finale_kwijting_bij_licht_letsel",
        {"letsel.ao_dagen": None, "letsel.restloos": None},
        False,
    ),
    ("grensgeval_schade", {"schade.excl_voertuig": "4950.00"}, True),
    ("grensgeval_schade", {"schade.excl_voertuig": "4949.99"}, False),
    ("grensgeval_arbeidsongeschiktheid", {"letsel.ao_dagen": 27}, True),
    ("grensgeval_arbeidsongeschiktheid", {"letsel.ao_dagen": 26}, False),
    ("grensgeval_herstel", {"letsel.herstel_maanden": 6}, True),
    ("grensgeval_herstel", {"letsel.herstel_maanden": "5.9"}, False),
    ("grensgeval_smartengeld", {"letsel.herstel_maanden": 2}, True),
    ("grensgeval_smartengeld", {"letsel.herstel_maanden": 3}, False),
    ("grensgeval_smartengeld", {"letsel.herstel_maanden": None}, False),
    (
        "bruto_netto_twijfel",
        {"schade.excl_voertuig": 6420, "aansprakelijkheid.eigen_schuld_pct": 40},
        True,
    ),
    ("bruto_netto_twijfel", {"schade.excl_voertuig": 6420}, False),
    ("medisch_goma", {"oorzaak": "medisch"}, True),
    ("medisch_goma", {"oorzaak": "product"}, False),
    ("art185_wvw", {"verkeer.slachtoffer_als": "fietser", **CAR}, True),
    ("art185_wvw", {"verkeer.slachtoffer_als": "voetganger", **CAR}, True),
    ("art185_wvw", {"verkeer.slachtoffer_als": "bromfiets", **CAR}, False),
    ("art185_wvw", {"verkeer.slachtoffer_als": "auto_passagier", **CAR}, False),
    (
        "art185_wvw",
        {"verkeer.slachtoffer_als": "fietser", "verkeer.tegenpartij": "fietser"},
        False,
    ),
    (
        "art185_wvw",
        {"verkeer.slachtoffer_als": "fietser", "verkeer.tegenpartij": "onbekend"},
        False,
    ),
    ("art185_wvw", CAR, False),
    ("art7_658_bw", {"oorzaak": "werk"}, True),
    ("art7_658_bw", {"oorzaak": "beroepsziekte"}, True),
    ("art7_658_bw", {"oorzaak": "verkeer"}, False),
    ("art6_179_bw", {"oorzaak": "dier"}, True),
    ("art6_179_bw", {"oorzaak": "overig"}, False),
    ("waarborgfonds", {"verkeer.tegenpartij": "onbekend"}, True),
    ("waarborgfonds", {"verkeer.doorgereden": True, **CAR}, True),
    ("waarborgfonds", {"verkeer.doorgereden": True}, True),
    ("waarborgfonds", {"verkeer.doorgereden": True, "verkeer.tegenpartij": "fietser"}, False),
    ("waarborgfonds", {"verkeer.doorgereden": False, **CAR}, False),
    ("waarborgfonds", CAR, False),
    ("waarborgfonds", {}, False),
    ("schadefonds", {"misdrijf": True}, True),
    ("schadefonds", {"oorzaak": "misdrijf", "misdrijf": None}, True),
    ("schadefonds", {"oorzaak": "misdrijf", "misdrijf": False}, False),
    ("schadefonds", {"misdrijf": None}, False),
    ("shockschade_beoordelen", relatives({"getuige": True}), True),
    ("shockschade_beoordelen", relatives({}, {"eigen_psychisch_letsel": True}), True),
    ("shockschade_beoordelen", relatives({"getuige": False}), False),
    ("shockschade_beoordelen", {}, False),
    ("relatie_aantonen", relatives({"relatie": "zorg_in_gezinsverband"}), True),
    ("relatie_aantonen", relatives({"relatie": "overige_nauwe_persoonlijke_relatie"}), True),
    ("relatie_aantonen", relatives({"relatie": "levensgezel"}, {}), False),
    ("wnu_nodig", INCOMES, True),
    ("wnu_nodig", {**INCOMES, "gezin.wnu_pct": 20}, False),
    ("wnu_nodig", {"gezin.netto_inkomen_zonder_overlijden": 48000}, False),
    ("wnu_nodig", {"gezin.netto_inkomen_na_overlijden": 30000}, False),
    ("wnu_nodig", {"gezin.jaren": [YEAR]}, True),
    ("wnu_nodig", {"gezin.jaren": [{**YEAR, "wnu_pct": 20}]}, False),
    ("gordel_of_helm", {"aansprakelijkheid.eigen_schuld_reden": "gordel"}, True),
    ("gordel_of_helm", {"aansprakelijkheid.eigen_schuld_reden": "helm"}, True),
    ("gordel_of_helm", {"aansprakelijkheid.eigen_schuld_reden": "anders"}, False),
    ("gordel_of_helm", {}, False),
    ("heropening", {"eerdere_regeling.datum": "2026-07-01"}, True),
    ("heropening", {"eerdere_regeling.schade": 4000}, True),
    ("heropening", {"eerdere_regeling.met_voorbehoud": False}, True),
    ("heropening", {"regeling_datum": "2026-07-01"}, False),
    ("voordeelverrekening_apart", {"rol": "nabestaande"}, True),
    ("voordeelverrekening_apart", {}, False),
    ("rouw", {"overlijdensdatum": "2026-07-01"}, True),
    ("rouw", {"rol": "nabestaande"}, True),
    ("rouw", {"rol": "naaste"}, False),
    ("norm_mogelijk_verouderd", {}, True),
]


@pytest.mark.parametrize(
    ("signal", "facts", "stands"),
    STANDS,
    ids=[f"{signal}-{number}" for number, (signal, *_) in enumerate(STANDS)],
)
def test_a_signal_stands_when_its_rule_says_so(
    signal: str, facts: dict[str, Any], *, stands: bool
) -> None:
    assert (signal in beoordeeld(LICHT, facts).signalen) is stands


def test_every_signal_has_a_case_in_which_it_stands() -> None:
    tried = {signal for signal, _, stands in STANDS if stands}
    elsewhere = {"verjaring_dreigt", "verjaring_misschien_verstreken"}

    assert tried | elsewhere == {signal.value for signal in Signaal}


def test_with_nothing_known_nothing_stands() -> None:
    assert beoordeeld().signalen == ()


def test_the_order_is_that_of_urgency() -> None:
    found = beoordeeld(
        {
            "rol": "nabestaande",
            "oorzaak": "misdrijf",
            "gebeurtenis_datum": "2022-01-01",
            "overlijdensdatum": "2022-01-01",
            "verkeer.slachtoffer_als": "voetganger",
            "verkeer.tegenpartij": "motorvoertuig",
            "verkeer.doorgereden": True,
            "verzekeraar_vraagt_finale_kwijting": True,
            "naasten": [{"relatie": "zorg_in_gezinsverband", "getuige": True}],
            **INCOMES,
        }
    )

    assert [signal.value for signal in found.signalen] == [
        "niet_tekenen",
        "verjaring_misschien_verstreken",
        "verjaring_dreigt",
        "mens_nodig",
        "art185_wvw",
        "waarborgfonds",
        "schadefonds",
        "shockschade_beoordelen",
        "relatie_aantonen",
        "wnu_nodig",
        "voordeelverrekening_apart",
        "norm_mogelijk_verouderd",
        "rouw",
    ]


@pytest.mark.parametrize(
    ("facts", "reasons"),
    [
        ({}, []),
        ({"rol": "nabestaande"}, ["mens_overlijden"]),
        (
            {"oorzaak": "medisch", "letsel.littekens": "ontsierend"},
            ["mens_buiten_reikwijdte", "mens_littekens"],
        ),
        ({"misdrijf": True}, ["mens_misdrijf"]),
        ({"letsel.ernstig_en_blijvend": True}, ["mens_ernstig_letsel"]),
        (
            {"letsel.restloos": None, **relatives({"relatie": "levensgezel"})},
            ["mens_te_beoordelen"],
        ),
        ({"gebeurtenis_datum": "2021-12-01", "oorzaak": "dier"}, ["mens_termijn"]),
    ],
    ids=str,
)
def test_a_human_is_needed_for_reasons_that_are_named(
    facts: dict[str, Any], reasons: list[str]
) -> None:
    found = sleutels(*beoordeeld(LICHT, facts).redenen)

    assert [key for key in found if key.startswith("mens_")] == reasons


def test_the_cause_out_of_scope_and_the_terms_that_end_are_named() -> None:
    found = beoordeeld(LICHT, CAR, {"oorzaak": "medisch", "gebeurtenis_datum": "2022-01-01"})

    values = {why.sleutel: why.waarden for why in found.redenen}
    assert values["mens_buiten_reikwijdte"] == {"oorzaak": "medisch"}
    # The one that may have ended first, then the one that is near.
    assert values["mens_termijn"] == {"termijnen": ["wam_3_jaar", "bw_5_jaar"]}


def test_a_range_across_a_limit_is_unknown_and_no_borderline_case() -> None:
    found = beoordeeld(
        LICHT,
        {"letsel.ao_dagen": tussen(10, 40), "schade.excl_voertuig": tussen(500, 8000)},
    )

    assert not {signal for signal in found.signalen if signal.startswith("grensgeval")}


@given(gevallen())
def test_signals_come_in_order_and_once(feiten: Feiten) -> None:
    found = beoordeling(feiten, TODAY, parameters()).signalen

    assert list(found) == [signal for signal in Signaal if signal in found]


@given(gevallen())
def test_a_band_or_a_table_amount_is_never_shown_without_its_warning(feiten: Feiten) -> None:
    found = beoordeling(feiten, TODAY, parameters())

    if found.smartengeld is not None or found.bgk.tabelbedrag is not None:
        assert Signaal.NORM_MOGELIJK_VEROUDERD in found.signalen
