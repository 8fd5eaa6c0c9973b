"""A camera that goes around what a picture shows."""

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image

from studio.renderers import RenderError
from studio.renderers.films.around.figure import figures, weighed_middle
from studio.renderers.films.around.panorama import ring
from studio.renderers.films.around.turntable import Turntable
from studio.renderers.films.changed.cutting import CutOut, subject_alpha
from studio.renderers.films.changed.infill import filled_behind
from studio.renderers.regions.places import is_place, is_wide
from tests.studio.films.film_material import distance, facts
from tests.studio.render_material import ask, read_frames, run

FPS = 8
EACH = 20


@pytest.fixture(scope="module", params=["flat", "shaded"])
def picture(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A red figure, its left half darker, before stripes of blue; flat, or shaded towards its foot."""
    path = tmp_path_factory.mktemp("picture") / "figure.png"
    pixels = np.zeros((192, 256, 3), np.uint8)
    pixels[..., 2] = 90 + 60 * (np.arange(256) // 16 % 2)
    cv2.ellipse(pixels, (128, 110), (40, 70), 0, 0, 360, (220, 40, 30), -1)
    pixels[:, :128][pixels[:, :128, 0] > 100] = (150, 20, 20)
    if request.param == "shaded":
        shade = np.linspace(1.1, 0.6, 192)[:, None]
        pixels[..., 0] = np.clip(pixels[..., 0] * shade, 0, 255)
    Image.fromarray(pixels).save(path)
    return path


def orbit(picture: Path, folder: Path, **options: Any) -> Any:
    request = ask(
        "video", "orbit_video", "", width=256, height=192, fps=FPS,
        inputs={"referenceImage": picture}, options={"generateAudio": False, **options},
    )  # fmt: skip
    return run(request, folder)[0]


@pytest.fixture(scope="module")
def around(picture: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    return orbit(picture, tmp_path_factory.mktemp("orbit"))


def figure(frame: Any) -> Any:
    return (frame[..., 0] > 70) & (frame[..., 2] < 80)


def test_a_full_turn_is_four_parts_and_comes_home(around: Any, picture: Path) -> None:
    seen = facts(around.path)
    assert (seen["frames"], seen["size"]) == (4 * EACH, (256, 192))
    assert [facts(part)["frames"] for part in around.sources] == [EACH] * 4
    frames = read_frames(around.path)
    with Image.open(picture) as opened:
        assert distance(frames[0], np.asarray(opened)) < 30
    assert distance(frames[-1], frames[0]) < 25
    parts = np.concatenate([read_frames(part) for part in around.sources])
    assert max(distance(a, b) for a, b in zip(frames, parts, strict=True)) < 4


def test_the_subject_turns(around: Any) -> None:
    frames = read_frames(around.path).astype(int)
    width = [np.ptp(np.flatnonzero(figure(frame)[90:130].any(0))) for frame in frames]
    assert 0.55 * width[0] < width[EACH] < 0.95 * width[0]  # a body, not a board
    assert width[2 * EACH] > 0.9 * width[0]

    def lighter_right(frame: Any) -> bool:
        x = np.flatnonzero(figure(frame)[110])
        row = frame[110, x, 0]
        return bool(row[len(x) // 2 :].mean() > row[: len(x) // 2].mean())

    assert lighter_right(frames[2])
    assert not lighter_right(frames[2 * EACH])


def test_what_is_behind_goes_by_faster_than_the_subject(around: Any) -> None:
    frames = read_frames(around.path)
    moved = []
    for area in ((slice(100, 120), slice(80, 176)), (slice(4, 30), slice(0, 256))):
        one, other = (
            cv2.cvtColor(frames[index], cv2.COLOR_RGB2GRAY)[area].astype(np.float32)
            for index in (2, 3)
        )
        window = cv2.createHanningWindow(one.shape[::-1], cv2.CV_32F)
        moved.append(abs(cv2.phaseCorrelate(one, other, window)[0][0]))
    assert moved[1] > moved[0] + 2


def test_distance_and_height_are_seen(picture: Path, around: Any, tmp_path: Path) -> None:
    usual = figure(read_frames(around.path)[0].astype(int)).sum()
    angles = {"angles": ["right side view"]}
    near = orbit(picture, tmp_path / "near", distance="close-up", **angles)
    high = orbit(picture, tmp_path / "high", elevation="high-angle shot", **angles)
    assert figure(read_frames(near.path)[0].astype(int)).sum() > 1.3 * usual
    assert distance(read_frames(high.path)[0], read_frames(around.path)[0]) > 6
    assert facts(near.path)["frames"] == 2 * EACH


def test_dialogue_is_written_in_its_part(picture: Path, tmp_path: Path) -> None:
    result = orbit(picture, tmp_path, dialogue=["", "Hello"], angles=["back view"])
    white = (read_frames(result.path).min(-1) > 220).sum((1, 2)) > 10
    assert not white[: EACH + 1].any()
    assert white[EACH + 3 : 2 * EACH - 3].all()


def test_unknown_words_are_refused(picture: Path, tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="no angle"):
        orbit(picture, tmp_path, angles=["from Mars"])
    with pytest.raises(RenderError, match="elevation can be"):
        orbit(picture, tmp_path, elevation="up")
    with pytest.raises(RenderError, match="picture is needed"):
        run(ask("video", "orbit_video", ""), tmp_path)


def _ball() -> Any:
    """A red ball before green, with a highlight, and a hole through which the green is seen."""
    y, x = np.mgrid[:240, :320]
    pixels = np.full((240, 320, 3), (60, 110, 60), np.uint8)
    pixels[np.hypot(x - 160, y - 125) < 75] = (180, 40, 40)
    pixels[np.hypot(x - 135, y - 95) < 19] = (255, 250, 250)
    pixels[np.hypot(x - 190, y - 150) < 15] = (60, 110, 60)
    return pixels


def test_a_highlight_is_no_hole_but_a_hole_is() -> None:
    alpha = subject_alpha(_ball())
    assert alpha[95, 135] > 0.95
    assert alpha[150, 190] < 0.05
    assert alpha[125, 160] > 0.95


def test_a_thing_looks_round_as_it_turns_and_solid_from_the_side() -> None:
    table = Turntable(_ball(), (320, 240), 0, 1)
    turned, side = table.at(40).astype(int), table.at(90).astype(int)
    row = turned[125, :, 0][turned[125, :, 0] > turned[125, :, 1] + 30]
    third = len(row) // 3
    assert row[-third:].mean() > 1.2 * row[:third].mean()  # what turns away is darker
    body = side[125, 60:260]
    red = body[body[:, 0] > body[:, 1] + 20]
    assert len(red) > 40
    assert red[:, 1].max() < 60  # the green behind does not show through
    assert red[len(red) // 2, 0] > 1.15 * red[[2, -3], 0].max()


def _pair() -> Any:
    """A red ball with a blue one to its left, on green."""
    pixels = np.full((240, 320, 3), (60, 130, 70), np.uint8)
    cv2.circle(pixels, (190, 120), 50, (210, 40, 40), -1)
    cv2.circle(pixels, (90, 140), 28, (40, 50, 210), -1)
    return pixels


def test_balls_beside_each_other_stay_balls_and_the_left_one_passes_in_front() -> None:
    cut = np.zeros((240, 320), np.float32)
    cv2.circle(cut, (190, 120), 50, 1, -1)
    cv2.circle(cut, (90, 140), 28, 1, -1)
    pixels = _pair()
    pieces = figures(CutOut(pixels, cut, pixels), weighed_middle(cut))
    turn = float(np.pi / 2)
    seen = np.full((240, 320, 3), (60, 130, 70), np.uint8)
    for piece in sorted(pieces, key=lambda one: one.near(turn)):
        piece.lay(seen, turn)
    shown = seen.astype(int)
    blue = (shown[..., 2] > 60) & (shown[..., 2] > 2 * shown[..., 0])
    assert np.ptp(np.flatnonzero(blue.any(0))) > 0.75 * 56
    red = (shown[..., 0] > 60) & (shown[..., 0] > 2 * shown[..., 2])
    assert np.ptp(np.flatnonzero(red.any(0))) > 0.75 * 100
    assert abs(np.flatnonzero(blue.any(0)).mean() - np.flatnonzero(red.any(0)).mean()) < 25


def _flagged() -> tuple[Any, Any]:
    """A red figure that holds a flag out to its left, before a textured hill under the sky; and where it is."""
    y, x = np.mgrid[:240, :320]
    rng = np.random.default_rng(4)
    pixels = np.empty((240, 320, 3), np.float32)
    pixels[:] = (110, 150, 210)
    pixels[110:] = (70, 110, 60)
    pixels[110:] += cv2.GaussianBlur(rng.normal(0, 60, (130, 320, 3)), (0, 0), 1.5)
    figure = (((x - 160) / 26) ** 2 + ((y - 140) / 74) ** 2 < 1) | (
        (abs(x - 118) < 30) & (abs(y - 84) < 14)
    )
    pixels[figure] = (200, 30, 30)
    return np.clip(pixels, 0, 255).astype(np.uint8), figure


@pytest.mark.parametrize("angle", [90, 270])
def test_from_the_side_a_figure_is_no_mixture_with_its_mirror_image(angle: int) -> None:
    pixels, _ = _flagged()
    seen = Turntable(pixels, (320, 240), 0, 1).at(angle).astype(int)
    red = (
        (seen[..., 0] > 60) & (seen[..., 0] > 2 * seen[..., 1]) & (seen[..., 0] > 2 * seen[..., 2])
    )
    body = np.flatnonzero(red[150:180].any(0))
    middle = round(body.mean())
    left, right = (int(red[74:94, part].sum()) for part in (slice(0, middle), slice(middle, 320)))
    assert max(left, right) > 2.5 * min(left, right)


def test_what_was_behind_the_figure_has_the_texture_and_the_horizon_of_what_is_beside_it() -> None:
    pixels, figure = _flagged()
    made = filled_behind(pixels, figure.astype(np.float32)).astype(np.float32)
    hole = cv2.erode(figure.astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
    detail = np.abs(made - cv2.GaussianBlur(made, (0, 0), 2)).mean(-1)
    rows = np.arange(240)[:, None] > 125
    beside = rows & ~(cv2.dilate(figure.astype(np.uint8), np.ones((31, 31), np.uint8)) > 0)
    assert detail[hole & rows].mean() > 0.6 * detail[beside].mean()
    assert not ((made[..., 0] > 150) & (made[..., 1] < 80))[hole].any()  # nothing of it is left
    column = made[80:140, 150:170].mean(1)
    steps = np.abs(np.diff(column[:, 2]))
    assert abs(int(steps.argmax()) + 81 - 110) <= 3
    assert steps.max() > 15


def test_a_hole_in_what_is_even_is_filled_evenly() -> None:
    picture = np.full((180, 240, 3), (180, 60, 70), np.uint8)
    cv2.circle(picture, (120, 90), 84, (240, 205, 150), -1)
    alpha = np.zeros((180, 240), np.float32)
    cv2.ellipse(alpha, (120, 95), (36, 60), 0, 0, 360, 1, -1)
    picture[alpha > 0] = (90, 40, 20)
    made = filled_behind(picture, alpha).astype(int)
    assert np.abs(made[alpha > 0] - (240, 205, 150)).max() < 20


def _slope() -> Any:
    """Hills under a sky that is bright on the left and dark on the right, with clouds and grass."""
    rng = np.random.default_rng(6)
    x = np.linspace(0, 1, 320)
    pixels = np.repeat((np.array((230, 150, 90)) - 150 * x[:, None])[None], 200, 0)
    pixels += cv2.GaussianBlur(rng.normal(0, 160, (200, 320, 1)), (0, 0), 6)[..., None]
    line = 120 + 30 * np.sin(x * 5)
    ground = np.arange(200)[:, None] > line
    grass = cv2.GaussianBlur(rng.normal(0, 60, (200, 320)), (0, 0), 1)
    pixels[ground] = (np.array((60, 80, 40)) + grass[..., None])[ground]
    return np.clip(pixels, 0, 255).astype(np.uint8)


def test_a_panorama_joins_its_beginning_without_a_seam_or_a_mirror() -> None:
    place = _slope()
    once = ring(place, 48)
    assert once.shape == (200, 272, 3)
    assert (once[:, 48:] == place[:, 48:-48]).all()
    around = np.hstack([once, once]).astype(float)
    steps = np.abs(np.diff(around, axis=1)).mean((0, 2))
    assert steps[260:340].max() < 1.6 * np.percentile(steps[60:220], 95)
    sky = around[:60, 230:370].mean((0, 2))  # dark becomes bright little by little
    assert np.abs(np.diff(sky)).max() < 0.15 * np.ptp(sky)
    left, right = around[:, 224:272], around[:, 272:320][:, ::-1]
    assert np.abs(left - right).mean() > 12


def test_in_a_picture_of_a_place_the_camera_looks_around_and_nothing_is_cut_out() -> None:
    y, x = np.mgrid[:240, :360]
    place = np.full((240, 360, 3), (90, 120, 170), np.uint8)
    alpha = (((x - 180) / 160) ** 2 + ((y - 120) / 90) ** 2 < 1).astype(np.float32)
    assert is_place(place, alpha)
    assert is_wide(alpha)  # so it is not cut out either
    thing = place.copy()
    thing[alpha > 0] = (200, 60, 40)
    assert not is_place(thing, alpha)
    assert not is_place(place, np.zeros((240, 360), np.float32))


def test_around_a_subject_that_hides_most_of_its_place_it_is_soft() -> None:
    rng = np.random.default_rng(3)
    pixels = cv2.GaussianBlur(rng.normal(120, 300, (240, 320, 3)), (0, 0), 2)
    pixels[..., 0] = 40
    pixels = np.clip(pixels, 0, 255).astype(np.uint8)
    cv2.ellipse(pixels, (160, 130), (110, 105), 0, 0, 360, (220, 40, 30), -1)
    table = Turntable(pixels, (320, 240), 0, 1)

    def detail(angle: float) -> float:
        corner = table.at(angle)[:40, :40, 1:].astype(float)
        return float(np.abs(np.diff(corner, axis=1)).mean())

    assert detail(120) < 0.4 * detail(0)
    assert detail(359) > 2 * detail(120)
