"""A film from words: scenes composed for them, seen by a moving camera, with their weather and their sound."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np

from studio.renderers.api import RenderError, RenderRequest, RenderResult, Report
from studio.renderers.codecs.encode import MovieWriter
from studio.renderers.codecs.inputs import REFERENCE_SIDE, load_picture
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.drawing.effects import effects_for
from studio.renderers.films.finishing import even, finished, frame_count, target
from studio.renderers.films.shots.animate_photo import LONGEST_S, ambient
from studio.renderers.films.shots.camera import read_camera
from studio.renderers.films.shots.morph import Morph
from studio.renderers.films.shots.pins import PinnedMovie
from studio.renderers.films.shots.script import Scene, scenes_of, share_frames
from studio.renderers.films.shots.shot import Picture, Shot
from studio.renderers.films.sound import track
from studio.renderers.films.source import RATE, frame_at, open_film
from studio.renderers.films.telling import Teller
from studio.renderers.pictures.image import Picture as Drawn
from studio.renderers.pictures.image import draw, generator
from studio.renderers.prompts.dynamic_prompt import expand_prompt
from studio.renderers.prompts.words import read_prompt
from studio.renderers.regions.rounds import disc
from studio.renderers.song_films.moves import Plate

_CHANGE_S = 0.6
_COMPOSING = 12
"""Composing a scene takes about as long as this many frames; progress counts it so."""
_ROOM = 1.1
_UNFRAMED = re.compile(r"\b(poster|cover)s?\b", re.IGNORECASE)
_REFERENCES = tuple(f"contextImage{number}" for number in range(1, 31))
_REFERENCE_FILMS = tuple(f"video{number}" for number in range(1, 11))


def render_generate_video(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Renders `t2v`. References, where there are any, are what the scenes show.

    `inputs`: `contextImage1` …, `video1` …, `referenceAudio` (heard instead of the scene's own sound). `options`:
    `frames` (a count, else `duration_s` counts), `generateAudio`, `returnLastFrame`.
    """
    cv2.setNumThreads(1)
    size = even(request.width), even(request.height)
    fps = max(int(request.fps), 1)
    wanted = int(request.options.get("frames") or 0)
    frames = wanted or frame_count(request.duration_s or 5.0, fps)
    if not 1 <= frames <= LONGEST_S * fps + 16:
        raise RenderError(f"A clip can be up to {LONGEST_S:.0f} seconds long.")
    prompt = expand_prompt(request.prompt, request.variation, request.seed)
    pictures = _pictures(request)
    scenes = scenes_of(prompt, frames / fps, len(pictures))
    teller = Teller(report, frames + _COMPOSING * len(scenes))
    song = request.inputs.get("referenceAudio")
    count = round(frames / fps * RATE)
    sound = ambient(request, prompt, frames, fps) if song is None else track(song, count)
    path = target(request, out_dir)
    film = _Film(request, scenes, pictures, size, fps, teller)
    with PinnedMovie(request, path, size, fps, frames, sound=sound, rate=RATE) as movie:
        last = film.run(movie, frames)
    teller.done()
    return finished(request, path, size, frames, fps, notes={"prompt": prompt}, last=last)


def _pictures(request: RenderRequest) -> list[Pixels]:
    """The pictures given as references; of a film, the one in its middle."""
    given = [request.inputs[name] for name in _REFERENCES if name in request.inputs]
    found = [load_picture(path, REFERENCE_SIDE) for path in given]
    for name in _REFERENCE_FILMS:
        if name in request.inputs:
            film = open_film(request.inputs[name])
            found.append(frame_at(film, film.duration_s / 2))
    return found


