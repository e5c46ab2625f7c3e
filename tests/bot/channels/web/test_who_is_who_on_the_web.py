from hashlib import sha256
from http.cookies import SimpleCookie

import pytest
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web.identity import Identity

TOKEN = "a" * 43


def request(cookie: str = "", place: str = "document") -> Request:
    headers = [(b"cookie", cookie.encode()), (b"sec-fetch-dest", place.encode())]
    return Request({"type": "http", "headers": headers})


def given(identity: Identity, cookie: str = "", place: str = "document") -> str:
    response = Response()
    identity.given_to(request(cookie, place), response)
    return response.headers["set-cookie"]


@pytest.fixture
def open_house() -> Identity:
    return Identity(https=False, keep_days=30)


def test_each_browser_gets_a_token_of_its_own(open_house: Identity) -> None:
    one, other = (SimpleCookie(given(open_house))["gesprek"].value for _ in range(2))

    assert one != other
    assert len(one) == 43


def test_the_store_never_sees_the_token(open_house: Identity) -> None:
    chat_id = open_house.chat_id(request(f"gesprek={TOKEN}"))

    assert chat_id == sha256(TOKEN.encode()).hexdigest()


def test_a_browser_keeps_the_token_that_it_has(open_house: Identity) -> None:
    assert SimpleCookie(given(open_house, f"gesprek={TOKEN}"))["gesprek"].value == TOKEN


@pytest.mark.parametrize("cookie", ["", "gesprek=", "gesprek=kort", f"gesprek={TOKEN}!"])
def test_a_token_that_we_did_not_make_is_nobody(open_house: Identity, cookie: str) -> None:
    assert open_house.chat_id(request(cookie)) is None


def test_scripts_and_other_sites_never_get_the_cookie(open_house: Identity) -> None:
    cookie = given(open_house).lower()

    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "max-age=2592000" in cookie
    assert "secure" not in cookie


def test_over_https_the_cookie_never_travels_in_the_open() -> None:
    cookie = given(Identity(https=True, keep_days=365))

    assert cookie.startswith("__Host-gesprek=")
    assert "Secure" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie


def test_within_another_site_the_cookie_is_of_that_site_alone() -> None:
    cookie = given(Identity(https=True, keep_days=365, framed=True), place="iframe").lower()

    assert "samesite=none" in cookie
    assert cookie.endswith("; partitioned")


@pytest.mark.parametrize(("framed", "place"), [(True, "document"), (False, "iframe")])
def test_elsewhere_it_stays_with_this_site(framed: bool, place: str) -> None:  # noqa: FBT001
    cookie = given(Identity(https=True, keep_days=365, framed=framed), place=place).lower()

    assert "samesite=lax" in cookie
    assert "partitioned" not in cookie
