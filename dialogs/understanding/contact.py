"""How to reach a person: a telephone number, an e-mail address, a name."""

import re
import unicodedata

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from dialogs.understanding import words
from dialogs.understanding.reading import UNKNOWN, Doubt, Reading

_BAD_NAME = Doubt(reason="verstaan.contact.name")
_BAD_PHONE = Doubt(reason="verstaan.contact.phone")
_BAD_EMAIL = Doubt(reason="verstaan.contact.email")
_NEITHER = Doubt(reason="verstaan.contact.not_understood")
_LONGEST_NAME = 100
_NUMBER = re.compile(r"\+?[0-9(][0-9()\s./-]{5,}[0-9]")
_ADDRESS = re.compile(r"[^\s<>,;:]+@[^\s<>,;]+")
_NONE = re.compile(r"(?:die |dat |nee )?heb ik niet|geen|geen (?:mail|e-?mail|telefoon)")
_SPOKEN = (
    (r"\s*\b(?:apenstaartje|apestaartje|apenstaart|\(at\)|\[at\])\s*|\s+at\s+", "@"),
    (r"\s+(?:punt|dot)\s+", "."),
    (r"\s+(?:streepje|koppelteken|min)\s+", "-"),
    (r"\s+(?:liggend streepje|underscore|laag streepje)\s+", "_"),
)


def contact(question: str, text: str) -> Reading:
    """Return the name, or else the number or address, that was typed for this question."""
    return name(text) if "naam" in question else reachable(text)


def reachable(text: str) -> Reading:
    """Return a telephone number (E.164) or an e-mail address, whichever was typed."""
    said = text[: words.LONGEST]
    if _has_address(said):
        return email(said)
    if sum(sign.isdecimal() for sign in said) >= 6:  # noqa: PLR2004 - no number is shorter
        return phone(said)
    return UNKNOWN if _unknown(said) else _NEITHER.reading()


def phone(text: str) -> Reading:
    """Return a telephone number as E.164; a number without a country is Dutch."""
    said = unicodedata.normalize("NFKC", text[: words.LONGEST])
    if _unknown(said):
        return UNKNOWN
    written = [found[0] for found in _NUMBER.finditer(said)]
    if len(written) != 1:
        return _BAD_PHONE.reading()
    try:
        number = phonenumbers.parse(written[0], "NL")
    except phonenumbers.NumberParseException:
        return _BAD_PHONE.reading()
    if not phonenumbers.is_valid_number(number):
        return _BAD_PHONE.reading()
    return _ok(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def email(text: str) -> Reading:
    """Return an e-mail address; "jan punt jansen apenstaartje" is one too."""
    said = text[: words.LONGEST].strip()
    if _unknown(said):
        return UNKNOWN
    said = _written_out(said)
    found = _ADDRESS.findall(said)
    if len(found) != 1:
        return _BAD_EMAIL.reading()
    try:
        checked = validate_email(found[0].rstrip(".!?)"), check_deliverability=False)
    except EmailNotValidError:
        return _BAD_EMAIL.reading()
    return _ok(checked.normalized)


def name(text: str) -> Reading:
    """Return a name of 1 to 100 signs, without what cannot be printed."""
    kept = "".join(
        " " if unicodedata.category(sign).startswith("C") and sign != "\u200d" else sign
        for sign in text[: words.LONGEST]
    )
    tidy = " ".join(kept.split())
    if not 1 <= len(tidy) <= _LONGEST_NAME or not any(sign.isalpha() for sign in tidy):
        return _BAD_NAME.reading()
    return _ok(tidy)


def _has_address(text: str) -> bool:
    return "@" in _written_out(text)


def _written_out(text: str) -> str:
    for shape, sign in _SPOKEN:
        text = re.sub(shape, sign, text, flags=re.IGNORECASE)
    return text


def _unknown(text: str) -> bool:
    plain = words.plain(text)
    said, rest = words.without_unknown(plain)
    return (said and not rest) or _NONE.fullmatch(plain.strip(" .!")) is not None


def _ok(value: str) -> Reading:
    return Reading(status="ok", value=value, params={"waarde": value, "van": "", "tot": ""})
