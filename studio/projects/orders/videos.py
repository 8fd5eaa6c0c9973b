"""Video projects: workflow, options and price."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from studio.accounts.prices import upscaling_price, video_price
from studio.catalogue import DEFAULT_FPS, MODELS, Model
from studio.catalogue.video_families import WAN_FPS, family_of, snapped_to_h3, two_stage
from studio.files.probing import Facts
from studio.projects.orders.film_inputs import kept_family, pinned, way
from studio.projects.orders.film_limits import RATIOS
from studio.projects.orders.values import control, seconds, share, whole
from studio.renderers.api import RenderResult

USUAL_SIZE = (832, 480)
INPUTS: tuple[str, ...] = (
    "referenceImage", "referenceImageEnd", "referenceAudio", "referenceVideo", "referenceMask",
    *(f"contextImage{number}" for number in range(1, 17)), *(f"keyframeImage{number}" for number in range(1, 9)),
    *(f"reference{kind}{number}" for kind in ("Audio", "Video") for number in range(1, 4)),
)  # fmt: skip
_MOST_FRAMES = 60 * 60
_USUAL_S = 5
_USUAL_STEPS = 8
_FREE_KEYFRAMES = 2
_LOOKED_BACK = 22
_KEEPS_SOUND = ("_a2v", "_ia2v", "_s2v", "_v2v", "_animate-")
"""These give back the sound they were given; the others make their own, where their family makes any."""


def workflow(model: Model, frame: Mapping[str, Any], inputs: Collection[str]) -> str:
    """The model's own, or what its inputs make of it."""
    return way(model, frame, inputs)


def pace(frame: Mapping[str, Any]) -> int:
    """Frames a second: as asked for, else as its family is usually shown."""
    family = family_of(_model_id(frame))
    return whole(frame.get("fps"), family.fps[0] if family else DEFAULT_FPS, 1, 60)


def usual_steps(frame: Mapping[str, Any]) -> int:
    """The steps of an order that names none."""
    family = kept_family(_model_id(frame))
    return (family.steps if family else None) or _USUAL_STEPS


def size(model: Model, frame: Mapping[str, Any]) -> tuple[int, int]:
    """Width and height of the film that is made, in pixels: a model of two stages delivers twice its canvas.

    WAN makes a film that is ordered too large as large as it can, in its shape.
    """
    family = family_of(model.id)
    width, height = family.usual_size if family else USUAL_SIZE
    if family is not None and family.kept and str(frame.get("ratio")) in RATIOS:
        width, height = RATIOS[str(frame["ratio"])]
        if not family.sizes.fits(width, height):
            width, height = family.sizes.nearest(width, height)
    width, height = (
        whole(frame.get("width"), width, 64, 4096),
        whole(frame.get("height"), height, 64, 4096),
    )
    if family is not None and not family.kept:
        return family.sizes.within(width, height)
    times = 2 if two_stage(model.id) else 1
    return width * times, height * times


def options(frame: Mapping[str, Any]) -> dict[str, Any]:
    """What a renderer is told beyond the common fields; see the renderers for what each of them reads."""
    told: dict[str, Any] = {
        "frames": _frames(frame),
        "sized": _sized(frame),
        "pins": frame.get("keyframeFrameIndices") if pinned(frame) else None,
        "generateAudio": _sounds(frame),
        "returnLastFrame": frame.get("returnLastFrame") is True,
        "control": _control(frame),
        "strength": _strength(frame),
        "outpaintPosition": frame.get("outpaintPosition"),
        "video_start_s": seconds(frame.get("videoStart")),
        "resolution": whole(frame.get("upscaleResolution"), 0, 0, 4320) or None,
        "detailPreference": frame.get("detailPreference"),
        "processingSpeed": frame.get("processingSpeed"),
        "output": _output(frame),
    }
    return {name: value for name, value in told.items() if value is not None}


def _model_id(frame: Mapping[str, Any]) -> str:
    return str(frame.get("modelID") or "")


def _sized(frame: Mapping[str, Any]) -> bool:
    """Whether the order says how large it is; else a picture's own shape counts, where the family makes that."""
    named = str(frame.get("sizePreset") or "")
    family = kept_family(_model_id(frame))
    fixed = family is not None and family.usual_size != USUAL_SIZE
    told = bool(frame.get("width") and frame.get("height")) or (bool(named) and named != "custom")
    return told or fixed or frame.get("ratio") in RATIOS


