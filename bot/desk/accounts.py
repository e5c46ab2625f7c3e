"""Accounts of staff, for the commands and for the start of the program."""

import re
from datetime import timedelta

from bot.desk.logins import Logins
from bot.desk.passwords import NO_PASSWORD, password_hash
from bot.parts import Parts
from bot.ports import Clock, StaffAccount, Store

# The account that the program itself opens on the machine where it is started.
MANAGER = "beheer"
LINK_PATH = "/desk/eenmalig/"
# The link on the screen at the start, and one that must reach a colleague first.
_AT_START, _INVITATION = timedelta(minutes=15), timedelta(hours=24)
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")


class BadName(Exception):  # noqa: N818 - the message says what is bad about it
    """A name that cannot be the name of an account."""


class NameTaken(Exception):  # noqa: N818 - a state of the store
    """There is an account of this name already."""


class UnknownName(Exception):  # noqa: N818 - a state of the store
    """There is no account of this name."""


def account_name(typed: str) -> str:
    """Return a name as accounts go by it: small letters, nothing around it."""
    return typed.strip().casefold()


async def add(store: Store, clock: Clock, name: str) -> str:
    """Make an account and return the path of the link that lets its owner in, once."""
    name = account_name(name)
    if not _NAME.fullmatch(name):
        raise BadName(
            "a name has 2 to 40 letters, figures, dots, dashes or underscores, for example j.smit"
        )
    if await store.staff(name) is not None:
        raise NameTaken(f"there is an account {name} already; see: letselwijzer staff reset")
    await store.add_staff(StaffAccount(name=name, password_hash=NO_PASSWORD))
    return await _link(store, clock, name, _INVITATION)


async def reset(store: Store, clock: Clock, name: str) -> str:
    """Take the password away, end every session, and return the path of a new link."""
    account = await _known(store, name)
    await store.add_staff(StaffAccount(name=account.name, password_hash=NO_PASSWORD))
    await store.drop_logins(account.name)
    return await _link(store, clock, account.name, _INVITATION)


async def on_telegram(store: Store, name: str, number: int | None) -> None:
    """Say which number on Telegram an account has; whoever had that number has it no more."""
    account = await _known(store, name)
    await store.topics.link(account.name, number)


async def disable(store: Store, name: str) -> None:
    """Close an account and end every session of it."""
    account = await _known(store, name)
    await store.add_staff(account.model_copy(update={"disabled": True}))
    await store.drop_logins(account.name)


async def set_password(store: Store, name: str, password: str) -> None:
    """Give an account a password; every login of before ends."""
    hashed = await password_hash(password)
    # It may have been closed meanwhile, and stays closed.
    known = await store.staff(name)
    closed = known is not None and known.disabled
    await store.add_staff(StaffAccount(name=name, password_hash=hashed, disabled=closed))
    await store.drop_logins(name)


async def one_time_login(parts: Parts) -> str:
    """Return the path of a link that lets whoever started the program in, once, for 15 minutes.

    A closed account stays closed: then the link opens nothing.
    """
    if await parts.store.staff(MANAGER) is None:
        await parts.store.add_staff(StaffAccount(name=MANAGER, password_hash=NO_PASSWORD))
    return await _link(parts.store, parts.clock, MANAGER, _AT_START)


async def _known(store: Store, name: str) -> StaffAccount:
    account = await store.staff(account_name(name))
    if account is None:
        raise UnknownName(
            f"there is no account {account_name(name)!r}; see: letselwijzer staff add"
        )
    return account


async def _link(store: Store, clock: Clock, name: str, valid: timedelta) -> str:
    return LINK_PATH + await Logins(store, clock).link(name, valid)
