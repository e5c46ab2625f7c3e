"""Questions and explanations, as data."""

from enum import StrEnum
from typing import Literal

from pydantic import JsonValue

from dialogs.conditions import ALWAYS, Condition, Unless, all_of
from dialogs.frozen import Frozen

DONT_KNOW = "weet_niet"
SKIP = "overslaan"
DONE = "klaar"
# Leaves the rest of a block that the person opened.
ENOUGH = "genoeg"
YES, NO = "ja", "nee"
# "The same as that of member 0": `zelfde_als_0`.
SAME_AS = "zelfde_als_"
# Where the facts have a value "onbekend", that one is the don't-know answer and is stored.
UNKNOWN_VALUE = "onbekend"


class Kind(StrEnum):
    """What sort of answer a question wants."""

    DATE = "date"
    MONEY = "money"
    DURATION = "duration"
    NUMBER = "number"
    PERCENT = "percent"
    YESNO = "yesno"
    CHOICE = "choice"
    TICKS = "ticks"
    TEXT = "text"
    FILE = "file"
    CONTACT = "contact"


class Telling(StrEnum):
    """How the answer to a question stands in a longer message that tells more things at once."""

    PLAIN = "plain"
    # How somebody went: "op de fiets", "ik fietste".
    MEANS = "means"
    # How somebody dear went: "hij zat op de fiets", "mijn zoon fietste".
    THEIR_MEANS = "their_means"
    # Who it was with: "door een auto", "een auto gaf geen voorrang".
    OTHER = "other"
    MOMENT = "moment"
    # Who it is for: "mijn zoon is aangereden", "ik ben gebeten".
    WHO = "who"
    # Any words are the answer, and may hold the answers to others.
    STORY = "story"


class Day(StrEnum):
    """A day that is said in a word, where people often answer with one of these.

    The label is `dag.<day>`, and is understood as any day that is typed.
    """

    VANDAAG = "vandaag"
    GISTEREN = "gisteren"
    EERGISTEREN = "eergisteren"
    VORIGE_WEEK = "vorige_week"
    VORIGE_MAAND = "vorige_maand"


# Of what brings people here, and of what they did about it since.
JUST_NOW = (Day.VANDAAG, Day.GISTEREN, Day.EERGISTEREN, Day.VORIGE_WEEK)
LATELY = (Day.VANDAAG, Day.GISTEREN, Day.VORIGE_WEEK, Day.VORIGE_MAAND)


class About(StrEnum):
    """What a yes or no is asked about: it decides which words are an answer at all."""

    # That it is so, or was not so before: "nog steeds" and "niet meer" answer it.
    GOES_ON = "goes_on"
    # What may be over and still counts.
    WAS = "was"
    # What happened once, or did not.
    HAPPENED = "happened"
    # What a doctor or the police made of it: as long as they did not, it is not known.
    JUDGED = "judged"
    # What is to come: how it is today does not tell.
    EXPECTED = "expected"
    # What the person may want: "graag".
    OFFERED = "offered"


class Importance(StrEnum):
    """How much the case needs the answer; only `VERPLICHT` cannot be skipped."""

    VERPLICHT = "verplicht"
    AANGERADEN = "aangeraden"
    OPTIONEEL = "optioneel"


class Sensitivity(StrEnum):
    """What kind of personal data the answer is (AVG 9 and 10 for the last two)."""

    GEWOON = "gewoon"
    GEZONDHEID = "gezondheid"
    STRAFRECHT = "strafrecht"


class Option(Frozen):
    """One button.

    Its id is the value, unless `value` says otherwise. `values` are the values that a first
    step leaves open for a next question on the same fact; `sets` are further facts that this
    answer settles. One that `leaves_open` is no value of the fact ("niemand"): the fact stays
    unknown and only `sets` count. `ages` are the first and the last age in years that stand for
    this option: a typed number is then an age, and never the place of a button. `above` are the
    options that give way to it where the same words fit both ("mijn man is overleden"). What it
    `copies` is the fact whose value it has, whatever that becomes ("op dezelfde dag").
    """

    id: str
    value: JsonValue = None
    values: tuple[str, ...] = ()
    sets: dict[str, JsonValue] = {}
    leaves_open: bool = False
    ages: tuple[int, int] | None = None
    above: tuple[str, ...] = ()
    copies: str | None = None

    @property
    def has_value(self) -> bool:
        """Tell whether the option itself says what the fact is."""
        return not (self.leaves_open or self.values or self.copies)


