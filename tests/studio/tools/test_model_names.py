"""Models by the other names that the SDKs' own tools take."""

import pytest

from studio.catalogue.images import EDITORS, PAINTERS
from studio.tools.api import ToolRefusal
from studio.tools.arguments import checked
from studio.tools.image_common import model_id
from studio.tools.registry import TOOLS
from studio.tools.video_models import video_model


@pytest.mark.parametrize(
    ("tool", "name", "model"),
    [
        ("generate_image", "chatgpt", "gpt-image-2"),
        ("generate_image", "OpenAI Image", "gpt-image-2"),
        ("edit_image", "gpt_image_2.5", "gpt-image-2.5-flare"),
        ("generate_image", "sunburst", "gpt-image-2.5-sunburst"),
        ("edit_image", "flux3-image-klein", "flux3_image_klein_sd_int8_convrot"),
        ("edit_image", "krea2-identity-edit", "krea2_identity_edit_v1_2"),
        ("generate_image", "z-turbo", "z_image_turbo_bf16"),
        ("generate_image", "z_image_turbo_bf16", "z_image_turbo_bf16"),
    ],
)
def test_a_picture_model_is_found(tool: str, name: str, model: str) -> None:
    known = PAINTERS if tool == "generate_image" else EDITORS
    assert model_id(checked(TOOLS[tool], {"prompt": "x", "model": name}), "", known) == model


@pytest.mark.parametrize(
    ("name", "workflow", "model"),
    [
        ("wan3", "i2v", "wan3.0-video"),
        ("Wan3.0", "t2v", "wan3.0-video"),
        ("wan3.0-spicy-video", "t2v", "wan3.0-spicy-video"),
        ("seedance2-fast", "t2v", "seedance-2-0-mini"),
        ("happyhorse", "t2v", "happyhorse-1.1-t2v"),
        ("happyhorse1.1", "i2v", "happyhorse-1.1-i2v"),
        ("happyhorse-1.1-r2v", "i2v", "happyhorse-1.1-r2v"),
        ("minimax-h3", "t2v", "minimax-h3-fl2va-fp8_t2v"),
        ("minimax-h3-turbo", "i2v", "minimax-h3-fl2va-fp8_i2v_turbo"),
        ("minimax-h3-flf2v-balanced", "i2v", "minimax-h3-fl2va-fp8_flf2v_balanced"),
        ("minimax-h3-r2v-balanced-2stage", "t2v", "minimax-h3-ref2va-fp8_r2v_balanced_2stage"),
        ("minimax-h3-fasth3-turbo-2stage", "t2v", "minimax-h3-fastvideo-int8_t2v_turbo_2stage"),
        ("minimax-h3-fasth3-r2v-turbo", "i2v", "minimax-h3-fastvideo-omni-int8_r2v_turbo"),
        ("minimax-h3-fasth3-a2v-turbo", "ia2v", "minimax-h3-fastvideo-int8_a2v_turbo"),
        ("minimax-h3-fl2va-fp8_t2v", "i2v", "minimax-h3-fl2va-fp8_t2v"),
    ],
)  # fmt: skip
def test_a_video_model_is_found(name: str, workflow: str, model: str) -> None:
    assert video_model(name, workflow).id == model


def test_a_name_of_none_is_refused() -> None:
    with pytest.raises(ToolRefusal):
        checked(TOOLS["generate_image"], {"prompt": "x", "model": "seedream-uncensored"})
    with pytest.raises(ToolRefusal):
        video_model("sora", "t2v")
