"""What we chose where the law is silent: each row of the decision record, by its letter."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from calc.bgk import Route
from calc.licht_letsel import Procescode
from calc.samenhang import onmogelijk
from calc.schadeposten import PostStatus
from calc.signalen import Signaal
from calc.termijnen import TermijnId
from tests.zaken import LICHT, VANDAAG, beoordeeld, sleutels, tussen, zaak

PARENTS = {"relatie": "ouder_van_meerderjarig_niet_thuiswonend_slachtoffer"}
DEATH = {"rol": "nabestaande", "gebeurtenis_datum": "2026-02-02", "overlijdensdatum": "2026-02-05"}


def test_a_death_after_an_excluded_cause_stays_out_of_scope() -> None:
    found = beoordeeld(LICHT, oorzaak="medisch", overlijdensdatum="2026-07-01").classificatie

    assert (found.uitkomst, found.buiten_reikwijdte) == (Procescode.GBL, True)


@pytest.mark.parametrize(
    ("facts", "day"),
    [
        ({}, date(2026, 7, 13)),
        ({"letsel.ao_dagen": None}, date(2026, 7, 13)),
        ({"letsel.ao_dagen": 0}, date(2026, 9, 15)),
        ({"letsel.ao_loopt_nog": False}, date(2026, 9, 15)),
        ({"gegevens.werk": "pensioen"}, date(2026, 9, 15)),
    ],
    ids=str,
)
def test_b_the_test_of_day_28_stands_while_nobody_knows_whether_it_goes_on(
    facts: dict[str, Any], day: date
) -> None:
    assert beoordeeld(LICHT, facts, today=date(2026, 6, 20)).classificatie.hertoetsen_op == day


def test_c_a_rough_recovery_shows_every_band_it_may_fall_in() -> None:
    rough = beoordeeld(LICHT, {"letsel.herstel_maanden": tussen("1.5", 3)}).smartengeld
    beyond = beoordeeld(LICHT, {"letsel.herstel_maanden": tussen(5, 7)}).smartengeld

    assert rough is not None
    assert [str(band.id) for band in rough.banden] == ["B1", "B2"]
    assert beyond is None


def test_d_a_relative_of_a_minor_follows_their_own_five_years() -> None:
    child = {**LICHT, "geboortedatum_slachtoffer": "2016-06-15"}
    terms = {
        rol: next(
            term for term in beoordeeld(child, rol=rol).termijnen if term.id is TermijnId.BW_5_JAAR
        )
        for rol in ("slachtoffer", "naaste")
    }

    assert {term.laatste_dag for term in terms.values()} == {date(2039, 6, 15)}
    assert terms["slachtoffer"].veilig_tot == date(2039, 6, 15)
    assert terms["naaste"].veilig_tot == date(2031, 6, 15)


@pytest.mark.parametrize(
    ("facts", "old"),
    [
        ({"schade.excl_voertuig": "100.00"}, True),
        ({"letsel.ao_dagen": 3}, True),
        ({"letsel.restloos": True}, False),
    ],
    ids=str,
)
def test_e_a_limit_that_was_compared_may_be_outdated(facts: dict[str, Any], *, old: bool) -> None:
    assert (Signaal.NORM_MOGELIJK_VEROUDERD in beoordeeld(facts).signalen) is old


def test_f_by_article_6_96_the_base_stays_and_the_table_is_empty() -> None:
    found = beoordeeld(LICHT, {"belangenbehartiging.tweede": True}).bgk

    assert found.route is Route.ARTIKEL_6_96
    assert found.grondslag == 1200
    assert (found.tabelbedrag, found.totaal_tabel) == (None, None)


def test_g_a_settlement_day_over_two_periods_gives_the_range_of_both() -> None:
    days = {
        "one period": tussen("2018-02-01", "2018-03-01"),
        "two periods": tussen("2016-08-01", "2018-03-01"),
    }
    old = {**LICHT, "gebeurtenis_datum": "2016-06-15"}
    found = {name: beoordeeld(old, regeling_datum=day).bgk for name, day in days.items()}

    assert found["one period"].compensatie_pct == 4
    assert found["two periods"].compensatie_pct is found["two periods"].totaal_tabel is None
    rough, bare = found["two periods"].bereik["totaal_tabel"], found["two periods"].tabelbedrag
    assert bare is not None
    assert (rough.van, rough.tot) == (bare * Decimal("1.04"), bare * Decimal("1.05"))


@pytest.mark.parametrize(("parents", "costs"), [(1, 200), (2, 400), (3, None)])
def test_h_an_unknown_address_counts_only_where_the_maximum_can_bite(
    parents: int, costs: int | None
) -> None:
    assert beoordeeld(DEATH, naasten=[PARENTS] * parents).bgk.affectieschade_bgk == costs


@pytest.mark.parametrize(("days", "sure"), [(2, True), (40, False)])
def test_i_a_norm_holds_only_when_it_is_sure_for_the_whole_stay(days: int, *, sure: bool) -> None:
    facts = {"gebeurtenis_datum": "2024-12-20", "gegevens.ziekenhuis_dagen": days}
    (stay,) = beoordeeld(facts).schadeposten.regels

    assert stay.status is (PostStatus.BEREKEND if sure else PostStatus.NOG_NODIG)


@pytest.mark.parametrize(("days", "possible"), [(8, True), (9, True), (10, False)])
def test_j_the_day_of_the_event_is_a_day_in_hospital_too(days: int, *, possible: bool) -> None:
    # Eight days ago: with the first one there are nine.
    stay = zaak({"gebeurtenis_datum": "2026-11-15", "gegevens.ziekenhuis_dagen": days})

    assert (onmogelijk(stay, VANDAAG) == ()) is possible


@pytest.mark.parametrize(("share", "fits"), [(0, True), (99, True), (100, False)])
def test_k_a_share_of_ones_own_fits_an_accepted_liability(share: int, *, fits: bool) -> None:
    accepted = {"aansprakelijkheid.stand": "erkend", "aansprakelijkheid.eigen_schuld_pct": share}

    assert (beoordeeld(accepted).tegenspraak == ()) is fits


def test_l_facts_that_hardly_fit_change_no_outcome() -> None:
    odd = beoordeeld(LICHT, {"gegevens.hulp.personen": 1, "gegevens.hulp.kind_onder_5": True})
    even = beoordeeld(LICHT, {"gegevens.hulp.personen": 1})

    assert odd.tegenspraak
    assert (odd.classificatie, odd.smartengeld) == (even.classificatie, even.smartengeld)


def test_m_a_file_that_runs_leaves_light_injury_only_above_28_days() -> None:
    found = beoordeeld(LICHT, {"letsel.ao_dagen": 28}).classificatie

    assert (found.uitkomst, found.lopende_zaak) == (Procescode.GBL, Procescode.LL)


def test_n_relatives_of_two_addresses_are_counted_apart_and_pointed_at() -> None:
    relatives = [
        {**PARENTS, "adres": address, "belangenbehartiger": "X"} for address in ("A", "A", "B")
    ]
    found = beoordeeld(DEATH, naasten=relatives).bgk

    assert found.affectieschade_bgk == 600
    assert "bgk_naasten_een_gezin" in sleutels(*found.redenen)


@pytest.mark.parametrize(("months", "over"), [("5", "ja"), ("5.1", "onbekend"), ("4.9", "ja")])
def test_o_a_part_of_a_month_may_take_the_whole_next_one(months: str, over: str) -> None:
    found = beoordeeld(LICHT, {"letsel.herstel_maanden": months}).vervolgstappen

    assert found.eindvoorstel == over
