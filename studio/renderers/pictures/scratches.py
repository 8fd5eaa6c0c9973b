"""Scratches, dust and dirt on old photographs: where they are, and the picture without them.

A scratch bares the paper and dirt lies on it: they are as white as the whitest of the picture, in all three channels,
or darker than all of it. Wires, masts and hair are as light or dark as other things in it, and stay. Only where some
damage is sure, fainter marks of its kind are taken for damage too.
"""

from dataclasses import dataclass, replace

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.pictures.scratch_courses import gone_on

_NEAR = 30
"""How near to the picture's own whitest or darkest, in bytes, a scratch or speck is."""
_BELOW_BLACK = 6
"""So much darker than all else a dark scratch is: wires and twigs are dark lines too."""
_LEAST_PAPER, _LEAST_DIRT = 165, 185
"""Paper is at least that light in its darkest channel, and dirt that far from white in its lightest."""
_WORN, _VERY_WORN = 60, 100
"""So far below paper, in bytes, parts of a damage may be; and whole damages, where others are sure."""
_LEAST_CONTRAST = 24.0
_SURE = 0.15
"""So much of a scratch must be that light or dark."""
_LENGTHS = (16, 32)
"""Over so many pixels a line must go on without a break; over more where it is faint."""
_UNBROKEN = 0.78
_LINE, _SHORT, _SPECK = 0.05, (0.012, 0.08), 0.022
"""A long scratch is longer, a short one is between, a speck is smaller than so much of the picture's shorter side."""
_SLIM = 3.5
"""A short scratch is at least so many times as long as wide."""
_CROWDED = 0.06
"""Where more of the surroundings than this is fine detail, a small mark is a part of it."""
_LOOKED_AT = 1200
"""The longer side, about, at which damage is looked for."""
_CELLS = 5
_STREWN = 0.66
"""Dust lies in this share of the parts that chance would strew it in, or more; stars and lamps keep together."""
_MOST = 0.05
"""More of a picture than this is no damage that can be told from what it shows."""


@dataclass(frozen=True)
class _Layer:
    """A picture by how like paper (or dirt) it is: bytes, what is around each place, and how much it stands out."""

    likeness: Pixels
    ground: Pixels
    above: Pixels
    paper: float
    """From this likeness on it may be paper itself."""

    @property
    def unit(self) -> int:
        return int(min(self.likeness.shape))


def without_scratches(pixels: Pixels) -> Pixels:
    """The picture with its scratches and specks filled in from their sides."""
    return filled(pixels, scratches(pixels))


def filled(pixels: Pixels, mask: Array, room: int = 1) -> Pixels:
    """The picture with thin or small parts, and `room` pixels around them, filled in from their sides."""
    if not mask.any():
        return pixels
    unit = min(pixels.shape[:2])
    grown = cv2.dilate(
        mask.astype(np.uint8), np.ones((3, 3), np.uint8), iterations=room + (unit >= 1400)
    )
    return np.asarray(cv2.inpaint(pixels, grown, max(round(unit / 300), 3), cv2.INPAINT_TELEA))


def scratches(pixels: Pixels) -> Array:
    """Where the scratches and specks are, as a bool mask; at most 5 % of the picture, else nothing."""
    factor = max(round(max(pixels.shape[:2]) / _LOOKED_AT), 1)
    light = _layer(_shrunk(pixels.min(-1), factor), _LEAST_PAPER)
    dark = _layer(_shrunk(255 - pixels.max(-1), factor), _LEAST_DIRT)
    darker = replace(dark, paper=dark.paper + _NEAR + _BELOW_BLACK)
    lines = [_lines(layer) for layer in (light, darker)]
    detail = (_clear(light) | _clear(dark)) & ~_wider(lines[0] | lines[1])
    found = lines[0] | lines[1]
    for layer, line in zip((light, dark), lines, strict=True):
        found |= _small(layer, line, detail)
    if not 0 < found.mean() < _MOST:
        found[:] = False
    size = pixels.shape[1::-1]
    return cv2.resize(found.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST) > 0


def _shrunk(likeness: Pixels, factor: int) -> Pixels:
    """A layer so many times smaller that the thinnest scratch is as clear as before: the most of each square."""
    square = np.ones((factor, factor), np.uint8)
    most = cv2.dilate(likeness, square, anchor=(0, 0))
    return np.ascontiguousarray(most[::factor, ::factor])


def _layer(likeness: Pixels, least: int) -> _Layer:
    side = max(round(min(likeness.shape) / 36), 9) | 1
    ground = cv2.medianBlur(likeness, side)
    paper = float(np.clip(np.percentile(ground[::2, ::2], 99.6) - _NEAR, least, least + 40))
    return _Layer(likeness, ground, cv2.subtract(likeness, ground), paper)


def _clear(layer: _Layer) -> Array:
    """What stands out of its ground by more than things around it do."""
    side = layer.unit // 5 | 1
    usual = cv2.blur(np.minimum(layer.above, 60).astype(np.float32), (side, side))
    return np.asarray(layer.above > np.maximum(usual * 3, _LEAST_CONTRAST))


