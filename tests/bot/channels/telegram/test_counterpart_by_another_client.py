"""The Bot API on loopback, held to its promises by a client that somebody else wrote.

A counterpart that only our own client can talk to would prove nothing.
"""

import asyncio
import re
from collections.abc import AsyncIterator

import httpx
import pytest
from telegram import (
    Bot,
    BotCommand,
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
    Update,
)
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

from tests.loopback.telegram import LONGEST_TEXT, TOKEN, BotApi
from tests.loopback.telegram_group import CHAT as GROUP
from tests.loopback.telegram_group import Forum
from tests.loopback.telegram_spec import SPEC, Refused, limits
from tests.loopback.telegram_updates import content, kinds, message_fields, message_with

CHAT = 501
HOOK = "https://letselwijzer.example/webhooks/telegram"
NAMELESS = '{"inline_keyboard": [[{"url": "https://letselwijzer.example"}]]}'
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

    assert api.menus["default", ""] == [{"command": "stop", "description": "Stop"}]
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


# --- what the published schema says --------------------------------------------------------------


async def says(bot: Bot, text: str) -> None:
    await bot.send_message(CHAT, text)


async def offers(bot: Bot, data: str) -> None:
    await bot.send_message(CHAT, "Kies", reply_markup=keyboard(data))


async def hints(bot: Bot, hint: str) -> None:
    markup = ReplyKeyboardMarkup([["Gisteren"]], input_field_placeholder=hint)
    await bot.send_message(CHAT, "Wanneer?", reply_markup=markup)


async def invites_a_reply(bot: Bot, hint: str) -> None:
    markup = ForceReply(input_field_placeholder=hint)
    await bot.send_message(CHAT, "Wanneer?", reply_markup=markup)


async def lets_copy(bot: Bot, text: str) -> None:
    button = InlineKeyboardButton("Kopieer", copy_text=CopyTextButton(text))
    await bot.send_message(CHAT, "Kies", reply_markup=InlineKeyboardMarkup([[button]]))


async def rewrites(bot: Bot, text: str) -> None:
    message = await bot.send_message(CHAT, "Wat?")
    await bot.edit_message_text(text, CHAT, message.message_id)


async def alerts(bot: Bot, text: str) -> None:
    await bot.answer_callback_query("1", text)


async def brings(bot: Bot, caption: str) -> None:
    await bot.send_document(CHAT, b"%PDF", filename="a.pdf", caption=caption)


async def opens(bot: Bot, name: str) -> None:
    await bot.create_forum_topic(GROUP, name)


async def names(bot: Bot, command: str) -> None:
    await bot.set_my_commands([BotCommand(command, "Stop")])


async def describes(bot: Bot, description: str) -> None:
    await bot.set_my_commands([BotCommand("stop", description)])


async def lists(bot: Bot, commands: str) -> None:
    await bot.set_my_commands([BotCommand(f"c{at}", "Stop") for at in range(len(commands))])


async def agrees(bot: Bot, secret: str) -> None:
    await bot.set_webhook(HOOK, secret_token=secret)


LIMITED = {
    "sendMessage.text": says,
    "editMessageText.text": rewrites,
    "answerCallbackQuery.text": alerts,
    "sendDocument.caption": brings,
    "createForumTopic.name": opens,
    "setMyCommands.commands": lists,
    "setWebhook.secret_token": agrees,
    "InlineKeyboardButton.callback_data": offers,
    "ReplyKeyboardMarkup.input_field_placeholder": hints,
    "ForceReply.input_field_placeholder": invites_a_reply,
    "CopyTextButton.text": lets_copy,
    "BotCommand.command": names,
    "BotCommand.description": describes,
}


@needs_schema
@pytest.mark.parametrize("where", LIMITED)
async def test_every_limit_of_what_we_send_is_kept_to_the_letter(
    api: BotApi, bot: Bot, where: str
) -> None:
    api.groups[GROUP] = Forum()
    most = int(limits()[where]["max"])

    await LIMITED[where](bot, "a" * most)
    with pytest.raises(BadRequest):
        await LIMITED[where](bot, "a" * (most + 1))


