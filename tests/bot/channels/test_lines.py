import asyncio
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.channels.lines import act_of, talked
from bot.channels.talk import NAME, Talk
from bot.ports import Conversation, Decision, MessageClass, Outgoing, Part
from dialogs.effects import Progress
from dialogs.events import Chose, Command, Commanded, Fault, Said, Sent
from dialogs.session import State
from tests.attachments import JPEG
from tests.lines import Process, ids
from tests.playing import opened

Lines = list[dict[str, Any] | bytes]
Talking = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def talk(tmp_path: Path) -> Talking:
    """Hold one session over lines, in this process."""

    def held(*given: dict[str, Any] | bytes, chat_id: str = "een") -> list[dict[str, Any]]:
        raw = [json.dumps(line).encode() if isinstance(line, dict) else line for line in given]
        out = io.BytesIO()
        with asyncio.Runner() as runner:
            playing = runner.run(opened(tmp_path))
            lines = io.BytesIO(b"".join(line + b"\n" for line in raw))
            talked(runner, Talk(playing, chat_id), playing.texts, lines, out)
            runner.run(playing.store.close())
        return [json.loads(line) for line in out.getvalue().splitlines()]

    return held


START = {"command": "start"}
YES = {"choice": "ja"}


def test_an_answer_has_all_that_the_contract_names(talk: Talking) -> None:
    first, second, third = talk(START, YES, {"text": "slachtoffer"})

    assert first.keys() == {"messages", "question", "state", "progress", "case"}
    assert first["state"] == "consent"
    assert first["question"]["fact"] is None
    assert ids(first)[:2] == ["ja", "nee"]
    assert first["progress"].keys() == {"done", "of"}
    assert second["state"] == "intake"
    assert (second["question"]["fact"], second["question"]["kind"]) == ("rol", "choice")
    assert third["question"]["kind"] == "date"
    assert third["case"] is None


def test_the_first_line_need_not_be_a_start(talk: Talking) -> None:
    (answer,) = talk({"text": "hallo"})

    assert answer["state"] == "consent"


@pytest.mark.parametrize(
    ("line", "act"),
    [
        (b'{"text": "ja"}', Said(text="ja")),
        (b'{"choice": "ja"}', Chose(choice="ja")),
        (b'{"file": "/home/jan/brief.pdf"}', Sent(name="brief.pdf", fault=Fault.ONVINDBAAR)),
        (b'{"command": "terug"}', Commanded(command=Command.TERUG)),
    ],
)
def test_each_sort_of_line_is_an_act(line: bytes, act: object) -> None:
    assert act_of(line) == (act, None)


BAD = [
    b"",
    b"hallo",
    b"{",
    b"null",
    b"[]",
    b"{}",
    b'{"text": 1}',
    b'{"text": "a", "choice": "b"}',
    b'{"tekst": "a"}',
    b'{"text": "a", "extra": 1}',
    b'{"command": "dansen"}',
    b"\xff\xfe",
    b"[" * 100_000,
    b"9" * 10_000,
]


def test_a_line_that_cannot_be_read_is_answered_kindly_and_changes_nothing(talk: Talking) -> None:
    before, *bad, after = talk(START, *BAD, YES)

    assert len(bad) == len(BAD)
    for answer in bad:
        assert "kon ik niet lezen" in answer["messages"][0]["text"]
        assert answer["messages"][-1] == before["messages"][-1]
        assert (answer["question"], answer["state"]) == (before["question"], before["state"])
    assert after["state"] == "intake"


def test_half_a_sign_is_no_reason_to_fall(talk: Talking) -> None:
    *_, answer, back = talk(START, YES, b'{"text": "slachtoffer \\ud83d"}', START)

    assert answer["question"] == back["question"]


def test_a_bad_first_line_is_answered_too(talk: Talking) -> None:
    bad, good = talk(b"hallo", START)

    assert bad["state"] == "consent"
    assert bad["question"] is None
    assert good["question"]["id"] == "toestemming"


def test_a_bad_first_line_of_a_later_session_leaves_the_question_where_it_was(
    talk: Talking,
) -> None:
    talk(START, YES)

    (bad,) = talk(b"hallo")

    assert bad["question"]["id"] == "rol"
    assert bad["state"] == "intake"


def test_a_later_session_goes_on_where_the_earlier_one_was(talk: Talking) -> None:
    *_, last = talk(START, YES, {"text": "slachtoffer"})

    (back,) = talk(START)

    assert back["question"] == last["question"]
    assert back["progress"] == last["progress"]


def test_another_chat_id_is_another_person(talk: Talking) -> None:
    talk(START, YES, chat_id="een")

    (answer,) = talk(START, chat_id="twee")

    assert answer["state"] == "consent"


def test_erasing_is_answered_and_begins_anew(talk: Talking) -> None:
    *_, erased, new = talk(START, YES, {"command": "wis"}, YES, {"text": "hallo"})

    assert erased["state"] == "erased"
    assert erased["messages"][0]["text"].startswith("Alles is gewist")
    assert new["state"] == "consent"


