"""How a finished picture is handed over: GPT Image lets its orders ask for a clear background and for a quality."""

from pathlib import Path

from studio.renderers.api import RenderError, RenderRequest
from studio.renderers.drawing.canvas import Pixels
from studio.renderers.drawing.finish import save_picture
from studio.renderers.regions.matte import as_cut_out
from studio.renderers.regions.saliency import find_subject


def delivered(
    pixels: Pixels, request: RenderRequest, folder: Path, name: str, form: str
) -> tuple[Path, str]:
    """The file and its mime type. Options: `background` (transparent leaves the subject alone, where one stands out)
    and `compression`, the quality of a jpg or webp from 0 to 100."""
    if request.options.get("background") == "transparent" and pixels.shape[2] == 3:
        pixels = _alone(pixels)
    return save_picture(pixels, folder, name, form, request.options.get("compression"))


def _alone(pixels: Pixels) -> Pixels:
    try:
        matte = find_subject(pixels)
    except RenderError:
        return pixels
    return as_cut_out(pixels, matte)
