"""Space: nebulae, stars, and planets with rings, clouds and a lit edge."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, colour, mix, noise, smoothstep
from studio.renderers.drawing.palette import Palette, shifted
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.landscapes.fabled import paint_astronaut, paint_rocket

_WORLDS = (("#d9a066", "#f4ddb0", "#8a5a3c"), ("#3f78b8", "#e8f2f4", "#1d3f6f"), ("#c8563a", "#f0a878", "#6a2a20"),
           ("#7a6ac8", "#d8c8f4", "#3a2f78"), ("#3f9a8a", "#c8f0e0", "#1a4a4c"))  # fmt: skip


_ROCKETS = {"rocket", "spaceship", "spacecraft", "shuttle", "starship"}


def paint_cosmos(canvas: Canvas, brief: Brief, palette: Palette, variation: int) -> None:
    """A planet before a nebula; `galaxy` and `nebula` go without the planet."""
    canvas.rgb[:] = colour("#04050c")
    _nebula(canvas, palette, brief)
    canvas.mark(0.35)
    _stars(canvas)
    canvas.mark(0.5)
    if brief.words & {"galaxy"}:
        canvas.rgb *= np.float32(0.35)
    if brief.words & {"galaxy"} and not brief.words & {"planet", "saturn", "mars"}:
        _galaxy(canvas, palette)
        return
    if brief.words & {"nebula", "stars", "universe", "milky"} and not brief.words & {
        "planet",
        "saturn",
        "mars",
        "orbit",
    }:
        canvas.look_at(canvas.width * 0.5, canvas.height * 0.45)
        return
    _planet(canvas, brief, variation)
    _travellers(canvas, brief, palette)


def _travellers(canvas: Canvas, brief: Brief, palette: Palette) -> None:
    """The rocket and the astronaut that were asked for, beside the planet."""
    rng = canvas.rng
    way = 1 if canvas.focus[0] < 0.5 else -1
    if brief.words & _ROCKETS:
        hue = palette.accents[0] if brief.colours else colour("#d8442e")
        x, y = canvas.width * (0.5 + 0.22 * way), canvas.height * float(rng.uniform(0.3, 0.42))
        paint_rocket(canvas, x, y, canvas.unit * 0.3, hue, way * float(rng.uniform(0.6, 1.0)))
    if brief.words & {"astronaut", "cosmonaut", "spacewalk"}:
        x, y = canvas.width * (0.5 + 0.12 * way), canvas.height * 0.5
        paint_astronaut(canvas, x, y, canvas.unit * 0.46, float(rng.uniform(-0.5, 0.5)))
        canvas.look_at(x, y)


def _planet(canvas: Canvas, brief: Brief, variation: int) -> None:
    """A planet, often with rings, lit from one side, and its moon."""
    rng = canvas.rng
    side = 1 if rng.random() < 0.5 else -1
    hues = _world_hues(canvas, brief)
    x = canvas.width * (0.5 + 0.08 * side)
    y, radius = (
        canvas.height * float(rng.uniform(0.46, 0.56)),
        canvas.unit * float(rng.uniform(0.22, 0.29)),
    )
    if variation % 3 == 2:
        y, radius = canvas.height * 1.02, canvas.unit * 0.62
    light = np.array([-0.72 * side, -0.5, 0.48], np.float32)
    ringed = bool(brief.words & {"saturn", "ring", "rings", "ringed"}) or rng.random() < 0.55
    tilt = float(rng.uniform(-0.45, 0.45))
    if ringed:
        _rings(canvas, x, y, radius, tilt, hues, front=False)
    _sphere(canvas, x, y, radius, light, hues, tilt)
    if ringed:
        _rings(canvas, x, y, radius, tilt, hues, front=True)
    canvas.look_at(x, min(y, canvas.height * 0.7))
    canvas.mark(0.8)
    _moon(canvas, x - side * radius * 2.0, y - radius * 1.05, radius * 0.16, light)


def _world_hues(canvas: Canvas, brief: Brief) -> list[Array]:
    """The planet's own colour, its light and its dark one: those asked for, else of a known world."""
    base = [colour(code) for code in brief.colours[:1]]
    codes = _WORLDS[
        2
        if "mars" in brief.words
        else 0
        if "saturn" in brief.words
        else int(canvas.rng.integers(len(_WORLDS)))
    ]
    hues = [colour(code) for code in codes]
    if base:
        hues = [base[0], mix(base[0], colour("#ffffff"), 0.5), shifted(base[0], light=0.5)]
    return hues


