"""A Telegram Bot API on loopback that refuses what the real one refuses, in its own words.

It knows the methods and limits that this program uses, holds chats, updates and blocks, and fails
on request. Where the published schema lies beside the repository, every call is held against that
as well. A call that no honest client makes is a violation, and fails the test when it ends.
"""

import asyncio
import json
import re
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from aiohttp import web

from tests.loopback.rates import Rates
from tests.loopback.telegram_group import CHAT, LONGEST_NAME, Forum, Posted, Topic

TOKEN = "1234567:made-up-token-for-tests"
SPEC = Path(__file__).parents[3] / "shared" / "specs" / "telegram_api.json"
LARGEST_DOWNLOAD = 20 * 1024 * 1024
LONGEST_TEXT, LONGEST_DATA, MOST_BUTTONS, MOST_COMMANDS = 4096, 64, 100, 100
# Messages in so many seconds: to everybody, to one person and to one group.
OVER_ALL, PER_CHAT, PER_GROUP = (30, 1), (5, 5), (20, 60)
NOON = 1_795_600_800


@dataclass(frozen=True)
class Method:
    """What one method takes: required and further fields."""

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()


METHODS: Mapping[str, Method] = {
    "getMe": Method(),
    "deleteWebhook": Method(optional=("drop_pending_updates",)),
    "setWebhook": Method(
        ("url",),
        ("secret_token", "allowed_updates", "max_connections", "drop_pending_updates"),
    ),
    "setMyCommands": Method(("commands",), ("scope", "language_code")),
    "getUpdates": Method(optional=("offset", "limit", "timeout", "allowed_updates")),
    "sendMessage": Method(
        ("chat_id", "text"),
        ("message_thread_id", "reply_markup", "parse_mode", "link_preview_options"),
    ),
    "editMessageText": Method(("text",), ("chat_id", "message_id", "reply_markup", "parse_mode")),
    "sendDocument": Method(("chat_id", "document"), ("message_thread_id",)),
    "createForumTopic": Method(("chat_id", "name")),
    "closeForumTopic": Method(("chat_id", "message_thread_id")),
    "reopenForumTopic": Method(("chat_id", "message_thread_id")),
    "deleteForumTopic": Method(("chat_id", "message_thread_id")),
    "getFile": Method(("file_id",)),
    "answerCallbackQuery": Method(("callback_query_id",), ("text", "show_alert")),
}
# Sent as JSON inside a form.
_NESTED = ("commands", "scope", "allowed_updates", "reply_markup", "link_preview_options")


