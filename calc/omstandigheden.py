"""What several rules ask about a case: death, crime, lasting injury, excluded category."""

from decimal import Decimal

from calc.dated import Lezing
from calc.feiten import Feiten, Oorzaak, Rol, Tegenpartij
from calc.trilean import negate, some

_NUL = Decimal(0)
# "exclusief medische aansprakelijkheid, beroepsziekten en productaansprakelijkheidszaken"
BUITEN_REIKWIJDTE = frozenset({Oorzaak.MEDISCH, Oorzaak.PRODUCT, Oorzaak.BEROEPSZIEKTE})


def overleden(feiten: Feiten) -> bool:
    """Tell whether the victim is known to have died."""
    return feiten.overlijdensdatum is not None or feiten.rol is Rol.NABESTAANDE


def buiten_reikwijdte(feiten: Feiten) -> bool:
    """Tell whether the cause is known to lie outside the process for light injury."""
    return feiten.oorzaak in BUITEN_REIKWIJDTE


def door_misdrijf(feiten: Feiten) -> bool | None:
    """Return whether a crime did it; what the cause says holds until it is denied."""
    if feiten.misdrijf is None and feiten.oorzaak is Oorzaak.MISDRIJF:
        return True
    return feiten.misdrijf


def motorvoertuig(feiten: Feiten) -> bool | None:
    """Return whether the other side was a motor vehicle."""
    tegenpartij = feiten.verkeer.tegenpartij
    if tegenpartij is None or tegenpartij is Tegenpartij.ONBEKEND:
        return None
    return tegenpartij is Tegenpartij.MOTORVOERTUIG


def blijvend_letsel(feiten: Feiten) -> bool | None:
    """Return whether any injury stays: said so, or a permanent percentage above 0."""
    invaliditeit = feiten.letsel.blijvende_invaliditeit_pct
    boven_nul = None if invaliditeit is None else negate(invaliditeit.at_most(_NUL))
    return True if feiten.letsel.ernstig_en_blijvend else boven_nul


def ernstig_en_blijvend(feiten: Feiten, lezing: Lezing) -> bool | None:
    """Return whether the injury counts as severe and permanent, unknown below the guideline.

    Source:
        Art. 6:107 lid 1 onder b BW; the percentage is "een leidraad, geen harde grens".
    """
    invaliditeit = feiten.letsel.blijvende_invaliditeit_pct
    leidraad = lezing.getal("affectieschade.leidraad_pct") if invaliditeit is not None else None
    haalt_leidraad = (
        None if invaliditeit is None or leidraad is None else negate(invaliditeit.below(leidraad))
    )
    return some((feiten.letsel.ernstig_en_blijvend, haalt_leidraad or None))


def heropend(feiten: Feiten) -> bool:
    """Tell whether an earlier settlement is known of."""
    return any(waarde is not None for _, waarde in feiten.eerdere_regeling)


def geregeld(feiten: Feiten) -> bool:
    """Tell whether the case was settled and not opened again."""
    return feiten.regeling_datum is not None and not heropend(feiten)
