import base64
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.settings import BadSettings, Settings, settings

KEY = base64.b64encode(bytes(range(32))).decode()
RESPONSIBLE = {
    "LW_ORGANISATION": "Voorbeeld",
    "LW_ORGANISATION_CONTACT": "balie@example.nl",
    "LW_PRIVACY_URL": "https://example.nl/privacy",
    "LW_OFFICE_HOURS": "maandag tot en met vrijdag, 9 tot 17 uur",
}
PUBLIC = {"LW_PUBLIC_URL": "https://intake.example.nl", **RESPONSIBLE}
WHATSAPP = {
    "LW_WHATSAPP_TOKEN": "geheim",
    "LW_WHATSAPP_PHONE_ID": "106540352242922",
    "LW_WHATSAPP_APP_SECRET": "geheim",
    "LW_WHATSAPP_VERIFY_TOKEN": "geheim",
    "LW_WHATSAPP_API_URL": "https://graph.facebook.com/v23.0",
}
TELEGRAM = {"LW_TELEGRAM_TOKEN": "123456:geheim"}
MAIL = {"LW_STAFF_EMAIL": "balie@example.nl", "LW_SMTP_URL": "smtps://a:geheim@mail.example.nl"}


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("LW_")]:
        monkeypatch.delenv(name)


def given(monkeypatch: pytest.MonkeyPatch, values: Mapping[str, str]) -> Settings:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    return settings()


def wrong(monkeypatch: pytest.MonkeyPatch, values: Mapping[str, str]) -> BadSettings:
    with pytest.raises(BadSettings) as bad:
        given(monkeypatch, values)
    return bad.value


def without(group: Mapping[str, str], *names: str) -> dict[str, str]:
    return {name: value for name, value in group.items() if name not in names}


def test_nothing_needs_to_be_set() -> None:
    chosen = settings()

    assert (chosen.host, chosen.port) == ("127.0.0.1", 8080)
    assert chosen.database_file == Path("var/letselwijzer.db")
    assert (chosen.retention_unfinished_days, chosen.retention_closed_days) == (30, 365)
    assert chosen.public_url is None
    assert not chosen.public_https


def test_an_empty_setting_counts_as_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = given(monkeypatch, dict.fromkeys((*PUBLIC, *WHATSAPP, "LW_PORT", "LW_HOST"), ""))

    assert chosen == settings()
    assert chosen.port == 8080


