"""generate_image, apply_style, refine_result and change_angle: what they promise, measured."""

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from studio.renderers.prompts.styles import named_styles
from studio.tools.api import Media
from tests.studio.pictures.picture_material import (
    ball_scene,
    changed,
    decoded,
    difference,
    landscape,
    textured,
    use,
)

STYLES = [
    "watercolour painting",
    "thick oil painting",
    "impressionist like Monet",
    "pencil sketch",
    "coloured pencils",
    "charcoal",
    "ink brush",
    "line art",
    "anime cel shading",
    "comic book",
    "pop art",
    "newspaper halftone",
    "flat screen print",
    "linocut",
    "cyberpunk neon",
    "synthwave",
    "pixel art",
    "mosaic",
    "stained glass",
    "low poly",
    "retro 70s",
    "vintage photograph",
    "film noir",
    "infrared",
]


def test_each_variation_is_a_picture_of_its_own_branch(tmp_path: Path) -> None:
    made = use(
        "generate_image",
        Media(),
        tmp_path,
        prompt="a {red|blue} flower",
        numberOfVariations=2,
        width=256,
        height=256,
        seed=3,
    )
    assert [one.notes["prompt"] for one in made] == ["a red flower", "a blue flower"]
    red, blue = (decoded(one.path).astype(float).mean((0, 1)) for one in made)
    assert red[0] - red[2] > blue[0] - blue[2] + 25


@pytest.mark.parametrize(
    ("arguments", "size", "mime"),
    [
        ({"aspectRatio": "16:9"}, (1360, 768), "image/png"),
        ({"aspectRatio": "640x384", "outputFormat": "jpeg"}, (640, 384), "image/jpeg"),
        ({"width": 320, "height": 256, "outputFormat": "webp"}, (320, 256), "image/webp"),
    ],
)
def test_size_and_format_are_the_ones_asked_for(
    arguments: dict, size: tuple[int, int], mime: str, tmp_path: Path
) -> None:
    made = use("generate_image", Media(), tmp_path, prompt="hills at dawn", **arguments)[0]
    assert (made.width, made.height) == size == decoded(made.path).shape[1::-1]
    assert made.mime == mime


def test_what_is_not_wanted_is_left_out(tmp_path: Path) -> None:
    arguments = {
        "prompt": "a lighthouse by the sea at night in rain",
        "width": 320,
        "height": 256,
        "seed": 4,
    }
    rainy, dry = (
        decoded(
            use("generate_image", Media(), tmp_path / name, negativePrompt=refused, **arguments)[
                0
            ].path
        )
        for name, refused in (("a", ""), ("b", "rain, night, dark"))
    )
    assert dry.mean() > rainy.mean() + 15


def test_a_source_picture_stays_as_far_as_asked(tmp_path: Path) -> None:
    picture = landscape((320, 256))
    near, far = (
        changed(
            "generate_image",
            picture,
            tmp_path,
            prompt="a stormy night",
            sourceImageIndex=0,
            starting_image_strength=kept,
            seed=2,
        )
        for kept in (0.9, 0.2)
    )
    assert near.shape == picture.shape
    assert 0.5 < difference(near, picture) < difference(far, picture)


@pytest.mark.parametrize("style", STYLES)
def test_every_style_is_its_own(style: str, tmp_path: Path) -> None:
    assert len(named_styles(style)) == 1, named_styles(style)
    picture = ball_scene()[0]
    made = changed(
        "apply_style", cv2.resize(picture, (640, 480)), tmp_path, prompt=f"Turn it into a {style}"
    )
    assert made.shape == (480, 640, 3)
    assert difference(made, cv2.resize(picture, (640, 480))) > 3


def test_styles_differ_from_each_other_and_look_like_themselves(tmp_path: Path) -> None:
    picture = cv2.resize(ball_scene()[0], (640, 480))

    def styled(name: str) -> Any:
        return changed("apply_style", picture, tmp_path, prompt=name)

    pencil, noir, pixel, poster = (
        styled(name) for name in ("pencil sketch", "film noir", "pixel art", "screen print")
    )
    for colourless in (pencil, noir):
        assert colourless.astype(int).std(-1).mean() < 6
    assert pencil.mean() > noir.mean() + 40
    assert (pixel[:, 1:] == pixel[:, :-1]).all(-1).mean() > 0.7  # blocks
    assert len(np.unique(poster.reshape(-1, 3), axis=0)) < 40


