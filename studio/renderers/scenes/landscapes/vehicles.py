"""Things that carry people: a sailing boat, a car, a hot-air balloon."""

from collections.abc import Callable

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, ellipse, mix, placed, smooth
from studio.renderers.drawing.palette import Palette
from studio.renderers.scenes.stage import Stage


def paint_boat(stage: Stage, x: float, y: float, size: float) -> None:
    """A small sailing boat on the water, with its broken reflection."""
    canvas, palette = stage.canvas, stage.palette
    hull_colour = mix(palette.near, palette.accents[0], 0.12 if palette.dark > 0.4 else 0.45)
    sail_colour = mix(colour("#f6efe0"), palette.horizon, 0.3)
    sail_colour = mix(sail_colour, palette.near, 0.75 * palette.dark)
    flip = stage.side > 0
    hull = smooth([(-0.5, -0.08), (-0.38, 0.06), (0.3, 0.07), (0.52, -0.1), (0.1, -0.055)], steps=6)
    main = [(0.02, -0.1), (0.0, -1.0), (-0.14, -0.62), (-0.43, -0.13)]
    jib = [(0.06, -0.12), (0.03, -0.88), (0.26, -0.5), (0.47, -0.13)]
    for step in range(7):
        t = step / 6
        wobble = float(canvas.rng.normal(0, size * 0.03))
        slab = ellipse(
            x + wobble, y + size * (0.09 + 0.1 * step), size * (0.42 - 0.3 * t), size * 0.028
        )
        canvas.shape(
            [slab],
            mix(hull_colour, sail_colour, 0.25 + 0.3 * t),
            alpha=0.5 - 0.34 * t,
            blur=size * 0.012,
        )
    canvas.shape(
        [placed(smooth(main, steps=6), x, y, size, flip=flip)],
        sail_colour,
        fade=mix(sail_colour, palette.near, 0.25),
        depth=0.6,
    )
    canvas.shape(
        [placed(smooth(jib, steps=6), x, y, size, flip=flip)],
        mix(sail_colour, palette.accents[0], 0.22),
        depth=0.6,
    )
    mast = [(-0.008, -0.05), (-0.008, -1.02), (0.01, -1.02), (0.014, -0.05)]
    canvas.shape([placed(mast, x, y, size, flip=flip)], palette.near, depth=0.6)
    canvas.shape([placed(hull, x, y, size, flip=flip)], hull_colour, depth=0.6)


_CAR_BODY = [
    (-0.5, -0.06), (-0.51, -0.15), (-0.47, -0.2), (-0.3, -0.225), (-0.17, -0.32), (0.08, -0.335),
    (0.22, -0.225), (0.43, -0.19), (0.5, -0.13), (0.5, -0.06), (0.2, -0.045), (-0.2, -0.045),
]  # fmt: skip


def paint_car(stage: Stage, x: float, foot: float, size: float) -> None:
    """A classic car seen from the side, headlights on after dark."""
    canvas, palette = stage.canvas, stage.palette
    canvas.disc(x, foot + size * 0.01, size * 0.5, palette.near, alpha=0.0)
    canvas.shape(
        [ellipse(x, foot, size * 0.54, size * 0.035)],
        palette.near * np.float32(0.3),
        alpha=0.75,
        blur=size * 0.02,
    )
    _car_body(stage, x, foot, size)
    _wheels(stage, x, foot, size)
    _car_lights(stage, x, foot, size)


def _car_body(stage: Stage, x: float, foot: float, size: float) -> None:
    """The coachwork with its windows and a line of chrome."""
    canvas, palette, flip = stage.canvas, stage.palette, stage.side > 0
    paint = mix(palette.accents[0], palette.near, 0.2 + 0.45 * palette.dark)
    canvas.shape(
        [placed(smooth(_CAR_BODY, steps=8), x, foot, size, flip=flip)],
        mix(paint, palette.light, 0.2),
        fade=mix(paint, palette.near, 0.55),
        depth=0.85,
    )
    glass = smooth([(-0.25, -0.225), (-0.15, -0.3), (0.06, -0.312), (0.17, -0.225)], steps=5)
    canvas.shape(
        [placed(glass, x, foot, size, flip=flip)],
        mix(palette.horizon, palette.near, 0.35),
        fade=palette.near,
    )
    pillar = [(-0.05, -0.22), (-0.04, -0.315), (-0.022, -0.315), (-0.03, -0.22)]
    canvas.shape([placed(pillar, x, foot, size, flip=flip)], paint)
    chrome = [(-0.48, -0.155), (0.48, -0.14), (0.48, -0.132), (-0.48, -0.147)]
    canvas.shape([placed(chrome, x, foot, size, flip=flip)], mix(palette.light, palette.near, 0.25))


