"""What every film renderer does alike: where the file goes, how long and large it may be, what is handed back."""

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from studio.renderers.api import RenderError, RenderRequest, RenderResult
from studio.renderers.drawing.canvas import Pixels
from studio.renderers.drawing.finish import save_picture
from studio.renderers.films.source import LONGEST_S, Film, open_film

MIMES = {"mp4": "video/mp4", "mov": "video/quicktime"}


def even(size: int) -> int:
    """The size a film can have: even, at least 64."""
    if not 64 <= size <= 4096:
        raise RenderError("A video can be from 64 to 4096 pixels on a side.")
    return size - size % 2


def even_size(film: Film, longest: int = 4096) -> tuple[int, int]:
    """A given film's own size, made even, not longer than `longest` and not shorter than films can be."""
    short, long = sorted((film.width, film.height))
    scale = min(max(1.0, 64 / short), longest / long)
    return max(int(film.width * scale) // 2 * 2, 64), max(int(film.height * scale) // 2 * 2, 64)


def bounded(value: Any, usual: float, low: float = -1e6, high: float = 1e6) -> float:
    """A number within bounds; the usual one for anything that is none."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return usual
    return min(max(float(value), low), high)


def target(request: RenderRequest, out_dir: Path, name: str = "video") -> Path:
    """The file of this render in its folder."""
    form = request.output_format.lower().lstrip(".")
    return out_dir / f"{name}-{request.variation}.{form if form in MIMES else 'mp4'}"


def given_film(request: RenderRequest, *names: str) -> Film:
    """The film under one of these input names; RenderError when there is none."""
    for name in names:
        if name in request.inputs:
            return open_film(request.inputs[name])
    raise RenderError("A video is needed for this.")


def frame_count(seconds: float, fps: Fraction | int) -> int:
    """How many frames last that long; RenderError beyond ten minutes."""
    if not 0 < seconds <= LONGEST_S + 1:
        raise RenderError(f"A video can be up to {LONGEST_S / 60:.0f} minutes long.")
    return max(round(seconds * fps), 1)


def finished(
    request: RenderRequest,
    path: Path,
    size: tuple[int, int],
    frames: int,
    fps: Fraction | int,
    *,
    notes: Mapping[str, Any] | None = None,
    sources: Sequence[Path] = (),
    last: Pixels | None = None,
) -> RenderResult:
    """The result of a finished file; `last` is saved beside it where `returnLastFrame` was asked for.

    The note `last_frame` is that picture's file name.
    """
    told = dict(notes or {})
    if last is not None and request.options.get("returnLastFrame"):
        picture, _ = save_picture(last, path.parent, f"last-frame-{request.variation}", "png")
        told["last_frame"] = picture.name
    return RenderResult(
        path=path,
        mime=MIMES.get(path.suffix[1:], "video/mp4"),
        width=size[0],
        height=size[1],
        duration_s=float(frames / Fraction(fps)),
        fps=float(fps),
        notes=told,
        sources=tuple(sources),
    )
