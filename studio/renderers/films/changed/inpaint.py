"""One region of a film made anew: a mask that was given, a place or a colour that is named, else the film's subject."""

import re
from collections.abc import Callable

import cv2
import numpy as np

from studio.renderers.api import RenderError, RenderRequest
from studio.renderers.codecs.inputs import load_picture
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.films.changed.driving import Follower, clean_plate
from studio.renderers.films.changed.grades import Look, look_for
from studio.renderers.films.changed.infill import Filling, filled_softly
from studio.renderers.films.shots.generate import composed_shot
from studio.renderers.films.source import Film
from studio.renderers.prompts.vocabulary import COLOUR_WORDS
from studio.renderers.prompts.words import read_prompt
from studio.renderers.regions.named import region
from studio.renderers.regions.rounds import disc

_REMOVAL = re.compile(
    r"\b(remov|eras|delet|clean|empty|nothing|without|get rid|no more|gone|background)", re.I
)
_LAND = re.compile(r"\b(sky|water|sea|ocean|lake|ground|grass|snow|mountains?)\b", re.IGNORECASE)
_LOOK_EVERY = 10
_RIM = 0.012
"""How far beyond a given mask what is taken away reaches, of the film's shorter side."""
MaskAt = Callable[[Pixels], Array]
Without = Callable[[Pixels, Array], Pixels]


def inpaint_look(
    request: RenderRequest,
    prompt: str,
    rng: np.random.Generator,
    film: Film,
    part: tuple[float, int],
    size: tuple[int, int],
) -> Look:
    """What changes inside the mask: to a scene the prompt names, to another look, else what is there is taken away.

    `part` is where the work begins in the film (seconds) and how many frames it takes.
    """
    start, count = part
    length = float(count / film.fps)
    mask_at, without = _mask(request, prompt, film, (start, length), size)
    removal = bool(_REMOVAL.search(prompt)) or not prompt.strip()
    look = None if removal else look_for(prompt, size, rng)
    scene = None
    if read_prompt(prompt).subjects and not removal:
        scene = composed_shot(request, prompt, size, length)

    def change(pixels: Pixels, seconds: float) -> Pixels:
        mask = mask_at(pixels)
        if scene is not None:
            new = scene.frame(min(seconds / max(length, 0.1), 1), seconds)
        elif look is not None:
            new = look(pixels, seconds)
        else:
            return without(pixels, mask)
        return _mixed(pixels, new, mask)

    return change


def _mixed(pixels: Pixels, new: Pixels, mask: Array) -> Pixels:
    share = mask[..., None].astype(np.float32)
    return np.asarray(pixels + (new.astype(np.float32) - pixels) * share, np.uint8)


def _gone_softly(pixels: Pixels, mask: Array) -> Pixels:
    return _mixed(pixels, filled_softly(pixels, mask), mask)


def _mask(
    request: RenderRequest,
    prompt: str,
    film: Film,
    part: tuple[float, float],
    size: tuple[int, int],
) -> tuple[MaskAt, Without]:
    """The mask of each frame, and what a frame is without what is under it."""
    given = request.inputs.get("referenceMask")
    land, hue = _LAND.search(prompt), _named_hue(prompt)
    if given is not None:
        mask = _given_mask(load_picture(given), size)
        return lambda pixels: mask, _rim_and_all(mask, Filling())
    if land is not None:
        return _LandMask(land[1].lower(), size).at, _gone_softly
    if hue is not None:
        return lambda pixels: _hue_mask(pixels, hue), _gone_softly
    clean = clean_plate(film, size, *part)
    follower = Follower(size, clean)
    kernel = np.ones((9, 9), np.uint8)

    def mask_of(pixels: Pixels) -> Array:
        return np.asarray(cv2.dilate(follower.mask(pixels), kernel))

    return mask_of, lambda pixels, mask: _mixed(pixels, clean, mask)


def _rim_and_all(mask: Array, filling: Filling) -> Without:
    """Takes what is under a mask away together with the rim of light or shade that a mask mostly leaves."""
    room = max(round(min(mask.shape) * _RIM), 1)
    whole = np.asarray(cv2.dilate(mask, disc(room)))
    return lambda pixels, _mask: filling.over(pixels, whole)


class _LandMask:
    """Where the sky, the water … of a film is, looked for anew every half a second or so."""

    def __init__(self, words: str, size: tuple[int, int]) -> None:
        self._words, self._size, self._count = words, size, 0
        self._mask: Array = np.zeros((size[1], size[0]), np.float32)
        self._aim = self._mask

    def at(self, pixels: Pixels) -> Array:
        """The mask for the next frame, 0 … 1."""
        if self._count % _LOOK_EVERY == 0:
            found = region(pixels, self._words)
            if found is not None:
                seen = cv2.resize(
                    found.astype(np.float32), self._size, interpolation=cv2.INTER_LINEAR
                )
                soft = cv2.GaussianBlur(seen, (0, 0), max(min(self._size) / 160, 1))
                self._aim = soft
                self._mask = self._mask if self._count else soft
        self._count += 1
        self._mask = self._mask + 0.15 * (self._aim - self._mask)  # it must not jump
        return self._mask


def _given_mask(pixels: Pixels, size: tuple[int, int]) -> Array:
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    mask = cv2.resize(grey, size, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    if mask.max() < 0.5:
        raise RenderError("The mask is black all over; white marks what is to be made anew.")
    soft = cv2.GaussianBlur(mask, (0, 0), max(min(size) / 240, 0.8))
    return np.asarray(np.clip(soft * 1.15, 0, 1), np.float32)


def _named_hue(prompt: str) -> int | None:
    """Without a mask, a colour that is named says what is meant: its hue, 0 … 179."""
    named = [code for word, code in COLOUR_WORDS.items() if word in prompt.lower().split()]
    if not named:
        return None
    rgb = np.array([[[int(named[0][place : place + 2], 16) for place in (1, 3, 5)]]], np.uint8)
    return int(cv2.cvtColor(rgb, cv2.COLOR_RGB2HSV)[0, 0, 0])


def _hue_mask(pixels: Pixels, hue: int) -> Array:
    tones = cv2.cvtColor(pixels, cv2.COLOR_RGB2HSV)
    apart = np.abs((tones[..., 0].astype(np.int16) - hue + 90) % 180 - 90)
    mask = ((apart < 13) & (tones[..., 1] > 80) & (tones[..., 2] > 50)).astype(np.float32)
    return np.asarray(np.clip(cv2.GaussianBlur(mask, (0, 0), 2.0) * 1.4, 0, 1), np.float32)
