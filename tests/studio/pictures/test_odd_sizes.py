"""Tiny and very narrow pictures: every tool of pictures makes something whole of them, or says why not."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image

from studio.renderers import RenderError
from studio.renderers.regions.named import find_named
from studio.renderers.regions.saliency import find_subject
from studio.renderers.registry import render
from tests.studio.pictures.picture_material import decoded, overlap
from tests.studio.render_material import ask, read_frames

SIZES = (
    (1, 1), (1, 500), (500, 1), (2, 9), (7, 7), (8, 8), (300, 4), (15, 17), (16, 16), (16, 2048), (2048, 16),
    (16, 256), (256, 16), (33, 29), (400, 25),
)  # fmt: skip
OWN = {"width": 0, "height": 0}
TOOLS: dict[str, tuple[str, Any]] = {
    "remove_background": ("startingImage", ask("image", "cut_out", "", options={"applyMask": True})),
    "segment_image, words": (
        "startingImage",
        ask("image", "segment", "", options={"text": "the sky", "threshold": 0}),
    ),
    "segment_image, a thing": (
        "startingImage",
        ask("image", "segment", "", options={"text": "red ball on the left", "threshold": 0}),
    ),
    "segment_image, a point": (
        "startingImage",
        ask("image", "segment", "", options={"points": [{"x": 1, "y": 0.5}]}),
    ),
    "segment_image, a box": (
        "startingImage",
        ask("image", "segment", "", options={"boxes": [{"x0": 0.9, "y0": 0, "x1": 1, "y1": 1}]}),
    ),
    "edit_image, background": (
        "contextImage1",
        ask("image", "edit", "change the background to a beach", **OWN),
    ),
    "edit_image, removal": ("contextImage1", ask("image", "edit", "remove the ball", **OWN)),
    "apply_style": ("contextImage1", ask("image", "apply_style", "pencil sketch", **OWN)),
    "restore_photo": ("contextImage1", ask("image", "restore_photo", "", **OWN)),
    "change_angle": ("contextImage1", ask("image", "change_angle", "left side view", **OWN)),
    "upscale_image": (
        "startingImage",
        ask("image", "upscale", "", options={"targetLongestEdge": 600}, **OWN),
    ),
    "image_to_3d": (
        "startingImage",
        ask("model", "i23d", "", options={"meshTargetFaces": 2000, "textureSize": 256}),
    ),
    "orbit_video": (
        "referenceImage",
        ask("video", "orbit_video", "", width=64, height=48, fps=4,
            options={"generateAudio": False, "angles": ["right side view"]}),
    ),
}  # fmt: skip


def kinds(size: tuple[int, int]) -> dict[str, Any]:
    """Pictures of a size: one thing in the middle, bars, two halves, one bright pixel, noise, nothing."""
    width, height = size
    plain = np.full((height, width, 3), (70, 90, 140), np.uint8)
    ball, bars, halves, dot = (plain.copy() for _ in range(4))
    axes = (max(width // 4, 1), max(height // 4, 1))
    cv2.ellipse(ball, (width // 2, height // 2), axes, 0, 0, 360, (220, 60, 40), -1)
    bars[:, : max(width // 3, 1)] = 255
    halves[height // 2 :] = (60, 120, 50)
    dot[height // 2, width // 2] = 255
    noise = np.random.default_rng(width * height).integers(0, 256, plain.shape).astype(np.uint8)
    named = ("ball", "bars", "halves", "dot", "noise", "plain")
    return dict(zip(named, (ball, bars, halves, dot, noise, plain), strict=True))


def made_of(work: Callable[[], Any]) -> Any:
    """What the work makes; None where it is refused in a sentence."""
    try:
        return work()
    except RenderError as refused:
        said = str(refused)
    assert said[0].isupper()
    assert said.endswith(".")
    assert len(said.split()) > 3
    return None


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_subject_is_somewhere_or_refused_in_a_sentence(size: tuple[int, int]) -> None:
    for picture in kinds(size).values():
        matte = made_of(partial(find_subject, picture))
        if matte is not None:
            assert matte.shape == picture.shape[:2]
            assert np.isfinite(matte).all()
            assert matte.max() > 0.5


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_words_find_something_or_nothing_or_are_refused_in_a_sentence(
    size: tuple[int, int],
) -> None:
    for picture in (kinds(size)["ball"], kinds(size)["halves"]):
        for words in (
            "the sky",
            "water",
            "mountains",
            "hair",
            "red hat",
            "two boats",
            "background",
        ):
            found = made_of(partial(find_named, picture, words)) or []
            assert all(0 <= one.score <= 1 for one in found)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("tool", TOOLS)
def test_a_tool_makes_something_whole_or_says_why_not(
    tool: str, size: tuple[int, int], tmp_path: Path
) -> None:
    name, asked = TOOLS[tool]
    source = tmp_path / "source.png"
    Image.fromarray(kinds(size)["ball"]).save(source)
    request = replace(asked, inputs={name: source})
    result = made_of(partial(render, request, tmp_path / "made", lambda news: None))
    if result is None:
        return
    if tool == "image_to_3d":
        assert result.path.read_bytes()[:4] == b"glTF"
    elif tool == "orbit_video":
        assert read_frames(result.path).shape[1:] == (48, 64, 3)
    else:
        assert decoded(result.path).shape[1::-1] == (result.width, result.height)


@pytest.mark.parametrize("size", [(60, 40), (40, 300), (25, 390)])
def test_a_small_picture_that_can_be_worked_on_is_cut_out_right(size: tuple[int, int]) -> None:
    picture = kinds(size)["ball"]
    truth = picture[..., 0] > 150
    assert overlap(find_subject(picture) > 0.5, truth) > 0.75


def test_enlarging_a_hundredfold_keeps_the_colours_where_they_are(tmp_path: Path) -> None:
    source = tmp_path / "tiny.png"
    tiny = np.zeros((7, 7, 3), np.uint8)
    tiny[:, 4:] = (240, 200, 40)
    Image.fromarray(tiny).save(source)
    request = ask("image", "upscale", "", inputs={"startingImage": source}, width=700, height=700)
    made = decoded(render(request, tmp_path, lambda news: None).path).astype(int)
    assert np.abs(made[:, :250] - tiny[0, 0]).max() < 12
    assert np.abs(made[:, 500:] - tiny[0, 6]).max() < 12
    assert abs(int(np.flatnonzero(made[350, :, 0] > 120)[0]) - 400) < 30
