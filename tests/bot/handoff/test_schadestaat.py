"""The damage as a table: it adds up, opens in Excel, and runs nothing there."""

import csv
import io
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.handoff import schadestaat as module
from bot.handoff.schadestaat import schadestaat
from bot.sentences.words import words
from calc.beoordeling import beoordeling
from calc.dated import parameters
from calc.feiten import Feiten
from tests.strategies import gevallen
from tests.zaken import VANDAAG, beoordeeld, tussen, zaak

TEXTS = words()
TOTAL = "Posten samen"
UNHURRIED = settings(deadline=None, max_examples=25)
RICH = {
    "rol": "slachtoffer",
    "oorzaak": "verkeer",
    "gebeurtenis_datum": "2019-06-01",
    "letsel.herstel_maanden": 3,
    "schade.excl_voertuig": "1234.50",
    "schade.posten.medisch": "210.45",
    "schade.posten.overig": "12.30",
    "schade.voertuig": "420.00",
    "aansprakelijkheid.eigen_schuld_pct": 25,
    "gegevens.kilometers": 100,
    "gegevens.hulp.weken": 4,
    "gegevens.hulp.personen": 2,
    "gegevens.hulp.kind_onder_5": False,
    "gegevens.hulp.zwaar": False,
}


def table(*facts: dict[str, Any]) -> list[dict[str, str]]:
    assessed = beoordeeld(*facts).model_dump(mode="json")
    written = schadestaat(assessed, TEXTS, zaak(*facts))
    return list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff")), delimiter=";"))


def row(rows: list[dict[str, str]], post: str) -> dict[str, str]:
    return next(row for row in rows if row["Schadepost"] == post)


def above_the_total(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    return rows[: [row["Schadepost"] for row in rows].index(TOTAL)]


def euro(cell: str) -> Decimal:
    return Decimal(cell.replace(",", ".") or "0")


def test_the_amounts_add_up_to_the_total() -> None:
    rows = table(RICH)
    amounts = [euro(row["Bedrag in euro"]) for row in above_the_total(rows)]

    assert len([amount for amount in amounts if amount]) == 3
    assert sum(amounts) == euro(row(rows, TOTAL)["Bedrag in euro"])


@UNHURRIED
@given(facts=gevallen())
def test_the_amounts_add_up_whatever_was_told(facts: Feiten) -> None:
    assessed = beoordeling(facts, VANDAAG, parameters()).model_dump(mode="json")
    text = schadestaat(assessed, TEXTS, facts).removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    total, parts = row(rows, TOTAL), above_the_total(rows)

    for end in ("Bedrag in euro", "Minstens", "Hoogstens"):
        if total[end]:
            assert euro(total[end]) == sum(
                euro(part[end] or part["Bedrag in euro"]) for part in parts
            )


def test_a_rough_amount_stands_between_its_ends() -> None:
    rows = table({**RICH, "schade.posten.medisch": tussen("200.00", "300.00")})
    rough, total = row(rows, "medische kosten"), row(rows, TOTAL)

    assert (rough["Bedrag in euro"], rough["Minstens"], rough["Hoogstens"]) == (
        "",
        "200,00",
        "300,00",
    )
    assert euro(total["Hoogstens"]) - euro(total["Minstens"]) == 100


def test_the_order_is_that_of_a_schadestaat() -> None:
    assert [row["Schadepost"] for row in above_the_total(table(RICH))] == [
        "medische kosten",
        "reiskosten",
        "huishoudelijke hulp",
        "overige schade",
    ]


def test_a_norm_is_named_with_its_source_and_its_year() -> None:
    help_at_home = row(table(RICH), "huishoudelijke hulp")

    assert "twee personen" in help_at_home["Norm"]
    assert help_at_home["Bron"].startswith("De Letselschade Richtlijn Huishoudelijke hulp")
    assert help_at_home["Norm geldt sinds"].isdigit()


def test_what_was_told_and_what_is_missing_can_be_told_apart() -> None:
    rows = table(RICH)

    assert row(rows, "medische kosten")["Status"] == "opgegeven door melder"
    assert row(rows, "reiskosten")["Status"] == "gegevens nodig"
    assert row(rows, "reiskosten")["Nog nodig"] == "reiskosten"
    assert "nog niet volledig" in row(rows, TOTAL)["Status"]


def test_what_is_no_part_of_the_sum_stands_below_it_and_says_so() -> None:
    rows = table(RICH)
    below = rows[len(above_the_total(rows)) + 1 :]

    assert [row["Bedrag in euro"] or row["Minstens"] for row in below] == [
        "1234,50",
        "420,00",
        "550,00",
        "925,88",
    ]
    assert all("telt niet mee" in row["Status"] for row in below)


def test_it_begins_as_excel_wants_it() -> None:
    assessed = beoordeeld({}).model_dump(mode="json")

    assert schadestaat(assessed, TEXTS).startswith("\ufeffSchadepost;Bedrag in euro;")


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t=", " =", "\r", "\n@"])
def test_no_cell_is_a_formula(begin: str) -> None:
    assert module._safe(f"{begin}HYPERLINK(1)").startswith("'")  # noqa: SLF001 - nothing typed gets in


def test_a_post_that_is_newer_than_the_texts_cannot_run_either() -> None:
    assessed = beoordeeld(RICH).model_dump(mode="json")
    assessed["schadeposten"]["regels"][0]["post"] = '=cmd|"/c calc"!A1'
    text = schadestaat(assessed, TEXTS)

    assert "'=cmd" in text
    assert ";=cmd" not in text
    assert "\n=cmd" not in text


@UNHURRIED
@given(text=st.text())
def test_a_cell_keeps_what_it_says(text: str) -> None:
    assert len(module._safe(text)) - len(text) in (0, 1)  # noqa: SLF001 - as above