class Follows(Frozen):
    """What need not be asked: while this certainly holds, the answer is this option."""

    when: Condition
    choice: str


class Question(Frozen):
    """One short question.

    Texts, by key: `vraag.<id>.ask`, `.why`, `.not_understood`, and `vraag.<id>.optie.<option>`
    for its own options; `optie.<option>` for the shared ones (ja, nee, weet_niet, overslaan).
    `sectie.<section>.title`, `.who` (who sees it) and `.unknown` (what if you do not know) stand
    per section, `vraag.<id>.who` and `.unknown` only where they differ.
    """

    kind_of_item: Literal["question"] = "question"
    id: str
    section: str
    kind: Kind
    fact: str | None = None
    options: tuple[Option, ...] = ()
    # Of a day that is often one of these; a channel may offer them to tap.
    days: tuple[Day, ...] = ()
    sets: dict[str, JsonValue] = {}
    when: Condition = ALWAYS
    # Of a yes or no only.
    about: About = About.HAPPENED
    importance: Importance = Importance.AANGERADEN
    sensitivity: Sensitivity = Sensitivity.GEWOON
    # Only "ja" opens this gate. After anything else the conversation stops (a consent) or goes
    # to a human, and however it is taken up again, the gate is asked first.
    consent: bool = False
    needs_human_unless_yes: bool = False
    # Asks whether the person wants to tell more: no fact of its own, and not in the overview.
    door: bool = False
    # The door that opened the block; every question in it offers the way out.
    block: str | None = None
    # Of a duration so far: the fact that "nog steeds" settles besides.
    ongoing: str | None = None
    # Inside a list: every earlier member can be pointed at, and its label is taken over.
    same_as_earlier: bool = False
    # Words that were typed at that earlier question may hold the answer to this one as well.
    hears: str | None = None
    # What a message to one of these tells of the others in the section is taken as well.
    telling: Telling | None = None
    # The other sections of which a message to this question may tell.
    tells_of: tuple[str, ...] = ()
    # What was told before may be the answer; it is then not asked.
    follows: tuple[Follows, ...] = ()

    @property
    def asked_when(self) -> Condition:
        """The condition for asking: that it applies, and that its answer does not follow."""
        if not self.follows:
            return self.when
        return all_of(self.when, *(Unless(certain=follows.when) for follows in self.follows))

    @property
    def in_months(self) -> bool:
        """Tell whether the fact counts months; other durations count days."""
        return (self.fact or "").endswith("maanden")

    @property
    def is_gate(self) -> bool:
        """Tell whether nothing after this question is asked without a yes to it."""
        return self.consent or self.needs_human_unless_yes

    def at(self, index: int | None) -> "Question":
        """Return the question as it is put to one member of a list."""
        if not self.same_as_earlier or index is None:
            return self
        earlier = tuple(Option(id=f"{SAME_AS}{member}") for member in range(index))
        return self.model_copy(update={"options": (*earlier, *self.options)})

    @property
    def has_own_unknown(self) -> bool:
        """Tell whether "onbekend" is a value of the fact itself."""
        return any(option.id == UNKNOWN_VALUE for option in self.options)


class Explanation(Frozen):
    """Something told once, at the moment when it matters; text key `uitleg.<id>`.

    The text is rendered with `feiten` and `beoordeling` at hand, and with `params`. `article` is
    where to read on. When a part of the assessment named in `again_on` has become another one, it
    is told again. `outcome` is told by the sentence on a correction as well, so not after that.
    What is only said in a conversation does not `keep`: it stands in no copy of a person's own.
    What comes `first` is said before anything else of its turn.
    """

    kind_of_item: Literal["explanation"] = "explanation"
    id: str
    when: Condition = ALWAYS
    article: str | None = None
    params: dict[str, JsonValue] = {}
    again_on: tuple[str, ...] = ()
    outcome: bool = False
    keep: bool = True
    first: bool = False


class Repeat(Frozen):
    """Questions asked for each member of a list, with the question whether there is another.

    `first` tells when member 0 exists without asking (the relative who types). In the paths of
    the questions and conditions inside, `[]` stands for the member at hand: `naasten[].relatie`.
    """

    kind_of_item: Literal["repeat"] = "repeat"
    fact: str
    first: Condition
    when: Condition = ALWAYS
    more: Question
    items: tuple[Question | Explanation, ...]
    most: int = 12


Item = Question | Explanation | Repeat
