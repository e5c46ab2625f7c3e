"""Telling whoever listens in this process which conversation has something new."""

import asyncio


class Listeners:
    """Queues of conversation ids, one for each listener."""

    def __init__(self) -> None:
        """Begin without listeners."""
        self._queues: set[asyncio.Queue[int]] = set()

    def __len__(self) -> int:
        """Return how many listen."""
        return len(self._queues)

    def tell(self, *conversations: int | None) -> None:
        """Pass on which conversations have something new."""
        for queue in self._queues:
            for conversation in conversations:
                if conversation:
                    queue.put_nowait(conversation)

    def add(self) -> asyncio.Queue[int]:
        """Return a queue for one more listener."""
        queue: asyncio.Queue[int] = asyncio.Queue()
        self._queues.add(queue)
        return queue

    def remove(self, queue: asyncio.Queue[int]) -> None:
        """Let go of a listener."""
        self._queues.discard(queue)