class _Film:
    """The scenes one after the other; only two of them are in memory at a time."""

    def __init__(
        self,
        request: RenderRequest,
        scenes: list[Scene],
        pictures: list[Pixels],
        size: tuple[int, int],
        fps: int,
        teller: Teller,
    ) -> None:
        self._request, self._scenes, self._pictures = request, scenes, pictures
        self._size, self._fps, self._teller = size, fps, teller

    def run(self, movie: MovieWriter, frames: int) -> Pixels:
        """Renders all frames into the movie; the last one comes back."""
        starts = share_frames(frames, len(self._scenes))
        lengths = [end - begin for begin, end in pairwise(starts)]
        change = min(round(_CHANGE_S * self._fps), min(lengths) // 3)
        current = self._shot(0, lengths[0] / self._fps)
        pixels = current.seen(0)
        for number, length in enumerate(lengths):
            coming = None
            # A scene runs on while it gives way to the next, so its way is a little longer than its own frames.
            way = max(length + (change if number + 1 < len(lengths) else 0) - 1, 1)
            for index in range(length):
                pixels = current.frame(index / way, (starts[number] + index) / self._fps)
                movie.add(self._melted(number, index, pixels, change))
                self._teller.step(pixels)
            if number + 1 < len(lengths):
                coming = self._shot(number + 1, lengths[number + 1] / self._fps)
                self._old = [
                    current.frame((length + index) / way, (starts[number + 1] + index) / self._fps)
                    for index in range(change)
                ]
                self._morph = Morph(current.seen(1), coming.seen(0)) if change else None
                current = coming
        return pixels

    _old: list[Pixels] = []
    _morph: Morph | None = None

    def _melted(self, number: int, index: int, pixels: Pixels, change: int) -> Pixels:
        """A scene's first frames come out of the last ones of the scene before."""
        if number == 0 or index >= change or self._morph is None:
            return pixels
        share = (index + 1) / (change + 1)
        return self._morph.mix(self._old[index], pixels, share * share * (3 - 2 * share))

    def _shot(self, number: int, duration_s: float) -> Shot:
        scene, request = self._scenes[number], self._request
        self._teller.step(None, _COMPOSING)
        if not self._pictures:
            return composed_shot(request, scene.prompt, self._size, duration_s, number)
        turn = request.variation + number
        rng = generator(request.seed, request.variation, f"{scene.prompt} {number}")
        picture = Picture(self._pictures[turn % len(self._pictures)], self._size)
        camera = read_camera(scene.prompt, turn, picture.focus, rng, lambda: picture.kept)
        effects = effects_for(scene.prompt, self._size, rng)
        return Shot(picture.plate, camera, effects, duration_s)


def _drawn(request: RenderRequest, prompt: str, turn: int, size: tuple[int, int]) -> Drawn:
    """A scene drawn for a prompt, a little larger than the frame."""
    width, height = size
    text = _UNFRAMED.sub(" ", prompt)
    return draw(
        text,
        seed=request.seed,
        variation=turn,
        width=round(width * _ROOM),
        height=round(height * _ROOM),
        negative=request.negative_prompt,
        styled=bool(read_prompt(text).styles),
    )


def composed_shot(
    request: RenderRequest, prompt: str, size: tuple[int, int], duration_s: float, turn: int = 0
) -> Shot:
    """A shot of a scene drawn for a prompt."""
    rng = generator(request.seed, request.variation, f"{prompt} {turn}")
    turn += request.variation
    drawn = _drawn(request, prompt, turn, size)
    x, y = (float(np.clip(0.5 + (place - 0.5) * _ROOM, 0.2, 0.8)) for place in drawn.focus)
    plate = Plate(drawn.pixels, _rounded(drawn.depth), *size)
    camera = read_camera(prompt, turn, (x, y), rng, lambda: drawn.kept)
    return Shot(plate, replace(camera, room=_ROOM), effects_for(prompt, size, rng), duration_s)


def _rounded(depth: Pixels) -> Array:
    """Depth 0 … 1 without steps: where it steps, a camera going sideways would show an edge twice."""
    rows, columns = depth.shape
    small = cv2.resize(depth, (columns // 4, rows // 4), interpolation=cv2.INTER_AREA)
    reach = max(min(small.shape) // 14, 1)
    grown = cv2.GaussianBlur(cv2.dilate(small, disc(reach)).astype(np.float32), (0, 0), reach)
    return np.asarray(cv2.resize(grown, (columns, rows)) / np.float32(255), np.float32)
