"""Pictures of nothing in particular: wave bands, spirals, ribbons of light, ridgelines, marbled colour, tiles."""

from collections.abc import Callable

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, ellipse, mix, ridge, smoothstep
from studio.renderers.drawing.palette import Palette, shifted
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.graphic.tiles import paint_tiles


def paint_abstract(canvas: Canvas, brief: Brief, palette: Palette, variation: int) -> None:
    """An abstract composition; the brief's words choose it, otherwise seed and variation do."""
    kinds: list[Callable[[Canvas, Palette], None]] = [
        _ribbons,
        _bands,
        _spiral,
        _marble,
        _ridgelines,
        _orbs,
    ]
    if brief.has("geometric") or (
        "poster" in brief.styles and not brief.subjects and variation % 2 == 0
    ):
        chosen: Callable[[Canvas, Palette], None] = paint_tiles
    elif brief.has("spiral"):
        chosen = _spiral
    elif brief.has("waves"):
        chosen = (_bands, _ridgelines)[variation % 2]
    elif brief.words & {"ribbon", "ribbons", "silk"}:
        chosen = _ribbons
    elif brief.has("ribbons"):
        chosen = (_ribbons, _marble, _orbs)[variation % 3]
    else:
        start = int(canvas.rng.integers(len(kinds))) if not variation else 0
        chosen = kinds[(start + variation) % len(kinds)]
    chosen(canvas, palette)
    canvas.depth[:] = cv2.GaussianBlur(canvas.rgb.mean(axis=2), (0, 0), canvas.unit / 40).clip(0, 1)


def _ramp(palette: Palette) -> Array:
    stops = [
        palette.near,
        palette.zenith,
        palette.middle,
        palette.accents[0],
        palette.horizon,
        palette.light,
    ]
    roots = np.sqrt(np.stack(stops))
    t = np.linspace(0, len(stops) - 1, 512)
    columns = [np.interp(t, np.arange(len(stops)), roots[:, channel]) for channel in range(3)]
    return np.asarray(np.stack(columns, -1) ** 2, np.float32)


