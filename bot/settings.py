"""The settings of the program, from the environment and `.env`.

Nothing is needed for the embedded default. Whatever is wrong stops the start: every wrong setting
is named, with how to mend it. A value is never repeated, it may be a secret.
"""

import base64
import binascii
import re
from collections.abc import Mapping
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import unquote, urlsplit

from email_validator import EmailNotValidError, validate_email
from pydantic import (
    AfterValidator,
    Field,
    ModelWrapValidatorHandler,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.settings_groups import half_given, misspelled

PREFIX = "LW_"
_KEY_BYTES = 32
_SQLITE, _POSTGRES = "sqlite:///", ("postgresql://", "postgres://")
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_REMEDIES = {
    "port": "must be a whole number from 0 to 65535, for example LW_PORT=8080",
    "telegram_mode": "must be polling or webhook",
    "telegram_staff_chat": "must be the number of the staff group, for example -1001234567890",
    "whatsapp_phone_id": "must be the id of the phone number: figures only",
    "alarm_step_minutes": "must be a whole number of minutes from 1 to 1440, for example 30",
    "alarm_unclaimed_hours": "must be a whole number of hours from 1 to 720, for example 24",
    "alarm_unanswered_hours": "must be a whole number of hours from 1 to 720, for example 24",
    "retention_unfinished_days": "must be a whole number of days from 1 to 3650, for example 30",
    "retention_closed_days": "must be a whole number of days from 1 to 3650, for example 365",
}


class BadSettings(Exception):  # noqa: N818 - it says what is bad, and the message says where
    """Settings with which the program does not start."""

    def __init__(self, wrong: Mapping[str, str]) -> None:
        """Keep what to mend, by the name of the setting."""
        super().__init__("\n".join(f"{name} {remedy}" for name, remedy in wrong.items()))
        self.wrong = dict(wrong)


# --- one setting each ----------------------------------------------------------------------------


def _address(value: str) -> str:
    """Check a web address."""
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query:
        raise ValueError("must be a web address that begins with https://")
    _ = parts.port  # an impossible port raises ValueError here
    return value.rstrip("/")


def _public_address(value: str) -> str:
    """Check the address where people reach the program: what they tell does not go in the open."""
    value = _address(value)
    parts = urlsplit(value)
    if parts.scheme == "http" and not is_loopback(parts.hostname or ""):
        raise ValueError("must begin with https://; only on this machine itself http:// will do")
    if parts.path or parts.fragment or parts.username is not None:
        raise ValueError(
            "must be an address without a path or a name, for example https://intake.example.nl"
        )
    return value


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine itself."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _one_of_our_databases(value: str) -> str:
    if value.startswith(_SQLITE) and len(value) > len(_SQLITE):
        return value
    if value.startswith(_POSTGRES) and urlsplit(value).hostname:
        return value
    raise ValueError(
        "must be sqlite:///FILE or postgresql://…, for example sqlite:///var/letselwijzer.db"
    )


def _mail_address(value: str) -> str:
    try:
        return validate_email(value, check_deliverability=False, test_environment=True).normalized
    except EmailNotValidError:
        raise ValueError("must be a mail address, for example balie@example.nl") from None


def _mail_server(value: SecretStr) -> SecretStr:
    parts = urlsplit(value.get_secret_value())
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise ValueError(
            "must be a mail server, for example smtps://name:password@mail.example.nl"
        )
    _ = parts.port
    return value


def _master_key(value: SecretStr) -> SecretStr:
    try:
        key = base64.b64decode(value.get_secret_value(), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != _KEY_BYTES:
        raise ValueError("must be base64 of 32 bytes; make one with: openssl rand -base64 32")
    return value


def _token(value: SecretStr) -> SecretStr:
    if not _TOKEN.fullmatch(value.get_secret_value()):
        raise ValueError("must be the token as BotFather wrote it: figures, a colon and letters")
    return value


def _webhook_secret(value: SecretStr) -> SecretStr:
    if not _WEBHOOK_SECRET.fullmatch(value.get_secret_value()):
        raise ValueError("must be 1 to 256 letters, figures, _ or -")
    return value


def _without_spaces(value: str) -> str:
    if re.search(r"[\s/]", value):
        raise ValueError("must be the name or number of a machine, for example 127.0.0.1")
    return value


def _parts(value: str) -> tuple[str, ...]:
    """Return what stands between commas."""
    return tuple(part.strip() for part in value.split(",") if part.strip())


Address = Annotated[str, AfterValidator(_address)]
Hours = Annotated[int, Field(ge=1, le=720)]
Days = Annotated[int, Field(ge=1, le=3650)]


# --- all of them ---------------------------------------------------------------------------------


class Settings(BaseSettings):
    """All settings; `LW_PORT` is `port`, and so on."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    host: Annotated[str, AfterValidator(_without_spaces)] = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8080
    public_url: Annotated[str, AfterValidator(_public_address)] | None = None
    database_url: Annotated[str, AfterValidator(_one_of_our_databases)] = (
        "sqlite:///var/letselwijzer.db"
    )
    master_key: Annotated[SecretStr, AfterValidator(_master_key)] | None = None
    telegram_token: Annotated[SecretStr, AfterValidator(_token)] | None = None
    telegram_api_url: Address | None = None
    telegram_mode: Literal["polling", "webhook"] = "polling"
    telegram_webhook_secret: Annotated[SecretStr, AfterValidator(_webhook_secret)] | None = None
    telegram_staff_chat: int | None = None
    whatsapp_token: SecretStr | None = None
    whatsapp_phone_id: Annotated[str, Field(pattern=r"^\d+$")] | None = None
    whatsapp_app_secret: SecretStr | None = None
    whatsapp_verify_token: SecretStr | None = None
    whatsapp_api_url: Address | None = None
    staff_email: Annotated[str, AfterValidator(_mail_address)] | None = None
    smtp_url: Annotated[SecretStr, AfterValidator(_mail_server)] | None = None
    alarm_step_minutes: Annotated[int, Field(ge=1, le=1440)] = 30
    alarm_unclaimed_hours: Hours = 24
    alarm_unanswered_hours: Hours = 24
    organisation: str | None = None
    organisation_contact: str | None = None
    privacy_url: Address | None = None
    office_hours: str | None = None
    trusted_proxies: Annotated[tuple[str, ...], NoDecode] = ()
    embed_sites: Annotated[tuple[str, ...], NoDecode] = ()
    retention_unfinished_days: Days = 30
    retention_closed_days: Days = 365

    @field_validator("*", mode="before")
    @classmethod
    def _trimmed(cls, value: Any) -> Any:
        return value.strip() if isinstance(value, str) else value

    @field_validator("trusted_proxies", mode="before")
    @classmethod
    def _networks(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        given = _parts(value)
        for network in given:
            try:
                ip_network(network)
            except ValueError:
                raise ValueError(
                    "must be addresses or networks with commas between, for example 10.0.0.0/8"
                ) from None
        return given

    @field_validator("embed_sites", mode="before")
    @classmethod
    def _sites(cls, value: Any) -> Any:
        given = _parts(value) if isinstance(value, str) else value
        return tuple(_public_address(site) for site in given)

    @model_validator(mode="wrap")
    @classmethod
    def _all_that_is_wrong(
        cls, given: Any, handler: ModelWrapValidatorHandler[Self], _: ValidationInfo
    ) -> Self:
        """Name everything that is wrong at once, so that it is mended in one go."""
        wrong = half_given(given)
        try:
            made = handler(given)
        except ValidationError as error:
            raise BadSettings(_by_name(error) | wrong) from None
        if wrong:
            raise BadSettings(wrong)
        return made

    @property
    def database_file(self) -> Path | None:
        """Return the file of the embedded database, None when it is another kind."""
        if not self.database_url.startswith(_SQLITE):
            return None
        return Path(unquote(self.database_url.removeprefix(_SQLITE)))

    @property
    def public_https(self) -> bool:
        """Tell whether people reach the program over https."""
        return (self.public_url or "").startswith("https://")


def settings(db: str | None = None) -> Settings:
    """Return the settings; `db` is the `--db` of a command: a URL, or the name of a file."""
    chosen: dict[str, Any] = {} if db is None else {"database_url": database_url(db)}
    try:
        wrong = misspelled(PREFIX, [f"{PREFIX}{name}".upper() for name in Settings.model_fields])
        if wrong:
            raise BadSettings(wrong)
        return Settings(**chosen)
    except UnicodeDecodeError:
        raise BadSettings({".env": "cannot be read; save it as UTF-8 text"}) from None


def database_url(db: str) -> str:
    """Return the address of a database that may be given as the name of a file."""
    return db if "://" in db else f"{_SQLITE}{db}"


def _by_name(error: ValidationError) -> dict[str, str]:
    return {
        f"{PREFIX}{fault['loc'][0]}".upper(): _REMEDIES.get(str(fault["loc"][0]), _said(fault))
        for fault in error.errors(include_url=False, include_input=False)
        if fault["loc"]
    }


def _said(fault: Mapping[str, Any]) -> str:
    """Return what our own check said; only such words are known to hold no value."""
    reason = fault.get("ctx", {}).get("error")
    return str(reason) if isinstance(reason, ValueError) else "is not written as it should be"
