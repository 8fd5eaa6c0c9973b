"""Films that go on, and parts of films replaced."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from studio.renderers import RenderError
from studio.renderers.films.joined import replacing
from tests.studio.films.film_material import (
    RATE,
    alike,
    distance,
    facts,
    moving_square,
    plain,
    tone,
    write_film,
)
from tests.studio.render_material import ask, read_frames, read_sound, run


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("films")
    return {
        "base": write_film(folder / "base.mp4", moving_square(), 48, 12, sound=tone(440, 4)),
        "mute": write_film(folder / "mute.mp4", moving_square(), 48, 12),
        "other": write_film(
            folder / "other.mp4", plain((40, 60, 210), (96, 96)), 60, 24, size=(96, 96),
            sound=tone(700, 2.5),
        ),
    }  # fmt: skip


def extend(film: Path, folder: Path, prompt: str = "it goes on", **options: Any) -> Any:
    request = ask(
        "video", "extend_video", prompt, duration_s=2.0, inputs={"video1": film}, options=options
    )
    return run(request, folder)[0]


def test_the_film_goes_on_from_its_last_frame(films: dict[str, Path], tmp_path: Path) -> None:
    result = extend(films["base"], tmp_path)
    seen = facts(result.path)
    assert (seen["frames"], seen["fps"], seen["size"]) == (72, 12, (192, 128))
    assert seen["sound_s"] == pytest.approx(6.0, abs=0.03)
    before, after = read_frames(films["base"]), read_frames(result.path)
    assert max(distance(one, other) for one, other in zip(before, after, strict=False)) < 4
    assert distance(after[47], after[48]) < 9
    assert distance(after[48], after[71]) > 3
    sound, _ = read_sound(result.path)
    assert alike(sound[: 4 * RATE], read_sound(films["base"])[0]) > 0.98
    assert np.sqrt((sound[round(4.5 * RATE) : round(5.5 * RATE)] ** 2).mean()) > 0.02


def test_the_new_part_is_there_alone_too(films: dict[str, Path], tmp_path: Path) -> None:
    whole = extend(films["base"], tmp_path / "whole")
    alone = extend(films["base"], tmp_path / "alone", output="segment")
    (segment,) = whole.sources
    assert facts(alone.path)["frames"] == facts(segment)["frames"] == 24
    assert alone.path.read_bytes() == segment.read_bytes()
    joined = read_frames(whole.path)[48:]
    assert max(distance(a, b) for a, b in zip(joined, read_frames(segment), strict=True)) < 3


def test_what_should_happen_is_seen(films: dict[str, Path], tmp_path: Path) -> None:
    dark = read_frames(extend(films["base"], tmp_path, "night falls").path)
    assert dark[-1].mean() < 0.75 * dark[46].mean()


def test_a_silent_film_stays_silent(films: dict[str, Path], tmp_path: Path) -> None:
    assert facts(extend(films["mute"], tmp_path).path)["audio"] is None


def replace(films: dict[str, Path], folder: Path, prompt: str = "", **options: Any) -> Any:
    inputs = {"video1": films[options.pop("base", "base")]}
    if options.pop("spliced", False):
        inputs["video2"] = films["other"]
    request = ask("video", "replace_video_segment", prompt, inputs=inputs, options=options)
    return run(request, folder)[0]


@pytest.mark.parametrize(
    "prompt", ["as a watercolor at night", "a lighthouse by the sea", "it goes on"]
)
def test_a_window_is_made_anew_in_its_own_length(
    prompt: str, films: dict[str, Path], tmp_path: Path
) -> None:
    result = replace(films, tmp_path, prompt, start_s=1, end_s=3)
    seen = facts(result.path)
    assert (seen["frames"], seen["fps"]) == (48, 12)
    before, after = read_frames(films["base"]), read_frames(result.path)
    apart = [distance(one, other) for one, other in zip(before, after, strict=True)]
    assert max(apart[:12] + apart[36:]) < 4
    assert max(apart[14:34]) > 6
    sound, _ = read_sound(result.path)
    own, _ = read_sound(films["base"])
    assert alike(sound[: RATE - 400], own[: RATE - 400]) > 0.98
    assert alike(sound[3 * RATE + 400 :], own[3 * RATE + 400 :]) > 0.98


def test_a_scene_that_is_described_takes_the_windows_place(
    films: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shot(request: Any, words: str, *rest: Any) -> Any:
        raise LookupError(words)  # it is enough that it would be made

    monkeypatch.setattr(replacing, "composed_shot", shot)
    with pytest.raises(LookupError, match="over the mountains"):
        replace(films, tmp_path, "a storm over the mountains", start_s=1, end_s=1.5)


def test_a_little_more_of_something_is_no_other_scene(
    films: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replacing, "composed_shot", None)  # none is made
    for words in ("a touch of sunset on the mountains", "a bit of snow on the mountains"):
        replace(films, tmp_path, words, start_s=1, end_s=1.5)


def test_another_film_is_put_in_as_it_is(films: dict[str, Path], tmp_path: Path) -> None:
    result = replace(films, tmp_path, spliced=True, start_s=1, end_s=2)
    seen = facts(result.path)
    assert seen["frames"] == 48 - 12 + 30
    frames = read_frames(result.path).astype(int)
    assert (frames[12:42, 64, 96, 2] > 180).all()
    assert (frames[:12, 64, 10, 2] < 150).all()
    sound, _ = read_sound(result.path)
    inside = slice(round(1.1 * RATE), round(3.4 * RATE))
    assert alike(sound[inside], tone(700, 2.5)[round(0.1 * RATE) :, 0]) > 0.97
    (segment,) = result.sources
    assert facts(segment)["frames"] == 30


def test_a_slice_may_be_inserted_without_taking_anything_away(
    films: dict[str, Path], tmp_path: Path
) -> None:
    result = replace(
        films, tmp_path, spliced=True, start_s=2, end_s=2, replacement_start_s=0.5,
        replacement_end_s=1.5,
    )  # fmt: skip
    assert facts(result.path)["frames"] == 48 + 12
    assert distance(read_frames(result.path)[36], read_frames(films["base"])[24]) < 4


def test_the_windows_own_sound_may_stay(films: dict[str, Path], tmp_path: Path) -> None:
    result = replace(films, tmp_path, "night", start_s=1, end_s=3, keepOriginalAudio=True)
    sound, _ = read_sound(result.path)
    own, _ = read_sound(films["base"])
    assert alike(sound, own) > 0.98


@pytest.mark.parametrize(
    ("start", "end", "window"),
    [(-1, -1, (3, 4)), (-2, 9, (2, 4)), (-1, 3, (1, 4)), (1, -1, (1, 4)), (3, 99, (3, 4))],
)
def test_times_may_count_from_the_end(
    start: float, end: float, window: tuple[float, float], films: dict[str, Path], tmp_path: Path
) -> None:
    result = replace(films, tmp_path, "night", start_s=start, end_s=end)
    assert tuple(result.notes["replaced_s"]) == window


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"start_s": 2, "end_s": 2}, "must end after it starts"),
        ({"start_s": 8, "end_s": 9}, "within the video"),
        (
            {"start_s": 1, "end_s": 2, "spliced": True, "replacement_start_s": 9},
            "replacement must end",
        ),
    ],
)
def test_impossible_windows_are_refused(
    options: dict[str, Any], said: str, films: dict[str, Path], tmp_path: Path
) -> None:
    with pytest.raises(RenderError, match=said):
        replace(films, tmp_path, "night", **options)


@pytest.mark.parametrize(("start", "goes_on"), [(2.5, 300), (0.0, 900)])
def test_new_footage_sounds_as_what_is_beside_it(
    start: float, goes_on: int, tmp_path: Path
) -> None:
    sound = np.concatenate([tone(300, 3), tone(900, 3)])
    film = write_film(tmp_path / "film.mp4", moving_square(), 72, 12, sound=sound)
    options = {"start_s": start, "end_s": 3.0}
    inputs = {"video1": film}
    request = ask("video", "replace_video_segment", "it goes on", inputs=inputs, options=options)
    heard, _ = read_sound(run(request, tmp_path / "out")[0].path)
    part = heard[round((start + 0.05) * RATE) : round(2.9 * RATE)]
    strongest = np.abs(np.fft.rfft(part * np.hanning(len(part)))).argmax() * RATE / len(part)
    assert strongest == pytest.approx(goes_on, abs=20)


def test_a_longer_replacement_does_not_repeat_the_sound_it_keeps(tmp_path: Path) -> None:
    sound = np.concatenate([tone(300, 2), tone(900, 2)])
    film = write_film(tmp_path / "film.mp4", moving_square(), 48, 12, sound=sound)
    other = write_film(tmp_path / "other.mp4", plain((40, 60, 210)), 36, 12)
    inputs = {"video1": film, "video2": other}
    options = {"start_s": 1.0, "end_s": 2.0, "keepOriginalAudio": True}
    request = ask("video", "replace_video_segment", "", inputs=inputs, options=options)
    heard, _ = read_sound(run(request, tmp_path / "out")[0].path)
    original, _ = read_sound(film)
    assert alike(heard[: 2 * RATE], original[: 2 * RATE]) > 0.98
    assert np.abs(heard[round(2.1 * RATE) : round(3.9 * RATE)]).max() < 0.01
    assert alike(heard[4 * RATE :], original[2 * RATE :]) > 0.98
