"""Films made over: by edges, depth, detail, more room, a region, or another picture's subject."""

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image

from studio.renderers import RenderError
from tests.studio.films.film_material import alike, distance, facts, moving_square, tone, write_film
from tests.studio.render_material import ask, read_frames, read_sound, run


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("film") / "film.mp4"
    return write_film(path, moving_square(), 24, 12, sound=tone(440, 2))


def change(film: Path, folder: Path, prompt: str, workflow: str = "v2v", **more: Any) -> Any:
    inputs = {"referenceVideo": film, **more.pop("inputs", {})}
    request = ask("video", workflow, prompt, inputs=inputs, options=more)
    return run(request, folder)[0]


@pytest.mark.parametrize(
    ("control", "prompt"),
    [
        ("canny", "a desert at sunset"),
        ("depth", "blue fog"),
        ("detailer", ""),
        ("", "noir"),
        ("pose", "ink"),
    ],
)
def test_pace_length_and_sound_stay(control: str, prompt: str, film: Path, tmp_path: Path) -> None:
    result = change(film, tmp_path, prompt, control=control)
    seen = facts(result.path)
    assert (seen["frames"], seen["fps"], seen["size"]) == (24, 12, (192, 128))
    assert alike(read_sound(result.path)[0], read_sound(film)[0]) > 0.98
    before, after = read_frames(film), read_frames(result.path)
    assert distance(before[12], after[12]) > 4
    assert (
        facts(change(film, tmp_path / "mute", prompt, control=control, generateAudio=False).path)[
            "audio"
        ]
        is None
    )


def test_edges_stay_where_they_were(film: Path, tmp_path: Path) -> None:
    after = read_frames(change(film, tmp_path, "ink drawing", control="canny").path)[12]
    before = read_frames(film)[12]
    drawn = cv2.Canny(cv2.cvtColor(after, cv2.COLOR_RGB2GRAY), 60, 150)
    square = cv2.Canny((before.min(-1) < 100).astype(np.uint8) * 255, 60, 150)
    near = cv2.dilate(drawn, np.ones((5, 5)))
    edge = np.zeros_like(square)
    edge[40, 60:80] = 1
    assert (near[38:43] > 0).mean() > 0.15


@pytest.mark.parametrize(
    ("position", "ratio", "size", "corner"),
    [
        ("center", "16:9", (228, 128), (18, 0)),
        ("left", "", (288, 128), (0, 0)),
        ("right", "", (288, 128), (96, 0)),
        ("top", "", (192, 192), (0, 0)),
        ("bottom", "1:1", (192, 192), (0, 64)),
        ("center", "1:1", (192, 192), (0, 32)),
    ],
)
def test_the_picture_keeps_its_place_in_more_room(
    position: str,
    ratio: str,
    size: tuple[int, int],
    corner: tuple[int, int],
    film: Path,
    tmp_path: Path,
) -> None:
    result = change(
        film, tmp_path, "more", control="outpaint", outpaintPosition=position,
        outpaintAspectRatio=ratio,
    )  # fmt: skip
    assert facts(result.path)["size"] == size
    frame, own = read_frames(result.path)[10], read_frames(film)[10]
    x, y = corner
    assert distance(frame[y : y + 128, x : x + 192], own) < 5
    assert frame.min(-1)[:, [1, -2]].mean() > 8


def masked(folder: Path) -> Path:
    mask = np.zeros((128, 192), np.uint8)
    mask[20:100, 96:160] = 255
    Image.fromarray(mask).save(folder / "mask.png")
    return folder / "mask.png"


@pytest.mark.parametrize("prompt", ["remove it", "a desert at noon", "neon"])
def test_only_the_masked_region_is_made_anew(prompt: str, film: Path, tmp_path: Path) -> None:
    result = change(
        film, tmp_path, prompt, control="inpaint", inputs={"referenceMask": masked(tmp_path)}
    )
    before, after = read_frames(film)[20], read_frames(result.path)[20]
    assert distance(before[:, :84], after[:, :84]) < 4
    assert distance(before[30:90, 104:152], after[30:90, 104:152]) > 12


