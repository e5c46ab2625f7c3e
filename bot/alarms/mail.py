"""Mail to staff: a case number, the kind of alarm and a link; nothing about the person."""

import smtplib
import ssl
from asyncio import to_thread
from email.message import EmailMessage
from email.utils import formatdate
from urllib.parse import SplitResult, unquote, urlsplit

from bot.clock import SystemClock
from bot.ports import Notice, TryLater
from bot.sentences.texts import Texts
from bot.settings import is_loopback

_TIMEOUT = 20.0
_SUBMISSION, _OVER_TLS, _PLAIN = 587, 465, 25


class Mail:
    """`bot.ports.Notifier` by mail."""

    name = "mail"

    def __init__(self, address: str, server: str, texts: Texts, desk: str) -> None:
        """Write to this address through this server; `desk` is where the program is found."""
        self._address = address
        self._server = urlsplit(server)
        self._texts = texts
        self._desk = desk

    async def notify(self, notice: Notice) -> None:
        """Send one notice; `TryLater` when the server does not take it now."""
        message = self._message(notice)
        try:
            await to_thread(_sent, self._server, message)
        except (smtplib.SMTPException, OSError) as error:
            raise TryLater(0, _code(error)) from None

    def _message(self, notice: Notice) -> EmailMessage:
        kind = self._texts(f"melding.soort.{notice.kind}")
        again = notice.step > 1
        message = EmailMessage()
        message["Subject"] = self._texts("melding.onderwerp", zaak=notice.case, soort=kind)
        message["From"] = message["To"] = self._address
        message["Date"] = formatdate(SystemClock().now().timestamp())
        # The same for every attempt, so that one that arrived twice is shown once.
        domain = self._address.rpartition("@")[2]
        message["Message-ID"] = f"<lw-{notice.case}-{notice.id}@{domain}>"
        message["Auto-Submitted"] = "auto-generated"
        link = f"{self._desk}/desk/zaak/{notice.case}"
        message.set_content(
            self._texts("melding.tekst", zaak=notice.case, soort=kind, link=link, opnieuw=again)
        )
        return message


def _sent(server: SplitResult, message: EmailMessage) -> None:
    """Hand a message to the server; it blocks, so it runs beside everything else."""
    host = server.hostname or ""
    context = ssl.create_default_context()
    if server.scheme == "smtps":
        port = server.port or _OVER_TLS
        with smtplib.SMTP_SSL(host, port, timeout=_TIMEOUT, context=context) as connection:
            _handed_over(connection, server, message)
        return
    port = server.port or (_SUBMISSION if server.username else _PLAIN)
    with smtplib.SMTP(host, port, timeout=_TIMEOUT) as connection:
        connection.ehlo()
        if connection.has_extn("starttls"):
            connection.starttls(context=context)
            connection.ehlo()
        elif server.username and not is_loopback(host):
            # A password does not go over the network in the open.
            raise smtplib.SMTPNotSupportedError("no_starttls")
        _handed_over(connection, server, message)


def _handed_over(connection: smtplib.SMTP, server: SplitResult, message: EmailMessage) -> None:
    if server.username:
        connection.login(unquote(server.username), unquote(server.password or ""))
    connection.send_message(message)


def _code(error: Exception) -> str:
    """Return what may be logged: the answer of a server may hold an address."""
    if isinstance(error, smtplib.SMTPResponseException):
        return f"smtp_{error.smtp_code}"
    return type(error).__name__
