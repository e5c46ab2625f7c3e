"""How often somebody may try to log in."""

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter

WINDOW_MINUTES = 15
# Somebody who mistypes; somebody who tries many names; many machines that try one name.
_SAME_NAME_HERE = RateLimitItemPerMinute(5, WINDOW_MINUTES)
_FROM_HERE = RateLimitItemPerMinute(20, WINDOW_MINUTES)
_ON_NAME = RateLimitItemPerMinute(50, WINDOW_MINUTES)


class Attempts:
    """Counts attempts in this process, per address and per name."""

    def __init__(self) -> None:
        """Begin without attempts."""
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    async def may(self, address: str, name: str) -> bool:
        """Count one attempt and tell whether it may be made; unknown names count as well."""
        allowed = [await self._limiter.hit(item, *key) for item, key in _counters(address, name)]
        return all(allowed)

    async def forget(self, address: str, name: str) -> None:
        """Forget the attempts of somebody who got in."""
        await self._limiter.clear(_SAME_NAME_HERE, "both", address, name)


def _counters(address: str, name: str) -> tuple[tuple[RateLimitItem, tuple[str, ...]], ...]:
    return (
        (_SAME_NAME_HERE, ("both", address, name)),
        (_FROM_HERE, ("address", address)),
        (_ON_NAME, ("name", name)),
    )
