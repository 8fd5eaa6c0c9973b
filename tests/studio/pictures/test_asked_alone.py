"""What is asked for is there, as often as it was named and where; what was not is not; and it can be seen."""

from typing import Any

import cv2
import numpy as np
import pytest

from studio.renderers.drawing.canvas import Canvas, colour
from studio.renderers.drawing.palette import choose_palette, difference
from studio.renderers.motifs import company
from studio.renderers.motifs.catalogue import MOTIFS
from studio.renderers.pictures.image import draw
from studio.renderers.prompts.words import number_of, read_prompt
from studio.renderers.scenes import compose as composing
from studio.renderers.scenes import motif
from studio.renderers.scenes.backdrop import set_off
from studio.renderers.scenes.landscapes import fabled, landmarks, sights
from studio.renderers.scenes.landscapes.creatures import paint_creature
from studio.renderers.scenes.persons import robots
from studio.renderers.scenes.stage import set_stage
from studio.renderers.scenes.things import butterflies, solids
from studio.renderers.scenes.things.flowers import paint_flowers


def _drawn(prompt: str, **more: Any) -> Any:
    return draw(prompt, **({"seed": 3, "variation": 0, "width": 240, "height": 180} | more)).pixels


def _called(monkeypatch: pytest.MonkeyPatch, where: Any, name: str) -> list[tuple[Any, ...]]:
    """The calls of a painter, which paints all the same."""
    calls: list[tuple[Any, ...]] = []
    real = getattr(where, name)

    def heard(*given: Any, **named: Any) -> Any:
        calls.append(given)
        return real(*given, **named)

    monkeypatch.setattr(where, name, heard)
    return calls


