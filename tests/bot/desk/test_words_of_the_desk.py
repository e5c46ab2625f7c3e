"""Whatever the rules and the conversation can come to has a name for the people at the desk."""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from pydantic import BaseModel

from bot.desk.queue import Tab
from bot.desk.reply import EXAMPLES
from bot.handoff.templates import Words
from bot.handoff.view import BGK_STEPS, DEATH_STEPS
from bot.ports import Barrier, MessageClass, Standing
from bot.sentences.words import words
from bot.storage.absent import SAID_ANEW
from bot.takeover import Ending
from calc.affectieschade import Status
from calc.beoordeling import beoordeling
from calc.bgk import Route
from calc.dated import parameters
from calc.feiten import Feiten, Oorzaak, Posten, Relatie, Rol
from calc.licht_letsel import CriteriumId, JaNee, Procescode, Toets
from calc.schadeposten import PostStatus
from calc.signalen import Signaal
from calc.tegenspraak import REDENEN
from calc.termijnen import TermijnId
from dialogs.flows.intake import FLOW
from dialogs.safety import Alarm
from dialogs.session import State
from dialogs.staff.acts import How
from dialogs.summary import Why
from dialogs.urgency import Urgency

ROOT = Path(__file__).parents[3]
TEXTS = words()
WORDS = Words(TEXTS)
TODAY = date(2026, 11, 23)
ENUMS: dict[str, type[StrEnum]] = {
    "lijst": Tab,
    "sluiten_reden": Ending,
    "stand": Standing,
    "affectiestatus": Status,
    "alarm": Alarm,
    "bgkroute": Route,
    "criterium": CriteriumId,
    "janee": JaNee,
    "oorzaak": Oorzaak,
    "open": Why,
    "poststatus": PostStatus,
    "proces": Procescode,
    "procesvoluit": Procescode,
    "relatie": Relatie,
    "rol": Rol,
    "signaal": Signaal,
    "staat": State,
    "termijn": TermijnId,
    "toets": Toets,
    "urgentie": Urgency,
    "gesprek.wie": MessageClass,
}
LISTS: dict[str, tuple[str, ...]] = {
    "bgk": ("route", *BGK_STEPS),
    "bgkregel": ("route", *BGK_STEPS),
    "bezorging": (*Barrier, SAID_ANEW, "131-026", "outside_window", "taken_over"),
    "kanaal": ("web", "telegram", "whatsapp", "console", *How),
    "overlijden": DEATH_STEPS,
    "overlijdensregel": DEATH_STEPS,
    "post": tuple(Posten.model_fields),
    "sectie": tuple(sorted({question.section for question in FLOW.questions()})),
    "tegenspraak": REDENEN,
    "voorbeeld": EXAMPLES,
}
# Facts that bring every damage item forward.
RICH: dict[str, Any] = {
    "rol": "slachtoffer",
    "oorzaak": "verkeer",
    "gebeurtenis_datum": "2019-06-01",
    "gegevens": {
        "kilometers": 100,
        "ziekenhuis_dagen": 3,
        "revalidatie_dagen": 5,
        "hulp": {"weken": 40, "personen": 2, "kind_onder_5": False, "zwaar": False},
        "woning": {"soort": "rijtjeshuis", "tuin": True, "eigendom": True},
        "studie": {"soort": "hbo_wo", "maanden": 6},
    },
}


@pytest.mark.parametrize(
    ("sort", "name"),
    [(sort, str(name)) for sort, names in ENUMS.items() for name in names]
    + [(sort, name) for sort, names in LISTS.items() for name in names],
)
def test_every_id_has_a_name(sort: str, name: str) -> None:
    assert f"balie.{sort}.{re.sub(r'[^a-z0-9_]+', '_', name.casefold())}" in TEXTS


def test_every_damage_item_that_the_rules_bring_forward_has_a_name() -> None:
    assessed = beoordeling(Feiten.model_validate(RICH), TODAY, parameters())
    items = {item.post for item in assessed.schadeposten.regels}

    assert len(items) >= 7
    assert [item for item in items if f"balie.post.{item}" not in TEXTS] == []


def test_every_fact_has_a_name() -> None:
    named = (re.sub(r"\[\d+\]", "", path) for path in paths(Feiten))

    assert [path for path in named if f"balie.feit.{path}" not in TEXTS] == []


def test_a_fact_of_a_relative_tells_which_one() -> None:
    assert WORDS.feit("naasten[1].relatie") == "naaste 2: relatie"
    assert WORDS.feit("gezin.jaren[0].wu") == "jaar 1: WU"


def test_a_relative_who_types_is_called_the_one_who_tells() -> None:
    assert WORDS.feit("naasten[0].relatie", melder=True) == "melder: relatie"
    assert WORDS.feit("naasten[1].relatie", melder=True) == "naaste 2: relatie"
    assert WORDS.feit("naasten[0].relatie") == "naaste 1: relatie"


def test_an_id_that_is_newer_than_the_texts_stands_there_as_it_is() -> None:
    assert WORDS.naam("iets_nieuws", "signaal") == "iets_nieuws"
    assert WORDS.feit("iets.nieuws") == "iets.nieuws"
    assert WORDS.naam(None, "relatie") == "onbekend"


def test_no_text_of_the_desk_is_left_over() -> None:
    named = {f"balie.{sort}." for sort in (*ENUMS, *LISTS)}
    # Keys that are made from an id in the code.
    named |= set(re.findall(r"f\"(balie\.[a-z0-9_]+\.[a-z0-9_.]*)\{", pages()))
    quoted = set(re.findall(r"balie[a-z0-9_.]+", pages()))
    # Keys that are made from an id in a template.
    named |= {word for word in quoted if word.endswith(".") and word.count(".") > 1}

    assert [
        key
        for key in keys()
        if key not in quoted and not any(key.startswith(start) for start in named)
    ] == []


def test_every_text_that_the_desk_asks_for_is_there() -> None:
    asked = re.findall(r"""["'](balie\.[a-z0-9_.]*[a-z0-9])["']""", pages())

    assert [key for key in asked if key not in TEXTS] == []


def test_names_for_questions_belong_to_questions() -> None:
    questions = {question.id for question in FLOW.questions()}
    named = {key.removeprefix("balie.vraag.") for key in keys() if key.startswith("balie.vraag.")}

    assert named - questions == set()


def keys() -> list[str]:
    with (ROOT / "locales" / "nl" / "balie.po").open("rb") as page:
        return [str(message.id) for message in read_po(page) if message.id]


def pages() -> str:
    folders = (ROOT / "bot" / "desk", ROOT / "bot" / "handoff")
    found = [
        page for folder in folders for sort in ("*.py", "*.html") for page in folder.rglob(sort)
    ]
    return "\n".join(page.read_text(encoding="utf-8") for page in found)


def paths(group: type[BaseModel], start: str = "") -> Iterator[str]:
    for name, field in group.model_fields.items():
        path = f"{start}{name}"
        yield path
        yield from (
            leaf
            for inner in inside(field.annotation)
            for leaf in paths(
                inner, f"{path}[0]." if "tuple" in str(field.annotation) else f"{path}."
            )
        )


def inside(annotation: Any) -> list[type[BaseModel]]:
    found = [annotation, *getattr(annotation, "__args__", ())]
    return [
        kind
        for kind in found
        if isinstance(kind, type) and issubclass(kind, BaseModel) and kind.__name__[:6] != "Bereik"
    ]
