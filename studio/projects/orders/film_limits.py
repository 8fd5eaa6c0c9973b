"""The limits of a film order, family by family: what is beyond them is refused in a sentence before it is paid for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from studio.catalogue import Model, preset
from studio.catalogue.video_families import CONSENTED, H3_LEAST, H3_STEP, Family
from studio.projects.orders.film_inputs import kept_family
from studio.projects.orders.film_references import REFERENCES
from studio.projects.orders.refusals import BadOrder, NotConsented

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
    family = kept_family(model.id)
    if model.media == "video" and request.get("outputFormat") not in (None, "", "mp4"):
        if request["outputFormat"] != "mov":
            raise BadOrder("A film's outputFormat is mp4 or mov.")
        if family is None or not family.exports:
            raise BadOrder(f"{model.name} makes mp4 files; mov comes from Seedance 2.5 only.")
    if family is None:
        return
    order = Order(model, family, frame)
    for limit in LIMITS:
        fault = limit(order)
        if fault:
            raise BadOrder(fault)
    for reference in REFERENCES:
        fault = reference(model, family, frame)
        if fault:
            raise BadOrder(fault)
    if model.id.endswith(CONSENTED):
        raise NotConsented(model.id)


def _number(value: Any) -> float | None:
    return (
        value if isinstance(value, int | float) and not isinstance(value, bool) else None
    )  # what is no number is taken as not sent


def _pace(order: Order) -> str:
    fps, only = order.frame.get("fps"), order.family.fps[0]
    return "" if fps in (None, only) else f"{order.model.name} is made at {only} frames a second."


def _length(order: Order) -> str:
    frames, family = order.frame.get("frames"), order.family
    if frames is None:
        return ""
    count, fps = _number(frames) or 0, family.fps[0]
    # A clip is often ordered with the frame it ends on, as one more than its seconds hold.
    most = round(family.most_s * fps) + (0 if family.h3 else 1)
    if count != int(count) or not round(family.least_s * fps) <= count <= most:
        return (
            f"{order.model.name} makes clips of {family.least_s:.4g} to {family.most_s:.4g} seconds "
            f"at {fps} frames a second, not {frames} frames."
        )
    if family.h3 and (int(count) - H3_LEAST) % H3_STEP:
        return "MiniMax H3 counts its frames in steps of 17 from 124 on."
    return ""


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
    if wide != int(wide) or high != int(high) or not sizes.fits(int(wide), int(high)):
        return f"{order.model.name} makes films with {sizes.sentence()}, not {width} x {height}."
    return ""


def _ratio(order: Order) -> str:
    ratio = order.frame.get("ratio")
    fine = order.family.name != "wan3" or ratio in (None, "adaptive", *RATIOS)
    return "" if fine else f"Wan 3's ratio is adaptive, {', '.join(RATIOS)}."


def _seed(order: Order) -> str:
    seed, most = order.frame.get("seed"), order.family.most_seed
    if most is None or seed is None:
        return ""
    whole = isinstance(seed, int) and not isinstance(seed, bool) and 0 <= seed <= most
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
