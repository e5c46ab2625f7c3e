"""Anyone may do anything in any order: there is always a way on, and nothing is lost."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from dialogs.effects import Ask, Say
from dialogs.events import Chose, Command, Commanded, Said, Sent
from dialogs.session import Phase, State
from tests.conversation import Talk, texts, vocabulary

SAID = (
    *(word for words in vocabulary().values() for word in words),
    *("gisteren op de fiets aangereden door een auto", "nee, het was 3 mei", "nee, te voet"),
    *("3 mei 2026", "ergens in september", "gisteren", "40 dagen", "nog steeds", "-5", "150%"),
    *("€ 1.250,50", "tussen 500 en 800", "99999999999999", "0", "2", "1 en 3", "2,500"),
    *("sanne@voorbeeld.nl", "06-12345678", "ja nee", "wat is smartengeld?", "waarom?"),
    *("ik wil dood", "hij bloedt nog", "mijn man slaat mij", "ik ben 14", "", " ", "😀"),
    *("x" * 10_001, "zo laten", "zelfde als Sam"),
)
WORDS = st.one_of(st.sampled_from(SAID), st.text(max_size=40))
FORGED = st.sampled_from(
    (
        *("ja", "nee", "klopt", "wijzig", "klaar", "genoeg", "zo_laten", "weet_niet"),
        *("overslaan", "zelfde_als_0", "zelfde_als_9", "ander", "verder", "volgende", "eerdere"),
        *("gevaar", "sectie:letsel", "sectie:x", "antwoord:rol", "antwoord:x", "medisch"),
    )
)


class Anyone(RuleBasedStateMachine):
    """A person who does whatever comes to mind."""

    def __init__(self) -> None:
        super().__init__()
        self.talk = Talk()
        self.before = self.talk.session

    def act(self, act: Said | Chose | Sent | Commanded) -> None:
        self.before = self.talk.session
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
        heard = [entry for entry in fresh if self.talk.flow.question(entry.question).hears]
        told = [entry for entry in fresh if self.talk.flow.question(entry.question).telling]
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
