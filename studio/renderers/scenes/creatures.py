"""Living silhouettes: people and animals, dark against the light with a thin lit rim."""

import numpy as np

from studio.renderers.canvas import Points, ellipse, mix, placed, smooth
from studio.renderers.scenes.stage import Stage

# Outlines in their own units: feet at y 0, about one unit tall, looking right.
_FOX = [(-0.62, -0.04), (-0.78, -0.16), (-0.72, -0.36), (-0.5, -0.42), (-0.36, -0.24), (-0.3, -0.4), (-0.16, -0.62),
        (0.0, -0.74), (0.06, -0.8), (0.06, -1.0), (0.17, -0.89), (0.27, -0.88), (0.36, -0.99), (0.37, -0.79), (0.46, -0.68),
        (0.6, -0.6), (0.55, -0.55), (0.4, -0.53), (0.3, -0.46), (0.27, -0.25), (0.29, -0.03), (0.2, 0.0), (0.13, -0.02),
        (0.09, -0.22), (0.0, -0.06), (-0.1, 0.0), (-0.3, 0.0), (-0.45, -0.01)]  # fmt: skip
_CAT = [(-0.34, 0.0), (-0.42, -0.16), (-0.38, -0.38), (-0.22, -0.56), (-0.12, -0.66), (-0.15, -0.76), (-0.14, -0.88), (-0.13, -1.0), (-0.03, -0.93),
        (0.07, -0.93), (0.17, -1.0), (0.18, -0.88), (0.2, -0.76), (0.15, -0.66), (0.17, -0.5), (0.19, -0.26), (0.22, -0.02),
        (0.1, 0.0), (-0.1, 0.0)]  # fmt: skip
_CAT_TAIL = [(-0.3, -0.04), (-0.5, -0.02), (-0.68, -0.1), (-0.74, -0.26), (-0.66, -0.38), (-0.61, -0.34), (-0.66, -0.25), (-0.6, -0.13), (-0.48, -0.09), (-0.3, -0.14)]  # fmt: skip
_DEER = [(-0.42, 0.0), (-0.38, -0.26), (-0.45, -0.42), (-0.5, -0.55), (-0.46, -0.6), (-0.3, -0.62), (-0.05, -0.6), (0.14, -0.64), (0.24, -0.78), (0.27, -0.88), (0.21, -0.94), (0.3, -0.92),
         (0.36, -0.92), (0.47, -0.83), (0.5, -0.79), (0.45, -0.76), (0.36, -0.77), (0.31, -0.64), (0.24, -0.48), (0.21, -0.34), (0.22, -0.16), (0.2, 0.0), (0.15, 0.0), (0.15, -0.2),
         (0.1, -0.35), (-0.1, -0.36), (-0.24, -0.37), (-0.29, -0.28), (-0.31, -0.14), (-0.31, 0.0), (-0.36, 0.0), (-0.34, -0.22), (-0.37, -0.14)]  # fmt: skip
_HORSE = [(-0.5, 0.0), (-0.43, -0.22), (-0.46, -0.42), (-0.48, -0.58), (-0.36, -0.64), (-0.1, -0.6), (0.12, -0.64), (0.24, -0.8), (0.31, -0.93), (0.34, -1.0), (0.38, -0.94), (0.46, -0.87), (0.56, -0.74),
          (0.55, -0.68), (0.48, -0.69), (0.4, -0.75), (0.34, -0.62), (0.28, -0.46), (0.3, -0.32), (0.4, -0.22), (0.36, -0.08), (0.31, -0.09), (0.32, -0.2), (0.21, -0.3), (0.17, -0.16), (0.19, 0.0), (0.12, 0.0), (0.1, -0.2), (0.06, -0.36),
          (-0.16, -0.37), (-0.28, -0.4), (-0.34, -0.26), (-0.38, -0.12), (-0.42, 0.0)]  # fmt: skip