def _wheels(stage: Stage, x: float, foot: float, size: float) -> None:
    """Two tyres, each with its cap and hub."""
    canvas, palette = stage.canvas, stage.palette
    cap = mix(colour("#c8ccd0"), palette.near, 0.3 + 0.4 * palette.dark)
    y = foot - size * 0.065
    for wheel in (-0.3, 0.31):
        wx = x + (-wheel if stage.side > 0 else wheel) * size
        canvas.disc(wx, y, size * 0.085, colour("#0a0a0c"), depth=0.85)
        canvas.disc(wx, y, size * 0.046, cap)
        canvas.disc(wx, y, size * 0.018, colour("#22262a"))


def _car_lights(stage: Stage, x: float, foot: float, size: float) -> None:
    """The lamps in front and behind, and a beam on the road after dark."""
    canvas, dark, flip = stage.canvas, stage.palette.dark, stage.side > 0
    front = x + (-0.485 if flip else 0.485) * size
    back = x + (0.5 if flip else -0.5) * size
    white, red = colour("#fff0c0") * np.float32(1 + 2 * dark), colour("#ff3a2a")
    canvas.spark(front, foot - size * 0.155, size * 0.05, white)
    canvas.spark(back, foot - size * 0.16, size * 0.045, red * np.float32(1 + 1.5 * dark))
    if dark > 0.3:
        along = (canvas.x - front) * (-1 if flip else 1)
        across = canvas.y - (foot - size * 0.12) - along * 0.05
        cone = (
            np.exp(-((across / (np.maximum(along, 0) * 0.13 + size * 0.02)) ** 2))
            * np.exp(-along / (size * 0.9))
            * (along > 0)
        )
        canvas.rgb += (cone * 0.4 * dark)[..., None].astype(np.float32) * colour("#fff0c8")


def paint_balloon(stage: Stage, x: float, y: float, size: float, hues: tuple[Array, ...]) -> None:
    """A hot-air balloon of striped cloth, `size` tall from crown to basket."""
    canvas, palette = stage.canvas, stage.palette
    count = 11
    outline = np.linspace(0, 1, 40)
    width = np.where(
        outline < 0.42,
        np.sin(outline / 0.42 * np.pi / 2),
        np.maximum(np.cos((outline - 0.42) / 0.58 * np.pi / 2), 0) ** 0.8 * 0.88 + 0.12,
    )
    width = np.clip(width, 0.02, 1) * 0.36
    for gore in range(count):
        a, b = -np.pi / 2 + np.pi * gore / count, -np.pi / 2 + np.pi * (gore + 1) / count
        left = np.stack([np.sin(a) * width, outline * 0.84 - 1], -1)
        right = np.stack([np.sin(b) * width, outline * 0.84 - 1], -1)
        facing = np.sin((a + b) / 2) * (1 if stage.light_x > x else -1)
        tint = mix(
            hues[gore % len(hues)], palette.near, 0.12 + 0.24 * palette.dark + 0.2 * max(-facing, 0)
        )
        tint = mix(tint, palette.light, 0.28 * max(facing, 0))
        canvas.shape(
            [placed(np.vstack([left, right[::-1]]), x, y, size)],
            tint,
            fade=mix(tint, palette.near, 0.3),
            depth=0.55,
        )
    basket = [(-0.06, -0.09), (-0.05, 0.0), (0.05, 0.0), (0.06, -0.09)]
    ropes = [
        [(-0.05, -0.17), (-0.056, -0.08), (-0.05, -0.08), (-0.043, -0.17)],
        [(0.05, -0.17), (0.056, -0.08), (0.05, -0.08), (0.043, -0.17)],
    ]
    canvas.shape([placed(rope, x, y, size) for rope in ropes], palette.near)
    canvas.shape(
        [placed(basket, x, y, size)], mix(colour("#6b4426"), palette.near, 0.4), depth=0.55
    )
    if palette.dark > 0.5:
        canvas.glow(x, y - size * 0.3, size * 0.16, colour("#ffb35c") * np.float32(0.45), power=1.5)


