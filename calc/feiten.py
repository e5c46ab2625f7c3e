"""The facts of one case: what a person told, as far as it is known.

One frozen model that the rules read, the conversation fills and the store keeps. Every key may be
absent: absent means unknown, never no and never nothing.
"""

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StrictBool,
    model_validator,
)
from pydantic_core import PydanticCustomError

from calc.bereik import Bereik

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# No case counts more days, minutes or years: a larger count is a slip of the finger.
_MOST = 1_000_000


def _day(value: Any) -> Any:
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise PydanticCustomError("day", "a day is written as YYYY-MM-DD")
    if isinstance(value, int | Decimal):
        raise PydanticCustomError("day", "a day is written as YYYY-MM-DD")
    return value


def _unknown(value: Any) -> bool:
    if not isinstance(value, dict):
        return value is None
    return value.keys() <= {"van", "tot"} and all(end is None for end in value.values())


def _number(value: Any) -> Any:
    if isinstance(value, bool):
        raise PydanticCustomError("number", "a number is needed here")
    return value


Dag = Annotated[date, BeforeValidator(_day)]
Getal = Annotated[Decimal, BeforeValidator(_number), Field(ge=0, allow_inf_nan=False)]
Aantal = Annotated[int, BeforeValidator(_number), Field(ge=0, le=_MOST)]
Percentage = Annotated[Decimal, BeforeValidator(_number), Field(ge=0, le=100)]
Geld = Annotated[
    Decimal,
    BeforeValidator(_number),
    Field(ge=0, decimal_places=2, max_digits=14),
    PlainSerializer(lambda euro: f"{euro:.2f}", return_type=str),
]


class Rol(StrEnum):
    """Who types."""

    SLACHTOFFER = "slachtoffer"
    NAASTE = "naaste"
    NABESTAANDE = "nabestaande"


class Oorzaak(StrEnum):
    """What kind of event caused the harm."""

    VERKEER = "verkeer"
    WERK = "werk"
    DIER = "dier"
    MEDISCH = "medisch"
    PRODUCT = "product"
    BEROEPSZIEKTE = "beroepsziekte"
    MISDRIJF = "misdrijf"
    OVERIG = "overig"


class SlachtofferAls(StrEnum):
    """How the victim took part in traffic; an e-bike is a bicycle."""

    VOETGANGER = "voetganger"
    FIETSER = "fietser"
    BROMFIETS = "bromfiets"
    MOTOR = "motor"
    AUTO_BESTUURDER = "auto_bestuurder"
    AUTO_PASSAGIER = "auto_passagier"
    ANDERS = "anders"


class Tegenpartij(StrEnum):
    """Who was on the other side in traffic."""

    MOTORVOERTUIG = "motorvoertuig"
    FIETSER = "fietser"
    VOETGANGER = "voetganger"
    ONBEKEND = "onbekend"


class Behandeling(StrEnum):
    """The heaviest treatment so far."""

    GEEN = "geen"
    HUISARTS = "huisarts"
    THERAPIE = "therapie"
    ZIEKENHUIS = "ziekenhuis"


class Littekens(StrEnum):
    """Scars that stay."""

    GEEN = "geen"
    BEPERKT = "beperkt"
    ONTSIEREND = "ontsierend"


class Stand(StrEnum):
    """What the other side says about liability."""

    ERKEND = "erkend"
    GEDEELTELIJK = "gedeeltelijk"
    AFGEWEZEN = "afgewezen"
    ONBEKEND = "onbekend"


class EigenSchuldReden(StrEnum):
    """Why part of the fault is the victim's own."""

    GORDEL = "gordel"
    HELM = "helm"
    ANDERS = "anders"


class Belangenbehartiger(StrEnum):
    """What kind of representative helps."""

    RECHTSBIJSTANDVERZEKERAAR = "rechtsbijstandverzekeraar"
    ADVOCAAT = "advocaat"
    LETSELSCHADEBUREAU = "letselschadebureau"


