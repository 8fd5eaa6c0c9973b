"""Other times of day: night, dusk, sunset, dawn, day."""

from collections.abc import Callable

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array
from studio.renderers.edits.skies import new_sky, sky_of
from studio.renderers.edits.tone import gamma, saturation, tinted
from studio.renderers.edits.work import Work
from studio.renderers.regions.colours import to_lab

Make = Callable[[Work, float], None]


def _night(work: Work, strength: float) -> None:
    sky = sky_of(work)
    has_sky = float(sky.mean()) > 0.02
    before = work.pixels
    picture = new_sky(work, sky, ("060a1c", "0d1a3a", "1c2c52"), 0.92) if has_sky else work.pixels
    dark = gamma(
        np.clip(saturation(np.clip(picture, 0, 255).astype(np.uint8), 0.55), 0, 255).astype(
            np.uint8
        ),
        1.35,
    )
    blue = dark * np.array([0.36, 0.44, 0.66], np.float32) / min(max(strength, 0.8), 1.4)
    night = blue + (picture * 0.85 - blue) * sky[..., None]
    if has_sky:
        night += _stars(work, sky)[..., None] * np.array([1, 1, 0.96], np.float32)
    lab = to_lab(before)
    lamps = (
        np.clip((lab[..., 0] - 82) / 12, 0, 1) * np.clip((lab[..., 2] - 12) / 20, 0, 1) * (1 - sky)
    )
    night += (
        cv2.GaussianBlur(lamps, (0, 0), work.unit / 60)[..., None]
        * np.array([235, 170, 80], np.float32)
        * 0.8
    )
    work.put(night)


def _stars(work: Work, sky: Array) -> Array:
    layer = np.zeros((work.height, work.width), np.float32)
    for _ in range(round(260 * float(sky.mean()) + 20)):
        place = (int(work.rng.integers(work.width)), int(work.rng.integers(work.height)))
        radius = float(work.rng.uniform(0.4, 1.5)) * max(work.unit / 900, 0.7)
        shine = float(work.rng.uniform(90, 255))
        cv2.circle(
            layer, (place[0] * 8, place[1] * 8), round(radius * 8), shine, -1, cv2.LINE_AA, 3
        )
    glow = cv2.GaussianBlur(layer, (0, 0), max(work.unit / 380, 1))
    return np.asarray(np.clip(layer + glow, 0, 255) * np.clip(sky * 1.4 - 0.4, 0, 1))


def _lit(
    sky_colours: tuple[str, ...],
    gains: tuple[float, float, float],
    light: float,
    share: float,
    colour: float,
) -> Make:
    def make(work: Work, strength: float) -> None:
        sky = sky_of(work)
        picture = np.clip(new_sky(work, sky, sky_colours, share), 0, 255).astype(np.uint8)
        red, green, blue = (1 + (gain - 1) * strength for gain in gains)
        warm = tinted(picture, (red, green, blue))
        lit = saturation(gamma(np.clip(warm, 0, 255).astype(np.uint8), light), colour)
        work.put(lit + (picture - lit) * (sky * share)[..., None])

    return make


def _golden(work: Work, strength: float) -> None:
    _lit(("3b4d86", "b5627c", "f08a4a", "ffd07a"), (1.22, 1.0, 0.7), 1.12, 0.85, 1.1)(
        work, strength
    )
    rows = np.linspace(0, 1, work.height, dtype=np.float32)[:, None]
    glow = np.exp(-(((rows - 0.5) / 0.3) ** 2)) * np.ones((1, work.width), np.float32)
    screen = 1 - (1 - work.pixels / 255) * (
        1 - glow[..., None] * np.array([0.3, 0.15, 0.03], np.float32)
    )
    work.put(screen * 255)


def _day(work: Work, strength: float) -> None:
    dark = float(work.pixels.mean()) < 110
    _lit(("2f79c8", "6fb0e6", "d3e9f7"), (1.03, 1.02, 0.97), 0.62 if dark else 0.88, 0.9, 1.15)(
        work, strength
    )


TIMES: dict[str, Make] = {
    "night": _night,
    "dusk": _lit(("1c2a5e", "4a4f96", "b57ba0", "e7a58f"), (0.86, 0.94, 1.22), 1.5, 0.88, 0.9),
    "sunset": _golden,
    "dawn": _lit(("7d9ccb", "d9b8c4", "f8d3b0"), (1.1, 0.99, 0.94), 0.92, 0.8, 0.95),
    "day": _day,
}
