"""Every reason that calc can give has a sentence, and stands beside what it is the reason of."""

import ast
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from bot.sentences.uitleg import met_uitleg
from bot.sentences.words import words
from calc.beoordeling import beoordeling
from calc.dated import parameters
from calc.feiten import Feiten

ROOT = Path(__file__).parents[3]
TEXTS = words()
TODAY = date(2026, 11, 23)


# --- every key in the source ---------------------------------------------------------------------


def reasons_in(page: Path) -> Iterator[str]:
    """Yield the key of every `reden(...)`; `*` stands for what an f-string fills in."""
    tree = ast.parse(page.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield from keys_of(node.args[0], tree) if node.func.id == "reden" else ()


def keys_of(key: ast.expr, tree: ast.Module) -> Iterator[str]:
    if isinstance(key, ast.Constant):
        yield str(key.value)
    elif isinstance(key, ast.JoinedStr):
        pieces = (part.value if isinstance(part, ast.Constant) else "*" for part in key.values)
        yield "".join(map(str, pieces))
    elif isinstance(key, ast.IfExp):
        yield from keys_of(key.body, tree)
        yield from keys_of(key.orelse, tree)
    else:
        yield from constants_behind(key, tree)


def constants_behind(key: ast.expr, tree: ast.Module) -> Iterator[str]:
    """Yield the texts from which a name or a call takes its key."""
    names = {node.id for node in ast.walk(key) if isinstance(node, ast.Name)}
    for node in ast.walk(tree):
        assigned = isinstance(node, ast.Assign) and names & {
            target.id for target in node.targets if isinstance(target, ast.Name)
        }
        if assigned or (isinstance(node, ast.FunctionDef) and node.name in names):
            yield from (
                inner.value
                for inner in ast.walk(node)
                if isinstance(inner, ast.Constant)
                and isinstance(inner.value, str)
                and inner.value.isidentifier()
                and "_" in inner.value
            )


REASONS = sorted({key for page in (ROOT / "calc").rglob("*.py") for key in reasons_in(page)})


def test_every_reason_in_the_source_has_a_text() -> None:
    told = {key.removeprefix("reden.") for key in TEXTS if key.startswith("reden.")}

    assert len(REASONS) > 100
    assert [key for key in REASONS if "*" not in key and key not in told] == []
    assert [
        key for key in REASONS if "*" in key and not any(Path(name).match(key) for name in told)
    ] == []


def test_every_text_is_of_a_reason_that_calc_can_give() -> None:
    told = {key.removeprefix("reden.") for key in TEXTS if key.startswith("reden.")}
    left = {name for name in told if not any(Path(name).match(key) for key in REASONS)}

    assert left == {"feiten"}


# --- every reason that comes up ------------------------------------------------------------------


def cases() -> Iterator[dict[str, Any]]:
    """Yield facts of many sorts: not all there are, but each rule in more than one way."""
    yield from EXTRA
    for rol, oorzaak in product(
        ("slachtoffer", "naaste", "nabestaande"),
        ("verkeer", "werk", "medisch", "product", "misdrijf", "beroepsziekte", "dier"),
    ):
        for number, (letsel, schade) in enumerate(zip(INJURIES, DAMAGES, strict=True)):
            yield {
                "rol": rol,
                "oorzaak": oorzaak,
                "letsel": letsel,
                "schade": schade,
                **OTHERS[number % len(OTHERS)],
            }


HURT = {"herstel_maanden": 3, "restloos": True, "complicaties": False, "ao_dagen": 5}
RELATIVES = [
    {"naam": "A", "relatie": "echtgenoot_of_geregistreerd_partner"},
    {"naam": "B", "relatie": "zorg_in_gezinsverband", "ook_broer_of_zus": False},
    {"naam": "C", "relatie": "minderjarig_kind", "discussie": True},
]
INSURED = {"heeft": True, "soort": "rechtsbijstandverzekeraar"}
EXTRA: tuple[dict[str, Any], ...] = (
    {},
    {
        "gebeurtenis_datum": "2020-01-01",
        "letsel": {"blijvende_invaliditeit_pct": 80},
        "schade": {"excl_voertuig": "300000.00"},
        "naasten": RELATIVES,
        "regeling_datum": "2021-01-01",
    },
    {
        "gebeurtenis_datum": "2020-01-01",
        "letsel": {"ernstig_en_blijvend": True},
        "schade": {"excl_voertuig": {"van": "200000.00", "tot": "300000.00"}},
        "naasten": RELATIVES[:1],
    },
    {
        "gebeurtenis_datum": "2017-01-01",
        "oorzaak": "verkeer",
        "letsel": HURT,
        "schade": {"excl_voertuig": "6000.00"},
        "aansprakelijkheid": {
            "eigen_schuld_pct": 40,
            "akkoord_na_maanden": 4,
            "eerste_bod_pct": 50,
            "overeengekomen_pct": 60,
        },
        "belangenbehartiging": INSURED,
        "regeling_datum": "2021-01-01",
        "eerdere_regeling": {"met_voorbehoud": True},
    },
    {
        "oorzaak": "verkeer",
        "letsel": HURT,
        "schade": {"excl_voertuig": "1850.00"},
        "aansprakelijkheid": {
            "akkoord_na_maanden": 4,
            "eerste_bod_pct": 50,
            "overeengekomen_pct": 75,
        },
        "belangenbehartiging": INSURED,
    },
    {"schade": {"excl_voertuig": "0.00"}, "gegevens": {"kilometers": 10}},
    {"schade": {"excl_voertuig": "20000.00"}, "letsel": {"herstel_maanden": 9}},
    {
        "letsel": {**HURT, "herstel_maanden": {"van": 1, "tot": 5}},
        "schade": {"excl_voertuig": "4200.00", "smartengeld_inbegrepen": False},
    },
    {
        "letsel": HURT,
        "schade": {"excl_voertuig": "4900.00", "smartengeld_inbegrepen": False},
    },
    {
        "rol": "nabestaande",
        "gebeurtenis_datum": "2020-01-01",
        "overlijdensdatum": "2020-01-02",
        "gezin": {
            "netto_inkomen_zonder_overlijden": {"van": "50000.00", "tot": "52000.00"},
            "netto_inkomen_na_overlijden": "30000.00",
            "wu": "0.00",
            "bu": "0.00",
            "wnu_pct": 22,
            "adequaat_onderzoek": True,
        },
        "naasten": RELATIVES,
    },
    {
        "rol": "nabestaande",
        "gebeurtenis_datum": "2015-02-01",
        "overlijdensdatum": "2015-03-01",
        "gezin": {
            "netto_inkomen_zonder_overlijden": "50000.00",
            "netto_inkomen_na_overlijden": "30000.00",
            "wu": "0.00",
            "bu": "0.00",
        },
    },
    {"rol": "nabestaande", "gebeurtenis_datum": "2010-01-01", "overlijdensdatum": "2010-01-02"},
    {
        "gebeurtenis_datum": "2019-06-01",
        "oorzaak": "verkeer",
        "verkeer": {"tegenpartij": "motorvoertuig"},
        "letsel": {**HURT, "restloos": False},
        "gestuit_op": {"van": "2022-01-01", "tot": "2023-01-01"},
        "gegevens": {
            "kilometers": 3000,
            "ziekenhuis_dagen": 3,
            "revalidatie_dagen": 2,
            "hulp": {"weken": 20, "personen": 2, "kind_onder_5": False, "zwaar": False},
            "woning": {"soort": "rijtjeshuis", "tuin": True, "eigendom": True},
        },
    },
    {"gebeurtenis_datum": {"van": None, "tot": "2015-01-01"}, "oorzaak": "verkeer"},
    {"gebeurtenis_datum": "1999-01-01", "oorzaak": "werk"},
)
INJURIES: tuple[dict[str, Any], ...] = (
    {"herstel_maanden": 2, "restloos": True, "complicaties": False, "ao_dagen": 5},
    {"herstel_maanden": {"van": 1, "tot": 5}, "ao_dagen": 27, "ao_loopt_nog": True},
    {"herstel_maanden": 6, "ao_dagen": 28, "restloos": True, "complicaties": False},
    {"herstel_maanden": 8, "restloos": False, "littekens": "ontsierend", "ao_dagen": 90},
    {"herstel_maanden": {"van": 5, "tot": 9}, "ao_dagen": {"van": 20, "tot": 40}},
    {"ernstig_en_blijvend": True, "blijvende_invaliditeit_pct": 80},
    {"blijvende_invaliditeit_pct": {"van": 0, "tot": 40}, "karakterverandering": True},
    {"complicaties": True, "herstel_maanden": 3},
)
DAMAGES: tuple[dict[str, Any], ...] = (
    {"excl_voertuig": "1200.00", "smartengeld_inbegrepen": False},
    {"excl_voertuig": "4980.00"},
    {"excl_voertuig": {"van": "4000.00", "tot": "6000.00"}},
    {"excl_voertuig": "260000.00", "posten": {"medisch": "270000.00"}},
    {"posten": {"medisch": "3000.00", "inkomen": "3000.00"}},
    {"excl_voertuig": "4500.00", "smartengeld_inbegrepen": False},
    {},
    {"excl_voertuig": "6000.00", "posten": {"uitvaart": "4000.00"}},
)
OTHERS: tuple[dict[str, Any], ...] = (
    {
        "gebeurtenis_datum": "2026-06-15",
        "verkeer": {"slachtoffer_als": "fietser", "tegenpartij": "motorvoertuig"},
        "aansprakelijkheid": {"eigen_schuld_pct": 25, "eigen_schuld_reden": "gordel"},
        "belangenbehartiging": {"heeft": True, "soort": "rechtsbijstandverzekeraar"},
        "naasten": [
            {"naam": "A", "relatie": "levensgezel", "adres": "een"},
            {"naam": "B", "relatie": "broer_of_zus", "discussie": True},
            {"naam": "C", "relatie": "zorg_in_gezinsverband", "ook_broer_of_zus": True},
            {"naam": "D", "relatie": "overige_nauwe_persoonlijke_relatie"},
            {"naam": "E"},
        ],
        "gegevens": {
            "kilometers": 3000,
            "ziekenhuis_dagen": 3,
            "hulp": {"weken": 20, "personen": 2},
            "woning": {"soort": "rijtjeshuis", "tuin": True, "eigendom": True},
            "studie": {"soort": "hbo_wo", "maanden": 6},
        },
        "verzekeraar_vraagt_finale_kwijting": True,
    },
    {
        "gebeurtenis_datum": "2018-05-01",
        "overlijdensdatum": "2018-05-02",
        "geboortedatum_slachtoffer": "2005-05-01",
        "regeling_datum": "2018-12-01",
        "naasten": [{"naam": None, "relatie": "levensgezel", "discussie": True}],
        "gezin": {
            "netto_inkomen_zonder_overlijden": "52000.00",
            "netto_inkomen_na_overlijden": "60000.00",
            "wu": "1800.00",
            "bu": "0.00",
            "wnu_pct": 22,
            "adequaat_onderzoek": True,
        },
        "gestuit_op": "2022-01-01",
        "misdrijf": True,
    },
    {
        "gebeurtenis_datum": {"van": "2018-12-01", "tot": "2019-02-01"},
        "geboortedatum_slachtoffer": "2010-01-01",
        "aansprakelijkheid": {"stand": "afgewezen", "gesteld_op": "2019-05-01"},
        "eerdere_regeling": {"datum": "2019-06-01", "schade": "4000.00", "met_voorbehoud": False},
        "gegevens": {"in_nederland": False, "gemeld_op": "2019-03-01", "werk": "pensioen"},
        "gezin": {"netto_inkomen_zonder_overlijden": "52000.00"},
        "naasten": [],
    },
    {
        "gebeurtenis_datum": "2021-02-28",
        "bekend_op": "2022-02-28",
        "gestuit_op": "2025-01-01",
        "verkeer": {"tegenpartij": "onbekend", "doorgereden": True},
        "aansprakelijkheid": {"akkoord_na_maanden": 4, "eerste_bod_pct": 50},
        "belangenbehartiging": {
            "heeft": True,
            "soort": "rechtsbijstandverzekeraar",
            "tweede": True,
            "medisch_adviseur_minuten": 25,
            "medische_info_door_belangenbehartiger": True,
        },
        "gegevens": {"product_in_verkeer_op": "2015-01-01", "kilometers": 100},
    },
)


@cache
def assessments() -> tuple[dict[str, Any], ...]:
    return tuple(
        beoordeling(Feiten.model_validate(case), TODAY, parameters()).model_dump(mode="json")
        for case in cases()
    )


def blocks(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "redenen" in value:
            yield value
        for member in value.values():
            yield from blocks(member)
    elif isinstance(value, list):
        for member in value:
            yield from blocks(member)


def test_every_reason_that_comes_up_becomes_a_sentence() -> None:
    given = {
        repr((reason["sleutel"], reason["waarden"])): reason
        for assessment in assessments()
        for block in blocks(assessment)
        for reason in block["redenen"]
    }

    assert len({reason["sleutel"] for reason in given.values()}) > 125
    for reason in given.values():
        told = TEXTS(f"reden.{reason['sleutel']}", **reason["waarden"])
        assert told.endswith("."), told
        assert "None" not in told, told
        assert not any(mark in told for mark in "{}[]"), told


def test_what_is_told_stands_beside_each_reason_and_changes_nothing_else() -> None:
    for assessment in assessments()[:20]:
        told = met_uitleg(assessment, TEXTS)

        assert all(
            bool(block["uitleg"]) == bool(block["redenen"])
            for block in blocks({"redenen": [], "uitleg": "", **told})
        )
        for block in blocks(told):
            block.pop("uitleg")
        assert told == assessment


def test_the_explanation_of_a_block_reads_as_one_text() -> None:
    case = Feiten.model_validate(
        {
            "oorzaak": "verkeer",
            "letsel": {"herstel_maanden": 3, "ao_dagen": 5, "restloos": True},
            "schade": {"excl_voertuig": "1850.00"},
        }
    )
    told = met_uitleg(beoordeling(case, TODAY, parameters()).model_dump(mode="json"), TEXTS)

    assert told["classificatie"]["uitleg"].startswith("Het is licht letsel (LL): ")
    assert told["classificatie"]["criteria"][0]["uitleg"] == (
        "De schade (€ 1.850) is lager dan de grens van € 5.000."
    )


@pytest.mark.parametrize(
    "reason",
    [
        {"sleutel": "van_een_oude_versie", "waarden": {}},
        {"sleutel": "schade_onder_grens", "waarden": {"bedrag": "1.00"}},
    ],
)
def test_a_reason_of_an_older_version_is_left_out(reason: dict[str, Any]) -> None:
    kept: dict[str, Any] = {"sleutel": "schade_onbekend", "waarden": {}}

    told = met_uitleg({"schade": {"redenen": [reason, kept]}}, TEXTS)

    assert told["schade"]["uitleg"] == "De hoogte van de schade is nog niet bekend."
