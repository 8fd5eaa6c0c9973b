"""Woods from within: a path that winds to the light under old trees, in any season."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Points, colour, ellipse, mix
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.stage import Stage

_PATHS = frozenset(
    {"path", "pathway", "trail", "footpath", "lane", "walkway", "woodland-walk", "alley-of-trees"}
)
_WOODED = frozenset({"park", "woods", "wood", "trees", "leaves", "garden", "forest"})
_LEAVES = {
    "autumn": ("#d9772b", "#c8452a", "#e8b23a", "#a84a24"),
    "spring": ("#9fc45a", "#f2b6c8", "#7fae4a", "#f6d0dc"),
    "snow": ("#e4ecf2", "#c4d2de", "#f4f8fa", "#a8bac8"),
    "summer": ("#4f8f3f", "#6fae4a", "#3a7038", "#8fbf5a"),
}


def is_path(brief: Brief) -> bool:
    """Whether a way between trees is asked for."""
    leafy = (
        brief.has("forest", "tree")
        or bool(brief.weather & {"autumn"})
        or bool(brief.words & _WOODED)
    )
    return (
        bool(brief.words & _PATHS) and leafy and not brief.has("mountains", "sea", "city", "desert")
    )


def _leaves(stage: Stage) -> list[Array]:
    """The colours leaves have in that season and light."""
    weather, dark = stage.brief.weather, stage.palette.dark
    season = next((name for name in ("snow", "autumn", "spring") if name in weather), "summer")
    return [mix(colour(code), stage.palette.near, 0.15 + 0.55 * dark) for code in _LEAVES[season]]


def paint_path(stage: Stage) -> None:
    """A way that winds to the light between two rows of trees, leaves above and on the ground."""
    canvas, palette = stage.canvas, stage.palette
    leaves = _leaves(stage)
    level = canvas.height * 0.56
    far = mix(mix(leaves[0], leaves[2], 0.5), mix(palette.horizon, palette.light, 0.5), 0.6)
    canvas.paint(np.full(canvas.rgb.shape[:2], 0.8, np.float32), far)
    canvas.glow(
        stage.light_x,
        level - canvas.unit * 0.08,
        canvas.unit * 0.3,
        palette.light * np.float32(0.7),
        power=1.3,
    )
    _floor(stage, level, leaves, far)
    for step in range(6):
        _row(stage, level, step / 5, leaves, far)
    _rays(stage, level)
    _fallen(stage, level, leaves)
    canvas.look_at(stage.light_x, level)


def _way(stage: Stage, level: float, t: float) -> tuple[float, float, float]:
    """The path's middle, row and half width, from far off (0) to the viewer (1)."""
    canvas = stage.canvas
    bend = stage.side * canvas.unit * 0.16 * float(np.sin(t * 3.0)) * (1 - t * 0.55)
    middle = stage.light_x + (canvas.width / 2 - stage.light_x) * t + bend
    return middle, level + (canvas.height - level) * t**1.3, canvas.unit * (0.012 + 0.26 * t**1.5)


def _floor(stage: Stage, level: float, leaves: list[Array], far: Array) -> None:
    """The wood's floor under litter, and the path on it."""
    canvas, palette = stage.canvas, stage.palette
    down = np.clip((canvas.y - level) / (canvas.height - level), 0, 1)
    litter = mix(mix(leaves[3], colour("#4a3a28"), 0.45), palette.near, 0.2 + 0.3 * palette.dark)
    if "snow" in stage.brief.weather:
        litter = mix(leaves[0], palette.near, 0.1)
    grain = canvas.noise(40, octaves=3)[..., None]
    body = (
        (far + (litter - far) * np.minimum(down * 3, 1)[..., None])
        * (0.78 + 0.44 * grain)
        * (1.05 - 0.3 * down[..., None])
    )
    mask = np.ascontiguousarray(
        np.broadcast_to(np.clip(canvas.y - level, 0, 1), canvas.rgb.shape[:2]), np.float32
    )
    canvas.paint(mask, body.astype(np.float32), depth=(0.3 + 0.6 * down).astype(np.float32))
    ways = [_way(stage, level, float(t)) for t in np.linspace(0, 1.06, 40)]
    soil = colour("#eef2f6" if "snow" in stage.brief.weather else "#d8b98a")
    earth = mix(mix(soil, palette.horizon, 0.25), palette.near, 0.1 + 0.5 * palette.dark)
    for grow, tone, alpha in ((1.12, litter * np.float32(0.7), 0.6), (1.0, earth, 1.0)):
        edge = [(x - half * grow, y) for x, y, half in ways] + [
            (x + half * grow, y) for x, y, half in reversed(ways)
        ]
        canvas.shape(
            [np.array(edge)],
            mix(tone, far, 0.3),
            fade=tone * np.float32(0.8),
            alpha=alpha,
            blur=canvas.unit * 0.004,
        )


