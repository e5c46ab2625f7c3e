"""What is special to PostgreSQL: the server may go away, and keys stand in a schema apart."""

import asyncio
import base64
from contextlib import AsyncExitStack, suppress
from typing import Any

import asyncpg
import pytest

from bot.keys import BadKey
from bot.ports import BadStore, Store, StoreUnavailable, Unreadable
from bot.storage.postgres import PostgresStore
from bot.storage.postgres.opening import place
from tests.storage_cases import (
    AT,
    CHANNEL,
    CHAT,
    answering,
    erasing,
    inbound,
    remembered,
    sent_all,
)
from tests.turning import MASTER_KEY

SECRET = "Gebroken pols bij de Dorpsstraat"
TABLES = ("conversations", "lines", "received", "erasures", "keys.wrapped", "keys.master")


@pytest.fixture
async def store(postgres: str, opened: AsyncExitStack) -> Store:
    made = await PostgresStore.open(postgres, MASTER_KEY)
    opened.push_async_callback(made.close)
    return made


@pytest.fixture
async def server(postgres: str, opened: AsyncExitStack) -> Any:
    connection = await asyncpg.connect(postgres)
    opened.push_async_callback(connection.close)
    return connection


async def rows(server: Any) -> list[bytes]:
    """Every value of every row, as bytes."""
    found = [row for table in TABLES for row in await server.fetch(f"SELECT * FROM {table}")]  # noqa: S608 - our own names
    values = [value for row in found for value in row.values() if value is not None]
    return [value if isinstance(value, bytes) else str(value).encode() for value in values]


async def test_nothing_of_what_was_said_stands_readable_in_a_table(
    store: Store, server: Any
) -> None:
    await store.turn(
        inbound("message-0815", SECRET, "chat-4711"), answering("Wat naar.", remember="Bloem")
    )

    table = b"\n".join(await rows(server))

    for said in (SECRET, "Dorpsstraat", "Wat naar", "Bloem", "4711", "0815", "said"):
        assert said.encode() not in table
    assert b"LW-2026-000001" in table


async def test_what_was_erased_is_gone_from_every_table(store: Store, server: Any) -> None:
    await store.turn(inbound(1, SECRET), answering("Wat naar.", "Wie bent u?"))
    sealed = [row["content"] for row in await server.fetch("SELECT content FROM lines")]
    sealed += [row["wrapped"] for row in await server.fetch("SELECT wrapped FROM keys.wrapped")]

    await store.turn(inbound(2), erasing("Alles is gewist."))
    await sent_all(store)

    left = await rows(server)
    assert len(sealed) == 4
    assert not any(each in left for each in sealed)
    (address,) = await server.fetch("SELECT chat, chat_index FROM conversations")
    assert tuple(address) == (b"", None)


async def test_an_older_copy_of_the_data_stays_unreadable_without_its_key(
    store: Store, server: Any
) -> None:
    await store.turn(inbound(1, SECRET), answering("Dag.", remember="Bloem"))
    await store.turn(inbound(1, chat="blijft"), answering("Dag.", remember="Bloem"))
    await server.execute(
        "DELETE FROM keys.wrapped USING conversations c"
        " WHERE c.ref = keys.wrapped.ref AND c.case_number = 'LW-2026-000001'"
    )

    with pytest.raises(Unreadable, match=r"LW-2026-000001: its key is gone"):
        await store.conversation_of(CHANNEL, CHAT)
    assert await sent_all(store) == ["Dag."]
    fresh = await store.turn(inbound(2), answering("Welkom."))
    assert fresh.case == "LW-2026-000003"
    assert remembered(await store.conversation_of(CHANNEL, "blijft")) == "Bloem"


async def test_an_older_copy_of_the_keys_brings_nobody_back(
    postgres: str, store: Store, server: Any
) -> None:
    await store.turn(inbound(1), answering("Dag."))
    await store.turn(inbound(1, chat="blijft"), answering("Dag."))
    keys = await server.fetch("SELECT ref, wrapped FROM keys.wrapped")
    await store.erase(CHANNEL, CHAT, AT)
    await server.executemany(
        "INSERT INTO keys.wrapped VALUES ($1, $2) ON CONFLICT DO NOTHING",
        [tuple(row) for row in keys],
    )

    await (await PostgresStore.open(postgres, MASTER_KEY)).close()

    assert await server.fetchval("SELECT count(*) FROM keys.wrapped") == 1


