import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from bot.handoff import CaseFile
from bot.handoff.glyphs import BLANK, legible, printed
from bot.handoff.pdf import summary_pdf
from bot.ports import Conversation, Labels
from bot.script import script
from bot.sentences.words import words
from calc.beoordeling import beoordeling
from calc.dated import parameters
from calc.feiten import Feiten
from dialogs.session import Answer, Entry, Session, State, Status
from tests.strategies import gevallen

TEXTS = words()
SCRIPT = script(TEXTS, ())
TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
STORY = "verhaal"
DIED: Mapping[str, Any] = {
    "gebeurtenis_datum": "2026-02-02",
    "overlijdensdatum": "2026-02-05",
    "gezin": {
        "jaren": [
            {
                "jaar": 2026 + year,
                "netto_inkomen_zonder_overlijden": "52000.00",
                "netto_inkomen_na_overlijden": f"{18000 + 3000 * year}.00",
                "wu": "6000.00",
                "bu": "0.00",
                "wnu_pct": 25,
            }
            for year in range(3)
        ]
    },
}


def pdf_of(file: CaseFile) -> PdfReader:
    return PdfReader(io.BytesIO(summary_pdf(file, SCRIPT, TEXTS)))


def text_of(file: CaseFile) -> str:
    said = " ".join(page.extract_text() for page in pdf_of(file).pages)
    return re.sub(r"\s+", " ", said.replace("\u200b", ""))


def telling(story: str) -> CaseFile:
    """Return a case in which somebody told nothing but this."""
    given = Answer(status=Status.ANSWERED, value=story, words=story, at=AT, channel="web", turn=1)
    return bare(Session(ledger={STORY: Entry(question=STORY, answer=given)}), owner=story)


def with_story(file: CaseFile, story: str) -> CaseFile:
    session = file.conversation.session
    entry = session.ledger[STORY]
    assert entry.answer is not None
    answer = entry.answer.model_copy(update={"value": story, "words": story})
    ledger = session.ledger | {STORY: entry.model_copy(update={"answer": answer})}
    told = session.model_copy(update={"ledger": ledger})
    return replace(file, conversation=file.conversation.model_copy(update={"session": told}))


def bare(session: Session, owner: str | None = None) -> CaseFile:
    conversation = Conversation(
        id=1,
        channel="web",
        chat_id="somebody",
        case="LW-2026-000001",
        revision=1,
        created_at=AT,
        changed_at=AT,
        labels=Labels(state=State.INTAKE),
        session=session,
        owner=owner,
    )
    return CaseFile(conversation, (), TODAY)


def assessed(facts: Feiten) -> CaseFile:
    return bare(
        Session(beoordeling=beoordeling(facts, TODAY, parameters()).model_dump(mode="json"))
    )


# --- the document --------------------------------------------------------------------------------


def test_a_plain_case_is_two_pages_of_a4(light: CaseFile) -> None:
    pages = pdf_of(with_story(light, "Ik fietste naar huis en een auto kwam van links.")).pages

    assert len(pages) == 2
    assert [round(float(side)) for side in pages[0].mediabox[2:]] == [595, 842]


def test_the_document_can_be_read_aloud(light: CaseFile) -> None:
    read = pdf_of(light)
    root: Any = read.trailer["/Root"]

    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"]
    assert read.metadata is not None
    assert read.metadata.title == "Samenvatting LW-2026-000001"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert {"/H1", "/H2", "/Table", "/TH"} <= {str(part["/S"]) for part in structure(root)}


def test_the_same_case_on_the_same_day_is_the_same_document(light: CaseFile) -> None:
    assert summary_pdf(light, SCRIPT, TEXTS) == summary_pdf(light, SCRIPT, TEXTS)


def structure(element: Any) -> Iterator[Any]:
    """Yield what a program sees that reads the document aloud."""
    below = element.get("/StructTreeRoot", element).get_object().get("/K", [])
    for part in below if isinstance(below, list) else [below]:
        found = part.get_object()
        if isinstance(found, dict) and "/S" in found:
            yield found
            yield from structure(found)


# --- what it tells -------------------------------------------------------------------------------


def test_the_card_tells_code_gaps_contradictions_terms_and_signals(victim: CaseFile) -> None:
    told = text_of(victim)

    assert "GBL: niet gehaald: criterium arbeidsongeschiktheid" in told
    assert "Voor de procescode ontbreekt niets" in told
    assert "Geen tegenstrijdige antwoorden" in told
    assert "nog 934 dagen (veilig tot en met 14 juni 2029" in told
    assert "Vandaag: Niet tekenen" in told


def test_facts_tell_who_said_them_when_and_what_was_said_before(victim: CaseFile) -> None:
    told = text_of(victim)

    assert re.search(r"Oorzaak Verkeer melder, 23-11-2026 \d\d:\d\d", told)
    assert "Eerder gezegd: 3 dagen" in told
    assert "“1850,00 euro”" in told


