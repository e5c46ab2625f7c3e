"""The stories, told to the conversation itself."""

import pytest

from tests.stories.by_engine import EngineSeat
from tests.stories.ending import ended_well
from tests.stories.everyone import EVERYONE
from tests.stories.story import Story
from tests.stories.teller import Teller


@pytest.mark.parametrize("story", EVERYONE, ids=lambda story: story.name)
async def test_a_story_told_to_the_engine_ends_well(story: Story) -> None:
    await ended_well(await Teller(story, EngineSeat()).tells())
