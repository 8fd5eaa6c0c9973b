"""Writing drawn once and laid over many frames."""

import re
from dataclasses import dataclass, replace

import cv2
import numpy as np
from PIL import Image, ImageDraw

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.films.written.colours import Colour
from studio.renderers.films.written.fonts import font, layout, runs, slanted
from studio.renderers.films.written.reading_order import leftward

_WIDE = re.compile(
    r"[\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]"
)
_PIECES = re.compile(
    rf"{_WIDE.pattern}[、。，．・：；！？」』）】〕〉》ー々…]*|[^\s\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]+|\s+"
)
_LINE_HEIGHT = 1.32
_MOST_LINES = 40
_SMALLEST_PX = 8


@dataclass(frozen=True)
class Pen:
    """How text is written: size in pixels, colours, weight; `box` is the colour of a plate behind it."""

    size_px: int
    colour: Colour = (255, 255, 255, 255)
    outline: Colour | None = (0, 0, 0, 255)
    weight: int = 600
    box: Colour | None = None
    slant: bool = False


@dataclass(frozen=True)
class Stamp:
    """A see-through picture, (height, width, 4), and where its left upper corner lies on the frame."""

    pixels: Pixels
    left: int
    top: int

    def lay(self, frame: Pixels) -> Pixels:
        """The frame with the stamp on it; the frame itself is left as it was."""
        rows, columns = frame.shape[:2]
        x0, y0 = max(self.left, 0), max(self.top, 0)
        x1 = min(self.left + self.pixels.shape[1], columns)
        y1 = min(self.top + self.pixels.shape[0], rows)
        out = frame.copy()
        if x1 <= x0 or y1 <= y0:
            return out
        part = self.pixels[y0 - self.top : y1 - self.top, x0 - self.left : x1 - self.left]
        alpha = part[..., 3:].astype(np.uint16)
        under = out[y0:y1, x0:x1].astype(np.uint16)
        mixed = (part[..., :3].astype(np.uint16) * alpha + under * (255 - alpha) + 127) // 255
        out[y0:y1, x0:x1] = mixed.astype(np.uint8)
        return out


def width_of(text: str, pen: Pen) -> float:
    """How wide a line is, in pixels."""
    total = 0.0
    for run in runs(text):
        shown, options = layout(run)
        total += font(
            slanted(run.file) if pen.slant else run.file, pen.size_px, pen.weight
        ).getlength(shown, **options)
    return total


def wrap(text: str, pen: Pen, most_px: float) -> list[str]:
    """Lines no wider than that: broken between words, between signs of Chinese and its kin, else within a word."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for piece in _PIECES.findall(paragraph.strip()):
            if not line and piece.isspace():
                continue
            if width_of(line + piece, pen) <= most_px:
                line += piece
                continue
            if line.strip():
                lines.append(line.rstrip())
            line = "" if piece.isspace() else piece
            while len(line) > 1 and width_of(line, pen) > most_px:
                part = _fitting(line, pen, most_px)
                lines.append(line[:part])
                line = line[part:]
        if line.strip():
            lines.append(line.rstrip())
        if len(lines) >= _MOST_LINES:
            break
    return lines[:_MOST_LINES]


def _fitting(word: str, pen: Pen, most_px: float) -> int:
    """How many letters of a word fit, at least one."""
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(word[:middle], pen) <= most_px:
            low = middle
        else:
            high = middle - 1
    return low


def written_within(
    text: str, pen: Pen, room: tuple[float, float], align: str = "center"
) -> Pixels | None:
    """A text as a see-through picture no larger than the room (width and height in pixels), None when it is empty.

    What is too long for it is written smaller, in letters of eight pixels at least.
    """
    while True:
        lines = wrap(text, pen, room[0])
        if not lines:
            return None
        tall = pen.size_px * (_LINE_HEIGHT * len(lines) + 0.75)
        fits = len(lines) < _MOST_LINES and tall < room[1]
        if fits or pen.size_px <= _SMALLEST_PX:
            return write(lines, pen, align)
        pen = replace(pen, size_px=max(int(pen.size_px * 0.92), _SMALLEST_PX))


def write(lines: list[str], pen: Pen, align: str = "center") -> Pixels:
    """The lines as a see-through picture, just large enough; `align` is left, center or right."""
    edge = max(round(pen.size_px / 11), 1) if pen.outline else 0
    pad = edge + (round(pen.size_px * 0.32) if pen.box else round(pen.size_px * 0.06))
    step = round(pen.size_px * _LINE_HEIGHT)
    widths = [width_of(line, pen) for line in lines]
    width = int(np.ceil(max(widths, default=1))) + 2 * pad
    height = step * max(len(lines), 1) + 2 * pad
    image = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    if pen.box:
        draw.rounded_rectangle(
            (0, 0, width - 1, height - 1), radius=pen.size_px * 0.3, fill=pen.box
        )
    for number, line in enumerate(lines):
        room = width - 2 * pad - widths[number]
        share = {"left": 0.0, "right": 1.0}.get(align, 0.5)
        x = pad + room * share
        y = pad + step * number + pen.size_px * 1.04
        _line(draw, line, (x, y), pen, edge)
    return np.asarray(image, np.uint8)


def _line(
    draw: ImageDraw.ImageDraw, text: str, at: tuple[float, float], pen: Pen, edge: int
) -> None:
    """Outline first, letters over it, so that no outline covers a neighbour."""
    passes = [(pen.outline, edge)] if pen.outline and edge else []
    for colour, stroke in [*passes, (pen.colour, 0)]:
        x = at[0]
        for run in runs(text):
            shown, options = layout(run)
            letters = font(slanted(run.file) if pen.slant else run.file, pen.size_px, pen.weight)
            draw.text(
                (x, at[1]), shown, font=letters, fill=colour, anchor="ls", stroke_width=stroke,
                stroke_fill=colour, **options,
            )  # fmt: skip
            x += letters.getlength(shown, **options)


def natural_align(text: str, align: str) -> str:
    """Left becomes right for text that is read from there."""
    swapped = {"left": "right", "right": "left"}
    return swapped.get(align, align) if leftward(text) else align


def faded(pixels: Pixels, opacity: float) -> Pixels:
    """The picture at an opacity 0 … 1."""
    out = pixels.copy()
    out[..., 3] = np.round(out[..., 3] * min(max(opacity, 0.0), 1.0)).astype(np.uint8)
    return out


def scaled(pixels: Pixels, width: int, height: int) -> Pixels:
    """A see-through picture at another size, without dark fringes."""
    shares: Array = pixels[..., 3:].astype(np.float32) / 255
    light = np.concatenate([pixels[..., :3] * shares, shares * 255], axis=2).astype(np.float32)
    way = cv2.INTER_AREA if width < pixels.shape[1] else cv2.INTER_CUBIC
    small = np.clip(cv2.resize(light, (width, height), interpolation=way), 0, 255)
    out = np.zeros((height, width, 4), np.uint8)
    out[..., 3] = np.round(small[..., 3])
    out[..., :3] = np.clip(small[..., :3] / np.maximum(small[..., 3:] / 255, 1e-3), 0, 255)
    return out
