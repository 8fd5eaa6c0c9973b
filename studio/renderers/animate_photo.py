"""Animate a photo: a camera move through a still picture, with the weather its prompt asks for."""

import re
import time
from pathlib import Path

import cv2
import numpy as np

from studio.renderers.api import Progress, RenderError, RenderRequest, RenderResult, Report
from studio.renderers.canvas import Pixels
from studio.renderers.depth import estimate_depth
from studio.renderers.dynamic_prompt import expand_prompt
from studio.renderers.effects import effects_for
from studio.renderers.encode import MovieWriter
from studio.renderers.finish import preview
from studio.renderers.image import generator
from studio.renderers.inputs import cover, load_picture
from studio.renderers.moves import Move, Plate, View
from studio.renderers.sound_to_video import even

_ROOM = 1.14
_LONGEST_S = 30.0
_REPORT_EVERY_S = 0.22
_MOVES: tuple[tuple[str, Move], ...] = (
    (
        r"pull(s|ing)?[ -](out|back)|zoom(s|ing)?[ -]out|dolly[ -]out|reveal",
        Move(View(0.5, 0.46, 1.32, 0, 0.02), View(0.5, 0.5, 1.0, 0, -0.02)),
    ),
    (
        r"orbit|circle|rotat|around|arc|turntable|360",
        Move(View(0.49, 0.5, 1.08, -0.7, -0.15), View(0.51, 0.5, 1.1, 0.7, 0.15)),
    ),
    (
        r"pan(s|ning)?[ -](to the )?left|move(s)? left|track(s|ing)? left",
        Move(View(0.58, 0.5, 1.16, 0, 0.07), View(0.42, 0.5, 1.16, 0, -0.07)),
    ),
    (
        r"\bpan|sideways|track(s|ing)?\b|truck|move(s)? right",
        Move(View(0.42, 0.5, 1.16, 0, -0.07), View(0.58, 0.5, 1.16, 0, 0.07)),
    ),
    (
        r"tilt(s|ing)?[ -]down|crane[ -]down|descend",
        Move(View(0.5, 0.4, 1.18, 0, 0, -0.07), View(0.5, 0.6, 1.18, 0, 0, 0.07)),
    ),
    (
        r"\btilt|crane|rise|rising|ascend|fly(ing)?[ -]up",
        Move(View(0.5, 0.6, 1.18, 0, 0, 0.07), View(0.5, 0.4, 1.18, 0, 0, -0.07)),
    ),
    (
        r"drift|float|sway|breath|dream|gentle|parallax|handheld",
        Move(View(0.48, 0.51, 1.09, -0.4, -0.09), View(0.52, 0.49, 1.13, 0.4, 0.09)),
    ),
    (
        r"fast|quick|rush|dramatic|whip|crash",
        Move(View(0.5, 0.5, 1.0, 0, -0.03), View(0.5, 0.46, 1.6, 0, 0.03), calm=False),
    ),
)
_PUSH_IN = Move(View(0.5, 0.5, 1.0, 0, -0.025, 0.015), View(0.5, 0.47, 1.26, 0, 0.025, -0.015))


def render_animate_photo(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Renders `i2v`: moves through `referenceImage`, ending on `referenceImageEnd` where there is one."""
    cv2.setNumThreads(1)
    source = request.inputs.get("referenceImage") or request.inputs.get("referenceImageEnd")
    if source is None:
        raise RenderError("A picture is needed to animate it.")
    width, height = even(request.width), even(request.height)
    fps = max(int(request.fps), 1)
    frames = int(request.options.get("frames") or round((request.duration_s or 5.0) * fps))
    if not 1 <= frames <= _LONGEST_S * fps + 16:
        raise RenderError(f"A clip can be up to {_LONGEST_S:.0f} seconds long.")
    prompt = expand_prompt(request.prompt, request.variation, request.seed)
    start = _plate(source, width, height)
    last = request.inputs.get("referenceImageEnd")
    end = _plate(last, width, height) if last is not None and last != source else None
    target = out_dir / f"video-{request.variation}.mp4"
    clip = _Clip(prompt, request, start, end, (width, height))
    with MovieWriter(target, width, height, fps) as movie:
        clip.run(movie, frames, fps, report)
    return RenderResult(
        path=target,
        mime="video/mp4",
        width=width,
        height=height,
        duration_s=frames / fps,
        fps=fps,
        notes={"prompt": prompt},
    )


def choose_move(prompt: str, variation: int) -> Move:
    """The camera move a prompt names, else a slow push in; further variations take other moves."""
    text = prompt.lower()
    for pattern, move in _MOVES:
        if re.search(pattern, text):
            return move
    others = [_PUSH_IN, _MOVES[6][1], _MOVES[0][1], _MOVES[3][1]]
    return others[variation % len(others)]


def _plate(source: Path, width: int, height: int) -> Plate:
    pixels = cover(load_picture(source), round(width * _ROOM), round(height * _ROOM))
    return Plate(pixels, estimate_depth(pixels), width, height)


class _Clip:
    """The frames of one animated photo."""

    def __init__(
        self,
        prompt: str,
        request: RenderRequest,
        start: Plate,
        end: Plate | None,
        size: tuple[int, int],
    ) -> None:
        self._start, self._end = start, end
        self._move = choose_move(prompt, request.variation)
        self._effects = effects_for(
            prompt, size, generator(request.seed, request.variation, prompt)
        )

    def run(self, movie: MovieWriter, frames: int, fps: int, report: Report) -> None:
        """Renders every frame into the movie, saying truthfully how far it is."""
        began = told = time.monotonic()
        next_preview = 0
        for index in range(frames):
            picture = self._frame(index / max(frames - 1, 1))
            for effect in self._effects:
                picture = effect(picture, index / fps)
            movie.add(picture)
            now = time.monotonic()
            if now - told >= _REPORT_EVERY_S and index + 1 < frames:
                told = now
                small = preview(picture) if index >= next_preview else None
                if small is not None:
                    next_preview = index + max(frames // 6, 1)
                left = (now - began) / (index + 1) * (frames - index - 1)
                report(
                    Progress(step=index + 1, step_count=frames, eta_s=round(left, 1), preview=small)
                )
        report(Progress(step=frames, step_count=frames, eta_s=0))

    def _frame(self, t: float) -> Pixels:
        view = self._move.at(t)
        picture = self._start.look(view)
        if self._end is None:
            return picture
        share = float(np.clip((t - 0.5) / 0.42, 0, 1))
        share = share * share * (3 - 2 * share)
        if share <= 0:
            return picture
        settling = Move(View(0.5, 0.5, 1.18, 0, view.sway_x), View(0.5, 0.5, 1.0)).at(share)
        arriving = self._end.look(settling)
        return np.asarray(cv2.addWeighted(picture, 1 - share, arriving, share, 0))