_HORSE_TAIL = [
    (-0.46, -0.6),
    (-0.6, -0.55),
    (-0.68, -0.36),
    (-0.66, -0.22),
    (-0.58, -0.36),
    (-0.47, -0.48),
]
_OWL = [(-0.18, 0.0), (-0.3, -0.25), (-0.31, -0.55), (-0.27, -0.75), (-0.3, -0.98), (-0.14, -0.89), (0.0, -0.87), (0.14, -0.89), (0.3, -0.98), (0.27, -0.75), (0.31, -0.55), (0.3, -0.25), (0.18, 0.0), (0.08, 0.14), (-0.08, 0.14)]  # fmt: skip
_WING = [(0.0, 0.0), (-0.18, -0.16), (-0.48, -0.3), (-0.86, -0.2), (-1.0, -0.08), (-0.8, -0.14), (-0.52, -0.18), (-0.3, -0.04), (-0.12, 0.07)]  # fmt: skip
_WHALE = [(-1.0, -0.22), (-0.86, -0.3), (-0.7, -0.22), (-0.5, -0.24), (-0.1, -0.38), (0.3, -0.4), (0.65, -0.28), (0.8, -0.1), (0.72, 0.02), (0.45, 0.1), (0.1, 0.12), (-0.3, 0.06), (-0.62, -0.1), (-0.82, -0.1)]  # fmt: skip
_COAT = [(-0.2, 0.0), (-0.15, -0.3), (-0.12, -0.55), (-0.13, -0.7), (-0.08, -0.78), (0.08, -0.78), (0.13, -0.7), (0.13, -0.55), (0.16, -0.3), (0.22, 0.0)]  # fmt: skip
_ARM = [(0.1, -0.72), (0.16, -0.62), (0.26, -0.45), (0.23, -0.43), (0.13, -0.53), (0.07, -0.6)]


def paint_creature(
    stage: Stage, kind: str, x: float, foot: float, size: float, *, depth: float = 0.9
) -> None:
    """A fox, cat, dog, deer, horse, owl, bird, whale or person standing at (x, foot), `size` pixels tall."""
    flip = stage.light_x < x
    if kind == "bird":
        paint_birds(stage, x, foot - size, size)
        return
    outlines = _outlines(kind)
    parts = [placed(part, x, foot, size, flip=flip) for part in outlines]
    canvas, palette = stage.canvas, stage.palette
    body = mix(palette.near, palette.accents[0], 0.1 if palette.dark > 0.4 else 0.2)
    rim = mix(palette.horizon, palette.light, 0.6)
    toward = 1 if stage.light_x > x else -1
    lit = [part + (toward * size * 0.012, -size * 0.01) for part in parts]
    canvas.shape(lit, rim, alpha=0.75, blur=size * 0.006, depth=depth)
    canvas.shape(parts, body, fade=palette.near, depth=depth)
    _details(stage, kind, x, foot, size, flip=flip)


def _outlines(kind: str) -> list[Points]:
    tables: dict[str, list[Points]] = {
        "fox": [smooth(_FOX, steps=7)],
        "dog": [smooth(_FOX, steps=7)],
        "cat": [smooth(_CAT, steps=7), smooth(_CAT_TAIL, steps=7)],
        "deer": [smooth(_DEER, steps=6), *_antlers()],
        "horse": [smooth(_HORSE, steps=6), smooth(_HORSE_TAIL, steps=6)],
        "owl": [smooth(_OWL, steps=7)],
        "whale": [smooth(_WHALE, steps=8), smooth([(-0.9, -0.24), (-1.12, -0.44), (-1.3, -0.4), (-1.14, -0.26), (-1.2, -0.1), (-1.02, -0.14)], steps=6)],
        "person": [smooth(_COAT, steps=6), smooth(_ARM, steps=5), ellipse(0.0, -0.86, 0.062, 0.075),
                   np.array([(-0.12, -0.905), (0.12, -0.905), (0.12, -0.89), (-0.12, -0.89)]),
                   np.array([(-0.065, -0.9), (-0.06, -0.99), (0.06, -0.99), (0.065, -0.9)])],
    }  # fmt: skip
    return tables.get(kind, tables["person"])


