"""The decision: light injury, provisionally light injury, or the code for all other injuries."""

from collections.abc import Collection, Iterator

from calc.dagen import dagen_later
from calc.dated import Lezing
from calc.feiten import Feiten, SlachtofferAls, Stand
from calc.licht_letsel.arbeidsongeschiktheid import arbeidsongeschiktheid, lopend
from calc.licht_letsel.herstel import herstel, richtlijn
from calc.licht_letsel.hertoetsen import hertoetsen_op
from calc.licht_letsel.schade import bruto_netto_twijfel, schade
from calc.licht_letsel.uitkomst import Classificatie, Criterium, Procescode, Toets, toets
from calc.omstandigheden import buiten_reikwijdte, door_misdrijf, overleden
from calc.reden import Reden, euro_bereik, getal_bereik, reden
from calc.smartengeld import Smartengeld

_BRONNEN = ("bgk_letsel_2016", "richtlijn_licht_letsel_2014")
_GBL = "gbl_2012"
_IN_AUTO = frozenset({SlachtofferAls.AUTO_BESTUURDER, SlachtofferAls.AUTO_PASSAGIER})
# What narrows the outcome most comes first. Recovery decides on its criterion, on the band, and
# with that on the damage. Then what else the process code waits for, and last the guideline.
_NUTTIGST = (
    "letsel.herstel_maanden",
    "oorzaak",
    "letsel.ao_dagen",
    "schade.excl_voertuig",
    "schade.smartengeld_inbegrepen",
    "letsel.blijvende_invaliditeit_pct",
    "letsel.restloos",
    "letsel.complicaties",
)


def classificatie(
    feiten: Feiten, lezing: Lezing, smartengeld: Smartengeld | None, *, loopt: bool = False
) -> Classificatie:
    """Return the process code: that of the first test, and beside it that of a running file.

    Args:
        feiten: What is known; unknown is neither met nor failed.
        lezing: Gives the limits of the convention and of the guideline.
        smartengeld: The band that fits, for a damage that does not hold smartengeld yet.
        loopt: Whether this is a later test, of a file that runs as light injury already.

    Returns:
        GBL for a death, an excluded category or a criterion that is known to fail, in this
        order; provisionally light injury while a criterion or the cause is unknown; else LL.
        `lopende_zaak` is the code of a file that already runs as light injury.

    Source:
        Convenant BGK-Letsel, annex 2; Richtlijn Licht Letsel ("voorlopig toepasbaar").
    """
    criteria = (
        schade(feiten, smartengeld, lezing),
        arbeidsongeschiktheid(feiten, lezing),
        herstel(feiten, lezing),
    )
    eerste, _, laatste = (criterium.uitkomst for criterium in criteria)
    lopende_zaak = _code(feiten, (eerste, toets(lopend(feiten, lezing)), laatste))
    code = _code(feiten, [criterium.uitkomst for criterium in criteria])
    op_de_grens = loopt and lopende_zaak is not code
    code = lopende_zaak if loopt else code
    licht, licht_reden, licht_open = richtlijn(feiten, lezing)
    opnieuw = None if code is Procescode.GBL else hertoetsen_op(feiten, lezing)
    if op_de_grens and opnieuw is not None and feiten.letsel.ao_loopt_nog is not False:
        opnieuw = dagen_later(lezing.today, 1)
    twijfel = bruto_netto_twijfel(feiten, smartengeld, lezing)
    ontbreekt = _ontbreekt(feiten, code, criteria, licht_open)
    half = Classificatie(
        bron=_BRONNEN if code is not Procescode.GBL else (*_BRONNEN, _GBL),
        uitkomst=code,
        lopende_zaak=lopende_zaak,
        buiten_reikwijdte=buiten_reikwijdte(feiten),
        criteria=criteria,
        richtlijn_licht_letsel=licht,
        hertoetsen_op=opnieuw,
        ontbreekt=ontbreekt,
        bruto_netto_twijfel=twijfel,
    )
    redenen = (
        *_waarom(feiten, half),
        licht_reden,
        *_let_op(feiten, half, lezing),
        *((reden("classificatie_band_als_houvast"),) if _houvast(code, smartengeld) else ()),
    )
    return half.model_copy(update={"redenen": redenen})


