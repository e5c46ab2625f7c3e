"""The commands, each loaded only when it is the one that was typed."""

from importlib import import_module

import typer

# Several take seconds to import; `assess` and `chat` must start at once.
_MODULES = {
    "serve": "serve",
    "chat": "chat",
    "assess": "assess",
    "understand": "understand",
    "flow": "flow",
    "parameters": "parameters",
    "cases": "cases",
    "summary": "cases",
    "export": "people",
    "erase": "people",
    "staff": "staff",
}


def application(wanted: str | None = None) -> typer.Typer:
    """Return the program with one command, or with all of them when none is known by that name."""
    app = typer.Typer(
        name="letselwijzer",
        help="Letselwijzer: a Dutch chat intake for people with a personal injury.",
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    # With a callback the name of the command is always needed, also when only one is loaded.
    app.callback()(_nothing)
    wanted_module = _MODULES.get(wanted or "")
    names = dict.fromkeys(_MODULES.values()) if wanted_module is None else (wanted_module,)
    for name in names:
        import_module(f"bot.cli.{name}").add(app)
    return app


def _nothing() -> None:
    """Letselwijzer: a Dutch chat intake for people with a personal injury."""