def _output(frame: Mapping[str, Any]) -> str | None:
    """What is delivered of a film that goes on: MiniMax H3 joins it to its source, unless told otherwise."""
    family = kept_family(_model_id(frame))
    if family is None:
        return None
    joined = family.h3 and frame.get("extendOutput") != "continuation"
    return "whole" if joined else "segment"


def _frames(frame: Mapping[str, Any]) -> int | None:
    """How many frames at the pace asked for; None where the source's own length counts.

    WAN is sent its frames at 16 a second also when it is shown faster.
    """
    model = _model_id(frame)
    given = frame.get("frames")
    if given is None and any(part in model for part in ("_v2v", "_animate-", "flashvsr")):
        return None
    fps, family = pace(frame), kept_family(model)
    usual = _USUAL_S * fps + 1
    if family is not None and family.h3:
        usual = round(snapped_to_h3(family.usual_s) * fps)
    count = whole(given, usual, 1, _MOST_FRAMES)
    if model.startswith("wan_v2") and given is not None:
        count = round((count - 1) / WAN_FPS * fps) + 1
    if frame.get("trimEndFrame") is True:
        count -= 1
    return max(count, 1)


def added_s(frame: Mapping[str, Any]) -> float:
    """How much longer a film gets that goes on, in seconds. MiniMax H3 counts the frames it looks back on."""
    family = kept_family(_model_id(frame))
    seen = _LOOKED_BACK if family is not None and family.h3 else 0
    return ((_frames(frame) or 0) - seen) / pace(frame)


def _sounds(frame: Mapping[str, Any]) -> bool:
    model = _model_id(frame)
    family = kept_family(model)
    if frame.get("generateAudio") is False and (family is None or family.name != "happyhorse"):
        return False
    if family is not None:
        return family.sounds
    return model.startswith("ltx") or any(part in model for part in _KEEPS_SOUND)


def _control(frame: Mapping[str, Any]) -> str | None:
    name = control(frame).get("name")
    return str(name).lower() if name else None


def _strength(frame: Mapping[str, Any]) -> float | None:
    """How strongly detail is brought out, or a control is followed."""
    detail = share(frame.get("detailerStrength"))
    return detail if detail is not None else share(control(frame).get("controlStrength"))


def price(frame: Mapping[str, Any], width: int, height: int) -> Decimal:
    """Spark for one render; every keyframe beyond two costs as much as a little more film."""
    fps = pace(frame)
    length = (_frames(frame) or whole(frame.get("frames"), _USUAL_S * fps, 1, _MOST_FRAMES)) / fps
    if MODELS[_model_id(frame)].workflow == "upscale":
        return upscaling_price(*_enlarged(frame, width, height), length)
    more = max(pinned(frame) - _FREE_KEYFRAMES, 0)
    each = 0.75 if "fastvideo" in _model_id(frame) else 0.3
    return video_price(width, height, length + more * each)


def _enlarged(frame: Mapping[str, Any], width: int, height: int) -> tuple[int, int]:
    """The size of a larger copy: in the source's shape where that is told, as in an estimate.

    An order names the shorter side only; its shape is guessed until the film is looked at, see `measured`.
    """
    short = whole(frame.get("upscaleResolution"), min(width, height), 0, 4320)
    source = (
        whole(frame.get("sourceWidth"), 0, 0, 16384),
        whole(frame.get("sourceHeight"), 0, 0, 16384),
    )
    if all(source):
        scale = short / min(source)
        return round(source[0] * scale / 2) * 2, round(source[1] * scale / 2) * 2
    return (short * 16 // 9, short) if frame.get("upscaleResolution") else (width, height)


def measured(frame: Mapping[str, Any], facts: Facts) -> Decimal | None:
    """Spark for a larger copy of a film that is there; None where its headers do not tell what that takes."""
    if not (facts.width and facts.height and facts.duration_s):
        return None
    shape = {"sourceWidth": facts.width, "sourceHeight": facts.height}
    return upscaling_price(
        *_enlarged({**frame, **shape}, facts.width, facts.height), facts.duration_s
    )


def settled(model: Model, price: Decimal, result: RenderResult) -> Decimal:
    """Spark for a finished film: what was quoted, and for a larger copy what its size and length come to."""
    if model.workflow != "upscale" or not (result.width and result.height and result.duration_s):
        return price
    return upscaling_price(result.width, result.height, result.duration_s)