def test_nothing_is_left_in_the_outbox(talk: Talking, tmp_path: Path) -> None:
    talk(START, YES)

    async def waiting() -> int:
        playing = await opened(tmp_path)
        found = await playing.store.pending((NAME,), playing.clock.now())
        await playing.store.close()
        return len(found)

    assert asyncio.run(waiting()) == 0


def test_what_a_handler_wrote_comes_before_the_next_answer(talk: Talking, tmp_path: Path) -> None:
    talk(START, {"command": "mens"})
    asyncio.run(written_by_a_handler(tmp_path, "Goedemiddag, hier ben ik."))

    (answer,) = talk({"text": "bent u daar?"})

    assert answer["messages"][0]["text"] == "Goedemiddag, hier ben ik."
    assert answer["state"] == "with_human"


async def written_by_a_handler(folder: Path, text: str) -> None:
    def writes(known: Conversation) -> Decision:
        said = Outgoing(
            parts=(Part(text=text),),
            state=State.WITH_HUMAN,
            progress=Progress(done=0, of=0),
            case=known.case,
        )
        return Decision(
            session=known.session, labels=known.labels, outgoing=((MessageClass.HUMAN, said),)
        )

    playing = await opened(folder)
    known = await playing.store.conversation_of(NAME, "een")
    assert known is not None
    await playing.store.amend(known.case, playing.clock.now(), writes)
    await playing.store.close()


def test_ticks_say_what_is_on_and_nothing_else_does(talk: Talking) -> None:
    first, *_ = talk(START)

    assert "ticked" not in first["question"]


# --- as a process --------------------------------------------------------------------------------


def test_a_killed_process_goes_on_where_it_was(tmp_path: Path) -> None:
    with Process(tmp_path / "lw.db") as first:
        first.send(START)
        first.send(YES)
        last = first.send({"text": "slachtoffer"})
        first.kill()
    with Process(tmp_path / "lw.db") as second:
        answer = second.send({"text": "1 mei 1980"})
        back = second.send({"command": "terug"})
        ended = second.end()

    assert last["question"]["id"] == "geboortedatum"
    assert answer["question"]["id"] == "oorzaak"
    assert back["question"]["id"] == "geboortedatum"
    assert ended == (0, "")


def test_killed_while_it_answers_nothing_that_was_answered_is_lost(tmp_path: Path) -> None:
    with Process(tmp_path / "lw.db", "--chat-id", "sanne") as process:
        process.send(START)
        process.send(YES)
        assert process.process.stdin is not None
        process.process.stdin.write(b'{"text": "slachtoffer"}\n')
        process.process.stdin.flush()
        process.kill()
    with Process(tmp_path / "lw.db", "--chat-id", "sanne") as process:
        back = process.send(START)

    # Either the answer was kept before the end came, or the question is put again.
    assert back["question"]["id"] in ("rol", "geboortedatum")


def test_two_processes_talk_with_two_people_on_one_database(tmp_path: Path) -> None:
    db = tmp_path / "lw.db"
    with Process(db, "--chat-id", "een") as one, Process(db, "--chat-id", "twee") as two:
        assert [one.send(START)["state"], two.send(START)["state"]] == ["consent", "consent"]
        assert one.send(YES)["state"] == "intake"
        assert two.send({"choice": "nee"})["state"] == "stopped"
        assert one.send({"text": "slachtoffer"})["question"]["id"] == "geboortedatum"


# --- files ---------------------------------------------------------------------------------------


def test_a_file_is_kept_and_the_open_question_is_asked_again(
    talk: Talking, tmp_path: Path
) -> None:
    photo = tmp_path / "brief.jpg"
    photo.write_bytes(JPEG)
    before = talk({"command": "start"}, {"choice": "ja"})[-1]

    answer = talk({"file": str(photo)})[-1]

    assert "Uw foto is ontvangen" in answer["messages"][0]["text"]
    assert answer["question"] == before["question"]
    assert answer["messages"][-1]["choices"] == before["messages"][-1]["choices"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/nergens/brief.jpg", "Ik kan dit bestand niet openen"),
        ("/", "Ik kan dit bestand niet openen"),
        ("/dev/zero", "Ik kan dit bestand niet openen"),
        ("\0", "Ik kan dit bestand niet openen"),
        ("x" * 5000, "Ik kan dit bestand niet openen"),
        ("", "Ik kan dit bestand niet openen"),
        (__file__, "Dit soort bestand kan ik niet bewaren"),
    ],
)
def test_a_file_that_cannot_be_kept_is_said_kindly(talk: Talking, path: str, said: str) -> None:
    before = talk({"command": "start"}, {"choice": "ja"})[-1]

    answer = talk({"file": path})[-1]

    assert said in answer["messages"][0]["text"]
    assert answer["question"] == before["question"]
