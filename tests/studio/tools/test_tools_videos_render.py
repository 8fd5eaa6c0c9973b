"""What the video tools plan is rendered: from arguments to a film that plays."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from studio.renderers.registry import render
from studio.tools.api import Media, MediaTool, Piece
from studio.tools.registry import TOOLS
from tests.studio.films.film_material import facts, moving_square, tone, write_film
from tests.studio.render_material import click_track, write_picture, write_song

SMALL = {"aspectRatio": "256x256", "duration": 2, "videoModel": "wan22"}


@pytest.fixture(scope="module")
def media(tmp_path_factory: pytest.TempPathFactory) -> Media:
    folder = tmp_path_factory.mktemp("media")
    size = (192, 128)
    films = [
        write_film(folder / f"{name}.mp4", moving_square(size, step), 24, 12, sound=tone(300, 2))
        for name, step in (("one", 3), ("two", 5))
    ]
    picture = write_picture(folder / "picture.png", (192, 128))
    song = write_song(folder / "song.wav", click_track(120, 5)[0])
    film = [Piece("video", path, "http://x", "video/mp4", *size, 2.0) for path in films]
    image = Piece("image", picture, "http://x", "image/png", *size)
    sound = Piece("audio", song, "http://x", "audio/wav", duration_s=5.0)
    return Media(
        {"video": (film[0],), "image": (image,), "audio": (sound,)},
        {"video": (film[1],), "image": (image,), "audio": (sound,)},
    )


@pytest.mark.parametrize(
    ("tool", "arguments", "seconds", "sounds"),
    [
        ("generate_video", {"prompt": "a lake at dawn", **SMALL, "videoModel": "ltx25"}, [2.0], True),
        ("animate_photo", {"prompt": "pan left", **SMALL, "numberOfVariations": 2}, [2.0, 2.0], False),
        (
            "animate_photo",
            {"prompt": "x", "prompts": ["in", "out"], "sourceImageIndices": [0, -1], **SMALL},
            [2.0, 2.0],
            False,
        ),
        ("sound_to_video", {"prompt": "neon", **SMALL, "audioStart": 1}, [2.0], True),
        ("video_to_video", {"prompt": "ink", "controlMode": "canny"}, [2.0], True),
        ("video_to_video", {"prompt": "she moves", "sourceImageIndex": 0}, [2.0], True),
        ("stitch_video", {"videoIndices": [0, -1], "transition": {"type": "fade"}}, [3.5], True),
        ("orbit_video", {"angles": ["right side view"]}, [5.0], True),
        ("extend_video", {"duration": 2, "prompt": "night falls"}, [2.0, 4.0], True),
        ("replace_video_segment", {"startSeconds": 0.5, "endSeconds": 1.5, "prompt": "noir"}, [2.0], True),
        (
            "replace_video_segment",
            {"startSeconds": 1, "endSeconds": 1, "replacementVideoIndex": -1},
            [4.0],
            True,
        ),
        (
            "overlay_video",
            {"overlays": [{"kind": "image", "position": "top-left", "sourceImageIndex": -1}]},
            [2.0],
            True,
        ),
        ("add_subtitles", {"srt": "1\n00:00:00,500 --> 00:00:01,000\nHi"}, [2.0], True),
    ],
)  # fmt: skip
def test_a_plan_becomes_films(
    tool: str,
    arguments: dict[str, Any],
    seconds: list[float],
    sounds: bool,
    media: Media,
    tmp_path: Path,
) -> None:
    found = TOOLS[tool]
    assert isinstance(found, MediaTool)
    work = found.plan(arguments, media)
    assert len(work.renders) == len(seconds)
    for number, (request, length) in enumerate(zip(work.renders, seconds, strict=True)):
        if request.workflow == "orbit_video":  # it takes no size; a small one shows the same
            request = replace(request, width=256, height=176)
        result = render(request, tmp_path / str(number), lambda news: None)
        seen = facts(result.path)
        assert seen["duration"] == pytest.approx(length, abs=0.1)
        assert (seen["audio"] == "aac") == sounds
        assert result.mime == "video/mp4"
        assert seen["size"] == (result.width, result.height)