def _marble(canvas: Canvas, palette: Palette) -> None:
    rng = canvas.rng
    first, second = canvas.noise(2.2, octaves=4), canvas.noise(2.2, octaves=4)
    reach = canvas.unit * 0.75
    base = canvas.noise(2.4, octaves=5, gain=0.5)
    canvas.mark(0.35)
    for strength in (1.0, 0.6):
        map_x = np.asarray(canvas.x + (first - 0.5) * reach * strength, np.float32)
        map_y = np.asarray(canvas.y + (second - 0.5) * reach * strength, np.float32)
        base = cv2.remap(base, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
        first, second = (
            second,
            cv2.remap(first, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT),
        )
    canvas.mark(0.65)
    value = (base - base.min()) / max(float(np.ptp(base)), 1e-4)
    value = np.clip(value + 0.06 * np.sin(value * 46 + float(rng.uniform(0, 6))), 0, 1)
    canvas.rgb[:] = _ramp(palette)[(value * 511).astype(np.int32)]
    relief = cv2.GaussianBlur(value, (0, 0), canvas.unit / 500)
    light = np.clip((relief - np.roll(relief, 3, axis=0)) * canvas.unit * 0.02, -0.5, 0.9)
    canvas.rgb *= (1 + 0.7 * light)[..., None]
    veins = smoothstep(0.985, 1.0, np.cos(value * 6.28 * 5).astype(np.float32))
    canvas.rgb += veins[..., None] * mix(palette.light, palette.accents[0], 0.3) * np.float32(0.35)


def _ribbons(canvas: Canvas, palette: Palette) -> None:
    rng = canvas.rng
    canvas.rgb[:] = canvas.gradient(
        [
            (0, mix(palette.zenith, palette.near, 0.3)),
            (0.55, mix(palette.middle, palette.near, 0.35)),
            (1, palette.near),
        ]
    )
    canvas.glow(
        canvas.width * float(rng.uniform(0.25, 0.75)),
        canvas.height * float(rng.uniform(0.3, 0.6)),
        canvas.unit * 0.45,
        mix(palette.middle, palette.horizon, 0.4) * 0.5,
        power=1.4,
    )
    x = canvas.x[0] / canvas.width
    hues = [palette.accents[0], palette.horizon, palette.accents[1], palette.middle, palette.light]
    tilt = float(rng.uniform(-0.35, 0.35))
    for index in range(6):
        phase, speed = float(rng.uniform(0, 6.28)), float(rng.uniform(2.2, 4.4))
        centre = canvas.height * (
            0.22
            + 0.11 * index
            + tilt * (x - 0.5)
            + 0.11 * np.sin(x * speed + phase)
            + 0.04 * np.sin(x * speed * 2.3 + phase * 2)
        )
        twist = np.sin(x * speed * 1.4 + phase * 1.7)
        _ribbon(canvas, palette, hues[index % 5], centre, twist, phase)
        canvas.mark(0.2 + 0.1 * index)


def _ribbon(
    canvas: Canvas, palette: Palette, hue: Array, centre: Array, twist: Array, phase: float
) -> None:
    """A band of silk along `centre` (a row for each column), as wide as its `twist` turns it to the eye."""
    width = canvas.unit * (0.028 + 0.085 * np.abs(twist))
    across = (canvas.y - centre[None, :]) / width[None, :]
    edge = np.clip((1 - np.abs(across)) * width[None, :] / 1.4, 0, 1).astype(np.float32)
    fold = 0.5 + 0.5 * np.cos(across * 2.2 + twist[None, :] * 1.6)
    silk = 0.86 + 0.14 * np.sin(across * 26 + phase)
    shade = mix(hue, palette.near, 0.72)
    body = (shade + (hue * np.float32(1.15) - shade) * fold[..., None]) * silk[..., None]
    fall = np.exp(-np.maximum(np.abs(across) - 1, 0) * 1.6)
    canvas.rgb *= (1 - 0.28 * fall * (across > 0))[..., None]
    canvas.paint(edge, body.astype(np.float32))
    sheen = np.exp(-(((across + 0.4) * 6) ** 2)) * np.abs(twist)[None, :]
    canvas.rgb += (sheen * 0.32)[..., None].astype(np.float32) * palette.light


def _bands(canvas: Canvas, palette: Palette) -> None:
    rng = canvas.rng
    canvas.rgb[:] = canvas.gradient(
        [(0, palette.zenith), (1, mix(palette.zenith, palette.middle, 0.6))]
    )
    sun = mix(palette.light, palette.accents[1], 0.35)
    sx, sy = (
        canvas.width * float(rng.uniform(0.36, 0.64)),
        canvas.height * float(rng.uniform(0.28, 0.38)),
    )
    canvas.glow(sx, sy, canvas.unit * 0.26, sun * 0.15, power=1.3)
    canvas.disc(sx, sy, canvas.unit * float(rng.uniform(0.19, 0.27)), sun)
    canvas.mark(0.25)
    hues = [
        mix(palette.middle, palette.water, 0.4),
        palette.accents[0],
        mix(palette.water, palette.accents[1], 0.35),
        palette.water,
        palette.accents[3],
        mix(palette.zenith, palette.near, 0.4),
    ]
    x = canvas.x[0] / canvas.unit
    count = 9
    for index in range(count):
        t = index / (count - 1)
        base = canvas.height * (0.42 + 0.55 * t)
        line = base + canvas.unit * (0.045 + 0.02 * t) * np.sin(
            x * float(rng.uniform(3, 5.4)) + float(rng.uniform(0, 6.28))
        )
        hue = shifted(hues[index % len(hues)], light=1.05 - 0.12 * t)
        y = canvas.y - line[None, :].astype(np.float32)
        canvas.rgb *= (1 - 0.3 * np.exp(-np.maximum(-y, 0) / (canvas.unit * 0.025)) * (y < 0))[
            ..., None
        ]
        mask = np.clip(y + 0.5, 0, 1).astype(np.float32)
        lift = np.exp(-np.maximum(y, 0) / (canvas.unit * 0.05))[..., None]
        canvas.paint(mask, (hue * (0.86 + 0.3 * lift)).astype(np.float32))
        canvas.mark(0.3 + 0.07 * index)


def _spiral(canvas: Canvas, palette: Palette) -> None:
    rng = canvas.rng
    cx, cy = (
        canvas.width * float(rng.uniform(0.42, 0.6)),
        canvas.height * float(rng.uniform(0.42, 0.56)),
    )
    dx, dy = (canvas.x - cx) / canvas.unit, (canvas.y - cy) / canvas.unit * 1.15
    radius, angle = cv2.cartToPolar(
        np.ascontiguousarray(np.broadcast_to(dx, canvas.depth.shape)),
        np.ascontiguousarray(np.broadcast_to(dy, canvas.depth.shape)),
    )
    log = np.log(radius + 0.004)
    turns, arms = (
        float(rng.uniform(2.6, 4.4)) * (1 if rng.random() < 0.5 else -1),
        int(rng.integers(2, 5)),
    )
    wind = angle * arms + log * turns * 2
    canvas.mark(0.3)
    arm = 0.5 + 0.5 * np.cos(wind)
    steps = np.mod(angle * 22 / 6.2832 * 2 + log * 9, 1).astype(np.float32)
    plank = smoothstep(0.0, 0.06, steps) * (0.72 + 0.28 * (1 - steps))
    wood, void = (
        mix(palette.accents[0], palette.middle, 0.35),
        mix(palette.near, palette.zenith, 0.5),
    )
    lit = smoothstep(0.35, 0.62, arm.astype(np.float32))
    body = void + (wood * plank[..., None] - void) * lit[..., None]
    rail = np.exp(-(((arm - 0.48) / 0.05) ** 2)).astype(np.float32)
    near = np.clip(1.25 - radius * 1.05, 0.06, 1) ** 1.4
    canvas.rgb[:] = body * near[..., None] + (rail * near * 0.5)[..., None] * palette.horizon
    canvas.mark(0.7)
    canvas.glow(cx, cy, canvas.unit * 0.055, palette.light * 1.9, power=1.25)


def _ridgelines(canvas: Canvas, palette: Palette) -> None:
    rng = canvas.rng
    ground = mix(palette.near, palette.zenith, 0.25)
    canvas.rgb[:] = ground
    count = 46
    x = canvas.x[0] / canvas.width
    middle = float(rng.uniform(0.4, 0.6))
    for index in range(count):
        t = index / (count - 1)
        base = canvas.height * (0.16 + 0.72 * t)
        swell = np.exp(-(((x - middle - 0.1 * np.sin(t * 5)) / 0.2) ** 2))
        line = base - canvas.unit * (
            0.012 + 0.17 * swell * ridge(rng, canvas.width, 7, octaves=4, gain=0.45) ** 1.4
        )
        points = np.stack([canvas.x[0], line], -1)[:: max(canvas.width // 700, 1)]
        area = np.vstack([points, [(canvas.width, canvas.height + 5), (0, canvas.height + 5)]])
        canvas.shape([area], mix(ground, palette.middle, 0.1 * t))
        thick = canvas.unit * 0.0014
        hue = mix(palette.accents[0], palette.accents[1], t) if index % 5 else palette.light
        canvas.shape([np.vstack([points - (0, thick), (points + (0, thick))[::-1]])], hue)
        if index % 9 == 0:
            canvas.mark(0.1 + 0.8 * t)


def _orbs(canvas: Canvas, palette: Palette) -> None:
    rng = canvas.rng
    canvas.rgb[:] = canvas.gradient(
        [(0, palette.zenith), (0.6, palette.middle), (1, palette.horizon)]
    )
    hues = [palette.horizon, palette.accents[0], palette.accents[1], palette.light, palette.middle]
    for index in range(5):
        canvas.glow(
            canvas.width * float(rng.uniform(0, 1)),
            canvas.height * float(rng.uniform(0, 1)),
            canvas.unit * 0.3,
            hues[index] * 0.22,
            power=1.6,
        )
    canvas.mark(0.3)
    for index in range(15):
        t = index / 14
        radius = canvas.unit * (0.03 + 0.2 * t**2)
        x, y = (
            canvas.width * float(rng.uniform(0.06, 0.94)),
            canvas.height * float(rng.uniform(0.08, 0.92)),
        )
        hue = hues[int(rng.integers(5))]
        canvas.shape(
            [ellipse(x + radius * 0.16, y + radius * 0.26, radius, radius)],
            palette.near,
            alpha=0.28,
            blur=radius * 0.2,
        )
        if _orb(canvas, palette, x, y, radius, hue):
            canvas.mark(0.3 + 0.6 * t)


def _orb(canvas: Canvas, palette: Palette, x: float, y: float, radius: float, hue: Array) -> bool:
    """A glossy ball lit from the upper left; False when it lies outside the picture."""
    part = canvas.near(x, y, radius + 1)
    if part is None:
        return False
    rows, columns, squared = part
    inside = np.clip((1 - np.sqrt(squared)) * radius, 0, 1)
    nx, ny = (canvas.x[:, columns] - x) / radius, (canvas.y[rows] - y) / radius
    nz = np.sqrt(np.clip(1 - nx * nx - ny * ny, 0, 1))
    glow = np.clip(-0.5 * nx - 0.6 * ny + 0.62 * nz, 0, 1)
    body = (
        mix(hue, palette.near, 0.75)
        + hue * (glow**1.1)[..., None]
        + palette.light * (glow**28 * 0.75)[..., None]
    )
    body += mix(hue, palette.horizon, 0.6) * ((1 - nz) ** 3 * 0.5)[..., None]
    canvas.paint(
        np.asarray(inside, np.float32), body.astype(np.float32), at=(rows.start, columns.start)
    )
    return True
