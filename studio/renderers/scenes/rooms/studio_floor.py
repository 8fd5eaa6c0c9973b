"""What a single thing stands before where no place is named: a seamless sweep, a wall, a table, a garden, a fire."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, colour, mix, smoothstep
from studio.renderers.prompts.vocabulary import COLOUR_WORDS
from studio.renderers.scenes.food.tabletop import counter
from studio.renderers.scenes.landscapes.venues import paint_court, paint_pitch, paint_stage

_WALLS = ("#e6d8c4", "#8fc4c2", "#f0b8a0", "#86aede", "#bcd49a", "#f2cf8a", "#b9a2dc", "#f4e2b8")


def paint_floor(
    canvas: Canvas, kind: str, hue: Array, dark: float, words: frozenset[str] = frozenset()
) -> float:
    """Fills the canvas for a thing of the colour `hue`; says where its foot stands, as a share of the height.

    `dark` is how much of the light is gone, 0 … 1. `words` may name the background's colour.
    """
    walls = [colour(code) for code in _WALLS]
    apart = [float(np.abs(np.sqrt(wall) - np.sqrt(hue)).sum()) for wall in walls]
    best = np.argsort(apart)[-4:]
    wall = walls[int(best[int(canvas.rng.integers(4))])] * np.float32(1 - 0.55 * dark)
    said = next(
        (
            code
            for name, code in COLOUR_WORDS.items()
            if words & {f"{name}-{what}" for what in BEHIND}
        ),
        None,
    )
    if said is not None:
        _sweep(canvas, mix(colour(said), wall, 0.06))
        return 0.74
    if kind in _VENUES:
        return _VENUES[kind](canvas)
    if kind == "garden":
        _garden(canvas, dark)
        return 0.9
    if kind == "fire":
        _fire(canvas)
        return 0.72
    if kind == "table":
        counter(canvas, wall, colour("#a87448") * np.float32(1 - 0.5 * dark), 0.52)
        return 0.82
    if kind == "wall":
        _wall(canvas, wall)
        return 0.84
    _sweep(canvas, wall)
    return 0.74


BEHIND = ("background", "backdrop", "wall", "velvet", "marble", "surface", "cloth")
_VENUES = {"stage": paint_stage, "court": paint_court, "pitch": paint_pitch}


def _sweep(canvas: Canvas, wall: Array) -> None:
    """Paper that runs from the wall to the floor without an edge, a lamp on the left."""
    canvas.rgb[:] = canvas.gradient(
        [
            (0, wall * np.float32(0.8)),
            (0.55, wall),
            (0.75, mix(wall, colour("#ffffff"), 0.25)),
            (1, wall * np.float32(0.85)),
        ]
    )
    spot = (canvas.width * 0.4, canvas.height * 0.4)
    canvas.glow(*spot, canvas.unit * 0.45, wall * np.float32(0.35), power=1.6)
    canvas.depth[:] = 0.3


def _wall(canvas: Canvas, wall: Array) -> None:
    """A plastered wall, a kerb and the pavement."""
    grain = canvas.noise(9, octaves=6, gain=0.6)
    shade = 1.06 - 0.3 * canvas.x / canvas.width + 0.22 * (grain - 0.5)
    canvas.rgb[:] = wall * shade[..., None].astype(np.float32)
    level = canvas.height * 0.76
    stone = mix(wall, colour("#5a5652"), 0.6)
    down = np.clip((canvas.y - level) / (canvas.height - level), 0, 1)
    paving = stone * ((0.8 + 0.35 * down) * (0.86 + 0.28 * grain))[..., None]
    mask = canvas.below(level)
    canvas.paint(mask, paving.astype(np.float32))
    for high, low, tone in (
        (0.035, 0.0, mix(stone, wall, 0.55)),
        (0.0, -0.006, stone * np.float32(0.35)),
    ):
        top, foot = level - canvas.unit * high, level - canvas.unit * low
        band = np.array([(0, top), (canvas.width, top), (canvas.width, foot), (0, foot)])
        canvas.shape([band], tone, alpha=0.9)
    canvas.depth[:] = (0.25 + 0.5 * down).astype(np.float32)


def _garden(canvas: Canvas, dark: float) -> None:
    """Leaves and light far out of focus."""
    rng, night = canvas.rng, np.float32(1 - 0.6 * dark)
    leaf, deep = colour("#7fae5f") * night, colour("#24503a") * night
    canvas.rgb[:] = canvas.gradient(
        [(0, mix(leaf, colour("#e8f6d8"), 0.5 * (1 - dark))), (0.5, leaf), (1, deep)]
    )
    blobs = smoothstep(0.4, 0.65, canvas.noise(4, octaves=3))
    canvas.rgb += blobs[..., None] * (deep - canvas.rgb) * np.float32(0.45)
    for _ in range(26):
        x, y = canvas.width * float(rng.random()), canvas.height * float(rng.random())
        tone = (colour("#d8f0a0"), colour("#fff0b0"), colour("#9fd87f"), colour("#f6b0c0"))[
            int(rng.integers(4))
        ]
        reach = canvas.unit * float(rng.uniform(0.02, 0.07))
        canvas.disc(x, y, reach, tone * night, alpha=0.22, blur=reach * 0.08)
    canvas.depth[:] = 0.1


def _fire(canvas: Canvas) -> None:
    """Flames from below, and embers that rise into the dark."""
    rng = canvas.rng
    canvas.rgb[:] = canvas.gradient(
        [(0, colour("#150a1c")), (0.5, colour("#4a1420")), (1, colour("#c8441a"))]
    )
    small = (max(canvas.height // 2, 8), max(canvas.width // 2, 8))
    tongues = cv2.resize(canvas.noise(3.2, octaves=5, gain=0.55, stretch=0.45), small[::-1])
    y = np.linspace(0, 1, small[0], dtype=np.float32)[:, None]
    heat = cv2.resize(
        smoothstep(0.0, 0.5, (y - 0.62) * 1.3 + (tongues - 0.5) * 1.05),
        (canvas.width, canvas.height),
    )
    for low, hue in ((0.05, "#b8280e"), (0.4, "#f0641a"), (0.75, "#ffc24a")):
        canvas.paint(smoothstep(low, low + 0.22, heat) * np.float32(0.9), colour(hue))
    for _ in range(90):
        x, y0 = canvas.width * float(rng.random()), canvas.height * float(rng.random()) ** 0.8
        canvas.spark(
            x,
            y0,
            canvas.unit * float(rng.uniform(0.003, 0.011)),
            colour("#ffb050") * np.float32(1.6),
        )
    canvas.depth[:] = 0.1
