"""The right to write comes and goes while the page is open, and what is on the page goes on working."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, Route, StorageState, expect

from tests.journeys.person import Person
from tests.media.material import picture
from tests.people import PASSWORD

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


DROP = """() => {
  const carried = new DataTransfer();
  carried.items.add(new File(["sea"], "sea.png", { type: "image/png" }));
  for (const type of ["dragenter", "drop"]) {
    document.body.dispatchEvent(new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true }));
  }
}"""


def test_a_page_whose_reader_lost_access_says_so_and_offers_nothing_that_asks_for_it(
    alice: Person, enter: Callable[[str], Person], fault: Callable[..., None]
) -> None:
    bob = guest(alice, enter)
    fault("fail_slot", slot=1, times=1)
    alice.say("two versions of a lighthouse")
    alice.wait_for_end()
    for person in (alice, bob):  # hers was drawn anew when she shared it
        person.page.locator("#log [data-lightbox]").first.click()
        expect(person.page.locator("#lightbox")).to_be_visible()
        person.page.keyboard.press("Escape")
    asks = bob.page.get_by_role("button", name=re.compile("Retry|Use in message|^Use$"))
    expect(asks.first).to_be_visible()
    expect(bob.page.locator("#title-menu")).to_be_visible()
    expect(bob.page.get_by_role("textbox", name="Message", exact=True)).to_be_visible()
    share(alice, "Only the owner")
    bar = bob.page.locator("#connection")
    expect(bar).to_contain_text("You no longer have access to this conversation.", timeout=10_000)
    for gone in (bob.page.locator("#dock"), bob.page.locator("#title-menu"), asks):
        expect(gone).to_have_count(0)
    expect(bob.page.get_by_role("heading", level=1)).to_be_visible()
    bob.page.evaluate(DROP)  # nowhere to go, and nothing that fails
    bob.page.wait_for_timeout(300)
    assert bob.complaints == []


def test_a_page_whose_reader_signed_out_elsewhere_leads_to_sign_in_and_back(
    alice: Person, signed_in: dict[str, StorageState]
) -> None:
    del signed_in["alice"]  # her session ends here
    address = alice.start_conversation()
    alice.say("what can you do?")
    alice.wait_for_end()
    words = alice.page.get_by_role("textbox", name="Message", exact=True)
    words.fill("and then")
    second = alice.open_tab()
    second.goto(f"{alice.address}/accounts/logout/")
    second.get_by_role("button", name="Sign out").click()
    bar = alice.page.locator("#connection")
    expect(bar).to_contain_text("You were signed out. Your draft is kept.", timeout=10_000)
    expect(alice.page.locator("#status-assertive")).to_have_text("You were signed out.")
    bar.get_by_role("button", name="Sign in").click()
    alice.page.wait_for_url("**/accounts/login/**")
    for width in (800, 1280):
        alice.page.set_viewport_size({"width": width, "height": 900})
    alice.page.get_by_role("button", name="Show").click()
    expect(alice.page.get_by_label("Password")).to_have_attribute("type", "text")
    alice.fill_in(PASSWORD)
    alice.page.wait_for_url(address)
    expect(words).to_have_value("and then")


def test_a_composer_that_comes_back_still_waits_for_the_file_that_goes_up(
    alice: Person, enter: Callable[[str], Person]
) -> None:
    bob = guest(alice, enter)
    held: list[Route] = []
    bob.page.route("**/uploads", lambda route: held.append(route))
    sea = FilePayload(name="sea.png", mimeType="image/png", buffer=picture())
    bob.page.locator("form input[type=file][name=files]").set_input_files([sea])
    words = bob.page.get_by_role("textbox", name="Message", exact=True)
    words.fill("what is in it?")
    words.press("Enter")
    share(alice, "The team can view")
    expect(words).to_have_count(0)
    share(alice, "The team can write")
    expect(words).to_have_value("what is in it?")
    expect(bob.page.locator("#composer-note")).to_have_text("Sends when 1 file is in")
    expect(bob.page.locator("[data-role=user]")).to_have_count(1)
    held[0].continue_()
    expect(bob.page.locator("[data-role=user]")).to_have_count(2)
    expect(bob.page.locator("[data-role=user] [data-media]")).to_have_count(1)
    bob.wait_for_end()


def guest(owner: Person, enter: Callable[[str], Person]) -> Person:
    """Bob, on the page of a conversation of `owner` in which the team can write."""
    address = owner.start_conversation()
    owner.say("what can you do?")
    owner.wait_for_end()
    share(owner, "The team can write")
    bob = enter("bob")
    bob.page.goto(address)
    bob.wait_until_live()
    return bob


def share(owner: Person, access: str) -> None:
    owner.page.locator("#title-menu summary").click()
    owner.page.get_by_role("button", name="Who may see it").click()
    owner.page.get_by_label(access).check()
    owner.page.get_by_role("button", name="Save").click()
    expect(owner.page.locator("#access-dialog")).to_be_hidden()
