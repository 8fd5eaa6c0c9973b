"""An island, a beach or the open sea from above."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, colour, ellipse, mix, smoothstep
from studio.renderers.drawing.palette import Palette
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.above.ground import WHITE, Ground, shaded

_SHADES = ("#e8453c", "#f2c14e", "#2f8fd0", "#f4f2ec", "#3fa87a", "#f48ab8")
_BEACHES = {"beach", "cove", "shore", "shoreline", "coast", "coastline", "seaside", "surf", "cliff"}
_OPEN = {"boat", "waves", "sea", "whale"}


def paint_coast(canvas: Canvas, brief: Brief, palette: Palette) -> None:
    """The land rises out of the sea by what is named: an island all round, a beach on one side, or not at all."""
    ground = Ground(canvas, 0.0, mix(palette.near, palette.middle, 0.4), 0.55 * palette.dark)
    height = _rise(canvas, brief)
    _sea(canvas, ground, height, palette)
    _foam(canvas, ground, height)
    canvas.mark(0.4)
    rough = canvas.noise(22, octaves=4)
    relief = shaded(np.maximum(height, 0) * canvas.unit * 0.5 + rough * canvas.unit * 0.02, 0.9)[
        ..., None
    ]
    for low, hue in (
        (0.0, colour("#f0dcae")),
        (0.1, colour("#8fae5a")),
        (0.2, colour("#4f8a4a")),
        (0.62, colour("#8a8272")),
    ):
        edge = smoothstep(low, low + 0.03, height + (rough - 0.5) * (0.1 if low else 0.012))
        canvas.paint(edge, (ground.tone(hue) * relief).astype(np.float32), depth=0.3 + low * 0.5)
    _woods(canvas, ground, height)
    _visitors(canvas, ground, height, brief)
    canvas.look_at(canvas.width / 2, canvas.height / 2)
    if palette.dark < 0.5:
        canvas.glow(
            canvas.width * 0.2,
            canvas.height * 0.1,
            canvas.unit * 0.5,
            palette.light * np.float32(0.1),
            power=1.5,
        )
    canvas.mark(0.85)


def _sea(canvas: Canvas, ground: Ground, height: Array, palette: Palette) -> None:
    """Deep water, clearer over shallows, with its swell; crests where there is nothing else."""
    warm = mix(palette.horizon, colour("#8fe0dc"), 0.75)
    deep, clear = mix(colour("#0f5f94"), palette.water, 0.3), mix(colour("#3fc4c8"), warm, 0.25)
    canvas.rgb[:] = ground.tone(deep)
    for low, high, hue in ((-0.5, -0.08, clear), (-0.12, -0.01, mix(clear, WHITE, 0.35))):
        canvas.paint(smoothstep(low, high, height), ground.tone(hue))
    swell = canvas.noise(13, octaves=4, stretch=2.6)
    open_sea = float(height.max()) < 0
    canvas.rgb *= ((0.72 + 0.56 * swell) if open_sea else (0.94 + 0.12 * swell))[..., None]
    if open_sea:
        crest = np.exp(-(((swell - 0.6) / 0.014) ** 2)) * smoothstep(
            0.45, 0.62, canvas.noise(24, octaves=3, stretch=2)
        )
        canvas.paint((crest * 0.6).astype(np.float32), ground.tone(WHITE))


def _rise(canvas: Canvas, brief: Brief) -> Array:
    """How far the ground is above the sea (0), about −1 … 1."""
    x, y = (canvas.x - canvas.width / 2) / canvas.unit, (canvas.y - canvas.height / 2) / canvas.unit
    rough = canvas.noise(2.6, octaves=6, gain=0.52) - 0.5
    words = brief.words
    if words & _BEACHES and not words & {"island", "islands", "islet", "atoll"}:
        lean = float(canvas.rng.uniform(0.2, 0.5)) * (1 if canvas.rng.random() < 0.5 else -1)
        return np.asarray((y * 0.9 + x * lean + 0.06) * 1.1 + rough * 0.3, np.float32)
    if brief.has(*_OPEN) and not (
        words & {"island", "islands", "islet", "atoll"} or brief.has("palm", "lighthouse")
    ):
        return np.asarray(-1.2 + rough * 0.9 + 0 * x, np.float32)
    far = np.hypot(x * 0.92, y * 1.06)
    return np.asarray(0.62 - far * 1.85 + rough * 0.85, np.float32)


def _foam(canvas: Canvas, ground: Ground, height: Array) -> None:
    """Lines of surf along the shore."""
    wander = (canvas.noise(9, octaves=4) - 0.5) * 0.05
    for middle, wide, strength in (
        (-0.012, 0.014, 0.95),
        (-0.07, 0.009, 0.6),
        (-0.13, 0.007, 0.35),
    ):
        line = np.exp(-(((height + wander - middle) / wide) ** 2)) * strength
        canvas.paint(line.astype(np.float32), ground.tone(WHITE))


def _woods(canvas: Canvas, ground: Ground, height: Array) -> None:
    """Trees on the land, palms nearest to the beach."""
    rng, unit = canvas.rng, canvas.unit
    count = int(520 * canvas.width * canvas.height / unit**2)
    for x, y in rng.random((count, 2)):
        row, column = int(y * canvas.height), int(x * canvas.width)
        up = float(height[row, column])
        spot = ((column - canvas.width / 2) / unit, (row - canvas.height / 2) / unit)
        if 0.11 < up < 0.2:
            _palm(ground, *spot, float(rng.uniform(0.022, 0.032)))
        elif 0.2 <= up < 0.6:
            hue = mix(colour("#2f6f3f"), colour("#7fa84a"), float(rng.random()))
            ground.crown(*spot, float(rng.uniform(0.012, 0.022)), hue)


def _palm(ground: Ground, x: float, y: float, size: float) -> None:
    """A palm: a star of leaves and its shade."""
    rng = ground.canvas.rng
    start = float(rng.uniform(0, 1))
    for shift, hue, alpha in ((0.35, colour("#2a2618"), 0.35), (0.0, colour("#4f9a4a"), 1.0)):
        for leaf in range(7):
            turn = start + leaf * 2 * np.pi / 7
            tip = ellipse(x + size * (0.5 * np.cos(turn) + shift), y + size * (0.5 * np.sin(turn) + shift), size * 0.55,
                          size * 0.15, turn=turn, count=12)  # fmt: skip
            ground.fill(
                tip,
                mix(hue, colour("#c8e070"), 0.3 * (leaf % 2)) if shift == 0.0 else hue,
                alpha=alpha,
            )
    ground.disc(x, y, size * 0.12, colour("#8a6a3a"))


def _visitors(canvas: Canvas, ground: Ground, height: Array, brief: Brief) -> None:
    """Parasols and towels on a beach that is named, and boats on the water."""
    rng, unit = canvas.rng, canvas.unit
    spots = rng.random((900, 2)) * (canvas.height, canvas.width)
    sand = [(r, c) for r, c in spots.astype(int) if 0.035 < height[r, c] < 0.085]
    if brief.words & (_BEACHES | {"resort"}):
        taken: list[tuple[int, int]] = []
        for row, column in sand:
            if (
                all(np.hypot(row - r, column - c) > unit * 0.085 for r, c in taken)
                and len(taken) < 16
            ):
                taken.append((row, column))
                _parasol(
                    ground, (column - canvas.width / 2) / unit, (row - canvas.height / 2) / unit
                )
    sea = [(r, c) for r, c in spots.astype(int) if -0.62 < height[r, c] < -0.22]
    alone = float(height.max()) < 0
    boats = (
        [(canvas.height // 2, canvas.width // 2)] if alone else sea[: 3 if brief.has("boat") else 2]
    )
    large = 0.3 if alone else 0.085
    for row, column in boats:
        spot = ((column - canvas.width / 2) / unit, (row - canvas.height / 2) / unit)
        _boat(ground, *spot, large, float(rng.uniform(-0.9, 0.9)))


def _parasol(ground: Ground, x: float, y: float) -> None:
    """A parasol of eight gores, a towel beside it."""
    rng, size = ground.canvas.rng, 0.026
    hue, other = (colour(_SHADES[int(index)]) for index in rng.permutation(len(_SHADES))[:2])
    towel = np.array([(0.9, -0.5), (1.5, -0.5), (1.5, 0.9), (0.9, 0.9)]) * size + (x, y)
    ground.fill(towel, other)
    ground.fill(
        ellipse(x + size * 0.4, y + size * 0.45, size, size, count=24), colour("#3a2c18"), alpha=0.4
    )
    for gore in range(8):
        turns = np.linspace(gore * np.pi / 4, (gore + 1) * np.pi / 4, 4)
        rim = np.stack([x + size * np.cos(turns), y + size * np.sin(turns)], -1)
        ground.fill(np.vstack([[(x, y)], rim]), hue if gore % 2 else WHITE)
    ground.disc(x, y, size * 0.12, WHITE)


_HULL = [
    (0.62, 0.0),
    (0.4, 0.13),
    (0.1, 0.19),
    (-0.5, 0.17),
    (-0.52, -0.17),
    (0.1, -0.19),
    (0.4, -0.13),
]


def _boat(ground: Ground, x: float, y: float, size: float, turn: float) -> None:
    """A boat under way, its wake behind it."""
    cos, sin = np.cos(turn), np.sin(turn)

    def at(places: list[tuple[float, float]]) -> Array:
        return np.asarray(np.array(places) * size @ np.array([[cos, sin], [-sin, cos]]) + (x, y))

    for side in (-1, 1):
        wake = [
            (0.3, 0.1 * side),
            (-0.5, 0.22 * side),
            (-1.9, 0.62 * side),
            (-1.8, 0.46 * side),
            (-0.5, 0.12 * side),
        ]
        ground.fill(at(wake), WHITE, alpha=0.45, soft=size * 0.03)
    ground.fill(
        at([(-0.5, -0.12), (-1.7, -0.2), (-1.7, 0.2), (-0.5, 0.12)]),
        WHITE,
        alpha=0.35,
        soft=size * 0.06,
    )
    ground.fill(
        at([(px - 0.04, py + 0.06) for px, py in _HULL]),
        colour("#0a2a44"),
        alpha=0.5,
        soft=size * 0.02,
    )
    ground.fill(at(_HULL), colour("#f6f4ee"))
    ground.fill(at([(px * 0.84 - 0.01, py * 0.7) for px, py in _HULL]), colour("#b5804a"))
    ground.fill(at([(0.2, 0.1), (0.2, -0.1), (-0.16, -0.11), (-0.16, 0.11)]), colour("#f6f4ee"))
    ground.fill(at([(0.24, 0.09), (0.3, 0.05), (0.3, -0.05), (0.24, -0.09)]), colour("#2f4a5f"))
    ground.fill(at([(-0.26, 0.1), (-0.26, -0.1), (-0.42, -0.1), (-0.42, 0.1)]), colour("#d6322f"))
