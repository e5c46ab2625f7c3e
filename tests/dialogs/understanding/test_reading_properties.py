"""What holds for every text that anyone can type, and for every value."""

from datetime import date
from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from bot.sentences.words import words
from dialogs.understanding import Reading, readback_key, understand, written

TEXTS = words()
KINDS = ("date", "money", "duration", "number", "percent", "yesno")
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
WORDS = [
    "3",
    "31",
    "15e",
    "0",
    "1.250,50",
    "1,250",
    "2024",
    "'24",
    "-5",
    "€",
    "%",
    "euro",
    "cent",
    "duizend",
    "k",
    "half",
    "anderhalf",
    "een",
    "twee",
    "paar",
    "of",
    "a",
    "en",
    "tot",
    "tussen",
    "van",
    "in",
    "op",
    "de",
    "het",
    "vorige",
    "volgende",
    "deze",
    "afgelopen",
    "laatste",
    "eerste",
    "tweede",
    "begin",
    "eind",
    "half",
    "medio",
    "rond",
    "ongeveer",
    "bijna",
    "ruim",
    "max",
    "minstens",
    "januari",
    "feb",
    "mrt",
    "mei",
    "sept",
    "december",
    "maandag",
    "di",
    "zondag",
    "vandaag",
    "gisteren",
    "morgen",
    "week",
    "weken",
    "maand",
    "jaar",
    "dagen",
    "weekend",
    "kwartaal",
    "geleden",
    "terug",
    "over",
    "sinds",
    "nog",
    "steeds",
    "niet",
    "geen",
    "weet",
    "ik",
    "ja",
    "nee",
    "misschien",
    "kerst",
    "pasen",
    "koningsdag",
    "zomer",
    "winter",
    "voor",
    "na",
    "nacht",
    "vanaf",
    "uur",
    "helft",
    "kwart",
    "procent",
    "derde",
    "-",
    "/",
    ".",
    ",",
    "3-5-24",
    "14/10",
    "2024-02-30",
    "week",
    "53",
]
PHRASES = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
ANYTHING = st.one_of(PHRASES, st.text(max_size=400))


def said(kind: str, reading: Reading) -> str:
    return TEXTS(readback_key(kind, reading), **reading.params)


@given(kind=st.sampled_from(KINDS), text=ANYTHING, today=DAYS)
def test_any_text_gets_a_reading_that_can_be_read_back(kind: str, text: str, today: date) -> None:
    reading = understand(kind, text, today)

    assert said(kind, reading)
    assert reading.to_json_dict("")["status"] == reading.status
    assert (reading.status == "ask") == (reading.reason is not None)


@given(kind=st.sampled_from(KINDS), text=ANYTHING, today=st.dates())
@example(kind="date", text="gisteren", today=date.min)
@example(kind="date", text="winter", today=date.min)
@example(kind="date", text="vorig weekend", today=date.min)
@example(kind="date", text="rond kerst", today=date.max)
@example(kind="duration", text="sinds vorig jaar", today=date.min)
def test_no_text_is_too_much_on_any_day_of_the_calendar(kind: str, text: str, today: date) -> None:
    assert understand(kind, text, today).status in ("ok", "approximate", "ask", "unknown")


@given(text=ANYTHING, today=DAYS)
def test_no_day_is_ever_after_today(text: str, today: date) -> None:
    reading = understand("date", text, today)

    for end in (reading.value, reading.low, reading.high):
        assert end is None or date.fromisoformat(str(end)) <= today


@given(kind=st.sampled_from(("money", "duration", "number", "percent")), text=ANYTHING)
def test_no_quantity_is_below_zero_and_no_range_is_turned_round(kind: str, text: str) -> None:
    reading = understand(kind, text, date(2026, 11, 23))
    known = [Decimal(end) for end in (reading.low, reading.value, reading.high) if end is not None]

    assert known == sorted(known)
    assert not known or known[0] >= 0
    assert kind != "percent" or not known or known[-1] <= 100


@given(text=PHRASES, today=DAYS)
def test_a_range_of_days_holds_its_most_sensible_day(text: str, today: date) -> None:
    reading = understand("date", text, today)

    if reading.status == "approximate":
        assert str(reading.low) <= str(reading.value) <= str(reading.high)


