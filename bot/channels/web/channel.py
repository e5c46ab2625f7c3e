"""The web as a channel: the page reads the transcript, so sending is waking whoever watches."""

from bot.ports import Live, Posted

NAME = "web"


class WebChannel:
    """What is sent stands in the transcript already; a page that is closed reads it later."""

    name = NAME

    def __init__(self, live: Live) -> None:
        """Wake watchers through this."""
        self._live = live

    async def send(self, posted: Posted) -> None:
        """Wake the pages that show this conversation."""
        self._live.changed(posted.conversation)
