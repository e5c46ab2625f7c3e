"""Made-up cases for the tests of the rules, written by path: `zaak({"letsel.ao_dagen": 27})`."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from calc.beoordeling import Beoordeling, beoordeling
from calc.dated import Lezing, parameters
from calc.feiten import Feiten

VANDAAG = date(2026, 11, 23)

# A cyclist with little damage who heals within a month: light injury in every respect.
LICHT: Mapping[str, Any] = {
    "rol": "slachtoffer",
    "oorzaak": "verkeer",
    "misdrijf": False,
    "gebeurtenis_datum": "2026-06-15",
    "letsel.herstel_maanden": 1,
    "letsel.restloos": True,
    "letsel.complicaties": False,
    "letsel.littekens": "geen",
    "letsel.ao_dagen": 3,
    "schade.excl_voertuig": "1200.00",
    "aansprakelijkheid.eigen_schuld_pct": 0,
}


def zaak(*lagen: Mapping[str, Any], **meer: Any) -> Feiten:
    """Return the facts at these paths; a later layer wins, None takes a fact away."""
    boom: dict[str, Any] = {}
    for pad, waarde in {
        key: value for laag in (*lagen, meer) for key, value in laag.items()
    }.items():
        plek = boom
        *groepen, naam = pad.split(".")
        for groep in groepen:
            plek = plek.setdefault(groep, {})
        plek[naam] = waarde
    return Feiten.model_validate(boom)


def beoordeeld(*lagen: Mapping[str, Any], today: date = VANDAAG, **meer: Any) -> Beoordeling:
    """Return the assessment of the facts at these paths."""
    return beoordeling(zaak(*lagen, **meer), today, parameters())


def lezing(today: date = VANDAAG) -> Lezing:
    """Return a fresh reading of the real parameters."""
    return Lezing(parameters(), today)


def tussen(van: Any, tot: Any) -> dict[str, Any]:
    """Return a range as facts hold it."""
    return {"van": van, "tot": tot}


def sleutels(*redenen: Any) -> list[str]:
    """Return the keys of reasons."""
    return [waarom.sleutel for waarom in redenen]
