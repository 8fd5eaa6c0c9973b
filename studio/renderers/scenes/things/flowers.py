"""Flowers: a dahlia that fills the frame, petal over petal, or a few blooms in a dim garden."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, Points, colour, mix
from studio.renderers.drawing.palette import Palette, difference, shifted
from studio.renderers.prompts.words import Brief

_GOLDEN = np.pi * (3 - np.sqrt(5))
_BY_NAME = {
    "sunflower": "#f4b61c",
    "lavender": "#8f6fc8",
    "lotus": "#f0a3bd",
    "daisy": "#f6f1e4",
    "daisies": "#f6f1e4",
}
"""Flowers that have a colour of their own."""
_ALIKE = 60.0
"""Colours that are no further apart than this do not set each other off."""
_HUES = ("#e8566a", "#f28a5c", "#d94a8c", "#f2c14e", "#b06ad0", "#f4ede0", "#e2433c", "#6d86e0")


def paint_flowers(
    canvas: Canvas,
    brief: Brief,
    palette: Palette,
    variation: int,
    before: Array | None = None,
) -> None:
    """One great bloom; every second variation a bouquet of several.

    `before` is the colour of what will be seen before them: they have others, where none was said of them.
    """
    rng = canvas.rng
    hues = flower_hues(brief, rng, before)
    many = (
        bool(brief.words & {"bouquet", "garden", "flowers", "field", "meadow"})
        or variation % 3 == 2
    )
    deep = mix(shifted(hues[0], hue=140, saturation=0.5), palette.near, 0.72)
    canvas.rgb[:] = canvas.gradient(
        [(0, mix(deep, palette.middle, 0.22)), (1, mix(deep, palette.near, 0.5))]
    )
    canvas.glow(
        canvas.width * 0.3,
        canvas.height * 0.2,
        canvas.unit * 0.5,
        mix(palette.horizon, hues[0], 0.4) * 0.16,
        power=1.3,
    )
    canvas.mark(0.15)
    if many:
        _bouquet(canvas, hues, palette)
    else:
        _one_bloom(canvas, hues[0], palette, close=variation % 3 == 0)


def _one_bloom(canvas: Canvas, hue: Array, palette: Palette, *, close: bool) -> None:
    """A bloom in the middle, with its leaves where it is not so close that it fills the picture."""
    x, y = (
        canvas.width * float(canvas.rng.uniform(0.47, 0.53)),
        canvas.height * float(canvas.rng.uniform(0.47, 0.53)),
    )
    canvas.look_at(x, y)
    reach = float(np.hypot(canvas.width, canvas.height)) * 0.5
    size = reach if close else canvas.unit * 0.42
    if size < reach:
        leaves(canvas, x, y, size, palette)
    bloom(canvas, x, y, size, hue, marks=True)


def flower_hues(brief: Brief, rng: np.random.Generator, before: Array | None = None) -> list[Array]:
    """The colours said of flowers, else those they have by their name, else some that are unlike `before`."""
    said = brief.colour_of("flower")
    asked = [colour(code) for code in ([said] if said else brief.loose)]
    start = int(rng.integers(len(_HUES)))
    named = [colour(code) for word, code in _BY_NAME.items() if word in brief.words]
    return asked or named or _free_hues(start, before)


def _free_hues(start: int, before: Array | None) -> list[Array]:
    """Four colours from one of them on, without those that are like `before`."""
    turned = [colour(_HUES[(start + step) % len(_HUES)]) for step in range(len(_HUES))]
    if before is not None:
        turned.sort(key=lambda hue: difference(hue, before) < _ALIKE)
    return turned[:4]


def _bouquet(canvas: Canvas, hues: list[Array], palette: Palette) -> None:
    rng = canvas.rng
    places = [
        (0.2, 0.26, 0.17),
        (0.82, 0.24, 0.16),
        (0.5, 0.16, 0.15),
        (0.12, 0.72, 0.19),
        (0.9, 0.7, 0.2),
        (0.66, 0.86, 0.2),
        (0.34, 0.88, 0.18),
        (0.48, 0.52, 0.34),
    ]
    for index, (px, py, size) in enumerate(places):
        x = canvas.width * (px + float(rng.normal(0, 0.02)))
        y = canvas.height * (py + float(rng.normal(0, 0.02)))
        reach = canvas.unit * size * float(rng.uniform(0.9, 1.15))
        hue = shifted(hues[index % len(hues)], light=0.72 if index < 5 else 0.95)
        if index == len(places) - 1:
            hue = hues[0]
            canvas.look_at(x, y)
        leaves(canvas, x, y, reach, palette)
        bloom(canvas, x, y, reach, hue)
        canvas.mark(0.2 + 0.08 * index)


def _petal() -> Points:
    t = np.linspace(0, 1, 18)
    half = np.sin(np.pi * t**0.72) ** 0.8 * (1 - 0.25 * t)
    right = np.stack([half, t], -1)
    return np.vstack([right, (right * (-1, 1))[::-1]])


def _turned(drawn: Points, centre: tuple[float, float], way: tuple[float, float]) -> Points:
    """A petal that was drawn upwards from the flower's centre, turned to where its `way` (cosine, sine) leads."""
    (x, y), (cos, sin) = centre, way
    return np.stack(
        [x + drawn[:, 1] * cos - drawn[:, 0] * sin, y + drawn[:, 1] * sin + drawn[:, 0] * cos], -1
    )


