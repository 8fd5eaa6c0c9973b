"""What a music video is made of: pictures that were given, scenes composed for it, and how each is treated."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np

from studio.renderers.api import RenderRequest
from studio.renderers.codecs.inputs import load_picture
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.drawing.depth import estimate_depth, salient_point
from studio.renderers.pictures.image import draw
from studio.renderers.prompts.words import read_prompt
from studio.renderers.regions.keeping import Kept, kept_in, middle_of
from studio.renderers.song_films.shots import Part, Shot
from studio.renderers.song_films.song import Song

_ROOM = 1.16
"""Plates are this much larger than the frame, so that the camera can move without softness."""

_CALM = (
    "a lighthouse on the coast at dawn",
    "a lake between mountains at dusk in fog",
    "a sailing boat on the sea at sunset",
    "a pine forest in mist at dawn",
    "northern lights over a lake",
    "silk ribbons of light",
)
_STRONG = (
    "a city skyline at night, neon",
    "a spiral tunnel of light",
    "big waves in a storm at sea",
    "a road through desert dunes at sunset",
    "abstract ribbons, neon",
    "northern lights over mountains",
)
# How close each following shot comes, and how much lower than the focus it looks (share of the height).
_GIVEN_CROPS = (
    (1.0, 0.0),
    (1.55, 0.0),
    (1.0, 0.1),
    (1.25, -0.02),
    (2.0, 0.0),
    (1.0, -0.06),
    (1.4, 0.12),
)
_COMPOSED_CROPS = ((1.0, 0.0), (1.0, 0.0), (1.3, 0.0), (1.0, 0.0), (1.15, 0.03))
_AIR = 0.06
"""So much of the picture is shown around what is kept, as a share."""
_UNFRAMED = re.compile(r"\b(poster|cover)s?\b", re.IGNORECASE)
_COMPANIONS = (
    "wide landscape under a large moon",
    "ribbons of silk and light",
    "waves of the sea",
    "spiral of light",
)


@dataclass(frozen=True)
class Material:
    """One picture to cut from; `given` when a person provided it."""

    pixels: Pixels
    depth: Array
    given: bool
    focus: tuple[float, float]
    """The place worth a close look, as shares of width and height."""

    look: Callable[[], Kept | None]
    """Looks for what is never cut off, as shares of width and height."""

    @cached_property
    def kept(self) -> Kept | None:
        """What is never cut off, found once."""
        return self.look()


def gather(
    request: RenderRequest,
    prompt: str,
    song: Song,
    part: Part,
    size: tuple[int, int],
    shots: list[Shot],
) -> list[Material]:
    """The pictures in the order the shots use them: those that were given, else scenes composed for the song."""
    given = [_given(load_picture(request.inputs[name]), size) for name in _picture_names(request)]
    if given:
        return given
    wanted = min(max(len(shots), 1), int(np.clip(part.duration_s / 15, 5, 10)))
    return [
        _composed(request, text, variation, size)
        for text, variation in _scenes(request, prompt, song, part)[:wanted]
    ]


def _picture_names(request: RenderRequest) -> list[str]:
    first = [name for name in ("referenceImage", "startingImage") if name in request.inputs]
    others = sorted(
        name for name in request.inputs if name.startswith(("contextImage", "keyframeImage"))
    )
    last = [name for name in ("referenceImageEnd",) if name in request.inputs]
    return first + others + last


def _scenes(request: RenderRequest, prompt: str, song: Song, part: Part) -> list[tuple[str, int]]:
    """Prompts and variations of the scenes to compose: the prompt's own world, or one that suits the song."""
    brief = read_prompt(prompt)
    if brief.subjects or brief.weather:
        own = [(prompt, variation) for variation in range(9)]
        companion = _COMPANIONS[request.seed % len(_COMPANIONS)]
        mood = " ".join(filter(None, [brief.time, *brief.styles]))
        return [own[0], own[1], (f"{companion} {mood}", 0), *own[2:]]
    heard = song.analysis
    energy = heard.mean(heard.energy, part.start_s, part.start_s + part.duration_s)
    lively = energy + 0.35 * (heard.beats.bpm - 105) / 60
    pool = list(_STRONG + _CALM) if lively > 0.5 else list(_CALM + _STRONG)
    turn = (request.seed + request.variation) % 6
    chosen = pool[:6][turn:] + pool[:6][:turn] + pool[6:]
    return [(f"{text} {prompt}", 0) for text in chosen]


def _given(pixels: Pixels, size: tuple[int, int]) -> Material:
    rows, columns = pixels.shape[:2]
    need = max(size[0] / columns, size[1] / rows) * _ROOM * 1.35
    if need < 1:
        pixels = cv2.resize(
            pixels, (round(columns * need), round(rows * need)), interpolation=cv2.INTER_AREA
        )
    depth = estimate_depth(pixels)
    return Material(pixels, depth, True, salient_point(pixels), lambda: kept_in(pixels))


