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
        *_regelingen_in_volgorde(feiten),
        *_langer_ao_dan_mogelijk(feiten, today),
        *_langer_opgenomen_dan_mogelijk(feiten, today),
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


def _regelingen_in_volgorde(feiten: Feiten) -> Iterator[Onmogelijk]:
    eerder, regeling = feiten.eerdere_regeling.datum, feiten.regeling_datum
    if eerder is None or regeling is None or eerder.van is None or regeling.tot is None:
        return
    if eerder.van > regeling.tot:
        yield Onmogelijk(reden="eerdere_regeling_na_regeling", pad="eerdere_regeling.datum")


def _langer_ao_dan_mogelijk(feiten: Feiten, today: date) -> Iterator[Onmogelijk]:
    voorbij, ao = _dagen_voorbij(feiten, today), feiten.letsel.ao_dagen
    if voorbij is None or ao is None or ao.van is None:
        return
    if ao.van > voorbij:
        yield Onmogelijk(reden="ao_dagen_meer_dan_sinds_gebeurtenis", pad="letsel.ao_dagen")


def _langer_opgenomen_dan_mogelijk(feiten: Feiten, today: date) -> Iterator[Onmogelijk]:
    """Yield the longer of hospital and rehabilitation when together they do not fit."""
    voorbij = _dagen_voorbij(feiten, today)
    opgenomen = {
        "gegevens.ziekenhuis_dagen": feiten.gegevens.ziekenhuis_dagen,
        "gegevens.revalidatie_dagen": feiten.gegevens.revalidatie_dagen,
    }
    minstens = {pad: dagen.van for pad, dagen in opgenomen.items() if dagen and dagen.van}
    # The day of the event is one of them, so there is one day more than have passed.
    if voorbij is not None and sum(minstens.values()) > voorbij + 1:
        langste = max(minstens, key=lambda pad: minstens[pad])
        yield Onmogelijk(reden="opgenomen_meer_dan_sinds_gebeurtenis", pad=langste)


def _dagen_voorbij(feiten: Feiten, today: date) -> int | None:
    """Return how many days ago the event was at most; a day in the future is named elsewhere."""
    gebeurtenis = feiten.gebeurtenis_datum
    if gebeurtenis is None or gebeurtenis.van is None or gebeurtenis.van > today:
        return None
    return (today - gebeurtenis.van).days
