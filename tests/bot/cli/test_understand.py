import json
from collections.abc import Callable
from typing import Any

import pytest

Typed = Callable[..., Any]


def test_an_answer_is_read_and_read_back(typed: Typed) -> None:
    ran = typed("understand", "date", "gisteren", "--today", "2026-11-23")

    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == {
        "status": "ok",
        "value": "2026-11-22",
        "low": None,
        "high": None,
        "readback": "Ik begrijp: 22 november 2026.",
    }


def test_a_batch_gives_one_line_per_line(typed: Typed) -> None:
    lines = [
        {"kind": "money", "text": "1250,50", "today": "2026-11-23"},
        {"kind": "yesno", "text": "ja hoor"},
        {"kind": "duration", "text": "geen idee", "today": None},
    ]

    ran = typed("understand", "--batch", stdin="\n".join(map(json.dumps, lines)))

    told = [json.loads(line) for line in ran.out.splitlines()]
    assert [(row["status"], row["value"]) for row in told] == [
        ("ok", "1250.50"),
        ("ok", "ja"),
        ("unknown", None),
    ]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("geen json", "line 2"),
        ('{"kind": "kleur", "text": "rood"}', "line 2: kind"),
        ('{"kind": "date"}', "line 2: text"),
        ('{"kind": "date", "text": "1 mei", "today": "morgen"}', "line 2: today"),
        ('{"kind": "date", "text": "1 mei", "extra": 1}', "line 2: extra"),
    ],
)
def test_a_wrong_line_of_a_batch_is_named(line: str, named: str, typed: Typed) -> None:
    ran = typed("understand", "--batch", stdin='{"kind": "yesno", "text": "ja"}\n' + line)

    assert ran.code == 1
    assert len(ran.out.splitlines()) == 1
    assert ran.err.startswith(f"letselwijzer: {named}")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("words", [(), ("date",), ("kleur", "rood"), ("date", "1 mei", "meer")])
def test_wrong_usage_ends_with_two(words: tuple[str, ...], typed: Typed) -> None:
    assert typed("understand", *words).code == 2
