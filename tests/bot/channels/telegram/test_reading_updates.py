"""What Telegram tells, read as what a person did."""

from typing import Any

import pytest
from aiogram.types import Update

from bot.channels.telegram.updates import (
    Edited,
    Forwarded,
    Pressed,
    Received,
    membership,
    received,
)
from dialogs.events import Command, Commanded, Said, Sent, Sort

PRIVATE = {"id": 5, "type": "private", "first_name": "Sanne"}
GROUP = {"id": -9, "type": "supergroup", "title": "Buurt"}
SANNE = {"id": 5, "is_bot": False, "first_name": "Sanne"}
STICKER = {
    "file_id": "a",
    "file_unique_id": "a",
    "type": "regular",
    "width": 1,
    "height": 1,
    "is_animated": False,
    "is_video": False,
}
POLL = {
    "id": "1",
    "question": "Wie?",
    "options": [],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}


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
        {"sticker": STICKER},
        {"poll": POLL},
        {"dice": {"emoji": "🎲", "value": 3}},
        # Of a kind that is newer than this program.
        {"hologram": {"depth": 3}},
    ],
)
def test_what_is_no_text_is_something_sent(content: dict[str, Any]) -> None:
    assert isinstance(act_of(message(**content)), Sent)


def test_an_own_shared_number_is_an_answer() -> None:
    own = {"phone_number": "+31612345678", "first_name": "Sanne", "user_id": 5}

    assert act_of(message(contact=own)) == Said(text="+31612345678")


@pytest.mark.parametrize("user", [{}, {"user_id": 6}])
def test_the_number_of_somebody_else_says_whose_it_is(user: dict[str, Any]) -> None:
    card = {"phone_number": "+31687654321", "first_name": "Jan", "last_name": "Bos", **user}

    assert act_of(message(contact=card)) == Said(text="Jan Bos: +31687654321")


def test_a_place_is_told_as_it_is_found_on_a_map() -> None:
    here = {"latitude": 52.09072, "longitude": 5.12142}
    cafe = {"location": here, "title": "Café Olivier", "address": "Achter Clarenburg 6a, Utrecht"}

    place = act_of(message(location=here))
    venue = act_of(message(location=here, venue=cafe))

    assert (place.sort, place.name) == (Sort.PLEK, "52.09072, 5.12142")
    assert venue.name == "Café Olivier, Achter Clarenburg 6a, Utrecht (52.09072, 5.12142)"


@pytest.mark.parametrize(
    "origin",
    [
        {"type": "user", "date": 1, "sender_user": {**SANNE, "id": 6}},
        {"type": "hidden_user", "date": 1, "sender_user_name": "Iemand"},
        {"type": "channel", "date": 1, "message_id": 1, "chat": {"id": -1, "type": "channel"}},
    ],
)
def test_what_somebody_else_said_is_no_answer(origin: dict[str, Any]) -> None:
    assert act_of(message(text="ja", forward_origin=origin)) == Forwarded(text="ja")


def test_own_words_passed_on_are_said_again() -> None:
    own = {"type": "user", "date": 1, "sender_user": SANNE}

    assert act_of(message(text="ja", forward_origin=own)) == Said(text="ja")


@pytest.mark.parametrize(
    "note",
    [
        {"pinned_message": {"message_id": 1, "date": 0, "chat": PRIVATE}},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
        {"chat_background_set": {"type": {"type": "chat_theme", "theme_name": "x"}}},
        {"write_access_allowed": {"from_request": True}},
        {"connected_website": "letselwijzer.example"},
    ],
)
def test_what_nobody_said_is_not_answered(note: dict[str, Any]) -> None:
    assert message(**note) is None


def test_a_live_photo_is_a_photo() -> None:
    sizes = [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]
    film = {"file_id": "b", "file_unique_id": "b", "width": 1, "height": 1, "duration": 2}
    got = message(photo=sizes, live_photo={**film, "photo": sizes})

    assert got is not None
    assert got.file is not None
    assert got.file.source == "a"


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
