"""Other seasons: leaves turn, blossom or are under snow."""

from collections.abc import Callable

import cv2
import numpy as np

from studio.renderers.drawing.canvas import noise
from studio.renderers.edits.skies import gradient, sky_of
from studio.renderers.edits.tone import gamma, saturation, tinted
from studio.renderers.edits.work import Work
from studio.renderers.regions.colours import hue_of, to_lab


def _autumn(work: Work, strength: float) -> None:
    """Green turns to orange, red and gold, in patches."""
    lab = to_lab(work.pixels)
    hue = hue_of(lab)
    chroma = np.hypot(lab[..., 1], lab[..., 2])
    leafy = (
        np.clip((hue - 84) / 14, 0, 1)
        * np.clip((190 - hue) / 22, 0, 1)
        * np.clip((chroma - 3) / 7, 0, 1)
    )
    patches = noise(work.rng, (work.height, work.width), 12, octaves=4, gain=0.7)
    turned = np.radians(34 + 46 * np.clip((patches - 0.3) * 2.4, 0, 1))
    strong = np.maximum(chroma * 1.35, 26) * np.clip(lab[..., 0] / 30, 0.3, 1)
    made = np.stack([lab[..., 0] * 1.03, strong * np.cos(turned), strong * np.sin(turned)], -1)
    mixed = lab + (made - lab) * (np.clip(leafy * min(strength, 1.2), 0, 1))[..., None]
    coloured = cv2.cvtColor(mixed.astype(np.float32), cv2.COLOR_LAB2RGB) * 255
    work.put(tinted(np.clip(coloured, 0, 255).astype(np.uint8), (1.1, 1.0, 0.82)))


def _spring(work: Work, strength: float) -> None:
    """Fresh green and blossom in the leaves."""
    lab = to_lab(work.pixels)
    hue = hue_of(lab)
    leafy = (
        np.clip((hue - 50) / 20, 0, 1)
        * np.clip((180 - hue) / 20, 0, 1)
        * np.clip((np.hypot(lab[..., 1], lab[..., 2]) - 5) / 8, 0, 1)
    )
    fresh = np.stack([lab[..., 0] * 1.08 + 4, np.full_like(hue, -26), np.full_like(hue, 36)], -1)
    blossom = np.clip(
        (noise(work.rng, (work.height, work.width), 40, octaves=3, gain=0.8) - 0.58) * 9, 0, 1
    )
    pink = np.stack(
        [np.clip(lab[..., 0] + 24, 0, 92), np.full_like(hue, 24), np.full_like(hue, -3)], -1
    )
    made = fresh + (pink - fresh) * blossom[..., None]
    mixed = lab + (made - lab) * (leafy * 0.75 * min(strength, 1.2))[..., None]
    work.put(
        gamma(
            np.clip(cv2.cvtColor(mixed.astype(np.float32), cv2.COLOR_LAB2RGB) * 255, 0, 255).astype(
                np.uint8
            ),
            0.9,
        )
    )


def _summer(work: Work, strength: float) -> None:
    work.put(
        saturation(
            np.clip(tinted(gamma(work.pixels, 0.74), (1.08, 1.03, 0.84)), 0, 255).astype(np.uint8),
            1.35,
        )
    )


def _winter(work: Work, strength: float) -> None:
    """Snow lies where the picture faces up or is green; the light is cold. It does not fall: that is a weather."""
    sky = sky_of(work)
    lab = to_lab(work.pixels)
    light = cv2.GaussianBlur(lab[..., 0], (0, 0), max(work.unit / 500, 0.8))
    facing = light - np.roll(
        cv2.GaussianBlur(light, (0, 0), work.unit / 110), round(work.unit / 70), 0
    )
    hue = hue_of(lab)
    leafy = np.clip((hue - 80) / 16, 0, 1) * np.clip((185 - hue) / 16, 0, 1)
    rows = np.linspace(0, 1, work.height, dtype=np.float32)[:, None]
    patches = noise(work.rng, (work.height, work.width), 9, octaves=5, gain=0.6)
    cover = (
        np.clip(facing / 9, 0, 1) * 0.9
        + leafy * 0.95
        + np.clip(rows - 0.45, 0, 1) * 0.9
        + (patches - 0.5) * 0.9
    )
    subject = work.subject() if float(work.subject().mean()) < 0.45 else np.zeros_like(sky)
    cover = (
        np.clip(cover * min(strength, 1.2), 0, 0.94)
        * (1 - sky)
        * (1 - 0.75 * subject * (1 - leafy))
    )
    white = np.clip(176 + (light - 40) * 1.25, 120, 252)[..., None] * np.array(
        [0.955, 0.98, 1.0], np.float32
    )
    cold = saturation(work.pixels, 0.5) * np.array([0.93, 0.99, 1.06], np.float32)
    cold = (
        cold + (gradient(work, ("9fb2c6", "c9d5df", "e6ecf1"), 0.6) - cold) * (sky * 0.6)[..., None]
    )
    work.put(cold + (white - cold) * cover[..., None])


SEASONS: dict[str, Callable[[Work, float], None]] = {
    "autumn": _autumn,
    "winter": _winter,
    "spring": _spring,
    "summer": _summer,
}
