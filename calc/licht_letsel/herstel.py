"""Third criterion: "verwacht herstel binnen 6 maanden"; and the guideline's own licht letsel."""

from collections.abc import Iterator
from decimal import Decimal

from calc.dated import Lezing
from calc.feiten import Feiten
from calc.licht_letsel.uitkomst import Criterium, CriteriumId, JaNee, ja_nee, toets
from calc.omstandigheden import blijvend_letsel, overleden
from calc.reden import Reden, getal_bereik, reden
from calc.trilean import every, negate

_MAANDEN = "letsel.herstel_maanden"
_RESTLOOS = "letsel.restloos"
_COMPLICATIES = "letsel.complicaties"
_PERCENTAGE = "letsel.blijvende_invaliditeit_pct"


def herstel(feiten: Feiten, lezing: Lezing) -> Criterium:
    """Return whether full recovery is expected within the limit.

    Args:
        feiten: The expected recovery in months, counted from the event.
        lezing: Gives the limit in months.

    Returns:
        Met, not met or unknown; exactly the limit is "binnen". Not met where something stays.

    Source:
        Convenant BGK-Letsel, annex 2, step 2.
    """
    maanden = feiten.letsel.herstel_maanden
    grens = lezing.getal("licht_letsel.herstel_hoogstens") if maanden is not None else None
    op_tijd = None if maanden is None or grens is None else maanden.at_most(grens)
    grensgeval = maanden is not None and grens is not None and maanden.exact == grens
    binnen = every((op_tijd, *_niets_blijft(feiten)))
    return Criterium(
        id=CriteriumId.HERSTEL,
        uitkomst=toets(binnen),
        grensgeval=grensgeval,
        redenen=(
            *_duur(feiten, op_tijd, grens),
            *_wat_blijft(feiten),
            *((reden("herstel_grensgeval", grens=_heel(grens)),) if grensgeval else ()),
        ),
        ontbreekt=(_MAANDEN if op_tijd is None else _PERCENTAGE,) if binnen is None else (),
    )


def richtlijn(feiten: Feiten, lezing: Lezing) -> tuple[JaNee, Reden, tuple[str, ...]]:
    """Return whether this is licht letsel as the guideline has it, why, and what is still open.

    Damage, days without work and the kind of case play no part in it; scars are left out.

    Source:
        Richtlijn Licht Letsel: "binnen zes maanden restloos geneest", "geen complicerende
        factoren".
    """
    maanden = feiten.letsel.herstel_maanden
    grens = lezing.getal("licht_letsel.richtlijn_herstel_hoogstens") if maanden else None
    toetsen = {
        "overlijden": not overleden(feiten),
        "herstel": None if maanden is None or grens is None else maanden.at_most(grens),
        "restloos": False if blijvend_letsel(feiten) else feiten.letsel.restloos,
        "complicaties": negate(feiten.letsel.complicaties),
    }
    licht = every(toetsen.values())
    if licht is None:
        open_ = tuple(_PADEN[naam] for naam, gehaald in toetsen.items() if gehaald is None)
        return ja_nee(licht), reden("richtlijn_onbekend", ontbreekt=list(open_)), open_
    if licht:
        return ja_nee(licht), reden("richtlijn_ja"), ()
    mist = [naam for naam, gehaald in toetsen.items() if gehaald is False]
    return ja_nee(licht), reden("richtlijn_nee", oorzaken=list(mist)), ()


_PADEN = {"herstel": _MAANDEN, "restloos": _RESTLOOS, "complicaties": _COMPLICATIES}


def _niets_blijft(feiten: Feiten) -> tuple[bool | None, ...]:
    """Return what else must hold; a fact that nobody mentioned does not stand in the way."""
    percentage = feiten.letsel.blijvende_invaliditeit_pct
    return (
        feiten.letsel.restloos is not False,
        feiten.letsel.ernstig_en_blijvend is not True,
        True if percentage is None else negate(blijvend_letsel(feiten)),
    )


def _duur(feiten: Feiten, op_tijd: bool | None, grens: Decimal | None) -> Iterator[Reden]:  # noqa: FBT001 - the value itself
    maanden = feiten.letsel.herstel_maanden
    if maanden is None or grens is None:
        yield reden("herstel_onbekend")
        return
    sleutel = {True: "herstel_binnen", False: "herstel_langer", None: "herstel_over_grens"}
    yield reden(sleutel[op_tijd], maanden=getal_bereik(maanden), grens=_heel(grens))


def _wat_blijft(feiten: Feiten) -> Iterator[Reden]:
    if feiten.letsel.restloos is False:
        yield reden("herstel_niet_restloos")
    if blijvend_letsel(feiten):
        yield reden("herstel_blijvend_letsel")
    percentage = feiten.letsel.blijvende_invaliditeit_pct
    if percentage is not None and blijvend_letsel(feiten) is None:
        yield reden("herstel_misschien_blijvend", pct=getal_bereik(percentage))


def _heel(grens: Decimal | None) -> int | None:
    return None if grens is None else int(grens)
