"""Facts: absent is unknown, a value may be a range, and what cannot be is refused by its path."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from calc.feiten import Feiten, Letsel
from tests.zaken import tussen, zaak

REFUSED: dict[str, tuple[str, Any]] = {
    "a negative amount": ("schade.excl_voertuig", "-1"),
    "a third of a cent": ("schade.excl_voertuig", "1.005"),
    "an endless amount": ("schade.excl_voertuig", "Infinity"),
    "an amount in words": ("schade.excl_voertuig", "veel"),
    "a switch for an amount": ("schade.excl_voertuig", True),
    "a share above all": ("aansprakelijkheid.eigen_schuld_pct", "100.01"),
    "half a day": ("letsel.ao_dagen", "1.5"),
    "a negative number of days": ("letsel.ao_dagen", -1),
    "a switch for days": ("letsel.ao_dagen", True),
    "a moment for a day": ("gebeurtenis_datum", "2026-01-01T00:00:00"),
    "a number for a day": ("gebeurtenis_datum", 20260101),
    "a moment in seconds for a day": ("gebeurtenis_datum", 1767225600),
    "another notation of a day": ("gebeurtenis_datum", "01-01-2026"),
    "a day that does not exist": ("gebeurtenis_datum", "2026-02-30"),
    "a word for a switch": ("letsel.restloos", "ja"),
    "a number for a switch": ("letsel.restloos", 1),
    "a relation nobody has": ("naasten", [{"relatie": "buurman"}]),
    "a range in reverse": ("letsel.ao_dagen", tussen(5, 3)),
    "a range with only a third end": ("letsel.ao_dagen", {"midden": None}),
    "a range with a third end": ("letsel.ao_dagen", {"van": 1, "tot": 2, "midden": 1}),
    "an unknown key": ("letsel.pijn", "veel"),
    "an unknown group": ("kosten", 5),
    "a value for a group": ("letsel", 5),
}


@pytest.mark.parametrize(("path", "value"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_is_refused_with_its_path(path: str, value: Any) -> None:
    with pytest.raises(ValidationError) as refused:
        zaak({path: value})

    where = ".".join(str(part) for part in refused.value.errors()[0]["loc"])
    assert where.startswith(path)
    assert "veel" not in str(refused.value), "what a person typed is not repeated"


@pytest.mark.parametrize(
    "value", [None, {}, {"van": None, "tot": None}, {"van": None}, {"tot": None}], ids=str
)
def test_nothing_is_unknown(value: Any) -> None:
    assert zaak({"letsel.ao_dagen": value}).letsel.ao_dagen is None


def test_a_group_of_which_nothing_is_known_is_an_empty_group() -> None:
    assert Feiten.model_validate({"letsel": None, "schade": {"posten": None}}) == Feiten()


def test_facts_are_also_built_from_groups_that_were_read_before() -> None:
    letsel = Letsel(restloos=True)

    assert Feiten(letsel=letsel).letsel == letsel


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("gebeurtenis_datum", "01-01-2026", "a day is written as YYYY-MM-DD"),
        ("gebeurtenis_datum", 20260101, "a day is written as YYYY-MM-DD"),
        ("schade.excl_voertuig", True, "a number is needed here"),
        ("letsel.ao_dagen", tussen(5, 3), "'van' may not be after 'tot'"),
    ],
)
def test_a_refusal_says_what_was_expected(path: str, value: Any, expected: str) -> None:
    with pytest.raises(ValidationError) as refused:
        zaak({path: value})

    assert [error["msg"] for error in refused.value.errors()] == [expected] * len(
        refused.value.errors()
    )


@pytest.mark.parametrize("value", ["1250.5", "1250.50", 1250.5, Decimal("1250.50")], ids=str)
def test_money_is_kept_to_the_cent(value: Any) -> None:
    kept = zaak({"schade.excl_voertuig": value}).model_dump(mode="json", exclude_none=True)

    assert kept["schade"]["excl_voertuig"] == "1250.50"


def test_a_range_is_kept_as_one_and_an_exact_value_as_itself() -> None:
    facts = zaak(
        {
            "letsel.ao_dagen": tussen(3, 3),
            "letsel.herstel_maanden": tussen("1.5", None),
            "gebeurtenis_datum": tussen("2026-01-01", "2026-01-31"),
        }
    )
    kept = facts.model_dump(mode="json", exclude_none=True)

    assert kept["letsel"]["ao_dagen"] == 3
    assert kept["letsel"]["herstel_maanden"] == {"van": "1.5", "tot": None}
    assert kept["gebeurtenis_datum"] == {"van": "2026-01-01", "tot": "2026-01-31"}
    assert Feiten.model_validate_json(facts.model_dump_json()) == facts
