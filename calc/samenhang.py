"""Facts that cannot be true together: refused by `assess`, asked again by the conversation."""

from collections.abc import Iterator, Mapping
from datetime import date

from calc.bereik import Bereik
from calc.feiten import Feiten
from calc.reden import Uitkomstmodel


class Onmogelijk(Uitkomstmodel):
    """What cannot be true: the key of the question to put, and the path of the fact."""

    reden: str
    pad: str


def onmogelijk(feiten: Feiten, today: date) -> tuple[Onmogelijk, ...]:
    """Return every fact that cannot be true, in the order of the facts.

    A range is refused only when no value in it is possible.
    """
    return (
        *_toekomst(feiten, today),
        *_voor_gebeurtenis(feiten),
        *_langer_ao_dan_mogelijk(feiten, today),
    )


def _dagen(feiten: Feiten) -> Mapping[str, Bereik[date] | None]:
    return {
        "gebeurtenis_datum": feiten.gebeurtenis_datum,
        "overlijdensdatum": feiten.overlijdensdatum,
        "geboortedatum_slachtoffer": feiten.geboortedatum_slachtoffer,
        **_dagen_na_gebeurtenis(feiten),
        "gegevens.product_in_verkeer_op": feiten.gegevens.product_in_verkeer_op,
        "gegevens.politie_gemeld_op": feiten.gegevens.politie_gemeld_op,
    }


def _dagen_na_gebeurtenis(feiten: Feiten) -> Mapping[str, Bereik[date] | None]:
    return {
        "bekend_op": feiten.bekend_op,
        "gestuit_op": feiten.gestuit_op,
        "aansprakelijkheid.gesteld_op": feiten.aansprakelijkheid.gesteld_op,
        "regeling_datum": feiten.regeling_datum,
        "eerdere_regeling.datum": feiten.eerdere_regeling.datum,
        "gegevens.gemeld_op": feiten.gegevens.gemeld_op,
    }


def _toekomst(feiten: Feiten, today: date) -> Iterator[Onmogelijk]:
    for pad, dagen in _dagen(feiten).items():
        if dagen is not None and dagen.van is not None and dagen.van > today:
            yield Onmogelijk(reden="datum_in_de_toekomst", pad=pad)


def _voor_gebeurtenis(feiten: Feiten) -> Iterator[Onmogelijk]:
    gebeurtenis = feiten.gebeurtenis_datum
    if gebeurtenis is None or gebeurtenis.van is None:
        return
    later = {"overlijdensdatum": feiten.overlijdensdatum, **_dagen_na_gebeurtenis(feiten)}
    for pad, dagen in later.items():
        if dagen is not None and dagen.tot is not None and dagen.tot < gebeurtenis.van:
            yield Onmogelijk(reden=f"{pad.replace('.', '_')}_voor_gebeurtenis", pad=pad)


def _langer_ao_dan_mogelijk(feiten: Feiten, today: date) -> Iterator[Onmogelijk]:
    gebeurtenis, ao = feiten.gebeurtenis_datum, feiten.letsel.ao_dagen
    if gebeurtenis is None or gebeurtenis.van is None or ao is None or ao.van is None:
        return
    if ao.van > (today - gebeurtenis.van).days >= 0:
        yield Onmogelijk(reden="ao_dagen_meer_dan_sinds_gebeurtenis", pad="letsel.ao_dagen")
