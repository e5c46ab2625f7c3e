"""Everything that is served over HTTP, in one application."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Protocol

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from bot import desk, metrics
from bot.channels import web
from bot.channels.telegram.beside import Telegram
from bot.channels.whatsapp.limits import LARGEST_DELIVERY, WEBHOOK
from bot.days.followups import following_up
from bot.days.relabelling import relabelling
from bot.days.retention import sweeping
from bot.http.doors import Faults, Headers, Limit, Refusals
from bot.log import fault, log
from bot.parts import Parts
from bot.ports import StoreUnavailable

Worker = Callable[[], Awaitable[None]]
_PAUSE = 1.0
# A file that is somewhat too large is let in, so that it is turned down in its own words.
_ROOM = 1024 * 1024
_LARGER = {
    WEBHOOK: LARGEST_DELIVERY,
    web.FILES: web.LARGEST_FORM + _ROOM,
    web.FILE_FORM: web.LARGEST_FORM + _ROOM,
}


class Beside(Protocol):
    """A channel beside the pages."""

    def routes(self) -> list[BaseRoute]:
        """Return where its platform delivers; nothing of it may be slow to import."""
        ...

    async def served(self) -> None:
        """Serve until cancelled."""
        ...


def asgi(parts: Parts) -> FastAPI:
    """Return the application; while it runs, so do the outbox and everything beside it."""
    refusals = Refusals(parts.texts)
    beside = _beside(parts)
    app = FastAPI(
        title=parts.settings.organisation or "Letselwijzer",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=lambda _: _running(parts, beside),
        exception_handlers={HTTPException: refusals.of_http},
    )
    app.router.routes.extend((*web.routes(parts), *_for_operators(parts)))
    for channel in beside.values():
        app.router.routes.extend(channel.routes())
    app.include_router(desk.router(parts))
    # The last one added is the first that a request meets.
    app.add_middleware(Limit, refusals=refusals, larger=_LARGER)
    app.add_middleware(Faults, refusals=refusals)
    app.add_middleware(Headers, https=parts.settings.public_https)
    if parts.settings.trusted_proxies:
        trusted = list(parts.settings.trusted_proxies)
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=trusted)
    return app


# --- what runs beside it -------------------------------------------------------------------------


@asynccontextmanager
async def _running(parts: Parts, beside: Mapping[str, Beside]) -> AsyncIterator[None]:
    """Run the workers while people are served, and let go of the store after that."""
    parts.outbox.add(web.WebChannel(parts.live))
    workers = [
        asyncio.create_task(_kept_running(name, worker))
        for name, worker in _workers(parts, beside).items()
    ]
    try:
        yield
    finally:
        await parts.outbox.stop()
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        await parts.store.close()


def _workers(parts: Parts, beside: Mapping[str, Beside]) -> dict[str, Worker]:
    return {
        "outbox": parts.outbox.run,
        "alarms": parts.alarms.run,
        "followups": lambda: following_up(parts),
        "fetching": parts.fetching.run,
        "news": lambda: _news(parts),
        "retention": lambda: sweeping(parts.store, parts.clock, parts.settings),
        "labels": lambda: relabelling(parts),
        **{name: channel.served for name, channel in beside.items()},
    }


async def _kept_running(name: str, worker: Worker) -> None:
    """Begin again when a worker fails: people are served meanwhile."""
    while True:
        try:
            await worker()
        except Exception as error:  # noqa: BLE001 - one worker must not take the others along
            log.error("worker_failed", reason=name, **fault(error))
            await asyncio.sleep(_PAUSE)
        else:
            return


async def _news(parts: Parts) -> None:
    """Wake the pages in this process for what happened in another one."""
    async for conversation in parts.store.changes():
        parts.live.changed(conversation)


def _beside(parts: Parts) -> dict[str, Beside]:
    """Return the channels whose settings are there."""
    found: dict[str, Beside] = {}
    if parts.settings.telegram_token is not None:
        found["telegram"] = Telegram(parts)
    if parts.settings.whatsapp_token is not None:
        from bot.channels.whatsapp.serving import WhatsApp  # noqa: PLC0415 - only where it is used

        found["whatsapp"] = WhatsApp(parts)
    return found


# --- for operators -------------------------------------------------------------------------------


def _for_operators(parts: Parts) -> tuple[Route, ...]:
    async def live(_: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def ready(_: Request) -> Response:
        try:
            await parts.store.ready()
        except StoreUnavailable:
            return JSONResponse({"status": "store does not answer"}, 503)
        return JSONResponse({"status": "ok"})

    async def figures(_: Request) -> Response:
        return PlainTextResponse(metrics.exposition(), media_type=metrics.MEDIA_TYPE)

    return (
        Route("/health/live", live),
        Route("/health/ready", ready),
        Route("/metrics", figures),
    )
