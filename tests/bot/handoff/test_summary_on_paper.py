import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.handoff import CaseFile, summary_html
from bot.ports import Conversation, Labels, Line
from bot.script import script
from bot.sentences.words import words
from calc.beoordeling import beoordeling
from calc.dated import parameters
from calc.feiten import Feiten
from dialogs.events import Said
from dialogs.session import RaisedAlarm, Session, State
from tests.strategies import gevallen

TEXTS = words()
SCRIPT = script(TEXTS, ())
TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
VOID = {"meta", "br", "link", "input"}
TURNED = "\u202e"


class Reader(HTMLParser):
    """Reads a page as a browser would: its elements and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.unisolated: list[str] = []
        self._inside: list[bool] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on") or name == "style"]
        if tag not in VOID:
            self._inside.append(tag == "bdi" or dict(attrs).get("dir") == "auto")

    def handle_endtag(self, tag: str) -> None:
        assert tag not in VOID
        self._inside.pop()

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if TURNED in data and not any(self._inside):
            self.unisolated.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.texts))


def page_of(file: CaseFile) -> str:
    return summary_html(file, SCRIPT, TEXTS)


def section(page: str, name: str) -> str:
    """Return the text of one section."""
    found = re.search(rf'<section[^>]*aria-labelledby="{name}".*?</section>', page, re.DOTALL)
    assert found is not None
    return Reader(found[0]).text


def with_session(file: CaseFile, **changes: Any) -> CaseFile:
    session = file.conversation.session.model_copy(update=changes)
    return replace(file, conversation=file.conversation.model_copy(update={"session": session}))


# --- the card ------------------------------------------------------------------------------------


def test_the_card_tells_the_code_and_what_decided_it(victim: CaseFile, light: CaseFile) -> None:
    heavy, easy = section(page_of(victim), "kaart"), section(page_of(light), "kaart")

    assert "GBL" in heavy
    assert "criterium arbeidsongeschiktheid" in heavy
    assert "35 dagen" in heavy
    assert "LL" in easy
    assert "alle drie binnen de grenzen" in easy


def test_the_card_tells_that_a_death_decided_it(bereaved: CaseFile) -> None:
    assert "overlijden: valt buiten de procesgang" in section(page_of(bereaved), "kaart")


def test_the_card_tells_what_was_changed(victim: CaseFile) -> None:
    assert "gewijzigd: Dagen arbeidsongeschikt" in section(page_of(victim), "kaart")


def test_the_card_counts_the_days_that_are_left_today(victim: CaseFile) -> None:
    today = section(page_of(victim), "kaart")
    later = section(page_of(replace(victim, today=date(2029, 6, 14))), "kaart")
    too_late = section(page_of(replace(victim, today=date(2029, 6, 15))), "kaart")

    assert "nog 934 dagen (veilig tot en met 14 juni 2029, laatste dag 15 juni 2029)" in today
    assert "vandaag is de laatste dag" in later
    assert "misschien te laat" in too_late


def test_an_assessment_of_another_day_says_so(victim: CaseFile) -> None:
    later = replace(victim, today=TODAY + timedelta(days=3))

    assert "Deze beoordeling is van 23 november 2026" in Reader(page_of(later)).text
    assert "Deze beoordeling is van" not in Reader(page_of(victim)).text


def test_the_card_groups_signals_by_when_they_must_be_seen(victim: CaseFile) -> None:
    alarmed = with_session(
        victim,
        alarms=tuple(
            RaisedAlarm(alarm=alarm, at=victim.conversation.created_at)
            for alarm in ("crisis", "crisis", "tekendruk")
        ),
    )
    told = section(page_of(alarmed), "kaart")
    now, _, rest = told.partition("Vandaag")
    today, _, normal = rest.partition("Normaal")

    assert now.count("113") == 1
    assert "Druk om te tekenen" in today
    assert "Niet tekenen" in today
    assert "Art. 185 WVW" in normal


# --- the rest ------------------------------------------------------------------------------------


def test_unknown_is_written_as_unknown(bereaved: CaseFile) -> None:
    page = page_of(bereaved)

    assert "onbekend: melder weet het niet" in section(page, "feiten")
    assert "Jaarschade van het gezin onbekend" in section(page, "overlijdensschade")
    assert not re.search(r">\s*(None|null|Undefined)\s*<", page)


def test_every_relative_stands_in_the_table_with_an_amount(bereaved: CaseFile) -> None:
    told = section(page_of(bereaved), "affectieschade")

    assert "echtgenoot of geregistreerd partner" in told
    assert "€ 20.000,00" in told
    assert "Jip broer of zus" in told
    assert "Totaal vast € 40.000,00" in told


def test_each_figure_tells_its_rule_and_each_norm_its_source(victim: CaseFile) -> None:
    page = page_of(victim)

    assert "Tabelbedrag excl. btw € 960,00 BGK-L art. 4.1, bijlage 1" in section(page, "bgk")
    assert "€ 550,00 tot € 1.650,00" in section(page, "schade")
    norms = section(page, "normen")
    assert "Norm mogelijk verouderd" in norms
    assert "31 december 2022" in norms
    assert "smartengeld: B2: van" in norms


def test_a_damage_item_by_a_norm_tells_its_source_and_since_when() -> None:
    facts = Feiten.model_validate(
        {"gebeurtenis_datum": "2024-02-01", "gegevens": {"kilometers": 100}}
    )
    assessed = beoordeling(facts, TODAY, parameters()).model_dump(mode="json")

    told = section(page_of(bare(Session(beoordeling=assessed))), "schade")

    assert re.search(r"Reiskosten|reiskosten", told)
    assert re.search(r"Kilometervergoeding.*?, vanaf \d+ \w+ 20\d\d", told)


def test_own_words_stand_beside_the_answer_only_where_they_differ(victim: CaseFile) -> None:
    told = section(page_of(victim), "feiten")

    assert "15 juni 2026 2026-06-15" in told
    assert "Oorzaak Verkeer melder" in told
    assert "Eerder gezegd: 3 dagen" in told


def test_the_conversation_shows_the_button_that_was_pressed(victim: CaseFile) -> None:
    assert "Gekozen knop: Verkeer" in section(page_of(victim), "gesprek")


def test_the_page_needs_nothing_but_itself(victim: CaseFile) -> None:
    page = page_of(victim)

    assert not re.search(r"""(src|href)=["'](?!#)""", page)
    assert "<style>" in page
    assert "@import" not in page
    assert "url(" not in page


