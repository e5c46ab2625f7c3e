"""Answers that may each be true, but hardly together: a handler asks after them first."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from calc.bereik import Bereik
from calc.dagen import maanden_later
from calc.dated import parameters
from calc.feiten import Behandeling, Feiten, Oorzaak, Relatie, Rol, Stand, Werk
from calc.leeftijd import leeftijd

_PARTNERS = frozenset({Relatie.ECHTGENOOT, Relatie.LEVENSGEZEL})
_OF_A_MINOR = frozenset({Relatie.OUDER_VAN_MINDERJARIGE})
_OF_AN_ADULT = frozenset({Relatie.OUDER_VAN_THUISWONENDE, Relatie.OUDER_VAN_UITWONENDE})
_NOTHING = Decimal(0)
_LONGEST_MONTH_DAYS = 31


def contradictions(feiten: Feiten, today: date) -> tuple[str, ...]:
    """Return the ids of what does not fit; what is unknown contradicts nothing."""
    return tuple(name for name, found in _CHECKS.items() if found(feiten, today))


def _items_above_total(feiten: Feiten, _: date) -> bool:
    total = feiten.schade.excl_voertuig
    if total is None or total.tot is None:
        return False
    least = sum((item.van or _NOTHING for item in _items(feiten)), _NOTHING)
    return least > total.tot


def _items(feiten: Feiten) -> Iterator[Bereik[Decimal]]:
    for name in type(feiten.schade.posten).model_fields:
        item = getattr(feiten.schade.posten, name)
        if item is not None:
            yield item


def _healed_and_lasting(feiten: Feiten, _: date) -> bool:
    letsel = feiten.letsel
    lasting = letsel.ernstig_en_blijvend is True or _above(letsel.blijvende_invaliditeit_pct)
    return letsel.restloos is True and lasting


def _dead_victim_types(feiten: Feiten, _: date) -> bool:
    return feiten.rol is Rol.SLACHTOFFER and feiten.overlijdensdatum is not None


def _crime_denied(feiten: Feiten, _: date) -> bool:
    return feiten.oorzaak is Oorzaak.MISDRIJF and feiten.misdrijf is False


def _ill_after_recovery(feiten: Feiten, today: date) -> bool:
    healed, event = feiten.letsel.herstel_maanden, feiten.gebeurtenis_datum
    if healed is None or event is None or healed.tot is None or event.tot is None:
        return False
    certainly_healed = maanden_later(event.tot, int(healed.tot) + 1)
    return feiten.letsel.ao_loopt_nog is True and certainly_healed < today


def _ill_longer_than_recovery(feiten: Feiten, _: date) -> bool:
    ill, healed = feiten.letsel.ao_dagen, feiten.letsel.herstel_maanden
    if ill is None or healed is None or ill.van is None or healed.tot is None:
        return False
    return ill.van > healed.tot * _LONGEST_MONTH_DAYS


def _income_without_work(feiten: Feiten, _: date) -> bool:
    idle = feiten.gegevens.werk in (Werk.GEEN, Werk.PENSIOEN)
    return idle and _above(feiten.schade.posten.inkomen)


def _hospital_without_treatment(feiten: Feiten, _: date) -> bool:
    elsewhere = feiten.letsel.behandeling not in (None, Behandeling.ZIEKENHUIS)
    return elsewhere and _above(feiten.gegevens.ziekenhuis_dagen)


def _accepted_with_own_fault(feiten: Feiten, _: date) -> bool:
    own_fault = feiten.aansprakelijkheid.eigen_schuld_pct
    return feiten.aansprakelijkheid.stand is Stand.ERKEND and _above(own_fault)


def _more_partners(feiten: Feiten, _: date) -> bool:
    return sum(naaste.relatie in _PARTNERS for naaste in feiten.naasten) > 1


def _wrong_age(feiten: Feiten, today: date) -> bool:
    minor = leeftijd(feiten, today, parameters()).get("minderjarig_bij_gebeurtenis")
    relations = {naaste.relatie for naaste in feiten.naasten}
    said_minor, said_adult = bool(relations & _OF_A_MINOR), bool(relations & _OF_AN_ADULT)
    return (said_minor and minor is False) or (said_adult and minor is True)


def _above(value: Bereik[Decimal] | Bereik[int] | None) -> bool:
    return value is not None and value.van is not None and value.van > 0


_CHECKS: Mapping[str, Callable[[Feiten, date], bool]] = {
    "posten_meer_dan_totaal": _items_above_total,
    "restloos_en_blijvend": _healed_and_lasting,
    "slachtoffer_overleden": _dead_victim_types,
    "misdrijf": _crime_denied,
    "ziek_na_herstel": _ill_after_recovery,
    "ao_langer_dan_herstel": _ill_longer_than_recovery,
    "geen_werk_maar_inkomen": _income_without_work,
    "geen_behandeling_maar_ziekenhuis": _hospital_without_treatment,
    "erkend_met_eigen_schuld": _accepted_with_own_fault,
    "meer_partners": _more_partners,
    "leeftijd_slachtoffer": _wrong_age,
}
SORTS = tuple(_CHECKS)
