"""The durable transcript, read for a page: whole, or only what is new."""

from collections import OrderedDict

from bot.channels.web.lines import Context, ShownLine, all_shown
from bot.ports import Store
from bot.sentences.texts import Texts

_MOST_REMEMBERED = 2048


class Transcripts:
    """Reads from the store; remembers per conversation what the next lines follow on."""

    def __init__(self, store: Store, texts: Texts) -> None:
        """Read from this store."""
        self._store = store
        self._texts = texts
        self._contexts: OrderedDict[int, Context] = OrderedDict()

    async def after(
        self, conversation: int, number: int, known: Context | None = None
    ) -> tuple[Context, tuple[ShownLine, ...]]:
        """Return the lines after a number, in the light of those before it.

        `known` is a context that the caller kept; without it the remembered one is used, or the
        conversation is read from its start.
        """
        context = known or self._contexts.get(conversation) or Context()
        if context.number > number:
            context = Context()
        lines = await self._store.transcript(conversation, context.number)
        context, found = all_shown(context, lines, self._texts)
        self._remember(conversation, context)
        return context, tuple(line for line in found if line.number > number)

    def _remember(self, conversation: int, context: Context) -> None:
        self._contexts[conversation] = context
        self._contexts.move_to_end(conversation)
        if len(self._contexts) > _MOST_REMEMBERED:
            self._contexts.popitem(last=False)