def test_figures_tell_rule_source_and_year(victim: CaseFile) -> None:
    told = text_of(victim)

    assert "Tabelbedrag excl. btw € 960,00 BGK-L art. 4.1, bijlage 1" in told
    assert "€ 550,00 tot € 1.650,00" in told
    assert "PIV-staffel 2016 t/m 2018" in told
    assert "vanaf 01-01-2016, gecontroleerd op 23-11-2026" in told


def test_every_relative_and_the_loss_of_the_family_stand_in_it(bereaved: CaseFile) -> None:
    told = text_of(bereaved)

    assert "Bo minderjarig kind" in told
    assert "\xad" not in told
    assert "Totaal vast € 40.000,00" in told
    assert "Uitvaartkosten (art. 6:108 lid 2 BW): € 7.450,00" in told


def test_an_item_of_damage_says_what_it_waits_for() -> None:
    facts = Feiten.model_validate(
        {"gebeurtenis_datum": "2024-03-01", "gegevens": {"kilometers": 2500}}
    )

    assert "Boven 2.000 kilometer per jaar gelden de echte kosten." in text_of(assessed(facts))


def test_the_bars_of_the_years_are_told_in_words_as_well() -> None:
    file = assessed(Feiten.model_validate(DIED))
    root: Any = pdf_of(file).trailer["/Root"]
    (told,) = (part["/Alt"] for part in structure(root) if "/Alt" in part)

    assert "2026: € 15.000,00; 2027: € 12.000,00; 2028: € 9.000,00" in told.replace("\xa0", " ")
    assert "Jaar 2027 € 39.000,00 € 27.000,00 € 12.000,00 € 12.000,00" in text_of(file)


def test_a_case_without_any_answer_has_a_document() -> None:
    told = text_of(bare(Session()))

    assert "Er is nog geen beoordeling" in told
    assert "Er zijn nog geen antwoorden" in told


@given(facts=gevallen())
@settings(max_examples=10, deadline=None)
def test_whatever_the_rules_come_to_has_a_document(facts: Feiten) -> None:
    assert len(pdf_of(assessed(facts)).pages) >= 1


# --- whatever a person types ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        "#panic() $x$ *vet* = kop @bron <label> \\ #import",
        "Łukasz Nguyễn Đặng Ömer Çelik Жанна Ελένη",
        "“dat kost € 3.000 of meer…”",
    ],
)
def test_what_was_typed_stands_there_as_it_was_typed(typed: str) -> None:
    assert typed in text_of(telling(typed))


def test_arabic_and_hebrew_are_printed() -> None:
    read = unicodedata.normalize("NFKC", text_of(telling("مرحبا שלום")))

    assert BLANK not in read
    assert any("ARABIC" in unicodedata.name(sign, "") for sign in read)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\N{GRINNING FACE} blij", f"{BLANK} blij"),
        ("中文", BLANK * 2),
        ("\ud800 half", f"{BLANK} half"),
        ("\u202eom", f"{BLANK}om"),
        ("een\x1b[31m twee", f"een{BLANK}[31m twee"),
        ("man\u200dvrouw\ufe0f\u200f", "manvrouw"),
        ("a\tb", "a b"),
    ],
)
def test_what_cannot_be_printed_is_replaced_visibly(typed: str, shown: str) -> None:
    assert legible(typed) == shown
    told = text_of(telling(typed))
    assert shown in told
    assert ("emoji, staat er als" in told) == (BLANK in shown)


@pytest.mark.parametrize(
    "typed", ["W" * 10_000, "ja nee " * 1_500, "regel\r\n" * 1_000, "€ 1 " * 3_000]
)
def test_a_long_story_takes_more_pages(typed: str) -> None:
    assert len(pdf_of(telling(typed)).pages) > 1


def test_a_very_long_word_stays_inside_its_column() -> None:
    (page, *_) = pdf_of(telling("W" * 300)).pages
    lines = page.extract_text().replace("\u200b", "").splitlines()

    assert max(line.count("W") for line in lines) < 30


def test_every_sign_that_counts_as_printed_is_in_the_fonts() -> None:
    signs = printed()

    assert len(signs) > 1_500
    assert " " in signs
    assert len(pdf_of(telling(" ".join(signs))).pages) > 1
    assert len(pdf_of(telling(signs)).pages) > 1


def test_no_word_of_our_own_is_lost() -> None:
    ours = " ".join(TEXTS.raw(key) for key in TEXTS if not key.startswith("artikel"))

    assert legible(ours) == unicodedata.normalize("NFC", ours)
    assert all(legible(one.titel) == one.titel for one in parameters().bronnen.values())


@given(typed=st.text(max_size=120) | st.text(st.sampled_from(printed()), max_size=120))
@settings(max_examples=25, deadline=None)
def test_no_text_stops_the_document(typed: str) -> None:
    assert len(pdf_of(telling(typed)).pages) >= 1


def test_days_left_are_counted_today_and_not_when_it_was_assessed(victim: CaseFile) -> None:
    assert "misschien te laat" in text_of(replace(victim, today=date(2029, 6, 15)))
