"""A call that failed: put right by what was asked for and what is there, and never made again as it was."""

from typing import Any

import pytest

from studio.director import Call, Reply
from tests.studio.director.asking import ask, failed, round_of

FOXES = tuple(f'image {n}: generated, 1024x1024, prompt "a fox, {n}"' for n in range(2))
CLIPS = tuple(f'video {n}: generated, 1280x720, 5.0 s, prompt "clip {n}"' for n in range(2))


def _after(
    text: str, tool: str, given: dict[str, Any], error: str, media: tuple[str, ...] = ()
) -> Reply:
    """The round after that call failed so."""
    call = Call(tool, given)
    return ask(text, media, after=round_of(Reply("I will.", (call,)), failed(tool, error)))


@pytest.mark.parametrize(
    "error",
    [
        "There is no image 2 in this conversation. Images here: 0 to 1.",
        "sourceImageIndex 2 is out of range: results are 0 to 1",
        "Unknown image index 2. Available images: 0, 1.",
        "image 2 does not exist; valid indices: 0, 1",
        "sourceImageIndex 2 not found",
        "Index 2 is out of bounds; there are 2 images",
        "There is no image 2. There is image 0 and 1.",
        "invalid sourceImageIndex: 2",
        "Picture 2 is no longer available",
        "image 2 could not be found",
        "sourceImageIndex: 2 is not a known image (known: 0, 1)",
    ],
)
@pytest.mark.parametrize(("which", "index"), [("first", 0), ("second", 1), ("last", 1)])
def test_the_one_that_was_asked_for_is_taken(error: str, which: str, index: int) -> None:
    given = {"prompt": "a gentle breeze", "sourceImageIndex": 2}
    reply = _after(
        f"animate the {which} one, a gentle breeze", "animate_photo", given, error, FOXES
    )
    assert [call.arguments for call in reply.calls] == [{**given, "sourceImageIndex": index}]
    assert reply.text == f"I had counted wrong; it is image {index}."


def test_a_number_that_somebody_wrote_is_not_there() -> None:
    given = {"prompt": "a gentle breeze", "sourceImageIndex": 2}
    error = "There is no image 2. There is image 0."
    reply = _after("animate image 2, a gentle breeze", "animate_photo", given, error, FOXES[:1])
    assert "I had counted wrong" not in reply.text


def test_both_clips_are_joined_after_one_was_counted_wrong() -> None:
    error = "There is no video 2. There is video 0 and 1."
    reply = _after("join both clips", "stitch_video", {"videoIndices": [1, 2]}, error, CLIPS)
    assert [call.arguments["videoIndices"] for call in reply.calls] == [[0, 1]]
    assert "videos 0 and 1" in reply.text


def test_what_cannot_be_told_apart_is_asked_about() -> None:
    given = {"prompt": "it runs", "sourceImageIndex": 1}
    error = "There is no image 1. There is image 0 and 2."
    media = (FOXES[0], 'image 2: generated, prompt "a fox in fog"')
    reply = _after("make the fox with the tail run", "animate_photo", given, error, media)
    assert not any(call.arguments == given for call in reply.calls)


@pytest.mark.parametrize(
    ("tool", "given", "error", "fit", "says"),
    [
        ("generate_video", {"duration": 30}, "duration must be between 2 and 20 seconds for ltx25",
         {"duration": 20}, "The length of such a film can be at most 20 seconds here, not 30, so I take 20 seconds. "
         "It can go on afterwards: say “10 seconds longer”."),
        ("generate_video", {"duration": 1}, "duration: 1 is less than the minimum of 2",
         {"duration": 2}, "The length of such a film can be at least 2 seconds here, not 1, so I take 2 seconds."),
        ("generate_music", {"bpm": 400}, "bpm: 400 is greater than the maximum of 300",
         {"bpm": 300}, "The tempo of a recording can be at most 300 beats a minute here, not 400, so I take 300"),
        ("generate_image", {"numberOfVariations": 16}, "numberOfVariations must be at most 8",
         {"numberOfVariations": 8}, "The number of results can be at most 8 here, not 16, so I take 8."),
        ("generate_image", {"width": 4000, "height": 1000}, "width must be between 256 and 2048.",
         {"width": 2048, "height": 512}, "The width of a picture can be at most 2048 pixels here, not 4000, so I take "
         "2048 pixels; the shape stays, and the height becomes 512 pixels. "
         "It can be enlarged afterwards: say “enlarge it”."),
        ("generate_image", {"aspectRatio": "7:3"}, "aspectRatio must be one of 1:1, 16:9, 9:16, 4:3",
         {"aspectRatio": "16:9"}, "The shape cannot be 7:3 there; I take 16:9"),
    ],
)  # fmt: skip
def test_a_limit_is_told_with_what_it_is_of(
    tool: str, given: dict[str, Any], error: str, fit: dict[str, Any], says: str
) -> None:
    reply = _after("a fox", tool, {"prompt": "a fox", **given}, error)
    assert [call.arguments for call in reply.calls] == [{"prompt": "a fox", **fit}]
    assert reply.text.startswith(says)


@pytest.mark.parametrize(
    "error",
    ["There is no speech model bob. There is: voice.", "There is no video model called “x”."],
)
def test_a_model_that_is_not_there_is_no_wrong_number(error: str) -> None:
    given = {"prompt": "a fox", "videoModel": "wan22"}
    reply = _after("a video of a fox", "generate_video", given, error)
    assert [call.arguments for call in reply.calls] == [{"prompt": "a fox"}]
