"""Cakes, ice cream and drinks, seen from the side."""

import numpy as np

from studio.renderers.drawing.canvas import (
    Array,
    Canvas,
    Points,
    colour,
    ellipse,
    mix,
    placed,
    smooth,
)
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.food.tabletop import ball, shadow

_ICINGS = ("#f3b7c6", "#f6ead8", "#7a4428", "#bfe0d4", "#e8566a")
_DRINKS = {"beer": "#e8a52a", "wine": "#7a1428", "juice": "#f28a1c", "lemonade": "#f4e07a", "smoothie": "#d94a7a",
           "milkshake": "#f0c4c8", "cocktail": "#f2663a"}  # fmt: skip


def _slab(x: float, foot: float, half: float, tall: float) -> Points:
    """A cylinder from the side: straight walls, a rounded foot."""
    t = np.linspace(0, np.pi, 24)
    foot_line = np.stack([x + half * np.cos(t), foot + half * 0.14 * np.sin(t)], -1)
    return np.vstack([[(x + half, foot - tall)], foot_line, [(x - half, foot - tall)]])


def _sided(canvas: Canvas, polygon: Points, paint: Array) -> None:
    """A round body lit from the left."""
    canvas.shape([polygon], paint, depth=0.8)
    cut = canvas.outline([polygon])
    if cut is None:
        return
    mask, at = cut
    across = np.linspace(-1, 1, mask.shape[1], dtype=np.float32)[None, :]
    shade = np.clip(0.12 + 0.55 * (across + 0.25) ** 2, 0, 0.6) * mask
    canvas.paint(shade.astype(np.float32), paint * np.float32(0.3), at=at)


def paint_cake(canvas: Canvas, brief: Brief) -> None:
    """A cake of two tiers with icing that runs down, berries, and candles for a birthday."""
    rng = canvas.rng
    x, foot, size = canvas.width * 0.5, canvas.height * 0.8, canvas.unit * 0.3
    code = brief.colour_of("food") or (
        "#7a4428" if "chocolate" in brief.words else _ICINGS[int(rng.integers(len(_ICINGS)))]
    )
    icing, sponge = colour(code), colour("#e4b878")
    shadow(canvas, x, foot + size * 0.2, size * 1.4, size * 0.16, 0.5)
    canvas.shape(
        [ellipse(x, foot + size * 0.1, size * 1.3, size * 0.2)],
        colour("#f2efe8"),
        fade=colour("#b8b4ac"),
    )
    for half, tall, level in ((1.0, 0.7, 0.0), (0.64, 0.58, 0.7)):
        base = foot - size * level
        _sided(canvas, _slab(x, base, size * half, size * tall), sponge)
        band = _slab(x, base - size * tall * 0.42, size * half, size * tall * 0.14)
        _sided(canvas, band, mix(icing, colour("#ffffff"), 0.4))
        _icing(canvas, (x, base - size * tall, size * half), size * tall * 0.5, icing)
    top = foot - size * 1.28
    for step in np.linspace(-0.5, 0.5, 6):
        ball(canvas, x + size * float(step), top + size * 0.02, size * 0.085, colour("#c8223a"))
    if brief.words & {"birthday", "candle", "candles", "party"}:
        for step in np.linspace(-0.4, 0.4, 5):
            _candle(canvas, x + size * float(step), top - size * 0.03, size * 0.4)


def _icing(canvas: Canvas, top: tuple[float, float, float], drop: float, icing: Array) -> None:
    """The icing on a tier whose upper rim has this middle and half width, and where it runs down."""
    x, y, half = top
    rng = canvas.rng
    lower = []
    count = 15
    for step in range(count):
        px = half * (1 - 2 * step / (count - 1))
        curve = 0.14 * half * np.sqrt(max(1 - (px / half) ** 2, 0))
        run = drop * (float(rng.uniform(0.5, 1.0)) if step % 2 else 0.14)
        lower.append((x + px, y + curve + run))
    outline = [(x - half, y), (x, y - half * 0.14), (x + half, y), *lower]
    canvas.shape(
        [smooth(outline, steps=6)], icing, fade=mix(icing, colour("#301018"), 0.22), depth=0.8
    )
    canvas.shape([ellipse(x, y, half, half * 0.15)], mix(icing, colour("#ffffff"), 0.3), depth=0.8)


