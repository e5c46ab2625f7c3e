"""Made-up facts of every shape, for promises that hold whatever the case."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from calc import feiten
from calc.feiten import Feiten
from calc.samenhang import onmogelijk
from tests.zaken import VANDAAG, tussen, zaak

Paden = Mapping[str, Any]

_DAGEN = st.dates(date(1995, 1, 1), VANDAAG).map(date.isoformat)
_EURO = st.one_of(
    # Around every limit, and anything.
    st.sampled_from(["0.00", "4949.99", "4950.00", "4999.99", "5000.00", "5000.01", "250000.01"]),
    st.decimals(0, 300_000, places=2).map(str),
)
_MAANDEN = st.one_of(
    st.sampled_from(["1.99", "2", "2.01", "4", "6", "6.01"]), st.decimals(0, 24, places=1).map(str)
)
_PROCENT = st.one_of(st.sampled_from([0, 1, 69, 70, 100]), st.integers(0, 100))
_AANTAL = st.one_of(st.sampled_from([0, 27, 28, 29]), st.integers(0, 60))
_JA_NEE = st.booleans()


def _een_van(soort: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from([waarde.value for waarde in soort])


# Every leaf that a rule looks at, but for the lists.
BLADEN: Mapping[str, st.SearchStrategy[Any]] = {
    "rol": _een_van(feiten.Rol),
    "oorzaak": _een_van(feiten.Oorzaak),
    "gebeurtenis_datum": _DAGEN,
    "overlijdensdatum": _DAGEN,
    "geboortedatum_slachtoffer": _DAGEN,
    "bekend_op": _DAGEN,
    "gestuit_op": _DAGEN,
    "verkeer.slachtoffer_als": _een_van(feiten.SlachtofferAls),
    "verkeer.tegenpartij": _een_van(feiten.Tegenpartij),
    "verkeer.doorgereden": _JA_NEE,
    "misdrijf": _JA_NEE,
    "letsel.herstel_maanden": _MAANDEN,
    "letsel.restloos": _JA_NEE,
    "letsel.complicaties": _JA_NEE,
    "letsel.ao_dagen": _AANTAL,
    "letsel.ao_loopt_nog": _JA_NEE,
    "letsel.littekens": _een_van(feiten.Littekens),
    "letsel.ernstig_en_blijvend": _JA_NEE,
    "letsel.blijvende_invaliditeit_pct": _PROCENT,
    "letsel.karakterverandering": _JA_NEE,
    "schade.excl_voertuig": _EURO,
    "schade.smartengeld_inbegrepen": _JA_NEE,
    "schade.voertuig": _EURO,
    **{f"schade.posten.{post}": _EURO for post in feiten.Posten.model_fields},
    "aansprakelijkheid.stand": _een_van(feiten.Stand),
    "aansprakelijkheid.eigen_schuld_pct": _PROCENT,
    "aansprakelijkheid.eigen_schuld_reden": _een_van(feiten.EigenSchuldReden),
    "aansprakelijkheid.gesteld_op": _DAGEN,
    "aansprakelijkheid.akkoord_na_maanden": _MAANDEN,
    "aansprakelijkheid.eerste_bod_pct": _PROCENT,
    "aansprakelijkheid.overeengekomen_pct": _PROCENT,
    "regeling_datum": _DAGEN,
    "eerdere_regeling.datum": _DAGEN,
    "eerdere_regeling.schade": _EURO,
    "eerdere_regeling.met_voorbehoud": _JA_NEE,
    "belangenbehartiging.heeft": _JA_NEE,
    "belangenbehartiging.soort": _een_van(feiten.Belangenbehartiger),
    "belangenbehartiging.tweede": _JA_NEE,
    "belangenbehartiging.medisch_adviseur_minuten": _AANTAL,
    "belangenbehartiging.medische_info_door_belangenbehartiger": _JA_NEE,
    "gezin.netto_inkomen_zonder_overlijden": _EURO,
    "gezin.netto_inkomen_na_overlijden": _EURO,
    "gezin.wu": _EURO,
    "gezin.bu": _EURO,
    "gezin.wnu_pct": _PROCENT,
    "gezin.adequaat_onderzoek": _JA_NEE,
    "gezin.gederfd_levensonderhoud_totaal": _EURO,
    "gegevens.in_nederland": _JA_NEE,
    "gegevens.kilometers": _MAANDEN,
    "gegevens.ziekenhuis_dagen": _AANTAL,
    "gegevens.revalidatie_dagen": _AANTAL,
    "gegevens.hulp.weken": _MAANDEN,
    "gegevens.hulp.personen": _AANTAL,
    "gegevens.hulp.kind_onder_5": _JA_NEE,
    "gegevens.hulp.zwaar": _JA_NEE,
    "gegevens.woning.soort": _een_van(feiten.SoortWoning),
    "gegevens.woning.tuin": _JA_NEE,
    "gegevens.woning.eigendom": _JA_NEE,
    "gegevens.studie.soort": _een_van(feiten.SoortStudie),
    "gegevens.studie.maanden": _MAANDEN,
    "gegevens.voorschot": _EURO,
    "gegevens.werk": _een_van(feiten.Werk),
    "gegevens.product_in_verkeer_op": _DAGEN,
    "gegevens.gemeld_op": _DAGEN,
    "verzekeraar_vraagt_finale_kwijting": _JA_NEE,
}
# The leaves that may be known roughly.
BEREIKEN = tuple(
    pad
    for pad, waarden in BLADEN.items()
    if waarden in (_DAGEN, _EURO, _MAANDEN, _PROCENT, _AANTAL)
)
_NAASTE = st.fixed_dictionaries(
    {},
    optional={
        "relatie": _een_van(feiten.Relatie),
        "ook_broer_of_zus": _JA_NEE,
        "adres": st.sampled_from(["A", "B"]),
        "belangenbehartiger": st.sampled_from(["X", "Y"]),
        "discussie": _JA_NEE,
        "getuige": _JA_NEE,
        "eigen_psychisch_letsel": _JA_NEE,
    },
)


def mogelijk(paden: Paden) -> bool:
    """Tell whether these facts can be true together."""
    return not onmogelijk(zaak(paden), VANDAAG)


@st.composite
def paden(draw: st.DrawFn) -> dict[str, Any]:
    """Return facts by path, some of them known roughly, that can be true together."""
    gekozen = draw(st.lists(st.sampled_from(sorted(BLADEN)), unique=True, max_size=25))
    feiten_ = {pad: draw(_blad(pad)) for pad in gekozen}
    feiten_["naasten"] = draw(st.lists(_NAASTE, max_size=4))
    # What cannot be is taken out, not thrown away: most random days contradict each other.
    while refusals := onmogelijk(zaak(feiten_), VANDAAG):
        del feiten_[refusals[0].pad]
    return feiten_


def _blad(pad: str) -> st.SearchStrategy[Any]:
    waarde = BLADEN[pad]
    if pad not in BEREIKEN:
        return waarde
    open_ = st.none() | waarde
    return st.one_of(waarde, waarde, st.tuples(open_, open_).filter(any).map(_bereik))


def _bereik(einden: tuple[Any, Any]) -> Any:
    van, tot = einden
    if van is None or tot is None:
        return tussen(van, tot)
    return tussen(*sorted((van, tot), key=_orde))


def _orde(waarde: Any) -> Any:
    return waarde if isinstance(waarde, str) and "-" in waarde else Decimal(str(waarde))


def gevallen() -> st.SearchStrategy[Feiten]:
    """Return the facts of any case."""
    return paden().map(zaak)
