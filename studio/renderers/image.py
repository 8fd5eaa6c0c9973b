"""The image renderer: a prompt, a seed and a size become one composed picture."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np

from studio.renderers.api import Progress, RenderError, RenderRequest, RenderResult, Report
from studio.renderers.canvas import Canvas, Pixels
from studio.renderers.dynamic_prompt import expand_prompt
from studio.renderers.finish import canvas_preview, develop, preview, save_picture
from studio.renderers.inputs import cover, load_picture
from studio.renderers.palette import Palette, choose_palette
from studio.renderers.restyle import restyle
from studio.renderers.scenes.abstract import paint_abstract
from studio.renderers.scenes.cosmos import paint_cosmos
from studio.renderers.scenes.flowers import paint_flowers
from studio.renderers.scenes.portrait import CLOSE_WORDS, paint_portrait
from studio.renderers.scenes.robots import paint_robot
from studio.renderers.scenes.solids import paint_solids
from studio.renderers.scenes.world import paint_world
from studio.renderers.styles import apply_styles
from studio.renderers.words import Brief, read_prompt, without

_LARGEST_SIDE = 8192
_PREVIEWS_AT = (0.3, 0.6, 0.85)
_WORLD = (
    "lighthouse", "sea", "waves", "coast", "mountains", "hills", "forest", "city", "desert", "lake", "boat", "cabin",
    "balloon", "bridge", "car", "moon", "sun", "lantern",
)  # fmt: skip
_LIVING = ("person", "fox", "cat", "dog", "deer", "horse", "bird", "owl", "whale")


@dataclass(frozen=True)
class Picture:
    """Finished pixels (height, width, 3) with the nearness of each (0 far … 1 near)."""

    pixels: Pixels
    depth: Pixels
    focus: tuple[float, float]
    """The place that matters most, as shares of width and height."""


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
    rng = generator(seed, variation, prompt)
    palette = choose_palette(brief, rng, variation)
    canvas = Canvas(width, height, rng, mark)
    _compose(canvas, brief, palette, variation)
    canvas.mark(0.92)
    depth = np.clip(canvas.depth * 255, 0, 255).astype(np.uint8)
    pixels = apply_styles(develop(canvas), brief, rng) if styled else develop(canvas)
    return Picture(pixels, depth, canvas.focus)


def _compose(canvas: Canvas, brief: Brief, palette: Palette, variation: int) -> None:
    """Hands the canvas to the scene that suits the brief."""
    lit = {"sun", "moon"}  # a still life or a portrait may be lit by them and stays one
    place = brief.has(*(subject for subject in _WORLD if subject not in lit))
    print_work = "poster" in brief.styles
    if brief.has("portrait") and not place:
        paint_portrait(canvas, brief, palette)
    elif brief.words & CLOSE_WORDS and brief.has("portrait", "person"):
        paint_world(canvas, replace(brief, subjects=_places(brief)), palette)
        paint_portrait(canvas, brief, palette, before_place=True)
    elif brief.has("robot"):
        paint_robot(canvas, brief, palette)
    elif brief.has("planet") and not place:
        paint_cosmos(canvas, brief, palette, variation)
    elif brief.has("flower") and not place:
        paint_flowers(canvas, brief, palette, variation)
    elif brief.has("solids") and not place:
        paint_solids(canvas, brief, palette, variation)
    elif (
        brief.has(*_WORLD)
        or brief.has(*_LIVING)
        or (not brief.subjects and (brief.weather or brief.time) and not print_work)
    ):
        paint_world(canvas, brief, palette)
    else:
        paint_abstract(canvas, brief, palette, variation)


def _places(brief: Brief) -> tuple[str, ...]:
    """Where it is, without whoever lives there."""
    return tuple(subject for subject in brief.subjects if subject in _WORLD)


def render_image(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Renders `t2i`, or `i2i` with a `startingImage`, to `out_dir`."""
    if not (16 <= request.width <= _LARGEST_SIDE and 16 <= request.height <= _LARGEST_SIDE):
        raise RenderError(f"A picture can be from 16 to {_LARGEST_SIDE} pixels on a side.")
    cv2.setNumThreads(1)
    steps = max(request.steps, 1)
    shown = list(_PREVIEWS_AT)

    def mark(fraction: float, canvas: Canvas) -> None:
        small = None
        if shown and fraction >= shown[0]:
            shown.pop(0)
            small = canvas_preview(canvas)
        report(
            Progress(step=min(int(fraction * steps), steps - 1), step_count=steps, preview=small)
        )

    prompt = expand_prompt(request.prompt, request.variation, request.seed)
    source = request.inputs.get("startingImage")
    start = None if source is None else cover(load_picture(source), request.width, request.height)
    picture = draw(
        prompt,
        seed=request.seed,
        variation=request.variation,
        width=request.width,
        height=request.height,
        mark=mark,
        negative=request.negative_prompt,
        styled=start is None,
    )
    pixels = picture.pixels
    if start is not None:
        rng = generator(request.seed, request.variation, "restyle " + prompt)
        strength = float(np.clip(request.strength, 0, 1))
        pixels = restyle(start, pixels, prompt, read_prompt(prompt), strength, rng)
    path, mime = save_picture(pixels, out_dir, f"image-{request.variation}", request.output_format)
    report(Progress(step=steps, step_count=steps, eta_s=0, preview=preview(pixels)))
    return RenderResult(
        path=path, mime=mime, width=request.width, height=request.height, notes={"prompt": prompt}
    )
