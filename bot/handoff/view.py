"""Everything that the page of one case shows, in words or ready to be written."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.handoff.card import card
from bot.handoff.case_file import CaseFile
from bot.handoff.norms import Norms
from bot.handoff.templates import Words
from bot.handoff.terms import terms
from bot.handoff.told import label, parts
from bot.handoff.transcript import transcript
from bot.ports import Conversation
from bot.texts import Texts
from bot.uitleg import met_uitleg
from calc.dated import parameters
from calc.feiten import Feiten
from dialogs.script import Script
from dialogs.session import Status
from dialogs.summary import Summary, summary

_BGK_STEPS = (
    "grondslag",
    "afgerond",
    "tabelbedrag",
    "compensatie_pct",
    "tabel_met_compensatie",
    "opslag",
    "totaal_tabel",
    "affectieschade_bgk",
    "medisch_adviseur",
    "medische_informatie",
)
_BGK_REOPENED = ("eerder_betaald", "nog_te_betalen")
_REOPENING = "heropening"


def view(file: CaseFile, script: Script, texts: Texts) -> dict[str, Any]:
    """Return what the templates of a case need."""
    conversation = file.conversation
    known = summary(script.flow, conversation.session, file.today)
    assessed = None if known.beoordeling is None else met_uitleg(known.beoordeling, texts)
    running = terms(assessed, file.today, texts)
    return {
        "zaak": conversation,
        "vandaag": file.today,
        "feiten": known.feiten.model_dump(mode="json"),
        "b": assessed,
        "kaart": card(known, assessed, running, file.today, texts),
        "melder": tuple(_about(conversation, known, texts)),
        "delen": parts(known.told, texts),
        "vervallen": parts(known.no_longer, texts),
        "termijnen": running,
        "open_punten": tuple(_open_points(known, texts)),
        "gesprek": transcript(file.transcript, texts),
        **_assessed(file, assessed, texts),
    }


def _assessed(file: CaseFile, assessed: Mapping[str, Any] | None, texts: Texts) -> dict[str, Any]:
    if assessed is None:
        return {}
    norms, words = Norms(assessed, parameters(), texts), Words(texts)
    steps = _BGK_STEPS
    if _REOPENING in assessed["signalen"]:
        steps = (*_BGK_STEPS, *_BGK_REOPENED)
    return {
        "bgk_stappen": steps,
        "normen": norms.used(),
        "verouderd": norms.outdated(),
        "bronnen": norms.sources,
        "norm_van": norms.behind,
        "namen_van": lambda paths: ", ".join(words.feit(path) for path in paths),
        "van_eerder": assessed["herkomst"]["berekend_op"] != file.today.isoformat(),
    }


def _about(
    conversation: Conversation, known: Summary, texts: Texts
) -> Iterator[tuple[str, str | None]]:
    """Yield who this is about and how to reach them; None is unknown."""
    words = Words(texts)
    for told in known.contact:
        value = told.given.shown.value if told.given.status is Status.ANSWERED else None
        yield label(told.question, None, None, texts), None if value is None else str(value)
    yield texts("balie.samenvatting.toedracht"), _event(known.feiten, words)
    handed_over = conversation.session.handed_over_at
    yield (
        texts("balie.samenvatting.staat"),
        words.naam(conversation.labels.state, "staat"),
    )
    yield (
        texts("balie.samenvatting.doorgestuurd"),
        texts("balie.samenvatting.niet_doorgestuurd")
        if handed_over is None
        else words.moment(handed_over),
    )
    yield texts("balie.samenvatting.kanaal"), words.naam(conversation.channel, "kanaal")
    yield (
        texts("balie.samenvatting.behandelaar"),
        conversation.owner or texts("balie.zaken.niemand"),
    )


def _event(feiten: Feiten, words: Words) -> str | None:
    told = (
        words.naam(feiten.rol, "rol") if feiten.rol else None,
        words.naam(feiten.oorzaak, "oorzaak") if feiten.oorzaak else None,
        words.written()["datum"](feiten.gebeurtenis_datum) if feiten.gebeurtenis_datum else None,
    )
    return ", ".join(part for part in told if part) or None


def _open_points(known: Summary, texts: Texts) -> Iterator[tuple[str, str]]:
    for point in known.open_points:
        yield label(point.question, point.fact, point.index, texts), point.why
