"""Land: mountain ranges, hills, dunes, forests and headlands, each layer nearer and clearer than the last."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Points, colour, mix, noise, ridge, smoothstep
from studio.renderers.scenes.stage import Stage


def _layer_colour(stage: Stage, t: float) -> Array:
    """From haze (t 0, far) to the near colour (t 1)."""
    return mix(stage.palette.haze, stage.palette.near, t)


def paint_land(
    stage: Stage,
    line: Array,
    base: Array,
    foot: Array,
    *,
    depth: float,
    reach: float,
    shade: Array | None = None,
) -> None:
    """Fills below a line (y of each column) with `base`, fading to `foot` over `reach` pixels."""
    canvas = stage.canvas
    top = max(int(line.min()) - 1, 0)
    if top >= canvas.height:
        return
    y = canvas.y[top:]
    mask = np.clip(y - line[None, :] + 0.5, 0, 1).astype(np.float32)
    t = np.clip((y - line[None, :]) / reach, 0, 1)[..., None]
    body = base + (foot - base) * t
    if shade is not None:
        body = body * shade[top:, :, None]
    canvas.paint(mask, body.astype(np.float32), at=(top, 0), depth=depth)


def paint_mountains(stage: Stage, *, layers: int = 4) -> None:
    """Ranges behind one another; the middle one is lit and may carry snow."""
    canvas, rng, palette = stage.canvas, stage.canvas.rng, stage.palette
    snowy = palette.time != "retro" and (
        "snow" in stage.brief.weather or stage.brief.has("mountains")
    )
    for index in range(layers):
        t = index / max(layers - 1, 1)
        tall = canvas.unit * (0.34 - 0.2 * t) * float(rng.uniform(0.85, 1.2))
        cells = 1.6 * canvas.width / canvas.unit * (1 + 0.8 * t)
        line = ridge(rng, canvas.width, cells, sharp=index < 3, gain=0.47)
        line = line - float(line.min())
        line = (
            stage.horizon
            + canvas.unit * 0.03 * t
            - tall * (line / max(float(line.max()), 1e-3)) ** 1.15
        )
        base = _layer_colour(stage, 0.06 + 0.6 * t**1.2)
        foot = mix(base, palette.haze, 0.55 * (1 - t * 0.6))
        shade = None
        if not stage.flat and index in (0, 1, 2):
            shade = _relief(stage)
        paint_land(
            stage,
            line.astype(np.float32),
            base,
            foot,
            depth=0.12 + 0.4 * t,
            reach=tall * 1.3,
            shade=shade,
        )
        if snowy and index == 1:
            _snow_caps(stage, line.astype(np.float32), tall)


def _relief(stage: Stage) -> Array:
    """Light and shadow on slopes, from a noise that hangs down from the ridge."""
    canvas = stage.canvas
    half = (canvas.height // 2 + 1, canvas.width // 2 + 1)
    field = noise(canvas.rng, half, 9, octaves=6, gain=0.62, stretch=0.8)
    slope = np.gradient(field, axis=1) * (1 if stage.light_x > canvas.width / 2 else -1)
    slope = np.clip(slope * half[0] * 0.05, -1, 1)
    full = np.repeat(np.repeat(slope, 2, axis=0), 2, axis=1)[: canvas.height, : canvas.width]
    return np.asarray(1 + 0.34 * full, np.float32)


def _snow_caps(stage: Stage, line: Array, tall: float) -> None:
    canvas, palette = stage.canvas, stage.palette
    rough = canvas.noise(16, octaves=5, gain=0.6, stretch=0.6)
    below = (canvas.y - line[None, :]) / tall
    height = (stage.horizon - canvas.y) / tall
    amount = smoothstep(0.1, -0.12, below - 0.42 * (height - 0.35) + (rough - 0.5) * 0.9)
    amount *= np.clip(canvas.y - line[None, :], 0, 1) * (height > 0)
    lit = smoothstep(
        -0.004, 0.006, np.gradient(rough, axis=1) * (1 if stage.light_x > canvas.width / 2 else -1)
    )
    white = mix(palette.horizon, palette.light, 0.6)
    cold = mix(palette.middle, palette.haze, 0.5)
    tone = cold + (white - cold) * lit[..., None]
    canvas.paint((amount * 0.85).astype(np.float32), tone.astype(np.float32))


def paint_hills(stage: Stage, *, layers: int = 3) -> None:
    """Rolling ground from the horizon down to the viewer."""
    canvas, rng, palette = stage.canvas, stage.canvas.rng, stage.palette
    green = {"spring": "#7fae5a", "autumn": "#b5662c"}
    tint = next((colour(code) for name, code in green.items() if name in stage.brief.weather), None)
    if tint is None and palette.time == "day" and not stage.brief.has("desert"):
        tint = colour("#4f8f4a")
    snow = "snow" in stage.brief.weather
    for index in range(layers):
        t = (index + 1) / layers
        tall = canvas.unit * (0.05 + 0.06 * t)
        base_y = stage.horizon + (canvas.height - stage.horizon) * (
            0.02 + 0.55 * (index / layers) ** 1.2
        )
        line = ridge(rng, canvas.width, 1.3 + index, octaves=5, gain=0.34)
        line = base_y + canvas.unit * 0.02 - tall * (line - 0.3) * 1.6
        base = _layer_colour(stage, 0.3 + 0.55 * t)
        if snow:
            base = mix(
                mix(palette.haze, palette.light, 0.3), palette.water, 0.25 + 0.4 * palette.dark * t
            )
        elif tint is not None:
            base = mix(base, tint, 0.5 * (1 - palette.dark))
        foot = mix(base, palette.near, 0.55 if not snow else 0.25)
        paint_land(
            stage,
            line.astype(np.float32),
            base,
            foot,
            depth=0.35 + 0.6 * t,
            reach=canvas.height * 0.4,
        )


_LEANING = 1.6
"""A dune's shadow side ends along a line from its crest that runs so far aside for each step down."""


