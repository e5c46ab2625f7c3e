"""Made-up turns for the tests of the store."""

from datetime import UTC, datetime, timedelta

from bot.ports import (
    Button,
    Conversation,
    Decide,
    Decision,
    Inbound,
    Labels,
    MessageClass,
    Outgoing,
    Part,
    Store,
)
from dialogs.effects import Progress
from dialogs.events import Said
from dialogs.session import Answer, Entry, Phase, Session, State, Status
from dialogs.urgency import Urgency

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
CHANNEL, CHAT = "telegram", "chat-4711"


def later(seconds: float) -> datetime:
    return AT + timedelta(seconds=seconds)


def inbound(
    message: str | int, text: str = "hallo", chat: str = CHAT, at: datetime = AT
) -> Inbound:
    return Inbound(
        channel=CHANNEL, chat_id=chat, message_id=str(message), at=at, act=Said(text=text)
    )


def outgoing(text: str, state: State = State.INTAKE) -> Outgoing:
    return Outgoing(
        parts=(Part(text=text, choices=(Button(id="ja", label="Ja"),)),),
        state=state,
        progress=Progress(done=1, of=14),
    )


def words(said: Outgoing | None) -> str:
    assert said is not None
    return said.parts[0].text


def counted(known: Conversation) -> Session:
    return known.session.model_copy(update={"turns": known.session.turns + 1})


def remembering(session: Session, text: str) -> Session:
    answer = Answer(
        status=Status.ANSWERED, value=text, words=text, at=AT, channel=CHANNEL, turn=session.turns
    )
    return session.model_copy(
        update={"ledger": {**session.ledger, "naam": Entry(question="naam", answer=answer)}}
    )


def remembered(found: Conversation | None) -> str | None:
    """What `remember` put into the ledger."""
    answer = None if found is None else found.session.ledger["naam"].answer
    return None if answer is None else answer.words


def answering(
    *texts: str,
    sort: MessageClass = MessageClass.BOT,
    labels: Labels | None = None,
    remember: str | None = None,
) -> Decide:
    """Count the turn, and say these texts."""

    def decide(known: Conversation) -> Decision:
        session = counted(known)
        return Decision(
            session=session if remember is None else remembering(session, remember),
            labels=labels or Labels(state=State.INTAKE),
            outgoing=tuple((sort, outgoing(text)) for text in texts),
        )

    return decide


def handing_over(urgency: Urgency = Urgency.NORMAL, at: datetime = AT) -> Decide:
    return answering(
        "U bent doorgestuurd.",
        labels=Labels(
            state=State.HANDED_OVER,
            process_code="LL",
            urgency=urgency,
            signals=("geen_finale_kwijting_bij_licht_letsel",),
            handed_over_at=at,
        ),
    )


def erasing(*texts: str) -> Decide:
    def decide(known: Conversation) -> Decision:
        return Decision(
            session=known.session.model_copy(update={"phase": Phase.ERASED}),
            labels=Labels(state=State.ERASED),
            outgoing=tuple((MessageClass.BOT, outgoing(text, State.ERASED)) for text in texts),
            erase=True,
        )

    return decide


async def sent_all(store: Store, now: datetime = AT) -> list[str]:
    """Send everything there is, in order; return the texts."""
    texts: list[str] = []
    while ready := await store.pending((CHANNEL,), now):
        for posted in ready:
            texts.append(words(posted.outgoing))
            await store.sent(posted.id, now)
    return texts
