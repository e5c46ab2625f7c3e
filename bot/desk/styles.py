"""The stylesheets of the desk."""

from pathlib import Path

from fastapi import Request
from fastapi.responses import FileResponse, Response

from bot.handoff.templates import STYLESHEET

_STYLES = {
    "desk.css": Path(__file__).parent / "static" / "desk.css",
    "summary.css": STYLESHEET,
}
_HEADERS = {"Cache-Control": "public, max-age=300"}
_NOT_FOUND = 404


async def style(request: Request) -> Response:
    """Return a stylesheet."""
    page = _STYLES.get(request.path_params["name"])
    if page is None:
        return Response(status_code=_NOT_FOUND)
    return FileResponse(page, media_type="text/css", headers=_HEADERS)
