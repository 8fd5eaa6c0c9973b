"""The composer while something else goes on: typing and attaching during a slow send, a session that ended."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Route, WebSocketRoute, expect

from tests.journeys.person import Person
from tests.media.material import picture, sound

pytestmark = pytest.mark.journey

REDRAWN = """line => {
    const anew = line.cloneNode(true);
    anew.setAttribute("hx-swap-oob", "true");
    anew.querySelector("details").open = false;
    return anew.outerHTML;
}"""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / "one.png", tmp_path / "two.png"]
    for path in made:
        path.write_bytes(picture())
    return made


def test_what_is_written_and_attached_while_a_message_goes_stays_for_the_next(
    alice: Person, files: list[Path]
) -> None:
    alice.start_conversation()
    held: list[Route] = []
    alice.page.route("**/send", lambda route: held.append(route))
    words = alice.page.get_by_role("textbox", name="Message", exact=True)
    alice.attach(files[0])
    words.fill("what can you do?")
    words.press("Enter")
    expect(alice.page.locator("[data-attachment][data-sending]")).to_have_count(1)
    words.press_sequentially(" and then")
    alice.attach(*files[1:], known=1)
    held[0].continue_()
    expect(words).to_have_value("and then")
    expect(alice.page.locator("[data-attachment][data-state=ready]")).to_have_count(1)
    alice.page.unroute("**/send")
    words.press("Enter")
    expect(words).to_have_value("")
    expect(alice.page.locator("[data-attachment]")).to_have_count(0)
    alice.wait_for_end()
    expect(alice.page.locator("[data-role=user]")).to_have_count(2)
    alice.wait_for_end()


def test_a_message_whose_answer_was_lost_is_there_once_and_the_next_one_is_there_too(
    alice: Person,
) -> None:
    alice.start_conversation()

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    alice.page.route("**/send", lose, times=2)
    words = alice.page.get_by_role("textbox", name="Message", exact=True)
    words.fill("what can you do?")
    for _ in range(2):
        words.press("Enter")
        expect(alice.page.locator("#composer-refusal")).to_have_text("Not sent. Send again")
        alice.page.locator("#composer [name=client_key]").evaluate(
            "key => { key.value = key.value.replace(/[^-]/g, '0') }"  # as on a form drawn anew
        )
    alice.wait_for_end()
    words.fill("who are you?")
    words.press("Enter")
    expect(words).to_have_value("")
    expect(alice.page.locator("[data-role=user] [data-message-text]")).to_have_text(
        ["what can you do?", "who are you?"]
    )
    alice.wait_for_end()
    assert all("ERR_FAILED" in line or "htmx:" in line for line in alice.complaints)
    alice.complaints = []  # of the lines that were cut


def test_files_keep_their_order_when_the_page_is_loaded_again(
    alice: Person, tmp_path: Path
) -> None:
    alice.start_conversation()
    files = [tmp_path / "slow.png", tmp_path / "quick.png"]
    for path in files:
        path.write_bytes(picture())
    held: list[Route] = []
    alice.page.route("**/uploads", lambda way: way.continue_() if held else held.append(way))
    alice.page.locator("form input[type=file][name=files]").set_input_files(files)
    ready = alice.page.locator("[data-attachment][data-state=ready]")
    expect(ready).to_have_count(1)
    held[0].continue_()
    expect(ready).to_have_count(2)
    names = ready.locator(".chip-file__name")
    expect(names).to_have_text(["slow.png", "quick.png"])
    alice.page.reload()
    expect(names).to_have_text(["slow.png", "quick.png"])
    alice.say("what can you do?")
    alice.wait_for_end()


def test_a_refused_file_is_in_sight_on_a_phone_however_many_wait(
    alice: Person, tmp_path: Path
) -> None:
    alice.start_conversation()
    alice.page.set_viewport_size({"width": 390, "height": 844})
    many = [tmp_path / f"a picture with a long name {number}.png" for number in range(7)]
    for path in many:
        path.write_bytes(picture())
    alice.attach(*many)
    empty = tmp_path / "empty.png"
    empty.touch()
    alice.page.locator("form input[type=file][name=files]").set_input_files(empty)
    refused = alice.page.locator("[data-attachment][data-state=failed]")
    expect(refused).to_contain_text("It is empty.")
    expect(refused).to_be_in_viewport(ratio=1)
    row = alice.page.locator("#attachments")
    assert row.evaluate("row => row.scrollHeight > row.clientHeight && row.scrollTop === 0")
    assert row.evaluate("row => row.scrollWidth <= row.clientWidth")
    alice.say("what can you do?")
    alice.wait_for_end()
    expect(alice.page.locator("[data-attachment]")).to_have_count(0)


def test_a_file_attached_after_the_session_ended_says_so(alice: Person, files: list[Path]) -> None:
    alice.start_conversation()
    alice.page.context.clear_cookies(name="sessionid")
    alice.page.locator("form input[type=file][name=files]").set_input_files(files[0])
    chip = alice.page.locator("[data-attachment]")
    expect(chip).to_have_attribute("data-state", "failed")
    expect(chip).to_contain_text("You were signed out")


def test_what_is_pasted_is_never_cut_and_too_much_says_how_much(alice: Person) -> None:
    alice.start_conversation()
    words = alice.page.get_by_role("textbox", name="Message", exact=True)
    send = alice.page.get_by_role("button", name="Send", exact=True)
    note = alice.page.locator("#composer-note")
    words.fill("🌊" * 20_007)
    expect(note).to_have_text("7 characters too many")
    expect(send).to_be_disabled()
    expect(send).to_have_attribute("title", "Cut 7 characters first")
    words.press("Enter")
    words.fill("🌊" * 20_000)
    expect(note).to_have_text("20,000 of 20,000 characters")
    expect(send).to_be_enabled()
    words.fill("what can you do?")
    expect(note).to_be_empty()
    words.press("Enter")
    alice.wait_for_end()
    expect(alice.page.locator("[data-role=user]")).to_have_count(1)


def test_send_does_not_light_up_under_the_pointer_while_there_is_nothing_to_send(
    alice: Person,
) -> None:
    alice.start_conversation()
    send = alice.page.get_by_role("button", name="Send", exact=True)
    expect(send).to_be_disabled()
    rest = send.evaluate("button => getComputedStyle(button).backgroundColor")
    send.hover(force=True)
    assert send.evaluate("button => button.matches(':hover')")
    expect(send).to_have_css("background-color", rest)


def test_words_run_the_way_they_are_read(alice: Person) -> None:
    alice.start_conversation()
    words = alice.page.get_by_role("textbox", name="Message", exact=True)
    words.fill("מה אתה יכול?")
    assert words.evaluate("field => getComputedStyle(field).direction") == "rtl"
    words.press("Enter")
    alice.wait_for_end()
    request = alice.page.locator("[data-role=user] [data-message-text]")
    answer = alice.page.locator("[data-role=assistant] [data-message-text]").first
    assert request.evaluate("text => getComputedStyle(text).direction") == "rtl"
    assert answer.evaluate("text => getComputedStyle(text).direction") == "ltr"


def test_tab_does_not_stop_at_an_empty_log(alice: Person) -> None:
    alice.start_conversation()
    log = alice.page.get_by_role("log", name="Conversation")
    expect(log).to_have_attribute("tabindex", "-1")
    alice.say("what can you do?")
    expect(log).to_have_attribute("tabindex", "0")
    alice.wait_for_end()


PASTE = """words => {
  const carried = new DataTransfer();
  for (const [type, text] of Object.entries(words)) carried.setData(type, text);
  carried.items.add(new File([Uint8Array.from(window.pictureBytes)], "sea.png", { type: "image/png" }));
  const event = new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true });
  return document.getElementById("message").dispatchEvent(event);
}"""


def test_a_pasted_picture_is_attached_and_words_beside_it_are_pasted_too(alice: Person) -> None:
    alice.start_conversation()
    alice.page.evaluate("bytes => { window.pictureBytes = bytes; }", list(picture()))
    files = alice.page.locator("[data-attachment][data-state=ready]")
    pasted = alice.page.evaluate  # whether the browser is left to paste the words
    assert not pasted(PASTE, {})
    expect(files).to_have_count(1)
    assert not pasted(PASTE, {"text/plain": "/home/alice/sea.png"})  # as a file manager does
    expect(files).to_have_count(2)
    assert pasted(PASTE, {"text/plain": "animate this"})
    expect(files).to_have_count(3)
    words = {"text/plain": "the sea", "text/html": "<p>the sea</p>"}  # as an office program does
    assert pasted(PASTE, words)
    alice.say("what can you do?")
    alice.wait_for_end()
    expect(alice.page.locator("[data-role=user] [data-media]")).to_have_count(3)


def test_a_file_taken_back_while_it_is_opened_stays_away(alice: Person, tmp_path: Path) -> None:
    alice.start_conversation()
    long = tmp_path / "long.wav"
    long.write_bytes(sound(20))
    alice.page.locator("form input[type=file][name=files]").set_input_files(long)
    expect(alice.page.locator("[data-attachment]")).to_contain_text("Opening the file")
    taken_back = re.compile("/uploads/.+/remove$")
    with alice.page.expect_response(lambda answer: bool(taken_back.search(answer.url))):
        alice.page.get_by_role("button", name="Remove long.wav").click()
    alice.page.reload()
    expect(alice.page.locator("[data-attachment]")).to_have_count(0)


def test_a_message_does_not_go_without_the_file_it_waits_for(
    alice: Person, files: list[Path]
) -> None:
    alice.start_conversation()
    held: list[Route] = []
    alice.page.route("**/uploads", lambda route: held.append(route))
    alice.page.locator("form input[type=file][name=files]").set_input_files(files)
    words = alice.page.get_by_role("textbox", name="Message", exact=True)
    note = alice.page.locator("#composer-note")
    words.fill("what can you do?")
    words.press("Enter")
    expect(note).to_have_text("Sends when 2 files are in")
    held[0].continue_()
    expect(note).to_have_text("Sends when 1 file is in")
    alice.page.get_by_role("button", name="Remove two.png").click()
    refusal = alice.page.locator("#composer-refusal")
    expect(refusal).to_have_text("Not sent, a file was missing. Send again")
    expect(note).to_be_empty()
    expect(words).to_have_value("what can you do?")
    expect(alice.page.locator("[data-role=user]")).to_have_count(0)
    words.press("Enter")
    alice.wait_for_end()
    expect(alice.page.locator("[data-role=user] [data-media]")).to_have_count(1)


def _open_waiting_message(alice: Person) -> tuple[Locator, Locator]:
    """The composer, and the editor of a message that waits behind a long run, opened by the keyboard."""
    alice.start_conversation()
    alice.say("a lighthouse at night")
    alice.say("what can you do")
    message = alice.page.get_by_role("textbox", name="Message", exact=True)
    message.press("ArrowUp")
    edited = alice.page.get_by_role("textbox", name="Waiting message").first
    expect(edited).to_be_focused()
    return message, edited


def _another_lines_up(alice: Person) -> None:
    """A second message joins the line, sent from another tab."""
    other = alice.open_tab()
    other.goto(alice.page.url)
    alice.wait_until_live(other)
    other.get_by_role("textbox", name="Message", exact=True).fill("who are you?")
    other.keyboard.press("Enter")
    expect(alice.page.locator("[data-queued]")).to_have_count(2)


def test_a_waiting_message_is_edited_with_the_keyboard_while_others_line_up(
    alice: Person, fault: Callable[..., None]
) -> None:
    fault("slow", factor=20, times=1)
    message, edited = _open_waiting_message(alice)
    alice.page.keyboard.type(" for me")
    _another_lines_up(alice)
    expect(edited).to_have_value("what can you do for me")
    expect(edited).to_be_focused()
    alice.page.keyboard.type("?")
    alice.page.keyboard.press("Enter")
    expect(alice.page.locator("[data-queued]").first).to_contain_text("what can you do for me?")
    expect(message).to_be_focused()
    message.press("ArrowUp")
    expect(edited).to_be_focused()
    alice.page.keyboard.press("Escape")
    expect(edited).to_be_hidden()
    message.press("Control+.")
    expect(alice.runs).to_have_count(3)
    alice.wait_for_end()
    expect(alice.page.locator("[data-role=user]").nth(1)).to_contain_text("for me?")


def test_an_answer_that_begins_while_the_line_is_drawn_anew_leaves_edited_words_alone(
    alice: Person, fault: Callable[..., None]
) -> None:
    """Its first words may come before its place, which comes with the line in one frame."""
    lines: list[WebSocketRoute] = []
    alice.page.route_web_socket("**/ws/**", lambda line: lines.append(_passed_on(line)))
    fault("slow", factor=20, times=1)
    message, edited = _open_waiting_message(alice)
    alice.page.keyboard.type(" for me")
    queue = alice.page.locator("#queue").evaluate(REDRAWN)
    text = '<p id="message-text-x" data-length="0"><b id="tail-x"></b></p>'
    place = f'<div id="suggestions" hx-swap-oob="true">{text}</div>'
    for frame in (
        {"type": "tail", "message": "x", "after": 0, "text": "Hello"},
        {"type": "test", "content": place + queue},
    ):
        lines[-1].send(json.dumps(frame))
    expect(alice.page.locator("#tail-x")).to_have_text("Hello")
    expect(edited).to_have_value("what can you do for me")
    expect(edited).to_be_focused()
    message.press("Control+.")


def _passed_on(line: WebSocketRoute) -> WebSocketRoute:
    line.connect_to_server()
    return line


def test_a_file_whose_line_broke_is_sent_again_from_its_place(
    alice: Person, files: list[Path]
) -> None:
    alice.start_conversation()
    alice.page.route("**/uploads", lambda route: route.abort("failed"))
    alice.page.locator("form input[type=file][name=files]").set_input_files(files[0])
    chip = alice.page.locator("[data-attachment]")
    expect(chip).to_contain_text("The line broke.")
    alice.complaints.clear()  # the browser's own words about it
    alice.page.unroute("**/uploads")
    alice.page.get_by_role("button", name="Retry one.png").click()
    expect(chip).to_have_attribute("data-state", "ready")
    expect(chip).to_have_count(1)
    alice.say("what can you do?")
    alice.wait_for_end()


def test_a_waiting_message_left_open_does_not_take_the_caret_from_the_next_one(
    alice: Person, fault: Callable[..., None]
) -> None:
    fault("slow", factor=20, times=1)
    message, edited = _open_waiting_message(alice)
    message.click()
    alice.page.keyboard.type("and ")
    _another_lines_up(alice)
    expect(edited).to_be_visible()
    alice.page.wait_for_timeout(100)  # what opens tells so a moment later
    alice.page.keyboard.type("then")
    expect(message).to_have_value("and then")
    message.fill("")
    message.press("Control+.")
    expect(alice.runs).to_have_count(3)
    alice.wait_for_end()
