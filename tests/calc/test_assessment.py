"""Promises about the whole assessment, whatever the case."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from calc.affectieschade import Status
from calc.beoordeling import Beoordeling, beoordeling
from calc.dated import parameters
from calc.feiten import Feiten
from calc.licht_letsel import Procescode, Toets
from tests.strategies import BEREIKEN, BLADEN, gevallen, mogelijk, paden
from tests.zaken import LICHT, VANDAAG, beoordeeld, sleutels, tussen, zaak

SHARED = Path(__file__).parents[3] / "shared" / "cases" / "assess.json"
# Amounts that may be below nothing: a difference, shown to the handler as it is.
DIFFERENCES = {"verschil"}


def assessed(feiten: Feiten) -> Beoordeling:
    return beoordeling(feiten, VANDAAG, parameters())


def leaves(tree: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from leaves(value, f"{path}.{key}")
    elif isinstance(tree, list):
        for value in tree:
            yield from leaves(value, path)
    else:
        yield path, tree


@given(gevallen())
def test_the_same_facts_give_the_same_bytes(feiten: Feiten) -> None:
    again = Feiten.model_validate_json(feiten.model_dump_json())

    assert assessed(feiten).model_dump_json() == assessed(again).model_dump_json()


@given(gevallen())
def test_no_amount_is_below_nothing(feiten: Feiten) -> None:
    for path, value in leaves(assessed(feiten).model_dump(mode="json")):
        name = path.rsplit(".", 1)[-1]
        if isinstance(value, str) and value.startswith("-"):
            assert name in DIFFERENCES or ".bereik" in path or ".waarden" in path, path


@given(gevallen())
def test_an_assessment_can_be_kept_and_read_again(feiten: Feiten) -> None:
    found = assessed(feiten)

    assert Beoordeling.model_validate_json(found.model_dump_json()) == found


@given(gevallen())
def test_every_source_is_known(feiten: Feiten) -> None:
    known = set(parameters().bronnen)

    for path, value in leaves(assessed(feiten).model_dump(mode="json")):
        if path.endswith((".bron", ".nieuwere_bron")) and value is not None:
            assert value in known, path


@given(gevallen())
def test_every_block_names_its_sources(feiten: Feiten) -> None:
    found = assessed(feiten)
    blocks = (
        found.classificatie,
        found.smartengeld,
        found.affectieschade,
        found.bgk,
        found.overlijdensschade,
        found.finale_kwijting,
        *found.termijnen,
    )

    for block in blocks:
        assert block is None or block.bron


@given(gevallen())
def test_the_receipt_holds_what_held_on_its_day(feiten: Feiten) -> None:
    found = assessed(feiten)

    assert found.herkomst.berekend_op == VANDAAG
    assert found.herkomst.parameter_versie == parameters().versie
    for row in found.herkomst.gelezen:
        assert row.parameter in parameters().reeksen
        assert row.geldig_vanaf in {
            norm.geldig_vanaf for norm in parameters().reeksen[row.parameter]
        }


def test_what_nothing_was_held_against_is_not_on_the_receipt() -> None:
    for facts in ({}, {"misdrijf": True, "verkeer.doorgereden": True}, {"rol": "nabestaande"}):
        read = {row.parameter for row in beoordeeld(facts).herkomst.gelezen}

        assert not {
            name
            for name in read
            if name.startswith(
                ("licht_letsel.", "bgk.", "schadeposten.", "leeftijd.", "overlijdensschade.")
            )
        }
        assert "affectieschade.leidraad_pct" not in read
        assert {name for name in read if name.startswith("termijnen.")} <= {
            "termijnen.bw_5_jaar",
            "termijnen.wam_3_jaar",
            "termijnen.wam_eerder",
        }


def test_why_nothing_is_to_be_paid_yet_stands_among_the_reasons_of_the_assessment() -> None:
    share_unknown = beoordeeld(LICHT, {"aansprakelijkheid.eigen_schuld_pct": None})

    assert share_unknown.uit_te_keren_schade is None
    assert "uit_te_keren_onbekend" in sleutels(*share_unknown.redenen)
    assert "uit_te_keren_onbekend" not in sleutels(*beoordeeld(LICHT).redenen)


def test_the_version_of_the_conversation_is_that_of_the_caller() -> None:
    given_, absent = (
        beoordeling(zaak(), VANDAAG, parameters(), flow_versie="7"),
        beoordeling(zaak(), VANDAAG, parameters()),
    )

    assert given_.herkomst.flow_versie == "7"
    assert absent.herkomst.flow_versie is None


# --- unknown ---


def test_with_nothing_known_there_is_no_number_anywhere() -> None:
    found = beoordeeld().model_dump(mode="json")
    del found["herkomst"]

    numbers = [
        (path, value)
        for path, value in leaves(found)
        if ".redenen." not in path
        and not isinstance(value, bool)
        and (isinstance(value, int) or str(value).replace(".", "").isdigit())
    ]
    assert not numbers
    assert found["classificatie"]["uitkomst"] == "LL_VOORLOPIG"
    assert found["smartengeld"] is found["overlijdensschade"] is None
    assert found["affectieschade"]["totaal"] is None
    assert found["termijnen"] == []


@given(gevallen())
def test_a_code_is_final_only_when_nothing_open_could_change_it(feiten: Feiten) -> None:
    found = assessed(feiten).classificatie
    outcomes = {each.uitkomst for each in found.criteria}

    if found.uitkomst is Procescode.LL:
        assert outcomes == {Toets.GEHAALD}
    if found.uitkomst is Procescode.LL_VOORLOPIG:
        assert Toets.NIET_GEHAALD not in outcomes
        assert found.ontbreekt


@given(gevallen())
def test_a_row_to_be_judged_has_no_amount_yet(feiten: Feiten) -> None:
    for row in assessed(feiten).affectieschade.regels:
        assert (row.bedrag is None) is (row.status is Status.TE_BEOORDELEN)
        assert row.na_schulddeling is None or row.na_schulddeling <= (row.bedrag or 0)


# --- ranges ---


@st.composite
def widened(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return facts with one exact leaf, and the same facts with that leaf known roughly."""
    exact = draw(paden())
    known = [path for path in BEREIKEN if path in exact and not isinstance(exact[path], dict)]
    assume(known)
    path = draw(st.sampled_from(sorted(known)))
    other = draw(BLADEN[path])
    by_day = isinstance(other, str) and "-" in other
    ends = sorted((exact[path], other), key=str if by_day else lambda value: Decimal(str(value)))
    rough = {**exact, path: tussen(*ends)}
    assume(mogelijk(rough))
    return exact, rough


