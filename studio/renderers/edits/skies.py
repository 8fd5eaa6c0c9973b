"""What times, seasons and weathers share: the sky of the picture, another one, things that fall."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array
from studio.renderers.drawing.effects import effects_for
from studio.renderers.edits.work import Work
from studio.renderers.regions.matte import soft
from studio.renderers.regions.named import region


def sky_of(work: Work) -> Array:
    """The sky 0 … 1, all zero where there is none."""
    mask = region(work.pixels, "sky")
    if mask is None or mask.mean() < 0.02:
        return np.zeros((work.height, work.width), np.float32)
    return soft(mask, work.pixels)


def gradient(work: Work, colours: tuple[str, ...], bottom: float) -> Array:
    """Colours from the top down to the height `bottom` (share of the picture), as 0 … 255."""
    stops = np.array(
        [[int(code[i : i + 2], 16) for i in (0, 2, 4)] for code in colours], np.float32
    )
    places = np.linspace(0, max(bottom, 0.2) * work.height, len(stops))
    rows = np.arange(work.height)
    ramp = np.stack([np.interp(rows, places, stops[:, channel]) for channel in range(3)], -1)
    return np.asarray(np.repeat(ramp[:, None], work.width, 1), np.float32)


def new_sky(work: Work, sky: Array, colours: tuple[str, ...], share: float) -> Array:
    """The picture with another sky; its clouds stay as light and shade."""
    rows = np.flatnonzero((sky > 0.5).any(1))
    bottom = (rows[-1] + 1) / work.height if len(rows) else 0.6
    light = cv2.cvtColor(work.pixels, cv2.COLOR_RGB2GRAY).astype(np.float32)
    mean = float((light * sky).sum() / max(float(sky.sum()), 1))
    clouds = np.clip(1 + (light - mean) / 255 * 0.9, 0.55, 1.6)
    painted = gradient(work, colours, bottom) * clouds[..., None]
    return np.asarray(work.pixels + (painted - work.pixels) * (sky * share)[..., None])


def fall(work: Work, what: str) -> None:
    for effect in effects_for(what, (work.width, work.height), work.rng):
        work.put(effect(work.pixels, 1.3))
