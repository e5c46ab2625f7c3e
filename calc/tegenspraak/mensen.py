"""The people around the victim: relations and ages that hardly fit together."""

from datetime import date
from decimal import Decimal

from calc.dated import parameters
from calc.feiten import Feiten, Relatie
from calc.leeftijd import leeftijd
from calc.tegenspraak.vergelijken import Paden, als

_PARTNERS = frozenset({Relatie.ECHTGENOOT, Relatie.LEVENSGEZEL})
_KINDEREN = frozenset({Relatie.MINDERJARIG_KIND, Relatie.THUISWONEND_KIND, Relatie.UITWONEND_KIND})
_VAN_MINDERJARIGE = frozenset({Relatie.OUDER_VAN_MINDERJARIGE})
_VAN_VOLWASSENE = frozenset({Relatie.OUDER_VAN_THUISWONENDE, Relatie.OUDER_VAN_UITWONENDE})
_EEN = Decimal(1)


def alleen_met_kind(feiten: Feiten, _: date) -> Paden:
    """Somebody who lives alone, with a child."""
    hulp = feiten.gegevens.hulp
    alleen = hulp.personen is not None and hulp.personen.at_most(_EEN) is True
    return als(
        alleen and hulp.kind_onder_5 is True,
        "gegevens.hulp.personen",
        "gegevens.hulp.kind_onder_5",
    )


def meer_partners(feiten: Feiten, _: date) -> Paden:
    """More partners than one."""
    partners = _met(feiten, _PARTNERS)
    return als(len(partners) > 1, *partners)


def leeftijd_slachtoffer(feiten: Feiten, today: date) -> Paden:
    """Return the parents whose relation does not fit the age of the victim, or each other."""
    van_kind, van_volwassene = _met(feiten, _VAN_MINDERJARIGE), _met(feiten, _VAN_VOLWASSENE)
    if van_kind and van_volwassene:
        return (*van_kind, *van_volwassene)
    if not van_kind and not van_volwassene:
        return ()
    fout = {False: van_kind, True: van_volwassene, None: ()}[_minderjarig(feiten, today)]
    return als(bool(fout), "geboortedatum_slachtoffer", *fout)


def gezin_van_minderjarige(feiten: Feiten, today: date) -> Paden:
    """A child or partner of a victim who was a child."""
    # Whoever has an injured child easily answers "my child" where the bond to the victim is asked.
    gezin = _met(feiten, _KINDEREN | _PARTNERS)
    past_niet = bool(gezin) and _minderjarig(feiten, today) is True
    return als(past_niet, "geboortedatum_slachtoffer", *gezin)


def _minderjarig(feiten: Feiten, today: date) -> bool | None:
    return leeftijd(feiten, today, parameters())["minderjarig_bij_gebeurtenis"]


def _met(feiten: Feiten, relaties: frozenset[Relatie]) -> Paden:
    return tuple(
        f"naasten[{plek}].relatie"
        for plek, naaste in enumerate(feiten.naasten)
        if naaste.relatie in relaties
    )