@given(widened())
def test_a_range_says_what_each_value_in_it_says_or_nothing(
    cases: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    exact, rough = (assessed(zaak(case)) for case in cases)
    # A total below its own items holds as it is told; as a range it is at least those items.
    assume(
        "schade_posten_meer_dan_bedrag" not in sleutels(*exact.classificatie.criteria[0].redenen)
    )

    assert rough.classificatie.uitkomst in {
        exact.classificatie.uitkomst,
        Procescode.LL_VOORLOPIG,
    }
    for one, other in zip(exact.classificatie.criteria, rough.classificatie.criteria, strict=True):
        assert other.uitkomst in {one.uitkomst, Toets.ONBEKEND}
    if rough.smartengeld is not None:
        assert exact.smartengeld is not None
        assert set(exact.smartengeld.banden) <= set(rough.smartengeld.banden)
    for one_row, other_row in zip(
        exact.affectieschade.regels, rough.affectieschade.regels, strict=True
    ):
        assert other_row.bedrag in {one_row.bedrag, None}
        assert other_row.na_schulddeling in {one_row.na_schulddeling, None}


MONEY = {
    "bgk": (
        "grondslag",
        "tabelbedrag",
        "tabel_met_compensatie",
        "totaal_tabel",
        "medisch_adviseur",
        "eerder_betaald",
        "nog_te_betalen",
    ),
    "schadeposten": ("totaal",),
    "overlijdensschade": ("behoefte", "beschikbaar", "verschil", "jaarschade"),
}


@given(widened())
def test_a_range_of_money_holds_what_each_value_in_it_gives(
    cases: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    exact, rough = (assessed(zaak(case)) for case in cases)
    # A surcharge that is not known counts for nothing in the total, and its reason says so.
    assume(exact.bgk.opslag == rough.bgk.opslag)

    for block, names in MONEY.items():
        one, other = getattr(exact, block), getattr(rough, block)
        if other is None:
            continue
        for name in names:
            value, known = getattr(one, name), getattr(other, name)
            ends = other.bereik.get(name)
            assert known in {value, None}, (block, name)
            if value is not None and ends is not None:
                assert (ends.van or value) <= value <= (ends.tot or value), (block, name)


# --- more facts ---


@st.composite
def completed(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return facts, and the same facts with one more leaf known."""
    before = draw(paden())
    path = draw(st.sampled_from(sorted(set(BLADEN) - set(before))))
    after = {**before, path: draw(BLADEN[path])}
    assume(mogelijk(after))
    return before, after


@given(completed())
def test_another_fact_takes_nothing_certain_away_without_a_reason(
    cases: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    before, after = (assessed(zaak(case)) for case in cases)

    if before.smartengeld is not None and after.smartengeld is None:
        assert set(sleutels(*after.redenen)) - set(sleutels(*before.redenen))
    for was, now in zip(before.affectieschade.regels, after.affectieschade.regels, strict=True):
        if was.status is Status.VAST and (now.bedrag is None or now.bedrag < (was.bedrag or 0)):
            fresh = {*sleutels(*after.affectieschade.redenen), *sleutels(*now.redenen)}
            assert fresh - {*sleutels(*before.affectieschade.redenen), *sleutels(*was.redenen)}
    if before.classificatie.uitkomst is Procescode.LL is not after.classificatie.uitkomst:
        assert sleutels(*after.classificatie.redenen) != sleutels(*before.classificatie.redenen)


ENTITLEMENTS = (
    ("bgk", "totaal_tabel"),
    ("bgk", "affectieschade_bgk"),
    ("bgk", "medisch_adviseur"),
    ("bgk", "medische_informatie"),
    ("bgk", "nog_te_betalen"),
    ("affectieschade", "totaal"),
    ("overlijdensschade", "jaarschade"),
    ("overlijdensschade", "uitvaartkosten"),
    ("schadeposten", "totaal"),
)


@given(completed())
def test_another_fact_lowers_no_amount_without_saying_why(
    cases: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    before, after = (assessed(zaak(case)) for case in cases)

    for block, name in ENTITLEMENTS:
        was, now = (getattr(getattr(each, block), name, None) for each in (before, after))
        if was is not None and (now is None or now < was):
            assert told(after) != told(before), (block, name)
    was, now = before.uit_te_keren_schade, after.uit_te_keren_schade
    assert was is None or (now is not None and now >= was) or told(after) != told(before)


def told(found: Beoordeling) -> list[tuple[str, str]]:
    """Return every reason of the assessment, with what it says."""
    blocks = (found.classificatie, found.smartengeld, found.affectieschade, found.bgk)
    more = (found.overlijdensschade, found.schadeposten, *found.schadeposten.regels)
    reasons = (
        *found.redenen,
        *(why for block in (*blocks, *more) if block is not None for why in block.redenen),
        *(why for row in found.affectieschade.regels for why in row.redenen),
    )
    return [(why.sleutel, str(sorted(why.waarden.items()))) for why in reasons]


# --- cases worked out elsewhere ---


def dig(tree: Any, path: str) -> Any:
    for key in path.split("."):
        tree = tree[int(key)] if isinstance(tree, list) else (tree or {}).get(key)
    return tree


def expected(outcome: dict[str, Any], path: str) -> Any:
    if path == "smartengeld.banden.ids":
        return [band["id"] for band in outcome["smartengeld"]["banden"]]
    if path == "affectieschade.bedragen":
        return [row["bedrag"] for row in outcome["affectieschade"]["regels"]]
    return dig(outcome, path)


def shared_cases() -> list[Any]:
    if not SHARED.exists():
        return []
    cases: list[Any] = json.loads(SHARED.read_text(encoding="utf-8"))
    return cases


@pytest.mark.skipif(not SHARED.exists(), reason="needs the worked cases of ../shared")
@pytest.mark.parametrize("case", shared_cases(), ids=lambda case: case["id"])
def test_cases_worked_out_elsewhere(case: dict[str, Any]) -> None:
    outcome = json.loads(assessed(Feiten.model_validate(case["feiten"])).model_dump_json())

    for path, want in case["verwacht"].items():
        if path == "signalen.bevat":
            assert set(want) <= set(outcome["signalen"])
        else:
            assert expected(outcome, path) == want, path


@pytest.mark.parametrize(
    "facts",
    [
        {"gebeurtenis_datum": "0001-01-01"},
        {"gebeurtenis_datum": tussen("2020-01-01", "9999-12-31")},
        {"gebeurtenis_datum": "9999-12-31", "gegevens.gemeld_op": "9999-12-31"},
        {"geboortedatum_slachtoffer": "9999-12-31", "gebeurtenis_datum": "2026-01-01"},
        {"gebeurtenis_datum": "2026-01-01", "bekend_op": tussen(None, "0001-01-01")},
        {"letsel.herstel_maanden": 10**6},
        {"letsel.herstel_maanden": "1E-5000"},
        {"letsel.ao_dagen": 10**6},
        {"schade.excl_voertuig": "999999999999.99", "schade.posten.medisch": "999999999999.99"},
    ],
    ids=str,
)
def test_an_absurd_value_stops_nothing(facts: dict[str, Any]) -> None:
    found = beoordeeld({"oorzaak": "verkeer", "misdrijf": True}, facts)

    assert found.model_dump_json()
