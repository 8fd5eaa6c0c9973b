"""The right to write comes and goes while the page is open, and what is on the page goes on working."""

import pytest
from playwright.sync_api import expect

from tests.journeys.person import Person

pytestmark = pytest.mark.journey


def test_a_composer_that_comes_back_sends_every_message_once(alice: Person) -> None:
    address = alice.start_conversation()
    alice.say("what can you do?")
    alice.wait_for_end()
    second = alice.open_tab()
    second.goto(address)
    alice.wait_until_live(second)
    alice.page.locator("#title-menu summary").click()
    alice.page.get_by_role("button", name="Move to trash").click()
    expect(second.locator("#dock")).to_contain_text("This conversation is in the trash.")
    alice.page.get_by_role("button", name="Undo").click()
    words = second.get_by_role("textbox", name="Message", exact=True)
    for number, text in enumerate(("who are you?", "and what can you do?"), start=2):
        words.fill(text)
        words.press("Enter")
        expect(words).to_have_value("")
        expect(second.locator("[data-role=user]")).to_have_count(number)
        alice.wait_for_end(page=second)
