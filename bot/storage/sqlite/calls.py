"""A whole job as one call on the database thread."""

import sqlite3
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar, cast

import aiosqlite

from bot.ports import StoreUnavailable
from bot.storage.sqlite.database import Database

Given = ParamSpec("Given")
Outcome = TypeVar("Outcome")


class Calls:
    """The connection, and the one way to use it."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        """Take a connection that is ready."""
        self._connection = connection
        self._closed = False

    async def do(
        self,
        job: Callable[Concatenate[Database, Given], Outcome],
        *given: Given.args,
        **named: Given.kwargs,
    ) -> Outcome:
        """Do a whole job on the database thread."""
        if self._closed:
            raise StoreUnavailable("the store was closed")

        outcome: list[Outcome] = []

        def work(db: Database) -> None:
            outcome.append(job(db, *given, **named))

        try:
            # See `Database.executescript`.
            await self._connection.executescript(cast("str", work))
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
            raise  # a fault of the program
        except sqlite3.DatabaseError as error:
            raise StoreUnavailable(f"the database could not do it: {error}") from error
        return outcome[0]
