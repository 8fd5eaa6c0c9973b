"""Under which name a file goes out: what it is decides its ending, and no name becomes a header."""

from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from chat.views.files import shown_name
from media.models import Item
from teams.models import Team, User
from tests.chat.world import build_world


@pytest.mark.parametrize(
    ("name", "mime", "shown"),
    [
        ("sea.png", "image/png", "sea.png"),
        ("sea.PNG", "image/png", "sea.PNG"),
        ("sea.jpeg", "image/jpeg", "sea.jpeg"),
        ("clip.mov", "video/mp4", "clip.mov"),
        ("song.opus", "audio/ogg", "song.opus"),
        ("page.html", "image/png", "page.html.png"),
        ("run.exe", "image/jpeg", "run.exe.jpg"),
        ("drawing.svg", "image/gif", "drawing.svg.gif"),
        ("page.png.html", "image/png", "page.png.html.png"),
        ("noending", "image/png", "noending.png"),
        ("sea.png.", "image/png", "sea.png..png"),
        (".png", "image/png", ".png.png"),
        ("", "image/png", "image -1.png"),
    ],
)
def test_its_ending_is_that_of_what_it_is(name: str, mime: str, shown: str) -> None:
    assert shown_name(Item(kind="image", index=-1, name=name), mime) == shown


@pytest.mark.parametrize(
    "name", ['a"; filename=b.html', "a\r\nSet-Cookie: x=1", "a\u202egnp", "日本.png", "a;b=c\\.png"]
)
def test_no_name_becomes_a_header(
    client: Client, alice: User, team: Team, picture: bytes, name: str
) -> None:
    world = build_world(alice, team, picture)
    Item.objects.filter(pk=world.picture.pk).update(name=name)
    client.force_login(alice)
    answer = client.head(reverse("media-file", args=[world.picture.uuid]), {"download": ""})
    told = answer["Content-Disposition"]
    assert told.startswith('attachment; filename="')
    assert told.count('"') == 2
    assert "\n" not in told
    assert "Set-Cookie" not in answer.headers
    assert quote(name) in told