class Relatie(StrEnum):
    """How a naaste is bound to the victim, grouped as in the Besluit vergoeding affectieschade."""

    ECHTGENOOT = "echtgenoot_of_geregistreerd_partner"
    LEVENSGEZEL = "levensgezel"
    MINDERJARIG_KIND = "minderjarig_kind"
    THUISWONEND_KIND = "meerderjarig_thuiswonend_kind"
    UITWONEND_KIND = "meerderjarig_niet_thuiswonend_kind"
    OUDER_VAN_MINDERJARIGE = "ouder_van_minderjarig_slachtoffer"
    OUDER_VAN_THUISWONENDE = "ouder_van_meerderjarig_thuiswonend_slachtoffer"
    OUDER_VAN_UITWONENDE = "ouder_van_meerderjarig_niet_thuiswonend_slachtoffer"
    PLEEGKIND_OF_PLEEGOUDER = "pleegkind_of_pleegouder"
    ZORG_IN_GEZINSVERBAND = "zorg_in_gezinsverband"
    BROER_OF_ZUS = "broer_of_zus"
    OVERIG = "overige_nauwe_persoonlijke_relatie"


class SoortWoning(StrEnum):
    """The kind of home, for the self-reliance norm."""

    VRIJSTAAND = "vrijstaand"
    TWEE_ONDER_EEN_KAP = "twee_onder_een_kap"
    RIJTJESHUIS = "rijtjeshuis"
    APPARTEMENT = "appartement"


class SoortStudie(StrEnum):
    """The kind of school, for the study-delay norm."""

    BASISSCHOOL = "basisschool"
    VMBO = "vmbo"
    HAVO_VWO_MBO = "havo_vwo_mbo"
    HBO_WO = "hbo_wo"


class Werk(StrEnum):
    """The victim's work on the day of the event."""

    LOONDIENST = "loondienst"
    ZELFSTANDIG = "zelfstandig"
    GEEN = "geen"
    SCHOOL = "school"
    PENSIOEN = "pensioen"


