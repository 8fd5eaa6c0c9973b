"""A film made over: its pace, length and sound stay, what is seen changes as the mode and the prompt say."""

import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np

from studio.renderers.api import RenderError, RenderRequest, RenderResult, Report
from studio.renderers.canvas import Array, Pixels
from studio.renderers.dynamic_prompt import expand_prompt
from studio.renderers.encode import MovieWriter
from studio.renderers.films.choices import CONTROLS
from studio.renderers.films.controls import (
    depth_look,
    detail_look,
    edge_look,
    means_removal,
    region_look,
)
from studio.renderers.films.driving import Follower, clean_plate
from studio.renderers.films.finishing import (
    bounded,
    even,
    even_size,
    finished,
    frame_count,
    given_film,
    target,
)
from studio.renderers.films.fitting import fit_inside
from studio.renderers.films.generate import composed_shot
from studio.renderers.films.grades import Look, look_for
from studio.renderers.films.outpaint import widening_for
from studio.renderers.films.source import RATE, Film, frames, sound_of
from studio.renderers.films.telling import Teller
from studio.renderers.image import generator
from studio.renderers.inputs import load_picture
from studio.renderers.regions.named import region
from studio.renderers.words import COLOUR_WORDS, read_prompt

_LAND = re.compile(r"\b(sky|water|sea|ocean|lake|ground|grass|snow|mountains?)\b", re.IGNORECASE)
_LOOK_EVERY = 10
Cut = tuple[Film, Fraction, float, int]


def render_transform(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Renders `v2v` from `referenceVideo`.

    `options`: `control` (one of `CONTROLS`, or empty for the look alone), `strength` of the detailer,
    `outpaintPosition`, `outpaintAspectRatio`, `video_start_s`, `sized`, `generateAudio` (false: silent),
    `returnLastFrame`. `referenceMask` (white is made anew) belongs to inpaint.
    """
    cv2.setNumThreads(1)
    film, fps, start, count = source_cut(request)
    control = str(request.options.get("control") or "")
    if control and control not in CONTROLS:
        raise RenderError(f"A control can be one of {', '.join(CONTROLS)}.")
    size = even_size(film, 1920) if control == "outpaint" else output_size(request, film)
    prompt = expand_prompt(request.prompt, request.variation, request.seed)
    rng = generator(request.seed, request.variation, f"{control} {prompt}")
    teller = Teller(report, count)
    change, shown = _change(request, control, prompt, rng, (film, fps, start, count), size)
    path = target(request, out_dir)
    sound = kept_sound(request, film, start, count, fps)
    with MovieWriter(path, *shown, fps, sound=sound, rate=RATE, quality=18) as movie:
        for index, pixels in enumerate(frames(film, fps, start, count)):
            pixels = change(fit_inside(pixels, size), float(index / fps))
            movie.add(pixels)
            teller.step(pixels)
    teller.done()
    return finished(request, path, shown, count, fps, notes={"prompt": prompt}, last=pixels)


def source_cut(request: RenderRequest) -> Cut:
    """The film, its pace, where in it the work begins and how many frames it takes."""
    film = given_film(request, "referenceVideo", "video1")
    start = bounded(request.options.get("video_start_s"), 0.0, 0.0)
    if start >= film.duration_s:
        raise RenderError(
            f"The video lasts {film.duration_s:.1f} seconds; it cannot start at {start:.1f}."
        )
    left = film.duration_s - start
    wanted = request.duration_s or float(request.options.get("frames") or 0) / max(request.fps, 1)
    length = min(wanted, left) if wanted else left
    return film, film.fps, start, frame_count(length, film.fps)


def output_size(request: RenderRequest, film: Film) -> tuple[int, int]:
    """The size asked for, else the film's own."""
    if request.options.get("sized"):
        return even(request.width), even(request.height)
    return even_size(film, 1920)


def kept_sound(
    request: RenderRequest, film: Film, start: float, count: int, fps: Fraction
) -> Array | None:
    """The film's own sound for these frames, unless a silent film is asked for."""
    if request.options.get("generateAudio") is False:
        return None
    return sound_of(film, start, float(count / fps))


def _change(
    request: RenderRequest,
    control: str,
    prompt: str,
    rng: np.random.Generator,
    cut: Cut,
    size: tuple[int, int],
) -> tuple[Look, tuple[int, int]]:
    """What happens to each frame, and the size it then has."""
    if control == "outpaint":
        options = request.options
        ratio = str(options.get("outpaintAspectRatio") or "")
        if not ratio and options.get("sized"):
            ratio = f"{request.width}:{request.height}"
        wider, shown = widening_for(size, str(options.get("outpaintPosition") or "center"), ratio)
        return lambda pixels, seconds: wider.fill(pixels), shown
    if control == "inpaint":
        return _inpainting(request, prompt, rng, cut, size), size
    if control == "depth":
        return depth_look(prompt, size, rng), size
    if control == "detailer":
        strength = request.options.get("strength")
        return detail_look(prompt, size, rng, bounded(strength, 0.6, 0.0, 1.0)), size
    if control in ("canny", "pose"):
        return edge_look(prompt, size, rng), size
    look = look_for(prompt, size, rng)
    return look or edge_look(prompt, size, rng), size


def _inpainting(
    request: RenderRequest, prompt: str, rng: np.random.Generator, cut: Cut, size: tuple[int, int]
) -> Look:
    film, _, start, count = cut
    length = float(count / film.fps)
    given = request.inputs.get("referenceMask")
    land, hue = _LAND.search(prompt), _named_hue(prompt)
    clean = None
    if given is not None:
        mask = _given_mask(load_picture(given), size)
        mask_at: Callable[[Pixels], Array] = lambda pixels: mask  # noqa: E731
    elif land is not None:
        mask_at = _LandMask(land[1].lower(), size).at
    elif hue is not None:
        mask_at = lambda pixels: _hue_mask(pixels, hue)  # noqa: E731
    else:
        clean = clean_plate(film, size, start, length)
        follower = Follower(size, clean)
        kernel = np.ones((9, 9), np.uint8)
        mask_at = lambda pixels: np.asarray(cv2.dilate(follower.mask(pixels), kernel))  # noqa: E731
    scene = None
    if read_prompt(prompt).subjects and not means_removal(prompt):
        shot = composed_shot(request, prompt, size, length)
        scene = lambda seconds: shot.frame(min(seconds / max(length, 0.1), 1), seconds)  # noqa: E731
    return region_look(prompt, size, rng, mask_at, clean, scene)


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
