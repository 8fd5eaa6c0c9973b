"""Water: the mirrored sky broken by ripples that grow towards the viewer, and the glitter under the light."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, mix, noise, smoothstep
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
        canvas.rgb,
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


def _glitter(stage: Stage, top: int, slope: Array, near: Array) -> None:
    canvas, palette = stage.canvas, stage.palette
    width = canvas.unit * (0.05 + 0.2 * near) + stage.light_radius * 0.5
    column = np.exp(-(((canvas.x - stage.light_x) / width) ** 2)).astype(np.float32)
    speckle = smoothstep(0.04, 0.26, slope + 0.22 * (column - 0.62))
    strength = column * speckle * (1.15 - 0.75 * near)
    brightness = 1.0 if palette.dark < 0.3 else 1.7
    canvas.rgb[top:] += strength[..., None] * palette.light * np.float32(brightness)
    canvas.rgb[top:] += (column * 0.1 * (1 - near))[..., None] * palette.light


def paint_waves(stage: Stage) -> None:
    """Large swells rolling in, each a band with a lit crest."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.canvas.rng
    count = 7
    for index in range(count):
        t = (index + 0.6) / count
        base = stage.horizon + (canvas.height - stage.horizon) * t**1.35
        tall = canvas.unit * (0.012 + 0.075 * t)
        phase, length = float(rng.uniform(0, 6.28)), float(rng.uniform(1.2, 2.1)) / (0.35 + t)
        x = canvas.x[0] / canvas.unit
        swell = np.sin(x * 2 * np.pi / length + phase)
        crest = (
            base
            - tall * (np.exp(swell) - 1) * 0.8
            - tall * 0.25 * np.sin(x * 9 / length + phase * 2)
        )
        below = np.clip(canvas.y - crest[None, :] + 0.5, 0, 1)
        depth_in = np.clip((canvas.y - crest[None, :]) / (tall * 4.5), 0, 1)
        colour = mix(palette.water, palette.horizon, 0.42 * (1 - t) + 0.14)
        lit = mix(colour, palette.horizon, 0.45)
        body = lit + (colour * np.float32(0.55) - lit) * depth_in[..., None]
        canvas.paint(below.astype(np.float32), body.astype(np.float32), depth=0.2 + 0.75 * t)
        foam = np.exp(-np.abs(canvas.y - crest[None, :] - tall * 0.04) / (tall * 0.055))
        foam *= np.clip(swell, 0, 1)[None, :] ** 2
        canvas.rgb += (foam * (0.25 + 0.4 * t))[..., None] * mix(
            palette.light, palette.horizon, 0.3
        )
