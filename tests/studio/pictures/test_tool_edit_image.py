"""edit_image does what the words ask for, and nothing else."""

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from studio.renderers import RenderError
from studio.renderers.regions.memory import forget
from tests.studio.pictures.picture_material import (
    ball_scene,
    changed,
    decoded,
    difference,
    hue_share,
    landscape,
    session,
    textured,
    use,
    with_ball,
)

SKY, GRASS = np.s_[:110], np.s_[180:]


def _ask(prompt: str, folder: Path, pixels: Any = None, **more: Any) -> Any:
    return changed(
        "edit_image",
        ball_scene()[0] if pixels is None else pixels,
        folder,
        prompt=prompt,
        seed=5,
        **more,
    )


@pytest.mark.parametrize(
    "prompt",
    [
        "make the ball blue",
        "Change the color of the ball to blue.",
        "recolor the red ball blue",
        "turn the ball into a deep blue, keep everything else the same",
    ],
)
def test_a_thing_takes_the_colour(prompt: str, tmp_path: Path) -> None:
    picture, mask = ball_scene()
    made = _ask(prompt, tmp_path)
    assert hue_share(made, mask, 200, 255) > 0.85
    assert difference(made[:90], picture[:90]) < 1
    assert difference(made[220:], picture[220:]) < 1


def test_the_sky_takes_the_colour_and_the_grass_stays(tmp_path: Path) -> None:
    picture, _ = ball_scene()
    made = _ask("make the sky orange", tmp_path)
    upper = np.zeros(picture.shape[:2], bool)
    upper[SKY] = True
    assert hue_share(made, upper, 15, 50) > 0.9
    assert difference(made[GRASS], picture[GRASS]) < 3


def test_two_wishes_are_both_done(tmp_path: Path) -> None:
    _, mask = ball_scene()
    made = _ask("make the ball green and the sky purple", tmp_path)
    upper = np.zeros(mask.shape, bool)
    upper[:80] = True
    assert hue_share(made, mask, 80, 170) > 0.85
    assert hue_share(made, upper, 250, 310) > 0.9


@pytest.mark.parametrize(
    ("prompt", "brighter"),
    [("make it night", -40), ("brighten it", 15), ("make it darker", -15), ("a thunderstorm", -30)],
)
def test_light_goes_the_way_it_was_asked(prompt: str, brighter: float, tmp_path: Path) -> None:
    picture = landscape()
    change = float(_ask(prompt, tmp_path, picture).mean() - picture.mean())
    assert change < brighter if brighter < 0 else change > brighter


def test_seasons_change_the_grass(tmp_path: Path) -> None:
    picture = landscape()
    low = np.zeros(picture.shape[:2], bool)
    low[GRASS] = True
    assert hue_share(picture, low, 80, 160) > 0.8
    autumn = _ask("turn it into autumn", tmp_path, picture)
    assert hue_share(autumn, low, 0, 60) > 0.8
    winter = _ask("make it winter", tmp_path, picture)
    assert winter[GRASS].mean() > picture[GRASS].mean() + 45
    assert winter[GRASS].std(-1).mean() < picture[GRASS].std(-1).mean() / 2


@pytest.mark.parametrize(
    "prompt",
    [
        "add rain",
        "make it snow",
        "thick fog",
        "add a rainbow",
        "northern lights",
        "sunset",
        "dawn",
        "sun rays",
        "overcast",
    ],
)
def test_weather_and_hours_are_visible(prompt: str, tmp_path: Path) -> None:
    picture = landscape()
    assert difference(_ask(prompt, tmp_path, picture), picture) > 2.5


