"""Buitengerechtelijke kosten: what it costs to have the case settled."""

from calc.affectieschade import Affectieschade
from calc.bgk.bijkomend import medisch_adviseur, medische_informatie
from calc.bgk.daarnaast import daarnaast
from calc.bgk.grondslag import grondslag
from calc.bgk.naasten import naastenkosten
from calc.bgk.route import route
from calc.bgk.tabelzaak import Tabelzaak, tabelzaak
from calc.bgk.uitkomst import Bgk, Route
from calc.dated import Lezing
from calc.feiten import Belangenbehartiger, Feiten
from calc.licht_letsel import Classificatie
from calc.marges import Bereiken, Marge, open_bereiken, precies
from calc.reden import Reden, reden

__all__ = ["Bgk", "Route", "bgk"]

_CONVENANT = "bgk_letsel_2016"
_WET = "bw_6_96"
_BTW = reden("bgk_exclusief_btw")


def bgk(
    feiten: Feiten, lezing: Lezing, classificatie: Classificatie, affectieschade: Affectieschade
) -> Bgk:
    """Return the costs of settling the case, without VAT.

    Args:
        feiten: Damage, own fault, representatives, settlements and relatives.
        lezing: Gives every amount of the convention and the rows of its table.
        classificatie: The process of the case; only light injury has a surcharge.
        affectieschade: Says for which relatives a claim is or may be made.

    Returns:
        Every step of the way. By the table or not, the costs for relatives, the medical adviser
        and the information are given. What is unknown, or left open by a range, is None.

    Source:
        Convenant BGK-Letsel 2016 with annexes 1 to 3; art. 6:96 lid 2 BW.
    """
    basis = grondslag(feiten, lezing)
    weg, over_weg = route(feiten, basis, lezing)
    tabel = Tabelzaak()
    if weg is Route.TABEL and basis.euro is not None:
        tabel = tabelzaak(feiten, basis.euro, lezing, classificatie)
    naasten, over_naasten = naastenkosten(feiten, affectieschade, lezing)
    adviseur, over_adviseur = medisch_adviseur(feiten, lezing)
    informatie, over_informatie = medische_informatie(feiten, lezing)
    redenen = (*over_weg, *basis.redenen, *tabel.redenen, *over_naasten)
    uitleggen = not _door_rechtsbijstandverzekeraar(feiten)
    return Bgk(
        route=weg,
        grondslag=precies(basis.euro),
        afgerond=precies(tabel.afgerond),
        tabelbedrag=precies(tabel.tabelbedrag),
        compensatie_pct=tabel.compensatie_pct,
        tabel_met_compensatie=precies(tabel.met_compensatie),
        opslag=tabel.opslag,
        totaal_tabel=precies(tabel.totaal),
        affectieschade_bgk=naasten,
        medisch_adviseur=precies(adviseur),
        medische_informatie=informatie,
        eerder_betaald=precies(tabel.eerder_betaald),
        nog_te_betalen=precies(tabel.nog_te_betalen),
        artikel_6_96_uitleggen=uitleggen,
        bereik=_bereiken(basis.euro, tabel, adviseur),
        bron=tuple(dict.fromkeys((_CONVENANT, _WET, *lezing.bronnen("bgk")))),
        redenen=(
            *_vooraf(uitleggen=uitleggen),
            *redenen,
            *over_adviseur,
            *over_informatie,
            *daarnaast(feiten, weg, volgens_convenant=not uitleggen),
            _BTW,
        ),
    )


def _vooraf(*, uitleggen: bool) -> tuple[Reden, ...]:
    return (reden("bgk_artikel_6_96"),) if uitleggen else ()


def _bereiken(basis: Marge | None, tabel: Tabelzaak, adviseur: Marge | None) -> Bereiken:
    return open_bereiken(
        grondslag=basis,
        tabelbedrag=tabel.tabelbedrag,
        tabel_met_compensatie=tabel.met_compensatie,
        totaal_tabel=tabel.totaal,
        medisch_adviseur=adviseur,
        eerder_betaald=tabel.eerder_betaald,
        nog_te_betalen=tabel.nog_te_betalen,
    )


def _door_rechtsbijstandverzekeraar(feiten: Feiten) -> bool:
    """Tell whether the table is an agreement that the person's representative takes part in."""
    helper = feiten.belangenbehartiging
    return (
        helper.heeft is not False and helper.soort is Belangenbehartiger.RECHTSBIJSTANDVERZEKERAAR
    )
