"""The whole intake: every part in the order in which it is talked through."""

from dialogs.flows.afhandeling import HULP, SCHULD, UITKOMST
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
)

# What is promised before the first question: answers at most, the consent among them, for who
# does not choose to tell more.
MOST_ANSWERS = {"slachtoffer": 28, "naaste": 30, "nabestaande": 30}
OPENS = frozenset({"meer", "posten", "gezin_nu", "nog_een_naaste", "nog_een_verwant"})
