"""Cases that came about by a whole conversation, walked once for all tests."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.handoff import CaseFile, case_file
from tests import people
from tests.people import Person
from tests.playing import opened

NINE = datetime(2026, 11, 23, 8, tzinfo=UTC)
# A story as nobody should be able to tell it: markup, a template, a turned line, a very long word.
WILD = (
    "<script>alert(1)</script> & <b>vet</b> {{ 7 * 7 }} {% raw %} \u202eachterstevoren "
    f"\N{GRINNING FACE} مرحبا {'x' * 400} \x1b[31m"
)


@pytest.fixture(scope="session")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., CaseFile]:
    """Return what walks a person with these facts through the real program."""

    def walk(facts: Mapping[str, Any], **at_first: str) -> CaseFile:
        return asyncio.run(_walked(tmp_path_factory.mktemp("zaak"), facts, at_first))

    return walk


@pytest.fixture(scope="session")
def victim(walked: Callable[..., CaseFile]) -> CaseFile:
    return walked(people.VICTIM, ao_dagen="3 dagen")


@pytest.fixture(scope="session")
def light(walked: Callable[..., CaseFile]) -> CaseFile:
    return walked(people.LIGHT)


@pytest.fixture(scope="session")
def bereaved(walked: Callable[..., CaseFile]) -> CaseFile:
    return walked(people.BEREAVED)


async def _walked(folder: Path, facts: Mapping[str, Any], at_first: dict[str, str]) -> CaseFile:
    parts = await opened(folder)
    said = {"verhaal": WILD}
    try:
        person = Person(parts.service, parts.store, facts, NINE, says=said, at_first=at_first)
        case = await person.walk()
        found = await case_file(parts.store, parts.clock, case)
        assert found is not None
        return found
    finally:
        await parts.store.close()
