"""Whether words that correct something fit an earlier answer: for certain, or not at all."""

import re
from dataclasses import dataclass, field
from datetime import date

from dialogs.answers.answering import Words, refused, typed
from dialogs.answers.meanings import Given, Meaning, Ticked
from dialogs.answers.picking import exactly
from dialogs.answers.spoken import plain
from dialogs.asking import buttons
from dialogs.corrections.amending import Amends, Sureness
from dialogs.play import Play
from dialogs.questions import DONE, Kind
from dialogs.session import Answer, Status
from dialogs.understanding import understand
from dialogs.walk import Place

ANY_WORDS = (Kind.TEXT, Kind.CONTACT)
READ = (Kind.DATE, Kind.MONEY, Kind.DURATION, Kind.NUMBER, Kind.PERCENT)
# The most words of an amount or a day, of a button, of a name or a plain yes.
_LONGEST_VALUE, _LONGEST_CHOICE, _LONGEST_NAME = 8, 6, 3
_A_YEAR = 366
_YEAR = re.compile(r"\b[12][0-9]{3}\b")
_WORD = re.compile(r"[^\W\d]{2,}")
# Beside a value these say nothing; any other word makes it a longer story.
_FILLERS = re.compile(
    "het|de|een|op|in|om|van|voor|zo|was|is|zijn|waren|dus|ja|nee|gewoon|echt|euro|eur|procent|lang|wel|"
    "al|pas|maar|geworden|ongeveer|precies|ik|denk"
)


def meaning_of(play: Play, place: Place, text: str) -> Meaning:
    """Return what these words mean as an answer to a question, asked before or now."""
    choices = buttons(play.walk, place, play.session)
    return typed(Words(play.script, choices, text, play.today), place.question)


def answer_at(play: Play, place: Place) -> Answer:
    """Return the answer that counts at this place."""
    answer = play.session.ledger[place.key].answer
    assert answer is not None  # noqa: S101 - only answered questions are in the walk
    return answer


