"""Standard output of the commands."""

import os
import sys


class ReaderLeft(Exception):  # noqa: N818 - a state of the world, and no reason to complain
    """Whoever read the output is gone, as in `… | head`."""


def out(text: str) -> None:
    """Write to standard output."""
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        raise ReaderLeft from None


def out_bytes(content: bytes) -> None:
    """Write what is no text to standard output, as it is."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
    except BrokenPipeError:
        raise ReaderLeft from None


def finished() -> None:
    """Write what is still held back; with nobody to read it, that is thrown away."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        abandoned()


def abandoned() -> None:
    """Let what is still held back go nowhere: it would fail once more when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
