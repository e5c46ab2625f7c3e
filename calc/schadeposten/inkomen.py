"""Income that was missed: no norm gives it, so with paid work it waits for the amount itself."""

from calc.feiten import Feiten, Werk
from calc.reden import Reden, reden
from calc.schadeposten.norm import nog_nodig
from calc.schadeposten.uitkomst import Schadepost

_POST, _BEDRAG = "inkomen", "schade.posten.inkomen"
_WAAROM: dict[Werk, Reden] = {
    Werk.LOONDIENST: reden("schadeposten_inkomen_loondienst"),
    Werk.ZELFSTANDIG: reden("schadeposten_inkomen_zelfstandig"),
}


def inkomen(feiten: Feiten) -> tuple[Schadepost, ...]:
    """Return the item for income that may have been missed, nothing when nothing points to any.

    Source:
        Art. 6:95 and 6:96 lid 1 BW: income that was missed is damage; what it was, papers tell.
    """
    waarom = None if feiten.gegevens.werk is None else _WAAROM.get(feiten.gegevens.werk)
    if waarom is None or not _kon_niet_werken(feiten) or feiten.schade.posten.inkomen is not None:
        return ()
    return (nog_nodig(_POST, _BEDRAG, redenen=(waarom,)),)


def _kon_niet_werken(feiten: Feiten) -> bool:
    dagen = feiten.letsel.ao_dagen
    return feiten.letsel.ao_loopt_nog is True or (dagen is not None and bool(dagen.van))
