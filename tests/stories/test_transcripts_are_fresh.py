"""The conversations that a jurist reads are those that the program holds today."""

import pytest

from tests.stories.transcripts import CONVERSATIONS, FOLDER, transcript


@pytest.mark.parametrize("name", CONVERSATIONS)
async def test_a_transcript_says_what_the_program_says(name: str) -> None:
    kept = (FOLDER / f"{name}.md").read_text(encoding="utf-8")

    assert kept == await transcript(name), "run `make transcripts` and let somebody read the diff"


def test_no_transcript_of_a_conversation_that_is_no_longer_held() -> None:
    assert {page.stem for page in FOLDER.glob("*.md")} == {*CONVERSATIONS}
