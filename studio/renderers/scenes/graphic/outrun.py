"""The eighties as they are remembered: a striped sun over dark hills and a glowing grid that runs to the horizon."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, colour, mix, smoothstep
from studio.renderers.drawing.palette import Palette

OUTRUN = frozenset({"synthwave", "outrun", "vaporwave", "vapourwave", "retrowave", "synth-wave"})
_SKY = ((0, "#0b0726"), (0.45, "#3a1166"), (0.78, "#b3217f"), (1, "#ff8a5c"))


def paint_outrun(canvas: Canvas, palette: Palette) -> None:
    """Without any subject; chance says where the hills rise and which of two lights the grid has."""
    rng = canvas.rng
    horizon = canvas.height * float(rng.uniform(0.58, 0.66))
    sky = canvas.gradient([(place * horizon / canvas.height, colour(code)) for place, code in _SKY])
    canvas.rgb[:] = sky
    _stars(canvas, horizon)
    _sun(canvas, horizon)
    canvas.mark(0.4)
    _hills(canvas, horizon)
    _grid(canvas, horizon, colour("#ff3fd0" if rng.random() < 0.5 else "#34e6ff"))
    canvas.look_at(canvas.width * 0.5, horizon * 0.8)
    canvas.mark(0.85)


def _stars(canvas: Canvas, horizon: float) -> None:
    for _ in range(70):
        x, y = canvas.rng.uniform(0, canvas.width), horizon * 0.6 * canvas.rng.random() ** 1.4
        canvas.disc(float(x), float(y), canvas.unit * 0.0016, colour("#f4e4ff"), alpha=0.8)


def _sun(canvas: Canvas, horizon: float) -> None:
    """Yellow above, pink below, with gaps that widen towards the horizon."""
    radius = canvas.unit * 0.27
    x, y = canvas.width * 0.5, horizon - radius * 0.72
    canvas.glow(x, y, radius * 1.2, colour("#ff4f9a") * np.float32(0.4), power=2.0)
    reach = np.hypot(canvas.x - x, canvas.y - y)
    disc = np.clip(radius - reach + 0.5, 0, 1)
    down = np.clip((canvas.y - (y - radius)) / (2 * radius), 0, 1)
    lower = np.maximum(down - 0.4, 0)
    open_ = smoothstep(0.0, 0.08, (lower * 14) % 1 - (0.15 + lower * 0.8))
    mask = disc * np.where(down > 0.4, open_, 1) * (canvas.y < horizon)
    paint = colour("#ffe76a") + (colour("#ff2f8e") - colour("#ffe76a")) * down[..., None]
    paint = np.broadcast_to(paint, canvas.rgb.shape)
    canvas.paint(mask.astype(np.float32), paint.astype(np.float32), depth=0.2)


def _hills(canvas: Canvas, horizon: float) -> None:
    steps = np.linspace(0, canvas.width, 40)
    rise = np.abs(steps / canvas.width - 0.5) * 2
    peaks = canvas.rng.uniform(0.2, 1, len(steps)) * (0.02 + 0.16 * rise**1.5) * canvas.unit
    ridge = [(float(x), float(horizon - peak)) for x, peak in zip(steps, peaks, strict=True)]
    shape = np.array([*ridge, (canvas.width, horizon + 2), (0, horizon + 2)])
    canvas.shape([shape], colour("#1a0b3a"), depth=0.4)


def _grid(canvas: Canvas, horizon: float, light: Array) -> None:
    """Lines towards one point and across, nearer together with distance."""
    below = np.maximum(canvas.y - horizon, 0.5)
    ground = (canvas.y >= horizon).astype(np.float32) * np.ones_like(canvas.x)
    floor = mix(colour("#12062e"), colour("#2a0b52"), 0.5)
    canvas.paint(ground, np.broadcast_to(floor, canvas.rgb.shape).astype(np.float32), depth=0.6)
    tall = canvas.height - horizon
    far = tall / below
    u = (canvas.x - canvas.width * 0.5) / canvas.unit * far * 5
    v = far * 2.6
    lines = np.zeros(canvas.rgb.shape[:2], np.float32)
    for place, slope in ((u, 5 * far / canvas.unit), (v, 2.6 * tall / below**2)):
        off = np.abs(place - np.round(place)) / np.maximum(slope, 1e-6)
        thick = max(canvas.unit / 420, 0.7)
        fade = np.clip(0.35 / np.maximum(slope, 1e-6) / thick, 0, 1)
        lines = np.maximum(lines, np.exp(-((off / thick) ** 2)) * fade)
        lines = np.maximum(lines, 0.35 * np.exp(-off / (thick * 5)) * fade)
    lines = lines * ground
    paint = np.broadcast_to(light, canvas.rgb.shape)
    canvas.paint(np.clip(lines, 0, 1).astype(np.float32), paint.astype(np.float32), depth=0.7)
