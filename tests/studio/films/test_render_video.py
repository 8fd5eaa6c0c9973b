"""Videos: a song cut on its beat, and photos brought to life."""

from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image

from studio.renderers import RenderError, RenderResult
from tests.studio.render_material import (
    ask,
    click_track,
    read_frames,
    read_sound,
    run,
    write_picture,
    write_song,
)


def _atoms(path: Path) -> list[str]:
    data, place, names = path.read_bytes(), 0, []
    while place + 8 <= len(data):
        names.append(data[place + 4 : place + 8].decode("latin-1"))
        place += max(int.from_bytes(data[place : place + 4], "big"), 8)
    return names


@pytest.fixture(scope="module")
def song(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    samples, beats = click_track(120, 14, loud_from_s=5.0)
    stereo = np.stack([samples, np.roll(samples, 5) * 0.8], -1)
    return write_song(tmp_path_factory.mktemp("song") / "song.wav", stereo), beats


@pytest.fixture(scope="module")
def music_video(
    song: tuple[Path, Any], tmp_path_factory: pytest.TempPathFactory
) -> tuple[RenderResult, list[Any]]:
    request = ask(
        "video",
        "a2v",
        "neon city at night",
        duration_s=8.0,
        fps=24,
        inputs={"referenceAudio": song[0]},
    )
    return run(request, tmp_path_factory.mktemp("video"))


def test_a_music_video_has_the_streams_asked_for(
    music_video: tuple[RenderResult, list[Any]],
) -> None:
    result, _ = music_video
    with av.open(str(result.path)) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        assert (video.codec_context.name, audio.codec_context.name) == ("h264", "aac")
        assert (video.width, video.height, video.pix_fmt) == (320, 192, "yuv420p")
        assert video.average_rate == 24
        assert audio.rate == 44100
        assert container.duration == pytest.approx(8e6, abs=60_000)
    assert len(read_frames(result.path)) == 192
    names = _atoms(result.path)
    assert names.index("moov") < names.index("mdat")
    assert (result.duration_s, result.fps, result.mime) == (8.0, 24, "video/mp4")


def test_the_song_is_kept_sample_aligned(
    music_video: tuple[RenderResult, list[Any]], song: tuple[Path, Any]
) -> None:
    result, _ = music_video
    heard, rate = read_sound(result.path)
    original, _ = read_sound(song[0])
    start = round(result.notes["audio_start_s"] * rate)
    part = original[start : start + 8 * rate]
    count = min(len(part), len(heard))
    assert count >= 7.9 * rate
    assert np.corrcoef(heard[:count], part[:count])[0, 1] >= 0.95
    lags = range(-88, 89)
    inside = slice(200, count - 200)
    scores = [float(np.dot(heard[inside], np.roll(part[:count], lag)[inside])) for lag in lags]
    assert abs(lags[int(np.argmax(scores))]) <= rate / 1000


def test_its_cuts_are_seen_on_the_beats_it_states(
    music_video: tuple[RenderResult, list[Any]], song: tuple[Path, Any]
) -> None:
    result, _ = music_video
    cuts, start = result.notes["cuts_s"], result.notes["audio_start_s"]
    assert len(cuts) >= 4
    assert all(np.abs(song[1] - (start + cut)).min() < 0.03 for cut in cuts)
    frames = read_frames(result.path)[:, ::4, ::4].astype(np.float32)
    changes = np.abs(np.diff(frames, axis=0)).mean((1, 2, 3))
    usual = float(np.median(changes))
    for cut in cuts:
        first = round(cut * 24)
        assert changes[first - 1] > 4 * usual
        assert changes[first - 1] == changes[max(first - 4, 0) : first + 3].max()
    assert result.notes["bpm"] == pytest.approx(120, abs=1)
    assert result.notes["song_duration_s"] == pytest.approx(14, abs=0.1)


def test_it_never_strobes(music_video: tuple[RenderResult, list[Any]]) -> None:
    brightness = read_frames(music_video[0].path).mean((1, 2, 3)) / 255
    for first in range(len(brightness) - 24):
        second = brightness[first : first + 24]
        swings = np.abs(np.diff(second)) > 0.1
        assert swings.sum() <= 3


def test_its_progress_is_true(music_video: tuple[RenderResult, list[Any]]) -> None:
    told = music_video[1]
    assert (told[-1].step, told[-1].step_count) == (192, 192)
    assert [progress.step for progress in told] == sorted(progress.step for progress in told)


def test_given_pictures_are_what_the_video_shows(song: tuple[Path, Any], tmp_path: Path) -> None:
    green = tmp_path / "green.png"
    Image.new("RGB", (400, 300), (20, 200, 40)).save(green)
    request = ask(
        "video", "ia2v", "x", duration_s=3.0, fps=12, audio_start_s=2.0,
        inputs={"referenceAudio": song[0], "referenceImage": green},
    )  # fmt: skip
    result, _ = run(request, tmp_path)
    first = read_frames(result.path)[4].mean((0, 1))
    assert first[1] > first[0] + 60
    assert first[1] > first[2] + 60
    assert result.notes["audio_start_s"] == 2.0


def test_a_photo_is_animated_in_size_length_and_rate(tmp_path: Path) -> None:
    photo = write_picture(tmp_path / "photo.jpg", (300, 500))
    request = ask(
        "video",
        "i2v",
        "snow, slow push in",
        duration_s=2.0,
        fps=16,
        inputs={"referenceImage": photo},
    )
    result, told = run(request, tmp_path)
    frames = read_frames(result.path)
    assert frames.shape == (32, 192, 320, 3)
    assert np.abs(frames[0].astype(int) - frames[-1].astype(int)).mean() > 2
    names = _atoms(result.path)
    assert names.index("moov") < names.index("mdat")
    assert told[-1].step == told[-1].step_count == 32
    again, _ = run(request, tmp_path / "again")
    assert again.path.read_bytes() == result.path.read_bytes()


def test_the_number_of_frames_may_be_given(tmp_path: Path) -> None:
    photo = write_picture(tmp_path / "photo.jpg")
    request = ask(
        "video",
        "i2v",
        "orbit",
        duration_s=9.0,
        inputs={"referenceImage": photo},
        options={"frames": 17},
    )
    result, _ = run(request, tmp_path)
    assert len(read_frames(result.path)) == 17
    assert result.duration_s == pytest.approx(17 / 24)


def test_camera_words_choose_the_move(tmp_path: Path) -> None:
    photo = write_picture(tmp_path / "photo.png", (400, 240))
    shifts = {}
    for words in ("pan left", "pan right"):
        request = ask("video", "i2v", words, duration_s=1.0, inputs={"referenceImage": photo})
        frames = read_frames(run(request, tmp_path / words)[0].path).astype(np.float32)
        columns = [
            float((frame[..., 1].clip(150) - 150).sum(0) @ np.arange(320))
            for frame in (frames[0], frames[-1])
        ]
        weights = [
            float((frame[..., 1].clip(150) - 150).sum()) for frame in (frames[0], frames[-1])
        ]
        shifts[words] = columns[1] / weights[1] - columns[0] / weights[0]
    assert shifts["pan left"] > 10
    assert shifts["pan right"] < -10


def test_it_ends_on_the_last_picture_given(tmp_path: Path) -> None:
    red, blue = tmp_path / "red.png", tmp_path / "blue.png"
    Image.new("RGB", (320, 192), (220, 30, 20)).save(red)
    Image.new("RGB", (320, 192), (20, 40, 220)).save(blue)
    inputs = {"referenceImage": red, "referenceImageEnd": blue}
    frames = read_frames(
        run(ask("video", "i2v", "x", duration_s=1.0, inputs=inputs), tmp_path)[0].path
    )
    assert frames[0].mean((0, 1))[0] > 180
    assert frames[-1].mean((0, 1))[2] > 180


def test_a_turned_photo_is_set_upright(tmp_path: Path) -> None:
    pixels = np.zeros((100, 160, 3), np.uint8)
    pixels[:, :80] = 255
    exif = Image.Exif()
    exif[274] = 6
    turned = tmp_path / "turned.jpg"
    Image.fromarray(pixels).save(turned, exif=exif)
    request = ask(
        "video", "i2v", "x", width=96, height=160, duration_s=0.5, inputs={"referenceImage": turned}
    )
    first = read_frames(run(request, tmp_path)[0].path)[0]
    assert first[:60].mean() > 200
    assert first[-60:].mean() < 60


@pytest.mark.parametrize(("workflow", "what"), [("i2v", "picture"), ("a2v", "song")])
def test_missing_and_broken_inputs_are_refused_in_a_sentence(
    workflow: str, what: str, tmp_path: Path
) -> None:
    with pytest.raises(RenderError, match=what):
        run(ask("video", workflow, "x"), tmp_path)
    broken = tmp_path / "broken.bin"
    broken.write_bytes(b"\x00\x01 neither picture nor song")
    name = "referenceImage" if workflow == "i2v" else "referenceAudio"
    with pytest.raises(RenderError, match="could not be read"):
        run(ask("video", workflow, "x", inputs={name: broken}), tmp_path)
