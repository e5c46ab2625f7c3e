from datetime import date
from decimal import Decimal

import pytest

from dialogs.understanding import understand

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4", "4"),
        ("vier", "4"),
        ("0033", "33"),
        ("1.500", "1500"),
        ("12,5", "12.5"),
        ("10k", "10000"),
        ("tweeëndertig", "32"),
        ("drie en dertig", "33"),
        ("honderd tweeëntwintig", "122"),
        ("tweehonderdeenenzeventigduizend achthonderdvijftig", "271850"),
        ("twee en een half", "2.5"),
        ("tweeënhalf", "2.5"),
        ("drie en een kwart", "3.25"),
        ("een komma vijf", "1.5"),
        ("een half dozijn", "6"),
        ("3 keer", "3"),
        ("geen", "0"),
        ("geen een", "0"),
        ("eentje", "1"),
        ("met z'n drieën", "3"),
        ("twee dozijn", "24"),
        ("negentienzeventig", "1970"),
        ("drie komma vijf", "3.5"),
        ("2 van de 5", "0.4"),
    ],
)
def test_a_number_is_read_in_figures_and_in_words(text: str, value: str) -> None:
    reading = understand("number", text, TODAY)

    assert (reading.status, reading.value) == ("ok", Decimal(value))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("een stuk of 5", "4", "6"),
        ("een paar", "2", "4"),
        ("tien of twaalf", "10", "12"),
        ("ongeveer 20", "16", "24"),
    ],
)
def test_a_rough_number_is_a_range(text: str, low: str, high: str) -> None:
    reading = understand("number", text, TODAY)

    assert reading.status == "approximate"
    assert (reading.low, reading.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "text",
    [
        "heel vaak",
        "tien twee",
        "-3",
        "driehonderd en twee dozijn",
        "een miljard",
        "drie miljoen drie vijfde",
        "3 x 2",
        "1,250",
        "5 en 7",
    ],
)
def test_a_doubtful_number_is_asked_again(text: str) -> None:
    assert understand("number", text, TODAY).status == "ask"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("25%", "25"),
        ("33.5%", "33.5"),
        ("12,5 %", "12.5"),
        ("30 procent", "30"),
        ("100", "100"),
        ("kwart", "25"),
        ("driekwart", "75"),
        ("voor de helft", "50"),
        ("50/50", "50"),
        ("fifty fifty", "50"),
        ("helemaal", "100"),
        ("helemaal niet", "0"),
        ("1 op de 4", "25"),
        ("2/3", "66.67"),
        ("1/4", "25"),
        ("voor de volle 100%", "100"),
    ],
)
def test_a_share_is_read_as_a_percentage(text: str, value: str) -> None:
    reading = understand("percent", text, TODAY)

    assert (reading.status, reading.value) == ("ok", Decimal(value))


@pytest.mark.parametrize("text", ["150%", "-5%", "0,5", "80/20", "deels", "110 tot 120 procent"])
def test_a_doubtful_share_is_asked_again(text: str) -> None:
    assert understand("percent", text, TODAY).status == "ask"


def test_about_a_high_share_never_passes_a_hundred() -> None:
    reading = understand("percent", "ongeveer 95 procent", TODAY)

    assert (reading.value, reading.high) == (Decimal(95), Decimal(100))


@pytest.mark.parametrize("text", ["ze zeggen 20 procent", "volgens de verzekeraar 20%"])
def test_what_somebody_else_says_of_a_share_is_read(text: str) -> None:
    assert understand("percent", text, TODAY).value == 20
