"""All stories: five for each of the three who can be speaking."""

from tests.stories.bereaved import BEREAVED
from tests.stories.relatives import RELATIVES
from tests.stories.victims import VICTIMS

EVERYONE = (*VICTIMS, *RELATIVES, *BEREAVED)
