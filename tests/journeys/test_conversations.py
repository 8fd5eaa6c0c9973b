"""What is done with a whole conversation on the page in which it began, where everything came over the socket."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.person import Person

pytestmark = pytest.mark.journey


def test_a_conversation_is_named_thrown_away_and_taken_back_where_it_began(alice: Person) -> None:
    address = alice.start_conversation()
    alice.say("what can you do?")
    alice.wait_for_end()
    expect(alice.page).to_have_title("What can you do? · Sogni Web")
    menu = alice.page.locator("#title-menu summary")
    menu.click()
    alice.page.get_by_role("button", name="Rename", exact=True).click()
    alice.page.keyboard.type("not this")
    alice.page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    menu.click()
    alice.page.get_by_role("button", name="Rename", exact=True).click()
    expect(alice.page.get_by_label("Title")).to_have_value("What can you do?")
    alice.page.keyboard.type("Harbour, autumn")
    alice.page.keyboard.press("Enter")
    expect(alice.page).to_have_title("Harbour, autumn · Sogni Web")
    expect(menu).to_be_focused()
    menu.click()
    alice.page.get_by_role("button", name="Move to trash").click()
    alice.page.wait_for_url(re.compile(f"^(?!{re.escape(address)})"))
    names = alice.page.get_by_role("navigation", name="Conversations")
    expect(names.get_by_role("link", name="Harbour, autumn")).to_have_count(0)
    alice.page.get_by_role("button", name="Undo").click()
    expect(names.get_by_role("link", name="Harbour, autumn")).to_have_count(1)


def test_the_hour_after_midnight_is_hour_zero(alice: Person) -> None:
    alice.start_conversation()
    alice.say("what can you do?")
    alice.wait_for_end()
    said = alice.page.locator("time.who__time").first
    said.evaluate("time => { time.dateTime = '2026-01-02T00:05'; delete time.dataset.told; }")
    alice.page.locator('.topbar [data-toggle="shelf"]').click()
    expect(said).to_have_text("00:05")
    expect(said).to_have_attribute("title", re.compile(r"\b2026, 00:05$"))
