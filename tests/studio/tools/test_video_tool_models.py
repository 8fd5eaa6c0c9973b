"""The models of the video tools: what each takes, how long and how large its films are."""

import pytest

from studio.tools.api import Media, ToolRefusal
from tests.studio.tools.test_tools_videos import FULL, USUAL, piece, plan


@pytest.mark.parametrize(
    ("model", "counts", "said"),
    [
        ("seedance2", (10, 0, 0), "Reference pictures: 9 at most with seedance-2-0, not 10"),
        ("seedance2-mini-uncensored", (9, 3, 1), "media: 12 at most"),
        ("seedance2-5", (31, 0, 0), "pictures: 30"),
        ("wan3.0-video", (0, 6, 0), "videos: 5"),
        ("happyhorse-1.1-t2v", (1, 0, 0), "pictures: 0"),
        ("happyhorse-1.1-i2v", (2, 0, 0), "pictures: 1"),
        ("happyhorse-1.1-r2v", (1, 0, 1), "sounds: 0"),
        ("minimax-h3-r2v-turbo", (0, 4, 0), "videos: 3"),
        ("seedance2", (0, 0, 1), "beside it"),
        ("ltx25", (17, 0, 0), "pictures: 16"),
        ("minimax-h3-r2v", (0, 0, 0), "a picture or a video to refer to"),
        ("happyhorse-1.1-i2v", (0, 0, 0), "needs a picture"),
        ("minimax-h3-turbo", (1, 0, 0), "r2v models only"),
    ],
)
def test_more_references_than_the_model_takes_are_refused(
    model: str, counts: tuple[int, int, int], said: str
) -> None:
    pictures, films, sounds = ([0] * count for count in counts)
    references = {
        "referenceImageIndices": pictures,
        "referenceVideoIndices": films,
        "referenceAudioIndices": sounds,
    }
    with pytest.raises(ToolRefusal, match=said) as refused:
        plan("generate_video", {"prompt": "x", "videoModel": model, **references})
    assert refused.value.error_type == "PARAMETER_INVALID"


def test_as_many_references_as_the_model_takes_are_used() -> None:
    references = {
        "referenceImageIndices": [0] * 9,
        "referenceVideoIndices": [0] * 2,
        "referenceAudioIndices": [0],
    }
    work = plan("generate_video", {"prompt": "x", "videoModel": "seedance2", **references})
    assert sum(name.startswith("contextImage") for name in work.renders[0].inputs) == 9


def test_long_clips_without_a_model_are_given_one_that_makes_them() -> None:
    work = plan("generate_video", {"prompt": "x", "duration": 28})
    assert (work.model_id, work.renders[0].duration_s) == ("wan3.0-video", 28)
    snapped = plan(
        "generate_video", {"prompt": "x", "videoModel": "minimax-h3-t2v", "duration": 30}
    )
    assert snapped.renders[0].duration_s == pytest.approx(362 / 24)


def test_wan_goes_on_longer_where_a_sound_leads_it() -> None:
    arguments = {
        "prompt": "she sings",
        "videoModel": "wan-s2v",
        "sourceImageIndex": 0,
        "duration": 15,
    }
    long = Media(FULL.generated, {**FULL.uploaded, "audio": (piece("audio", "song", seconds=30),)})
    work = plan("sound_to_video", {**arguments, "audioSourceIndex": 0}, long)
    assert work.renders[0].duration_s == 15
    with pytest.raises(ToolRefusal, match="2 to 10 seconds"):
        plan("generate_video", {"prompt": "x", "videoModel": "wan22", "duration": 15})


@pytest.mark.parametrize(
    ("model", "size"),
    [
        ("happyhorse-1.1-t2v", (1248, 720)),
        ("seedance2-mini", (832, 480)),
        ("minimax-h3-turbo", (832, 480)),
        ("ltx25", (832, 480)),
        ("wan22", (832, 480)),
    ],
)
def test_a_family_makes_films_of_its_own_sizes(model: str, size: tuple[int, int]) -> None:
    render = plan("generate_video", {"prompt": "x", "videoModel": model}).renders[0]
    assert (render.width, render.height) == size


@pytest.mark.parametrize(
    ("model", "size"),
    [
        ("seedance2", (3840, 2160)),
        ("wan22", (1360, 768)),
        ("seedance2-5", (1920, 1080)),
        ("seedance2-mini", (1280, 720)),
        ("minimax-h3-turbo", (1344, 768)),
        ("minimax-h3-fasth3-turbo-2stage", (2688, 1536)),
    ],
)
def test_what_is_larger_than_a_family_makes_is_made_smaller(
    model: str, size: tuple[int, int]
) -> None:
    asked = {"prompt": "x", "videoModel": model, "width": 3840, "height": 2160}
    render = plan("generate_video", asked).renders[0]
    assert render.width == pytest.approx(size[0], abs=32)
    assert render.height == pytest.approx(size[1], abs=32)
    assert render.width * render.height <= size[0] * size[1]


@pytest.mark.parametrize(
    ("model", "short", "size"),
    [
        ("wan3.0-video", 600, (832, 480)),
        ("wan3.0-video", 620, (1248, 720)),
        ("happyhorse-1.1-t2v", 480, (1248, 720)),
        ("seedance2", 1440, (1920, 1080)),
        ("seedance2", 2160, (3840, 2160)),
        ("seedance2-mini", 640, (1248, 720)),
        ("minimax-h3-turbo", 600, (1056, 608)),
    ],
)
def test_a_resolution_is_one_that_the_model_makes(
    model: str, short: int, size: tuple[int, int]
) -> None:
    asked = {"prompt": "x", "videoModel": model, "targetResolution": short}
    render = plan("generate_video", asked).renders[0]
    assert min(render.width, render.height) == size[1]
    assert render.width == pytest.approx(size[0], abs=36)


@pytest.mark.parametrize("tool", ["generate_video", "extend_video", "replace_video_segment"])
def test_an_agreement_that_was_not_accepted_is_asked_for(tool: str) -> None:
    with pytest.raises(ToolRefusal) as refused:
        plan(tool, {**USUAL[tool], "videoModel": "seedance2-5-uncensored"})
    assert refused.value.error_type == "PERMISSION_REQUIRED"


@pytest.mark.parametrize(
    ("model", "short", "size"),
    [("seedance2-mini", 2160, (1280, 720)), ("seedance2-5", None, (832, 480)), (None, 2160, (832, 480))],
)  # fmt: skip
def test_a_film_is_made_over_in_a_size_of_the_family(
    model: str | None, short: int | None, size: tuple[int, int]
) -> None:
    """Only Seedance makes another resolution."""
    mode = {"videoModel": model} if model else {"controlMode": "canny"}
    render = plan("video_to_video", {"prompt": "ink", "targetResolution": short, **mode}).renders[0]
    assert render.workflow == "v2v"
    assert (render.width, render.height) == pytest.approx(size, abs=32)
    assert render.options["control"] == ("" if model else "canny")
