"""What stays and what changes when a film is made over: edges, depth, detail, or a region."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels, mix
from studio.renderers.drawing.depth import estimate_depth
from studio.renderers.drawing.palette import Palette, choose_palette
from studio.renderers.films.changed.grades import Look, look_for
from studio.renderers.films.changed.strokes import lines
from studio.renderers.prompts.words import read_prompt


def edge_look(prompt: str, size: tuple[int, int], rng: np.random.Generator) -> Look:
    """Only the drawing is kept: tones are laid in anew in the prompt's colours under strong outlines."""
    table = _ramp(choose_palette(read_prompt(prompt), rng, 0))
    look = look_for(prompt, size, rng)
    width = max(min(size) / 520, 0.6)

    def change(pixels: Pixels, seconds: float) -> Pixels:
        small = cv2.resize(
            pixels, (max(size[0] // 2, 8), max(size[1] // 2, 8)), interpolation=cv2.INTER_AREA
        )
        for _ in range(2):
            small = cv2.bilateralFilter(small, 7, 48, 6)
        flat = cv2.resize(small, size, interpolation=cv2.INTER_CUBIC)
        grey = cv2.cvtColor(cv2.cvtColor(flat, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
        toned = cv2.addWeighted(cv2.LUT(grey, table), 0.72, flat, 0.28, 0)
        ink = lines(pixels, width * 1.1, 34)[..., None] * np.float32(0.85)
        drawn = np.asarray(toned * (1 - ink), np.uint8)
        return look(drawn, seconds) if look is not None else drawn

    return change


def _ramp(palette: Palette) -> Pixels:
    """A table from darkness to light through a palette, (1, 256, 3)."""
    stops = [
        palette.near,
        mix(palette.near, palette.zenith, 0.6),
        palette.middle,
        palette.horizon,
        palette.light,
    ]
    places = np.array([0, 0.25, 0.52, 0.78, 1.0])
    shown = np.array([np.power(np.clip(stop, 0, 1), 1 / 2.2) for stop in stops])
    # The palette must rise with the tones it stands for, else faces turn into negatives.
    light = shown @ np.array([0.3, 0.59, 0.11])
    shown = shown * (np.maximum(places * 0.92 + 0.04, 0.02) / np.maximum(light, 0.03))[:, None]
    values = np.linspace(0, 1, 256)
    columns = [np.interp(values, places, shown[:, channel]) for channel in range(3)]
    return np.asarray(np.clip(np.stack(columns, -1) * 255, 0, 255), np.uint8)[None]


def depth_look(prompt: str, size: tuple[int, int], rng: np.random.Generator) -> Look:
    """Near and far are kept: the far goes into the prompt's air and out of focus, the near stands before it."""
    palette = choose_palette(read_prompt(prompt), rng, 0)
    haze = np.power(np.clip(palette.haze, 0, 1), 1 / 2.2) * 255
    shade = np.power(np.clip(palette.light, 0, 1), 1 / 2.2)
    look = look_for(prompt, size, rng)
    kept: list[Array] = []

    def change(pixels: Pixels, seconds: float) -> Pixels:
        near = cv2.resize(estimate_depth(pixels[::2, ::2]), size, interpolation=cv2.INTER_LINEAR)
        if kept:
            near = cv2.addWeighted(kept.pop(), 0.7, near, 0.3, 0)  # depth must not flicker
        kept.append(near)
        far = (np.clip(1.05 - near, 0, 1) ** 1.6)[..., None]
        soft = cv2.GaussianBlur(pixels, (0, 0), max(min(size) / 120, 1))
        air = pixels + (soft.astype(np.float32) - pixels) * np.clip(far * 1.2, 0, 1)
        air = air + (haze - air) * far * 0.72
        front = 1 - far
        air = air * (1 - 0.25 * front) + air * shade * 0.3 * front
        done = np.clip(air, 0, 255).astype(np.uint8)
        return look(done, seconds) if look is not None else done

    return change


def detail_look(
    prompt: str, size: tuple[int, int], rng: np.random.Generator, strength: float
) -> Look:
    """The same film with its fine detail brought out: less noise, more texture, steeper edges."""
    look = look_for(prompt, size, rng, weather=False)
    amount = float(np.clip(strength, 0, 1))
    tiles = cv2.createCLAHE(1 + 1.6 * amount, (6, 6))

    def change(pixels: Pixels, seconds: float) -> Pixels:
        tones = cv2.cvtColor(cv2.bilateralFilter(pixels, 5, 14, 3), cv2.COLOR_RGB2LAB)
        light = cv2.addWeighted(
            tones[..., 0], 1 - 0.5 * amount, tiles.apply(tones[..., 0]), 0.5 * amount, 0
        )
        fine = cv2.addWeighted(
            light, 1 + 1.1 * amount, cv2.GaussianBlur(light, (0, 0), 1.1), -1.1 * amount, 0
        )
        wide = cv2.addWeighted(
            fine, 1 + 0.3 * amount, cv2.GaussianBlur(fine, (0, 0), 6), -0.3 * amount, 0
        )
        tones[..., 0] = wide
        done = np.asarray(cv2.cvtColor(tones, cv2.COLOR_LAB2RGB))
        return look(done, seconds) if look is not None else done

    return change
