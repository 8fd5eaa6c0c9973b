"""Dance montages."""

import itertools
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw

from studio.renderers import RenderError
from studio.renderers.films.danced.dancer import Dancer
from studio.renderers.films.danced.dances import DANCES
from studio.renderers.films.danced.drums import beat_times, play
from tests.studio.films.film_material import RATE, distance, facts
from tests.studio.render_material import ask, read_frames, read_sound, run


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder, made = tmp_path_factory.mktemp("people"), {}
    for number, colour in enumerate(((220, 60, 40), (240, 220, 70)), 1):
        image = Image.new("RGB", (150, 250), (30, 60, 110))
        pen = ImageDraw.Draw(image)
        pen.ellipse((55, 40, 95, 85), fill=colour)
        pen.rectangle((50, 85, 100, 220), fill=colour)
        made[f"contextImage{number}"] = folder / f"{number}.png"
        image.save(made[f"contextImage{number}"])
    return made


def dance(people: dict[str, Path], folder: Path, name: str, **more: Any) -> Any:
    options = {"dance": name, "single": more.pop("single", False)}
    request = ask(
        "video", "dance_montage", "", width=96, height=160, fps=12, inputs=people, options=options,
        **more,
    )  # fmt: skip
    return run(request, folder)[0]


@pytest.fixture(scope="module")
def montage(people: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Any:
    return dance(people, tmp_path_factory.mktemp("dance"), "rasputin", duration_s=9.0)


def test_it_cuts_on_the_beat(montage: Any) -> None:
    seen = facts(montage.path)
    assert (seen["frames"], seen["size"]) == (108, (96, 160))
    assert seen["sound_s"] == pytest.approx(9.0, abs=0.03)
    notes = montage.notes
    assert notes["bpm"] == 126
    assert len(notes["cuts_s"]) == 2
    for cut in notes["cuts_s"]:
        assert min(abs(cut - beat) for beat in notes["beats_s"]) < 0.001
    frames = read_frames(montage.path)
    steps = [distance(one, other) for one, other in itertools.pairwise(frames)]
    for cut in notes["cuts_s"]:
        assert steps[round(cut * 12) - 1] > 3 * np.median(steps)
    assert sum(facts(part)["frames"] for part in montage.sources) == 108


def test_its_beat_is_heard_where_it_is_stated(montage: Any) -> None:
    sound, rate = read_sound(montage.path)
    power = np.convolve(sound**2, np.ones(480) / 480, "same")
    for beat in montage.notes["beats_s"][1:-2]:
        place = round(beat * rate)
        assert power[place : place + 1500].max() > 3 * power[place - 1200 : place - 200].mean()


def test_dancers_take_turns_and_move(montage: Any) -> None:
    frames = read_frames(montage.path).astype(int)
    first, second = frames[20], frames[70]
    yellow = [(frame[..., 1] > 150) & (frame[..., 0] > 150) for frame in (first, second)]
    assert yellow[1].sum() > 5 * max(yellow[0].sum(), 1)
    red = (frames[:40, ..., 0] > 150) & (frames[:40, ..., 1] < 110)
    heights = [np.flatnonzero(one.any(1))[0] for one in red]
    assert np.ptp(heights) >= 3


@pytest.mark.parametrize("name", DANCES)
def test_each_dance_has_its_rhythm(name: str) -> None:
    rhythm = DANCES[name].rhythm
    sound = play(rhythm, 4 * RATE, np.random.default_rng(1))
    assert 0.3 < np.abs(sound).max() <= 1
    assert np.sqrt((sound**2).mean()) > 0.05
    assert abs(sound.mean()) < 0.0005  # no loudspeaker leans
    beats = beat_times(rhythm.bpm, 4)
    assert np.allclose(np.diff(beats), 60 / rhythm.bpm)


def test_a_single_clip_is_unbroken(people: dict[str, Path], tmp_path: Path) -> None:
    result = dance(people, tmp_path, "chanel", single=True, duration_s=8.0)
    assert result.notes["cuts_s"] == []
    assert len(result.sources) == 1
    with pytest.raises(RenderError, match="up to 20 seconds"):
        dance(people, tmp_path, "rasputin", single=True, duration_s=25.0)


def test_a_dance_is_never_longer_than_its_own_length(
    people: dict[str, Path], tmp_path: Path
) -> None:
    assert dance(people, tmp_path, "big-guy", duration_s=30.0).duration_s == pytest.approx(11)


def test_without_a_picture_one_is_composed(tmp_path: Path) -> None:
    result = dance({}, tmp_path, "chanel", duration_s=8.0)
    assert read_frames(result.path).std() > 15


def wide_animal() -> Image.Image:
    """A long red animal at the left of a wide picture, with a yellow post far from it."""
    image = Image.new("RGB", (320, 180), (40, 80, 130))
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 160, 320, 180), fill=(30, 60, 40))
    pen.rectangle((270, 20, 300, 160), fill=(240, 220, 70))
    pen.ellipse((24, 95, 130, 150), fill=(220, 50, 40))
    pen.ellipse((10, 75, 50, 115), fill=(220, 50, 40))
    for left in (40, 100):
        pen.rectangle((left, 130, left + 14, 165), fill=(220, 50, 40))
    return image


def test_a_long_dancer_never_leaves_an_upright_frame(tmp_path: Path) -> None:
    wide_animal().save(tmp_path / "animal.png")
    inputs = {"contextImage1": tmp_path / "animal.png"}
    frames = read_frames(dance(inputs, tmp_path, "rasputin", duration_s=8.0).path).astype(int)
    red = (frames[..., 0] > 120) & (frames[..., 0] > 2 * frames[..., 2])
    red &= frames[..., 0] > 2 * frames[..., 1]
    assert not red[:, :, [0, -1]].any()
    assert not red[:, -1].any()
    across = red.any(1)
    assert np.median(across.sum(1)) > 0.5 * across.shape[1]


@pytest.mark.parametrize("size", [(90, 160), (160, 90)])
def test_each_step_is_as_wide_as_it_says(size: tuple[int, int]) -> None:
    steps = tuple({step for dance in DANCES.values() for step in dance.steps})
    dancer = Dancer(np.asarray(wide_animal()), size, (0, 0, 0), steps)
    still = np.zeros((size[1], size[0]), bool)
    for step in steps:
        reach = dancer.reaches[step]
        assert 0 < reach.left < reach.right < size[0]
        assert 0 < reach.top < reach.bottom < size[1]
        seen = still.copy()
        for beat in np.arange(0, 8, 0.21):
            frame = dancer.at(step, float(beat), 0).astype(int)
            seen |= (frame[..., 0] > 150) & (frame[..., 1] < 90)
        columns, rows = np.flatnonzero(seen.any(0)), np.flatnonzero(seen.any(1))
        assert reach.left - 1.5 <= columns[0] <= reach.left + 4, step
        assert reach.right - 5 <= columns[-1] <= reach.right + 1.5, step
        assert reach.top - 1.5 <= rows[0] <= reach.top + 4, step


def test_a_dancer_has_what_it_stood_before_behind_it() -> None:
    dancer = Dancer(np.asarray(wide_animal()), (90, 160), (0, 0, 0), ("bounce",))
    frame = dancer.at("bounce", 0.5, 0).astype(int)
    yellow = (frame[..., 0] > 120) & (frame[..., 1] > 120) & (frame[..., 2] < 100)
    assert not yellow.any()


def test_unknown_dances_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="dance can be one of"):
        dance({}, tmp_path, "macarena")
