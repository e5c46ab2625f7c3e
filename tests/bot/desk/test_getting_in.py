from datetime import timedelta
from pathlib import Path

import pytest
from fastapi import FastAPI

from bot.desk import one_time_login
from bot.desk.accounts import add, disable, reset
from bot.parts import Parts
from tests.balie import Browser, HeldClock, opened

ELSEWHERE = "https://elders.test"
PASSWORD = "vier losse woorden samen"


async def test_nobody_sees_a_page_without_logging_in(browser: Browser) -> None:
    for path in ("/desk", "/desk/zaak/LW-2026-000001", "/desk/wachtwoord", "/desk/iets/anders"):
        answer = await browser.get(path)

        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/desk/inloggen")


async def test_a_link_lets_its_holder_in_once(parts: Parts, browser: Browser) -> None:
    link = await one_time_login(parts)

    looked = await browser.get(link)
    used = await browser.send(link)
    again = await browser.send(link)

    assert looked.status_code == 200
    assert used.headers["location"] == "/desk/wachtwoord"
    assert (await browser.get("/desk")).status_code == 200
    assert again.status_code == 410


async def test_looking_at_a_link_does_not_use_it_up(parts: Parts, browser: Browser) -> None:
    link = await one_time_login(parts)

    await browser.get(link)
    await browser.get(link)

    assert (await browser.send(link)).status_code == 303


async def test_a_link_works_for_a_quarter_of_an_hour(
    parts: Parts, browser: Browser, clock: HeldClock
) -> None:
    link = await one_time_login(parts)
    clock.passes(timedelta(minutes=15))

    assert (await browser.get(link)).status_code == 410
    assert (await browser.send(link)).status_code == 410


async def test_a_made_up_link_opens_nothing(browser: Browser) -> None:
    assert (await browser.send("/desk/eenmalig/abc")).status_code == 410


async def test_who_is_invited_chooses_a_password_and_gets_in_with_it(
    parts: Parts, browser: Browser
) -> None:
    await browser.send(await add(parts.store, parts.clock, "J.Smit"))
    chosen = await browser.send("/desk/wachtwoord", nieuw=PASSWORD, herhaald=PASSWORD)
    assert chosen.headers["location"] == "/desk?wachtwoord=bewaard"
    await browser.send("/desk/uitloggen")

    answer = await browser.send("/desk/inloggen", naam=" j.smit ", wachtwoord=PASSWORD)

    assert answer.headers["location"] == "/desk"
    assert (await browser.get("/desk")).status_code == 200


@pytest.mark.parametrize(
    ("chosen", "again"),
    [
        ("kort", "kort"),
        (PASSWORD, PASSWORD + "!"),
        ("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa"),
        ("beheer beheer beheer", "beheer beheer beheer"),
        ("x" * 201, "x" * 201),
    ],
)
async def test_a_weak_password_is_refused(
    parts: Parts, browser: Browser, chosen: str, again: str
) -> None:
    await browser.send(await one_time_login(parts))

    answer = await browser.send("/desk/wachtwoord", nieuw=chosen, herhaald=again)

    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


async def test_another_password_asks_for_the_present_one(parts: Parts, browser: Browser) -> None:
    await with_password(parts, browser)

    without = await browser.send("/desk/wachtwoord", nieuw=PASSWORD * 2, herhaald=PASSWORD * 2)
    withal = await browser.send(
        "/desk/wachtwoord", huidig=PASSWORD, nieuw=PASSWORD * 2, herhaald=PASSWORD * 2
    )

    assert without.status_code == 422
    assert withal.status_code == 303


async def test_a_new_password_ends_the_sessions_elsewhere(
    parts: Parts, browser: Browser, other: Browser
) -> None:
    await with_password(parts, browser)
    await other.send("/desk/inloggen", naam="beheer", wachtwoord=PASSWORD)
    assert (await other.get("/desk")).status_code == 200

    await browser.send(
        "/desk/wachtwoord", huidig=PASSWORD, nieuw=PASSWORD * 2, herhaald=PASSWORD * 2
    )

    assert (await other.get("/desk")).status_code == 303
    assert (await browser.get("/desk")).status_code == 200


