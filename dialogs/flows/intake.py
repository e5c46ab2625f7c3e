"""The whole intake: every part in the order in which it is talked through."""

from dialogs.flow import Flow, Limits
from dialogs.flows.afhandeling import HULP, SCHULD, TEGENSPRAAK, TERMIJN, UITKOMST
from dialogs.flows.belofte import MOST_ANSWERS
from dialogs.flows.contact import CONTACT
from dialogs.flows.gebeurtenis import GEBEURTENIS
from dialogs.flows.letsel import LETSEL
from dialogs.flows.meer import MEER
from dialogs.flows.naasten import NAASTEN, VERWANTEN
from dialogs.flows.overlijden import OVERLIJDEN
from dialogs.flows.schade import SCHADE
from dialogs.flows.toestemming import TOESTEMMING
from dialogs.questions import Item

NAME = "intake"
# Rises with every change that a person in the middle of a conversation could notice.
VERSION = "1"

ITEMS: tuple[Item, ...] = (
    *TOESTEMMING,
    *GEBEURTENIS,
    *TERMIJN,
    *LETSEL,
    *SCHADE,
    *VERWANTEN,
    *OVERLIJDEN,
    *SCHULD,
    *UITKOMST,
    *HULP,
    *NAASTEN,
    *MEER,
    *CONTACT,
    *TEGENSPRAAK,
)

LIMITS = Limits(fact="rol", most=MOST_ANSWERS)
FLOW = Flow(name=NAME, version=VERSION, items=ITEMS, limits=LIMITS)
