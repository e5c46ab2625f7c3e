"""Thousands of webhooks that Meta never sends: none stops the people behind it."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from bot import metrics
from tests.adversary import spoiled
from tests.loopback.whatsapp import SPECS, CloudApi, signed
from tests.whatsapp import PATH, PERSON, answer_to, served

MANY, SEED = 4_000, 2
FILES = ("whatsapp_webhooks_2026.json", "whatsapp_examples_v23.json")

pytestmark = pytest.mark.long


def webhooks(api: CloudApi) -> list[dict[str, Any]]:
    """Return webhooks of the kinds that people cause, and the published ones where they are."""
    pressed = {"type": "button_reply", "button_reply": {"id": "2:0", "title": "Ja"}}
    edit = {"original_message_id": "wamid.IN1", "message": {"type": "text", "text": {"body": "x"}}}
    status = {"id": "wamid.OUT1", "status": "failed", "errors": [{"code": 131047}]}
    contents: tuple[dict[str, Any], ...] = (
        {"type": "text", "text": {"body": "ja"}},
        {"type": "interactive", "interactive": pressed},
        {"type": "edit", "edit": edit},
        {"type": "revoke", "revoke": {"original_message_id": "wamid.IN1"}},
        {"type": "image", "image": api.holds(b"een foto")},
        {"type": "location", "location": {"latitude": 52.1, "longitude": 5.1}},
    )
    made = [api.webhook(PERSON, api.message(PERSON, **content)) for content in contents]
    return [*made, api.webhook(None, statuses=[status]), *_published()]


def _published() -> list[dict[str, Any]]:
    there = (SPECS / file for file in FILES if (SPECS / file).exists())
    read = (json.loads(file.read_text(encoding="utf-8"))["webhooks"] for file in there)
    return [payload for examples in read for payload in examples.values()]


async def test_thousands_of_spoiled_webhooks_stop_nobody(api: CloudApi, tmp_path: Path) -> None:
    dice = random.Random(SEED)  # noqa: S311 - what to spoil, not a secret
    async with served(tmp_path, api) as (http, parts):
        known, before = webhooks(api), metrics.FAULTS._value.get()  # noqa: SLF001 - what it counted
        for _ in range(MANY):
            body = spoiled(dice, dice.choice(known))
            answer = await http.post(PATH, content=body, headers=signed(body))
            assert answer.status_code in (200, 400), body
            assert metrics.FAULTS._value.get() == before, body  # noqa: SLF001 - idem
        other = "NL.99"
        for text in ("hallo", "ja"):
            message = api.message(other, type="text", text={"body": text})
            body = json.dumps(api.webhook(other, message)).encode()
            assert (await http.post(PATH, content=body, headers=signed(body))).status_code == 200
        assert await answer_to(parts, "toestemming", other) == "True"
