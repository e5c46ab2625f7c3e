"""What stands on the sheet on which staff fill in a case: questions, answers, and facts to add."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import uuid4

from bot.desk.typed import IN_A_YEAR, Typed
from bot.handoff import CaseFile
from bot.handoff.templates import Words
from bot.handoff.told import by_relative, label
from bot.parts import Parts
from bot.ports import Part
from bot.sentences.render import shown
from dialogs.answers.shown import shown as shown_of
from dialogs.asking import DANGER, HUMAN, KEEP
from dialogs.effects import Say
from dialogs.ledger import ticks_of, unconfirmed
from dialogs.questions import ENOUGH, Kind, Question
from dialogs.staff.adding import answers_of, changes_of, fields_of, typed_before
from dialogs.staff.dossier import YEARS, of_a_year
from dialogs.staff.filling import as_asked, as_shown, open_to_staff
from dialogs.tree import look
from dialogs.walk import Place

_EMPTY_YEARS = 2
_BY_WORDS = (Kind.DATE, Kind.MONEY, Kind.DURATION, Kind.NUMBER, Kind.PERCENT)
_FREE = (*_BY_WORDS, Kind.TEXT, Kind.CONTACT)
_NOT_UNDERSTOOD = "overname.fout.niet_begrepen"
# Buttons that do something else than answer.
_NO_ANSWERS = frozenset({KEEP, ENOUGH, HUMAN, DANGER})


@dataclass(frozen=True)
class Field:
    """One fact that can be added, with what is known of it or was just typed."""

    path: str
    label: str
    kind: Kind
    text: str
    fault: str | None

    @property
    def id(self) -> str:
        """The id of the element: a path without its signs."""
        return re.sub(r"[^a-z0-9]+", "-", self.path).strip("-")


@dataclass(frozen=True)
class Option:
    """One question in the list."""

    key: str
    label: str
    answer: str | None


class Sheet:
    """Everything that the sheet of one case shows."""

    def __init__(self, parts: Parts, file: CaseFile, typed: Typed) -> None:
        """Read the case; `typed` is what comes back in the forms."""
        self._parts = parts
        self._texts = parts.texts
        self._file = file
        self._session = file.conversation.session
        self._places = open_to_staff(parts.script, self._session, file.today)
        self._melder = by_relative(file.facts(parts.script))
        self.typed = typed
        # A form that is sent twice counts once, each on its own.
        self.ids = {name: uuid4().hex for name in ("vraag", "invullen", "dossier", "bevestig")}

    # --- questions -------------------------------------------------------------------------------

    @cached_property
    def questions(self) -> tuple[tuple[str, tuple[Option, ...]], ...]:
        """The questions of the flow that apply now, by part of the conversation."""
        sections: dict[str, list[Option]] = {}
        for place in self._places:
            option = Option(place.key, self._label(place), self._answer(place))
            sections.setdefault(place.question.section, []).append(option)
        return tuple(
            (self._texts(f"balie.sectie.{section}"), tuple(options))
            for section, options in sections.items()
        )

    @cached_property
    def place(self) -> Place | None:
        """The question that was picked, None when none was or it does not apply any more."""
        return next((one for one in self._places if one.key == self.typed.key), None)

    @property
    def name(self) -> str:
        """What the picked question is about."""
        return "" if self.place is None else self._label(self.place)

    @property
    def before(self) -> str | None:
        """The answer that stands there now."""
        return None if self.place is None else self._answer(self.place)

    @cached_property
    def put(self) -> Part:
        """The picked question as the person would see it."""
        assert self.place is not None  # noqa: S101 - the page asks only when there is one
        asked = as_asked(self._parts.script, self._session, self.place, self._file.today)
        case = self._file.conversation.case
        return self._parts.service.outgoing(asked, self._session, case).parts[-1]

    @property
    def is_free(self) -> bool:
        """Whether the answer is typed; otherwise it is one of the buttons."""
        return self.place is not None and self.place.question.kind in _FREE

    @property
    def is_list(self) -> bool:
        """Whether several things can be ticked."""
        return self.place is not None and self.place.question.kind is Kind.TICKS

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """The answers to choose from: every button that is an answer to this question itself."""
        place = self.place
        if place is None:
            return ()
        known = {option.id for option in place.question.options}
        ticks = self.is_list
        return tuple(
            (button.id, button.label)
            for button in self.put.choices
            if (button.id in known if ticks else button.id not in _NO_ANSWERS)
        )

    @property
    def ticked(self) -> tuple[str, ...]:
        """What is ticked: as it was just sent, else as it was told."""
        if self.typed.ticks is not None or self.place is None:
            return self.typed.ticks or ()
        return ticks_of(self._session.ledger.get(self.place.key))

    @property
    def seen(self) -> int:
        """How many answers the question had when this page was made."""
        return 0 if self.place is None else answers_of(self._session.ledger.get(self.place.key))

    @cached_property
    def waiting(self) -> tuple[str, ...]:
        """What was filled in and is not confirmed yet."""
        keys = unconfirmed(self._session)
        return tuple(self._label(place) for place in self._places if place.key in keys)

    @property
    def asked(self) -> str | None:
        """What is on the screen of the person because staff put it there."""
        put = self._session.put
        found = next((one for one in self._places if put and one.key == put.key), None)
        return None if found is None else self._label(found)

    # --- what only staff know --------------------------------------------------------------------

    @cached_property
    def groups(self) -> tuple[tuple[str, str, tuple[Field, ...]], ...]:
        """What can be added, by subject; what belongs to a death only where somebody died."""
        groups: dict[str, list[Field]] = {}
        for question in fields_of(self._parts.script, self._session, self._file.today):
            path = str(question.fact)
            group = _group(path)
            if group != "gezin" or self.has_death:
                groups.setdefault(group, []).append(self._field(question, path))
        return tuple(
            (group, self._texts(f"balie.invullen.groep.{group}"), tuple(fields))
            for group, fields in groups.items()
        )

    @cached_property
    def has_death(self) -> bool:
        """Whether somebody died, as far as is known."""
        assessed = self._session.beoordeling or {}
        return assessed.get("overlijdensschade") is not None

    @cached_property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """The figures of a year: name and head, the year itself first."""
        names = [_last(str(one.fact)) for one in of_a_year(self._parts.script.flow)]
        ordered = sorted(names, key=lambda name: name != "jaar")
        return tuple((name, self._texts(f"balie.invullen.jaar.{name}")) for name in ordered)

    @cached_property
    def years(self) -> tuple[tuple[Field, ...], ...]:
        """The rows of years: those that are known, and some to add."""
        entry = self._session.dossier.get(YEARS)
        answer = None if entry is None else entry.answer
        stored = answer.value if answer is not None and isinstance(answer.value, list) else []
        return tuple(
            tuple(self._figure(place, name, head, stored) for name, head in self.columns)
            for place in range(max(len(stored) + _EMPTY_YEARS, self._rows_typed()))
        )

    @cached_property
    def _facts(self) -> dict[str, Any]:
        return self._file.facts(self._parts.script).model_dump(mode="json")

    @property
    def changes(self) -> int:
        """How many changes there were when this page was made."""
        return changes_of(self._session)

    # --- pieces ----------------------------------------------------------------------------------

    @property
    def fault(self) -> str | None:
        """Why a form was not taken, in words."""
        return self._fault("")

    def _label(self, place: Place) -> str:
        return label(place.question.id, place.fact, place.index, self._texts, melder=self._melder)

    def _answer(self, place: Place) -> str | None:
        entry = self._session.ledger.get(place.key)
        if entry is None or entry.answer is None:
            return None
        return shown(shown_of(place.question, entry.answer).brief(), self._texts)

    def _field(self, question: Question, path: str) -> Field:
        name = Words(self._texts).feit(path, melder=self._melder)
        relative = (
            look(self._facts, f"{path.split('.', maxsplit=1)[0]}.naam") if "[" in path else None
        )
        name = f"{name} ({relative})" if relative else name
        known = typed_before(self._session, path)
        text = self.typed.added.get(path, known)
        return Field(path, name[0].upper() + name[1:], question.kind, text, self._fault(path))

    def _figure(self, place: int, name: str, head: str, stored: list[Any]) -> Field:
        path = f"{YEARS}[{place}].{name}"
        value = stored[place].get(name) if place < len(stored) else None
        text = self.typed.added.get(path, self._written(value))
        return Field(path, head, Kind.NUMBER, text, self._fault(path))

    def _written(self, value: Any) -> str:
        """Return a figure as it can be typed again."""
        if not isinstance(value, Mapping):
            return "" if value is None else str(value).replace(".", ",")
        van, tot = (self._written(value[end]) for end in ("van", "tot"))
        form = "tussen" if van and tot else "minstens" if van else "hoogstens"
        return self._texts(f"balie.invullen.bereik.{form}", van=van, tot=tot)

    def _rows_typed(self) -> int:
        found = (IN_A_YEAR.fullmatch(name) for name in self.typed.added)
        return max((int(one[1]) + 1 for one in found if one), default=0)

    def _fault(self, name: str) -> str | None:
        key, params = self.typed.faults.get(name, ("", {}))
        if not key:
            return None
        # Many of these are written for the person, and look at what is known of the case.
        said = Say(key=key if key in self._texts else _NOT_UNDERSTOOD, params=params)
        step = as_shown(self._parts.script, self._session, self._file.today, said)
        case = self._file.conversation.case
        return self._parts.service.outgoing(step, self._session, case).parts[0].text


def _group(path: str) -> str:
    head = path.split(".", maxsplit=1)[0].partition("[")[0]
    return "regeling" if head in ("regeling_datum", "eerdere_regeling") else head


def _last(path: str) -> str:
    return path.rpartition(".")[2]
