"""What Telegram tells, read as what a person did."""

from typing import Any

import pytest
from aiogram.types import Update

from bot.channels.telegram.updates import Edited, Pressed, Received, membership, received
from dialogs.events import Command, Commanded, Said, Sent

PRIVATE = {"id": 5, "type": "private", "first_name": "Sanne"}
GROUP = {"id": -9, "type": "supergroup", "title": "Buurt"}
SANNE = {"id": 5, "is_bot": False, "first_name": "Sanne"}


def update(**content: Any) -> Update:
    return Update.model_validate({"update_id": 77, **content})


def message(chat: dict[str, Any] = PRIVATE, **content: Any) -> Received | None:
    base = {"message_id": 1, "date": 1_795_600_800, "chat": chat, "from": SANNE}
    return received(update(message={**base, **content}))


def act_of(got: Received | None) -> Any:
    assert got is not None
    return got.did


def test_words_are_words() -> None:
    got = message(text="gisteren")

    assert got is not None
    assert (got.chat_id, got.message_id, got.did) == ("5", "77", Said(text="gisteren"))


@pytest.mark.parametrize("text", ["/start", "/start abcDEF_-", "/START", "/start@test_bot"])
def test_start_is_a_command_with_or_without_a_payload(text: str) -> None:
    assert act_of(message(text=text)) == Commanded(command=Command.START)


@pytest.mark.parametrize("command", Command)
def test_every_command_of_the_menu_is_one(command: Command) -> None:
    assert act_of(message(text=f"/{command}")) == Commanded(command=command)


@pytest.mark.parametrize("text", ["/onzin", "/"])
def test_what_only_looks_like_a_command_is_words(text: str) -> None:
    assert act_of(message(text=text)) == Said(text=text)


@pytest.mark.parametrize(
    "content",
    [
        {"photo": [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]},
        {"voice": {"file_id": "a", "file_unique_id": "a", "duration": 3}},
        {"document": {"file_id": "a", "file_unique_id": "a"}},
        {"location": {"latitude": 52.1, "longitude": 5.1}},
        {"dice": {"emoji": "🎲", "value": 3}},
        {"contact": {"phone_number": "+31612345678", "first_name": "Iemand", "user_id": 6}},
    ],
)
def test_what_is_no_text_is_something_sent(content: dict[str, Any]) -> None:
    assert isinstance(act_of(message(**content)), Sent)


def test_an_own_shared_number_is_an_answer() -> None:
    own = {"phone_number": "+31612345678", "first_name": "Sanne", "user_id": 5}

    assert act_of(message(contact=own)) == Said(text="+31612345678")


def test_a_press_says_which_button() -> None:
    press = {"id": "9", "from": SANNE, "chat_instance": "1", "data": "12:3"}
    got = received(update(callback_query=press))

    assert got is not None
    assert got.did == Pressed(line=12, number=3)
    assert (got.chat_id, got.callback_id) == ("5", "9")


def test_a_forged_press_is_still_acknowledged() -> None:
    press = {"id": "9", "from": SANNE, "chat_instance": "1", "data": "drop table"}
    got = received(update(callback_query=press))

    assert got is not None
    assert got.did is None
    assert got.callback_id == "9"


def test_groups_are_no_conversations() -> None:
    press = {
        "id": "9",
        "from": SANNE,
        "chat_instance": "1",
        "data": "1:1",
        "message": {"message_id": 1, "date": 1_795_600_800, "chat": GROUP},
    }

    assert message(GROUP, text="hallo") is None
    assert received(update(callback_query=press)) is None


def test_a_block_is_no_message() -> None:
    member = {"user": SANNE, "status": "member"}
    gone = {"user": SANNE, "status": "kicked", "until_date": 0}
    change = {
        "chat": PRIVATE,
        "from": SANNE,
        "date": 1_795_600_800,
        "old_chat_member": member,
        "new_chat_member": gone,
    }

    assert received(update(my_chat_member=change)) is None
    shut_out = membership(update(my_chat_member=change))
    let_in = membership(update(my_chat_member={**change, "new_chat_member": member}))
    assert shut_out is not None
    assert (shut_out.chat_id, shut_out.shut_out) == (str(PRIVATE["id"]), True)
    assert let_in == shut_out.model_copy(update={"shut_out": False})
    assert membership(update(my_chat_member={**change, "chat": GROUP})) is None
    left = {**change, "new_chat_member": {"user": SANNE, "status": "left"}}
    assert membership(update(my_chat_member=left)) is None


def edit(chat: dict[str, Any] = PRIVATE, **content: Any) -> Received | None:
    base = {"message_id": 1, "date": 1_795_600_800, "edit_date": 1_795_600_900, "chat": chat}
    return received(update(edited_message={**base, "from": SANNE, **content}))


def test_an_edit_says_when_the_message_was_sent_first() -> None:
    did = act_of(edit(text="morgen"))

    assert isinstance(did, Edited)
    assert (did.text, did.sent_at.timestamp()) == ("morgen", 1_795_600_800)


def test_what_changes_without_words_is_no_edit() -> None:
    assert edit(location={"latitude": 52.1, "longitude": 5.1}) is None
    assert edit(GROUP, text="hallo") is None
