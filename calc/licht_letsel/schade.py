"""First criterion: "Schade < € 5.000 (exclusief voertuigschade)"."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from calc.dated import Lezing
from calc.feiten import Feiten
from calc.geld import NIETS, bedrag, deel, getal
from calc.licht_letsel.uitkomst import Criterium, CriteriumId, toets
from calc.marges import Marge, marge, plus, zonder_deel
from calc.reden import Reden, euro_bereik, reden
from calc.smartengeld import Smartengeld

_BEDRAG, _MAANDEN = "schade.excl_voertuig", "letsel.herstel_maanden"


def schade(feiten: Feiten, band: Smartengeld | None, lezing: Lezing) -> Criterium:
    """Return whether the damage stays below the limit.

    Args:
        feiten: The damage is gross, before own fault, without vehicle and representation costs.
        band: The smartengeld that fits; added where the amount does not hold smartengeld yet.
        lezing: Gives the limit, and how far below it a case is still doubtful.

    Returns:
        Met, not met or unknown; tested unrounded, and strictly below the limit.

    Source:
        Convenant BGK-Letsel, annex 2, step 2.
    """
    gemeten = _Schade.van(feiten, band)
    grens = lezing.geld("licht_letsel.schade_onder") if gemeten.iets_bekend else None
    if grens is None:
        return Criterium(
            id=CriteriumId.SCHADE,
            uitkomst=toets(None),
            grensgeval=False,
            redenen=(reden("schade_onbekend"),),
            ontbreekt=(_BEDRAG,),
        )
    onder = gemeten.onder(grens)
    marge_pct = lezing.getal("licht_letsel.grensgeval_schade_pct")
    grensgeval = gemeten.grensgeval(grens, marge_pct)
    return Criterium(
        id=CriteriumId.SCHADE,
        uitkomst=toets(onder),
        grensgeval=grensgeval,
        redenen=tuple(_redenen(gemeten, grens, marge_pct if grensgeval else None)),
        ontbreekt=(_ontbreekt(gemeten, feiten),) if onder is None else (),
    )


def bruto_netto_twijfel(feiten: Feiten, band: Smartengeld | None, lezing: Lezing) -> bool:
    """Tell whether the victim's own share decides on which side of the limit the damage falls.

    The text says "schade", not "te betalen schade": gross counts, and the doubt is shown.
    """
    eigen_schuld = feiten.aansprakelijkheid.eigen_schuld_pct
    gemeten = _Schade.van(feiten, band)
    if eigen_schuld is None or gemeten.genoemd is None:
        return False
    grens = lezing.geld("licht_letsel.schade_onder")
    return grens is not None and any(
        bruto.below(grens) is False and zonder_deel(bruto, eigen_schuld).below(grens) is True
        for bruto in (gemeten.genoemd, gemeten.totaal)
    )


@dataclass(frozen=True)
class _Schade:
    """The damage as told: the amount, the items, and the smartengeld that is still to be added."""

    genoemd: Marge | None
    posten: Decimal
    # None: nothing is to be added; an open range: something is, nobody knows how much.
    erbij: Marge | None

    @classmethod
    def van(cls, feiten: Feiten, band: Smartengeld | None) -> "_Schade":
        los = feiten.schade.smartengeld_inbegrepen is False
        posten = (post for _, post in feiten.schade.posten if post is not None)
        return cls(
            genoemd=feiten.schade.excl_voertuig,
            posten=sum((post.van or NIETS for post in posten), NIETS),
            erbij=_band(band) if los else None,
        )

    @property
    def iets_bekend(self) -> bool:
        return self.genoemd is not None or self.posten > NIETS

    @property
    def totaal(self) -> Marge:
        genoemd = self.genoemd or marge(None, None)
        return genoemd if self.erbij is None else plus(genoemd, self.erbij)

    @property
    def band_bekend(self) -> bool:
        return self.erbij is not None and self.erbij.tot is not None

    def alleen_posten(self, grens: Decimal) -> bool:
        return self.totaal.below(grens) is None and self.posten >= grens

    def onder(self, grens: Decimal) -> bool | None:
        return False if self.alleen_posten(grens) else self.totaal.below(grens)

    def grensgeval(self, grens: Decimal, marge_pct: Decimal | None) -> bool:
        if self.genoemd is None or self.genoemd.van is None or self.genoemd.tot is None:
            return False
        strook = NIETS if marge_pct is None else deel(grens, marge_pct)
        bij_de_grens = grens - strook <= self.genoemd.van and self.genoemd.tot <= grens
        return bij_de_grens or self._band_beslist(grens, self.genoemd.van, self.genoemd.tot)

    def _band_beslist(self, grens: Decimal, van: Decimal, tot: Decimal) -> bool:
        """Tell whether, for every amount told, the band reaches from one side to the other."""
        if self.erbij is None or self.erbij.van is None or self.erbij.tot is None:
            return False
        return tot + self.erbij.van < grens <= van + self.erbij.tot


def _ontbreekt(gemeten: _Schade, feiten: Feiten) -> str:
    if gemeten.genoemd is None or gemeten.genoemd.exact is None:
        return _BEDRAG
    # The amount is known: what is open is the smartengeld, which the recovery tells.
    herstel_onbekend = feiten.letsel.herstel_maanden is None
    return _MAANDEN if herstel_onbekend else "schade.smartengeld_inbegrepen"


def _band(band: Smartengeld | None) -> Marge:
    return marge(NIETS, None) if band is None else marge(band.van, band.tot)


def _redenen(gemeten: _Schade, grens: Decimal, marge_pct: Decimal | None) -> Iterator[Reden]:
    yield _waarom(gemeten, grens)
    if marge_pct is not None:
        yield reden("schade_grensgeval", grens=bedrag(grens), marge_pct=getal(marge_pct))
    genoemd = gemeten.genoemd
    if genoemd is not None and genoemd.tot is not None and gemeten.posten > genoemd.tot:
        yield reden(
            "schade_posten_meer_dan_bedrag",
            posten=bedrag(gemeten.posten),
            bedrag=euro_bereik(genoemd),
        )


def _waarom(gemeten: _Schade, grens: Decimal) -> Reden:
    limiet = bedrag(grens)
    if gemeten.alleen_posten(grens):
        return reden("schade_posten_vanaf_grens", posten=bedrag(gemeten.posten), grens=limiet)
    if gemeten.genoemd is None:
        return reden("schade_onbekend")
    genoemd, onder = euro_bereik(gemeten.genoemd), gemeten.onder(grens)
    if gemeten.erbij is None or gemeten.genoemd.below(grens) is False:
        return reden(f"schade_{_KANT[onder]}", bedrag=genoemd, grens=limiet)
    if not gemeten.band_bekend:
        return reden("schade_zonder_band_onbekend", bedrag=genoemd, grens=limiet)
    return reden(
        f"schade_met_smartengeld_{_KANT[onder]}",
        bedrag=genoemd,
        smartengeld=euro_bereik(gemeten.erbij),
        grens=limiet,
    )


_KANT = {True: "onder_grens", False: "vanaf_grens", None: "over_grens"}
