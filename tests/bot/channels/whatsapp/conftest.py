from collections.abc import AsyncIterator

import pytest

from tests.loopback.whatsapp import CloudApi, cloud_api


@pytest.fixture
async def api() -> AsyncIterator[CloudApi]:
    async with cloud_api() as running:
        yield running
