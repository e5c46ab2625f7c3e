"""The image: what its recipe says, and that the program lives within what it allows.

No image can be built where these tests run, so the recipe is read by a parser and its start
command is run as another user, in a folder in which only `var` may be written.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from dockerfile_parse import DockerfileParser

ROOT = Path(__file__).parent.parent
NOBODY = 65534
AS_NOBODY = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
PROGRAM = [*AS_NOBODY, sys.executable, "-m", "bot"]


@pytest.fixture(scope="module")
def recipe() -> list[dict[str, str]]:
    parser = DockerfileParser(path=str(ROOT / "Dockerfile"))
    return [
        {"instruction": step["instruction"], "value": step["value"]} for step in parser.structure
    ]


def of(recipe: list[dict[str, str]], instruction: str) -> list[str]:
    return [step["value"] for step in recipe if step["instruction"] == instruction]


def test_the_image_is_slim_and_runs_without_root(recipe: list[dict[str, str]]) -> None:
    bases = of(recipe, "FROM")

    assert all(base.split()[0].endswith("-slim") for base in bases)
    assert of(recipe, "USER") == ["10001"]
    last_user = max(n for n, step in enumerate(recipe) if step["instruction"] == "USER")
    assert not [step for step in recipe[last_user:] if step["instruction"] in ("RUN", "COPY")]


def test_the_image_starts_what_serves_people(recipe: list[dict[str, str]]) -> None:
    assert [json.loads(command) for command in of(recipe, "CMD")] == [["letselwijzer", "serve"]]
    assert [json.loads(volume) for volume in of(recipe, "VOLUME")] == [["/app/var"]]


def test_the_recipe_copies_only_what_is_there(recipe: list[dict[str, str]]) -> None:
    copied = [
        name
        for value in of(recipe, "COPY")
        if not value.startswith("--from")
        for name in value.split()[:-1]
    ]

    assert copied
    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert of(recipe, "ADD") == []


def test_no_secret_stands_in_the_recipe(recipe: list[dict[str, str]]) -> None:
    set_here = " ".join(of(recipe, "ENV") + of(recipe, "ARG"))

    assert not [word for word in ("TOKEN", "SECRET", "KEY", "PASSWORD") if word in set_here]


@pytest.fixture
def house() -> Iterator[Path]:
    """Make a folder like that of the image: only `var` belongs to the other user."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("only root with setpriv can start a program as another user")
    probe = [*AS_NOBODY, sys.executable, "-c", "import pydantic"]
    if subprocess.run(probe, capture_output=True, check=False).returncode:
        pytest.skip("another user may not run the Python of these tests")
    # Not the folder of pytest: nobody else may look into that one.
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "var").mkdir()
        os.chown(folder / "var", NOBODY, NOBODY)
        yield folder


@pytest.fixture
def served(house: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (house / "var" / "output").open("wb") as output:
        program = subprocess.Popen(
            [*PROGRAM, "serve"],
            cwd=house,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(ROOT),
                "PYTHONDONTWRITEBYTECODE": "1",
                "LW_PORT": str(port),
            },
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        program.terminate()
        program.wait(20)


def answers(address: str, path: str) -> bytes:
    for _ in range(300):
        try:
            with urlopen(f"{address}{path}", timeout=5) as answer:  # noqa: S310 - loopback
                return bytes(answer.read())
        except (URLError, ConnectionError):
            time.sleep(0.1)
    pytest.fail(f"{path} was never answered")


def test_the_program_serves_as_another_user_with_only_var_to_write(
    served: str, house: Path
) -> None:
    assert answers(served, "/health/ready")
    assert b"<html" in answers(served, "/")
    assert (house / "var" / "letselwijzer.db").stat().st_uid == NOBODY
    assert [entry.name for entry in house.iterdir()] == ["var"]