class Refused(Exception):  # noqa: N818 - what the API answers
    """An answer that is not ok."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


class Violation(Exception):  # noqa: N818 - what the program did
    """A call that must not be made."""


@dataclass
class Sent:
    """One message of the bot."""

    message_id: int
    text: str
    buttons: list[tuple[str, str]]
    # What stands on the keyboard in place of letters, and which of it gives the own number.
    keyboard: list[str] = field(default_factory=list)
    shares: str | None = None


@dataclass(frozen=True)
class Hook:
    """Where updates are delivered, since `setWebhook`."""

    url: str
    secret: str
    allowed: tuple[str, ...]


# Tells of a call, by its method and what was given, whether something is to become of it.
Which = Callable[[str, Mapping[str, Any]], bool]


def _none(_: str, __: Mapping[str, Any]) -> bool:
    return False


# Brings one update to an address; returns the HTTP status that came back.
Deliver = Callable[[str, bytes, Mapping[str, str]], Awaitable[int]]


@dataclass
class BotApi:
    """The state of the server, and what a test does to it."""

    base: str = ""
    sent: dict[int, list[Sent]] = field(default_factory=lambda: defaultdict(list))
    commands: list[dict[str, str]] = field(default_factory=list)
    # The menus by the language of the app; the one without is for every other app.
    menus: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    acknowledged: list[str] = field(default_factory=list)
    # What was shown to those who pressed a button.
    alerts: list[str] = field(default_factory=list)
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    blocked: set[int] = field(default_factory=set)
    documents: dict[int, list[tuple[str, bytes]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    groups: dict[int, Forum] = field(default_factory=dict)
    # Answers to give instead of the next ones, by method.
    faults: dict[str, list[Refused]] = field(default_factory=lambda: defaultdict(list))
    updates: list[dict[str, Any]] = field(default_factory=list)
    # The bytes behind each file id, and how many downloads break off first.
    files: dict[str, bytes] = field(default_factory=dict)
    broken_downloads: int = 0
    downloads: int = 0
    violations: list[str] = field(default_factory=list)
    confirmed: int = 0
    hook: Hook | None = None
    # Set by whoever runs the program that is delivered to.
    deliver: Deliver | None = None
    statuses: list[int] = field(default_factory=list)
    # How much is taken at once; anything, when a test says nothing of it.
    rates: Rates | None = None
    # When people do things.
    date: Callable[[], int] = lambda: NOON
    # Calls that get lost on their way here, and those of which the answer gets lost: whoever made
    # them waits. What got lost, in order.
    unheard: Which = _none
    unanswered: Which = _none
    lost: list[str] = field(default_factory=list)
    # The last update that was handed out to who asked for them.
    handed_out: int = 0
    # What was asked for earlier may still come for a while.
    delivers_all_kinds: bool = False
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _more: asyncio.Condition = field(default_factory=asyncio.Condition)

    # --- what people do --------------------------------------------------------------------------

    async def types(self, chat: int, text: str) -> int:
        """Let a person type something; returns the number of the update."""
        return await self.pushes({"message": {**self._message(chat), "text": text}})

    async def taps(self, chat: int, label: str) -> int:
        """Let a person tap the newest button with this label."""
        for message in reversed(self.sent[chat]):
            for text, data in message.buttons:
                if text == label:
                    return await self.taps_data(chat, data)
            if label in message.keyboard:
                return await self._taps_keyboard(chat, label, message)
        raise AssertionError(f"no button {label!r} in {self.sent[chat][-1]}")

    async def _taps_keyboard(self, chat: int, label: str, message: Sent) -> int:
        if label != message.shares:
            return await self.types(chat, label)
        own = {"phone_number": "+31612345678", "first_name": "Sanne", "user_id": chat}
        return await self.pushes(self.message_of(chat, contact=own))

    async def taps_data(self, chat: int, data: str) -> int:
        """Let a person send the data of a button back, whatever it is."""
        return await self.pushes(
            {
                "callback_query": {
                    "id": str(next(self._numbers)),
                    "from": self._person(chat),
                    "chat_instance": "1",
                    "message": self._message(chat),
                    "data": data,
                }
            }
        )

    async def pushes(self, content: dict[str, Any]) -> int:
        """Add an update of any kind."""
        number = 1000 + len(self.updates)
        async with self._more:
            self.updates.append({"update_id": number, **content})
            self._more.notify_all()
        return number

    async def wait_for_hook(self) -> Hook:
        """Wait until the program said where it wants its updates."""
        for _ in range(6000):
            if self.hook is not None and self.commands:
                return self.hook
            await asyncio.sleep(0.01)
        raise AssertionError("setWebhook was never called")

    async def delivers(self, *numbers: int, tries: int = 50) -> None:
        """Deliver updates in this order, each again until it is taken: anything but 2xx is not."""
        for number in numbers:
            for _ in range(tries):
                if 200 <= await self.delivers_once(number) < 300:
                    break
                await asyncio.sleep(0.01)
            else:
                raise AssertionError(f"update {number} was never taken: {self.statuses[-1]}")

    def allows(self, update: Mapping[str, Any], allowed: Collection[str]) -> bool:
        """Tell whether an update is of a kind that was asked for."""
        return self.delivers_all_kinds or not allowed or bool(set(allowed) & set(update))

    async def delivers_once(self, number: int, secret: str | None = None) -> int:
        """Deliver one update once, with the secret that was agreed or another one."""
        hook, deliver = await self.wait_for_hook(), self.deliver
        assert deliver is not None
        update = next(one for one in self.updates if one["update_id"] == number)
        assert self.allows(update, hook.allowed), "Telegram delivers only what was asked for"
        headers = {
            "Content-Type": "application/json",
            "X-Telegram-Bot-Api-Secret-Token": hook.secret if secret is None else secret,
        }
        status = await deliver(hook.url, json.dumps(update).encode(), headers)
        self.statuses.append(status)
        return status

    async def wait_for(self, chat: int, messages: int) -> list[Sent]:
        """Wait until so many messages were sent to a chat, then return them all."""
        for _ in range(6000):
            if len(self.sent[chat]) >= messages:
                return self.sent[chat]
            await asyncio.sleep(0.01)
        raise AssertionError(f"{len(self.sent[chat])} messages instead of {messages}")

    async def wait_until_confirmed(self, update: int) -> None:
        """Wait until the program said that it has dealt with an update."""
        for _ in range(6000):
            if self.confirmed > update:
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"update {update} was never confirmed")

    async def wait_until_handed_out(self, update: int) -> None:
        """Wait until the program asked for updates and got this one."""
        await _wait(lambda: self.handed_out >= update)

    async def wait_until_lost(self, method: str) -> None:
        """Wait until a call or the answer to it got lost."""
        await _wait(lambda: method in self.lost)

    def message_of(self, chat: int, **content: Any) -> dict[str, Any]:
        """Return a message of a person with any content, to push."""
        return {"message": {**self._message(chat), **content}}

    async def edits(self, chat: int, text: str, at: int = NOON) -> int:
        """Let a person change a message that was sent at a moment."""
        edited = {**self._message(chat), "date": at, "edit_date": at + 60, "text": text}
        return await self.pushes({"edited_message": edited})

    def holds(self, content: bytes, **about: Any) -> dict[str, Any]:
        """Keep the bytes of a file, and return it as an update tells of it."""
        name = f"file-{next(self._numbers)}"
        self.files[name] = content
        told = {"file_id": name, "file_unique_id": f"u{name}", "file_size": len(content)}
        return {**told, **about}

    def photo(self, content: bytes) -> list[dict[str, Any]]:
        """Keep a photo, and return its sizes as an update tells of them."""
        small = self.holds(b"a thumbnail", width=90, height=67)
        return [small, self.holds(content, width=1280, height=960)]

    async def blocks(self, chat: int, at: int = NOON) -> int:
        """Let a person block the bot."""
        self.blocked.add(chat)
        banned = {"status": "kicked", "until_date": 0}
        return await self.pushes(self._membership(chat, at, {"status": "member"}, banned))

    async def unblocks(self, chat: int, at: int = NOON) -> int:
        """Let a person lift that; the button of the app sends "/start" in the same moment."""
        self.blocked.discard(chat)
        banned = {"status": "kicked", "until_date": 0}
        return await self.pushes(self._membership(chat, at, banned, {"status": "member"}))

    def _membership(
        self, chat: int, at: int, old: dict[str, Any], new: dict[str, Any]
    ) -> dict[str, Any]:
        bot = {"id": 1234567, "is_bot": True, "first_name": "Test", "username": "test_bot"}
        return {
            "my_chat_member": {
                "chat": {"id": chat, "type": "private", "first_name": "Sanne"},
                "from": self._person(chat),
                "date": at,
                "old_chat_member": {**old, "user": bot},
                "new_chat_member": {**new, "user": bot},
            }
        }

    def _person(self, chat: int) -> dict[str, Any]:
        return {"id": chat, "is_bot": False, "first_name": "Sanne"}

    def _message(self, chat: int) -> dict[str, Any]:
        return {
            "message_id": next(self._numbers),
            "date": self.date(),
            "chat": {"id": chat, "type": "private", "first_name": "Sanne"},
            "from": self._person(chat),
        }

    async def writes(self, thread: int, member: int, group: int = CHAT, **content: Any) -> int:
        """Let a member of staff write in a topic."""
        return await self.pushes({"message": self._in_group(thread, member, group, **content)})

    async def presses(self, thread: int, member: int, label: str, group: int = CHAT) -> int:
        """Let a member of staff press the newest button with this label in a topic."""
        posts = reversed(self.groups[group].topics[thread].posts)
        pressed = ((post, data) for post in posts for text, data in post.buttons if text == label)
        post, data = next(pressed)
        query = {
            "id": str(next(self._numbers)),
            "from": {"id": member, "is_bot": False, "first_name": "Omar"},
            "chat_instance": "2",
            "message": {
                **self._in_group(thread, 1, group),
                "message_id": post.number,
                "text": post.text,
            },
            "data": data,
        }
        return await self.pushes({"callback_query": query})

    def _in_group(self, thread: int, member: int, group: int, **content: Any) -> dict[str, Any]:
        return {
            "message_id": next(self._numbers),
            "date": NOON,
            "chat": {"id": group, "type": "supergroup", "title": "Balie", "is_forum": True},
            "from": {"id": member, "is_bot": False, "first_name": "Omar"},
            "message_thread_id": thread,
            "is_topic_message": True,
            **content,
        }

    # --- the methods -----------------------------------------------------------------------------

    async def answer(self, method: str, given: dict[str, Any]) -> Any:
        """Answer one call, or refuse it."""
        if method not in METHODS:
            raise Refused(404, "Not Found: method not found")
        self.calls.append((method, given))
        _hold_against_schema(method, given)
        known = METHODS[method]
        for name in known.required:
            if given.get(name) in (None, ""):
                raise Refused(400, f"Bad Request: {name} is empty")
        for name in given:
            if name not in (*known.required, *known.optional):
                raise Violation(f"{method} is called with {name}, which is not in the table")
        if self.faults[method]:
            raise self.faults[method].pop(0)
        return await getattr(self, f"_{_snake(method)}")(given)

    async def _get_me(self, _: dict[str, Any]) -> Any:
        return {"id": 1234567, "is_bot": True, "first_name": "Test", "username": "test_bot"}

    async def _set_webhook(self, given: dict[str, Any]) -> Any:
        if not given["url"].startswith("https://"):
            raise Refused(400, "Bad Request: bad webhook: HTTPS URL must be provided for webhook")
        secret = given.get("secret_token", "")
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise Refused(400, "Bad Request: secret token contains unallowed characters")
        self.hook = Hook(given["url"], secret, tuple(given.get("allowed_updates") or ()))
        return True

    async def _delete_webhook(self, _: dict[str, Any]) -> Any:
        self.hook = None
        return True

    async def _set_my_commands(self, given: dict[str, Any]) -> Any:
        commands = given["commands"]
        if len(commands) > MOST_COMMANDS:
            raise Refused(400, "Bad Request: too many commands")
        for command in commands:
            if not (
                1 <= len(command["command"]) <= 32 and 1 <= len(command["description"]) <= 256
            ):
                raise Refused(400, "Bad Request: BOT_COMMAND_INVALID")
        self.commands = commands
        self.menus[given.get("language_code", "")] = commands
        return True

    async def _get_updates(self, given: dict[str, Any]) -> Any:
        if self.hook is not None:
            raise Refused(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        offset = int(given.get("offset", 0))
        self.confirmed = max(self.confirmed, offset)
        allowed = given.get("allowed_updates") or ()

        def waiting() -> list[dict[str, Any]]:
            return [
                update
                for update in self.updates
                if update["update_id"] >= offset and self.allows(update, allowed)
            ]

        async with self._more:
            if not waiting():
                try:
                    async with asyncio.timeout(min(float(given.get("timeout", 0)), 0.5)):
                        await self._more.wait_for(lambda: bool(waiting()))
                except TimeoutError:
                    return []
            handed = waiting()[: int(given.get("limit", 100))]
            self.handed_out = handed[-1]["update_id"]
            return handed

    async def _send_message(self, given: dict[str, Any]) -> Any:
        chat, text = int(given["chat_id"]), given["text"]
        if len(text.encode("utf-16-le")) // 2 > LONGEST_TEXT:
            raise Refused(400, "Bad Request: message is too long")
        if given.get("parse_mode"):
            raise Violation("what people typed is never sent as markup")
        if chat in self.blocked:
            raise Refused(403, "Forbidden: bot was blocked by the user")
        buttons = _buttons(given.get("reply_markup") or {})
        if chat in self.groups:
            post = self._posted(given, text, buttons=buttons)
            return {**self._message(chat), "message_id": post.number, "text": text}
        self._counted(chat)
        keyboard, shares = _keyboard(given.get("reply_markup") or {})
        message = Sent(next(self._numbers), text, buttons, keyboard, shares)
        self.sent[chat].append(message)
        return {**self._message(chat), "message_id": message.message_id, "text": text}

    # --- in a group ------------------------------------------------------------------------------

    def _forum(self, given: dict[str, Any]) -> Forum:
        forum = self.groups.get(int(given["chat_id"]))
        if forum is None:
            raise Refused(400, "Bad Request: chat not found")
        return forum

    def _topic(self, given: dict[str, Any]) -> Topic:
        topic = self._forum(given).of(given)
        if topic is None:
            raise Refused(400, "Bad Request: message thread not found")
        return topic

    def _posted(self, given: dict[str, Any], text: str, **more: Any) -> Posted:
        topic = self._topic(given)
        self._counted(int(given["chat_id"]))
        return self._forum(given).post(topic, text, **more)

    async def _send_document(self, given: dict[str, Any]) -> Any:
        name, content = given["document"]
        if int(given["chat_id"]) not in self.groups:
            return self._document(int(given["chat_id"]), name, content)
        post = self._posted(given, name, document=content)
        chat = int(given["chat_id"])
        file = {"file_id": "1", "file_unique_id": "1", "file_name": name}
        return {**self._message(chat), "message_id": post.number, "document": file}

    def _document(self, chat: int, name: str, content: bytes) -> dict[str, Any]:
        if chat in self.blocked:
            raise Refused(403, "Forbidden: bot was blocked by the user")
        self._counted(chat)
        self.documents[chat].append((name, content))
        return self._message(chat)

    async def _edit_message_text(self, given: dict[str, Any]) -> Any:
        chat = int(given["chat_id"])
        post = self._forum(given).message(int(given["message_id"]))
        if post is None:
            raise Refused(400, "Bad Request: message to edit not found")
        buttons = _buttons(given.get("reply_markup") or {})
        if (post.text, post.buttons) == (given["text"], buttons):
            raise Refused(400, "Bad Request: message is not modified")
        self._counted(chat)
        post.text, post.buttons = given["text"], buttons
        return {**self._message(chat), "message_id": post.number, "text": post.text}

    async def _create_forum_topic(self, given: dict[str, Any]) -> Any:
        if not 1 <= len(given["name"]) <= LONGEST_NAME:
            raise Refused(400, "Bad Request: TOPIC_TITLE_INVALID")
        topic = self._forum(given).begin(given["name"])
        return {"message_thread_id": topic.thread, "name": topic.name, "icon_color": 7322096}

    async def _close_forum_topic(self, given: dict[str, Any]) -> Any:
        return self._opened(given, now=False)

    async def _reopen_forum_topic(self, given: dict[str, Any]) -> Any:
        return self._opened(given, now=True)

    def _opened(self, given: dict[str, Any], *, now: bool) -> bool:
        topic = self._topic(given)
        if topic.open is now:
            raise Refused(400, "Bad Request: TOPIC_NOT_MODIFIED")
        topic.open = now
        return True

    async def _delete_forum_topic(self, given: dict[str, Any]) -> Any:
        self._forum(given).delete(self._topic(given))
        return True

    def _counted(self, chat: int) -> None:
        if self.rates is None:
            return
        own = PER_GROUP if chat < 0 else PER_CHAT
        wait = self.rates.wait(chat, *own) or self.rates.wait("all", *OVER_ALL)
        if wait:
            raise Refused(429, f"Too Many Requests: retry after {wait}", retry_after=wait)

    async def _get_file(self, given: dict[str, Any]) -> Any:
        name = given["file_id"]
        if name not in self.files:
            raise Refused(400, "Bad Request: invalid file_id")
        size = len(self.files[name])
        if size > LARGEST_DOWNLOAD:
            raise Refused(400, "Bad Request: file is too big")
        about = {"file_id": name, "file_unique_id": f"u{name}", "file_size": size}
        return {**about, "file_path": f"photos/{name}"}

    def download(self, path: str) -> bytes | None:
        """Return the bytes at an address, None when nothing stands there."""
        self.downloads += 1
        if self.broken_downloads:
            self.broken_downloads -= 1
            return None
        return self.files.get(path.removeprefix("photos/"))

    async def _answer_callback_query(self, given: dict[str, Any]) -> Any:
        self.acknowledged.append(given["callback_query_id"])
        if "text" in given:
            self.alerts.append(given["text"])
        return True


async def _wait(happened: Callable[[], bool]) -> None:
    for _ in range(6000):
        if happened():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never happened")


def _keyboard(markup: dict[str, Any]) -> tuple[list[str], str | None]:
    keys = [key for row in markup.get("keyboard", []) for key in row]
    if any(not key.get("text") for key in keys):
        raise Refused(400, "Bad Request: text buttons are empty")
    shares = next((key["text"] for key in keys if key.get("request_contact")), None)
    return [key["text"] for key in keys], shares


def _buttons(markup: dict[str, Any]) -> list[tuple[str, str]]:
    found = []
    for row in markup.get("inline_keyboard", []):
        for button in row:
            data = button.get("callback_data", button.get("url", ""))
            if len({"callback_data", "url"} & set(button)) != 1:
                raise Refused(400, "Bad Request: inline keyboard button must have one action")
            if "url" not in button and not 1 <= len(data.encode()) <= LONGEST_DATA:
                raise Refused(400, "Bad Request: BUTTON_DATA_INVALID")
            if not button.get("text"):
                raise Refused(400, "Bad Request: text buttons are empty")
            found.append((button["text"], data))
    if len(found) > MOST_BUTTONS:
        raise Refused(400, "Bad Request: reply markup is too long")
    return found


@cache
def _schema() -> Any:
    return json.loads(SPEC.read_text(encoding="utf-8"))


def _hold_against_schema(method: str, given: dict[str, Any]) -> None:
    """Refuse a call that the published schema does not know; nothing is held without it."""
    if not SPEC.exists():
        return
    known = _schema()["methods"][method]["fields"]
    names = {known_field["name"] for known_field in known}
    unknown = set(given) - names
    missing = {known_field["name"] for known_field in known if known_field["required"]} - set(
        given
    )
    if unknown or missing:
        raise AssertionError(f"{method}: unknown {sorted(unknown)}, missing {sorted(missing)}")


def _snake(method: str) -> str:
    return "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in method)


async def _given(request: web.Request) -> dict[str, Any]:
    form = await request.post()
    files = {
        f"attach://{name}": (value.filename, value.file.read())
        for name, value in form.items()
        if isinstance(value, web.FileField)
    }
    return {
        name: json.loads(str(value)) if name in _NESTED else files.get(str(value), value)
        for name, value in form.items()
        if not isinstance(value, web.FileField)
    }


@asynccontextmanager
async def bot_api() -> AsyncIterator[BotApi]:
    """Run the server on a free port of this machine."""
    api = BotApi()

    async def handle(request: web.Request) -> web.Response:
        if request.match_info["token"] != TOKEN:
            return _refusal(Refused(401, "Unauthorized"))
        method, given = request.match_info["method"], await _given(request)
        if api.unheard(method, given):
            return await _lost(request, api, method)
        try:
            result = await api.answer(method, given)
        except Refused as refused:
            return _refusal(refused)
        except Violation as violation:
            api.violations.append(str(violation))
            return _refusal(Refused(400, "Bad Request: violation"))
        if api.unanswered(method, given):
            return await _lost(request, api, method)
        return web.json_response({"ok": True, "result": result})

    async def download(request: web.Request) -> web.Response:
        known = request.match_info["token"] == TOKEN
        content = api.download(request.match_info["path"]) if known else None
        if content is None:
            return _refusal(Refused(404, "Not Found"))
        return web.Response(body=content)

    app = web.Application()
    app.router.add_post("/bot{token}/{method}", handle)
    app.router.add_get("/file/bot{token}/{path:.*}", download)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    api.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield api
    finally:
        await runner.cleanup()
    assert api.violations == []


async def _lost(request: web.Request, api: BotApi, method: str) -> web.Response:
    """Say nothing, until whoever waits for an answer is gone."""
    api.lost.append(method)
    while request.transport is not None:  # noqa: ASYNC110 - aiohttp tells of it in no other way
        await asyncio.sleep(0.01)
    return web.Response()


def _refusal(refused: Refused) -> web.Response:
    body: dict[str, Any] = {
        "ok": False,
        "error_code": refused.code,
        "description": refused.description,
    }
    if refused.parameters:
        body["parameters"] = refused.parameters
    return web.json_response(body, status=refused.code)
