from datetime import date
from decimal import Decimal

import pytest

from dialogs.understanding import understand

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3 dagen", "3"),
        ("0 dagen", "0"),
        ("niet", "0"),
        ("1 maand", "30.4"),
        ("1,5 maanden", "45.6"),
        ("anderhalve maand", "45.6"),
        ("drie en halve maand", "106.4"),
        ("6 wkn", "42"),
        ("6wk", "42"),
        ("5 dgn", "5"),
        ("half jaar", "182.5"),
        ("2 jr", "730"),
        ("1 jaar en 3 maanden", "456.2"),
        ("1 jaar, 1 maand en 21 dagen", "416.4"),
        ("1 week en 2 dagen", "9"),
        ("12 uur", "0.5"),
        ("ik was 3 weken thuis", "21"),
    ],
)
def test_a_duration_is_read_in_exact_days(text: str, days: str) -> None:
    reading = understand("duration", text, TODAY)

    assert (reading.status, reading.value, reading.ongoing) == ("ok", Decimal(days), False)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2 à 3 weken", "14", "21"),
        ("2-3 mnd", "60.8", "91.2"),
        ("tussen 2 en 3 weken", "14", "21"),
        ("een week of drie", "16.8", "25.2"),
        ("een dag of 10", "8", "12"),
        ("paar dagen", "2", "5"),
        ("ongeveer 10 dagen", "8", "12"),
        ("hooguit 2 weken", "0", "14"),
        ("meer dan 3 maanden", "91.2", None),
        ("van 3 mei tot 10 mei", "7", "8"),
        ("vijf zes weken", "35", "42"),
        ("een goeie week", "7", "8.4"),
        ("een dikke 2 weken", "14", "16.8"),
        ("tien daagjes", "8", "12"),
    ],
)
def test_a_rough_duration_is_a_range(text: str, low: str, high: str | None) -> None:
    reading = understand("duration", text, TODAY)

    assert reading.status == "approximate"
    assert reading.low == Decimal(low)
    assert reading.high == (None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("text", "so_far"),
    [
        ("nog steeds ziek", None),
        ("ben nog niet beter", None),
        ("loopt nog", None),
        ("tot nu toe nog", None),
        ("nog steeds, nu al 3 weken", "21"),
        ("al 3 weken", "21"),
        ("sinds 3 november 2026", "20"),
        ("sinds gisteren", "1"),
        ("sinds 3 weken", "21"),
        ("4 maanden tot nu toe", "121.6"),
        ("ben nog steeds ziek, al 4 weken", "28"),
    ],
)
def test_what_still_goes_on_is_said_with_the_days_so_far(text: str, so_far: str | None) -> None:
    reading = understand("duration", text, TODAY)

    assert reading.ongoing
    assert reading.value == (None if so_far is None else Decimal(so_far))


def test_since_a_month_goes_on_for_as_many_days_as_that_month_leaves_open() -> None:
    reading = understand("duration", "sinds mei", TODAY)

    assert (reading.ongoing, reading.low, reading.high) == (True, Decimal(176), Decimal(206))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("14", "verstaan.duration.unit"),
        ("tussen 10 en 20", "verstaan.duration.unit"),
        ("5 werkdagen", "verstaan.duration.workdays"),
        ("nog 2 weken", "verstaan.duration.still_to_come"),
        ("voor altijd", "verstaan.duration.permanent"),
        ("veel te lang", "verstaan.duration.not_understood"),
        ("weken", "verstaan.duration.not_understood"),
        ("halve dagen", "verstaan.duration.not_understood"),
        ("2 weken halve dagen", "verstaan.duration.not_understood"),
        ("min 3 dagen", "verstaan.duration.not_understood"),
        ("200 jaar", "verstaan.duration.not_understood"),
        ("3 keer een week", "verstaan.duration.not_understood"),
        ("sinds 2030", "verstaan.date.in_future"),
        ("sinds 31 februari", "verstaan.date.impossible"),
        ("sinds 3 mei tot 5 juni", "verstaan.duration.not_understood"),
        ("van 3 mei tot 3 mei", "verstaan.duration.not_understood"),
        ("3 m", "verstaan.duration.unit"),
        ("3 wegen", "verstaan.duration.not_understood"),
    ],
)
def test_a_doubtful_duration_is_asked_again(text: str, reason: str) -> None:
    reading = understand("duration", text, TODAY)

    assert (reading.status, reading.reason) == ("ask", reason)


def test_how_long_a_doctor_expects_is_read() -> None:
    told = understand("duration", "dokter zei 6 tot 8 weken", TODAY)

    assert (told.status, told.low, told.high) == ("approximate", Decimal(42), Decimal(56))
    assert understand("duration", "volgens de arts 3 maanden", TODAY).value == Decimal("91.2")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("een maand of zes", "4,5 maanden", "7,5 maanden"),
        ("9 uur ofzo", "7 uur", "11 uur"),
        ("een week of drie", "2 weken", "4 weken"),
        ("ongeveer een maand", "24 dagen", "37 dagen"),
        ("een paar dagen", "2 dagen", "5 dagen"),
        ("hooguit 2 weken", "", "2 weken"),
    ],
)
def test_a_range_is_read_back_in_words_that_people_use(text: str, low: str, high: str) -> None:
    params = understand("duration", text, TODAY).params

    assert (params["van"], params["tot"]) == (low, high)
