"""Each explanation is told to whom it concerns, at its moment, and to nobody else."""

from typing import Any

import pytest

from bot.sentences.render import Renderer
from bot.settings import Settings
from dialogs.effects import Say
from tests.conversation import Talk, at, begun, texts
from tests.person import Person

LIGHT: dict[str, Any] = {
    "rol": "slachtoffer",
    "oorzaak": "dier",
    "gebeurtenis_datum": "2026-06-15",
    "letsel": {"herstel_maanden": 1, "restloos": True, "complicaties": False, "ao_dagen": 0},
    "schade": {"excl_voertuig": "300.00"},
}
HEAVY: dict[str, Any] = {
    **LIGHT,
    "letsel": {"herstel_maanden": 12, "restloos": False, "ao_dagen": 60},
}


class Listener(Talk):
    """Remembers everything that was said, by key."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def does(self, act: Any) -> Talk:
        talk = super().does(act)
        self.heard += [one.key for one in self.step.effects if isinstance(one, Say)]
        return talk


def heard(facts: dict[str, Any]) -> list[str]:
    listener = Listener()
    Person(facts, listener).talks()
    return [key.removeprefix("uitleg.") for key in listener.heard if key.startswith("uitleg.")]


def test_a_light_injury() -> None:
    assert heard(LIGHT) == [
        "welkom",
        "privacy",
        "classificatie_ll",
        "berekening",
        "finale_kwijting",
        "stappen",
    ]


def test_a_heavy_injury() -> None:
    assert heard(HEAVY) == ["welkom", "privacy", "classificatie_gbl", "berekening", "stappen"]


def test_not_enough_is_known() -> None:
    assert heard({"rol": "slachtoffer"}) == [
        "welkom",
        "privacy",
        "classificatie_voorlopig",
        "berekening",
        "stappen",
    ]


def test_signing_is_warned_for_and_the_reassurance_left_out() -> None:
    told = heard({**LIGHT, "verzekeraar_vraagt_finale_kwijting": True})

    assert "niet_tekenen" in told
    assert "finale_kwijting" not in told


def test_a_mediator_is_explained_only_to_who_wants_to_know() -> None:
    assert "bemiddelaar" in heard({**LIGHT, "herstelbemiddeling_gewenst": True})
    assert "bemiddelaar" not in heard({**LIGHT, "herstelbemiddeling_gewenst": False})


@pytest.mark.parametrize("facts", [{"oorzaak": "misdrijf"}, {"rol": "naaste", "misdrijf": True}])
def test_a_mediator_is_never_offered_after_a_crime(facts: dict[str, Any]) -> None:
    person = Person({**LIGHT, **facts, "naasten": [{"naam": "Kim"}]}).talks()

    assert "herstelbemiddeling_gewenst" not in person.asked


def test_nor_to_a_child() -> None:
    person = Person({**LIGHT, "geboortedatum_slachtoffer": "2014-03-01"}).talks()

    assert "herstelbemiddeling_gewenst" not in person.asked


@pytest.mark.parametrize(
    ("helper", "told"),
    [("rechtsbijstandverzekeraar", True), ("advocaat", True), (None, False)],
)
def test_the_costs_of_help_are_explained_when_the_helper_is_known(
    helper: str | None,
    told: bool,  # noqa: FBT001 - what is expected, no switch
) -> None:
    facts = {**LIGHT, "belangenbehartiging": {"soort": helper}}

    assert ("kosten_hulp" in heard(facts)) is told


def test_a_relative_hears_about_affectieschade_in_quiet_words() -> None:
    told = heard(
        {**HEAVY, "rol": "naaste", "naasten": [{"naam": "Kim", "relatie": "levensgezel"}]}
    )

    assert "affectieschade" in told
    assert "berekening" not in told


def test_the_bereaved_hear_nothing_about_light_or_heavy() -> None:
    told = heard(
        {
            "rol": "nabestaande",
            "oorzaak": "verkeer",
            "gebeurtenis_datum": "2026-06-15",
            "overlijdensdatum": "2026-06-15",
            "naasten": [{"naam": "Kim", "relatie": "broer_of_zus"}],
        }
    )

    assert told == [
        "welkom",
        "privacy",
        "verlies",
        "verwant_broers_en_zussen",
        "overlijdensschade",
        "classificatie_overlijden",
        "affectieschade",
    ]


def test_a_family_hears_what_there_is_for_lost_income_before_it_is_asked_about() -> None:
    talk = begun().until("gezin_nu", rol="nabestaande")

    assert "uitleg.overlijdensschade" in talk.told


@pytest.mark.parametrize(
    ("seen", "suffers", "told"),
    [(True, None, True), (None, True, True), (False, False, False), (None, None, False)],
)
def test_shockschade_is_explained_to_who_saw_it_or_suffers_from_it(
    *,
    seen: bool | None,
    suffers: bool | None,
    told: bool,
) -> None:
    relative = {"relatie": "levensgezel", "getuige": seen, "eigen_psychisch_letsel": suffers}

    assert ("shockschade" in heard({**HEAVY, "rol": "naaste", "naasten": [relative]})) is told


@pytest.mark.parametrize(
    ("says", "paid", "told"),
    [("erkend", None, True), ("gedeeltelijk", "0.00", True), ("erkend", "500.00", False)],
)
def test_an_advance_is_explained_when_the_other_side_pays_and_has_not_yet(
    says: str, paid: str | None, *, told: bool
) -> None:
    talk = begun().until("stand", rol="slachtoffer", meer="ja").chooses(says)
    listener = Listener()
    listener.session, listener.last = talk.session, talk.last
    answers = {} if paid is None else {"voorschot": f"{paid} euro"}
    listener.until("rechtsbijstand", **answers)

    assert ("uitleg.voorschot_erkend" in listener.heard) is told


@pytest.mark.parametrize(
    "facts",
    [
        {"oorzaak": "misdrijf"},
        {"oorzaak": "medisch"},
        {"rol": "nabestaande"},
        {"oorzaak": "product"},
    ],
)
def test_the_steps_of_a_settlement_are_not_told_where_another_way_is_gone(
    facts: dict[str, Any],
) -> None:
    assert "stappen" not in heard({**LIGHT, **facts})


@pytest.mark.parametrize("role", ["slachtoffer", "naaste", "nabestaande"])
def test_everyone_hears_in_plain_words_who_pays_for_help(role: str) -> None:
    assert "kosten_hulp" in heard(
        {**LIGHT, "rol": role, "belangenbehartiging": {"soort": "advocaat"}}
    )


def test_a_table_of_insurers_is_not_spoken_of_where_it_does_not_hold() -> None:
    insured = {"belangenbehartiging": {"soort": "rechtsbijstandverzekeraar"}}

    assert "met een vaste tabel" in written({**LIGHT, **insured})
    assert "met een vaste tabel" not in written({**LIGHT, **insured, "oorzaak": "medisch"})


def test_who_must_sign_for_a_child_hears_that_other_rules_hold() -> None:
    asked = {**LIGHT, "verzekeraar_vraagt_finale_kwijting": True}

    assert "Het gaat om een kind" in written({**asked, "geboortedatum_slachtoffer": "2014-03-01"})
    assert "Het gaat om een kind" not in written(
        {**asked, "geboortedatum_slachtoffer": "1988-03-01"}
    )


def test_relatives_of_a_victim_hear_what_there_is_for_them() -> None:
    told = heard({**HEAVY, "naasten": [{"naam": "Kim", "relatie": "levensgezel"}]})

    assert told[-1] == "affectieschade_slachtoffer"


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("24 november 2018", "uitleg.termijn_verstreken"),
        ("24 december 2021", "uitleg.termijn_dreigt"),
        ("24 december 2025", None),
    ],
)
def test_who_is_short_of_time_hears_it_before_the_injury_is_asked_about(
    day: str, told: str | None
) -> None:
    talk = at("verhaal", oorzaak="dier", datum=day).chooses("overslaan")

    assert talk.question == "behandeling"
    assert talk.told == ([] if told is None else [told])


def test_who_turns_out_to_be_short_of_time_hears_it_after_a_correction() -> None:
    talk = at("controle", oorzaak="dier", datum="1 mei 2026")
    talk.commands("wijzig").chooses("sectie:gebeurtenis", "antwoord:datum").says("1 mei 2018")

    assert "uitleg.termijn_verstreken" in talk.told


def test_an_amount_that_changes_is_told_anew() -> None:
    talk = at("controle", datum="1 mei 2026", herstel="1 maand", restloos="ja")
    talk.commands("wijzig").chooses("sectie:letsel", "antwoord:herstel").says("5 maanden")

    assert "uitleg.berekening" in talk.told


def test_after_a_correction_the_outcome_is_told_in_one_way_only() -> None:
    talk = at("controle", datum="1 maart 2026", ao_dagen="5 dagen")
    talk.commands("wijzig").chooses("sectie:letsel", "antwoord:ao_dagen").says("60 dagen")
    told = talk.chooses("nee").told + talk.told

    assert "uitleg.classificatie_gbl" not in told


# --- in Dutch ------------------------------------------------------------------------------------


def written(facts: dict[str, Any]) -> str:
    """Return the whole conversation as it is read."""
    renderer = Renderer(texts(), (), Settings(_env_file=None))
    pages: list[str] = []

    class Reader(Talk):
        def does(self, act: Any) -> Talk:
            talk = super().does(act)
            outgoing = renderer.outgoing(self.step, self.session, "LW-2026-000001")
            pages.extend(part.text for part in outgoing.parts)
            return talk

    Person(facts, Reader()).talks()
    return "\n".join(pages)


def test_an_amount_never_stands_alone() -> None:
    page = written(LIGHT)

    assert "€ 825" in page
    assert "ruwe schatting" in page
    assert "bedragen uit 2014" in page
    assert "geen toezegging en geen juridisch advies" in page
    assert "Een mens controleert" in page


def test_amounts_for_relatives_stand_with_the_name_the_year_and_the_reserve() -> None:
    page = written(
        {
            **HEAVY,
            "rol": "naaste",
            "letsel": {"restloos": False, "ernstig_en_blijvend": True},
            "naasten": [
                {"relatie": "levensgezel"},
                {"naam": "Lou", "relatie": "broer_of_zus"},
            ],
        }
    )

    assert "U: € 15.000" in page
    assert "Lou: volgens de wet van nu meestal geen vast bedrag" in page
    assert "vaste bedragen uit 2018" in page


@pytest.mark.parametrize("letsel", [LIGHT["letsel"], HEAVY["letsel"], {}])
@pytest.mark.parametrize("role", ["slachtoffer", "naaste", "nabestaande"])
def test_every_conversation_can_be_written(role: str, letsel: dict[str, Any]) -> None:
    page = written(
        {
            **LIGHT,
            "rol": role,
            "letsel": letsel,
            "overlijdensdatum": "2026-06-20",
            "aansprakelijkheid": {"eigen_schuld_pct": 25},
            "belangenbehartiging": {"soort": "rechtsbijstandverzekeraar"},
            "verzekeraar_vraagt_finale_kwijting": True,
            "herstelbemiddeling_gewenst": True,
            "naasten": [{"naam": "Kim", "relatie": "ouder_van_minderjarig_slachtoffer"}],
        }
    )

    assert "verjaard" not in page
    assert "LW-2026-000001" in page


def test_the_fund_for_victims_of_violence_is_named_after_a_crime_and_only_then() -> None:
    crime = heard({**LIGHT, "oorzaak": "misdrijf"})

    assert "schadefonds" in crime
    assert "finale_kwijting" not in crime
    assert "schadefonds" not in heard(LIGHT)


def test_a_loss_is_met_with_a_quiet_word_before_anything_is_asked() -> None:
    talk = begun().chooses("nabestaande")

    assert talk.told == ["uitleg.verlies"]
    assert begun().chooses("naaste").told == []


def test_the_mother_of_a_child_reads_the_last_day_of_her_own_claim() -> None:
    page = written(
        {
            **HEAVY,
            "rol": "naaste",
            "gebeurtenis_datum": "2021-12-20",
            "geboortedatum_slachtoffer": "2018-03-15",
            "letsel": {"restloos": False, "ernstig_en_blijvend": True},
            "naasten": [{"relatie": "ouder_van_minderjarig_slachtoffer"}],
        }
    )

    assert "de laatste dag is misschien 20 december 2026" in page
    assert "15 maart 2041" not in page


def test_a_recovery_that_fits_more_than_one_band_is_said_to() -> None:
    page = written({**LIGHT, "letsel": {**LIGHT["letsel"], "herstel_maanden": 4}})

    assert "past bij meer dan één groep" in page
