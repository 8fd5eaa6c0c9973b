"""Who lives in a landscape: birds, animals on a knoll or a branch, people."""

import numpy as np

from studio.renderers.drawing.canvas import mix
from studio.renderers.prompts.words import number_of
from studio.renderers.scenes.landscapes import terrain
from studio.renderers.scenes.landscapes.creatures import paint_birds, paint_creature
from studio.renderers.scenes.landscapes.people import hand_of, people_sizes
from studio.renderers.scenes.landscapes.winter import snow_hue
from studio.renderers.scenes.landscapes.woods import is_path
from studio.renderers.scenes.stage import Stage

WALKERS = ("fox", "cat", "dog", "deer", "horse", "owl", "person", "portrait")
SHORES = {"beach", "cove", "island", "shore"}
_ALONE = {"deer": 0.4, "horse": 0.42, "owl": 0.34, "person": 0.42}
_BESIDE_PEOPLE = {
    "cat": 0.14,
    "dog": 0.21,
    "fox": 0.2,
    "deer": 0.36,
    "horse": 0.48,
    "owl": 0.2,
    "person": 0.42,
}
"""How tall they are, in shares of a picture's shorter side; an animal beside somebody has its own size."""
_BESIDE_BIRDS = {"bird", "sun", "moon", "sea", "waves", "lake", "hills", "forest"}
"""What leaves a flock the main thing of a picture."""


def paint_living(stage: Stage, ground: str) -> tuple[float, float] | None:
    """Birds, animals and people; the first one's hand, in pixels."""
    canvas, brief = stage.canvas, stage.brief
    kinds = [kind for kind in WALKERS if brief.has(kind)]
    _birds(stage, ground, walkerless=not kinds)
    hand, people = None, 0
    company = _company(stage, kinds)
    tall = _BESIDE_PEOPLE if any(kind == "person" for kind, _ in company) else _ALONE
    places = _line_up(stage, [kind for kind, _ in company], apart=tall is _ALONE)
    for index, ((kind, share), x) in enumerate(zip(company, places, strict=True)):
        size = canvas.unit * share * tall.get(kind, 0.38)
        foot = canvas.height - canvas.unit * 0.085
        if kind == "owl":
            _branch(stage, x, foot - size * 0.4, size)
            paint_creature(stage, kind, x, foot - size * 0.42, size)
            continue
        if index == 0 and not (stage.water and brief.words & SHORES) and not is_path(brief):
            _knoll(stage, x, foot, size)
        paint_creature(stage, kind, x, foot, size, number=people)
        if kind == "person":
            hand = hand or hand_of(x, foot, size, flip=stage.light_x < x)
            people += 1
    return hand


def _line_up(stage: Stage, kinds: list[str], *, apart: bool) -> list[float]:
    """Where each of them stands, from the light on, so that the last one is within the picture; in pixels."""
    unit, at = stage.canvas.unit, 0.0
    steps: list[float] = []
    for number, kind in enumerate(kinds):
        at += 0.0 if number == 0 else unit * (0.2 if kind == "person" else 0.36 if apart else 0.24)
        steps.append(at)
    start = stage.light_x + stage.light_radius * 0.2
    if len(kinds) > 1:
        start = max(
            min(start, stage.canvas.width - at - unit * (0.33 if apart else 0.16)), unit * 0.16
        )
    return [start + step for step in steps]


def _birds(stage: Stage, ground: str, *, walkerless: bool) -> None:
    """The flock that was named, else by chance a small one far off where nobody walks."""
    canvas, brief, rng = stage.canvas, stage.brief, stage.canvas.rng
    if brief.has("bird"):
        alone = not {*brief.subjects} - _BESIDE_BIRDS  # beside a lighthouse they are small
        paint_birds(
            stage,
            stage.light_x + stage.light_radius * (0.3 if alone else 2.2 * stage.side),
            stage.light_y * (1 if alone else 0.8),
            canvas.unit * (0.5 if alone else 0.16),
            count=12,
        )
    elif (
        ground in ("water", "hills")
        and walkerless
        and rng.random() < 0.4
        and not brief.refuses("bird")
    ):
        paint_birds(
            stage,
            canvas.width * float(rng.uniform(0.3, 0.7)),
            stage.horizon * 0.45,
            canvas.unit * 0.09,
            count=7,
        )


def _company(stage: Stage, kinds: list[str]) -> list[tuple[str, float]]:
    """Who stands there, people first, and how tall beside a grown one; four at most."""
    named = list(dict.fromkeys("person" if kind == "portrait" else kind for kind in kinds))[:2]
    named.sort(key=lambda kind: kind != "person")
    found: list[tuple[str, float]] = []
    for kind in named:
        several = [1.0, 0.9, 0.96, 0.86][: number_of(stage.brief, kind)]
        found += [(kind, share) for share in (people_sizes(stage) if kind == "person" else several)]
    return found[:4]


def _knoll(stage: Stage, x: float, foot: float, size: float) -> None:
    canvas, palette = stage.canvas, stage.palette
    rise = np.exp(-(((canvas.x[0] - x) / (size * 1.9)) ** 2)) * size * 0.16
    rough = (canvas.rng.random(canvas.width).astype(np.float32)) * canvas.unit * 0.009
    line = foot + size * 0.15 - rise - rough
    ground = snow_hue(stage) if "snow" in stage.brief.weather else palette.near
    terrain.paint_land(
        stage,
        line.astype(np.float32),
        ground,
        mix(ground, palette.near, 0.3),
        depth=0.95,
        reach=canvas.unit * 0.2,
    )


def _branch(stage: Stage, x: float, y: float, size: float) -> None:
    canvas, palette = stage.canvas, stage.palette
    edge = 0.0 if x < canvas.width / 2 else float(canvas.width)
    far = x + (x - edge) * 0.35
    points = [
        (edge, y + size * 0.2),
        (x, y - size * 0.04),
        (far, y - size * 0.1),
        (far, y - size * 0.08),
        (x, y + size * 0.05),
        (edge, y + size * 0.4),
    ]
    canvas.shape([np.array(points)], palette.near, depth=0.9)
