"""From keys to sentences: what one step of the conversation says, ready for any channel."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import JsonValue

from bot.ports import Button, Conversation, Outgoing, Part, QuestionRef
from bot.sentences.articles import FullArticle
from bot.sentences.texts import Texts, Written
from bot.settings import Settings
from dialogs.answers.shown import Shown
from dialogs.corrections.change import Changed
from dialogs.effects import Ask, Choice, Progress, Say, Step
from dialogs.questions import Kind
from dialogs.review import ReviewLine
from dialogs.session import Session, State

_ARTICLE = "gesprek.artikel"
# After these a person gets their own copy, unless it is said that it waits until they ask.
_WITH_COPY = ("gesprek.overgedragen", "gesprek.gegevens_kop")
_COPY_WAITS = "gesprek.kopie_op_vraag"
_WITH_CASE = (State.HANDED_OVER, State.WITH_HUMAN)


class Renderer:
    """Writes what is said, in one language."""

    def __init__(self, texts: Texts, articles: Iterable[FullArticle], settings: Settings) -> None:
        """Render with these texts; who is responsible comes from the settings."""
        self._texts = texts
        self._articles = {article.slug: article for article in articles}
        self._house = house(settings, texts)

    def outgoing(self, step: Step, session: Session, case: str) -> Outgoing:
        """Return everything that is said in answer to one message."""
        known: dict[str, Any] = {**self._house, "zaak": case}
        known |= {"feiten": step.feiten, "antwoord": step.antwoord}
        known |= {"beoordeling": session.beoordeling}
        asked = next((effect for effect in step.effects if isinstance(effect, Ask)), None)
        says = [effect for effect in step.effects if isinstance(effect, Say)]
        keys = [say.key for say in says]
        parts = [self._said(say, known) for say in says]
        if asked is not None:
            parts.append(self._asked(asked, known))
        shows_case = step.state in _WITH_CASE or session.handed_over_at is not None
        return Outgoing(
            parts=tuple(parts),
            question=None if asked is None else question_ref(asked),
            days=() if asked is None else tuple(self._texts(f"dag.{day}") for day in asked.days),
            state=step.state,
            progress=step.progress,
            case=case if shows_case else None,
            own_copy=_COPY_WAITS not in keys and any(key in _WITH_COPY for key in keys),
        )

    def sorry(self, known: Conversation) -> Outgoing:
        """Return what is said when a mistake of ours kept the turn from being played."""
        shows_case = known.labels.state in _WITH_CASE or known.session.handed_over_at is not None
        return Outgoing(
            parts=(Part(text=self._texts("huis.fout", **self._house)),),
            state=known.labels.state,
            progress=Progress(done=0, of=0),
            case=known.case if shows_case else None,
        )

    # --- pieces ----------------------------------------------------------------------------------

    def _said(self, say: Say, known: Mapping[str, Any]) -> Part:
        params = self._params(say.params)
        if say.key == _ARTICLE and say.article is not None:
            params |= told(self._articles[say.article])
        return Part(text=self._texts(say.key, **{**known, **params}))

    def _asked(self, asked: Ask, known: Mapping[str, Any]) -> Part:
        text = self._texts(asked.text, **{**known, **self._params(asked.params)})
        buttons = tuple(self._button(choice, known) for choice in asked.choices)
        return Part(text=text, choices=buttons)

    def _button(self, choice: Choice, known: Mapping[str, Any]) -> Button:
        label = self._texts(choice.label, **{**known, **self._params(choice.params)})
        return Button(id=choice.id, label=label, values=choice.values)

    # --- values ----------------------------------------------------------------------------------

    def _params(self, params: Mapping[str, Any]) -> dict[str, Any]:
        return {name: self._param(value) for name, value in params.items()}

    def _param(self, value: Any) -> Any:
        if isinstance(value, Shown):
            return shown(value, self._texts)
        if isinstance(value, ReviewLine):
            return self._texts(value.label, index=value.index), shown(value.answer, self._texts)
        if isinstance(value, Changed):
            old, new = (shown(answer, self._texts) for answer in (value.old, value.new))
            return self._texts(value.label, index=value.index), old, new
        if isinstance(value, list | tuple):
            return [self._param(member) for member in value]
        return value


def shown(answer: Shown, texts: Texts) -> str:
    """Return an answer as a person reads it back."""
    if answer.labels:
        return ", ".join(texts(label, **answer.params) for label in answer.labels)
    if answer.value is None or answer.value == []:
        return texts("vorm.onbekend" if answer.value is None else "vorm.niets")
    return _value(answer.kind, answer.fact, answer.value, Written(texts))


def _value(kind: Kind, fact: str | None, value: JsonValue, written: Written) -> str:
    if kind is Kind.DURATION:
        in_months = (fact or "").endswith("maanden")
        return written.maanden(value) if in_months else written.dagen(value)
    write = {
        Kind.DATE: written.datum,
        Kind.MONEY: written.euro,
        Kind.PERCENT: written.procent,
        Kind.NUMBER: written.getal,
    }.get(kind, str)
    return write(value)


def question_ref(asked: Ask) -> QuestionRef | None:
    """Return the open question as programs see it; a list to pick from is none."""
    if asked.question is None or asked.kind is None:
        return None
    return QuestionRef(
        id=asked.question,
        fact=asked.fact,
        kind=asked.kind,
        key=asked.key,
        ticked=asked.ticked if asked.kind is Kind.TICKS else None,
    )


def house(settings: Settings, texts: Texts) -> dict[str, str | int]:
    """Return who is responsible and how long they keep what is told, for every text.

    On the embedded default it stands there visibly that nobody filled it in.
    """
    return {
        "bewaren_open": settings.retention_unfinished_days,
        "bewaren_gesloten": settings.retention_closed_days,
        "organisatie": settings.organisation or texts("huis.organisatie"),
        "organisatie_contact": settings.organisation_contact or texts("huis.contact"),
        "privacy_url": settings.privacy_url or texts("huis.privacy"),
        "kantooruren": settings.office_hours or texts("huis.kantooruren"),
    }


def told(article: FullArticle) -> dict[str, str]:
    """Return an article as the chat tells it."""
    return {
        "titel": article.titel,
        "tekst": article.kort,
        "bronnen": "; ".join(str(source) for source in article.bronnen),
    }
