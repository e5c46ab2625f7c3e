"""Parameter files: what holds on a day, where it comes from, and no bad file is ever used."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from calc.bereik import Bereik
from calc.dated import BadParameters, Lezing, Parameters, parameters
from calc.parameterbestand import Zekerheid
from tests.zaken import VANDAAG

SOURCES = """
[bron.wet]
titel = "Een wet"
vindplaats = "https://example.org/wet"
soort = "wet"
jaar = 2018

[bron.nieuwer]
titel = "Een nieuwere wet"
vindplaats = "https://example.org/nieuwer"
soort = "voorstel"
"""
HEAD = """
title = "Een bedrag"
unit = "EUR"
selector = "{selector}"
"""
OLD = """
[[version]]
from = 2019-01-01
source = "wet"
checked = 2026-01-15
verified_until = 2024-12-31
newer = "nieuwer"

[version.amounts]
bedrag = 15000.00
"""
NEW = """
[[version]]
from = 2025-01-01
source = "nieuwer"

[version.amounts]
bedrag = 17500
"""


def written(folder: Path, text: str, *, selector: str = "event_date") -> Path:
    (folder / "bronnen.toml").write_text(SOURCES, encoding="utf-8")
    (folder / "proef.toml").write_text(HEAD.format(selector=selector) + text, encoding="utf-8")
    return folder


def reading(folder: Path, text: str, *, selector: str = "event_date") -> Lezing:
    return Lezing(Parameters.read(written(folder, text, selector=selector)), VANDAAG)


def days(van: date | None, tot: date | None) -> Bereik[date]:
    return Bereik[date](van=van, tot=tot)


@pytest.mark.parametrize(
    ("day", "euro"),
    [
        (date(2018, 12, 31), None),
        (date(2019, 1, 1), Decimal(15000)),
        (date(2024, 12, 31), Decimal(15000)),
        (date(2025, 1, 1), Decimal(17500)),
    ],
)
def test_the_day_picks_the_version(tmp_path: Path, day: date, euro: Decimal | None) -> None:
    assert reading(tmp_path, OLD + NEW).geld("proef.bedrag", op=day) == euro


def test_the_order_of_the_versions_in_the_file_does_not_matter(tmp_path: Path) -> None:
    assert reading(tmp_path, NEW + OLD).geld("proef.bedrag", op=date(2020, 1, 1)) == 15000


def test_a_version_that_was_closed_leaves_a_gap(tmp_path: Path) -> None:
    closed = OLD.replace("source", "until = 2020-12-31\nsource")

    found = reading(tmp_path, closed + NEW)

    assert found.geld("proef.bedrag", op=date(2020, 12, 31)) == 15000
    assert found.geld("proef.bedrag", op=date(2021, 1, 1)) is None


@pytest.mark.parametrize(
    ("van", "tot", "euro"),
    [
        (date(2020, 1, 1), date(2024, 12, 31), Decimal(15000)),
        (date(2024, 12, 31), date(2025, 1, 1), None),
        (date(2018, 1, 1), date(2020, 1, 1), None),
        (None, date(2020, 1, 1), None),
        # Up to today.
        (date(2025, 1, 1), None, Decimal(17500)),
        (date(2024, 1, 1), None, None),
    ],
)
def test_days_known_roughly_give_a_value_only_when_all_give_the_same(
    tmp_path: Path, van: date | None, tot: date | None, euro: Decimal | None
) -> None:
    assert reading(tmp_path, OLD + NEW).geld("proef.bedrag", op=days(van, tot)) == euro


@pytest.mark.parametrize(
    ("van", "tot", "numbers", "read"),
    [
        (date(2019, 1, 1), date(2019, 1, 1), (Decimal(15000),), 1),
        (date(2020, 1, 1), date(2024, 12, 31), (Decimal(15000),), 1),
        (date(2024, 12, 31), date(2025, 1, 1), (Decimal(15000), Decimal(17500)), 2),
        (date(2018, 12, 31), date(2019, 1, 1), (None, Decimal(15000)), 1),
        (None, None, (None, Decimal(15000), Decimal(17500)), 2),
    ],
)
def test_days_known_roughly_give_each_number_that_held_on_one_of_them(
    tmp_path: Path,
    van: date | None,
    tot: date | None,
    numbers: tuple[Decimal | None, ...],
    read: int,
) -> None:
    found = reading(tmp_path, (OLD + NEW).replace("source", 'unit = "procent"\nsource'))

    assert found.getallen("proef.bedrag", op=days(van, tot)) == numbers
    assert len(found.gelezen) == read


def test_a_reading_remembers_what_it_gave(tmp_path: Path) -> None:
    found = reading(tmp_path, OLD + NEW)

    found.geld("proef.bedrag", op=date(2020, 1, 1))
    found.geld("proef.bedrag", op=date(2020, 6, 1))
    found.geld("proef.bedrag", op=date(2010, 1, 1))

    (row,) = found.gelezen
    assert row.model_dump(mode="json") == {
        "parameter": "proef.bedrag",
        "waarde": "15000.00",
        "eenheid": "EUR",
        "geldig_vanaf": "2019-01-01",
        "bron": "wet",
        "gecontroleerd_op": "2026-01-15",
        "gecontroleerd_tot": "2024-12-31",
        "mogelijk_verouderd": False,
        "nieuwere_bron": "nieuwer",
    }
    assert found.bronnen("proef") == ("wet",)
    assert found.bronnen("proe") == ()


def test_two_versions_with_the_same_amount_stand_both_on_the_receipt(tmp_path: Path) -> None:
    found = reading(tmp_path, OLD + NEW.replace("17500", "15000.00"))

    found.geld("proef.bedrag", op=date(2024, 12, 31))
    found.geld("proef.bedrag", op=date(2025, 1, 1))

    assert [row.geldig_vanaf for row in found.gelezen] == [date(2019, 1, 1), date(2025, 1, 1)]


def test_an_amount_is_old_when_the_day_lies_past_what_was_verified(tmp_path: Path) -> None:
    by_event = reading(tmp_path, OLD)
    by_event.geld("proef.bedrag", op=date(2024, 12, 31))
    assert not by_event.verouderd("proef")
    by_event.geld("proef.bedrag", op=date(2025, 1, 1))
    assert not by_event.verouderd("proef.ander")

    today = reading(tmp_path, OLD, selector="today")
    today.geld("proef.bedrag")
    assert [row.parameter for row in today.verouderd("proef.bedrag")] == ["proef.bedrag"]


def test_numbers_days_and_rows_are_read_by_their_own_kind(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        """
[[version]]
from = 2020-01-01
source = "wet"
unit = "dagen"
[version.amounts]
dagen = 28
dag = 2019-01-01
rijen = [[1, 10, 100.50], [11, 20, 200]]
""",
        selector="today",
    )

    assert found.aantal("proef.dagen") == 28
    assert found.getal("proef.dagen") == 28
    assert found.dag("proef.dag") == date(2019, 1, 1)
    assert found.rij("proef.rijen", Decimal(11)) == tuple(map(Decimal, (11, 20, 200)))
    assert found.rij("proef.rijen", Decimal(10)) == (Decimal(1), Decimal(10), Decimal("100.5"))
    assert found.rij("proef.rijen", Decimal(21)) is None
    assert found.geldig_vanaf("proef.dag") == date(2020, 1, 1)
    assert [row.waarde for row in found.gelezen] == [
        28,
        "2019-01-01",
        [11, 20, 200],
        [1, 10, "100.5"],
    ]
    for wrong in (found.geld, found.dag):
        with pytest.raises(TypeError, match=r"^proef\.dagen is in dagen"):
            wrong("proef.dagen")
    for other in ("proef.dag", "proef.rijen"):
        with pytest.raises(TypeError, match="by its own kind"):
            found.getal(other)
    with pytest.raises(TypeError, match="by its own kind"):
        found.rij("proef.dagen", Decimal(1))


def test_outside_its_days_nothing_is_given(tmp_path: Path) -> None:
    found = Lezing(Parameters.read(written(tmp_path, OLD, selector="today")), date(2018, 12, 31))

    assert found.geld("proef.bedrag") is None
    assert found.aantal("proef.bedrag") is None
    assert found.dag("proef.bedrag") is None
    assert found.rij("proef.bedrag", Decimal(1)) is None
    assert found.geldig_vanaf("proef.bedrag") is None
    assert not found.gelezen


def test_the_selector_of_the_file_is_kept_to(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match=r"^proef\.bedrag is picked by event_date$"):
        reading(tmp_path, OLD).geld("proef.bedrag")
    with pytest.raises(TypeError, match="picked by today"):
        reading(tmp_path, OLD, selector="today").geld("proef.bedrag", op=VANDAAG)


def test_a_table_is_listed_row_by_row(tmp_path: Path) -> None:
    text = OLD.replace("15000.00", "[[1, 10, 100.50], [11, 20, 200]]")

    (norm,) = Parameters.read(written(tmp_path, text)).geldig_op(date(2020, 1, 1))

    assert norm.waarde_als_json() == [[1, 10, "100.5"], [11, 20, 200]]


def test_everything_in_force_on_a_day_is_listed_by_id(tmp_path: Path) -> None:
    read = Parameters.read(written(tmp_path, OLD + NEW))

    assert [norm.waarde for norm in read.geldig_op(date(2020, 1, 1))] == [15000]
    assert read.geldig_op(date(2018, 1, 1)) == ()


def test_the_version_changes_with_every_change_of_a_file(tmp_path: Path) -> None:
    before = Parameters.read(written(tmp_path, OLD)).versie
    again = Parameters.read(written(tmp_path, OLD)).versie
    after = Parameters.read(written(tmp_path, OLD.replace("15000.00", "15000.01"))).versie

    assert before == again != after


BAD = {
    "no source": (OLD.replace('source = "wet"', ""), "version.1.source", "Field required"),
    "unknown source": (OLD.replace('"wet"', '"weg"'), "version.1.source", "'weg'"),
    "unknown newer source": (OLD.replace('"nieuwer"', '"weg"'), "version.1.newer", "'weg'"),
    "no first day": (OLD.replace("from = 2019-01-01", ""), "version.1.from", "Field required"),
    "first day in words": (
        OLD.replace("from = 2019-01-01", 'from = "gisteren"'),
        "version.1.from",
        "gisteren",
    ),
    "unknown key": (OLD.replace("checked", "gechecked"), "version.1.gechecked", "Extra"),
    "no version": ("", "version", "Field required"),
    "no entry": (OLD.replace("bedrag = 15000.00", ""), "amounts", "at least one entry"),
    "empty table": (OLD + "[version.amounts.leeg]\n", "leeg", "at least one entry"),
    "amount in words": (OLD.replace("15000.00", '"veel"'), "bedrag", "'veel'"),
    "amount as a switch": (OLD.replace("15000.00", "true"), "bedrag", "True"),
    "negative amount": (OLD.replace("15000.00", "-1"), "bedrag", "-1"),
    "endless amount": (OLD.replace("15000.00", "inf"), "bedrag", "Infinity"),
    "no rows": (OLD.replace("15000.00", "[]"), "bedrag", "at least 1"),
    "words in a row": (OLD.replace("15000.00", '[[1, "x"]]'), "bedrag", "'x'"),
    "ends before it begins": (
        OLD.replace("source", "until = 2018-01-01\nsource"),
        "version.1",
        "'until' may not be before 'from'",
    ),
    "overlap": (
        OLD.replace("source", "until = 2025-01-01\nsource") + NEW,
        "bedrag, from 2025-01-01",
        "do not overlap",
    ),
    "twice the same day": (OLD + OLD, "bedrag, from 2019-01-01", "do not overlap"),
    "two units": (
        OLD + NEW.replace("source", 'unit = "%"\nsource'),
        "bedrag, from 2025-01-01",
        "one unit",
    ),
    "two selectors": (
        OLD + NEW.replace("source", 'selector = "today"\nsource'),
        "bedrag, from 2025-01-01",
        "one selector",
    ),
    "checked from memory": (
        OLD.replace("newer", 'sure = "UIT GEHEUGEN"\nnewer'),
        "version.1",
        "cannot be 'checked'",
    ),
    "no TOML": ("[[version", "the file", "TOML was expected"),
}


@pytest.mark.parametrize(("text", "entry", "expected"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_names_the_entry_and_the_remedy(
    tmp_path: Path, text: str, entry: str, expected: str
) -> None:
    with pytest.raises(BadParameters) as refused:
        Parameters.read(written(tmp_path, text))

    message = str(refused.value)
    assert refused.value.file == "proef.toml"
    assert refused.value.entry == entry
    assert message.startswith(f"calc/parameters/proef.toml: {entry}: ")
    assert expected in message
    # It ends with what to do.
    assert message.rsplit(".", 2)[1].strip().split()[0] in {
        "Add",
        "Compare",
        "Correct",
        "Fill",
        "Give",
        "Mend",
    }


def test_an_unknown_selector_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadParameters, match="selector"):
        Parameters.read(written(tmp_path, OLD, selector="gisteren"))


def test_a_folder_without_sources_is_refused(tmp_path: Path) -> None:
    written(tmp_path, OLD)
    (tmp_path / "bronnen.toml").unlink()

    with pytest.raises(BadParameters, match=r"bronnen\.toml: the file"):
        Parameters.read(tmp_path)


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    written(tmp_path, OLD)
    (tmp_path / "proef.toml").write_bytes(b"\xff\xfe")

    with pytest.raises(BadParameters, match=r"proef\.toml: the file"):
        Parameters.read(tmp_path)


def test_a_candidate_is_kept_but_never_used(tmp_path: Path) -> None:
    candidate = """
