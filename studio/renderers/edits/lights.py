"""Light that is added to a picture: flames, smoke, a string of lamps, and the feast that is made of such."""

import re
from collections.abc import Callable

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.edits.weather import WEATHERS
from studio.renderers.edits.work import THINGS, WEATHER, Step, Work

_ADD = re.compile(
    r"\b(add(ed|ing)?|put|place|draw|insert|include|give|with|set|hang|surround(ed)?|make|turn|on|more|some|decorate)\b"
)
_UNWANTED = re.compile(r"\b(remove|no|without|erase|delete|put out|extinguish|less)\b")
_FIRE = re.compile(
    r"(?<!breathe )(?<!breathing )(?<!spits )\b(on fire|(?<!camp)(?<!open )fires?|flames?|burning|ablaze|inferno)\b"
    r"(?! ?(works?|place|truck|engine|man|fighter))"
)
_SMOKE = re.compile(r"\b(smok(e|y|ing)|steam)\b")
_LAMPS = re.compile(
    r"\b((christmas|xmas|fairy|string|party|twinkl\w+|holiday|decorative) ?lights?|garlands?|light chains?|lanterns?)\b"
)
_FEAST = re.compile(
    r"\b(christmass?y?|xmas|festive|holiday season)\b(?! (tree|hat|light|ball|present|gift|card))"
)
_BULBS = ((255, 70, 60), (80, 230, 110), (90, 150, 255), (255, 205, 80), (240, 110, 230))
_FIRE_HEIGHT = 0.5
"""How much of a picture the flames reach up."""


def read(clause: str, index: int) -> list[Step]:
    """The lights a clause adds."""
    if _UNWANTED.search(clause) or not _ADD.search(clause):
        return []
    behind = re.search(r"\b(background|backdrop|behind)\b", clause) is not None
    steps = []
    if _FIRE.search(clause):
        steps.append(Step(THINGS, "fire", _bound(_fire, behind=behind)))
    if _SMOKE.search(clause):
        steps.append(Step(THINGS, "smoke", _bound(_smoke, behind=behind)))
    feast = _FEAST.search(clause) is not None
    if feast:
        steps.append(Step(WEATHER, "snow", lambda work: WEATHERS["snow"](work, 0.6)))
    if feast or _LAMPS.search(clause):
        steps.append(Step(THINGS, "a string of lights", _lamps))
    return steps


def _bound(make: Callable[[Work, bool], None], *, behind: bool) -> Callable[[Work], None]:
    return lambda work: make(work, behind)


def _noise(work: Work, height: int, cells: tuple[int, int]) -> Array:
    """Soft clouds of chance, 0 … 1, of two sizes."""
    coarse = cv2.resize(
        work.rng.random(cells).astype(np.float32),
        (work.width, height),
        interpolation=cv2.INTER_CUBIC,
    )
    fine = cv2.resize(
        work.rng.random((cells[0] * 3, cells[1] * 3)).astype(np.float32),
        (work.width, height),
        interpolation=cv2.INTER_CUBIC,
    )
    return np.asarray(np.clip(coarse * 0.65 + fine * 0.35, 0, 1), np.float32)


def _shown(work: Work, lit: Pixels, *, behind: bool) -> None:
    """The picture so lit; the subject stays before it where it is `behind`."""
    work.blend(lit, 1 - work.subject() if behind else np.ones(work.pixels.shape[:2], np.float32))


def _fire(work: Work, behind: bool) -> None:
    """Tongues from the lower edge, yellow within and red at their tips, and their glow over all."""
    rise = np.linspace(1, 0, work.height, dtype=np.float32)[:, None]  # 1 at the top
    reach = _FIRE_HEIGHT * (1.3 if behind else 1.0)
    across = _noise(work, work.height, (5, 14))
    tongues = work.rng.random((1, 18)).astype(np.float32)
    tall = cv2.resize(tongues, (work.width, 1), interpolation=cv2.INTER_CUBIC)
    raw = np.clip((reach * (0.45 + 0.75 * tall) - rise) / reach + (across - 0.5) * 0.75, 0, 1)
    heat = np.asarray(cv2.GaussianBlur(raw, (0, 0), max(work.unit / 260, 0.8)), np.float32)
    colour = np.dstack(
        [
            np.clip(heat * 3.2, 0, 1),
            np.clip(heat * 1.9 - 0.25, 0, 1),
            np.clip(heat * 1.6 - 1.0, 0, 1),
        ]
    )
    share = np.clip(heat * 2.6, 0, 1)[..., None]
    glow = cv2.GaussianBlur(heat, (0, 0), work.unit / 9)[..., None] * np.array(
        [150, 70, 15], np.float32
    )
    lit = np.clip(work.pixels + glow, 0, 255)
    _shown(work, np.asarray(lit + (colour * 255 - lit) * share, np.float32), behind=behind)


def _smoke(work: Work, behind: bool) -> None:
    """Grey swathes, thickest low down."""
    low = np.linspace(0.25, 1, work.height, dtype=np.float32)[:, None]
    swathes = np.clip(_noise(work, work.height, (6, 4)) * 2.6 - 0.75, 0, 1) * low * 0.92
    soft = cv2.GaussianBlur(swathes, (0, 0), work.unit / 60)[..., None]
    grey = np.array([196, 196, 200], np.float32)
    _shown(work, np.asarray(work.pixels + (grey - work.pixels) * soft, np.float32), behind=behind)


def _lamps(work: Work) -> None:
    """Two wires hung in bows along the top, with coloured lamps that glow."""
    light = np.zeros((work.height, work.width, 3), np.float32)
    wires = work.pixels.copy()
    thick = max(work.unit // 260, 1)
    for row, (bows, level) in enumerate(((3, 0.05), (4, 0.13))):
        x = np.linspace(0, work.width, 60 * bows)
        phase = x / work.width * bows % 1
        y = work.height * level + work.unit * 0.09 * (1 - (2 * phase - 1) ** 2)
        points = np.stack([x, y], 1).round().astype(np.int32)
        cv2.polylines(wires, [points], False, (28, 36, 30), thick, cv2.LINE_AA)
        for place in range(4, len(points), 9):
            at = int(points[place][0]), int(points[place][1]) + thick * 2
            colour = _BULBS[(place // 9 + row * 2) % len(_BULBS)]
            cv2.circle(light, at, max(round(work.unit * 0.009), 2), colour, -1, cv2.LINE_AA)
    glow = cv2.GaussianBlur(light, (0, 0), work.unit / 70) * 2.4
    halo = cv2.GaussianBlur(light, (0, 0), work.unit / 22) * 2.2
    work.put(255 - (255 - wires) * np.exp(-(glow + halo) / 170))
    core = light.max(-1, keepdims=True) / 255
    work.put(work.pixels + (light * 0.86 + 34 - work.pixels) * core)
