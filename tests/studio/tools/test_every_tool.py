"""Every hosted tool once, through a workflow with real media: a new tool without a case fails here."""

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

import httpx
import pytest
from sogni_client import SogniClient

from studio.tools.api import TextTool
from studio.tools.registry import TOOLS
from tests.studio.conformance.conftest import closed
from tests.studio.conformance.plans import ended
from tests.studio.films.film_material import moving_square, tone, write_film
from tests.studio.near import NearStudio, near_studio
from tests.studio.workflows.test_workflow_tools import given, photo, song

SMALL = {"width": 512, "height": 512}
SHORT = {"aspectRatio": "256x256", "videoModel": "wan22", "duration": 2}
CASES: dict[str, dict[str, Any]] = {
    "generate_image": {"prompt": "a red boat", **SMALL},
    "edit_image": {"prompt": "make it night", "sourceImageIndex": -1},
    "apply_style": {"prompt": "watercolour", "sourceImageIndex": -1},
    "restore_photo": {"prompt": "sharpen it"},
    "refine_result": {"prompt": "more contrast", "sourceImageIndex": -1},
    "change_angle": {"description": "from the left", "sourceImageIndex": -1},
    "upscale_image": {"sourceImageIndex": -1, "scale": 3},
    "remove_background": {"sourceImageIndex": -1},
    "segment_image": {"sourceImageIndex": -1, "points": [{"x": 0.5, "y": 0.5, "label": "positive"}]},
    "image_to_3d": {"sourceImageIndex": -1, "meshTargetFaces": 5000, "textureSize": 1024,
                    "normalMapSize": 512},
    "generate_video": {"prompt": "a lighthouse at dawn", **SHORT},
    "animate_photo": {"prompt": "slow push in", "sourceImageIndex": -1, **SHORT, "returnLastFrame": True},
    "sound_to_video": {"prompt": "a coast", "audioSourceIndex": 0, **SHORT},
    "video_to_video": {"prompt": "a pencil sketch", "videoSourceIndex": 0, "controlMode": "canny",
                       "duration": 2},
    "stitch_video": {"videoIndices": [-1, -2]},
    "orbit_video": {"sourceImageIndex": -1, "angles": ["right side view"]},
    "dance_montage": {"dance": "", "duration": 8, "sourceImageIndex": -1},
    "extend_video": {"duration": 2, "videoIndex": -1, "prompt": "on and on"},
    "replace_video_segment": {"startSeconds": 0.5, "endSeconds": 1.0, "videoIndex": -1,
                              "prompt": "a red sky"},
    "overlay_video": {"sourceVideoIndex": -1,
                      "overlays": [{"kind": "text", "text": "Hello", "position": "top-center",
                                    "startSeconds": 0, "endSeconds": 1}]},
    "add_subtitles": {"sourceVideoIndex": -1,
                      "cues": [{"startSeconds": 0, "endSeconds": 1, "text": "Hello"}]},
    "upscale_video": {"sourceVideoIndex": -1, "targetResolution": 1080},
    "generate_music": {"prompt": "calm piano", "duration": 10},
    "generate_speech": {"prompt": "Good morning, everyone."},
    "enhance_prompt": {"prompt": "a fox", "target_output": "image_prompt",
                       "destination_model": "z_image_turbo_bf16"},
    "compose_lyrics": {"prompt": "a song about rain", "duration_seconds": 30},
    "compose_instrumental": {"prompt": "a slow waltz", "duration_seconds": 30},
    "compose_script": {"brief": "a lighthouse keeper", "scene_count": 2, "duration_seconds": 10},
    "compose_workflow": {"brief": "a film about a lighthouse", "scene_count": 2,
                         "duration_seconds": 10},
    "compose_workflow_template": {"brief": "a poster of a town", "name": "Town poster"},
}  # fmt: skip
CLIPS = {
    "stitch_video": 2,
    "orbit_video": 2,
    "dance_montage": 1,
    "extend_video": 1,
    "replace_video_segment": 1,
}
"""Compositions, and at least how many clips each of them is made of here."""
KINDS = {"image_to_3d": "model", "generate_music": "audio", "generate_speech": "audio"}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NearStudio]:
    with near_studio(tmp_path_factory.mktemp("every")) as running:
        yield running


