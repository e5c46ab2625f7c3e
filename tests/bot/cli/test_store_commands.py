import io
import json
import re
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Typed = Callable[..., Any]
TALK = b'{"command": "start"}\n{"choice": "ja"}\n{"text": "slachtoffer"}\n{"command": "mens"}\n'


@pytest.fixture
def case(typed: Typed) -> str:
    """One person has asked for a human; their case number."""
    ran = typed("chat", "--jsonl", "--chat-id", "sanne", "--db", "lw.db", stdin=TALK)
    assert (ran.code, ran.err) == (0, "")
    found: str = json.loads(ran.out.splitlines()[-1])["case"]
    return found


def test_cases_lists_who_needs_a_human(case: str, typed: Typed) -> None:
    text = typed("cases", "--db", "lw.db")
    data = typed("cases", "--db", "lw.db", "--format", "json")

    assert text.out.startswith(f"{case}  today  new  with_human")
    (row,) = json.loads(data.out)
    assert row["case"] == case
    assert row["labels"]["state"] == "with_human"


def test_cases_of_an_empty_store_are_none(typed: Typed) -> None:
    ran = typed("cases", "--db", "leeg.db")

    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_a_summary_can_be_had_as_data_and_as_a_page(case: str, typed: Typed) -> None:
    data = json.loads(typed("summary", case, "--format", "json", "--db", "lw.db").out)
    page = typed("summary", case, "--db", "lw.db").out

    assert data["feiten"]["rol"] == "slachtoffer"
    assert {"feiten", "beoordeling", "antwoorden", "contact", "open_punten"} <= data.keys()
    assert page.startswith("<!doctype html>")
    assert case in page


def test_a_summary_can_be_had_as_a_table_and_as_a_calendar(case: str, typed: Typed) -> None:
    table = typed("summary", case, "--format", "csv", "--db", "lw.db")
    terms = typed("summary", case, "--format", "ics", "--db", "lw.db")

    assert (table.code, terms.code) == (0, 0)
    assert table.out.startswith("\ufeffSchadepost;")
    assert terms.out.startswith("BEGIN:VCALENDAR")
    assert case in terms.out


def test_a_summary_can_be_had_as_a_document(
    case: str, typed: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filed = typed("summary", case, "--format", "pdf", "--output", "zaak.pdf", "--db", "lw.db")
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, "ascii"))
    typed("summary", case, "--format", "pdf", "--db", "lw.db")

    assert (filed.code, filed.out) == (0, "")
    document = (tmp_path / "zaak.pdf").read_bytes()
    assert document.startswith(b"%PDF-")
    assert written.getvalue() == document


def test_a_document_is_not_thrown_at_a_terminal(
    case: str, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)

    ran = typed("summary", case, "--format", "pdf", "--db", "lw.db")

    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)


def test_a_summary_in_a_file_is_for_the_owner_alone(
    case: str, typed: Typed, tmp_path: Path
) -> None:
    typed("summary", case, "--output", "zaak.html", "--db", "lw.db")

    assert stat.S_IMODE((tmp_path / "zaak.html").stat().st_mode) == 0o600


def test_a_file_that_cannot_be_written_is_refused_in_one_line(case: str, typed: Typed) -> None:
    ran = typed("summary", case, "--output", "nergens/zaak.html", "--db", "lw.db")

    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)


def test_the_shape_of_a_summary_can_be_had_without_a_case(typed: Typed) -> None:
    ran = typed("summary", "--schema")

    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["properties"].keys() >= {"feiten", "beoordeling", "antwoorden"}


def test_a_summary_of_no_case_is_refused(typed: Typed) -> None:
    ran = typed("summary", "LW-2026-999999", "--db", "leeg.db")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("who", ["sanne", "console:sanne"])
def test_a_person_gets_all_that_is_kept_of_them(who: str, case: str, typed: Typed) -> None:
    ran = typed("export", who, "--db", "lw.db")

    assert ran.code == 0
    assert case in ran.out
    assert "slachtoffer" in ran.out


def test_a_person_may_be_named_by_case_number(case: str, typed: Typed) -> None:
    assert typed("export", case, "--db", "lw.db").code == 0


def test_what_is_erased_is_gone_and_proved(case: str, typed: Typed) -> None:
    proof = typed("erase", "sanne", "--db", "lw.db")
    again = typed("erase", "sanne", "--db", "lw.db")

    assert proof.code == 0
    assert json.loads(proof.out)
    assert (again.code, again.out) == (1, "")
    assert typed("export", case, "--db", "lw.db").code == 1
    assert typed("cases", "--db", "lw.db").out == ""


def test_staff_come_in_by_a_link_and_can_be_shut_out(typed: Typed) -> None:
    added = typed("staff", "add", "j.smit", "--db", "lw.db")
    reset = typed("staff", "reset", "j.smit", "--db", "lw.db")
    linked = typed("staff", "telegram", "j.smit", "501", "--db", "lw.db")
    unlinked = typed("staff", "telegram", "j.smit", "0", "--db", "lw.db")
    disabled = typed("staff", "disable", "j.smit", "--db", "lw.db")

    link = re.compile(r"http://127\.0\.0\.1:8080/desk/eenmalig/\S+\n")
    assert link.fullmatch(added.out)
    assert link.fullmatch(reset.out)
    assert added.out != reset.out
    assert (linked.code, unlinked.code, disabled.code) == (0, 0, 0)
    assert linked.out != unlinked.out


@pytest.mark.parametrize(
    "words",
    [
        ("add", "Geen naam!"),
        ("reset", "niemand"),
        ("disable", "niemand"),
        ("telegram", "niemand", "501"),
    ],
)
def test_a_name_that_will_not_do_is_refused_in_one_line(
    words: tuple[str, ...], typed: Typed
) -> None:
    ran = typed("staff", *words, "--db", "lw.db")

    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)


def test_a_database_that_is_none_is_refused_in_one_line(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("Geachte heer", "utf-8")

    for db in ("brief.txt", ".", "/proc/nergens/lw.db", "mysql://x"):
        ran = typed("cases", "--db", db)
        assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)


def test_a_chat_id_of_nothing_is_refused(typed: Typed) -> None:
    assert typed("chat", "--jsonl", "--chat-id", "", stdin="{}").code == 1


def test_a_person_can_chat_in_a_terminal(typed: Typed) -> None:
    ran = typed("chat", "--db", "lw.db", stdin="1\n")

    assert ran.code == 0
    assert "U praat met een computer" in ran.out.replace("\n", " ")
