"""Dragons, party balloons, and what flies in space: rockets and astronauts."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, colour, ellipse, mix, placed, smooth
from studio.renderers.scenes.stage import Stage

_DRAGON = smooth(
    [
        (0.62, -0.42),
        (0.72, -0.52),
        (0.9, -0.5),
        (0.98, -0.43),
        (0.86, -0.4),
        (0.74, -0.38),
        (0.66, -0.24),
        (0.5, -0.06),
        (0.26, 0.02),
        (0.0, 0.1),
        (-0.28, 0.12),
        (-0.5, 0.02),
        (-0.74, 0.06),
        (-0.96, 0.26),
        (-0.8, -0.02),
        (-0.54, -0.1),
        (-0.3, -0.06),
        (-0.06, -0.14),
        (0.2, -0.2),
        (0.44, -0.28),
    ],
    steps=6,
)
_NEAR_WING = smooth(
    [
        (0.22, -0.14),
        (0.12, -0.56),
        (-0.1, -0.98),
        (-0.28, -1.1),
        (-0.3, -0.86),
        (-0.46, -0.86),
        (-0.44, -0.62),
        (-0.64, -0.56),
        (-0.5, -0.36),
        (-0.58, -0.22),
        (-0.3, -0.16),
        (-0.06, -0.06),
    ],
    steps=4,
)
_FAR_WING = np.stack([0.34 - (_NEAR_WING[:, 0] - 0.1) * 0.85, _NEAR_WING[:, 1] * 0.9], -1)
_HORNS = ([(0.68, -0.5), (0.56, -0.64), (0.62, -0.5)], [(0.72, -0.52), (0.64, -0.7), (0.7, -0.53)])
_LEGS = (
    [(0.3, 0.0), (0.36, 0.2), (0.46, 0.24), (0.34, 0.28), (0.24, 0.1)],
    [(-0.3, 0.08), (-0.26, 0.28), (-0.14, 0.32), (-0.3, 0.36), (-0.42, 0.12)],
)


def paint_dragon(stage: Stage) -> None:
    """A dragon in the sky; it breathes fire where that is asked for."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.canvas.rng
    x, y, size = canvas.width * (0.5 + 0.12 * stage.side), stage.horizon * 0.7, canvas.unit * 0.42
    if stage.brief.has("castle"):  # which stands on that side, and is to be seen too
        x, y, size = canvas.width * (0.5 - 0.24 * stage.side), stage.horizon * 0.5, size * 0.74
    flip, turn = stage.side > 0, float(rng.uniform(-0.12, 0.06)) * stage.side
    code = (
        stage.brief.colour_of("dragon") or ("#7a2a2a", "#2f5a44", "#3a3f6a")[int(rng.integers(3))]
    )
    hide = mix(colour(code), palette.near, 0.15 + 0.55 * palette.dark)

    def lay(points: Array, paint: Array, fade: Array) -> None:
        canvas.shape(
            [placed(points, x, y, size, flip=flip, turn=turn)], paint, fade=fade, depth=0.75
        )

    canvas.look_at(x, y)
    lay(_FAR_WING, mix(hide, palette.near, 0.4), palette.near)
    for part in (*_LEGS, *_HORNS):
        lay(smooth(part, steps=5), mix(hide, palette.near, 0.3), palette.near)
    lay(_DRAGON, mix(hide, palette.light, 0.12), mix(hide, palette.near, 0.5))
    for step in range(13):
        at = np.array(
            [
                (0.5 - 0.085 * step, -0.27 + 0.018 * step + 0.01 * (step > 8) * (step - 8)),
                (0.46 - 0.085 * step, -0.36 + 0.02 * step),
                (0.43 - 0.085 * step, -0.24 + 0.018 * step),
            ]
        )
        lay(at, mix(hide, palette.near, 0.35), palette.near)
    lay(_NEAR_WING, mix(hide, palette.accents[0], 0.25), mix(hide, palette.near, 0.35))
    for tip in ((-0.28, -1.08), (-0.45, -0.85), (-0.62, -0.56)):
        bone = np.array([(0.1, -0.3), (0.14, -0.34), tip])
        lay(bone, mix(hide, palette.near, 0.5), mix(hide, palette.near, 0.5))
    lay(ellipse(0.79, -0.46, 0.015, 0.013), colour("#ffd23f") * np.float32(1.4), colour("#ffd23f"))
    if stage.brief.words & {"fire", "flame", "flames", "breathing", "fire-breathing"}:
        mouth = placed([(0.98, -0.42)], x, y, size, flip=flip, turn=turn)[0]
        _fire(canvas, (float(mouth[0]), float(mouth[1])), size, -1 if flip else 1)


