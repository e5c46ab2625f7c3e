"""The terms after which a claim may be too late. The bot says "misschien te laat", never more."""

from collections.abc import Iterator
from datetime import date

from calc.bereik import Bereik
from calc.dagen import dagen_later, jaren_later
from calc.dated import Lezing
from calc.feiten import Feiten, Oorzaak, Rol, SlachtofferAls
from calc.omstandigheden import door_misdrijf, geregeld, motorvoertuig, overleden
from calc.reden import Reden, reden
from calc.termijnen.lopen import Loop, gestuit, loop
from calc.termijnen.uitkomst import TermijnId

_BW, _WAM, _PRODUCT = (
    "termijnen.bw_5_jaar",
    "termijnen.wam_3_jaar",
    "termijnen.product_3_jaar",
)


def verjaring(feiten: Feiten, lezing: Lezing) -> Iterator[tuple[TermijnId, Loop]]:
    """Yield each term of limitation that can be counted.

    Source:
        Art. 3:310 BW, art. 10 WAM, art. 6:191 BW.
    """
    for naam, gelopen in (
        (TermijnId.BW_5_JAAR, _bw(feiten, lezing)),
        (TermijnId.WAM_3_JAAR, _wam(feiten, lezing)),
        (TermijnId.PRODUCT_3_JAAR, _product(feiten, lezing)),
    ):
        if gelopen is not None:
            klaar = (reden("termijn_geregeld"),) if geregeld(feiten) else ()
            yield naam, gelopen.met(*klaar)


def _bw(feiten: Feiten, lezing: Lezing) -> Loop | None:
    """Five years from the day after damage and liable person were both known (3:310 lid 5)."""
    jaren = lezing.aantal(_BW)
    begin, uitleg = _kennis(feiten)
    kaal = loop(begin, jaren, lezing.today)
    if kaal is None:
        return None
    eigen = gestuit(kaal.met(*uitleg), feiten.gestuit_op, jaren, lezing.today)
    later = _na_meerderjarigheid(feiten, lezing, jaren)
    gelopen = eigen
    if later is not None and later > kaal.laatste_dag:
        verlengd = kaal.met(*uitleg).niet_voor(later)
        gelopen = gestuit(verlengd, feiten.gestuit_op, jaren, lezing.today).met(
            reden("termijn_minderjarig", tot=later.isoformat())
        )
        if feiten.rol is Rol.NAASTE:
            # What a relative claims for themselves does not wait until the child is of age.
            dag = eigen.laatste_dag
            gelopen = gelopen.veilig(dag).met(reden("termijn_naaste_eerder", dag=dag.isoformat()))
    return gelopen.met(*_let_op(feiten, gelopen, lezing))


def _wam(feiten: Feiten, lezing: Lezing) -> Loop | None:
    """Three years "te rekenen van het feit" against the motor insurer (art. 10 lid 1)."""
    if not _misschien_motorvoertuig(feiten):
        return None
    jaren, eerder = lezing.aantal(_WAM), lezing.aantal("termijnen.wam_eerder")
    gelopen = loop(feiten.gebeurtenis_datum, jaren, lezing.today)
    if gelopen is None or eerder is None:
        return gelopen
    gelopen = gestuit(gelopen, feiten.gestuit_op, jaren, lezing.today)
    dag = dagen_later(gelopen.laatste_dag, -eerder)
    return gelopen.veilig(dag).met(
        reden("termijn_wam_dag_eerder", dag=dag.isoformat()),
        # Lid 5: talks interrupt it, but nobody is to lean on talks.
        reden("termijn_wam_overleg"),
    )


def _product(feiten: Feiten, lezing: Lezing) -> Loop | None:
    """Three years after damage, defect and producer were known (6:191 lid 1)."""
    if feiten.oorzaak is not Oorzaak.PRODUCT:
        return None
    jaren = lezing.aantal(_PRODUCT)
    begin, uitleg = _kennis(feiten)
    gelopen = loop(begin, jaren, lezing.today)
    if gelopen is None:
        return None
    gelopen = gestuit(gelopen.met(*uitleg), feiten.gestuit_op, jaren, lezing.today)
    vervalt = loop(
        feiten.gegevens.product_in_verkeer_op,
        lezing.aantal("termijnen.product_vervalt"),
        lezing.today,
    )
    if vervalt is None:
        return gelopen
    # Lid 2: the right itself lapses; nothing interrupts that.
    dag = vervalt.laatste_dag
    return gelopen.veilig(dag).met(reden("termijn_product_vervalt", dag=dag.isoformat()))


def _kennis(feiten: Feiten) -> tuple[Bereik[date] | None, tuple[Reden, ...]]:
    """Return the day of knowledge; nobody knew before the event, so that is the earliest."""
    bekend, gebeurtenis = feiten.bekend_op, feiten.gebeurtenis_datum
    if gebeurtenis is None or (bekend is not None and bekend.van is not None):
        return bekend, ()
    uitleg = (reden("termijn_vanaf_gebeurtenis"),)
    if bekend is None or bekend.tot is None or gebeurtenis.van is None:
        return gebeurtenis, uitleg
    tot = max(bekend.tot, gebeurtenis.van)
    return Bereik[date](van=gebeurtenis.van, tot=tot), uitleg


def _na_meerderjarigheid(feiten: Feiten, lezing: Lezing, jaren: int | None) -> date | None:
    """Return the end of a term that begins on the earliest day the victim comes of age."""
    geboren = feiten.geboortedatum_slachtoffer
    # After a death the claim is that of relatives; the age of the victim does not lengthen it.
    if jaren is None or overleden(feiten) or geboren is None or geboren.van is None:
        return None
    leeftijd = lezing.aantal("leeftijd.meerderjarig")
    return None if leeftijd is None else jaren_later(geboren.van, leeftijd + jaren)


def _misschien_motorvoertuig(feiten: Feiten) -> bool:
    if feiten.verkeer.slachtoffer_als is SlachtofferAls.AUTO_PASSAGIER:
        # The car they sat in may be the cause, whatever the other side; at work too.
        return True
    if feiten.oorzaak is Oorzaak.VERKEER:
        return motorvoertuig(feiten) is not False
    return feiten.verkeer.tegenpartij is not None and motorvoertuig(feiten) is not False


def _let_op(feiten: Feiten, gelopen: Loop, lezing: Lezing) -> Iterator[Reden]:
    vanaf = lezing.geldig_vanaf(_BW)
    if vanaf is not None and gelopen.telt_vanaf < vanaf:
        yield reden("termijn_oud_recht", dag=vanaf.isoformat())
    if door_misdrijf(feiten):
        yield reden("termijn_misdrijf_vervolging")
