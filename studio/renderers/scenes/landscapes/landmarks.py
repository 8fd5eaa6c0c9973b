"""Things people built: lighthouse, cabin, bridge, lanterns."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, mix, placed, smooth
from studio.renderers.scenes.stage import Stage


def paint_lighthouse(stage: Stage, x: float, foot: float, tall: float) -> None:
    """A lighthouse standing at (x, foot); after dark its beam sweeps away from the picture's edge."""
    canvas, palette = stage.canvas, stage.palette
    dark = palette.dark
    white = mix(mix(colour("#f3efe6"), palette.horizon, 0.25), palette.near, 0.86 * dark)
    band = mix(mix(palette.accents[0], colour("#c8392b"), 0.5), palette.near, 0.8 * dark)
    body = [(-0.13, 0.02), (-0.078, -0.78), (0.078, -0.78), (0.13, 0.02)]
    canvas.shape([placed(body, x, foot, tall)], white, depth=0.5)
    for low in (0.08, 0.38, 0.63):
        high = low + (0.15 if low < 0.6 else 0.1)

        def half(at: float) -> float:
            return 0.13 - 0.052 * at / 0.78

        stripe = [(-half(low), -low), (-half(high), -high), (half(high), -high), (half(low), -low)]
        canvas.shape([placed(stripe, x, foot, tall)], band)
    shade_side = -1 if stage.light_x > x else 1
    shade = [(0, 0.02), (0, -0.78), (0.078 * shade_side, -0.78), (0.13 * shade_side, 0.02)]
    canvas.shape([placed(shade, x, foot, tall)], palette.near, alpha=0.45, blur=tall * 0.012)
    _lantern(stage, x, foot, tall, band)


def _lantern(stage: Stage, x: float, foot: float, tall: float, band: Array) -> None:
    """The gallery, the lamp behind its bars, its roof, and after dark its light."""
    canvas, palette = stage.canvas, stage.palette
    dark = palette.dark
    gallery = [(-0.115, -0.775), (-0.115, -0.805), (0.115, -0.805), (0.115, -0.775)]
    canvas.shape([placed(gallery, x, foot, tall)], palette.near, depth=0.5)
    lamp_y = foot - tall * 0.86
    glass = [(-0.06, -0.805), (-0.06, -0.915), (0.06, -0.915), (0.06, -0.805)]
    lit = palette.light * (0.9 + 2.2 * dark)
    canvas.shape([placed(glass, x, foot, tall)], lit, depth=0.5)
    bars = [
        placed(
            [
                (at - 0.004, -0.805),
                (at - 0.004, -0.915),
                (at + 0.004, -0.915),
                (at + 0.004, -0.805),
            ],
            x,
            foot,
            tall,
        )
        for at in (-0.03, 0.0, 0.03)
    ]
    canvas.shape(bars, palette.near, alpha=0.6)
    roof = [(-0.078, -0.91), (0, -1.0), (0.078, -0.91)]
    canvas.shape([placed(roof, x, foot, tall)], mix(band, palette.near, 0.35), depth=0.5)
    if dark > 0.2:
        _beam(stage, x, lamp_y, tall)
        warm = mix(palette.light, colour("#ffd58a"), 0.5)
        canvas.glow(x, lamp_y, tall * 0.16, warm * np.float32(0.85 * dark), power=1.5)


def _beam(stage: Stage, x: float, y: float, tall: float) -> None:
    canvas, palette = stage.canvas, stage.palette
    direction = 1 if x < canvas.width / 2 else -1
    along = (canvas.x - x) * direction
    tilt = float(canvas.rng.uniform(-0.1, 0.03))
    across = canvas.y - y - along * tilt
    width = np.maximum(along, 0) * 0.055 + tall * 0.02
    reach = canvas.width * 0.75
    strength = (
        np.exp(-((across / width) ** 2) * 1.6) * np.exp(-np.maximum(along, 0) / reach) * (along > 0)
    )
    strength *= np.clip(along / (tall * 0.1), 0, 1)
    warm = mix(palette.light, colour("#ffe2a8"), 0.4)
    canvas.rgb += (strength * 0.55 * palette.dark)[..., None].astype(np.float32) * warm
    back = np.exp(-((across / (np.maximum(-along, 0) * 0.06 + tall * 0.02)) ** 2) * 1.6) * (
        along < 0
    )
    back *= np.exp(np.minimum(along, 0) / (canvas.width * 0.18))
    canvas.rgb += (back * 0.2 * palette.dark)[..., None].astype(np.float32) * warm


