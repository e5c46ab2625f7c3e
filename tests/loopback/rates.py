"""How much a platform takes at once: a bucket that empties with the time, as the real ones do."""

import math
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field


@dataclass
class Rates:
    """Counts what goes through; one bucket for each key."""

    now: Callable[[], float] = time.monotonic
    refused: int = 0
    _left: dict[Hashable, tuple[float, float]] = field(default_factory=dict)

    def wait(self, key: Hashable, most: float, seconds: float) -> int:
        """Count one more of `most` in so many seconds; the seconds to wait, 0 when it fits."""
        left, since = self._left.get(key, (most, self.now()))
        left = min(most, left + (self.now() - since) * most / seconds)
        fits = left >= 1
        self._left[key] = (left - 1 if fits else left, self.now())
        self.refused += not fits
        return 0 if fits else math.ceil((1 - left) * seconds / most)
