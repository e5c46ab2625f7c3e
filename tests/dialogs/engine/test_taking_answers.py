from decimal import Decimal

import pytest

from dialogs.conditions import is_
from dialogs.questions import Kind, Option, Question
from dialogs.session import State, Status
from tests.conversation import Talk, at, flow_of

# --- typing instead of choosing ------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", ["2", "Op de fiets of e-bike", "fiets", "ik was op de fiets", "op de feits", "2."]
)
def test_an_option_may_be_typed_by_number_by_label_or_by_a_part_of_it(words: str) -> None:
    talk = at("vervoer", oorzaak="verkeer").says(words)

    assert talk.feiten.verkeer.slachtoffer_als == "fietser"


def test_words_that_are_not_the_label_are_read_back() -> None:
    assert at("vervoer", oorzaak="verkeer").says("fietser").told == []
    talk = at("vervoer", oorzaak="verkeer").says("ik zat op de fiets")
    assert talk.told == ["bevestig.genoteerd"]


def test_words_that_fit_two_options_are_asked_back() -> None:
    talk = at("herstel").says("maanden")

    assert talk.question == "herstel"
    talk = at("vervoer", oorzaak="verkeer").says("auto")
    assert talk.text == "gesprek.welke_bedoelt_u"
    assert talk.question == "vervoer"


@pytest.mark.parametrize(("words", "value"), [("1", True), ("2", False), ("ja hoor", True)])
def test_yes_and_no_may_be_typed_and_counted(words: str, value: bool) -> None:  # noqa: FBT001
    assert at("restloos").says(words).feiten.letsel.restloos is value


def test_a_hedged_yes_is_taken_and_read_back() -> None:
    talk = at("restloos").says("ik denk het wel")

    assert talk.feiten.letsel.restloos is True
    assert talk.told == ["bevestig.ongeveer"]


@pytest.mark.parametrize("words", ["weet ik niet", "geen idee", "3", "overslaan", "?"])
def test_not_knowing_and_skipping_may_be_typed(words: str) -> None:
    talk = at("restloos").says(words)

    assert talk.question == "complicaties"
    assert talk.feiten.letsel.restloos is None


@pytest.mark.parametrize(
    ("question", "path", "words", "value"),
    [
        ("schade_totaal", "excl_voertuig", "1", "1.00"),
        ("schade_totaal", "excl_voertuig", "2", "2.00"),
        ("schade_voertuig", "voertuig", "1", "1.00"),
    ],
)
def test_a_typed_number_is_the_value_and_never_the_number_of_an_option(
    question: str, path: str, words: str, value: str
) -> None:
    talk = at(question, oorzaak="verkeer").says(words)

    assert talk.known["schade"][path] == value


def test_a_percentage_is_never_the_number_of_an_option() -> None:
    talk = at("eigen_schuld").says("2")

    assert talk.known["aansprakelijkheid"]["eigen_schuld_pct"] == "2"


def test_a_duration_without_a_unit_asks_for_it_and_is_no_option() -> None:
    talk = at("herstel").says("2")

    assert talk.text == "verstaan.duration.unit"
    assert talk.says("2 maanden").known["letsel"]["herstel_maanden"] == "2"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("6 weken", "1.38"),
        ("1,5 maanden", "1.5"),
        ("2 maanden", "2"),
        ("half jaar", "6"),
        ("langer dan een half jaar", {"van": "7", "tot": None}),
        ("een week of drie", {"van": "0.55", "tot": "0.83"}),
        ("al 3 weken, nog steeds", {"van": "0.69", "tot": None}),
    ],
)
def test_months_are_counted_from_days(words: str, value: object) -> None:
    assert at("herstel").says(words).known["letsel"]["herstel_maanden"] == value


@pytest.mark.parametrize(
    ("words", "value"),
    [("3 weken", 21), ("een week of drie", {"van": 16, "tot": 26}), ("0 dagen", 0)],
)
def test_days_are_whole_and_a_range_is_never_narrowed(words: str, value: object) -> None:
    talk = at("ao_dagen", datum="1 maart 2026").says(words)

    assert talk.known["letsel"]["ao_dagen"] == value


def test_still_ill_is_kept_with_the_days_so_far() -> None:
    talk = at("ao_dagen", datum="1 maart 2026").says("al 3 weken, nog steeds")

    assert talk.known["letsel"] == {"ao_dagen": 21, "ao_loopt_nog": True}