def _nebula(canvas: Canvas, palette: Palette, brief: Brief) -> None:
    warp = (canvas.noise(2.2, octaves=4) - 0.5) * canvas.unit * 0.7
    base = canvas.noise(2.6, octaves=6, gain=0.56)
    map_x, map_y = canvas.x + warp, canvas.y - warp * 0.7
    cloud = cv2.remap(
        base,
        map_x.astype(np.float32),
        map_y.astype(np.float32),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REFLECT,
    )
    veil = canvas.noise(3, octaves=6, gain=0.58)
    hues = [palette.middle, palette.accents[0], mix(palette.horizon, palette.zenith, 0.3)]
    if not brief.colours:
        start = int(canvas.rng.integers(3))
        sets = (
            ("#2f4fb0", "#c84a9a", "#3fb0c8"),
            ("#7a2f8a", "#e86a4a", "#2f6ab0"),
            ("#1f7a8a", "#4a4ac8", "#e8a04a"),
        )
        hues = [colour(code) for code in sets[start]]
    first = smoothstep(0.42, 0.8, cloud)[..., None]
    second = (smoothstep(0.5, 0.78, cloud) * smoothstep(0.4, 0.65, veil))[..., None]
    third = smoothstep(0.52, 0.75, veil)[..., None]
    canvas.rgb += (
        hues[0] * first * np.float32(0.6)
        + hues[1] * second * np.float32(0.6)
        + hues[2] * third * np.float32(0.14)
    )
    dark = smoothstep(0.46, 0.7, cv2.GaussianBlur(base, (0, 0), 1.5)) * smoothstep(0.62, 0.45, veil)
    canvas.rgb *= (1 - 0.6 * dark)[..., None]


def _stars(canvas: Canvas) -> None:
    rng = canvas.rng
    count = int(canvas.width * canvas.height / 900)
    layer = np.zeros((canvas.height, canvas.width), np.float32)
    xs, ys = rng.integers(0, canvas.width, count), rng.integers(0, canvas.height, count)
    strength = rng.random(count).astype(np.float32) ** 6 * 1.6 + 0.05
    layer[ys, xs] = strength
    canvas.rgb += (cv2.GaussianBlur(layer, (0, 0), max(canvas.unit / 1500, 0.45)) * 2.0)[..., None]
    tints = [colour("#cfe2ff"), colour("#fff0d8"), colour("#ffd8c0")]
    for index in np.argsort(strength)[-14:]:
        x, y, tint = float(xs[index]), float(ys[index]), tints[int(rng.integers(3))]
        canvas.spark(x, y, canvas.unit * 0.012, tint * np.float32(1.5))
        for dx, dy in ((1, 0), (0, 1)):
            reach, thin = canvas.unit * 0.028, max(canvas.unit * 0.0006, 0.4)
            flare = np.array(
                [
                    (x - reach * dx - thin * dy, y - reach * dy - thin * dx),
                    (x + reach * dx, y + reach * dy),
                    (x - reach * dx + thin * dy, y - reach * dy + thin * dx),
                ]
            )
            canvas.shape([flare], tint, alpha=0.5)


def _sphere(
    canvas: Canvas, x: float, y: float, radius: float, light: Array, hues: list[Array], tilt: float
) -> None:
    part = canvas.near(x, y, radius * 1.12)
    if part is None:
        return
    rows, columns, _ = part
    nx = np.broadcast_to(
        (canvas.x[:, columns] - x) / radius, (rows.stop - rows.start, columns.stop - columns.start)
    )
    ny = np.broadcast_to((canvas.y[rows] - y) / radius, nx.shape)
    squared = nx * nx + ny * ny
    nz = np.sqrt(np.clip(1 - squared, 0, 1))
    surface = _clouds(canvas, nx, ny, nz, hues, tilt)
    day = np.clip(nx * light[0] + ny * light[1] + nz * light[2] + 0.06, 0, 1)
    lit = surface * (day[..., None] * np.float32(1.35) + 0.004)
    rim = (1 - nz) ** 3 * np.clip(day * 1.4 + 0.05, 0, 1)
    lit = lit + mix(hues[1], colour("#bfe0ff"), 0.6) * (rim * 0.9)[..., None]
    mask = np.clip((1 - np.sqrt(squared)) * radius + 0.5, 0, 1)
    canvas.paint(
        mask.astype(np.float32), lit.astype(np.float32), at=(rows.start, columns.start), depth=0.8
    )
    outside = np.exp(-np.maximum(np.sqrt(squared) - 1, 0) * 26) * (squared >= 1)
    sunny = np.clip(nx * light[0] + ny * light[1] + 0.25, 0, 1)
    canvas.rgb[rows, columns] += (outside * sunny * 0.4)[..., None].astype(np.float32) * mix(
        hues[1], colour("#8fc8ff"), 0.6
    )


