"""The shelf by keyboard, and while pieces arrive."""

import pytest
from playwright.sync_api import expect

from tests.journeys.person import Person

pytestmark = pytest.mark.journey


def test_a_filtered_shelf_is_walked_by_arrows_and_stays_as_it_is_when_pieces_arrive(
    alice: Person,
) -> None:
    address = alice.start_conversation()
    alice.say("two versions of a lighthouse, then animate the second for 2 seconds")
    alice.wait_for_end()
    images = alice.page.locator("#kind-image")
    images.focus()
    images.press("Enter")
    expect(alice.page.locator("[data-chosen-name]")).to_have_text("image 0")
    alice.page.locator("#kind-video").focus()
    alice.page.keyboard.press("Tab")
    tiles = alice.page.locator("[data-rack] .tile__open")
    expect(tiles.and_(alice.page.get_by_label("image 0"))).to_be_focused()
    alice.page.keyboard.press("ArrowRight")
    focused = tiles.and_(alice.page.get_by_label("image 1"))
    expect(focused).to_be_focused()
    other = alice.open_tab()
    other.goto(address)
    alice.wait_until_live(other)
    words = other.get_by_role("textbox", name="Message", exact=True)
    words.fill("a red kite")
    words.press("Enter")
    expect(alice.runs).to_have_count(2)
    alice.wait_for_end()
    expect(alice.page.locator("[data-piece-kind=image]")).to_have_count(3)
    expect(focused).to_be_focused()
    expect(images).to_have_attribute("aria-pressed", "true")
    expect(alice.page.locator("[data-piece-kind=video]")).to_be_hidden()


def test_a_piece_is_chosen_when_it_is_let_go_so_that_it_stays_under_the_finger(
    alice: Person,
) -> None:
    alice.start_conversation()
    alice.say("a lighthouse, then animate it for 2 seconds")
    alice.wait_for_end()
    chosen = alice.page.locator("[data-chosen-name]")
    expect(chosen).to_have_text("video 0")
    tile = alice.page.locator("[data-rack] .tile__open").and_(alice.page.get_by_label("image 0"))
    tile.hover()
    alice.page.mouse.down()
    expect(tile).to_be_focused()
    expect(chosen).to_have_text("video 0")
    alice.page.mouse.up()
    expect(alice.page.locator("#lightbox")).to_be_visible()
    alice.page.keyboard.press("Escape")
    expect(chosen).to_have_text("image 0")
    expect(tile).to_be_focused()
    tile.click()
    alice.page.locator("#lightbox").get_by_role("button", name="Use in message").click()
    expect(alice.page.locator("#lightbox")).to_be_hidden()
    expect(alice.page.locator("#message")).to_be_focused()
    expect(alice.page.locator("#message")).to_have_value("@image 0 ")
    alice.say("a boat")
    alice.page.locator("[data-chosen-details]").focus()
    expect(alice.media("image", 1)).to_have_count(1, timeout=30_000)
    expect(alice.page.locator(":focus")).to_have_id("shelf")