def _antlers() -> list[Points]:
    branches = [[(0.28, -0.9), (0.22, -1.04), (0.26, -1.18), (0.36, -1.26)], [(0.23, -1.05), (0.13, -1.12), (0.1, -1.2)], [(0.26, -1.15), (0.19, -1.22), (0.18, -1.29)],
                [(0.33, -0.91), (0.38, -1.03), (0.47, -1.13), (0.46, -1.24)], [(0.38, -1.04), (0.48, -1.06), (0.54, -1.12)]]  # fmt: skip
    ribbons = []
    for branch in branches:
        line = smooth(branch, steps=6, closed=False)
        width = np.linspace(0.018, 0.006, len(line))[:, None] * (1, 0.4)
        ribbons.append(np.vstack([line - width, (line + width)[::-1]]))
    return ribbons


def _details(stage: Stage, kind: str, x: float, foot: float, size: float, *, flip: bool) -> None:
    canvas, palette = stage.canvas, stage.palette
    eyes = {
        "cat": [(-0.04, -0.81), (0.09, -0.81)],
        "owl": [(-0.12, -0.7), (0.12, -0.7)],
        "fox": [(0.34, -0.73)],
    }
    glow = mix(palette.accents[0], palette.light, 0.4) * np.float32(1.3)
    for ex, ey in eyes.get(kind, []):
        eye = placed([(ex, ey)], x, foot, size, flip=flip)[0]
        radius = size * (0.06 if kind == "owl" else 0.02)
        canvas.disc(float(eye[0]), float(eye[1]), radius, glow)
        canvas.disc(float(eye[0]), float(eye[1]), radius * 0.5, palette.near)
    if kind == "fox":
        tip = placed(ellipse(-0.73, -0.22, 0.08, 0.12, turn=0.3), x, foot, size, flip=flip)
        canvas.shape([tip], mix(palette.haze, palette.light, 0.4), alpha=0.6, blur=size * 0.02)
    if kind == "person" and palette.dark > 0.3:
        lamp = placed([(0.25, -0.37)], x, foot, size, flip=flip)[0]
        canvas.glow(
            float(lamp[0]),
            float(lamp[1]),
            size * 0.1,
            np.array([1.0, 0.62, 0.22], np.float32) * 0.9,
            power=1.5,
        )
        canvas.spark(float(lamp[0]), float(lamp[1]), size * 0.06, palette.light * np.float32(3))


def paint_birds(stage: Stage, x: float, y: float, size: float, *, count: int = 9) -> None:
    """A flock in loose formation; the first bird is the largest."""
    canvas, rng, palette = stage.canvas, stage.canvas.rng, stage.palette
    for index in range(count):
        scale = size * (0.5 if index == 0 else float(rng.uniform(0.1, 0.26)))
        bx = x if index == 0 else x + float(rng.normal(0, canvas.width * 0.19))
        by = y if index == 0 else y + float(rng.normal(0, canvas.height * 0.1))
        lift = float(rng.uniform(0.5, 1.5))
        wing = smooth([(px, py * lift) for px, py in _WING], steps=6)
        body = smooth([(-0.1, 0.06), (0.02, -0.05), (0.12, 0.0), (0.34, 0.2), (0.1, 0.14)], steps=6)
        turn = float(rng.normal(0, 0.16))
        parts = [
            placed(wing, bx, by, scale, turn=turn),
            placed(wing, bx, by, scale, flip=True, turn=turn - 0.1),
        ]
        parts.append(
            placed(body - (0.05, 0.03), bx, by, scale * 0.8, turn=turn, flip=stage.side > 0)
        )
        canvas.shape(parts, mix(palette.near, palette.haze, 0.1 + 0.3 * (index > 0)), depth=0.6)
