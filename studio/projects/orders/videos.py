"""Video projects: workflow, options and price."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from studio.accounts.prices import upscaling_price, video_price
from studio.catalogue import DEFAULT_FPS, MODELS, Model
from studio.catalogue.videos import WAN_FPS
from studio.files.probing import Facts
from studio.projects.orders.values import seconds, whole
from studio.renderers.api import RenderResult

USUAL_SIZE = (832, 480)
INPUTS: tuple[str, ...] = (
    "referenceImage", "referenceImageEnd", "referenceAudio", "referenceVideo", "referenceMask",
    *(f"contextImage{number}" for number in range(1, 17)), *(f"keyframeImage{number}" for number in range(1, 9)),
)  # fmt: skip
_MOST_FRAMES = 60 * 60
_USUAL_S = 5
_KEEPS_SOUND = ("_a2v", "_ia2v", "_s2v", "_v2v", "_animate-")
"""These give back the sound they were given; the others make their own, where their family makes any."""


def workflow(model: Model, inputs: Collection[str]) -> str:
    """The model's own."""
    return model.workflow


def options(frame: Mapping[str, Any]) -> dict[str, Any]:
    """What a renderer is told beyond the common fields; see the renderers for what each of them reads."""
    told: dict[str, Any] = {
        "frames": _frames(frame),
        "sized": bool(frame.get("width") and frame.get("height")) or _preset(frame),
        "generateAudio": _sounds(frame),
        "returnLastFrame": frame.get("returnLastFrame") is True,
        "control": _control(frame),
        "strength": _strength(frame),
        "outpaintPosition": frame.get("outpaintPosition"),
        "video_start_s": seconds(frame.get("videoStart")),
        "resolution": whole(frame.get("upscaleResolution"), 0, 0, 4320) or None,
        "detailPreference": frame.get("detailPreference"),
        "processingSpeed": frame.get("processingSpeed"),
    }
    return {name: value for name, value in told.items() if value is not None}


def _family(frame: Mapping[str, Any]) -> str:
    return str(frame.get("modelID") or "")


def _preset(frame: Mapping[str, Any]) -> bool:
    named = str(frame.get("sizePreset") or "")
    return bool(named) and named != "custom"


def _frames(frame: Mapping[str, Any]) -> int | None:
    """How many frames at the pace asked for; None where the source's own length counts.

    WAN is sent its frames at 16 a second also when it is shown faster.
    """
    model = _family(frame)
    given = frame.get("frames")
    if given is None and any(part in model for part in ("_v2v", "_animate-", "flashvsr")):
        return None
    fps = whole(frame.get("fps"), DEFAULT_FPS, 1, 60)
    count = whole(given, _USUAL_S * fps + 1, 1, _MOST_FRAMES)
    if model.startswith("wan_v2") and given is not None:
        count = round((count - 1) / WAN_FPS * fps) + 1
    if frame.get("trimEndFrame") is True:
        count -= 1
    return max(count, 1)


def _sounds(frame: Mapping[str, Any]) -> bool:
    if frame.get("generateAudio") is False:
        return False
    model = _family(frame)
    return model.startswith("ltx") or any(part in model for part in _KEEPS_SOUND)


def _control(frame: Mapping[str, Any]) -> str | None:
    jobs = frame.get("currentControlNetsJob")
    first = jobs[0] if isinstance(jobs, list) and jobs and isinstance(jobs[0], dict) else {}
    return str(first["name"]).lower() if first.get("name") else None


def _strength(frame: Mapping[str, Any]) -> float | None:
    """How strongly detail is brought out, or a control is followed."""
    for value in (frame.get("detailerStrength"), _control_strength(frame)):
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
            return float(value)
    return None


def _control_strength(frame: Mapping[str, Any]) -> Any:
    jobs = frame.get("currentControlNetsJob")
    first = jobs[0] if isinstance(jobs, list) and jobs and isinstance(jobs[0], dict) else {}
    return first.get("controlStrength")


def price(frame: Mapping[str, Any], width: int, height: int) -> Decimal:
    """Spark for one render."""
    fps = whole(frame.get("fps"), DEFAULT_FPS, 1, 60)
    length = (_frames(frame) or whole(frame.get("frames"), _USUAL_S * fps, 1, _MOST_FRAMES)) / fps
    if MODELS[_family(frame)].workflow == "upscale":
        return upscaling_price(*_enlarged(frame, width, height), length)
    return video_price(width, height, length)


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
