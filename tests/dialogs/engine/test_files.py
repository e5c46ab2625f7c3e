"""A file is kept for a human to look at; the open question stays open, unless it asks for one."""

from datetime import UTC, datetime, timedelta

import pytest

from dialogs.effects import Keep
from dialogs.events import Event, Fault, Sent, Sort
from dialogs.limits import LONGEST_FILE_NAME, MOST_FILES
from dialogs.questions import Kind, Question
from dialogs.script import Script
from dialogs.session import Phase, State
from dialogs.staff.takeover import heard
from tests.conversation import TODAY, Talk, at, begun, flow_of, reviewed

PRESSURE = "Ik moet van de verzekeraar iets tekenen"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
LETTER = Question(id="brief", section="s", kind=Kind.FILE)
DAY = Question(id="dag", section="s", kind=Kind.DATE, fact="gebeurtenis_datum")


def test_where_a_day_is_asked_a_photo_is_kept_and_the_day_is_asked_again() -> None:
    talk = at("datum").sends(file="a", sort=Sort.FOTO)

    assert talk.kept == ["a"]
    assert talk.told == ["bestand.bewaard"]
    assert talk.question == "datum"
    assert talk.session.files == 1


def test_where_a_file_is_asked_it_is_the_answer() -> None:
    talk = Talk(flow=flow_of(LETTER, DAY)).commands("start").sends(file="a", sort=Sort.FOTO)

    assert talk.kept == ["a"]
    assert talk.question == "dag"
    answer = talk.session.ledger["brief"].answer
    assert answer is not None
    assert answer.value == "foto.jpg"


def test_where_a_file_is_asked_words_that_are_none_are_not_taken_for_one() -> None:
    talk = Talk(flow=flow_of(LETTER, DAY)).commands("start").says("die heb ik ergens")

    assert talk.question == "brief"
    assert talk.chooses("overslaan").question == "dag"


@pytest.mark.parametrize("fault", Fault)
def test_what_cannot_be_kept_is_said_kindly_and_the_question_is_asked_again(fault: Fault) -> None:
    talk = at("datum").sends(fault=fault)

    assert talk.kept == []
    assert talk.told == [f"bestand.{fault.value}"]
    assert talk.question == "datum"
    assert talk.session.files == 0


def test_nothing_is_kept_before_the_person_agreed_to_that() -> None:
    talk = Talk().commands("start").sends(file="a")

    assert talk.kept == []
    assert talk.told == ["bestand.toestemming"]
    assert talk.state is State.CONSENT


def test_the_very_first_message_may_be_a_file() -> None:
    talk = Talk().sends(file="a")

    assert talk.kept == []
    assert talk.told[-1] == "bestand.toestemming"
    assert talk.question is not None


def test_who_stopped_has_nothing_kept_any_more() -> None:
    talk = begun().commands("stop").sends(file="a")

    assert talk.kept == []
    assert talk.told == ["bestand.gestopt", "gesprek.gestopt"]


def test_a_file_ends_a_pause() -> None:
    talk = begun().commands("pauze").sends(file="a")

    assert talk.kept == ["a"]
    assert talk.state is State.INTAKE


def test_after_the_hand_over_a_file_goes_to_the_case() -> None:
    talk = reviewed().chooses("klopt").sends(file="a")

    assert talk.kept == ["a"]
    assert talk.told == ["bestand.bewaard"]
    assert talk.state is State.HANDED_OVER


def test_at_the_overview_a_file_is_kept_and_the_overview_stays() -> None:
    talk = reviewed().sends(file="a")

    assert talk.kept == ["a"]
    assert talk.question == "controle"


def test_more_files_than_a_conversation_holds_are_turned_down() -> None:
    talk = begun()
    talk.session = talk.session.model_copy(update={"files": MOST_FILES})

    assert talk.sends(file="a").kept == []
    assert talk.told == ["bestand.te_veel"]


def test_a_photo_of_the_letter_is_kept_when_someone_is_pressed_to_sign() -> None:
    talk = begun().says(PRESSURE)
    assert "veiligheid.tekendruk.tekst" in talk.told

    talk.sends(file="brief", sort=Sort.FOTO)

    assert talk.kept == ["brief"]
    assert talk.params("bestand.bewaard")["brief"] is True
    assert [known.alarm for known in talk.session.alarms] == ["tekendruk"]