@pytest.mark.parametrize(
    ("prompt", "count"),
    [
        ("a blue ceramic vase and an orange ball", 2),
        ("a blue vase, product shot", 1),
        ("a red ball", 1),
        ("a silver sphere on a grey background", 1),
        ("two green balls", 2),
        ("three marbles", 3),
        ("a gold ring", 1),
    ],
)
def test_no_ball_lies_there_that_nobody_asked_for(
    prompt: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = _called(monkeypatch, solids, "march")
    for variation in (0, 1):
        _drawn(prompt, variation=variation, width=48, height=32)
    assert [len(things) for _, things, *_ in shown] == [count, count]


def test_red_balls_are_all_red_before_the_background_that_was_said() -> None:
    pixels = _drawn("three red balls on a blue background").astype(int)
    red = pixels[..., 0] > pixels[..., 2] + 40
    blue = pixels[..., 2] > pixels[..., 0] + 40
    assert 0.05 < red.mean() < 0.5
    assert (red | blue).mean() > 0.93


@pytest.mark.parametrize(
    "prompt", ["a blue butterfly on a flower", "a red butterfly", "a yellow butterfly"]
)
def test_a_butterfly_has_other_colours_than_the_flowers_behind_it(
    prompt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    wings = _called(monkeypatch, butterflies, "butterfly")
    behind = _drawn_without(monkeypatch, prompt)
    hue = wings[-1][3]
    assert difference(hue, behind) > 40


def _drawn_without(monkeypatch: pytest.MonkeyPatch, prompt: str) -> Any:
    """The colour in the middle of the flowers, in linear light."""
    seen: list[Any] = []
    real = paint_flowers

    def flowers(canvas: Canvas, *given: Any, **named: Any) -> None:
        real(canvas, *given, **named)
        rows, columns = (
            slice(int(side * 0.4), int(side * 0.6)) for side in (canvas.height, canvas.width)
        )
        seen.append(np.median(canvas.rgb[rows, columns].reshape(-1, 3), axis=0))

    monkeypatch.setattr(butterflies, "paint_flowers", flowers)
    _drawn(prompt)
    return seen[0].astype(np.float32)


@pytest.mark.parametrize("seed", range(4))
def test_the_wings_of_a_butterfly_are_within_the_picture(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(butterflies, "paint_flowers", lambda *_, **__: None)
    prompt = "a white butterfly"
    brief = read_prompt(prompt)
    canvas = Canvas(240, 180, np.random.default_rng(seed))
    butterflies.paint_butterfly(canvas, brief, choose_palette(brief, canvas.rng, 0))
    large = _largest(canvas.rgb.max(-1) > 0.3)
    rows, columns = np.nonzero(large)
    assert rows.min() > 1
    assert rows.max() < 178
    assert columns.min() > 1
    assert columns.max() < 238


def _largest(mask: Any) -> Any:
    _, labels, stats, _ = cv2.connectedComponentsWithStats(
        cv2.dilate(mask.astype(np.uint8), np.ones((5, 5), np.uint8))
    )
    return labels == 1 + int(stats[1:, cv2.CC_STAT_AREA].argmax())


@pytest.mark.parametrize(
    "prompt", ["a village by a lake in spring", "a picnic by the river", "springtime in the hills"]
)
def test_what_is_pictured_by_day_is_by_day_in_every_variation(prompt: str) -> None:
    brief = read_prompt(prompt)
    times = {choose_palette(brief, np.random.default_rng(1), turn).time for turn in range(12)}
    assert times == {"day"}
    night = read_prompt(f"{prompt} at night")
    assert choose_palette(night, np.random.default_rng(1), 0).time == "night"


@pytest.mark.parametrize(
    ("prompt", "count"),
    [
        ("a castle of robots, pixel art", 3),
        ("a robot in front of a castle", 1),
        ("two robots at a castle", 2),
    ],
)
def test_robots_are_shown_in_the_place_that_is_named(
    prompt: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    castles = _called(monkeypatch, sights, "paint_castle")
    built = _called(monkeypatch, robots, "_build")
    _drawn(prompt)
    assert len(castles) == 1
    assert len(built) == count
    assert all(0 < foot[0] < 240 and size < 0.7 * 180 for _, _, _, foot, size, _ in built)


@pytest.mark.parametrize(
    ("prompt", "subject", "count"),
    [
        ("an island of cats", "cat", 3), ("a cat", "cat", 1), ("two foxes", "fox", 2), ("puppies at play", "dog", 3),
        ("a cat and two dogs", "cat", 1), ("a flock of flamingos", "flamingo", 4), ("the wolf's forest", "wolf", 1),
        ("two wolves", "wolf", 2), ("three mice", "mouse", 3), ("mice in a field", "mouse", 3), ("a mouse", "mouse", 1),
        ("a herd of sheep", "sheep", 4), ("a herd of wild deer", "deer", 4), ("a flock of sheep", "sheep", 4),
        ("a sheep", "sheep", 1), ("two sheep", "sheep", 2), ("two calves", "cow", 2), ("2 cats", "cat", 2),
        ("10 dogs", "dog", 10), ("six cats", "cat", 6), ("two big brown dogs", "dog", 2),
        ("the cats of four friends", "cat", 3), ("a couple walking dogs", "dog", 3), ("two men walking dogs", "dog", 3),
        ("two trees, cats", "cat", 3), ("a cat with two hats", "cat", 1), ("a couple of old horses", "horse", 2),
        ("a pair of cat ears", "cat", 1), ("two cats and dogs", "dog", 3), ("a dog in 2077", "dog", 1),
        ("school buses", "bus", 3), ("a group of three dogs", "dog", 3), ("five hot dogs", "dog", 1),
        ("three small-birds", "songbird", 3),
        ("two oak trees", "tree", 2), ("a family of foxes", "fox", 3), ("cats, cats, three cats", "cat", 3),
    ],
)  # fmt: skip
def test_a_number_is_read_of_what_it_is_said(prompt: str, subject: str, count: int) -> None:
    assert number_of(read_prompt(prompt), subject) == count


@pytest.mark.parametrize(
    ("prompt", "count"),
    [
        ("two swans on a lake", 2), ("a swan on a lake, two trees", 1), ("a flock of swans on a lake", 3),
        ("10 swans on a lake", 3), ("a windmill for three families", 1), ("two windmills in a field", 2),
        ("two children playing football in a field", 2), ("a couple doing yoga on the beach", 2),
        ("a tent of a family in the mountains", 1), ("three churches in a field", 3), ("churches in a field", 1),
    ],
)  # fmt: skip
def test_as_many_of_a_thing_stand_in_a_landscape_as_are_said_of_it(
    prompt: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = _called(monkeypatch, motif, "_set")
    _drawn(prompt)
    assert len(drawn) == count


@pytest.mark.parametrize(
    ("prompt", "count"),
    [
        ("three red balls", 3), ("a ball for two", 1), ("6 small shiny glass spheres", 6), ("balls", 4),
        ("two cups and balls", 4), ("a red ball", 1), ("12 balls", 12), ("a cup", 0), ("a marble bust", 0),
    ],
)  # fmt: skip
def test_balls_are_counted_as_everything_is(prompt: str, count: int) -> None:
    assert solids._count(read_prompt(prompt), solids._BALLS) == count


@pytest.mark.parametrize(
    ("prompt", "two"),
    [
        ("wolves dancing", True), ("mice dancing", True), ("2 women dancing", True), ("seven men", False),
        ("3 people dancing", False), ("a wolf dancing", False), ("both robots", True),
    ],
)  # fmt: skip
def test_two_of_whom_are_told_are_counted_as_everything_is(prompt: str, two: bool) -> None:
    assert company.are_two(read_prompt(prompt).words, by_nature=False) == two


def test_an_animal_is_seen_on_the_planet_and_two_where_they_are_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heads = _called(monkeypatch, composing, "paint_head")
    spaces = _called(monkeypatch, composing, "paint_cosmos")
    friends = _called(monkeypatch, composing, "paint_friends")
    _drawn("a planet of cats")
    assert (len(heads), len(spaces)) == (1, 1)
    _drawn("two bears in the snow")
    assert len(friends) == 1


@pytest.mark.parametrize("kind", ["fox", "dog", "deer", "horse", "person"])
@pytest.mark.parametrize("time", ["sunset", "dusk", "night"])
def test_whoever_stands_in_the_evening_is_more_than_a_black_shape(kind: str, time: str) -> None:
    brief = read_prompt(f"a {kind} on a hill at {time}")
    canvas = Canvas(200, 200, np.random.default_rng(4))
    stage = set_stage(canvas, brief, choose_palette(brief, canvas.rng, 0))
    paint_creature(stage, kind, 100, 190, 150)
    body = canvas.rgb[canvas.depth > 0.89]
    near = stage.palette.near
    own = np.median(body, axis=0).astype(np.float32)
    assert difference(own, near) > 20
    assert difference(own, near) < 110, "it is evening all the same"


def test_a_dragon_does_not_hide_the_castle(monkeypatch: pytest.MonkeyPatch) -> None:
    castles = _called(monkeypatch, sights, "paint_castle")
    dragons = _called(monkeypatch, fabled, "paint_dragon")
    for seed in range(3):
        made = draw("a dragon flying over a castle", seed=seed, variation=0, width=240, height=180)
        assert len(dragons) == seed + 1
        assert abs(castles[seed][1] - made.focus[0] * 240) > 0.25 * 240


@pytest.mark.parametrize(
    ("prompt", "subject", "hue"),
    [
        ("a house made of dark chocolate", "cabin", "#5f3720"), ("a gingerbread house", "cabin", "#b5723a"),
        ("a castle made of ice", "castle", "#c4e6f4"), ("a red house made of wood", "cabin", "#d6322f"),
        ("a house with a chocolate cake", "cabin", None), ("a glass of wine in a castle", "castle", None),
        ("winter forest, snow, fox", "fox", None), ("dog in the snow. Fox behind", "fox", None),
        ("beach, sand, horse, sunset", "horse", None), ("candles, gold, cat portrait", "cat", None),
        ("a road of stone, car parked", "car", None), ("children play in the sand, dog watching", "dog", None),
        ("an old ice castle", "castle", "#c4e6f4"),
    ],
)  # fmt: skip
def test_a_thing_has_the_colour_of_what_it_is_made_of(
    prompt: str, subject: str, hue: str | None
) -> None:
    assert read_prompt(prompt).colour_of(subject) == hue


def test_a_house_has_the_colour_that_was_said_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    walls = _called(monkeypatch, landmarks, "_walls")
    _drawn("a blue house on a hill at noon")
    wall = walls[0][-1]
    assert difference(wall, colour("#2763c4")) < 12


@pytest.mark.parametrize("coat", ["#f4f2ec", "#3a3838", "#9fb0c0"])
def test_a_head_is_set_off_from_a_place_that_has_its_colour(coat: str) -> None:
    canvas = Canvas(200, 150, np.random.default_rng(1))
    canvas.rgb[:] = colour(coat)
    set_off(canvas, colour(coat), (100, 75), 40)
    assert difference(colour(coat), canvas.rgb[75, 100]) > 30
    untouched = canvas.rgb.copy()
    set_off(canvas, colour("#d6322f"), (100, 75), 40)
    assert (canvas.rgb == untouched).all()


def test_a_thing_before_its_own_colour_is_still_seen() -> None:
    """A tree in autumn before an autumn wood: what is behind it steps back."""
    brief = read_prompt("a treehouse in autumn at sunset")
    canvas = Canvas(240, 180, np.random.default_rng(2))
    stage = set_stage(canvas, brief, choose_palette(brief, canvas.rng, 0))
    canvas.rgb[:] = colour("#7a5436")
    area, before = (slice(20, 160), slice(40, 200)), canvas.rgb[20:160, 40:200].copy()
    canvas.rgb[60:120, 90:150] = colour("#8a6040")
    motif._stand_out(stage, area, before)
    behind = canvas.rgb[59, 120]
    assert difference(canvas.rgb[90, 120], colour("#8a6040")) < 1
    assert (
        difference(behind, colour("#8a6040")) > difference(colour("#7a5436"), colour("#8a6040")) + 5
    )
    assert difference(canvas.rgb[150, 50], colour("#7a5436")) < 2


def test_a_bird_on_a_branch_has_the_colour_that_was_said_of_it() -> None:
    brief = read_prompt("a yellow bird on a branch")
    assert "songbird" in brief.subjects
    hue = MOTIFS["songbird"].hue(brief, "songbird", np.random.default_rng(1))
    assert difference(hue, colour("#f6d23c")) < 1
    bicycle = MOTIFS["cyclist"].hue(
        read_prompt("a girl on a green bicycle"), "cyclist", np.random.default_rng(1)
    )
    assert difference(bicycle, colour("#2f9e5b")) < 1


def test_a_cyclist_at_sunset_is_out_of_doors(monkeypatch: pytest.MonkeyPatch) -> None:
    worlds = _called(monkeypatch, composing, "paint_world")
    _drawn("a cyclist at sunset")
    assert len(worlds) == 1
    _drawn("a ballerina at night")
    assert len(worlds) == 1, "she dances on a stage"


@pytest.mark.parametrize(
    ("prompt", "painter"),
    [
        ("abstract blue and gold waves", "paint_abstract"), ("a snowman in a winter garden", "paint_keepsake"),
        ("a red sports car, studio shot", "paint_car"), ("a blue vase with yellow tulips", "paint_bunch"),
        ("a rabbit in the snow", "paint_weather"),
    ],
)  # fmt: skip
def test_a_prompt_is_painted_as_what_it_says(
    prompt: str, painter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = _called(monkeypatch, composing, painter)
    _drawn(prompt)
    assert len(calls) == 1


def test_the_street_of_a_village_has_no_neon_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    streets = _called(monkeypatch, composing, "paint_street")
    houses = _called(monkeypatch, landmarks, "paint_cabin")
    _drawn("an old village street")
    assert not streets
    assert len(houses) > 2
