from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import JsonValue

from bot.sentences.articles import FullArticle, Source
from bot.sentences.render import Renderer, house, shown
from bot.sentences.texts import Texts
from bot.settings import Settings
from dialogs.answers.shown import Shown
from dialogs.effects import Ask, Choice, Effect, Progress, Say, Step
from dialogs.questions import Kind
from dialogs.review import ReviewLine
from dialogs.session import Session, State

TEXTS = Texts()
CASE = "LW-2026-000123"
AT = datetime(2026, 11, 23, tzinfo=UTC)
SETTINGS = Settings(_env_file=None).model_copy(
    update={"organisation": "Voorbeeld", "office_hours": "werkdagen van 9 tot 17 uur"}
)
ARTICLE = FullArticle(
    slug="smartengeld",
    titel="Smartengeld",
    namen=("smartengeld",),
    kort="Geld voor pijn.",
    tekst="## Meer",
    html="",
    bronnen=(Source(titel="Artikel 6:106 BW", vindplaats="https://wetten.overheid.nl"),),
    gecontroleerd=datetime(2026, 1, 1, tzinfo=UTC).date(),
    normen=(),
)


def texts_of(folder: Path, **lines: str) -> Texts:
    (folder / "nl").mkdir()
    more = {"huis.contact": "?", "huis.privacy": "?"}
    written = [f'msgid "{key}"\nmsgstr "{text}"\n' for key, text in {**lines, **more}.items()]
    (folder / "nl" / "proef.po").write_text("\n".join(written), "utf-8")
    return Texts("nl", folder)


def step(*effects: Effect, state: State = State.INTAKE, **more: Any) -> Step:
    return Step(effects=effects, state=state, progress=Progress(done=1, of=5), **more)


def rendered(texts: Texts, *effects: Effect, **more: Any) -> str:
    made = Renderer(texts, (ARTICLE,), SETTINGS).outgoing(step(*effects), Session(**more), CASE)
    return made.parts[0].text


@pytest.mark.parametrize(
    ("kind", "fact", "value", "words"),
    [
        (Kind.DATE, "gebeurtenis_datum", "2026-05-03", "3 mei 2026"),
        (Kind.MONEY, "schade.excl_voertuig", "1250.50", "€ 1.250,50"),
        (Kind.DURATION, "letsel.herstel_maanden", "1.5", "1,5 maanden"),
        (Kind.DURATION, "letsel.ao_dagen", 1, "1 dag"),
        (Kind.PERCENT, "aansprakelijkheid.eigen_schuld_pct", "33.5", "33,5%"),
        (Kind.NUMBER, "gegevens.kilometers", "1234", "1.234"),
        (Kind.TEXT, None, "Hij viel.", "Hij viel."),
        (Kind.MONEY, "schade.voertuig", {"van": "500", "tot": "800"}, "tussen € 500 en € 800"),
        (Kind.DATE, "bekend_op", {"van": "2026-05-01", "tot": None}, "vanaf 1 mei 2026"),
        (Kind.TEXT, None, None, "onbekend"),
        (Kind.TICKS, "schade.posten", [], "niets"),
    ],
)
def test_an_answer_is_read_back_as_its_kind(
    kind: Kind, fact: str | None, value: JsonValue, words: str
) -> None:
    assert shown(Shown(kind=kind, fact=fact, value=value), TEXTS) == words


def test_an_answer_with_labels_is_read_back_by_them(tmp_path: Path) -> None:
    texts = texts_of(tmp_path, **{"optie.a": "Ja", "optie.b": "Zelfde als {{ naam }}"})
    answer = Shown(kind=Kind.TICKS, labels=("optie.a", "optie.b"), params={"naam": "Sam"})

    assert shown(answer, texts) == "Ja, Zelfde als Sam"


def test_texts_know_the_house_the_case_the_facts_and_the_assessment(tmp_path: Path) -> None:
    text = "{{ organisatie }} {{ kantooruren }} {{ bewaren_open }} {{ zaak }} {{ feiten.rol }}"
    texts = texts_of(tmp_path, **{"a.b": text + " {{ beoordeling.x }}"})
    made = Renderer(texts, (), SETTINGS).outgoing(
        step(Say(key="a.b"), feiten={"rol": "naaste"}), Session(beoordeling={"x": 1}), CASE
    )

    assert made.parts[0].text == (
        "Voorbeeld werkdagen van 9 tot 17 uur 30 LW-2026-000123 naaste 1"
    )


