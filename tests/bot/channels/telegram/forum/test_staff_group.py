"""The staff group: one topic for each case, over HTTP against the loopback Bot API."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.parts import Parts
from bot.ports import Conversation, FileStage, Inbound, StaffAccount
from bot.takeover import Came, Ending, Takeover
from dialogs.events import Act, Chose, Command, Commanded
from dialogs.session import State
from tests.attachments import JPEG, PDF
from tests.loopback.telegram import BotApi
from tests.loopback.telegram_group import CHAT as GROUP
from tests.loopback.telegram_group import STAFF, Forum, Topic
from tests.loopback.telegram_spec import Refused
from tests.telegram import CHAT, POLLING, WEBHOOK, program, pushed

NAME = "omar.bakker"
OLD = -1009
TAKE, GIVE_BACK, CLOSE = "Neem de zaak", "Geef de zaak terug", "Sluit de zaak"


async def until(true: Callable[[], bool]) -> None:
    """Wait until something is so."""
    for _ in range(1500):
        if true():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it never was so")


async def pushes(api: BotApi, number: int) -> None:
    await pushed(api, WEBHOOK, number)


@asynccontextmanager
async def group(folder: Path, api: BotApi) -> AsyncIterator[tuple[Parts, Forum]]:
    """Run the program with a staff group, one member of which has an account."""
    forum = api.groups[GROUP] = Forum()
    async with program(folder, api, WEBHOOK, GROUP) as parts:
        await parts.store.add_staff(StaffAccount(name=NAME, password_hash="x"))
        await parts.store.topics.link(NAME, STAFF)
        yield parts, forum


async def asks_for_a_human(api: BotApi, forum: Forum, chat: int = CHAT) -> Topic:
    """Let a person ask for a human; return the topic once the card and the summary are there."""
    before = len(forum.cases)
    await pushes(api, await api.types(chat, "/start"))
    await pushes(api, await api.types(chat, "mens"))
    await api.wait_for(chat, 2)
    await until(lambda: len(forum.cases) > before and len(forum.cases[-1].posts) == 2)
    return forum.cases[-1]


async def known(parts: Parts, chat: int = CHAT) -> Conversation:
    found = await parts.store.conversation_of("telegram", str(chat))
    assert found is not None
    return found


async def eventually_kept(parts: Parts) -> int:
    """Wait until every file of the conversation is here; return how many there are."""
    conversation = (await known(parts)).id
    for _ in range(1500):
        files = await parts.store.files.of(conversation)
        if files and all(one.stage is FileStage.KEPT for one in files):
            return len(files)
        await asyncio.sleep(0.02)
    raise AssertionError("they never came")


async def takes(api: BotApi, topic: Topic) -> None:
    await pushes(api, await api.presses(topic.thread, STAFF, TAKE))
    await until(lambda: topic.posts[0].buttons[0][0] == GIVE_BACK)
    await until(lambda: "U praat nu met Omar" in told(api)[-1])


def told(api: BotApi, chat: int = CHAT) -> list[str]:
    return [message.text for message in api.sent[chat]]


# --- what stands in a topic ----------------------------------------------------------------------


async def test_a_case_gets_a_topic_with_its_card_and_summary(api: BotApi, tmp_path: Path) -> None:
    async with group(tmp_path, api) as (parts, forum):
        topic = await asks_for_a_human(api, forum)
        case = (await known(parts)).case
        card, summary = topic.posts

        assert topic.name.startswith(case)
        assert card.text.startswith(f"Zaak {case}")
        assert "via Telegram" in card.text
        assert "Nog niemand behandelt deze zaak" in card.text
        assert [label for label, _ in card.buttons] == [TAKE, CLOSE, "Open op de balie"]
        assert summary.text == f"{case}.pdf"
        assert (summary.document or b"").startswith(b"%PDF")


async def test_who_only_begins_gets_no_topic(api: BotApi, tmp_path: Path) -> None:
    async with group(tmp_path, api) as (_, forum):
        await pushes(api, await api.types(CHAT, "/start"))
        await api.wait_for(CHAT, 1)
        await asks_for_a_human(api, forum, chat=CHAT + 1)

        assert len(forum.cases) == 1


async def test_what_is_said_afterwards_is_told_in_the_topic(api: BotApi, tmp_path: Path) -> None:
    async with group(tmp_path, api) as (_, forum):
        topic = await asks_for_a_human(api, forum)
        await pushes(api, await api.types(CHAT, "Wanneer belt u mij?"))

        await until(lambda: any("Wanneer belt u mij?" in text for text in topic.texts))


async def test_what_staff_say_on_the_desk_is_told_too(api: BotApi, tmp_path: Path) -> None:
    async with group(tmp_path, api) as (parts, forum):
        topic = await asks_for_a_human(api, forum)
        takeover, case = Takeover(parts), await known(parts)
        assert await takeover.take(case.case, "sanne.devries", case.epoch) is Came.DONE
        await until(lambda: "Behandelaar: Sanne" in topic.texts[0])

        await takeover.reply(case.case, "sanne.devries", "0" * 32, "Ik bel u morgen.")

        await until(lambda: any("Ik bel u morgen." in text for text in topic.texts[1:]))


async def test_a_topic_that_somebody_deleted_is_made_anew(api: BotApi, tmp_path: Path) -> None:
    async with group(tmp_path, api) as (_, forum):
        first = await asks_for_a_human(api, forum)
        forum.delete(first)

        await pushes(api, await api.types(CHAT, "Bent u daar?"))

        await until(lambda: len(forum.cases) == 1 and len(forum.cases[0].posts) == 4)
        note, card, summary, said = forum.cases[0].posts
        assert "vorige onderwerp" in note.text
        assert card.buttons
        assert summary.document
        assert "Bent u daar?" in said.text


async def test_whoever_is_erased_is_erased_in_the_group(api: BotApi, tmp_path: Path) -> None:
    async with group(tmp_path, api) as (_, forum):
        topic = await asks_for_a_human(api, forum)
        await pushes(api, await api.types(CHAT, "wis"))
        await api.wait_for(CHAT, 3)
        await pushes(api, await api.types(CHAT, "ja"))

        await until(lambda: topic.thread in forum.deleted)
        assert forum.cases == []


async def test_an_alarm_is_told_in_the_group_itself(api: BotApi, tmp_path: Path) -> None:
    async with group(tmp_path, api) as (parts, forum):
        await pushes(api, await api.types(CHAT, "/start"))
        await pushes(api, await api.types(CHAT, "ik wil niet meer leven"))
        case = (await known(parts)).case
        await parts.alarms.looked()

        await until(lambda: any(case in text for text in forum.topics[None].texts))
        assert not any("leven" in text for text in forum.topics[None].texts)


# --- what staff do there -------------------------------------------------------------------------


async def test_who_takes_a_case_talks_with_the_person(api: BotApi, tmp_path: Path) -> None:
    async with group(tmp_path, api) as (parts, forum):
        topic = await asks_for_a_human(api, forum)
        await takes(api, topic)
        assert (await known(parts)).owner == NAME
        assert "Behandelaar: Omar" in topic.texts[0]

        await pushes(api, await api.writes(topic.thread, STAFF, text="Dag, ik ben Omar."))
        await until(lambda: told(api)[-1] == "Dag, ik ben Omar.")
        await pushes(api, await api.types(CHAT, "Fijn dat u er bent"))
        await until(lambda: "Fijn dat u er bent" in topic.texts[-1])

        assert not any("ik ben Omar" in text for text in topic.texts)
        await pushes(api, await api.presses(topic.thread, STAFF, GIVE_BACK))
        await until(lambda: topic.posts[0].buttons[0][0] == TAKE)
        assert (await known(parts)).owner is None


async def test_an_update_that_comes_twice_is_one_message(api: BotApi, tmp_path: Path) -> None:
    async with group(tmp_path, api) as (_, forum):
        topic = await asks_for_a_human(api, forum)
        await takes(api, topic)
        number = await api.writes(topic.thread, STAFF, text="Dag, ik ben Omar.")
        await api.delivers(number, number, number)
        await pushes(api, await api.writes(topic.thread, STAFF, text="Hoe gaat het?"))
        await until(lambda: told(api)[-1] == "Hoe gaat het?")

        assert told(api).count("Dag, ik ben Omar.") == 1


async def test_nothing_goes_to_the_person_before_the_case_is_taken(
    api: BotApi, tmp_path: Path
) -> None:
    async with group(tmp_path, api) as (_, forum):
        topic = await asks_for_a_human(api, forum)
        before = told(api)
        await pushes(api, await api.writes(topic.thread, STAFF, text="Wie pakt deze?"))

        await until(lambda: "Neem de zaak eerst" in topic.texts[-1])
        assert told(api) == before


async def test_a_stranger_in_the_group_does_nothing_and_is_told_how_to_become_known(
    api: BotApi, tmp_path: Path
) -> None:
    async with group(tmp_path, api) as (parts, forum):
        topic = await asks_for_a_human(api, forum)
        before = told(api)
        await pushes(api, await api.writes(topic.thread, 7002, text="Hallo"))
        await until(lambda: "7002" in topic.texts[-1])
        await pushes(api, await api.presses(topic.thread, 7002, TAKE))

        assert "7002" in api.alerts[-1]
        assert told(api) == before
        assert (await known(parts)).owner is None


async def test_an_account_that_was_shut_out_is_a_stranger(api: BotApi, tmp_path: Path) -> None:
    async with group(tmp_path, api) as (parts, forum):
        topic = await asks_for_a_human(api, forum)
        shut = StaffAccount(name=NAME, password_hash="x", disabled=True)
        await parts.store.add_staff(shut)
        await pushes(api, await api.presses(topic.thread, STAFF, TAKE))

        assert (await known(parts)).owner is None


async def test_a_button_of_before_a_takeover_takes_nothing(api: BotApi, tmp_path: Path) -> None:
    async with group(tmp_path, api) as (parts, forum):
        topic = await asks_for_a_human(api, forum)
        old = topic.posts[0].buttons
        case = await known(parts)
        await Takeover(parts).take(case.case, "sanne.devries", case.epoch)
        await until(lambda: "Behandelaar: Sanne" in topic.texts[0])
        topic.posts[0].buttons = old
        await pushes(api, await api.presses(topic.thread, STAFF, TAKE))

        assert "een collega was eerder" in api.alerts[-1]
        assert (await known(parts)).owner == "sanne.devries"


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        ({"photo": [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]}, "tekst"),
        ({"location": {"latitude": 52.1, "longitude": 5.1}}, "tekst"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "tekst"),
        ({"text": "a" * 2001}, "te lang"),
        ({"text": "/help"}, "Neem de zaak"),
        ({"text": "Dag!", "sender_chat": {"id": GROUP, "type": "supergroup"}}, "anoniem"),
    ],
    ids=["a photo", "a place", "a die", "too long", "a command", "anonymous"],
)
async def test_what_does_not_go_to_the_person_says_so(
    api: BotApi, tmp_path: Path, content: dict[str, Any], answer: str
) -> None:
    async with group(tmp_path, api) as (_, forum):
        topic = await asks_for_a_human(api, forum)
        await takes(api, topic)
        before = told(api)
        await pushes(api, await api.writes(topic.thread, STAFF, **content))

        await until(lambda: answer in topic.texts[-1])
        assert told(api) == before


async def test_a_case_is_closed_with_a_reason_and_opens_when_the_person_writes_again(
    api: BotApi, tmp_path: Path
) -> None:
    async with group(tmp_path, api) as (parts, forum):
        topic = await asks_for_a_human(api, forum)
        await takes(api, topic)
        await pushes(api, await api.presses(topic.thread, STAFF, CLOSE))
        await until(lambda: len(topic.posts[0].buttons) == len(Ending) + 1)
        reasons = [label for label, _ in topic.posts[0].buttons]
        await pushes(api, await api.presses(topic.thread, STAFF, reasons[-1]))
        await until(lambda: topic.posts[0].buttons[0][0] == GIVE_BACK)
        assert (await known(parts)).handling.closed is None

        await pushes(api, await api.presses(topic.thread, STAFF, CLOSE))
        await until(lambda: len(topic.posts[0].buttons) == len(Ending) + 1)
        await pushes(api, await api.presses(topic.thread, STAFF, reasons[0]))
        await until(lambda: not topic.open)
        closed = (await known(parts)).handling.closed
        assert closed is not None
        assert (closed.by, closed.why) == (NAME, Ending.AFGEHANDELD)
        assert "Gesloten door Omar" in topic.texts[0]
        assert [label for label, _ in topic.posts[0].buttons] == ["Open op de balie"]

        await pushes(api, await api.types(CHAT, "Ik heb toch nog een vraag"))
        await until(lambda: topic.open)
        await until(lambda: any("toch nog een vraag" in text for text in topic.texts))


async def test_a_note_to_colleagues_stays_in_the_group(api: BotApi, tmp_path: Path) -> None:
    async with group(tmp_path, api) as (_, forum):
        topic = await asks_for_a_human(api, forum)
        await takes(api, topic)
        await pushes(api, await api.writes(topic.thread, STAFF, text="// Wie weet dit?"))
        await pushes(api, await api.writes(topic.thread, STAFF, text="Ik zoek het uit."))
        await until(lambda: told(api)[-1] == "Ik zoek het uit.")

        assert not any("Wie weet dit?" in text for text in told(api))


async def test_a_reply_that_did_not_arrive_is_told_in_the_topic(
    api: BotApi, tmp_path: Path
) -> None:
    async with group(tmp_path, api) as (_, forum):
        topic = await asks_for_a_human(api, forum)
        await takes(api, topic)
        api.blocked.add(CHAT)
        await pushes(api, await api.writes(topic.thread, STAFF, text="Dag, ik ben Omar."))

        await until(lambda: "Niet bezorgd bij de melder" in topic.texts[-1])
        assert "Dag, ik ben Omar." in topic.texts[-1]


async def test_the_topic_tells_who_is_out_of_reach_and_what_a_reply_comes_to_and_who_is_back(
    api: BotApi, tmp_path: Path
) -> None:
    async with group(tmp_path, api) as (_, forum):
        topic = await asks_for_a_human(api, forum)
        await takes(api, topic)
        await pushes(api, await api.blocks(CHAT))
        await until(lambda: "niet te bereiken sinds" in topic.texts[-1])
        assert "de melder heeft dit gesprek geblokkeerd" in topic.texts[-1]

        await pushes(api, await api.writes(topic.thread, STAFF, text="Dag, ik ben Omar."))
        await until(lambda: any("Dit bericht komt nu niet aan" in one for one in topic.texts))

        await pushes(api, await api.unblocks(CHAT))
        await until(lambda: any("weer te bereiken" in one for one in topic.texts))
        await until(lambda: told(api)[-1] == "Dag, ik ben Omar.")


async def test_talk_outside_the_topics_is_nobodys(api: BotApi, tmp_path: Path) -> None:
    async with group(tmp_path, api) as (_, forum):
        topic = await asks_for_a_human(api, forum)
        await takes(api, topic)
        before = told(api)
        general: dict[str, Any] = {"is_topic_message": None, "text": "Koffie?"}
        await pushes(api, await api.writes(topic.thread, STAFF, **general))
        await pushes(api, await api.writes(4711, STAFF, text="Een ander onderwerp"))
        await pushes(api, await api.writes(topic.thread, STAFF, group=-1009, text="Elders"))

        assert told(api) == before


async def test_what_the_group_tells_of_itself_and_a_changed_note_are_not_answered(
    api: BotApi, tmp_path: Path
) -> None:
    async with group(tmp_path, api) as (_, forum):
        topic = await asks_for_a_human(api, forum)
        await takes(api, topic)
        pin = {"message_id": 1, "date": 0, "chat": {"id": GROUP, "type": "supergroup"}}
        await pushes(api, await api.writes(topic.thread, STAFF, pinned_message=pin))
        await pushes(api, await api.writes(topic.thread, STAFF, forum_topic_edited={}))
        await pushes(api, await api.rewrites(topic.thread, STAFF, text="// Wie weet dit nu?"))
        await pushes(api, await api.rewrites(topic.thread, STAFF, text="Dag, ik ben Omar!"))
        await until(lambda: "gaat niet opnieuw" in topic.texts[-1])

        assert sum("gaat niet" in text for text in topic.texts) == 1
        assert not any("niet verstuurd" in text for text in topic.texts)


async def test_what_people_send_stands_in_the_topic_under_a_name_of_ours(
    api: BotApi, tmp_path: Path
) -> None:
    async with group(tmp_path, api) as (parts, forum):
        await pushes(api, await api.types(CHAT, "/start"))
        await pushes(api, await api.types(CHAT, "ja"))
        letter = api.holds(PDF, file_name="Brief over Sanne.pdf", mime_type="application/pdf")
        await pushes(api, await api.pushes(api.message_of(CHAT, document=letter)))
        await api.wait_for(CHAT, 3)
        assert await eventually_kept(parts) == 1
        await pushes(api, await api.types(CHAT, "mens"))
        await until(lambda: len(forum.cases) == 1 and len(forum.cases[0].posts) == 3)
        case, topic = (await known(parts)).case, forum.cases[0]
        assert (topic.posts[2].text, topic.posts[2].document) == (f"{case}-1.pdf", PDF)

        photo = api.message_of(CHAT, photo=api.photo(JPEG))
        await pushes(api, await api.pushes(photo))

        await until(lambda: any(post.document == JPEG for post in topic.posts))
        assert topic.texts.count(f"{case}-2.jpg") == 1


async def tells_the_rest(parts: Parts) -> None:
    """Let a person answer everything with as little as it takes, up to the handing over."""
    mild = ("ja", "weet_niet", "onbekend", "overslaan", "nee", "klaar", "verder", "klopt")
    act: Act = Commanded(command=Command.START)
    for number in range(80):
        told = Inbound(
            channel="telegram",
            chat_id=str(CHAT),
            message_id=f"x{number}",
            at=parts.clock.now(),
            act=act,
        )
        _, answer = await parts.service.answered(told)
        assert answer is not None
        if answer.state is State.HANDED_OVER:
            return
        choices = [button.id for part in answer.parts for button in part.choices]
        wanted = mild if answer.state is State.CONSENT else mild[1:]
        act = Chose(choice=next(one for one in wanted if one in choices))
    raise AssertionError("it never came to an end")


async def test_who_tells_the_rest_after_asking_for_a_human_gets_a_summary_of_all_of_it(
    api: BotApi, tmp_path: Path
) -> None:
    async with group(tmp_path, api) as (parts, forum):
        topic = await asks_for_a_human(api, forum)
        await takes(api, topic)
        await pushes(api, await api.presses(topic.thread, STAFF, GIVE_BACK))
        await until(lambda: topic.posts[0].buttons[0][0] == TAKE)
        assert sum(post.document is not None for post in topic.posts) == 1

        await tells_the_rest(parts)

        await until(lambda: sum(post.document is not None for post in topic.posts) == 2)


async def test_a_group_that_became_another_one_is_found_where_it_is_now(
    api: BotApi, tmp_path: Path
) -> None:
    api.moved[OLD] = GROUP
    forum = api.groups[GROUP] = Forum()
    async with program(tmp_path, api, WEBHOOK, OLD) as parts:
        await parts.store.add_staff(StaffAccount(name=NAME, password_hash="x"))
        await parts.store.topics.link(NAME, STAFF)
        topic = await asks_for_a_human(api, forum)
        await takes(api, topic)

        assert (await known(parts)).owner == NAME


async def test_a_group_that_becomes_another_one_meanwhile_is_followed_and_not_left(
    api: BotApi, tmp_path: Path
) -> None:
    forum, bot = Forum(), {"id": 1234567, "is_bot": True, "first_name": "Test"}
    api.groups[OLD] = forum
    async with program(tmp_path, api, WEBHOOK, OLD):
        topic = await asks_for_a_human(api, forum)
        api.groups[GROUP], api.moved[OLD] = api.groups.pop(OLD), GROUP
        added = {
            "chat": {"id": GROUP, "type": "supergroup", "title": "Balie"},
            "from": bot,
            "date": 1,
            "old_chat_member": {"user": bot, "status": "left"},
            "new_chat_member": {"user": bot, "status": "member"},
        }
        await pushes(api, await api.pushes({"my_chat_member": added}))
        await pushes(api, await api.types(CHAT, "Bent u daar?"))

        await until(lambda: any("Bent u daar?" in text for text in topic.texts))
        assert api.left == []


# --- when Telegram is in trouble -----------------------------------------------------------------


@pytest.mark.parametrize("mode", [POLLING, WEBHOOK])
async def test_people_are_served_while_the_group_is_not_there(
    api: BotApi, tmp_path: Path, mode: str
) -> None:
    async with program(tmp_path, api, mode, GROUP):
        await pushed(api, mode, await api.types(CHAT, "/start"))
        await pushed(api, mode, await api.types(CHAT, "mens"))

        await api.wait_for(CHAT, 2)


async def test_a_wait_that_telegram_asks_for_is_kept(api: BotApi, tmp_path: Path) -> None:
    api.faults["createForumTopic"] = [
        Refused(429, "Too Many Requests: retry after 1", retry_after=1)
    ]
    async with group(tmp_path, api) as (_, forum):
        await asks_for_a_human(api, forum)


async def test_what_was_missed_while_the_program_was_down_is_shown(
    api: BotApi, tmp_path: Path
) -> None:
    async with program(tmp_path, api):
        await pushes(api, await api.types(CHAT, "/start"))
        await pushes(api, await api.types(CHAT, "mens"))
        await api.wait_for(CHAT, 2)
    async with group(tmp_path, api) as (_, forum):
        await until(lambda: len(forum.cases) == 1 and len(forum.cases[0].posts) == 2)
