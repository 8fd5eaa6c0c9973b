"""Every answer keeps the browser strict: pages, errors, scripts, files, numbers."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from teams.models import Team, User
from tests.chat.world import World, build_world
from tests.people import PASSWORD

PAGE = "default-src 'none'"
FILE = "sandbox allow-same-origin; default-src 'none'; "


@pytest.fixture
def world(alice: User, team: Team, picture: bytes) -> World:
    return build_world(alice, team, picture)


def addresses(world: World) -> dict[str, int]:
    """What is asked for, and the status it has."""
    conversation = world.conversation.get_absolute_url()
    return {
        conversation: 200,
        "/": 302,
        "/nothing": 404,
        "/static/css/main.css": 200,
        "/static/js/main.js": 200,
        "/static/nothing.js": 404,
        "/healthz": 200,
        "/readyz": 200,
        f"{conversation}send": 405,
        f"{conversation}export.json": 200,
        "/admin/": 302,
        "/accounts/link/nothing/": 410,
    }


def test_every_answer_has_a_policy_and_is_not_guessed_at(client: Client, world: World) -> None:
    client.force_login(world.conversation.owner)
    for address, status in addresses(world).items():
        answer = client.head(address)
        assert answer.status_code == status, address
        assert PAGE in answer["Content-Security-Policy"], address
        assert answer["X-Content-Type-Options"] == "nosniff", address
    policy = client.get("/nothing")["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


def test_a_persons_file_is_in_a_sandbox(client: Client, world: World) -> None:
    client.force_login(world.conversation.owner)
    for name, args in (
        ("media-file", [world.picture.uuid]),
        ("media-rendition", [world.picture.uuid, "thumbnail"]),
        ("upload-rendition", [world.upload.uuid, "thumbnail"]),
    ):
        answer = client.head(reverse(name, args=args))
        policy = answer["Content-Security-Policy"]
        assert policy.startswith(FILE)
        assert "script" not in policy
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


def test_cookies_are_kept_from_scripts_and_other_sites(client: Client, alice: User) -> None:
    client.post("/accounts/login/", {"login": alice.username, "password": PASSWORD})
    client.get("/accounts/password/change/")
    for name in (settings.CSRF_COOKIE_NAME, settings.SESSION_COOKIE_NAME):
        assert client.cookies[name]["httponly"], name
        assert client.cookies[name]["samesite"] == "Lax", name
