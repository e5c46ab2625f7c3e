"""Mail to staff, over real SMTP to a server on this machine."""

import asyncio
from collections.abc import AsyncIterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

from bot.alarms.mail import Mail
from bot.ports import AlarmKind, Notice, TryLater
from bot.sentences.words import words

STAFF = "balie@example.nl"
DESK = "https://intake.example.nl"
CASE = "LW-2026-000123"


class Inbox:
    """What the server took; it can refuse."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.names: list[str] = []
        self.refuses = ""

    async def handle_RCPT(  # noqa: N802 - so aiosmtpd calls it
        self, _: Any, __: Any, envelope: Any, address: str, ___: Any
    ) -> str:
        if self.refuses:
            return self.refuses
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _: Any, __: Any, envelope: Any) -> str:  # noqa: N802 - idem
        message = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        assert envelope.rcpt_tos == [STAFF]
        self.taken.append(message)
        return "250 OK"

    def authenticated(self, *asked: Any) -> AuthResult:
        login = asked[4]
        assert isinstance(login, LoginPassword)
        self.names.append(login.login.decode())
        return AuthResult(success=login.password == b"geheim@1", handled=False)


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
async def port(inbox: Inbox) -> AsyncIterator[int]:
    """A server that takes a password when it is given one, on any port that is free."""

    def speaking() -> SMTP:
        return SMTP(
            inbox,
            authenticator=inbox.authenticated,
            auth_require_tls=False,
            hostname="mail.example.nl",
            loop=asyncio.get_running_loop(),
        )

    server = await asyncio.get_running_loop().create_server(speaking, "127.0.0.1", 0)
    yield server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()


def mail(port: int, login: str = "") -> Mail:
    return Mail(STAFF, f"smtp://{login}127.0.0.1:{port}", words(), DESK)


def notice(kind: AlarmKind = AlarmKind.CRISIS, step: int = 1) -> Notice:
    return Notice(id=7, case=CASE, kind=kind, step=step, attempts=0)


@pytest.mark.parametrize("kind", AlarmKind)
async def test_a_mail_holds_the_number_the_kind_and_a_link_and_nothing_more(
    kind: AlarmKind, port: int, inbox: Inbox
) -> None:
    await mail(port).notify(notice(kind))

    (message,) = inbox.taken
    soort = words()(f"melding.soort.{kind}")
    assert message["Subject"] == f"{CASE}: {soort}"
    assert (message["From"], message["To"]) == (STAFF, STAFF)
    assert message.get_content().splitlines() == [
        f"Zaak {CASE}: {soort}.",
        f"Bekijk de zaak op de balie: {DESK}/desk/zaak/{CASE}",
        "",
        "Deze mail gaat vanzelf. Antwoorden heeft geen zin.",
    ]


async def test_a_second_mail_says_that_nobody_has_seen_it_yet(port: int, inbox: Inbox) -> None:
    await mail(port).notify(notice(step=3))

    assert "Nog niemand heeft dit alarm gezien." in inbox.taken[0].get_content()


async def test_a_mail_that_went_twice_is_recognised_as_one(port: int, inbox: Inbox) -> None:
    for _ in range(2):
        await mail(port).notify(notice())

    assert len({message["Message-ID"] for message in inbox.taken}) == 1


async def test_the_name_and_password_of_the_address_are_used(port: int, inbox: Inbox) -> None:
    await mail(port, "intake%40example.nl:geheim%401@").notify(notice())

    assert inbox.names == ["intake@example.nl"]
    assert len(inbox.taken) == 1


@pytest.mark.parametrize(
    ("login", "refuses", "reason"),
    [
        ("intake:fout@", "", "smtp_535"),
        ("", "451 later", "SMTPRecipientsRefused"),
    ],
)
async def test_what_the_server_does_not_take_is_tried_later_without_a_word_of_its_answer(
    login: str, refuses: str, reason: str, port: int, inbox: Inbox
) -> None:
    inbox.refuses = refuses

    with pytest.raises(TryLater) as wait:
        await mail(port, login).notify(notice())

    assert wait.value.reason == reason
    assert inbox.taken == []


async def test_a_server_that_is_not_there_is_tried_later() -> None:
    with pytest.raises(TryLater):
        await mail(1).notify(notice())


async def test_a_password_does_not_go_over_the_network_in_the_open(
    port: int, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As if the server on this machine were one far away.
    monkeypatch.setattr("bot.alarms.mail.is_loopback", lambda _: False)

    with pytest.raises(TryLater):
        await mail(port, "intake:geheim@").notify(notice())

    assert inbox.names == []