def _rings(
    canvas: Canvas,
    x: float,
    y: float,
    radius: float,
    tilt: float,
    hues: list[Array],
    *,
    front: bool,
) -> None:
    dx, dy = canvas.x - x, canvas.y - y
    u = (dx * np.cos(tilt) + dy * np.sin(tilt)) / radius
    v = (dy * np.cos(tilt) - dx * np.sin(tilt)) / radius / 0.26
    distance = np.sqrt(u * u + v * v)
    bands = 0.55 + 0.25 * np.sin(distance * 38) + 0.2 * np.sin(distance * 91 + 1)
    edge = smoothstep(1.32, 1.36, distance) * smoothstep(2.28, 2.2, distance)
    gap = 1 - 0.85 * np.exp(-(((distance - 1.92) / 0.028) ** 2))
    half = (v > 0) if front else (v <= 0)
    mask = edge * bands * gap * half * 0.85
    shadow = (
        1 - 0.85 * ((np.abs(v) * 0.26 < 0.9) & (np.abs(u - 0.2) < 0.92) & ~np.asarray(v > 0)) * 0.5
    )
    canvas.paint(
        mask.astype(np.float32),
        (mix(hues[1], hues[0], 0.3) * shadow[..., None]).astype(np.float32),
        depth=0.75,
    )


def _moon(canvas: Canvas, x: float, y: float, radius: float, light: Array) -> None:
    part = canvas.near(x, y, radius)
    if part is None:
        return
    rows, columns, squared = part
    nx, ny = (canvas.x[:, columns] - x) / radius, (canvas.y[rows] - y) / radius
    nz = np.sqrt(np.clip(1 - squared, 0, 1))
    day = np.clip(nx * light[0] + ny * light[1] + nz * light[2], 0, 1)
    mask = np.clip((1 - np.sqrt(squared)) * radius, 0, 1)
    canvas.paint(
        mask.astype(np.float32),
        (day[..., None] * colour("#d8d4cc")).astype(np.float32),
        at=(rows.start, columns.start),
    )


def _galaxy(canvas: Canvas, palette: Palette) -> None:
    rng = canvas.rng
    cx, cy, tilt = canvas.width * 0.5, canvas.height * 0.5, float(rng.uniform(-0.6, 0.6))
    canvas.look_at(cx, cy)
    dx, dy = (canvas.x - cx) / canvas.unit, (canvas.y - cy) / canvas.unit
    u = dx * np.cos(tilt) + dy * np.sin(tilt)
    v = (dy * np.cos(tilt) - dx * np.sin(tilt)) * 2.1
    radius = np.sqrt(u * u + v * v).astype(np.float32)
    angle = np.arctan2(v, u)
    dust = canvas.noise(8, octaves=6, gain=0.6)
    arms = 0.5 + 0.5 * np.cos(2 * angle + np.log(radius + 0.02) * 5.2 + (dust - 0.5) * 2.4)
    disc = np.exp(-radius * 4.4)
    cool, warm = mix(palette.accents[1], colour("#8fb8ff"), 0.6), colour("#ffd9a8")
    canvas.rgb += (disc * arms**1.6 * (0.5 + dust) * 1.6)[..., None].astype(np.float32) * cool
    canvas.rgb += (np.exp(-radius * 13) * 1.8)[..., None] * warm
    grains = (rng.random(radius.shape, dtype=np.float32) > 0.985) * arms * disc
    canvas.rgb += (
        cv2.GaussianBlur(grains.astype(np.float32), (0, 0), 0.7)[..., None] * np.float32(4) * cool
    )


def _clouds(
    canvas: Canvas, nx: Array, ny: Array, nz: Array, hues: list[Array], tilt: float
) -> Array:
    """The colours of a planet's bands and storms, unlit, at each point of the ball (x, y, z from its middle)."""
    across = ny * np.cos(tilt) - nx * np.sin(tilt)
    along = np.arctan2(nx * np.cos(tilt) + ny * np.sin(tilt), nz + 1e-3)
    swirl = noise(canvas.rng, (256, 512), 5, octaves=5, gain=0.6, stretch=5)
    u = (along / np.pi + 0.5) * 511
    v = (np.arcsin(np.clip(across, -1, 1)) / np.pi + 0.5) * 255
    storms = cv2.remap(
        swirl,
        u.astype(np.float32),
        v.astype(np.float32),
        cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_REFLECT,
    )
    bands = 0.5 + 0.5 * np.sin(v * 0.16 + (storms - 0.5) * 9)
    surface = hues[2] + (hues[0] - hues[2]) * np.clip(bands * 1.4, 0, 1)[..., None]
    surface = (
        surface
        + (hues[1] - surface)
        * smoothstep(0.55, 0.85, (storms * 0.6 + bands * 0.4).astype(np.float32))[..., None]
    )
    return np.asarray(surface)
