"""A street between houses that runs away from the viewer: lit windows, signs, a wet road, people with umbrellas."""

from itertools import pairwise

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
from studio.renderers.drawing.palette import Palette
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.landscapes.creatures import paint_creature
from studio.renderers.scenes.landscapes.sky import paint_sky
from studio.renderers.scenes.landscapes.weather import paint_weather
from studio.renderers.scenes.stage import set_stage

_SIGNS = ("#ff3f8f", "#22d8ff", "#ffd23f", "#ff6a3a", "#8f6aff", "#3fffa0")
_HOUSES = ("#7a6a62", "#8a7466", "#6a7078", "#947c70", "#5f6668")
_NEAR, _FAR, _COUNT = 0.55, 9.0, 9
"""How far off the first and the last house begin, and how many there are on each side."""


def paint_street(canvas: Canvas, brief: Brief, palette: Palette) -> None:
    """A street in one-point perspective at the hour and in the weather asked for."""
    stage = set_stage(canvas, brief, palette)
    stage.horizon = canvas.height * 0.56
    stage.light_x, stage.light_y = canvas.width * 0.5, stage.horizon - canvas.unit * 0.06
    paint_sky(stage)
    view = _View(canvas, palette, canvas.width * 0.5, stage.horizon)
    canvas.mark(0.3)
    _road(view, wet="rain" in brief.weather or palette.dark > 0.7)
    edges = np.geomspace(_FAR, _NEAR, _COUNT + 1)
    for far, near in pairwise(edges):
        for side in (-1, 1):
            _house(view, side, float(far), float(near))
    canvas.mark(0.6)
    _lamps(view)
    _walkers(view, wet="rain" in brief.weather)
    if palette.dark > 0.5 or "rain" in brief.weather:
        _mirror(view)
    if brief.has("person", "portrait"):
        foot, size = canvas.height * 0.93, canvas.unit * 0.46
        paint_creature(stage, "person", canvas.width * (0.5 + 0.06 * stage.side), foot, size)
    canvas.look_at(canvas.width * 0.5, stage.horizon)
    canvas.mark(0.8)
    paint_weather(stage)


class _View:
    """Where things of the street (`across` and `up` in street half widths, `away` 1 … 9) are on the canvas."""

    def __init__(self, canvas: Canvas, palette: Palette, x: float, y: float) -> None:
        self.canvas, self.palette, self.x, self.y = canvas, palette, x, y
        self.scale = canvas.width * 0.34

    def at(self, across: float, up: float, away: float) -> tuple[float, float]:
        """A place in pixels; `up` 0 is the road."""
        eye = 0.52
        return self.x + across * self.scale / away, self.y - (up - eye) * self.scale / away

    def quad(self, across: float, low: float, high: float, far: float, near: float) -> Points:
        """A piece of a wall along the street."""
        corners = ((low, far), (high, far), (high, near), (low, near))
        return np.array([self.at(across, up, away) for up, away in corners])

    def haze(self, paint: Array, away: float) -> Array:
        """A colour as it is seen from so far."""
        return mix(
            paint, mix(self.palette.haze, self.palette.horizon, 0.35), min(0.75, (away - 0.5) * 0.1)
        )


def _road(view: _View, *, wet: bool) -> None:
    canvas, palette = view.canvas, view.palette
    top = mix(palette.haze, palette.horizon, 0.3)
    under = canvas.below(view.y)
    stone = mix(colour("#4a4a50"), palette.near, 0.3 + 0.5 * palette.dark)
    ground = canvas.gradient(
        [(0, mix(top, stone, 0.4)), (0.35, stone), (1, stone * np.float32(0.6))], top=view.y
    )
    canvas.paint(under, np.broadcast_to(ground, canvas.rgb.shape), depth=0.5)
    down = np.clip((canvas.y - view.y) / (canvas.height - view.y), 0, 1)
    canvas.depth += (under * (0.9 * down - 0.5)).astype(np.float32)
    for start in np.geomspace(0.6, 7, 9):
        dash = [
            view.at(dx, 0, away)
            for dx, away in (
                (-0.025, start),
                (0.025, start),
                (0.025, start * 1.16),
                (-0.025, start * 1.16),
            )
        ]
        canvas.shape(
            [np.array(dash)],
            mix(colour("#e8e2d0"), stone, 0.3 + 0.4 * palette.dark),
            alpha=0.2 if wet else 0.8,
        )
    for side in (-1, 1):
        walk = [
            view.at(side * 0.68, 0, 0.3),
            view.at(side * 0.68, 0, 9),
            view.at(side * 1.0, 0, 9),
            view.at(side * 1.0, 0, 0.3),
        ]
        canvas.shape([np.array(walk)], mix(stone, palette.haze, 0.22), depth=0.5)


