"""Where the page and what it needs can be found."""

from starlette.routing import BaseRoute, Route

from bot.channels.web.assets import Assets
from bot.channels.web.chat import Chat
from bot.channels.web.events import Events
from bot.channels.web.guard import Guard
from bot.channels.web.identity import Identity
from bot.channels.web.own import Own
from bot.channels.web.pages import Pages
from bot.channels.web.reading import Reading
from bot.parts import Parts
from bot.sentences.articles import articles

FILES, FILE_FORM = "/chat/files", "/chat/form/file"


def routes(parts: Parts) -> list[BaseRoute]:
    """Return the routes of the chat page and of the public pages beside it."""
    settings = parts.settings
    assets = Assets()
    pages = Pages(parts.texts, settings, assets)
    guard = Guard(settings.public_url)
    identity = Identity(
        https=settings.public_https,
        keep_days=settings.retention_closed_days,
        framed=bool(settings.embed_sites),
    )
    chat = Chat(parts, pages, guard, identity)
    own = Own(parts, pages, guard, identity)
    events = Events(chat, parts.live, guard, identity)
    reading = Reading(pages, articles(parts.texts.language, parts.texts), settings)
    return [
        Route("/", chat.told_on_a_page(chat.page), methods=["GET"]),
        Route("/chat/form", chat.told_on_a_page(chat.form), methods=["POST"]),
        Route(FILES, chat.told_in_json(chat.file), methods=["POST"]),
        Route(FILE_FORM, chat.told_on_a_page(chat.file_form), methods=["POST"]),
        Route("/chat/messages", chat.told_in_json(chat.messages), methods=["POST"]),
        Route("/chat/events", chat.told_in_json(events.stream), methods=["GET"]),
        Route("/uitleg", reading.subjects, methods=["GET"]),
        Route("/uitleg/{slug}", chat.told_on_a_page(reading.article), methods=["GET"]),
        Route("/overzicht", chat.told_on_a_page(own.page), methods=["GET"]),
        Route("/overzicht.pdf", chat.told_on_a_page(own.pdf), methods=["GET"]),
        Route("/privacy", reading.privacy, methods=["GET"]),
        Route("/static/{name}", assets.served, methods=["GET"]),
    ]
