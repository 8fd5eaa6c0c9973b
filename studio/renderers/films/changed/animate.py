"""A picture moved by a film: its motion carried over, or its subject put in the place of the film's."""

from pathlib import Path

import cv2
import numpy as np

from studio.renderers.api import RenderError, RenderRequest, RenderResult, Report
from studio.renderers.codecs.encode import MovieWriter
from studio.renderers.codecs.inputs import cover, load_picture
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.films.changed.cutting import (
    CutOut,
    alpha_box,
    cut_out,
    own_alpha,
)
from studio.renderers.films.changed.driving import Box, Follower, Motion, clean_plate
from studio.renderers.films.changed.grades import Look, look_for
from studio.renderers.films.changed.transform import Cut, kept_sound, output_size, source_cut
from studio.renderers.films.finishing import finished, target
from studio.renderers.films.fitting import fit_inside
from studio.renderers.films.source import RATE, frames
from studio.renderers.films.telling import Teller
from studio.renderers.pictures.image import generator
from studio.renderers.prompts.dynamic_prompt import expand_prompt


def render_animate(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Renders `animate-move` and `animate-replace` from `referenceVideo` and `referenceImage`.

    Moving: the picture is what is seen, and it moves as the film does. Replacing: the film is what is seen, with the
    picture's subject where its own was. The film's pace, length and sound stay.
    """
    cv2.setNumThreads(1)
    picture = request.inputs.get("referenceImage")
    if picture is None:
        raise RenderError("A picture is needed that the video can move.")
    cut = source_cut(request)
    film, fps, start, count = cut
    size = output_size(request, film)
    prompt = expand_prompt(request.prompt, request.variation, request.seed)
    rng = generator(request.seed, request.variation, prompt)
    replacing = (
        request.workflow == "animate-replace" or request.options.get("control") == "animate-replace"
    )
    step = _replacing(picture, cut, size) if replacing else _moving(picture, size)
    look = look_for(prompt, size, rng)
    teller = Teller(report, count)
    path = target(request, out_dir)
    sound = kept_sound(request, film, start, count, fps)
    with MovieWriter(path, *size, fps, sound=sound, rate=RATE, quality=18) as movie:
        for index, pixels in enumerate(frames(film, fps, start, count)):
            seconds = float(index / fps)
            pixels = step(fit_inside(pixels, size), seconds)
            pixels = pixels if look is None else look(pixels, seconds)
            movie.add(pixels)
            teller.step(pixels)
    teller.done()
    return finished(request, path, size, count, fps, notes={"prompt": prompt}, last=pixels)


def _moving(picture: Path, size: tuple[int, int]) -> Look:
    still, motion = cover(load_picture(picture), *size), Motion(size)

    def step(pixels: Pixels, seconds: float) -> Pixels:
        motion.follow(pixels)
        return motion.bend(still)

    return step


def _replacing(picture: Path, cut: Cut, size: tuple[int, int]) -> Look:
    film, fps, start, count = cut
    clean = clean_plate(film, size, start, float(count / fps))
    follower = Follower(size, clean)
    pixels = load_picture(picture)
    actor = _Actor(cut_out(pixels, own_alpha(picture)))
    kernel = np.ones((9, 9), np.uint8)

    def step(frame: Pixels, seconds: float) -> Pixels:
        mask = cv2.dilate(follower.mask(frame), kernel)
        mask = cv2.GaussianBlur(np.clip(mask * 1.3, 0, 1), (0, 0), 2.5)[..., None]
        bare = np.asarray(frame + (clean.astype(np.float32) - frame) * mask, np.uint8)
        return actor.stand(bare, follower.box)

    return step


class _Actor:
    """A cut-out that takes a place in frames, leaning the way it goes."""

    def __init__(self, cut: CutOut) -> None:
        left, top, right, bottom = alpha_box(cut.alpha)
        area = (slice(top, bottom), slice(left, right))
        alpha: Array = cut.alpha[area][..., None]
        pixels: Array = cut.pixels[area].astype(np.float32)
        longest = max(pixels.shape[:2])
        if longest > 900:
            size = (
                max(pixels.shape[1] * 900 // longest, 1),
                max(pixels.shape[0] * 900 // longest, 1),
            )
            pixels = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
            alpha = cv2.resize(alpha, size, interpolation=cv2.INTER_AREA)[..., None]
        self._layer: Array = np.concatenate([pixels * alpha, alpha * 255], -1)
        self._before: Box | None = None
        self._usual: float | None = None
        self._lean = 0.0

    def stand(self, frame: Pixels, box: Box) -> Pixels:
        """The frame with the actor where the box is: as tall, its feet on the same line."""
        rows, columns = self._layer.shape[:2]
        self._usual = self._usual or box.width / max(box.height, 1)
        speed = 0.0 if self._before is None else (box.x - self._before.x) / max(box.height, 1)
        self._lean = 0.75 * self._lean + 0.25 * float(np.clip(speed * 9, -0.3, 0.3))
        self._before = box
        tall = max(box.height, 8.0) / rows
        stretch = float(np.clip(box.width / max(box.height, 1) / self._usual, 0.82, 1.22)) ** 0.5
        wide = tall * stretch
        matrix = np.array(
            [
                [wide, -self._lean * tall, box.x - wide * columns / 2 + self._lean * tall * rows],
                [0, tall, box.foot - tall * rows],
            ]
        )
        size = (frame.shape[1], frame.shape[0])
        layer = cv2.warpAffine(self._layer.astype(np.float32), matrix, size, flags=cv2.INTER_AREA)
        shadow = self._shadow(box, size)
        under = frame.astype(np.float32) * (1 - 0.42 * shadow[..., None])
        alpha = layer[..., 3:] / 255
        return np.clip(layer[..., :3] + under * (1 - alpha), 0, 255).astype(np.uint8)

    def _shadow(self, box: Box, size: tuple[int, int]) -> Array:
        shade = np.zeros((size[1], size[0]), np.float32)
        centre = (round(box.x), round(box.foot - box.height * 0.015))
        reach = (max(round(box.width * 0.36), 2), max(round(box.height * 0.035), 1))
        cv2.ellipse(shade, centre, reach, 0, 0, 360, 1.0, -1)
        return np.asarray(cv2.GaussianBlur(shade, (0, 0), max(box.height * 0.02, 1)))
