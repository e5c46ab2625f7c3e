"""Which signs the fonts of a document can print; nothing that was typed may stop a document.

The fonts travel inside the typesetter, so a machine without any font prints the same. Emoji and
the signs of Chinese, for example, are in none of them.
"""

import re
import unicodedata

# What stands for a sign that cannot be printed.
BLANK = "\N{WHITE VERTICAL RECTANGLE}"
# First and last of what is in the fonts, in part or whole alphabets; a test prints every one.
_PRINTED = (
    (0x20, 0x7E),  # what is on every keyboard
    (0xA0, 0x4FF),  # Latin with all its marks, Greek and Cyrillic
    (0x5D0, 0x5EA),  # Hebrew
    (0x60C, 0x60C),  # Arabic, and the letters that Persian adds
    (0x61F, 0x61F),
    (0x621, 0x63A),
    (0x640, 0x652),
    (0x660, 0x669),
    (0x67E, 0x67E),
    (0x686, 0x686),
    (0x698, 0x698),
    (0x6A9, 0x6A9),
    (0x6AF, 0x6AF),
    (0x6CC, 0x6CC),
    (0x1E00, 0x1EFF),  # Latin as in Vietnamese
    (0x2010, 0x2027),  # dashes, quotes, dots
    (0x202F, 0x203A),
    (0x20A0, 0x20BF),  # money
    (0x2190, 0x22FF),  # arrows and sums
    (0x25A0, 0x25FF),  # shapes
    (0x2713, 0x2713),
)
# These turn the direction of what follows; a reader must know that one was there.
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SPACES = str.maketrans({"\r": "\n", "\t": " "})
_LONG, _PIECE = re.compile(r"\S{20,}"), re.compile(r"\S{8}")
_MAY_BREAK = "\N{ZERO WIDTH SPACE}"
_SELECTORS = (0xFE00, 0xFE0F)


def legible(text: str) -> str:
    """Return a text of which every sign can be printed.

    What cannot is replaced visibly. Joiners, selectors and marks have nothing to show by
    themselves and go; the end of a line stays.
    """
    composed = unicodedata.normalize("NFC", text).replace("\r\n", "\n").translate(_SPACES)
    return "".join(_sign(sign) for sign in composed)


def breakable(text: str) -> str:
    """Return a text in which a word that is longer than a column may be broken anywhere."""
    return _LONG.sub(lambda word: _PIECE.sub(rf"\g<0>{_MAY_BREAK}", word[0]), text)


def printed() -> str:
    """Return every sign that is printed as it is."""
    return "".join(
        sign
        for first, last in _PRINTED
        for sign in map(chr, range(first, last + 1))
        if legible(sign) == sign
    )


def _sign(sign: str) -> str:
    place, sort = ord(sign), unicodedata.category(sign)
    if sign == "\n":
        return sign
    if (sort == "Cf" and sign not in _TURNS) or _SELECTORS[0] <= place <= _SELECTORS[1]:
        return ""
    assigned = sort != "Cn"
    if assigned and any(first <= place <= last for first, last in _PRINTED):
        return sign
    return BLANK
