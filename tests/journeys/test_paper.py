"""A conversation on paper, and on a screen that is low."""

import pytest
from playwright.sync_api import expect

from tests.journeys.person import Person

pytestmark = pytest.mark.journey


def test_all_of_it_is_printed_dark_on_white_and_nothing_else(alice: Person) -> None:
    alice.start_conversation()
    alice.say("what can you do?\n" + "line\n" * 120)
    alice.wait_for_end()
    alice.page.emulate_media(media="print", color_scheme="dark")
    assert alice.page.locator("#log").evaluate("log => log.scrollHeight === log.clientHeight")
    ink = alice.page.locator("#log").evaluate("log => getComputedStyle(log).color")
    assert float(ink.removeprefix("oklch(").split()[0]) < 0.5
    for gone in ("#sidebar", "#composer", "#shelf", "#credits", "#suggestions"):
        expect(alice.page.locator(gone)).to_be_hidden()
    expect(alice.page.locator("[data-role=user] [data-message-text]")).to_be_visible()
    alice.page.emulate_media(media="screen", color_scheme="light")


def test_a_low_screen_keeps_room_for_the_conversation(alice: Person) -> None:
    alice.start_conversation()
    alice.say("what can you do?")
    alice.wait_for_end()
    alice.page.set_viewport_size({"width": 720, "height": 300})
    log = alice.page.locator("#log").bounding_box()
    assert log is not None
    assert log["height"] > 140
