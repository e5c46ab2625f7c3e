"""The few files of the page: named after their content, so that they may be kept for ever."""

import gzip
from hashlib import sha256
from importlib.resources import files
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import Response

_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
_HASH_LENGTH = 12
_YEAR = 365 * 24 * 60 * 60


class Assets:
    """All static files, read once."""

    def __init__(self) -> None:
        """Read them and give each its name."""
        folder = files("bot.channels.web") / "static"
        content = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
        self._served = {_named(name, body): body for name, body in content.items()}
        self._packed = {name: gzip.compress(body, mtime=0) for name, body in self._served.items()}
        self.paths = MappingProxyType(
            {name: f"/static/{_named(name, body)}" for name, body in content.items()}
        )

    async def served(self, request: Request) -> Response:
        """Serve one file; another name is another content, so it never changes."""
        name = request.path_params["name"]
        body = self._served.get(name)
        if body is None:
            return Response(status_code=404)
        headers = {
            "cache-control": f"public, max-age={_YEAR}, immutable",
            "vary": "accept-encoding",
        }
        if "gzip" in request.headers.get("accept-encoding", ""):
            body = self._packed[name]
            headers["content-encoding"] = "gzip"
        return Response(body, headers=headers, media_type=_TYPES[name.rpartition(".")[2]])


def _named(name: str, body: bytes) -> str:
    stem, _, kind = name.rpartition(".")
    return f"{stem}.{sha256(body).hexdigest()[:_HASH_LENGTH]}.{kind}"
