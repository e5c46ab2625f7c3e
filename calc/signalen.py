"""Signals: what a human must see first, in order of urgency."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from calc.affectieschade import Affectieschade, Status
from calc.dated import Lezing
from calc.feiten import (
    EigenSchuldReden,
    Feiten,
    Jaarcijfers,
    Littekens,
    Oorzaak,
    Relatie,
    SlachtofferAls,
    Tegenpartij,
)
from calc.finale_kwijting import FinaleKwijting
from calc.licht_letsel import Classificatie, CriteriumId, JaNee
from calc.omstandigheden import (
    buiten_reikwijdte,
    door_misdrijf,
    ernstig_en_blijvend,
    geregeld,
    heropend,
    motorvoertuig,
    overleden,
)
from calc.reden import Reden, reden
from calc.smartengeld import Smartengeld
from calc.termijnen import VERJARING, Termijn, TermijnStatus


class Signaal(StrEnum):
    """The signals; the order of declaration is the order of urgency."""

    NIET_TEKENEN = "niet_tekenen"
    VERJARING_MISSCHIEN_VERSTREKEN = "verjaring_misschien_verstreken"
    VERJARING_DREIGT = "verjaring_dreigt"
    MENS_NODIG = "mens_nodig"
    GEEN_FINALE_KWIJTING = "geen_finale_kwijting_bij_licht_letsel"
    GRENSGEVAL_SCHADE = "grensgeval_schade"
    GRENSGEVAL_ARBEIDSONGESCHIKTHEID = "grensgeval_arbeidsongeschiktheid"
    GRENSGEVAL_HERSTEL = "grensgeval_herstel"
    GRENSGEVAL_SMARTENGELD = "grensgeval_smartengeld"
    BRUTO_NETTO_TWIJFEL = "bruto_netto_twijfel"
    MEDISCH_GOMA = "medisch_goma"
    ART185_WVW = "art185_wvw"
    ART7_658_BW = "art7_658_bw"
    ART6_179_BW = "art6_179_bw"
    WAARBORGFONDS = "waarborgfonds"
    SCHADEFONDS = "schadefonds"
    SHOCKSCHADE_BEOORDELEN = "shockschade_beoordelen"
    RELATIE_AANTONEN = "relatie_aantonen"
    WNU_NODIG = "wnu_nodig"
    GORDEL_OF_HELM = "gordel_of_helm"
    HEROPENING = "heropening"
    VOORDEELVERREKENING_APART = "voordeelverrekening_apart"
    NORM_MOGELIJK_VEROUDERD = "norm_mogelijk_verouderd"
    ROUW = "rouw"


@dataclass(frozen=True)
class Uitkomsten:
    """The blocks that a signal may stand on."""

    classificatie: Classificatie
    smartengeld: Smartengeld | None
    affectieschade: Affectieschade
    termijnen: tuple[Termijn, ...]
    finale_kwijting: FinaleKwijting


def signalen(feiten: Feiten, uitkomsten: Uitkomsten, lezing: Lezing) -> tuple[Signaal, ...]:
    """Return the signals that stand, most urgent first.

    Args:
        feiten: What is known; a signal stands on what is known only.
        uitkomsten: What the other rules made of it.
        lezing: Remembers every norm that was read for this assessment, so all blocks come first.

    Returns:
        The signals, without doubles, in the order of their declaration.
    """
    staat = {
        **_over_tijd_en_mens(feiten, uitkomsten, lezing),
        **_over_twijfel(uitkomsten),
        **_over_de_zaak(feiten),
        **_over_naasten_en_geld(feiten),
        Signaal.NORM_MOGELIJK_VEROUDERD: any(row.mogelijk_verouderd for row in lezing.gelezen),
    }
    return tuple(signaal for signaal in Signaal if staat[signaal])


def mens_nodig(feiten: Feiten, uitkomsten: Uitkomsten, lezing: Lezing) -> tuple[Reden, ...]:
    """Return why a human must look at this case, nothing when no rule says so."""
    return tuple(_mens_nodig(feiten, uitkomsten, lezing))


def _mens_nodig(feiten: Feiten, uitkomsten: Uitkomsten, lezing: Lezing) -> Iterator[Reden]:
    if overleden(feiten):
        yield reden("mens_overlijden")
    if buiten_reikwijdte(feiten):
        yield reden("mens_buiten_reikwijdte", oorzaak=feiten.oorzaak)
    if ernstig_en_blijvend(feiten, lezing):
        yield reden("mens_ernstig_letsel")
    if any(rij.status is Status.TE_BEOORDELEN for rij in uitkomsten.affectieschade.regels):
        yield reden("mens_te_beoordelen")
    if door_misdrijf(feiten):
        yield reden("mens_misdrijf")
    if feiten.letsel.littekens is Littekens.ONTSIEREND:
        yield reden("mens_littekens")
    bijna = (*_in(feiten, uitkomsten, TermijnStatus.VERSTREKEN), *_dreigend(feiten, uitkomsten))
    if bijna:
        yield reden("mens_termijn", termijnen=[termijn.id for termijn in bijna])


def _over_tijd_en_mens(
    feiten: Feiten, uitkomsten: Uitkomsten, lezing: Lezing
) -> dict[Signaal, bool]:
    return {
        Signaal.NIET_TEKENEN: feiten.verzekeraar_vraagt_finale_kwijting is True,
        Signaal.VERJARING_MISSCHIEN_VERSTREKEN: bool(
            _in(feiten, uitkomsten, TermijnStatus.VERSTREKEN)
        ),
        Signaal.VERJARING_DREIGT: bool(_dreigend(feiten, uitkomsten)),
        Signaal.MENS_NODIG: bool(mens_nodig(feiten, uitkomsten, lezing)),
        Signaal.GEEN_FINALE_KWIJTING: (
            uitkomsten.finale_kwijting.verlangen_toegestaan is JaNee.NEE
        ),
        Signaal.ROUW: overleden(feiten),
        Signaal.VOORDEELVERREKENING_APART: overleden(feiten),
    }


def _over_twijfel(uitkomsten: Uitkomsten) -> dict[Signaal, bool]:
    grens = {criterium.id: criterium.grensgeval for criterium in uitkomsten.classificatie.criteria}
    band = uitkomsten.smartengeld
    return {
        Signaal.GRENSGEVAL_SCHADE: grens[CriteriumId.SCHADE],
        Signaal.GRENSGEVAL_ARBEIDSONGESCHIKTHEID: grens[CriteriumId.ARBEIDSONGESCHIKTHEID],
        Signaal.GRENSGEVAL_HERSTEL: grens[CriteriumId.HERSTEL],
        Signaal.GRENSGEVAL_SMARTENGELD: band is not None and len(band.banden) > 1,
        Signaal.BRUTO_NETTO_TWIJFEL: uitkomsten.classificatie.bruto_netto_twijfel,
    }


def _over_de_zaak(feiten: Feiten) -> dict[Signaal, bool]:
    verkeer, oorzaak = feiten.verkeer, feiten.oorzaak
    ongemotoriseerd = {SlachtofferAls.VOETGANGER, SlachtofferAls.FIETSER}
    return {
        Signaal.MEDISCH_GOMA: oorzaak is Oorzaak.MEDISCH,
        Signaal.ART185_WVW: (
            verkeer.slachtoffer_als in ongemotoriseerd and motorvoertuig(feiten) is True
        ),
        Signaal.ART7_658_BW: oorzaak in {Oorzaak.WERK, Oorzaak.BEROEPSZIEKTE},
        Signaal.ART6_179_BW: oorzaak is Oorzaak.DIER,
        Signaal.WAARBORGFONDS: (
            verkeer.tegenpartij is Tegenpartij.ONBEKEND
            or (verkeer.doorgereden is True and motorvoertuig(feiten) is not False)
        ),
        Signaal.SCHADEFONDS: door_misdrijf(feiten) is True,
        Signaal.GORDEL_OF_HELM: feiten.aansprakelijkheid.eigen_schuld_reden
        in {EigenSchuldReden.GORDEL, EigenSchuldReden.HELM},
        Signaal.HEROPENING: heropend(feiten),
    }


def _over_naasten_en_geld(feiten: Feiten) -> dict[Signaal, bool]:
    te_bewijzen = {Relatie.ZORG_IN_GEZINSVERBAND, Relatie.OVERIG}
    return {
        Signaal.SHOCKSCHADE_BEOORDELEN: any(
            naaste.getuige or naaste.eigen_psychisch_letsel for naaste in feiten.naasten
        ),
        Signaal.RELATIE_AANTONEN: any(naaste.relatie in te_bewijzen for naaste in feiten.naasten),
        Signaal.WNU_NODIG: any(
            _mist_wnu(cijfers) for cijfers in (feiten.gezin, *feiten.gezin.jaren)
        ),
    }


def _mist_wnu(cijfers: Jaarcijfers) -> bool:
    inkomens = (cijfers.netto_inkomen_zonder_overlijden, cijfers.netto_inkomen_na_overlijden)
    return cijfers.wnu_pct is None and None not in inkomens


def _dreigend(feiten: Feiten, uitkomsten: Uitkomsten) -> tuple[Termijn, ...]:
    return _in(feiten, uitkomsten, TermijnStatus.BINNEN_6_MAANDEN)


def _in(feiten: Feiten, uitkomsten: Uitkomsten, status: TermijnStatus) -> tuple[Termijn, ...]:
    """Return the terms of limitation with a status; a settled case raises no alarm."""
    if geregeld(feiten):
        return ()
    return tuple(
        termijn
        for termijn in uitkomsten.termijnen
        if termijn.id in VERJARING and termijn.status is status
    )