def paint_cabin(stage: Stage, x: float, foot: float, size: float) -> None:
    """A house with a pitched roof, lit windows and smoke from its chimney."""
    palette = stage.palette
    said = stage.brief.colour_of("cabin")
    own = colour(said) if said else mix(palette.accents[0], colour("#6b4630"), 0.6)
    wall = mix(own, palette.near, 0.25 * (said is None) + (0.6 - 0.2 * bool(said)) * palette.dark)
    _walls(stage, x, foot, size, wall)
    _roof(stage, x, foot, size)
    for corner in ((-0.36, -0.3), (0.06, -0.32), (0.1, -0.62)):
        _window(stage, x, foot, size, corner, wall)
    door = [(0.28, 0.05), (0.28, -0.24), (0.41, -0.24), (0.41, 0.05)]
    stage.canvas.shape([placed(door, x, foot, size)], mix(wall, palette.near, 0.65))
    _smoke(stage, x, foot, size)


def _walls(stage: Stage, x: float, foot: float, size: float, wall: Array) -> None:
    """The front, the gable and the chimney."""
    canvas, near = stage.canvas, stage.palette.near
    front = [(-0.5, 0.05), (-0.5, -0.42), (0.5, -0.42), (0.5, 0.05)]
    canvas.shape([placed(front, x, foot, size)], wall, fade=mix(wall, near, 0.5), depth=0.7)
    gable = [(-0.12, -0.42), (0.16, -0.86), (0.44, -0.42)]
    canvas.shape([placed(gable, x, foot, size)], wall, depth=0.7)
    chimney = [(-0.4, -0.6), (-0.4, -0.95), (-0.3, -0.95), (-0.3, -0.6)]
    canvas.shape([placed(chimney, x, foot, size)], mix(wall, near, 0.4))


def _roof(stage: Stage, x: float, foot: float, size: float) -> None:
    """The slope and the edges of the gable; white when it snows."""
    palette = stage.palette
    roof = mix(palette.near, palette.haze, 0.12)
    if "snow" in stage.brief.weather:
        roof = mix(palette.haze, palette.light, 0.55)
    slope = [(-0.6, -0.38), (-0.46, -0.84), (0.18, -0.9), (-0.14, -0.38)]
    stage.canvas.shape([placed(slope, x, foot, size)], roof, depth=0.7)
    edges = (
        [(-0.17, -0.36), (0.14, -0.92), (0.2, -0.92), (-0.09, -0.36)],
        [(0.12, -0.92), (0.2, -0.92), (0.54, -0.36), (0.46, -0.36)],
    )
    stage.canvas.shape(
        [placed(edge, x, foot, size) for edge in edges], mix(roof, palette.near, 0.35)
    )


def _window(
    stage: Stage, x: float, foot: float, size: float, corner: tuple[float, float], wall: Array
) -> None:
    """A pane with a cross, glowing after dark; `corner` is its upper left in house sizes."""
    canvas, palette = stage.canvas, stage.palette
    left, top = corner

    def bar(x0: float, y0: float, x1: float, y1: float) -> Array:
        return placed([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], x, foot, size)

    warm = colour("#ffc46b") * np.float32(0.8 + 1.4 * palette.dark)
    canvas.shape([bar(left, top, left + 0.14, top + 0.17)], warm)
    cross = [
        bar(left + 0.064, top, left + 0.076, top + 0.17),
        bar(left, top + 0.078, left + 0.14, top + 0.09),
    ]
    canvas.shape(cross, mix(wall, palette.near, 0.6))
    if palette.dark > 0.2:
        light = colour("#ff9a3c") * np.float32(0.3 * palette.dark)
        canvas.glow(
            x + size * (left + 0.07), foot + size * (top + 0.1), size * 0.16, light, power=1.6
        )


def _smoke(stage: Stage, x: float, foot: float, size: float) -> None:
    """Puffs over the chimney, growing and fading as they rise."""
    palette = stage.palette
    for puff in range(9):
        t = puff / 8
        stage.canvas.disc(
            x - size * (0.35 - 0.3 * t * stage.side * -1 * 0.8),
            foot - size * (1.0 + 0.75 * t),
            size * (0.03 + 0.1 * t),
            mix(palette.haze, palette.light, 0.3),
            alpha=0.2 * (1 - t),
            blur=size * (0.02 + 0.04 * t),
        )


