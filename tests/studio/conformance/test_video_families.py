"""Seedance, HappyHorse, Wan 3 and MiniMax H3 through the SDK: made as ordered, for the price that was quoted."""

from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image
from sogni_client import ProjectError, SogniClient, utils

from studio.catalogue import MODELS, TIERS
from studio.catalogue.video_vendors import extends
from tests.studio.conformance.plans import Sdk
from tests.studio.films.film_material import facts, moving_square, tone, write_film
from tests.studio.near import NearStudio
from tests.studio.render_material import read_frames, write_picture, write_song

SMALL = {"width": 480, "height": 480}
TINY = {"width": 64, "height": 64}
THEIRS = (
    utils._SEEDANCE_VIDEO_MODEL_IDS
    | utils._HAPPYHORSE_VIDEO_MODEL_IDS
    | utils._WAN3_VIDEO_MODEL_IDS
    | utils._MINIMAX_H3_VIDEO_MODEL_IDS
) - {"seedance-2-0-fast"}
"""Every id the SDK knows of these families, but for the one that it only translates."""


def test_every_model_of_the_families_is_on_offer() -> None:
    assert set(MODELS) >= THEIRS
    for name in THEIRS:
        workflow = utils.get_video_workflow_type(name)
        assert workflow in (MODELS[name].workflow, None)
        assert MODELS[name].tier in TIERS
        assert extends(name) is utils.is_minimax_h3_extend_model(name)


async def made(client: SogniClient, key: str, near: NearStudio, **order: Any) -> Any:
    """A finished project, paid as quoted."""
    await client.projects.wait_for_models()
    fps = 30 if order["model_id"].startswith("wan3") else 24
    size = {name: order[name] for name in ("width", "height")}
    quoted = await client.projects.estimate_video_cost(
        token_type="spark", model=order["model_id"], duration=order["duration"], fps=fps, steps=4,
        keyframes=order.get("keyframes"), number_of_media=1, **size,
    )  # fmt: skip
    project = await client.projects.create(
        type="video", number_of_media=1, **{"positive_prompt": "a lighthouse", **order}
    )
    await project.wait_for_completion(150)
    with near.http(key) as http:
        debit = http.get("/v4/account/balance").json()["data"]["spark"]["debit"]
    assert float(debit) == pytest.approx(float(quoted["spark"]))
    return project.jobs[0]


async def seen(job: Any, folder: Path) -> dict[str, Any]:
    """What the file of a render is."""
    async with httpx.AsyncClient() as http:
        answer = await http.get(job.result_url)
    path = folder / "film"
    path.write_bytes(answer.content)
    return {**facts(path), "mime": answer.headers["content-type"]}


@pytest.mark.parametrize(
    ("order", "frames", "fps", "audio"),
    [
        ({"model_id": "seedance-2-0", "duration": 4, **SMALL}, 97, 24, "aac"),
        ({"model_id": "seedance-2-0-mini", "duration": 4, **SMALL, "generate_audio": False}, 97, 24, None),
        ({"model_id": "wan3.0-video", "duration": 2, **SMALL, "seed": 2147483647}, 61, 30, "aac"),
        ({"model_id": "happyhorse-1.1-t2v", "duration": 3, "width": 720, "height": 720}, 73, 24, "aac"),
        ({"model_id": "minimax-h3-fl2va-fp8_t2v_turbo", "duration": 5.2, "steps": 4, **TINY}, 124, 24, "aac"),
    ],
)  # fmt: skip
async def test_a_film_from_words(
    sdk: Sdk, near: NearStudio, tmp_path: Path, order: dict[str, Any], frames: int, fps: int, audio: str | None
) -> None:  # fmt: skip
    key = order["model_id"]
    film = await seen(await made(await sdk(key, key), key, near, **order), tmp_path)
    assert (film["frames"], film["fps"], film["audio"]) == (frames, fps, audio)
    assert film["size"] == (order["width"], order["height"])


async def test_seedance_25_exports_mov_and_its_last_frame(
    sdk: Sdk, near: NearStudio, tmp_path: Path
) -> None:
    first = str(write_picture(tmp_path / "p.png", (480, 480)))
    job = await made(
        await sdk("mov", "mov"), "mov", near, model_id="seedance-2-5", duration=4, **SMALL,
        reference_image=first, output_format="mov", return_last_frame=True,
    )  # fmt: skip
    film = await seen(job, tmp_path)
    assert (film["mime"], film["frames"]) == ("video/quicktime", 97)
    async with httpx.AsyncClient() as http:
        last = await http.get(job.last_frame_url)
    assert Image.open(BytesIO(last.content)).size == (480, 480)


