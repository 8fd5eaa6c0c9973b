"""Conversations whose older calls are cut short, go round in a circle or name what is not there: never a crash."""

from collections.abc import Mapping
from typing import Any

import pytest

from studio.director import Call, Reply
from studio.director.plan import MAKES
from tests.studio.director.asking import Message, ask, made, round_of

MEDIA = (
    'image 0: generated, prompt "a dog"',
    'image 1: generated, prompt "a cat"',
    'video 0: generated, 5.0 s, prompt "a train"',
    "video 1: generated, 5.0 s",
    'audio 0: generated, 60.0 s, prompt "calm piano"',
)
TEXT_ON_IT = {"kind": "text", "text": "A", "position": "center"}


def done(tool: str, arguments: Mapping[str, Any], *indices: int) -> list[Message]:
    """A turn of before: what was said, the call, and that it came to something."""
    kind = MAKES[tool]
    reply = Reply("x", (Call(tool, dict(arguments)),))
    said = [{"role": "user", "content": "something"}]
    told = round_of(reply, made(tool, kind, *indices))
    return [*said, *told, {"role": "assistant", "content": "done"}]


def laid(tool: str, film: int, made_film: int) -> list[Message]:
    joined = tool == "stitch_video"
    told = (
        {"videoIndices": [film], "audioIndex": 0}
        if joined
        else {"sourceVideoIndex": film, "overlays": [TEXT_ON_IT]}
    )
    return done(tool, told, made_film)


@pytest.mark.parametrize("tool", ["overlay_video", "stitch_video"])
def test_a_film_laid_on_itself_ends(tool: str) -> None:
    reply = ask("again but with a red hat", MEDIA, before=laid(tool, 1, 1))
    assert not reply.calls
    assert "video 1" in reply.text


@pytest.mark.parametrize("tool", ["overlay_video", "stitch_video"])
def test_films_laid_on_each_other_end(tool: str) -> None:
    before = [*laid(tool, 0, 1), *laid(tool, 1, 0)]
    assert not ask("again but with a red hat", MEDIA, before=before).calls


def test_a_film_under_two_others_is_made_again() -> None:
    told = {"prompt": "a man walks", "sourceImageIndex": 0}
    before = [*done("animate_photo", told, 0), *laid("overlay_video", 0, 1)]
    before += laid("stitch_video", 1, 2)
    (call,) = ask(
        "again but with a red hat", [*MEDIA, "video 2: generated, 5.0 s"], before=before
    ).calls
    assert call.name == "animate_photo"
    assert call.arguments["sourceImageIndex"] == 0


ODD = [
    ("shorter", "dance_montage", {}),
    ("shorter", "dance_montage", {"dance": "rasputin", "duration": "x"}),
    ("bigger", "overlay_video", {"overlays": ["x"]}),
    ("red", "overlay_video", {"overlays": [None]}),
    ("bigger", "overlay_video", {"overlays": [{**TEXT_ON_IT, "fontSizePct": "big"}]}),
    ("bigger", "overlay_video", {"overlays": [{"kind": "text", "text": "A"}]}),
    ("bigger", "add_subtitles", {"style": "x", "cues": []}),
    ("bigger", "add_subtitles", {"style": {"fontSizePct": "9"}, "cues": []}),
    ("swap them", "stitch_video", {"videoIndices": ["a", None]}),
    ("without the music", "stitch_video", {"videoIndices": 5, "audioIndex": 0}),
    ("write a song about that film", "stitch_video", {"videoIndices": 3}),
    ("opposite direction", "animate_photo", {"sourceImageIndex": 0, "endImageIndex": 1}),
    ("slower", "generate_speech", {"prompt": None}),
    ("the hat too", "segment_image", {"text": "dog", "sourceImageIndex": "x"}),
    ("august instead", "edit_image", {"prompt": 5, "sourceImageIndex": {}}),
    ("only the chorus", "sound_to_video", {"prompt": "waves"}),
    ("another look", "sound_to_video", {}),
    ("again", "animate_photo", {"prompt": "slow", "sourceImageIndex": 0, "watermark": ["a"]}),
    ("again", "animate_photo", {"prompt": "slow", "sourceImageIndex": 0, "loras": [{}, 3]}),
]


@pytest.mark.parametrize(("text", "tool", "arguments"), ODD)
def test_odd_arguments_of_before_are_left_alone(
    text: str, tool: str, arguments: dict[str, Any]
) -> None:
    """`ask` holds every call against its schema."""
    assert ask(text, MEDIA, before=done(tool, arguments, 0)).text


@pytest.mark.parametrize("length", [None, "x", True, [1]])
def test_a_transition_of_no_length_takes_the_usual_one(length: Any) -> None:
    told = {
        "videoIndices": [0, 1],
        "transition": {"type": "fade", "durationSeconds": length},
    }
    (call,) = ask("longer transition", MEDIA, before=done("stitch_video", told, 2)).calls
    assert call.arguments["transition"] == {"type": "fade", "durationSeconds": 0.75}


def test_a_transition_without_its_kind_is_not_carried_on() -> None:
    told = {"videoIndices": [0, 1], "audioIndex": 0, "transition": {"durationSeconds": 1}}
    (call,) = ask("without the music", MEDIA, before=done("stitch_video", told, 2)).calls
    assert call.arguments == {"videoIndices": [0, 1]}


def test_no_film_ends_in_a_picture_that_is_not_there() -> None:
    told = {"prompt": "slow", "sourceImageIndex": 0, "endImageIndex": 7}
    for call in ask("opposite direction", MEDIA, before=done("animate_photo", told, 1)).calls:
        assert call.arguments.get("sourceImageIndex") != 7


def test_a_list_where_one_picture_belongs_does_no_harm() -> None:
    before = done("generate_image", {"prompt": "a poster for june"}, 0, 1)
    before += done("edit_image", {"prompt": "red", "sourceImageIndex": [0, 1]}, 0, 1)
    assert ask("animate both", MEDIA, before=before).calls
    assert ask("august instead", MEDIA, before=before).text


@pytest.mark.parametrize(
    "text", ["instead of the hat", "put Open Sundays at the bottom", "keep the hat", "hat"]
)
@pytest.mark.parametrize("media", [(), MEDIA[-1:]])
def test_a_file_the_catalogue_does_not_know_is_no_picture(
    text: str, media: tuple[str, ...]
) -> None:
    assert ask(f"{text}\n\nAttached: image -1, image -2", media).text
