"""Landscapes: everything that has a horizon, put together from sky, land, water, things, creatures and weather."""

import numpy as np

from studio.renderers.drawing.canvas import Canvas, colour, ellipse, mix
from studio.renderers.drawing.palette import Palette
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.landscapes import fabled, landmarks, sights, terrain, vehicles
from studio.renderers.scenes.landscapes.creatures import paint_creature
from studio.renderers.scenes.landscapes.flower_field import paint_flower_field
from studio.renderers.scenes.landscapes.inhabitants import SHORES, paint_living
from studio.renderers.scenes.landscapes.jungle import is_jungle, paint_jungle
from studio.renderers.scenes.landscapes.sky import paint_sky
from studio.renderers.scenes.landscapes.volcano import paint_volcano
from studio.renderers.scenes.landscapes.water import paint_water, paint_waves
from studio.renderers.scenes.landscapes.weather import paint_weather
from studio.renderers.scenes.landscapes.winter import paint_floes, paint_snowy_shore
from studio.renderers.scenes.landscapes.woods import is_path, paint_path
from studio.renderers.scenes.motif import paint_in_landscape
from studio.renderers.scenes.stage import Stage, set_stage
from studio.renderers.scenes.towns import skyline

_HARBOURS = {"harbour", "harbor", "marina"}


def paint_world(canvas: Canvas, brief: Brief, palette: Palette) -> Stage:
    """Composes the landscape the brief describes; says how it is laid out."""
    stage = set_stage(canvas, brief, palette)
    canvas.look_at(stage.light_x, (stage.light_y + stage.horizon) / 2)
    paint_sky(stage)
    ground = _paint_far(stage)
    paint_in_landscape(stage, far=True)
    canvas.mark(0.5)
    if stage.water:
        rough = bool({"storm"} & brief.weather) or brief.has("waves", "whale")
        paint_water(stage, calm=0.85 if brief.has("lake") else 0.1 if rough else 0.5)
        if "snow" in brief.weather and not rough:
            paint_floes(stage)
    canvas.mark(0.65)
    _paint_near(stage, ground)
    canvas.mark(0.85)
    paint_weather(stage)
    return stage


def _paint_far(stage: Stage) -> str:
    """Land behind the water or up to the viewer; says what the ground is."""
    canvas, brief = stage.canvas, stage.brief
    if brief.has("bridge"):
        terrain.paint_mountains(stage, layers=2)
        landmarks.paint_bridge(stage)
        if brief.has("train"):
            x = canvas.width * (0.5 + 0.2 * stage.side)
            vehicles.paint_train(stage, x, stage.horizon - canvas.unit * 0.053, canvas.unit * 0.15)
        return "water"
    if brief.has("waterfall") and not is_jungle(brief):
        terrain.paint_mountains(stage, layers=2)
        sights.paint_waterfall(stage)
        if brief.has("forest"):
            _far_shore_trees(stage)
        terrain.paint_hills(stage, layers=1)
        return "hills"
    if brief.has("city"):
        skyline.paint_skyline(stage)
        stage.water = True
        return "city"
    if brief.has("desert"):
        if brief.has("mountains"):
            terrain.paint_mountains(stage, layers=2)
        terrain.paint_dunes(stage)
        return "dunes"
    if stage.water:
        _paint_shore(stage)
        return "water"
    return _paint_ground(stage)


def _paint_shore(stage: Stage) -> None:
    """What stands behind water: mountains, trees of the far shore, a headland with its lighthouse."""
    canvas, brief, rng = stage.canvas, stage.brief, stage.canvas.rng
    if brief.words & _VOLCANIC:
        paint_volcano(stage)
    elif brief.has("mountains") or (
        brief.has("lake") and rng.random() < 0.8 and not brief.refuses("mountains")
    ):
        terrain.paint_mountains(stage, layers=3)
    if brief.has("forest") and brief.has("lake"):
        _far_shore_trees(stage)
    if brief.has("lighthouse"):
        x, y = terrain.paint_headland(stage)
        canvas.look_at(x, y - canvas.unit * 0.15)
        landmarks.paint_lighthouse(
            stage, x, y + canvas.unit * 0.012, canvas.unit * float(rng.uniform(0.3, 0.4))
        )
    elif brief.has("coast") or (
        not brief.has("lake", "boat", "whale", "waves") and rng.random() < 0.5
    ):
        terrain.paint_headland(stage)