def test_what_is_taken_away_leaves_its_surroundings_texture_and_stays_still(tmp_path: Path) -> None:
    grain = np.random.default_rng(4).integers(90, 170, (32, 48, 1)).astype(np.uint8)
    still = np.repeat(
        cv2.resize(grain, (192, 128), interpolation=cv2.INTER_NEAREST)[..., None], 3, 2
    )
    still[18:102, 94:162] = (250, 40, 40)
    film = write_film(tmp_path / "still.mp4", lambda index: still, 16, 12)
    result = change(
        film, tmp_path, "remove it", control="inpaint", inputs={"referenceMask": masked(tmp_path)}
    )
    frames = read_frames(result.path).astype(float)
    hole = frames[:, 16:104, 92:164]
    assert (hole[..., 0] - hole[..., 1]).max() < 60  # its rim, two pixels beyond the mask, went too
    assert hole[8].mean(-1).std() > 0.5 * frames[8][:, :84].mean(-1).std()
    assert np.abs(hole[4] - hole[12]).mean() < 4


def test_a_named_colour_can_be_taken_out(film: Path, tmp_path: Path) -> None:
    result = change(film, tmp_path, "remove the yellow square", control="inpaint")
    frames = read_frames(result.path).astype(int)
    yellow = (frames[..., 0] > 190) & (frames[..., 1] > 160) & (frames[..., 2] < 110)
    assert yellow.mean() < 0.004


def figure(folder: Path) -> Path:
    pixels = np.zeros((120, 80, 4), np.uint8)
    pixels[20:110, 20:60] = (220, 20, 200, 255)
    Image.fromarray(pixels).save(folder / "figure.png")
    return folder / "figure.png"


def test_a_picture_moves_as_the_film_does(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    wide = cv2.resize(rng.integers(0, 255, (16, 40, 3)).astype(np.uint8), (320, 128))
    film = write_film(
        tmp_path / "pan.mp4", lambda index: wide[:, index * 2 : index * 2 + 192], 16, 12
    )
    still = tmp_path / "still.png"
    picture = cv2.resize(rng.integers(0, 255, (10, 15, 3)).astype(np.uint8), (192, 128))
    Image.fromarray(picture).save(still)
    frames = read_frames(
        change(film, tmp_path, "", "animate-move", inputs={"referenceImage": still}).path
    )
    assert distance(frames[0], picture) < 5
    window = cv2.createHanningWindow((192, 128), cv2.CV_32F)
    grey = [cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY).astype(np.float32) for frame in frames]
    (dx, dy), _ = cv2.phaseCorrelate(grey[0], grey[8], window)
    assert -24 < dx < -8
    assert abs(dy) < 4


def test_a_subject_takes_the_place_of_the_films_own(film: Path, tmp_path: Path) -> None:
    result = change(
        film, tmp_path, "", "animate-replace", inputs={"referenceImage": figure(tmp_path)}
    )
    frames = read_frames(result.path).astype(int)
    places = []
    for frame in (frames[4], frames[20]):
        pink = np.argwhere((frame[..., 0] > 150) & (frame[..., 1] < 90) & (frame[..., 2] > 130))
        assert len(pink) > 150
        places.append(pink[:, 1].mean())
    assert places[1] - places[0] > 25


@pytest.mark.parametrize(
    ("workflow", "options", "said"),
    [
        ("v2v", {"control": "magic"}, "control can be one of"),
        ("v2v", {"control": "outpaint", "outpaintAspectRatio": "wide"}, "shape can be"),
        ("v2v", {"control": "outpaint", "outpaintPosition": "up"}, "position can be"),
        ("v2v", {"video_start_s": 60}, "cannot start"),
        ("animate-move", {}, "picture is needed"),
    ],
)
def test_impossible_wishes_are_refused(
    workflow: str, options: dict[str, Any], said: str, film: Path, tmp_path: Path
) -> None:
    with pytest.raises(RenderError, match=said):
        change(film, tmp_path, "x", workflow, **options)


def test_the_water_of_a_landscape_can_be_meant(tmp_path: Path) -> None:
    rows = np.linspace(0, 1, 128)[:, None, None]
    sky = (120 + 90 * rows) * np.array([0.6, 0.8, 1.0])
    land = np.broadcast_to(sky, (128, 192, 3)).copy()
    land[64:] = np.array([30, 70, 120]) + 8 * np.sin(np.arange(64) * 1.7)[:, None, None]
    film = write_film(tmp_path / "lake.mp4", lambda index: land.astype(np.uint8), 12, 12)
    result = change(film, tmp_path, "the water in black and white", control="inpaint")
    before, after = read_frames(film)[6].astype(int), read_frames(result.path)[6].astype(int)
    assert (
        np.ptp(after[90:120, 40:150], axis=-1).mean()
        < 0.4 * np.ptp(before[90:120, 40:150], axis=-1).mean()
    )
    assert distance(before[:40], after[:40]) < 5
