"""Scores the readings on two lists of Dutch phrases: our own, and one kept beside the project."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dialogs.understanding import Reading, understand

OWN = Path(__file__).parent / "phrases.jsonl"
PHRASES = Path(__file__).parents[4] / "shared" / "dutch_phrases.json"
KINDS = ("date", "money", "duration", "number", "percent", "yesno")
DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": 30.4, "year": 365}
Expected = dict[str, Any]


def phrases() -> list[dict[str, Any]]:
    if not PHRASES.exists():
        pytest.skip(f"the list of phrases is not here: {PHRASES.name}")
    return [row for row in json.loads(PHRASES.read_text("utf-8")) if row["kind"] in KINDS]


def verdict(kind: str, expected: Expected, reading: Reading) -> str:
    """Return right, asked or wrong."""
    if "any_of" in expected:
        found = {verdict(kind, one, reading) for one in expected["any_of"]}
        return next(one for one in ("right", "asked", "wrong") if one in found)
    asked = reading.status in ("ask", "unknown")
    for key, status in (("refuse", "ask"), ("unknown", "unknown")):
        if expected.get(key):
            return "right" if reading.status == status else "asked" if asked else "wrong"
    if asked:
        return "asked"
    judges = {"date": same_days, "yesno": same_answer}
    judge = judges.get(kind, same_quantity)
    return "right" if judge(expected, reading) else "wrong"


def same_days(expected: Expected, reading: Reading) -> bool:
    first, last = (date.fromisoformat(expected[end]) for end in ("from", "to"))
    low, high = (
        date.fromisoformat(str(end or reading.value)) for end in (reading.low, reading.high)
    )
    shared = (min(high, last) - max(low, first)).days + 1
    together = (max(high, last) - min(low, first)).days + 1
    if first == last and not expected.get("approx"):
        return low == high == first or str(reading.value) == expected["from"]
    if reading.status == "ok" and first != last:
        return False
    return shared > 0 and (shared / together >= 0.3 or first == last)


def same_answer(expected: Expected, reading: Reading) -> bool:
    return reading.value == ("ja" if expected["value"] else "nee")


def same_quantity(expected: Expected, reading: Reading) -> bool:
    if expected.get("ongoing"):
        return reading.ongoing
    size = DAYS.get(expected.get("unit", ""), 1)
    value, low, high = (
        None if end is None else float(end) for end in (reading.value, reading.low, reading.high)
    )
    if "min" in expected or "max" in expected:
        return all(
            near(found, expected[end] * size, 0.1)
            for end, found in (("min", low), ("max", high))
            if end in expected
        )
    wanted = float(expected["amount"] if "amount" in expected else expected["value"]) * size
    if expected.get("approx") and low is not None and high is not None and low <= wanted <= high:
        return True
    return near(value, wanted, 0.1 if expected.get("approx") else 0.04)


def near(found: float | None, wanted: float, share: float) -> bool:
    return found is not None and abs(found - wanted) <= max(share * abs(wanted), 0.005)


def test_what_people_type_on_a_phone_is_read_right_and_never_wrong() -> None:
    rows = [json.loads(line) for line in OWN.read_text("utf-8").splitlines()]
    results = {
        (row["kind"], row["text"]): verdict(
            row["kind"],
            row["expect"],
            understand(row["kind"], row["text"], date.fromisoformat(row["today"])),
        )
        for row in rows
    }

    assert len(rows) > 1000
    assert [said for said, result in results.items() if result == "wrong"] == []
    assert Counter(results.values())["right"] >= 0.98 * len(results)


def test_typed_answers_are_read_right_or_asked_again() -> None:
    own, others, wrong = Counter[str](), Counter[str](), Counter[str]()
    dates = 0
    for row in phrases():
        today = date.fromisoformat(row.get("reference_date") or "2026-11-23")
        result = verdict(row["kind"], row["expect"], understand(row["kind"], row["text"], today))
        (own if row["origin"] == "own" else others)[result] += 1
        wrong[row["kind"]] += result == "wrong"
        dates += row["kind"] == "date"

    assert own["right"] >= 0.95 * own.total()
    assert others["right"] >= 0.85 * others.total()
    assert wrong["money"] == 0
    assert wrong["date"] <= dates / 200
