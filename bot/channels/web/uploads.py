"""A file that the page sends: read into memory and nowhere else, for it may say anything."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from bot.channels.web.guard import Refused
from bot.channels.web.messages import Id
from bot.files.examining import LARGEST

MULTIPART = "multipart/form-data"
# What stands around a file in a form, and room to see that one is just too large.
LARGEST_FORM = LARGEST + 256 * 1024
_MOST_FIELDS = 8
_TOO_LARGE, _UNREADABLE = "pagina.fout.bestand_te_groot", "pagina.fout.onleesbaar"


class _Fields(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    id: Id
    after: Annotated[int, Field(ge=0)] = 0


@dataclass(frozen=True)
class Upload:
    """One file with the id that the page gave to its sending, and the last line that it shows."""

    id: str
    after: int
    name: str
    content: bytes


class _InMemory(MultiPartParser):
    """Keeps a file out of the folder for temporary files, where it would lie unsealed."""

    spool_max_size = LARGEST_FORM + 1


async def upload_of(request: Request) -> Upload:
    """Return the file in a form; `Refused` when there is none, or one that is too large."""
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > LARGEST_FORM:
        raise Refused(413, _TOO_LARGE)
    parser = _InMemory(
        request.headers, _bounded(request), max_files=1, max_fields=_MOST_FIELDS, max_part_size=256
    )
    try:
        form = await parser.parse()
    except (MultiPartException, KeyError):
        # A form without a boundary, or something else that no browser sends.
        raise Refused(400, _UNREADABLE) from None
    try:
        return await _read(form)
    finally:
        await form.close()


async def _read(form: FormData) -> Upload:
    file = form.get("file")
    try:
        fields = _Fields.model_validate(dict(form))
    except ValidationError:
        raise Refused(400, _UNREADABLE) from None
    if not isinstance(file, UploadFile):
        raise Refused(400, _UNREADABLE)
    return Upload(fields.id, fields.after, file.filename or "", await file.read())


async def _bounded(request: Request) -> AsyncGenerator[bytes, None]:
    taken = 0
    async for chunk in request.stream():
        taken += len(chunk)
        if taken > LARGEST_FORM:
            raise Refused(413, _TOO_LARGE)
        yield chunk
