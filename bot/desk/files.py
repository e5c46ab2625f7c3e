"""The few files that the pages of the desk need."""

from pathlib import Path

from fastapi import Request
from fastapi.responses import FileResponse, Response

from bot.handoff.templates import STYLESHEET

_STATIC = Path(__file__).parent / "static"
_FILES = {
    "desk.css": (_STATIC / "desk.css", "text/css"),
    "alarmen.js": (_STATIC / "alarmen.js", "text/javascript"),
    "desk.js": (_STATIC / "desk.js", "text/javascript"),
    "queue.js": (_STATIC / "queue.js", "text/javascript"),
    "vernieuwen.js": (_STATIC / "vernieuwen.js", "text/javascript"),
    "summary.css": (STYLESHEET, "text/css"),
    "icon.svg": (_STATIC / "icon.svg", "image/svg+xml"),
}
_HEADERS = {"Cache-Control": "public, max-age=300"}
_NOT_FOUND = 404


async def static_file(request: Request) -> Response:
    """Return one of the files; there are no others."""
    found = _FILES.get(request.path_params["name"])
    if found is None:
        return Response(status_code=_NOT_FOUND)
    page, kind = found
    return FileResponse(page, media_type=kind, headers=_HEADERS)
