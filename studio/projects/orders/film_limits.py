"""The limits of a film order, family by family: what is beyond them is refused in a sentence before it is paid for."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from studio.catalogue import Model, preset
from studio.catalogue.video_families import (
    CONSENTED,
    H3_LEAST,
    H3_STEP,
    LTX_STEP,
    Family,
    family_of,
)
from studio.projects.orders.film_references import REFERENCES
from studio.projects.orders.refusals import BadOrder, NotConsented
from studio.safe_json import is_number, is_whole

RATIOS = {
    "16:9": (832, 480), "4:3": (640, 480), "1:1": (640, 640), "3:4": (480, 640), "9:16": (480, 832),
}  # fmt: skip
"""Sizes in pixels that an order names by their shape alone."""


@dataclass(frozen=True)
class Order:
    """A film order and the family that it is held to."""

    model: Model
    family: Family
    frame: Mapping[str, Any]


def check_film(model: Model, request: Mapping[str, Any], frame: Mapping[str, Any]) -> None:
    """Raises BadOrder for the first limit that an order passes."""
    family = family_of(model.id)
    if model.media == "video" and request.get("outputFormat") not in (None, "", "mp4"):
        if request["outputFormat"] != "mov":
            raise BadOrder("A film's outputFormat is mp4 or mov.")
        if family is None or not family.exports:
            raise BadOrder(f"{model.name} makes mp4 files; mov comes from Seedance 2.5 only.")
    if family is None:
        return
    order = Order(model, family, frame)
    for limit in LIMITS if family.kept else OPEN_LIMITS:
        fault = limit(order)
        if fault:
            raise BadOrder(fault)
    if not family.kept:
        return
    for reference in REFERENCES:
        fault = reference(model, family, frame)
        if fault:
            raise BadOrder(fault)
    if model.id.endswith(CONSENTED):
        raise NotConsented(model.id)


def _number(value: Any) -> float | None:
    """A number as it was sent; what is none is taken as not sent."""
    sound = is_number(value) and math.isfinite(value)
    return value if sound else None


def _pace(order: Order) -> str:
    fps, family = order.frame.get("fps"), order.family
    if fps is None or fps in family.fps or (family.ltx and 1 <= (_number(fps) or 0) <= 60):
        return ""
    paces = "1 to 60" if family.ltx else " or ".join(map(str, family.fps))
    return f"{order.model.name} is made at {paces} frames a second."


def _length(order: Order) -> str:
    frames, family = order.frame.get("frames"), order.family
    if frames is None:
        return ""
    count, fps = (
        _number(frames) or 0,
        family.counted_at or _number(order.frame.get("fps")) or family.fps[0],
    )
    shortest = family.least_s if family.order_s is None else family.order_s
    least, most = _counted(family, shortest * fps), _counted(family, family.most_s * fps)
    # A clip is often ordered with the frame it ends on, as one more than its seconds hold.
    if count != int(count) or not least <= count <= most + (0 if family.h3 or family.ltx else 1):
        return (
            f"{order.model.name} makes clips of {shortest:.4g} to {family.most_s:.4g} seconds "
            f"at {fps:g} frames a second, not {frames} frames."
        )
    if family.h3 and (int(count) - H3_LEAST) % H3_STEP:
        return "MiniMax H3 counts its frames in steps of 17 from 124 on."
    if family.ltx and (int(count) - 1) % LTX_STEP:
        return "LTX counts its frames in steps of 8 from 1 on."
    return ""


def _counted(family: Family, frames: float) -> int:
    """So many frames as the SDKs order them: LTX's are the nearest that it counts."""
    return math.floor(frames / LTX_STEP + 0.5) * LTX_STEP + 1 if family.ltx else round(frames)


def _size(order: Order) -> str:
    frame, sizes = order.frame, order.family.sizes
    width, height = frame.get("width"), frame.get("height")
    if width is None and height is None:
        named = preset("video", str(frame.get("sizePreset")))
        if named is None:
            return ""
        width, height = named
    wide, high = _number(width), _number(height)
    if wide is None or high is None:
        return "width and height belong together, both in pixels."
    if order.family.name == "wan22":  # what is ordered too large is made smaller: see `videos.size`
        fine, wanted = min(wide, high) >= sizes.least, f"sides of {sizes.least} pixels at least"
    else:
        fine, wanted = sizes.fits(int(wide), int(high)), sizes.sentence()
    if fine and wide == int(wide) and high == int(high):
        return ""
    return f"{order.model.name} makes films with {wanted}, not {width} x {height}."


def _ratio(order: Order) -> str:
    ratio = order.frame.get("ratio")
    fine = order.family.name != "wan3" or ratio in (None, "adaptive", *RATIOS)
    return "" if fine else f"Wan 3's ratio is adaptive, {', '.join(RATIOS)}."


def _seed(order: Order) -> str:
    seed, most = order.frame.get("seed"), order.family.most_seed
    if most is None or seed is None:
        return ""
    whole = is_whole(seed) and 0 <= seed <= most
    return "" if whole else f"{order.model.name}'s seed is a whole number from 0 to {most}."


def _fixed(order: Order) -> str:
    """What MiniMax H3 has no choice of."""
    frame, steps = order.frame, order.family.steps
    if steps is None:
        return ""
    if frame.get("steps") not in (None, steps):
        return f"{order.model.name} is made in {steps} steps."
    if frame.get("guidanceScale") not in (None, 1):
        return "MiniMax H3's guidance is 1."
    if str(frame.get("negativePrompt") or "").strip():
        return "MiniMax H3 takes no negative prompt."
    guided = order.model.workflow in ("ia2v", "flfa2v", "a2v")
    if guided and frame.get("generateAudio") is False:
        return "The film always carries the sound it was given: leave generateAudio out."
    if frame.get("audioDuration") is not None or (
        frame.get("audioStart") is not None and not guided
    ):
        return "MiniMax H3 takes audioStart where a sound leads it, and no audioDuration."
    return ""


def _exports(order: Order) -> str:
    wanted = order.frame.get("returnLastFrame")
    if wanted is not None and not isinstance(wanted, bool):
        return "returnLastFrame is true or false."
    fine = order.family.exports or not wanted
    return "" if fine else "The last frame is exported by Seedance 2.5 only."


LIMITS: tuple[Callable[[Order], str], ...] = (
    _pace,
    _length,
    _size,
    _ratio,
    _seed,
    _fixed,
    _exports,
)
OPEN_LIMITS = LIMITS[:3]
"""What LTX and WAN are held to: pace, length, size."""
