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
_HORSE = [
    (-0.47, 0.0),
    (-0.44, -0.16),
    (-0.47, -0.3),
    (-0.5, -0.46),
    (-0.48, -0.6),
    (-0.38, -0.66),
    (-0.15, -0.62),
    (0.04, -0.65),
    (0.14, -0.74),
    (0.22, -0.87),
    (0.27, -0.93),
    (0.3, -1.0),
    (0.34, -0.93),
    (0.4, -0.88),
    (0.5, -0.77),
    (0.565, -0.71),
    (0.56, -0.66),
    (0.51, -0.65),
    (0.42, -0.71),
    (0.37, -0.72),
    (0.33, -0.64),
    (0.29, -0.53),
    (0.26, -0.42),
    (0.3, -0.34),
    (0.42, -0.28),
    (0.4, -0.16),
    (0.37, -0.08),
    (0.33, -0.09),
    (0.35, -0.17),
    (0.35, -0.23),
    (0.22, -0.29),
    (0.19, -0.24),
    (0.18, -0.12),
    (0.19, 0.0),
    (0.12, 0.0),
    (0.12, -0.13),
    (0.1, -0.29),
    (0.04, -0.37),
    (-0.14, -0.37),
    (-0.28, -0.4),
    (-0.33, -0.3),
    (-0.28, -0.18),
    (-0.25, -0.1),
    (-0.27, 0.0),
    (-0.33, 0.0),
    (-0.33, -0.1),
    (-0.38, -0.2),
    (-0.38, -0.12),
    (-0.4, 0.0),
]
_MANE = [
    (0.26, -0.95),
    (0.2, -0.93),
    (0.09, -0.83),
    (0.02, -0.7),
    (0.0, -0.6),
    (0.1, -0.66),
    (0.16, -0.72),
]
_HORSE_TAIL = [
    (-0.46, -0.62),
    (-0.56, -0.63),
    (-0.64, -0.52),
    (-0.67, -0.34),
    (-0.73, -0.22),
    (-0.6, -0.24),
    (-0.56, -0.38),
    (-0.5, -0.5),
]
_OWL = [(-0.18, 0.0), (-0.3, -0.25), (-0.31, -0.55), (-0.27, -0.75), (-0.3, -0.98), (-0.14, -0.89), (0.0, -0.87), (0.14, -0.89), (0.3, -0.98), (0.27, -0.75), (0.31, -0.55), (0.3, -0.25), (0.18, 0.0), (0.08, 0.14), (-0.08, 0.14)]  # fmt: skip
_WING = [(0.0, 0.0), (-0.18, -0.16), (-0.48, -0.3), (-0.86, -0.2), (-1.0, -0.08), (-0.8, -0.14), (-0.52, -0.18), (-0.3, -0.04), (-0.12, 0.07)]  # fmt: skip
_WHALE = [
    (-0.28, 0.1),
    (-0.24, -0.22),
    (-0.1, -0.58),
    (0.14, -0.84),
    (0.4, -0.97),
    (0.6, -0.96),
    (0.66, -0.86),
    (0.6, -0.66),
    (0.48, -0.4),
    (0.4, -0.14),
    (0.36, 0.1),
]
_FIN = [(0.4, -0.36), (0.62, -0.3), (0.86, -0.12), (0.7, -0.1), (0.46, -0.18)]  # fmt: skip
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
        "horse": [smooth(_HORSE, steps=6), smooth(_MANE, steps=6), smooth(_HORSE_TAIL, steps=6)],
        "owl": [smooth(_OWL, steps=7)],
        "whale": [smooth(_WHALE, steps=8), smooth(_FIN, steps=6), smooth([(-0.12, -0.44), (-0.36, -0.36), (-0.52, -0.18), (-0.34, -0.22), (-0.2, -0.26)], steps=6)],
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
    if kind == "whale":
        _breach(stage, x, foot, size, flip=flip)
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


def _breach(stage: Stage, x: float, foot: float, size: float, *, flip: bool) -> None:
    """The pale belly of a leaping whale and the spray it throws up."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.canvas.rng
    pale = mix(palette.haze, palette.light, 0.3)
    belly = smooth(
        [
            (0.36, 0.08),
            (0.4, -0.14),
            (0.48, -0.4),
            (0.6, -0.66),
            (0.655, -0.84),
            (0.56, -0.72),
            (0.36, -0.42),
            (0.24, -0.12),
            (0.2, 0.08),
        ],
        steps=7,
    )
    canvas.shape(
        [placed(belly, x, foot, size, flip=flip)],
        pale,
        fade=mix(pale, palette.near, 0.5),
        alpha=0.8,
    )
    for groove in range(5):
        shift = 0.03 * groove
        line = smooth(
            [(0.24 + shift * 0.8, 0.0), (0.36 + shift * 0.6, -0.36), (0.54 + shift * 0.4, -0.66)],
            steps=6,
            closed=False,
        )
        canvas.shape(
            [placed(np.vstack([line, line[::-1] + (0.008, 0.004)]), x, foot, size, flip=flip)],
            palette.near,
            alpha=0.5,
        )
    foam = mix(palette.light, palette.horizon, 0.2)
    canvas.shape(
        [ellipse(x, foot + size * 0.05, size * 0.72, size * 0.07)],
        foam,
        alpha=0.75,
        blur=size * 0.035,
    )
    for _ in range(130):
        away = float(rng.normal(0, 0.36))
        height = abs(float(rng.normal(0, 0.2))) * max(1.0 - abs(away), 0.1)
        reach = size * float(rng.uniform(0.008, 0.035))
        canvas.spark(x + away * size, foot + size * (0.04 - height), reach, foam * np.float32(0.5))