def test_a_rough_answer_becomes_a_range() -> None:
    talk = at("datum").says("ergens in september")

    assert talk.known["gebeurtenis_datum"] == {"van": "2026-09-01", "tot": "2026-09-30"}
    assert talk.told == ["bevestig.ongeveer"]


def test_an_option_may_settle_more_than_its_own_fact() -> None:
    talk = at("ao_dagen").says("ik heb geen baan")

    assert talk.feiten.letsel.ao_dagen is None
    assert talk.feiten.gegevens.werk == "geen"
    assert talk.question == "schade_totaal"


def test_costs_are_told_without_smartengeld() -> None:
    talk = at("schade_totaal").says("500 euro")

    assert talk.feiten.schade.smartengeld_inbegrepen is False
    assert at("schade_totaal").chooses("weet_niet").known["schade"] == {"posten": {}}


def test_the_unknown_that_is_a_value_is_stored() -> None:
    for words in ("weet ik niet", "5"):
        talk = at("tegenpartij", oorzaak="verkeer").says(words)
        assert talk.feiten.verkeer.tegenpartij == "onbekend"
    talk = at("tegenpartij", oorzaak="verkeer").chooses("weet_niet")
    assert talk.feiten.verkeer.tegenpartij == "onbekend"


def test_skipping_where_unknown_is_a_value_leaves_it_open() -> None:
    talk = at("tegenpartij", oorzaak="verkeer").chooses("overslaan")

    assert talk.feiten.verkeer.tegenpartij is None


# --- "do you mean" -------------------------------------------------------------------------------


def test_a_doubtful_reading_is_put_back_with_a_yes_and_a_no() -> None:
    talk = proposed()

    assert talk.text == "verstaan.money.did_you_mean"
    assert talk.choices[:2] == ["ja", "nee"]
    assert talk.session.ledger == {}


def test_a_day_that_does_not_fit_its_date_is_put_back_too() -> None:
    talk = at("datum").says("dinsdag 16 november 2026")

    assert talk.text == "verstaan.date.weekday_differs"
    assert talk.says("ja").known["gebeurtenis_datum"] == "2026-11-16"


@pytest.mark.parametrize("yes", ["ja", "klopt", "ja dat klopt"])
def test_yes_takes_what_was_put_back(yes: str) -> None:
    talk = proposed()
    value = talk.session.proposal.value  # type: ignore[union-attr]

    talk.says(yes)

    answer = talk.session.ledger["bedrag"].answer
    assert answer is not None
    assert answer.value == value
    assert answer.sets == {"schade.smartengeld_inbegrepen": False}


def test_pressing_yes_takes_it_too_and_an_older_yes_does_not() -> None:
    assert proposed().chooses("ja", under="iets_anders").question == "bedrag"
    assert proposed().chooses("ja", under="bedrag").state is State.REVIEW


@pytest.mark.parametrize("no", ["nee", "nee hoor"])
def test_no_asks_again_and_forgets_it(no: str) -> None:
    talk = proposed().says(no)

    assert talk.question == "bedrag"
    assert talk.session.proposal is None
    assert talk.text == "vraag.bedrag.ask"


def test_another_answer_takes_its_place() -> None:
    talk = proposed().says("300 euro")

    assert talk.session.ledger["bedrag"].answer.value == "300.00"  # type: ignore[union-attr]


def test_a_command_forgets_it() -> None:
    assert proposed().commands("help").session.proposal is None


def proposed() -> Talk:
    question = Question(
        id="bedrag",
        section="s",
        kind=Kind.MONEY,
        fact="schade.excl_voertuig",
        sets={"schade.smartengeld_inbegrepen": False},
    )
    return Talk(flow=flow_of(question)).commands("start").says("2,500 euro")


# --- ticks ---------------------------------------------------------------------------------------


def ticking(talk: Talk) -> Talk:
    return talk.until("soorten")


def test_ticks_are_put_on_and_taken_off_until_done(talk: Talk) -> None:
    ticking(talk).chooses("medisch", "overig", "medisch")

    assert talk.asked is not None
    assert talk.asked.ticked == ("overig",)
    assert talk.chooses("klaar").question == "extra"
    assert talk.session.ledger["soorten"].answer.value == ["overig"]  # type: ignore[union-attr]