def _composed(
    request: RenderRequest, prompt: str, variation: int, size: tuple[int, int]
) -> Material:
    width, height = round(size[0] * _ROOM), round(size[1] * _ROOM)
    picture = draw(
        _UNFRAMED.sub(" ", prompt),
        seed=request.seed,
        variation=variation,
        width=width,
        height=height,
        negative=request.negative_prompt,
    )
    depth = (
        cv2.GaussianBlur(picture.depth, (0, 0), max(min(width, height) / 200, 1)).astype(np.float32)
        / 255
    )
    return Material(picture.pixels, depth, False, picture.focus, lambda: picture.kept)


def treat(
    material: Material, rng: np.random.Generator, shot: Shot, number: int, size: tuple[int, int]
) -> tuple[Pixels, Array, Kept | None]:
    """The plate of shot `number`: a wide or close crop of the material in the frame's shape, graded by chance.

    With what a camera keeps in sight, in shares of the plate.
    """
    rows, columns = material.pixels.shape[:2]
    aspect = size[0] / size[1]
    crop_w = min(columns, rows * aspect)
    cycle = _GIVEN_CROPS if material.given else _COMPOSED_CROPS
    closeness, lower = cycle[number % len(cycle)]
    x, y = _focus(material, rng, closeness)
    whole = crop_w / columns, crop_w / aspect / rows
    closeness, x, y = _around(material.kept, whole, (closeness, x, y + lower))
    crop_w /= closeness
    crop_h = crop_w / aspect
    left = float(np.clip(x * columns - crop_w / 2, 0, columns - crop_w))
    top = float(np.clip(y * rows - crop_h / 2, 0, rows - crop_h))
    area = (slice(int(top), int(top + crop_h)), slice(int(left), int(left + crop_w)))
    plate = (round(size[0] * _ROOM), round(size[1] * _ROOM))
    way = cv2.INTER_AREA if crop_w > plate[0] else cv2.INTER_CUBIC
    kept = material.kept and material.kept.within(
        left / columns, top / rows, crop_w / columns, crop_h / rows
    )
    pixels = cv2.resize(material.pixels[area], plate, interpolation=way)
    depth = cv2.resize(material.depth[area], plate, interpolation=cv2.INTER_LINEAR)
    if (number % 5 == 3 or not material.given) and rng.random() < 0.4:
        pixels, depth = np.ascontiguousarray(pixels[:, ::-1]), np.ascontiguousarray(depth[:, ::-1])
        kept = kept and kept.mirrored()
    return _graded(pixels, rng, shot), depth, kept


def _around(
    kept: Kept | None, whole: tuple[float, float], crop: tuple[float, float, float]
) -> tuple[float, float, float]:
    """A crop (closeness and middle) that cuts nothing off what is kept, where it can be so.

    `whole` is what the widest crop shows across and down; of what is larger its upper part stays.
    """
    if kept is None:
        return crop
    closeness, *middle = crop
    for full, (low, high) in zip(whole, kept.sides, strict=True):
        if np.isfinite(high - low):
            closeness = min(closeness, max(full / (high - low + 2 * _AIR), 1.0))
    for axis, (full, (low, high)) in enumerate(zip(whole, kept.sides, strict=True)):
        half = full / closeness / 2
        middle[axis] = middle_of(middle[axis], half, low - _AIR, high + _AIR)
    return closeness, middle[0], middle[1]


def _focus(material: Material, rng: np.random.Generator, closeness: float) -> tuple[float, float]:
    """Where the crop is centred: close shots on what matters, wide ones between it and the middle."""
    x, y = material.focus
    if closeness == 1.0:
        rows, columns = material.pixels.shape[:2]
        return (0.5 + x) / 2, y if rows > columns else (0.5 + y) / 2
    return x + float(rng.normal(0, 0.03)), y + float(rng.normal(0, 0.02)) + 0.03


def _graded(pixels: Pixels, rng: np.random.Generator, shot: Shot) -> Pixels:
    """One of a few colour treatments; strong passages get more contrast."""
    kind = int(rng.integers(7))
    values = np.arange(256, dtype=np.float32) / 255
    contrast = 0.1 + 0.5 * shot.energy
    curve = values + contrast * (values * values * (3 - 2 * values) - values)
    tables = np.stack([curve, curve, curve], -1)
    if kind == 1:
        tables = tables * (1.05, 0.99, 0.9) + np.array([0.012, 0.0, 0.0])
    elif kind == 2:
        tables = tables * (0.92, 1.0, 1.06) + np.array([0.0, 0.008, 0.025])
    elif kind == 3:
        tables = tables * (1.03, 0.96, 1.04) + np.array([0.02, 0.0, 0.03]) * (1 - values[:, None])
    table = np.clip(tables * 255, 0, 255).astype(np.uint8)[None]
    graded = np.asarray(cv2.LUT(pixels, table))
    if kind == 4:
        grey = cv2.cvtColor(cv2.cvtColor(graded, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
        graded = np.asarray(cv2.addWeighted(graded, 0.45, grey, 0.55, 0))
    return graded