@needs_schema
@pytest.mark.parametrize(
    ("method", "form", "status", "said"),
    [
        ("sendTelepathy", {"chat_id": "1"}, 404, "Not Found: method not found"),
        ("sendMessage", {"chat_id": "1"}, 400, "Bad Request: message text is empty"),
        ("sendMessage", {"text": "hallo"}, 400, "Bad Request: chat_id is empty"),
        ("createForumTopic", {"chat_id": "-1"}, 400, "Bad Request: name is empty"),
        (
            "sendMessage",
            {"chat_id": "1", "text": "Kies", "reply_markup": "[oeps"},
            400,
            "Bad Request: can't parse reply_markup JSON object",
        ),
        (
            "sendMessage",
            {
                "chat_id": "1",
                "text": "Kies",
                "reply_markup": '{"inline_keyboard": [[{"url": "a"}]]}',
            },
            400,
            "Bad Request: can't parse inline_keyboard: Can't find field \"text\"",
        ),
        (
            "setMyCommands",
            {"commands": '[{"command": "stop"}]'},
            400,
            "Bad Request: can't parse commands: Can't find field \"description\"",
        ),
        ("getUpdates", {"offset": "x"}, 400, "Bad Request: field offset must be of type Number"),
    ],
)
async def test_what_the_schema_does_not_allow_is_refused_in_the_words_of_the_platform(
    api: BotApi, method: str, form: dict[str, str], status: int, said: str
) -> None:
    async with httpx.AsyncClient(base_url=f"{api.base}/bot{TOKEN}") as plain:
        answer = await plain.post(f"/{method}", data=form)

    assert (answer.status_code, answer.json()["description"]) == (status, said)


@pytest.mark.parametrize(
    ("text", "mode", "said"),
    [
        ("<b>vet", "HTML", "can't find end tag"),
        ("vet</b>", "HTML", "unexpected end tag"),
        ("<b><i>vet</b></i>", "HTML", "unmatched end tag"),
        ("3 <kilo> meer", "HTML", 'unsupported start tag "kilo"'),
        ("Klaar.", "MarkdownV2", "is reserved"),
        ("*vet", "MarkdownV2", "can't find end"),
        ("vet", "Rijmvorm", "unsupported parse_mode"),
    ],
)
async def test_bad_markup_is_refused(
    api: BotApi, bot: Bot, text: str, mode: str, said: str
) -> None:
    api.takes_markup = True

    with pytest.raises(BadRequest, match=f"(?i){re.escape(said)}"):
        await bot.send_message(CHAT, text, parse_mode=mode)


async def test_good_markup_is_read_and_counted_without_its_signs(api: BotApi, bot: Bot) -> None:
    api.takes_markup = True

    await bot.send_message(CHAT, f"<b>{'a' * LONGEST_TEXT}</b>", parse_mode="HTML")
    await bot.send_message(CHAT, "<i>3 &lt; 4</i>", parse_mode="HTML")
    await bot.send_message(CHAT, r"*Klaar*\.", parse_mode="MarkdownV2")

    texts = [sent.text for sent in api.sent[CHAT]]
    assert texts == ["a" * LONGEST_TEXT, "3 < 4", "Klaar."]


async def test_of_two_who_poll_the_first_is_sent_away(api: BotApi, bot: Bot) -> None:
    async with Bot(TOKEN, base_url=f"{api.base}/bot") as other:
        first = asyncio.create_task(bot.get_updates(timeout=10))
        await api.wait_for_polls(1)
        second = asyncio.create_task(other.get_updates(timeout=1))

        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        await second


async def test_a_message_that_is_the_same_is_not_modified(api: BotApi, bot: Bot) -> None:
    message = await bot.send_message(CHAT, "Klopt dat?", reply_markup=keyboard("a"))

    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_reply_markup(CHAT, message.message_id, reply_markup=keyboard("a"))
    await bot.edit_message_reply_markup(CHAT, message.message_id)

    assert api.sent[CHAT][0].buttons == []


async def test_what_had_keys_in_place_of_letters_cannot_be_edited(bot: Bot) -> None:
    keys = ReplyKeyboardMarkup([["Gisteren"]])
    message = await bot.send_message(CHAT, "Wanneer?", reply_markup=keys)

    with pytest.raises(BadRequest, match="can't be edited"):
        await bot.edit_message_text("Toch niet", CHAT, message.message_id)


@needs_schema
@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
@pytest.mark.parametrize("kind", kinds())
def test_every_kind_of_update_that_the_tests_make_is_read_by_another_client_too(kind: str) -> None:
    update = Update.de_json({"update_id": 1, **content(kind)}, None)

    assert update.update_id == 1


@needs_schema
# Durations in a message are read as seconds or as a timedelta: either will do here.
@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
@pytest.mark.parametrize("field", message_fields())
def test_every_message_that_the_tests_make_is_read_by_another_client_too(field: str) -> None:
    message = message_with(field, CHAT, CHAT)
    update = Update.de_json({"update_id": 1, "message": message}, None)

    assert update.message is not None
