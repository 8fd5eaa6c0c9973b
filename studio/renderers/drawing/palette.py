"""The colours of one picture: a sky, its light, distance, ground, water and accents, bent by colour words."""

from dataclasses import dataclass, replace

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.prompts.words import Brief


@dataclass(frozen=True)
class Palette:
    """Linear-light colours. `dark` is how far the scene is from daylight (0 day … 1 night)."""

    time: str
    zenith: Array
    middle: Array
    horizon: Array
    light: Array
    haze: Array
    near: Array
    water: Array
    cloud: Array
    accents: tuple[Array, ...]
    dark: float


# time: zenith, middle, horizon, light, haze, near, water, cloud, accents …
_TIMES: dict[str, tuple[list[str], float]] = {
    "night": (
        ["#050d1f", "#0d2b4d", "#4f8ca3", "#fff6dc", "#3b7389", "#03060c", "#04101f", "#16324c"]
        + ["#ffb45c", "#7fd0e8", "#d95d4e", "#f4e9c8"],
        1.0,
    ),
    "sunset": (
        ["#231550", "#a8407f", "#ffa04a", "#ffe6b0", "#d9776c", "#140a1e", "#2b1440", "#7c3566"]
        + ["#ff7a3d", "#f2c14e", "#5a3d8f", "#ffd9a0"],
        0.6,
    ),
    "dusk": (
        ["#0f1440", "#4b3a82", "#f0907c", "#ffe3cc", "#8b6a9c", "#0a0a1e", "#161a44", "#4f4480"]
        + ["#f28f7c", "#7fb4e0", "#ffd08a", "#c86fa0"],
        0.75,
    ),
    "dawn": (
        ["#4d6a9e", "#c9a7b8", "#ffdfb0", "#fff4d8", "#c4b3bd", "#23293f", "#4f6f92", "#ecc0b4"]
        + ["#f2866a", "#5a8fb0", "#f7d488", "#8a6fa8"],
        0.25,
    ),
    "day": (
        ["#1f6bb5", "#6fb2e0", "#dff0f2", "#fffbe8", "#a9cddc", "#17352f", "#14608a", "#ffffff"]
        + ["#e8553c", "#f2b63a", "#2f8f6b", "#fff2d8"],
        0.0,
    ),
    "storm": (
        ["#12181f", "#35424c", "#97a39c", "#f2efdc", "#6f7f82", "#07090c", "#14222a", "#4a565c"]
        + ["#e8b55a", "#7fa8b0", "#c85a44", "#dfe6de"],
        0.7,
    ),
    "aurora": (
        ["#030b18", "#06283a", "#1d6f70", "#e8fff2", "#2c7f7c", "#02060a", "#03141c", "#10424c"]
        + ["#4dffb0", "#8f7bff", "#ffb45c", "#c8ffe8"],
        1.0,
    ),
    "neon": (
        ["#0a0420", "#3a0f6b", "#ff3fa4", "#ffe38a", "#7a2a9a", "#06020f", "#12063a", "#5a1f8a"]
        + ["#22e6ff", "#ff3fa4", "#ffd23f", "#7a5cff"],
        0.9,
    ),
    "retro": (
        ["#1d2d50", "#d9583b", "#f6c667", "#fff0c2", "#c9744f", "#132036", "#1f4a5c", "#f0a35a"]
        + ["#e4572e", "#f3a712", "#2e7f86", "#f6e7c1"],
        0.4,
    ),
}
_ORDER = ("sunset", "day", "night", "dawn", "day", "dusk")
"""The times of day in turn where none is asked for."""
_LIVING = (
    "fox", "cat", "dog", "deer", "horse", "person", "portrait", "dragon", "elephant", "lion", "tiger", "bear",
    "giraffe", "dinosaur", "knight", "peacock", "windmill", "treehouse", "parrot", "swan", "airplane", "zebra", "camel",
    "rider", "cyclist", "yoga", "runner", "surfer", "skater", "golf", "skier", "kite", "mushroom", "hedgehog",
)  # fmt: skip
_LIGHT = frozenset({"jungle", "rainforest", "greenhouse"})
"""Words of what is pictured in the light, where no hour is told."""
_BY_DAY = frozenset({"spring", "springtime", "picnic"})
"""Words of what nobody thinks of by night, where no hour is told."""
_FOR_THE_LIVING = ("day", "dawn", "sunset", "day", "dawn", "dusk")
"""The same where a living thing should be more than a silhouette."""
_SKY_SHARE = {
    "zenith": 0.45,
    "middle": 0.62,
    "horizon": 0.42,
    "haze": 0.5,
    "near": 0.16,
    "water": 0.5,
    "cloud": 0.4,
}


