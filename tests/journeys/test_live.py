"""The page while things happen: reloads, other browsers, stopping, trying again, working together."""

import random
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.person import Person
from tests.waiting import ASK_S, until

pytestmark = pytest.mark.journey

RELOADS = 20


def test_reloads_at_any_moment_and_a_second_browser_end_in_the_same_page(
    enter: Callable[[str], Person],
) -> None:
    alice = enter("alice")
    address = alice.start_conversation()
    alice.say("four versions of a lighthouse poster, then animate the second")
    dice = random.Random(20)
    restless, second = alice.open_tab(), None
    for turn in range(RELOADS):
        restless.goto(address, wait_until="commit")
        restless.wait_for_timeout(dice.uniform(20, 700))
        if turn == RELOADS // 3:
            second = enter("alice")
            second.page.goto(address)
    assert second is not None
    alice.wait_for_end()
    second.wait_for_end()
    alice.wait_for_end(page=restless)
    fresh = alice.open_tab()
    fresh.goto(address)
    alice.wait_until_live(fresh)
    assert alice.seen() == alice.seen(fresh)
    assert second.seen() == alice.seen(fresh)
    assert alice.seen(restless) == alice.seen(fresh)


def test_stop_works_from_another_tab(alice: Person, fault: Callable[..., None]) -> None:
    address = alice.start_conversation()
    fault("stall", times=1)
    alice.say("a lighthouse at night")
    expect(alice.page.locator("[data-slot]")).to_have_count(1, timeout=20_000)
    other = alice.open_tab()
    other.goto(address)
    other.get_by_role("button", name="Stop").click()
    alice.wait_for_end("cancelled")
    expect(alice.page.get_by_role("button", name="Stop")).to_have_count(0)
    expect(alice.page.locator("[data-slot]")).to_have_attribute("data-status", "cancelled")
    usage = alice.open_tab()

    def nothing_is_held() -> bool:
        usage.goto(f"{alice.address}/usage/")
        return usage.get_by_text("0 held for running work", exact=True).count() == 1

    until(nothing_is_held, what="giving back what was held for a stopped picture", every_s=ASK_S)


def test_a_failed_slot_is_made_again_alone(alice: Person, fault: Callable[..., None]) -> None:
    alice.start_conversation()
    fault("fail_slot", slot=1, times=1)
    alice.say("three versions of a lighthouse poster")
    alice.wait_for_end()
    failed = alice.page.locator("[data-slot='1']")
    expect(failed).to_have_attribute("data-status", "failed")
    expect(alice.media("image", 1)).to_have_count(0)
    kept = alice.media("image", 0).get_attribute("data-href")
    failed.get_by_role("button", name="Retry").press("Enter")
    expect(alice.media("image", 1)).to_have_count(1, timeout=30_000)
    expect(alice.media("image", 0)).to_have_attribute("data-href", kept or "")
    expect(alice.page.locator("[data-slot]")).to_have_count(3)
    expect(alice.runs).to_have_text("Since then image 1 was made.")
    expect(alice.page.locator(":focus")).to_have_attribute("data-tool", "generate_image")
    fault("no_balance", times=1)
    alice.say("a boat")
    alice.wait_for_end("failed")
    again = alice.page.get_by_role("button", name="Try again")
    again.press("Enter")
    expect(alice.runs).to_have_count(3)
    alice.wait_for_end()
    expect(again).to_have_count(0)
    expect(alice.page.locator("#message")).to_be_focused()


def test_two_people_see_one_run_and_both_may_write(enter: Callable[[str], Person]) -> None:
    alice, bob, vera = enter("alice"), enter("bob"), enter("vera")
    address = alice.start_conversation()
    alice.say("what can you do?")
    alice.wait_for_end()
    alice.page.locator("header summary").click()
    alice.page.get_by_role("button", name="Who may see it").click()
    alice.page.get_by_label("The team can write").check()
    alice.page.get_by_role("button", name="Save").click()
    expect(alice.page.get_by_role("dialog")).to_have_count(0)
    for guest in (bob, vera):
        guest.page.goto(address)
        guest.wait_until_live()
    alice.say("a lighthouse at night")
    expect(bob.page.locator("[data-slot]")).to_have_count(1, timeout=20_000)
    bob.say("then a boat at dawn")
    alice.wait_for_end()
    expect(alice.runs).to_have_count(3)
    alice.wait_for_end()
    bob.wait_for_end()
    vera.wait_for_end()
    expect(alice.page.locator("[data-role=user]")).to_have_count(3)
    expect(alice.media("image", 1)).to_have_count(1)
    expect(vera.media("image", 1)).to_have_count(1)
    expect(vera.page.get_by_role("textbox", name="Message")).to_have_count(0)


def test_a_stranger_is_told_nothing(alice: Person, enter: Callable[[str], Person]) -> None:
    address = alice.start_conversation()
    charlie = enter("charlie")
    answer = charlie.page.goto(address)
    assert answer is not None
    assert answer.status == 404
    expect(charlie.page.locator("body")).to_contain_text("not shared with you")
    charlie.complaints.clear()
