"""Who does not know something hears which answer would help most."""

from typing import Any

import pytest

from bot.sentences.texts import Texts
from calc.licht_letsel.classificatie import _NUTTIGST
from tests.conversation import Talk, at, texts

OPEN = {"rol": "slachtoffer", "oorzaak": "dier", "datum": "15 juni 2026"}
MOST = "Dit zou het meeste verschil maken: hoe lang het herstel duurt en hoeveel dagen werken"


def written(talk: Talk, key: str, **params: Any) -> str:
    known = {"beoordeling": talk.session.beoordeling, "feiten": talk.step.feiten}
    return texts()(key, **known, **params)


def test_the_provisional_outcome_says_it() -> None:
    assert MOST in written(at("helper", **OPEN), "uitleg.classificatie_voorlopig")


def test_the_overview_says_it_again() -> None:
    assert MOST in written(at("controle", **OPEN), "controle.overzicht", regels=[], onbekend=[])


def test_the_overview_is_quiet_about_it_when_the_outcome_stands() -> None:
    heavy = at("controle", **OPEN, herstel="langer")

    told = written(heavy, "controle.overzicht", regels=[], onbekend=[])
    assert "verschil" not in told


def test_relatives_are_not_told_what_they_were_not_asked() -> None:
    relative = at("controle", rol="naaste", oorzaak="dier")

    told = written(relative, "controle.overzicht", regels=[], onbekend=[])
    assert "verschil" not in told


@pytest.mark.parametrize("path", _NUTTIGST)
def test_every_answer_that_can_be_missing_has_words(path: str) -> None:
    assert f"verschil.{path}" in Texts()


@pytest.mark.parametrize("key", ["ll", "voorlopig", "gbl"])
def test_limits_that_may_be_old_are_told_with_their_year(key: str) -> None:
    talk = at("helper", **OPEN)
    told = texts()
    marked = talk.session.beoordeling
    assert marked is not None
    classification = marked["classificatie"]
    assert isinstance(classification, dict)
    reason = {"sleutel": "classificatie_norm_vervangen", "waarden": {}}
    for reasons, stands in (([reason], True), ([], False)):
        assessed = {**marked, "classificatie": {**classification, "redenen": reasons}}
        said = told(f"uitleg.classificatie_{key}", beoordeling=assessed, feiten=talk.step.feiten)

        assert ("De grenzen zijn van 2016." in said) is stands
