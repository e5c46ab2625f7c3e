"""On a bad line, in a tab that sleeps, on a forgetful phone: nothing lost, nothing twice."""

import pytest
from playwright.async_api import Browser, Page, expect

from bot.parts import Parts
from bot.ports import Conversation, Decision, MessageClass, Outgoing, Part
from bot.sentences.words import words
from dialogs.effects import Progress
from tests.browsing import IN_A_BROWSER, hidden, looked_at_again
from tests.visiting import Visitor, visiting

TEXTS = words()
THREE = ("3 mei 1980", "verkeer", "gisteren")
# As in a window that keeps nothing, or with every cookie of this kind refused.
NO_STORAGE = """for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, name, { get() { throw new DOMException("", "SecurityError") } })
"""

pytestmark = [*IN_A_BROWSER, pytest.mark.asyncio(loop_scope="module")]


async def type_without_a_line(visitor: Visitor, *answers: str) -> None:
    visitor.may_be_offline = True
    await visitor.page.context.set_offline(True)
    for typed in answers:
        await visitor.text.fill(typed)
        await visitor.text.press("Enter")
    await expect(visitor.page.locator("#queue .status").last).to_contain_text("Nog niet verstuurd")


async def next_tab(visitor: Visitor) -> Visitor:
    other = Visitor(await visitor.page.context.new_page(), visitor.address)
    await other.open()
    return other


async def test_answers_without_a_line_are_sent_once_after_the_tab_was_closed(
    visitor: Visitor,
) -> None:
    await visitor.intake(until="geboortedatum")
    await type_without_a_line(visitor, *THREE)
    await expect(visitor.page.locator("#notice")).to_contain_text("bewaren het op dit apparaat")
    context = visitor.page.context
    await visitor.page.close()
    await context.set_offline(False)

    later = Visitor(await context.new_page(), visitor.address)
    await later.open()
    await later.settled()

    assert (await later.said())[-3:] == list(THREE)
    assert await later.question() == "verhaal"
    assert await later.page.evaluate("localStorage.length") == 0
    await later.page.reload()
    assert (await later.said()).count("3 mei 1980") == 1


async def test_what_two_tabs_find_waiting_is_sent_once(visitor: Visitor) -> None:
    await visitor.intake(until="geboortedatum")
    await visitor.page.route("**/chat/messages", lambda route: route.abort())
    visitor.may_be_offline = True
    for typed in THREE:
        await visitor.text.fill(typed)
        await visitor.text.press("Enter")
    await expect(visitor.page.locator("#queue .u")).to_have_count(3)
    other = await next_tab(visitor)
    await other.settled()
    await visitor.page.unroute("**/chat/messages")
    await visitor.page.evaluate("dispatchEvent(new Event('online'))")
    await visitor.settled()

    for tab in (visitor, other):
        assert (await tab.said())[-3:] == list(THREE)
        assert (await tab.said()).count("verkeer") == 1


async def test_a_browser_that_keeps_nothing_says_to_leave_the_page_open(
    chromium: Browser, address: str
) -> None:
    async with visiting(chromium, address) as someone:
        await someone.page.add_init_script(NO_STORAGE)
        await someone.open()
        await someone.intake(until="geboortedatum")
        await type_without_a_line(someone, *THREE)
        await expect(someone.page.locator("#queue .status").last).to_contain_text(
            "Laat deze pagina open"
        )
        await expect(someone.page.locator("#notice")).to_contain_text("Laat deze pagina open")
        await someone.page.context.set_offline(False)
        await someone.settled()

        assert (await someone.said())[-3:] == list(THREE)


async def test_what_waits_for_a_conversation_that_was_erased_begins_no_other(
    visitor: Visitor,
) -> None:
    await visitor.intake(until="geboortedatum")
    await type_without_a_line(visitor, "mijn geheim")
    context = visitor.page.context
    await visitor.page.close()
    await context.set_offline(False)
    erasing = Visitor(await context.new_page(), visitor.address)
    await erasing.page.add_init_script("localStorage.removeItem('wacht')")
    kept = await erasing.page.context.storage_state()
    (origin,) = kept["origins"]
    waiting = origin["localStorage"][0]["value"]
    await erasing.open()
    await erasing.say("wis")
    await erasing.choices.and_(erasing.page.locator("[value=ja]")).tap()
    await expect(erasing.lines).to_have_count(1)
    await erasing.page.close()

    later = Visitor(await context.new_page(), visitor.address)
    await later.page.add_init_script(f"localStorage.setItem('wacht', {waiting!r})")
    await later.open()

    await expect(later.page.locator("#queue .u")).to_have_count(0)
    await expect(later.choices.first).to_be_enabled()
    assert await later.said() == []


