"""Opening the database on PostgreSQL: its structure, and the keys that belong to it."""

from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

import asyncpg

from bot.keys import MASTER_SETTING, BadKey, decoded
from bot.ports import BadStore
from bot.sealing import KEY_BYTES, Sealer
from bot.storage.migrations import migrations, missing
from bot.storage.postgres.database import said

MOST_CONNECTIONS = 10
_PATIENCE = 10.0
# Of the processes that start at once, one changes the structure.
_LOCK = 0x4C57_0001


async def connected(url: str) -> Any:
    """Return a pool of connections; `BadStore` names the server, never the password."""
    try:
        return await asyncpg.create_pool(
            url, min_size=1, max_size=MOST_CONNECTIONS, timeout=_PATIENCE
        )
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError, ValueError) as error:
        raise BadStore(
            f"the database at {place(url)} cannot be reached ({type(error).__name__}); see "
            "whether PostgreSQL runs there and LW_DATABASE_URL has the right name and password"
        ) from None


def sealer(configured: str | None) -> Sealer:
    """Return what seals; on PostgreSQL the master key stands nowhere but in the settings."""
    if configured is None:
        raise BadKey(
            f"{MASTER_SETTING} must be set when the database is PostgreSQL; "
            f"make one with: openssl rand -base64 {KEY_BYTES}, and keep it somewhere safe"
        )
    return Sealer(decoded(configured, MASTER_SETTING))


async def prepared(pool: Any, sealer: Sealer, where: str) -> None:
    """Make the database ready for use; `BadStore` says what is wrong and what to do."""
    try:
        async with pool.acquire() as connection, connection.transaction():
            await connection.execute("SELECT pg_advisory_xact_lock($1)", _LOCK)
            await _migrated(connection, where)
            await _with_keys(connection, sealer, where)
    except (asyncpg.PostgresError, OSError) as error:
        raise BadStore(
            f"the database at {where} cannot be used ({said(error)}); see whether its user may "
            "make tables there, or choose another with LW_DATABASE_URL or --db"
        ) from None


def place(url: str) -> str:
    """Return where a database is, without the name and the password of its user."""
    parts = urlsplit(url)
    try:
        port = parts.port or 5432
    except ValueError:
        # No number, or a password with a slash in it: what is what cannot be told.
        return "the address in LW_DATABASE_URL"
    return f"{parts.hostname or ''}:{port}{parts.path}"


async def _migrated(connection: Any, where: str) -> None:
    await connection.execute("CREATE TABLE IF NOT EXISTS schema_version (version integer)")
    found = await connection.fetchval("SELECT max(version) FROM schema_version") or 0
    for migration in missing(migrations(files(__package__) / "migrations"), found, where):
        await connection.execute(migration.sql)
        await connection.execute("INSERT INTO schema_version VALUES ($1)", migration.number)


async def _with_keys(connection: Any, sealer: Sealer, where: str) -> None:
    if await connection.fetchval("SELECT to_regclass('keys.master')") is None:
        raise BadKey(f"the schema keys is gone from {where}; put it back from its own backup")
    await connection.execute(
        "INSERT INTO keys.master (one, name) VALUES (1, $1) ON CONFLICT DO NOTHING", sealer.name
    )
    if await connection.fetchval("SELECT name FROM keys.master") != sealer.name:
        raise BadKey(
            f"the master key does not fit the keys at {where}: they were made with another one; "
            f"put back the {MASTER_SETTING} that belongs to it"
        )
    # What was erased stays erased, also with an older copy of the keys.
    await connection.execute("DELETE FROM keys.wrapped k USING erasures e WHERE k.ref = e.ref")
    if await connection.fetchval(
        "SELECT EXISTS (SELECT 1 FROM conversations)"
        " AND NOT EXISTS (SELECT 1 FROM conversations JOIN keys.wrapped USING (ref))"
    ):
        raise BadKey(
            f"the schema keys holds none of the keys of {where}; put it back from its own backup"
        )