def _candle(canvas: Canvas, x: float, foot: float, tall: float) -> None:
    hue = colour(("#4fb0d8", "#f2c14e", "#e8566a", "#7fc06a")[int(canvas.rng.integers(4))])
    wax = [
        (x - tall * 0.06, foot),
        (x - tall * 0.06, foot - tall),
        (x + tall * 0.06, foot - tall),
        (x + tall * 0.06, foot),
    ]
    canvas.shape([np.array(wax)], hue, depth=0.85)
    flame = smooth([(0, -0.3), (0.08, -0.1), (0.0, 0.02), (-0.08, -0.1)], steps=6)
    canvas.glow(x, foot - tall * 1.15, tall * 0.3, colour("#ffb04a") * np.float32(0.5), power=1.6)
    canvas.shape([placed(flame, x, foot - tall, tall)], colour("#ffd86a") * np.float32(1.6))


def paint_cone(canvas: Canvas, brief: Brief) -> None:
    """Three scoops in a waffle cone."""
    rng = canvas.rng
    x, y, size = canvas.width * 0.5, canvas.height * 0.58, canvas.unit * 0.2
    cone = np.array([(x - size * 0.9, y), (x + size * 0.9, y), (x, y + size * 2.0)])
    canvas.shape([cone], colour("#e0a458"), fade=colour("#a86a2a"), depth=0.8)
    for step in np.linspace(-0.8, 0.8, 7):
        for side in (-1, 1):
            tip = np.array([x + size * 0.1 * step, y + size * 1.9])
            start = np.array([x + size * step, y])
            along = (tip - start) * (1.0, 0.96) + (side * size * 0.5 * (1 - abs(step)), 0)
            across = np.array([size * 0.012, 0])
            line = np.array(
                [
                    start - across,
                    start + across,
                    start + along * 0.8 + across,
                    start + along * 0.8 - across,
                ]
            )
            canvas.shape([line], colour("#8a5420"), alpha=0.5)
    flavours = ["#f6e0b8", "#f09ab0", "#7a4a30", "#bfe0b0", "#f2c0d8"]
    order = rng.permutation(len(flavours))
    for index, (dx, dy) in enumerate(((-0.48, -0.25), (0.48, -0.25), (0.0, -1.05))):
        hue = colour(brief.colour_of("food") or flavours[int(order[index])])
        ball(canvas, x + size * dx, y + size * dy, size * 0.74, hue, shine=0.25)
        for _ in range(16):
            angle, far = float(rng.uniform(0, 6.28)), size * 0.6 * float(rng.random()) ** 0.5
            spot = (x + size * dx + far * np.cos(angle), y + size * dy + far * np.sin(angle))
            canvas.disc(*spot, size * 0.025, mix(hue, colour("#ffffff"), 0.6), alpha=0.7)
    ball(canvas, x, y - size * 1.9, size * 0.2, colour("#c8223a"))


def paint_glass(canvas: Canvas, brief: Brief) -> None:
    """A tall glass with ice, a straw and a slice of lemon; wine in a stemmed one."""
    name = next((word for word in _DRINKS if word in brief.words), "cocktail")
    drink = colour(brief.colour_of("food") or _DRINKS[name])
    x, foot, size = canvas.width * 0.5, canvas.height * 0.84, canvas.unit * 0.62
    shadow(canvas, x, foot, size * 0.26, size * 0.035, 0.5)
    if name == "wine":
        return _wine(canvas, x, foot, size, drink)
    straw = placed([(-0.012, -0.1), (0.012, -0.1), (0.16, -1.16), (0.136, -1.16)], x, foot, size)
    canvas.shape([straw], colour("#e8566a"), depth=0.75)
    wall = placed([(-0.2, -0.98), (0.2, -0.98), (0.15, 0.0), (-0.15, 0.0)], x, foot, size)
    canvas.shape([wall], colour("#ffffff"), alpha=0.3, depth=0.8)
    liquid = placed([(-0.183, -0.8), (0.183, -0.8), (0.143, -0.03), (-0.143, -0.03)], x, foot, size)
    canvas.shape(
        [liquid],
        mix(drink, colour("#ffffff"), 0.25),
        fade=drink * np.float32(0.8),
        alpha=0.92,
        depth=0.8,
    )
    _in_the_glass(canvas, (x, foot, size), foam=name in ("beer", "milkshake"))
    for px in (-0.165, 0.12):
        gleam = placed(
            [(px, -0.94), (px + 0.022, -0.94), (px + 0.042, -0.1), (px + 0.026, -0.1)],
            x,
            foot,
            size,
        )
        canvas.shape([gleam], colour("#ffffff"), alpha=0.45, blur=size * 0.004)
    return None


