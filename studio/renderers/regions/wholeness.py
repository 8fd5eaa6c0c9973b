"""A part made whole: where a shape ends without an edge, the thing goes on, up to where there is one."""

import itertools

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.regions.clusters import clusters
from studio.renderers.regions.colours import steepness, to_lab
from studio.renderers.regions.matte import whole_shapes
from studio.renderers.regions.pieces import among
from studio.renderers.regions.proposals import land
from studio.renderers.regions.rarity import opened

_CLEAREST, _COUNT = 6.0, 7
"""The clearest step of colour (Lab, shadows opened) that need not end a thing, and how many fainter ones are tried."""
_ALIKE = ((4.0, 1.0), (8.0, 0.95), (13.0, 0.88), (25.0, 0.8))
"""How far a colour may be from those at the loose end, lightness counted less, and what a whole of such is worth."""
_OPEN = 0.07
"""A shape with no step along more than this share of its outline may be a part of a thing."""
_MORE, _MOST = 1.2, 6.0
"""A whole is at least and at most so many times as large as its part."""
_PLAIN, _SOLID = 6.0, 0.42
"""An outline, in roots of the area, that is not yet ragged; the least share of its hull that a thing fills."""
_LOW, _TALL = 0.35, 0.3
"""How far above its lower end, in its heights, a part may go on; how high, in its widths, what is added is at least."""
_SHOULDERS, _THICK = 2.8, 0.22
"""How many times as wide as a head, with its hair, shoulders are at most; how thick, in their widths, at least."""
_OWN, _MIXED = 4.0, 0.35
"""How far, in Lab, a colour is from those of the backdrop to be none of them; how much of a bust may be of these."""
_FAINT, _CLEAR = 0.3, 3.0
"""The least step that closes an outline, as a share of its usual one; one that is as clear as any."""
_LEAST, _AS_GOOD = 0.3, 0.9
"""What is rated less, by itself or beside the part, is no whole."""

_CLEARER, _NO_EDGE, _FEW = 1.03, 0.4, 6
"""So many times as clear an outline must get by what is taken off; how faint, beside the usual, an edge is none; how
much of it, in pixels, must be so."""
_STEEPEST, _BACKDROP, _KEPT, _WIDER = 3.5, (3.0, 6.0, 10.0), 0.5, 0.7
"""What step of colour may be in a backdrop, how far it may be off its own colours, how much of a shape is kept at
least, and how wide, in its areas, a backdrop goes on."""


def made_whole(small: Pixels, part: Pixels, lights: Pixels) -> Pixels:
    """The thing a shape is a part of; the shape itself when it has an edge all round, or no whole can be told.

    It does not go on into `lights`, a sun in its glow or its path on water.
    """
    lab = cv2.GaussianBlur(to_lab(opened(small)), (0, 0), 1.1)
    steps = steepness(lab)
    usual = float(np.percentile(steps, 60))
    best, found = max(_LEAST, _AS_GOOD * _outlined(steps, part, usual)), None
    for start, bust in ((_loose_end(steps, part), False), (_below(part), True)):
        if start is None:
            continue
        apart = _unlike(lab, start)
        levels = np.geomspace(_CLEAREST, max(1.25 * usual, 0.4), _COUNT)
        for level, (alike, trust) in itertools.product(levels, _ALIKE):
            whole = _grown((steps < level) & (apart < alike) & ~lights, part, start)
            if whole is None or not (
                _is_bust(lab, part, whole) if bust else _runs_down(part, whole)
            ):
                continue
            worth = trust * _worth(steps, part, whole, usual)
            if worth > best:
                best, found = worth, whole
    return part if found is None else _settled(lab, found)


