"""A Telegram Bot API on loopback that refuses what the real one refuses, in its own words.

What a call may hold is read from the published schema; what it comes to is played here for the
methods that are needed. It holds chats, updates and blocks, and fails on request. A call that no
honest client makes is a violation, and fails the test when it ends.
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any

from aiohttp import web

from tests.loopback.telegram_group import Forum, Posted, Topic
from tests.loopback.telegram_markup import read
from tests.loopback.telegram_people import People
from tests.loopback.telegram_spec import (
    Refused,
    Violation,
    arguments,
    bad,
    most,
    units,
    within,
)
from tests.loopback.telegram_state import Hook, Sent

TOKEN = "1234567:made-up-token-for-tests"
LARGEST_DOWNLOAD = 20 * 1024 * 1024
LONGEST_TEXT = most("sendMessage.text", 4096)
LONGEST_DATA = most("InlineKeyboardButton.callback_data", 64)
MOST_BUTTONS = 100
# Messages in so many seconds: to everybody, to one person and to one group.
OVER_ALL, PER_CHAT, PER_GROUP = (30, 1), (5, 5), (20, 60)
_GIFTS = [
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
]
GIFTS = dict.fromkeys(_GIFTS, False)
# What a button may have besides the one thing that it does.
_LOOKS = {"text", "icon_custom_emoji_id", "style"}


class BotApi(People):
    """The methods."""

    async def answer(self, method: str, form: Mapping[str, Any]) -> Any:
        """Answer one call, or refuse it."""
        given = arguments(method, form)
        played = getattr(self, f"_{_snake(method)}", None)
        if played is None:
            raise Violation(f"{method} is not played here")
        self.calls.append((method, given))
        fault = self.faults[method].pop(0) if self.faults[method] else None
        if fault is not None:
            raise fault
        return await played(given)

    async def _get_me(self, _: dict[str, Any]) -> Any:
        return {"id": 1234567, "is_bot": True, "first_name": "Test", "username": "test_bot"}

    async def _get_chat(self, given: dict[str, Any]) -> Any:
        self._forum(given)
        return {"id": given["chat_id"], "type": "supergroup", "title": "Balie", "is_forum": True}

    async def _leave_chat(self, given: dict[str, Any]) -> Any:
        self.left.append(given["chat_id"])
        return True

    async def _set_webhook(self, given: dict[str, Any]) -> Any:
        if not given["url"].startswith("https://"):
            raise bad("bad webhook: HTTPS URL must be provided for webhook")
        secret = given.get("secret_token", "")
        # The API takes one without a secret; this program never has one.
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise bad("secret token contains unallowed characters")
        self.hook = Hook(given["url"], secret, tuple(given.get("allowed_updates") or ()))
        return True

    async def _delete_webhook(self, _: dict[str, Any]) -> Any:
        self.hook = None
        return True

    async def _set_my_commands(self, given: dict[str, Any]) -> Any:
        commands = given["commands"]
        if any(not re.fullmatch(r"[a-z0-9_]{1,32}", one["command"]) for one in commands):
            raise bad("BOT_COMMAND_INVALID")
        scope = given.get("scope", {"type": "default"})["type"]
        self.menus[scope, given.get("language_code", "")] = commands
        return True

    async def _get_updates(self, given: dict[str, Any]) -> Any:
        if self.hook is not None:
            raise Refused(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        offset, allowed = given.get("offset", 0), given.get("allowed_updates") or ()
        # Whatever is before the offset is confirmed, and forgotten.
        self.waiting = [one for one in self.waiting if one["update_id"] >= offset]
        self.polls += 1
        mine = self.polls

        def told() -> list[dict[str, Any]]:
            return [
                one
                for one in self.waiting
                if one["update_id"] >= offset and self.allows(one, allowed)
            ]

        async with self._more:
            self._more.notify_all()
            with suppress(TimeoutError):
                async with asyncio.timeout(min(float(given.get("timeout", 0)), 0.5)):
                    await self._more.wait_for(lambda: bool(told()) or mine != self.polls)
            if mine != self.polls:
                raise Refused(
                    409,
                    "Conflict: terminated by other getUpdates request; "
                    "make sure that only one bot instance is running",
                )
            handed = told()[: given.get("limit", 100)]
            self.handed_out = handed[-1]["update_id"] if handed else self.handed_out
            return handed

    async def _send_message(self, given: dict[str, Any]) -> Any:
        chat, text = given["chat_id"], self._read("sendMessage.text", given)
        if chat in self.blocked:
            raise Refused(403, "Forbidden: bot was blocked by the user")
        buttons = _buttons(given.get("reply_markup") or {})
        if chat in self.groups:
            post = self._posted(given, text, buttons=buttons)
            return {**self._message(chat), "message_id": post.number, "text": text}
        self._counted(chat)
        markup = given.get("reply_markup") or {}
        keyboard, shares = _keyboard(markup)
        clears = markup.get("remove_keyboard", False)
        message = Sent(next(self._numbers), text, buttons, keyboard, shares, clears)
        self.sent[chat].append(message)
        return {**self._message(chat), "message_id": message.message_id, "text": text}

    # --- in a group ------------------------------------------------------------------------------

    def _forum(self, given: dict[str, Any]) -> Forum:
        chat = given["chat_id"]
        if chat in self.moved:
            raise Refused(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=self.moved[chat],
            )
        forum = self.groups.get(chat)
        if forum is None:
            raise bad("chat not found")
        return forum

    def _topic(self, given: dict[str, Any]) -> Topic:
        topic = self._forum(given).of(given)
        if topic is None:
            raise bad("message thread not found")
        return topic

    def _posted(self, given: dict[str, Any], text: str, **more: Any) -> Posted:
        topic = self._topic(given)
        self._counted(given["chat_id"])
        return self._forum(given).post(topic, text, **more)

    async def _send_document(self, given: dict[str, Any]) -> Any:
        name, content = given["document"]
        if given["chat_id"] not in self.groups:
            return self._document(given["chat_id"], name, content)
        post = self._posted(given, name, document=content)
        chat = given["chat_id"]
        file = {"file_id": "1", "file_unique_id": "1", "file_name": name}
        return {**self._message(chat), "message_id": post.number, "document": file}

    def _document(self, chat: int, name: str, content: bytes) -> dict[str, Any]:
        if chat in self.blocked:
            raise Refused(403, "Forbidden: bot was blocked by the user")
        self._counted(chat)
        self.documents[chat].append((name, content))
        return self._message(chat)

    async def _edit_message_text(self, given: dict[str, Any]) -> Any:
        text = self._read("editMessageText.text", given)
        return self._edited(given, text)

    async def _edit_message_reply_markup(self, given: dict[str, Any]) -> Any:
        return self._edited(given, None)

    def _edited(self, given: dict[str, Any], text: str | None) -> dict[str, Any]:
        chat, number = given["chat_id"], given["message_id"]
        message: Sent | Posted | None
        if chat in self.groups:
            message = self.groups[chat].message(number)
        else:
            message = next((one for one in self.sent[chat] if one.message_id == number), None)
        if message is None:
            raise bad("message to edit not found")
        if isinstance(message, Sent) and (message.keyboard or message.clears):
            raise bad("message can't be edited")
        now = (message.text if text is None else text, _buttons(given.get("reply_markup") or {}))
        if (message.text, message.buttons) == now:
            raise bad(
                "message is not modified: specified new message content and reply markup are "
                "exactly the same as a current content and reply markup of the message"
            )
        self._counted(chat)
        message.text, message.buttons = now
        return {**self._message(chat), "message_id": number, "text": message.text}

    def _read(self, where: str, given: dict[str, Any]) -> str:
        """Return a text without its markup, when it is no longer than may be."""
        text, mode = str(given["text"]), given.get("parse_mode")
        if mode and not self.takes_markup:
            raise Violation("what people typed is never sent as markup")
        text = read(text, mode) if mode else text
        if units(text) > LONGEST_TEXT:
            raise bad("message is too long")
        within(where, text)
        return text

    async def _create_forum_topic(self, given: dict[str, Any]) -> Any:
        topic = self._forum(given).begin(given["name"])
        return {"message_thread_id": topic.thread, "name": topic.name, "icon_color": 7322096}

    async def _close_forum_topic(self, given: dict[str, Any]) -> Any:
        return self._opened(given, now=False)

    async def _reopen_forum_topic(self, given: dict[str, Any]) -> Any:
        return self._opened(given, now=True)

    def _opened(self, given: dict[str, Any], *, now: bool) -> bool:
        topic = self._topic(given)
        if topic.open is now:
            raise bad("TOPIC_NOT_MODIFIED")
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
            raise bad("invalid file_id")
        size = len(self.files[name])
        if size > LARGEST_DOWNLOAD:
            raise bad("file is too big")
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
        if given["callback_query_id"] in self.too_old:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if "text" in given:
            self.alerts.append(given["text"])
        return True


def _keyboard(markup: dict[str, Any]) -> tuple[list[str], str | None]:
    keys = [key for row in markup.get("keyboard", []) for key in row]
    if any(not key.get("text") for key in keys):
        raise bad("Text buttons are empty")
    shares = next((key["text"] for key in keys if key.get("request_contact")), None)
    return [key["text"] for key in keys], shares


def _buttons(markup: dict[str, Any]) -> list[tuple[str, str]]:
    found = []
    for row in markup.get("inline_keyboard", []):
        for button in row:
            data = button.get("callback_data", button.get("url", ""))
            if len(set(button) - _LOOKS) != 1:
                raise bad("Text buttons are unallowed in the inline keyboard")
            if not 1 <= len(data.encode()) <= LONGEST_DATA and "callback_data" in button:
                raise bad("BUTTON_DATA_INVALID")
            if not button.get("text"):
                raise bad("Text buttons are empty")
            found.append((button["text"], data))
    if len(found) > MOST_BUTTONS:
        raise bad("reply markup is too long")
    return found


def _snake(method: str) -> str:
    return "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in method)


async def _given(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        told = await request.json()
        nested = {name: json.dumps(one) for name, one in told.items() if not isinstance(one, str)}
        return {**told, **nested}
    form = await request.post()
    files = {
        f"attach://{name}": (value.filename, value.file.read())
        for name, value in form.items()
        if isinstance(value, web.FileField)
    }
    # A file stands in the form under its own name, or under the one that it is attached by.
    return {
        name: files.get(str(value), value)
        for name, value in form.items()
        if not isinstance(value, web.FileField)
    } | {
        name: files[f"attach://{name}"]
        for name, value in form.items()
        if isinstance(value, web.FileField) and f"attach://{name}" not in form.values()
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
