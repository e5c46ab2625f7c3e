"""Accounts and logins of staff."""

from datetime import datetime
from typing import Any

from bot.ports import LoginKind, StaffAccount, StaffLogin
from bot.storage.postgres.database import Database
from bot.storage.sealed import utc


async def add_staff(db: Database, account: StaffAccount) -> None:
    """Keep an account."""
    async with db.connection() as connection:
        await connection.count(
            "INSERT INTO staff (name, password_hash, disabled) VALUES ($1, $2, $3)"
            " ON CONFLICT (name) DO UPDATE SET password_hash = excluded.password_hash,"
            " disabled = excluded.disabled",
            account.name,
            account.password_hash,
            account.disabled,
        )


async def staff(db: Database, name: str) -> StaffAccount | None:
    """Return one account."""
    async with db.connection() as connection:
        row = await connection.one("SELECT * FROM staff WHERE name = $1", name)
    return None if row is None else account(row)


async def staff_accounts(db: Database) -> tuple[StaffAccount, ...]:
    """Return every account, by name."""
    async with db.connection() as connection:
        found = await connection.all('SELECT * FROM staff ORDER BY name COLLATE "C"')
    return tuple(account(row) for row in found)


async def add_login(db: Database, login: StaffLogin) -> None:
    """Keep a login, and forget those that expired before it was made."""
    async with db.connection() as connection, connection.transaction():
        await connection.count("DELETE FROM logins WHERE expires_at < $1", utc(login.created_at))
        await connection.count(
            "INSERT INTO logins (token_hash, name, kind, created_at, seen_at, expires_at)"
            " VALUES ($1, $2, $3, $4, $5, $6)",
            login.token_hash,
            login.name,
            login.kind,
            utc(login.created_at),
            utc(login.seen_at),
            utc(login.expires_at),
        )


async def login(db: Database, token_hash: str) -> StaffLogin | None:
    """Return one login, expired or not."""
    async with db.connection() as connection:
        row = await connection.one("SELECT * FROM logins WHERE token_hash = $1", token_hash)
    return None if row is None else _login(row)


async def touch_login(db: Database, token_hash: str, seen_at: datetime) -> None:
    """Note that a login was used."""
    async with db.connection() as connection:
        await connection.count(
            "UPDATE logins SET seen_at = $2 WHERE token_hash = $1", token_hash, utc(seen_at)
        )


async def drop_login(db: Database, token_hash: str) -> bool:
    """Forget a login; true for the one call that found it."""
    async with db.connection() as connection:
        gone = await connection.count("DELETE FROM logins WHERE token_hash = $1", token_hash)
    return gone == 1


async def drop_logins(db: Database, name: str) -> None:
    """Forget every login of one account."""
    async with db.connection() as connection:
        await connection.count("DELETE FROM logins WHERE name = $1", name)


def account(row: Any) -> StaffAccount:
    """Return the account that a row holds."""
    return StaffAccount(
        name=row["name"], password_hash=row["password_hash"], disabled=row["disabled"]
    )


def _login(row: Any) -> StaffLogin:
    return StaffLogin(
        token_hash=row["token_hash"],
        name=row["name"],
        kind=LoginKind(row["kind"]),
        created_at=row["created_at"],
        seen_at=row["seen_at"],
        expires_at=row["expires_at"],
    )