@pytest.mark.parametrize("group", [PUBLIC, WHATSAPP, TELEGRAM, MAIL], ids=repr)
def test_a_whole_group_is_taken(group: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert given(monkeypatch, group).model_dump(exclude_defaults=True)


@pytest.mark.parametrize("name", WHATSAPP)
def test_whatsapp_is_all_or_nothing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = wrong(monkeypatch, without(WHATSAPP, name))

    assert list(bad.wrong) == [name]


@pytest.mark.parametrize("name", MAIL)
def test_mail_is_all_or_nothing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(wrong(monkeypatch, without(MAIL, name)).wrong) == [name]


@pytest.mark.parametrize("name", RESPONSIBLE)
def test_a_public_address_needs_somebody_responsible(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(wrong(monkeypatch, without(PUBLIC, name)).wrong) == [name]


def test_a_webhook_needs_an_address_and_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = wrong(monkeypatch, {**TELEGRAM, "LW_TELEGRAM_MODE": "webhook"})

    assert sorted(bad.wrong) == ["LW_PUBLIC_URL", "LW_TELEGRAM_WEBHOOK_SECRET"]


def test_a_webhook_needs_https(monkeypatch: pytest.MonkeyPatch) -> None:
    hook = {"LW_TELEGRAM_MODE": "webhook", "LW_TELEGRAM_WEBHOOK_SECRET": "a-secret_1"}
    here = {**PUBLIC, "LW_PUBLIC_URL": "http://localhost:8080"}

    assert list(wrong(monkeypatch, {**TELEGRAM, **here, **hook}).wrong) == ["LW_PUBLIC_URL"]


def test_a_whole_webhook_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    hook = {"LW_TELEGRAM_MODE": "webhook", "LW_TELEGRAM_WEBHOOK_SECRET": "a-secret_1"}

    assert given(monkeypatch, {**TELEGRAM, **PUBLIC, **hook}).telegram_mode == "webhook"


@pytest.mark.parametrize(
    "beside",
    [
        {"LW_TELEGRAM_STAFF_CHAT": "-100123"},
        {"LW_TELEGRAM_API_URL": "http://127.0.0.1:9000"},
        {"LW_TELEGRAM_WEBHOOK_SECRET": "x"},
    ],
    ids=repr,
)
def test_what_belongs_to_telegram_needs_its_token(
    beside: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(wrong(monkeypatch, beside).wrong) == ["LW_TELEGRAM_TOKEN"]


def test_postgresql_needs_the_master_key(monkeypatch: pytest.MonkeyPatch) -> None:
    url = {"LW_DATABASE_URL": "postgresql://lw:geheim@db.example.nl/lw"}

    assert list(wrong(monkeypatch, url).wrong) == ["LW_MASTER_KEY"]
    assert given(monkeypatch, {**url, "LW_MASTER_KEY": KEY}).database_file is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LW_HOST", "not a host"),
        ("LW_PORT", "geheim"),
        ("LW_PORT", "70000"),
        ("LW_PORT", "-1"),
        ("LW_DATABASE_URL", "mysql://geheim"),
        ("LW_DATABASE_URL", "sqlite:///"),
        ("LW_MASTER_KEY", "geheim"),
        ("LW_MASTER_KEY", base64.b64encode(b"geheim").decode()),
        ("LW_TELEGRAM_TOKEN", "geheim"),
        ("LW_TRUSTED_PROXIES", "10.0.0.1, geheim"),
        ("LW_TRUSTED_PROXIES", "10.0.0.1/8"),
        ("LW_RETENTION_UNFINISHED_DAYS", "0"),
        ("LW_RETENTION_CLOSED_DAYS", "geheim"),
    ],
)
def test_a_wrong_setting_names_itself_and_never_its_value(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = wrong(monkeypatch, {name: value})

    assert list(bad.wrong) == [name]
    assert "must" in bad.wrong[name]
    assert "geheim" not in str(bad)


@pytest.mark.parametrize(
    ("group", "name", "value"),
    [
        (PUBLIC, "LW_PUBLIC_URL", "http://intake.example.nl"),
        (PUBLIC, "LW_PUBLIC_URL", "geheim.example.nl"),
        (PUBLIC, "LW_PUBLIC_URL", "https://intake.example.nl/pad"),
        (PUBLIC, "LW_PUBLIC_URL", "https://intake.example.nl:99999"),
        (PUBLIC, "LW_PRIVACY_URL", "javascript:alert(1)"),
        (WHATSAPP, "LW_WHATSAPP_PHONE_ID", "+31 6"),
        (WHATSAPP, "LW_WHATSAPP_API_URL", "geheim"),
        (TELEGRAM, "LW_TELEGRAM_API_URL", "ftp://geheim"),
        (TELEGRAM, "LW_TELEGRAM_MODE", "raden"),
        (TELEGRAM, "LW_TELEGRAM_STAFF_CHAT", "groep"),
        (TELEGRAM, "LW_TELEGRAM_WEBHOOK_SECRET", "geheim geheim"),
        (MAIL, "LW_STAFF_EMAIL", "geheim"),
        (MAIL, "LW_SMTP_URL", "http://geheim.example.nl"),
    ],
)
def test_a_wrong_setting_of_a_group_names_itself(
    group: Mapping[str, str], name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = wrong(monkeypatch, {**group, name: value})

    assert list(bad.wrong) == [name]
    assert "geheim" not in str(bad)


def test_everything_that_is_wrong_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = wrong(monkeypatch, {"LW_PORT": "geheim", **without(MAIL, "LW_SMTP_URL")})

    assert sorted(bad.wrong) == ["LW_PORT", "LW_SMTP_URL"]
    assert len(str(bad).splitlines()) == 2


def test_a_misspelled_setting_is_not_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    assert wrong(monkeypatch, {"LW_PUBLIC_ULR": "https://x.nl"}).wrong == {
        "LW_PUBLIC_ULR": "is no setting; did you mean LW_PUBLIC_URL?"
    }


def test_a_misspelled_setting_in_the_file_is_not_passed_over_either(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("LW_TELEGRM_TOKEN=1:geheim\nPATH_OF_OURS=x\n", "utf-8")

    with pytest.raises(BadSettings) as bad:
        settings()

    assert bad.value.wrong == {
        "LW_TELEGRM_TOKEN": "is no setting; did you mean LW_TELEGRAM_TOKEN?"
    }


@pytest.mark.parametrize("url", ["https://u:geheim@example.nl", "https://example.nl#geheim"])
def test_the_address_that_people_are_given_holds_no_secret(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    bad = wrong(monkeypatch, {**PUBLIC, "LW_PUBLIC_URL": url})

    assert list(bad.wrong) == ["LW_PUBLIC_URL"]
    assert "geheim" not in str(bad)


def test_on_this_machine_itself_the_address_may_be_plain_http(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    local = {**PUBLIC, "LW_PUBLIC_URL": "http://localhost:8080/"}

    assert given(monkeypatch, local).public_url == "http://localhost:8080"


def test_settings_can_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("LW_PORT=9090\nLW_ORGANISATION=Café\n", "utf-8")

    assert settings().port == 9090
    assert settings().organisation == "Café"


def test_the_environment_goes_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("LW_PORT=9090\n", "utf-8")

    assert given(monkeypatch, {"LW_PORT": "9191"}).port == 9191


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"LW_PORT=\xff\xfe\n")

    with pytest.raises(BadSettings, match=r"\.env"):
        settings()


@pytest.mark.parametrize(
    ("db", "file"),
    [
        ("zaken.db", "zaken.db"),
        ("/tmp/zaken.db", "/tmp/zaken.db"),  # noqa: S108 - never opened
        ("sqlite:////var/lib/zaken.db", "/var/lib/zaken.db"),
        ("sqlite:///mijn%20map/zaken.db", "mijn map/zaken.db"),
    ],
)
def test_a_command_may_name_another_database(db: str, file: str) -> None:
    assert settings(db).database_file == Path(file)


def test_several_proxies_can_be_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = given(monkeypatch, {"LW_TRUSTED_PROXIES": "10.0.0.0/8, ::1"})

    assert chosen.trusted_proxies == ("10.0.0.0/8", "::1")


def test_several_sites_may_show_the_chat(monkeypatch: pytest.MonkeyPatch) -> None:
    sites = {"LW_EMBED_SITES": "https://www.kantoor.example, https://kantoor.example/"}

    chosen = given(monkeypatch, {**PUBLIC, **sites})

    assert chosen.embed_sites == ("https://www.kantoor.example", "https://kantoor.example")


@pytest.mark.parametrize(
    "sites",
    ["geheim", "http://www.geheim.example", "https://www.kantoor.example, https://geheim.nl/pad"],
)
def test_what_is_no_site_names_itself_and_never_its_value(
    sites: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = wrong(monkeypatch, {**PUBLIC, "LW_EMBED_SITES": sites})

    assert list(bad.wrong) == ["LW_EMBED_SITES"]
    assert "geheim" not in str(bad)


def test_another_site_can_show_the_chat_only_over_https(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = wrong(monkeypatch, {"LW_EMBED_SITES": "https://www.kantoor.example"})

    assert list(bad.wrong) == ["LW_PUBLIC_URL"]


def test_secrets_do_not_show_when_settings_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = given(monkeypatch, {**WHATSAPP, **TELEGRAM, **MAIL, "LW_MASTER_KEY": KEY})

    assert "geheim" not in repr(chosen)
    assert KEY not in repr(chosen)
