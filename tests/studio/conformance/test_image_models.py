"""Every image model of the service is on offer, at one tariff, with the limits of its family."""

from typing import Any

import pytest
import websockets

from tests.studio.conformance.plans import Sdk
from tests.studio.near import NearStudio
from tests.studio.projects.test_same_job import JOB, ORDER
from tests.studio.wire.wires import frame, heard


async def test_every_model_has_a_number_of_its_own(sdk: Sdk) -> None:
    client = await sdk("model-list", "model-list")
    listed = await client.projects.get_supported_models()
    assert len({one["SID"] for one in listed}) == len(listed)
    assert len(await client.projects.get_available_models("fast")) == len(listed)


@pytest.mark.parametrize(
    ("model", "side"),
    [("gpt-image-2", 1024), ("coreml-albedobaseXL_v31Large", 256), ("one_obsession_v22_fp16", 256),
     ("moss_image_sft_int8_convrot", 512), ("chroma1-hd_fp8_scaled", 256)],
)  # fmt: skip
async def test_it_paints_for_the_price_it_quoted(
    sdk: Sdk, near: NearStudio, model: str, side: int
) -> None:
    client = await sdk(f"model-{model}", f"model-{model}")
    await client.projects.wait_for_models()
    quoted = await client.projects.estimate_cost(
        network="fast", token_type="spark", model=model, image_count=1, step_count=8, preview_count=0,
        cn_enabled=False, starting_image_strength=0, width=side, height=side,
    )  # fmt: skip
    project = await client.projects.create(
        type="image", model_id=model, positive_prompt="a fox", number_of_media=1, size_preset="custom",
        width=side, height=side,
    )  # fmt: skip
    assert len(await project.wait_for_completion(60)) == 1
    with near.http(f"model-{model}") as http:
        debit = http.get("/v4/account/balance").json()["data"]["spark"]["debit"]
    assert float(debit) == float(quoted["spark"])


SIZE = "Each side can be from {} to {} pixels"


@pytest.mark.parametrize(
    ("model", "more", "said"),
    [
        *((model, {f"hasContextImage{number}": True for number in range(1, most + 2)},
           f"Reference pictures: {most} at most")
          for model, most in (("qwen_image_edit_2511_fp8_lightning", 3), ("krea2_identity_edit_v1_2", 2),
                              ("flux3_image_klein_sd_int8_convrot", 10), ("moss_image_sft_int8_convrot", 0))),
        ("z_image_turbo_bf16", {"width": 255, "height": 512}, SIZE.format(256, 2560)),
        ("one_obsession_v22_fp16", {"width": 512, "height": 2048}, SIZE.format(256, 1920)),
        ("gpt-image-2", {"width": 256, "height": 256}, "from 655,360 to 8,294,400 pixels"),
        ("gpt-image-2", {"width": 3200, "height": 1024}, "3 times as long as it is wide"),
        ("z_image_turbo_bf16", {"width": 9000, "height": None}, "width and height belong"),
        ("z_image_turbo_bf16", {"width": "wide", "height": 9000}, "width and height belong"),
        ("z_image_turbo_bf16", {"width": 1e12, "height": 1e12}, SIZE.format(256, 2560)),
        ("rtx_vsr_pro", {"hasStartingImage": True, "width": None, "height": 9000}, "width and height belong"),
        ("rtx_vsr_pro", {"hasStartingImage": True, "width": 500, "height": 600}, SIZE.format(512, 15360)),
    ],
)  # fmt: skip
async def test_what_a_model_does_not_make_is_refused(
    near: NearStudio, model: str, more: dict[str, Any], said: str
) -> None:
    """The SDK refuses it itself, so this is a client without it."""
    order = {"jobID": JOB, "keyFrames": [{**ORDER["keyFrames"][0], "modelID": model, **more}]}
    headers = {"api-key": f"context-{model}"}
    async with websockets.connect(f"{near.ws}/?appId=context", additional_headers=headers) as wire:
        await wire.send(frame("jobRequest", order))
        refused = await heard(wire, "jobError")
    assert (refused["error"], refused["vendorFailureCategory"]) == (4000, "input_validation")
    assert refused["error_message"].startswith(
        (said, f"A picture can have {said}", f"A picture can be {said}")
    )