def _paint_ground(stage: Stage) -> str:
    brief, rng = stage.brief, stage.canvas.rng
    if is_jungle(brief) or is_path(brief):
        (paint_jungle if is_jungle(brief) else paint_path)(stage)
        return "forest"
    if brief.words & _VOLCANIC:
        paint_volcano(stage)
    elif brief.has("mountains") or (
        not brief.has("hills") and rng.random() < 0.75 and not brief.refuses("mountains")
    ):
        terrain.paint_mountains(stage, layers=4 if not brief.has("forest") else 3)
    if brief.has("forest"):
        terrain.paint_forest(stage)
        return "forest"
    terrain.paint_hills(stage)
    if brief.has("flower") and "snow" not in brief.weather:
        paint_flower_field(stage)
    return "hills"


_VOLCANIC = {"volcano", "volcanoes", "eruption", "erupting", "lava"}


def _far_shore_trees(stage: Stage) -> None:
    saved = stage.horizon
    terrain.paint_forest(stage, layers=1, start=0.14, low=False)
    stage.horizon = saved


def _afloat(stage: Stage, ground: str) -> None:
    """A boat, asked for or by chance where the water would be empty, and a whale."""
    canvas, brief, rng = stage.canvas, stage.brief, stage.canvas.rng
    below = canvas.height - stage.horizon
    if brief.has("tall-ship"):
        return
    if (brief.has("boat") and not brief.words & _HARBOURS) or (
        ground == "water"
        and not brief.subjects
        and rng.random() < 0.5
        and not brief.refuses("boat")
    ):
        x = canvas.width * (0.5 + stage.side * float(rng.uniform(0.06, 0.24)))
        vehicles.paint_boat(
            stage,
            x,
            stage.horizon + below * float(rng.uniform(0.16, 0.3)),
            canvas.unit * float(rng.uniform(0.17, 0.25)),
        )
    if brief.words & _HARBOURS:
        _moored(stage, below)
    if brief.has("whale"):
        x = canvas.width * (0.5 + 0.08 * stage.side)
        paint_creature(stage, "whale", x, stage.horizon + below * 0.2, canvas.unit * 0.3)


def _moored(stage: Stage, below: float) -> None:
    """Boats at rest in a harbour, the far ones first, and lamps along its quay."""
    canvas, rng = stage.canvas, stage.canvas.rng
    if stage.palette.dark > 0.4:
        for place in np.linspace(0.05, 0.95, 9):
            x, y = canvas.width * float(place), stage.horizon - canvas.unit * 0.012
            canvas.disc(x, y, canvas.unit * 0.005, colour("#ffd894"))
            canvas.glow(x, y, canvas.unit * 0.02, colour("#ffb35c") * np.float32(0.4), power=1.6)
    for step, place in enumerate(rng.permutation(np.array([0.14, 0.34, 0.62, 0.86]))):
        depth = 0.06 + 0.11 * step
        vehicles.paint_boat(
            stage,
            canvas.width * float(place + rng.uniform(-0.03, 0.03)),
            stage.horizon + below * depth,
            canvas.unit * (0.1 + 0.035 * step),
        )


def _paint_near(stage: Stage, ground: str) -> None:
    canvas, brief, rng = stage.canvas, stage.brief, stage.canvas.rng
    unit, side = canvas.unit, stage.side
    below = canvas.height - stage.horizon
    if stage.water and (brief.has("waves") or (brief.has("sea") and "storm" in brief.weather)):
        paint_waves(stage)
    if ground == "city":
        skyline.paint_lights(stage)
    _afloat(stage, ground)
    if brief.has("cabin"):
        x = canvas.width * (0.5 + side * float(rng.uniform(0.14, 0.24)))
        foot = stage.horizon + below * (0.14 if stage.water else 0.5)
        village = bool(brief.words & VILLAGES)
        if stage.water:
            _islet(stage, x, foot, unit * (0.52 if village else 0.34))
        if village:
            (_hamlet if stage.water else _village)(stage, x, foot)
        landmarks.paint_cabin(stage, x, foot, unit * 0.22)
    _sights(stage)
    if brief.has("car"):
        terrain.paint_road(stage)
        if not brief.has("bicycle", "motorcycle"):
            x = canvas.width * (0.5 + 0.1 * side)
            vehicles.paint_car(stage, x, stage.horizon + below * 0.72, unit * 0.5)
    if brief.has("lantern"):
        landmarks.paint_lanterns(stage)
    paint_in_landscape(stage, far=False)
    hand = paint_living(stage, ground)
    if _is_festive(brief):
        fabled.paint_party_balloons(stage, hand if brief.has("balloon") else None)


VILLAGES = {"village", "villages", "houses", "cottages", "homes", "hamlet"}


