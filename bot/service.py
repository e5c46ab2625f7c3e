"""The one loop: a message in, one step of the conversation, everything kept in one turn."""

from collections.abc import Callable

from bot import metrics
from bot.alarms.raising import raised
from bot.clock import day_of
from bot.days.terms_ahead import ahead
from bot.log import fault, log
from bot.ports import (
    AlarmKind,
    Conversation,
    Decide,
    Decision,
    Inbound,
    Labels,
    Live,
    MessageClass,
    NewFile,
    Outgoing,
    Raise,
    Store,
    Turn,
    Unreadable,
)
from bot.sentences.render import Renderer
from dialogs.effects import Erase, Keep, Step
from dialogs.engine import step
from dialogs.events import Act, Event, Sent
from dialogs.script import Script
from dialogs.session import Session, process_code
from dialogs.staff.takeover import heard
from dialogs.urgency import signals_of, urgency


def _nobody() -> None:
    """Wake nobody: there is no outbox."""


class Service:
    """Takes what people send, whatever the channel."""

    def __init__(
        self,
        store: Store,
        script: Script,
        renderer: Renderer,
        live: Live,
        wake: Callable[[], None] = _nobody,
    ) -> None:
        """Work on this store; `wake` tells the outbox that there is something to send."""
        self._store = store
        self._script = script
        self._renderer = renderer
        self._live = live
        self._wake = wake

    async def handle(self, inbound: Inbound, decide: Decide | None = None) -> Turn:
        """Do one turn; when this returns, all of it is kept and the answer is on its way.

        `decide` is for a channel on which people can do what is no act of the conversation.
        """
        turn, _ = await self.answered(inbound, decide)
        return turn

    async def answered(
        self, inbound: Inbound, decide: Decide | None = None
    ) -> tuple[Turn, Outgoing | None]:
        """Do one turn and return its answer as well; None for a message that came twice."""
        inbound = inbound.model_copy(update={"act": _own(writable(inbound.act), inbound.file)})
        decisions: list[Decision] = []

        def decided(known: Conversation) -> Decision:
            decisions.append(self.decision(known, inbound, decide))
            return decisions[-1]

        with metrics.TURN_SECONDS.time():
            turn = await self._kept(inbound, decided)
        if turn.duplicate or not decisions:
            metrics.DUPLICATES.labels(inbound.channel).inc()
            return turn, None
        self._told(turn, inbound, decisions[-1])
        return turn, next((said for _, said in decisions[-1].outgoing), None)

    async def _kept(self, inbound: Inbound, decided: Decide) -> Turn:
        """Do the turn; a case that cannot be read any more is one for staff."""
        try:
            return await self._store.turn(inbound, decided)
        except Unreadable as error:
            alarm = Raise(kind=AlarmKind.ONLEESBAAR, mark=f"{day_of(inbound.at)}")
            await self._store.alarms.raise_for(error.case, alarm, inbound.at)
            raise

    def decision(
        self, known: Conversation, inbound: Inbound, decide: Decide | None = None
    ) -> Decision:
        """Return what one message comes to; it can be asked for again after a lost race.

        A mistake of ours leaves the conversation as it was and is told to the person: a message
        that is never answered would be delivered again for ever, and hold up everyone behind it.
        """
        try:
            return self._decided(known, inbound) if decide is None else decide(known)
        except Exception as error:  # noqa: BLE001 - whatever it is, somebody waits for an answer
            log.error("turn_failed", channel=inbound.channel, **fault(error))
            metrics.FAULTS.inc()
            sorry = self._renderer.sorry(known)
            return Decision(
                session=known.session,
                labels=known.labels,
                outgoing=((MessageClass.SAFETY, sorry),),
            )

    def outgoing(self, taken: Step, session: Session, case: str) -> Outgoing:
        """Return what a step says, ready for any channel."""
        return self._renderer.outgoing(taken, session, case)

    def _decided(self, known: Conversation, inbound: Inbound) -> Decision:
        event = Event(act=inbound.act, at=inbound.at, channel=inbound.channel)
        take = step if known.owner is None else heard
        session, taken = take(self._script, known.session, event, day_of(inbound.at))
        outgoing = self.outgoing(taken, session, known.case)
        own = MessageClass.BOT if known.owner is None else MessageClass.SYSTEM
        sort = MessageClass.SAFETY if taken.safety else own
        fresh = labels(session, taken, held=known.owner is not None)
        return Decision(
            session=session,
            labels=fresh,
            outgoing=((sort, outgoing),),
            alarms=raised(known, taken, fresh, inbound.at),
            erase=any(isinstance(effect, Erase) for effect in taken.effects),
            file=inbound.file if any(isinstance(one, Keep) for one in taken.effects) else None,
        )

    def _told(self, turn: Turn, inbound: Inbound, decided: Decision) -> None:
        metrics.TURNS.labels(inbound.channel).inc()
        if any(sort is MessageClass.SAFETY for sort, _ in decided.outgoing):
            metrics.SAFETY.inc()
        if decided.file is not None and decided.file.content is not None:
            metrics.FILES.labels(inbound.channel, "kept").inc()
        self._wake()
        self._live.changed(turn.conversation)


def writable(act: Act) -> Act:
    """Return an act without halves of signs, which JSON can carry and no file can hold."""
    told = {name: value for name, value in act if type(value) is str and name != "kind"}
    whole = {name: value.encode("utf-16", "surrogatepass") for name, value in told.items()}
    mended = {name: value.decode("utf-16", "replace") for name, value in whole.items()}
    return act if mended == told else act.model_copy(update=mended)


def _own(act: Act, file: NewFile | None) -> Act:
    """Return an act that tells of no file but the one that came with it."""
    known = None if file is None else file.id
    if not isinstance(act, Sent) or act.file == known:
        return act
    return act.model_copy(update={"file": known})


def labels(session: Session, taken: Step, *, held: bool = False) -> Labels:
    """Return what stands in the clear: enough to sort a queue by, and no more.

    A case that is held by somebody is less urgent for it.
    """
    coming = ahead(session)
    return Labels(
        state=taken.state,
        process_code=process_code(session),
        urgency=urgency(session, held=held),
        signals=signals_of(session),
        handed_over_at=session.handed_over_at,
        next_term=coming.next_term,
        relabel_on=coming.relabel_on,
        retest_on=taken.retest_on,
    )
