from datetime import date

import pytest

from dialogs.understanding import understand

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("€ 1.200,00", "1200.00"),
        ("1.200,00 euro", "1200.00"),
        ("1.200", "1200.00"),
        ("1.250,50", "1250.50"),
        ("1250,50", "1250.50"),
        ("1250.50", "1250.50"),
        ("45.95", "45.95"),
        ("12,5", "12.50"),
        ("1,250.50", "1250.50"),
        ("€ 1.250,-", "1250.00"),
        ("350,--", "350.00"),
        ("EUR 20", "20.00"),
        ("1 250 euro", "1250.00"),
        ("2.5k", "2500.00"),
        ("2,5 duizend", "2500.00"),
        ("anderhalf duizend euro", "1500.00"),
        (".50", "0.50"),
        ("tweeduizend drie honderd euro", "2300.00"),
        ("een miljoen tweehonderd duizend", "1200000.00"),
        ("vijfhonderd", "500.00"),
        ("twaalfhonderd euro", "1200.00"),
        ("2 ton", "200000.00"),
        ("50 cent", "0.50"),
        ("2 euro 50", "2.50"),
        ("een tientje", "10.00"),
        ("niks", "0.00"),
        ("0", "0.00"),
        ("ik heb 300 euro betaald", "300.00"),
        ("De bril kostte € 289,95 bij de opticien", "289.95"),
    ],
)
def test_an_amount_is_read_to_the_cent(text: str, amount: str) -> None:
    reading = understand("money", text, TODAY)

    assert (reading.status, reading.value, reading.low) == ("ok", amount, None)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("tussen 1200.00 en 1800.00", "1200.00", "1800.00"),
        ("500 a 600 euro", "500.00", "600.00"),
        ("500-600", "500.00", "600.00"),
        ("1 à 2 duizend", "1000.00", "2000.00"),
        ("rond de 1200 euro", "1080.00", "1320.00"),
        ("een euro of 300", "270.00", "330.00"),
        ("ruim 1000", "1000.00", "1200.00"),
        ("bijna 1000", "800.00", "1000.00"),
        ("een paar honderd", "200.00", "500.00"),
        ("max 300", "0.00", "300.00"),
        ("minstens 1000 euro", "1000.00", None),
        ("meer dan 500", "500.00", None),
        ("geen idee, paar honderd", "200.00", "500.00"),
        ("honderden euro's", "200.00", "900.00"),
        ("een paar honderden euro", "200.00", "500.00"),
        ("een paar duizendjes", "2000.00", "5000.00"),
        ("paar euro", "2.00", "5.00"),
        ("een tientje of 3", "27.00", "33.00"),
        ("een dikke 1000 euro", "1000.00", "1200.00"),
        ("tegen de 1000 aan", "800.00", "1000.00"),
        ("een tot tweeduizend", "1000.00", "2000.00"),
        ("drie of vierhonderd euro", "300.00", "400.00"),
    ],
)
def test_a_rough_amount_is_a_range(text: str, low: str, high: str | None) -> None:
    reading = understand("money", text, TODAY)

    assert (reading.status, reading.low, reading.high) == ("approximate", low, high)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("-200", "verstaan.money.negative"),
        ("€ -15,50", "verstaan.money.negative"),
        ("min 50 euro", "verstaan.money.min_unclear"),
        ("$ 500", "verstaan.money.currency"),
        ("500 pond", "verstaan.money.currency"),
        ("100 per maand", "verstaan.money.per_period"),
        ("3 x 50 euro", "verstaan.money.several"),
        ("200 voor de jas en 50 voor de broek", "verstaan.money.several"),
        ("1000 excl btw", "verstaan.money.several"),
        ("1,250", "verstaan.money.did_you_mean"),
        ("5 a 600 euro", "verstaan.number.range_unclear"),
        ("600 tot 500", "verstaan.number.range_turned"),
        ("1.25.50", "verstaan.number.unclear"),
        ("999999999999", "verstaan.money.too_much"),
        ("veel", "verstaan.money.not_understood"),
        ("iphone 13 800 euro", "verstaan.money.several"),
        ("1000,000", "verstaan.number.unclear"),
        ("5 behandelingen a 35 euro", "verstaan.money.several"),
        ("paar fietsen", "verstaan.money.not_understood"),
        ("fiets van 1,250 en 30 euro erbij", "verstaan.money.did_you_mean"),
        ("betaald 1.234,567 euro", "verstaan.number.unclear"),
        ("3 miljoen en een half", "verstaan.money.several"),
        ("20 euro terug", "verstaan.money.did_you_mean"),
        ("anderhalf", "verstaan.money.not_understood"),
        ("1/2", "verstaan.number.range_unclear"),
        ("9" * 40, "verstaan.number.unclear"),
        ("12 50", "verstaan.money.several"),
    ],
)
def test_an_odd_amount_is_never_guessed(text: str, reason: str) -> None:
    reading = understand("money", text, TODAY)

    assert (reading.status, reading.reason) == ("ask", reason)


def test_a_comma_before_three_figures_is_proposed_as_thousands() -> None:
    reading = understand("money", "1,250", TODAY)

    assert (reading.value, reading.params["waarde"]) == ("1250.00", "€ 1.250,00")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("alleen mijn eigen risico 385", "385.00"),
        ("fiets total los, ong 700", "700.00"),
        ("jas en helm 180", "180.00"),
    ],
)
def test_the_one_number_in_a_sentence_is_proposed(text: str, amount: str) -> None:
    reading = understand("money", text, TODAY)

    assert (reading.status, reading.reason) == ("ask", "verstaan.money.did_you_mean")
    assert reading.value == amount


@pytest.mark.parametrize(
    "text",
    [
        "ik moest 3 weken thuis blijven",
        "op 3 mei gekocht",
        "huisnummer 12",
        "nog niet betaald 300",
        "twee jassen van 80",
    ],
)
def test_a_number_that_counts_something_else_is_not(text: str) -> None:
    reading = understand("money", text, TODAY)

    assert (reading.status, reading.value) == ("ask", None)
