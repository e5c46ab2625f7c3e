from collections.abc import AsyncIterator
from importlib import import_module
from pathlib import Path

import httpx2
import pytest
from pydantic import SecretStr
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.app import asgi, parts
from bot.http.asgi import _kept_running
from bot.parts import Parts
from bot.ports import StoreUnavailable
from bot.settings import Settings
from tests.loopback.telegram import TOKEN, bot_api
from tests.playing import opened

RESPONSIBLE = {
    "public_url": "https://intake.example.nl",
    "organisation": "Voorbeeld",
    "organisation_contact": "balie@example.nl",
    "privacy_url": "https://example.nl/privacy",
    "office_hours": "werkdagen van 9 tot 17 uur",
}


@pytest.fixture
async def playing(tmp_path: Path) -> Parts:
    return await opened(tmp_path)


@pytest.fixture
async def http(playing: Parts) -> AsyncIterator[httpx2.AsyncClient]:
    app = asgi(playing)
    async with (
        app.router.lifespan_context(app),
        httpx2.AsyncClient(
            transport=httpx2.ASGITransport(app=app), base_url="http://localhost"
        ) as client,
    ):
        yield client


async def test_operators_see_that_it_lives_and_is_ready(http: httpx2.AsyncClient) -> None:
    assert (await http.get("/health/live")).status_code == 200
    assert (await http.get("/health/ready")).json() == {"status": "ok"}


async def test_a_store_that_does_not_answer_makes_it_not_ready(
    http: httpx2.AsyncClient, playing: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away() -> None:
        raise StoreUnavailable("gone")

    monkeypatch.setattr(playing.store, "ready", away)

    assert (await http.get("/health/ready")).status_code == 503
    assert (await http.get("/health/live")).status_code == 200


async def test_the_figures_count_and_name_nobody(http: httpx2.AsyncClient) -> None:
    figures = (await http.get("/metrics")).text

    assert "letselwijzer_turns_total" in figures
    assert "chat_id" not in figures


async def test_the_page_and_the_desk_are_served_with_careful_headers(
    http: httpx2.AsyncClient,
) -> None:
    for path in ("/", "/desk", "/desk/inloggen", "/nergens", "/health/live"):
        answer = await http.get(path, headers={"accept": "text/html"})

        policy = answer.headers["content-security-policy"]
        assert answer.status_code < 500
        assert "unsafe" not in policy
        assert "frame-ancestors" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] in ("no-referrer", "same-origin")
        assert "permissions-policy" in answer.headers


async def test_how_the_api_is_built_is_not_told(http: httpx2.AsyncClient) -> None:
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert (await http.get(path)).status_code == 404


async def test_https_is_promised_on_a_public_address(playing: Parts) -> None:
    settings = Settings(_env_file=None, **RESPONSIBLE)  # type: ignore[arg-type]
    public = Parts(**{**vars(playing), "settings": settings})
    transport = httpx2.ASGITransport(app=asgi(public))

    async with httpx2.AsyncClient(transport=transport, base_url="https://x") as http:
        assert "strict-transport-security" in (await http.get("/health/live")).headers
    await playing.store.close()


async def who(request: Request) -> Response:
    return PlainTextResponse(f"{request.url.scheme} {request.client and request.client.host}")


@pytest.mark.parametrize(
    ("trusted", "seen"),
    [
        ((), "http 10.0.0.9"),
        (("10.0.0.0/8",), "https 203.0.113.7"),
        (("192.0.2.1",), "http 10.0.0.9"),
    ],
)
async def test_forwarded_headers_are_believed_of_whom_the_settings_name(
    trusted: tuple[str, ...], seen: str, playing: Parts
) -> None:
    settings = Settings(_env_file=None).model_copy(update={"trusted_proxies": trusted})
    app = asgi(Parts(**{**vars(playing), "settings": settings}))
    app.router.routes.append(Route("/wie", who))
    transport = httpx2.ASGITransport(app=app, client=("10.0.0.9", 5000))
    forwarded = {"x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.7"}

    async with httpx2.AsyncClient(transport=transport, base_url="http://x") as http:
        answer = await http.get("/wie", headers=forwarded)
    await playing.store.close()

    assert answer.text == seen


async def test_telegram_is_served_beside_the_page(tmp_path: Path) -> None:
    # It takes seconds to import, more than a test waits for an answer.
    import_module("bot.channels.telegram.serving")
    async with bot_api() as api:
        settings = Settings(
            _env_file=None,
            database_url=f"sqlite:///{tmp_path / 'lw.db'}",
            telegram_token=SecretStr(TOKEN),
            telegram_api_url=api.base,
        )
        app = asgi(await parts(settings))
        async with app.router.lifespan_context(app):
            await api.types(4242, "/start")
            (answer,) = await api.wait_for(4242, 1)

    assert [label for label, _ in answer.buttons][:2] == ["Ja", "Nee"]


async def test_a_worker_that_fails_begins_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.http.asgi._PAUSE", 0)
    tries: list[int] = []

    async def stumbles() -> None:
        tries.append(1)
        if len(tries) < 3:
            raise RuntimeError("stuk")

    await _kept_running("worker", stumbles)

    assert len(tries) == 3