def trimmed(small: Pixels, whole: Pixels) -> Pixels:
    """A shape without what hangs on to it of a backdrop: where its outline follows no edge and it is within as it is
    beyond, up to the next edge; the shape itself where no rest of it has a clearer outline."""
    lab = cv2.GaussianBlur(to_lab(opened(small)), (0, 0), 0.7)
    steps = steepness(lab)
    rim = _rim(whole)
    if not rim.any():
        return whole
    loose = rim & (_near_steps(steps) < np.median(steps[rim]) * _NO_EDGE)
    beyond = _grown_by(loose, 7) & ~whole
    if loose.sum() < _FEW or not beyond.any():
        return whole
    usual, apart = float(np.percentile(steps, 60)), _unlike(lab, beyond)
    best, found = _CLEARER * _outlined(steps, whole, usual), whole
    levels = np.geomspace(_STEEPEST, max(1.25 * usual, 0.4), 4)
    for level, alike in itertools.product(levels, _BACKDROP):
        rest = _rest(whole, loose, (steps < level) & (apart < alike))
        worth = 0.0 if rest is None else _outlined(steps, rest, usual)
        if rest is not None and worth > best:
            best, found = worth, rest
    return found


def _rest(whole: Pixels, loose: Pixels, calm: Pixels) -> Pixels | None:
    """A shape without the calm places that are reached from its loose ends; None where that is nothing, or most of it,
    or where it is not the backdrop that goes on there: a part of the thing that was left out is smaller."""
    free = cv2.morphologyEx(
        (calm | loose).astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)
    )
    count, pieces = cv2.connectedComponents(free, connectivity=4)
    reached = among(pieces, count, pieces[_grown_by(loose, 3)]) & (pieces > 0)
    if (reached & ~whole).sum() < _WIDER * max(int(whole.sum()), 1):
        return None
    rest = whole_shapes(whole & ~_grown_by(reached & whole, 3))
    return rest if _KEPT * whole.sum() < rest.sum() < whole.sum() else None


def _grown_by(place: Pixels, side: int) -> Pixels:
    return np.asarray(cv2.dilate(place.astype(np.uint8), np.ones((side, side), np.uint8)) > 0)


def _unlike(lab: Array, start: Pixels) -> Array:
    """How far each colour is from the nearest of a few of those at a place."""
    known = lab[start]
    heaps = clusters(known, min(3, len(known)))[1]
    weight = np.array([0.7, 1, 1], np.float32)
    return np.asarray(np.min([np.linalg.norm((lab - one) * weight, axis=-1) for one in heaps], 0))


def _rim(shape: Pixels) -> Pixels:
    """The outermost pixels of a shape, but for those on the picture's border."""
    inner = cv2.erode(shape.astype(np.uint8), np.ones((3, 3), np.uint8), borderValue=1)
    return np.asarray(shape & (inner == 0))


def _near_steps(steps: Array) -> Array:
    """The clearest step within two pixels: an outline may run a little beside its edge."""
    return np.asarray(cv2.dilate(steps, np.ones((5, 5), np.uint8)))


def _loose_end(steps: Array, part: Pixels) -> Pixels | None:
    """Where the outline of a shape follows no edge; None where that is hardly anywhere."""
    rim = _rim(part)
    loose = rim & (_near_steps(steps) < np.percentile(steps[rim], 60) * 0.5) if rim.any() else rim
    return loose if loose.sum() > _OPEN * max(int(rim.sum()), 1) else None