@pytest.fixture
async def client(whole: NearStudio) -> AsyncIterator[Any]:
    one = await SogniClient.create(
        api_key="every", rest_endpoint=whole.rest, socket_endpoint=whole.ws, disable_socket=True
    )
    yield one
    await closed(one)


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A film to work on, and one as large as what is made larger has to be."""
    folder, made = tmp_path_factory.mktemp("clips"), {}
    for name, size in (("small", (192, 128)), ("large", (960, 540))):
        path = folder / f"{name}.mp4"
        write_film(path, moving_square(size), 24, size=size, sound=tone(330, 1.5))
        made[name] = path.read_bytes()
    return made


async def media(client: Any, clip: bytes) -> list[Mapping[str, str]]:
    video = await given(client, "Video", clip, "video/mp4")
    sound = await given(client, "Audio", song(4), "audio/wav")
    return [
        {"kind": "image", "url": await photo(client)},
        {"kind": "video", "url": video},
        {"kind": "video", "url": video},
        {"kind": "audio", "url": sound},
    ]


def _check_envelope(result: Mapping[str, Any], made: list[dict[str, Any]]) -> None:
    """What later calls point at the results by."""
    kind, count = made[0]["mediaType"], len(made)
    assert (result["ok"], result["success"], result["status"]) == (True, True, "completed")
    assert (result["mediaType"], result["resultCount"], result["startIndex"]) == (kind, count, 0)
    assert result["indices"] == list(range(count))
    assert result.get("videoStartIndex") == (0 if kind == "video" else None)
    urls = [one["url"] for one in made]
    assert result["resultUrls"] == urls == [row["url"] for row in result["output_assets"]]
    for name in ("video", "audio"):
        assert result.get(f"{name}ResultUrls") == (urls if kind == name else None)
    assert result["estimated_cost"]["spark"] > 0


def test_every_tool_has_a_case() -> None:
    assert set(CASES) == set(TOOLS)


@pytest.mark.parametrize("name", CASES)
async def test_it_works_as_a_step(client: Any, clips: dict[str, bytes], name: str) -> None:
    arguments = dict(CASES[name])
    if name == "dance_montage":
        arguments["dance"] = TOOLS[name].properties["dance"]["enum"][0]
    steps = [{"id": "only", "toolName": name, "arguments": arguments}]
    clip = clips["large" if name == "upscale_video" else "small"]
    started = await client.workflows.start(
        input={"steps": steps}, media_references=await media(client, clip)
    )
    done = await ended(client, started)
    assert done["status"] == "completed", done["error"]
    if isinstance(TOOLS[name], TextTool):
        assert any(len(str(value)) > 20 for value in done["steps"][0]["result"].values())
        return
    made = done["artifacts"]
    film = "video" in name or name in ("animate_photo", "dance_montage", "add_subtitles")
    assert {one["mediaType"] for one in made} == {KINDS.get(name, "video" if film else "image")}
    result = done["steps"][0]["result"]
    _check_envelope(result, made)
    async with httpx.AsyncClient() as http:
        sources = result.get("sourceClipUrls", [])
        assert CLIPS[name] <= len(sources) if name in CLIPS else not sources
        for url in sources:
            assert (await http.get(url)).headers["Content-Type"] == "video/mp4"
        for one in made:
            answer = await http.get(one["url"])
            assert answer.status_code == 200
            assert len(answer.content) == one["sizeBytes"] > 500
        if "returnLastFrame" in arguments:
            (row,) = done["steps"][0]["result"]["output_assets"]
            assert (await http.get(row["lastFrameUrl"])).headers["Content-Type"] == "image/png"
