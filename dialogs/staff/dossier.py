"""Facts that only staff know: which there are, derived from the facts and from the flow."""

import re
from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Any, get_args, get_origin

from pydantic import BaseModel, JsonValue, StrictBool
from pydantic.fields import FieldInfo

from calc.bereik import Bereik
from calc.feiten import Aantal, Dag, Feiten, Geld, Getal, Percentage
from dialogs.flow import Flow
from dialogs.leaves import fits
from dialogs.picture import Picture, indexed
from dialogs.questions import Kind, Question
from dialogs.session import Entry, Status
from dialogs.tree import look

SECTION = "dossier"
YEARS = "gezin.jaren"
_RELATIVES = "naasten"
# The person may leave these to a human; until then staff fill them in, with the years.
_SHARED = "gezin."
_MONTHS = "maanden"
_PLACE = re.compile(r"\[\d+\]")
_KINDS: Mapping[Any, Kind] = {
    StrictBool: Kind.YESNO,
    Bereik[Dag]: Kind.DATE,
    Bereik[Geld]: Kind.MONEY,
    Bereik[Percentage]: Kind.PERCENT,
    Bereik[Aantal]: Kind.NUMBER,
    Bereik[Getal]: Kind.NUMBER,
}


def fields(flow: Flow) -> tuple[Question, ...]:
    """Return what staff can add, as questions on one fact each; `[]` stands for a member."""
    asked = frozenset(_asked(flow))
    return tuple(
        Question(id=path, section=SECTION, kind=kind, fact=path)
        for path, kind in _leaves(Feiten)
        if path not in asked or path.startswith(_SHARED)
    )


def of_case(flow: Flow, feiten: Feiten) -> tuple[Question, ...]:
    """Return what staff can add in one case: for each relative there is, years left out."""
    found = [field for field in fields(flow) if "[]" not in str(field.fact)]
    of_one = [field for field in fields(flow) if str(field.fact).startswith(f"{_RELATIVES}[]")]
    for index in range(len(feiten.naasten)):
        for field in of_one:
            path = indexed(str(field.fact), index)
            found.append(field.model_copy(update={"id": path, "fact": path}))
    return tuple(found)


def in_order(flow: Flow, dossier: Mapping[str, Entry]) -> tuple[Question, ...]:
    """Return what staff added as questions, in the order of the facts."""
    kinds = {str(field.fact): field for field in fields(flow)}
    years = Question(id=YEARS, section=SECTION, kind=Kind.TEXT, fact=YEARS)
    known = {path: kinds.get(_PLACE.sub("[]", path), years) for path in dossier}
    order = [*kinds]
    found = (
        field.model_copy(update={"id": path, "fact": path})
        for path, field in known.items()
        if path == YEARS or field is not years
    )
    return tuple(sorted(found, key=lambda one: _rank(order, str(one.fact))))


def of_a_year(flow: Flow) -> tuple[Question, ...]:
    """Return what staff can add about one year, by the name of its key."""
    begin = f"{YEARS}[]."
    return tuple(field for field in fields(flow) if str(field.fact).startswith(begin))


def noted(picture: Picture, dossier: Mapping[str, Entry]) -> None:
    """Add what staff know to the picture; what the person told stays as it is."""
    for path, value in _values(dossier):
        relative = path.split(".")[0] if path.startswith(f"{_RELATIVES}[") else None
        is_gone = relative is not None and look(picture.tree, relative) is None
        if look(picture.tree, path) is None and not is_gone and fits(path, value):
            picture.note(path, value, {})


def _values(dossier: Mapping[str, Entry]) -> Iterator[tuple[str, JsonValue]]:
    for path, entry in dossier.items():
        if entry.answer is not None and entry.answer.status is Status.ANSWERED:
            yield path, entry.answer.value


def _rank(order: list[str], path: str) -> tuple[int, str]:
    plain = _PLACE.sub("[]", path)
    return (order.index(plain) if plain in order else len(order)), path


def _asked(flow: Flow) -> Iterator[str]:
    for question in flow.questions():
        yield from (fact for fact in (question.fact, question.ongoing) if fact is not None)
        for settled in (question.sets, *(option.sets for option in question.options)):
            yield from settled


def _leaves(model: type[BaseModel], before: str = "") -> Iterator[tuple[str, Kind]]:
    """Yield every fact with the kind of answer that it wants; labels and choices are asked."""
    for name, field in model.model_fields.items():
        path, inner = f"{before}{name}", field.annotation
        if get_origin(inner) is tuple:
            yield from _leaves(get_args(inner)[0], f"{path}[].")
        elif isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from _leaves(inner, f"{path}.")
        elif (kind := _kind(path, field)) is not None:
            yield path, kind


def _kind(path: str, field: FieldInfo) -> Kind | None:
    inner = next((one for one in get_args(field.annotation) if one is not NoneType), None)
    kind = Kind.NUMBER if field.annotation is int else _KINDS.get(inner)
    return Kind.DURATION if kind is Kind.NUMBER and path.endswith(_MONTHS) else kind
