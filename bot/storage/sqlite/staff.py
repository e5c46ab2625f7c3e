"""Accounts and logins of staff."""

from datetime import datetime
from typing import Any

from bot.ports import LoginKind, StaffAccount, StaffLogin
from bot.storage.sealed import moment, stamp
from bot.storage.sqlite.database import Database


def add_staff(db: Database, account: StaffAccount) -> None:
    """Keep an account."""
    with db.writing():
        db.execute(
            "INSERT INTO staff (name, password_hash, disabled) VALUES (?, ?, ?)"
            " ON CONFLICT (name) DO UPDATE SET password_hash = excluded.password_hash,"
            " disabled = excluded.disabled",
            (account.name, account.password_hash, account.disabled),
        )


def staff(db: Database, name: str) -> StaffAccount | None:
    """Return one account."""
    row = db.one("SELECT * FROM staff WHERE name = ?", (name,))
    return None if row is None else account(row)


def staff_accounts(db: Database) -> tuple[StaffAccount, ...]:
    """Return every account, by name."""
    return tuple(account(row) for row in db.all("SELECT * FROM staff ORDER BY name"))


def add_login(db: Database, login: StaffLogin) -> None:
    """Keep a login, and forget those that expired before it was made."""
    with db.writing():
        db.execute("DELETE FROM logins WHERE expires_at < ?", (stamp(login.created_at),))
        db.execute(
            "INSERT INTO logins (token_hash, name, kind, created_at, seen_at, expires_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                login.token_hash,
                login.name,
                login.kind,
                stamp(login.created_at),
                stamp(login.seen_at),
                stamp(login.expires_at),
            ),
        )


def login(db: Database, token_hash: str) -> StaffLogin | None:
    """Return one login, expired or not."""
    row = db.one("SELECT * FROM logins WHERE token_hash = ?", (token_hash,))
    return None if row is None else _login(row)


def touch_login(db: Database, token_hash: str, seen_at: datetime) -> None:
    """Note that a login was used."""
    with db.writing():
        db.execute(
            "UPDATE logins SET seen_at = ? WHERE token_hash = ?", (stamp(seen_at), token_hash)
        )


def drop_login(db: Database, token_hash: str) -> bool:
    """Forget a login; true for the one call that found it."""
    with db.writing():
        gone = db.execute("DELETE FROM logins WHERE token_hash = ?", (token_hash,))
        return gone.rowcount == 1


def drop_logins(db: Database, name: str) -> None:
    """Forget every login of one account."""
    with db.writing():
        db.execute("DELETE FROM logins WHERE name = ?", (name,))


def account(row: Any) -> StaffAccount:
    """Return the account that a row holds."""
    return StaffAccount(
        name=row["name"], password_hash=row["password_hash"], disabled=bool(row["disabled"])
    )


def _login(row: Any) -> StaffLogin:
    return StaffLogin(
        token_hash=row["token_hash"],
        name=row["name"],
        kind=LoginKind(row["kind"]),
        created_at=moment(row["created_at"]),
        seen_at=moment(row["seen_at"]),
        expires_at=moment(row["expires_at"]),
    )
