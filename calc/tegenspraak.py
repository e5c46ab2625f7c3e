"""Facts that can each be true, but hardly together: a person is asked, nothing is guessed.

What cannot be true at all is refused (`calc.samenhang`). What is unknown contradicts nothing, and
of a range only what holds for all of it counts.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from calc.bereik import Bereik
from calc.dagen import maanden_later
from calc.dated import parameters
from calc.feiten import (
    Behandeling,
    EigenSchuldReden,
    Feiten,
    Oorzaak,
    Posten,
    Relatie,
    Rol,
    SlachtofferAls,
    Stand,
    Werk,
)
from calc.leeftijd import leeftijd
from calc.omstandigheden import overleden
from calc.reden import Uitkomstmodel

_PARTNERS = frozenset({Relatie.ECHTGENOOT, Relatie.LEVENSGEZEL})
_KINDEREN = frozenset({Relatie.MINDERJARIG_KIND, Relatie.THUISWONEND_KIND, Relatie.UITWONEND_KIND})
_VAN_MINDERJARIGE = frozenset({Relatie.OUDER_VAN_MINDERJARIGE})
_VAN_VOLWASSENE = frozenset({Relatie.OUDER_VAN_THUISWONENDE, Relatie.OUDER_VAN_UITWONENDE})
_IN_AUTO = frozenset({SlachtofferAls.AUTO_BESTUURDER, SlachtofferAls.AUTO_PASSAGIER})
_ZONDER_GORDEL = frozenset(SlachtofferAls) - _IN_AUTO - {SlachtofferAls.ANDERS}
_ZONDER_HELM = _IN_AUTO | {SlachtofferAls.VOETGANGER}
_NIETS, _ALLES, _EEN = Decimal(0), Decimal(100), Decimal(1)
_LANGSTE_MAAND = 31

Paden = tuple[str, ...]


class Tegenspraak(Uitkomstmodel):
    """Two or more facts that hardly fit: the key of the question to put, and where they stand."""

    reden: str
    paden: Paden


def tegenspraak(feiten: Feiten, today: date) -> tuple[Tegenspraak, ...]:
    """Return what does not fit, in a fixed order; none of it changes an outcome.

    Args:
        feiten: The facts; the caller has refused what cannot be.
        today: The day of the assessment.

    Returns:
        One per sort of contradiction, with the paths of the facts to look at.
    """
    gevonden = ((reden, toets(feiten, today)) for reden, toets in _TOETSEN.items())
    return tuple(Tegenspraak(reden=reden, paden=paden) for reden, paden in gevonden if paden)


def _als(waar: bool, *paden: str) -> Paden:  # noqa: FBT001 - the outcome of the test itself
    return paden if waar else ()


# --- money ---------------------------------------------------------------------------------------


def _posten_meer_dan_totaal(feiten: Feiten, _: date) -> Paden:
    totaal = feiten.schade.excl_voertuig
    if totaal is None or totaal.tot is None:
        return ()
    posten = dict(_genoemde_posten(feiten))
    minstens = sum((post.van or _NIETS for post in posten.values()), _NIETS)
    return _als(minstens > totaal.tot, "schade.excl_voertuig", *posten)


def _genoemde_posten(feiten: Feiten) -> Iterator[tuple[str, Bereik[Decimal]]]:
    for post in Posten.model_fields:
        genoemd = getattr(feiten.schade.posten, post)
        if genoemd is not None:
            yield f"schade.posten.{post}", genoemd


def _geen_werk_maar_inkomen(feiten: Feiten, _: date) -> Paden:
    zonder_werk = feiten.gegevens.werk in {Werk.GEEN, Werk.PENSIOEN}
    verlies = _boven_nul(feiten.schade.posten.inkomen)
    return _als(zonder_werk and verlies, "gegevens.werk", "schade.posten.inkomen")


def _jaar_dubbel(feiten: Feiten, _: date) -> Paden:
    jaren = [jaar.jaar for jaar in feiten.gezin.jaren]
    dubbel = [plek for plek, jaar in enumerate(jaren) if jaren.count(jaar) > 1]
    return tuple(f"gezin.jaren[{plek}].jaar" for plek in dubbel)


# --- injury and recovery -------------------------------------------------------------------------


def _restloos_en_blijvend(feiten: Feiten, _: date) -> Paden:
    letsel = feiten.letsel
    blijft = {
        "letsel.ernstig_en_blijvend": letsel.ernstig_en_blijvend is True,
        "letsel.blijvende_invaliditeit_pct": _boven_nul(letsel.blijvende_invaliditeit_pct),
    }
    paden = tuple(pad for pad, waar in blijft.items() if waar)
    return _als(letsel.restloos is True and bool(paden), "letsel.restloos", *paden)


def _ziek_na_herstel(feiten: Feiten, today: date) -> Paden:
    herstel, gebeurtenis = feiten.letsel.herstel_maanden, feiten.gebeurtenis_datum
    if herstel is None or gebeurtenis is None or herstel.tot is None or gebeurtenis.tot is None:
        return ()
    zeker_hersteld = maanden_later(gebeurtenis.tot, int(herstel.tot) + 1)
    return _als(
        feiten.letsel.ao_loopt_nog is True and zeker_hersteld < today,
        "letsel.herstel_maanden",
        "letsel.ao_loopt_nog",
    )


def _ao_langer_dan_herstel(feiten: Feiten, _: date) -> Paden:
    ao, herstel = feiten.letsel.ao_dagen, feiten.letsel.herstel_maanden
    if ao is None or herstel is None or ao.van is None or herstel.tot is None:
        return ()
    te_lang = ao.van > herstel.tot * _LANGSTE_MAAND
    return _als(te_lang, "letsel.ao_dagen", "letsel.herstel_maanden")


def _geen_behandeling_maar_ziekenhuis(feiten: Feiten, _: date) -> Paden:
    elders = feiten.letsel.behandeling not in {None, Behandeling.ZIEKENHUIS}
    dagen = _boven_nul(feiten.gegevens.ziekenhuis_dagen)
    return _als(elders and dagen, "letsel.behandeling", "gegevens.ziekenhuis_dagen")


def _overleden_en_hersteld(feiten: Feiten, _: date) -> Paden:
    letsel = feiten.letsel
    herstel = {
        "letsel.restloos": letsel.restloos is True,
        "letsel.ao_loopt_nog": letsel.ao_loopt_nog is True,
        "letsel.herstel_maanden": letsel.herstel_maanden is not None
        and letsel.herstel_maanden.tot is not None,
    }
    paden = tuple(pad for pad, waar in herstel.items() if waar)
    dood = "rol" if feiten.overlijdensdatum is None else "overlijdensdatum"
    return _als(overleden(feiten) and bool(paden), dood, *paden)


# --- what happened, and who is to blame ----------------------------------------------------------


def _slachtoffer_overleden(feiten: Feiten, _: date) -> Paden:
    zelf = feiten.rol is Rol.SLACHTOFFER
    return _als(zelf and feiten.overlijdensdatum is not None, "rol", "overlijdensdatum")


def _misdrijf(feiten: Feiten, _: date) -> Paden:
    ontkend = feiten.misdrijf is False
    return _als(feiten.oorzaak is Oorzaak.MISDRIJF and ontkend, "oorzaak", "misdrijf")


def _gordel_past_niet(feiten: Feiten, _: date) -> Paden:
    return _reden_past_niet(feiten, EigenSchuldReden.GORDEL, _ZONDER_GORDEL)


def _helm_past_niet(feiten: Feiten, _: date) -> Paden:
    return _reden_past_niet(feiten, EigenSchuldReden.HELM, _ZONDER_HELM)


def _reden_past_niet(
    feiten: Feiten, reden: EigenSchuldReden, bij: frozenset[SlachtofferAls]
) -> Paden:
    genoemd = feiten.aansprakelijkheid.eigen_schuld_reden is reden
    past_niet = feiten.verkeer.slachtoffer_als in bij
    return _als(
        genoemd and past_niet, "verkeer.slachtoffer_als", "aansprakelijkheid.eigen_schuld_reden"
    )


def _erkend_met_alle_schuld(feiten: Feiten, _: date) -> Paden:
    # A share of one's own stands beside a liability that is accepted; all of it does not.
    eigen = feiten.aansprakelijkheid.eigen_schuld_pct
    alles = eigen is not None and eigen.below(_ALLES) is False
    return _als(
        alles and feiten.aansprakelijkheid.stand is Stand.ERKEND,
        "aansprakelijkheid.stand",
        "aansprakelijkheid.eigen_schuld_pct",
    )


def _gesteld_na_regeling(feiten: Feiten, _: date) -> Paden:
    later = _later(feiten.aansprakelijkheid.gesteld_op, feiten.regeling_datum)
    return _als(later, "aansprakelijkheid.gesteld_op", "regeling_datum")


def _geboren_na_gebeurtenis(feiten: Feiten, _: date) -> Paden:
    # The law knows harm to a child that was not born yet: rare, so asked and not refused.
    later = _later(feiten.geboortedatum_slachtoffer, feiten.gebeurtenis_datum)
    return _als(later, "geboortedatum_slachtoffer", "gebeurtenis_datum")


def _geen_helper_maar_soort(feiten: Feiten, _: date) -> Paden:
    hulp = feiten.belangenbehartiging
    genoemd = {
        "belangenbehartiging.soort": hulp.soort is not None,
        "belangenbehartiging.tweede": hulp.tweede is True,
    }
    paden = tuple(pad for pad, waar in genoemd.items() if waar)
    return _als(hulp.heeft is False and bool(paden), "belangenbehartiging.heeft", *paden)


# --- the people around the victim ----------------------------------------------------------------


def _alleen_met_kind(feiten: Feiten, _: date) -> Paden:
    hulp = feiten.gegevens.hulp
    alleen = hulp.personen is not None and hulp.personen.at_most(_EEN) is True
    return _als(
        alleen and hulp.kind_onder_5 is True,
        "gegevens.hulp.personen",
        "gegevens.hulp.kind_onder_5",
    )


def _meer_partners(feiten: Feiten, _: date) -> Paden:
    partners = _met(feiten, _PARTNERS)
    return _als(len(partners) > 1, *partners)


def _leeftijd_slachtoffer(feiten: Feiten, today: date) -> Paden:
    """Return the parents whose relation does not fit the age of the victim, or each other."""
    van_kind, van_volwassene = _met(feiten, _VAN_MINDERJARIGE), _met(feiten, _VAN_VOLWASSENE)
    if van_kind and van_volwassene:
        return (*van_kind, *van_volwassene)
    if not van_kind and not van_volwassene:
        return ()
    fout = {False: van_kind, True: van_volwassene, None: ()}[_minderjarig(feiten, today)]
    return _als(bool(fout), "geboortedatum_slachtoffer", *fout)


def _gezin_van_minderjarige(feiten: Feiten, today: date) -> Paden:
    # Whoever has an injured child easily answers "my child" where the bond to the victim is asked.
    gezin = _met(feiten, _KINDEREN | _PARTNERS)
    past_niet = bool(gezin) and _minderjarig(feiten, today) is True
    return _als(past_niet, "geboortedatum_slachtoffer", *gezin)


def _minderjarig(feiten: Feiten, today: date) -> bool | None:
    return leeftijd(feiten, today, parameters())["minderjarig_bij_gebeurtenis"]


def _met(feiten: Feiten, relaties: frozenset[Relatie]) -> Paden:
    return tuple(
        f"naasten[{plek}].relatie"
        for plek, naaste in enumerate(feiten.naasten)
        if naaste.relatie in relaties
    )


# --- comparing -----------------------------------------------------------------------------------


def _boven_nul(waarde: Bereik[Decimal] | Bereik[int] | None) -> bool:
    return waarde is not None and waarde.van is not None and waarde.van > 0


def _later(een: Bereik[date] | None, ander: Bereik[date] | None) -> bool:
    """Tell whether every day of the one lies after every day of the other."""
    if een is None or ander is None or een.van is None or ander.tot is None:
        return False
    return een.van > ander.tot


_TOETSEN: Mapping[str, Callable[[Feiten, date], Paden]] = {
    "slachtoffer_overleden": _slachtoffer_overleden,
    "overleden_en_hersteld": _overleden_en_hersteld,
    "misdrijf": _misdrijf,
    "geboren_na_gebeurtenis": _geboren_na_gebeurtenis,
    "restloos_en_blijvend": _restloos_en_blijvend,
    "ziek_na_herstel": _ziek_na_herstel,
    "ao_langer_dan_herstel": _ao_langer_dan_herstel,
    "geen_behandeling_maar_ziekenhuis": _geen_behandeling_maar_ziekenhuis,
    "posten_meer_dan_totaal": _posten_meer_dan_totaal,
    "geen_werk_maar_inkomen": _geen_werk_maar_inkomen,
    "alleen_met_kind": _alleen_met_kind,
    "gordel_past_niet": _gordel_past_niet,
    "helm_past_niet": _helm_past_niet,
    "erkend_met_alle_schuld": _erkend_met_alle_schuld,
    "gesteld_na_regeling": _gesteld_na_regeling,
    "geen_helper_maar_soort": _geen_helper_maar_soort,
    "meer_partners": _meer_partners,
    "leeftijd_slachtoffer": _leeftijd_slachtoffer,
    "gezin_van_minderjarige": _gezin_van_minderjarige,
    "jaar_dubbel": _jaar_dubbel,
}
# Every sort, in the order in which they are told.
REDENEN = tuple(_TOETSEN)
