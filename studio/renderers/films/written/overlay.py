"""Titles, labels and logos laid over a film."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from studio.renderers.api import RenderError, RenderRequest, RenderResult, Report
from studio.renderers.codecs.inputs import load_cut_out
from studio.renderers.drawing.canvas import Pixels
from studio.renderers.films.choices import MOST_OVERLAYS, OVERLAY_POSITIONS
from studio.renderers.films.finishing import bounded, even_size, given_film
from studio.renderers.films.source import Film
from studio.renderers.films.written.colours import read_colour
from studio.renderers.films.written.lettering import (
    Pen,
    Stamp,
    faded,
    natural_align,
    scaled,
    written_within,
)
from studio.renderers.films.written.stamping import frame_span, render_stamped

_MARGIN = 0.035
_MOST_LETTERS = 1000


def render_overlay(request: RenderRequest, out_dir: Path, report: Report) -> RenderResult:
    """Lays the items of `options["overlays"]` over `video1`, in order.

    An item has `kind` (text or image), `position` (one of `OVERLAY_POSITIONS`), `offsetX`, `offsetY` (pixels, inward),
    `startSeconds`, `endSeconds` (negative ones count from the end); a text has `text`, `fontSizePct`, `color`,
    `outlineColor`, `backgroundColor`, `fontWeight`; an image has `input` (its name in the inputs), `widthPct`,
    `opacity`, `fit` (contain or cover).
    """
    cv2.setNumThreads(1)
    film = given_film(request, "video1", "referenceVideo")
    items = list(request.options.get("overlays") or ())[:MOST_OVERLAYS]
    if not items:
        raise RenderError("There is nothing to lay over the video.")
    size = even_size(film)
    placed = [(_span(film, item, number), _stamp(request, item, number, size))
              for number, item in enumerate(items, 1)]  # fmt: skip
    return render_stamped(
        request,
        film,
        lambda frame: [stamp for span, stamp in placed if frame in span],
        out_dir,
        report,
    )


def _span(film: Film, item: Mapping[str, Any], number: int) -> range:
    whole = film.duration_s
    start = _moment(item.get("startSeconds"), 0.0, whole)
    end = min(_moment(item.get("endSeconds"), whole, whole), whole)
    if end <= start:
        raise RenderError(
            f"Overlay {number} would end before it starts; the video lasts {whole:.1f} seconds."
        )
    return frame_span(film, start, end)


def _moment(value: Any, usual: float, whole: float) -> float:
    moment = bounded(value, usual)
    return max(whole + moment, 0.0) if moment < 0 else moment


def _stamp(
    request: RenderRequest, item: Mapping[str, Any], number: int, size: tuple[int, int]
) -> Stamp:
    if item.get("kind") == "image":
        pixels = _picture(request, item, number, size)
        if item.get("fit") == "cover":
            return Stamp(pixels, 0, 0)
    else:
        pixels = _text(item, number, size)
    left, top = _place(item, (pixels.shape[1], pixels.shape[0]), size)
    return Stamp(pixels, left, top)


def _text(item: Mapping[str, Any], number: int, size: tuple[int, int]) -> Pixels:
    text = str(item.get("text") or "").replace("\\n", "\n").strip()[:_MOST_LETTERS]
    if not text:
        raise RenderError(f"Overlay {number} has no text.")
    share = bounded(item.get("fontSizePct"), 6, 1, 30) / 100
    box = str(item.get("backgroundColor") or "")
    pen = Pen(
        max(round(size[1] * share), 8),
        read_colour(str(item.get("color") or ""), (255, 255, 255, 255)),
        read_colour(str(item.get("outlineColor") or ""), (0, 0, 0, 255)),
        750 if item.get("fontWeight") == "bold" else 500,
        read_colour(box, (0, 0, 0, 0)) if box else None,
    )
    position = str(item.get("position") or "center")
    align = position.rpartition("-")[2]
    room = size[0] * (1 - 2 * _MARGIN) * 0.96, size[1] - 2 * min(size) * _MARGIN
    align = align if "\n" in text else natural_align(text, align)
    pixels = written_within(text, pen, room, align)
    assert pixels is not None, "there is text"
    return pixels


def _picture(
    request: RenderRequest, item: Mapping[str, Any], number: int, size: tuple[int, int]
) -> Pixels:
    source = request.inputs.get(str(item.get("input") or ""))
    if source is None:
        raise RenderError(f"Overlay {number} has no picture.")
    colours, opacity = load_cut_out(source, 4096)
    solid = np.full(colours.shape[:2], 255, np.uint8)
    pixels = np.dstack([colours, solid if opacity is None else opacity])
    rows, columns = pixels.shape[:2]
    if item.get("fit") == "cover":
        scale = max(size[0] / columns, size[1] / rows)
        fitted = (max(round(columns * scale), size[0]), max(round(rows * scale), size[1]))
        left, top = (fitted[0] - size[0]) // 2, (fitted[1] - size[1]) // 2
        pixels = scaled(pixels, *fitted)[top : top + size[1], left : left + size[0]]
    else:
        width = size[0] * bounded(item.get("widthPct"), 15, 1, 100) / 100
        scale = min(width / columns, size[1] / rows)
        pixels = scaled(pixels, max(round(columns * scale), 1), max(round(rows * scale), 1))
    return faded(pixels, bounded(item.get("opacity"), 1.0, 0.0, 1.0))


def _place(item: Mapping[str, Any], of: tuple[int, int], size: tuple[int, int]) -> tuple[int, int]:
    """Left upper corner: at the anchor, a safe margin inside, moved inward by the offsets."""
    position = str(item.get("position") or "center")
    if position not in OVERLAY_POSITIONS:
        raise RenderError(f"A position can be one of {', '.join(OVERLAY_POSITIONS)}.")
    margin = round(min(size) * _MARGIN)
    dx, dy = (round(bounded(item.get(name), 0, -9999, 9999)) for name in ("offsetX", "offsetY"))
    rows, _, columns = position.partition("-")
    left, top = (size[0] - of[0]) // 2 + dx, (size[1] - of[1]) // 2 + dy
    if columns == "left":
        left = margin + dx
    elif columns == "right":
        left = size[0] - of[0] - margin - dx
    if rows == "top":
        top = margin + dy
    elif rows == "bottom":
        top = size[1] - of[1] - margin - dy
    return left, top