@given(kind=st.sampled_from(KINDS[:-1]), text=PHRASES, today=DAYS)
def test_what_is_read_back_is_read_as_itself(kind: str, text: str, today: date) -> None:
    reading = understand(kind, text, today)

    if reading.status == "ok" and reading.value is not None and not reading.ongoing:
        again = understand(kind, reading.params["waarde"], today)
        assert (again.status, again.value) == ("ok", reading.value)


@given(st.dates(date(1910, 1, 1), date(2026, 11, 23)))
def test_every_day_in_its_written_form_is_read_as_itself(day: date) -> None:
    assert understand("date", written.day(day), date(2026, 11, 23)).value == day.isoformat()


@given(st.decimals(0, 10_000_000, places=2))
def test_every_amount_in_its_written_form_is_read_as_itself(amount: Decimal) -> None:
    reading = understand("money", written.euro(amount), date(2026, 11, 23))

    assert (reading.status, reading.value) == ("ok", f"{amount:.2f}")


@given(st.decimals(0, 1_000_000, places=3))
def test_every_number_in_its_written_form_is_read_as_itself(number: Decimal) -> None:
    assert understand("number", written.number(number), date(2026, 11, 23)).value == number


@given(st.integers(0, 40_000), st.sampled_from(("1", "0.1", "7", "30.4", "15.2", "365")))
def test_every_duration_in_its_written_form_is_read_as_itself(count: int, unit: str) -> None:
    days = count * Decimal(unit) % 40_000

    assert understand("duration", written.duration(days), date(2026, 11, 23)).value == days


MONTHS = "januari februari maart april mei juni juli augustus september oktober november december"
WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
FORMS = (
    "{d} {m} {y}",
    "{d}-{n}-{y}",
    "{d:02}/{n:02}/{y}",
    "{y}-{n:02}-{d:02}",
    "op {d} {k}. {y}",
    "{w} {d} {m} {y}",
    "{d}e van {m} {y}",
    "{d}{k} {y}",
    "het was {d} {m} {y} geloof ik",
    "{d} {m} {y} om half 4",
)


@given(st.dates(date(1920, 1, 1), date(2026, 11, 23)), st.sampled_from(FORMS))
def test_every_day_is_read_in_every_common_form(day: date, form: str) -> None:
    month = MONTHS.split()[day.month - 1]
    short = "mrt" if month == "maart" else month[:3]
    weekday = WEEKDAYS[day.weekday()]
    text = form.format(d=day.day, n=day.month, y=day.year, m=month, k=short, w=weekday)

    reading = understand("date", text, date(2026, 11, 23))
    assert (reading.status, reading.value) == ("ok", day.isoformat())


ONES = [
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
]
TENS = [
    "-",
    "-",
    "twintig",
    "dertig",
    "veertig",
    "vijftig",
    "zestig",
    "zeventig",
    "tachtig",
    "negentig",
]


def in_words(number: int, space: str) -> str:
    if number < 20:
        return ONES[number]
    if number < 100:
        one = ONES[number % 10]
        joint = "ën" if one.endswith("e") else "en"
        return f"{one}{joint}{TENS[number // 10]}" if number % 10 else TENS[number // 10]
    size, name = (1000, "duizend") if number >= 1000 else (100, "honderd")
    count, rest = divmod(number, size)
    start = name if count == 1 else f"{in_words(count, space)}{space}{name}"
    return f"{start}{space or ' ' * (size == 1000)}{in_words(rest, space)}" if rest else start


@given(st.integers(0, 999_999), st.sampled_from(("", " ")))
def test_every_number_is_read_in_words(number: int, space: str) -> None:
    text = in_words(number, space)

    assert understand("number", text, date(2026, 11, 23)).value == number
    assert understand("money", f"{text} euro", date(2026, 11, 23)).value == f"{number}.00"


def test_only_the_beginning_of_an_endless_message_is_looked_at() -> None:
    text = "3 mei 2026" + " " * 300 + "of 4 mei 2026"

    assert understand("date", text, date(2026, 11, 23)).value == "2026-05-03"