def _house(view: _View, side: int, far: float, near: float) -> None:
    """One house front with rows of windows, a shop below, and a sign that hangs over the pavement."""
    canvas, rng, palette = view.canvas, view.canvas.rng, view.palette
    tall = float(rng.uniform(1.7, 3.4))
    base = mix(
        colour(_HOUSES[int(rng.integers(len(_HOUSES)))]), palette.near, 0.15 + 0.65 * palette.dark
    )
    front = view.quad(side * 1.0, 0, tall, far, near)
    lit_side = view.haze(base * np.float32(1.15 if side < 0 else 0.85), near)
    depth = float(np.clip(1.1 - near * 0.12, 0.15, 0.9))
    canvas.shape([front], lit_side, fade=lit_side * np.float32(0.6), depth=depth)
    columns, rows = 3, int(tall / 0.42)
    steps = 1 / np.linspace(1 / far, 1 / near, columns * 2 + 2)
    for row in range(1, rows):
        low = 0.25 + row * 0.4
        for column in range(columns):
            _pane(
                view,
                side,
                (low, low + 0.22),
                (float(steps[2 * column + 1]), float(steps[2 * column + 2])),
            )
    shop = view.quad(side * 0.998, 0.06, 0.42, far * 0.98 + near * 0.02, near * 0.96 + far * 0.04)
    warm = colour(("#ffd08a", "#fff0d0", "#bfe8ff")[int(rng.integers(3))])
    canvas.shape(
        [shop],
        view.haze(warm * np.float32(0.3 + 0.75 * palette.dark), near),
        alpha=0.92,
        depth=depth,
    )
    if rng.random() < 0.85:
        _sign(view, side, float(rng.uniform(0.55, max(tall - 0.6, 0.7))), near * 0.7 + far * 0.3)


def _pane(view: _View, side: int, rows: tuple[float, float], span: tuple[float, float]) -> None:
    canvas, rng, palette = view.canvas, view.canvas.rng, view.palette
    pane = view.quad(side * 0.998, *rows, *span)
    lit = rng.random() < 0.15 + 0.42 * palette.dark
    hue = (
        colour("#ffcf86") * np.float32(0.5 + 0.8 * palette.dark)
        if lit
        else mix(palette.zenith, palette.near, 0.45)
    )
    canvas.shape([pane], view.haze(hue * np.float32(rng.uniform(0.7, 1.1)), span[1]), alpha=0.95)


def _sign(view: _View, side: int, low: float, away: float) -> None:
    """An upright sign with strokes like letters, glowing after dark."""
    canvas, rng, palette = view.canvas, view.canvas.rng, view.palette
    hue = colour(_SIGNS[int(rng.integers(len(_SIGNS)))])
    glow = hue * np.float32(0.55 + 0.85 * palette.dark)
    high = low + float(rng.uniform(0.35, 0.7))
    inner, outer = side * 0.98, side * float(rng.uniform(0.74, 0.82))
    board = np.array(
        [
            view.at(inner, low, away),
            view.at(inner, high, away),
            view.at(outer, high, away),
            view.at(outer, low, away),
        ]
    )
    canvas.shape([board], mix(palette.near, hue, 0.12), depth=0.6)
    middle, span = board.mean(0), np.ptp(board, axis=0)
    _strokes(canvas, middle, span, glow)
    rim = np.vstack(
        [
            board,
            board[:1],
            (board[:1] - middle) * 0.9 + middle,
            ((board - middle) * 0.9 + middle)[::-1],
        ]
    )
    canvas.shape([rim], glow)
    if palette.dark > 0.4:
        canvas.glow(
            float(middle[0]),
            float(middle[1]),
            float(span[1]) * 0.5,
            hue * np.float32(0.18 * palette.dark),
            power=1.5,
        )


