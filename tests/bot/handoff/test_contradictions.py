from datetime import date
from typing import Any

import pytest

from bot.handoff.contradictions import contradictions
from calc.feiten import Feiten

TODAY = date(2026, 11, 23)

SAID: dict[str, dict[str, Any]] = {
    "posten_meer_dan_totaal": {
        "schade": {
            "excl_voertuig": "500.00",
            "posten": {"medisch": "300.00", "reiskosten": {"van": "201.00", "tot": "250.00"}},
        }
    },
    "restloos_en_blijvend": {"letsel": {"restloos": True, "blijvende_invaliditeit_pct": 10}},
    "slachtoffer_overleden": {"rol": "slachtoffer", "overlijdensdatum": "2026-05-01"},
    "misdrijf": {"oorzaak": "misdrijf", "misdrijf": False},
    "ziek_na_herstel": {
        "gebeurtenis_datum": "2026-01-05",
        "letsel": {"herstel_maanden": 2, "ao_loopt_nog": True},
    },
    "ao_langer_dan_herstel": {"letsel": {"herstel_maanden": 1, "ao_dagen": 40}},
    "geen_werk_maar_inkomen": {
        "gegevens": {"werk": "pensioen"},
        "schade": {"posten": {"inkomen": "100.00"}},
    },
    "geen_behandeling_maar_ziekenhuis": {
        "letsel": {"behandeling": "huisarts"},
        "gegevens": {"ziekenhuis_dagen": 2},
    },
    "erkend_met_eigen_schuld": {"aansprakelijkheid": {"stand": "erkend", "eigen_schuld_pct": 25}},
    "meer_partners": {
        "naasten": [
            {"relatie": "levensgezel"},
            {"relatie": "echtgenoot_of_geregistreerd_partner"},
        ]
    },
    "leeftijd_slachtoffer": {
        "gebeurtenis_datum": "2026-01-05",
        "geboortedatum_slachtoffer": "1990-01-05",
        "naasten": [{"relatie": "ouder_van_minderjarig_slachtoffer"}],
    },
}
# The same stories, told so that they can be true.
FITTING: tuple[dict[str, Any], ...] = (
    {},
    {
        "schade": {
            "excl_voertuig": "501.00",
            "posten": {"medisch": "300.00", "reiskosten": "201.00"},
        }
    },
    {"schade": {"posten": {"medisch": "300.00"}}},
    {"letsel": {"restloos": True, "blijvende_invaliditeit_pct": 0, "ernstig_en_blijvend": False}},
    {"letsel": {"restloos": True, "blijvende_invaliditeit_pct": {"van": None, "tot": 10}}},
    {"rol": "nabestaande", "overlijdensdatum": "2026-05-01"},
    {"oorzaak": "misdrijf"},
    {
        "gebeurtenis_datum": "2026-09-05",
        "letsel": {"herstel_maanden": 2, "ao_loopt_nog": True, "ao_dagen": 60},
    },
    {"gegevens": {"werk": "geen"}, "schade": {"posten": {"inkomen": "0.00"}}},
    {"letsel": {"behandeling": "ziekenhuis"}, "gegevens": {"ziekenhuis_dagen": 2}},
    {"aansprakelijkheid": {"stand": "gedeeltelijk", "eigen_schuld_pct": 25}},
    {"naasten": [{"relatie": "levensgezel"}, {"relatie": "minderjarig_kind"}, {}]},
    {
        "gebeurtenis_datum": "2026-01-05",
        "geboortedatum_slachtoffer": "2010-01-05",
        "naasten": [{"relatie": "ouder_van_minderjarig_slachtoffer"}],
    },
)


@pytest.mark.parametrize("name", SAID)
def test_what_cannot_well_be_true_together_is_named(name: str) -> None:
    assert contradictions(Feiten.model_validate(SAID[name]), TODAY) == (name,)


@pytest.mark.parametrize("told", FITTING)
def test_what_fits_or_is_unknown_contradicts_nothing(told: dict[str, Any]) -> None:
    assert contradictions(Feiten.model_validate(told), TODAY) == ()


def test_a_parent_of_an_adult_does_not_fit_a_child() -> None:
    told = {
        "gebeurtenis_datum": "2026-01-05",
        "geboortedatum_slachtoffer": "2012-01-05",
        "naasten": [{"relatie": "ouder_van_meerderjarig_thuiswonend_slachtoffer"}],
    }

    assert contradictions(Feiten.model_validate(told), TODAY) == ("leeftijd_slachtoffer",)
