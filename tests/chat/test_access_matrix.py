"""Every route, for everyone who should not get through it: a route without a case fails here."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from asgiref.sync import sync_to_async
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from chat import consumers
from chat.models import Conversation, Event
from chat.routing import websocket_urlpatterns
from media.models import Item, Upload
from teams.access import remove_member
from teams.models import Team, User
from tests.chat.test_sockets import dial, ends_with
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

# sockets: what is dialled, by route; the last word is for every address without one
SOCKETS: dict[str, Callable[[World], Conversation]] = {
    "ws/c/<uuid:uuid>/": lambda world: world.conversation,
}
NO_SOCKET = ""

# a person's own pages: signed out leads to sign-in, signed in shows only what is theirs
OWN_PAGES = {
    **{"home": "get", "conversation-new": "get", "conversations": "get", "trash": "get"},
    "teams:usage": "get",
}
OWN_POSTS = {"teams:theme"}

# open to everyone, with nothing of anyone in them
OPEN = {"healthz", "readyz", "favicon"}
# tested beside their own app: accounts and sign-in links, numbers for staff
ELSEWHERE = {"metrics", "teams:link", "teams:use_link"}
ELSEWHERE_PREFIXES = ("account_", "admin:")

ADMIN_CATCH_ALL = "(?P<url>.*)$"  # admin's own answer to addresses it does not have
ADMIN_DOORS = {"admin:login", "admin:logout"}
ADMIN_OF_ONE = {
    f"admin:{app}_{model}_{what}"
    for app, model in (
        ("chat", "conversation"), ("chat", "run"), ("chat", "toolcall"), ("media", "item"),
        ("teams", "user"), ("teams", "team"), ("teams", "allowance"), ("teams", "hold"),
    )
    for what in ("change", "delete", "history")
}  # fmt: skip
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


def test_no_route_hides_behind_the_name_of_another() -> None:
    names = [
        name
        for name, _ in _names(get_resolver().url_patterns)
        if not name.startswith(ELSEWHERE_PREFIXES) and name
    ]
    assert sorted(names) == sorted(set(names))


def test_every_socket_route_has_a_case() -> None:
    assert [str(route.pattern) for route in websocket_urlpatterns] == [*SOCKETS, NO_SOCKET]


async def _dialled(world: World, user: User | None) -> dict[str, int | None]:
    """What each socket closes with; None for one that stays open."""
    found = {}
    for route, conversation in SOCKETS.items():
        socket = await dial(conversation(world), user, after="9999")
        quiet = await socket.receive_nothing(timeout=1)
        found[route] = None if quiet else await ends_with(socket)
        await socket.disconnect(timeout=20)
    return found


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("who", "lets_in"), [("nobody", False), ("charlie", False), ("bob", False), ("vera", True)]
)
async def test_sockets_let_in_whom_the_pages_let_in(
    world: World, charlie: User, bob: User, vera: User, team: Team, who: str, lets_in: bool
) -> None:
    """Bob is a removed member, vera a viewer."""
    await sync_to_async(remove_member)(team, bob)
    people = {"nobody": None, "charlie": charlie, "bob": bob, "vera": vera}
    expected = None if lets_in else consumers.FOR_GOOD
    assert await _dialled(world, people[who]) == dict.fromkeys(SOCKETS, expected)


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
    client = _signed_in(vera)
    for name, case in CASES.items():
        if case.reads:
            answer = client.head(reverse(name, args=case.args(world)))
            assert answer.status_code in (200, 204), name


def test_a_writer_who_is_not_the_owner_can_not_manage(world: World, bob: User) -> None:
    owners = ["set-access", "delete", "restore"]
    assert _answers(_signed_in(bob), world, owners) == dict.fromkeys(owners, 404)


def test_a_draft_is_its_authors_alone(world: World, bob: User) -> None:
    assert _call(_signed_in(bob), "upload-rendition", world) == 404
    _call(_signed_in(bob), "upload-remove", world)
    assert Upload.objects.filter(pk=world.upload.pk).exists()


def test_own_pages_lead_to_sign_in(db: None) -> None:
    for name, method in {**OWN_PAGES, **dict.fromkeys(OWN_POSTS, "post")}.items():
        response = getattr(Client(), method)(reverse(name))
        assert response.status_code == 302
        assert response["Location"].startswith("/accounts/login/"), name


def _admin_addresses() -> list[str]:
    """Every page of the administration that has no arguments, and of those that have one its first."""
    found = []
    for name, _ in _names(get_resolver().url_patterns):
        if name.startswith("admin:") and name not in ADMIN_DOORS:
            try:
                found.append(reverse(name))
            except NoReverseMatch:
                found += [reverse(name, args=["1"])] if name in ADMIN_OF_ONE else []
    return found


def test_the_administration_is_closed_to_everyone_else(charlie: User) -> None:
    addresses = _admin_addresses()
    assert len(addresses) > 30
    for client in (Client(), _signed_in(charlie)):
        for address in addresses:
            for answer in (client.get(address), client.post(address, DATA)):
                assert answer.status_code == 302
                assert answer["Location"].startswith(("/admin/login/", "/accounts/login/")), address


def test_staff_without_rights_see_and_change_nothing_of_a_conversation(
    world: World, charlie: User
) -> None:
    charlie.is_staff = True
    charlie.save()
    client = _signed_in(charlie)
    before = _state(world.conversation)
    for address in _admin_addresses():
        if address.startswith(("/admin/chat/", "/admin/media/", "/admin/teams/")):
            assert client.get(address).status_code in (302, 403), address
            assert client.post(address, DATA).status_code in (302, 403), address
    assert _answers(client, world) == dict.fromkeys(CASES, 404)
    assert _state(world.conversation) == before


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


def test_after_signing_in_one_is_where_one_was_and_never_at_a_form(world: World) -> None:
    for name, case in CASES.items():
        address = reverse(name, args=case.args(world))
        led = parse_qs(urlsplit(getattr(Client(), case.method)(address)["Location"]).query)["next"]
        here = world.conversation.get_absolute_url()
        assert led == [here if case.method == "post" else address], name
    answer = Client().post(reverse("send", args=_of(world)), headers={"HX-Request": "true"})
    assert answer["HX-Redirect"] == f"/accounts/login/?next={here}"
    answer = Client().post(reverse("teams:theme"), headers={"Referer": f"http://testserver{here}"})
    assert answer["Location"].endswith(quote(here))


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
