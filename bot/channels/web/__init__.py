"""The web as a place where people talk: one page, and the public pages beside it."""

from bot.channels.web.channel import WebChannel
from bot.channels.web.routes import FILE_FORM, FILES, routes
from bot.channels.web.uploads import LARGEST_FORM

__all__ = ["FILES", "FILE_FORM", "LARGEST_FORM", "WebChannel", "routes"]
