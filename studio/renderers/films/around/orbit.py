"""A camera that goes once around the subject of a picture, in parts from angle to angle."""

from pathlib import Path

import cv2
import numpy as np

from studio.renderers.api import RenderError, RenderRequest, RenderResult, Report
from studio.renderers.codecs.inputs import load_picture
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.films.around.turntable import Turntable
from studio.renderers.films.choices import (
    ORBIT_ANGLES,
    ORBIT_DISTANCES,
    ORBIT_ELEVATIONS,
    ORBIT_SEGMENT_S,
    USUAL_ORBIT_ANGLES,
)
from studio.renderers.films.finishing import even, finished, target
from studio.renderers.films.joined.parts import write_parts
from studio.renderers.films.shots.ambience import ambience
from studio.renderers.films.source import RATE
from studio.renderers.films.telling import Teller
from studio.renderers.films.written.lettering import Pen, Stamp, written_within
from studio.renderers.pictures.image import generator


def render_orbit(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Goes from `referenceImage` through `options["angles"]` and back to it, 2.5 seconds for each part.

    `options`, in the words of `choices`: `angles`, `elevation`, `distance`, `dialogue` (a line for each part, shown as
    a subtitle, since nobody speaks here), `generateAudio` (false: silent). The parts are the result's sources.
    """
    cv2.setNumThreads(1)
    picture = request.inputs.get("referenceImage")
    if picture is None:
        raise RenderError("A picture is needed to go around what it shows.")
    size, fps = (even(request.width), even(request.height)), max(int(request.fps), 1)
    stops = _stops(request)
    each = round(ORBIT_SEGMENT_S * fps)
    frames = each * (len(stops) - 1)
    table = Turntable(
        load_picture(picture),
        size,
        _choice(request, "elevation", ORBIT_ELEVATIONS, "eye-level shot"),
        _choice(request, "distance", ORBIT_DISTANCES, "medium shot"),
    )
    lines = _lines(request, len(stops) - 1, size)
    teller = Teller(report, frames)
    sound = _sound(request, frames, fps)
    path = target(request, out_dir)
    clips = [target(request, out_dir, f"part{number}") for number in range(1, len(stops))]

    def frame(number: int, index: int) -> Pixels:
        share = (index - number * each) / each
        pixels = table.at(_angle(stops, number, share))
        line = lines[number]
        return pixels if line is None or not 0.06 < share < 0.94 else line.lay(pixels)

    starts = [each * number for number in range(len(stops))]
    last = write_parts(path, clips, starts, size, fps, sound, frame, teller)
    teller.done()
    notes = {"segments": len(clips), "segment_s": each / fps}
    return finished(request, path, size, frames, fps, notes=notes, sources=clips, last=last)


def _stops(request: RenderRequest) -> list[float]:
    """Angles from the front to the front again, each further on than the one before where it can be."""
    names = [str(name) for name in request.options.get("angles") or USUAL_ORBIT_ANGLES][:16]
    unknown = [name for name in names if name not in ORBIT_ANGLES]
    if unknown:
        raise RenderError(f"“{unknown[0][:40]}” is no angle; there are {', '.join(ORBIT_ANGLES)}.")
    stops = [0.0]
    for name in names:
        angle = ORBIT_ANGLES[name]
        while angle <= stops[-1] - 180:
            angle += 360
        stops.append(angle)
    # Home by the shorter way, but around where the way out has led past the back.
    last = stops[-1]
    stops.append(360.0 * np.ceil(last / 360) if last % 360 >= 180 else 360.0 * np.floor(last / 360))
    return stops


def _angle(stops: list[float], number: int, share: float) -> float:
    """Even speed within a part; parts of a full turn join without a halt."""
    return float(stops[number] + (stops[number + 1] - stops[number]) * share)


def _choice(request: RenderRequest, name: str, table: dict[str, float], usual: str) -> float:
    word = str(request.options.get(name) or usual)
    if word not in table:
        raise RenderError(f"The {name} can be one of {', '.join(table)}.")
    return table[word]


def _lines(request: RenderRequest, count: int, size: tuple[int, int]) -> list[Stamp | None]:
    """The subtitle of each part, where it has a line."""
    given = list(request.options.get("dialogue") or ())[:count]
    pen = Pen(max(round(min(size[1], size[0] * 1.1) * 0.055), 10))
    stamps: list[Stamp | None] = []
    for number in range(count):
        text = str(given[number] or "")[:200] if number < len(given) else ""
        drawn = written_within(text, pen, (size[0] * 0.9, size[1] * 0.5))
        if drawn is None:
            stamps.append(None)
            continue
        top = size[1] - drawn.shape[0] - round(size[1] * 0.055)
        stamps.append(Stamp(drawn, (size[0] - drawn.shape[1]) // 2, max(top, 0)))
    return stamps


def _sound(request: RenderRequest, frames: int, fps: int) -> Array | None:
    if request.options.get("generateAudio") is False:
        return None
    rng = generator(request.seed, request.variation, "sound " + request.prompt)
    return ambience(request.prompt, round(frames / fps * RATE), rng)
