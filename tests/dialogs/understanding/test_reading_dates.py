from datetime import date

import pytest

from dialogs.understanding import understand

TODAY = date(2026, 11, 23)  # a Monday


def low_high(text: str, today: date = TODAY) -> tuple[str, str]:
    reading = understand("date", text, today)
    assert reading.status == "approximate", reading
    return str(reading.low), str(reading.high)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # with a year
        ("15 juni 2026", "2026-06-15"),
        ("15-6-2026", "2026-06-15"),
        ("op 15 jun 2026", "2026-06-15"),
        ("2026-06-15", "2026-06-15"),
        ("15/06/26", "2026-06-15"),
        ("15.6.2026", "2026-06-15"),
        ("15062026", "2026-06-15"),
        ("15 6 2026", "2026-06-15"),
        ("06/15/2026", "2026-06-15"),
        ("1 juli '22", "2022-07-01"),
        ("4 mrt 1958", "1958-03-04"),
        ("4-3-58", "1958-03-04"),
        ("vijf mei tweeduizend twintig", "2020-05-05"),
        # without a year: the last one that has been
        ("3 mei", "2026-05-03"),
        ("24 december", "2025-12-24"),
        ("23 november", "2026-11-23"),
        ("24 november", "2025-11-24"),
        ("29 feb", "2024-02-29"),
        ("de 15e", "2026-11-15"),
        ("de 28e", "2026-10-28"),
        ("de 31e", "2026-10-31"),
        # near today
        ("vandaag", "2026-11-23"),
        ("vanochtend vroeg", "2026-11-23"),
        ("gister", "2026-11-22"),
        ("eergisteren avond", "2026-11-21"),
        ("10 dagen geleden", "2026-11-13"),
        ("afgelopen donderdag", "2026-11-19"),
        ("vrijdag jl", "2026-11-20"),
        ("zaterdagmiddag", "2026-11-21"),
        ("di vorige week", "2026-11-17"),
        ("vorige maand de 12e", "2026-10-12"),
        ("2e dinsdag van oktober", "2026-10-13"),
        ("laatste maandag in maart", "2026-03-30"),
        # feasts
        ("koningsdag", "2026-04-27"),
        ("koningsdag 2025", "2025-04-26"),
        ("koninginnedag 2012", "2012-04-30"),
        ("gisteren twee weken geleden", "2026-11-08"),
        ("een paar uur geleden", "2026-11-23"),
        ("5 minuten geleden", "2026-11-23"),
        ("deze ochtend", "2026-11-23"),
        ("dinsdagavond half 8", "2026-11-17"),
        ("tweede dinsdag", "2026-11-10"),
        ("eerste vrijdag van de maand", "2026-11-06"),
        ("maandag de 16e", "2026-11-16"),
        ("vorige zondag", "2026-11-22"),
        ("vorige week, dinsdag", "2026-11-17"),
        ("een dag na hemelvaart 2025", "2025-05-30"),
        ("28feb23", "2023-02-28"),
        ("keti koti", "2026-07-01"),
        ("2e paasdag", "2026-04-06"),
        ("hemelvaart 2025", "2025-05-29"),
        ("oudejaarsdag", "2025-12-31"),
        ("moederdag", "2026-05-10"),
        ("5 dagen voor kerstavond", "2025-12-19"),
        # slips of the finger
        ("12 septmber", "2026-09-12"),
        ("3 agustus 2024", "2024-08-03"),
        ("8 ovtober", "2026-10-08"),
        ("3 febuari", "2026-02-03"),
        # a distance
        ("vandaag 2 weken geleden", "2026-11-09"),
        ("24 uur geleden", "2026-11-22"),
        ("maandag een week geleden", "2026-11-16"),
        ("de dag na koningsdag", "2026-04-28"),
        ("1e van december", "2025-12-01"),
        # beside other words
        ("op 3 mei 2024 werd ik aangereden door een auto", "2024-05-03"),
        ("het was op 14-02-2025 denk ik", "2025-02-14"),
        ("20 mei 2019 om 14:30", "2019-05-20"),
        ("12 mei ben ik van de trap gevallen", "2026-05-12"),
        ("dinsdag 17 nov", "2026-11-17"),
    ],
)
def test_a_day_is_read(text: str, day: str) -> None:
    reading = understand("date", text, TODAY)

    assert (reading.status, reading.value) == ("ok", day)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("mei 2022", "2022-05-01", "2022-05-31"),
        ("ergens in september", "2026-09-01", "2026-09-30"),
        ("vorige maand", "2026-10-01", "2026-10-31"),
        ("deze maand", "2026-11-01", "2026-11-23"),
        ("begin maart", "2026-03-01", "2026-03-10"),
        ("half oktober", "2026-10-11", "2026-10-20"),
        ("eind augustus vorig jaar", "2025-08-20", "2025-08-31"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("dit jaar", "2026-01-01", "2026-11-23"),
        ("derde kwartaal van 2024", "2024-07-01", "2024-09-30"),
        ("11-2016", "2016-11-01", "2016-11-30"),
        ("van 2 tot 5 aug 2025", "2025-08-02", "2025-08-05"),
        ("tussen 3 en 10 mei", "2026-05-03", "2026-05-10"),
        ("tussen 2026-09-01 en 2026-09-30", "2026-09-01", "2026-09-30"),
        ("28 december tot 3 januari", "2025-12-28", "2026-01-03"),
        ("mei of juni 2023", "2023-05-01", "2023-06-30"),
        ("afgelopen weekend", "2026-11-21", "2026-11-22"),
        ("week 10", "2026-03-02", "2026-03-08"),
        ("met pasen", "2026-04-05", "2026-04-06"),
        ("afgelopen winter", "2025-12-01", "2026-03-20"),
        ("rond 15 maart", "2026-03-12", "2026-03-18"),
        ("2 weken geleden", "2026-11-07", "2026-11-11"),
        ("een maand of 3 geleden", "2026-08-08", "2026-09-07"),
        ("2 a 3 weken geleden", "2026-11-02", "2026-11-09"),
        ("paar dagen geleden", "2026-11-18", "2026-11-21"),
        ("3 jaar en 2 maanden geleden", "2023-09-08", "2023-10-08"),
        ("ruim een jaar geleden", "2025-09-11", "2025-11-23"),
        ("een aantal weken geleden", "2026-10-19", "2026-11-09"),
        ("minder dan een week geleden", "2026-11-16", "2026-11-23"),
        ("2,5 jaar geleden", "2024-04-08", "2024-07-07"),
        ("36 uur geleden", "2026-11-21", "2026-11-22"),
        ("nacht van 3 op 4 mei", "2026-05-03", "2026-05-04"),
        ("winter 2023/2024", "2023-12-01", "2024-03-20"),
        ("eind maart begin april", "2026-03-20", "2026-04-10"),
        ("gisteren of eergisteren", "2026-11-21", "2026-11-22"),
        ("3 mei 2026?", "2026-04-30", "2026-05-06"),
        ("het gebeurde vorige week op mijn werk", "2026-11-16", "2026-11-22"),
        ("eerste helft van mei", "2026-05-01", "2026-05-15"),
        ("tweede helft van mei", "2026-05-15", "2026-05-31"),
        ("eerste weekend van mei", "2026-05-02", "2026-05-03"),
        ("eerste helft van 2024", "2024-01-01", "2024-06-30"),
        ("tweede helft van vorig jaar", "2025-07-01", "2025-12-31"),
        ("h2-2019", "2019-07-01", "2019-12-31"),
        ("q1-2019", "2019-01-01", "2019-03-31"),
        ("gisternacht", "2026-11-22", "2026-11-23"),
        ("afgelopen week", "2026-11-16", "2026-11-22"),
        ("begin vorige week", "2026-11-16", "2026-11-18"),
        ("vorig kwartaal", "2026-07-01", "2026-09-30"),
        ("dit kwartaal", "2026-10-01", "2026-11-23"),
        ("afgelopen maand", "2026-10-01", "2026-11-23"),
        ("afgelopen jaar", "2025-01-01", "2026-11-23"),
        ("afgelopen paar weken", "2026-10-19", "2026-11-23"),
        ("afgelopen 3 weken", "2026-11-02", "2026-11-23"),
        ("vlak na pasen", "2026-04-06", "2026-04-13"),
        ("vlak voor kerst", "2025-12-18", "2025-12-25"),
        ("de week voor kerst", "2025-12-18", "2025-12-25"),
        ("2 weken voor kerst", "2025-12-09", "2025-12-13"),
        ("een maand na 13 mei 2025", "2025-05-28", "2025-06-27"),
        ("rond mei 2024", "2024-04-21", "2024-06-10"),
        ("winter", "2025-12-01", "2026-03-20"),
        ("kerstvakantie vorig jaar", "2025-12-19", "2026-01-08"),
        ("koningsnacht", "2026-04-26", "2026-04-27"),
        ("oud en nieuw", "2025-12-31", "2026-01-01"),
        ("2021 of 2022", "2021-01-01", "2022-12-31"),
        ("in de jaren negentig", "1990-01-01", "1999-12-31"),
        ("begin jaren '80", "1980-01-01", "1983-12-31"),
        ("jaren 2010", "2010-01-01", "2019-12-31"),
    ],
)
def test_a_stretch_of_days_is_read_from_its_first_to_its_last(
    text: str, low: str, high: str
) -> None:
    assert low_high(text) == (low, high)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("morgen", "verstaan.date.in_future"),
        ("volgende week", "verstaan.date.in_future"),
        ("over 3 weken", "verstaan.date.in_future"),
        ("3 mei 2027", "verstaan.date.in_future"),
        ("week 50", "verstaan.date.in_future"),
        ("31 februari", "verstaan.date.impossible"),
        ("29 feb 2025", "verstaan.date.impossible"),
        ("13-13-2024", "verstaan.date.impossible"),
        ("12 mei 1890", "verstaan.date.too_long_ago"),
        ("3-4-38", "verstaan.date.century"),
        ("dinsdag 16 nov", "verstaan.date.weekday_differs"),
        ("maandag", "verstaan.date.today_or_week_ago"),
        ("sept 21", "verstaan.date.two_readings"),
        ("winter 2023", "verstaan.date.two_readings"),
        ("vorige mei", "verstaan.date.two_readings"),
        ("op mijn verjaardag", "verstaan.date.own_day"),
        ("van 5 mei 2025 tot 3 mei 2025", "verstaan.date.turned"),
        ("een dinsdag in mei", "verstaan.date.not_understood"),
        ("van oktober tot december", "verstaan.date.two_readings"),
        ("toen ik viel", "verstaan.date.not_understood"),
        ("op een zaterdag", "verstaan.date.not_understood"),
        ("weken geleden", "verstaan.date.not_understood"),
        ("3 weken", "verstaan.date.not_understood"),
        ("op mijn 18e", "verstaan.date.not_understood"),
        ("langer dan 5 jaar geleden", "verstaan.date.not_understood"),
        ("12 mei naar de dokter, maar het ongeluk was eerder", "verstaan.date.not_understood"),
        ("eerste schooldag", "verstaan.date.not_understood"),
        ("12-10-2025 gevallen en 15-10-2025 geopereerd", "verstaan.date.not_understood"),
        ("week van 31 april", "verstaan.date.impossible"),
        ("weekend van 31 april", "verstaan.date.impossible"),
        ("week 60", "verstaan.date.impossible"),
        ("dinsdag de 16e", "verstaan.date.weekday_differs"),
        ("koninginnedag", "verstaan.date.impossible"),
        ("eind van de week", "verstaan.date.in_future"),
        ("een dag na morgen", "verstaan.date.in_future"),
        ("afgelopen september", "verstaan.date.two_readings"),
        ("zaterdag een week geleden", "verstaan.date.two_readings"),
        ("dinsdag een paar weken geleden", "verstaan.date.two_readings"),
        ("in het weekend", "verstaan.date.two_readings"),
        ("dit weekend", "verstaan.date.two_readings"),
        ("eind dit jaar", "verstaan.date.still_running"),
        ("mei of oktober 2019 of 2020", "verstaan.date.not_understood"),
        ("dinsdag 1,5 week geleden", "verstaan.date.not_understood"),
        ("50000 uur geleden", "verstaan.date.not_understood"),
        ("200 jaar geleden", "verstaan.date.not_understood"),
        ("suikerfeest 2024", "verstaan.date.not_understood"),
        ("islamitisch nieuwjaar 2024", "verstaan.date.not_understood"),
        ("niet in mei", "verstaan.date.not_understood"),
        ("een maand na de operatie", "verstaan.date.not_understood"),
        ("15", "verstaan.date.not_understood"),
    ],
)
def test_a_doubtful_day_is_asked_again(text: str, reason: str) -> None:
    reading = understand("date", text, TODAY)

    assert (reading.status, reading.reason) == ("ask", reason)


def test_a_weekday_that_contradicts_its_date_is_proposed_and_not_taken() -> None:
    reading = understand("date", "dinsdag 16 nov", TODAY)

    assert (reading.status, reading.value) == ("ask", "2026-11-16")


def test_a_month_that_has_just_begun_is_asked_about() -> None:
    reading = understand("date", "deze maand", date(2026, 11, 2))

    assert reading.reason == "verstaan.date.still_running"


def test_a_hedge_around_a_date_that_is_known_does_not_hide_it() -> None:
    assert low_high("weet ik niet precies, ergens in maart") == ("2026-03-01", "2026-03-31")


def test_the_turn_of_the_year_is_crossed_backwards() -> None:
    new_year = date(2026, 1, 1)

    assert understand("date", "gisteren", new_year).value == "2025-12-31"
    assert understand("date", "kerstavond", new_year).value == "2025-12-24"
    assert low_high("vorige maand", new_year) == ("2025-12-01", "2025-12-31")
