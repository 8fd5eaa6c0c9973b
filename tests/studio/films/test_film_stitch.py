"""Clips stitched together."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from studio.renderers import RenderError
from tests.studio.films.film_material import (
    RATE,
    alike,
    distance,
    facts,
    plain,
    tone,
    write_film,
)
from tests.studio.render_material import ask, read_frames, read_sound, run

RED, GREEN, BLUE = (200, 40, 40), (40, 180, 60), (40, 60, 200)


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("clips")
    tall = plain(GREEN, (96, 160))
    return {
        "red": write_film(folder / "red.mp4", plain(RED), 24, 12, sound=tone(440, 2)),
        "green": write_film(folder / "green.mp4", tall, 48, 24, size=(96, 160)),
        "blue": write_film(folder / "blue.mp4", plain(BLUE), 36, 12, sound=tone(660, 3)),
        "song": write_film(folder / "song.mp4", plain(BLUE), 120, 12, sound=tone(300, 10)),
    }


def stitch(clips: dict[str, Path], folder: Path, *names: str, **options: Any) -> Any:
    inputs = {f"video{number}": clips[name] for number, name in enumerate(names, 1)}
    song = options.pop("song", None)
    if song:
        inputs["referenceAudio"] = song
    return run(ask("video", "stitch_video", "", inputs=inputs, options=options), folder)


def test_hard_cuts_keep_every_frame_and_sample(clips: dict[str, Path], tmp_path: Path) -> None:
    result, told = stitch(clips, tmp_path, "red", "green", "blue")
    seen = facts(result.path)
    assert (seen["codec"], seen["audio"], seen["faststart"]) == ("h264", "aac", True)
    assert (seen["size"], seen["fps"], seen["frames"]) == ((192, 128), 24, 7 * 24)
    assert seen["duration"] == pytest.approx(7.0, abs=0.001)
    assert seen["sound_s"] == pytest.approx(7.0, abs=0.03)
    frames = read_frames(result.path)
    for moment, colour in ((1.9, RED), (2.1, GREEN), (3.9, GREEN), (4.1, BLUE)):
        assert distance(frames[round(moment * 24)][64, 96], np.array(colour)) < 14
    sound, _ = read_sound(result.path)
    assert alike(sound[: 2 * RATE], tone(440, 2)[:, 0]) > 0.98
    assert alike(sound[4 * RATE :], tone(660, 3)[:, 0]) > 0.98
    assert np.abs(sound[round(2.1 * RATE) : round(3.9 * RATE)]).max() < 0.02
    assert [step.step for step in told] == sorted(step.step for step in told)
    assert len(result.sources) == 3
    assert all(path.parent == result.path.parent for path in result.sources)


def test_a_tall_clip_is_shown_whole(clips: dict[str, Path], tmp_path: Path) -> None:
    result, _ = stitch(clips, tmp_path, "red", "green")
    frame = read_frames(result.path)[-4].astype(int)
    assert frame[64, 96, 1] > 1.5 * frame[64, 8, 1]


@pytest.mark.parametrize(
    ("kind", "new_half"),
    [
        ("fade", None),
        ("dissolve", None),
        ("wipeleft", (slice(None), slice(140, None))),
        ("wiperight", (slice(None), slice(None, 50))),
        ("slideup", (slice(90, None), slice(None))),
        ("slidedown", (slice(None, 38), slice(None))),
    ],
)
def test_a_transition_is_seen_at_its_time(
    kind: str, new_half: Any, clips: dict[str, Path], tmp_path: Path
) -> None:
    result, _ = stitch(clips, tmp_path, "red", "blue", transition=kind, transition_s=1.0)
    assert facts(result.path)["frames"] == 24 + 36 - 12
    assert result.duration_s == pytest.approx(4.0)
    frames = read_frames(result.path).astype(float)
    assert frames[10].mean((0, 1))[0] > 180
    assert frames[25].mean((0, 1))[2] > 180
    middle = frames[18]
    if new_half is None:
        assert 80 < middle.mean((0, 1))[0] < 160
        assert 80 < middle.mean((0, 1))[2] < 160
    else:
        assert middle[new_half][..., 2].mean() > 170
        assert middle[..., 0].max() > 170


def test_the_sound_of_two_clips_is_mixed_over_a_transition(
    clips: dict[str, Path], tmp_path: Path
) -> None:
    result, _ = stitch(clips, tmp_path, "red", "blue", transition="fade", transition_s=1.0)
    sound, _ = read_sound(result.path)
    both = np.abs(np.fft.rfft(sound[round(1.25 * RATE) : round(1.75 * RATE)]))
    assert both[220] > 0.2 * both.max()
    assert both[330] > 0.2 * both.max()


def test_a_song_over_all_replaces_their_sound(clips: dict[str, Path], tmp_path: Path) -> None:
    result, _ = stitch(clips, tmp_path, "red", "green", "blue", song=clips["song"])
    sound, _ = read_sound(result.path)
    assert alike(sound[: 6 * RATE], tone(300, 10)[:, 0]) > 0.98
    assert facts(result.path)["sound_s"] == pytest.approx(7.0, abs=0.03)


def test_silent_clips_stay_silent(clips: dict[str, Path], tmp_path: Path) -> None:
    result, _ = stitch(clips, tmp_path, "green", "green")
    assert facts(result.path)["audio"] is None


def test_what_is_no_film_is_refused(clips: dict[str, Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(clips["red"].read_bytes()[:900])
    lists = tmp_path / "list.mp4"
    lists.write_text(f"ffconcat version 1.0\nfile {clips['red']}\n")
    for bad in (broken, lists):
        with pytest.raises(RenderError, match="video"):
            stitch({"red": clips["red"], "bad": bad}, tmp_path, "red", "bad")
    with pytest.raises(RenderError, match="needed"):
        stitch(clips, tmp_path)
