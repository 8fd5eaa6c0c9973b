"""A dance montage: one dancer after the other, cut on the beat of a rhythm made for it."""

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np

from studio.renderers.api import RenderError, RenderRequest, RenderResult, Report
from studio.renderers.codecs.inputs import REFERENCE_SIDE, load_picture
from studio.renderers.drawing.canvas import Pixels
from studio.renderers.films.choices import (
    DANCE_LENGTHS_S,
    DANCE_LONGEST_S,
    DANCE_SHORTEST_S,
    DANCE_SINGLE_S,
)
from studio.renderers.films.danced.dancer import Dancer, Reach
from studio.renderers.films.danced.dances import DANCES, Dance
from studio.renderers.films.danced.drums import beat_times, play
from studio.renderers.films.finishing import even, finished, frame_count, target
from studio.renderers.films.joined.parts import write_parts
from studio.renderers.films.source import RATE
from studio.renderers.films.telling import Teller
from studio.renderers.pictures.image import draw, generator
from studio.renderers.prompts.words import read_prompt
from studio.renderers.regions.keeping import middle_of

_PORTRAIT = "full-body portrait of a dancer, studio light"
_BEATS_A_PART = 8
_PUNCH = 0.035
_IN_SIGHT, _AIR = 0.94, 0.02
"""A dancer gets about in no more than this share of what is seen across, with so much of the height above and below."""
_PREPARING = 20
"""Cutting out a dancer takes about as long as this many frames."""


def render_dance(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Renders the dance `options["dance"]` with the pictures `contextImage1` …, else one composed from the prompt.

    `duration_s` is the dance's own length where it is not given, and never more. `options["single"]` makes one part
    (20 seconds at most), else each eight beats the next begins. Sources: the parts; notes `bpm`, `beats_s`, `cuts_s`.
    """
    cv2.setNumThreads(1)
    name = str(request.options.get("dance") or "")
    dance = _dance(name)
    single = bool(request.options.get("single"))
    length = _length(request, DANCE_LENGTHS_S[name], single=single)
    size, fps = (even(request.width), even(request.height)), max(int(request.fps), 1)
    frames = frame_count(length, fps)
    beats = beat_times(dance.rhythm.bpm, frames / fps)
    cuts = [] if single else _cuts(beats, frames / fps)
    pictures = _pictures(request, size)[: 1 if single else None]
    teller = Teller(report, frames + _PREPARING * len(pictures))
    dancers = _dancers(pictures, size, dance, teller)
    sound = play(dance.rhythm, round(frames / fps * RATE), generator(request.seed, 0, name))
    starts = [0, *(round(cut * fps) for cut in cuts), frames]
    path = target(request, out_dir)
    parts = [target(request, out_dir, f"part{number}") for number in range(1, len(starts))]

    def frame(number: int, index: int) -> Pixels:
        beat = index / fps * dance.rhythm.bpm / 60
        turn = int(beat // _BEATS_A_PART) if single else number + request.variation
        step = dance.steps[turn % len(dance.steps)]
        dancer = dancers[number % len(dancers)]
        return _framed(
            dancer.at(step, beat, number), dancer.reaches[step], beat, number, single=single
        )

    last = write_parts(path, parts, starts, size, fps, sound, frame, teller)
    teller.done()
    notes = {
        "bpm": dance.rhythm.bpm,
        "beats_s": [round(beat, 4) for beat in beats],
        "cuts_s": [round(cut, 4) for cut in cuts],
    }
    return finished(request, path, size, frames, fps, notes=notes, sources=parts, last=last)


def _dance(name: str) -> Dance:
    """RenderError names the dances there are."""
    dance = DANCES.get(name)
    if dance is None:
        raise RenderError(f"The dance can be one of {', '.join(DANCES)}.")
    return dance


def _dancers(
    pictures: Sequence[Pixels], size: tuple[int, int], dance: Dance, teller: Teller
) -> list[Dancer]:
    """Everyone cut out of their picture, in the dance's light."""
    dancers = []
    for pixels in pictures:
        dancers.append(Dancer(pixels, size, dance.light, dance.steps))
        teller.step(None, _PREPARING)
    return dancers


def _length(request: RenderRequest, own_s: float, *, single: bool) -> float:
    own = min(own_s, DANCE_LONGEST_S)
    length = min(max(request.duration_s or own, min(DANCE_SHORTEST_S, own)), own)
    if single and length > DANCE_SINGLE_S:
        if request.duration_s:
            raise RenderError(f"One unbroken clip can be up to {DANCE_SINGLE_S:.0f} seconds long.")
        return DANCE_SINGLE_S
    return length


def _cuts(beats: list[float], whole: float) -> list[float]:
    """Every eighth beat, unless hardly anything would be left after it."""
    return [beat for beat in beats[_BEATS_A_PART::_BEATS_A_PART] if whole - beat > 1.0]


def _pictures(request: RenderRequest, size: tuple[int, int]) -> list[Pixels]:
    names = ["referenceImage", *(f"contextImage{number}" for number in range(1, 9))]
    given = [request.inputs[name] for name in names if name in request.inputs]
    if given:
        return [load_picture(path, REFERENCE_SIDE) for path in given]
    named = read_prompt(request.prompt).subjects  # a robot that dances is no portrait
    prompt = request.prompt if named else f"{request.prompt} {_PORTRAIT}"
    drawn = draw(
        prompt, seed=request.seed, variation=request.variation, width=size[0], height=size[1]
    )
    return [drawn.pixels]


def _framed(pixels: Pixels, reach: Reach, beat: float, number: int, *, single: bool) -> Pixels:
    """Closer on some parts, and a little closer still on the first beat of a bar; never so that the dancer leaves it.

    Of who is too tall for that the head is seen.
    """
    height, width = pixels.shape[:2]
    closest = width * _IN_SIGHT / max(reach.right - reach.left, 1)
    usual = 1.0 if single else (1.0, 1.24, 1.08, 1.36)[number % 4]
    zoom = max(min(usual, closest - _PUNCH), 1.0) + _PUNCH * float(np.exp(-(beat % 4) * 2.4))
    if zoom <= 1.001:
        return pixels
    wide, tall = width / zoom, height / zoom
    side = 0.0 if single else 0.012 * width * (-1) ** number
    air = height * _AIR
    left = middle_of(width / 2 + side, wide / 2, reach.left, reach.right) - wide / 2
    wanted = (height - tall) * 0.42 + tall / 2
    top = middle_of(wanted, tall / 2, reach.top - air, reach.bottom + air) - tall / 2
    left, top = min(max(left, 0), width - wide), min(max(top, 0), height - tall)
    matrix = np.array([[1 / zoom, 0, left], [0, 1 / zoom, top]], np.float32)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(
        cv2.warpAffine(
            pixels, matrix, (width, height), flags=flags, borderMode=cv2.BORDER_REFLECT_101
        )
    )