def _fire(canvas: Canvas, mouth: tuple[float, float], size: float, way: int) -> None:
    rng = canvas.rng
    for step in range(60):
        t = (step / 59) ** 0.8
        spot = (
            mouth[0] + way * size * 0.75 * t,
            mouth[1] + size * (0.32 * t**1.4 + float(rng.normal(0, 0.09)) * t),
        )
        hue = mix(colour("#fff0a0"), colour("#ff4a14"), min(t * 1.15, 1)) * np.float32(1.3)
        radius = size * (0.02 + 0.1 * t) * float(rng.uniform(0.6, 1.1))
        canvas.disc(*spot, radius, hue, alpha=0.65 * (1 - 0.6 * t), blur=radius * 0.35, depth=0.75)
    middle = (mouth[0] + way * size * 0.4, mouth[1] + size * 0.12)
    canvas.glow(*middle, size * 0.35, colour("#ff7a1e") * np.float32(0.45), power=1.6)


def paint_party_balloons(stage: Stage, hand: tuple[float, float] | None) -> None:
    """Balloons on strings: one from somebody's hand, else bunches that rise on both sides."""
    canvas, rng, palette = stage.canvas, stage.canvas.rng, stage.palette
    code = stage.brief.colour_of("balloon")
    if hand is not None:
        _balloon(
            canvas,
            hand,
            (hand[0] + canvas.unit * 0.05, hand[1] - canvas.unit * 0.34),
            canvas.unit * 0.09,
            colour(code or "#d8322f"),
        )
        return
    hues = [colour(code)] if code else [*palette.accents[:4], colour("#e8566a"), colour("#3fa0d8")]
    for side in (-1, 1):
        knot = (canvas.width * (0.5 + 0.34 * side), canvas.height * 0.92)
        for _ in range(9):
            spot = (
                knot[0] + canvas.unit * float(rng.normal(0, 0.13)),
                canvas.height * float(rng.uniform(0.2, 0.56)),
            )
            _balloon(
                canvas,
                knot,
                spot,
                canvas.unit * float(rng.uniform(0.07, 0.1)),
                hues[int(rng.integers(len(hues)))],
            )
    for _ in range(150):
        spot = (canvas.width * float(rng.random()), canvas.height * float(rng.random()))
        piece = np.array([(-0.5, -0.25), (0.5, -0.25), (0.5, 0.25), (-0.5, 0.25)])
        hue = hues[int(rng.integers(len(hues)))]
        canvas.shape(
            [placed(piece, *spot, canvas.unit * 0.016, turn=float(rng.uniform(0, 3)))],
            hue,
            depth=0.9,
        )


def _balloon(
    canvas: Canvas, knot: tuple[float, float], middle: tuple[float, float], size: float, hue: Array
) -> None:
    x, y = middle
    t = np.linspace(0, 1, 20)
    px = x + (knot[0] - x) * t + np.sin(t * np.pi) * size * 0.2
    py = y + size * 1.3 + (knot[1] - y - size * 1.3) * t
    line = np.vstack([np.stack([px - 0.7, py], -1), np.stack([px + 0.7, py], -1)[::-1]])
    canvas.shape([line], mix(hue, colour("#ffffff"), 0.5), alpha=0.7, depth=0.8)
    skin = smooth(
        [
            (0, -1.15),
            (0.62, -0.92),
            (0.95, -0.25),
            (0.7, 0.55),
            (0.12, 1.2),
            (-0.12, 1.2),
            (-0.7, 0.55),
            (-0.95, -0.25),
            (-0.62, -0.92),
        ],
        steps=7,
    )
    canvas.shape(
        [placed(skin, x, y, size)],
        mix(hue, colour("#ffffff"), 0.12),
        fade=hue * np.float32(0.55),
        depth=0.85,
    )
    canvas.shape(
        [placed(np.array([(-0.14, 1.34), (0.14, 1.34), (0, 1.14)]), x, y, size)],
        hue * np.float32(0.6),
        depth=0.85,
    )
    canvas.shape(
        [placed(ellipse(-0.4, -0.5, 0.16, 0.32, turn=0.4), x, y, size)],
        colour("#ffffff"),
        alpha=0.5,
        blur=size * 0.05,
    )


_HULL = smooth(
    [
        (0, -0.72),
        (0.13, -0.42),
        (0.16, 0.0),
        (0.12, 0.5),
        (-0.12, 0.5),
        (-0.16, 0.0),
        (-0.13, -0.42),
    ],
    steps=8,
)
"""The body of a rocket that points up."""