def _row(stage: Stage, level: float, t: float, leaves: list[Array], far: Array) -> None:
    """The trees of one distance on both sides, with their crowns."""
    canvas, rng, unit = stage.canvas, stage.canvas.rng, stage.canvas.unit
    bark = mix(
        mix(colour("#4a3426"), stage.palette.near, 0.3 + 0.3 * stage.palette.dark),
        far,
        0.72 * (1 - t) ** 1.2,
    )
    trunks: list[Points] = []
    for side in (-1, 1):
        for number in range(4 if t < 0.5 else 2):
            middle, foot, half = _way(stage, level, t * 0.82)
            out = half + unit * (
                0.05 + 0.12 * t + (0.1 + 0.2 * t) * number + float(rng.uniform(0, 0.05))
            )
            thick = unit * (0.008 + 0.05 * t**1.4) * float(rng.uniform(0.75, 1.2))
            trunks += _trunk(
                middle + side * out,
                foot + unit * 0.02 * t,
                thick,
                float(rng.normal(0, 0.05)),
                canvas.height,
            )
    canvas.shape(trunks, bark * np.float32(1.1), fade=bark * np.float32(0.75), depth=0.4 + 0.5 * t)
    top = level - unit * (0.02 + 0.3 * t)
    for tone in range(4):
        hue = mix(leaves[tone], far, 0.6 * (1 - t)) * np.float32(0.82 + 0.1 * tone)
        blobs = []
        for _ in range(22 if "snow" in stage.brief.weather else 110):
            aside = float(rng.uniform(0, 1)) ** 0.8 * (1 if rng.random() < 0.5 else -1)
            x = stage.light_x + aside * canvas.width * 0.62 + aside * unit * 0.05
            y = (
                top
                - float(rng.uniform(-0.16, 1)) * top * (0.35 + 0.65 * t)
                + unit * 0.2 * (1 - t) * (abs(aside) - 0.3)
            )
            y -= unit * 0.26 * t * (1 - min(abs(aside) * 1.3, 1))
            reach = unit * float(rng.uniform(0.01, 0.024)) * (0.8 + 1.5 * t)
            blobs.append(ellipse(x, y, reach * 1.3, reach, turn=float(rng.uniform(0, 3)), count=14))
        canvas.shape(blobs, hue, alpha=0.9, depth=0.4 + 0.5 * t)


def _trunk(x: float, foot: float, thick: float, lean: float, height: float) -> list[Points]:
    """A trunk that widens at the roots and runs out above, and a bough."""
    tall = height * 1.1
    tip = x + lean * tall
    stem = np.array(
        [
            (x - thick * 1.7, foot),
            (x - thick * 0.8, foot - thick * 1.6),
            (tip - thick * 0.4, foot - tall),
            (tip + thick * 0.4, foot - tall),
            (x + thick * 0.8, foot - thick * 1.6),
            (x + thick * 1.7, foot),
        ]
    )
    at, way = foot - thick * 9, 1 if lean > 0 else -1
    mid = x + lean * thick * 9
    bough = np.array(
        [
            (mid, at),
            (mid + way * thick * 5, at - thick * 5),
            (mid + way * thick * 5, at - thick * 5.5),
            (mid, at - thick * 1.2),
        ]
    )
    return [stem, bough]


def _rays(stage: Stage, level: float) -> None:
    """Shafts of light from between the crowns."""
    canvas, unit = stage.canvas, stage.canvas.unit
    if stage.palette.dark > 0.7:
        return
    for step in range(4):
        x = stage.light_x + unit * (0.1 * step - 0.16)
        lean = unit * (0.12 * step - 0.1) - stage.side * unit * 0.2
        beam = np.array(
            [
                (x, -unit * 0.02),
                (x + unit * 0.04, -unit * 0.02),
                (x + lean + unit * 0.16, level + unit * 0.3),
                (x + lean, level + unit * 0.3),
            ]
        )
        canvas.shape(
            [beam], mix(stage.palette.light, colour("#fff0c8"), 0.5), alpha=0.11, blur=unit * 0.016
        )


def _fallen(stage: Stage, level: float, leaves: list[Array]) -> None:
    """Leaves on the ground, larger towards the viewer, more beside the path than on it."""
    canvas, rng, unit = stage.canvas, stage.canvas.rng, stage.canvas.unit
    if "snow" in stage.brief.weather:
        return
    many = 130 if "autumn" in stage.brief.weather else 34
    for tone in range(4):
        spots = []
        for _ in range(many):
            t = float(rng.uniform(0.1, 1)) ** 0.7
            middle, y, half = _way(stage, level, t)
            x = middle + float(rng.normal(0, 1)) * (half * 1.2 + unit * 0.2)
            reach = unit * (0.003 + 0.009 * t)
            spots.append(
                ellipse(x, y, reach * 1.5, reach * 0.7, turn=float(rng.normal(0, 0.5)), count=8)
            )
        canvas.shape(spots, leaves[tone] * np.float32(1.05), alpha=0.9)