def test_each_tick_is_asked_by_its_own_path(talk: Talk) -> None:
    ticking(talk).chooses("medisch", "klaar")

    assert talk.question == "kosten_medisch"
    assert talk.asked is not None
    assert talk.asked.fact == "schade.posten.medisch"


@pytest.mark.parametrize("words", ["1 en 3", "medisch, overig", "medisch en overig", "1, 3"])
def test_several_ticks_may_be_typed_at_once(talk: Talk, words: str) -> None:
    ticking(talk).says(words)

    assert talk.asked is not None
    assert set(talk.asked.ticked) == {"medisch", "overig"}


def test_typing_ticks_again_takes_none_off(talk: Talk) -> None:
    ticking(talk).says("1 en 3").says("1 en 2")

    assert talk.asked is not None
    assert set(talk.asked.ticked) == {"medisch", "overig", "reiskosten"}


def test_no_tick_at_all_is_an_answer(talk: Talk) -> None:
    ticking(talk).says("klaar")

    assert talk.question == "extra"
    assert talk.session.ledger["soorten"].answer.value == []  # type: ignore[union-attr]


def test_ticks_may_be_unknown(talk: Talk) -> None:
    ticking(talk).chooses("weet_niet")

    assert talk.session.ledger["soorten"].answer.status is Status.UNKNOWN  # type: ignore[union-attr]


def test_ticks_asked_again_show_what_was_on(talk: Talk) -> None:
    ticking(talk).chooses("medisch", "klaar").says("50 euro").until("controle")
    talk.commands("wijzig").chooses("sectie:u", "antwoord:soorten")

    assert talk.asked is not None
    assert talk.asked.ticked == ("medisch",)
    talk.chooses("medisch", "klaar")
    assert talk.state is State.REVIEW
    assert talk.feiten.schade.posten.medisch is None


def test_ticks_in_the_making_survive_a_pause(talk: Talk) -> None:
    ticking(talk).chooses("medisch").commands("pauze").commands("start")

    assert talk.asked is not None
    assert talk.asked.ticked == ("medisch",)


# --- blocks that were opened ---------------------------------------------------------------------


def test_enough_leaves_the_rest_of_the_block_out(talk: Talk) -> None:
    talk.until("extra").chooses("ja")
    assert "genoeg" in talk.choices

    talk.chooses("genoeg")

    assert talk.question == "naam"
    assert talk.session.ledger["extra_een"].answer.status is Status.SKIPPED  # type: ignore[union-attr]
    assert talk.session.ledger["extra_twee"].answer.status is Status.SKIPPED  # type: ignore[union-attr]


def test_enough_keeps_what_was_told_before(talk: Talk) -> None:
    talk.until("extra").chooses("ja", "ja").says("genoeg")

    assert talk.question == "naam"
    assert talk.session.ledger["extra_een"].answer.value is True  # type: ignore[union-attr]


def test_enough_ends_the_talk_when_nothing_follows() -> None:
    door = Question(id="deur", section="s", kind=Kind.YESNO)
    inside = Question(
        id="binnen",
        section="s",
        kind=Kind.TEXT,
        block="deur",
        when=is_("antwoord.deur", True),
    )
    talk = Talk(flow=flow_of(door, inside)).commands("start").chooses("ja", "genoeg")

    assert talk.state is State.REVIEW


# --- names and numbers ---------------------------------------------------------------------------


def test_a_name_and_a_number_are_read_and_kept() -> None:
    talk = at("contact_naam").says("Sanne Voorbeeld").says("06-12345678")

    values = {name: talk.session.ledger[name].answer.value for name in ("contact_naam",)}  # type: ignore[union-attr]
    assert values == {"contact_naam": "Sanne Voorbeeld"}
    assert talk.session.ledger["contact_bereikbaar"].answer.value == "+31612345678"  # type: ignore[union-attr]


@pytest.mark.parametrize("words", ["nee", "liever niet", "weet ik niet", "sla over"])
def test_who_gives_no_name_is_not_called_so(words: str) -> None:
    talk = at("contact_naam").says(words)

    assert talk.question == "contact_bereikbaar"
    assert talk.session.ledger["contact_naam"].answer.value is None  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["Wil", "An", "Ida", "Volgen", "Niek", "Jan de Nee"])
def test_a_name_that_looks_like_a_button_is_a_name(name: str) -> None:
    talk = at("contact_naam").says(name)

    assert talk.session.ledger["contact_naam"].answer.value == name  # type: ignore[union-attr]


