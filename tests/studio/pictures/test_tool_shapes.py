"""remove_background, segment_image and upscale_image, measured against what is known of the pictures."""

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image

from studio.renderers import RenderError
from studio.renderers.pictures.upscale import target_size
from studio.renderers.registry import render
from tests.studio.pictures.picture_material import (
    ball_scene,
    changed,
    decoded,
    landscape,
    overlap,
    session,
    textured,
    use,
    with_ball,
)
from tests.studio.render_material import ask


def _two_balls() -> tuple[Any, Any, Any]:
    first, red = with_ball(landscape(), (90, 150), 40, (205, 40, 38))
    both, blue = with_ball(first, (270, 165), 30, (40, 60, 200))
    return both, red, blue


def test_the_subject_is_cut_out_with_a_soft_border(tmp_path: Path) -> None:
    picture, mask = ball_scene()
    made = changed("remove_background", picture, tmp_path)
    assert made.shape == (*picture.shape[:2], 4)
    assert overlap(made[..., 3] > 127, mask) > 0.93
    assert np.abs(made[mask][:, :3].astype(int) - picture[mask]).mean() < 12


def test_the_soft_mask_is_given_instead_when_asked(tmp_path: Path) -> None:
    picture, mask = ball_scene()
    made = changed("remove_background", picture, tmp_path, applyMask=False)
    assert made.ndim == 2
    assert overlap(made > 127, mask) > 0.93


def test_a_subject_that_runs_out_of_the_picture_is_found(tmp_path: Path) -> None:
    picture, mask = with_ball(
        cv2.GaussianBlur(textured((300, 300), 4), (0, 0), 9), (150, 260), 110, (235, 225, 60)
    )
    assert overlap(changed("remove_background", picture, tmp_path)[..., 3] > 127, mask) > 0.75


def test_an_even_picture_has_no_subject(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="stands out"):
        changed("remove_background", np.full((90, 90, 3), 130, np.uint8), tmp_path)


@pytest.mark.parametrize(
    ("words", "which"),
    [
        ("the red ball", 1),
        ("blue ball", 2),
        ("the ball on the left", 1),
        ("the ball on the right", 2),
        ("the smallest ball", 2),
    ],
)
def test_words_select_by_colour_place_and_size(words: str, which: int, tmp_path: Path) -> None:
    pictures = _two_balls()
    made = changed(
        "segment_image", pictures[0], tmp_path, text=words, maxInstances=1, threshold=0.2
    )
    assert overlap(made > 127, pictures[which]) > 0.85


def test_words_select_the_sky_and_the_grass(tmp_path: Path) -> None:
    picture = landscape()
    sky = np.zeros(picture.shape[:2], bool)
    sky[:144] = True
    assert overlap(changed("segment_image", picture, tmp_path, text="the sky") > 127, sky) > 0.95
    assert overlap(changed("segment_image", picture, tmp_path, text="grass") > 127, ~sky) > 0.9


def test_points_select_what_they_touch(tmp_path: Path) -> None:
    picture, red, blue = _two_balls()
    spot = {"x": 90 / 360, "y": 150 / 240, "label": "positive"}
    assert overlap(changed("segment_image", picture, tmp_path, points=[spot]) > 127, red) > 0.85
    both = [spot, {"x": 270 / 360, "y": 165 / 240, "label": "positive"}]
    assert (
        overlap(
            changed("segment_image", picture, tmp_path, points=both, multimask=False) > 127,
            red | blue,
        )
        > 0.85
    )


def test_boxes_select_what_is_in_them(tmp_path: Path) -> None:
    picture, red, blue = _two_balls()
    boxes = [
        {"x0": 0.08, "y0": 0.38, "x1": 0.42, "y1": 0.86},
        {"x0": 0.62, "y0": 0.5, "x1": 0.88, "y1": 0.88},
    ]
    result = use("segment_image", session(tmp_path, picture), tmp_path, boxes=boxes)[0]
    assert overlap(decoded(result.path) > 127, red | blue) > 0.85
    assert result.notes["maskReturnedCount"] == 2
    one = use("segment_image", session(tmp_path, picture), tmp_path, boxes=boxes, maxInstances=1)[0]
    assert one.notes["maskReturnedCount"] == 1


def test_a_box_limits_what_words_select(tmp_path: Path) -> None:
    picture, red, blue = _two_balls()
    box = {"x0": 0.5, "y0": 0.0, "x1": 1.0, "y1": 1.0}
    made = (
        changed("segment_image", picture, tmp_path, text="all balls", boxes=[box], threshold=0.2)
        > 127
    )
    assert overlap(made, blue) > 0.8
    refused = {**box, "label": "negative"}
    assert (
        overlap(
            changed(
                "segment_image", picture, tmp_path, text="all balls", boxes=[refused], threshold=0.2
            )
            > 127,
            red,
        )
        > 0.8
    )


