"""Everything that the page of one case shows, in words or ready to be written."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.handoff.attached import attached
from bot.handoff.away import away
from bot.handoff.card import card
from bot.handoff.case_file import CaseFile
from bot.handoff.difference import revised
from bot.handoff.norms import Norms
from bot.handoff.templates import Words
from bot.handoff.terms import terms
from bot.handoff.told import before, by_relative, label, parts, provenance
from bot.handoff.transcript import transcript
from bot.ports import Conversation
from bot.sentences.texts import Texts
from bot.sentences.uitleg import met_uitleg
from calc.bgk import Route
from calc.dated import parameters
from calc.feiten import Feiten
from dialogs.questions import Kind
from dialogs.script import Script
from dialogs.session import Status, key_of
from dialogs.summary import Summary, summary

# The steps of the costs, in the order in which they are computed.
_OF_THE_TABLE = (
    "afgerond",
    "tabelbedrag",
    "compensatie_pct",
    "tabel_met_compensatie",
    "opslag",
    "totaal_tabel",
)
_REOPENED = ("eerder_betaald", "nog_te_betalen")
BGK_STEPS = (
    "grondslag",
    *_OF_THE_TABLE,
    "affectieschade_bgk",
    "medisch_adviseur",
    "medische_informatie",
    *_REOPENED,
)
YEAR_STEPS = ("behoefte", "beschikbaar", "verschil", "jaarschade")
DEATH_STEPS = (*YEAR_STEPS, "uitvaartkosten")
_REOPENING = "heropening"


def view(file: CaseFile, script: Script, texts: Texts) -> dict[str, Any]:
    """Return what the templates of a case need."""
    conversation = file.conversation
    known = summary(script.flow, conversation.session, file.today)
    assessed = None if known.beoordeling is None else met_uitleg(known.beoordeling, texts)
    melder = by_relative(known.feiten)
    running = terms(assessed, file.today, texts)
    return {
        "zaak": conversation,
        "vandaag": file.today,
        "feiten": known.feiten.model_dump(mode="json"),
        "b": assessed,
        "kaart": card(known, assessed, running, conversation.labels.urgency, texts),
        "melder": (
            *_contact(known, script, texts),
            *_about(conversation, known, texts),
            (texts("balie.samenvatting.beoordeeld"), _assessed_on(assessed, texts)),
        ),
        # The first of the relatives is the one who types.
        "eerste_is_melder": melder,
        "delen": parts((*known.told, *known.dossier), texts, melder=melder),
        "herkomst": lambda row: provenance(row.now, row.told, conversation.channel, texts),
        "eerder": lambda row: before(row, conversation.channel, texts),
        "wijziging": revised(conversation.session, assessed, known, texts),
        "vervallen": parts(known.no_longer, texts, melder=melder),
        "termijnen": running,
        "onbereikbaar": away(conversation, known, texts),
        "hertoetsingen": tuple(_retests(known, texts)),
        "open_punten": tuple(_open_points(known, texts)),
        "bestanden": attached(file.files, texts),
        "gesprek": transcript(file.transcript, texts),
        **_assessed(file, assessed, texts),
    }


def _assessed(file: CaseFile, assessed: Mapping[str, Any] | None, texts: Texts) -> dict[str, Any]:
    if assessed is None:
        return {}
    norms, words = Norms(assessed, parameters(), texts), Words(texts)
    return {
        "bgk_stappen": tuple(_bgk_steps(assessed)),
        "overlijdensstappen": DEATH_STEPS,
        "jaarstappen": YEAR_STEPS,
        "mens": _sentences(assessed, "mens_", texts),
        "bij_schade": tuple(
            sentence
            for sort in ("geen_smartengeld_", "herstel_misschien_blijvend", "uit_te_keren_")
            for sentence in _sentences(assessed, sort, texts)
        ),
        "normen": norms.used(),
        "verouderd": norms.outdated(),
        "bronnen": norms.sources,
        "norm_van": norms.behind,
        "namen_van": lambda paths: ", ".join(words.feit(path) for path in paths),
        "van_eerder": assessed["herkomst"]["berekend_op"] != file.today.isoformat(),
    }


def _bgk_steps(assessed: Mapping[str, Any]) -> Iterator[str]:
    """Yield the steps that mean something on this route."""
    left_out = set() if _REOPENING in assessed["signalen"] else set(_REOPENED)
    if assessed["bgk"]["route"] == Route.ARTIKEL_6_96:
        left_out |= set(_OF_THE_TABLE)
    return (step for step in BGK_STEPS if step not in left_out)


def _sentences(assessed: Mapping[str, Any], sort: str, texts: Texts) -> tuple[str, ...]:
    """Return the reasons of one sort that stand over the assessment as a whole."""
    reasons = [reason for reason in assessed["redenen"] if reason["sleutel"].startswith(sort)]
    each = (met_uitleg({"redenen": [reason]}, texts)["uitleg"] for reason in reasons)
    return tuple(sentence for sentence in each if sentence)


def _about(
    conversation: Conversation, known: Summary, texts: Texts
) -> Iterator[tuple[str, str | None]]:
    """Yield who this is about and how to reach them; None is unknown."""
    words = Words(texts)
    yield texts("balie.samenvatting.toedracht"), _event(known.feiten, words, texts)
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


def _contact(known: Summary, script: Script, texts: Texts) -> Iterator[tuple[str, str | None]]:
    """Yield how to reach the person, whether that was asked or not."""
    told = {one.question: one.given for one in known.contact}
    for question in script.flow.questions():
        if question.kind is Kind.CONTACT:
            given = told.get(question.id)
            known_value = given is not None and given.status is Status.ANSWERED
            value = given.shown.value if given is not None and known_value else None
            yield label(question.id, None, None, texts), None if value is None else str(value)


def _assessed_on(assessed: Mapping[str, Any] | None, texts: Texts) -> str | None:
    if assessed is None:
        return None
    day: str = Words(texts).written()["datum"](assessed["herkomst"]["berekend_op"])
    return day


def _event(feiten: Feiten, words: Words, texts: Texts) -> str | None:
    died = feiten.overlijdensdatum
    told = (
        words.naam(feiten.rol, "rol") if feiten.rol else None,
        words.naam(feiten.oorzaak, "oorzaak") if feiten.oorzaak else None,
        words.written()["datum"](feiten.gebeurtenis_datum) if feiten.gebeurtenis_datum else None,
        texts("balie.samenvatting.overleden", dag=died) if died else None,
    )
    return ", ".join(part for part in told if part) or None


def _open_points(known: Summary, texts: Texts) -> Iterator[tuple[str, str, str]]:
    melder = by_relative(known.feiten)
    for point in known.open_points:
        name = label(point.question, point.fact, point.index, texts, melder=melder)
        yield name, point.why, key_of(point.question, point.index)


def _retests(known: Summary, texts: Texts) -> Iterator[str]:
    """Yield what each later test of the criteria gave, the first one first."""
    words = Words(texts)
    for one in known.retests:
        decided = one.criterium and words.naam(one.criterium, "criterium")
        codes = {"van": words.naam(one.van, "proces"), "naar": words.naam(one.naar, "proces")}
        key = "gelijk" if one.van == one.naar else "regel"
        yield texts(f"balie.hertoetsen.{key}", op=one.op, criterium=decided, **codes)
