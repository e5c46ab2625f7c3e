"""Passwords of staff: hashed with argon2id, and never told apart from an account that is not."""

import asyncio
import secrets
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from bot.ports import StaffAccount

SHORTEST, LONGEST = 12, 200
# An account that can only be entered by a link: no password hashes to this.
NO_PASSWORD = ""
_HASHER = PasswordHasher()
# Each hash takes 64 MiB for a moment; more than a few at once would be a way to fill the memory.
_WORKERS = ThreadPoolExecutor(max_workers=2, thread_name_prefix="password")


async def password_hash(password: str) -> str:
    """Return the argon2id hash of a password."""
    return await asyncio.get_running_loop().run_in_executor(_WORKERS, _HASHER.hash, password)


async def fits(account: StaffAccount | None, password: str) -> bool:
    """Tell whether the password opens the account; it takes as long when there is no account."""
    return await asyncio.get_running_loop().run_in_executor(_WORKERS, _fits, account, password)


def fault(password: str, again: str, name: str) -> str | None:
    """Return the text key of what is wrong with a new password, None when it will do."""
    if password != again:
        return "balie.wachtwoord.ongelijk"
    if len(password) < SHORTEST:
        return "balie.wachtwoord.te_kort"
    if len(password) > LONGEST:
        return "balie.wachtwoord.te_lang"
    guessable = name.casefold() in password.casefold() or len(set(password)) < SHORTEST // 2
    return "balie.wachtwoord.te_raden" if guessable else None


def _fits(account: StaffAccount | None, password: str) -> bool:
    usable = account is not None and not account.disabled and account.password_hash != NO_PASSWORD
    known = account.password_hash if account is not None and usable else _of_nobody()
    try:
        _HASHER.verify(known, password)
    except (VerificationError, InvalidHashError):
        return False
    return usable


@cache
def _of_nobody() -> str:
    return _HASHER.hash(secrets.token_urlsafe())
