"""A whole song as a film, in parts that follow each other without a seam."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from studio.renderers.codecs.inputs import cover, load_picture
from tests.studio.films.film_material import distance, facts
from tests.studio.render_material import (
    ask,
    click_track,
    read_frames,
    read_sound,
    run,
    write_song,
)

FPS = 12
LENGTHS = (5.03, 4.19, 4.78)
"""Not whole frames: the parts meet on the nearest ones, at 5 and 9.25 seconds."""


@pytest.fixture(scope="module")
def song(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    samples, beats = click_track(120, 14, loud_from_s=5.0)
    stereo = np.stack([samples, np.roll(samples, 5) * 0.8], -1)
    return write_song(tmp_path_factory.mktemp("song") / "song.wav", stereo), beats


def part(song: Path, folder: Path, start: float | None, length: float, **more: Any) -> Any:
    inputs = {"referenceAudio": song, **more.pop("inputs", {})}
    request = ask(
        "video", "a2v", "neon city at night", width=160, height=96, fps=FPS, duration_s=length,
        audio_start_s=start, inputs=inputs, **more,
    )  # fmt: skip
    return run(request, folder)[0]


@pytest.fixture(scope="module")
def parts(song: tuple[Path, Any], tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    made, start = [], 0.0
    for number, length in enumerate(LENGTHS):
        made.append(part(song[0], tmp_path_factory.mktemp(f"part{number}"), start, length))
        start += length
    return made


def test_the_parts_are_the_film_of_the_whole(
    song: tuple[Path, Any], parts: list[Any], tmp_path: Path
) -> None:
    whole = read_frames(part(song[0], tmp_path, 0.0, 14.0).path)
    joined = np.concatenate([read_frames(one.path) for one in parts])
    assert len(joined) == len(whole) == 14 * FPS
    assert max(distance(one, other) for one, other in zip(joined, whole, strict=True)) < 6


def test_cuts_lie_on_beats_of_the_song(song: tuple[Path, Any], parts: list[Any]) -> None:
    start, cuts = 0.0, 0
    for one, length in zip(parts, LENGTHS, strict=True):
        began = one.notes["audio_start_s"]
        assert began == pytest.approx(round(start * FPS) / FPS, abs=1e-6)
        for cut in one.notes["cuts_s"]:
            assert np.abs(song[1] - (began + cut)).min() < 0.03
            cuts += 1
        start += length
    assert cuts >= 6


def test_stitched_parts_sound_like_the_song_without_a_gap(
    song: tuple[Path, Any], parts: list[Any], tmp_path: Path
) -> None:
    inputs = {f"video{number}": one.path for number, one in enumerate(parts, 1)}
    result, _ = run(ask("video", "stitch_video", "", inputs=inputs), tmp_path)
    seen = facts(result.path)
    assert seen["frames"] == 14 * FPS
    heard, rate = read_sound(result.path)
    original, original_rate = read_sound(song[0])
    assert rate == original_rate == 44100
    count = min(len(heard), len(original))
    assert count >= 13.9 * rate
    assert np.corrcoef(heard[:count], original[:count])[0, 1] > 0.98
    error = np.abs(heard[:count] - original[:count])
    windows = error[: count // 4410 * 4410].reshape(-1, 4410).mean(1)
    for boundary in (5.0, 9.25):
        near = slice(round((boundary - 0.05) * rate), round((boundary + 0.05) * rate))
        lags = [float(np.dot(heard[near], np.roll(original, lag)[near])) for lag in range(-44, 45)]
        assert abs(int(np.argmax(lags)) - 44) <= 2
        # What is lost at a seam is no more than the codec loses anywhere.
        missed = np.abs(heard[near] - original[near]).mean()
        assert missed < 1.5 * np.percentile(windows, 90)


def test_it_begins_and_ends_on_the_pictures_given(song: tuple[Path, Any], tmp_path: Path) -> None:
    rng = np.random.default_rng(8)
    pictures = {}
    for name in ("referenceImage", "referenceImageEnd"):
        pictures[name] = tmp_path / f"{name}.png"
        coarse = rng.integers(20, 230, (5, 8, 3)).astype(np.uint8)
        Image.fromarray(coarse).resize((320, 192), Image.Resampling.BICUBIC).save(pictures[name])
    result = part(song[0], tmp_path, 0.0, 6.0, inputs=pictures)
    frames = read_frames(result.path)
    first, last = (cover(load_picture(path), 160, 96) for path in pictures.values())
    assert distance(frames[0], first) < 5
    assert distance(frames[-1], last) < 5


@pytest.mark.parametrize("start", [None, 0.0, 6.5])
def test_with_a_picture_it_begins_on_it_and_shows_nothing_else(
    song: tuple[Path, Any], tmp_path: Path, start: float | None
) -> None:
    rng = np.random.default_rng(5)
    picture = tmp_path / "meadow.png"
    coarse = np.zeros((5, 8, 3), np.uint8)
    coarse[..., 1] = rng.integers(120, 230, (5, 8))
    Image.fromarray(coarse).resize((320, 192), Image.Resampling.BICUBIC).save(picture)
    result = part(song[0], tmp_path, start, 7.0, inputs={"referenceImage": picture})
    assert result.notes["cuts_s"]
    frames = read_frames(result.path)
    assert distance(frames[0], cover(load_picture(picture), 160, 96)) < 5
    lit = frames[:-6].mean((1, 2))  # the end may fade to black
    assert (lit[:, 1] > 60).all()
    assert (lit[:, 1] > 1.8 * np.maximum(lit[:, 0], lit[:, 2])).all()


def test_a_part_it_chose_ends_softly_and_a_part_asked_for_as_the_song_is(
    song: tuple[Path, Any], tmp_path: Path
) -> None:
    tone = 0.3 * np.sin(2 * np.pi * 220 * np.arange(8 * 44100) / 44100)
    path = write_song(tmp_path / "tone.wav", tone)
    ends = []
    for start in (None, 2.0):
        folder = tmp_path / f"from {start}"
        folder.mkdir()
        sound, rate = read_sound(part(path, folder, start, 3.0).path)
        last = sound[round(2.93 * rate) : round(2.98 * rate)]
        ends.append(float(np.abs(last).mean() / np.abs(sound[rate : 2 * rate]).mean()))
    assert ends[0] < 0.1
    assert ends[1] > 0.9


def test_it_is_silent_when_asked(song: tuple[Path, Any], tmp_path: Path) -> None:
    result = part(song[0], tmp_path, 2.0, 2.0, options={"generateAudio": False})
    assert facts(result.path)["audio"] is None
