"""The image renderer: it composes a picture from prompt, seed and size."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from studio.renderers import RenderError
from studio.renderers.pictures.image import draw
from studio.renderers.prompts.dynamic_prompt import expand_prompt
from studio.renderers.prompts.words import read_prompt
from tests.studio.render_material import ask, run, write_picture

PROMPTS = [
    "a lighthouse on the coast at night",
    "pine forest under northern lights in snow",
    "city skyline at dusk in the rain, cinematic",
    "portrait of an old fisherman",
    "a red dahlia",
    "three rings on a table, 3d render",
    "saturn among the stars",
    "a small robot, retro",
    "a fox in the snow, watercolor",
    "hot air balloons over desert dunes, poster",
    "a car on a country road, neon",
    "a cabin by a lake, ink",
    "a whale in a storm, oil painting",
    "cat on a rooftop, pixel art",
    "bauhaus shapes, minimal",
    "qwxz vorple",
]


def _difference(first: Path, second: Path) -> float:
    a, b = (np.asarray(Image.open(path).convert("RGB"), np.float32) for path in (first, second))
    return float(np.abs(a - b).mean())


@pytest.mark.parametrize("prompt", PROMPTS)
def test_every_kind_of_prompt_becomes_a_rich_picture(prompt: str, tmp_path: Path) -> None:
    result, _ = run(ask("image", "t2i", prompt, width=256, height=208), tmp_path)
    picture = np.asarray(Image.open(result.path).convert("L"), np.float32)
    assert picture.shape == (208, 256)
    assert result.mime == "image/png"
    assert picture.std() > 12
    assert 12 < picture.mean() < 243


@pytest.mark.parametrize(("width", "height"), [(64, 512), (513, 97), (192, 320)])
def test_the_size_is_exact(width: int, height: int, tmp_path: Path) -> None:
    for number, prompt in enumerate(
        ("a sailing boat at sunset", "portrait of a singer", "glass rings", "poster")
    ):
        result, _ = run(
            ask("image", "t2i", prompt, width=width, height=height), tmp_path / str(number)
        )
        with Image.open(result.path) as picture:
            assert picture.size == (width, height) == (result.width, result.height)


def test_the_same_request_gives_the_same_bytes(tmp_path: Path) -> None:
    request = ask("image", "t2i", "moon over mountains")
    first, second = (run(request, tmp_path / name)[0].path.read_bytes() for name in ("a", "b"))
    assert first == second


def test_variations_and_seeds_differ_visibly(tmp_path: Path) -> None:
    paths = [
        run(ask("image", "t2i", prompt, seed=seed, variation=variation), tmp_path / f"{index}")[
            0
        ].path
        for index, (prompt, seed, variation) in enumerate(
            [
                ("a lighthouse", 1, 0),
                ("a lighthouse", 1, 1),
                ("a lighthouse", 1, 2),
                ("a lighthouse", 2, 0),
            ]
        )
    ]
    for index, first in enumerate(paths):
        for second in paths[index + 1 :]:
            assert _difference(first, second) > 8


def test_colour_words_show(tmp_path: Path) -> None:
    red, _ = run(ask("image", "t2i", "a red flower"), tmp_path / "r")
    blue, _ = run(ask("image", "t2i", "a blue flower"), tmp_path / "b")
    red_mean = np.asarray(Image.open(red.path), np.float32).mean((0, 1))
    blue_mean = np.asarray(Image.open(blue.path), np.float32).mean((0, 1))
    assert red_mean[0] - red_mean[2] > blue_mean[0] - blue_mean[2] + 25


@pytest.mark.parametrize(
    ("form", "mime"), [("jpg", "image/jpeg"), ("webp", "image/webp"), ("png", "image/png")]
)
def test_the_format_is_the_one_asked_for(form: str, mime: str, tmp_path: Path) -> None:
    result, _ = run(ask("image", "t2i", "waves", output_format=form), tmp_path)
    with Image.open(result.path) as picture:
        assert result.mime == mime == Image.MIME[str(picture.format)]


def test_progress_climbs_to_the_end_with_small_previews(tmp_path: Path) -> None:
    _, told = run(ask("image", "t2i", "sea at sunset", steps=20), tmp_path)
    steps = [progress.step for progress in told]
    assert steps == sorted(steps)
    assert steps[-1] == told[-1].step_count == 20
    previews = [progress.preview for progress in told if progress.preview]
    assert len(previews) >= 3
    for preview in previews:
        assert max(Image.open(io.BytesIO(preview)).size) <= 256


def test_a_starting_image_is_restyled_by_strength(tmp_path: Path) -> None:
    start = write_picture(tmp_path / "start.jpg", (320, 192))
    results = [
        run(
            ask(
                "image",
                "i2i",
                "blue watercolor at night",
                strength=strength,
                inputs={"startingImage": start},
            ),
            tmp_path / str(strength),
        )[0].path
        for strength in (0.15, 0.9)
    ]
    assert 1 < _difference(start, results[0]) < _difference(start, results[1])


def test_a_broken_picture_is_refused_in_a_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n but no picture")
    with pytest.raises(RenderError, match="could not be read"):
        run(ask("image", "i2i", "x", inputs={"startingImage": broken}), tmp_path)


def test_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="no renderer"):
        run(ask("hologram", "t2h", "x"), tmp_path)


def test_dynamic_prompts_give_each_variation_its_branch() -> None:
    prompt = "a lighthouse {at dawn|at night|in a storm}, {poster|photo}"
    assert expand_prompt(prompt, 0, 5) == "a lighthouse at dawn, poster"
    assert expand_prompt(prompt, 1, 5) == "a lighthouse at night, photo"
    assert expand_prompt(prompt, 5, 5) == "a lighthouse in a storm, photo"
    assert expand_prompt("{a {big|small} cat|dog}", 1, 0) == "dog"
    assert expand_prompt("no {branch} here", 3, 0) == "no {branch} here"


def test_words_are_understood() -> None:
    brief = read_prompt(
        'Four lighthouses on a stormy coast at night, poster "Low Tide", in teal and gold'
    )
    assert brief.has("lighthouse", "coast")
    assert brief.time == "night"
    assert "storm" in brief.weather
    assert brief.styles == ("poster",)
    assert brief.title == "Low Tide"
    assert len(brief.colours) == 2


@pytest.mark.parametrize("seed", [3, 7])
def test_a_portrait_in_a_place_is_close_by_and_the_place_is_behind(seed: int) -> None:
    def nearness(prompt: str) -> tuple[float, float]:
        """In the middle, where a face is, and in the upper corner."""
        depth = draw(prompt, seed=seed, variation=0, width=256, height=256).depth
        return float(depth[75:175, 95:160].mean()), float(depth[:60, :60].mean())

    face, behind = nearness("a portrait of an old fisherman in a harbour at dawn")
    assert face > 150
    assert behind < 60
    small, _ = nearness("an old fisherman in a harbour at dawn")
    assert small < 100, "without that word the place is the picture"


@pytest.mark.parametrize("seed", [7, 11, 23])
def test_a_scarf_is_wound_round_the_neck_in_its_colour(seed: int) -> None:
    """Seen at the neck and hanging down on one side, where a collar only shows its corner."""

    def green(prompt: str, rows: slice, columns: slice) -> float:
        pixels = draw(prompt, seed=seed, variation=0, width=200, height=200).pixels.astype(int)
        area = pixels[rows, columns]
        return float((area[..., 1] - area[..., [0, 2]].max(-1) > 15).mean())

    person = "portrait of a woman with red hair and a green "
    neck, hanging = (slice(120, 142), slice(76, 124)), (slice(150, 182), slice(107, 122))
    for place in (neck, hanging):
        assert green(person + "scarf", *place) > 0.6
        assert green(person + "blouse", *place) < 0.4


@pytest.mark.parametrize("size", [(480, 480), (320, 480), (640, 400)])
def test_the_title_of_a_poster_keeps_clear_of_the_corner_where_a_page_writes_its_number(
    size: tuple[int, int],
) -> None:
    width, height = size
    prompt = 'a travel poster of a lighthouse titled "Northern Lights"'
    sheet = draw(prompt, seed=2, variation=0, width=width, height=height).pixels.astype(int)
    corner = sheet[-round(min(size) * 0.11) :, : width // 3]
    assert np.abs(corner - sheet[-2, 2]).max() < 12
    line = sheet[-round(min(size) * 0.19) : -round(min(size) * 0.11)]
    assert (np.abs(line - sheet[-2, 2]).max(-1) > 60).any(0)[: width // 3].any()
