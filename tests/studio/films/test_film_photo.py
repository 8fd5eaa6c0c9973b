"""Photos brought to life, and films made from words."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from studio.renderers import RenderError
from studio.renderers.codecs.inputs import cover, load_picture
from studio.renderers.films.shots.camera_words import named_moves
from studio.renderers.films.shots.generate import composed_shot
from studio.renderers.films.shots.script import scenes_of
from tests.studio.films.film_material import alike, distance, facts, plain, tone, write_film
from tests.studio.render_material import ask, read_frames, read_sound, run


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("photos")
    rng = np.random.default_rng(3)
    found = {}
    for name, tint in (("one", (1.0, 0.6, 0.4)), ("two", (0.4, 0.7, 1.0))):
        coarse = rng.integers(30, 220, (12, 20, 1)) * np.array(tint)
        big = Image.fromarray(coarse.astype(np.uint8)).resize((480, 288), Image.Resampling.BICUBIC)
        found[name] = folder / f"{name}.png"
        big.save(found[name])
    return found


def animate(folder: Path, prompt: str, **more: Any) -> Any:
    return run(ask("video", "i2v", prompt, duration_s=1.5, fps=16, **more), folder)[0]


def shown(path: Path) -> Any:
    return cover(load_picture(path), 320, 192)


@pytest.mark.parametrize(
    "words", ["push in", "pull back", "orbit", "pan left, rain", "handheld", "tilt up then zoom in"]
)
def test_the_first_frame_is_the_picture(
    words: str, photos: dict[str, Path], tmp_path: Path
) -> None:
    result = animate(tmp_path, words, inputs={"referenceImage": photos["one"]})
    frames = read_frames(result.path)
    assert distance(frames[0], shown(photos["one"])) < 4
    assert distance(frames[-1], shown(photos["one"])) > 5


def test_a_picture_can_be_the_last_frame(photos: dict[str, Path], tmp_path: Path) -> None:
    result = animate(tmp_path, "push in", inputs={"referenceImageEnd": photos["one"]})
    frames = read_frames(result.path)
    assert distance(frames[-1], shown(photos["one"])) < 4
    assert distance(frames[0], shown(photos["one"])) > 5


def test_one_picture_becomes_the_other(photos: dict[str, Path], tmp_path: Path) -> None:
    inputs = {"referenceImage": photos["one"], "referenceImageEnd": photos["two"]}
    frames = read_frames(animate(tmp_path, "snow", inputs=inputs).path)
    assert distance(frames[0], shown(photos["one"])) < 4
    assert distance(frames[-1], shown(photos["two"])) < 4
    steps = [distance(one, other) for one, other in pairwise(frames)]
    assert max(steps) < 30


def test_a_picture_that_is_both_comes_back(photos: dict[str, Path], tmp_path: Path) -> None:
    again = tmp_path / "again.png"  # it is uploaded once for each of its places
    again.write_bytes(photos["one"].read_bytes())
    inputs = {"referenceImage": photos["one"], "referenceImageEnd": again}
    frames = read_frames(animate(tmp_path, "push in", inputs=inputs).path)
    assert distance(frames[0], frames[-1]) < 3
    assert distance(frames[0], frames[12]) > 6


def test_a_still_camera_stays(photos: dict[str, Path], tmp_path: Path) -> None:
    result = animate(tmp_path, "static shot", inputs={"referenceImage": photos["one"]})
    frames = read_frames(result.path)
    assert distance(frames[0], frames[-1]) < 2


def test_without_a_size_the_pictures_shape_is_kept(tmp_path: Path) -> None:
    tall = tmp_path / "tall.png"
    Image.new("RGB", (300, 450), (90, 120, 60)).save(tall)
    request = ask(
        "video", "i2v", "static shot", options={"frames": 3, "sized": False},
        inputs={"referenceImage": tall},
    )  # fmt: skip
    width, height = facts(run(request, tmp_path)[0].path)["size"]
    assert width / height == pytest.approx(2 / 3, rel=0.03)
    assert width % 16 == height % 16 == 0


@pytest.mark.parametrize(
    ("words", "moves"),
    [
        ("Slow push in on her face", ("in",)),
        ("the camera zooms out", ("out",)),
        ("pulls back to reveal the valley", ("out",)),
        ("camera pans slowly to the left", ("left",)),
        ("panning right", ("right",)),
        ("camera pans left to right", ("right",)),
        ("slides from the right to the left", ("left",)),
        ("tilt up, then orbit around the statue", ("up", "orbit")),
        ("crane down", ("down",)),
        ("static camera, wind in the trees", ()),
        ("no camera movement", ()),
        ("do not zoom in", None),
        ("she smiles", None),
        ("waves roll over the beach", None),
        ("handheld, gentle drift", ("shake",)),
    ],
)
def test_camera_words_are_understood(words: str, moves: tuple[str, ...] | None) -> None:
    assert named_moves(words) == moves


def test_the_last_frame_is_handed_back_when_asked(photos: dict[str, Path], tmp_path: Path) -> None:
    result = animate(
        tmp_path, "push in", inputs={"referenceImage": photos["one"]},
        options={"returnLastFrame": True},
    )  # fmt: skip
    picture = load_picture(result.path.parent / result.notes["last_frame"])
    assert distance(picture, read_frames(result.path)[-1]) < 4


def made(folder: Path, prompt: str, **more: Any) -> Any:
    return run(ask("video", "t2v", prompt, **({"duration_s": 2.0, "fps": 12} | more)), folder)[0]


def test_words_become_a_moving_scene_with_sound(tmp_path: Path) -> None:
    prompt = "A lighthouse by the sea at night, slow push in"
    result = made(tmp_path, prompt, options={"generateAudio": True})
    seen = facts(result.path)
    assert (seen["frames"], seen["size"], seen["codec"]) == (24, (320, 192), "h264")
    assert seen["sound_s"] == pytest.approx(2.0, abs=0.03)
    assert np.sqrt((read_sound(result.path)[0] ** 2).mean()) > 0.01
    frames = read_frames(result.path)
    assert frames.std() > 20
    assert distance(frames[0], frames[-1]) > 5
    again = made(tmp_path / "again", prompt, options={"generateAudio": True})
    assert again.path.read_bytes() == result.path.read_bytes()
    other = made(tmp_path / "other", prompt, seed=12)
    assert distance(read_frames(other.path)[0], frames[0]) > 8
    assert facts(other.path)["audio"] is None


def test_what_is_not_wanted_is_left_out_of_a_film(tmp_path: Path) -> None:
    orders = [
        ask("video", "t2v", "a red balloon over a meadow", seed=3, negative_prompt=one)
        for one in ("", "balloons", "a submarine")
    ]
    shots = [composed_shot(one, one.prompt, (256, 160), 2.0).seen(0) for one in orders]
    assert distance(shots[0], shots[1]) > 1
    assert distance(shots[0], shots[2]) == 0


def test_scenes_follow_each_other(tmp_path: Path) -> None:
    result = made(tmp_path, "a desert at noon. Cut to: a planet in space", duration_s=4.0)
    frames = read_frames(result.path).astype(int)
    assert frames[8].mean() > frames[40].mean() + 40


@pytest.mark.parametrize(
    ("prompt", "seconds", "pictures", "count"),
    [
        ("a fox", 5, 0, 1),
        ("a fox", 18, 0, 2),
        ("a fox. Cut to: an owl. Cut to a whale", 9, 0, 3),
        ("Shot 1: a fox. Shot 2: an owl", 6, 0, 2),
        ("a fox", 8, 4, 4),
        ("a fox", 2, 9, 1),
    ],
)
def test_a_prompt_is_read_as_scenes(prompt: str, seconds: float, pictures: int, count: int) -> None:
    assert len(scenes_of(prompt, seconds, pictures)) == count


def test_references_are_what_is_seen_and_heard(tmp_path: Path) -> None:
    green = tmp_path / "green.png"
    Image.new("RGB", (300, 300), (20, 200, 40)).save(green)
    blue = write_film(tmp_path / "blue.mp4", plain((30, 40, 210)), 12, 12)
    song = write_film(tmp_path / "song.mp4", plain((0, 0, 0)), 60, 12, sound=tone(400, 5))
    inputs = {"contextImage1": green, "video1": blue, "referenceAudio": song}
    result = made(tmp_path, "a journey", duration_s=4.0, inputs=inputs)
    frames = read_frames(result.path)
    assert frames[4].mean((0, 1)).argmax() == 1
    assert frames[-4].mean((0, 1)).argmax() == 2
    assert alike(read_sound(result.path)[0][: 3 * 48000], tone(400, 5)[:, 0]) > 0.97


def test_films_longer_than_half_a_minute_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="30 seconds"):
        made(tmp_path, "x", duration_s=45.0)
