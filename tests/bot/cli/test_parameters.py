import json
from collections.abc import Callable
from typing import Any

from calc.dated import parameters

Typed = Callable[..., Any]


def told(typed: Typed, *words: str) -> dict[str, Any]:
    ran = typed("parameters", "--format", "json", *words)
    assert (ran.code, ran.err) == (0, "")
    found: dict[str, Any] = json.loads(ran.out)
    return found


def test_everything_in_force_is_listed_with_a_source_that_is_named(typed: Typed) -> None:
    found = told(typed, "--on", "2026-11-23")

    assert {row["bron"] for row in found["parameters"]} <= found["bronnen"].keys()
    assert len(found["parameters"]) > 50
    assert all(row["gecontroleerd_op"] for row in found["parameters"])


def test_what_was_not_in_force_yet_is_not_listed(typed: Typed) -> None:
    before = {row["parameter"] for row in told(typed, "--on", "2018-12-31")["parameters"]}
    after = {row["parameter"] for row in told(typed, "--on", "2019-01-01")["parameters"]}

    partner = "affectieschade.echtgenoten_en_geregistreerde_partners.letsel"
    assert partner not in before
    assert partner in after


def test_a_reader_gets_every_parameter_and_every_source(typed: Typed) -> None:
    ran = typed("parameters", "--on", "2026-11-23")

    rows = told(typed, "--on", "2026-11-23")["parameters"]
    assert all(f"{row['parameter']}: " in ran.out for row in rows)
    assert all(f"\n{source}: " in ran.out for source in parameters().bronnen)


def test_a_day_that_is_no_day_is_wrong_usage(typed: Typed) -> None:
    assert typed("parameters", "--on", "gisteren").code == 2
