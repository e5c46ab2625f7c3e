"""The surcharge for light injury, and what is left to pay after a reopening."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.bgk import Bgk
from calc.bgk.opslag import opslag
from calc.feiten import Feiten
from calc.licht_letsel import Procescode
from tests.rekenen import LANG_GELEDEN, euro, kosten, lezing, proces, redenen

LL, VOORLOPIG, GBL = Procescode.LL, Procescode.LL_VOORLOPIG, Procescode.GBL


def met_opslag(
    maanden: Any, bod: Any, akkoord: Any, code: Procescode | None = LL, dag: str | None = None
) -> Bgk:
    return kosten(
        {"oorzaak": "verkeer", "schade": {"excl_voertuig": 3000}, "regeling_datum": dag},
        {
            "aansprakelijkheid": {
                "akkoord_na_maanden": maanden,
                "eerste_bod_pct": bod,
                "overeengekomen_pct": akkoord,
            }
        },
        code=code,
    )


def test_the_surcharge_comes_after_the_compensation() -> None:
    assert met_opslag(4, 50, 75, dag="2018-05-15").totaal_tabel == euro("2002.80")


@pytest.mark.parametrize(
    ("maanden", "bod", "akkoord", "opslag", "totaal"),
    [
        (4, 50, 75, "500.00", "1945.00"),
        ("3.01", 50, 75, "500.00", "1945.00"),
        (3, 50, 75, "0.00", "1445.00"),
        (2, 50, 75, "0.00", "1445.00"),
        (4, 100, 100, "0.00", "1445.00"),
        (4, 75, 50, "0.00", "1445.00"),
        (4, 50, "50.01", "500.00", "1945.00"),
        (4, 0, 50, "500.00", "1945.00"),
        (None, 50, 75, None, "1445.00"),
        (4, None, 75, None, "1445.00"),
        (4, 50, None, None, "1445.00"),
        (2, None, None, "0.00", "1445.00"),
        (4, 100, None, "0.00", "1445.00"),
        (4, None, 0, "0.00", "1445.00"),
        ({"van": 2, "tot": 4}, 50, 75, None, "1445.00"),
        ({"van": 4}, {"van": 0, "tot": 50}, {"van": 60}, "500.00", "1945.00"),
        (4, {"van": 0, "tot": 60}, {"van": 50, "tot": 70}, None, "1445.00"),
        # What is not known may be anything from 0 to 100.
        (4, None, "0.5", None, "1445.00"),
        (4, "99.5", None, None, "1445.00"),
        # With one end open, the other may be anything up to 100 or down to 0.
        (4, {"tot": 50}, 75, "500.00", "1945.00"),
        (4, {"van": 50}, 75, None, "1445.00"),
        (4, {"van": 50}, {"tot": 50}, "0.00", "1445.00"),
        (4, 50, {"tot": 75}, None, "1445.00"),
    ],
)
def test_the_surcharge_needs_more_than_three_months_and_more_than_the_first_offer(
    maanden: Any, bod: Any, akkoord: Any, opslag: str | None, totaal: str
) -> None:
    uitkomst = met_opslag(maanden, bod, akkoord)

    assert (uitkomst.opslag, uitkomst.totaal_tabel) == (euro(opslag), euro(totaal))
    assert ("bgk_opslag_onbekend" in redenen(uitkomst)) is (opslag is None)


@pytest.mark.parametrize(("code", "opslag"), [(LL, "500.00"), (GBL, "0.00"), (VOORLOPIG, None)])
def test_the_surcharge_is_for_light_injury_only(code: Procescode, opslag: str | None) -> None:
    assert met_opslag(4, 50, 75, code).opslag == euro(opslag)


def test_an_unknown_surcharge_names_the_facts_it_waits_for() -> None:
    for feiten, wacht_op in (
        ((None, 50, 75), ["akkoord_na_maanden"]),
        ((4, None, 75), ["eerste_bod_pct"]),
        ((4, 50, None), ["overeengekomen_pct"]),
        ((4, None, None), ["eerste_bod_pct", "overeengekomen_pct"]),
    ):
        uitkomst = met_opslag(*feiten)

        waarom = next(r for r in uitkomst.redenen if r.sleutel == "bgk_opslag_onbekend")
        assert waarom.waarden["paden"] == [f"aansprakelijkheid.{feit}" for feit in wacht_op]


def test_a_surcharge_names_its_amount_and_the_months_after_which_it_is_due() -> None:
    waarom = next(r for r in met_opslag(4, 50, 75).redenen if r.sleutel == "bgk_opslag")

    assert waarom.waarden == {"bedrag": "500.00", "na_maanden": 3}


def test_before_the_convention_there_is_no_surcharge_whatever_was_offered() -> None:
    gelezen = lezing(LANG_GELEDEN)
    feiten = Feiten.model_validate(
        {
            "aansprakelijkheid": {
                "akkoord_na_maanden": 4,
                "eerste_bod_pct": 50,
                "overeengekomen_pct": 75,
            }
        }
    )
    licht = proces(feiten, gelezen).model_copy(update={"uitkomst": LL})

    assert opslag(feiten, gelezen, licht) == (None, ())


# --- reopening -----------------------------------------------------------------------------------


def heropend(nu: Any, toen: Any, dag_nu: str | None = None, dag_toen: str | None = None) -> Bgk:
    return kosten(
        {"oorzaak": "verkeer", "schade": {"excl_voertuig": nu}, "regeling_datum": dag_nu},
        {"eerdere_regeling": {"schade": toen, "datum": dag_toen, "met_voorbehoud": True}},
        code=GBL,
    )


@pytest.mark.parametrize(
    ("zaak", "betaald", "rest"),
    [
        ((7300, 4000), "1810.00", "890.00"),
        ((7300, 4000, "2019-06-01", "2018-06-01"), "1882.40", "898.60"),
        ((4000, 4000), "1810.00", "0.00"),
        ((4000, 7300), "2700.00", "0.00"),
        ((7300, 4000, "2024-06-01", "2018-06-01"), "1882.40", "817.60"),
        ((7300, 9000), None, None),
        ((9000, 4000), "1810.00", None),
        ((None, 4000), None, None),
        ((7300, {"van": 3800, "tot": 4100}), "1810.00", "890.00"),
        ((7300, {"van": 1900, "tot": 2000}), None, None),
        (({"van": 1900, "tot": 2000}, 7300), "2700.00", "0.00"),
        ((7300, {"van": 4000}), None, None),
        ((7300, {"van": 7300}), None, "0.00"),
    ],
)
def test_after_a_reopening_what_was_paid_is_taken_off(
    zaak: tuple[Any, ...], betaald: str | None, rest: str | None
) -> None:
    uitkomst = heropend(*zaak)

    assert (uitkomst.eerder_betaald, uitkomst.nog_te_betalen) == (euro(betaald), euro(rest))


def test_own_fault_is_taken_off_the_new_total_but_not_off_the_earlier_damage() -> None:
    uitkomst = kosten(
        {"oorzaak": "verkeer", "schade": {"excl_voertuig": 10000}},
        {"aansprakelijkheid": {"eigen_schuld_pct": 50}},
        {"eerdere_regeling": {"schade": 1900}},
    )

    assert uitkomst.totaal_tabel == 2200
    assert uitkomst.eerder_betaald == 1040
    assert uitkomst.nog_te_betalen == 1160


def test_without_an_earlier_settlement_nothing_is_said_of_it() -> None:
    uitkomst = kosten({"oorzaak": "verkeer", "schade": {"excl_voertuig": 4000}})

    assert (uitkomst.eerder_betaald, uitkomst.nog_te_betalen) == (None, None)
    assert not {r for r in redenen(uitkomst) if "heropening" in r or "eerder" in r}


@pytest.mark.parametrize(
    ("eerdere", "verwacht"),
    [
        ({"datum": "2018-01-01"}, "bgk_eerder_betaald_onbekend"),
        ({"schade": 4000}, "bgk_heropening"),
        ({"schade": 4000, "met_voorbehoud": False}, "bgk_heropening_zonder_voorbehoud"),
        ({"met_voorbehoud": False}, "bgk_heropening_zonder_voorbehoud"),
    ],
)
def test_a_reopening_says_what_it_stands_on(eerdere: dict[str, Any], verwacht: str) -> None:
    uitkomst = kosten(
        {"oorzaak": "verkeer", "schade": {"excl_voertuig": 7300}}, {"eerdere_regeling": eerdere}
    )

    assert verwacht in redenen(uitkomst)


def test_a_reservation_is_missed_only_when_it_is_known_to_be_absent() -> None:
    for voorbehoud in (True, None):
        uitkomst = kosten(
            {"oorzaak": "verkeer", "schade": {"excl_voertuig": 7300}},
            {"eerdere_regeling": {"schade": 4000, "met_voorbehoud": voorbehoud}},
        )

        assert "bgk_heropening" in redenen(uitkomst)
        assert "bgk_heropening_zonder_voorbehoud" not in redenen(uitkomst)


def test_what_was_paid_and_what_is_left_may_be_ranges() -> None:
    uitkomst = heropend(7300, {"van": 1900, "tot": 2000}).model_dump(mode="json")

    assert uitkomst["bereik"] == {
        "eerder_betaald": {"van": "1040.00", "tot": "1120.00"},
        "nog_te_betalen": {"van": "1580.00", "tot": "1660.00"},
    }


@given(
    st.integers(min_value=0, max_value=900_000),
    st.integers(min_value=0, max_value=900_000),
    st.dates(),
    st.dates(),
)
def test_a_reopening_never_gives_less_than_nothing(
    nu: int, toen: int, dag_nu: Any, dag_toen: Any
) -> None:
    uitkomst = heropend(
        str(Decimal(nu) / 100), str(Decimal(toen) / 100), str(dag_nu), str(dag_toen)
    )

    assert uitkomst.nog_te_betalen is None or uitkomst.nog_te_betalen >= 0
    if uitkomst.nog_te_betalen:
        assert uitkomst.eerder_betaald is not None
        assert uitkomst.totaal_tabel == uitkomst.nog_te_betalen + uitkomst.eerder_betaald
