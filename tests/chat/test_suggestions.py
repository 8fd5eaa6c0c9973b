"""What is suggested under an answer: things the studio can do, about what was just made."""

import pytest
from django.test import Client
from lxml import html

from chat.frames.suggestions import suggestions_for
from chat.models import Conversation, Message, ToolOutput
from media.models import Blob, Item
from studio.director import direct
from teams.models import User
from tests.chat.conftest import say
from tests.chat.test_loop import drive, image_call, script
from tests.fakes import FakeGateway
from tests.studio.director.asking import SHORT, USUAL

EXAMPLES = (
    ("Paint four glazed rings stacked on a plaster plinth, low sun", "generate_image"),
    (
        "Make four versions of a lighthouse on a rocky coast: dawn, noon, dusk and storm",
        "generate_image",
    ),
    ("Make a music video of this song with paper lanterns drifting on black water", "rounds"),
)
MEDIA = (
    'audio -1: uploaded "song.m4a", 11.0 s',
    'image 0: generated, 1360x768, prompt "a lighthouse coast, cinematic"',
    'video 0: generated, 832x480, 11.0 s, prompt "a lighthouse coast"',
)


def called(text: str) -> list[str]:
    """The tools the director calls first for these words."""
    system = "Media in this conversation:\n" + "\n".join(f"- {line}" for line in MEDIA)
    messages = [{"role": "system", "content": system}, {"role": "user", "content": text}]
    reply = direct({"messages": messages, "tools": [SHORT[name] for name in USUAL]})
    return [call.name for call in reply.calls]


@pytest.mark.parametrize(("text", "tool"), EXAMPLES)
def test_every_example_of_the_empty_page_makes_something(text: str, tool: str) -> None:
    assert called(text) == ["generate_image" if tool == "rounds" else tool]


def test_what_is_suggested_for_pictures_can_be_made(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    script(gateway, image_call())
    say(conversation, alice, "a lighthouse")
    drive(conversation, gateway)
    suggested = suggestions_for(conversation)
    assert len(suggested) == 4
    assert all(called(one.prompt) for one in suggested)


@pytest.mark.parametrize(
    ("width", "height", "prompt", "labels"),
    [
        (1024, 768, "a coast", {"At night", "Tall for phones"}),
        (768, 1344, "a coast at night", {"At dawn", "Wide for screens"}),
    ],
)
def test_a_picture_is_not_offered_what_it_is_already(
    conversation: Conversation,
    alice: User,
    gateway: FakeGateway,
    width: int,
    height: int,
    prompt: str,
    labels: set[str],
) -> None:
    script(gateway, image_call())
    say(conversation, alice, prompt)
    drive(conversation, gateway)
    item = Item.objects.get()
    Blob.objects.filter(items=item).update(width=width, height=height)
    Item.objects.update(prompt=prompt)
    suggested = suggestions_for(conversation)
    assert labels < {one.label for one in suggested}
    assert all(called(one.prompt) for one in suggested)


def test_what_is_suggested_for_films_is_about_what_they_came_from(
    conversation: Conversation, alice: User, gateway: FakeGateway
) -> None:
    script(gateway, image_call())
    say(conversation, alice, "a lighthouse")
    drive(conversation, gateway)
    picture = Item.objects.get(kind="image")
    film = ToolOutput.objects.get().item
    film.kind = "video"
    film.prompt = "slow push in"
    film.save(update_fields=["kind", "prompt"])
    still = Item.objects.create(
        shelf=conversation.shelf, kind="image", origin="generated", index=0, prompt="a coast, dusk"
    )
    film.sources.add(still)
    prompts = [one.prompt for one in suggestions_for(conversation)]
    assert picture.pk == film.pk
    assert prompts[0] == "Animate image 0 with a slow pan to the left"
    assert prompts[-1] == "Make a poster of a coast in 2:3"
    song = Item.objects.create(
        shelf=conversation.shelf, kind="audio", origin="uploaded", index=-1, name="song.m4a"
    )
    film.sources.add(song)
    prompts = [one.prompt for one in suggestions_for(conversation)]
    assert prompts[0] == "Make a music video of audio \u22121 with a city at night"
    assert all(called(prompt) for prompt in prompts)


def test_a_suggestion_pressed_twice_is_sent_once(
    conversation: Conversation, alice: User, bob: User, gateway: FakeGateway
) -> None:
    script(gateway, image_call())
    say(conversation, alice, "a lighthouse")
    drive(conversation, gateway)
    client = Client()
    client.force_login(alice)
    tree = html.document_fromstring(client.get(conversation.get_absolute_url()).content)
    chip = tree.cssselect("[data-suggestion]")[0]
    (button,) = chip.cssselect("button")
    values = {one.get("name"): one.get("value") for one in [*chip.cssselect("input"), button]}
    for person in (alice, alice, bob):
        client.force_login(person)
        client.post(chip.get("action"), values)
    texts = Message.objects.filter(conversation=conversation, role="user")
    assert [one.text for one in texts] == ["a lighthouse", "Animate image 0"]