def _wider(mask: Array) -> Array:
    return cv2.dilate(mask.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0


def _lines(layer: _Layer) -> Array:
    """Long thin lines as light as paper; also worn ones, when there are others."""
    sure = _long(layer, _ridges(layer, layer.paper - _WORN, _LENGTHS[0]), _SURE)
    if not sure.any():
        return sure
    worn = _long(layer, _ridges(layer, layer.paper - _VERY_WORN, _LENGTHS[1]), 0)
    return gone_on(layer.likeness, sure | worn)


def _ridges(layer: _Layer, level: float, length: int) -> Array:
    """What is at least at a level, above both its sides, and goes on straight for a length in pixels."""
    wide = max(round(layer.unit / 170), 4)
    bright = layer.likeness > level
    height, width = bright.shape
    room = length + wide
    framed = cv2.copyMakeBorder(layer.likeness, *(room,) * 4, cv2.BORDER_REPLICATE)
    found = np.zeros_like(framed, np.uint8)
    least = round(_UNBROKEN * length)
    for turn in range(2 * length):
        angle = np.pi * turn / (2 * length)
        across = np.rint(wide * np.array([np.cos(angle), -np.sin(angle)])).astype(int)
        sides = [np.roll(framed, tuple(way * across), (0, 1)) for way in (1, -1)]
        over = cv2.subtract(framed, np.maximum(*sides))
        ridge = (over > _LEAST_CONTRAST) & (cv2.absdiff(*sides) < over // 2 + 12)
        ridge[room : room + height, room : room + width] &= bright
        whole = _along(ridge.astype(np.uint8), angle, length, np.add) >= least
        found |= _along(whole.astype(np.uint8), angle, length, np.bitwise_or) & ridge
    return found[room : room + height, room : room + width] > 0


def _along(layer: Array, angle: float, length: int, join: np.ufunc) -> Array:
    """At each place what `join` makes of the values along a line of a length, a power of two, with it as its middle."""
    steps = np.array([np.sin(angle), np.cos(angle)])
    total, gone, done = layer, np.zeros(2, int), 1
    while done < length:  # each round doubles the line
        shift = np.rint(steps * done).astype(int)
        total = join(total, np.roll(total, tuple(shift), (0, 1)))
        gone += shift
        done *= 2
    return np.asarray(np.roll(total, tuple(-(gone // 2)), (0, 1)))


def _long(layer: _Layer, mask: Array, least_sure: float) -> Array:
    """Of a mask's pieces those that are long, and paper in so much of them.

    What lies level is rather an edge or a glint, but where it goes nearly through, as a fold does; and what is upright
    and not long is a letter's stroke or a window's bar, unless other lines are clear.
    """
    joined = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    width, height = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    reach = np.hypot(width, height)
    sure = np.bincount(labels.ravel(), (layer.likeness > layer.paper).ravel(), count)
    level = height < np.maximum(3 + 0.02 * reach, 0.12 * reach)
    kept = (reach > layer.unit * _LINE) & (sure >= least_sure * stats[:, cv2.CC_STAT_AREA])
    kept &= ~level | (reach > 0.6 * layer.unit)
    kept[0] = False
    upright = width < 3 + 0.02 * reach
    clear = kept & (~upright | (reach > 0.2 * layer.unit))
    return np.asarray((kept if clear.any() else clear)[labels])


def _small(layer: _Layer, lines: Array, detail: Array) -> Array:
    """Specks and short scratches with no other fine detail around, strewn about as dust is."""
    free = _clear(layer) & ~_wider(lines)
    window = layer.unit // 12 | 1
    crowd = cv2.blur(detail.astype(np.float32), (window,) * 2, borderType=cv2.BORDER_REFLECT_101)
    kept = np.zeros(free.shape, bool)
    for level in layer.paper + np.array([_NEAR, 0, -_NEAR, -_WORN]):
        alone = _alone(layer, layer.likeness > level, free, crowd)
        count, labels, stats, middles = cv2.connectedComponentsWithStats(alone, connectivity=8)
        sure = np.bincount(labels.ravel(), (layer.likeness > layer.paper).ravel(), count)
        dust = sure > _SURE * stats[:, cv2.CC_STAT_AREA]
        dust[0] = False
        places = middles[dust][:, ::-1].astype(int)
        shows = max(level, layer.paper - _LEAST_CONTRAST) - _LEAST_CONTRAST
        if _strewn(places, layer.ground < shows):
            kept |= dust[labels]
    return kept


def _alone(layer: _Layer, mask: Array, free: Array, crowd: Array) -> Pixels:
    """Of what is above a level the small pieces that hang together with nothing, as bytes 0 and 1."""
    unit = layer.unit
    count, labels, stats, middles = cv2.connectedComponentsWithStats(
        mask.astype(np.uint8), connectivity=8
    )
    area = stats[:, cv2.CC_STAT_AREA]
    reach = np.hypot(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    speck = (reach < unit * _SPECK * 1.42) & (area > 0.2 * reach**2)
    short = (reach > unit * _SHORT[0]) & (reach <= unit * _SHORT[1]) & (reach**2 > _SLIM * area)
    # Where the mask is everywhere its background is nowhere, and has no middle.
    places = np.nan_to_num(middles[:, ::-1]).round().astype(int)
    middle = np.minimum(places, np.array(mask.shape) - 1)
    window = unit // 12 | 1
    lone = crowd[middle[:, 0], middle[:, 1]] - area / window**2 < _CROWDED
    clear = np.bincount(labels.ravel(), free.ravel(), count) > 0.6 * area
    fits = (speck | short) & (area >= 2) & lone & clear
    fits[0] = False
    return np.asarray(fits[labels], np.uint8)


def _strewn(places: Array, ground: Array) -> bool:
    """Whether specks lie about as chance strews them over the parts of the picture where they would show."""
    if len(places) < 8:
        return True
    rows, columns = ground.shape
    cells = cv2.resize(ground.astype(np.float32), (_CELLS, _CELLS), interpolation=cv2.INTER_AREA)
    open_cells = cells > 0.3
    taken = np.zeros((_CELLS, _CELLS), bool)
    taken[places[:, 0] * _CELLS // rows, places[:, 1] * _CELLS // columns] = True
    there = int(open_cells.sum())
    expected = there * (1 - (1 - 1 / max(there, 1)) ** len(places))
    return float((taken & open_cells).sum()) >= _STREWN * expected