def paint_train(stage: Stage, x: float, rail: float, size: float) -> None:
    """A steam train on its rail, the engine (`size` pixels long) at the head of four coaches."""
    canvas, palette = stage.canvas, stage.palette
    way = 1 if stage.side > 0 else -1
    paint = mix(palette.accents[0], palette.near, 0.25 + 0.45 * palette.dark)
    dark = mix(palette.near, palette.haze, 0.12)

    def lay(points: Array, tone: Array, shift: float = 0.0) -> None:
        canvas.shape(
            [placed(points + (shift, 0.0), x, rail, size, flip=way < 0)],
            tone,
            fade=mix(tone, palette.near, 0.5),
            depth=0.7,
        )

    for number in range(4):
        _coach(lay, -1.08 * (number + 1), palette, (paint, dark))
    _engine(lay, paint, dark)
    steam = mix(palette.light, palette.haze, 0.35)
    for puff in range(16):
        t = puff / 15
        spot = placed([(0.31 - 2.6 * t, -0.62 - 0.42 * t**0.7)], x, rail, size, flip=way < 0)[0]
        reach = size * (0.07 + 0.2 * t) * float(canvas.rng.uniform(0.8, 1.2))
        canvas.disc(
            float(spot[0]), float(spot[1]), reach, steam, alpha=0.42 * (1 - t), blur=reach * 0.3
        )


def _coach(
    lay: Callable[[Array, Array, float], None],
    back: float,
    palette: Palette,
    tones: tuple[Array, Array],
) -> None:
    """A coach with lit windows, its middle at `back`; `tones` are its paint and its dark parts."""
    paint, dark = tones
    lay(np.array([(-0.5, -0.08), (-0.5, -0.42), (0.5, -0.42), (0.5, -0.08)]), paint, back)
    lay(np.array([(-0.53, -0.42), (-0.46, -0.48), (0.46, -0.48), (0.53, -0.42)]), dark, back)
    for pane in range(5):
        left = -0.42 + 0.175 * pane
        glass = colour("#ffd58a") * np.float32(0.6 + 0.8 * palette.dark)
        lay(
            np.array([(left, -0.22), (left, -0.36), (left + 0.12, -0.36), (left + 0.12, -0.22)]),
            glass,
            back,
        )
    for wheel in (-0.34, -0.2, 0.2, 0.34):
        lay(ellipse(wheel, -0.05, 0.06, 0.06), dark, back)


def _engine(lay: Callable[[Array, Array], None], paint: Array, dark: Array) -> None:
    """Cab, boiler, chimney, cowcatcher and wheels."""
    lay(
        np.array(
            [(-0.5, -0.1), (-0.5, -0.5), (-0.16, -0.5), (-0.16, -0.36), (0.4, -0.36), (0.44, -0.1)]
        ),
        dark,
    )
    lay(np.array([(-0.55, -0.5), (-0.5, -0.55), (-0.14, -0.55), (-0.1, -0.5)]), paint)
    lay(np.array([(-0.42, -0.3), (-0.42, -0.44), (-0.26, -0.44), (-0.26, -0.3)]), colour("#ffd58a"))
    lay(np.array([(0.26, -0.34), (0.24, -0.56), (0.38, -0.56), (0.36, -0.34)]), dark)
    lay(np.array([(0.42, -0.1), (0.56, 0.0), (0.3, 0.0)]), paint)
    for wheel, reach in ((-0.36, 0.1), (-0.1, 0.1), (0.14, 0.1), (0.34, 0.06)):
        lay(ellipse(wheel, -reach, reach, reach), paint)
        lay(ellipse(wheel, -reach, reach * 0.7, reach * 0.7), dark)
