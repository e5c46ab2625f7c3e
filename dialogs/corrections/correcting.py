"""Which earlier answer a typed correction is about; nothing is taken that may be another one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dialogs.answers.meanings import Given, Meaning, Ticked, Unclear
from dialogs.answers.possible import impossible
from dialogs.corrections.amending import Sureness, amends
from dialogs.corrections.fitting import ANY_WORDS, READ, Fit, answer_at, meaning_of
from dialogs.ledger import Source, reopened, written
from dialogs.limits import LIST_ROWS, LONGEST_MESSAGE
from dialogs.play import Play
from dialogs.questions import Kind
from dialogs.session import Status
from dialogs.walk import Place

# How many turns in which something was answered are looked back at.
_LOOKS_BACK = 3
# More words than these are an answer all the same where any words are one.
_LONGEST_LOST = 4


@dataclass(frozen=True)
class Amended:
    """The words are another answer to this earlier question."""

    place: Place
    meaning: Meaning
    words: str


@dataclass(frozen=True)
class Unsure:
    """The words fit each of these questions; the person is asked which."""

    words: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Added:
    """The words belong to a story that was told."""

    place: Place


@dataclass(frozen=True)
class Known:
    """That is how it was written down already."""

    place: Place


@dataclass(frozen=True)
class Lost:
    """It corrects something, but nothing that fits; `begins` when only that was said."""

    begins: bool


@dataclass(frozen=True)
class Rest:
    """The words answer the open question, when what says "sorry" is left out."""

    words: str


Correction = Amended | Unsure | Added | Known | Lost | Rest | None


def correction(play: Play, text: str) -> Correction:
    """Return what a message corrects; None when it is to be taken as it stands."""
    places = _answered(play)
    if not places:
        return None
    names = {place.key: play.script.words(f"vraag.{place.question.id}.kort") for place in places}
    said = amends(play.script, names, text)
    awaited = play.session.verbetering is not None and not play.session.verbetering.keys
    if not (said.says_so or awaited):
        return None
    if not said.rest:
        return _begun(Fit(play, said, awaited=awaited))
    found = _Looking(Fit(play, said, awaited=awaited), places).found(text)
    *_, end = said.rest.rpartition(",")
    if not isinstance(found, Lost) or end == said.rest:
        return found
    # "Het was april, 12 april": the last of it is what is meant.
    ended = Fit(play, replace(said, rest=end.strip()), awaited=awaited)
    return _Looking(ended, places).found(text)


def _answered(play: Play) -> list[Place]:
    """Return the answers that may be corrected, the last given first; a gate is never one."""
    ledger, is_open = play.session.ledger, play.walk.open
    return sorted(
        (
            place
            for place in play.walk.answered
            if not place.question.is_gate
            and not ledger[place.key].asked_again
            and (is_open is None or place.key != is_open.key)
        ),
        key=lambda place: answer_at(play, place).turn,
        reverse=True,
    )


def _begun(fit: Fit) -> Correction:
    """Return what "nee wacht" or "dat klopt niet" comes to, with nothing after it."""
    place = fit.play.walk.open
    if place is None:
        return None
    denies = fit.said.denies and place.question.kind is not Kind.YESNO
    is_meant = fit.sureness is Sureness.CERTAIN
    return Lost(begins=True) if fit.said.waits or denies or is_meant else None


@dataclass(frozen=True)
class _Looking:
    """Looks for the one answer that a correction fits."""

    fit: Fit
    places: list[Place]

    def found(self, text: str) -> Correction:
        """Return what the correction is about."""
        fit, is_open = self.fit, self._answers_open()
        denied = self._denied()
        if not (denied or fit.marked):
            return None
        fits = denied or self._fitting()
        new = [place for place in fits if not fit.is_same(place)]
        plainly = fit.sureness is Sureness.CERTAIN or bool(denied or fit.said.named)
        if new and is_open and (not plainly or (fit.is_a_button() and not fit.said.named)):
            return self._unsure(new, with_open=True)
        if len(new) > 1:
            return self._unsure(new, with_open=False)
        if new:
            return Amended(new[0], fit.meaning(new[0]), fit.said.rest)
        if is_open:
            return self._rest(text)
        return Known(fits[0]) if fits else self._without_fit(text)

    def _unsure(self, fits: list[Place], *, with_open: bool) -> Correction:
        is_open = self.fit.play.walk.open
        places = (*fits, is_open) if with_open and is_open is not None else tuple(fits)
        room = len(places) < LIST_ROWS
        return Unsure(self.fit.said.rest, places) if room else Lost(begins=False)

    def _rest(self, text: str) -> Correction:
        """Leave the opener out when the message as it stands would be no answer."""
        loose = self.fit.sureness < Sureness.TURNS_BACK
        return None if loose and self._takes(text) else Rest(self.fit.said.rest)

    def _without_fit(self, text: str) -> Correction:
        surely = self.fit.said.waits or self.fit.sureness is Sureness.CERTAIN
        doubtful = self._doubtful()
        # "Nee het was woensdag" is no story, though any words would be one.
        at_a_story = self._at_a_story and len(self.fit.said.rest.split()) <= _LONGEST_LOST
        if doubtful is not None and at_a_story:
            return doubtful
        if self._takes(text) and not surely:
            return None
        if doubtful is not None:
            return doubtful
        story = self._story(text)
        if story is not None:
            return Added(story)
        told = self._takes_any and len(self.fit.said.rest.split()) > _LONGEST_LOST
        lost = self.fit.turns_back and not self.fit.awaited and not told
        return Lost(begins=False) if lost else None

    # --- candidates ------------------------------------------------------------------------------

    def _denied(self) -> list[Place]:
        """Return the answers that are said to be wrong: "niet 1200 maar 1500"."""
        denied = self.fit.said.denied
        if denied is None:
            return []
        was = [place for place in self.places if self.fit.was(place, denied)]
        return self._possible([place for place in was if self.fit.certain(place)])

    def _fitting(self) -> list[Place]:
        """Return the answers that the words fit: of the last turn with one that fits."""
        if self.fit.said.named:
            return self._named()
        for group in self._groups():
            fits = self._possible([place for place in group if self.fit.certain(place)])
            if fits:
                return fits
        return []

    def _named(self) -> list[Place]:
        """Return the answers with this name; of several ("bedrag") the one given last."""
        named = [place for place in self.places if place.key in self.fit.said.named]
        fits = self._possible([place for place in named if self.fit.certain(place)])
        turns = [answer_at(self.fit.play, place).turn for place in fits]
        return [place for place, turn in zip(fits, turns, strict=True) if turn == max(turns)]

    def _groups(self) -> Iterator[list[Place]]:
        """Yield the answers of the last turns; at the overview all of them stand there."""
        play, said = self.fit.play, self.fit.said
        if play.walk.open is None:
            yield [place for place in self.places if place.question.kind is not Kind.YESNO]
            return
        far = (self.fit.turns_back or said.stated) and not self.fit.is_loose()
        turns = sorted({answer_at(play, place).turn for place in self.places}, reverse=True)
        near = turns[: _LOOKS_BACK if far else 1]
        for turn in near:
            yield [place for place in self.places if answer_at(play, place).turn == turn]
        if self.fit.turns_back and said.stated:
            earlier = [p for p in self.places if answer_at(play, p).turn not in near]
            yield [place for place in earlier if place.question.kind is not Kind.YESNO]

    def _possible(self, fits: list[Place]) -> list[Place]:
        """Leave out what cannot be true, and what was not known, when there is anything else."""
        for holds in (self._can_be, self._is_known, self.fit.is_near):
            fits = [place for place in fits if holds(place)] or fits if len(fits) > 1 else fits
        return fits

    def _is_known(self, place: Place) -> bool:
        return answer_at(self.fit.play, place).status is Status.ANSWERED

    def _can_be(self, place: Place) -> bool:
        play, meaning = self.fit.play, self.fit.meaning(place)
        if not isinstance(meaning, Given):
            return True
        source = Source(self.fit.said.rest, play.event.at, play.event.channel)
        return impossible(play.at(written(play.session, place, meaning, source)), play) is None

    # --- the open question, and what is left -----------------------------------------------------

    @property
    def _takes_any(self) -> bool:
        place = self.fit.play.walk.open
        return place is not None and place.question.kind in (*ANY_WORDS, Kind.YESNO)

    @property
    def _at_a_story(self) -> bool:
        place = self.fit.play.walk.open
        return place is not None and place.question.kind is Kind.TEXT

    def _answers_open(self) -> bool:
        """Tell whether the words without their opener answer the open question."""
        place = self.fit.play.walk.open
        if place is None or place.question.kind is Kind.TEXT:
            return False
        is_contact = place.question.kind is Kind.CONTACT
        if is_contact and not any(sign.isdigit() for sign in self.fit.said.rest):
            return False
        return isinstance(self.fit.meaning(place), Given | Ticked)

    def _takes(self, text: str) -> bool:
        """Tell whether the message as it stands answers the open question."""
        place = self.fit.play.walk.open
        if place is None:
            return False
        meaning = meaning_of(self.fit.play, place, text)
        return self._takes_any or isinstance(meaning, Given | Ticked)

    def _doubtful(self) -> Correction:
        """Return an answer that the words correct after one more question."""
        fit, play = self.fit, self.fit.play
        surely = fit.sureness is Sureness.CERTAIN or bool(fit.said.named)
        marked = fit.turns_back or (self._at_a_story and fit.sureness > Sureness.NOTHING)
        if not surely and not (marked and fit.said.stated):
            return None
        for place in self._near():
            meaning = fit.meaning(place)
            if place.question.kind in READ and isinstance(meaning, Unclear):
                again = play.at(reopened(play.session, place)).walk.open
                asked = again is not None and again.key == place.key
                if asked and not meaning.reason.endswith(".not_understood"):
                    return Amended(place, meaning, fit.said.rest)
        return None

    def _near(self) -> list[Place]:
        if self.fit.said.named:
            return [place for place in self.places if place.key in self.fit.said.named]
        return next(self._groups(), [])

    def _story(self, text: str) -> Place | None:
        """Return the story that was told last, when the words can only be about that."""
        play, last = self.fit.play, answer_at(self.fit.play, self.places[0]).turn
        for place in self.places:
            answer = answer_at(play, place)
            told = place.question.kind is Kind.TEXT and place.question.fact is None
            if told and answer.status is Status.ANSWERED:
                spoken = not any(sign.isdigit() for sign in self.fit.said.rest)
                sure = self.fit.turns_back and (self.fit.said.stated or answer.turn == last)
                sure = sure and spoken
                room = len(str(answer.value)) + len(text) < LONGEST_MESSAGE
                return place if sure and room else None
        return None
