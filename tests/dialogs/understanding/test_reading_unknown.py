from datetime import date

import pytest

from dialogs.understanding import understand

KINDS = ("date", "money", "duration", "number", "percent", "yesno")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "text",
    [
        *("weet niet", "weet ik niet", "ik weet het niet", "weet ik nog niet", "geen idee", "?"),
        *("weet ik niet meer precies", "geen flauw idee", "zou ik niet weten", "kweenie", "???"),
        *("dat weet ik niet zeker", "onbekend", "weet k niet", "Geen idee, sorry", "🤷‍♀️"),
    ],
)
def test_not_knowing_is_an_answer_to_every_question(kind: str, text: str) -> None:
    assert understand(kind, text, date(2026, 11, 23)).status == "unknown"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", ["", "   ", "\u200b", "\x00", "..."])
def test_an_empty_answer_is_asked_again(kind: str, text: str) -> None:
    assert understand(kind, text, date(2026, 11, 23)).status == "ask"
