"""What is typed on a phone beside or in place of a quantity is never read as one."""

from datetime import date

import pytest

from dialogs.understanding import understand

TODAY = date(2026, 11, 23)
EVERY = ("money", "date", "duration")
ARTICLES = """een vrachtwagen|een auto|één iemand|ne fietser|'n auto|een ander|een van de twee|
    een klap|een getuige|een beetje|een heel eind|een hele hoop|een oude man|een keer per week|
    een keertje|een tijdje|één keer|eentje|een|twee broers|3 zussen|twee vrachtwagens|drie auto's|
    zes collega's|een gezin van 5|met z'n drieen|een gordel|een boete|twee brillen"""
HALVES = """half werken nu|half werk|half aan het werk|halve dagen|halve nachten|halve kracht|
    half bewusteloos|half thuis half werk|half ja|half uit|half om half|halverwege|half kapot|
    half links|half verlamd|half dicht|nu weer half aan de slag|kwart voor|anderhalve man"""
VEHICLES = """bus 12|lijn 3|de n201|golf 5|polo 1.4|peugeot 208|kia picanto 2019|auto van 2012|
    kenteken 12-abc-3|een 45 km autootje|125 cc|ik reed 50|50 km/u|a2 afslag 5|trein 2019"""
PEOPLE = """opa van 80|mijn zoon van 12|man van 56|ik ben 46|46 jaar oud|zij is 7|mijn man 45|
    getuige 1|een kind van 3 jaar|jan de vries|mevrouw mei|meneer maart|juni jansen"""
TIMES = """om 14.30|14:15|tegen zessen|om een uur of 5|09.00 - 17.00|om 8|na achten|half acht|
    24 uur per dag|3 dagen per week|5 dagen in de week|elke 2 maanden|de dag daarna|rond 7 uur|
    tot 12 uur|om de week"""
HOUSES = """huisnummer 3|kerkstraat 12a|3 hoog achter|plein 1813|flat 12-3|1 mei straat|kamer 214|
    julianalaan 2021|afslag 9|de 3e straat|2e verdieping|op nummer 8"""
NUMBERS = """0612345678|06 12 34 56 78|020-1234567|(020) 123 45 67|0900-8844|+31612345678|
    1234 AB|2011 jk|1998 ab|2024 xd|3512 jm utrecht|2000 antwerpen|polisnr 20231112|
    schadenummer 12345|zaak 23/1204|brief 3/11|scan 2/3|artikel 6:162|bsn 123456782|0,5 promille"""


def phrases(*rows: str) -> list[str]:
    return [phrase.strip() for row in rows for phrase in row.split("|")]


@pytest.mark.parametrize("kind", EVERY)
@pytest.mark.parametrize(
    "text", phrases(ARTICLES, HALVES, VEHICLES, PEOPLE, HOUSES, NUMBERS, TIMES)
)
def test_what_counts_no_money_and_no_time_is_asked_back(kind: str, text: str) -> None:
    assert understand(kind, text, TODAY).status in ("ask", "unknown")


@pytest.mark.parametrize("text", ["een vrachtwagen", "een auto", "twee broers", "3 zussen"])
def test_a_thing_that_is_counted_is_not_even_proposed_as_an_amount(text: str) -> None:
    assert understand("money", text, TODAY).value is None


@pytest.mark.parametrize(
    "text",
    phrases(
        "een heel eind|een hele hoop|ik had een gordel om|half aan het werk|half bij de weg|",
        "een derde persoon|de 3e straat|1e hulp|3 hoog achter|0612345678|14:15|50/50|020-1234567",
    ),
)
def test_what_is_no_count_is_asked_back(text: str) -> None:
    assert understand("number", text, TODAY).status == "ask"


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("money", "een euro", "1.00"),
        ("money", "een tientje", "10.00"),
        ("money", "50 cent", "0.50"),
        ("duration", "half jaar", 182.5),
        ("duration", "een halve dag", 0.5),
        ("duration", "3 wekn", 21),
        ("date", "gevallen op 3.4", "2026-04-03"),
        ("date", "ik was op 3 mei in de kerkstraat", "2026-05-03"),
        ("number", "twee kinderen", 2),
    ],
)
def test_what_does_count_is_still_read(kind: str, text: str, value: str | float) -> None:
    reading = understand(kind, text, TODAY)

    assert (reading.status, reading.value) == ("ok", value)


@pytest.mark.parametrize(
    "text",
    [
        "3 weken terug op een zaterdag",
        "drie weken geleden, een zaterdag was het",
        "op een zaterdag 3 weken geleden",
        "3 weken geleden op 'n zaterdagavond",
    ],
)
def test_some_saturday_so_many_weeks_ago_is_roughly_the_one_of_that_week(text: str) -> None:
    reading = understand("date", text, TODAY)

    assert reading.status == "approximate"
    assert (reading.value, reading.low, reading.high) == ("2026-11-07", "2026-10-31", "2026-11-07")


@pytest.mark.parametrize("text", ["ergens voor de zomer", "voor de kerst", "de laatste week"])
def test_a_time_with_one_open_end_is_asked_back(text: str) -> None:
    assert understand("date", text, TODAY).status == "ask"


@pytest.mark.parametrize("text", ["ik ben 46", "Ik ben 46 jaar", "mijn zoon is 12", "46 jaar oud"])
def test_an_age_in_place_of_a_day_is_told_kindly_and_no_day_is_made_of_it(text: str) -> None:
    reading = understand("date", text, TODAY)

    assert (reading.status, reading.value) == ("ask", None)
    assert reading.reason == "verstaan.date.an_age"


@pytest.mark.parametrize("text", ["denk het nie", "denk het niet", "ik denk ut nie"])
def test_a_spoken_hedged_no_is_a_no(text: str) -> None:
    reading = understand("yesno", text, TODAY)

    assert (reading.status, reading.value) == ("approximate", "nee")


@pytest.mark.parametrize("text", ["is al over", "alles is al over"])
def test_what_is_over_may_answer_either_way(text: str) -> None:
    assert understand("yesno", text, TODAY).status == "ask"