def test_a_selection_can_be_cut_out(tmp_path: Path) -> None:
    picture, red, _ = _two_balls()
    made = changed("segment_image", picture, tmp_path, text="the red ball", applyMask=True)
    assert overlap(made[..., 3] > 127, red) > 0.85


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="“violet suitcase”"):
        changed("segment_image", landscape(), tmp_path, text="violet suitcase")


@pytest.mark.parametrize(
    "arguments", [{"scale": 2}, {"scale": 3}, {"scale": 4}, {"targetLongestEdge": 1280}]
)
def test_enlarging_reaches_the_target_on_the_grid(
    arguments: dict[str, int], tmp_path: Path
) -> None:
    made = changed("upscale_image", textured((400, 301)), tmp_path, **arguments)
    factor = arguments.get("scale") or 1280 / 400
    assert made.shape[1] == round(400 * factor / 8) * 8
    assert made.shape[0] == round(301 * factor / 8) * 8


def test_enlarging_is_sharper_than_interpolation_and_true_to_the_source(tmp_path: Path) -> None:
    large = cv2.GaussianBlur(textured((1024, 768), 9), (0, 0), 0.7)
    large, _ = with_ball(large, (500, 380), 200, (240, 230, 40))
    small = cv2.resize(large, (512, 384), interpolation=cv2.INTER_AREA)
    made = changed("upscale_image", small, tmp_path, scale=2)
    plain = cv2.resize(small, (1024, 768), interpolation=cv2.INTER_CUBIC)
    detail = [
        float(np.abs(cv2.Laplacian(one.astype(float), cv2.CV_64F)).mean()) for one in (plain, made)
    ]
    assert detail[1] > detail[0] * 1.2
    error = [float(((one.astype(float) - large) ** 2).mean()) for one in (plain, made)]
    assert error[1] < error[0] * 1.05
    again = cv2.resize(made, (512, 384), interpolation=cv2.INTER_AREA)
    assert np.abs(again.astype(float) - small).mean() < 2.5


def test_tiles_leave_no_seams(tmp_path: Path) -> None:
    made = changed(
        "upscale_image", cv2.GaussianBlur(textured((384, 160), 2), (0, 0), 3), tmp_path, scale=4
    ).astype(float)
    steps = np.abs(np.diff(made, axis=1)).mean((0, 2))
    assert steps[1023] < steps.mean() * 2.5


def test_see_through_parts_stay_see_through(tmp_path: Path) -> None:
    picture = np.dstack([textured((300, 300)), np.zeros((300, 300), np.uint8)])
    picture[80:220, 80:220, 3] = 255
    made = changed("upscale_image", picture, tmp_path, scale=2)
    assert made.shape == (600, 600, 4)
    assert made[300, 300, 3] == 255
    assert made[10, 10, 3] == 0


def test_above_8k_the_file_is_a_jpg(tmp_path: Path) -> None:
    path = tmp_path / "thin.png"
    Image.fromarray(textured((3920, 260))).save(path)
    result = use("upscale_image", session(tmp_path, decoded(path)), tmp_path, scale=2)[0]
    assert (result.mime, result.width, result.height) == ("image/jpeg", 7840, 520)


def test_a_target_too_small_names_the_least_that_would_do() -> None:
    with pytest.raises(RenderError, match="longest edge must be 1024 or more"):
        target_size(400, 200, 2)
    assert target_size(400, 200, longest=1024) == (1024, 512)
    with pytest.raises(RenderError, match="15360"):
        target_size(8000, 6000, 2)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"points": [{}]}, "shares of width and height"),
        ({"points": [{"x": "a", "y": 0.5}]}, "shares of width and height"),
        ({"points": [{"x": float("nan"), "y": 0.5}]}, "shares of width and height"),
        ({"points": [{"x": -5, "y": 0.5}]}, "shares of width and height"),
        ({"points": [{"x": 0.5, "y": 0.5}] * 33}, "32 at most"),
        ({"text": "ball " * 9000}, "240 letters"),
        ({"points": "abc"}, "Say what to select"),
        ({"boxes": [{"x0": 0}]}, "A box needs"),
        ({"boxes": [{"x0": 0.9, "y0": 0.1, "x1": 0.1, "y1": 0.9}]}, "A box needs"),
        ({"boxes": [{"x0": 0, "y0": 0, "x1": 1, "y1": 1}] * 17}, "16 at most"),
        ({"text": "a violet hat", "threshold": "high", "maxInstances": "many"}, "found for"),
    ],
)
def test_marks_that_are_none_are_a_sentence_also_from_the_socket(
    options: dict[str, Any], said: str, tmp_path: Path
) -> None:
    picture = tmp_path / "picture.png"
    Image.fromarray(ball_scene()[0]).save(picture)
    request = ask("image", "segment", "", inputs={"startingImage": picture}, options=options)
    with pytest.raises(RenderError, match=said):
        render(request, tmp_path, lambda news: None)
