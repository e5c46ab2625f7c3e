"""Second criterion: "arbeidsongeschiktheid korter dan 4 weken"."""

from calc.dated import Lezing
from calc.feiten import Feiten, Werk
from calc.licht_letsel.uitkomst import Criterium, CriteriumId, toets
from calc.reden import Reden, getal_bereik, reden

_DAGEN = "letsel.ao_dagen"
_ZONDER_BETAALD_WERK = frozenset({Werk.GEEN, Werk.SCHOOL, Werk.PENSIOEN})


def arbeidsongeschiktheid(feiten: Feiten, lezing: Lezing) -> Criterium:
    """Return whether the victim was unable to work for less than the limit.

    Args:
        feiten: Calendar days so far; nothing says that they are working days.
        lezing: Gives the limit in days, and how many days around it are doubtful.

    Returns:
        Met, not met or unknown; strictly shorter than the limit. Without paid work there is
        nothing to be unable to do: 0 days, with a flag, as the convention is silent about it.

    Source:
        Convenant BGK-Letsel, annex 2, step 2.
    """
    werk, dagen = feiten.gegevens.werk, feiten.letsel.ao_dagen
    if zonder_betaald_werk(feiten):
        return _criterium(onder=True, redenen=(reden("ao_geen_betaald_werk", werk=werk),))
    grens = lezing.aantal("licht_letsel.ao_onder") if dagen is not None else None
    if dagen is None or grens is None:
        return _criterium(onder=None, redenen=(reden("ao_onbekend"),))
    onder = dagen.below(grens)
    waarom = reden(_sleutel(feiten, onder), dagen=getal_bereik(dagen), grens=grens)
    strook = lezing.aantal("licht_letsel.grensgeval_ao") or 0
    if dagen.van is None or dagen.tot is None:
        return _criterium(onder=onder, redenen=(waarom,))
    if grens - strook <= dagen.van and dagen.tot <= grens + strook:
        bij_de_grens = reden("ao_grensgeval", grens=grens)
        return _criterium(onder=onder, redenen=(waarom, bij_de_grens), grensgeval=True)
    return _criterium(onder=onder, redenen=(waarom,))


def lopend(feiten: Feiten, lezing: Lezing) -> bool | None:
    """Return whether a file that already runs as light injury stays one.

    The text that lets a case in says "korter dan 4 weken", the one that moves it on "langer dan
    4 weken": on the day between, a new case is out and a running one is still in.

    Source:
        Convenant BGK-Letsel, annex 2, step 2: "Bij een arbeidsongeschiktheid langer dan 4 weken
        wordt de schade direct overgeheveld naar het reguliere proces."
    """
    dagen = feiten.letsel.ao_dagen
    if zonder_betaald_werk(feiten):
        return True
    hoogstens = lezing.aantal("licht_letsel.ao_lopend_hoogstens") if dagen is not None else None
    return None if dagen is None or hoogstens is None else dagen.at_most(hoogstens)


def zonder_betaald_werk(feiten: Feiten) -> bool:
    """Tell whether the victim is known to have no paid work."""
    return feiten.gegevens.werk in _ZONDER_BETAALD_WERK


def _sleutel(feiten: Feiten, onder: bool | None) -> str:  # noqa: FBT001 - the value itself
    if onder and feiten.letsel.ao_loopt_nog:
        return "ao_korter_loopt_nog"
    return {True: "ao_korter", False: "ao_niet_korter", None: "ao_over_grens"}[onder]


def _criterium(
    *, onder: bool | None, redenen: tuple[Reden, ...], grensgeval: bool = False
) -> Criterium:
    return Criterium(
        id=CriteriumId.ARBEIDSONGESCHIKTHEID,
        uitkomst=toets(onder),
        grensgeval=grensgeval,
        redenen=redenen,
        ontbreekt=(_DAGEN,) if onder is None else (),
    )
