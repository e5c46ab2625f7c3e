"""Smartengeld for light injury: a band from the guideline, never one number."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from calc.bereik import Bereik
from calc.dated import Lezing
from calc.feiten import Feiten, Littekens, Rol
from calc.geld import Geldbedrag
from calc.marges import afgerond, marge, zonder_deel
from calc.omstandigheden import blijvend_letsel, overleden
from calc.reden import Blok, Reden, Uitkomstmodel, euro_bereik, getal_bereik, reden


class BandId(StrEnum):
    """The three bands of the guideline, lowest first."""

    B1 = "B1"
    B2 = "B2"
    B3 = "B3"


class Band(Uitkomstmodel):
    """One band in euro."""

    id: BandId
    van: Geldbedrag
    tot: Geldbedrag


class Smartengeld(Blok):
    """The bands that fit, lowest first, and the whole range they span."""

    banden: tuple[Band, ...]
    van: Geldbedrag
    tot: Geldbedrag
    # What may be left of it after the victim's own share; None while that is unknown.
    na_schulddeling: Bereik[Geldbedrag] | None
    # The year in which the amounts were set: whoever reads them must read this too.
    jaar: int
    # Paths of facts on which the band still depends.
    open: tuple[str, ...]


def smartengeld(feiten: Feiten, lezing: Lezing) -> Smartengeld | None:
    """Return the band that goes with the recovery.

    Args:
        feiten: The expected recovery in months, and whatever rules a band out.
        lezing: Gives the bands and the recovery each one goes with.

    Returns:
        One band; two at exactly the month where they meet; every band a rough recovery may fall
        in. None beyond the last band, when something rules a band out (`geen_band` says what),
        and while the recovery is unknown or may be too long.

    Source:
        Richtlijn Licht Letsel en Smartengeld, amounts of 2014.
    """
    maanden = feiten.letsel.herstel_maanden
    if maanden is None or geen_band(feiten, lezing):
        return None
    banden = tuple(_banden(maanden, lezing))
    vanaf = lezing.geldig_vanaf("smartengeld.B1.tot")
    if not banden or vanaf is None:
        return None
    return Smartengeld(
        bron=lezing.bronnen("smartengeld"),
        redenen=tuple(_redenen(feiten, maanden, banden, vanaf.year)),
        banden=banden,
        van=min(band.van for band in banden),
        tot=max(band.tot for band in banden),
        na_schulddeling=_na_schulddeling(feiten, banden),
        jaar=vanaf.year,
        open=_open(feiten),
    )


def geen_band(feiten: Feiten, lezing: Lezing) -> tuple[Reden, ...]:
    """Return why no band can be named, nothing when one can."""
    return tuple(_uitgesloten(feiten)) or tuple(_duur(feiten, lezing))


def _uitgesloten(feiten: Feiten) -> Iterator[Reden]:
    if overleden(feiten):
        yield reden("geen_smartengeld_overlijden")
    if feiten.letsel.restloos is False or blijvend_letsel(feiten):
        yield reden("geen_smartengeld_niet_restloos")
    percentage = feiten.letsel.blijvende_invaliditeit_pct
    if percentage is not None and blijvend_letsel(feiten) is None:
        # A percentage was named: a band for what heals without a trace would promise too much.
        yield reden("herstel_misschien_blijvend", pct=getal_bereik(percentage))
    if feiten.letsel.complicaties:
        yield reden("geen_smartengeld_complicaties")
    if feiten.letsel.littekens is Littekens.ONTSIEREND:
        yield reden("geen_smartengeld_littekens")


def _duur(feiten: Feiten, lezing: Lezing) -> Iterator[Reden]:
    maanden, langste = feiten.letsel.herstel_maanden, _herstel_tot(BandId.B3, lezing)
    if maanden is None:
        yield reden("geen_smartengeld_herstel_onbekend")
    elif langste is None or maanden.at_most(langste) is True:
        return
    else:
        te_lang = maanden.at_most(langste) is False
        sleutel = "langer" if te_lang else "herstel_over_grens"
        yield reden(
            f"geen_smartengeld_{sleutel}", maanden=getal_bereik(maanden), grens=int(langste)
        )


def _banden(maanden: Bereik[Decimal], lezing: Lezing) -> Iterator[Band]:
    """Yield each band that some recovery in the range may fall in; the edges belong to both."""
    ondergrens = Decimal(0)
    for naam in BandId:
        bovengrens = _herstel_tot(naam, lezing)
        if bovengrens is None:
            return
        if (maanden.van or ondergrens) <= bovengrens and maanden.below(ondergrens) is not True:
            van, tot = (lezing.geld(f"smartengeld.{naam}.{end}") for end in ("van", "tot"))
            if van is not None and tot is not None:
                yield Band(id=naam, van=van, tot=tot)
        ondergrens = bovengrens


def _herstel_tot(naam: BandId, lezing: Lezing) -> Decimal | None:
    return lezing.getal(f"smartengeld.herstel_tot.{naam}")


def _open(feiten: Feiten) -> tuple[str, ...]:
    letsel = feiten.letsel
    waarden = {
        "letsel.restloos": letsel.restloos,
        "letsel.complicaties": letsel.complicaties,
        "letsel.littekens": letsel.littekens,
    }
    return tuple(pad for pad, waarde in waarden.items() if waarde is None)


def _na_schulddeling(feiten: Feiten, banden: tuple[Band, ...]) -> Bereik[Geldbedrag] | None:
    """Return the band less the share: own fault lowers all damage, pain and grief as well."""
    pct = feiten.aansprakelijkheid.eigen_schuld_pct
    if pct is None:
        return None
    heel = marge(min(band.van for band in banden), max(band.tot for band in banden))
    return afgerond(zonder_deel(heel, pct))


def _redenen(
    feiten: Feiten, maanden: Bereik[Decimal], banden: tuple[Band, ...], jaar: int
) -> Iterator[Reden]:
    yield reden("smartengeld_band", banden=[band.id for band in banden], jaar=jaar)
    if len(banden) > 1:
        sleutel = "meer" if maanden.exact is None else "twee"
        yield reden(f"smartengeld_{sleutel}_banden", maanden=getal_bereik(maanden))
    if _open(feiten):
        yield reden("smartengeld_nog_open", open=list(_open(feiten)))
    pct, rest = feiten.aansprakelijkheid.eigen_schuld_pct, _na_schulddeling(feiten, banden)
    if pct is not None and rest is not None and pct.exact != 0:
        waarden = {"pct": getal_bereik(pct), "bedrag": euro_bereik(rest)}
        yield reden("smartengeld_eigen_schuld", **waarden)
    if feiten.rol is Rol.NAASTE:
        yield reden("smartengeld_van_slachtoffer")