def test_a_review_line_becomes_question_and_answer(tmp_path: Path) -> None:
    regels = "{% for vraag, antwoord in regels %}{{ vraag }}={{ antwoord }};{% endfor %}"
    texts = texts_of(tmp_path, **{"a.b": regels, "v.kort": "Naaste {{ index + 1 }}"})
    line = ReviewLine(
        key="v#0",
        section="s",
        label="v.kort",
        index=0,
        answer=Shown(kind=Kind.TEXT, value="Sam"),
        known=True,
        door=False,
    )

    assert rendered(texts, Say(key="a.b", params={"regels": (line,)})) == "Naaste 1=Sam;"


def test_an_article_is_told_in_its_short_form_with_its_sources(tmp_path: Path) -> None:
    texts = texts_of(tmp_path, **{"gesprek.artikel": "{{ titel }}: {{ tekst }} ({{ bronnen }})"})

    said = rendered(texts, Say(key="gesprek.artikel", article="smartengeld"))

    assert said == "Smartengeld: Geld voor pijn. (Artikel 6:106 BW)"


def test_a_question_comes_last_with_its_buttons(tmp_path: Path) -> None:
    texts = texts_of(
        tmp_path,
        **{"a.b": "Genoteerd.", "v.ask": "Hoe lang?", "optie.zo": "Zo laten: {{ vorige }}"},
    )
    vorige = Shown(kind=Kind.DURATION, fact="letsel.ao_dagen", value=3)
    ask = Ask(
        key="ao#0",
        question="ao",
        fact="letsel.ao_dagen",
        kind=Kind.DURATION,
        text="v.ask",
        choices=(Choice(id="zo", label="optie.zo", params={"vorige": vorige}),),
    )
    words = {"vorm.dag_meer": "{{ aantal }} dagen"}
    (tmp_path / "nl" / "vorm.po").write_text(
        "\n".join(f'msgid "{key}"\nmsgstr "{text}"\n' for key, text in words.items()), "utf-8"
    )
    made = Renderer(Texts(texts.language, tmp_path), (), SETTINGS).outgoing(
        step(Say(key="a.b"), ask), Session(), CASE
    )

    assert [part.text for part in made.parts] == ["Genoteerd.", "Hoe lang?"]
    assert [button.label for button in made.parts[1].choices] == ["Zo laten: 3 dagen"]
    assert made.question is not None
    assert (made.question.id, made.question.key, made.question.ticked) == ("ao", "ao#0", None)


def test_a_list_to_pick_from_is_no_question(tmp_path: Path) -> None:
    texts = texts_of(tmp_path, **{"a.b": "Wat wilt u wijzigen?"})
    menu = Ask(key="wijzig", question=None, fact=None, kind=None, text="a.b")

    made = Renderer(texts, (), SETTINGS).outgoing(step(menu), Session(), CASE)

    assert made.question is None


def test_what_is_ticked_is_told(tmp_path: Path) -> None:
    texts = texts_of(tmp_path, **{"a.b": "Welke kosten?"})
    ask = Ask(key="k", question="k", fact="schade.posten", kind=Kind.TICKS, text="a.b")

    made = Renderer(texts, (), SETTINGS).outgoing(step(ask), Session(), CASE)

    assert made.question is not None
    assert made.question.ticked == ()


@pytest.mark.parametrize(
    ("state", "handed_over", "case"),
    [
        (State.INTAKE, None, None),
        (State.REVIEW, None, None),
        (State.STOPPED, None, None),
        (State.WITH_HUMAN, None, CASE),
        (State.HANDED_OVER, AT, CASE),
        (State.STOPPED, AT, CASE),
    ],
)
def test_the_case_number_is_shown_once_a_human_has_it(
    state: State, handed_over: datetime | None, case: str | None, tmp_path: Path
) -> None:
    texts = texts_of(tmp_path, **{"a.b": "Dank u."})

    made = Renderer(texts, (), SETTINGS).outgoing(
        step(state=state), Session(handed_over_at=handed_over), CASE
    )

    assert made.case == case
    assert made.parts == ()


def test_who_is_responsible_is_visibly_missing_until_it_is_filled_in() -> None:
    nobody = house(Settings(_env_file=None), TEXTS)

    assert all(
        str(nobody[name]).startswith("[")
        for name in ("organisatie", "organisatie_contact", "privacy_url", "kantooruren")
    )
    assert house(SETTINGS, TEXTS)["organisatie"] == "Voorbeeld"
