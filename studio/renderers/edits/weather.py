"""Other weather: rain, snow, storm, fog, cloud, rays, northern lights, a rainbow."""

from collections.abc import Callable

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, noise
from studio.renderers.edits.skies import fall, sky_of
from studio.renderers.edits.times import TIMES
from studio.renderers.edits.tone import contrast, gamma, saturation
from studio.renderers.edits.work import Work


def _snow(work: Work, strength: float) -> None:
    sky = sky_of(work)
    pale = np.clip(
        contrast(np.clip(saturation(work.pixels, 0.6), 0, 255).astype(np.uint8), 0.82) + 14, 0, 255
    )
    work.put(pale + (np.array([196, 205, 214]) - pale) * (sky * 0.55)[..., None])
    for _ in range(2 if strength >= 1 else 1):
        fall(work, "snow")


def _rain(work: Work, strength: float) -> None:
    sky = sky_of(work)
    dull = gamma(np.clip(saturation(work.pixels, 0.5), 0, 255).astype(np.uint8), 1.25) * np.array(
        [0.9, 0.97, 1.04], np.float32
    )
    dull = dull + (np.array([116, 124, 134]) - dull) * (sky * 0.6)[..., None]
    work.put(dull)
    for _ in range(2 if strength >= 1 else 1):
        fall(work, "rain")


def _storm(work: Work, strength: float) -> None:
    sky = sky_of(work)
    clouds = noise(work.rng, (work.height, work.width), 4, octaves=6, stretch=2.2)[..., None]
    heavy = (38 + 96 * clouds) * np.array([0.92, 0.96, 1.08], np.float32)
    dark = gamma(np.clip(saturation(work.pixels, 0.5), 0, 255).astype(np.uint8), 1.7) * np.array(
        [0.82, 0.9, 1.05], np.float32
    )
    work.put(dark + (heavy - dark) * (sky * 0.92)[..., None])
    _bolt(work, sky)
    fall(work, "rain")


