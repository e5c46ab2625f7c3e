"""Injury, work and recovery that hardly fit together."""

from datetime import date

from calc.dagen import maanden_later
from calc.feiten import Behandeling, Feiten
from calc.omstandigheden import overleden
from calc.tegenspraak.vergelijken import Paden, als, boven_nul

_LANGSTE_MAAND = 31


def restloos_en_blijvend(feiten: Feiten, _: date) -> Paden:
    """A full recovery, and something that stays."""
    letsel = feiten.letsel
    blijft = {
        "letsel.karakterverandering": letsel.karakterverandering is True,
        "letsel.ernstig_en_blijvend": letsel.ernstig_en_blijvend is True,
        "letsel.blijvende_invaliditeit_pct": boven_nul(letsel.blijvende_invaliditeit_pct),
    }
    paden = tuple(pad for pad, waar in blijft.items() if waar)
    return als(letsel.restloos is True and bool(paden), "letsel.restloos", *paden)


def ziek_na_herstel(feiten: Feiten, today: date) -> Paden:
    """Still unable to work after the recovery."""
    herstel, gebeurtenis = feiten.letsel.herstel_maanden, feiten.gebeurtenis_datum
    if herstel is None or gebeurtenis is None or herstel.tot is None or gebeurtenis.tot is None:
        return ()
    zeker_hersteld = maanden_later(gebeurtenis.tot, int(herstel.tot) + 1)
    return als(
        feiten.letsel.ao_loopt_nog is True and zeker_hersteld < today,
        "letsel.herstel_maanden",
        "letsel.ao_loopt_nog",
    )


def ao_langer_dan_herstel(feiten: Feiten, _: date) -> Paden:
    """Longer unable to work than the recovery takes."""
    ao, herstel = feiten.letsel.ao_dagen, feiten.letsel.herstel_maanden
    if ao is None or herstel is None or ao.van is None or herstel.tot is None:
        return ()
    te_lang = ao.van > herstel.tot * _LANGSTE_MAAND
    return als(te_lang, "letsel.ao_dagen", "letsel.herstel_maanden")


def geen_behandeling_maar_ziekenhuis(feiten: Feiten, _: date) -> Paden:
    """Days in hospital, and a treatment elsewhere or none."""
    elders = feiten.letsel.behandeling not in {None, Behandeling.ZIEKENHUIS}
    dagen = boven_nul(feiten.gegevens.ziekenhuis_dagen)
    return als(elders and dagen, "letsel.behandeling", "gegevens.ziekenhuis_dagen")


def overleden_en_hersteld(feiten: Feiten, _: date) -> Paden:
    """A death, and a recovery or work that goes on."""
    letsel = feiten.letsel
    herstel = {
        "letsel.restloos": letsel.restloos is True,
        "letsel.ao_loopt_nog": letsel.ao_loopt_nog is True,
        "letsel.herstel_maanden": letsel.herstel_maanden is not None
        and letsel.herstel_maanden.tot is not None,
    }
    paden = tuple(pad for pad, waar in herstel.items() if waar)
    dood = "rol" if feiten.overlijdensdatum is None else "overlijdensdatum"
    return als(overleden(feiten) and bool(paden), dood, *paden)


def geen_dag_maar_loopt_nog(feiten: Feiten, _: date) -> Paden:
    """No day without work, and one that goes on."""
    dagen = feiten.letsel.ao_dagen
    geen = dagen is not None and dagen.tot == 0
    return als(
        geen and feiten.letsel.ao_loopt_nog is True, "letsel.ao_dagen", "letsel.ao_loopt_nog"
    )