def _code(feiten: Feiten, uitkomsten: Collection[Toets]) -> Procescode:
    if overleden(feiten) or buiten_reikwijdte(feiten) or Toets.NIET_GEHAALD in uitkomsten:
        return Procescode.GBL
    if feiten.oorzaak is None or Toets.ONBEKEND in uitkomsten:
        return Procescode.LL_VOORLOPIG
    return Procescode.LL


def _ontbreekt(
    feiten: Feiten, code: Procescode, criteria: tuple[Criterium, ...], licht_open: tuple[str, ...]
) -> tuple[str, ...]:
    paden = set(licht_open)
    if code is Procescode.LL_VOORLOPIG:
        paden |= {pad for criterium in criteria for pad in criterium.ontbreekt}
        paden |= {"oorzaak"} if feiten.oorzaak is None else set()
    return tuple(pad for pad in _NUTTIGST if pad in paden)


def _waarom(feiten: Feiten, gemaakt: Classificatie) -> Iterator[Reden]:
    if overleden(feiten):
        yield reden("classificatie_overlijden")
    if gemaakt.buiten_reikwijdte:
        yield reden("classificatie_buiten_reikwijdte", oorzaak=feiten.oorzaak)
    gefaald = [c.id for c in gemaakt.criteria if c.uitkomst is Toets.NIET_GEHAALD]
    if gefaald and gemaakt.uitkomst is not Procescode.GBL:
        yield reden("classificatie_lopende_zaak")
    elif gefaald:
        yield reden("classificatie_criteria_niet_gehaald", criteria=list(gefaald))
    if gemaakt.uitkomst is Procescode.LL_VOORLOPIG:
        yield reden("classificatie_nog_onbekend", ontbreekt=list(gemaakt.ontbreekt))
    if gemaakt.uitkomst is Procescode.LL and not gefaald:
        yield reden("classificatie_alle_criteria_gehaald")
    if gemaakt.lopende_zaak is not gemaakt.uitkomst:
        yield reden("classificatie_lopende_zaak")
    if gemaakt.hertoetsen_op is not None:
        yield reden("classificatie_hertoetsen", dag=gemaakt.hertoetsen_op.isoformat())


def _let_op(feiten: Feiten, gemaakt: Classificatie, lezing: Lezing) -> Iterator[Reden]:
    stand, eigen_schuld = feiten.aansprakelijkheid.stand, feiten.aansprakelijkheid.eigen_schuld_pct
    if gemaakt.uitkomst is not Procescode.GBL and stand not in {None, Stand.ERKEND}:
        yield reden("classificatie_aansprakelijkheid_telt_niet", stand=stand)
    if gemaakt.bruto_netto_twijfel and feiten.schade.excl_voertuig and eigen_schuld:
        yield reden(
            "classificatie_bruto_netto",
            bedrag=euro_bereik(feiten.schade.excl_voertuig),
            eigen_schuld_pct=getal_bereik(eigen_schuld),
        )
    if door_misdrijf(feiten):
        yield reden("classificatie_misdrijf_dekking")
    if feiten.verkeer.slachtoffer_als in _IN_AUTO:
        # "WAM, AVP en AVB zaken": an insurance of who sits in the car itself is not named.
        yield reden("classificatie_inzittende")
    if feiten.gegevens.in_nederland is False:
        yield reden("classificatie_buitenland")
    oud = lezing.verouderd("licht_letsel")
    if oud:
        yield reden(
            "classificatie_norm_vervangen",
            normen=[norm.parameter for norm in oud],
            jaar=oud[0].geldig_vanaf.year,
            tot=max(str(norm.gecontroleerd_tot) for norm in oud),
        )


def _houvast(code: Procescode, smartengeld: Smartengeld | None) -> bool:
    return code is Procescode.GBL and smartengeld is not None
