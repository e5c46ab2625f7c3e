"""`ontbreekt` names first the one answer that, whatever it is, leaves the least open."""

from itertools import combinations
from typing import Any

import pytest

from calc.licht_letsel import JaNee, Procescode, Toets
from tests.zaken import LICHT, beoordeeld

# Somebody who told costs: the smartengeld is still to be added.
TOLD = {**LICHT, "schade.smartengeld_inbegrepen": False}
# Answers on both sides of each limit.
ANSWERS: dict[str, tuple[Any, ...]] = {
    "oorzaak": ("verkeer", "dier", "medisch"),
    "letsel.herstel_maanden": ("1", "3", "5", "9"),
    "letsel.ao_dagen": (0, 20, 40),
    "schade.excl_voertuig": ("300.00", "1500.00", "6000.00"),
    "letsel.restloos": (True, False),
    "letsel.complicaties": (False, True),
}
UNKNOWN = [names for count in range(1, len(ANSWERS) + 1) for names in combinations(ANSWERS, count)]


def left_open(facts: dict[str, Any]) -> tuple[int, int]:
    """Return how much the process code still waits for, and how much the rest does."""
    found = beoordeeld(facts)
    code = found.classificatie
    waits = [criterium.uitkomst is Toets.ONBEKEND for criterium in code.criteria]
    waits.append("oorzaak" not in facts)
    rest = [code.richtlijn_licht_letsel is JaNee.ONBEKEND, found.smartengeld is None]
    return sum(waits) if code.uitkomst is Procescode.LL_VOORLOPIG else 0, sum(rest)


def at_worst(facts: dict[str, Any], path: str) -> tuple[int, int]:
    return max(left_open({**facts, path: answer}) for answer in ANSWERS[path])


@pytest.mark.parametrize("unknown", UNKNOWN, ids="+".join)
def test_the_first_narrows_the_outcome_most(unknown: tuple[str, ...]) -> None:
    facts = {path: value for path, value in TOLD.items() if path not in unknown}
    named = beoordeeld(facts).classificatie.ontbreekt

    assert set(named) == set(unknown)
    assert at_worst(facts, named[0]) == min(at_worst(facts, path) for path in named)
