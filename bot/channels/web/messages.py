"""What the page sends: one act of a person, as JSON or as a plain form."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dialogs.events import Act, Chose, Commanded, Said

Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{8,64}$")]


LONGEST_WAIT = 7 * 24 * 60 * 60


class PageMessage(BaseModel):
    """One act; `id` is made by the page, so that sending it again counts once."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id
    act: Act
    # The last line that the page already shows.
    after: Annotated[int, Field(ge=0)] = 0
    # The seconds since it was said: without a connection it waits in the browser.
    waited: Annotated[int, Field(ge=0, le=LONGEST_WAIT)] = 0


def from_json(body: bytes) -> PageMessage | None:
    """Return the message, None when it is none of ours."""
    try:
        return PageMessage.model_validate_json(body)
    except ValidationError:
        return None


def from_form(fields: Mapping[str, str]) -> PageMessage | None:
    """Return the message of a page without a script, None when it is none of ours."""
    act = _act(fields)
    try:
        return None if act is None else PageMessage(id=fields.get("id", ""), act=act)
    except ValidationError:
        return None


def _act(fields: Mapping[str, str]) -> Act | None:
    if "command" in fields:
        return _commanded(fields["command"])
    if "choice" in fields:
        return Chose(choice=fields["choice"], question=fields.get("question") or None)
    if "text" in fields:
        return Said(text=fields["text"].replace("\r\n", "\n"))
    return None


def _commanded(command: str) -> Commanded | None:
    try:
        return Commanded.model_validate({"command": command})
    except ValidationError:
        return None
