"""Films made larger."""

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from studio.renderers import RenderError
from tests.studio.films.film_material import (
    RATE,
    alike,
    distance,
    facts,
    moving_square,
    plain,
    shown_at,
    tone,
    write_film,
    write_uneven,
)
from tests.studio.render_material import ask, read_frames, read_sound, run

SIZE = (736, 544)


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("film") / "film.mp4"
    paint = moving_square(SIZE, 11)
    return write_film(path, paint, 6, 15, size=SIZE, sound=tone(440, 0.4))


def upscale(film: Path, folder: Path, seed: int = 0, **options: Any) -> Any:
    request = ask(
        "video", "upscale", "", seed=seed, inputs={"referenceVideo": film}, options=options
    )
    return run(request, folder)[0]


def test_every_frame_and_the_sound_are_kept(film: Path, tmp_path: Path) -> None:
    result = upscale(film, tmp_path)
    seen = facts(result.path)
    assert (seen["size"], seen["frames"], seen["fps"]) == ((1462, 1080), 6, 15)
    assert alike(read_sound(result.path)[0], read_sound(film)[0]) > 0.98
    before, after = read_frames(film), read_frames(result.path)
    for one, large in zip(before, after, strict=True):
        small = cv2.resize(large, SIZE, interpolation=cv2.INTER_AREA)
        assert distance(one, small) < 4


def test_frames_that_come_unevenly_keep_their_times(tmp_path: Path) -> None:
    """A screen recorder's film: bursts and pauses. Where the picture turns bright, a click is heard."""
    times = [0.0, 0.02, 0.04, 0.5, 0.533, 0.9, 1.3, 1.31, 1.8, 2.4, 2.44]
    flashes = (3, 6, 9)
    frames = [plain((230 if n in flashes else 40,) * 3, SIZE)(n) for n in range(len(times) - 1)]
    sound = np.zeros((round(2.44 * RATE), 2), np.float32)
    for n in flashes:
        sound[round(times[n] * RATE) :][:480] = 0.8
    source = write_uneven(tmp_path / "film.mp4", frames, times, sound)
    assert shown_at(source) == pytest.approx(times[:-1], abs=1e-3)
    result = upscale(source, tmp_path / "large", processingSpeed="faster")
    assert shown_at(result.path) == pytest.approx(times[:-1], abs=1e-3)
    bright = [n for n, frame in enumerate(read_frames(result.path)) if frame.mean() > 150]
    assert bright == list(flashes)
    heard, rate = read_sound(result.path)
    loud = np.flatnonzero(np.abs(heard) > 0.3) / rate
    starts = loud[np.flatnonzero(np.diff(loud, prepend=-1) > 0.1)]
    assert starts == pytest.approx([times[n] for n in flashes], abs=0.025)
    seen = facts(result.path)
    assert seen["duration"] == pytest.approx(times[-1], abs=2e-3)
    assert seen["sound_s"] == pytest.approx(times[-1], abs=0.025)
    assert result.duration_s == pytest.approx(times[-1], abs=2e-3)


def test_a_very_fast_film_keeps_its_length(tmp_path: Path) -> None:
    path = write_film(tmp_path / "film.mp4", moving_square(SIZE), 24, 120, size=SIZE)
    seen = facts(upscale(path, tmp_path / "large").path)
    assert (seen["frames"], seen["fps"]) == (12, 60)
    assert seen["duration"] == pytest.approx(0.2, abs=0.01)


def test_edges_are_steeper_than_a_plain_enlargement(film: Path, tmp_path: Path) -> None:
    def steepness(frame: Any) -> float:
        return float(np.percentile(np.abs(np.diff(frame[..., 1].astype(float), axis=1)), 99.5))

    plain = cv2.resize(read_frames(film)[4], (1462, 1080), interpolation=cv2.INTER_LINEAR)
    stable = steepness(read_frames(upscale(film, tmp_path).path)[4])
    sharper = read_frames(upscale(film, tmp_path / "s", detailPreference="sharper").path)[4]
    assert stable > 1.15 * steepness(plain)
    assert steepness(sharper) > stable


def test_the_seed_changes_texture_only(film: Path, tmp_path: Path) -> None:
    options: dict[str, Any] = {"processingSpeed": "faster"}
    one, again = (upscale(film, tmp_path / name, **options).path for name in ("one", "again"))
    other = upscale(film, tmp_path / "other", seed=5, **options).path
    assert one.read_bytes() == again.read_bytes()
    assert one.read_bytes() != other.read_bytes()
    assert distance(read_frames(one)[0], read_frames(other)[0]) < 2


@pytest.mark.parametrize(
    ("size", "resolution", "said"),
    [
        ((192, 128), 1080, "twice its size"),
        ((736, 544), 1440, "at least 720"),
        ((736, 544), 720, "1080 or 1440"),
        ((1600, 700), 1080, "up to 1344"),
    ],
)
def test_the_limits_hold(size: tuple[int, int], resolution: int, said: str, tmp_path: Path) -> None:
    path = write_film(tmp_path / "film.mp4", moving_square(size), 2, size=size)
    with pytest.raises(RenderError, match=said):
        upscale(path, tmp_path, resolution=resolution)
