"""Puts the program together: the only place where real adapters are chosen."""

from functools import cache
from typing import TYPE_CHECKING

from bot.alarms.group import StaffGroup
from bot.alarms.watch import AlarmWatch
from bot.clock import SystemClock
from bot.files.fetching import Fetching
from bot.http.addresses import origin
from bot.live import LocalLive
from bot.outbox import Outbox
from bot.parts import Parts
from bot.ports import Clock, Notifier, Store
from bot.script import script
from bot.sentences.articles import FullArticle, articles
from bot.sentences.render import Renderer
from bot.sentences.words import words
from bot.service import Service
from bot.settings import Settings
from bot.storage.sqlite import SqliteStore

if TYPE_CHECKING:
    from fastapi import FastAPI


@cache
def _articles() -> tuple[FullArticle, ...]:
    return articles(words().language, words())


async def store(settings: Settings) -> Store:
    """Return the store that the settings name; `BadStore` when it cannot be opened."""
    key = settings.master_key
    secret = None if key is None else key.get_secret_value()
    if settings.database_file is not None:
        return await SqliteStore.open(settings.database_file, secret)
    from bot.storage.postgres import PostgresStore  # noqa: PLC0415 - the default needs no asyncpg

    return await PostgresStore.open(settings.database_url, secret)


async def parts(settings: Settings, clock: Clock | None = None) -> Parts:
    """Return everything that runs, on the machine's own clock unless another one is given."""
    clock = SystemClock() if clock is None else clock
    played = script(words(), _articles())
    kept = await store(settings)
    live, outbox = LocalLive(), Outbox(kept, clock)
    group = StaffGroup(words(), origin(settings))
    watch = AlarmWatch(kept, clock, live, settings, notifiers(settings, group))
    renderer = Renderer(words(), _articles(), settings)
    service = Service(kept, played, renderer, live, outbox.wake)
    fetching = Fetching(kept, clock, live, words())
    fetching.told = outbox.wake
    return Parts(
        settings=settings,
        texts=words(),
        script=played,
        store=kept,
        clock=clock,
        live=live,
        service=service,
        outbox=outbox,
        alarms=watch,
        fetching=fetching,
        staff_group=group,
    )


def notifiers(settings: Settings, group: StaffGroup) -> tuple[Notifier, ...]:
    """Return the ways to reach staff outside the desk, the gentlest first."""
    in_group = () if settings.telegram_staff_chat is None else (group,)
    return (*in_group, *_by_mail(settings))


def _by_mail(settings: Settings) -> tuple[Notifier, ...]:
    if settings.staff_email is None or settings.smtp_url is None:
        return ()
    from bot.alarms.mail import Mail  # noqa: PLC0415 - only where it is used

    server = settings.smtp_url.get_secret_value()
    return (Mail(settings.staff_email, server, words(), origin(settings)),)


def asgi(parts: Parts) -> "FastAPI":
    """Return the application that is served over HTTP."""
    from bot.http.asgi import asgi  # noqa: PLC0415 - the chat in a terminal starts without the web

    return asgi(parts)