@dataclass(frozen=True)
class Fit:
    """Tries the words of a correction on the answers; after "nee wacht" they were `awaited`."""

    play: Play
    said: Amends
    awaited: bool
    _meanings: dict[str, Meaning] = field(default_factory=dict)

    @property
    def sureness(self) -> Sureness:
        """How surely it is a correction; after "nee wacht" what follows is one."""
        return max(self.said.sureness, Sureness.TURNS_BACK if self.awaited else Sureness.NOTHING)

    @property
    def turns_back(self) -> bool:
        """Tell whether it is more than a plain "nee"."""
        return self.sureness >= Sureness.TURNS_BACK

    @property
    def marked(self) -> bool:
        """Tell whether anything but what it denies says that it corrects something."""
        return self.sureness > Sureness.NOTHING or self.said.stated or bool(self.said.named)

    def meaning(self, place: Place) -> Meaning:
        """Return what the words mean as an answer to this question."""
        if place.key not in self._meanings:
            self._meanings[place.key] = meaning_of(self.play, place, self.said.rest)
        return self._meanings[place.key]

    def certain(self, place: Place) -> bool:
        """Tell whether the words are certainly an answer to it."""
        if not self._may_fit(place):
            return False
        meaning = self.meaning(place)
        if isinstance(meaning, Ticked):
            return self.turns_back and DONE not in meaning.ticks
        if not isinstance(meaning, Given) or meaning.status is not Status.ANSWERED:
            return False
        return refused(place, meaning) is None and self._is_tight(place)

    def _may_fit(self, place: Place) -> bool:
        """Tell whether it is worth reading the words for this question; most are not."""
        kind, size = place.question.kind, len(self.said.rest.split())
        if kind is Kind.YESNO:
            named = place.key in self.said.named
            return (self.turns_back or named or self._after_all()) and size <= _LONGEST_NAME
        longest = _LONGEST_VALUE if kind in READ else _LONGEST_CHOICE
        return size <= longest and (kind in READ or not self.is_loose())

    def is_loose(self) -> bool:
        """Tell whether any words answer the open question, and few say that these do not."""
        is_open = self.play.walk.open
        takes_any = is_open is not None and is_open.question.kind in ANY_WORDS
        surely = self.turns_back or self.said.named or self.said.denied
        return not surely and (takes_any or not self.sureness)

    def is_a_button(self) -> bool:
        """Tell whether the words are to the letter a button of the open question."""
        play, place = self.play, self.play.walk.open
        choices = () if place is None else buttons(play.walk, place, play.session)
        return exactly(play.script, choices, self.said.rest) is not None

    def is_same(self, place: Place) -> bool:
        """Tell whether it was answered so already."""
        meaning, answer = self.meaning(place), answer_at(self.play, place)
        return isinstance(meaning, Given) and (meaning.value, meaning.choice or answer.choice) == (
            answer.value,
            answer.choice,
        )

    def is_near(self, place: Place) -> bool:
        """Tell whether a day is within a year of the one before: "12 november" is no birthday."""
        meaning, old = self.meaning(place), answer_at(self.play, place).value
        new = meaning.value if isinstance(meaning, Given) else None
        if place.question.kind is not Kind.DATE or not (isinstance(old, str) and new):
            return True
        if not isinstance(new, str) or _YEAR.search(self.said.rest):
            return True
        return abs((date.fromisoformat(new) - date.fromisoformat(old)).days) <= _A_YEAR

    def _is_tight(self, place: Place) -> bool:
        """Tell whether the words hold the answer and nothing else."""
        question = place.question
        named = place.key in self.said.named
        if question.kind in READ:
            return _is_value(question.kind, self.said.rest, self.play)
        if question.kind is Kind.TEXT and question.fact is None:
            return False
        if question.kind in (Kind.TEXT, Kind.CONTACT):
            return self._is_name(place, named=named)
        counted = self.said.rest.strip(" .)").isdigit()
        by_number = answer_at(self.play, place).words.strip(" .)").isdigit()
        return not counted or by_number

    def _after_all(self) -> bool:
        """Tell whether "toch wel" can only be about what was answered before."""
        is_open = self.play.walk.open
        asks_the_same = is_open is not None and is_open.question.kind is Kind.YESNO
        return self.sureness > Sureness.NOTHING and self.said.after_all and not asks_the_same

    def _is_name(self, place: Place, *, named: bool) -> bool:
        """Any words would do as a name, so these must be put as one."""
        rest = self.said.rest
        if any(sign.isdigit() or sign == "@" for sign in rest):
            read = isinstance(meaning := self.meaning(place), Given) and meaning.value != rest
            return place.question.kind is Kind.CONTACT and read
        marked = named or self.sureness is Sureness.CERTAIN
        stated = self.said.stated and self.sureness > Sureness.NOTHING
        says_no = understand("yesno", rest, self.play.today).value is not None
        short = len(rest.split()) <= _LONGEST_NAME
        return (marked or stated) and short and not says_no

    def was(self, place: Place, denied: str) -> bool:
        """Tell whether this is the answer that is denied: "niet 1200"."""
        meaning, answer = meaning_of(self.play, place, denied), answer_at(self.play, place)
        if plain(denied) and plain(denied) in plain(answer.words):
            return True
        if not isinstance(meaning, Given) or meaning.value is None:
            return False
        return meaning.value == answer.value


def _is_value(kind: Kind, text: str, play: Play) -> bool:
    """Tell whether the words are a value alone: each of them counts, or says nothing.

    "3 weken" is one; "alleen 3 weken in het gips" tells of something else.
    """
    whole = understand(kind.value, text, play.today)
    for found in _WORD.finditer(text):
        word = found[0]
        if _FILLERS.fullmatch(plain(word)):
            continue
        without = f"{text[: found.start()]} {text[found.end() :]}".strip()
        if understand(kind.value, without, play.today) != whole:
            continue
        if understand(kind.value, word, play.today).status not in ("ok", "approximate"):
            return False
    return True
