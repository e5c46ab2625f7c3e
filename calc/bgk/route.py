"""Which way the costs of settling are found: by the table or by article 6:96 BW."""

from calc.bgk.grondslag import Grondslag
from calc.bgk.uitkomst import Route
from calc.dated import Lezing
from calc.feiten import Feiten
from calc.geld import bedrag
from calc.omstandigheden import buiten_reikwijdte
from calc.reden import Reden, reden


def route(feiten: Feiten, basis: Grondslag, lezing: Lezing) -> tuple[Route, tuple[Reden, ...]]:
    """Return the way, and why.

    Args:
        feiten: The cause and the representatives; what is unknown excludes nothing.
        basis: The damage; exactly the limit of the table is still in it.
        lezing: Gives the limit.

    Returns:
        `ARTIKEL_6_96` when the cause or a second representative excludes the table, or the damage
        is above its limit; `GEEN` while the damage is unknown, or may lie on both sides of the
        limit; else `TABEL`.

    Source:
        Convenant BGK-Letsel, art. 1.5, 4.1, 4.2 and 4.3.
    """
    if buiten_reikwijdte(feiten):
        return Route.ARTIKEL_6_96, (reden("bgk_uitgesloten_categorie", oorzaak=feiten.oorzaak),)
    if feiten.belangenbehartiging.tweede is True:
        return Route.ARTIKEL_6_96, (reden("bgk_tweede_belangenbehartiger"),)
    grens = None if basis.euro is None else lezing.geld("bgk.tabel_tot")
    if basis.euro is None or grens is None:
        return Route.GEEN, ()
    match basis.euro.at_most(grens):
        case True:
            return Route.TABEL, ()
        case False:
            return Route.ARTIKEL_6_96, (reden("bgk_boven_grens", grens=bedrag(grens)),)
        case _:
            return Route.GEEN, (reden("bgk_rond_grens", grens=bedrag(grens)),)
