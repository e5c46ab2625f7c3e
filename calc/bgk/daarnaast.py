"""What the convention says beside the amounts: what comes on top, and what ends the table."""

from collections.abc import Iterator

from calc.bgk.uitkomst import Route
from calc.feiten import Aansprakelijkheid, Feiten, Stand
from calc.reden import Reden, getal_bereik, reden

_ERKEND = frozenset({Stand.ERKEND, Stand.GEDEELTELIJK})


def daarnaast(feiten: Feiten, weg: Route, *, volgens_convenant: bool) -> Iterator[Reden]:
    """Yield what no amount above holds, for a human to add or to leave out.

    Args:
        feiten: The representative, the liability, and what was offered and agreed.
        weg: By the table or not; what comes on top of a table needs one.
        volgens_convenant: Whether a party to the convention represents the victim; between
            others it gives no rights ("schept geen rechten voor derden").

    Source:
        Convenant BGK-Letsel, art. 1.3, 1.4, 3.2 to 3.4, 3.6, 4.2 and 10; annex 3, art. 1.
    """
    if volgens_convenant:
        yield from _volgens_convenant(feiten, weg)
    ontbreekt = [
        f"belangenbehartiging.{feit}"
        for feit in ("medisch_adviseur_minuten", "medische_info_door_belangenbehartiger")
        if getattr(feiten.belangenbehartiging, feit) is None
    ]
    if ontbreekt and feiten.belangenbehartiging.heeft is True:
        yield reden("bgk_bijkomend_onbekend", paden=[*ontbreekt])


def _volgens_convenant(feiten: Feiten, weg: Route) -> Iterator[Reden]:
    if weg is Route.TABEL:
        yield reden("bgk_bovenop_tabel")
        yield reden("bgk_tabel_vervalt")
        yield from _onjuist_standpunt(feiten.aansprakelijkheid)
    if feiten.aansprakelijkheid.stand in _ERKEND:
        yield reden("bgk_onderzoek_causaliteit")


def _onjuist_standpunt(aansprakelijkheid: Aansprakelijkheid) -> Iterator[Reden]:
    """Yield that the insurer may have been wrong, when surely more was agreed than first offered.

    Art. 3.4: then it pays the table, and the extra work that it took to convince it.
    """
    bod, akkoord = aansprakelijkheid.eerste_bod_pct, aansprakelijkheid.overeengekomen_pct
    if bod is None or akkoord is None or bod.tot is None or akkoord.van is None:
        return
    if akkoord.van > bod.tot:
        waarden = {"bod": getal_bereik(bod), "akkoord": getal_bereik(akkoord)}
        yield reden("bgk_onjuist_standpunt", **waarden)
