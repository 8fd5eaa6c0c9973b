"""The video tools: what their arguments mean, before anything is rendered."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from studio.renderers import registry
from studio.renderers.versions import parted, seed_of
from studio.tools.api import Media, MediaTool, Piece, ToolRefusal, Work
from studio.tools.registry import TOOLS
from studio.tools.videos import TOOLS as VIDEO_TOOLS

NAMES = {
    "generate_video", "animate_photo", "sound_to_video", "video_to_video", "upscale_video", "stitch_video",
    "orbit_video", "dance_montage", "extend_video", "replace_video_segment", "overlay_video", "add_subtitles",
}  # fmt: skip


def piece(kind: str, name: str, width: int = 832, height: int = 480, seconds: float = 6.0) -> Piece:
    timed = kind != "image"
    return Piece(
        kind, Path(f"/m/{name}"), f"http://studio/{name}", f"{kind}/x",
        width if kind != "audio" else None, height if kind != "audio" else None,
        seconds if timed else None,
    )  # fmt: skip


def media(**counts: int) -> Media:
    """`made_image=2, given_video=1` … with paths such as /m/made_image0."""
    sides: dict[str, dict[str, tuple[Piece, ...]]] = {"made": {}, "given": {}}
    for name, count in counts.items():
        side, kind = name.split("_")
        sides[side][kind] = tuple(piece(kind, f"{name}{number}") for number in range(count))
    return Media(sides["made"], sides["given"])


H3 = "minimax-h3-fasth3"
FULL = media(made_image=3, given_image=2, made_video=3, given_video=2, made_audio=2, given_audio=2)


def plan(tool: str, arguments: dict[str, Any], of: Media = FULL) -> Work:
    found = TOOLS[tool]
    assert isinstance(found, MediaTool)
    return found.plan(arguments, of)


def used(work: Work, number: int = 0) -> dict[str, str]:
    return {name: path.name for name, path in work.renders[number].inputs.items()}


def test_all_twelve_are_there_and_have_renderers() -> None:
    assert {tool.name for tool in VIDEO_TOOLS} == NAMES
    for tool in VIDEO_TOOLS:
        assert set(tool.required) <= set(tool.properties)
        assert all(
            "type" in fragment and fragment.get("description", "x")
            for fragment in tool.properties.values()
        )


USUAL: dict[str, dict[str, Any]] = {
    "generate_video": {"prompt": "a fox"},
    "animate_photo": {"prompt": "push in"},
    "sound_to_video": {"prompt": "neon"},
    "video_to_video": {"prompt": "ink", "controlMode": "canny"},
    "upscale_video": {},
    "stitch_video": {"videoIndices": [0, -1]},
    "orbit_video": {},
    "dance_montage": {"dance": "chanel"},
    "extend_video": {"duration": 4},
    "replace_video_segment": {"startSeconds": 1, "endSeconds": 2, "prompt": "night"},
    "overlay_video": {"overlays": [{"kind": "text", "position": "center", "text": "Hi"}]},
    "add_subtitles": {"cues": [{"startSeconds": 0, "endSeconds": 1, "text": "Hi"}]},
}


@pytest.mark.parametrize("tool", sorted(NAMES))
def test_each_plans_renders_that_exist_at_a_price(tool: str) -> None:
    work = plan(tool, USUAL[tool])
    assert work.media_type == "video"
    assert work.price_each >= Decimal("0.1")
    for render in work.renders:
        assert (render.kind, render.workflow) in registry.RENDERERS
        assert render.width % 2 == render.height % 2 == 0


@pytest.mark.parametrize("tool", sorted(NAMES - {"generate_video", "dance_montage"}))
def test_without_media_they_say_what_is_missing(tool: str) -> None:
    with pytest.raises(ToolRefusal) as refused:
        plan(tool, USUAL[tool], Media())
    assert refused.value.error_type == "ASSET_NOT_FOUND"


@pytest.mark.parametrize(
    ("tool", "arguments", "name", "file"),
    [
        ("animate_photo", {}, "referenceImage", "made_image2"),
        ("animate_photo", {"sourceImageIndex": -2}, "referenceImage", "given_image1"),
        ("animate_photo", {"frameRole": "end"}, "referenceImageEnd", "made_image2"),
        ("animate_photo", {"frameRole": "both"}, "referenceImage", "made_image0"),
        ("animate_photo", {"frameRole": "both"}, "referenceImageEnd", "made_image2"),
        ("animate_photo", {"frameRole": "both", "sourceImageIndex": 1}, "referenceImageEnd", "made_image1"),
        ("animate_photo", {"endImageIndex": -1}, "referenceImageEnd", "given_image0"),
        ("sound_to_video", {}, "referenceAudio", "made_audio1"),
        ("sound_to_video", {"audioSourceIndex": 1}, "referenceAudio", "given_audio1"),
        ("sound_to_video", {"audioSourceIndex": -1}, "referenceAudio", "given_audio0"),
        ("sound_to_video", {"sourceImageIndex": 1}, "referenceImage", "given_image1"),
        ("sound_to_video", {"endImageIndex": 0, "sourceImageIndex": 0}, "referenceImageEnd", "made_image0"),
        ("video_to_video", {}, "referenceVideo", "given_video0"),
        ("video_to_video", {"videoSourceIndex": 1}, "referenceVideo", "given_video1"),
        ("video_to_video", {"videoSourceIndex": -1}, "referenceVideo", "given_video0"),
        ("video_to_video", {"controlMode": "inpaint", "maskImageIndex": 1}, "referenceMask", "given_image1"),
        ("video_to_video", {"controlMode": "pose", "sourceImageIndex": 0}, "referenceImage", "given_image0"),
        ("upscale_video", {}, "referenceVideo", "made_video2"),
        ("upscale_video", {"sourceVideoIndex": -2}, "referenceVideo", "given_video1"),
        ("orbit_video", {}, "referenceImage", "made_image2"),
        ("orbit_video", {"sourceImageIndex": 1}, "referenceImage", "made_image1"),
        ("dance_montage", {"sourceImageIndex": -1}, "contextImage1", "given_image0"),
        ("dance_montage", {}, "contextImage3", "made_image2"),
        ("extend_video", {}, "video1", "made_video2"),
        ("extend_video", {"videoIndex": -1}, "video1", "made_video2"),
        ("extend_video", {"videoIndex": -2}, "video1", "given_video1"),
        ("replace_video_segment", {"videoIndex": 0}, "video1", "made_video0"),
        ("replace_video_segment", {"replacementVideoIndex": -1}, "video2", "given_video0"),
        ("overlay_video", {}, "video1", "made_video2"),
        ("overlay_video", {"sourceVideoIndex": -1}, "video1", "given_video0"),
        ("add_subtitles", {"sourceVideoIndex": -1}, "video1", "made_video2"),
        ("stitch_video", {"videoIndices": [2, -2], "audioIndex": -1}, "video2", "given_video1"),
        ("stitch_video", {"audioIndex": 1}, "referenceAudio", "made_audio1"),
    ],
)  # fmt: skip
def test_indices_mean_what_the_service_means(
    tool: str, arguments: dict[str, Any], name: str, file: str
) -> None:
    assert used(plan(tool, USUAL[tool] | arguments))[name] == file


@pytest.mark.parametrize(
    ("tool", "arguments", "of", "file"),
    [
        ("upscale_video", {}, media(given_video=2), "given_video1"),
        ("extend_video", {"videoIndex": -1}, media(given_video=2), "given_video0"),
        ("overlay_video", {"sourceVideoIndex": -1}, media(made_video=2), "made_video1"),
        ("video_to_video", {}, media(made_video=2), "made_video1"),
        ("dance_montage", {}, media(given_image=2), "given_image0"),
    ],
)
def test_what_is_not_there_is_replaced_by_what_is(
    tool: str, arguments: dict[str, Any], of: Media, file: str
) -> None:
    assert file in used(plan(tool, USUAL[tool] | arguments, of)).values()


@pytest.mark.parametrize(
    ("tool", "name", "model", "workflow"),
    [
        ("generate_video", None, "ltx25-22b-int8_t2v_distilled", "t2v"),
        ("generate_video", "wan22", "wan_v2.2-14b-fp8_t2v_lightx2v", "t2v"),
        ("generate_video", "seedance2-5", "seedance-2-5", "t2v"),
        ("generate_video", "ltx23-22b-fp8_t2v_distilled", "ltx23-22b-fp8_t2v_distilled", "t2v"),
        ("animate_photo", "ltx25", "ltx25-22b-int8_i2v_distilled", "i2v"),
        ("sound_to_video", None, "ltx25-22b-int8_a2v_distilled", "a2v"),
        ("sound_to_video", "ltx23-a2v", "ltx23-22b-fp8_a2v_distilled", "a2v"),
        ("sound_to_video", f"{H3}-a2v-turbo", "minimax-h3-fastvideo-int8_a2v_turbo", "a2v"),
        ("video_to_video", "ltx25-v2v", "ltx25-22b-int8_v2v_distilled", "v2v"),
        ("generate_video", "ltx2-19b-fp8_t2v", "ltx23-22b-fp8_t2v_distilled", "t2v"),
        ("upscale_video", None, "flashvsr_v1.1_tiny_long_bf16", "upscale"),
    ],
)
def test_selectors_and_full_ids_are_understood(
    tool: str, name: str | None, model: str, workflow: str
) -> None:
    work = plan(tool, USUAL[tool] | ({"videoModel": name} if name else {}))
    assert work.model_id == work.renders[0].model_id == model
    assert work.renders[0].workflow == workflow


@pytest.mark.parametrize(
    ("arguments", "size"),
    [
        ({"width": 1280}, (1280, 720)),
        ({"height": 720, "aspectRatio": "9:16"}, (404, 720)),
        ({}, (832, 480)),
        ({"aspectRatio": "9:16"}, (480, 832)),
        ({"aspectRatio": "1:1"}, (640, 640)),
        ({"aspectRatio": "1080x1920"}, (1080, 1920)),
        ({"targetResolution": 720, "aspectRatio": "16:9"}, (1280, 720)),
        ({"targetResolution": 1080, "ratio": "9:16"}, (1080, 1920)),
        ({"width": 1000, "height": 501}, (1000, 500)),
        ({"aspectRatio": "99999x99999"}, (2880, 2880)),
    ],
)
def test_sizes(arguments: dict[str, Any], size: tuple[int, int]) -> None:
    render = plan("generate_video", {"prompt": "x", **arguments}).renders[0]
    assert (render.width, render.height) == size


def test_a_song_begins_where_it_is_told_else_where_the_renderer_finds_it_strongest() -> None:
    starts = [
        plan("sound_to_video", {"prompt": "neon"} | more).renders[0].audio_start_s
        for more in ({}, {"audioStart": 0}, {"audioStart": 1})
    ]
    assert starts == [None, 0, 1]


def test_a_photo_keeps_its_shape() -> None:
    tall = Media({"image": (piece("image", "tall", 600, 900),)})
    render = plan("animate_photo", {"prompt": "x"}, tall).renders[0]
    assert render.width / render.height == pytest.approx(2 / 3, rel=0.03)


def test_many_photos_make_one_clip_each() -> None:
    arguments = {
        "prompt": "x", "sourceImageIndices": [0, 1, -1], "prompts": ["a", "b", "c"],
        "frameRole": "both", "endImageIndices": [1, 2, -2], "numberOfVariations": 3,
    }  # fmt: skip
    work = plan("animate_photo", arguments)
    assert [render.prompt for render in work.renders] == ["a", "b", "c"]
    assert used(work, 2) == {"referenceImage": "given_image0", "referenceImageEnd": "given_image1"}
    assert len({render.seed for render in work.renders}) == 3


@pytest.mark.parametrize("seed", [5, 2**31 - 1])
def test_each_clip_of_many_photos_has_a_seed_of_its_own(seed: int) -> None:
    arguments = {"prompt": "a {red|blue} car", "sourceImageIndices": [0] * 16, "seed": seed}
    made = plan("animate_photo", arguments).renders
    told = [seed_of(one.seed, one.variation) for one in made]
    assert len(set(told)) == 16
    assert [parted(one) for one in told] == [(one.seed, one.variation) for one in made]


def test_variations_are_renders_of_one_prompt() -> None:
    work = plan(
        "generate_video", {"prompt": "a {red|blue} car", "numberOfVariations": 3, "seed": 5}
    )
    assert [(one.seed, one.variation) for one in work.renders] == [(5, 0), (5, 1), (5, 2)]


def test_a_larger_copy_is_the_same_every_time_unless_a_seed_says_otherwise() -> None:
    seeds = [plan("upscale_video", {"seed": one}).renders[0].seed for one in (None, 7)]
    assert seeds == [0, 7]
    drawn = {plan("upscale_video", {"seed": -1}).renders[0].seed for _ in range(3)}
    assert len(drawn) > 1


@pytest.mark.parametrize(
    ("size", "size_made"), [((1280, 720), (2560, 1440)), ((540, 960), (1080, 1920))]
)
def test_a_larger_copy_is_as_large_as_its_source_allows(
    size: tuple[int, int], size_made: tuple[int, int]
) -> None:
    render = plan("upscale_video", {}, Media({"video": (piece("video", "x", *size),)})).renders[0]
    assert (render.width, render.height) == size_made
    assert render.options["resolution"] == min(size_made)


def test_a_film_goes_on_as_long_as_the_model_that_is_named_can() -> None:
    work = plan("extend_video", {"duration": 30, "videoModel": "seedance2-5"})
    assert {one.duration_s for one in work.renders} == {30}
    assert plan("extend_video", {"duration": 20}).model_id.startswith("ltx25")


def test_extending_gives_the_part_and_the_whole() -> None:
    work = plan("extend_video", {"duration": 4})
    assert [one.options["output"] for one in work.renders] == ["segment", "whole"]
    assert work.renders[0].seed == work.renders[1].seed
    assert work.notes["outputs"] == ["segment", "whole"]


@pytest.mark.parametrize(
    ("tool", "maker", "name", "model"),
    [
        ("extend_video", "seedance-2-0-mini", None, "seedance-2-0-mini"),
        ("extend_video", "seedance-2-5", "auto", "seedance-2-5"),
        ("extend_video", "seedance-2-5", "ltx23", "ltx23-22b-fp8_i2v_distilled"),
        ("extend_video", "wan_v2.2-14b-fp8_t2v", "auto", "ltx25-22b-int8_i2v_distilled"),
        ("replace_video_segment", "wan_v2.2-14b-fp8_t2v", None, "wan_v2.2-14b-fp8_i2v_lightx2v"),
        ("replace_video_segment", "seedance-2-0", "auto", "seedance-2-0"),
        ("replace_video_segment", "happyhorse-1.1-t2v", "auto", "ltx25-22b-int8_i2v_distilled"),
    ],
)
def test_a_film_stays_with_the_model_that_made_it(
    tool: str, maker: str, name: str | None, model: str
) -> None:
    made = Media({"video": (replace(piece("video", "made"), maker=maker),)})
    work = plan(tool, USUAL[tool] | ({"videoModel": name} if name else {}), made)
    assert work.model_id == work.maker == model


def test_an_edited_film_is_still_its_models_and_a_mixture_is_nobodys() -> None:
    films = tuple(
        replace(piece("video", one), maker=one) for one in ("seedance-2-0", "seedance-2-5")
    )
    titled = plan("overlay_video", USUAL["overlay_video"], Media({"video": films}))
    assert titled.maker == "seedance-2-5"
    assert plan("stitch_video", {"videoIndices": [0, 1]}, Media({"video": films})).maker == ""
    assert (
        plan("stitch_video", {"videoIndices": [0, 0]}, Media({"video": films})).maker
        == films[0].maker
    )


def test_dialogue_goes_to_its_part() -> None:
    work = plan("orbit_video", {"dialogue": "Hello", "dialogueSegment": 2})
    assert work.renders[0].options["dialogue"] == ["", "", "Hello", ""]
    assert "subtitles" in work.notes["dialogue"]
    many = plan("orbit_video", {"dialogues": ["a", "b"], "angles": ["back view"]})
    assert many.renders[0].options["dialogue"] == ["a", "b"]


@pytest.mark.parametrize(
    ("tool", "arguments", "kind", "said"),
    [
        ("generate_video", {"videoModel": "sora"}, "MODEL_UNAVAILABLE", "sora"),
        ("generate_video", {"videoModel": "ltx25", "duration": 25}, "PARAMETER_INVALID", "2 to 20"),
        ("generate_video", {"videoModel": "seedance2", "duration": 2}, "PARAMETER_INVALID", "4 to 15"),
        ("generate_video", {"outputFormat": "mov"}, "PARAMETER_INVALID", "Seedance 2.5"),
        ("generate_video", {"aspectRatio": "square"}, "PARAMETER_INVALID", "no shape"),
        ("generate_video", {"referenceImageIndices": [9]}, "ASSET_NOT_FOUND", "no image 9"),
        ("animate_photo", {"sourceImageIndices": [0, 1], "prompts": ["a"]}, "PARAMETER_INVALID", "same length"),
        ("animate_photo", {"sourceImageIndices": [0], "endImageIndices": [1]}, "PARAMETER_INVALID", "both"),
        ("animate_photo", {"sourceImageIndices": [0, 1], "numberOfVariations": 4}, "PARAMETER_INVALID", "one clip"),
        ("animate_photo", {"videoModel": "minimax-h3-flf2v"}, "PARAMETER_INVALID", "last picture"),
        ("animate_photo", {"videoModel": "minimax-h3-i2v", "frameRole": "both"}, "PARAMETER_INVALID", "opens with"),
        ("animate_photo", {"videoModel": "wan3.0-video", "returnLastFrame": True}, "PARAMETER_INVALID", "2.5 only"),
        ("sound_to_video", {"audioSourceIndex": 7}, "ASSET_NOT_FOUND", "audio"),
        ("sound_to_video", {"audioStart": 60}, "PARAMETER_INVALID", "beyond its end"),
        ("sound_to_video", {"videoModel": "wan-s2v"}, "PARAMETER_INVALID", "needs a picture"),
        ("sound_to_video", {"videoModel": "seedance2-mini"}, "PARAMETER_INVALID", "needs a picture"),
        ("sound_to_video", {"videoModel": f"{H3}-ia2v-turbo"}, "PARAMETER_INVALID", "needs a picture"),
        ("sound_to_video", {"videoModel": f"{H3}-flfa2v-turbo", "sourceImageIndex": 0}, "PARAMETER_INVALID", "last"),
        ("sound_to_video", {"videoModel": f"{H3}-a2v-turbo", "sourceImageIndex": 0}, "PARAMETER_INVALID", "alone"),
        ("sound_to_video", {"videoModel": f"{H3}-a2v-turbo", "generateAudio": False}, "PARAMETER_INVALID", "keeps"),
        ("video_to_video", {"controlMode": "animate-move"}, "USER_INPUT_INCOMPLETE", "several pictures"),
        ("video_to_video", {"videoModel": "wan22-animate"}, "PARAMETER_INVALID", "ltx25 does"),
        ("video_to_video", {"controlMode": "pose", "videoModel": "seedance2"}, "PARAMETER_INVALID", "ltx25 does"),
        ("video_to_video", {"controlMode": None, "videoModel": "ltx23-v2v"}, "PARAMETER_INVALID", "wan22 does"),
        ("extend_video", {"duration": 25}, "PARAMETER_INVALID", "ltx25.* 2 to 20 .*seedance2-5 adds 4 to 30"),
        ("extend_video", {"duration": 25, "videoModel": "auto"}, "PARAMETER_INVALID", "seedance2-5 adds 4 to 30"),
        ("extend_video", {"duration": 3, "videoModel": "seedance2"}, "PARAMETER_INVALID", "ltx25 adds 2 to 20"),
        ("replace_video_segment", {"endSeconds": 25}, "PARAMETER_INVALID", "at most 20 seconds"),
        ("stitch_video", {"videoIndices": [0]}, "PARAMETER_INVALID", "at least two"),
        ("replace_video_segment", {"prompt": " "}, "PARAMETER_INVALID", "instead"),
        ("replace_video_segment", {"startSeconds": 3}, "PARAMETER_INVALID", "after startSeconds"),
        ("dance_montage", {"dance": "spongebob", "singleClip": True, "duration": 25}, "PARAMETER_INVALID", "20"),
        ("overlay_video", {"overlays": [{"kind": "text", "position": "center"}]}, "PARAMETER_INVALID", "text"),
        (
            "overlay_video",
            {"overlays": [{"kind": "text", "position": "center", "text": "x", "color": "blurple"}]},
            "PARAMETER_INVALID",
            "no colour",
        ),
        ("add_subtitles", {"cues": [], "auto_transcribe": True}, "USER_INPUT_INCOMPLETE", "cannot be read off"),
        ("add_subtitles", {"srt": "1\n00:00:00,0 --> 00:00:01,0\nHi"}, "PARAMETER_INVALID", "not both"),
        ("orbit_video", {"dialogue": "x", "dialogueSegment": 9}, "PARAMETER_INVALID", "parts"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_sentence(
    tool: str, arguments: dict[str, Any], kind: str, said: str
) -> None:
    with pytest.raises(ToolRefusal, match=said) as refused:
        plan(tool, USUAL[tool] | arguments)
    assert refused.value.error_type == kind
