"""Accounts and logins of staff, for the store on PostgreSQL."""

from datetime import datetime

from bot.ports import StaffAccount, StaffLogin
from bot.storage.postgres import staff
from bot.storage.postgres.database import Database


class StaffSide:
    """What the store keeps of staff."""

    def __init__(self, database: Database) -> None:
        """Take a database that is ready."""
        self._database = database

    async def add_staff(self, account: StaffAccount) -> None:
        """Keep a new account, or the new password of an existing one."""
        await staff.add_staff(self._database, account)

    async def staff(self, name: str) -> StaffAccount | None:
        """Return one account."""
        return await staff.staff(self._database, name)

    async def staff_accounts(self) -> tuple[StaffAccount, ...]:
        """Return every account, by name."""
        return await staff.staff_accounts(self._database)

    async def add_login(self, login: StaffLogin) -> None:
        """Keep a new login, and forget those that expired before it was made."""
        await staff.add_login(self._database, login)

    async def login(self, token_hash: str) -> StaffLogin | None:
        """Return one login, expired or not."""
        return await staff.login(self._database, token_hash)

    async def touch_login(self, token_hash: str, seen_at: datetime) -> None:
        """Note that a login was used; one that was dropped stays dropped."""
        await staff.touch_login(self._database, token_hash, seen_at)

    async def drop_login(self, token_hash: str) -> bool:
        """Forget a login; true for the one call that found it."""
        return await staff.drop_login(self._database, token_hash)

    async def drop_logins(self, name: str) -> None:
        """Forget every login of one account."""
        await staff.drop_logins(self._database, name)