def test_a_case_without_any_answer_has_a_page() -> None:
    told = Reader(page_of(bare())).text

    assert "Er is nog geen beoordeling" in told
    assert "Er zijn nog geen antwoorden" in told
    assert "Naam melder onbekend" in told


# --- whatever a person types ---------------------------------------------------------------------


def test_nothing_that_was_typed_becomes_markup_or_a_template(victim: CaseFile) -> None:
    page = page_of(victim)
    read = Reader(page)

    assert "script" not in read.tags
    assert "<script>alert(1)</script> & <b>vet</b> {{ 7 * 7 }} {% raw %}" in read.text
    assert "\x1b" not in page
    assert "x" * 400 in page


def test_a_turned_line_stays_inside_its_own_element(victim: CaseFile) -> None:
    page = page_of(victim)

    assert TURNED in page
    assert Reader(page).unisolated == []


@given(typed=st.text(max_size=200))
@settings(max_examples=50, deadline=None)
def test_any_text_is_shown_as_text(typed: str) -> None:
    line = Line(number=1, at=AT, message_class=None, act=Said(text=typed))
    plain = Line(number=1, at=AT, message_class=None, act=Said(text="x"))

    read = Reader(page_of(bare(transcript=(line,))))

    assert read.tags == Reader(page_of(bare(transcript=(plain,)))).tags
    shown = "".join(read.texts)
    assert [sign for sign in typed if sign.isprintable() and sign not in shown] == []


@given(facts=gevallen())
@settings(max_examples=50, deadline=None)
def test_whatever_the_rules_come_to_has_a_page(facts: Feiten) -> None:
    assessed = beoordeling(facts, TODAY, parameters()).model_dump(mode="json")

    page = page_of(bare(Session(beoordeling=assessed)))

    assert not re.search(r">\s*(None|null)\s*<", page)


def bare(session: Session | None = None, transcript: tuple[Line, ...] = ()) -> CaseFile:
    """Return a case in which hardly anything happened."""
    conversation = Conversation(
        id=1,
        channel="web",
        chat_id="somebody",
        case="LW-2026-000001",
        revision=1,
        created_at=AT,
        changed_at=AT,
        labels=Labels(state=State.INTAKE),
        session=session or Session(),
    )
    return CaseFile(conversation, transcript, TODAY)


# --- why an item of damage is what it is ---------------------------------------------------------


def test_an_item_of_damage_says_how_it_was_computed_or_what_it_waits_for(light: CaseFile) -> None:
    facts = Feiten.model_validate(
        {
            "gebeurtenis_datum": "2024-03-01",
            "gegevens": {"kilometers": 2500, "ziekenhuis_dagen": 2, "werk": "loondienst"},
            "letsel": {"ao_dagen": 9},
            "schade": {"posten": {"medisch": "385.00"}},
            "aansprakelijkheid": {"eigen_schuld_pct": {"van": 25, "tot": 50}},
        }
    )
    found = beoordeling(facts, TODAY, parameters()).model_dump(mode="json")
    told = section(page_of(with_session(light, beoordeling=found)), "schade")

    assert "Boven 2.000 kilometer per jaar gelden de echte kosten." in told
    assert "Berekend met een vast bedrag: 2 keer € 35." in told
    assert "blijkt uit loonstroken van vóór en na de gebeurtenis" in told
    # An amount that was told says so in its own column, and only such an amount.
    assert told.count("opgave van de melder") == 1
    assert "Dit bedrag is genoemd in het gesprek" not in told
    assert "Nog nodig: " in told
