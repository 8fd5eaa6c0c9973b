"""A player by keyboard, before anything was loaded."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.person import Person

pytestmark = pytest.mark.journey


def test_arrows_and_the_scrubber_work_before_it_was_ever_played(alice: Person, song: Path) -> None:
    alice.start_conversation()
    alice.say("what can you do?", files=[song])
    alice.wait_for_end()
    sound = alice.page.locator("#log [data-media][data-kind=audio]")
    place = sound.get_by_role("slider")
    place.focus()
    alice.page.keyboard.press("ArrowRight")
    expect(place).to_have_value("5")
    alice.page.wait_for_function("() => document.querySelector('#log audio').currentTime === 5")
    expect(place).to_have_value("5")
    alice.page.keyboard.press("Space")
    alice.page.wait_for_function("() => document.querySelector('#log audio').currentTime > 5")