def bloom(
    canvas: Canvas, cx: float, cy: float, reach: float, hue: Array, *, marks: bool = False
) -> None:
    """Petals on the golden angle, outermost first, each shaded towards its root and lit at its tip."""
    rng, outline = canvas.rng, _petal()
    count = 210 if reach > canvas.unit * 0.3 else 110
    shade, light = (
        shifted(hue, hue=-14, light=0.4),
        mix(shifted(hue, hue=10, light=1.25), colour("#fff4e4"), 0.34),
    )
    spin = float(rng.uniform(0, 6.28))
    for index in range(count, 0, -1):
        t = index / count
        angle = index * _GOLDEN + spin
        length = reach * (0.1 + 0.36 * t**0.7)
        width = length * (0.24 + 0.06 * t)
        root = reach * 0.74 * t**0.72 - length * 0.22
        cos, sin = np.cos(angle), np.sin(angle)
        drawn = outline * (width, length) + (0, root)
        polygon = _turned(drawn, (cx, cy), (cos, sin))
        _paint_petal(
            canvas, polygon, (cx, cy), (cos, sin), (root, length, width), (shade, hue, light), t
        )
        if marks and index % 42 == 0:
            canvas.mark(0.2 + 0.65 * (1 - t))


def _paint_petal(
    canvas: Canvas,
    polygon: Points,
    centre: tuple[float, float],
    way: tuple[float, float],
    form: tuple[float, float, float],
    paints: tuple[Array, Array, Array],
    t: float,
) -> None:
    root, length, width = form
    shadow = canvas.outline([polygon + (width * 0.06, width * 0.16)], blur=max(width * 0.14, 0.6))
    if shadow is not None:
        mask, (top, left) = shadow
        canvas.rgb[top : top + mask.shape[0], left : left + mask.shape[1]] *= (1 - 0.5 * mask)[
            ..., None
        ]
    cut = canvas.outline([polygon])
    if cut is None:
        return
    mask, (top, left) = cut
    rows, columns = slice(top, top + mask.shape[0]), slice(left, left + mask.shape[1])
    dx, dy = canvas.x[:, columns] - centre[0], canvas.y[rows] - centre[1]
    along = np.clip(((dx * way[0] + dy * way[1]) - root) / length, 0, 1)
    across = (dy * way[0] - dx * way[1]) / width
    cup = 0.82 + 0.3 * np.abs(across) - 0.12 * np.cos(across * 9)
    lamp = 1 + 0.22 * (-way[0] * 0.5 - way[1] * 0.8)
    shade, hue, light = paints
    tip = (along**2.2 * (0.75 - 0.25 * t))[..., None]
    body = shade + (hue - shade) * np.minimum(along * 1.7, 1)[..., None]
    body = (body + (light - body) * tip) * (cup * lamp)[..., None]
    canvas.paint(mask, body.astype(np.float32), at=(top, left), depth=0.35 + 0.6 * (1 - t))


def leaves(canvas: Canvas, x: float, y: float, reach: float, palette: Palette) -> None:
    outline = _petal()
    green = mix(colour("#3f7a4a"), palette.near, 0.4)
    for index in range(7):
        angle = index * 0.9 + float(canvas.rng.uniform(0, 0.5))
        drawn = outline * (reach * 0.3, reach * 0.85) + (0, reach * 0.55)
        cos, sin = np.cos(angle), np.sin(angle)
        polygon = _turned(drawn, (x, y), (cos, sin))
        tone = shifted(green, light=float(canvas.rng.uniform(0.5, 1.0)))
        canvas.shape(
            [polygon], tone, fade=mix(tone, palette.near, 0.5), blur=reach * 0.01, depth=0.2
        )
        vein = np.stack(
            [
                x + np.array([0.6, 1.35, 0.6]) * reach * cos,
                y + np.array([0.6, 1.35, 0.6]) * reach * sin,
            ],
            -1,
        )
        vein[2] += (reach * 0.012, reach * 0.012)
        canvas.shape([vein], mix(tone, palette.light, 0.2), alpha=0.6)