async def test_keyframes_are_seen_where_they_belong_and_paid_from_the_third_on(
    sdk: Sdk, near: NearStudio, tmp_path: Path
) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for name in ("red", "lime", "blue"):
        Image.new("RGB", (64, 64), name).save(folder / f"{name}.png")
    first = str(write_picture(tmp_path / "p.png", (64, 64)))
    pins = [
        {"image": str(folder / f"{name}.png"), "frame_index": at, "frameIndex": at}
        for name, at in (("red", 30), ("lime", 60), ("blue", 90))
    ]
    job = await made(
        await sdk("pins", "pins"), "pins", near, model_id="minimax-h3-fl2va-fp8_i2v", duration=5.2, **TINY,
        reference_image=first, keyframes=pins,
    )  # fmt: skip
    await seen(job, tmp_path)
    shown = read_frames(tmp_path / "film")
    for channel, at in ((0, 30), (1, 60), (2, 90)):
        colour = shown[at].reshape(-1, 3).mean(axis=0)
        assert colour[channel] > 200
        assert sum(colour) - colour[channel] < 90


async def test_two_stages_deliver_twice_the_canvas(
    sdk: Sdk, near: NearStudio, tmp_path: Path
) -> None:
    pictures = [str(write_picture(tmp_path / f"{n}.png", (64, 64))) for n in range(3)]
    song = str(write_song(tmp_path / "s.wav", tone(330, 2)))
    job = await made(
        await sdk("twice", "twice"), "twice", near, model_id="minimax-h3-ref2va-fp8_r2v_2stage", duration=5.2,
        **TINY, reference_image=pictures[0], context_images=pictures[1:], reference_audio=song,
    )  # fmt: skip
    film = await seen(job, tmp_path)
    assert (film["size"], film["frames"], film["audio"]) == ((128, 128), 124, "aac")


async def test_a_film_goes_on(sdk: Sdk, near: NearStudio, tmp_path: Path) -> None:
    source = str(write_film(tmp_path / "in.mp4", moving_square(), 24, 24))
    order = {"model_id": "minimax-h3-fl2va-fp8_t2v", "duration": 5.2, **TINY}
    for output, frames in (("continuation", 124 - 22), ("extended", 24 + 124 - 22)):
        key = f"on-{output}"
        job = await made(
            await sdk(key, key), key, near, **order, reference_video=source, extend_output=output
        )
        assert (await seen(job, tmp_path))["frames"] == frames


async def test_references_by_address_are_the_studios_own_only(
    sdk: Sdk, near: NearStudio, tmp_path: Path
) -> None:
    client = await sdk("by-url", "by-url")
    order = {"model_id": "happyhorse-1.1-r2v", "duration": 3, "width": 720, "height": 720}
    picture = await client.projects.create(
        type="image", model_id="z_image_turbo_bf16", positive_prompt="a fox", number_of_media=1,
        size_preset="custom", width=256, height=256,
    )  # fmt: skip
    (url,) = await picture.wait_for_completion(60)
    project = await client.projects.create(
        type="video", number_of_media=1, positive_prompt="it runs", reference_image_urls=[url, url], **order
    )  # fmt: skip
    await project.wait_for_completion(150)
    assert (await seen(project.jobs[0], tmp_path))["frames"] == 73
    refused = await client.projects.create(
        type="video", number_of_media=1, positive_prompt="it runs",
        reference_image_urls=["https://example.com/fox.png"], **order,
    )  # fmt: skip
    with pytest.raises(ProjectError, match="not one of the studio's own files"):
        await refused.wait_for_completion(30)


async def test_an_agreement_that_was_not_accepted_is_named(sdk: Sdk) -> None:
    client = await sdk("agree", "agree")
    project = await client.projects.create(
        type="video", number_of_media=1, positive_prompt="a street", model_id="seedance-2-5-uncensored",
        duration=4, **SMALL,
    )  # fmt: skip
    with pytest.raises(ProjectError) as refused:
        await project.wait_for_completion(30)
    assert refused.value.code == 4103
    assert (refused.value.consent_required or {})["modelId"] == "seedance-2-5-uncensored"
