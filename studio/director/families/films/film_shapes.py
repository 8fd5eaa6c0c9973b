"""Films in a shape of their own: asked of the tool where it can, else from their picture cropped to it first."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from studio.director.families.pictures.redrawing import reshaped
from studio.director.plan import Scene, Step


def in_shape(
    scene: Scene,
    tool: str,
    arguments: Mapping[str, Any],
    subject: str,
    size: dict[str, object],
    *,
    remade: bool = False,
) -> list[Step]:
    """The film's call; before it that of its picture, where only the picture can be given the shape `size` says."""
    given = {**arguments, **size}
    source = arguments.get("sourceImageIndex")
    able = (
        scene.takes(tool, "aspectRatio") or scene.takes(tool, "ratio") or scene.takes(tool, "width")
    )
    if not size or able or not isinstance(source, int) or _has(scene, source, size):
        return [replace(scene.call(tool, given, subject), remade=remade)]
    if not scene.takes("generate_image", "sourceImageIndex"):
        return [replace(scene.call(tool, given, subject), remade=remade)]
    picture = reshaped(scene, source, size)
    index = scene.then(picture).last_batch("image")[0].index
    film = scene.then(picture).call(tool, {**arguments, "sourceImageIndex": index}, subject)
    return [picture, replace(film, remade=remade)]


def _has(scene: Scene, index: int, size: Mapping[str, object]) -> bool:
    """Whether a picture is in that shape already."""
    known = scene.medium("image", index)
    if known is None or known.pixels is None:
        return False
    wide, _, high = str(
        size.get("aspectRatio") or f"{size.get('width')}:{size.get('height')}"
    ).partition(":")
    return abs(known.pixels[0] / known.pixels[1] * int(high) / int(wide) - 1) < 0.05
