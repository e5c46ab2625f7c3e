from bot.ports import Labels, Store
from dialogs.session import State
from dialogs.urgency import Urgency
from tests.storage_cases import AT, answering, handing_over, inbound, later


async def test_the_queue_shows_the_most_urgent_first_and_then_the_oldest(store: Store) -> None:
    for number, urgency in enumerate(
        (Urgency.NORMAL, Urgency.NOW, Urgency.TODAY, Urgency.NOW, Urgency.NORMAL)
    ):
        await store.turn(
            inbound(1, chat=str(number), at=later(number)), handing_over(urgency, later(number))
        )

    queue = await store.cases()

    assert [row.case[-1] for row in queue] == ["2", "4", "3", "1", "5"]
    first = queue[0]
    assert first.labels.urgency is Urgency.NOW
    assert first.labels.process_code == "LL"
    assert first.labels.signals == ("geen_finale_kwijting_bij_licht_letsel",)
    assert first.labels.handed_over_at == later(1)
    assert (first.created_at, first.changed_at) == (later(1), later(1))
    assert first.owner is None


async def test_somebody_who_is_still_filling_in_is_not_in_the_queue(store: Store) -> None:
    await store.turn(inbound(1), answering("Dag."))

    assert await store.cases() == ()


async def test_somebody_who_needs_a_human_is_in_the_queue_before_the_hand_over(
    store: Store,
) -> None:
    alarmed = Labels(state=State.INTAKE, urgency=Urgency.TODAY)
    asked = Labels(state=State.WITH_HUMAN, urgency=Urgency.TODAY)
    await store.turn(inbound(1, chat="a"), answering(labels=alarmed))
    await store.turn(inbound(1, chat="b"), answering(labels=asked))
    third = await store.turn(inbound(1, chat="c"), answering())
    await store.claim(third.case, "anna", 0, AT)

    assert [row.case[-1] for row in await store.cases()] == ["1", "2", "3"]
