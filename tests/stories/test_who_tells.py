"""The stories together are of everyone: each role, each cause, each way of saying things."""

from collections import Counter

from calc.feiten import Oorzaak, Relatie, Rol
from dialogs.flows.intake import LIMITS
from tests.stories.everyone import EVERYONE
from tests.stories.story import Gives, Says, Taps, TapsOld


def test_there_are_five_stories_for_each_of_the_three_who_can_speak() -> None:
    assert Counter(story.told["rol"].value for story in EVERYONE) == dict.fromkeys(Rol, 5)


def test_every_cause_is_told_of() -> None:
    assert {story.told["oorzaak"].value for story in EVERYONE} == set(Oorzaak)


def test_nearly_every_band_is_told_of() -> None:
    bands = {
        told.value
        for story in EVERYONE
        for path, told in story.told.items()
        if path.endswith(".relatie")
    }

    assert len(bands) >= 10
    assert bands <= set(Relatie)


def test_people_type_tap_go_back_pause_and_press_old_buttons() -> None:
    acts = {type(act) for story in EVERYONE for told in story.told.values() for act in told.acts}

    assert acts == {Says, Taps, TapsOld, Gives}


def test_no_story_takes_more_answers_than_was_promised_save_when_more_is_told() -> None:
    doors = ("meer", "gezin_nu", "schade.posten", "naasten[1].relatie", "naasten[0].naam")
    plain = [story for story in EVERYONE if not any(door in story.tells for door in doors)]

    assert len(plain) >= 8
    assert all(story.ends.answers <= max(LIMITS.most.values()) + 1 for story in plain)
