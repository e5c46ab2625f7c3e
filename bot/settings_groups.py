"""Settings that only mean something together, and settings whose name was misspelled."""

import os
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from dotenv import dotenv_values

_WHATSAPP = (
    "whatsapp_token",
    "whatsapp_phone_id",
    "whatsapp_app_secret",
    "whatsapp_verify_token",
    "whatsapp_api_url",
)
_MAIL = ("staff_email", "smtp_url")
_TELEGRAM = (
    "telegram_api_url",
    "telegram_webhook_secret",
    "telegram_staff_chat",
)
_RESPONSIBLE = {
    "organisation": "who is responsible",
    "organisation_contact": "how people reach a human",
    "privacy_url": "where the privacy statement stands",
    "office_hours": "when a human answers",
}
_ALIKE = 0.85
_FILE = ".env"


def half_given(given: Mapping[str, Any]) -> dict[str, str]:
    """Return what is missing beside what was given, by the name of the missing setting."""
    return {
        **_all_or_none(given, _WHATSAPP, "WhatsApp"),
        **_all_or_none(given, _MAIL, "notification by mail"),
        **_telegram(given),
        **_public(given),
        **_database(given),
        **_embedded(given),
    }


def misspelled(prefix: str, names: Iterable[str]) -> dict[str, str]:
    """Return the near misses; a setting that is not read would pass in silence."""
    known = list(names)
    given = {*os.environ, *(name.upper() for name in dotenv_values(_FILE, interpolate=False))}
    strange = [name for name in given if name.startswith(prefix) and name not in known]
    close = {name: get_close_matches(name, known, n=1, cutoff=_ALIKE) for name in sorted(strange)}
    return {
        name: f"is no setting; did you mean {meant[0]}?" for name, meant in close.items() if meant
    }


def _name(setting: str) -> str:
    return f"LW_{setting}".upper()


def _all_or_none(given: Mapping[str, Any], group: Iterable[str], what: str) -> dict[str, str]:
    names = tuple(group)
    there = [name for name in names if given.get(name) is not None]
    if not there:
        return {}
    return {
        _name(name): f"is missing: for {what} give {', '.join(map(_name, names))}, or none of them"
        for name in names
        if name not in there
    }


def _telegram(given: Mapping[str, Any]) -> dict[str, str]:
    webhook = given.get("telegram_mode") == "webhook"
    there = [name for name in _TELEGRAM if given.get(name) is not None]
    there += ["telegram_mode"] if webhook else []
    wrong: dict[str, str] = {}
    if there and given.get("telegram_token") is None:
        leave = ", ".join(map(_name, there))
        wrong[_name("telegram_token")] = f"is missing: give it, or leave out {leave}"
    if webhook:
        wrong |= {
            _name(name): "is missing: LW_TELEGRAM_MODE=webhook needs it"
            for name in ("public_url", "telegram_webhook_secret")
            if given.get(name) is None
        }
        if str(given.get("public_url") or "").startswith("http://"):
            wrong[_name("public_url")] = "must begin with https://: Telegram delivers nowhere else"
    return wrong


def _public(given: Mapping[str, Any]) -> dict[str, str]:
    if given.get("public_url") is None:
        return {}
    return {
        _name(name): f"is missing: once LW_PUBLIC_URL is set, say {what}"
        for name, what in _RESPONSIBLE.items()
        if given.get(name) is None
    }


def _database(given: Mapping[str, Any]) -> dict[str, str]:
    if not str(given.get("database_url") or "").startswith("postgres") or given.get("master_key"):
        return {}
    return {
        _name("master_key"): (
            "is missing: PostgreSQL needs it; make one with: openssl rand -base64 32"
        )
    }


def _embedded(given: Mapping[str, Any]) -> dict[str, str]:
    if not given.get("embed_sites"):
        return {}
    if str(given.get("public_url") or "").startswith("https://"):
        return {}
    return {
        _name("public_url"): (
            "must be an address that begins with https://: LW_EMBED_SITES needs it, "
            "or browsers keep no cookie within another site"
        )
    }
