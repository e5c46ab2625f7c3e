"""Facts as a nested dictionary, addressed by path: `letsel.ao_dagen`, `naasten[0].relatie`."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Any

_STEP = re.compile(r"[^.\[\]]+")

Tree = dict[str, Any]


@lru_cache(maxsize=2048)
def steps(path: str) -> tuple[str | int, ...]:
    """Split a path into keys and list places."""
    return tuple(int(step) if step.isdigit() else step for step in _STEP.findall(path))


def look(tree: Any, path: str) -> Any:
    """Return what stands at the path, None where nothing does."""
    for step in steps(path):
        if isinstance(tree, dict) and isinstance(step, str):
            tree = tree.get(step)
        elif isinstance(tree, list | tuple) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree


def put(tree: Tree, path: str, value: Any) -> None:
    """Write a value at the path, making the way to it."""
    at: Any = tree
    way = steps(path)
    for step, following in pairwise(way):
        empty: Any = [] if isinstance(following, int) else {}
        at = _member(at, step, empty)
    _member(at, way[-1], None)
    at[way[-1]] = value


def _member(at: Any, step: str | int, empty: Any) -> Any:
    if isinstance(at, dict):
        return at.setdefault(step, empty)
    while len(at) <= int(step):
        at.append({})
    return at[step]
