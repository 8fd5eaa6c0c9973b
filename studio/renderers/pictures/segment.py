"""Cut-outs and masks: the subject of a picture, or what points, boxes and words select in it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from studio.renderers.api import Progress, RenderError, RenderRequest, RenderResult, Report
from studio.renderers.codecs.inputs import check_workable, load_cut_out
from studio.renderers.drawing.canvas import Pixels
from studio.renderers.drawing.finish import preview, save_picture
from studio.renderers.regions.marks import read_boxes, read_points, read_words
from studio.renderers.regions.matte import as_cut_out, shrunk, soft
from studio.renderers.regions.named import Instance, find_named, grown, is_guessed
from studio.renderers.regions.places import is_faint, is_place, is_wide
from studio.renderers.regions.saliency import NOTHING, find_subject
from studio.renderers.regions.selecting import in_box, of_points
from studio.renderers.regions.wholeness import trimmed

_LONGEST = 4096
_WORKED_AT = 320
_KNOWN = "Things are known here by colour, shape and place: say which they have, or mark it with a point or a box."
_GUESS = "No thing is known here by its name: this is what stands out most in the picture."
_JUDGED_AT = 1200
"""As large as a picture is looked at whether it is one of a place: any larger costs much and shows no more."""


def render_cut_out(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """The subject with a see-through background; option `applyMask` false gives the soft mask instead.

    The service's socket sends false when nothing was asked, the tool true. RenderError where nothing stands out, as in
    a picture of a place.
    """
    pixels, opacity = _source(request)
    report(Progress(step=1, step_count=3))
    if opacity is not None and 0.02 < float((opacity > 127).mean()) < 0.98:
        matte = opacity.astype(np.float32) / 255  # it is a cut-out already
    else:
        matte = find_subject(pixels)
        seen, share = shrunk(pixels, _JUDGED_AT), shrunk(matte, _JUDGED_AT)
        if (is_place(seen, share) and is_wide(share)) or is_faint(seen, share):
            raise RenderError(NOTHING)
    share = (matte * 255 + 0.5).astype(np.uint8)
    made = as_cut_out(pixels, matte) if request.options.get("applyMask") else share
    notes = {"maskCoverage": round(float(matte.mean()), 4)}
    return _finished(made, share, "cut-out", out_dir, report, notes)


def render_segment(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """What `points`, `boxes` or `text` of the options select, as a black and white mask or, by `applyMask`, cut out.

    Places are shares of width and height. RenderError when nothing is selected.
    """
    pixels, _ = _source(request)
    report(Progress(step=1, step_count=3))
    small = shrunk(pixels, _WORKED_AT)
    found = _select(small, request.options)
    level = _number(request.options.get("threshold"), 0)
    kept = sorted((one for one in found if one.score >= level), key=lambda one: -one.score)
    kept = kept[: max(int(_number(request.options.get("maxInstances"), len(kept))), 1)]
    if not kept:
        raise RenderError(_nothing(request.options, found))
    mask = np.any([one.mask for one in kept], axis=0)
    matte = soft(mask, pixels, 0.004)
    hard = np.where(matte > 0.5, 255, 0).astype(np.uint8)
    made = as_cut_out(pixels, matte) if request.options.get("applyMask") else hard
    facts = _facts(hard, kept, len(found))
    if _is_guess(request.options):
        facts["maskNote"] = _GUESS
    return _finished(made, hard, "segment", out_dir, report, facts)


def _source(request: RenderRequest) -> tuple[Pixels, Pixels | None]:
    path = request.inputs.get("startingImage")
    if path is None:
        raise RenderError("A picture to work on is needed.")
    cv2.setNumThreads(1)
    pixels, opacity = load_cut_out(path, _LONGEST)
    check_workable(pixels)
    return pixels, opacity


def _select(small: Pixels, options: Mapping[str, Any]) -> list[Instance]:
    points, boxes = read_points(options.get("points")), read_boxes(options.get("boxes"))
    text = read_words(options.get("text"))
    wanted = [box for box in boxes if box.get("label") != "negative"]
    if text:
        found = [
            Instance(_to_thing(small, one, text), one.score) for one in find_named(small, text)
        ]
        found = [_within(one, wanted) for one in found] if wanted else found
        refused = [box for box in boxes if box.get("label") == "negative"]
        return [one for one in found if one.mask.any() and not _in_any(one, refused)]
    if points:
        return of_points(
            small, points, wanted[0] if wanted else None, many=options.get("multimask") is not False
        )
    if wanted:
        return [in_box(small, box) for box in wanted]
    raise RenderError("Say what to select: words, points or boxes.")


def _to_thing(small: Pixels, one: Instance, text: str) -> Pixels:
    """A piece of one colour grown to the thing it belongs to, unless the words mean stretches like sky and hair."""
    if one.mask.mean() > 0.3 or any(
        word in text for word in ("sky", "grass", "water", "sea", "snow", "background", "hair")
    ):
        return one.mask
    return trimmed(small, grown(small, one.mask))


def _is_guess(options: Mapping[str, Any]) -> bool:
    """Whether what was found was not chosen by what it was called."""
    text = read_words(options.get("text"))
    return bool(text) and not read_boxes(options.get("boxes")) and is_guessed(text)


def _within(one: Instance, boxes: Sequence[Mapping[str, Any]]) -> Instance:
    allowed = np.zeros(one.mask.shape, bool)
    height, width = one.mask.shape[:2]
    for box in boxes:
        rows = slice(int(box["y0"] * height), max(int(np.ceil(box["y1"] * height)), 1))
        allowed[rows, int(box["x0"] * width) : max(int(np.ceil(box["x1"] * width)), 1)] = True
    return Instance(one.mask & allowed, one.score)


def _in_any(one: Instance, boxes: Sequence[Mapping[str, Any]]) -> bool:
    """Whether most of it lies in one of the boxes."""
    inside = _within(one, boxes).mask.sum() if boxes else 0
    return bool(inside > 0.5 * one.mask.sum())


def _number(value: Any, usual: float) -> float:
    """A number a client sent, at most 1000 either way; the usual one for anything that is none."""
    sound = isinstance(value, int | float) and not isinstance(value, bool) and value == value
    return float(min(max(value, -1000), 1000)) if sound else usual


def _nothing(options: Mapping[str, Any], found: Sequence[Instance]) -> str:
    words = str(options.get("text") or "").strip()
    what = f"“{words}”" if words else "what was marked"
    if found:
        best = max(one.score for one in found)
        return f"Nothing in the picture is surely {what}; the best guess scores {best:.2f}. Lower the threshold."
    more = f" {_KNOWN}" if words else ""
    return f"Nothing in the picture was found for {what}.{more}"


def _facts(mask: Pixels, kept: Sequence[Instance], detected: int) -> dict[str, Any]:
    """What is told of a mask, under the service's names."""
    height, width = mask.shape
    ys, xs = np.nonzero(mask)
    facts: dict[str, Any] = {
        "maskWidth": width,
        "maskHeight": height,
        "maskCoverage": round(float((mask > 0).mean()), 4),
        "maskDetectedCount": detected,
        "maskReturnedCount": len(kept),
    }
    if len(xs):
        box = xs.min() / width, ys.min() / height, (xs.max() + 1) / width, (ys.max() + 1) / height
        facts["maskBox"] = [round(float(value), 4) for value in box]
    return facts


def _finished(
    made: Pixels, mask: Pixels, name: str, out_dir: Path, report: Report, notes: Mapping[str, Any]
) -> RenderResult:
    path, mime = save_picture(made, out_dir, name, "png")
    report(Progress(step=3, step_count=3, eta_s=0, preview=preview(np.dstack([mask] * 3))))
    height, width = mask.shape
    return RenderResult(path=path, mime=mime, width=width, height=height, notes=notes)
