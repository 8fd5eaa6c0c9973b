"""Animate a photo: a camera move through a still picture, with the weather its prompt asks for."""

import filecmp
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np

from studio.renderers.api import RenderError, RenderRequest, RenderResult, Report
from studio.renderers.codecs.inputs import load_picture
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.drawing.effects import effects_for
from studio.renderers.films.finishing import even, finished, target
from studio.renderers.films.shots.ambience import ambience
from studio.renderers.films.shots.camera import Camera, read_camera
from studio.renderers.films.shots.morph import Morph
from studio.renderers.films.shots.pins import PinnedMovie
from studio.renderers.films.shots.shot import Picture, Shot
from studio.renderers.films.source import RATE
from studio.renderers.films.telling import Teller
from studio.renderers.pictures.image import generator
from studio.renderers.prompts.dynamic_prompt import expand_prompt

LONGEST_S = 30.0
_MORPH = (0.34, 0.82)
_AREA = 832 * 480
Frames = Callable[[float, float], Pixels]


def render_animate_photo(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Renders `i2v`: the first frame is `referenceImage`, the last is `referenceImageEnd`, where they are given.

    `options`: `frames` (a count, else `duration_s` counts), `sized` (false takes the picture's own shape),
    `generateAudio`, `returnLastFrame`. Two pictures are morphed; one that is both comes back to itself.
    """
    cv2.setNumThreads(1)
    first, last = request.inputs.get("referenceImage"), request.inputs.get("referenceImageEnd")
    if first is None and last is None:
        raise RenderError("A picture is needed to animate it.")
    width, height = frame_size(request, first or last)
    fps = max(int(request.fps), 1)
    frames = int(request.options.get("frames") or round((request.duration_s or 5.0) * fps))
    if not 1 <= frames <= LONGEST_S * fps + 16:
        raise RenderError(f"A clip can be up to {LONGEST_S:.0f} seconds long.")
    prompt = expand_prompt(request.prompt, request.variation, request.seed)
    teller = Teller(report, frames)
    seen = _clip(request, prompt, (first, last), (width, height), (frames - 1) / fps)
    path = target(request, out_dir)
    sound = ambient(request, prompt, frames, fps)
    size = (width, height)
    with PinnedMovie(request, path, size, fps, frames, sound=sound, rate=RATE) as movie:
        for index in range(frames):
            pixels = seen(index / max(frames - 1, 1), index / fps)
            movie.add(pixels)
            teller.step(pixels)
    teller.done()
    notes = {"prompt": prompt}
    return finished(request, path, (width, height), frames, fps, notes=notes, last=pixels)


def frame_size(request: RenderRequest, picture: Path | None) -> tuple[int, int]:
    """The size asked for; the picture's own shape, at a usual area, when none was (`sized` is false)."""
    if request.options.get("sized", True) or picture is None:
        return even(request.width), even(request.height)
    rows, columns = load_picture(picture).shape[:2]
    ratio = float(np.clip(columns / rows, 0.3, 3.4))
    width = round((_AREA * ratio) ** 0.5 / 16) * 16
    return even(width), even(round(width / ratio / 16) * 16)


def ambient(request: RenderRequest, prompt: str, frames: int, fps: int) -> Array | None:
    """The sound of the prompt's place where `generateAudio` asks for it."""
    if not request.options.get("generateAudio"):
        return None
    rng = generator(request.seed, request.variation, "sound " + prompt)
    return ambience(prompt, round(frames / fps * RATE), rng)


def _clip(
    request: RenderRequest,
    prompt: str,
    pictures: tuple[Path | None, Path | None],
    size: tuple[int, int],
    last_s: float,
) -> Frames:
    """A function of share and seconds that gives the frames."""
    first, last = pictures
    rng = generator(request.seed, request.variation, prompt)
    effects = effects_for(prompt, size, rng)

    def shot(path: Path, camera: Camera | None = None) -> Shot:
        picture = Picture.load(path, size)
        camera = camera or read_camera(
            prompt, request.variation, picture.focus, rng, lambda: picture.kept
        )
        return Shot(
            picture.plate,
            camera,
            effects,
            last_s,
            first_exact=first is not None,
            last_exact=last is not None,
        )

    if first is None or last is None:
        one = shot(first or last or Path())
        return lambda t, s: one.frame(t if first is not None else 1 - t, s)
    begin = shot(first)
    if filecmp.cmp(first, last, shallow=False):
        return lambda t, s: begin.frame(1 - abs(2 * t - 1), s)
    # The same move: what is alike in both pictures stays in one place.
    return _two(begin, shot(last, begin.camera))


def _two(begin: Shot, end: Shot) -> Frames:
    """From one picture into the other, both seen from the same place at every moment."""
    low, high = _MORPH
    morph = Morph(begin.seen(0.5), end.seen(0.5))

    def frame(t: float, seconds: float) -> Pixels:
        share = float(np.clip((t - low) / (high - low), 0, 1))
        share = share * share * (3 - 2 * share)
        way = 1 - abs(2 * t - 1)
        going = begin.seen(way) if share < 1 else None
        coming = end.seen(way) if share > 0 else None
        if going is None or coming is None:
            seen = coming if going is None else going
            assert seen is not None
        else:
            seen = morph.mix(going, coming, share)
        return begin.dressed(seen, seconds)

    return frame
