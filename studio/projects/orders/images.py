"""Image projects, and the shapes made from images: workflow, options and price."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from studio.accounts.prices import image_price, mesh_price, utility_price
from studio.catalogue import MODELS, Model
from studio.catalogue.images import MASKED_EDIT, SEGMENTER
from studio.projects.orders.values import control, share, whole

USUAL_SIZE = (1024, 1024)
INPUTS: tuple[str, ...] = (
    "startingImage",
    "cnImage",
    "referenceMask",
    *(f"contextImage{number}" for number in range(1, 17)),
)
_MESH_LIMITS = {
    "meshTargetFaces": (5_000, 700_000),
    "textureSize": (1024, 4096),
    "normalMapSize": (512, 2048),
    "ambientOcclusionSize": (256, 1024),
    "shapeResolution": (1024, 1536),
}
_FLAT = ("cut_out", "segment")


def workflow(model: Model, frame: Mapping[str, Any], inputs: Collection[str]) -> str:
    """What the pictures that came with it make of the model's own workflow.

    A starting picture turns words-to-picture into picture-to-picture; pictures to look at make it an edit, and an
    edit of nothing is a picture from words.
    """
    shown = [name for name in inputs if name.startswith("contextImage")]
    if model.workflow == "t2i":
        return "edit" if shown else "i2i" if "startingImage" in inputs else "t2i"
    if model.workflow == "edit" and not shown and "startingImage" not in inputs:
        return "t2i"
    return model.workflow


def strength(frame: Mapping[str, Any], uploads: Collection[str]) -> float:
    """How far a picture moves from the one it starts from, 0 … 1; a half where nobody says.

    A control picture keeps its forms anyhow: the more strongly it is followed, the more of its colours stay, too.
    """
    if _led(frame, uploads):
        return 1 - _followed(frame) / 2
    asked = share(frame.get("strength"))
    return 0.5 if asked is None else asked


def arranged(
    frame: Mapping[str, Any], uploads: Mapping[str, Path], mask: Path | None
) -> dict[str, Path]:
    """The inputs under the names that the renderers know; `mask` is what is behind the order's address of one."""
    found = {name: path for name, path in uploads.items() if name != "cnImage"}
    if _led(frame, uploads):
        found["startingImage"] = uploads["cnImage"]
    if mask is not None:
        found.setdefault("referenceMask", mask)
    return found


def _led(frame: Mapping[str, Any], uploads: Collection[str]) -> bool:
    """Whether a control picture says what is where, and no picture to start from does."""
    told = control(frame).get("hasImage") is True and _followed(frame) > 0
    return told and "cnImage" in uploads and "startingImage" not in uploads


def _followed(frame: Mapping[str, Any]) -> float:
    asked = share(control(frame).get("controlStrength"))
    return 1.0 if asked is None else asked


def options(frame: Mapping[str, Any]) -> dict[str, Any]:
    """What a renderer is told beyond the common fields, under the wire's own names."""
    found: dict[str, Any] = {
        name: whole(frame.get(name), most, least, most)
        for name, (least, most) in _MESH_LIMITS.items()
        if frame.get(name) is not None
    }
    if isinstance(frame.get("applyMask"), bool):
        found["applyMask"] = frame["applyMask"]
    if MODELS[str(frame.get("modelID"))].tier == MODELS[MASKED_EDIT].tier:
        if frame.get("gptImageBackground") == "transparent":
            found["background"] = "transparent"
        if frame.get("gptImageOutputCompression") is not None:
            found["compression"] = whole(frame["gptImageOutputCompression"], 93, 0, 100)
    if frame.get("modelID") == SEGMENTER and isinstance(frame.get("sam3Prompt"), Mapping):
        found.update(frame["sam3Prompt"])
    return found


def context_images(frame: Mapping[str, Any]) -> int:
    """How many reference pictures come with a request."""
    return sum(bool(frame.get(f"hasContextImage{number}")) for number in range(1, 17))


def price(frame: Mapping[str, Any], width: int, height: int) -> Decimal:
    """Spark for one render."""
    shown = context_images(frame)
    resolution = whole(frame.get("shapeResolution"), 1024, 1024, 1536)
    return quote(str(frame.get("modelID")), width, height, shown, resolution)


def quote(
    model_id: str, width: int, height: int, context_images: int = 0, shape_resolution: int = 1024
) -> Decimal:
    """Spark for one render with a model of the catalogue; a size of 0 counts as the usual one."""
    made_by = MODELS[model_id].workflow
    if made_by in _FLAT:
        return utility_price()
    if made_by == "i23d":
        return mesh_price(shape_resolution)
    return image_price(width or USUAL_SIZE[0], height or USUAL_SIZE[1], context_images)
