"""A person's own copy as a file: made, and left at Meta to be sent along with a message."""

from bot.channels.whatsapp.client import Client, NoAnswer, Refused
from bot.channels.whatsapp.limits import NAME
from bot.channels.whatsapp.payload import Uploaded
from bot.handoff.own_copy import Copies
from bot.log import fault, log
from bot.ports import Clock, Store

_MIME = "application/pdf"


class Copying:
    """Leaves copies at Meta, which keeps them for thirty days."""

    def __init__(self, client: Client, store: Store, clock: Clock, copies: Copies) -> None:
        """Upload with this client."""
        self._client = client
        self._store = store
        self._clock = clock
        self._copies = copies

    async def uploaded(self, chat_id: str) -> Uploaded | None:
        """Return the copy of whoever talks there; None when it cannot come along now.

        What is said with it never waits for it: the person can ask for the copy again.
        """
        known = await self._store.conversation_of(NAME, chat_id)
        if known is None:
            return None
        try:
            name, pdf = await self._copies.file(known, self._clock.now())
            return Uploaded(media=await self._client.upload(name, pdf, _MIME), name=name)
        except Refused as no:
            log.warning("own_copy_not_uploaded", channel=NAME, reason=no.refusal.reason)
        except NoAnswer:
            log.warning("own_copy_not_uploaded", channel=NAME, reason="no_answer")
        except Exception as error:  # noqa: BLE001 - the words with it go in any case
            log.error("own_copy_not_made", channel=NAME, **fault(error))
        return None
