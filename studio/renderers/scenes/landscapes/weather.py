"""What is in the air between the viewer and the scene: rain, snow, fog, petals."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import colour, mix, noise
from studio.renderers.scenes.stage import Stage


def paint_weather(stage: Stage) -> None:
    """Adds whatever weather the brief asks for."""
    weather = stage.brief.weather
    if stage.brief.words & {"fireworks", "firework"}:
        _fireworks(stage)
    if "fog" in weather:
        _fog(stage)
    if "rain" in weather or ("storm" in weather and "snow" not in weather):
        _rain(stage)
    if "snow" in weather:
        _flakes(stage)
    if "spring" in weather or "autumn" in weather:
        _leaves(stage, colour("#f6b8c8") if "spring" in weather else colour("#d9702a"))


def _fireworks(stage: Stage) -> None:
    """Bursts in the sky, their trails falling, and their glow."""
    canvas, rng = stage.canvas, stage.canvas.rng
    for burst in range(7):
        x = canvas.width * (0.1 + 0.8 * ((burst * 0.38 + float(rng.uniform(0, 0.16))) % 1))
        y = stage.horizon * float(rng.uniform(0.12, 0.62))
        reach = canvas.unit * float(rng.uniform(0.07, 0.17))
        light = colour(
            ("#ff5a6a", "#ffd25a", "#6ac8ff", "#c87aff", "#7affa0", "#ffa04a")[int(rng.integers(6))]
        )
        canvas.glow(x, y, reach * 1.6, light * np.float32(0.22), power=1.5)
        for ray in range(26):
            turn, long = (
                ray * np.pi / 13 + float(rng.normal(0, 0.06)),
                reach * float(rng.uniform(0.7, 1)),
            )
            across, down = float(np.cos(turn)) * long, float(np.sin(turn)) * long
            for out in np.arange(0.3, 1.05, 0.1):
                share = float(out)
                spot = (x + across * share, y + down * share + reach * 0.22 * share**2)
                size = canvas.unit * (0.0022 + 0.004 * share**3)
                canvas.spark(*spot, size, light * np.float32(0.5 + share))


def _fog(stage: Stage) -> None:
    canvas, palette = stage.canvas, stage.palette
    half = (canvas.height // 2 + 1, canvas.width // 2 + 1)
    banks = cv2.resize(
        noise(canvas.rng, half, 2.6, octaves=5, stretch=4), (canvas.width, canvas.height)
    )
    near = np.exp(
        -(((canvas.y - stage.horizon - canvas.height * 0.08) / (canvas.height * 0.2)) ** 2)
    )
    mask = np.clip(near * (0.35 + 0.9 * banks) * (1 - 0.75 * canvas.depth), 0, 0.9)
    canvas.paint(mask.astype(np.float32), mix(palette.haze, palette.horizon, 0.55))


def _rain(stage: Stage) -> None:
    canvas, rng = stage.canvas, stage.canvas.rng
    drops = (rng.random((canvas.height, canvas.width), dtype=np.float32) > 0.9975).astype(
        np.float32
    )
    length = max(int(canvas.unit * 0.045), 5)
    kernel = np.zeros((length, length), np.float32)
    cv2.line(kernel, (int(length * 0.65), 0), (int(length * 0.35), length - 1), 1, 1, cv2.LINE_AA)
    streaks = cv2.filter2D(drops, -1, kernel / kernel.sum() * 9)
    canvas.rgb += (
        np.minimum(streaks, 0.5)[..., None]
        * mix(stage.palette.haze, stage.palette.light, 0.5)
        * np.float32(0.34)
    )


def _flakes(stage: Stage) -> None:
    canvas, rng = stage.canvas, stage.canvas.rng
    white = mix(stage.palette.light, colour("#eaf4ff"), 0.6)
    for size, count, strength in (
        (0.0018, 700, 0.5),
        (0.0035, 220, 0.6),
        (0.009, 34, 0.42),
        (0.018, 9, 0.2),
    ):
        for _ in range(int(count * canvas.width / canvas.height) if count > 100 else count):
            reach = canvas.unit * size * float(rng.uniform(0.8, 1.7)) * 1.6
            canvas.spark(
                float(rng.uniform(0, canvas.width)),
                float(rng.uniform(0, canvas.height)),
                reach,
                white * np.float32(strength),
            )


def _leaves(stage: Stage, tint: object) -> None:
    canvas, rng = stage.canvas, stage.canvas.rng
    base = np.asarray(tint, np.float32)
    for _ in range(46):
        near = float(rng.random()) ** 3
        size = canvas.unit * (0.006 + 0.03 * near)
        x, y = float(rng.uniform(0, canvas.width)), float(rng.uniform(0, canvas.height))
        t = np.linspace(0, 2 * np.pi, 22)
        leaf = np.stack([np.cos(t), np.sin(t) * 0.45 * (1 + 0.3 * np.cos(t))], -1) * size
        angle = float(rng.uniform(0, 6.28))
        cos, sin = np.cos(angle), np.sin(angle)
        shade = mix(
            base, stage.palette.near, float(rng.uniform(0.05, 0.35)) + 0.3 * stage.palette.dark
        )
        canvas.shape(
            [leaf @ np.array([[cos, sin], [-sin, cos]]) + (x, y)],
            shade,
            alpha=0.9,
            blur=size * 0.25 * near,
            depth=0.95,
        )