async def test_wrong_name_and_wrong_password_read_the_same(parts: Parts, browser: Browser) -> None:
    await with_password(parts, browser)
    await browser.send("/desk/uitloggen")

    nobody = await browser.send("/desk/inloggen", naam="niemand", wachtwoord=PASSWORD)
    wrong = await browser.send("/desk/inloggen", naam="beheer", wachtwoord="iets heel anders")

    assert nobody.status_code == wrong.status_code == 403
    assert nobody.text.replace('"niemand"', "") == wrong.text.replace('"beheer"', "")


async def test_an_account_without_a_password_cannot_be_entered_by_one(
    parts: Parts, browser: Browser
) -> None:
    await add(parts.store, parts.clock, "nieuw")

    assert (await browser.send("/desk/inloggen", naam="nieuw", wachtwoord="")).status_code == 403


async def test_too_many_attempts_are_refused_even_with_the_right_password(
    parts: Parts, browser: Browser
) -> None:
    await with_password(parts, browser)
    await browser.send("/desk/uitloggen")
    for _ in range(5):
        await browser.send("/desk/inloggen", naam="beheer", wachtwoord="fout fout fout fout")

    answer = await browser.send("/desk/inloggen", naam="beheer", wachtwoord=PASSWORD)

    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0


async def test_an_idle_session_ends_after_eight_hours(
    parts: Parts, browser: Browser, clock: HeldClock
) -> None:
    await browser.send(await one_time_login(parts))
    clock.passes(timedelta(hours=7, minutes=59))
    assert (await browser.get("/desk")).status_code == 200
    clock.passes(timedelta(hours=4))
    assert (await browser.get("/desk")).status_code == 200
    clock.passes(timedelta(minutes=1))

    assert (await browser.get("/desk")).status_code == 303


async def test_a_session_nobody_uses_ends_before_the_day_does(
    parts: Parts, browser: Browser, clock: HeldClock
) -> None:
    await browser.send(await one_time_login(parts))
    clock.passes(timedelta(hours=8))

    assert (await browser.get("/desk")).status_code == 303


async def test_logging_out_ends_the_session_for_whoever_kept_the_cookie(
    parts: Parts, browser: Browser
) -> None:
    await browser.send(await one_time_login(parts))
    kept = dict(browser.http.cookies)

    await browser.send("/desk/uitloggen")

    assert not browser.http.cookies
    browser.http.cookies.update(kept)
    assert (await browser.get("/desk")).status_code == 303


async def test_a_reset_or_disabled_account_is_out_at_once(
    parts: Parts, browser: Browser, other: Browser
) -> None:
    await browser.send(await add(parts.store, parts.clock, "een"))
    await other.send(await add(parts.store, parts.clock, "twee"))

    link = await reset(parts.store, parts.clock, "een")
    await disable(parts.store, "twee")

    assert (await browser.get("/desk")).status_code == 303
    assert (await other.get("/desk")).status_code == 303
    assert (await browser.send(link)).status_code == 303


async def test_the_link_of_a_disabled_account_opens_nothing(
    parts: Parts, browser: Browser
) -> None:
    link = await add(parts.store, parts.clock, "drie")
    await disable(parts.store, "drie")

    assert (await browser.send(link)).status_code == 410


@pytest.mark.parametrize("origin", [None, "null", ELSEWHERE, "http://balie.test.elders.test", ""])
async def test_a_form_from_another_site_is_refused(
    parts: Parts, browser: Browser, origin: str | None
) -> None:
    link = await one_time_login(parts)

    assert (await browser.send(link, origin=origin)).status_code == 403
    assert (await browser.send(link)).status_code == 303


async def test_a_form_for_staff_from_another_site_is_refused(
    parts: Parts, browser: Browser
) -> None:
    await browser.log_in(parts)

    answer = await browser.send(
        "/desk/wachtwoord", origin=ELSEWHERE, nieuw=PASSWORD, herhaald=PASSWORD
    )

    assert answer.status_code == 403