def test_no_number_is_an_answer_too() -> None:
    talk = at("contact_bereikbaar").says("heb ik niet")

    assert talk.session.ledger["contact_bereikbaar"].answer.status is Status.UNKNOWN  # type: ignore[union-attr]


# --- about the question --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "about"),
    [("waarom?", "why"), ("Wie ziet dit?", "who"), ("als ik het niet weet", "unknown")],
)
def test_the_question_itself_can_be_asked_about(words: str, about: str) -> None:
    talk = at("datum").says(words)

    assert talk.told == ["gesprek.over_de_vraag"]
    told = talk.params("gesprek.over_de_vraag")
    assert told == {"over": about, "vraag": "datum", "sectie": "gebeurtenis"}
    assert talk.question == "datum"


def test_a_question_about_the_subject_is_explained_and_the_question_stays() -> None:
    talk = at("datum").says("wat is smartengeld?")

    assert talk.told == ["gesprek.artikel"]
    assert talk.question == "datum"
    assert talk.session.misunderstood == 0


def test_a_story_is_a_story_even_when_it_names_a_subject() -> None:
    story = "Wat is gebeurd: finale kwijting kwam ter sprake, en daarna niets meer."
    talk = at("verhaal").says(story)

    assert talk.session.ledger["verhaal"].answer.value == story  # type: ignore[union-attr]


def test_a_request_that_a_program_turns_down_is_no_answer() -> None:
    talk = at("datum").says("Hoeveel geld krijg ik?")

    assert talk.told == ["veiligheid.advies.tekst"]
    assert talk.question == "datum"


def test_what_a_story_says_besides_is_answered_and_the_story_is_kept() -> None:
    talk = at("verhaal").says("Ik reed door rood. Het was mijn eigen schuld.")

    assert talk.session.ledger["verhaal"].answer is not None
    assert any(key.startswith("veiligheid.") for key in talk.told)


def test_values_are_exact_decimals_in_the_facts() -> None:
    talk = at("schade_totaal").says("1.250,50")

    assert talk.feiten.schade.excl_voertuig is not None
    assert talk.feiten.schade.excl_voertuig.exact == Decimal("1250.50")


def test_an_option_with_a_value_of_its_own_stores_that() -> None:
    question = Question(
        id="keus",
        section="s",
        kind=Kind.CHOICE,
        fact="letsel.littekens",
        options=(Option(id="klein", value="beperkt"),),
    )
    talk = Talk(flow=flow_of(question)).commands("start").chooses("klein")

    assert talk.feiten.letsel.littekens == "beperkt"


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("3 weken", {"ao_dagen": 21, "ao_loopt_nog": True}),
        ("weet ik niet", {"ao_loopt_nog": True}),
        ("geen enkele dag", {"ao_dagen": 0, "ao_loopt_nog": False}),
    ],
)
def test_still_ill_is_not_forgotten_while_the_length_is_asked(
    words: str, known: dict[str, object]
) -> None:
    talk = at("ao_dagen", datum="1 maart 2026").says("nog steeds")
    assert talk.text == "verstaan.duration.so_far"

    talk.says(words)

    assert talk.known["letsel"] == known
    assert talk.question == "schade_totaal"
    assert talk.session.still is None


@pytest.mark.parametrize(
    ("said", "months"), [("een jaar", "12"), ("een half jaar", "6"), ("anderhalf jaar", "18")]
)
def test_a_year_is_twelve_months_and_no_more(said: str, months: str) -> None:
    talk = at("herstel", rol="slachtoffer").says(said)

    assert talk.known["letsel"]["herstel_maanden"] == months


def test_the_same_day_is_that_day_whatever_it_becomes() -> None:
    talk = at("overlijdensdatum", rol="nabestaande", datum="3 mei 2026").says("dezelfde dag")
    assert talk.known["overlijdensdatum"] == "2026-05-03"

    talk.commands("wijzig").chooses("sectie:gebeurtenis", "antwoord:datum").says("4 mei 2026")
    assert talk.known["overlijdensdatum"] == "2026-05-04"


def test_the_same_day_as_one_that_nobody_knows_is_not_known() -> None:
    talk = at("overlijdensdatum", rol="nabestaande").chooses("zelfde_dag")

    assert "overlijdensdatum" not in talk.known
    assert talk.question != "overlijdensdatum"
