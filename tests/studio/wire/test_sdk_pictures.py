"""Picture projects through the unmodified SDK: edits, cut-outs, selections, enlarging and meshes."""

from collections.abc import Awaitable, Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest
from PIL import Image

from tests.studio.pictures.picture_material import ball_scene, hue_share, overlap, session, textured

Connect = Callable[..., Awaitable[Any]]


async def _made(client: Any, **params: Any) -> bytes:
    """The first result's bytes."""
    values: dict[str, Any] = {
        "type": "image",
        "number_of_media": 1,
        "positive_prompt": "",
        "steps": 4,
        "seed": 7,
    }
    project = await client.projects.create(values | params)
    (address, *_) = await project.wait_for_completion(90)
    async with httpx.AsyncClient() as http:
        answer = await http.get(address)
    answer.raise_for_status()
    return answer.content


@pytest.fixture
def source(tmp_path: Path) -> bytes:
    return session(tmp_path, ball_scene()[0]).at("image", 0).path.read_bytes()


async def test_an_edit_model_changes_its_context_image(connect: Connect, source: bytes) -> None:
    client = await connect("edit-picture")
    made = await _made(
        client,
        model_id="qwen_image_edit_2511_fp8_lightning",
        positive_prompt="make the ball blue",
        context_images=[source],
    )
    pixels = np.asarray(Image.open(BytesIO(made)).convert("RGB"))
    assert pixels.shape == (240, 360, 3)
    assert hue_share(pixels, ball_scene()[1], 200, 255) > 0.8


async def test_an_edit_takes_the_size_it_is_given(connect: Connect, source: bytes) -> None:
    client = await connect("edit-size")
    made = await _made(
        client,
        model_id="qwen_image_edit_2511_fp8",
        positive_prompt="sepia",
        context_images=[source],
        width=512,
        height=320,
    )
    assert Image.open(BytesIO(made)).size == (512, 320)


async def test_a_background_is_removed(connect: Connect, source: bytes) -> None:
    client = await connect("cut-out")
    made = await _made(
        client,
        model_id="birefnet_image_background_removal_fp16",
        starting_image=source,
        applyMask=True,
    )
    pixels = np.asarray(Image.open(BytesIO(made)))
    assert overlap(pixels[..., 3] > 127, ball_scene()[1]) > 0.9


async def test_words_select(connect: Connect, source: bytes) -> None:
    client = await connect("segment")
    made = await _made(
        client,
        model_id="sam3_image_segment_bf16",
        starting_image=source,
        sam3Prompt={"text": "the red ball"},
    )
    assert overlap(np.asarray(Image.open(BytesIO(made))) > 127, ball_scene()[1]) > 0.9


async def test_a_picture_is_enlarged(connect: Connect, tmp_path: Path) -> None:
    small = session(tmp_path, textured((320, 256))).at("image", 0).path.read_bytes()
    client = await connect("upscale")
    made = await _made(client, model_id="rtx_vsr_pro", starting_image=small, width=960, height=768)
    assert Image.open(BytesIO(made)).size == (960, 768)


async def test_a_thing_becomes_a_mesh(connect: Connect, source: bytes) -> None:
    client = await connect("mesh")
    made = await _made(
        client,
        model_id="pixal3d_multiview_int8_i23d",
        starting_image=source,
        backViewImage=source,
        meshTargetFaces=5000,
        textureSize=1024,
        normalMapSize=512,
        ambientOcclusionSize=256,
    )
    assert made[:4] == b"glTF"
    newest = (await client.projects.list_recent())[0]
    assert (await client.projects.get_result(newest["id"]))["jobs"][0]["kind"] == "model"


async def test_a_selection_of_nothing_fails_with_a_sentence(
    connect: Connect, source: bytes
) -> None:
    client = await connect("segment-nothing")
    project = await client.projects.create(
        {
            "type": "image",
            "model_id": "sam3_image_segment_bf16",
            "number_of_media": 1,
            "positive_prompt": "",
            "starting_image": source,
            "sam3Prompt": {"text": "a violet suitcase"},
        }
    )
    with pytest.raises(Exception, match="violet suitcase"):
        await project.wait_for_completion(60)
