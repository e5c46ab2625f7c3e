"""What happened and who is to blame: answers that hardly fit together."""

from datetime import date
from decimal import Decimal

from calc.feiten import EigenSchuldReden, Feiten, Oorzaak, Rol, SlachtofferAls, Stand, Werk
from calc.tegenspraak.vergelijken import Paden, als, boven_nul, later

_IN_AUTO = frozenset({SlachtofferAls.AUTO_BESTUURDER, SlachtofferAls.AUTO_PASSAGIER})
_ZONDER_GORDEL = frozenset(SlachtofferAls) - _IN_AUTO - {SlachtofferAls.ANDERS}
_ZONDER_HELM = _IN_AUTO | {SlachtofferAls.VOETGANGER}
_ALLES = Decimal(100)


def slachtoffer_overleden(feiten: Feiten, _: date) -> Paden:
    """A victim who tells, and who died."""
    zelf = feiten.rol is Rol.SLACHTOFFER
    return als(zelf and feiten.overlijdensdatum is not None, "rol", "overlijdensdatum")


def misdrijf(feiten: Feiten, _: date) -> Paden:
    """A crime as the cause, and none."""
    ontkend = feiten.misdrijf is False
    return als(feiten.oorzaak is Oorzaak.MISDRIJF and ontkend, "oorzaak", "misdrijf")


def gordel_past_niet(feiten: Feiten, _: date) -> Paden:
    """A belt where there is none to wear."""
    return _reden_past_niet(feiten, EigenSchuldReden.GORDEL, _ZONDER_GORDEL)


def helm_past_niet(feiten: Feiten, _: date) -> Paden:
    """A helmet where nobody wears one."""
    return _reden_past_niet(feiten, EigenSchuldReden.HELM, _ZONDER_HELM)


def _reden_past_niet(
    feiten: Feiten, reden: EigenSchuldReden, bij: frozenset[SlachtofferAls]
) -> Paden:
    genoemd = feiten.aansprakelijkheid.eigen_schuld_reden is reden
    past_niet = feiten.verkeer.slachtoffer_als in bij
    return als(
        genoemd and past_niet, "verkeer.slachtoffer_als", "aansprakelijkheid.eigen_schuld_reden"
    )


def erkend_met_alle_schuld(feiten: Feiten, _: date) -> Paden:
    """Liability accepted, and all of the fault with the victim."""
    # A share of one's own stands beside a liability that is accepted; all of it does not.
    eigen = feiten.aansprakelijkheid.eigen_schuld_pct
    alles = eigen is not None and eigen.below(_ALLES) is False
    return als(
        alles and feiten.aansprakelijkheid.stand is Stand.ERKEND,
        "aansprakelijkheid.stand",
        "aansprakelijkheid.eigen_schuld_pct",
    )


def gesteld_na_regeling(feiten: Feiten, _: date) -> Paden:
    """A first letter after the settlement."""
    erna = later(feiten.aansprakelijkheid.gesteld_op, feiten.regeling_datum)
    return als(erna, "aansprakelijkheid.gesteld_op", "regeling_datum")


def geboren_na_gebeurtenis(feiten: Feiten, _: date) -> Paden:
    """A birth after the event."""
    # The law knows harm to a child that was not born yet: rare, so asked and not refused.
    erna = later(feiten.geboortedatum_slachtoffer, feiten.gebeurtenis_datum)
    return als(erna, "geboortedatum_slachtoffer", "gebeurtenis_datum")


def geen_helper_maar_soort(feiten: Feiten, _: date) -> Paden:
    """Nobody who helps, and who that is."""
    hulp = feiten.belangenbehartiging
    genoemd = {
        "belangenbehartiging.soort": hulp.soort is not None,
        "belangenbehartiging.tweede": hulp.tweede is True,
    }
    paden = tuple(pad for pad, waar in genoemd.items() if waar)
    return als(hulp.heeft is False and bool(paden), "belangenbehartiging.heeft", *paden)


def afgewezen_maar_akkoord(feiten: Feiten, _: date) -> Paden:
    """Liability refused, and a part of it agreed."""
    akkoord = feiten.aansprakelijkheid.overeengekomen_pct
    return als(
        feiten.aansprakelijkheid.stand is Stand.AFGEWEZEN and boven_nul(akkoord),
        "aansprakelijkheid.stand",
        "aansprakelijkheid.overeengekomen_pct",
    )


def werk_maar_geen_werk(feiten: Feiten, _: date) -> Paden:
    """An accident at work of somebody without work."""
    zonder_werk = feiten.gegevens.werk in {Werk.GEEN, Werk.PENSIOEN}
    return als(feiten.oorzaak is Oorzaak.WERK and zonder_werk, "oorzaak", "gegevens.werk")
