"""What stands in the topic of a case: the card, and what was said since."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from bot.channels.pieces import split
from bot.channels.telegram.messages import LONGEST_TEXT
from bot.handoff.card import Card
from bot.handoff.case_file import CaseFile
from bot.handoff.templates import Words
from bot.handoff.transcript import transcript
from bot.handoff.view import view
from bot.ports import Closing, Conversation, Line, MessageClass
from bot.sentences.texts import Texts
from dialogs.frozen import Frozen
from dialogs.script import Script
from dialogs.staff.acts import first_name

_DIGEST = 16


class Head(Frozen):
    """The first message of a topic; `digest` changes with it."""

    case: str
    name: str
    text: str
    owner: str | None
    epoch: int
    closed: bool = False
    reopened: bool = False

    @property
    def digest(self) -> str:
        """Return what tells whether the message is still what it should be."""
        return sha256(self.model_dump_json().encode()).hexdigest()[:_DIGEST]


class Written:
    """Writes for staff; nothing of it is markup."""

    def __init__(self, script: Script, texts: Texts) -> None:
        """Write in the words of these texts."""
        self._script = script
        self._texts = texts
        self._words = Words(texts)

    def head(self, file: CaseFile) -> Head:
        """Return the card of a case, and who has it."""
        known = file.conversation
        shown: Card = view(file, self._script, self._texts)["kaart"]
        code = self._words.naam(shown.code or "onbekend", "proces")
        where = self._texts(
            "groep.kop",
            zaak=known.case,
            code=code,
            kanaal=self._words.naam(known.channel, "kanaal"),
        )
        text = "\n\n".join((where, *self._lines(shown), self._where(known)))
        return Head(
            case=known.case,
            name=self._texts("groep.onderwerp", zaak=known.case, code=code),
            text=next(split(text, LONGEST_TEXT)),
            owner=known.owner,
            epoch=known.epoch,
            closed=known.handling.closed is not None,
            reopened=known.handling.reopened_at is not None,
        )

    def said(self, lines: Iterable[Line], here: Sequence[str]) -> tuple[str, ...]:
        """Return what was said, in as few messages as it fits; `here` was typed in the topic."""
        told = [
            self._texts(
                "groep.regel",
                wie=self._texts(f"balie.gesprek.wie.{one.who}"),
                tijd=self._words.moment(one.at),
                tekst=one.text,
            )
            for one in transcript(lines, self._texts)
            if not (one.who == MessageClass.HUMAN and one.text in here)
        ]
        return tuple(split("\n\n".join(told), LONGEST_TEXT))

    def reach(self, file: CaseFile) -> str:
        """Return that the person is out of reach, and what to do; or that they are back."""
        lines: tuple[str, ...] = view(file, self._script, self._texts)["onbereikbaar"]
        return " ".join(lines) or self._texts("groep.weer_bereikbaar")

    def undelivered(self, lines: Iterable[Line]) -> str:
        """Return which messages of staff did not arrive."""
        return "\n\n".join(
            self._texts("groep.niet_bezorgd", tijd=self._words.moment(one.at), tekst=one.text)
            for one in transcript(lines, self._texts)
        )

    def _lines(self, card: Card) -> Iterable[str]:
        if card.why:
            yield self._line("proces", card.why)
        yield self._line("ontbreekt", self._missing(card))
        if card.contradictory:
            odd = "; ".join(self._words.naam(one, "tegenspraak") for one in card.contradictory)
            yield self._line("tegenstrijdig", odd)
        if card.terms:
            yield self._line("termijnen", "; ".join(term.words for term in card.terms))
        for how, names in card.signals:
            yield f"{self._words.naam(how, 'urgentie')}: {'; '.join(names)}."

    def _missing(self, card: Card) -> str:
        if not card.missing:
            return self._texts("balie.kaart.niets_ontbreekt")
        return self._texts("balie.kaart.nodig", feiten=", ".join(card.missing))

    def _line(self, name: str, text: str) -> str:
        return f"{self._texts(f'balie.kaart.{name}')}: {text}"

    def _where(self, known: Conversation) -> str:
        """Return who has the case, or why nobody does any more."""
        if known.handling.closed is not None:
            return self._closed(known.handling.closed)
        if known.owner is None:
            return self._texts("groep.van_niemand")
        return self._texts("groep.van", naam=first_name(known.owner) or known.owner)

    def _closed(self, closing: Closing) -> str:
        return self._texts(
            "groep.gesloten",
            naam=first_name(closing.by) or closing.by,
            tijd=self._words.moment(closing.at),
            waarom=self._words.naam(closing.why, "sluiten_reden"),
        )