def test_tones(tmp_path: Path) -> None:
    picture = textured((200, 150))
    asked = {}
    for index, prompt in enumerate(
        (
            "black and white",
            "more contrast",
            "more saturated colors",
            "warmer",
            "sharpen it",
            "blur it",
        )
    ):
        folder = tmp_path / str(index)
        folder.mkdir()
        asked[prompt] = _ask(prompt, folder, picture).astype(float)
    assert asked["black and white"].std(-1).max() == 0
    assert asked["more contrast"].std() > picture.std() * 1.1
    assert asked["more saturated colors"].std(-1).mean() > picture.std(-1).mean() * 1.15
    warmth = [
        float((one[..., 0] - one[..., 2]).mean())
        for one in (asked["warmer"], picture.astype(float))
    ]
    assert warmth[0] > warmth[1] + 15
    detail = [
        float(np.abs(cv2.Laplacian(one, cv2.CV_64F)).mean())
        for one in (asked["blur it"], picture.astype(float), asked["sharpen it"])
    ]
    assert detail[0] < detail[1] < detail[2]


@pytest.mark.parametrize(
    "prompt",
    ["put it on a beach", "replace the background with a city at night", "white background"],
)
def test_the_background_is_replaced_and_the_subject_stays(prompt: str, tmp_path: Path) -> None:
    picture, mask = ball_scene()
    made = _ask(prompt, tmp_path)
    assert hue_share(made, mask, 0, 25) + hue_share(made, mask, 335, 360) > 0.75
    assert difference(made[~mask], picture[~mask]) > 25


def test_the_background_is_blurred_or_taken_away(tmp_path: Path) -> None:
    rough = np.random.default_rng(2).integers(40, 150, (220, 300, 3)).astype(np.uint8)
    picture, mask = with_ball(cv2.GaussianBlur(rough, (0, 0), 1.0), (150, 120), 50, (240, 235, 225))
    soft = _ask("blur the background", tmp_path, picture)
    around = ~cv2.dilate(mask.astype(np.uint8), np.ones((25, 25))).astype(bool)
    detail = [np.abs(cv2.Laplacian(one.astype(float), cv2.CV_64F)) for one in (soft, picture)]
    assert detail[0][around].mean() < detail[1][around].mean() / 4
    clear = _ask("remove the background", tmp_path)
    assert clear.shape[2] == 4
    assert clear[5, 5, 3] == 0
    assert clear[160, 180, 3] == 255


def test_words_are_written_where_they_were_asked_for(tmp_path: Path) -> None:
    picture = np.full((200, 400, 3), 90, np.uint8)
    made = _ask('add the text "Hello there" at the top in yellow', tmp_path, picture)
    top = np.zeros(picture.shape[:2], bool)
    top[:60] = True
    yellow = (made[..., 0] > 200) & (made[..., 1] > 170) & (made[..., 2] < 120)
    assert (yellow & top).sum() > 300
    assert not (yellow & ~top).any()


@pytest.mark.parametrize(
    ("prompt", "size"),
    [
        ("crop it to a square", (200, 200)),
        ("crop to 16:9", (300, 169)),
        ("rotate 90 degrees clockwise", (200, 300)),
        ("crop the left half", (150, 200)),
        ("resize to 120x80", (120, 80)),
    ],
)
def test_the_sheet_changes_its_shape(prompt: str, size: tuple[int, int], tmp_path: Path) -> None:
    made = _ask(prompt, tmp_path, textured((300, 200)))
    assert made.shape[1::-1] == size


def test_turning_and_mirroring_are_exact(tmp_path: Path) -> None:
    picture = textured((120, 90))
    assert (_ask("flip it horizontally", tmp_path, picture) == picture[:, ::-1]).all()
    assert (_ask("rotate it 90 degrees", tmp_path, picture) == np.rot90(picture, -1)).all()
    assert (_ask("turn it upside down", tmp_path, picture) == picture[::-1, ::-1]).all()


def test_things_are_added_in_number_colour_and_place(tmp_path: Path) -> None:
    picture = np.full((240, 360, 3), 128, np.uint8)
    made = _ask("add three red balloons", tmp_path, picture)
    red = ((made[..., 0] > 130) & (made[..., 1] < 80)).astype(np.uint8)
    _count, _, stats, _ = cv2.connectedComponentsWithStats(red)
    assert sum(stats[1:, cv2.CC_STAT_AREA] > 150) == 3
    sun = _ask("add a sun in the top left corner", tmp_path, picture).astype(int)
    assert sun[:120, :180].mean() > sun[120:, 180:].mean() + 8


