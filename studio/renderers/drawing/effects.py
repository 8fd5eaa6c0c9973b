"""Small living things laid over a moving photo: rain, snow, shimmering water, flickering light, drifting mist."""

import re
from collections.abc import Callable

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Pixels, noise

Effect = Callable[[Pixels, float], Pixels]
"""Takes a frame and its time in seconds, gives the frame with the effect on it."""

_WORDS: tuple[tuple[str, str], ...] = (
    ("rain", r"\brain|drizzl|downpour|storm"),
    ("snow", r"\bsnow|blizzard|winter"),
    ("water", r"\bwave|water|sea\b|ocean|lake|river|ripple|shimmer|underwater"),
    ("flicker", r"flicker|fire|flame|candle|neon|lantern|torch|glow"),
    ("mist", r"\bmist|fog|cloud|smoke|haze|steam"),
    (
        "petals",
        r"\bpetals?\b|blossoms? (are |is )?(fall|drift|float)|(fall|drift|float)ing (leaves|blossoms|petals)"
        r"|leaves (are )?(fall|drift|float)|confetti",
    ),
    ("dust", r"dust|sparkle|magic|particle|firefl|star|dream|ember"),
)


def effects_for(prompt: str, size: tuple[int, int], rng: np.random.Generator) -> list[Effect]:
    """The effects a prompt's words ask for, in the order they are laid on."""
    makers = {
        "rain": _rain,
        "snow": _snow,
        "water": _water,
        "flicker": _flicker,
        "mist": _mist,
        "petals": _petals,
        "dust": _dust,
    }
    text = prompt.lower()
    if "lea" in text and "petal" not in text and "blossom" not in text:
        makers["petals"] = _leaves
    return [makers[name](size, rng) for name, pattern in _WORDS if re.search(pattern, text)]


def _scrolled(layer: Pixels, x: float, y: float, size: tuple[int, int]) -> Pixels:
    """A window of a layer that repeats at its edges."""
    rows, columns = layer.shape[:2]
    matrix = np.array([[1, 0, x % columns], [0, 1, y % rows]], np.float32)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(layer, matrix, size, flags=flags, borderMode=cv2.BORDER_WRAP))


def _rain(size: tuple[int, int], rng: np.random.Generator) -> Effect:
    unit = min(size)
    layers = []
    for share, length, strength in ((0.0016, 0.035, 90), (0.0007, 0.07, 130)):
        drops = (rng.random((size[1], size[0])) < share).astype(np.float32)
        reach = max(int(unit * length), 5)
        kernel = np.zeros((reach, reach), np.float32)
        cv2.line(kernel, (int(reach * 0.62), 0), (int(reach * 0.38), reach - 1), 1, 1, cv2.LINE_AA)
        streaks = np.minimum(
            cv2.filter2D(drops, -1, kernel, borderType=cv2.BORDER_REFLECT) * strength, 110
        )
        layers.append(cv2.cvtColor(streaks.astype(np.uint8), cv2.COLOR_GRAY2RGB))

    def effect(picture: Pixels, seconds: float) -> Pixels:
        for index, layer in enumerate(layers):
            fall = seconds * unit * (1.9 + 0.9 * index)
            wet = _scrolled(layer, fall * 0.24, -fall, size)
            picture = np.asarray(cv2.addWeighted(picture, 1, wet, 0.55, 0))
        return picture

    return effect


def _flakes(
    size: tuple[int, int], rng: np.random.Generator, count: int, radius: float, level: int
) -> Pixels:
    layer = np.zeros((size[1], size[0]), np.uint8)
    for _ in range(count):
        place = (int(rng.integers(size[0])), int(rng.integers(size[1])))
        cv2.circle(
            layer,
            place,
            max(round(radius * float(rng.uniform(0.6, 1.4))), 1),
            level,
            -1,
            cv2.LINE_AA,
        )
    return cv2.cvtColor(
        cv2.GaussianBlur(layer, (0, 0), max(radius * 0.45, 0.6)), cv2.COLOR_GRAY2RGB
    )


def _snow(size: tuple[int, int], rng: np.random.Generator) -> Effect:
    unit = min(size)
    layers = [
        _flakes(size, rng, 420, unit * 0.0016, 190),
        _flakes(size, rng, 130, unit * 0.0036, 210),
        _flakes(size, rng, 26, unit * 0.009, 150),
    ]

    def effect(picture: Pixels, seconds: float) -> Pixels:
        for index, layer in enumerate(layers):
            fall = seconds * unit * (0.09 + 0.09 * index)
            wander = np.sin(seconds * (0.7 + 0.2 * index) + index * 2) * unit * 0.03
            picture = np.asarray(cv2.add(picture, _scrolled(layer, float(wander), -fall, size)))
        return picture

    return effect


def _dust(size: tuple[int, int], rng: np.random.Generator) -> Effect:
    unit = min(size)
    layers = [_flakes(size, rng, 60, unit * 0.002, 150), _flakes(size, rng, 18, unit * 0.006, 80)]
    warm = np.array([1.0, 0.9, 0.65])
    tinted = [(layer * warm).astype(np.uint8) for layer in layers]

    def effect(picture: Pixels, seconds: float) -> Pixels:
        for index, layer in enumerate(tinted):
            rise = seconds * unit * (0.02 + 0.025 * index)
            glint = 0.6 + 0.4 * np.sin(seconds * 1.7 + index * 2.1)
            moved = _scrolled(layer, float(np.sin(seconds * 0.4 + index) * unit * 0.03), rise, size)
            picture = np.asarray(cv2.addWeighted(picture, 1, moved, float(glint), 0))
        return picture

    return effect


