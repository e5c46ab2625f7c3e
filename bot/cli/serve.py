"""`letselwijzer serve`: the pages, the desk and the channels."""

import asyncio
import signal
import socket
import sys
from types import FrameType

import typer
from uvicorn import Config, Server

from bot import log
from bot.app import asgi, parts
from bot.cli.options import Db
from bot.cli.refused import Refused
from bot.desk import one_time_login
from bot.http.addresses import origin
from bot.parts import Parts
from bot.settings import Settings, settings

_TIME_TO_FINISH = 5
_BACKLOG = 2048


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(serve)


def serve(db: Db = None) -> None:
    """Serve the chat page, the staff desk, and each channel whose settings are there."""
    chosen = settings(db)
    log.configure(as_json=not sys.stderr.isatty())
    log.take_over_from_libraries()
    with _listening(chosen) as listener:
        # What uvicorn does after a signal is to send it once more; by then all is closed.
        signal.signal(signal.SIGTERM, _already_stopped)
        signal.signal(signal.SIGINT, _already_stopped)
        asyncio.run(_served(chosen, listener))


async def _served(chosen: Settings, listener: socket.socket) -> None:
    running = await parts(chosen)
    config = Config(
        asgi(running),
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_TIME_TO_FINISH,
    )
    await Announced(config, running, listener.getsockname()[1]).serve([listener])


class Announced(Server):
    """A server that says where it can be found as soon as it can be."""

    def __init__(self, config: Config, running: Parts, port: int) -> None:
        """Serve these parts on this port."""
        super().__init__(config)
        self._parts = running
        self._port = port

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then print the addresses."""
        await super().startup(sockets)
        if self.started:
            sys.stdout.write(await self._announcement())
            sys.stdout.flush()

    async def _announcement(self) -> str:
        home = origin(self._parts.settings, self._port)
        desk = await one_time_login(self._parts)
        lines = [
            f"Chat page:   {home}/",
            f"Staff desk:  {home}{desk}",
            "             (this link lets you in once, within 15 minutes)",
        ]
        return "\n".join(lines) + "\n"


def _listening(chosen: Settings) -> socket.socket:
    """Return the open port; a port that is taken stops the start before anything else begins."""
    family = socket.AF_INET6 if ":" in chosen.host else socket.AF_INET
    try:
        return socket.create_server((chosen.host, chosen.port), family=family, backlog=_BACKLOG)
    except OSError as error:
        reason = error.strerror or "not possible"
        raise Refused(
            f"LW_HOST, LW_PORT: cannot listen there ({reason.lower()}); choose another LW_PORT"
        ) from None


def _already_stopped(_: int, __: FrameType | None) -> None:
    """Do nothing."""
