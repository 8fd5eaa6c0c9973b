"""Films as people record them: uneven, with sound that pauses, with pixels that are not square."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from studio.files.probing import probe
from studio.renderers.films.source import frames, open_film, sound_of
from tests.studio.films.film_material import (
    RATE,
    facts,
    moving_square,
    tone,
    write_film,
    write_uneven,
)
from tests.studio.render_material import ask, run


def beats(seconds: float) -> np.ndarray:
    """A loud moment at the beginning of every second."""
    sound: np.ndarray = 0.3 * tone(220, seconds)
    for second in range(int(seconds)):
        sound[second * RATE :][:960] = 0.8
    return sound


def loud_from(sound: np.ndarray) -> list[float]:
    times = np.flatnonzero(np.abs(sound[:, 0]) > 0.6) / RATE
    return list(times[np.flatnonzero(np.diff(times, prepend=-1) > 0.3)])


def test_sound_after_a_pause_stays_with_its_picture(tmp_path: Path) -> None:
    paint = moving_square()
    path = write_uneven(
        tmp_path / "film.mp4",
        [paint(n) for n in range(60)],
        [n / 10 for n in range(61)],
        beats(6),
        (2.3, 3.8),
    )
    film = open_film(path)
    heard = sound_of(film)
    assert heard is not None
    assert loud_from(heard) == pytest.approx([0, 1, 2, 4, 5], abs=0.01)
    assert np.abs(heard[round(2.5 * RATE) : round(3.7 * RATE)]).max() < 0.01
    late = sound_of(film, 3.5, 2.0)
    assert late is not None
    assert loud_from(late) == pytest.approx([0.5, 1.5], abs=0.01)


def test_an_uneven_film_keeps_its_pace_and_length(tmp_path: Path) -> None:
    paint = moving_square()
    times = [*(n / 30 for n in range(60)), *(2 + n / 8 for n in range(9))]
    pictures = [paint(n) for n in range(len(times) - 1)]
    path = write_uneven(tmp_path / "film.mp4", pictures, times, tone(300, 3))
    own = facts(path)["duration"]
    assert own == pytest.approx(3, abs=0.1)  # the muxer's guess of the last frame's end
    cues = [{"startSeconds": 0, "endSeconds": 9, "text": "Hello"}]
    request = ask("video", "add_subtitles", "", inputs={"video1": path}, options={"cues": cues})
    seen = facts(run(request, tmp_path / "out")[0].path)
    assert seen["fps"] == pytest.approx(30, abs=0.01)
    assert [seen["duration"], seen["sound_s"]] == pytest.approx([own, own], abs=0.03)


def test_pixels_become_square(tmp_path: Path) -> None:
    path = tmp_path / "wide.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=12)
        stream.width, stream.height, stream.pix_fmt = 96, 64, "yuv420p"
        stream.codec_context.sample_aspect_ratio = Fraction(4, 3)
        for _ in range(3):
            frame = av.VideoFrame.from_ndarray(np.zeros((64, 96, 3), np.uint8), format="rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    film, known = open_film(path), probe(path)
    assert known is not None
    assert (film.width, film.height) == (known.width, known.height) == (128, 64)
    assert next(frames(film)).shape == (64, 128, 3)


def test_a_very_small_film_keeps_its_shape(tmp_path: Path) -> None:
    size = (48, 32)
    path = write_film(
        tmp_path / "film.mp4", lambda index: np.full((32, 48, 3), 90, np.uint8), 4, 12, size=size
    )
    request = ask("video", "stitch_video", "", inputs={"video1": path, "video2": path})
    assert facts(run(request, tmp_path / "out")[0].path)["size"] == (96, 64)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_film_of_a_phone_stands_upright(degrees: int, tmp_path: Path) -> None:
    path = tmp_path / "phone.mp4"
    seen = np.zeros((64, 96, 3), np.uint8)
    seen[:, :48] = 220
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=12)
        stream.width, stream.height, stream.pix_fmt = 96, 64, "yuv420p"
        stream.set_display_rotation(degrees)
        for _ in range(3):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(seen, format="rgb24")))
        container.mux(stream.encode(None))
    upright = np.rot90(seen, degrees // 90)
    film, known = open_film(path), probe(path)
    assert known is not None
    assert (film.width, film.height) == (known.width, known.height) == upright.shape[1::-1]
    shown = next(frames(film))
    assert np.abs(shown.astype(int) - upright).mean() < 8
