"""What may not move, what may not stick out, and what waits for the line."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.journeys.person import Person
from tests.run.installation import Installation

pytestmark = pytest.mark.journey

PHONE: ViewportSize = {"width": 390, "height": 844}
LEAST_TARGET_PX = 24
BOXES = """() => [...document.querySelectorAll("[data-slot]")].map((slot) => {
  const box = slot.querySelector(".box__view, .print__open, .film__picture").getBoundingClientRect();
  const from = document.querySelector("#timeline").getBoundingClientRect();
  return [box.x, box.y - from.y, box.width, box.height].map((value) => Math.round(value * 2) / 2);
})"""
TOO_SMALL = """(least) => [...document.querySelectorAll("button, a, summary, textarea")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .filter((one) => {
    const { width, height } = one.getBoundingClientRect();
    return width < least || height < least;
  }).map((one) => one.outerHTML.slice(0, 120))"""


def test_a_slot_keeps_its_box_from_the_promise_to_the_picture(alice: Person) -> None:
    alice.start_conversation()
    alice.say("three versions of a lighthouse poster, then animate the second for 2 seconds")
    expect(alice.page.locator("[data-slot]").first).to_be_visible(timeout=20_000)
    seen: list[list[float]] = []
    ended = re.compile("completed|partial_failure|failed|cancelled")
    for _ in range(300):
        boxes = alice.page.evaluate(BOXES)
        assert boxes[: len(seen)] == seen
        seen = boxes
        if ended.match(alice.runs.last.get_attribute("data-run-status") or ""):
            break
        alice.page.wait_for_timeout(150)
    alice.wait_for_end()
    assert len(seen) == 4
    assert alice.page.evaluate(BOXES) == seen


def test_nothing_is_wider_than_a_phone_or_too_small_for_a_finger(alice: Person) -> None:
    alice.start_conversation()
    alice.say("a lighthouse " + "averyveryverylongword" * 12)
    alice.wait_for_end()
    address = alice.page.url
    alice.page.set_viewport_size(PHONE)
    for place in (address, f"{alice.address}/usage/", f"{alice.address}/trash/"):
        alice.page.goto(place)
        sizes = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
        assert alice.page.evaluate(sizes) == [PHONE["width"], PHONE["height"]]
        assert alice.page.evaluate(TOO_SMALL, LEAST_TARGET_PX) == []
    alice.page.goto(address)
    alice.wait_until_live()
    log = alice.page.locator("#log")
    assert log.evaluate("log => log.scrollWidth <= log.clientWidth")
    alice.page.locator(".composer__shelf").click()
    shelf = alice.page.get_by_role("complementary", name="Shelf")
    expect(shelf).to_be_visible()
    alice.page.keyboard.press("Escape")
    expect(shelf).to_have_count(0)
    expect(alice.page.locator(".composer__shelf")).to_be_focused()
    alice.page.keyboard.press("Enter")
    shelf.get_by_role("button", name="Use").click()
    expect(shelf).to_have_count(0)
    expect(alice.page.locator("#message")).to_be_focused()


def test_what_is_sent_without_a_line_goes_when_it_is_back(alice: Person) -> None:
    alice.start_conversation()
    alice.page.context.set_offline(True)
    expect(alice.page.locator("#log")).to_have_attribute("data-connection", "offline")
    note = alice.page.locator("#composer-note")
    expect(note).to_be_empty()
    alice.page.get_by_role("textbox", name="Message", exact=True).fill("what can you do?")
    expect(note).to_have_text("Saved on this device")
    alice.page.keyboard.press("Enter")
    expect(note).to_have_text("Sends when you are back online")
    assert alice.page.locator("[data-role=user]").count() == 0
    alice.page.context.set_offline(False)
    expect(alice.page.locator("[data-role=user]")).to_have_count(1)
    alice.wait_for_end()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_bar_of_a_lost_line_covers_no_heading_and_moves_nothing(
    alice: Person, width: int
) -> None:
    alice.start_conversation()
    alice.page.set_viewport_size({"width": width, "height": 844})
    heading = alice.page.get_by_role("heading", name="What shall we make?")
    before = heading.bounding_box()
    alice.page.context.set_offline(True)
    bar = alice.page.locator("#connection")
    expect(bar).to_be_visible()
    covered, shown = bar.bounding_box(), heading.bounding_box()
    assert covered
    assert shown
    assert shown == before
    assert covered["y"] + covered["height"] <= shown["y"]
    alice.page.context.set_offline(False)


def test_the_shelf_and_the_viewer_work_by_keyboard_alone(alice: Person) -> None:
    alice.start_conversation()
    alice.say("three versions of a lighthouse poster")
    alice.wait_for_end()
    page = alice.page
    stops = page.locator("[data-rack] .tile__open[tabindex='0']")
    expect(stops).to_have_count(1)
    stops.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(":focus")).to_have_attribute("aria-label", re.compile("^image 1"))
    page.keyboard.press("Enter")
    viewer = page.get_by_role("dialog", name="Viewer")
    expect(viewer).to_be_visible()
    page.keyboard.press("c")
    slider = viewer.get_by_role("slider")
    expect(slider).to_be_focused()
    page.keyboard.press("Shift+ArrowRight")
    expect(slider).to_have_value("60")
    page.keyboard.press("Escape")
    expect(viewer).to_have_count(0)
    expect(page.locator(":focus")).to_have_attribute("aria-label", re.compile("^image 1"))
    page.keyboard.press("]")
    expect(page.get_by_role("complementary", name="Shelf")).to_have_count(0)
    page.keyboard.press("]")
    expect(page.get_by_role("complementary", name="Shelf")).to_be_visible()


def test_a_sound_plays_until_it_is_out_of_view(alice: Person, song: Path) -> None:
    alice.start_conversation()
    alice.say("what can you do?", files=[song])
    alice.wait_for_end()
    page = alice.page
    page.get_by_role("button", name="Play audio \u22121").click()
    page.wait_for_function("() => document.querySelector('#log audio').currentTime > 0.5")
    expect(page.get_by_role("button", name="Pause audio \u22121")).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 420})
    page.locator(".sound").evaluate("sound => { sound.style.marginBlockEnd = '900px'; }")
    page.locator("#log").evaluate("log => { log.scrollTop = log.scrollHeight; }")
    expect(page.get_by_role("button", name="Play audio \u22121")).to_have_count(1)


@pytest.fixture
def many_conversations(product: Installation) -> Iterator[None]:
    """Thirty more of Alice's, the oldest shared with her team; away again afterwards."""
    product.manage(
        """
from chat.actions.conversations import set_access, start_conversation
from teams.models import User

alice = User.objects.get(username="alice")
for number in range(30):
    made = start_conversation(alice)
    made.title, made.last_seq = f"Many {number}", 1
    made.save(update_fields=["title", "last_seq"])
    if number == 0:
        set_access(made, "team_view")
"""
    )
    yield
    product.manage(
        """
from chat.models import Conversation
Conversation.objects.filter(title__startswith="Many ").delete()
"""
    )


def test_a_long_list_scrolls_and_the_page_does_not(alice: Person, many_conversations: None) -> None:
    alice.start_conversation()
    names = alice.page.get_by_role("navigation", name="Conversations")
    expect(names.get_by_role("link")).not_to_have_count(0)
    assert names.get_by_role("link").count() >= 30
    alice.page.emulate_media(color_scheme="dark")
    expect(alice.page.get_by_role("button", name="Light theme")).to_be_visible()
    for path in (alice.page.url, f"{alice.address}/usage/"):
        alice.page.goto(path)
        assert alice.page.evaluate("document.documentElement.scrollHeight <= innerHeight")