def choose_palette(brief: Brief, rng: np.random.Generator, turn: int) -> Palette:
    """The palette a brief asks for; where it leaves the time of day open, turns go through them all."""
    time = _time(brief, turn)
    codes, dark = _TIMES[time]
    values = [_drift(colour(code), rng) for code in codes]
    accents = tuple(values[8:])
    zenith, middle, horizon, light, haze, near, water, cloud = values[:8]
    palette = Palette(time, zenith, middle, horizon, light, haze, near, water, cloud, accents, dark)
    if "snow" in brief.weather:
        palette = _wintry(palette)
    palette = _tinted(palette, [colour(code) for code in brief.loose])
    owned = tuple(colour(code) for _, code in brief.owned)
    return replace(palette, accents=(*owned, *palette.accents))


_COLD = {
    "zenith": ("#6f8fae", 0.5), "middle": ("#b9cad8", 0.5), "horizon": ("#e4e6ea", 0.42), "light": ("#fdfcf8", 0.5),
    "haze": ("#dfeaf2", 0.4), "water": ("#4f7288", 0.55), "cloud": ("#e6edf2", 0.45),
}  # fmt: skip
"""What winter mixes into the colours of the hour, and how much of it by day."""


def _wintry(palette: Palette) -> Palette:
    """Paler and colder, as under snow clouds; the hour can still be told."""
    changed: dict[str, Array] = {}
    for name, (code, share) in _COLD.items():
        old: Array = getattr(palette, name)
        cold = mix(_with_brightness(colour(code), old), colour(code), 0.5 * (1 - palette.dark))
        changed[name] = mix(old, cold, share * (1 - 0.35 * palette.dark))
    return replace(palette, **changed)  # type: ignore[arg-type]


def _time(brief: Brief, turn: int) -> str:
    if "aurora" in brief.weather:
        return "aurora"
    if "storm" in brief.weather and brief.time not in ("night",):
        return "storm"
    if "neon" in brief.styles or "neon" in brief.words:
        return "neon"
    if brief.time is not None:
        return brief.time
    if "retro" in brief.styles:
        return "retro"
    if brief.words & _BY_DAY and not brief.refuses("day"):
        return "day"
    lit = brief.has(*_LIVING) or brief.words & _LIGHT
    usual = _FOR_THE_LIVING if lit else _ORDER
    dark = "night" if brief.has("sun") else ""
    order = [name for name in usual if name != dark and not brief.refuses(name)] or list(_ORDER)
    return order[turn % len(order)]


def _drift(value: Array, rng: np.random.Generator) -> Array:
    """A small change of hue, so that two seeds never share their exact colours."""
    factors = 1 + rng.normal(0, 0.05, 3).astype(np.float32)
    return np.asarray(np.clip(value * factors, 0, 1), np.float32)


def _tinted(palette: Palette, wanted: list[Array]) -> Palette:
    if not wanted:
        return palette
    main = wanted[0]
    second = wanted[1] if len(wanted) > 1 else main
    changed: dict[str, Array] = {}
    for name, share in _SKY_SHARE.items():
        old: Array = getattr(palette, name)
        target = second if name in ("horizon", "cloud") else main
        changed[name] = mix(old, _with_brightness(target, old), share)
    accents = (*wanted, *palette.accents)
    return replace(palette, **changed, accents=accents)  # type: ignore[arg-type]


def _with_brightness(hue: Array, like: Array) -> Array:
    """`hue` at the brightness of `like`."""
    weights = np.array([0.21, 0.72, 0.07], np.float32)
    scale = (float(like @ weights) + 0.004) / (float(hue @ weights) + 0.004)
    return np.asarray(np.clip(hue * min(scale, 6), 0, 1), np.float32)


def difference(one: Array, other: Array) -> float:
    """How far apart two linear colours are to the eye: distance in CIELAB, 100 from black to white."""
    pair = np.stack([one, other])[None].astype(np.float32)
    lab = cv2.cvtColor(cv2.pow(np.clip(pair, 0, 1), 1 / 2.2), cv2.COLOR_RGB2LAB)[0]
    return float(np.linalg.norm(lab[0] - lab[1]))


def shifted(value: Array, *, hue: float = 0, light: float = 1, saturation: float = 1) -> Array:
    """A linear colour with its hue turned (degrees), made lighter or darker, more or less colourful."""
    root = np.sqrt(np.clip(value, 0, 1)).reshape(1, 1, 3).astype(np.float32)
    hls = cv2.cvtColor(root, cv2.COLOR_RGB2HLS)
    hls[..., 0] = (hls[..., 0] + hue) % 360
    hls[..., 1] = np.clip(hls[..., 1] * light, 0, 1)
    hls[..., 2] = np.clip(hls[..., 2] * saturation, 0, 1)
    rgb = cv2.cvtColor(hls, cv2.COLOR_HLS2RGB)
    return np.asarray(rgb.reshape(3) ** 2, np.float32)
