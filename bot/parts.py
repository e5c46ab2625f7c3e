"""Everything that runs, chosen once by `bot.app` and handed to whoever serves people."""

from dataclasses import dataclass

from bot.alarms.group import StaffGroup
from bot.alarms.watch import AlarmWatch
from bot.files.fetching import Fetching
from bot.outbox import Outbox
from bot.ports import Clock, Live, Store
from bot.sentences.texts import Texts
from bot.service import Service
from bot.settings import Settings
from dialogs.script import Script


@dataclass(frozen=True)
class Parts:
    """The parts of one running program."""

    settings: Settings
    texts: Texts
    script: Script
    store: Store
    clock: Clock
    live: Live
    service: Service
    outbox: Outbox
    alarms: AlarmWatch
    fetching: Fetching
    staff_group: StaffGroup
