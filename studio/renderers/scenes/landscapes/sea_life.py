"""Who lives under water: fish, shoals, sharks, turtles, jellyfish."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, colour, ellipse, mix, placed, smooth

_BODY = smooth(
    [
        (0.5, 0.02),
        (0.3, -0.2),
        (-0.05, -0.26),
        (-0.36, -0.06),
        (-0.36, 0.08),
        (-0.05, 0.26),
        (0.3, 0.2),
    ],
    steps=8,
)
_TAIL = smooth(
    [(-0.3, 0.0), (-0.5, -0.2), (-0.62, -0.26), (-0.54, 0.0), (-0.62, 0.26), (-0.5, 0.2)], steps=6
)
_FIN = smooth([(0.2, -0.2), (0.0, -0.4), (-0.26, -0.3), (-0.2, -0.16)], steps=6)
_SHARK = smooth(
    [
        (0.62, -0.02),
        (0.4, -0.12),
        (0.12, -0.16),
        (0.02, -0.36),
        (-0.1, -0.36),
        (-0.08, -0.14),
        (-0.4, -0.06),
        (-0.62, -0.26),
        (-0.56, -0.02),
        (-0.62, 0.16),
        (-0.4, 0.04),
        (-0.05, 0.08),
        (0.06, 0.28),
        (0.16, 0.1),
        (0.42, 0.08),
    ],
    steps=7,
)


def paint_fish(canvas: Canvas, x: float, y: float, size: float, hue: Array, *, flip: bool) -> None:
    """A fish with two pale bands, fins and a round eye."""
    turn = float(canvas.rng.normal(0, 0.12))

    def lay(points: Array, paint: Array, fade: Array | None = None, alpha: float = 1.0) -> None:
        canvas.shape(
            [placed(points, x, y, size, flip=flip, turn=turn)],
            paint,
            fade=fade,
            alpha=alpha,
            depth=0.75,
        )

    dark = hue * np.float32(0.45)
    for part in (_TAIL, _FIN, _FIN * (0.7, -0.8)):
        lay(part, mix(hue, colour("#ffffff"), 0.1), dark)
    lay(_BODY, mix(hue, colour("#ffffff"), 0.2), dark)
    for px, half, tall in ((0.18, 0.05, 0.215), (-0.12, 0.045, 0.215)):
        band = smooth(
            [
                (px - half, -tall),
                (px + half, -tall),
                (px + half * 1.6, 0),
                (px + half, tall),
                (px - half, tall),
                (px, 0),
            ],
            steps=6,
        )
        lay(band, colour("#fbf6ec"), mix(hue, colour("#d8d8d8"), 0.7), 0.92)
    lay(
        smooth([(0.06, 0.04), (-0.12, 0.0), (-0.16, 0.14), (-0.02, 0.12)], steps=6),
        mix(hue, colour("#ffffff"), 0.3),
        dark,
        0.9,
    )
    for radius, tone in ((0.052, "#fbf8f0"), (0.036, "#101418")):
        lay(ellipse(0.34, -0.04, radius, radius), colour(tone))
    lay(ellipse(0.352, -0.056, 0.012, 0.012), colour("#ffffff"))


def paint_shoal(canvas: Canvas, far: Array) -> None:
    rng = canvas.rng
    cx, cy = (
        canvas.width * float(rng.uniform(0.2, 0.8)),
        canvas.height * float(rng.uniform(0.3, 0.5)),
    )
    flip = rng.random() < 0.5
    for _ in range(40):
        spot = (
            cx + float(rng.normal(0, canvas.width * 0.12)),
            cy + float(rng.normal(0, canvas.height * 0.06)),
        )
        size = canvas.unit * float(rng.uniform(0.02, 0.035))
        tone = mix(far, colour("#e8fbff"), float(rng.uniform(0.15, 0.4)))
        canvas.shape(
            [placed(_BODY, *spot, size, flip=flip), placed(_TAIL, *spot, size, flip=flip)],
            tone,
            depth=0.3,
        )


def paint_shark(canvas: Canvas, x: float, y: float, size: float, far: Array) -> None:
    grey = mix(colour("#6f8490"), far, 0.25)
    flip = canvas.rng.random() < 0.5
    canvas.shape(
        [placed(_SHARK, x, y, size, flip=flip)],
        grey,
        fade=mix(grey, colour("#e4eef0"), 0.35),
        depth=0.75,
    )
    for step in range(4):
        gill = np.array(
            [
                (0.26 - 0.03 * step, -0.06),
                (0.266 - 0.03 * step, -0.06),
                (0.25 - 0.03 * step, 0.04),
                (0.244 - 0.03 * step, 0.04),
            ]
        )
        canvas.shape([placed(gill, x, y, size, flip=flip)], grey * np.float32(0.3), alpha=0.7)
    canvas.shape(
        [placed(ellipse(0.47, -0.05, 0.014, 0.014), x, y, size, flip=flip)], colour("#0c1014")
    )


def paint_turtle(canvas: Canvas, x: float, y: float, size: float) -> None:
    skin, shell = colour("#8fa85a"), colour("#6a5a34")
    limbs = ([(0.4, -0.2), (0.9, -0.75), (1.05, -0.7), (0.7, -0.1)], [(0.4, 0.25), (0.8, 0.7), (0.92, 0.66), (0.66,
        0.1)],
             [(-0.6, -0.2), (-1.0, -0.45), (-1.05, -0.3), (-0.7, 0.0)], [(-0.6, 0.2), (-0.95, 0.4), (-1.0, 0.3),
                 (-0.7, 0.05)])  # fmt: skip
    for limb in limbs:
        canvas.shape(
            [placed(smooth(limb, steps=7), x, y, size)],
            skin,
            fade=skin * np.float32(0.5),
            depth=0.75,
        )
    canvas.shape(
        [ellipse(x + size * 1.0, y - size * 0.02, size * 0.26, size * 0.2)],
        skin,
        fade=skin * np.float32(0.6),
        depth=0.75,
    )
    canvas.disc(x + size * 1.12, y - size * 0.08, size * 0.035, colour("#0c1014"))
    canvas.shape(
        [ellipse(x, y, size * 0.85, size * 0.6)], shell, fade=shell * np.float32(0.4), depth=0.8
    )
    for ring, count in ((0.0, 1), (0.5, 6)):
        for step in range(count):
            angle = 2 * np.pi * step / count
            spot = (x + np.cos(angle) * size * ring, y + np.sin(angle) * size * ring * 0.7)
            plate = ellipse(*spot, size * 0.2, size * 0.15, count=6)
            canvas.shape([plate], colour("#a8904a"), fade=shell, alpha=0.9)


def paint_jellyfish(canvas: Canvas, x: float, y: float, size: float) -> None:
    hue = colour(("#e88ad0", "#8fb8f8", "#b88af0")[int(canvas.rng.integers(3))])
    canvas.glow(x, y, size * 0.9, hue * np.float32(0.16), power=1.5)
    for step in range(9):
        t = np.linspace(0, 1, 26)
        px = x + size * (step - 4) * 0.1 + np.sin(t * 7 + step) * size * 0.06 * (0.3 + t)
        py = y + size * 1.5 * t * (0.6 + 0.4 * np.cos(step))
        wide = size * 0.014 * (1 - 0.7 * t)
        arm = np.vstack([np.stack([px - wide, py], -1), np.stack([px + wide, py], -1)[::-1]])
        canvas.shape([arm], mix(hue, colour("#ffffff"), 0.3), alpha=0.6, depth=0.7)
    bell = [
        (-0.5, 0.05),
        (-0.46, -0.3),
        (-0.2, -0.54),
        (0.2, -0.54),
        (0.46, -0.3),
        (0.5, 0.05),
        (0.25, 0.0),
        (0.0, 0.07),
        (-0.25, 0.0),
    ]
    canvas.shape(
        [placed(smooth(bell, steps=7), x, y, size)],
        mix(hue, colour("#ffffff"), 0.5),
        fade=hue * np.float32(0.7),
        alpha=0.85,
        depth=0.75,
    )
    canvas.shape(
        [ellipse(x, y - size * 0.25, size * 0.28, size * 0.2)],
        colour("#ffffff"),
        alpha=0.3,
        blur=size * 0.05,
    )
