"""Accounts and logins of staff, for the store on SQLite."""

from datetime import datetime

from bot.ports import StaffAccount, StaffLogin
from bot.storage.sqlite import staff
from bot.storage.sqlite.calls import Calls


class StaffSide(Calls):
    """What the store keeps of staff."""

    async def add_staff(self, account: StaffAccount) -> None:
        """Keep a new account, or the new password of an existing one."""
        await self.do(staff.add_staff, account)

    async def staff(self, name: str) -> StaffAccount | None:
        """Return one account."""
        return await self.do(staff.staff, name)

    async def staff_accounts(self) -> tuple[StaffAccount, ...]:
        """Return every account, by name."""
        return await self.do(staff.staff_accounts)

    async def add_login(self, login: StaffLogin) -> None:
        """Keep a new login, and forget those that expired before it was made."""
        await self.do(staff.add_login, login)

    async def login(self, token_hash: str) -> StaffLogin | None:
        """Return one login, expired or not."""
        return await self.do(staff.login, token_hash)

    async def touch_login(self, token_hash: str, seen_at: datetime) -> None:
        """Note that a login was used; one that was dropped stays dropped."""
        await self.do(staff.touch_login, token_hash, seen_at)

    async def drop_login(self, token_hash: str) -> bool:
        """Forget a login; true for the one call that found it."""
        return await self.do(staff.drop_login, token_hash)

    async def drop_logins(self, name: str) -> None:
        """Forget every login of one account."""
        await self.do(staff.drop_logins, name)
