import json
from collections.abc import AsyncIterator

import pytest
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from bot.http.doors import Faults, Headers, Limit, Refusals
from bot.ports import StoreUnavailable
from bot.sentences.words import words

TEXTS = words()
REFUSALS = Refusals(TEXTS)
HTML = {"accept": "text/html"}


async def good(_: Request) -> Response:
    return PlainTextResponse("goed", headers={"referrer-policy": "same-origin"})


async def broken(_: Request) -> Response:
    raise ValueError("Jan Voorbeeld")


async def away(_: Request) -> Response:
    raise StoreUnavailable("disk full")


async def size(request: Request) -> Response:
    return PlainTextResponse(str(len(await request.body())))


async def broken_halfway(_: Request) -> Response:
    async def pieces() -> AsyncIterator[bytes]:
        yield b"begin"
        raise ValueError("Jan Voorbeeld")

    return StreamingResponse(pieces())


def client(*, https: bool = False) -> TestClient:
    app = Starlette(
        routes=[
            Route("/goed", good),
            Route("/stuk", broken),
            Route("/weg", away),
            Route("/groot", size, methods=["POST"]),
            Route("/halverwege", broken_halfway),
        ],
        middleware=[
            Middleware(Headers, https=https),
            Middleware(Faults, refusals=REFUSALS),
            Middleware(Limit, refusals=REFUSALS, most=100),
        ],
        exception_handlers={HTTPException: REFUSALS.of_http},
    )
    return TestClient(app)


def test_every_answer_has_the_careful_headers() -> None:
    headers = client().get("/goed").headers

    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe-inline" not in headers["content-security-policy"]
    assert "camera=()" in headers["permissions-policy"]
    assert "strict-transport-security" not in headers


def test_a_page_may_choose_its_own_headers() -> None:
    assert client().get("/goed").headers["referrer-policy"] == "same-origin"


def test_https_is_promised_only_where_people_come_in_over_https() -> None:
    assert "max-age=" in client(https=True).get("/goed").headers["strict-transport-security"]


@pytest.mark.parametrize(
    ("path", "status", "why"),
    [
        ("/stuk", 500, "pagina.fout.bij_ons"),
        ("/weg", 503, "pagina.fout.bij_ons"),
        ("/nergens", 404, "pagina.fout.niet_gevonden"),
    ],
)
def test_what_goes_wrong_is_told_in_dutch_without_details(
    path: str, status: int, why: str
) -> None:
    page = client().get(path, headers=HTML)
    program = client().get(path)

    assert (page.status_code, program.status_code) == (status, status)
    assert '<html lang="nl">' in page.text
    assert TEXTS(why) in page.text
    assert program.json() == {"error": TEXTS(why)}
    assert "Voorbeeld" not in page.text + program.text
    assert page.headers["x-content-type-options"] == "nosniff"


def test_the_log_tells_what_failed_and_not_what_was_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    client().get("/stuk")

    told = capsys.readouterr().err
    assert "ValueError" in told
    assert "error_id" in told
    assert "Voorbeeld" not in told


def test_an_answer_that_began_is_not_answered_twice() -> None:
    assert client().get("/halverwege").text == "begin"


@pytest.mark.parametrize("announced", ["101", "99999999999", "-1", "veel"])
def test_a_body_that_is_announced_too_large_is_refused(announced: str) -> None:
    answer = client().post("/groot", content=b"x", headers={"content-length": announced})

    assert answer.status_code == 413


def test_a_body_that_turns_out_too_large_is_refused() -> None:
    def pieces() -> list[bytes]:
        return [b"x" * 60, b"x" * 60]

    answer = client().post("/groot", content=iter(pieces()))

    assert answer.status_code == 413
    assert json.loads(answer.text) == {"error": TEXTS("pagina.fout.te_groot")}


def test_a_body_of_the_largest_size_is_taken() -> None:
    assert client().post("/groot", content=b"x" * 100).text == "100"
