"""Who is in: sessions and one-time links, kept in the store by the hash of their token."""

import hashlib
import secrets
from datetime import datetime, timedelta

from bot.ports import Clock, LoginKind, StaffLogin, Store

IDLE = timedelta(hours=8)
LONGEST = timedelta(hours=12)
# A page writes the store only when the last note of use is older than this.
_NOTE_EVERY = timedelta(minutes=1)


class Logins:
    """The logins in one store."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Look at this store, by this clock."""
        self._store = store
        self._clock = clock

    async def link(self, name: str, valid: timedelta) -> str:
        """Return the token of a new link that lets somebody in once."""
        return await self._new(name, LoginKind.LINK, valid)

    async def link_is_open(self, token: str) -> bool:
        """Tell whether a link can still be used, without using it."""
        return await self._usable(token, links=True) is not None

    async def by_link(self, token: str) -> str | None:
        """Use up a link and return the token of the session that it opens."""
        link = await self._usable(token, links=True)
        if link is None or not await self._store.drop_login(link.token_hash):
            return None
        return await self._new(link.name, LoginKind.INVITED, LONGEST)

    async def by_password(self, name: str) -> str:
        """Return the token of a session for somebody whose password was right."""
        return await self._new(name, LoginKind.SIGNED_IN, LONGEST)

    async def session(self, token: str) -> StaffLogin | None:
        """Return the session with this token, None when it is over."""
        login = await self._usable(token, links=False)
        now = self._clock.now()
        if login is None or now - login.seen_at >= IDLE:
            return None
        if now - login.seen_at >= _NOTE_EVERY:
            await self._store.touch_login(login.token_hash, now)
        return login

    async def lasts(self, login: StaffLogin) -> bool:
        """Tell whether a session is still on, without counting this as a use of it."""
        known = await self._known(login.token_hash, links=False)
        return known is not None and self._clock.now() - known.seen_at < IDLE

    async def end(self, token: str) -> None:
        """End the session with this token."""
        await self._store.drop_login(hashed(token))

    async def _usable(self, token: str, *, links: bool) -> StaffLogin | None:
        return await self._known(hashed(token), links=links)

    async def _known(self, token_hash: str, *, links: bool) -> StaffLogin | None:
        login = await self._store.login(token_hash)
        if login is None or (login.kind is LoginKind.LINK) is not links:
            return None
        account = await self._store.staff(login.name)
        if account is None or account.disabled or self._clock.now() >= login.expires_at:
            return None
        return login

    async def _new(self, name: str, kind: LoginKind, valid: timedelta) -> str:
        token = secrets.token_urlsafe(32)
        now: datetime = self._clock.now()
        login = StaffLogin(
            token_hash=hashed(token),
            name=name,
            kind=kind,
            created_at=now,
            seen_at=now,
            expires_at=now + valid,
        )
        await self._store.add_login(login)
        return token


def hashed(token: str) -> str:
    """Return what the store keeps of a token; the token is random, so no salt is needed."""
    return hashlib.sha256(token.encode()).hexdigest()
