"""What people and staff do in the loopback Bot API, and what a test waits for."""

import asyncio
import json
from collections.abc import Callable, Collection, Mapping
from typing import Any

from tests.loopback.telegram_group import CHAT
from tests.loopback.telegram_state import NOON, Hook, Sent, State


class People(State):
    """The acts of people; each is an update that is told or delivered."""

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
        await self.tells({"update_id": number, **content})
        return number

    async def tells(self, update: dict[str, Any]) -> None:
        """Add an update as it is, also one that was told before."""
        async with self._more:
            self.updates.append(update)
            self.waiting.append(update)
            self._more.notify_all()

    async def wait_for_hook(self) -> Hook:
        """Wait until the program said where it wants its updates."""
        for _ in range(6000):
            if self.hook is not None and self.menus:
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
        await _wait(lambda: self.is_confirmed(update))

    def is_confirmed(self, update: int) -> bool:
        """Tell whether an update is dealt with, as far as who polls has said."""
        return all(one["update_id"] != update for one in self.waiting)

    async def wait_until_handed_out(self, update: int) -> None:
        """Wait until the program asked for updates and got this one."""
        await _wait(lambda: self.handed_out >= update)

    async def wait_until_lost(self, method: str) -> None:
        """Wait until a call or the answer to it got lost."""
        await _wait(lambda: method in self.lost)

    async def wait_for_polls(self, polls: int) -> None:
        """Wait until somebody asked for updates so many times."""
        await _wait(lambda: self.polls >= polls)

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

    async def rewrites(self, thread: int, member: int, group: int = CHAT, **content: Any) -> int:
        """Let a member of staff change what they wrote in a topic."""
        edited = {**self._in_group(thread, member, group, **content), "edit_date": NOON + 60}
        return await self.pushes({"edited_message": edited})

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


async def _wait(happened: Callable[[], bool]) -> None:
    for _ in range(6000):
        if happened():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never happened")
