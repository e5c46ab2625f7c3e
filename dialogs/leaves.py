"""Whether a value can be a fact at all: asked of the model of the facts, never guessed."""

import json
from functools import lru_cache

from pydantic import JsonValue, ValidationError

from calc.feiten import Feiten
from dialogs.tree import Tree, put


def fits(fact: str, value: JsonValue) -> bool:
    """Tell whether the facts can hold this value at this path."""
    return _fits(fact, json.dumps(value, sort_keys=True))


@lru_cache(maxsize=4096)
def _fits(fact: str, written: str) -> bool:
    tree: Tree = {}
    put(tree, fact, json.loads(written))
    try:
        Feiten.model_validate(tree)
    except ValidationError:
        return False
    return True
