"""Anyone may do anything in any order: there is always a way on, and nothing is lost."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from types import FrameType

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from pydantic import JsonValue

import calc
import dialogs
from bot.sentences.articles import articles
from bot.sentences.render import Renderer
from bot.sentences.words import words
from bot.settings import Settings
from dialogs.effects import Ask, Say
from dialogs.events import Chose, Command, Commanded, Said, Sent
from dialogs.flow import Flow
from dialogs.flows.intake import FLOW
from dialogs.leaves import fits
from dialogs.session import Phase, State
from dialogs.walk import Place
from tests.conversation import Talk, texts, vocabulary

SAID = (
    *(word for words in vocabulary().values() for word in words),
    *("gisteren op de fiets aangereden door een auto", "nee, het was 3 mei", "nee, te voet"),
    *("nee wacht", "sorry ik bedoel 1500", "nee wacht, het was de linkerkant", "dat klopt niet"),
    *("de datum was 3 mei", "1500, niet 1200", "toch wel", "laat maar", "ik bedoel ja", "1200"),
    *("mijn zoon is aangereden op zijn fiets", "wie ziet dit?", "komt het goed?", "nee, 3 weken"),
    *("3 mei 2026", "ergens in september", "gisteren", "40 dagen", "nog steeds", "-5", "150%"),
    *("€ 1.250,50", "tussen 500 en 800", "99999999999999", "0", "2", "1 en 3", "2,500"),
    *("sanne@voorbeeld.nl", "06-12345678", "ja nee", "wat is smartengeld?", "waarom?"),
    *("ik wil dood", "hij bloedt nog", "mijn man slaat mij", "ik ben 14", "", " ", "😀"),
    *("x" * 10_001, "zo laten", "zelfde als Sam"),
)
# Questions that no later part of the flow looks at may go in a later version.
MAY_GO = frozenset({"verhaal", "littekens", "complicaties", "tekenen", "schade_voertuig"})
LONGEST_ON_TELEGRAM = 4096
RENDERER = Renderer(words(), articles(words().language, words()), Settings(_env_file=None))
# Calls in the conversation and the law that a turn may take; the longest seen takes a third.
MOST_STEPS = 400_000
OURS = (str(Path(dialogs.__file__).parent), str(Path(calc.__file__).parent))
WORDS = st.one_of(st.sampled_from(SAID), st.text(max_size=40))
FORGED = st.sampled_from(
    (
        *("ja", "nee", "klopt", "wijzig", "klaar", "genoeg", "zo_laten", "weet_niet"),
        *("overslaan", "zelfde_als_0", "zelfde_als_9", "ander", "verder", "volgende", "eerdere"),
        *("gevaar", "sectie:letsel", "sectie:x", "antwoord:rol", "antwoord:x", "medisch"),
    )
)


def without(name: str) -> Flow:
    """Return the flow of a later version, in which one question is gone."""
    items = tuple(item for item in FLOW.items if getattr(item, "id", "") != name)
    return FLOW.model_copy(update={"items": items, "version": "2"})


def holds(place: Place, value: JsonValue) -> bool:
    """Tell whether the facts can still hold this answer."""
    return place.fact is None or fits(place.fact, value)


@contextmanager
def counted(walker: "Anyone") -> Iterator[None]:
    """Count the calls within the conversation and the law that one turn takes."""
    walker.steps = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        walker.steps += event == "call" and frame.f_code.co_filename.startswith(OURS)

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield
    finally:
        sys.setprofile(before)


class Anyone(RuleBasedStateMachine):
    """A person who does whatever comes to mind."""

    def __init__(self) -> None:
        super().__init__()
        self.talk = Talk()
        self.before = self.talk.session
        self.steps = 0

    def act(self, act: Said | Chose | Sent | Commanded) -> None:
        self.before = self.talk.session
        with counted(self):
            self.talk.does(act)

    @rule(words=WORDS)
    def says(self, words: str) -> None:
        self.act(Said(text=words))

    @precondition(lambda self: self.talk.last is not None and self.talk.choices)
    @rule(data=st.data())
    def presses_what_is_shown(self, data: st.DataObject) -> None:
        assert self.talk.asked is not None
        choice = data.draw(st.sampled_from(self.talk.choices))
        under = data.draw(st.sampled_from([None, self.talk.asked.key]))
        self.act(Chose(choice=choice, question=under))

    @rule(choice=FORGED, under=st.sampled_from([None, "rol", "restloos", "controle:3", "wijzig"]))
    def presses_something_old_or_forged(self, choice: str, under: str | None) -> None:
        self.act(Chose(choice=choice, question=under))

    @rule(command=st.sampled_from(sorted(set(Command) - {Command.WIS})))
    def commands(self, command: Command) -> None:
        self.act(Commanded(command=command))

    @rule()
    def sends_a_file(self) -> None:
        self.act(Sent())

    @rule(weeks=st.integers(1, 60))
    def stays_away(self, weeks: int) -> None:
        self.talk.today += timedelta(weeks=weeks)
        self.act(Commanded(command=Command.START))

    @rule()
    def the_flow_changes_meanwhile(self) -> None:
        """Take out the last question that was answered, or put it back."""
        changed = self.talk.flow is not FLOW
        answered = [key.partition("#")[0] for key in self.talk.session.ledger]
        gone = next((name for name in reversed(answered) if name in MAY_GO), None)
        self.talk.flow = FLOW if changed or gone is None else without(gone)

    @precondition(lambda self: self.talk.last is not None)
    @rule()
    def erases_half(self) -> None:
        self.act(Commanded(command=Command.WIS))

    # --- what always holds -----------------------------------------------------------------------

    @invariant()
    def there_is_a_way_on(self) -> None:
        if self.talk.last is None:
            return
        if self.talk.state in (State.CONSENT, State.INTAKE, State.REVIEW):
            assert self.talk.asked is not None
            assert 0 < len(self.talk.choices) <= 10
            assert len(set(self.talk.choices)) == len(self.talk.choices)
        else:
            assert self.talk.asked is None or self.talk.asked.key == "wis"

    @invariant()
    def no_question_is_asked_twice_without_need(self) -> None:
        """What has an answer is only asked when the person went back to it, or a gate is shut."""
        if self.talk.last is None or self.talk.question in (None, "controle"):
            return
        assert self.talk.asked is not None
        entry = self.talk.session.ledger.get(self.talk.asked.key)
        question = FLOW.question(self.talk.question or "")
        if entry is not None and entry.answer is not None:
            place = Place(question, entry.index)
            assert entry.asked_again or question.is_gate or not holds(place, entry.answer.value)

    @invariant()
    def no_message_is_longer_than_a_channel_takes(self) -> None:
        if self.talk.last is None:
            return
        said = RENDERER.outgoing(self.talk.step, self.talk.session, "LW-2026-000001")
        assert all(0 < len(part.text) <= LONGEST_ON_TELEGRAM for part in said.parts if part.text)

    @invariant()
    def a_turn_takes_a_bounded_number_of_steps(self) -> None:
        assert self.steps <= MOST_STEPS

    @invariant()
    def no_answer_is_lost(self) -> None:
        if self.talk.session.phase is Phase.ERASED or self.before.phase is Phase.ERASED:
            return
        for key, entry in self.before.ledger.items():
            now = self.talk.session.ledger[key]
            if entry.answer is not None:
                assert entry.answer in (now.answer, *now.history)

    @invariant()
    def at_most_one_question_is_answered_at_a_time(self) -> None:
        turn = self.talk.session.turns
        entries = [entry for entry in self.talk.session.ledger.values() if entry.answer]
        fresh = [entry for entry in entries if entry.answer and entry.answer.turn == turn]
        words = {entry.answer.words for entry in fresh if entry.answer}
        # Save for a question that listens to what was said to the one before it, and for facts
        # that one message tells together: all of those hold the same words.
        heard = [entry for entry in fresh if FLOW.question(entry.question).hears]
        told = [entry for entry in fresh if FLOW.question(entry.question).telling]
        together = len(told) == len(fresh) and len({one[:20] for one in words}) == 1
        assert len(fresh) - len(heard) <= 1 or words == {"overslaan"} or together

    @invariant()
    def the_facts_hold_and_nothing_is_known_without_consent(self) -> None:
        feiten = self.talk.feiten
        consent = self.talk.session.ledger.get("toestemming")
        if consent is None or consent.answer is None or consent.answer.value is not True:
            assert feiten.rol is None
            assert feiten.letsel == type(feiten.letsel)()

    @invariant()
    def everything_said_can_be_written(self) -> None:
        if self.talk.last is None:
            return
        for effect in self.talk.step.effects:
            if isinstance(effect, Say):
                assert effect.key in texts(), effect.key
            if isinstance(effect, Ask):
                assert effect.text in texts(), effect.text
                assert all(choice.label in texts() for choice in effect.choices)


Anyone.TestCase.settings = settings(
    max_examples=15,
    stateful_step_count=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestAnyone = Anyone.TestCase
