"""restore_photo: nearer to what a picture once was, damage filled, its own lines and colours kept."""

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from studio.renderers.pictures.image import draw
from studio.renderers.pictures.repair import refreshed, restored
from studio.renderers.pictures.scratches import scratches, without_scratches
from studio.tools.api import ToolRefusal
from studio.tools.registry import TOOLS
from tests.studio.pictures.picture_material import (
    ball_scene,
    decoded,
    difference,
    psnr,
    session,
    ssim,
    textured,
    use,
)


def _aged(picture: Any) -> Any:
    rng = np.random.default_rng(5)
    old = picture * np.array([0.6, 0.57, 0.45]) + np.array([60, 54, 46])
    for _ in range(5):
        x, y = int(rng.integers(picture.shape[1])), int(rng.integers(picture.shape[0] // 2))
        cv2.line(old, (x, y), (x + 30, y + 220), (238, 235, 228), 2, cv2.LINE_AA)
    return np.clip(old + rng.normal(0, 11, old.shape), 0, 255).astype(np.uint8)


def _photo() -> Any:
    coarse = cv2.GaussianBlur(textured((640, 520), 7), (0, 0), 5)
    scene = cv2.resize(ball_scene()[0], (640, 520), interpolation=cv2.INTER_CUBIC)
    mixed = cv2.GaussianBlur(cv2.addWeighted(scene, 0.65, coarse, 0.35, 0), (0, 0), 1.2).astype(
        float
    )
    return np.clip((mixed - mixed.min()) / (mixed.max() - mixed.min()) * 255, 0, 255).astype(
        np.uint8
    )


def test_a_restored_photo_is_nearer_to_what_it_once_was(tmp_path: Path) -> None:
    original = _photo()
    old = _aged(original)
    media = session(tmp_path, textured((200, 200)), uploads=(old,))
    made = decoded(use("restore_photo", media, tmp_path, prompt="restore this old photo")[0].path)
    assert psnr(made, original) > psnr(old, original) + 2
    assert ssim(made, original) > ssim(old, original) + 0.15


def _wires(picture: Any, darker: int) -> tuple[Any, Any]:
    """The picture with slanting lines one pixel wide, and where they are."""
    made = picture.copy()
    lines = np.zeros(picture.shape[:2], np.uint8)
    for left in range(40, 600, 80):
        cv2.line(lines, (left, 20), (left + 60, 480), 1, 1)
    made[lines > 0] = np.maximum(made[lines > 0].astype(int) - darker, 0)
    return made, lines > 0


def test_thin_lines_are_no_noise_and_no_scratches() -> None:
    plain = np.full((520, 640, 3), (150, 160, 180), np.uint8)
    picture, lines = _wires(plain, 28)
    picture[200:260, 260:380] = (20, 22, 20)
    noisy = np.clip(picture + np.random.default_rng(6).normal(0, 9, picture.shape), 0, 255)
    made = restored(noisy.astype(np.uint8), keep_colours=True).astype(int)
    beside = np.roll(lines, 5, axis=1) & ~lines
    for part in np.array_split(np.arange(30, 190), 4):  # all along them, not in dashes
        dark, light = (made[part][where[part]].mean() for where in (lines, beside))
        assert light - dark > 17
    assert made[300:][~lines[300:]].std(0).max() < 5


def test_scratches_of_bare_paper_are_filled() -> None:
    worn = (_photo() * 0.5 + 60).astype(np.uint8)
    marks = np.zeros(worn.shape[:2], np.uint8)
    for left in (90, 330, 520):
        cv2.line(marks, (left, 40), (left + 40, 440), 1, 2)
    cv2.circle(marks, (230, 400), 3, 1, -1)
    scratched = worn.copy()
    scratched[marks > 0] = (240, 236, 226)
    found = scratches(scratched)
    assert found[marks > 0].mean() > 0.9
    assert found[cv2.dilate(marks, np.ones((7, 7), np.uint8)) == 0].mean() < 0.001
    assert difference(without_scratches(scratched), worn) < 0.4


@pytest.mark.parametrize("share", [0.025, 0.04, 0.055, 0.068])
def test_short_scratches_are_filled_and_short_dark_twigs_stay(share: float) -> None:
    worn = (_photo() * 0.5 + 60).astype(np.uint8)
    length = share * min(worn.shape[:2])
    marks, twigs = np.zeros(worn.shape[:2], np.uint8), np.zeros(worn.shape[:2], np.uint8)
    for number, turn in enumerate(np.linspace(0, 2.6, 6)):
        x, y = 70 + 90 * number, 90 + 60 * (number % 3)
        end = round(x + length * np.cos(turn)), round(y + length * np.sin(turn))
        cv2.line(marks, (x, y), end, 1, 2)
        cv2.line(twigs, (x, y + 220), (end[0], end[1] + 220), 1, 2)
    scratched = worn.copy()
    scratched[marks > 0], scratched[twigs > 0] = (240, 236, 226), (88, 84, 80)
    found = scratches(scratched)
    assert found[marks > 0].mean() > 0.9
    assert found[cv2.dilate(marks, np.ones((7, 7), np.uint8)) == 0].mean() < 0.001
    assert difference(without_scratches(scratched)[:280], worn[:280]) < 0.4


@pytest.mark.parametrize(
    "paper",
    [(1.08, 1.0, 0.8), (1.0, 0.86, 0.9), (0.92, 1.0, 0.84)],
    ids=["yellow", "pink", "green"],
)
def test_faded_skin_and_cloth_get_their_own_colours_back(paper: tuple[float, ...]) -> None:
    colours = {
        "skin": (224, 172, 140), "cream": (240, 222, 180), "navy": (30, 40, 90), "wall": (120, 104, 150),
        "black": (14, 12, 14),
    }  # fmt: skip
    picture = np.repeat([list(colours.values())], 40, 0).astype(np.uint8)
    picture = np.repeat(np.repeat(picture, 60, 1), 4, 0)
    grey = picture.mean(-1, keepdims=True)
    faded = (80 + 0.5 * (0.7 * picture + 0.3 * grey)) * paper
    made = refreshed(np.clip(faded, 0, 255).astype(np.uint8))
    lab, worn, true = (
        cv2.cvtColor(one, cv2.COLOR_RGB2LAB).astype(int)[5, 30::60, 1:]
        for one in (made, faded.astype(np.uint8), picture)
    )
    apart = np.linalg.norm(lab - true, axis=1)
    assert apart.max() < 24
    assert apart.mean() < 0.9 * np.linalg.norm(worn - true, axis=1).mean()


def _scene(prompt: str) -> Any:
    return draw(prompt, seed=7, variation=0, width=640, height=448).pixels


def _hairlines_and_dust(picture: Any) -> tuple[Any, Any]:
    """The picture with scratches one pixel wide, white dust and dark dirt up to 6 pixels wide, and where they are."""
    rng = np.random.default_rng(4)
    height, width = picture.shape[:2]
    white, dirt = np.zeros((height, width), np.uint8), np.zeros((height, width), np.uint8)
    for left in np.linspace(0.1, 0.9, 6) * width:
        top = int(rng.uniform(0, height / 2))
        end = (int(left + rng.uniform(20, 60)), top + int(rng.uniform(80, height / 2)))
        cv2.line(white, (int(left), top), end, 255, 1, cv2.LINE_AA)
    for layer, count in ((white, 36), (dirt, 10)):
        for x, y in rng.uniform(0, 1, (count, 2)) * (width, height):
            cv2.circle(layer, (int(x), int(y)), int(rng.integers(1, 4)), 255, -1, cv2.LINE_AA)
    worn = picture + (np.array([242, 238, 228]) - picture) * (white / 255.0)[..., None]
    worn += (14 - worn) * (dirt / 255.0)[..., None]
    return worn.astype(np.uint8), np.maximum(white, dirt) > 128


def test_hairlines_and_dust_are_gone_and_the_rest_stays() -> None:
    for prompt in ("a red fox in an autumn forest", "a castle on a hill at dusk"):
        original = _scene(prompt)
        worn, marks = _hairlines_and_dust(original)
        made = restored(worn)
        assert psnr(made, original) > psnr(worn, original) + 4
        before, after = (np.abs(one.astype(int) - original).mean(-1) for one in (worn, made))
        assert (after[marks] < 25).mean() > 0.85 > 0.3 > (before[marks] < 25).mean()


def test_dust_is_found_on_what_has_faded_to_light_tones_too() -> None:
    faded = _photo() * 0.2 + 118
    faded[:110, :140] *= 0.6  # and hardly anything dark is left
    rng = np.random.default_rng(3)
    for x, y in rng.uniform(0.03, 0.97, (40, 2)) * (640, 520):
        cv2.circle(faded, (int(x), int(y)), int(rng.integers(1, 4)), (240, 236, 228), -1)
    worn = np.clip(faded, 0, 255).astype(np.uint8)
    assert scratches(worn)[worn.min(-1) > 220].mean() > 0.8


@pytest.mark.parametrize("tone", [0, 127, 255])
def test_a_page_of_one_tone_stays_as_it_is(tone: int) -> None:
    page = np.full((300, 200, 3), tone, np.uint8)
    assert np.array_equal(restored(page), page)


def test_stars_are_no_dust() -> None:
    sky = np.full((450, 600, 3), (14, 18, 40), np.uint8)
    sky[260:] = (40, 60, 44)
    rng = np.random.default_rng(2)
    for x, y in rng.uniform(0, 1, (60, 2)) * (600, 240):
        cv2.circle(sky, (int(x), int(y)), 1, (250, 250, 245), -1)
    assert not scratches(sky).any()


@pytest.mark.parametrize(
    "prompt", ["a cozy living room with a fireplace, evening", "a lighthouse on a coast"]
)
def test_a_clean_picture_keeps_its_tones(prompt: str) -> None:
    original = _scene(prompt)
    assert psnr(restored(original), original) > 32


def test_a_clean_photo_stays_nearly_as_it_is(tmp_path: Path) -> None:
    original = _photo()
    media = session(tmp_path, uploads=(original,))
    made = decoded(use("restore_photo", media, tmp_path, prompt="restore")[0].path)
    assert psnr(made, original) > 29


def test_restoring_needs_an_upload(tmp_path: Path) -> None:
    with pytest.raises(ToolRefusal, match="none was uploaded"):
        TOOLS["restore_photo"].plan({"prompt": "x"}, session(tmp_path, textured((50, 50))))  # type: ignore[union-attr]


def _halo() -> Any:
    """A grey print with a bright disc of paper's colour that fades into it."""
    across, down = np.meshgrid(np.arange(480), np.arange(360))
    light = np.exp(-(((across - 240) / 90.0) ** 2 + ((down - 160) / 90.0) ** 2))
    return np.asarray(
        150 + light[..., None] * np.array([70, 62, 45]) + np.zeros((360, 480, 3)), np.float32
    )


def test_a_scratch_is_followed_through_a_bright_place() -> None:
    picture = _halo()
    cv2.line(picture, (236, 30), (246, 330), (238, 232, 214), 1, cv2.LINE_AA)
    grain = cv2.GaussianBlur(np.random.default_rng(3).normal(0, 8, picture.shape[:2]), (0, 0), 0.7)
    found = scratches(np.clip(picture + grain[..., None], 0, 255).astype(np.uint8))
    rows = found[40:320, 232:250].any(1)
    assert rows.mean() > 0.95
    assert found.mean() < 0.01


def test_a_straight_edge_is_not_followed_as_a_scratch_is() -> None:
    picture = _halo()
    picture[:, 240:] -= 30
    cv2.line(picture, (60, 20), (70, 200), (238, 232, 214), 2, cv2.LINE_AA)
    found = scratches(np.clip(picture, 0, 255).astype(np.uint8))
    assert found[20:200, 55:75].any(1).mean() > 0.95
    assert not found[:, 200:280].any()
    assert not found[220:, 55:90].any()


def test_a_faded_print_gets_its_middle_tones_back_near_where_they_were() -> None:
    light = textured((320, 240), 4) * 0.5 + 90.0
    light[:30, :40], light[-30:, -40:] = 70, 255
    made = refreshed((light * 0.42 + 88).astype(np.uint8))
    assert abs(float(np.median(made)) - float(np.median(light))) < 25
    assert made.min() < 20
    assert made.max() > 235
