"""Later turns made to be slow: one thing again and again, after each kind of deed that words can go on from."""

import time
from typing import Any

import pytest

from tests.studio.director.asking import Message, ask, made
from tests.studio.director.test_director_turns import talked

LENGTH = 3_000  # characters of a message
MOST_S = 2.0  # of the processor: ten times what it takes
MEDIA = (
    'image 0: generated, 1024x1024, prompt "a dog"',
    'image 1: generated, 1024x1024, prompt "a dog with a hat"',
    'video 0: generated, 1280x720, 5.0 s, prompt "a train"',
    "video 1: generated, 1280x720, 5.0 s",
    'audio 0: generated, 60.0 s, prompt "calm piano"',
)
LINE = {"startSeconds": 0, "endSeconds": 2, "text": "a"}
TITLE = {"kind": "text", "text": "A", "position": "center"}
TWO = {"sourceImageIndex": 0, "endImageIndex": 1}
DEEDS: dict[str, tuple[dict[str, Any], Message]] = {
    "generate_speech": ({"prompt": "hello"}, made("generate_speech", "audio", 0)),
    "generate_music": ({"prompt": "calm piano"}, made("generate_music", "audio", 0)),
    "compose_lyrics": ({"prompt": "autumn"}, {"ok": True, "tool": "compose_lyrics", "lyrics": "x"}),
    "add_subtitles": ({"sourceVideoIndex": 0, "cues": [LINE]}, made("add_subtitles", "video", 1)),
    "overlay_video": ({"sourceVideoIndex": 0, "overlays": [TITLE]}, made("overlay_video", "video", 1)),
    "stitch_video": ({"videoIndices": [0], "audioIndex": 0}, made("stitch_video", "video", 1)),
    "segment_image": ({"sourceImageIndex": 0, "text": "dog"}, made("segment_image", "image", 1)),
    "animate_photo": ({"prompt": "he runs", **TWO}, made("animate_photo", "video", 1)),
    "edit_image": ({"prompt": "a flyer for 12 june"}, made("edit_image", "image", 1)),
}  # fmt: skip
UNITS = (
    "with a ", "from 1 to 2 ", "put it over a picture of ", "and the ", "same ",
    "again but ", "a man's voice, and calmer, ", "at night and in the rain, ",
)  # fmt: skip


@pytest.mark.parametrize("tool", DEEDS)
def test_a_later_message_of_one_thing_is_read_in_bounded_time(tool: str) -> None:
    arguments, result = DEEDS[tool]
    before = talked(("something", (tool, arguments, result)))
    for unit in UNITS:
        began = time.process_time()
        assert ask((unit * LENGTH)[:LENGTH], MEDIA, before=before).text
        assert time.process_time() - began < MOST_S, unit
