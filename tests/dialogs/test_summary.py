from dialogs.conditions import is_
from dialogs.questions import Kind, Question
from dialogs.session import Status
from dialogs.summary import Summary, Why, summary
from tests.conversation import TODAY, Talk, at, flow_of, reviewed


def summed(talk: Talk) -> Summary:
    return summary(talk.flow, talk.session, talk.today)


def test_everything_told_stands_in_the_order_of_the_flow_with_its_source() -> None:
    talk = at("verhaal", oorzaak="dier", datum="ergens in september")
    told = summed(talk).told

    assert [one.question for one in told] == [
        "toestemming",
        "rol",
        "geboortedatum",
        "oorzaak",
        "datum",
    ]
    day = told[-1]
    assert (day.fact, day.given.words, day.given.channel) == (
        "gebeurtenis_datum",
        "ergens in september",
        "test",
    )
    assert day.given.shown.value == {"van": "2026-09-01", "tot": "2026-09-30"}
    assert told[0].consent
    assert not day.consent


def test_a_correction_keeps_what_was_said_before() -> None:
    talk = at("verhaal", datum="3 mei 2026").commands("terug").says("4 mei 2026")
    told = {one.question: one for one in summed(talk).told}

    assert [old.words for old in told["datum"].earlier] == ["3 mei 2026"]
    assert told["datum"].given.words == "4 mei 2026"


def test_what_a_correction_puts_out_of_use_is_kept_apart() -> None:
    talk = at("controle", oorzaak="verkeer", vervoer="fietser")
    talk.commands("wijzig").chooses("sectie:gebeurtenis", "antwoord:oorzaak", "dier")

    found = summed(talk)
    assert {one.question for one in found.no_longer} >= {"vervoer", "tegenpartij"}
    assert "vervoer" not in {one.question for one in found.told}
    assert found.feiten.verkeer.slachtoffer_als is None


def test_open_points_say_why_something_is_not_known() -> None:
    talk = at("behandeling", datum="3 mei 2026")
    points = {point.question: point.why for point in summed(talk).open_points}

    assert points["rol"] is Why.UNKNOWN
    assert points["verhaal"] is Why.SKIPPED
    assert points["behandeling"] is Why.NOT_ASKED
    assert "datum" not in points


def test_what_was_found_out_after_all_is_no_open_point() -> None:
    flow = flow_of(
        Question(id="een", section="s", kind=Kind.YESNO, fact="misdrijf"),
        Question(id="twee", section="s", kind=Kind.YESNO, fact="misdrijf"),
    )
    talk = Talk(flow=flow).commands("start").chooses("weet_niet", "ja")

    assert summed(talk).open_points == ()


def test_what_the_assessment_misses_is_named_once() -> None:
    found = summed(reviewed())

    asked = {point.fact for point in found.open_points}
    assert not asked & set(found.missing)


def test_contact_alarms_and_assessment_are_there() -> None:
    talk = at("contact_naam").says("Sanne Voorbeeld", "06-12345678")
    talk.says("Ik moet van de verzekeraar iets tekenen")
    found = summed(talk)

    assert [one.given.shown.value for one in found.contact] == ["Sanne Voorbeeld", "+31612345678"]
    assert [raised.alarm for raised in found.alarms] == ["tekendruk"]
    assert found.beoordeling == talk.session.beoordeling


def test_the_criterion_that_decided_is_named() -> None:
    long_ill = at("controle", datum="1 maart 2026", ao_dagen="40 dagen")
    healed = at(
        "controle",
        oorzaak="dier",
        datum="1 maart 2026",
        herstel="1 maand",
        restloos="ja",
        complicaties="nee",
        ao_dagen="geen_dag",
        schade_totaal="100 euro",
    )

    assert summed(long_ill).criterium == "arbeidsongeschiktheid"
    assert summed(reviewed()).criterium == "schade"
    assert summed(healed).criterium is None


def test_a_summary_never_judges_anew() -> None:
    talk = reviewed()

    later = summary(talk.flow, talk.session, TODAY.replace(year=2040))

    assert later.beoordeling == talk.session.beoordeling


def test_a_conversation_that_has_not_begun_has_a_summary_too() -> None:
    found = summed(Talk())

    assert (found.told, found.contact, found.alarms, found.criterium) == ((), (), (), None)
    assert found.beoordeling is None


def test_a_member_of_a_list_is_told_apart() -> None:
    talk = at("controle", nog_een_naaste="nee")
    talk.commands("wijzig").chooses("sectie:naasten", "antwoord:nog_een_naaste#0", "ja")
    talk.says("Kim").until("controle", nog_een_naaste="nee")
    told = {one.key: one for one in summed(talk).told}

    assert told["naaste_naam#0"].fact == "naasten[0].naam"
    assert told["naaste_naam#0"].index == 0
    assert told["naaste_naam#0"].given.status is Status.ANSWERED


def test_answers_to_questions_that_are_gone_are_left_to_the_store() -> None:
    flow = flow_of(Question(id="een", section="s", kind=Kind.YESNO))
    talk = Talk(flow=flow).commands("start").chooses("ja")
    other = flow_of(
        Question(id="twee", section="s", kind=Kind.YESNO, fact="misdrijf"),
        Question(id="drie", section="s", kind=Kind.YESNO, when=is_("misdrijf", True)),
    )

    found = summary(other, talk.session, TODAY)

    assert (found.told, found.no_longer) == ((), ())