def test_an_unknown_style_is_still_a_painting(tmp_path: Path) -> None:
    picture = textured((500, 500))
    assert (
        difference(
            changed("apply_style", picture, tmp_path, prompt="in the manner of nobody"), picture
        )
        > 2
    )


def test_scale_multiplies_and_small_pictures_grow_to_480(tmp_path: Path) -> None:
    large = changed("apply_style", textured((500, 600)), tmp_path, prompt="comic", scale=1.5)
    assert large.shape == (900, 750, 3)
    assert (
        min(changed("apply_style", textured((120, 90)), tmp_path, prompt="comic").shape[:2]) == 480
    )


def test_refining_does_what_is_asked_and_finishes(tmp_path: Path) -> None:
    picture = landscape((600, 480))
    plain = changed("refine_result", picture, tmp_path, prompt="make it better")
    assert 0.3 < difference(plain, picture) < 20
    night = changed("refine_result", picture, tmp_path, prompt="make it night")
    assert night.mean() < picture.mean() - 30


ANGLES = [
    "front-right quarter view eye-level shot medium shot",
    "left side view eye-level shot close-up",
    "front view low-angle shot medium shot",
    "front view high-angle shot wide shot",
    "back view eye-level shot medium shot",
]


def test_every_angle_is_another_view_of_the_same_size_without_torn_borders(tmp_path: Path) -> None:
    picture = cv2.resize(ball_scene()[0], (480, 320))
    views = [changed("change_angle", picture, tmp_path, description=angle) for angle in ANGLES]
    for index, view in enumerate(views):
        assert view.shape == picture.shape
        assert difference(view, picture) > 4
        rim = np.concatenate([view[0], view[-1], view[:, 0], view[:, -1]])
        assert (rim.max(-1) < 8).mean() < 0.01
        for other in views[index + 1 :]:
            assert difference(view, other) > 3


@pytest.mark.parametrize("angle", [ANGLES[0], ANGLES[1]])
def test_a_tower_stays_straight_from_another_angle(angle: str, tmp_path: Path) -> None:
    picture = landscape((480, 360))
    picture[60:290, 300:326] = (190, 60, 50)
    view = changed("change_angle", picture, tmp_path, description=angle).astype(int)
    red = (view[..., 0] > view[..., 1] + 60) & (view[..., 0] > view[..., 2] + 60)
    rows = np.flatnonzero(red.sum(1) > 12)[6:-6]
    middle = np.array([np.flatnonzero(red[row]).mean() for row in rows])
    line = np.polyval(np.polyfit(rows, middle, 1), rows)
    assert len(rows) > 150
    assert np.abs(middle - line).max() < 3


def _skyline() -> Any:
    """Towers of several heights from the ground on, before a sky that grows lighter downwards."""
    rows = np.linspace(0, 1, 360)[:, None, None]
    picture = np.broadcast_to(np.array([60, 90, 150]) + rows * (110, 70, 20), (360, 480, 3)).copy()
    picture[270:] = (70, 66, 60)
    for left, top in ((40, 120), (120, 50), (205, 150), (290, 70), (390, 40)):
        picture[top:270, left : left + 42] = (40, 34, 50)
        picture[top + 12 : 262 : 16, left + 6 : left + 38 : 8] = (230, 200, 120)
    grain = np.random.default_rng(3).normal(0, 1.5, picture.shape)
    return np.clip(picture + grain, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("angle", ["front-right quarter view", "left side view"])
def test_skyscrapers_stand_upright_from_another_angle(angle: str, tmp_path: Path) -> None:
    view = changed("change_angle", _skyline(), tmp_path, description=angle)
    light = cv2.cvtColor(view, cv2.COLOR_RGB2LAB)[..., 0].astype(np.float32)
    steps = np.abs(cv2.Sobel(cv2.GaussianBlur(light, (0, 0), 1), cv2.CV_32F, 1, 0))
    leaning, straight = [], []
    for x in np.flatnonzero(steps[150:240].mean(0) > 0.35 * steps[150:240].mean(0).max()):
        if not 20 < x < 460:
            continue
        places = np.array(
            [x - 12 + steps[row, x - 12 : x + 13].argmax() for row in range(160, 240)]
        )
        slope, start = np.polyfit(np.arange(80), places, 1)
        leaning.append(abs(slope))
        straight.append(np.abs(places - slope * np.arange(80) - start).mean())
    assert len(leaning) > 6
    assert np.median(leaning) < 0.03
    assert np.median(straight) < 1.5
