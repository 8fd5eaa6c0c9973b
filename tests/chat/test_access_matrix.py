"""Every route, for everyone who should not get through it: a route without a case fails here."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from chat.models import Conversation, Event
from chat.routing import websocket_urlpatterns
from media.models import Item, Upload
from teams.access import remove_member
from teams.models import Team, User
from tests.chat.world import World, build_world

Args = Callable[[World], list[object]]


@dataclass(frozen=True)
class Case:
    """A route behind a conversation's door. `reads`: a viewer of the team gets it; else it is refused.

    `own`: only the person who made it gets it, whatever the team.
    """

    method: str
    args: Args
    reads: bool = False
    own: bool = False


def _of(world: World) -> list[object]:
    return [world.conversation.uuid]


def _slot(world: World) -> list[object]:
    return [world.conversation.uuid, world.call.uuid, 0]


def _queued(world: World) -> list[object]:
    return [world.conversation.uuid, world.queued.uuid]


# behind a conversation's door
CASES = {
    "conversation": Case("get", _of, reads=True),
    "export": Case("get", _of, reads=True),
    "media-file": Case("get", lambda world: [world.picture.uuid], reads=True),
    "media-rendition": Case("get", lambda world: [world.picture.uuid, "thumbnail"], reads=True),
    "media-preview": Case("get", _slot, reads=True),
    "upload-rendition": Case("get", lambda world: [world.upload.uuid, "thumbnail"], own=True),
    "send": Case("post", _of),
    "stop": Case("post", _of),
    "withdraw": Case("post", _queued),
    "edit-queued": Case("post", _queued),
    "rename": Case("post", _of),
    "set-access": Case("post", _of),
    "delete": Case("post", _of),
    "restore": Case("post", _of),
    "upload": Case("post", _of),
    "upload-remove": Case("post", lambda world: [world.conversation.uuid, world.upload.uuid]),
    "retry-run": Case("post", lambda world: [world.conversation.uuid, world.run.uuid]),
    "retry-slot": Case("post", _slot),
}

# a person's own pages: signed out leads to sign-in, signed in shows only what is theirs
OWN_PAGES = {"home": "get", "conversation-new": "get", "trash": "get", "teams:usage": "get"}
OWN_POSTS = {"teams:theme"}

# open to everyone, with nothing of anyone in them
OPEN = {"healthz", "readyz"}
# tested beside their own app: accounts and sign-in links, numbers for staff
ELSEWHERE = {"metrics", "teams:link", "teams:use_link"}
ELSEWHERE_PREFIXES = ("account_", "admin:")

ADMIN_CATCH_ALL = "(?P<url>.*)$"  # admin's own answer to addresses it does not have
# the last word of each of these would be a change; nobody below may cause one
DATA = {"text": "hello", "title": "Mine now", "access": "team_write"}


@pytest.fixture
def world(alice: User, team: Team, picture: bytes) -> World:
    return build_world(alice, team, picture)


def _names(
    patterns: list[URLPattern | URLResolver], namespace: str = ""
) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _names(pattern.url_patterns, inner)
        else:
            yield f"{namespace}{pattern.name or ''}", str(pattern.pattern)


def test_every_route_has_a_case() -> None:
    known = {*CASES, *OWN_PAGES, *OWN_POSTS, *OPEN, *ELSEWHERE}
    missing = [
        (name, route)
        for name, route in _names(get_resolver().url_patterns)
        if name not in known and not name.startswith(ELSEWHERE_PREFIXES)
    ]
    assert missing == [(name, route) for name, route in missing if route == ADMIN_CATCH_ALL]


def test_every_socket_route_has_a_case() -> None:
    assert [str(route.pattern) for route in websocket_urlpatterns] == ["ws/c/<uuid:uuid>/"]


def _signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def _call(client: Client, name: str, world: World) -> int:
    case = CASES[name]
    address = reverse(name, args=case.args(world))
    status: int = getattr(client, case.method)(
        address, DATA if case.method == "post" else {}
    ).status_code
    return status


def _state(conversation: Conversation) -> tuple[object, ...]:
    conversation.refresh_from_db()
    return (
        conversation.last_seq,
        conversation.title,
        conversation.access,
        conversation.deleted_at,
        Event.objects.count(),
        Upload.objects.count(),
        Item.objects.count(),
    )


def _answers(client: Client, world: World, names: Iterable[str] = CASES) -> dict[str, int]:
    """What each route answers; nothing may have changed after all of them."""
    before = _state(world.conversation)
    found = {name: _call(client, name, world) for name in names}
    assert _state(world.conversation) == before
    return found


def test_someone_signed_out_is_led_to_sign_in(world: World) -> None:
    client = Client()
    assert _answers(client, world) == dict.fromkeys(CASES, 302)
    for name, case in CASES.items():
        response = getattr(client, case.method)(reverse(name, args=case.args(world)))
        assert response["Location"].startswith("/accounts/login/"), name


def test_a_stranger_finds_nothing(world: World, charlie: User) -> None:
    assert _answers(_signed_in(charlie), world) == dict.fromkeys(CASES, 404)


def test_a_removed_member_finds_nothing(world: World, bob: User, team: Team) -> None:
    remove_member(team, bob)
    assert _answers(_signed_in(bob), world) == dict.fromkeys(CASES, 404)


def test_a_teammate_finds_nothing_of_a_private_one(world: World, bob: User) -> None:
    Conversation.objects.filter(pk=world.conversation.pk).update(access="private")
    assert _answers(_signed_in(bob), world) == dict.fromkeys(CASES, 404)


def test_a_viewer_changes_nothing(world: World, vera: User) -> None:
    refused = [name for name, case in CASES.items() if not case.reads]
    assert _answers(_signed_in(vera), world, refused) == dict.fromkeys(refused, 404)


def test_a_viewer_may_read(world: World, vera: User) -> None:
    pages = ["conversation", "export"]
    assert _answers(_signed_in(vera), world, pages) == dict.fromkeys(pages, 200)


def test_a_viewer_may_see_the_files(world: World, vera: User) -> None:
    client = _signed_in(vera)
    for name in ("media-file", "media-rendition"):
        assert client.head(reverse(name, args=CASES[name].args(world))).status_code == 200


def test_a_writer_who_is_not_the_owner_can_not_manage(world: World, bob: User) -> None:
    owners = ["set-access", "delete", "restore"]
    assert _answers(_signed_in(bob), world, owners) == dict.fromkeys(owners, 404)


def test_a_draft_is_its_authors_alone(world: World, bob: User) -> None:
    assert _call(_signed_in(bob), "upload-rendition", world) == 404
    _call(_signed_in(bob), "upload-remove", world)
    assert Upload.objects.filter(pk=world.upload.pk).exists()


def test_own_pages_lead_to_sign_in(db: None) -> None:
    for name, method in OWN_PAGES.items():
        response = getattr(Client(), method)(reverse(name))
        assert response.status_code == 302
        assert response["Location"].startswith("/accounts/login/"), name


def test_posts_without_a_token_are_refused(world: World, alice: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)
    posts = [name for name, case in CASES.items() if case.method == "post"]
    assert _answers(client, world, posts) == dict.fromkeys(posts, 403)


def test_htmx_is_sent_to_sign_in_as_a_whole(world: World) -> None:
    response = Client().post(
        reverse("send", args=_of(world)), {"text": "hello"}, headers={"HX-Request": "true"}
    )
    assert response["HX-Redirect"].startswith("/accounts/login/")


def test_one_in_the_trash_is_there_for_its_owner_only(
    world: World, alice: User, bob: User, client: Client
) -> None:
    client.force_login(alice)
    client.post(reverse("delete", args=_of(world)))
    assert _call(_signed_in(bob), "conversation", world) == 404
    assert _signed_in(bob).head(reverse("media-file", args=[world.picture.uuid])).status_code == 404
    before = _state(world.conversation)
    _call(client, "send", world)
    assert _state(world.conversation) == before
    client.post(reverse("restore", args=_of(world)))
    assert _call(_signed_in(bob), "conversation", world) == 200
