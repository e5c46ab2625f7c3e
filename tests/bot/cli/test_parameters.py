import json
from collections.abc import Callable
from datetime import date
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


def test_the_day_checked_is_told_and_what_nobody_checked_is_marked(typed: Typed) -> None:
    out = typed("parameters", "--on", "2026-11-23").out
    unchecked = set()

    for row in told(typed, "--on", "2026-11-23")["parameters"]:
        line, day = after(row["parameter"], out), row["gecontroleerd_op"]
        if day is None:
            unchecked.add((row["bron"] == "eigen_afspraak", "NOT CHECKED" in line))
        else:
            assert f"; checked {day}" in line
    # Our own conventions have no source; the rest was not seen in it.
    assert unchecked == {(True, False), (False, True)}


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


def test_every_row_of_a_table_can_be_read(typed: Typed) -> None:
    out = typed("parameters", "--on", "2026-11-23").out
    staffel = next(
        row
        for row in told(typed, "--on", "2026-11-23")["parameters"]
        if row["parameter"] == "bgk.staffel"
    )

    assert len(staffel["waarde"]) > 10
    for cells in staffel["waarde"]:
        assert "\n    " + "  ".join(map(str, cells)) + "\n" in out


def test_what_nobody_checked_for_that_day_is_marked(typed: Typed) -> None:
    partner = "affectieschade.echtgenoten_en_geregistreerde_partners.letsel"
    until = parameters().reeksen[partner][-1].gecontroleerd_tot
    assert until is not None

    sure = after(partner, typed("parameters", "--on", str(until)).out)
    doubtful = after(partner, typed("parameters", "--on", "2027-01-01").out)

    assert "PAST" not in sure
    assert f"PAST verified_until {until}" in doubtful


def test_weaker_finds_are_never_listed(typed: Typed) -> None:
    for day in ("2015-06-01", "2019-06-01", "2024-06-01", "2026-11-23"):
        listed = {row["parameter"]: row for row in told(typed, "--on", day)["parameters"]}

        for name, row in listed.items():
            norm = parameters().op(name, date.fromisoformat(day))
            assert norm is not None
            assert row["waarde"] == norm.waarde_als_json()
    # Candidates that differ from what is used: the bands of 2023 and the days of 2024.
    assert listed["smartengeld.B1.tot"]["waarde"] == "825.00"
    assert not [name for name in listed if "studievertraging" in name]


def after(parameter: str, out: str) -> str:
    """Return the line with the days and the source of a parameter, past the rows of a table."""
    lines = out.partition(f"{parameter}: ")[2].splitlines()
    return next(line for line in lines if "; source " in line)
