"""What somebody types or sends who wants to see the program fall over."""

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

# Figures and letters of other scripts, signs that cannot be seen, and halves of signs.
_SIGNS = (
    *("\u0663", "\uff13", "\u2167", "\u00bd", "\u00b2", "\u09e8", "\u4e09", "\u216b"),
    *(
        "\u00a0",
        "\u200b",
        "\u200d",
        "\u202e",
        "\u2066",
        "\u0301",
        "\ufeff",
        "\x00",
        "\x1b",
        "\x7f",
    ),
    *("\ud800", "\udfff", "\ufb01", "\u0130", "\u1e9e", "\U0001f600", "\U0001f1f3\U0001f1f1"),
    *("\u2044", "\u066b", "\u066c", "\u2212", "\u20ac", "\u00a3", "\u2030"),
)
_FIGURES = (
    *("0", "1", "7", "9", "00", "31", "99", "2024", "1e999", "0x1f", "NaN", "inf", "-0", "1_000"),
    *("9" * 15, "9" * 16, "0." + "0" * 20, "1.250,50", "3-5-24", "2024-02-30", "14:60", "½"),
)
_MARKS = (*"-+/.,:;%€'\"()[]{}<>|\\*?^$#@!~=&_`", "...", "--", "{{", "}}", "%s", "\n", "\r", "\t")
_WORDS = (
    *("een", "twee", "honderd", "duizend", "miljoen", "half", "anderhalf", "paar", "kwart"),
    *("tussen", "tot", "van", "of", "en", "à", "sinds", "over", "geleden", "vorige", "volgende"),
    *("begin", "eind", "rond", "ongeveer", "niet", "geen", "weet ik niet", "nog steeds", "ja"),
    *("nee", "mei", "maandag", "week", "maanden", "jaar", "dag", "kerst", "pasen", "weekend"),
    *("euro", "cent", "procent", "twee-en-een-half", "honderdeenentwintig", "zes zeven", "'24"),
)
_PIECES = st.one_of(
    st.sampled_from(_WORDS),
    st.sampled_from(_FIGURES),
    st.sampled_from(_MARKS),
    st.sampled_from(_SIGNS),
    st.text(max_size=6),
)
_JOINTS = st.sampled_from(("", " ", "-", "/", ".", ",", " of ", " en ", "  "))
_MIXED = st.builds(
    lambda joint, pieces: joint.join(pieces), _JOINTS, st.lists(_PIECES, max_size=40)
)
_ENDLESS = st.builds(
    lambda joint, pieces, times: joint.join(pieces * times)[:2000],
    _JOINTS,
    st.lists(_PIECES, min_size=1, max_size=3),
    st.integers(2, 300),
)

MESSAGES = st.one_of(_MIXED, _ENDLESS, st.text(max_size=400))

# --- deliveries that no platform ever made -------------------------------------------------------

_DEEP: Any = json.loads("[" * 200 + "]" * 200)
_JUNK: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 2**31, 2**53, 2**63, -(2**63), 10**30, 1e308, -0.5),
    *("", " ", "0", "-1", "x" * 5000, "9" * 400, "\x00", "\ud800", "NL.1", "1:0", "99999999:1"),
    *("/start", "/", "stop", "ja", "ik wil dood", [], [None], [[]], {}, {"": {}}, _DEEP),
)


def spoiled(dice: random.Random, payload: Any) -> bytes:
    """Return a delivery in which a few things are not what they should be."""
    changed = copy.deepcopy(payload)
    for _ in range(dice.randint(1, 3)):
        _spoil(dice, changed)
    text = json.dumps(changed, ensure_ascii=dice.choice((True, False)))
    body = text.encode("utf-8", "surrogatepass")
    return body if dice.randrange(10) else _cut(dice, body)


def _spoil(dice: random.Random, payload: Any) -> None:
    places = list(_places(payload))
    if not places:
        return
    place, key = dice.choice(places)
    what = dice.randrange(4)
    if what == 0:
        del place[key]
    elif what == 1:
        place[key] = [place[key], place[key]]
    else:
        place[key] = copy.deepcopy(dice.choice(_JUNK))


def _places(payload: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each place in a delivery at which something stands."""
    for key in list(payload) if isinstance(payload, dict) else range(len(payload)):
        yield payload, key
        if isinstance(payload[key], dict | list):
            yield from _places(payload[key])


def _cut(dice: random.Random, body: bytes) -> bytes:
    at = dice.randrange(len(body))
    return dice.choice((body[:at], body[at:], body[:at] + b"\xff\x00" + body[at:], body * 2))