def _village(stage: Stage, x: float, foot: float) -> None:
    """The other houses of a village, the far ones first and smaller."""
    canvas, rng = stage.canvas, stage.canvas.rng
    below = canvas.height - stage.horizon
    for step, aside in enumerate((-0.72, -0.3, -1.0, -0.52)):
        t = step / 3
        spot = x + stage.side * canvas.width * (aside * 0.62 + float(rng.normal(0, 0.02)))
        spot = min(max(spot, canvas.unit * 0.12), canvas.width - canvas.unit * 0.12)
        up = foot - below * (0.3 - 0.26 * t)
        landmarks.paint_cabin(stage, spot, up, canvas.unit * (0.1 + 0.08 * t))


def _hamlet(stage: Stage, x: float, foot: float) -> None:
    """The other houses of a village by the water, on its islet, and one on a shore of its own."""
    unit = stage.canvas.unit
    away = stage.canvas.width * 0.5 - stage.side * unit * 0.3
    _islet(stage, away, foot - unit * 0.02, unit * 0.24)
    landmarks.paint_cabin(stage, away, foot - unit * 0.02, unit * 0.12)
    for aside, size in ((-0.34, 0.13), (0.33, 0.14), (-0.18, 0.16)):
        spot = min(max(x + aside * unit, unit * 0.1), stage.canvas.width - unit * 0.1)
        landmarks.paint_cabin(stage, spot, foot - unit * 0.012, unit * size)


def _is_festive(brief: Brief) -> bool:
    """Whether there is a party, or a child with a balloon, so that balloons are those on strings."""
    held = brief.has("balloon") and bool(brief.words & _CHILDREN)
    return (held or bool(brief.words & _FESTIVE)) and not brief.words & _IN_BASKETS


_FESTIVE = {"birthday", "party", "celebration", "festive"}
_CHILDREN = {"girl", "boy", "child", "kid"}
_IN_BASKETS = {"hot-air", "hot", "airship", "ride"}
"""What tells a balloon that carries people from one on a string."""


def _sights(stage: Stage) -> None:
    """Castle, train, beach and palms, dragon and balloons."""
    canvas, brief, rng = stage.canvas, stage.brief, stage.canvas.rng
    unit, side, below = canvas.unit, stage.side, canvas.height - stage.horizon
    if brief.has("castle"):
        x = canvas.width * (0.5 + side * float(rng.uniform(0.08, 0.2)))
        sights.paint_castle(stage, x, stage.horizon - unit * 0.06, unit * 0.42)
        if stage.water:
            _islet(stage, x, stage.horizon + unit * 0.1, unit * 0.5)
        else:
            terrain.paint_hills(stage, layers=2)
    if brief.has("train") and not brief.has("bridge"):
        vehicles.paint_train(
            stage, canvas.width * (0.5 + 0.24 * side), stage.horizon + below * 0.5, unit * 0.3
        )
    if stage.water and "snow" in brief.weather and not brief.has("city", "boat", "palm", "bridge"):
        paint_snowy_shore(stage)
    elif stage.water and (brief.has("palm") or brief.words & SHORES):
        sights.paint_beach(stage)
    if brief.has("palm"):
        sights.paint_palms(stage)
    if brief.has("dragon"):
        fabled.paint_dragon(stage)
    if brief.has("balloon") and not _is_festive(brief):
        _balloons(stage)


def _islet(stage: Stage, x: float, y: float, size: float) -> None:
    """A low green hump in the water with its shade below it."""
    base = mix(stage.palette.near, stage.palette.haze, 0.16)
    along = np.linspace(-1, 1, 30)
    round_ = np.sqrt(1 - along**2)
    rough = 1 + 0.25 * np.sin(along * 9 + float(stage.canvas.rng.uniform(0, 6)))
    crest = np.stack([x + along * size, y + size * (0.03 - 0.1 * round_ * rough)], -1)
    foot = np.stack([x + along * size, y + size * (0.03 + 0.025 * round_)], -1)[::-1]
    shade = ellipse(x, y + size * 0.07, size * 0.96, size * 0.07)
    stage.canvas.shape([shade], stage.palette.near, alpha=0.3, blur=size * 0.02)
    stage.canvas.shape([np.vstack([crest, foot])], base, fade=stage.palette.near, depth=0.6)


def _balloons(stage: Stage) -> None:
    canvas, rng, accents = stage.canvas, stage.canvas.rng, stage.palette.accents
    for index, size in enumerate((0.09, 0.13, 0.34)):
        x = canvas.width * (0.5 + stage.side * (0.2, -0.3, 0.1)[index] + float(rng.normal(0, 0.03)))
        y = stage.horizon * (0.62, 0.45, 0.72)[index]
        start = index % len(accents)
        hues = (
            accents[start],
            accents[(start + 1) % len(accents)],
            accents[(start + 3) % len(accents)],
        )
        vehicles.paint_balloon(stage, x, y, canvas.unit * size, hues)