async def test_who_is_in_needs_no_login_page(parts: Parts, browser: Browser) -> None:
    await browser.log_in(parts)

    answer = await browser.get("/desk/inloggen?verder=/desk/wachtwoord")

    assert answer.headers["location"] == "/desk/wachtwoord"


async def test_guessing_the_present_password_is_limited_too(
    parts: Parts, browser: Browser
) -> None:
    await with_password(parts, browser)
    guess = {"nieuw": PASSWORD * 2, "herhaald": PASSWORD * 2}
    for _ in range(5):
        await browser.send("/desk/wachtwoord", huidig="fout fout fout fout", **guess)

    answer = await browser.send("/desk/wachtwoord", huidig=PASSWORD, **guess)

    assert answer.status_code == 422
    assert "te vaak geprobeerd" in answer.text


async def test_a_form_that_is_no_form_of_ours_is_refused(browser: Browser) -> None:
    answer = await browser.send("/desk/inloggen", naam="x" * 20_000, wachtwoord="")

    assert answer.status_code == 413


async def test_the_cookie_tells_browsers_to_keep_it_close(
    parts: Parts, browser: Browser, app: FastAPI
) -> None:
    plain = (await browser.send(await one_time_login(parts))).headers["set-cookie"]
    link = await one_time_login(parts)
    async with opened(app, "https://balie.test") as http:
        answer = await Browser(http).send(link, origin="https://balie.test")
        over_https = answer.headers["set-cookie"]

    assert {"HttpOnly", "SameSite=strict", "Path=/desk"} <= parts_of(plain)
    assert over_https.startswith("__Host-")
    assert {"HttpOnly", "SameSite=strict", "Path=/", "Secure"} <= parts_of(over_https)


async def test_the_store_never_holds_the_token_itself(
    parts: Parts, browser: Browser, tmp_path: Path
) -> None:
    link = await one_time_login(parts)
    await browser.send(link)
    tokens = [link.rpartition("/")[2], *browser.http.cookies.values()]

    kept = on_disk(tmp_path)

    assert [token for token in tokens if token.encode() in kept] == []


async def test_after_the_login_the_page_that_was_asked_for_follows(
    parts: Parts, browser: Browser
) -> None:
    await with_password(parts, browser)
    await browser.send("/desk/uitloggen")
    sent = await browser.get("/desk/zaak/LW-2026-000001")
    assert sent.headers["location"] == "/desk/inloggen?verder=/desk/zaak/LW-2026-000001"

    answer = await browser.send(
        "/desk/inloggen",
        naam="beheer",
        wachtwoord=PASSWORD,
        verder="/desk/zaak/LW-2026-000001",
    )

    assert answer.headers["location"] == "/desk/zaak/LW-2026-000001"


@pytest.mark.parametrize("onward", ["//elders.test", "https://elders.test", "/desk\r\nx: y", "/"])
async def test_the_login_never_leads_to_another_site(
    parts: Parts, browser: Browser, onward: str
) -> None:
    await with_password(parts, browser)
    await browser.send("/desk/uitloggen")

    answer = await browser.send(
        "/desk/inloggen", naam="beheer", wachtwoord=PASSWORD, verder=onward
    )

    assert answer.headers["location"] == "/desk"


async def test_every_page_tells_browsers_to_be_careful(parts: Parts, browser: Browser) -> None:
    await browser.send(await one_time_login(parts))
    for path in ("/desk/inloggen", "/desk", "/desk/wachtwoord", "/desk/zaak/LW-1"):
        headers = (await browser.get(path)).headers

        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["x-frame-options"] == "DENY"


async def with_password(parts: Parts, browser: Browser) -> None:
    await browser.send(await one_time_login(parts))
    await browser.send("/desk/wachtwoord", nieuw=PASSWORD, herhaald=PASSWORD)


def parts_of(cookie: str) -> set[str]:
    return {part.strip() for part in cookie.split(";")}


def on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())
