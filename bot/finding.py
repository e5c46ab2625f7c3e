"""What a person is found by: their name, telephone number and mail, written in one way only."""

import re
import unicodedata
from collections.abc import Iterator

from bot.ports import Trace
from dialogs.session import Session
from dialogs.understanding.contact import email, phone

_NAME, _PHONE, _MAIL = "naam", "telefoon", "mail"
_NAME_QUESTION, _REACH_QUESTION = "contact_naam", "contact_bereikbaar"
_NO_LETTER = re.compile(r"[\W_]+")
_CASE = re.compile(r"(?:lw)?[\W_]*(?:(20\d\d)[\W_]+)?(\d{1,6})", re.IGNORECASE)
_WHOLE_CASE = re.compile(r"lw(20\d\d)(\d{6})", re.IGNORECASE)
# Numbers began in this year; one that is given without its year is looked for in each.
_FIRST_YEAR = 2020
_FEWEST_DIGITS = 7


def traces(session: Session) -> frozenset[Trace]:
    """Return what the person of this conversation is found by."""
    found = (
        *names(_answer(session, _NAME_QUESTION)),
        *_reached(_answer(session, _REACH_QUESTION)),
    )
    return frozenset(found)


def retraced(before: Session, after: Session) -> frozenset[Trace] | None:
    """Return what the person is found by from now on, None when nothing of that changed."""
    asked = (_NAME_QUESTION, _REACH_QUESTION)
    same = all(_answer(before, each) == _answer(after, each) for each in asked)
    return None if same else traces(after)


def sought(text: str) -> tuple[Trace, ...]:
    """Return what somebody who typed this may be looking for: it is exactly this, or nothing."""
    if "@" in text:
        return _mail(text)
    if sum(sign.isdecimal() for sign in text) >= _FEWEST_DIGITS:
        return _phone(text)
    name = _plain(text)
    return (Trace(kind=_NAME, value=name),) if name else ()


def numbers(text: str, year: int) -> tuple[str, ...]:
    """Return the case numbers that this may be: `LW-2026-000123`, `lw 2026 123`, or just `123`."""
    typed = text.strip()
    whole = _WHOLE_CASE.fullmatch(_NO_LETTER.sub("", typed))
    found = whole or _CASE.fullmatch(typed)
    if found is None:
        return ()
    years = (int(found[1]),) if found[1] else range(_FIRST_YEAR, year + 2)
    return tuple(f"LW-{each}-{int(found[2]):06d}" for each in years)


def names(name: str) -> Iterator[Trace]:
    """Yield the whole name, and what follows the first name: with and without "van der"."""
    words = _plain(name).split()
    ends = {" ".join(words), " ".join(words[1:]), *words[-1:]} - {""}
    yield from (Trace(kind=_NAME, value=each) for each in sorted(ends))


def _reached(reach: str) -> tuple[Trace, ...]:
    return _mail(reach) if "@" in reach else _phone(reach)


def _phone(text: str) -> tuple[Trace, ...]:
    number = phone(text).value
    return (Trace(kind=_PHONE, value=str(number)),) if number else ()


def _mail(text: str) -> tuple[Trace, ...]:
    address = email(text).value
    return (Trace(kind=_MAIL, value=str(address).casefold()),) if address else ()


def _plain(name: str) -> str:
    """Return a name without accents, capitals, dots and dashes."""
    apart = unicodedata.normalize("NFKD", name)
    letters = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return _NO_LETTER.sub(" ", letters.casefold()).strip()


def _answer(session: Session, question: str) -> str:
    entry = session.ledger.get(question)
    value = None if entry is None or entry.answer is None else entry.answer.value
    return value if isinstance(value, str) else ""
