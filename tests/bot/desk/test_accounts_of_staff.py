import pytest

from bot.desk.accounts import (
    BadName,
    NameTaken,
    UnknownName,
    add,
    disable,
    one_time_login,
    reset,
    set_password,
)
from bot.desk.passwords import fits
from bot.parts import Parts
from tests.balie import Browser


async def test_a_name_is_known_whatever_the_case_of_its_letters(parts: Parts) -> None:
    await add(parts.store, parts.clock, " J.Smit ")

    assert await parts.store.staff("j.smit") is not None
    with pytest.raises(NameTaken):
        await add(parts.store, parts.clock, "j.SMIT")


@pytest.mark.parametrize("name", ["", "a", "met spatie", "x" * 41, "<b>", "jan/../piet", ".punt"])
async def test_a_name_that_cannot_be_one_is_refused(parts: Parts, name: str) -> None:
    with pytest.raises(BadName):
        await add(parts.store, parts.clock, name)


async def test_only_known_accounts_are_reset_or_disabled(parts: Parts) -> None:
    with pytest.raises(UnknownName):
        await reset(parts.store, parts.clock, "niemand")
    with pytest.raises(UnknownName):
        await disable(parts.store, "niemand")


async def test_a_reset_opens_a_disabled_account_again(parts: Parts, browser: Browser) -> None:
    await add(parts.store, parts.clock, "terug")
    await disable(parts.store, "terug")

    link = await reset(parts.store, parts.clock, "terug")

    assert (await browser.send(link)).status_code == 303


async def test_the_link_at_the_start_leaves_a_closed_account_closed(
    parts: Parts, browser: Browser
) -> None:
    await one_time_login(parts)
    await disable(parts.store, "beheer")

    assert (await browser.send(await one_time_login(parts))).status_code == 410


async def test_the_link_at_the_start_keeps_the_password(parts: Parts, browser: Browser) -> None:
    await browser.log_in(parts)
    await browser.send(
        "/desk/wachtwoord", nieuw="een goede zin hier", herhaald="een goede zin hier"
    )

    again = await browser.send(await one_time_login(parts))

    assert again.headers["location"] == "/desk"
    assert await fits(await parts.store.staff("beheer"), "een goede zin hier")


async def test_a_password_that_is_kept_late_opens_no_closed_account(parts: Parts) -> None:
    await add(parts.store, parts.clock, "j.smit")
    await disable(parts.store, "j.smit")

    await set_password(parts.store, "j.smit", "een goede zin hier")

    assert not await fits(await parts.store.staff("j.smit"), "een goede zin hier")
