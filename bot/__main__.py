"""The program as it is started: `letselwijzer`, or `python -m bot`."""

import sys

from bot.cli.guard import guarded


def main() -> None:
    """Run the command that was typed."""
    from bot.cli.application import application  # noqa: PLC0415 - what it raises is guarded too

    wanted = next((word for word in sys.argv[1:] if not word.startswith("-")), None)
    guarded(lambda: application(wanted)(prog_name="letselwijzer"))


if __name__ == "__main__":
    main()
