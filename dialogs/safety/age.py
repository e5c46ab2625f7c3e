"""The writer is not yet grown up (law.md, V-4); a child they write about is another matter."""

from dialogs.safety.phrases import Phrases
from dialogs.safety.rail import Rail

_AGES = (
    "7|8|9|10|11|12|13|14|15|16|17|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|"
    "zestien|zeventien"
)
_FIRES = Phrases(
    """
    ik ben ?ook ?pas|nog|nu|net|bijna ?maar <age> $
    ik ben ?ook ?pas|nog|nu|net|bijna ?maar <age> jaar|jr|jaartjes ?oud $
    ^ ben ?pas|nog|nu|net|bijna ?maar <age> ?jaar|jr ?oud $
    ben ik <age> ?jaar|jr ?oud $
    <age> jaar|jr ben ik
    ik ben ?nog ?pas minderjarig
    ik ben ?nog geen 16|18|zestien|achttien
    """,
    {"age": _AGES},
)
_UNLESS = Phrases("")

UNDER_AGE = Rail(fires=_FIRES, unless=_UNLESS)
