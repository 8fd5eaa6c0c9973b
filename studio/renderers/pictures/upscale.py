"""Enlarging: sharper than interpolation, without halos, and in tiles, so that 16K needs no more memory than 4K."""

from pathlib import Path

import cv2
import numpy as np

from studio.renderers.api import Progress, RenderError, RenderRequest, RenderResult, Report
from studio.renderers.codecs.inputs import load_cut_out
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.drawing.finish import preview

SCALES = (2, 3, 4)
LEAST_EDGE, MOST_EDGE, GRID = 512, 15_360, 8
_LOSSLESS_UP_TO = 7680
"""8K; larger pictures are written as JPG, as the service does."""
_TILE = 1024
_MARGIN = 16
_ROUNDS = 2
_MOST_AT_ONCE = 8.0
"""By more than this a picture is first enlarged plainly: there is no detail to keep, and the work grows with it."""


def target_size(
    width: int, height: int, scale: float = 2, longest: int | None = None
) -> tuple[int, int]:
    """Width and height after enlarging: by `scale`, or to a longest edge in pixels; both on a grid of 8.

    RenderError when an edge would be under 512 or over 15360 pixels, naming what would do.
    """
    factor = longest / max(width, height) if longest else scale
    made = _on_grid(width * factor), _on_grid(height * factor)
    if min(made) < LEAST_EDGE:
        enough = _up(LEAST_EDGE * max(width, height) / min(width, height))
        if enough > MOST_EDGE:
            raise RenderError("The picture is too narrow: its short edge cannot reach 512 pixels.")
        raise RenderError(
            f"Both edges must be at least {LEAST_EDGE} pixels. For this picture the longest edge must "
            f"be {enough} or more."
        )
    if max(made) > MOST_EDGE:
        raise RenderError(f"The longest edge can be {MOST_EDGE} pixels at most.")
    return made


def _on_grid(value: float) -> int:
    return max(round(value / GRID), 1) * GRID


def _up(value: float) -> int:
    return int(np.ceil(value / GRID)) * GRID


