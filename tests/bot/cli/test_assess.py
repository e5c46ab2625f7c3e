import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

Typed = Callable[..., Any]
TODAY = ("--today", "2026-11-23")


def assessed(typed: Typed, **feiten: Any) -> dict[str, Any]:
    ran = typed("assess", "-", *TODAY, stdin=json.dumps(feiten))
    assert (ran.code, ran.err) == (0, "")
    told: dict[str, Any] = json.loads(ran.out)
    return told


def test_facts_in_assessment_out(typed: Typed) -> None:
    told = assessed(
        typed,
        oorzaak="verkeer",
        gebeurtenis_datum="2026-06-15",
        letsel={"herstel_maanden": 1, "ao_dagen": 3, "restloos": True},
        schade={"excl_voertuig": "1200.00"},
    )

    assert told["classificatie"]["uitkomst"] == "LL"
    assert told["herkomst"]["berekend_op"] == "2026-11-23"
    assert isinstance(told["classificatie"]["uitleg"], str)


def test_nothing_known_is_assessed_too(typed: Typed) -> None:
    assert assessed(typed)["classificatie"]["uitkomst"] == "LL_VOORLOPIG"


def test_without_a_file_standard_input_is_read(typed: Typed) -> None:
    assert typed("assess", *TODAY, stdin="{}").code == 0


def test_facts_can_stand_in_a_file(typed: Typed, tmp_path: Path) -> None:
    file = tmp_path / "zaak.json"
    file.write_text('{"oorzaak": "dier"}', "utf-8")

    assert typed("assess", str(file), *TODAY).code == 0


def test_the_assessment_can_be_read_as_text(typed: Typed) -> None:
    ran = typed("assess", "-", "--format", "text", *TODAY, stdin='{"oorzaak": "dier"}')

    assert ran.code == 0
    assert ran.out.startswith("Licht letsel of niet\n")


def test_the_text_says_why_an_amount_is_missing_and_who_must_look(typed: Typed) -> None:
    ran = typed("assess", "-", "--format", "text", *TODAY, stdin='{"misdrijf": true}')

    assert "Een mens moet kijken: het gaat om een misdrijf." in ran.out
    assert "De duur van het herstel is niet bekend." in ran.out


@pytest.mark.parametrize(
    ("feiten", "path"),
    [
        ({"onbekend": 1}, "onbekend"),
        ({"letsel": {"ao_dagen": -1}}, "letsel.ao_dagen"),
        ({"letsel": {"ao_dagen": {"van": 1, "tot": -1}}}, "letsel.ao_dagen.tot"),
        ({"letsel": {"ao_dagen": {"van": 9, "tot": 1}}}, "letsel.ao_dagen"),
        ({"letsel": {"nieuw": True}}, "letsel.nieuw"),
        ({"schade": {"posten": {"medisch": "10.001"}}}, "schade.posten.medisch"),
        ({"aansprakelijkheid": {"eigen_schuld_pct": 101}}, "aansprakelijkheid.eigen_schuld_pct"),
        ({"naasten": [{}, {"relatie": "buurman"}]}, "naasten[1].relatie"),
        ({"misdrijf": "ja"}, "misdrijf"),
        ({"gezin": {"jaren": [{"wu": "1"}]}}, "gezin.jaren[0].jaar"),
        ({"gebeurtenis_datum": "2026-11-24"}, "gebeurtenis_datum"),
        ({"gebeurtenis_datum": "23-11-2026"}, "gebeurtenis_datum"),
        (
            {"gebeurtenis_datum": "2026-01-02", "overlijdensdatum": "2026-01-01"},
            "overlijdensdatum",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_the_path_of_the_key(
    feiten: dict[str, Any], path: str, typed: Typed
) -> None:
    ran = typed("assess", "-", *TODAY, stdin=json.dumps(feiten))

    assert ran.code == 1
    assert ran.out == ""
    assert ran.err.startswith(f"letselwijzer: {path}: ")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    "text",
    ["", "geen json", "[]", "null", '{"a": NaN}', "[" * 100_000, "9" * 10_000, b"\xff\xfe"],
    ids=["empty", "words", "list", "null", "nan", "deep", "long", "bytes"],
)
def test_what_is_no_json_of_facts_is_refused_in_one_line(text: str | bytes, typed: Typed) -> None:
    ran = typed("assess", "-", stdin=text)

    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "something went wrong" not in ran.err


def test_a_file_that_is_not_there_is_refused_in_one_line(typed: Typed) -> None:
    ran = typed("assess", "nergens.json")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "letselwijzer: nergens.json: cannot be read (No such file or directory)\n"


@pytest.mark.parametrize(
    "words", [("--today", "morgen"), ("--today", "2026-02-31"), ("--format", "pdf"), ("a", "b")]
)
def test_wrong_usage_ends_with_two(words: tuple[str, ...], typed: Typed) -> None:
    ran = typed("assess", *words)

    assert ran.code == 2
    assert "Traceback" not in ran.err


def test_numbers_are_taken_as_they_are_typed(typed: Typed) -> None:
    ran = typed("assess", "-", *TODAY, stdin='{"schade": {"excl_voertuig": 4999.99}}')

    told = json.loads(ran.out, parse_float=Decimal)
    criteria = {row["id"]: row["uitkomst"] for row in told["classificatie"]["criteria"]}
    assert criteria["schade"] == "gehaald"
