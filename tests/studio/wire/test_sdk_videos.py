"""Video projects through the unmodified official SDK."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest

from studio.projects.orders.videos import options
from tests.studio.films.film_material import facts, moving_square, tone, write_film
from tests.studio.render_material import write_picture

Connect = Callable[..., Awaitable[Any]]


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("film") / "film.mp4"
    return write_film(path, moving_square((544, 544), 9), 8, 8, size=(544, 544), sound=tone(440, 1))


async def made(client: Any, folder: Path, model: str, **more: Any) -> dict[str, Any]:
    project = await client.projects.create(
        type="video",
        model_id=model,
        positive_prompt=more.pop("prompt", ""),
        number_of_media=1,
        **more,
    )
    (url,) = await project.wait_for_completion(120)
    async with httpx.AsyncClient() as http:
        answer = await http.get(url)
    path = folder / "result.mp4"
    path.write_bytes(answer.content)
    return facts(path)


async def test_a_film_from_words(connect: Connect, tmp_path: Path) -> None:
    client = await connect("words")
    seen = await made(
        client, tmp_path, "ltx25-22b-int8_t2v_distilled", prompt="a lighthouse", duration=1, fps=24,
        width=480, height=480,
    )  # fmt: skip
    assert (seen["frames"], seen["size"], seen["audio"]) == (25, (480, 480), "aac")


async def test_a_film_from_a_film(connect: Connect, film: Path, tmp_path: Path) -> None:
    client = await connect("over")
    seen = await made(
        client, tmp_path, "ltx25-22b-int8_v2v_distilled", prompt="ink", reference_video=str(film),
        control_net={"name": "canny", "strength": 0.8}, duration=1, scheduler="manual_sigmas",
    )  # fmt: skip
    assert (seen["frames"], seen["size"], seen["fps"]) == (8, (544, 544), 8)


async def test_a_picture_moved_by_a_film(connect: Connect, film: Path, tmp_path: Path) -> None:
    client = await connect("moved")
    seen = await made(
        client, tmp_path, "wan_v2.2-14b-fp8_animate-move_lightx2v", reference_video=str(film),
        reference_image=str(write_picture(tmp_path / "p.png")), duration=1, prompt="she moves",
    )  # fmt: skip
    assert (seen["frames"], seen["audio"]) == (8, "aac")


async def test_a_larger_copy(connect: Connect, film: Path, tmp_path: Path) -> None:
    client = await connect("larger")
    seen = await made(
        client, tmp_path, "flashvsr_v1.1_tiny_long_bf16", reference_video=str(film),
        upscale_resolution=1080,
    )  # fmt: skip
    assert (seen["frames"], seen["size"], seen["fps"]) == (8, (1080, 1080), 8)


@pytest.mark.parametrize(
    ("frame", "told"),
    [
        ({"modelID": "ltx25-22b-int8_i2v_distilled", "frames": 121, "fps": 24}, {"frames": 121, "generateAudio": True}),
        ({"modelID": "ltx25-22b-int8_i2v_distilled", "generateAudio": False}, {"frames": 121, "generateAudio": False}),
        ({"modelID": "wan_v2.2-14b-fp8_i2v", "frames": 81, "fps": 32}, {"frames": 161, "generateAudio": False}),
        (
            {"modelID": "wan_v2.2-14b-fp8_s2v", "frames": 81, "fps": 16, "trimEndFrame": True},
            {"frames": 80, "generateAudio": True},
        ),
        ({"modelID": "ltx25-22b-int8_v2v_distilled", "detailerStrength": 0.7}, {"strength": 0.7, "sized": False}),
        (
            {"modelID": "ltx25-22b-int8_v2v_distilled", "currentControlNetsJob": [{"name": "Outpaint"}],
             "outpaintPosition": "left", "videoStart": 2, "width": 640, "height": 480},
            {"control": "outpaint", "outpaintPosition": "left", "video_start_s": 2.0, "sized": True},
        ),
        (
            {"modelID": "flashvsr_v1.1_tiny_long_bf16", "upscaleResolution": 1440, "detailPreference": "sharper"},
            {"resolution": 1440, "detailPreference": "sharper"},
        ),
    ],
)  # fmt: skip
def test_a_frame_becomes_what_the_renderer_is_told(
    frame: dict[str, Any], told: dict[str, Any]
) -> None:
    found = options(frame)
    assert {name: found.get(name) for name in told} == told
    assert not any(value is None for value in found.values())
    assert "frames" not in found or isinstance(found["frames"], int | np.integer)