# --- words under a file --------------------------------------------------------------------------


def test_words_under_a_photo_are_an_answer_like_any_other() -> None:
    talk = at("datum").sends(file="a", words="3 mei 2026")

    assert talk.kept == ["a"]
    assert talk.known["gebeurtenis_datum"] == "2026-05-03"
    assert talk.told[0] == "bestand.bewaard"


@pytest.mark.parametrize(
    ("words", "alarm"), [("ik wil niet meer leven", "crisis"), (PRESSURE, "tekendruk")]
)
def test_the_rails_read_the_words_under_a_photo(words: str, alarm: str) -> None:
    talk = begun().sends(file="a", words=words)

    assert talk.kept == ["a"]
    assert talk.told[0] == f"veiligheid.{alarm}.tekst"
    assert talk.step.safety


def test_words_under_a_file_that_is_not_kept_count_as_well() -> None:
    talk = at("datum").sends(fault=Fault.TE_GROOT, words="3 mei 2026")

    assert talk.kept == []
    assert talk.told[0] == "bestand.te_groot"
    assert talk.known["gebeurtenis_datum"] == "2026-05-03"


# --- several at once -----------------------------------------------------------------------------


def test_five_photos_in_one_go_get_one_answer() -> None:
    talk, answers = begun(), []
    for name in "abcde":
        talk.sends(file=name, series="album")
        answers.append((talk.kept, talk.told))

    assert [kept for kept, _ in answers] == [["a"], ["b"], ["c"], ["d"], ["e"]]
    assert [told for _, told in answers] == [["bestand.bewaard"], [], [], [], []]
    assert talk.session.files == 5


def test_one_of_a_series_that_is_not_kept_is_always_told() -> None:
    talk = begun().sends(file="a", series="album").sends(fault=Fault.VIDEO, series="album")

    assert talk.told == ["bestand.video"]


def test_a_file_after_other_words_is_answered_again() -> None:
    talk = begun().sends(file="a", series="album").says("hm").sends(file="b", series="album")

    assert talk.told == ["bestand.bewaard"]


def test_what_comes_a_while_later_is_no_part_of_the_series() -> None:
    talk = begun().sends(file="a", series="album")
    assert talk.session.sent is not None
    earlier = talk.session.sent.model_copy(update={"at": NOON - timedelta(days=1)})
    talk.session = talk.session.model_copy(update={"sent": earlier})

    assert talk.sends(file="b", series="album").told == ["bestand.bewaard"]


# --- with a human --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("act", "kept", "told"),
    [
        (Sent(file="a"), ["a"], []),
        (Sent(file="a", words="ik wil niet meer leven"), ["a"], ["veiligheid.crisis.tekst"]),
        (Sent(fault=Fault.VIDEO), [], ["bestand.video"]),
    ],
)
def test_while_a_human_talks_a_file_is_kept_in_silence_and_only_a_refusal_is_told(
    act: Sent, kept: list[str], told: list[str]
) -> None:
    talk = begun()
    event = Event(act=act, at=NOON, channel="web")

    script = Script(flow=talk.flow, vocabulary=talk.words)
    talk.session, talk.last = heard(script, talk.session, event, TODAY)

    assert talk.kept == kept
    assert talk.told == told
    assert talk.session.phase is Phase.OPEN
    assert talk.session.turns == begun().session.turns + 1


def test_a_name_of_any_length_and_any_signs_is_stored_as_one_short_line() -> None:
    talk = begun().does(Sent(name="\x00\x1b[31m" + "x" * 10_000, file="a"))

    keep = next(one for one in talk.step.effects if isinstance(one, Keep))
    assert len(keep.name) <= LONGEST_FILE_NAME
    assert keep.name.isprintable()


def test_what_is_kept_is_counted_in_what_a_person_is_told_about_it() -> None:
    talk = begun().sends(file="a").commands("gegevens")

    assert talk.params("gesprek.gegevens_kop")["bestanden"] == 1
