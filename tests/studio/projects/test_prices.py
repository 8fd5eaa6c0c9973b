"""What is quoted before is what is charged after."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from studio.accounts.prices import (
    image_price,
    mesh_price,
    upscaling_price,
    utility_price,
    video_price,
)
from studio.projects.orders import quote, settled, take_order
from studio.renderers.api import RenderResult

WAN = "wan_v2.2-14b-fp8_i2v_lightx2v"
FLASH = "flashvsr_v1.1_tiny_long_bf16"
JOB = "0F0E0D0C-0B0A-0908-0706-050403020100"
FILM = {"width": 1920, "height": 1080, "frames": 120, "fps": 24}


def charged(model: str, **frame: Any) -> Decimal:
    request = {
        "jobID": JOB,
        "keyFrames": [{"modelID": model, **frame}],
    }
    return Decimal(take_order("0xa", "app", request).price)


@pytest.mark.parametrize(
    ("model", "asked", "sent", "price"),
    [
        ("z_image_turbo_bf16", {"width": 512, "height": 768}, {}, image_price(512, 768)),
        ("qwen_image_edit_2511_fp8_lightning", {"width": 1024, "height": 1024, "hasContextImage1": True}, {},
         image_price(1024, 1024, 1)),
        (WAN, {"width": 832, "height": 480, "frames": 81, "fps": 16}, {"hasReferenceImage": True},
         video_price(832, 480, 81 / 16)),
        (FLASH, FILM | {"sourceWidth": 640, "sourceHeight": 360},
         {"width": None, "height": None, "hasReferenceVideo": True, "upscaleResolution": 1080},
         upscaling_price(1920, 1080, 5)),
        (FLASH, FILM, {"width": None, "height": None, "hasReferenceVideo": True, "upscaleResolution": 1080},
         upscaling_price(1920, 1080, 5)),
        ("birefnet_image_background_removal_fp16", {"hasStartingImage": True}, {}, utility_price()),
        ("pixal3d_int8_i23d", {"hasStartingImage": True, "shapeResolution": 1536}, {}, mesh_price(1536)),
    ],
)  # fmt: skip
def test_an_order_costs_what_was_quoted(
    model: str, asked: dict[str, Any], sent: dict[str, Any], price: Decimal
) -> None:
    assert quote(model, asked) == price
    assert charged(model, **{**asked, **sent}) == price


def test_a_larger_copy_costs_what_its_own_shape_and_length_come_to() -> None:
    """An order names the shorter side only; the estimate knew the source."""
    frame = {"modelID": FLASH, "hasReferenceVideo": True, "upscaleResolution": 1080}
    project = take_order("0xa", "app", {"jobID": JOB, "keyFrames": [frame]})
    square = RenderResult(Path("film.mp4"), "video/mp4", 1080, 1080, 20.0)
    source = {
        "width": 1080,
        "height": 1080,
        "frames": 480,
        "fps": 24,
        "sourceWidth": 600,
        "sourceHeight": 600,
    }
    assert settled(project, square) == upscaling_price(1080, 1080, 20) == quote(FLASH, source)
    assert settled(project, square) != Decimal(project.price)


def test_anything_else_costs_what_was_quoted_whatever_came_of_it() -> None:
    request = {"jobID": JOB, "keyFrames": [{"modelID": WAN, "hasReferenceImage": True}]}
    project = take_order("0xa", "app", request)
    result = RenderResult(Path("film.mp4"), "video/mp4", 64, 64, 1.0)
    assert settled(project, result) == Decimal(project.price)