class Groep(BaseModel):
    """A group of facts: frozen, and closed to keys that nobody declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    @model_validator(mode="before")
    @classmethod
    def _null_is_unknown(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {key: value for key, value in data.items() if not _unknown(value)}


class Verkeer(Groep):
    """Facts about a traffic accident."""

    slachtoffer_als: SlachtofferAls | None = None
    tegenpartij: Tegenpartij | None = None
    doorgereden: StrictBool | None = None


class Letsel(Groep):
    """Facts about the injury and the recovery; `ao_dagen` are calendar days."""

    herstel_maanden: Bereik[Getal] | None = None
    restloos: StrictBool | None = None
    complicaties: StrictBool | None = None
    ao_dagen: Bereik[Aantal] | None = None
    ao_loopt_nog: StrictBool | None = None
    behandeling: Behandeling | None = None
    littekens: Littekens | None = None
    ernstig_en_blijvend: StrictBool | None = None
    blijvende_invaliditeit_pct: Bereik[Percentage] | None = None
    karakterverandering: StrictBool | None = None


class Posten(Groep):
    """Damage items in euro."""

    medisch: Bereik[Geld] | None = None
    reiskosten: Bereik[Geld] | None = None
    huishoudelijke_hulp: Bereik[Geld] | None = None
    zelfwerkzaamheid: Bereik[Geld] | None = None
    inkomen: Bereik[Geld] | None = None
    kleding_en_spullen: Bereik[Geld] | None = None
    uitvaart: Bereik[Geld] | None = None
    overig: Bereik[Geld] | None = None


class Schade(Groep):
    """Damage in euro; `excl_voertuig` leaves out vehicle and representation costs."""

    excl_voertuig: Bereik[Geld] | None = None
    # Absent means true: an amount on its own is taken to be the whole damage.
    smartengeld_inbegrepen: StrictBool | None = None
    voertuig: Bereik[Geld] | None = None
    posten: Posten = Posten()


class Aansprakelijkheid(Groep):
    """What the other side accepts, and when."""

    stand: Stand | None = None
    eigen_schuld_pct: Bereik[Percentage] | None = None
    eigen_schuld_reden: EigenSchuldReden | None = None
    gesteld_op: Bereik[Dag] | None = None
    akkoord_na_maanden: Bereik[Getal] | None = None
    eerste_bod_pct: Bereik[Percentage] | None = None
    overeengekomen_pct: Bereik[Percentage] | None = None


class EerdereRegeling(Groep):
    """An earlier settlement that is opened again."""

    datum: Bereik[Dag] | None = None
    schade: Bereik[Geld] | None = None
    met_voorbehoud: StrictBool | None = None


class Belangenbehartiging(Groep):
    """Who represents the victim."""

    heeft: StrictBool | None = None
    soort: Belangenbehartiger | None = None
    tweede: StrictBool | None = None
    medisch_adviseur_minuten: Bereik[Aantal] | None = None
    medische_info_door_belangenbehartiger: StrictBool | None = None


class Naaste(Groep):
    """One relative; equal `adres` or `belangenbehartiger` labels mean the same one."""

    naam: str | None = None
    relatie: Relatie | None = None
    ook_broer_of_zus: StrictBool | None = None
    adres: str | None = None
    belangenbehartiger: str | None = None
    discussie: StrictBool | None = None
    getuige: StrictBool | None = None
    eigen_psychisch_letsel: StrictBool | None = None


class Jaarcijfers(Groep):
    """Income and household figures, money per year."""

    netto_inkomen_zonder_overlijden: Bereik[Geld] | None = None
    netto_inkomen_na_overlijden: Bereik[Geld] | None = None
    wu: Bereik[Geld] | None = None
    bu: Bereik[Geld] | None = None
    wnu_pct: Bereik[Percentage] | None = None


class Jaar(Jaarcijfers):
    """The figures of one year."""

    jaar: Annotated[int, BeforeValidator(_number), Field(ge=1900, le=2200)]


class Gezin(Jaarcijfers):
    """The family after a death, as one economic unit."""

    jaren: tuple[Jaar, ...] = ()
    adequaat_onderzoek: StrictBool | None = None
    gederfd_levensonderhoud_totaal: Bereik[Geld] | None = None


class Hulp(Groep):
    """Household help that was needed."""

    weken: Bereik[Getal] | None = None
    personen: Bereik[Getal] | None = None
    kind_onder_5: StrictBool | None = None
    zwaar: StrictBool | None = None


class Woning(Groep):
    """The home, for work in and around the house."""

    soort: SoortWoning | None = None
    tuin: StrictBool | None = None
    eigendom: StrictBool | None = None


class Studie(Groep):
    """Study delay."""

    soort: SoortStudie | None = None
    maanden: Bereik[Getal] | None = None


class Gegevens(Groep):
    """Other facts that a rule or a handler needs."""

    in_nederland: StrictBool | None = None
    kilometers: Bereik[Getal] | None = None
    ziekenhuis_dagen: Bereik[Aantal] | None = None
    revalidatie_dagen: Bereik[Aantal] | None = None
    hulp: Hulp = Hulp()
    woning: Woning = Woning()
    studie: Studie = Studie()
    voorschot: Bereik[Geld] | None = None
    werk: Werk | None = None
    leeftijd_veroorzaker: Bereik[Aantal] | None = None
    product_in_verkeer_op: Bereik[Dag] | None = None
    gemeld_op: Bereik[Dag] | None = None
    politie_gemeld_op: Bereik[Dag] | None = None


class Feiten(Groep):
    """All facts of one case."""

    rol: Rol | None = None
    oorzaak: Oorzaak | None = None
    gebeurtenis_datum: Bereik[Dag] | None = None
    overlijdensdatum: Bereik[Dag] | None = None
    geboortedatum_slachtoffer: Bereik[Dag] | None = None
    bekend_op: Bereik[Dag] | None = None
    gestuit_op: Bereik[Dag] | None = None
    verkeer: Verkeer = Verkeer()
    misdrijf: StrictBool | None = None
    letsel: Letsel = Letsel()
    schade: Schade = Schade()
    aansprakelijkheid: Aansprakelijkheid = Aansprakelijkheid()
    regeling_datum: Bereik[Dag] | None = None
    eerdere_regeling: EerdereRegeling = EerdereRegeling()
    belangenbehartiging: Belangenbehartiging = Belangenbehartiging()
    naasten: tuple[Naaste, ...] = ()
    gezin: Gezin = Gezin()
    gegevens: Gegevens = Gegevens()
    verzekeraar_vraagt_finale_kwijting: StrictBool | None = None
    herstelbemiddeling_gewenst: StrictBool | None = None
