"""What is known at one moment of a walk, as conditions and texts see it."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from pydantic import JsonValue

from calc.beoordeling import Beoordeling, beoordeling
from calc.bereik import Bereik
from calc.dated import parameters
from calc.feiten import Feiten
from calc.leeftijd import leeftijd
from dialogs.conditions import Known
from dialogs.tree import Tree, look, put


class Picture:
    """Facts and answers so far; grows while the walk passes the ledger."""

    def __init__(
        self,
        today: date,
        version: str = "",
        alarms: Iterable[str] = (),
        *,
        runs_as_light: bool = False,
    ) -> None:
        """Begin with nothing known; `runs_as_light` is for a later test of a case."""
        self.today = today
        self.tree: Tree = {}
        self.answers: dict[str, JsonValue] = {}
        self._version = version
        self._alarms = tuple(alarms)
        self._runs = runs_as_light
        self._feiten: Feiten | None = None

    def __call__(self, path: str) -> Any:
        """Return what is known at a path of any of the four kinds."""
        head, _, rest = path.partition(".")
        if head == "antwoord":
            return self.answers.get(rest)
        if head == "alarmen":
            return self._alarms
        if head == "beoordeling":
            return look(assessed(self.feiten(), self.today, self._version, self._runs), rest)
        if head == "leeftijd":
            feiten = self.feiten()
            born, happened = feiten.geboortedatum_slachtoffer, feiten.gebeurtenis_datum
            return _aged(born, happened, self.today).get(rest)
        return look(self.tree, path)

    def at(self, index: int | None) -> Known:
        """Return the picture as seen from one member of a list: `[]` is that member."""
        return self if index is None else At(self, index)

    def note(self, fact: str | None, value: JsonValue, sets: Mapping[str, JsonValue]) -> None:
        """Add what one answer tells."""
        self._feiten = None
        if fact is not None and value is not None:
            put(self.tree, fact, value)
        for path, settled in sets.items():
            put(self.tree, path, settled)

    def feiten(self) -> Feiten:
        """Return the facts so far as the rules read them."""
        if self._feiten is None:
            self._feiten = Feiten.model_validate(self.tree)
        return self._feiten

    def beoordeling(self) -> Beoordeling:
        """Return the assessment of the facts so far."""
        return judged(self.feiten(), self.today, self._version, self._runs)


class At:
    """A picture in which `[]` in a path stands for one member of the list."""

    def __init__(self, picture: Picture, index: int) -> None:
        """Look at the picture from the member at this place."""
        self._picture = picture
        self._index = index

    def __call__(self, path: str) -> Any:
        """Return what is known at the path; `plaats` is the place in the list itself."""
        if path == "plaats":
            return self._index
        return self._picture(indexed(path, self._index))


def indexed(path: str, index: int) -> str:
    """Fill in the member at hand: `naasten[].relatie` to `naasten[2].relatie`."""
    return path.replace("[]", f"[{index}]")


@lru_cache(maxsize=512)
def _aged(
    born: Bereik[date] | None, happened: Bereik[date] | None, today: date
) -> Mapping[str, bool | None]:
    """Return what the day of birth says about the age, today and on the day of the event."""
    feiten = Feiten(geboortedatum_slachtoffer=born, gebeurtenis_datum=happened)
    return leeftijd(feiten, today, parameters())


@lru_cache(maxsize=512)
def judged(feiten: Feiten, today: date, version: str, runs: bool) -> Beoordeling:  # noqa: FBT001 - part of the question that is remembered
    """Return the assessment of these facts on this day, for a case that `runs` as light injury."""
    return beoordeling(
        feiten,
        today,
        parameters(),
        flow_versie=version or None,
        loopt_als_licht_letsel=runs,
    )


@lru_cache(maxsize=512)
def assessed(feiten: Feiten, today: date, version: str, runs: bool) -> Mapping[str, Any]:  # noqa: FBT001 - idem
    """Return the assessment as conditions read it: in JSON, the criteria by their id."""
    dump = judged(feiten, today, version, runs).model_dump(mode="json")
    classificatie = dump["classificatie"]
    classificatie["criteria"] = {
        criterium["id"]: criterium["uitkomst"] for criterium in classificatie["criteria"]
    }
    return dump