async def test_a_damaged_case_is_named_and_its_content_is_not(store: Store, server: Any) -> None:
    await store.turn(inbound(1, SECRET), answering("Dag.", remember="Bloem"))
    await server.execute("UPDATE conversations SET session = chat")

    with pytest.raises(Unreadable, match="LW-2026-000001: session: damaged") as raised:
        await store.turn(inbound(2), answering("Dag."))
    assert "Bloem" not in f"{raised.value!r}"

    await server.execute("UPDATE keys.wrapped SET wrapped = wrapped || '\\x00'::bytea")
    with pytest.raises(Unreadable, match="LW-2026-000001: a wrapped key is damaged"):
        await store.conversation_of(CHANNEL, CHAT)


# --- opening -------------------------------------------------------------------------------------


async def test_a_master_key_is_required(postgres: str) -> None:
    with pytest.raises(BadKey, match=r"LW_MASTER_KEY must be set .*openssl rand"):
        await PostgresStore.open(postgres, None)
    with pytest.raises(BadKey, match="LW_MASTER_KEY must be base64"):
        await PostgresStore.open(postgres, "kort")


async def test_the_wrong_master_key_is_refused(postgres: str, store: Store) -> None:
    await store.turn(inbound(1), answering("Dag."))

    with pytest.raises(BadKey, match="does not fit"):
        await PostgresStore.open(postgres, base64.b64encode(bytes(32)).decode())


async def test_lost_keys_are_told_at_the_start(postgres: str, store: Store, server: Any) -> None:
    await store.turn(inbound(1), answering("Dag."))
    await server.execute("DELETE FROM keys.wrapped")

    with pytest.raises(BadKey, match="holds none of the keys"):
        await PostgresStore.open(postgres, MASTER_KEY)

    await server.execute("ALTER SCHEMA keys RENAME TO elsewhere")
    try:
        with pytest.raises(BadKey, match="schema keys is gone"):
            await PostgresStore.open(postgres, MASTER_KEY)
    finally:
        await server.execute("ALTER SCHEMA elsewhere RENAME TO keys")


async def test_a_database_of_a_newer_program_is_refused(postgres: str, server: Any) -> None:
    await server.execute("INSERT INTO schema_version VALUES (99)")
    try:
        with pytest.raises(BadStore, match="newer version"):
            await PostgresStore.open(postgres, MASTER_KEY)
    finally:
        await server.execute("DELETE FROM schema_version WHERE version = 99")


async def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    with pytest.raises(BadStore, match=r"127\.0\.0\.1:1/lw cannot be reached") as raised:
        await PostgresStore.open("postgresql://anna:geheim@127.0.0.1:1/lw", MASTER_KEY)

    assert "geheim" not in str(raised.value)


async def test_a_user_who_may_not_make_tables_is_told(postgres: str, server: Any) -> None:
    await server.execute("DROP ROLE IF EXISTS lw_test_nobody")
    await server.execute("CREATE ROLE lw_test_nobody LOGIN")
    try:
        nobody = postgres.replace("postgres@", "lw_test_nobody@", 1)
        with pytest.raises(BadStore, match=r"cannot be used .*may make tables"):
            await PostgresStore.open(nobody, MASTER_KEY)
    finally:
        await server.execute("DROP ROLE lw_test_nobody")


# --- a server that goes away ---------------------------------------------------------------------

_OTHERS_GONE = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


async def test_a_broken_connection_is_a_clear_error_and_then_mended(
    store: Store, server: Any
) -> None:
    await store.turn(inbound(1), answering("Dag.", remember="Bloem"))
    await server.execute(_OTHERS_GONE)

    failures = 0
    while True:
        try:
            assert remembered(await store.conversation_of(CHANNEL, CHAT)) == "Bloem"
            break
        except StoreUnavailable:
            failures += 1
            assert failures < 20

    await store.ready()


async def test_who_listens_hears_again_after_the_connection_broke(
    store: Store, server: Any
) -> None:
    changes = aiter(store.changes())
    heard = asyncio.ensure_future(anext(changes))
    await asyncio.sleep(0.1)
    await server.execute(_OTHERS_GONE)

    number = 0
    while not heard.done():
        number += 1
        with suppress(StoreUnavailable):
            await store.turn(inbound(number), answering("Dag."))
        await asyncio.sleep(0.1)

    found = await store.conversation_of(CHANNEL, CHAT)
    assert found is not None
    assert await heard == found.id


def test_a_password_with_a_slash_is_not_shown_as_a_place() -> None:
    assert "geheim" not in place("postgresql://u:half/geheim@db.example.nl/lw")
