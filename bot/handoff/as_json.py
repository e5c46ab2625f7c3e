"""The summary as data, for programs and for the case system of the firm."""

from typing import Any

from pydantic import JsonValue

from bot.handoff.card import contradictory
from bot.handoff.case_file import CaseFile
from bot.handoff.told import Saying, by_relative, label, saying
from bot.handoff.transcript import Shown, transcript
from bot.ports import KeptFile
from bot.sentences.texts import Texts
from bot.sentences.uitleg import met_uitleg
from dialogs.script import Script
from dialogs.session import Status
from dialogs.summary import OpenPoint, Told, summary

# The questions of the contact part are named after what they ask.
_CONTACT = "contact_"


def summary_json(file: CaseFile, script: Script, texts: Texts) -> dict[str, JsonValue]:
    """Return the summary of a case; the assessment is the one that was stored."""
    conversation = file.conversation
    known = summary(script.flow, conversation.session, file.today)
    on_screen = Shown(file.transcript)
    melder = by_relative(known.feiten)
    made: dict[str, Any] = {
        "zaak": conversation.case,
        "status": conversation.labels.state,
        "urgentie": conversation.labels.urgency,
        "kanaal": conversation.channel,
        "begonnen_op": conversation.created_at.isoformat(),
        "doorgestuurd_op": _moment(conversation.session.handed_over_at),
        "behandelaar": conversation.owner,
        "feiten": known.feiten.model_dump(mode="json", exclude_none=True),
        "beoordeling": None if known.beoordeling is None else met_uitleg(known.beoordeling, texts),
        "antwoorden": [
            *(_answer(told, on_screen, texts, melder=melder) for told in known.told),
            # No question fills these: staff added them.
            *(
                {**_answer(told, on_screen, texts, melder=melder), "vraag": None}
                for told in known.dossier
            ),
        ],
        "contact": _contact(known.contact),
        "open_punten": [_open(point, texts, melder=melder) for point in known.open_points],
        "tegenstrijdig": list(contradictory(known.beoordeling)),
        "vervallen_antwoorden": [
            _answer(told, on_screen, texts, melder=melder) for told in known.no_longer
        ],
        "alarmen": [{"alarm": one.alarm, "op": one.at.isoformat()} for one in known.alarms],
        "hertoetsingen": [one.model_dump(mode="json") for one in known.retests],
        "bestanden": [_file(one) for one in file.files],
        "gesprek": [
            {
                "nummer": line.number,
                "op": line.at.isoformat(),
                "wie": line.who,
                "tekst": line.text,
                "knoppen": list(line.buttons),
                "met_knop": line.pressed,
            }
            for line in transcript(file.transcript, texts)
        ],
    }
    return made


def _answer(told: Told, on_screen: Shown, texts: Texts, *, melder: bool) -> dict[str, Any]:
    """Return one answer: what stood on the screen, and what the person said to it."""
    now = saying(told, told.given, texts)
    return {
        "vraag": told.question,
        "fact": told.fact,
        "getoond": on_screen.question(told.key, told.given.at),
        **_said(now),
        "onderwerp": label(told.question, told.fact, told.index, texts, melder=melder),
        "status": told.given.status,
        "waarde": told.given.shown.value,
        "woorden": told.given.words,
        "eerder": [_said(saying(told, given, texts)) for given in told.earlier],
    }


def _said(said: Saying) -> dict[str, Any]:
    return {
        "antwoord": said.answer,
        "op": said.at.isoformat(),
        "kanaal": said.channel,
        "ingevuld_door": said.by,
        "bevestigd": said.confirmed,
    }


def _contact(told: tuple[Told, ...]) -> dict[str, Any]:
    return {
        one.question.removeprefix(_CONTACT): one.given.shown.value
        if one.given.status is Status.ANSWERED
        else None
        for one in told
    }


def _open(point: OpenPoint, texts: Texts, *, melder: bool) -> dict[str, Any]:
    return {
        "vraag": point.question,
        "fact": point.fact,
        "onderwerp": label(point.question, point.fact, point.index, texts, melder=melder),
        "reden": point.why,
    }


def _file(file: KeptFile) -> dict[str, Any]:
    """Return what is known of one file; its bytes are fetched apart."""
    about = file.about
    return {
        "id": file.id,
        "regel": file.line,
        "op": file.at.isoformat(),
        "stand": file.stage,
        "reden": file.reason,
        "naam": about.name,
        "soort": about.sort,
        "mime": about.mime,
        "grootte": about.size,
        "sha256": about.sha256,
    }


def _moment(at: Any) -> str | None:
    return None if at is None else str(at.isoformat())
