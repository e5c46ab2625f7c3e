"""Input that a command does not take."""


class Refused(Exception):  # noqa: N818 - what was refused, and the message says why
    """One clear line for standard error; the command ends with 1."""
