"""What people's aids and tests from outside find on the pages: roles, names and data attributes that stay."""

import gzip
from datetime import timedelta
from itertools import pairwise

import pytest
from django.test import Client
from django.utils import timezone
from lxml import html
from lxml.html import HtmlElement

from chat.models import Conversation, ToolCall, ToolOutput
from media.models import Item
from teams.models import Team, User
from tests.chat.conftest import say
from tests.chat.test_loop import drive, image_call, script
from tests.chat.world import World, build_world
from tests.fakes import FakeGateway

RUN_STATES = {
    *("queued", "running", "waiting_for_user"),
    *("completed", "partial_failure", "failed", "cancelled"),
}


@pytest.fixture
def world(transactional_db: None, alice: User, team: Team, picture: bytes) -> World:
    return build_world(alice, team, picture)


def page(user: User, address: str) -> HtmlElement:
    client = Client()
    client.force_login(user)
    answer = client.get(address, follow=True)
    assert answer.status_code == 200
    return html.document_fromstring(answer.content)


def one(tree: HtmlElement, css: str) -> HtmlElement:
    found = tree.cssselect(css)
    assert len(found) == 1, (css, len(found))
    return found[0]


def name_of(element: HtmlElement) -> str:
    return element.get("aria-label") or " ".join(element.text_content().split())


@pytest.mark.django_db
def test_sign_in_has_its_fields_and_its_button() -> None:
    tree = html.document_fromstring(Client().get("/accounts/login/").content)
    one(tree, "form input[name=login]")
    one(tree, "form input[name=password]")
    assert "Sign in" in [name_of(button) for button in tree.cssselect("button[type=submit]")]


def test_the_first_page_is_one_untouched_conversation(
    transactional_db: None, alice: User, team: Team
) -> None:
    for _ in range(2):
        tree = page(alice, "/")
        assert name_of(one(tree, "a.new-conversation")) == "New conversation"
    assert Conversation.objects.count() == 1


def test_composer_log_list_and_credits_are_found_by_their_names(world: World, alice: User) -> None:
    address = world.conversation.get_absolute_url()
    tree = page(alice, address)
    world.conversation.refresh_from_db()
    assert name_of(one(tree, "#composer textarea[name=text]")) == "Message"
    names = [name_of(button) for button in tree.cssselect("#composer button[type=submit]")]
    assert {"Send", "Stop"} <= set(names)
    one(tree, "#composer input[type=file][name=files][multiple]")
    attached = one(tree, "#attachments [data-attachment]")
    assert attached.get("data-state") == "ready"
    assert name_of(one(attached, "button")).startswith("Remove ")
    log = one(tree, "[role=log]")
    assert name_of(log) == "Conversation"
    assert log.get("data-conversation-id") == str(world.conversation.uuid)
    assert log.get("data-last-seq") == str(world.conversation.last_seq)
    assert log.get("data-connection") in {"live", "reconnecting", "offline"}
    listed = one(tree, "nav[aria-label=Conversations]")
    assert [link.get("href") for link in listed.cssselect("a")] == [address]
    assert float(one(tree, "[data-credits-left]").get("data-credits-left") or "nothing") > 0


def test_a_conversation_comes_compressed_where_that_is_understood(
    world: World, alice: User
) -> None:
    client = Client(headers={"Accept-Encoding": "gzip"})
    client.force_login(alice)
    answer = client.get(world.conversation.get_absolute_url())
    assert (answer["Content-Encoding"], answer["Cache-Control"]) == ("gzip", "no-store")
    assert b"A lighthouse" in gzip.decompress(answer.content)


def test_messages_runs_and_slots_at_work_tell_how_they_stand(world: World, alice: User) -> None:
    now = timezone.now()
    ToolOutput.objects.update(
        status="running", percent=40, queue_position=2, eta_at=now + timedelta(seconds=9)
    )
    ToolCall.objects.update(status="running")
    tree = page(alice, world.conversation.get_absolute_url())
    message = one(tree, "[role=log] article[data-message-id][data-role=user]")
    assert one(message, "[data-message-text]").text_content() == "A lighthouse"
    run = one(tree, "[data-run-id]")
    assert run.get("data-run-id") == str(world.run.uuid)
    assert run.get("data-run-status") in RUN_STATES
    call = one(tree, "[data-tool-call-id]")
    assert call.get("data-tool") == "generate_image"
    assert call.get("data-status") == "running"
    assert call.get("role") == "group"
    slot = one(call, "[data-slot]")
    assert (slot.get("data-slot"), slot.get("data-status")) == ("0", "running")
    assert slot.get("data-eta")
    assert slot.get("data-queue-position") == "2"
    bar = one(slot, "[role=progressbar]")
    assert (bar.get("aria-valuenow"), bar.get("aria-label")) == ("40", "image 0")
    assert "40" in (bar.get("aria-valuetext") or "")
    levels = [int(one.tag[1]) for one in one(tree, "main").cssselect("h1, h2, h3, h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_media_carry_their_number_and_their_file(
    world: World, alice: User, gateway: FakeGateway
) -> None:
    tree = page(alice, world.conversation.get_absolute_url())
    given = one(tree, "[role=log] [data-media][data-origin=uploaded]")
    assert (given.get("data-kind"), given.get("data-index")) == ("image", "-1")
    assert given.get("data-version") == "1"
    assert given.get("data-href") == f"/m/{world.picture.uuid}/"
    assert given.cssselect("img")


def test_a_made_picture_keeps_the_shape_that_was_promised(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    script(gateway, image_call(numberOfVariations=2))
    say(conversation, alice, "two lighthouses")
    drive(conversation, gateway)
    Item.objects.filter(index=1).update(expected_width=1344, expected_height=576)
    tree = page(alice, conversation.get_absolute_url())
    pictures = tree.cssselect("[role=log] [data-slot] [data-media][data-kind=image]")
    assert [one.get("data-index") for one in pictures] == ["0", "1"]
    width, height = (one(pictures[1], "svg.box__shape").get(side) for side in ("width", "height"))
    assert int(width or 0) / int(height or 1) == pytest.approx(1344 / 576, rel=0.01)
    shelf = [tile.get("data-piece-index") for tile in tree.cssselect("#shelf [data-piece]")]
    assert shelf == ["0", "1"]


def test_a_viewer_takes_a_piece_from_the_shelf_but_puts_none_into_a_message(
    world: World, alice: User, vera: User
) -> None:
    for person, uses in ((alice, 1), (vera, 0)):
        chosen = one(page(person, world.conversation.get_absolute_url()), "[data-chosen]")
        one(chosen, "a[data-chosen-download]")
        one(chosen, "button[data-copy-link]")
        assert len(chosen.cssselect("button[data-use]")) == uses


def test_a_deletion_offers_its_undo_in_a_toast(world: World, alice: User) -> None:
    client = Client()
    client.force_login(alice)
    address = world.conversation.get_absolute_url()
    answer = client.post(f"{address}delete", follow=True)
    toast = one(html.document_fromstring(answer.content), "[data-toast]")
    undo = one(toast, "form[method=post]").get("action")
    assert name_of(one(toast, "button[type=submit]")) == "Undo"
    client.post(undo or "")
    world.conversation.refresh_from_db()
    assert world.conversation.deleted_at is None


def test_a_message_tells_its_readers_apart_from_its_author(
    conversation: Conversation, alice: User, bob: User
) -> None:
    say(conversation, alice, "a lighthouse")
    for reader, is_others in ((alice, False), (bob, True)):
        message = one(page(reader, conversation.get_absolute_url()), "[data-role=user]")
        assert ("data-by-other" in message.attrib) is is_others