async def test_a_story_that_is_half_written_survives_the_page(visitor: Visitor) -> None:
    await visitor.intake(until="geboortedatum")
    await visitor.text.fill("Het begon toen ik")

    await visitor.page.reload()

    await expect(visitor.text).to_have_value("Het begon toen ik")
    await visitor.say("3 mei 1980")
    await visitor.page.reload()
    await expect(visitor.text).to_have_value("")


@pytest.mark.long
async def test_a_ninth_tab_opens_while_the_others_wait(visitor: Visitor) -> None:
    await visitor.say("ja")
    tabs = [visitor]
    for _ in range(8):
        await hidden(tabs[-1].page)
        tabs.append(await next_tab(visitor))
    await tabs[-1].tap("slachtoffer")

    await looked_at_again(visitor.page)

    await expect(visitor.page.get_by_text(TEXTS("vraag.geboortedatum.ask"))).to_be_visible()
    assert (await visitor.said()) == ["ja", "Ik ben zelf gewond"]


async def test_what_was_said_while_nobody_looked_is_there_once(
    visitor: Visitor, everything: Parts
) -> None:
    await visitor.say("ja")
    other = await next_tab(visitor)
    await hidden(other.page)
    await writes(everything, "Dag, met Sanne.")
    await expect(visitor.page.get_by_text("Dag, met Sanne.")).to_have_count(1)
    await expect(other.page.get_by_text("Dag, met Sanne.")).to_have_count(0)

    await looked_at_again(other.page)
    await expect(other.page.get_by_text("Dag, met Sanne.")).to_have_count(1)
    await hidden(other.page)
    await looked_at_again(other.page)
    await writes(everything, "Bent u daar nog?")

    await expect(other.page.get_by_text("Bent u daar nog?")).to_have_count(1)
    await expect(other.page.get_by_text("Dag, met Sanne.")).to_have_count(1)


async def test_erasing_empties_a_tab_that_nobody_sees(visitor: Visitor) -> None:
    await visitor.say("ja")
    other = await next_tab(visitor)
    await hidden(other.page)
    await visitor.say("wis")
    await visitor.choices.and_(visitor.page.locator("[value=ja]")).tap()
    await expect(visitor.lines).to_contain_text(["Alles is gewist"])

    await expect(other.lines).to_have_count(1)
    assert await other.said() == []


async def test_a_page_that_was_asleep_for_an_hour_opens_its_stream_anew(
    chromium: Browser, address: str
) -> None:
    async with visiting(chromium, address) as someone:
        await someone.page.clock.install()
        await someone.open()
        await someone.page.clock.resume()
        await someone.say("ja")

        async with someone.page.expect_request("**/chat/events*"):
            await someone.page.clock.fast_forward("01:00:00")

        await someone.say("ikzelf")
        assert (await someone.said()) == ["ja", "ikzelf"]


async def writes(parts: Parts, text: str) -> None:
    """Let a member of staff say something in the newest conversation."""

    def decide(known: Conversation) -> Decision:
        said = Outgoing(
            parts=(Part(text=text),), state=known.labels.state, progress=Progress(done=0, of=0)
        )
        return Decision(
            session=known.session, labels=known.labels, outgoing=((MessageClass.HUMAN, said),)
        )

    # What was erased leaves its number unused.
    cases = [f"LW-{parts.clock.now().year}-{number:06}" for number in range(1, 100)]
    there = [case for case in cases if await parts.store.conversation(case=case) is not None]
    turn = await parts.store.amend(there[-1], parts.clock.now(), decide)
    assert turn is not None
    parts.live.changed(turn.conversation)


async def listening(page: Page) -> None:
    """Note how what comes next is told to whoever listens: live, or by the focus."""
    await page.evaluate(
        """() => {
            window.told = [];
            new MutationObserver((changes) => {
                const log = document.querySelector("#log");
                for (const change of changes) for (const node of change.addedNodes)
                    if (node.matches && node.matches(".line.bot")) window.told.push(
                        [log.getAttribute("aria-live"), document.activeElement === node].join());
            }).observe(document.querySelector("#log"), { childList: true });
        }"""
    )


async def test_a_new_question_is_read_out_once(visitor: Visitor) -> None:
    await visitor.say("ja")
    await listening(visitor.page)
    await visitor.choices.first.focus()
    await visitor.page.keyboard.press("Enter")
    await visitor.grown(3)
    await expect(visitor.page.locator("#log")).to_have_attribute("aria-live", "polite")
    await visitor.say("3 mei 1980")

    # By a button the focus goes to it and tells it; by typing the focus stays, and it is live.
    assert await visitor.page.evaluate("window.told") == ["off,true", "polite,false"]
