"""Rooms: a wall with a window, a floor, and the furniture of a living room, bedroom, kitchen or study."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, colour, mix
from studio.renderers.drawing.outlines import box
from studio.renderers.drawing.palette import Palette
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.motif import paint_in_room
from studio.renderers.scenes.persons.heads import HEADS
from studio.renderers.scenes.persons.pets import paint_pet
from studio.renderers.scenes.rooms.furniture import Furniture

_WALLS = ("#d9cdbb", "#c4cfc6", "#b9c4d4", "#e2c9b4", "#cfc2d2", "#3f5560", "#5a6a52")
_FLOORS = ("#9a6a42", "#7a5236", "#b88a5c", "#6a4a3a")
_FLOOR_AT = 0.68
"""Where the wall meets the floor, as a share of the height."""


def paint_room(canvas: Canvas, brief: Brief, palette: Palette) -> None:
    """The room the words name, else a living room; the window shows the time of day."""
    rng = canvas.rng
    code = brief.colour_of("room")
    wall = colour(_WALLS[int(rng.integers(len(_WALLS)))])
    wall = wall * np.float32(1 - 0.45 * palette.dark)
    floor = colour(_FLOORS[int(rng.integers(len(_FLOORS)))]) * np.float32(1 - 0.35 * palette.dark)
    level = canvas.height * _FLOOR_AT
    side = 1 if rng.random() < 0.5 else -1
    _shell(canvas, wall, floor, level)
    _window(
        canvas,
        palette,
        (canvas.width * 0.5 - side * canvas.unit * 0.38, level - canvas.unit * 0.36),
        wall,
    )
    canvas.mark(0.4)
    accent = colour(code) if code else palette.accents[int(rng.integers(3))]
    things = Furniture(canvas, palette, level, side, mix(accent, wall, 0.2))
    things.furnish(brief.words)
    kinds = [one for one in brief.subjects if one in HEADS][:2]
    for number, kind in enumerate(kinds):
        aside = (number - 0.5) * canvas.unit * 0.34 if len(kinds) > 1 else 0.0
        paint_pet(canvas, brief, kind, (things.seat[0] + aside, things.seat[1]), canvas.unit * 0.42)
    canvas.look_at(canvas.width * 0.5, level * 0.8)
    paint_in_room(canvas, brief, palette.dark, level, side)
    _light(canvas, palette, things.lamps)
    canvas.mark(0.85)


def _shell(canvas: Canvas, wall: Array, floor: Array, level: float) -> None:
    """Wall, skirting and floorboards that run to a point behind the wall."""
    canvas.rgb[:] = canvas.gradient(
        [(0, wall * np.float32(0.82)), (1, wall * np.float32(1.08))], bottom=level
    )
    canvas.depth[:] = 0.2
    down = np.maximum((canvas.y - level) / (canvas.height - level), 0)
    boards = (canvas.x - canvas.width / 2) / canvas.unit / (0.35 + down) * 14
    seam = np.abs(boards - np.round(boards))
    tone = 1 + 0.1 * np.sin(np.round(boards - 0.5) * 12.9) - 0.4 * np.exp(-((seam / 0.03) ** 2))
    grain = canvas.noise(30, octaves=3, stretch=0.3)
    lit = floor * (tone * (0.7 + 0.35 * down) * (0.85 + 0.3 * grain))[..., None]
    under = canvas.below(level)
    canvas.paint(under, lit.astype(np.float32), depth=(0.3 + 0.6 * down).astype(np.float32))
    board = np.array([(0, level - canvas.unit * 0.025), (canvas.width, level - canvas.unit * 0.025),
                      (canvas.width, level), (0, level)])  # fmt: skip
    canvas.shape([board], mix(wall, colour("#ffffff"), 0.45))
    canvas.shape(
        [board + (0, canvas.unit * 0.02)],
        floor * np.float32(0.25),
        alpha=0.5,
        blur=canvas.unit * 0.008,
    )


def _window(canvas: Canvas, palette: Palette, foot: tuple[float, float], wall: Array) -> None:
    """A window with the sky of that time of day, hills far off, and curtains."""
    x, y = foot[0], foot[1] + canvas.unit * 0.16
    half, tall = canvas.unit * 0.19, canvas.unit * 0.42
    frame = mix(wall, colour("#ffffff"), 0.6)
    canvas.shape([box(x, y + half * 0.1, half * 1.1, tall + half * 0.2)], frame, depth=0.2)
    _outside(canvas, palette, (x, y), half, tall)
    bar = canvas.unit * 0.007
    for cross in (
        box(x, y, bar, tall),
        box(x, y - tall * 0.55, half, bar * 2),
        box(x, y + bar * 3, half * 1.2, bar * 3),
    ):
        canvas.shape([cross], frame)
    _curtains(canvas, palette, (x, y), half, tall, wall)


def _outside(
    canvas: Canvas, palette: Palette, foot: tuple[float, float], half: float, tall: float
) -> None:
    """The sky of that time of day over hills, within the pane that stands on `foot`."""
    x, y = foot
    cut = canvas.outline([box(x, y, half, tall)])
    if cut is None:
        return
    mask, at = cut
    rows = np.linspace(0, 1, mask.shape[0], dtype=np.float32)[:, None, None]
    sky = (
        palette.zenith * (1 - rows) ** 2
        + palette.middle * (2 * rows * (1 - rows))
        + palette.horizon * rows**2
    )
    canvas.paint(mask, np.broadcast_to(sky, (*mask.shape, 3)), at=at, depth=0.05)
    line = np.linspace(0, 1, 30)
    hills = y - tall * (0.24 + 0.06 * np.sin(line * 7 + x) + 0.03 * np.sin(line * 17))
    land = np.vstack(
        [np.stack([x - half + 2 * half * line, hills], -1), [(x + half, y), (x - half, y)]]
    )
    canvas.shape([land], mix(palette.haze, palette.near, 0.45), fade=palette.near)
    if palette.dark < 0.85:
        canvas.spark(x + half * 0.3, y - tall * 0.55, half * 0.3, palette.light)
    else:
        canvas.disc(x + half * 0.35, y - tall * 0.72, half * 0.13, palette.light)


def _curtains(
    canvas: Canvas,
    palette: Palette,
    foot: tuple[float, float],
    half: float,
    tall: float,
    wall: Array,
) -> None:
    """Folds on both sides of the pane, and the rod they hang from."""
    x, y = foot
    bar = canvas.unit * 0.007
    cloth = mix(palette.accents[1], wall, 0.55)
    for side in (-1, 1):
        for fold in range(4):
            px = x + side * half * (1.08 + 0.11 * fold)
            drop = box(px, y + tall * 0.28, half * 0.075, tall * 1.38)
            canvas.shape(
                [drop], cloth * np.float32(0.75 + 0.14 * (fold % 2)), depth=0.25, blur=bar * 0.3
            )
    canvas.shape(
        [box(x, y - tall * 1.08, half * 1.6, bar * 1.6)], mix(wall, colour("#2a201a"), 0.7)
    )


def _light(canvas: Canvas, palette: Palette, lamps: list[tuple[float, float]]) -> None:
    """The lamps' light in the room after dark."""
    warm = colour("#ffb35c")
    for x, y in lamps:
        amount = 0.12 + 0.3 * palette.dark
        canvas.glow(x, y, canvas.unit * 0.22, warm * np.float32(amount), power=1.3)