def paint_dunes(stage: Stage) -> None:
    """Sand with sharp crests: a lit side and a shadow side."""
    canvas, rng, palette = stage.canvas, stage.canvas.rng, stage.palette
    sand = mix(colour("#e2a45c"), palette.horizon, 0.3)
    for index in range(5):
        t = index / 4
        base_y = stage.horizon + (canvas.height - stage.horizon) * (0.75 * t**1.1)
        tall = canvas.unit * (0.05 + 0.17 * t)
        line = ridge(
            rng, canvas.width, 0.9 + 1.4 * (1 - t), octaves=3, gain=0.3, sharp=index % 2 == 0
        )
        line = (base_y - tall * (line - 0.35)).astype(np.float32)
        lit = mix(mix(sand, palette.haze, 0.65 * (1 - t)), palette.near, 0.55 * palette.dark)
        dark = mix(lit, palette.near, 0.4 + 0.3 * t)
        slope = np.gradient(np.convolve(np.pad(line, 20, mode="edge"), np.ones(41) / 41, "valid"))
        side = 1 if stage.light_x > canvas.width / 2 else -1
        crest = smoothstep(-0.35, 0.35, (slope * side).astype(np.float32))
        below = np.maximum(canvas.y - line[None, :], 0)
        leaning = canvas.x + side * _LEANING * below
        sunny = crest[np.clip(leaning, 0, canvas.width - 1).astype(np.intp)][..., None]
        ripple = np.sin((canvas.y - line[None, :]) * (60 / canvas.unit) * (3 - 2 * t) * 2.2)
        fall = np.clip((canvas.y - line[None, :]) / (tall * 2.2), 0, 1)[..., None]
        body = (dark + (lit - dark) * sunny) * (1 + (0.02 + 0.02 * t) * ripple[..., None])
        body = body + (dark - body) * fall * np.float32(0.75)
        mask = np.clip(canvas.y - line[None, :] + 0.5, 0, 1).astype(np.float32)
        canvas.paint(mask, body.astype(np.float32), depth=0.2 + 0.75 * t)


def pine(cx: float, foot: float, tall: float, rng: np.random.Generator) -> Points:
    """A pine as a jagged polygon."""
    tiers = max(int(tall / 7), 5) if tall < 90 else 14
    half = tall * float(rng.uniform(0.15, 0.23))
    left: list[tuple[float, float]] = []
    right: list[tuple[float, float]] = []
    for tier in range(tiers):
        t = (tier + 1) / tiers
        y = foot - tall * (1 - t)
        out = half * t**0.85
        left += [
            (cx - out * float(rng.uniform(0.82, 1.12)), y),
            (cx - out * 0.42, y - tall * 0.012),
        ]
        right += [
            (cx + out * float(rng.uniform(0.82, 1.12)), y),
            (cx + out * 0.42, y - tall * 0.012),
        ]
    tip = (cx, foot - tall)
    return np.array([tip, *right, (cx + half * 0.2, foot + tall * 0.2), (cx - half * 0.2, foot + tall * 0.2)]
                    + left[::-1])  # fmt: skip


