"""How large a changed picture is, what is behind its subject and how fine its file is."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from studio.renderers.registry import render
from studio.tools.api import Media, Piece, ToolRefusal
from studio.tools.image_common import edit_price
from tests.studio.pictures.picture_material import ball_scene, session, textured
from tests.studio.pictures.test_image_tool_arguments import plan
from tests.studio.render_material import ask


@pytest.fixture(scope="module")
def media(tmp_path_factory: pytest.TempPathFactory) -> Media:
    return session(tmp_path_factory.mktemp("media"), textured((300, 200)))


@pytest.mark.parametrize(
    ("arguments", "size"),
    [
        ({"scale": 2}, (0, 0)),
        ({"aspectRatio": "1:1"}, (1024, 1024)),
        ({"aspectRatio": "1:1", "scale": 2}, (2048, 2048)),
        ({"aspectRatio": "1200x800", "scale": 3}, (1200, 800)),
    ],
)
def test_a_changed_picture_is_larger_also_in_another_shape(
    arguments: dict[str, Any], size: tuple[int, int]
) -> None:
    photo = Piece("image", Path("one.png"), "http://x", "image/png", 1024, 1024)
    work = plan("apply_style", Media({"image": (photo,)}), **arguments)
    assert (work.renders[0].width, work.renders[0].height) == size
    paid = size if all(size) else (2048, 2048)
    assert work.price_each == edit_price(photo, paid, references=1)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"gptImageBackground": "transparent"}, {"background": "transparent"}),
        ({"gptImageBackground": "opaque"}, {}),
        ({"gptImageOutputCompression": 5, "outputFormat": "jpeg"}, {"compression": 5}),
        ({"gptImageBackground": "transparent", "outputFormat": "jpg"}, "cannot be transparent"),
        ({"gptImageBackground": "transparent", "model": "gpt-image-2"}, "2.5 only"),
        ({"gptImageOutputCompression": 5}, "JPG or WebP only"),
        ({"gptImageOutputCompression": 5, "model": "flux-3-klein"}, {}),
    ],
)
@pytest.mark.parametrize("tool", ["generate_image", "edit_image"])
def test_gpt_image_takes_a_background_and_a_quality(
    media: Media, tool: str, arguments: dict[str, Any], told: Any
) -> None:
    asked = {"model": "gpt-image-2.5-flare", **arguments}
    if isinstance(told, str):
        with pytest.raises(ToolRefusal, match=told):
            plan(tool, media, **asked)
    else:
        assert plan(tool, media, **asked).renders[0].options == told


@pytest.mark.parametrize("workflow", ["t2i", "edit"])
def test_the_background_goes_and_the_quality_shows(workflow: str, tmp_path: Path) -> None:
    source = session(tmp_path, ball_scene()[0]).at("image", 0).path
    inputs = {"contextImage1": source} if workflow == "edit" else {}
    made = {
        name: render(
            ask(
                "image",
                workflow,
                "a red ball, more contrast",
                inputs=inputs,
                options=options,
                output_format=form,
            ),
            tmp_path / name,
            lambda _: None,
        )
        for name, options, form in (
            ("clear", {"background": "transparent"}, "webp"),
            ("rough", {"compression": 3}, "jpg"),
            ("usual", {}, "jpg"),
        )
    }
    with Image.open(made["clear"].path) as clear:
        assert clear.mode == "RGBA"
        assert 0.01 < (np.asarray(clear)[..., 3] > 127).mean() < 0.99
    assert made["rough"].path.stat().st_size * 3 < made["usual"].path.stat().st_size