def _strokes(canvas: Canvas, middle: Points, span: Points, glow: Array) -> None:
    """Four groups of strokes, one under another, on a board of `span` pixels around `middle`."""
    rng = canvas.rng
    count = 4
    for number in range(count):
        y = middle[1] + span[1] * ((number + 0.5) / count - 0.5)
        for _ in range(3):
            across, along = rng.uniform(-0.3, 0.3, 2)
            flat = rng.random() < 0.5
            half = span * np.array([0.3 if flat else 0.05, 0.018 if flat else 0.4 / count])
            spot = np.array([middle[0] + span[0] * across * 0.6, y + span[1] / count * along])
            stroke = np.array(
                [spot - half, spot + half * (1, -1), spot + half, spot + half * (-1, 1)]
            )
            canvas.shape([stroke], glow)


def _lamps(view: _View) -> None:
    """Street lamps along both pavements."""
    canvas, palette = view.canvas, view.palette
    for away in (6.0, 3.6, 2.2, 1.35):
        for side in (-1, 1):
            foot, top = view.at(side * 0.72, 0, away), view.at(side * 0.72, 1.15, away)
            thick = view.scale / away * 0.012
            pole = np.array(
                [
                    (foot[0] - thick, foot[1]),
                    (top[0] - thick * 0.6, top[1]),
                    (top[0] + thick * 0.6, top[1]),
                    (foot[0] + thick, foot[1]),
                ]
            )
            canvas.shape([pole], view.haze(palette.near, away), depth=0.7)
            if palette.dark > 0.4:
                canvas.glow(
                    *top, view.scale / away * 0.12, colour("#ffc880") * np.float32(0.5), power=1.6
                )


def _walkers(view: _View, *, wet: bool) -> None:
    """People on the pavements, under umbrellas when it is wet."""
    canvas, rng, palette = view.canvas, view.canvas.rng, view.palette
    for _ in range(9):
        away, side = float(rng.uniform(1.3, 5)), (-1, 1)[int(rng.integers(2))]
        x, ground = view.at(side * float(rng.uniform(0.5, 0.9)), 0, away)
        size = view.scale / away * 0.6
        dark = view.haze(palette.near, away)
        coat = smooth(
            [(-0.14, 0), (-0.15, -0.5), (-0.11, -0.8), (0.11, -0.8), (0.15, -0.5), (0.14, 0)],
            steps=6,
        )
        canvas.shape(
            [
                placed(coat, x, ground, size),
                ellipse(x, ground - size * 0.88, size * 0.08, size * 0.09),
            ],
            dark,
            depth=0.75,
        )
        if wet:
            roof = smooth(
                [
                    (-0.42, -0.95),
                    (-0.26, -1.16),
                    (0, -1.24),
                    (0.26, -1.16),
                    (0.42, -0.95),
                    (0, -1.0),
                ],
                steps=7,
            )
            hue = mix(colour(_SIGNS[int(rng.integers(len(_SIGNS)))]), palette.near, 0.45)
            canvas.shape([placed(roof, x, ground, size)], view.haze(hue, away), depth=0.75)


def _mirror(view: _View) -> None:
    """The lights of the street in the wet road, drawn out downwards."""
    canvas = view.canvas
    line = round(view.y)
    rows = canvas.height - line
    above = canvas.rgb[max(line - rows, 0) : line][::-1]
    if len(above) < 8:
        return
    above = (
        np.concatenate([above, np.repeat(above[-1:], rows - len(above), 0)])
        if len(above) < rows
        else above
    )
    ripple = canvas.noise(60, octaves=3, stretch=5)[line:]
    shift = ((ripple - 0.5) * canvas.unit * 0.05).astype(int)
    columns = np.clip(np.arange(canvas.width)[None, :] + shift, 0, canvas.width - 1)
    seen = np.take_along_axis(above, columns[..., None], 1)
    bright = np.clip(seen - 0.12, 0, 1.2)
    fade = np.linspace(0.75, 0.25, rows, dtype=np.float32)[:, None, None]
    canvas.rgb[line:] += bright * fade * (0.4 + 0.6 * ripple[..., None])