def _in_the_glass(canvas: Canvas, place: tuple[float, float, float], *, foam: bool) -> None:
    x, foot, size = place
    rng = canvas.rng
    if foam:
        for _ in range(40):
            spot = (
                x + size * float(rng.uniform(-0.17, 0.17)),
                foot - size * float(rng.uniform(0.8, 0.9)),
            )
            canvas.disc(
                *spot,
                size * 0.04,
                mix(colour("#fff8ea"), colour("#e8d8b8"), float(rng.random()) * 0.4),
                depth=0.8,
            )
        return
    for _ in range(5):
        cube = np.array([(-0.05, -0.05), (0.05, -0.05), (0.05, 0.05), (-0.05, 0.05)])
        spot = (
            x + size * float(rng.uniform(-0.1, 0.1)),
            foot - size * float(rng.uniform(0.52, 0.78)),
        )
        canvas.shape(
            [placed(cube, *spot, size, turn=float(rng.uniform(0, 1.5)))],
            colour("#ffffff"),
            alpha=0.4,
        )
    rim = (x + size * 0.2, foot - size * 0.96)
    for radius, tone in ((0.12, "#e8b82a"), (0.104, "#fdf3c0"), (0.092, "#f6d84a")):
        canvas.disc(*rim, size * radius, colour(tone), depth=0.82)
    for step in range(8):
        spoke = placed(
            [(0.0, -0.004), (0.09, -0.004), (0.09, 0.004), (0.0, 0.004)],
            *rim,
            size,
            turn=step * np.pi / 4,
        )
        canvas.shape([spoke], colour("#fdf3c0"))


def _wine(canvas: Canvas, x: float, foot: float, size: float, drink: Array) -> None:
    canvas.shape([ellipse(x, foot, size * 0.17, size * 0.025)], colour("#ffffff"), alpha=0.5)
    stem = placed([(-0.012, 0.0), (-0.01, -0.4), (0.01, -0.4), (0.012, 0.0)], x, foot, size)
    canvas.shape([stem], colour("#ffffff"), alpha=0.5)
    cup = [
        (-0.17, -1.0),
        (-0.24, -0.72),
        (-0.16, -0.46),
        (0.0, -0.4),
        (0.16, -0.46),
        (0.24, -0.72),
        (0.17, -1.0),
    ]
    canvas.shape(
        [placed(smooth(cup, steps=8), x, foot, size)], colour("#ffffff"), alpha=0.28, depth=0.8
    )
    wine = [(-0.225, -0.7), (-0.15, -0.47), (0.0, -0.415), (0.15, -0.47), (0.225, -0.7)]
    canvas.shape(
        [placed(smooth(wine, steps=8), x, foot, size)],
        drink,
        fade=drink * np.float32(0.5),
        depth=0.8,
    )
    canvas.shape(
        [ellipse(x, foot - size * 0.7, size * 0.228, size * 0.035)],
        mix(drink, colour("#ffffff"), 0.3),
    )
    gleam = smooth([(-0.18, -0.92), (-0.205, -0.72), (-0.15, -0.52), (-0.175, -0.72)], steps=7)
    canvas.shape([placed(gleam, x, foot, size)], colour("#ffffff"), alpha=0.6, blur=size * 0.004)