def paint_forest(stage: Stage, *, layers: int = 4, start: float = 0.0, low: bool = False) -> None:
    """Rows of pines; mist pools between the rows. `start` 0 … 1 leaves out the far rows."""
    canvas, rng, palette = stage.canvas, stage.canvas.rng, stage.palette
    for index in range(layers):
        t = start + (1 - start) * index / max(layers - 1, 1)
        foot = stage.horizon + (canvas.height - stage.horizon) * (0.05 + 0.92 * t**1.25) * (
            1.05 if low else 1
        )
        tall = canvas.unit * (0.07 + 0.26 * t**1.3)
        hill = ridge(rng, canvas.width, 2.2, octaves=4, gain=0.4)
        line = foot - canvas.unit * 0.1 * (hill - 0.4) * (0.6 + t)
        count = int(canvas.width / (tall * 0.155)) + 4
        trees = []
        for x in np.sort(rng.uniform(-tall * 0.2, canvas.width + tall * 0.2, count)):
            column = int(np.clip(x, 0, canvas.width - 1))
            size = tall * float(rng.uniform(0.5, 1.15)) * (1.25 if rng.random() < 0.08 else 1)
            trees.append(pine(float(x), float(line[column]) + tall * 0.06, size, rng))
        base = _layer_colour(stage, 0.12 + 0.83 * t**0.9)
        if "autumn" in stage.brief.weather:
            base = mix(base, colour("#b4541f"), 0.38 * (1 - 0.6 * palette.dark))
        mist = mix(
            base, palette.haze, 0.5 * (1 - t) + (0.25 if "fog" in stage.brief.weather else 0.06)
        )
        if "snow" in stage.brief.weather:
            mist = mix(mist, palette.light, 0.3 * (1 - 0.6 * palette.dark))
        for tree in trees:
            np.maximum(tree, -4 * canvas.unit, out=tree)
        canvas.shape(trees, base, fade=mist, depth=0.3 + 0.6 * t)
        paint_land(
            stage,
            line.astype(np.float32),
            base,
            mist,
            depth=0.3 + 0.6 * t,
            reach=canvas.unit * (0.08 + 0.12 * t),
        )


def paint_headland(stage: Stage) -> tuple[float, float]:
    """A cape that comes in from one side; returns a place on top of it (x, y) where something can stand."""
    canvas, rng, palette = stage.canvas, stage.canvas.rng, stage.palette
    reach = canvas.width * float(rng.uniform(0.42, 0.55))
    tall = canvas.unit * float(rng.uniform(0.07, 0.11))
    x = canvas.x[0] if stage.side < 0 else canvas.width - canvas.x[0]
    profile = np.clip(1 - x / reach, 0, 1)
    rough = ridge(rng, canvas.width, 9, octaves=6, gain=0.55)
    body = np.minimum(profile * 3.2, 1) ** 0.8 * (0.72 + 0.28 * profile) + (
        rough - 0.5
    ) * 0.34 * np.minimum(profile * 5, 1)
    line = (stage.horizon + 2 - tall * np.maximum(body, -0.1)).astype(np.float32)
    line[profile <= 0] = canvas.height + 9
    base = mix(palette.near, palette.haze, 0.13)
    mask = (np.clip(canvas.y - line[None, :] + 0.5, 0, 1) * (canvas.y < stage.horizon + 2)).astype(
        np.float32
    )
    shadow = noise(rng, (canvas.height, canvas.width), 40, octaves=3)
    body_colour = base * (0.6 + 0.8 * shadow)[..., None]
    canvas.paint(mask, body_colour.astype(np.float32), depth=0.35)
    if "snow" in stage.brief.weather:
        cover = smoothstep(0.75, 0.35, (canvas.y - line[None, :]) / tall + 0.9 * (shadow - 0.5))
        white = mix(mix(colour("#f6fafd"), palette.horizon, 0.25), palette.near, 0.4 * palette.dark)
        canvas.paint(mask * cover, white)
    stand = reach * float(rng.uniform(0.36, 0.52))
    place = stand if stage.side < 0 else canvas.width - stand
    return place, float(line[int(np.clip(place, 0, canvas.width - 1))])


def paint_road(stage: Stage) -> None:
    """A strip of road across the foreground, with a lit kerb and a broken line."""
    canvas, palette = stage.canvas, stage.palette
    top = stage.horizon + (canvas.height - stage.horizon) * 0.6
    line = (
        np.full(canvas.width, top, np.float32) + canvas.noise(3, octaves=2)[0] * canvas.unit * 0.01
    )
    asphalt = mix(
        mix(colour("#3a3d44"), palette.middle, 0.25), palette.near, 0.25 + 0.5 * palette.dark
    )
    paint_land(
        stage, line, asphalt, mix(asphalt, palette.near, 0.5), depth=0.8, reach=canvas.height * 0.3
    )
    kerb = np.exp(-(((canvas.y - line[None, :]) / (canvas.unit * 0.004)) ** 2)) * 0.35
    canvas.rgb += kerb[..., None].astype(np.float32) * mix(palette.horizon, palette.light, 0.3)
    y, thick = top + (canvas.height - top) * 0.72, canvas.unit * 0.008
    for start in np.arange(-0.05, canvas.width / canvas.unit + 0.1, 0.24) * canvas.unit:
        dash = [
            (start, y),
            (start + 0.13 * canvas.unit, y),
            (start + 0.125 * canvas.unit, y + thick),
            (start - 0.006 * canvas.unit, y + thick),
        ]
        canvas.shape([np.array(dash)], mix(palette.light, asphalt, 0.35))
