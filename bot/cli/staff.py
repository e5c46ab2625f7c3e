"""`letselwijzer staff`: who may use the desk."""

from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

import typer

from bot.cli.options import Db
from bot.cli.output import out
from bot.cli.refused import Refused
from bot.cli.running import ran
from bot.desk import accounts
from bot.http.addresses import origin
from bot.parts import Parts
from bot.settings import settings

Outcome = TypeVar("Outcome")
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name to log in with.")]


def add(app: typer.Typer) -> None:
    """Add the commands."""
    staff = typer.Typer(
        help="Add staff, give them a new password, or shut them out.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    staff.command("add")(add_staff)
    staff.command("reset")(reset)
    staff.command("disable")(disable)
    staff.command("telegram")(telegram)
    app.add_typer(staff, name="staff")


def add_staff(name: Name, db: Db = None) -> None:
    """Make an account and print the link with which a password is chosen, once, within a day."""
    _link(db, lambda playing: accounts.add(playing.store, playing.clock, name))


def reset(name: Name, db: Db = None) -> None:
    """End the password and every session of an account, and print a new link."""
    _link(db, lambda playing: accounts.reset(playing.store, playing.clock, name))


def disable(name: Name, db: Db = None) -> None:
    """Shut an account out at once."""
    _done(db, lambda playing: accounts.disable(playing.store, name))
    out("this account is shut out\n")


def telegram(
    name: Name,
    number: Annotated[
        int,
        typer.Argument(
            min=0, help="Their number on Telegram, as the staff group tells it; 0: none."
        ),
    ],
    db: Db = None,
) -> None:
    """Say who of the staff group on Telegram has this account."""
    _done(db, lambda playing: accounts.on_telegram(playing.store, name, number or None))
    out("this account is known in the staff group\n" if number else "no number belongs to it\n")


def _link(db: str | None, work: Callable[[Parts], Awaitable[str]]) -> None:
    out(f"{origin(settings(db))}{_done(db, work)}\n")


def _done(db: str | None, work: Callable[[Parts], Awaitable[Outcome]]) -> Outcome:
    try:
        return ran(settings(db), work)
    except (accounts.BadName, accounts.NameTaken, accounts.UnknownName) as refused:
        raise Refused(str(refused)) from None
