"""One row per relative: the row of the Besluit, and what a human must still judge."""

from collections.abc import Iterator
from decimal import Decimal

from calc.affectieschade.grond import Grond, Recht
from calc.affectieschade.uitkomst import Regel, Status
from calc.dated import Lezing
from calc.feiten import Feiten, Naaste, Relatie
from calc.geld import NIETS
from calc.marges import precies, vast, zonder_deel
from calc.reden import Reden, reden

# The rows of art. 1 of the Besluit, as it groups the relatives. Brothers and sisters have none.
RIJEN = {
    Relatie.ECHTGENOOT: "echtgenoten_en_geregistreerde_partners",
    Relatie.LEVENSGEZEL: "levensgezellen",
    Relatie.MINDERJARIG_KIND: "minderjarige_kinderen_en_ouders",
    Relatie.OUDER_VAN_MINDERJARIGE: "minderjarige_kinderen_en_ouders",
    Relatie.THUISWONEND_KIND: "meerderjarige_thuiswonende_kinderen_en_ouders",
    Relatie.OUDER_VAN_THUISWONENDE: "meerderjarige_thuiswonende_kinderen_en_ouders",
    Relatie.UITWONEND_KIND: "meerderjarige_niet_thuiswonende_kinderen_en_ouders",
    Relatie.OUDER_VAN_UITWONENDE: "meerderjarige_niet_thuiswonende_kinderen_en_ouders",
    Relatie.PLEEGKIND_OF_PLEEGOUDER: "pleegkinderen_en_ouders",
    Relatie.ZORG_IN_GEZINSVERBAND: "zorg_in_gezinsverband",
    Relatie.OVERIG: "overige_nauwe_persoonlijke_relaties",
}


# Whose row depends on age and address "ten tijde van de gebeurtenis".
_OP_DE_DAG = frozenset(RIJEN) - {
    Relatie.ECHTGENOOT,
    Relatie.LEVENSGEZEL,
    Relatie.PLEEGKIND_OF_PLEEGOUDER,
    Relatie.ZORG_IN_GEZINSVERBAND,
    Relatie.OVERIG,
}


def regel(naaste: Naaste, grond: Grond, feiten: Feiten, lezing: Lezing) -> Regel:
    """Return what one relative may be due.

    Args:
        naaste: How they are bound to the victim.
        grond: What the facts of the victim give.
        feiten: Give the day of the event, and the victim's own share in the fault.
        lezing: Gives the table of the Besluit.

    Returns:
        A fixed amount, nothing, or a row to be judged with the amount it would be.

    Source:
        Besluit vergoeding affectieschade, art. 1; art. 6:107 lid 2 and 6:108 lid 4 BW.
    """
    if grond.recht is Recht.NEE:
        return _geen(naaste)
    if naaste.relatie is Relatie.BROER_OF_ZUS:
        return _geen(naaste, reden("naaste_broer_of_zus"))
    waarom = tuple(_redenen(naaste))
    tabel = _tabelbedrag(naaste, grond, feiten, lezing)
    if tabel is None or grond.recht is Recht.TE_BEOORDELEN or _weegt_een_mens(naaste):
        return Regel(
            naam=naaste.naam,
            relatie=naaste.relatie,
            bedrag=None,
            bedrag_als_toegekend=tabel,
            na_schulddeling=None,
            status=Status.TE_BEOORDELEN,
            redenen=waarom,
        )
    # "Van deze bedragen kan niet worden afgeweken"; own fault of the victim may lower them still.
    eigen_schuld = feiten.aansprakelijkheid.eigen_schuld_pct
    return Regel(
        naam=naaste.naam,
        relatie=naaste.relatie,
        bedrag=tabel,
        bedrag_als_toegekend=None,
        na_schulddeling=eigen_schuld and precies(zonder_deel(vast(tabel), eigen_schuld)),
        status=Status.VAST,
        redenen=waarom,
    )


def _geen(naaste: Naaste, *waarom: Reden) -> Regel:
    return Regel(
        naam=naaste.naam,
        relatie=naaste.relatie,
        bedrag=NIETS,
        bedrag_als_toegekend=None,
        na_schulddeling=NIETS,
        status=Status.GEEN,
        redenen=waarom,
    )


def _tabelbedrag(naaste: Naaste, grond: Grond, feiten: Feiten, lezing: Lezing) -> Decimal | None:
    rij = RIJEN.get(naaste.relatie) if naaste.relatie is not None else None
    if rij is None:
        return None
    cel = f"affectieschade.{rij}.{grond.kolom}"
    dag = feiten.gebeurtenis_datum
    bedrag = None if dag is None else lezing.geld(cel, op=dag)
    if bedrag is None and grond.recht is Recht.TE_BEOORDELEN:
        # The day leaves the version open: what it would be if it happened now.
        return lezing.geld(cel, op=lezing.today)
    return bedrag


def _weegt_een_mens(naaste: Naaste) -> bool:
    zorg_door_verwant = (
        naaste.relatie is Relatie.ZORG_IN_GEZINSVERBAND and naaste.ook_broer_of_zus is True
    )
    return naaste.relatie is Relatie.OVERIG or zorg_door_verwant


def _redenen(naaste: Naaste) -> Iterator[Reden]:
    match naaste.relatie:
        case None:
            yield reden("naaste_relatie_onbekend")
        case Relatie.OVERIG:
            yield reden("naaste_overige_relatie")
        case Relatie.LEVENSGEZEL:
            yield reden("naaste_levensgezel")
        case Relatie.ZORG_IN_GEZINSVERBAND:
            verwant = naaste.ook_broer_of_zus is True
            yield reden("naaste_zorg_en_broer_of_zus" if verwant else "naaste_zorg_aantonen")
        case _:
            yield reden("naaste_vast_bedrag", rij=RIJEN[naaste.relatie])
    if naaste.relatie in _OP_DE_DAG:
        yield reden("naaste_op_de_dag")
