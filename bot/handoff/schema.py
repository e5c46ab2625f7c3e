"""The shape of the summary as data, as JSON Schema, for whoever reads it elsewhere."""

from typing import Any

from pydantic import BaseModel, JsonValue

from bot.ports import FileStage
from calc.beoordeling import Beoordeling
from calc.feiten import Feiten
from dialogs.events import Sort
from dialogs.session import State, Status
from dialogs.summary import Why
from dialogs.urgency import Urgency

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_REASONS, _TOLD = "redenen", "uitleg"
_CLOSED = ("additionalProperties", False)
# pydantic knows no shape for a value that may be a range, and gives each kind a name of its own.
_DEFS, _RANGE, _RANGES = "#/$defs/", "Bereik", "Bereik_"
_VALUE = ["string", "number"]
_END = {"type": [*_VALUE, "null"]}
_VALUE_OR_RANGE = {
    "description": "A value, or a range of which either end may be open.",
    "anyOf": [
        {"type": _VALUE},
        {"type": "object", "properties": {"van": _END, "tot": _END}, "required": ["van", "tot"]},
    ],
}


class _Said(BaseModel):
    """An answer as it reads, when it was given, and on which channel.

    `ingevuld_door` is who of staff wrote it down, and `bevestigd` what the person said of that.
    """

    antwoord: str
    op: str
    kanaal: str
    ingevuld_door: str | None
    bevestigd: bool | None


class _Answer(_Said):
    """One question with its answer; `getoond` is what stood on the screen, where that is kept.

    What staff added by themselves answers no question.
    """

    vraag: str | None
    fact: str | None
    getoond: str | None
    onderwerp: str
    status: Status
    waarde: JsonValue
    woorden: str
    eerder: list[_Said]


class _OpenPoint(BaseModel):
    """What is not known, and why."""

    vraag: str
    fact: str | None
    onderwerp: str
    reden: Why


class _Alarm(BaseModel):
    """An alarm that went off."""

    alarm: str
    op: str


class _Retest(BaseModel):
    """A later test of the criteria, each with its outcome; `criterium` is one that failed."""

    op: str
    van: str
    naar: str
    criteria: dict[str, str]
    criterium: str | None


class _Line(BaseModel):
    """One line of the conversation."""

    nummer: int
    op: str
    wie: str
    tekst: str
    knoppen: list[str]
    met_knop: bool


class _File(BaseModel):
    """One file that a person sent: what is known of it, never the bytes."""

    id: str
    regel: int
    op: str
    stand: FileStage
    reden: str | None
    naam: str
    soort: Sort
    mime: str
    grootte: int | None
    sha256: str | None


class _Summary(BaseModel):
    """The summary of one case; the assessment is the one stored at the last turn."""

    zaak: str
    status: State
    urgentie: Urgency
    kanaal: str
    begonnen_op: str
    doorgestuurd_op: str | None
    behandelaar: str | None
    feiten: Feiten
    beoordeling: Beoordeling | None
    antwoorden: list[_Answer]
    contact: dict[str, JsonValue]
    open_punten: list[_OpenPoint]
    tegenstrijdig: list[str]
    vervallen_antwoorden: list[_Answer]
    alarmen: list[_Alarm]
    hertoetsingen: list[_Retest]
    bestanden: list[_File]
    gesprek: list[_Line]


def summary_schema() -> dict[str, Any]:
    """Return the schema, made of the models of the facts and of the assessment themselves.

    Keys may come that are not in it; those that are required stay.
    """
    made: dict[str, Any] = _open(_Summary.model_json_schema(mode="serialization"))
    ranges = [name for name in made["$defs"] if name.startswith(_RANGES)]
    kept = {name: part for name, part in made["$defs"].items() if name not in ranges}
    return {"$schema": _DIALECT, **made, "$defs": kept | {_RANGE: _VALUE_OR_RANGE}}


def _open(part: Any) -> Any:
    """Return the schema with the words beside the reasons, and with room for more keys."""
    if isinstance(part, list):
        return [_open(one) for one in part]
    if not isinstance(part, dict):
        return part
    if str(part.get("$ref", "")).startswith(f"{_DEFS}{_RANGES}"):
        return {"$ref": f"{_DEFS}{_RANGE}"}
    made = {key: _open(one) for key, one in part.items() if (key, one) != _CLOSED}
    if _REASONS in made.get("properties", {}):
        made["properties"] = made["properties"] | {_TOLD: {"type": "string"}}
    return made
