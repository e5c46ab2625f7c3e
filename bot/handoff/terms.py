"""Terms as a handler reads them: how many days are left, counted today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.days.terms_ahead import is_right
from bot.handoff.templates import Words
from bot.sentences.texts import Texts
from calc.termijnen import TermijnStatus

_SOON = frozenset({TermijnStatus.BINNEN_6_MAANDEN, TermijnStatus.VERSTREKEN})


@dataclass(frozen=True)
class Term:
    """One term; `days` are those left today until `safe_until`, which may be before the last."""

    stored: Mapping[str, Any]
    last_day: date
    safe_until: date
    days: int
    right: bool
    words: str

    @property
    def soon(self) -> bool:
        """Tell whether a right is lost soon, or may have been lost by now."""
        return self.right and (self.days < 0 or self.stored["status"] in _SOON)


def terms(assessed: Mapping[str, Any] | None, today: date, texts: Texts) -> tuple[Term, ...]:
    """Return every term, the soonest first; those with which a right is lost before the rest."""
    stored: Sequence[Mapping[str, Any]] = () if assessed is None else assessed["termijnen"]
    found = [_term(term, today, texts) for term in stored]
    return tuple(sorted(found, key=lambda term: (not term.right, term.safe_until)))


def _term(stored: Mapping[str, Any], today: date, texts: Texts) -> Term:
    last_day = date.fromisoformat(stored["laatste_dag"])
    safe_until = date.fromisoformat(stored["veilig_tot"])
    days = (safe_until - today).days
    right = is_right(stored["id"])
    words = texts(
        "balie.termijn.misschien_te_laat" if right and days < 0 else "balie.termijn.kort",
        naam=Words(texts).naam(stored["id"], "termijn"),
        nog=texts("balie.termijn.nog", dagen=days),
        veilig=safe_until,
        dag=last_day,
    )
    return Term(
        stored=stored,
        last_day=last_day,
        safe_until=safe_until,
        days=days,
        right=right,
        words=words,
    )
