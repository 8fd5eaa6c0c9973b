"""Lines of print set in a room on a sheet: the title large, what is above and below it small, nothing overlapping."""

from dataclasses import dataclass, replace

from studio.renderers.drawing.canvas import Pixels
from studio.renderers.films.written.lettering import Pen, Stamp, width_of, wrap, write
from studio.renderers.prompts.printed import DETAIL, KICKER, MAIN, SECOND, Line

_SHRINK, _SMALLEST_PX = 0.92, 8
_LARGEST = 1.15
_LEAST_STEP = 0.72
"""No other line is set larger than this, as a share of the title's letters."""
_THIN = "\u2009"
"""A thin space, between letters that are set wide."""


Ink = tuple[int, int, int]
"""A colour of letters, in bytes."""


@dataclass(frozen=True)
class Face:
    """How lines are set: weights, whether the title slants or stands in capitals, and to which side they lean."""

    weight: int = 700
    slant: bool = False
    capitals: bool = False
    align: str = "center"


@dataclass(frozen=True)
class Room:
    """Where lines may stand, in pixels."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Row:
    """One line as it is set: its stamp, its rank, and the size of its letters in pixels."""

    stamp: Stamp
    rank: str
    size_px: int
    after: float = 0.0
    """What is left free under it, in pixels."""


_SIZES = {KICKER: 0.042, MAIN: 0.135, SECOND: 0.058, DETAIL: 0.044}
"""Letters of each rank, as shares of the room's shorter side (widened for what is short)."""
_MOST_LINES = {KICKER: 2, MAIN: 4, SECOND: 3, DETAIL: 2}
_GAPS = {KICKER: 0.5, MAIN: 0.3, SECOND: 0.4, DETAIL: 0.12}
"""What is left free under a row, in its own letters."""


def set_lines(
    lines: tuple[Line, ...],
    room: Room,
    unit: float,
    face: Face,
    inks: tuple[Ink, Ink],
    large: float = 1.0,
) -> list[Row]:
    """The rows, one under another in the middle of the room; `inks` are of the title and of the rest.

    `large` is how large the title is, 1 as usual. What does not fit is set smaller, all in proportion.
    """
    scale = _LARGEST
    while True:
        titles = [
            _rows(line, room, unit * scale, face, inks, large)
            for line in lines
            if line.rank == MAIN
        ]
        most = min((row.size_px for part in titles for row in part), default=unit) * _LEAST_STEP
        rows = [
            row
            for line in lines
            for row in (
                titles.pop(0)
                if line.rank == MAIN
                else _rows(line, room, min(unit * scale, most / _SIZES[line.rank]), face, inks)
            )
        ]
        tall = sum(_height(row) for row in rows)
        if tall <= room.height or scale < 0.2:
            return _stacked(rows, room, face, tall)
        scale *= _SHRINK


def _rows(
    line: Line,
    room: Room,
    unit: float,
    face: Face,
    inks: tuple[Ink, Ink],
    large: float = 1.0,
) -> list[Row]:
    """A line broken where it must be, each part written."""
    title = line.rank == MAIN
    size = unit * _SIZES[line.rank] * (_growth(line.text) * large if title else 1)
    weight = face.weight if title else 600 if line.rank == KICKER else 500
    pen = Pen(
        max(round(size), _SMALLEST_PX),
        (*inks[0 if title else 1], 255),
        None,
        weight,
        slant=face.slant and title,
    )
    text = line.text.upper() if (title and face.capitals) or line.rank == KICKER else line.text
    wide = line.rank == KICKER
    words = wrap(text, pen, room.width / (1.32 if wide else 1))
    while pen.size_px > _SMALLEST_PX and not _fits(
        text, words, pen, room.width, _MOST_LINES[line.rank]
    ):
        pen = replace(pen, size_px=max(int(pen.size_px * _SHRINK), _SMALLEST_PX))
        words = wrap(text, pen, room.width / (1.32 if wide else 1))
    shown = [
        _THIN.join(word).replace(f"{_THIN} {_THIN}", "  ") if wide else word
        for word in _even(words, pen, room.width)
    ]
    stamps = [Stamp(write([word], pen), 0, 0) for word in shown]
    gap = pen.size_px * _GAPS[line.rank]
    return [
        Row(stamp, line.rank, pen.size_px, gap if stamp is stamps[-1] else 0.0) for stamp in stamps
    ]


def _growth(text: str) -> float:
    """How much larger a short title is set than a long one."""
    return 1.75 if len(text) <= 5 else 1.25 if len(text) <= 12 else 1.0 if len(text) <= 30 else 0.66


def _fits(text: str, words: list[str], pen: Pen, width: float, most: int) -> bool:
    """Whether no word was broken, and the lines are no more than `most`."""
    whole = all(width_of(word, pen) <= width for word in text.split())
    return whole and len(words) <= most


def _even(words: list[str], pen: Pen, width: float) -> list[str]:
    """The same lines of about the same length, where that takes no more of them."""
    if len(words) < 2:
        return words
    text, room = " ".join(words), width
    best = words
    while room > width * 0.4:
        room *= 0.94
        tried = wrap(text, pen, room)
        if len(tried) > len(words) or any(width_of(word, pen) > room for word in text.split()):
            return best
        best = tried
    return best


def _height(row: Row) -> float:
    tall: int = row.stamp.pixels.shape[0]
    return tall * (0.84 if row.rank == MAIN else 0.94) + row.after


def _stacked(rows: list[Row], room: Room, face: Face, tall: float) -> list[Row]:
    """The rows at their places."""
    top = room.top + max(room.height - tall, 0) / 2
    found = []
    for row in rows:
        width = row.stamp.pixels.shape[1]
        share = {"left": 0.0, "right": 1.0}.get(face.align, 0.5)
        left = room.left + (room.width - width) * share
        found.append(replace(row, stamp=Stamp(row.stamp.pixels, round(left), round(top))))
        top += _height(row)
    return found


def lay(pixels: Pixels, rows: list[Row]) -> Pixels:
    """The picture with the rows on it."""
    for row in rows:
        pixels = row.stamp.lay(pixels)
    return pixels
