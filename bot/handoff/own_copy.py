"""A person's own copy in plain words: the same sentences that were told, to keep or to print."""

from asyncio import to_thread
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path

from bot.clock import day_of
from bot.handoff.glyphs import breakable
from bot.handoff.typeset import typeset
from bot.ports import Conversation
from bot.sentences.render import house, shown
from bot.sentences.texts import Texts
from bot.settings import Settings
from dialogs.own_copy import OwnCopy, own_copy
from dialogs.review import ReviewLine
from dialogs.script import Script

_TEMPLATE = Path(__file__).parent / "templates" / "overzicht.typ"


@dataclass(frozen=True)
class Told:
    """One answer: what it is about, and what was answered."""

    name: str
    answer: str


@dataclass(frozen=True)
class Section:
    """One heading with what stands under it."""

    title: str
    told: tuple[Told, ...] = ()
    points: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Copy:
    """The whole copy, ready to be shown or typeset."""

    language: str
    title: str
    made: str
    caveat: str
    sections: tuple[Section, ...]


class Copies:
    """Makes copies in one language."""

    def __init__(self, script: Script, texts: Texts, settings: Settings) -> None:
        """Make them from these texts; who is responsible comes from the settings."""
        self._flow = script.flow
        self._texts = texts
        self._house = house(settings, texts)

    def copy(self, known: Conversation, now: datetime) -> Copy:
        """Return the copy of one conversation."""
        today = day_of(now)
        own = own_copy(self._flow, known.session, today)
        handed_over = known.labels.handed_over_at is not None
        return Copy(
            language=self._texts.language,
            title=self._texts("kopie.titel"),
            made=self._texts("kopie.zaak", zaak=known.case if handed_over else None, dag=today),
            caveat=self._texts("kopie.voorbehoud" if own.told else "kopie.leeg"),
            sections=tuple(self._sections(own, known, today, handed_over=handed_over)),
        )

    async def file(self, known: Conversation, now: datetime) -> tuple[str, bytes]:
        """Return the name of the file and the copy as PDF; nobody waits while it is made."""
        document, day = asdict(self.copy(known, now)), day_of(now)
        pdf = await to_thread(typeset, _TEMPLATE, document, day, self._texts)
        return f"{self._texts('kopie.bestand')}.pdf", pdf

    def _sections(
        self, own: OwnCopy, known: Conversation, today: date, *, handed_over: bool
    ) -> list[Section]:
        made = []
        if own.told:
            told = tuple(Told(self._name(line), self._answer(line)) for line in own.told)
            made.append(Section(self._texts("kopie.verteld"), told=told))
        if own.unknown:
            points = tuple(self._name(line) for line in own.unknown)
            texts = (self._texts("kopie.onbekend_uitleg"),)
            made.append(Section(self._texts("kopie.onbekend"), points=points, texts=texts))
        if own.explained:
            made.append(self._explained(own, known.case, own.day or today))
        made.append(self._next(handed_over=handed_over))
        return made

    def _explained(self, own: OwnCopy, case: str, day: date) -> Section:
        values = {
            **self._house,
            "zaak": case,
            "feiten": own.feiten,
            "antwoord": own.antwoord,
            "beoordeling": own.beoordeling,
        }
        told = (self._texts(say.key, **{**values, **say.params}) for say in own.explained)
        texts = (self._texts("kopie.uitleg_dag", dag=day), *told)
        return Section(self._texts("kopie.uitleg"), texts=texts)

    def _next(self, *, handed_over: bool) -> Section:
        where = "kopie.overgedragen" if handed_over else "kopie.niet_overgedragen"
        keys = (where, "kopie.contact", "kopie.tekenen", "kopie.wissen")
        texts = tuple(self._texts(key, **self._house) for key in keys)
        return Section(self._texts("kopie.verder"), texts=texts)

    def _name(self, line: ReviewLine) -> str:
        return self._texts(line.label, index=line.index)

    def _answer(self, line: ReviewLine) -> str:
        return breakable(shown(line.answer, self._texts))