def _grown(calm: Pixels, part: Pixels, start: Pixels) -> Pixels | None:
    """The shape and all calm places that are reached from its loose end; None where that is nothing."""
    free = (calm & ~land((calm | part).astype(np.uint8)).astype(bool)) | part
    cleared = cv2.morphologyEx(free.astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    count, pieces = cv2.connectedComponents(cleared | part.astype(np.uint8), connectivity=4)
    reached = among(pieces, count, pieces[start]) & (pieces > 0)
    grown = cv2.dilate(reached.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    return whole_shapes(grown | part) if reached.any() else None


def _worth(steps: Array, part: Pixels, whole: Pixels, usual: float) -> float:
    """How much like a thing a grown shape is: of one clear and plain outline; 0 for land and what is hardly larger."""
    area = int(whole.sum())
    sized = _MORE * part.sum() < area < min(_MOST * part.sum(), 0.6 * whole.size)
    if not sized or (whole[:, 0].any() and whole[:, -1].any()) or _solid(whole) < _SOLID:
        return 0.0
    return _outlined(steps, whole, usual) * float((area / part.sum()) ** 0.15)


def _outlined(steps: Array, shape: Pixels, usual: float) -> float:
    """How clear, closed, and plain the outline of a shape is, 0 … 1.5."""
    rim = _rim(shape)
    edge = _near_steps(steps)[rim]
    if not len(edge):
        return 0.0
    closed = float((edge > max(1.5 * usual, min(_FAINT * np.median(edge), 0.8 * _CLEAR))).mean())
    plain = min(1.0, _PLAIN * np.sqrt(shape.sum()) / len(edge))
    clear = 0.5 + np.clip(edge / _CLEAR, 0, 1).mean()
    return float(closed**4 * clear * plain**0.3)


def _solid(shape: Pixels) -> float:
    """Which share of its hull a shape fills."""
    hull = cv2.contourArea(cv2.convexHull(cv2.findNonZero(shape.astype(np.uint8))))
    return float(shape.sum() / max(hull, 1))


def _below(part: Pixels) -> Pixels | None:
    """What lies close under the lowest part of a shape; None where it stands on the lower border."""
    rows = np.flatnonzero(part.any(1))
    if rows[-1] > part.shape[0] - 8:
        return None
    moved = np.zeros_like(part)
    moved[6:] = part[:-6]
    moved[: round(0.25 * rows[0] + 0.75 * rows[-1])] = False
    under = np.asarray(moved & ~part)
    return under if under.any() else None


def _runs_down(part: Pixels, whole: Pixels) -> bool:
    """Whether what was added lies by its middle near the lower end of the shape or below, and is no flat stretch."""
    seam = cv2.dilate(part.astype(np.uint8), np.ones((5, 5), np.uint8))
    beyond = (whole & (seam == 0)).astype(np.uint8)
    added = cv2.morphologyEx(beyond, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)) > 0
    if not added.any() or whole[-8:].any(0).sum() > _width(part):
        return False  # what stands broadly on the lower border is the ground
    rows, more = np.flatnonzero(part.any(1)), np.nonzero(added)[0]
    low = more.mean() > rows[-1] - _LOW * (rows[-1] - rows[0])
    return bool(low and added.any(1).sum() > _TALL * added.any(0).sum())


def _width(part: Pixels) -> int:
    """In how many columns more of a shape is than a thin end."""
    columns = part.sum(0)
    return int((columns > 0.15 * columns.max()).sum())


def _is_bust(lab: Array, part: Pixels, whole: Pixels) -> bool:
    """Whether what was added carries the shape as shoulders do a head.

    It is wide and thick, reaches the lower border and not the sides, and has a colour that the backdrop has not.
    """
    foot, added = int(np.flatnonzero(part.any(1))[-1]), whole & ~part
    if (
        not 1 < whole[-1].sum() / _width(part) < _SHOULDERS
        or whole[:, :4].any()
        or whole[:, -4:].any()
    ):
        return False
    flat = added.sum() < _THICK * added.any(0).sum() ** 2
    if flat or added[:foot].sum() > 0.5 * added.sum():
        return False
    backdrop = clusters(_backdrop(lab), 6)[1]
    alike = np.min([np.linalg.norm(lab[added] - one, axis=-1) for one in backdrop], axis=0) < _OWN
    return bool(alike.mean() < _MIXED)


def _backdrop(lab: Array) -> Array:
    """The colours along the upper border and the upper halves of the sides."""
    half = len(lab) // 2
    edges = (lab[:3], lab[:half, :3], lab[:half, -3:])
    return np.concatenate([one.reshape(-1, 3) for one in edges])


def _settled(lab: Array, whole: Pixels) -> Pixels:
    """The whole with its border where the colours on its two sides meet, within a few pixels."""
    grown = whole.astype(np.uint8)
    core = cv2.erode(grown, np.ones((5, 5), np.uint8), borderValue=1) > 0
    far = cv2.dilate(grown, np.ones((9, 9), np.uint8)) == 0
    own, other = (np.linalg.norm(lab - _around(lab, side), axis=-1) for side in (core, far))
    return whole_shapes(core | (~far & (own < other)))


def _around(lab: Array, side: Pixels) -> Array:
    """The mean colour of what of a side is close to each place."""
    weight = cv2.blur(side.astype(np.float32), (15, 15)) + np.float32(1e-4)
    return np.asarray(cv2.blur(lab * side[..., None], (15, 15)) / weight[..., None])