def paint_bridge(stage: Stage) -> None:
    """A suspension bridge over the water, from edge to edge."""
    canvas, palette = stage.canvas, stage.palette
    deck = stage.horizon - canvas.unit * 0.055
    top = deck - canvas.unit * 0.3
    paint = mix(mix(colour("#b8442e"), palette.haze, 0.3), palette.near, 0.75 * palette.dark)
    thick = canvas.unit * 0.012
    towers = (canvas.width * 0.26, canvas.width * 0.74)
    _cables(stage, towers, top, deck, paint)
    road = [(0, deck), (canvas.width, deck), (canvas.width, deck + thick), (0, deck + thick)]
    canvas.shape([np.array(road)], paint, depth=0.4)
    for x in towers:
        _bridge_tower(stage, x, top, deck, paint)
    if palette.dark > 0.4:
        lamp = colour("#ffcf8a") * np.float32(1.6)
        for px in np.linspace(0, canvas.width, 26):
            canvas.spark(float(px), deck - thick, canvas.unit * 0.011, lamp)


def _cables(
    stage: Stage, towers: tuple[float, float], top: float, deck: float, paint: Array
) -> None:
    """The main cable hanging between the towers, and the ropes that hold the deck."""
    canvas, thick = stage.canvas, stage.canvas.unit * 0.012
    xs = np.linspace(0, canvas.width, 140)
    inner = towers[1] - towers[0]
    middle = (xs > towers[0]) & (xs < towers[1])
    outside = np.where(xs <= towers[0], towers[0] - xs, xs - towers[1]) / towers[0]
    sag = np.where(middle, 1 - (2 * (xs - canvas.width / 2) / inner) ** 2, outside / 1.1)
    line = np.stack([xs, top + (deck - top) * 0.86 * sag], -1)
    ropes = [
        np.array([(px - 0.6, py), (px + 0.6, py), (px + 0.6, deck), (px - 0.6, deck)])
        for px, py in line[::3]
    ]
    canvas.shape(ropes, paint, alpha=0.75, depth=0.4)
    canvas.shape([np.vstack([line, line[::-1] + (0, thick * 0.5)])], paint, depth=0.4)


def _bridge_tower(stage: Stage, x: float, top: float, deck: float, paint: Array) -> None:
    """Two legs with three beams between them; a red light on it after dark."""
    canvas, thick = stage.canvas, stage.canvas.unit * 0.012
    foot = stage.horizon + thick
    for dx in (-1.6, 1.2):
        leg = [
            (x + dx * thick, top - thick),
            (x + (dx + 0.9) * thick, top - thick),
            (x + (dx + 1.1) * thick, foot),
            (x + (dx - 0.2) * thick, foot),
        ]
        canvas.shape([np.array(leg)], paint, depth=0.42)
    for y in (top, top + (deck - top) * 0.35, top + (deck - top) * 0.7):
        left, right = x - 1.6 * thick, x + 2.1 * thick
        beam = [(left, y), (right, y), (right, y + thick), (left, y + thick)]
        canvas.shape([np.array(beam)], paint)
    if stage.palette.dark > 0.4:
        canvas.spark(x, top - thick * 2, canvas.unit * 0.02, colour("#ff6a4a") * np.float32(2))


def paint_lanterns(stage: Stage, *, count: int = 34) -> None:
    """Paper lanterns rising, near ones large and soft, far ones small."""
    canvas, rng = stage.canvas, stage.canvas.rng
    warm = [colour("#ff9a3c"), colour("#ffc15c"), colour("#ff7a3a")]
    for index in range(count):
        near = (index / count) ** 2.2
        x = canvas.width * float(rng.uniform(0.02, 0.98))
        y = canvas.height * float(rng.uniform(0.06, 0.6 + 0.3 * near))
        size = canvas.unit * (0.012 + 0.07 * near)
        light = warm[int(rng.integers(3))]
        canvas.glow(x, y, size * 1.3, light * np.float32(0.16 + 0.1 * near), power=1.7)
        body = smooth(
            [(-0.34, 0.5), (-0.5, -0.2), (-0.36, -0.55), (0.36, -0.55), (0.5, -0.2), (0.34, 0.5)],
            steps=6,
        )
        canvas.shape(
            [placed(body, x, y, size, turn=float(rng.normal(0, 0.1)))],
            light * np.float32(0.75),
            fade=colour("#fff0b8") * np.float32(1.7),
            blur=size * 0.04 if near < 0.6 else size * 0.09,
            depth=0.3 + 0.6 * near,
        )
