"""Finale kwijting: whether the insurer may ask that everything be settled for good."""

from collections.abc import Iterator

from calc.dated import Lezing
from calc.feiten import Feiten
from calc.leeftijd import minderjarig
from calc.licht_letsel import Classificatie, JaNee, Procescode
from calc.licht_letsel.uitkomst import ja_nee
from calc.omstandigheden import heropend
from calc.reden import Blok, Reden, reden
from calc.trilean import negate, some

_BRONNEN = ("bgk_letsel_2016", "richtlijn_licht_letsel_2014")


class FinaleKwijting(Blok):
    """`verlangen_toegestaan` is what the rules say; `gevraagd` what the insurer does."""

    verlangen_toegestaan: JaNee
    gevraagd: JaNee


def finale_kwijting(
    feiten: Feiten, lezing: Lezing, classificatie: Classificatie
) -> FinaleKwijting:
    """Return whether the insurer may ask for finale kwijting, and whether it does.

    Args:
        feiten: Whether it is asked, and what went before.
        lezing: Gives the age at which special rules for children end.
        classificatie: The process code and the guideline, each of which may forbid it.

    Returns:
        `nee` for light injury in either sense, `ja` when it is known to be neither, else
        `onbekend`. Whatever it is: nobody signs before an expert has read it.

    Source:
        Convenant BGK-Letsel, annex 2, art. 2b ("zal … geen (finale) kwijting verlangen");
        Richtlijn Licht Letsel, step 5.
    """
    licht = mag_niet(classificatie)
    return FinaleKwijting(
        bron=_BRONNEN,
        redenen=(
            *_regel(classificatie, licht),
            *_gevraagd(feiten, lezing),
            *_niet_nageleefd(feiten, classificatie),
            *_heropening(feiten, classificatie),
        ),
        verlangen_toegestaan=ja_nee(negate(licht)),
        gevraagd=ja_nee(feiten.verzekeraar_vraagt_finale_kwijting),
    )


def mag_niet(classificatie: Classificatie) -> bool | None:
    """Return whether it is light injury, by the convention or by the guideline."""
    proces = {Procescode.LL: True, Procescode.GBL: False, Procescode.LL_VOORLOPIG: None}
    richtlijn = {JaNee.JA: True, JaNee.NEE: False, JaNee.ONBEKEND: None}
    return some((proces[classificatie.uitkomst], richtlijn[classificatie.richtlijn_licht_letsel]))


def _regel(classificatie: Classificatie, licht: bool | None) -> Iterator[Reden]:  # noqa: FBT001 - the value itself
    if classificatie.uitkomst is Procescode.LL:
        yield reden("finale_kwijting_niet_bij_ll")
    if classificatie.richtlijn_licht_letsel is JaNee.JA:
        yield reden("finale_kwijting_niet_bij_richtlijn")
    if licht is None:
        yield reden("finale_kwijting_onbekend")
    if licht is False:
        yield reden("finale_kwijting_alleen_na_advies")


def _gevraagd(feiten: Feiten, lezing: Lezing) -> Iterator[Reden]:
    if feiten.verzekeraar_vraagt_finale_kwijting:
        yield reden("finale_kwijting_gevraagd")
    # A settlement for a child may need the leave of a judge: then nothing is final without it.
    if minderjarig(feiten, lezing):
        yield reden("finale_kwijting_minderjarig")


def _niet_nageleefd(feiten: Feiten, classificatie: Classificatie) -> Iterator[Reden]:
    # Annex 2, art. 3 and 4: between the insurers, so nothing for the victim to do.
    if feiten.verzekeraar_vraagt_finale_kwijting and classificatie.uitkomst is Procescode.LL:
        yield reden("finale_kwijting_melden")


def _heropening(feiten: Feiten, classificatie: Classificatie) -> Iterator[Reden]:
    eerder = feiten.eerdere_regeling
    if not heropend(feiten):
        return
    yield reden("finale_kwijting_heropening", met_voorbehoud=ja_nee(eerder.met_voorbehoud))
    if classificatie.uitkomst is not Procescode.GBL:
        # Annex 2, art. 2c: what was paid is "onaantastbaar", the division of fault is open again.
        yield reden("finale_kwijting_schulddeling_bindt_niet")
