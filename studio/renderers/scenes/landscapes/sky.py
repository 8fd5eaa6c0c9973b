"""Skies: gradient, stars, sun or moon, clouds, northern lights, lightning."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Points, colour, mix, noise, smoothstep
from studio.renderers.scenes.stage import Stage


def paint_sky(stage: Stage) -> None:
    """The whole sky, from the zenith to a little below the horizon."""
    canvas, palette = stage.canvas, stage.palette
    warm = mix(palette.horizon, palette.light, 0.25)
    canvas.rgb[:] = canvas.gradient(
        [(0, palette.zenith), (0.55, palette.middle), (0.9, palette.horizon), (1, warm)],
        0,
        stage.horizon,
    )
    weather = stage.brief.weather
    covered = bool({"storm", "clouds", "rain"} & weather)
    if palette.dark > 0.65 and not covered:
        _stars(stage, 1.0 if "stars" in weather or palette.dark > 0.9 else 0.35)
    if stage.brief.has("planet") or "stars" in weather:
        _milky_way(stage)
    canvas.mark(0.12)
    if "aurora" in weather:
        _aurora(stage)
    _light(stage, veiled=covered)
    canvas.mark(0.22)
    if "clear" not in stage.brief.words and not (stage.flat and not covered):
        _clouds(stage, heavy=covered)
    if "rainbow" in weather:
        _rainbow(stage)
    if "storm" in weather and "snow" not in weather:  # a snowstorm has none
        _lightning(stage)
    canvas.mark(0.3)


def _stars(stage: Stage, amount: float) -> None:
    canvas, rng = stage.canvas, stage.canvas.rng
    count = int(canvas.width * stage.horizon / 1500 * amount)
    xs = rng.integers(0, canvas.width, count)
    ys = (rng.random(count) ** 1.25 * stage.horizon * 0.95).astype(int)
    strength = (rng.random(count) ** 5 * 1.1 + 0.07).astype(np.float32)
    strength *= (1 - ys / stage.horizon).astype(np.float32) ** 0.7
    layer = np.zeros((canvas.height, canvas.width), np.float32)
    layer[ys, xs] = strength
    soft = cv2.GaussianBlur(layer, (0, 0), max(canvas.unit / 1400, 0.45)) * np.float32(2.2)
    tint = np.array([0.86, 0.94, 1.0], np.float32)
    canvas.rgb += soft[..., None] * tint
    for index in np.argsort(strength)[-max(count // 60, 3) :]:
        reach = canvas.unit * 0.006 * (1 + float(strength[index]))
        canvas.spark(float(xs[index]), float(ys[index]), reach, tint * strength[index] * 1.4)


def _milky_way(stage: Stage) -> None:
    canvas = stage.canvas
    slope = float(canvas.rng.uniform(0.5, 1.1)) * -stage.side
    centre = stage.horizon * 0.45 + (canvas.x - canvas.width / 2) * slope
    band = np.exp(-(((canvas.y - centre) / (canvas.unit * 0.17)) ** 2))
    dust = canvas.noise(5, octaves=6, gain=0.62)
    cloud = band * smoothstep(0.3, 0.75, dust)
    dark = band * smoothstep(0.52, 0.66, canvas.noise(7, octaves=5, gain=0.6))
    glow = mix(stage.palette.horizon, stage.palette.light, 0.35)
    canvas.rgb += cloud[..., None] * glow * np.float32(0.55)
    canvas.rgb *= (1 - 0.45 * dark)[..., None]


def _light(stage: Stage, *, veiled: bool) -> None:
    canvas, palette = stage.canvas, stage.palette
    x, y, radius = stage.light_x, stage.light_y, stage.light_radius
    if stage.flat:
        canvas.glow(x, y, radius * 3, palette.light * 0.16, power=1.4)
        canvas.disc(x, y, radius * 1.25, mix(palette.light, palette.accents[0], 0.12), depth=0.0)
        return
    halo = mix(palette.horizon, palette.light, 0.4)
    if "storm" in stage.brief.weather and not stage.brief.has("moon", "sun"):
        canvas.glow(x, y, radius * 4.2, halo * np.float32(0.3), power=1.0)  # behind all clouds
        return
    strength = 0.5 if veiled else 0.6 if "snow" in stage.brief.weather else 1.0
    canvas.glow(x, y, radius * 4.2, halo * (0.42 * strength), power=1.0)
    canvas.glow(x, y, radius * 1.7, halo * (0.5 * strength), power=1.6)
    if stage.sun_is_out:
        brightness = 1.1 if veiled else 2.6
        canvas.disc(x, y, radius, palette.light * brightness, blur=radius * 0.05)
        return
    if stage.brief.words & {"crescent"}:
        _crescent(stage)
        return
    _moon(stage)


def _moon(stage: Stage) -> None:
    canvas, radius = stage.canvas, stage.light_radius
    part = canvas.near(stage.light_x, stage.light_y, radius * 1.03)
    if part is None:
        return
    rows, columns, squared = part
    mask = np.clip((1 - np.sqrt(squared) * 1.03) * radius / 1.5 + 0.5, 0, 1)
    seas = canvas.noise(9, octaves=4)[rows, columns]
    tone = 1.25 - 0.42 * smoothstep(0.45, 0.68, seas) - 0.16 * squared
    face = tone[..., None] * stage.palette.light
    canvas.paint(
        np.asarray(mask, np.float32), face.astype(np.float32), at=(rows.start, columns.start)
    )


def _crescent(stage: Stage) -> None:
    canvas, radius = stage.canvas, stage.light_radius
    t = np.linspace(-np.pi / 2, np.pi / 2, 48)
    outer = np.stack([np.cos(t), np.sin(t)], -1)
    inner = np.stack([np.cos(t[::-1]) * 0.45, np.sin(t[::-1])], -1)
    points = np.vstack([outer, inner]) * radius
    cos, sin = np.cos(-0.5), np.sin(-0.5)
    turned = points @ np.array([[cos, sin], [-sin, cos]])
    canvas.shape([turned + (stage.light_x, stage.light_y)], stage.palette.light * 1.3)


def _clouds(stage: Stage, *, heavy: bool) -> None:
    canvas, palette, rng = stage.canvas, stage.palette, stage.canvas.rng
    rows = int(min(stage.horizon + 2, canvas.height))
    size = (max(rows // 2, 8), max(canvas.width // 2, 8))
    stretch = 2.6 if heavy else 3.6
    field = noise(rng, size, 2.6 if heavy else 3.4, octaves=6, gain=0.55, stretch=stretch)
    warp = noise(rng, size, 4, octaves=3, stretch=2)
    t = np.linspace(0, 1, size[0], dtype=np.float32)[:, None]
    cover = (0.43 if heavy else 0.56) - 0.05 * t
    density = smoothstep(cover, cover + (0.24 if heavy else 0.3), field + (warp - 0.5) * 0.12)  # type: ignore[arg-type]
    fade = np.clip(1.08 - t, 0, 1) ** 0.6 * np.clip(t * 3 + 0.35, 0, 1)
    density *= fade
    dx = 1 if stage.light_x > canvas.width / 2 else -1
    reach = max(size[0] // 40, 2)
    moved = np.roll(np.roll(field, -reach, axis=0), dx * reach, axis=1)
    lit = np.clip((field - moved) * 5 + 0.45, 0, 1)
    sx, sy = stage.light_x / 2, stage.light_y / 2
    xs = np.arange(size[1], dtype=np.float32)[None, :]
    ys = np.arange(size[0], dtype=np.float32)[:, None]
    near = 1 / (1 + ((xs - sx) ** 2 + (ys - sy) ** 2) / (canvas.unit * 0.22) ** 2)
    edge = lit * (0.35 + 0.65 * near)
    shade = mix(palette.cloud, palette.middle, 0.35 if not heavy else 0.1)
    glow = mix(palette.horizon, palette.light, 0.55) * (1.15 if not heavy else 0.9)
    body = shade + (glow - shade) * edge[..., None]
    full = (canvas.width, rows)
    mask = cv2.resize(density.astype(np.float32), full, interpolation=cv2.INTER_CUBIC)
    picture = cv2.resize(body.astype(np.float32), full, interpolation=cv2.INTER_LINEAR)
    canvas.paint(np.clip(mask, 0, 1) * np.float32(0.92 if heavy else 0.78), picture, depth=0.06)


_BANDS = ("#e23a3a", "#f2883a", "#f6dc4a", "#4fc86a", "#3f9af0", "#7a5ae0")


def _rainbow(stage: Stage) -> None:
    """A bow that rises from the horizon on one side, red outside, and the paler second one around it."""
    canvas = stage.canvas
    x, y = canvas.width * (0.5 + 0.1 * stage.side), stage.horizon + canvas.unit * 0.1
    far = np.hypot(
        (canvas.x - x) / canvas.width, (canvas.y - y) / (stage.horizon * 1.5 + canvas.unit * 0.1)
    )
    fade = np.clip((stage.horizon - canvas.y) / (canvas.unit * 0.08), 0, 1)
    for radius, wide, strength, way in ((0.5, 0.011, 0.62, -1), (0.6, 0.009, 0.16, 1)):
        for step, code in enumerate(_BANDS):
            at = radius + way * wide * 1.25 * step
            band = np.exp(-(((far - at) / wide) ** 2)) * strength * fade
            canvas.paint(band.astype(np.float32), colour(code) * np.float32(1.15))


def _aurora(stage: Stage) -> None:
    canvas, rng = stage.canvas, stage.canvas.rng
    rows = int(stage.horizon)
    total = np.zeros((rows, canvas.width, 3), np.float32)
    x = np.linspace(0, 1, canvas.width, dtype=np.float32)
    y = np.arange(rows, dtype=np.float32)[:, None]
    for curtain in range(3):
        base = rows * (0.5 + 0.16 * curtain) + rows * 0.16 * np.sin(
            x * float(rng.uniform(4, 9)) + float(rng.uniform(0, 6))
        )
        base = base + rows * 0.05 * np.sin(
            x * float(rng.uniform(14, 24)) + float(rng.uniform(0, 6))
        )
        rays = cv2.GaussianBlur(
            rng.random((1, canvas.width), dtype=np.float32), (0, 0), canvas.width / 260
        )
        slow = cv2.GaussianBlur(
            rng.random((1, canvas.width), dtype=np.float32), (0, 0), canvas.width / 30
        )
        pattern = (0.45 + 3.2 * (rays - 0.5)) * np.clip(0.6 + 14 * (slow - 0.5), 0.1, 1.6)
        up = (base[None, :] - y) / (rows * float(rng.uniform(0.34, 0.5)))
        body = np.where(up > 0, np.exp(-up * 2.4), np.exp(up * 26))
        strength = (body * np.clip(pattern, 0.03, 1.6)).astype(np.float32)
        low, high = stage.palette.accents[0], stage.palette.accents[1]
        blend = np.clip(up * 1.1, 0, 1)[..., None]
        total += (
            strength[..., None]
            * (low * (1 - blend) + high * blend)
            * np.float32(0.75 - 0.14 * curtain)
        )
    canvas.rgb[:rows] += cv2.GaussianBlur(total, (0, 0), canvas.unit / 500)


def _lightning(stage: Stage) -> None:
    canvas, rng = stage.canvas, stage.canvas.rng
    x = canvas.width * float(rng.uniform(0.15, 0.85))
    y, end = stage.horizon * 0.12, stage.horizon
    points: list[tuple[float, float]] = [(x, y)]
    while y < end:
        y += canvas.unit * float(rng.uniform(0.015, 0.05))
        x += canvas.unit * float(rng.normal(0, 0.022))
        points.append((x, min(y, end)))
    line: Points = np.array(points)
    thin = canvas.unit * 0.0022
    ribbon = np.vstack([line - (thin, 0), (line + (thin, 0))[::-1]])
    light = np.array([0.9, 0.95, 1.0], np.float32)
    canvas.shape([ribbon], light * 0.5, blur=canvas.unit * 0.012)
    canvas.shape([ribbon], light * 2.2)
    canvas.glow(float(line[0, 0]), stage.horizon * 0.3, canvas.unit * 0.2, light * 0.16)
