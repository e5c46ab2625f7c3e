"""Every question of the real conversation, as it may stand on a screen."""

from datetime import UTC, date, datetime

from bot.ports import Outgoing
from bot.sentences.articles import articles
from bot.sentences.render import Renderer
from bot.sentences.words import words
from bot.settings import Settings
from calc.feiten import Feiten
from dialogs.asking import ask
from dialogs.effects import Progress, Say, Step
from dialogs.flows.intake import FLOW
from dialogs.questions import Kind, Question
from dialogs.session import Answer, Entry, Proposal, Session, State, Status
from dialogs.walk import Place, walk

TODAY = date(2026, 11, 25)
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
QUESTIONS = tuple(FLOW.questions())
RENDERER = Renderer(words(), articles("nl", words()), Settings(_env_file=None))
NOTHING_KNOWN = walk(FLOW, Session(), TODAY)
RELATIVES = Feiten.model_validate(
    {"rol": "naaste", "naasten": [{"naam": "Wilhelmina Johanna"}] * 12}
)


def an_answer(question: Question) -> Answer:
    """Return an answer that was given before."""
    value = "2026-05-03" if question.kind is Kind.DATE else None
    return Answer(
        status=Status.ANSWERED if value else Status.UNKNOWN,
        value=value,
        at=NOON,
        channel="web",
        turn=1,
    )


def sessions(question: Question, index: int | None) -> list[Session]:
    """Return what may be on the screen: plain, misunderstood, read back, asked again."""
    key = Place(question, index).key
    entry = Entry(question=question.id, index=index, answer=an_answer(question), asked_again=True)
    return [
        Session(),
        Session(misunderstood=2),
        Session(misunderstood=2, proposal=Proposal(key=key, value="2026-05-03")),
        Session(misunderstood=2, ledger={key: entry}),
    ]


def rendered(question: Question, index: int | None, session: Session, said: str) -> Outgoing:
    """Return a turn that notes something and then asks."""
    asked = ask(NOTHING_KNOWN, Place(question.at(index), index), session)
    before = Say(key="bevestig.genoteerd", params={"waarde": said})
    step = Step(
        feiten=RELATIVES.model_dump(mode="json"),
        effects=(before, asked),
        state=State.CONSENT if question.consent else State.INTAKE,
        progress=Progress(done=1, of=9),
    )
    return RENDERER.outgoing(step, session, "LW-2026-000001")