def paint_rocket(canvas: Canvas, x: float, y: float, size: float, hue: Array, turn: float) -> None:
    """A rocket that flies along `turn`, with its flame."""

    def lay(points: Array, paint: Array, **options: object) -> None:
        canvas.shape([placed(points, x, y, size, turn=turn)], paint, depth=0.9, **options)  # type: ignore[arg-type]

    flame = smooth([(-0.1, 0.5), (0.1, 0.5), (0.07, 0.85), (0, 1.25), (-0.07, 0.85)], steps=7)
    spot = placed([(0, 0.75)], x, y, size, turn=turn)[0]
    canvas.glow(
        float(spot[0]), float(spot[1]), size * 0.25, colour("#ff9a3c") * np.float32(0.5), power=1.6
    )
    lay(flame, colour("#fff2b0") * np.float32(1.5), fade=colour("#ff5a1e"))
    for side in (-1, 1):
        lay(
            np.array([(side * 0.12, 0.1), (side * 0.34, 0.56), (side * 0.12, 0.46)]),
            hue,
            fade=hue * np.float32(0.5),
        )
    lay(_HULL, colour("#f2f2ee"), fade=colour("#b8bcc4"))
    lay(smooth([(0, -0.72), (0.11, -0.46), (0, -0.42), (-0.11, -0.46)], steps=6), hue)
    lay(
        smooth(
            [(0.03, -0.6), (0.13, -0.3), (0.155, 0.05), (0.12, 0.5), (0.05, 0.5), (0.09, 0)],
            steps=6,
        ),
        colour("#20242c"),
        alpha=0.35,
    )
    for radius, tone in ((0.078, "#7a828c"), (0.06, "#2f6f9a")):
        lay(ellipse(0, -0.16, radius, radius), colour(tone))
    lay(ellipse(-0.02, -0.18, 0.018, 0.022), colour("#ffffff"), alpha=0.8)


def paint_astronaut(canvas: Canvas, x: float, y: float, size: float, turn: float) -> None:
    """An astronaut who floats, with the stars in the visor."""
    suit, shade = colour("#eef0f2"), colour("#8f98a6")

    def lay(points: Array, paint: Array, **options: object) -> None:
        canvas.shape([placed(points, x, y, size, turn=turn)], paint, depth=0.9, **options)  # type: ignore[arg-type]

    def limb(points: list[tuple[float, float]], wide: float) -> None:
        joints = smooth(points, steps=9, closed=False)
        for px, py in joints:
            lay(ellipse(px + 0.012, py + 0.016, wide, wide, count=20), shade)
        for px, py in joints:
            lay(ellipse(px, py, wide * 0.92, wide * 0.92, count=20), suit)

    pack = smooth([(-0.24, -0.24), (0.24, -0.24), (0.26, 0.2), (-0.26, 0.2)], steps=6)
    lay(pack, colour("#aeb6c0"), fade=colour("#5f6874"))
    limb([(-0.1, 0.2), (-0.2, 0.42), (-0.14, 0.62), (-0.2, 0.72)], 0.085)
    limb([(0.1, 0.2), (0.18, 0.4), (0.3, 0.54), (0.34, 0.66)], 0.085)
    limb([(-0.18, -0.12), (-0.38, -0.16), (-0.5, -0.36), (-0.54, -0.46)], 0.068)
    limb([(0.18, -0.12), (0.36, 0.02), (0.5, -0.06), (0.56, -0.12)], 0.068)
    trunk = smooth(
        [(-0.2, -0.24), (0.2, -0.24), (0.22, 0.1), (0.14, 0.28), (-0.14, 0.28), (-0.22, 0.1)],
        steps=8,
    )
    lay(trunk, suit, fade=shade)
    lay(np.array([(-0.1, -0.06), (0.1, -0.06), (0.1, 0.08), (-0.1, 0.08)]), colour("#5a6472"))
    for step, hue in enumerate(("#e8503a", "#f2c14e", "#3fb0d8")):
        lay(ellipse(-0.055 + 0.055 * step, 0.01, 0.018, 0.018), colour(hue) * np.float32(1.2))
    lay(ellipse(0.012, -0.406, 0.225, 0.225), shade)
    lay(ellipse(0, -0.42, 0.22, 0.22), suit, fade=mix(suit, shade, 0.5))
    visor = smooth(
        [(-0.16, -0.5), (0.0, -0.54), (0.16, -0.5), (0.17, -0.38), (0.0, -0.28), (-0.17, -0.38)],
        steps=8,
    )
    lay(visor, colour("#1c2a4a"), fade=colour("#c87a3a"))
    lay(
        smooth([(-0.12, -0.48), (-0.03, -0.5), (-0.08, -0.42), (-0.13, -0.41)], steps=6),
        colour("#ffffff"),
        alpha=0.65,
    )