def test_a_frame_goes_round_the_picture(tmp_path: Path) -> None:
    made = _ask("add a thick black frame", tmp_path, np.full((200, 200, 3), 200, np.uint8))
    assert made[:8].mean() < 40
    assert made[60:140, 60:140].mean() > 180


def test_a_thing_is_removed(tmp_path: Path) -> None:
    _, mask = ball_scene()
    made = _ask("remove the red ball", tmp_path)
    assert hue_share(made, mask, 0, 20) + hue_share(made, mask, 340, 360) < 0.05
    assert difference(made, landscape()) < 9


def test_only_what_a_mask_leaves_open_changes(tmp_path: Path) -> None:
    picture = landscape()
    alpha = np.full((*picture.shape[:2], 4), 255, np.uint8)
    alpha[:, 180:, 3] = 0
    media = session(tmp_path, picture, uploads=(alpha,))
    result = use(
        "edit_image",
        media,
        tmp_path,
        prompt="make it night",
        sourceImageIndex=0,
        mask_image_url="http://studio/given0.png",
    )[0]
    made = decoded(result.path)
    assert difference(made[:, :170], picture[:, :170]) < 1
    assert made[:, 200:].mean() < picture[:, 200:].mean() - 40


def test_several_pictures_are_combined(tmp_path: Path) -> None:
    ball, _ = with_ball(np.full((240, 240, 3), 245, np.uint8), (120, 120), 80, (30, 60, 210))
    media = session(tmp_path, uploads=(landscape(), ball))
    beside = use(
        "edit_image", media, tmp_path, prompt="put both pictures side by side", sourceImageIndex=-1
    )[0]
    right = decoded(beside.path)[:, 200:]
    assert right[5:30, 100:].mean() > 230
    into = use(
        "edit_image",
        media,
        tmp_path,
        prompt="put the ball from the second picture into the first image",
        sourceImageIndex=-1,
    )[0]
    made = decoded(into.path)
    blue = (made[..., 2].astype(int) - made[..., 1] > 60) & (
        made[..., 2].astype(int) - made[..., 0] > 60
    )
    assert blue[120:].mean() > 0.05
    assert difference(made[:60], landscape()[:60]) < 6


def test_the_same_request_gives_the_same_bytes_and_variations_differ(tmp_path: Path) -> None:
    media = session(tmp_path, ball_scene()[0])
    arguments = {"prompt": "make it winter, add confetti", "seed": 9, "numberOfVariations": 2}
    first = use("edit_image", media, tmp_path / "a", **arguments)
    forget()
    second = use("edit_image", media, tmp_path / "b", **arguments)
    assert [one.path.read_bytes() for one in first] == [one.path.read_bytes() for one in second]
    assert difference(decoded(first[0].path), decoded(first[1].path)) > 1


def test_what_was_understood_is_told(tmp_path: Path) -> None:
    result = use(
        "edit_image",
        session(tmp_path, ball_scene()[0]),
        tmp_path,
        prompt="make the ball blue, add rain and crop to a square",
    )[0]
    assert result.notes["understood"] == ["ball → blue", "rain", "cropped square"]


def test_a_thing_that_is_not_there_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="was found for “violet hat”"):
        _ask("make the violet hat green", tmp_path, landscape())


def test_formats_and_sizes_are_kept_to(tmp_path: Path) -> None:
    media = session(tmp_path, ball_scene()[0])
    result = use(
        "edit_image", media, tmp_path, prompt="sepia", width=512, height=256, outputFormat="jpeg"
    )[0]
    assert (result.mime, result.width, result.height) == ("image/jpeg", 512, 256)
    assert decoded(result.path).shape == (256, 512, 3)