def render_upscale(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """The picture at the request's size, or by the options `scale` and `targetLongestEdge`."""
    path = request.inputs.get("startingImage")
    if path is None:
        raise RenderError("A picture to enlarge is needed.")
    cv2.setNumThreads(1)
    source, opacity = load_cut_out(path, 8192)
    if request.width and request.height:
        size = (request.width, request.height)
    else:
        longest = request.options.get("targetLongestEdge")
        scale = float(request.options.get("scale") or 2)
        size = target_size(
            source.shape[1], source.shape[0], scale, int(longest) if longest else None
        )
    if max(size) > MOST_EDGE or min(size) < GRID:
        raise RenderError(f"Edges can be from {GRID} to {MOST_EDGE} pixels.")
    form = "jpg" if max(size) > _LOSSLESS_UP_TO else request.output_format.lower() or "png"
    form = {"jpeg": "jpg"}.get(form, form) if form in ("jpg", "jpeg", "webp") else "png"
    if opacity is not None and form != "jpg":
        source = np.dstack([source, opacity])
    return _written(source, size, form, out_dir, report)


def _written(
    source: Pixels, size: tuple[int, int], form: str, out_dir: Path, report: Report
) -> RenderResult:
    width, height = size
    raw = out_dir / "upscale.raw"
    try:
        # Its pages are written out under memory pressure, unlike an array's.
        canvas = np.memmap(raw, np.uint8, "w+", shape=(height, width, source.shape[2]))
        _fill(canvas, _within_reach(source, size), report)
        file = out_dir / f"upscale.{form}"
        options = {
            "png": [cv2.IMWRITE_PNG_COMPRESSION, 1],
            "jpg": [cv2.IMWRITE_JPEG_QUALITY, 93],
            "webp": [cv2.IMWRITE_WEBP_QUALITY, 92],
        }[form]
        if not cv2.imwrite(str(file), np.asarray(canvas), options):
            raise RenderError("The enlarged picture could not be written.")
        thumb = preview(canvas[:: max(height // 512, 1), :: max(width // 512, 1), 2::-1])
        del canvas
    finally:
        raw.unlink(missing_ok=True)
    report(Progress(step=8, step_count=8, eta_s=0, preview=thumb))
    mime = "image/jpeg" if form == "jpg" else f"image/{form}"
    return RenderResult(path=file, mime=mime, width=width, height=height)


def _within_reach(source: Pixels, size: tuple[int, int]) -> Pixels:
    """The source, plainly enlarged where more than eightfold is missing to the size."""
    height, width = source.shape[:2]
    least = (
        max(width, int(np.ceil(size[0] / _MOST_AT_ONCE))),
        max(height, int(np.ceil(size[1] / _MOST_AT_ONCE))),
    )
    if least == (width, height):
        return source
    return np.asarray(cv2.resize(source, least, interpolation=cv2.INTER_LINEAR))  # no halos


def _fill(canvas: Pixels, source: Pixels, report: Report) -> None:
    """Every tile of the canvas (blue first, as OpenCV writes it)."""
    height, width = canvas.shape[:2]
    places = [(y, x) for y in range(0, height, _TILE) for x in range(0, width, _TILE)]
    bgr = np.ascontiguousarray(source[..., [2, 1, 0, *range(3, source.shape[2])]])
    for done, (y, x) in enumerate(places):
        stop_y, stop_x = min(y + _TILE, height), min(x + _TILE, width)
        canvas[y:stop_y, x:stop_x] = _tile(bgr, (height, width), (y, x, stop_y, stop_x))
        report(Progress(step=min(8 * (done + 1) // len(places), 7), step_count=8))


def _tile(source: Pixels, size: tuple[int, int], box: tuple[int, int, int, int]) -> Pixels:
    """One part of the enlarged picture, worked out from its part of the source and a margin."""
    scale_y, scale_x = size[0] / source.shape[0], size[1] / source.shape[1]
    top = max(int(box[0] / scale_y) - _MARGIN, 0)
    left = max(int(box[1] / scale_x) - _MARGIN, 0)
    bottom = min(int(np.ceil(box[2] / scale_y)) + _MARGIN, source.shape[0])
    right = min(int(np.ceil(box[3] / scale_x)) + _MARGIN, source.shape[1])
    part = source[top:bottom, left:right].astype(np.float32)
    y0, x0 = round(top * scale_y), round(left * scale_x)
    rows, columns = round(bottom * scale_y) - y0, round(right * scale_x) - x0
    # pixel centres: large = (small + ½) · scale − ½ in the whole picture, shifted to both corners
    shift_x = (left + 0.5) * scale_x - 0.5 - x0
    shift_y = (top + 0.5) * scale_y - 0.5 - y0
    matrix = np.array([[scale_x, 0, shift_x], [0, scale_y, shift_y]], np.float32)
    large = enlarge(part, matrix, (columns, rows), (scale_x + scale_y) / 2)
    piece = large[box[0] - y0 : box[2] - y0, box[1] - x0 : box[3] - x0]
    return np.clip(piece + 0.5, 0, 255).astype(np.uint8)


def enlarge(part: Array, matrix: Array, size: tuple[int, int], scale: float) -> Array:
    """Lanczos, corrected until it shrinks back to the source (Irani and Peleg 1991), then sharpened within bounds."""
    back = cv2.invertAffineTransform(matrix)
    small = (part.shape[1], part.shape[0])
    edge = cv2.BORDER_REPLICATE

    def grow(values: Array, way: int) -> Array:
        return np.asarray(cv2.warpAffine(values, matrix, size, flags=way, borderMode=edge))

    large = grow(part, cv2.INTER_LANCZOS4)
    if scale <= 1.05:
        return large
    spread = max(0.36 * scale, 0.5)
    for _ in range(_ROUNDS):
        again = cv2.warpAffine(
            cv2.GaussianBlur(large, (0, 0), spread),
            back,
            small,
            flags=cv2.INTER_LINEAR,
            borderMode=edge,
        )
        large += grow(part - again, cv2.INTER_CUBIC)
    large = _along_edges(large, scale)
    # the brightest and darkest source pixels around bound what sharpening may do
    around = np.ones((3, 3), np.uint8)
    high, low = (
        grow(cv2.dilate(part, around), cv2.INTER_LINEAR),
        grow(cv2.erode(part, around), cv2.INTER_LINEAR),
    )
    crisp = large + 0.8 * (large - cv2.GaussianBlur(large, (0, 0), 0.55 * scale))
    return np.asarray(np.clip(crisp, low, high), np.float32)


def _along_edges(large: Array, scale: float) -> Array:
    """Smoothed along edges only, which takes their steps away; across them nothing is lost."""
    grey = cv2.GaussianBlur(large[..., :3].mean(-1), (0, 0), 0.5 * scale)
    gx, gy = cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1)
    spread = 1.1 * scale
    xx, yy, xy = (cv2.GaussianBlur(one, (0, 0), spread) for one in (gx * gx, gy * gy, gx * gy))
    apart = np.sqrt((xx - yy) ** 2 + 4 * xy**2)
    clear = (apart / (xx + yy + 12)) ** 2
    angle = 0.5 * np.arctan2(2 * xy, xx - yy) + np.float32(np.pi / 2)
    dx, dy = np.cos(angle), np.sin(angle)
    x = np.arange(large.shape[1], dtype=np.float32)[None, :]
    y = np.arange(large.shape[0], dtype=np.float32)[:, None]
    total: Array = large * 2
    for tap in (-2, -1, 1, 2):
        reach = np.float32(tap * 0.55 * scale)
        moved = cv2.remap(
            large, x + dx * reach, y + dy * reach, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
        )
        total += moved * (3 - abs(tap))
    return np.asarray(large + (total / 8 - large) * clear[..., None], np.float32)
