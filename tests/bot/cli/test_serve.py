import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest

Typed = Callable[..., Any]

ROOT = Path(__file__).parent.parent.parent.parent


@contextmanager
def started(folder: Path, **settings: str) -> Iterator[subprocess.Popen[str]]:
    environment = {name: v for name, v in os.environ.items() if not name.startswith("LW_")}
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "serve"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={**environment, "PYTHONPATH": str(ROOT), "LW_PORT": "0", **settings},
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def addresses(process: subprocess.Popen[str]) -> tuple[str, str]:
    assert process.stdout is not None
    chat = re.search(r"http\S+", process.stdout.readline())
    desk = re.search(r"http\S+", process.stdout.readline())
    assert chat is not None
    assert desk is not None
    return chat[0], desk[0]


def fetched(url: str) -> tuple[int, str]:
    with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 - our own address
        return answer.status, answer.read().decode()


def test_it_prints_two_addresses_that_work_also_after_a_power_cut(tmp_path: Path) -> None:
    with started(tmp_path) as process:
        addresses(process)
        process.kill()
        process.communicate(timeout=30)
    with started(tmp_path) as process:
        chat, desk = addresses(process)

        assert fetched(chat)[0] == HTTPStatus.OK
        assert "/desk/eenmalig/" in desk
        assert fetched(desk)[0] == HTTPStatus.OK
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=30)

    assert process.returncode == 0
    assert "Traceback" not in err
    assert (tmp_path / "var" / "letselwijzer.db").exists()
    assert (tmp_path / "var" / "master.key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"LW_PORT": "geheim"}, "LW_PORT"),
        ({"LW_PUBLIC_URL": "https://x.nl"}, "LW_ORGANISATION"),
        ({"LW_DATABASE_URL": "sqlite:////proc/geheim/x.db"}, "LW_DATABASE_URL"),
        ({"LW_MASTER_KEY": "geheim"}, "LW_MASTER_KEY"),
    ],
)
def test_a_wrong_setting_stops_the_start_and_names_itself(
    settings: Mapping[str, str], named: str, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)

    ran = typed("serve")

    assert (ran.code, ran.out) == (1, "")
    assert named in ran.err
    assert "geheim" not in ran.err.replace("/proc/geheim", "")
    assert all(line.startswith("letselwijzer: ") for line in ran.err.splitlines())


def test_a_port_that_is_taken_is_named(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        monkeypatch.setenv("LW_PORT", str(taken.getsockname()[1]))
        ran = typed("serve")

    assert ran.code == 1
    assert "LW_PORT" in ran.err
    assert ran.err.count("\n") == 1
