"""Taking things out of a picture, and mending it."""

import re
from collections.abc import Callable

import cv2
import numpy as np

from studio.renderers.api import RenderError
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.edits.backdrop import fill_behind
from studio.renderers.edits.patches import completed
from studio.renderers.edits.tone import grey
from studio.renderers.edits.work import REMOVE, REPAIR, TONE, Step, Work
from studio.renderers.pictures.repair import denoised, noise_of, restored
from studio.renderers.pictures.scratches import without_scratches
from studio.renderers.regions.matte import shrunk, soft
from studio.renderers.regions.named import find_named, grown, one_is_meant
from studio.renderers.regions.rounds import disc

_REMOVE = re.compile(
    r"\b(?:remove|erase|delete|get rid of|take (?:out|away)|clear)\b (?:the |all |any |that |"
    r"this |my |his |her )*(?P<what>[\w' -]{2,50}?)(?: from (?:the |this )?(?:image|picture|"
    r"photo|scene|background|left|right|top|bottom)\b.*)?$"
)
_REPAIR = (
    (
        r"\b(restor\w+|repair\w*|old photo|damaged|fix (it|this|the (photo|picture|image))\b)",
        "restored",
        restored,
    ),
    (
        r"\b(scratch\w*|dust|tears?|creases?|specks?|stains?)\b",
        "scratches filled",
        without_scratches,
    ),
    (
        r"\b(de-?nois\w+|noise|noisy|grain\w*)\b",
        "noise taken out",
        lambda p: denoised(p, max(noise_of(p) * 1.1, 2.5)),
    ),
)
_FOR_REPAIR = re.compile(
    r"\b(noise|grain|scratch\w*|dust|creases?|stains?|blur(riness)?|damage|specks?|haze)\b"
)


def read(clause: str, index: int) -> list[Step]:
    """The removals and repairs a clause asks for."""
    steps: list[Step] = []
    for pattern, name, mend in _REPAIR:
        if re.search(pattern, clause) and not re.search(
            r"\b(add|with) (some |film |more )?(grain|scratches|dust|noise)\b", clause
        ):
            steps.append(Step(REPAIR, name, _mending(mend)))
    match = _REMOVE.search(clause)
    if match is None or _FOR_REPAIR.search(match["what"]) or "background" in match["what"]:
        return steps
    if re.search(r"\bcolou?rs?\b", match["what"]):
        return [*steps, Step(TONE, "black and white", lambda work: work.put(grey(work.pixels)))]
    return [
        *steps,
        Step(REMOVE, f"{match['what'].strip()} removed", _removing(match["what"].strip())),
    ]


def _mending(mend: Callable[[Pixels], Pixels]) -> Callable[[Work], None]:
    return lambda work: work.put(mend(work.pixels))


def _removing(what: str) -> Callable[[Work], None]:
    def do(work: Work) -> None:
        mask = (
            _lettering(work.pixels)
            if re.search(r"\b(text|watermark|logo|letters|words|caption|writing)\b", what)
            else _thing(work, what)
        )
        if mask is None or not 0 < float(mask.mean()) < 0.6:
            raise RenderError(f"Nothing in the picture was found for “{what}”.")
        work.put(filled(work.pixels, mask), moved=True)

    return do


def _thing(work: Work, what: str) -> Array | None:
    small = shrunk(work.pixels, 320)
    found = [one for one in find_named(work.pixels, what) if one.score >= 0.4]
    if not found:
        return None
    if one_is_meant(what):
        found = found[:1]
    whole = np.any([grown(small, one.mask) for one in found], axis=0)
    room = max(round(min(small.shape[:2]) * 0.018), 2)
    wide = cv2.dilate(whole.astype(np.uint8), disc(room))
    return np.asarray(
        cv2.resize(
            wide.astype(np.float32), (work.width, work.height), interpolation=cv2.INTER_LINEAR
        )
        > 0.5
    )


def _lettering(pixels: Pixels) -> Array:
    """Where letters are: rows of small strokes much lighter or darker than what is around."""
    unit = min(pixels.shape[:2])
    light = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    side = max(round(unit / 24), 7) | 1
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (side, side))
    strokes = np.maximum(
        cv2.morphologyEx(light, cv2.MORPH_TOPHAT, kernel),
        cv2.morphologyEx(light, cv2.MORPH_BLACKHAT, kernel),
    )
    strong = (strokes > max(55, float(np.percentile(strokes, 96)))).astype(np.uint8)
    rows = cv2.morphologyEx(strong, cv2.MORPH_CLOSE, np.ones((max(side // 4, 1), side), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(rows)
    kept = [
        label
        for label in range(1, count)
        if stats[label, cv2.CC_STAT_WIDTH] > 2.2 * stats[label, cv2.CC_STAT_HEIGHT]
        and stats[label, cv2.CC_STAT_HEIGHT] > unit * 0.015
    ]
    return np.asarray(
        cv2.dilate(np.isin(labels, kept).astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    )


def filled(pixels: Pixels, mask: Array) -> Pixels:
    """The picture with a part made up from around it: rows carried on, the border inpainted, the rest's grain."""
    small = shrunk(pixels, 420)
    hole = cv2.resize(mask.astype(np.uint8), small.shape[1::-1], interpolation=cv2.INTER_NEAREST)
    close = cv2.inpaint(small, hole, 5, cv2.INPAINT_TELEA).astype(np.float32)
    carried = _rows_carried_on(small, hole > 0, fill_behind(small, hole.astype(np.float32)))
    deep = cv2.distanceTransform(hole, cv2.DIST_L2, 3)
    inner = np.clip(deep / max(min(small.shape[:2]) * 0.03, 1), 0, 1)[..., None]
    made = cv2.resize(
        close + (carried - close) * inner, pixels.shape[1::-1], interpolation=cv2.INTER_CUBIC
    )
    guess = np.clip(np.where(mask[..., None], made, pixels) + 0.5, 0, 255).astype(np.uint8)
    rng = np.random.default_rng(3)
    fresh = completed(pixels, mask, guess, rng).astype(np.float32)
    share = cv2.GaussianBlur(mask.astype(np.float32), (0, 0), 1.2)
    if mask.mean() < 0.3:
        share = np.maximum(soft(mask, pixels, 0.002), share)
    mixed = pixels + (fresh - pixels) * share[..., None]
    return np.asarray(np.clip(mixed + 0.5, 0, 255), np.uint8)


def _rows_carried_on(small: Pixels, hole: Pixels, otherwise: Pixels) -> Array:
    """Every row bridged over the hole from left to right, so that ground stays ground and sky stays sky."""
    made = otherwise.astype(np.float32)
    source = cv2.GaussianBlur(small, (0, 0), 1.5).astype(np.float32)
    columns = np.arange(small.shape[1])
    whole = np.flatnonzero((~hole).sum(1) >= 0.04 * small.shape[1])
    for row in np.flatnonzero(hole.any(1)) if len(whole) else ():
        giver = whole[
            np.abs(whole - row).argmin()
        ]  # the row itself, or the nearest that shows something
        known = np.flatnonzero(~hole[giver])
        for channel in range(3):
            made[row, :, channel] = np.interp(columns, known, source[giver, known, channel])
    calm = cv2.GaussianBlur(made, (0, 0), 2.0)
    return np.asarray(np.where(hole[..., None], calm, made))
