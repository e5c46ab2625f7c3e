"""The web as a place where people talk: one page, and the public pages beside it."""

from bot.channels.web.channel import WebChannel
from bot.channels.web.routes import routes

__all__ = ["WebChannel", "routes"]
