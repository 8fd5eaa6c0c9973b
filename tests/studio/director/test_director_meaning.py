"""What words stand for that point back into the conversation: one, it, the same."""

from typing import Any

import pytest

from studio.director import Call, Reply
from tests.studio.director.asking import Message, ask, made, round_of
from tests.studio.director.utterances.media import FILMS, TUNE

FOX = ('image 0: generated, 1024x1024, prompt "a red fox in the snow at dusk"',)
TWO = (*FOX, 'image 1: generated, 1024x1024, prompt "a wooden cabin by a frozen lake"')


def said(text: str, answer: str = "Good to know.") -> list[Message]:
    return [{"role": "user", "content": text}, {"role": "assistant", "content": answer}]


def done(text: str, call: Call, kind: str, *indices: int) -> list[Message]:
    """A turn with a call and its result."""
    told = round_of(Reply("I will.", (call,)), made(call.name, kind, *indices))
    return [
        {"role": "user", "content": text},
        *told,
        {"role": "assistant", "content": "Done."},
    ]


SONG = done("a calm piece", Call("generate_music", {"prompt": "calm piano"}), "audio", 0)
PAINTED = done(
    "image 0 as a watercolour",
    Call("apply_style", {"prompt": "as a watercolour", "sourceImageIndex": 0}),
    "image",
    2,
)


@pytest.mark.parametrize(
    ("told", "prompt"),
    [
        ("My grandma turns 80 next week. She loves lighthouses.", "a lighthouse"),
        ("My sister Ana just got a new puppy and she is over the moon", "a puppy"),
        ("She's crazy about orchids!", "an orchid"),
    ],
)
def test_one_is_what_somebody_is_fond_of(told: str, prompt: str) -> None:
    (call,) = ask("Can you draw one for her?", before=said(told)).calls
    assert (call.name, call.arguments["prompt"]) == ("generate_image", prompt)


def test_one_that_nobody_named_is_asked_and_answered() -> None:
    before = said("My mum is ill at the moment")
    asked = ask("Can you draw one for her?", before=before)
    assert asked.asks
    before += said("Can you draw one for her?", asked.text)
    (call,) = ask("a puppy", before=before).calls
    assert call.arguments["prompt"] == "a puppy"


@pytest.mark.parametrize("text", ["add it to the video", "put this under video 0"])
def test_it_is_the_song_right_after_it_was_made(text: str) -> None:
    reply = ask(text, FILMS[:1] + TUNE, before=SONG)
    assert [call.arguments for call in reply.calls] == [{"videoIndices": [0], "audioIndex": 0}]
    assert reply.text == "I will put audio 0 under video 0."


@pytest.mark.parametrize(
    "text", ["do the same with the cabin", "now the cabin too", "and image 1 as well"]
)
def test_the_same_is_the_newest_deed(text: str) -> None:
    (call,) = ask(text, TWO, before=PAINTED).calls
    wanted = {"prompt": "as a watercolour", "sourceImageIndex": 1}
    assert (call.name, call.arguments) == ("apply_style", wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("make it slower", {"bpm": 83, "duration": 60}),
        ("make it faster", {"bpm": 120, "duration": 60}),
        ("make it longer", {"bpm": 100, "duration": 90}),
    ],
)
def test_a_slower_song_is_no_longer_one(text: str, wanted: dict[str, Any]) -> None:
    call = Call("generate_music", {"prompt": "a folk song", "bpm": 100, "duration": 60})
    media = ('audio 0: generated, 60.0 s, prompt "a folk song"',)
    (again,) = ask(text, media, before=done("a folk song", call, "audio", 0)).calls
    assert {name: again.arguments[name] for name in wanted} == wanted
