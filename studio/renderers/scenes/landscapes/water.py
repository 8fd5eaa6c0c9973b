"""Water: the mirrored sky broken by ripples that grow towards the viewer, and the glitter under the light."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, colour, mix, noise, smoothstep
from studio.renderers.scenes.stage import Stage


def _ripples(canvas: Canvas, top: int, rough: float) -> tuple[Array, Array]:
    """Slope of the water and the nearness of each row (0 at the horizon … 1 at the bottom edge)."""
    rows = canvas.height - top
    near = (np.arange(rows, dtype=np.float32) / max(rows, 1))[:, None]
    side = 512
    texture = noise(canvas.rng, (side, side), 26, octaves=4, gain=0.6, stretch=2.4)
    tile = np.vstack([texture, texture[::-1]])
    tile = np.hstack([tile, tile[:, ::-1]])
    distance = 1 / (near + 0.045)
    v = (distance * 190) % (2 * side)
    u = ((canvas.x - canvas.width / 2) * distance * (300 / canvas.unit) + 4096 * side) % (2 * side)
    sampled = cv2.remap(
        tile,
        np.ascontiguousarray(np.broadcast_to(u, (rows, canvas.width)), np.float32),
        np.ascontiguousarray(np.broadcast_to(v, (rows, canvas.width)), np.float32),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_WRAP,
    )
    return np.asarray((sampled - 0.5) * rough, np.float32), near


def paint_water(stage: Stage, *, calm: float = 0.5) -> None:
    """Fills everything below the horizon with water that mirrors what stands above it; `calm` 0 … 1."""
    canvas, palette = stage.canvas, stage.palette
    top = int(stage.horizon)
    if top >= canvas.height - 2:
        return
    rough = 1.9 - 1.5 * calm
    slope, near = _ripples(canvas, top, rough)
    rows = canvas.height - top
    ys = np.arange(rows, dtype=np.float32)[:, None]
    squash = min((top - 1) / rows, 1.0) * 0.96
    reach = canvas.unit * (0.02 + 0.2 * near)
    map_y = top - 1 - ys * squash - np.abs(slope) * reach * 1.2
    map_x = canvas.x + slope * reach * 0.55
    mirror = cv2.remap(
        _scattered(stage, top),
        np.asarray(map_x, np.float32),
        np.clip(map_y, 0, top - 1).astype(np.float32),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    deep = palette.water * np.float32(0.9)
    clear = (0.8 - 0.5 * near ** (0.6 + calm)).astype(np.float32)
    clear = np.clip(clear + slope * 0.35 + 0.2 * (calm - 0.5), 0.05, 0.92)
    surface = deep + (np.minimum(mirror, 1.2) - deep) * clear[..., None]
    if stage.flat:
        surface = (
            deep + (np.minimum(mirror, 1.2) - deep) * np.clip(0.62 - 0.4 * near, 0, 1)[..., None]
        )
    canvas.rgb[top:] = surface
    canvas.depth[top:] = 0.1 + 0.75 * near
    _glitter(stage, top, slope, near)
    line = np.exp(-ys / max(canvas.unit * 0.006, 1))
    canvas.rgb[top:] += (line * 0.16)[..., None] * mix(palette.horizon, palette.light, 0.5)


def _scattered(stage: Stage, top: int) -> Array:
    """What the water mirrors, without its sun or moon: ripples leave no disc whole, and the glitter is what is left."""
    above = stage.canvas.rgb[:top]
    radius = stage.light_radius
    reach = 2.2 * radius
    left, right = int(max(stage.light_x - reach, 0)), int(stage.light_x + reach) + 1
    high, low = int(max(stage.light_y - reach, 0)), int(stage.light_y + reach) + 1
    part = above[high:low, left:right]
    if min(part.shape) < 2:
        return above
    aside = stage.canvas.x[:, left:right] - stage.light_x
    over = stage.canvas.y[high : high + len(part)] - stage.light_y
    away = np.sqrt(aside**2 + over**2) / radius
    sky = smoothstep(1.0, 1.3, away)
    spread = radius * 0.7
    seen = cv2.GaussianBlur(sky, (0, 0), spread)[..., None]
    around = cv2.GaussianBlur(part * sky[..., None], (0, 0), spread) / (seen + 1e-3)
    mirrored = above.copy()
    mirrored[high:low, left:right] = part + (around - part) * smoothstep(1.7, 1.1, away)[..., None]
    return mirrored


def _glitter(stage: Stage, top: int, slope: Array, near: Array) -> None:
    canvas, palette = stage.canvas, stage.palette
    width = canvas.unit * (0.05 + 0.2 * near) + stage.light_radius * 0.5
    column = np.exp(-(((canvas.x - stage.light_x) / width) ** 2)).astype(np.float32)
    speckle = smoothstep(0.04, 0.26, slope + 0.22 * (column - 0.62))
    strength = column * speckle * (1.15 - 0.75 * near)
    brightness = 1.0 if palette.dark < 0.3 else 1.7
    canvas.rgb[top:] += strength[..., None] * palette.light * np.float32(brightness)
    canvas.rgb[top:] += (column * 0.1 * (1 - near))[..., None] * palette.light


_SWELLS = 13


def paint_waves(stage: Stage) -> None:
    """Swells rolling in, short and steep near the viewer, with foam on their crests and streaks down their backs."""
    canvas, rng = stage.canvas, stage.canvas.rng
    x = canvas.x[0] / canvas.unit
    half = (canvas.height // 2 + 1, canvas.width // 2 + 1)
    grain = noise(rng, half, 34, octaves=4, gain=0.62, stretch=5)
    grain = cv2.resize(grain, (canvas.width, canvas.height), interpolation=cv2.INTER_LINEAR)
    for index in range(_SWELLS):
        t = (index + 0.4) / _SWELLS
        base = stage.horizon + (canvas.height - stage.horizon) * t**1.55
        tall = canvas.unit * (0.004 + 0.05 * t**1.2)
        length, phase = (
            float(rng.uniform(0.5, 0.95)) * (0.16 + 0.95 * t),
            float(rng.uniform(0, 6.28)),
        )
        bend = 0.5 * np.sin(x * 2.1 / (0.3 + t) + phase * 3)
        swell = np.sin(x * 2 * np.pi / length + phase + bend)
        steep = (1 - np.abs(np.sin(x * np.pi / length + phase / 2 + bend / 2))) ** 1.3
        height = (0.3 + 0.7 * np.sin(x * 1.7 / (0.3 + t) + phase * 2) ** 2) * steep
        crest = base - tall * (2.1 * height + 0.18 * np.sin(x * 31 / (0.4 + t) + phase))
        _swell(
            stage,
            crest.astype(np.float32),
            tall,
            t,
            grain,
            smoothstep(0.25, 0.95, height) * np.clip(swell + 1.1, 0, 1),
        )


def _swell(stage: Stage, crest: Array, tall: float, t: float, grain: Array, foaming: Array) -> None:
    """One swell below the line of its crest; `foaming` 0 … 1 says where it breaks."""
    canvas, palette = stage.canvas, stage.palette
    top = max(int(crest.min()) - 2, 0)
    low = min(int(crest.max() + tall * 9) + 2, canvas.height)
    if top >= low:
        return
    y = canvas.y[top:low]
    down = (y - crest[None, :]) / tall
    blue = mix(palette.water, colour("#1f6a8a"), 0.4 * (1 - 0.6 * palette.dark))
    sea = mix(blue, palette.horizon, 0.26 * (1 - t) + 0.06)
    lit = mix(mix(sea, palette.horizon, 0.3), np.sqrt(palette.water) * np.float32(0.5), 0.2)
    deep = np.clip(down / 3.2, 0, 1)[..., None]
    part = grain[top:low]
    body = (lit + (sea * np.float32(0.62) - lit) * deep) * (0.72 + 0.56 * part)[..., None]
    streak = smoothstep(0.54, 0.72, part + 0.16 * np.exp(-np.maximum(down, 0) / 1.6)) * np.exp(
        -np.maximum(down, 0) / 3.5
    )
    foam = np.exp(-np.abs(down - 0.08) / 0.16) * smoothstep(0.32, 0.6, part + 0.25)
    white = np.clip(foam * foaming[None, :] + streak * (0.1 + 0.45 * foaming[None, :]), 0, 1)
    light = mix(palette.light, palette.horizon, 0.4)
    body = body + (light - body) * (white * (0.3 + 0.5 * t))[..., None]
    mask = np.clip(y - crest[None, :] + 0.5, 0, 1)
    if t < 0.95:
        mask = mask * np.clip(9 - down, 0, 1)
    canvas.paint(
        mask.astype(np.float32), body.astype(np.float32), at=(top, 0), depth=0.2 + 0.75 * t
    )
