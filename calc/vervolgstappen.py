"""What comes next in the settlement: medical information, work, advance, final proposal, bills."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from calc.bereik import Bereik
from calc.dagen import dagen_later, maanden_later, weken_later
from calc.dated import Lezing
from calc.feiten import Feiten, Stand
from calc.licht_letsel import JaNee
from calc.licht_letsel.uitkomst import ja_nee
from calc.omstandigheden import blijvend_letsel, geregeld, overleden
from calc.reden import Blok, Reden, reden

_BRON = ("richtlijn_licht_letsel_2014",)
_GRENS = "termijnen.medische_informatie_onder"
# A month of recovery, for the part of it that is no whole month; rather too long than too short.
_LANGSTE_MAAND = 31
# "Indien en zodra de aansprakelijkheid is erkend", all of it or a part.
_VOORSCHOT = {Stand.ERKEND: True, Stand.GEDEELTELIJK: True, Stand.AFGEWEZEN: False}


class Nodig(StrEnum):
    """Whether the insurer may want medical information."""

    IN_HET_ALGEMEEN_NIET = "in_het_algemeen_niet"
    MISSCHIEN = "misschien"
    ONBEKEND = "onbekend"


class Vervolgstappen(Blok):
    """The steps of the guideline, as far as the facts say where the case stands."""

    medische_informatie: Nodig = Nodig.ONBEKEND
    # The day on which the insurer has decided at the latest whether an expert on work is needed.
    re_integratie_besluit_op: date | None = None
    voorschot: JaNee = JaNee.ONBEKEND
    # Whether the recovery is so far that a final proposal can be made.
    eindvoorstel: JaNee = JaNee.ONBEKEND
    medisch_adviseur_betalen_op: date | None = None


def vervolgstappen(feiten: Feiten, lezing: Lezing) -> Vervolgstappen:
    """Return where the settlement stands.

    Args:
        feiten: Recovery, liability and settlement; days known roughly count from the earliest.
        lezing: Gives the terms of the guideline and of the convention.

    Returns:
        Each step, unknown while a fact for it is. After a death or a settlement that stands the
        steps towards one are left out: what is still to come is a payment.

    Source:
        Richtlijn Licht Letsel, steps 3 to 5; convenant BGK-Letsel, art. 5.2.
    """
    betalen_op = _betalen_op(feiten, lezing)
    if _voorbij(feiten):
        stappen = Vervolgstappen(medisch_adviseur_betalen_op=betalen_op)
    else:
        stappen = Vervolgstappen(
            medische_informatie=_medische_informatie(feiten, lezing),
            re_integratie_besluit_op=_re_integratie_op(feiten, lezing),
            voorschot=ja_nee(_voorschot(feiten)),
            eindvoorstel=ja_nee(_hersteld(feiten, lezing.today)),
            medisch_adviseur_betalen_op=betalen_op,
        )
    bron = _BRON if betalen_op is None else (*_BRON, "bgk_letsel_2016")
    return stappen.model_copy(update={"bron": bron, "redenen": tuple(_redenen(feiten, stappen))})


def _voorbij(feiten: Feiten) -> bool:
    return overleden(feiten) or geregeld(feiten)


def _medische_informatie(feiten: Feiten, lezing: Lezing) -> Nodig:
    maanden = feiten.letsel.herstel_maanden
    grens = None if maanden is None else lezing.getal(_GRENS)
    if maanden is None or grens is None:
        return Nodig.ONBEKEND
    # "Bij een verwacht herstel van minder dan 3 maanden": exactly three is not less.
    onder = {True: Nodig.IN_HET_ALGEMEEN_NIET, False: Nodig.MISSCHIEN, None: Nodig.ONBEKEND}
    return onder[maanden.below(grens)]


def _re_integratie_op(feiten: Feiten, lezing: Lezing) -> date | None:
    gesteld = feiten.aansprakelijkheid.gesteld_op
    maanden = None if gesteld is None else lezing.aantal("termijnen.re_integratie")
    if gesteld is None or gesteld.van is None or maanden is None:
        return None
    return maanden_later(gesteld.van, maanden)


def _voorschot(feiten: Feiten) -> bool | None:
    stand = feiten.aansprakelijkheid.stand
    return None if stand is None else _VOORSCHOT.get(stand)


def _hersteld(feiten: Feiten, today: date) -> bool | None:
    """Return whether the recovery is behind the victim: "volledig herstel of … eindsituatie"."""
    if feiten.letsel.restloos is False or blijvend_letsel(feiten):
        # No recovery to wait for, but an end situation, which no fact tells.
        return None
    if feiten.letsel.ao_loopt_nog is True:
        return False
    klaar = _klaar_op(feiten)
    return None if klaar is None else klaar.at_most(today)


def _klaar_op(feiten: Feiten) -> Bereik[date] | None:
    """Return the days on which the recovery ends, as far as it is expected to."""
    maanden, gebeurtenis = feiten.letsel.herstel_maanden, feiten.gebeurtenis_datum
    if maanden is None or gebeurtenis is None:
        return None
    vroegst = laatst = None
    if gebeurtenis.van is not None and maanden.van is not None:
        vroegst = maanden_later(gebeurtenis.van, int(maanden.van))
    if gebeurtenis.tot is not None and maanden.tot is not None:
        heel = int(maanden.tot)
        rest = 0 if heel == maanden.tot else _LANGSTE_MAAND
        laatst = dagen_later(maanden_later(gebeurtenis.tot, heel), rest)
    return Bereik[date](van=vroegst, tot=laatst)


def _betalen_op(feiten: Feiten, lezing: Lezing) -> date | None:
    regeling, minuten = (
        feiten.regeling_datum,
        feiten.belangenbehartiging.medisch_adviseur_minuten,
    )
    if minuten is None or minuten.tot == 0:
        return None
    weken = None if regeling is None else lezing.aantal("termijnen.medisch_adviseur_betalen")
    if regeling is None or regeling.van is None or weken is None:
        return None
    return weken_later(regeling.van, weken)


def _redenen(feiten: Feiten, stappen: Vervolgstappen) -> Iterator[Reden]:
    if not _voorbij(feiten):
        yield reden(f"stap_medische_informatie_{stappen.medische_informatie}")
        yield reden(f"stap_voorschot_{stappen.voorschot}")
        yield reden(f"stap_eindvoorstel_{stappen.eindvoorstel}")
    if stappen.re_integratie_besluit_op is not None:
        yield reden("stap_re_integratie", dag=stappen.re_integratie_besluit_op.isoformat())
    if stappen.medisch_adviseur_betalen_op is not None:
        dag = stappen.medisch_adviseur_betalen_op.isoformat()
        yield reden("stap_medisch_adviseur_betalen", dag=dag)
