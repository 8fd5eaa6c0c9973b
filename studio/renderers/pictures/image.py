"""The image renderer: a prompt, a seed and a size become one composed picture."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import cv2
import numpy as np

from studio.renderers.api import Progress, RenderError, RenderRequest, RenderResult, Report
from studio.renderers.drawing.canvas import Canvas, Pixels
from studio.renderers.drawing.finish import canvas_preview, develop, preview
from studio.renderers.drawing.palette import choose_palette
from studio.renderers.pictures.delivery import delivered
from studio.renderers.pictures.headline import with_headline
from studio.renderers.pictures.printed import LEAST_SIDE, print_sheet
from studio.renderers.prompts.dynamic_prompt import expand_prompt
from studio.renderers.prompts.printed import read_printed, refuses_words
from studio.renderers.prompts.styles import apply_styles
from studio.renderers.prompts.words import Brief, read_prompt, unlettered, without
from studio.renderers.regions.keeping import Kept, kept_in
from studio.renderers.scenes.compose import compose

_LARGEST_SIDE = 8192
_TURNS = 6 * 5 * 4
"""A multiple of the numbers of things that variations take in turn."""
_PREVIEWS_AT = (0.3, 0.6, 0.85)


@dataclass(frozen=True)
class Picture:
    """Finished pixels (height, width, 3) with the nearness of each (0 far … 1 near)."""

    pixels: Pixels
    depth: Pixels
    focus: tuple[float, float]
    """The place that matters most, as shares of width and height."""
    brief: Brief
    """What it was painted from."""

    @cached_property
    def kept(self) -> Kept | None:
        """What a camera keeps in sight, as shares of width and height."""
        if self.brief.is_abstract:
            return None
        return kept_in(self.pixels, upright_only=self.brief.is_of_land)


def generator(seed: int, variation: int, prompt: str) -> np.random.Generator:
    """The source of chance of one picture; the same three give the same picture."""
    return np.random.default_rng(
        [seed & 0xFFFFFFFFFFFFFFFF, variation, zlib.crc32(prompt.encode())]
    )


def draw(
    prompt: str,
    *,
    seed: int,
    variation: int,
    width: int,
    height: int,
    mark: Callable[[float, Canvas], None] | None = None,
    negative: str = "",
    styled: bool = True,
) -> Picture:
    """Composes the picture a prompt (already expanded) asks for, without what `negative` names.

    `styled=False` leaves out the way of painting.
    """
    brief = without(read_prompt(prompt), negative) if negative else read_prompt(prompt)
    words = unlettered(prompt)
    rng = generator(seed, variation, words)
    # variations take turns, and where they begin is of the seed and the prompt alone
    turn = variation + int(generator(seed, 0, words).integers(_TURNS))
    palette = choose_palette(brief, rng, turn)
    canvas = Canvas(width, height, rng, mark)
    compose(canvas, brief, palette, turn)
    canvas.mark(0.92)
    depth = np.clip(canvas.depth * 255, 0, 255).astype(np.uint8)
    pixels = apply_styles(develop(canvas), brief, rng) if styled else develop(canvas)
    return Picture(pixels, depth, canvas.focus, brief)


def render_image(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Renders `t2i` to `out_dir`."""
    check_size(request)
    cv2.setNumThreads(1)
    steps = max(request.steps, 1)
    prompt = expand_prompt(request.prompt, request.variation, request.seed)
    pixels = _painted(request, prompt, told(report, steps))
    name = f"image-{request.variation}"
    path, mime = delivered(pixels, request, out_dir, name, request.output_format)
    report(Progress(step=steps, step_count=steps, eta_s=0, preview=preview(pixels)))
    return RenderResult(
        path=path, mime=mime, width=request.width, height=request.height, notes={"prompt": prompt}
    )


def _painted(request: RenderRequest, prompt: str, mark: Callable[[float, Canvas], None]) -> Pixels:
    """The picture of a prompt with the words it wants to be read on it."""

    def scene(words: str) -> Pixels:
        return draw(
            words,
            seed=request.seed,
            variation=request.variation,
            width=request.width,
            height=request.height,
            mark=mark,
            negative=request.negative_prompt,
        ).pixels

    printed = None if refuses_words(request.negative_prompt) else read_printed(prompt)
    size = (request.width, request.height)
    if printed is None or min(size) < LEAST_SIDE:
        return with_headline(scene(prompt), read_prompt(prompt))
    told_words = " ".join(line.text for line in printed.lines)
    rng = generator(request.seed, request.variation, told_words)
    turn = request.variation + int(generator(request.seed, 0, told_words).integers(_TURNS))
    return print_sheet(printed, size, rng, turn, scene)[0]


def check_size(request: RenderRequest) -> None:
    """RenderError for a size no picture is made in."""
    if not (16 <= request.width <= _LARGEST_SIDE and 16 <= request.height <= _LARGEST_SIDE):
        raise RenderError(f"A picture can be from 16 to {_LARGEST_SIDE} pixels on a side.")


def told(report: Report, steps: int) -> Callable[[float, Canvas], None]:
    """What hears how far a canvas is, and reports it as a step, now and then with a preview."""
    shown = list(_PREVIEWS_AT)

    def mark(fraction: float, canvas: Canvas) -> None:
        small = None
        if shown and fraction >= shown[0]:
            shown.pop(0)
            small = canvas_preview(canvas)
        report(
            Progress(step=min(int(fraction * steps), steps - 1), step_count=steps, preview=small)
        )

    return mark