[[version.candidates]]
from = 2023-01-01
source = "nieuwer"
sure = "MIDDEL"
amounts = { bedrag = 99999.00 }
"""

    assert reading(tmp_path, OLD + candidate).geld("proef.bedrag", op=VANDAAG) == 15000


def test_a_candidate_of_an_unknown_source_is_refused(tmp_path: Path) -> None:
    candidate = """
[[version.candidates]]
source = "weg"
sure = "MIDDEL"
amounts = { bedrag = 99999.00 }
"""

    with pytest.raises(BadParameters, match=r"version\.1\.candidates\.1\.source"):
        Parameters.read(written(tmp_path, OLD + candidate))


# --- The real files ---


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("licht_letsel.schade_onder", "5000.00"),
        ("licht_letsel.ao_onder", 28),
        ("licht_letsel.herstel_hoogstens", 6),
        ("smartengeld.B1.tot", "825.00"),
        ("smartengeld.B2.van", "550.00"),
        ("smartengeld.B2.tot", "1650.00"),
        ("smartengeld.B3.van", "1100.00"),
        ("smartengeld.B3.tot", "2025.00"),
        ("affectieschade.leidraad_pct", 70),
        ("affectieschade.in_werking", "2019-01-01"),
        ("termijnen.bw_5_jaar", 5),
        ("termijnen.wam_3_jaar", 3),
        ("termijnen.product_3_jaar", 3),
        ("termijnen.schadefonds_10_jaar", 10),
    ],
)
def test_the_norms_of_the_seeds_hold_today(parameter: str, value: str | int) -> None:
    norm = parameters().op(parameter, VANDAAG)

    assert norm is not None
    assert norm.waarde_als_json() == value


@pytest.mark.parametrize(
    ("parameter", "until"),
    [
        ("licht_letsel.schade_onder", date(2024, 6, 30)),
        ("smartengeld.B1.tot", date(2022, 12, 31)),
        ("affectieschade.levensgezellen.overlijden", date(2025, 11, 21)),
    ],
)
def test_what_may_be_outdated_says_until_when_it_was_verified(parameter: str, until: date) -> None:
    norm = parameters().op(parameter, VANDAAG)

    assert norm is not None
    assert norm.gecontroleerd_tot == until
    assert norm.mogelijk_verouderd(VANDAAG)
    assert norm.nieuwere_bron in parameters().bronnen


def test_what_was_never_compared_with_a_source_does_not_say_so() -> None:
    for norm in parameters().geldig_op(VANDAAG):
        if norm.zekerheid is Zekerheid.UIT_GEHEUGEN or norm.bron == "eigen_afspraak":
            assert norm.gecontroleerd_op is None, norm.parameter


def test_newer_bands_stand_in_the_file_and_are_not_used() -> None:
    values = {str(norm.waarde) for norm in parameters().geldig_op(VANDAAG)}

    assert not {"1025.00", "2500.00", "675.00", "1350.00"} & values
