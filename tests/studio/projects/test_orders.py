"""What the members of an order come to: each of them has its effect on what the renderer is asked."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from studio.files.blobs import Blobs, blob_key
from studio.projects.orders import BadOrder, render_request, take_order
from studio.renderers.api import RenderRequest
from studio.storage.store import Store
from tests.studio.projects.test_same_job import JOB

ME, HERE = "0xme", "http://127.0.0.1:1"
PAINTER, MASKED = "z_image_turbo_bf16", "gpt-image-2.5-flare"


@pytest.fixture
async def blobs(tmp_path: Path) -> AsyncIterator[Blobs]:
    """Any upload of the order, and a file behind an address of ours."""
    store = Store(tmp_path / "studio.sqlite3")
    made = Blobs(tmp_path / "blobs", store)
    for slot in ("cnImage", "contextImage1"):
        await made.write(blob_key(ME, JOB, slot), b"picture", "image/png")
    await made.write("ab", b"mask", "image/png")
    yield made
    store.close()


def asked(blobs: Blobs, model: str, **frame: Any) -> RenderRequest:
    order = {"jobID": JOB, "keyFrames": [{"modelID": model, "positivePrompt": "a house", **frame}]}
    project = take_order(ME, "app", order)
    return render_request(project, project.renders[0], blobs)


@pytest.mark.parametrize(
    ("model", "prompt"),
    [
        (PAINTER, "a house, in ink"),
        ("ltx25-22b-int8_t2v_distilled", "a house, in ink"),
        ("qwen3_tts_1.7b_custom_voice_bf16", "a house"),
    ],
)
async def test_a_style_is_words_of_the_prompt_unless_they_are_spoken(
    blobs: Blobs, model: str, prompt: str
) -> None:
    assert asked(blobs, model, stylePrompt="in ink ").prompt == prompt


@pytest.mark.parametrize(
    ("control", "workflow", "strength"),
    [
        ({"name": "canny", "hasImage": True}, "i2i", 0.5),
        ({"name": "depth", "hasImage": True, "controlStrength": 0.2}, "i2i", 0.9),
        ({"name": "canny", "hasImage": True, "controlStrength": 0}, "t2i", 0.5),
        ({"name": "canny", "hasImage": False}, "t2i", 0.5),
    ],
)
async def test_a_control_picture_says_what_is_where(
    blobs: Blobs, control: dict[str, Any], workflow: str, strength: float
) -> None:
    (blobs.path(blob_key(ME, JOB, "contextImage1"))).unlink()
    request = asked(blobs, PAINTER, currentControlNetsJob=[control], strength=0.5)
    assert request.workflow == workflow
    assert request.strength == pytest.approx(strength)
    assert list(request.inputs) == (["startingImage"] if workflow == "i2i" else [])


async def test_a_mask_may_be_named_by_its_address(blobs: Blobs) -> None:
    url = blobs.sign(HERE, do="get", key="ab")
    request = asked(blobs, MASKED, hasContextImage1=True, gptImageMaskUrl=url)
    assert request.inputs["referenceMask"] == blobs.path("ab")


async def test_gpt_image_takes_a_background_and_a_quality(blobs: Blobs) -> None:
    frame = {"gptImageBackground": "transparent", "gptImageOutputCompression": 140}
    assert asked(blobs, MASKED, **frame).options == {
        "background": "transparent",
        "compression": 100,
    }
    assert asked(blobs, PAINTER, **frame).options == {}


async def test_a_larger_copy_has_the_same_texture_every_time(blobs: Blobs) -> None:
    assert asked(blobs, "flashvsr_v1.1_tiny_long_bf16", hasReferenceVideo=True).seed == 0


@pytest.mark.parametrize(("model", "length"), [("minimax_music3", 60), ("ace_step_1.5_turbo", 30)])
async def test_music_has_the_usual_length_of_its_model(
    blobs: Blobs, model: str, length: float
) -> None:
    assert asked(blobs, model).duration_s == length


@pytest.mark.parametrize(
    ("model", "frame", "told"),
    [
        ("minimax_music3", {"duration": 301}, "10 to 300 seconds"),
        ("minimax_music3", {"duration": 9}, "10 to 300 seconds"),
        ("ace_step_1.5_xl_turbo", {"duration": 601}, "10 to 600 seconds"),
        ("ace_step_1.5_xl_turbo", {"duration": "long"}, "10 to 600 seconds"),
        ("ace_step_1.5_sft", {"bpm": 301}, "30 to 300 beats a minute"),
    ],
)
async def test_music_beyond_its_models_limits_is_refused(
    blobs: Blobs, model: str, frame: dict[str, Any], told: str
) -> None:
    with pytest.raises(BadOrder, match=told):
        asked(blobs, model, **frame)
