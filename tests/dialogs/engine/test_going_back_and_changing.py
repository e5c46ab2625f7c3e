from dialogs.session import State, Status
from tests.conversation import Talk, reviewed


def test_back_asks_the_last_answer_again_with_the_old_one_as_default(talk: Talk) -> None:
    talk.chooses("slachtoffer").says("3 mei 2026").commands("terug")

    assert talk.question == "dag"
    assert "zo_laten" in talk.choices
    assert str(talk.feiten.gebeurtenis_datum.exact) == "2026-05-03"  # type: ignore[union-attr]

    talk.chooses("zo_laten")
    assert talk.question == "verhaaltje"
    assert talk.session.ledger["dag"].history == ()


def test_back_goes_on_going_back(talk: Talk) -> None:
    talk.chooses("slachtoffer").says("3 mei 2026").commands("terug").commands("terug")

    assert talk.question == "wie"
    assert talk.chooses("zo_laten").question == "dag"
    assert talk.says("zo laten").question == "verhaaltje"


def test_back_never_reopens_the_consent(talk: Talk) -> None:
    assert talk.commands("terug").told == ["gesprek.niets_terug"]
    assert talk.question == "wie"


def test_the_old_answer_counts_until_a_new_one_is_given(talk: Talk) -> None:
    talk.until("extra", dag="1 maart 2026", dagen="5 dagen", kosten="9000 euro")
    before = talk.session.beoordeling

    talk.commands("wijzig").chooses("sectie:u", "antwoord:kosten")

    assert talk.question == "kosten"
    assert talk.feiten.schade.excl_voertuig is not None
    assert talk.session.beoordeling == before


def test_changing_goes_by_section_and_answer_and_keeps_the_history(talk: Talk) -> None:
    talk.until("controle", dag="1 maart 2026").commands("wijzig")
    assert talk.state is State.REVIEW
    assert talk.question is None
    assert talk.choices[0] == "sectie:s"

    talk.says("1")
    assert "antwoord:dag" in talk.choices

    talk.chooses("antwoord:dag").says("2 maart 2026")
    entry = talk.session.ledger["dag"]
    assert talk.state is State.REVIEW
    assert entry.answer is not None
    assert (entry.answer.value, entry.answer.words) == ("2026-03-02", "2 maart 2026")
    assert [old.value for old in entry.history] == ["2026-03-01"]


def test_an_answer_can_be_named_in_the_list_of_sections() -> None:
    talk = reviewed().commands("wijzig")

    assert talk.says("littekens").question == "littekens"


def test_words_that_are_not_in_the_list_never_answer_the_open_question(talk: Talk) -> None:
    talk.until("dag").commands("wijzig").says("3 mei 1985")

    assert talk.told == ["gesprek.wijzig_niet_begrepen"]
    assert "dag" not in talk.session.ledger
    assert talk.choices[-1] == "terug_naar_vraag"


def test_the_list_of_answers_can_be_left(talk: Talk) -> None:
    talk.until("dag").commands("wijzig")

    assert talk.chooses("terug_naar_vraag").question == "dag"
    assert talk.commands("wijzig").commands("terug").question == "dag"
    assert talk.commands("wijzig").says("laat maar").question == "dag"


def test_a_button_for_the_open_question_works_while_the_list_is_shown(talk: Talk) -> None:
    talk.until("dagen").commands("wijzig").chooses("nul")

    assert talk.question == "kosten"


def test_there_is_nothing_to_change_before_the_first_answer(talk: Talk) -> None:
    assert talk.commands("wijzig").told == ["gesprek.niets_terug"]


def test_a_correction_says_what_it_changes_and_why(talk: Talk) -> None:
    talk.until("extra", dag="1 maart 2026", dagen="5 dagen", kosten="100 euro")
    talk.commands("wijzig").chooses("sectie:t", "antwoord:dagen").says("40 dagen")

    told = talk.params("gesprek.gewijzigd_uitkomst")
    assert (told["oud"], told["nieuw"]) == ("LL_VOORLOPIG", "GBL")
    assert told["criteria"] == ["arbeidsongeschiktheid"]


def test_an_answer_that_changes_nothing_is_not_announced(talk: Talk) -> None:
    talk.until("extra", dag="1 maart 2026", dagen="5 dagen", kosten="100 euro")
    talk.commands("wijzig").chooses("sectie:t", "antwoord:dagen").says("6 dagen")

    assert "gesprek.gewijzigd_uitkomst" not in talk.told


def test_a_first_answer_is_no_correction(talk: Talk) -> None:
    talk.until("kosten", dag="1 maart 2026").says("9000 euro")

    assert talk.session.beoordeling is not None
    assert "gesprek.gewijzigd_uitkomst" not in talk.told


def test_leaving_it_as_it_was_needs_something_to_leave(talk: Talk) -> None:
    talk.until("dag").chooses("zo_laten")

    assert talk.told == ["gesprek.oude_knop"]
    assert talk.question == "dag"


def test_an_unknown_answer_can_be_left_unknown(talk: Talk) -> None:
    talk.until("dag").chooses("weet_niet").commands("terug").chooses("zo_laten")

    answer = talk.session.ledger["dag"].answer
    assert answer is not None
    assert answer.status is Status.UNKNOWN
    assert talk.question == "verhaaltje"


def test_a_long_section_is_shown_in_pages() -> None:
    talk = Talk().commands("start").chooses("ja").until("meer").chooses("ja")
    talk.until("contact_naam").commands("wijzig").chooses("sectie:meer")
    seen = [choice for choice in talk.choices if choice.startswith("antwoord:")]

    assert talk.choices[-2:] == ["volgende", "terug_naar_vraag"]
    while "volgende" in talk.choices:
        talk.chooses("volgende")
        assert len(talk.choices) <= 10
        seen += [choice for choice in talk.choices if choice.startswith("antwoord:")]
    assert len(seen) == len(set(seen)) > 10
    assert "antwoord:bel_moment" in seen
    first = talk.choices
    assert talk.chooses("eerdere").chooses("volgende").choices == first


def test_no_two_buttons_do_the_same_after_not_knowing(talk: Talk) -> None:
    talk.until("dag").chooses("weet_niet").commands("terug")

    assert "weet_niet" in talk.choices
    assert "zo_laten" not in talk.choices
    assert talk.says("laat zo").question == "verhaaltje"
