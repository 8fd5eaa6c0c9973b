"""Lists of conversations: the sidebar holds the newest, and a page leads to every one of them."""

import pytest
from django.test import Client
from lxml import html

from chat.actions.conversations import delete_conversation, start_conversation
from chat.frames import page
from chat.models import Conversation
from chat.views import pages
from teams.access import add_member
from teams.models import Membership, Team, User
from tests.chat.conftest import say
from tests.people import make_person


@pytest.fixture
def several(transactional_db: None, alice: User, team: Team) -> list[str]:
    """The addresses of five conversations, newest first."""
    begun = [start_conversation(alice, team=team) for _ in range(5)]
    for one in begun:
        say(one, alice, "a lighthouse")
    return [one.get_absolute_url() for one in reversed(begun)]


def links(client: Client, address: str, css: str) -> list[str]:
    tree = html.document_fromstring(client.get(address).content)
    return [link.get("href") or "" for link in tree.cssselect(f"{css} a")]


def test_what_the_sidebar_has_no_room_for_is_a_page_away(
    several: list[str], bob: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = Client()
    client.force_login(bob)
    nav = "nav[aria-label=Conversations]"
    assert links(client, several[0], nav) == several
    monkeypatch.setattr(page, "LISTED", 3)
    assert links(client, several[0], nav) == [*several[:3], "/conversations/"]
    monkeypatch.setattr(pages, "A_PAGE", 4)
    assert links(client, "/conversations/", ".rows") == several[:4]
    assert links(client, "/conversations/?page=2", ".rows") == several[4:]
    assert links(client, "/conversations/", ".pages") == ["?page=2"]


def test_a_full_trash_has_pages_too(
    several: list[str], alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "A_PAGE", 3)
    for one in Conversation.objects.all():
        delete_conversation(one, by=alice)
    client = Client()
    client.force_login(alice)
    listed = [links(client, f"/trash/?page={number}", ".rows") for number in (1, 2)]
    assert [len(some) for some in listed] == [3, 2]
    assert sorted(listed[0] + listed[1]) == sorted(several)


def test_it_lists_nothing_that_is_not_shared(several: list[str], bob: User, charlie: User) -> None:
    Conversation.objects.update(access=Conversation.Access.PRIVATE)
    for person in (bob, charlie):
        client = Client()
        client.force_login(person)
        assert links(client, "/conversations/", ".rows") == []


def test_a_large_team_is_three_names_and_a_number(
    several: list[str], alice: User, team: Team
) -> None:
    client = Client()
    client.force_login(alice)
    for already, more in ((3, 0), (20, 17)):
        for number in range(team.memberships.count(), already):
            add_member(team, make_person(f"person{number}"), Membership.Role.MEMBER)
        tree = html.document_fromstring(client.get(several[0]).content)
        (shared,) = tree.cssselect("#presence")
        names = [one.text_content() for one in shared.cssselect(".unseen")]
        assert names == ["Alice", "Bob", "Vera", *([f"and {more} more"] if more else [])]