def _bolt(work: Work, sky: Array) -> None:
    rows = np.flatnonzero((sky > 0.5).any(1))
    floor = int(rows[-1]) if len(rows) else work.height // 2
    layer = np.zeros((work.height, work.width), np.float32)
    x, y, step = work.width * float(work.rng.uniform(0.25, 0.75)), 0.0, max(floor / 18, 4)
    thick = max(work.unit // 220, 1)
    while y < floor:
        nx, ny = x + float(work.rng.normal(0, step * 0.7)), y + step
        cv2.line(layer, (round(x), round(y)), (round(nx), round(ny)), 1.0, thick, cv2.LINE_AA)
        if work.rng.random() < 0.22:
            end = (round(nx + float(work.rng.normal(0, step * 3))), round(ny + step * 2))
            cv2.line(layer, (round(nx), round(ny)), end, 0.7, max(thick // 2, 1), cv2.LINE_AA)
        x, y = nx, ny
    glow = (
        cv2.GaussianBlur(layer, (0, 0), work.unit / 40) * 6
        + cv2.GaussianBlur(layer, (0, 0), work.unit / 180) * 2
    )
    work.put(
        work.pixels
        + (np.clip(layer + glow, 0, 1.4)[..., None] * np.array([205, 215, 255], np.float32))
    )


def _fog(work: Work, strength: float) -> None:
    """Thicker with distance: what is high in the picture and not the subject pales more."""
    rows = np.linspace(1, 0.25, work.height, dtype=np.float32)[:, None]
    banks = noise(work.rng, (work.height, work.width), 3, octaves=5, stretch=3)
    share = np.clip(rows * 0.72 + (banks - 0.5) * 0.75, 0.08, 0.92) * min(
        0.75 + 0.25 * strength, 1.1
    )
    share = np.clip(share - 0.25 * work.subject() * float(work.subject().mean() < 0.4), 0, 0.95)
    tone = np.clip(work.pixels.mean((0, 1)) * 0.35 + 140, 150, 222)
    work.put(work.pixels + (tone - work.pixels) * share[..., None])


def _overcast(work: Work, strength: float) -> None:
    sky = sky_of(work)
    clouds = noise(work.rng, (work.height, work.width), 5, octaves=6, stretch=2.4)[..., None]
    grey = (138 + 82 * (clouds - 0.35)) * np.array([0.97, 0.99, 1.02], np.float32)
    dull = contrast(np.clip(saturation(work.pixels, 0.6), 0, 255).astype(np.uint8), 0.85) * 0.94
    work.put(dull + (grey - dull) * (sky * 0.9)[..., None])


def _rays(work: Work, strength: float) -> None:
    small = cv2.resize(
        cv2.cvtColor(work.pixels, cv2.COLOR_RGB2GRAY),
        (max(work.width // 3, 8), max(work.height // 3, 8)),
    )
    bright = np.clip((small.astype(np.float32) / 255 - 0.6) * 2.5, 0, 1) + 0.25
    streaks = noise(work.rng, small.shape, 26, octaves=2) ** 2
    source = (small.shape[1] * float(work.rng.uniform(0.15, 0.85)), -0.15 * small.shape[0])
    rays = bright * streaks
    for reach in np.linspace(1, 1.6, 24)[1:]:
        matrix = np.array(
            [[reach, 0, source[0] * (1 - reach)], [0, reach, source[1] * (1 - reach)]], np.float32
        )
        rays = rays + cv2.warpAffine(bright * streaks, matrix, small.shape[::-1])
    rays = cv2.resize(cv2.GaussianBlur(rays, (0, 0), 2), (work.width, work.height)) / 24
    fade = np.linspace(1, 0.25, work.height, dtype=np.float32)[:, None]
    shine = (rays * fade)[..., None] * np.array([1.0, 0.92, 0.72], np.float32) * 3.4 * strength
    work.put(255 - (255 - work.pixels) * np.exp(-shine))


def _aurora(work: Work, strength: float) -> None:
    if float(work.pixels.mean()) > 70:
        TIMES["night"](work, 1.0)
    sky = sky_of(work)
    sky = (
        sky
        if float(sky.mean()) > 0.02
        else np.repeat(np.clip(np.linspace(1.4, -0.6, work.height), 0, 1)[:, None], work.width, 1)
    )
    x = np.arange(work.width, dtype=np.float32)[None, :] / work.width
    y = np.arange(work.height, dtype=np.float32)[:, None] / work.height
    light = np.zeros((work.height, work.width, 3), np.float32)
    for colour, base in (((60, 255, 150), 0.3), ((90, 235, 200), 0.22), ((170, 90, 240), 0.14)):
        wave = (
            base
            + 0.07 * np.sin(x * 7 + float(work.rng.uniform(0, 6)))
            + 0.03 * np.sin(x * 17 + float(work.rng.uniform(0, 6)))
        )
        folds = noise(work.rng, (1, work.width), 0.02, octaves=1) if work.width < 4 else np.interp(
            np.arange(work.width), np.linspace(0, work.width, 60), work.rng.random(60))[None]  # fmt: skip
        above = np.clip((wave - y) / 0.28, 0, 1)
        curtain = np.where(y < wave, np.exp(-above * 2.2), np.exp(-(((y - wave) / 0.025) ** 2)))
        light += (curtain * (0.35 + 0.65 * folds))[..., None] * np.array(colour, np.float32)
    work.put(work.pixels + light * (sky * 0.62)[..., None])


def _rainbow(work: Work, strength: float) -> None:
    """An arch over the land, standing in the sky where there is one."""
    sky = sky_of(work)
    rows = np.flatnonzero((sky > 0.5).mean(1) > 0.3)
    ground = float(rows[-1]) if len(rows) else work.height * 0.8
    x = (np.arange(work.width, dtype=np.float32)[None, :] - work.width * 0.5) / (work.width * 0.44)
    y = (np.arange(work.height, dtype=np.float32)[:, None] - ground) / max(ground * 0.86, 1)
    band = (np.hypot(x, y) - 0.84) / 0.16
    hue = np.clip(1 - band, 0, 1) * 275
    full = np.dstack([hue, np.full_like(hue, 0.5), np.ones_like(hue)]).astype(np.float32)
    colours = cv2.cvtColor(full, cv2.COLOR_HLS2RGB) * 255
    share = np.clip(np.minimum(band, 1 - band) * 5, 0, 1) * (y < 0.04) * 0.55 * min(strength, 1.4)
    if float(sky.mean()) > 0.1:
        share = share * (0.15 + 0.85 * sky)
    share = np.clip(share, 0, 0.85)[..., None]
    bright = 255 - (255 - work.pixels) * (1 - colours / 255 * 0.75)
    work.put(work.pixels + (0.5 * bright + 0.5 * colours - work.pixels) * share)


WEATHERS: dict[str, Callable[[Work, float], None]] = {
    "storm": _storm,
    "rain": _rain,
    "snow": _snow,
    "fog": _fog,
    "overcast": _overcast,
    "rays": _rays,
    "aurora": _aurora,
    "rainbow": _rainbow,
}
