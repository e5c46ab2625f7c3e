"""The Bot API on loopback, held to its promises by a client that somebody else wrote.

A counterpart that only our own client can talk to would prove nothing.
"""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from tests.loopback.telegram import LONGEST_TEXT, SPEC, TOKEN, BotApi, Refused
from tests.loopback.telegram_updates import content, kinds

CHAT = 501
HOOK = "https://letselwijzer.example/webhooks/telegram"
needs_schema = pytest.mark.skipif(
    not SPEC.exists(), reason="the published schema of the Bot API is not beside the repository"
)


@pytest.fixture
async def bot(api: BotApi, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    # Otherwise this client warns of a change in its own next version.
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    async with Bot(TOKEN, base_url=f"{api.base}/bot") as client:
        yield client


def keyboard(data: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data=data)]])


async def test_a_message_with_buttons_arrives_as_it_was_sent(api: BotApi, bot: Bot) -> None:
    message = await bot.send_message(CHAT, "Hoe oud bent u?", reply_markup=keyboard("a:1"))

    assert (message.text, message.chat.id) == ("Hoe oud bent u?", CHAT)
    assert [(sent.text, sent.buttons) for sent in api.sent[CHAT]] == [
        ("Hoe oud bent u?", [("Ja", "a:1")])
    ]


async def test_what_is_said_and_tapped_comes_by_polling_until_it_is_confirmed(
    api: BotApi, bot: Bot
) -> None:
    await bot.send_message(CHAT, "Klopt dat?", reply_markup=keyboard("b:2"))
    await api.types(CHAT, "hallo")
    await api.taps(CHAT, "Ja")

    said, tapped = await bot.get_updates(timeout=1)

    assert said.message is not None
    assert said.message.text == "hallo"
    assert tapped.callback_query is not None
    assert tapped.callback_query.data == "b:2"
    assert await tapped.callback_query.answer()
    assert len(await bot.get_updates(offset=said.update_id)) == 2
    assert await bot.get_updates(offset=tapped.update_id + 1) == ()


async def test_who_polls_is_told_as_soon_as_somebody_speaks(api: BotApi, bot: Bot) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=10))
    await api.types(CHAT, "daar ben ik")

    (update,) = await polling

    assert update.message is not None
    assert update.message.text == "daar ben ik"


async def test_only_what_was_asked_for_is_told(api: BotApi, bot: Bot) -> None:
    await api.edits(CHAT, "toch niet")
    await api.types(CHAT, "jawel")

    (update,) = await bot.get_updates(allowed_updates=["message"])

    assert update.message is not None


async def test_a_webhook_and_polling_exclude_each_other(api: BotApi, bot: Bot) -> None:
    await bot.set_webhook(HOOK, secret_token="geheim_1", allowed_updates=["message"])
    assert api.hook is not None
    assert api.hook.url == HOOK

    with pytest.raises(Conflict):
        await bot.get_updates()

    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_a_webhook_without_tls_is_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"(?i)https url must be provided"):
        await bot.set_webhook("http://letselwijzer.example/")


async def test_the_menu_is_kept(api: BotApi, bot: Bot) -> None:
    assert await bot.set_my_commands([BotCommand("stop", "Stop")])

    assert api.commands == [{"command": "stop", "description": "Stop"}]
    assert (await bot.get_me()).is_bot


@pytest.mark.parametrize(
    ("text", "data", "said"),
    [
        ("a" * (LONGEST_TEXT + 1), "x", "too long"),
        ("😀" * (LONGEST_TEXT // 2 + 1), "x", "too long"),
        ("Ja of nee?", "x" * 65, "(?i)button_data_invalid"),
        ("Ja of nee?", "é" * 33, "(?i)button_data_invalid"),
    ],
    ids=["longer than a message", "longer in the units that count", "data", "data in bytes"],
)
async def test_what_is_over_a_limit_is_refused(bot: Bot, text: str, data: str, said: str) -> None:
    with pytest.raises(BadRequest, match=said):
        await bot.send_message(CHAT, text, reply_markup=keyboard(data))


async def test_what_is_just_within_the_limits_is_taken(api: BotApi, bot: Bot) -> None:
    await bot.send_message(CHAT, "a" * LONGEST_TEXT, reply_markup=keyboard("x" * 64))

    assert len(api.sent[CHAT]) == 1


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Refused(429, "Too Many Requests: retry after 3", retry_after=3), RetryAfter),
        (Refused(403, "Forbidden: user is deactivated"), Forbidden),
        (Refused(400, "Bad Request: chat not found"), BadRequest),
        (
            Refused(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=-1001,
            ),
            ChatMigrated,
        ),
        (Refused(502, "Bad Gateway"), NetworkError),
    ],
)
async def test_faults_on_request_are_understood_by_anybody(
    api: BotApi, bot: Bot, answer: Refused, error: type[TelegramError]
) -> None:
    api.faults["sendMessage"].append(answer)

    with pytest.raises(error):
        await bot.send_message(CHAT, "hallo")
    await bot.send_message(CHAT, "hallo")

    assert len(api.sent[CHAT]) == 1


async def test_who_blocked_the_bot_gets_nothing(api: BotApi, bot: Bot) -> None:
    api.blocked.add(CHAT)

    with pytest.raises(Forbidden, match="blocked by the user"):
        await bot.send_message(CHAT, "hallo")


async def test_a_wrong_token_is_not_let_in(api: BotApi) -> None:
    with pytest.raises(InvalidToken):
        async with Bot("7654321:another-made-up-token", base_url=f"{api.base}/bot"):
            pass


async def test_a_method_or_field_that_is_not_there_is_refused(api: BotApi) -> None:
    async with httpx.AsyncClient(base_url=f"{api.base}/bot{TOKEN}") as plain:
        unknown = await plain.post("/sendTelepathy", data={"chat_id": CHAT})
        empty = await plain.post("/sendMessage", data={"chat_id": CHAT, "text": ""})

    assert unknown.json()["description"] == "Not Found: method not found"
    assert (unknown.status_code, empty.status_code) == (404, 400)


@needs_schema
@pytest.mark.parametrize("kind", kinds())
def test_every_kind_of_update_that_the_tests_make_is_read_by_another_client_too(kind: str) -> None:
    update = Update.de_json({"update_id": 1, **content(kind)}, None)

    assert update.update_id == 1