def _water(size: tuple[int, int], rng: np.random.Generator) -> Effect:
    """The lower part of the picture ripples, more towards the viewer."""
    width, height = size
    x = np.arange(width, dtype=np.float32)[None, :]
    y = np.arange(height, dtype=np.float32)[:, None]
    near = np.clip((y / height - 0.56) / 0.44, 0, 1)
    reach = near**0.8 * min(size) * 0.006
    length = min(size) * (0.014 + 0.05 * near)
    wobble = noise(rng, (height, width), 6, octaves=3, stretch=3) * np.float32(9)

    def effect(picture: Pixels, seconds: float) -> Pixels:
        phase = y / length - seconds * 4.2 + wobble
        map_x = x + np.sin(phase) * reach
        map_y = y + np.cos(phase * 0.7) * reach * 0.5
        return np.asarray(
            cv2.remap(
                picture,
                map_x.astype(np.float32),
                map_y.astype(np.float32),
                cv2.INTER_LINEAR,
                borderMode=cv2.BORDER_REFLECT_101,
            )
        )

    return effect


def _flicker(size: tuple[int, int], rng: np.random.Generator) -> Effect:
    """Bright places breathe a little, unevenly and slowly enough to be harmless."""
    rates = rng.uniform(0.5, 1.35, 3)
    small = (max(size[0] // 4, 2), max(size[1] // 4, 2))

    def effect(picture: Pixels, seconds: float) -> Pixels:
        wave = float(sum(np.sin(2 * np.pi * rate * seconds + rate * 9) for rate in rates)) / 3
        bright = cv2.subtract(
            cv2.resize(picture, small, interpolation=cv2.INTER_AREA),
            np.full((small[1], small[0], 3), 120, np.uint8),
        )
        glow = cv2.resize(cv2.GaussianBlur(bright, (0, 0), min(small) / 18), size)
        return np.asarray(cv2.addWeighted(picture, 1, glow, 0.3 + 0.22 * wave, 0))

    return effect


def _mist(size: tuple[int, int], rng: np.random.Generator) -> Effect:
    width, height = size
    banks = noise(rng, (height // 4, width // 2), 2.4, octaves=5, stretch=2.5)
    banks = np.hstack([banks, banks[:, ::-1]])
    rows = np.linspace(0, 1, height // 4, dtype=np.float32)[:, None]
    banks = np.clip((banks - 0.42) * 2.4, 0, 1) * np.clip(0.35 + rows, 0, 1)
    layer = cv2.cvtColor((banks * 105).astype(np.uint8), cv2.COLOR_GRAY2RGB)
    small = (max(width // 4, 2), max(height // 4, 2))

    def effect(picture: Pixels, seconds: float) -> Pixels:
        moved = _scrolled(layer, seconds * width * 0.012, 0, small)
        veil = cv2.resize(moved, size, interpolation=cv2.INTER_LINEAR)
        return np.asarray(cv2.add(cv2.convertScaleAbs(picture, alpha=0.93), veil))

    return effect


def _petals(size: tuple[int, int], rng: np.random.Generator) -> Effect:
    return _falling(size, rng, ((250, 176, 200), (255, 214, 226), (244, 140, 178)))


def _leaves(size: tuple[int, int], rng: np.random.Generator) -> Effect:
    return _falling(size, rng, ((226, 128, 40), (200, 70, 34), (236, 184, 66)))


def _falling(
    size: tuple[int, int], rng: np.random.Generator, hues: tuple[tuple[int, int, int], ...]
) -> Effect:
    """Small light things that turn as they come down, each on its own way."""
    unit = min(size)
    count = 70
    x, y = rng.uniform(0, size[0], count), rng.uniform(0, size[1] * 1.2, count)
    near = rng.uniform(0.4, 1.0, count)
    turns, phases = rng.uniform(0.6, 1.8, count), rng.uniform(0, 2 * np.pi, count)

    def effect(picture: Pixels, seconds: float) -> Pixels:
        out = picture.copy()
        for one in range(count):
            sway = np.sin(seconds * 1.3 + phases[one]) * unit * 0.05
            across = (x[one] + sway + seconds * unit * 0.05) % (size[0] * 1.1)
            down = (y[one] + seconds * unit * 0.16 * near[one]) % (size[1] * 1.2) - unit * 0.1
            angle = phases[one] + seconds * turns[one] * 2
            long = unit * 0.014 * near[one]
            axes = (max(round(long), 1), max(round(long * (0.25 + 0.3 * abs(np.cos(angle)))), 1))
            cv2.ellipse(
                out, (round(across), round(down)), axes, float(np.rad2deg(angle)), 0, 360,
                hues[one % len(hues)], -1, cv2.LINE_AA,
            )  # fmt: skip
        return np.asarray(cv2.addWeighted(picture, 0.15, out, 0.85, 0))

    return effect
