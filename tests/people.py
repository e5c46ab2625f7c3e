"""People whose facts are known: they walk the whole conversation and answer from their facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.ports import Inbound, Outgoing, Store
from bot.service import Service
from dialogs.events import Act, Chose, Command, Commanded, Said
from dialogs.session import State
from dialogs.tree import look

MOST_TURNS = 150
_OVER = (State.HANDED_OVER, State.WITH_HUMAN, State.STOPPED)
# What somebody says who does not know, the first that is on offer.
_DONT_KNOW = ("weet_niet", "onbekend", "overslaan", "klaar", "nee")

VICTIM: Mapping[str, Any] = {
    "rol": "slachtoffer",
    "oorzaak": "verkeer",
    "geboortedatum_slachtoffer": "1988-04-12",
    "gebeurtenis_datum": "2026-06-15",
    "verkeer": {"slachtoffer_als": "fietser", "tegenpartij": "motorvoertuig"},
    "letsel": {
        "herstel_maanden": 3,
        "ao_dagen": 35,
        "ao_loopt_nog": False,
        "behandeling": "therapie",
        "complicaties": False,
        "restloos": True,
        "littekens": "geen",
    },
    "schade": {"excl_voertuig": "1850.00", "voertuig": "420.00"},
    "aansprakelijkheid": {"eigen_schuld_pct": 25},
    "verzekeraar_vraagt_finale_kwijting": True,
    "belangenbehartiging": {"soort": "rechtsbijstandverzekeraar"},
}
LIGHT: Mapping[str, Any] = {
    **VICTIM,
    "letsel": {**VICTIM["letsel"], "ao_dagen": 5, "herstel_maanden": 1},
    "verzekeraar_vraagt_finale_kwijting": False,
}
BEREAVED: Mapping[str, Any] = {
    "rol": "nabestaande",
    "oorzaak": "misdrijf",
    "gebeurtenis_datum": "2026-02-02",
    "overlijdensdatum": "2026-02-05",
    "schade": {"posten": {"uitvaart": "7450.00"}},
    "naasten": [
        {"naam": "Yara", "relatie": "echtgenoot_of_geregistreerd_partner"},
        {"naam": "Bo", "relatie": "minderjarig_kind", "adres": "a"},
        {"naam": "Jip", "relatie": "broer_of_zus", "adres": "b"},
    ],
}


@dataclass
class Person:
    """Somebody who talks on one channel; `says` are words for questions without a fact."""

    service: Service
    store: Store
    facts: Mapping[str, Any]
    at: datetime
    channel: str = "web"
    chat_id: str = "somebody"
    says: Mapping[str, str] = field(default_factory=dict)
    # What is said at first, by question, and then taken back.
    at_first: dict[str, str] = field(default_factory=dict)
    turns: int = 0

    async def walk(self) -> str:
        """Talk until it is over and return the case number."""
        seen = await self.does(Commanded(command=Command.START))
        relatives = len(self.facts.get("naasten", ())) - (self.facts["rol"] != "slachtoffer")
        while seen.state not in _OVER and self.turns < MOST_TURNS:
            asked = seen.question
            if asked is not None and (asked.fact or "").endswith("[+]"):
                seen = await self.does(Chose(choice="ja" if relatives > 0 else "nee"))
                relatives -= 1
                continue
            if asked is not None and asked.id in self.at_first:
                await self.does(Said(text=self.at_first.pop(asked.id)))
                seen = await self.does(Commanded(command=Command.TERUG))
                continue
            seen = await self.does(self.answer(seen))
        known = await self.store.conversation_of(self.channel, self.chat_id)
        assert known is not None
        return known.case

    async def does(self, act: Act) -> Outgoing:
        """Send one message and return the answer to it."""
        self.turns += 1
        self.at += timedelta(seconds=40)
        done = await self.service.handle(
            Inbound(
                channel=self.channel,
                chat_id=self.chat_id,
                message_id=str(self.turns),
                at=self.at,
                act=act,
            )
        )
        lines = await self.store.transcript(done.conversation)
        return next(line.outgoing for line in reversed(lines) if line.outgoing is not None)

    def answer(self, seen: Outgoing) -> Act:
        """Return what this person answers to what is on the screen."""
        offered = {button.id: button for part in seen.parts for button in part.choices}
        asked = seen.question
        if asked is None or "klopt" in offered:
            return Chose(choice="klopt" if "klopt" in offered else next(iter(offered), "ok"))
        if seen.state is State.CONSENT or asked.id == "vertegenwoordiger":
            return Chose(choice="ja")
        said = self.says.get(asked.id) or (asked.kind == "contact" and _contact(asked.id))
        if said:
            return Said(text=said)
        known = look(dict(self.facts), asked.fact) if asked.fact else None
        if known is None or asked.kind == "ticks":
            return Chose(choice=next(name for name in _DONT_KNOW if name in offered))
        return _told(asked.fact or "", asked.kind, known, offered)


def _contact(question: str) -> str:
    return "Sanne Voorbeeld" if "naam" in question else "06-12345678"


def _told(fact: str, kind: str, known: Any, offered: Mapping[str, Any]) -> Act:
    if kind == "yesno":
        return Chose(choice="ja" if known else "nee")
    if kind == "choice" and fact.endswith((".adres", ".belangenbehartiger")):
        return Chose(choice="ander")
    if kind == "choice":
        return Chose(choice=_button(str(known), offered))
    unit = {"percent": "%", "duration": " maanden" if fact.endswith("maanden") else " dagen"}
    if kind == "money":
        return Said(text=f"{known} euro".replace(".", ","))
    return Said(text=f"{known}{unit.get(kind, '')}")


def _button(value: str, offered: Mapping[str, Any]) -> str:
    return next(
        name for name, button in offered.items() if value == name or value in button.values
    )
