"""Whoever lost somebody hears that first, whatever the first message told besides."""

from datetime import UTC, datetime

from bot.script import script
from bot.sentences.words import words
from dialogs.effects import Say
from dialogs.engine import step
from dialogs.events import Chose, Event, Said
from dialogs.session import Session
from tests.conversation import TODAY

SCRIPT = script(words(), ())


def test_the_condolence_comes_before_what_was_understood() -> None:
    at = datetime(2026, 11, 23, 22, tzinfo=UTC)
    session = Session()
    for act in (Said(text="hallo"), Chose(choice="ja", question="toestemming")):
        session, _ = step(SCRIPT, session, Event(act=act, at=at, channel="web"), TODAY)
    told = Event(act=Said(text="mijn man is verongelukt op zijn fiets"), at=at, channel="web")

    _, taken = step(SCRIPT, session, told, TODAY)

    keys = [said.key for said in taken.effects if isinstance(said, Say)]
    assert keys[0] == "uitleg.verlies"
    assert len(keys) > 1
