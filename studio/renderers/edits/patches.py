"""A hole in a picture made up from patches of the rest of it, coarse to fine (Barnes et al. 2009)."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels

_REACH = 3
"""A patch is so many pixels to each side of its middle."""
_WORKED_AT = 300
"""The longer side at which patches are found; their finest grain is then copied from the whole picture."""
_LEAST = 24
_ROUNDS = 3
"""How often, on each scale, patches are looked for and the hole painted from them."""
_FAR = 0.35
"""What a patch's distance costs against its unlikeness: what is near goes on most naturally."""
_SHIFTS = ((0, 1), (1, 0), (0, -1), (-1, 0))


def completed(pixels: Pixels, hole: Array, guess: Pixels, rng: np.random.Generator) -> Pixels:
    """The picture with its hole (bool) made up; `guess` is a plain filling to begin from. Where nothing is left to
    take patches from it is the guess itself."""
    scale = min(_WORKED_AT / max(hole.shape), 1.0)
    levels = max(int(np.log2(max(min(hole.shape) * scale / _LEAST, 1))), 0)
    start: Array = guess
    found: Array | None = None
    for level in range(levels, -1, -1):
        small, missing, start = _at(pixels, hole, guess if level > 1 else start, scale / 2**level)
        places = _places(missing)
        if not len(places[1]):
            return guess
        found = _grown(found, missing.shape, places, rng)
        for _ in range(_ROUNDS):
            found = _searched(start, found, places, rng)
            if (
                level <= 1
            ):  # coarser ones hold on to the guess, which knows what goes on behind the hole
                start = _painted(small, missing, start, found)
    assert found is not None
    return _at_full_size(pixels, hole, found)


def _at(pixels: Pixels, hole: Array, start: Array, scale: float) -> tuple[Array, Array, Array]:
    """The picture on a scale, its hole, and the picture with the hole filled by what is there of it so far."""
    size = max(round(hole.shape[1] * scale), 9), max(round(hole.shape[0] * scale), 9)
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    missing = cv2.resize(hole.astype(np.float32), size, interpolation=cv2.INTER_AREA) > 0.02
    way = cv2.INTER_AREA if start.shape[0] > size[1] else cv2.INTER_LINEAR
    filled = cv2.resize(start, size, interpolation=way).astype(np.float32)
    return small, missing, np.where(missing[..., None], filled, small)


def _places(missing: Array) -> tuple[Array, Array]:
    """The middles of patches that touch the hole, and of those that are whole, each as (count, 2) of row, column."""
    side = 2 * _REACH + 1
    touched = cv2.dilate(missing.astype(np.uint8), np.ones((side, side), np.uint8)) > 0
    inside = np.zeros_like(touched)
    inside[_REACH:-_REACH, _REACH:-_REACH] = True
    return np.argwhere(touched & inside), np.argwhere(~touched & inside)


def _grown(
    found: Array | None,
    shape: tuple[int, int],
    places: tuple[Array, Array],
    rng: np.random.Generator,
) -> Array:
    """For each place of the picture where its patch comes from: of the coarser scale, or by chance."""
    targets, sources = places
    made = _grid(shape)
    made[targets[:, 0], targets[:, 1]] = sources[rng.integers(len(sources), size=len(targets))]
    if found is None:
        return made
    ratio = np.array(shape) / found.shape[:2]
    rows, columns = (np.minimum(targets / ratio, np.array(found.shape[:2]) - 1).astype(int)).T
    moved = (found[rows, columns] - np.stack([rows, columns], -1)) * ratio
    better = targets + np.rint(moved).astype(int)
    whole = _whole(shape, sources)
    fits = _inside(better, shape)
    fits[fits] = whole[better[fits, 0], better[fits, 1]]
    made[targets[fits, 0], targets[fits, 1]] = better[fits]
    return made


def _grid(shape: tuple[int, ...]) -> Array:
    """(height, width, 2): the row and column of each pixel."""
    return np.asarray(np.moveaxis(np.indices(shape[:2]), 0, -1).copy())


def _whole(shape: tuple[int, int], sources: Array) -> Array:
    allowed = np.zeros(shape, bool)
    allowed[sources[:, 0], sources[:, 1]] = True
    return allowed


def _inside(where: Array, shape: tuple[int, ...]) -> Array:
    return np.asarray(((where >= 0) & (where < np.array(shape[:2]))).all(-1))


def _searched(
    picture: Array, found: Array, places: tuple[Array, Array], rng: np.random.Generator
) -> Array:
    """Better patches: those of the neighbours moved along, and ones by chance ever nearer to the best so far."""
    targets, sources = places
    shape = found.shape[:2]
    allowed = _whole(shape, sources)
    patches = _patches(picture)
    own = patches[targets[:, 0], targets[:, 1]]
    best = found[targets[:, 0], targets[:, 1]]
    cost = _costs(patches, own, targets, best, allowed)
    reach = max(shape)
    while reach >= 1:
        for shift in _SHIFTS:
            side = np.clip(targets + np.array(shift), 0, np.array(shape) - 1)
            best, cost = _the_better(
                patches, own, targets, best, cost, allowed, found[side[:, 0], side[:, 1]] - shift
            )
            found[targets[:, 0], targets[:, 1]] = best
        near = best + rng.integers(-reach, reach + 1, best.shape)
        best, cost = _the_better(patches, own, targets, best, cost, allowed, near)
        found[targets[:, 0], targets[:, 1]] = best
        reach //= 3
    return found


def _patches(picture: Array) -> Array:
    """(height, width, values) of the patch round each pixel, every second pixel of it."""
    framed = cv2.copyMakeBorder(picture, *(_REACH,) * 4, cv2.BORDER_REFLECT_101)
    height, width = picture.shape[:2]
    steps = range(0, 2 * _REACH + 1, 2)
    return np.concatenate([framed[y : y + height, x : x + width] for y in steps for x in steps], -1)


def _costs(patches: Array, own: Array, targets: Array, where: Array, allowed: Array) -> Array:
    """How unlike and how far each proposed patch is; infinite where there is none."""
    fits = _inside(where, allowed.shape)
    fits[fits] = allowed[where[fits, 0], where[fits, 1]]
    cost = np.full(len(where), np.inf, np.float32)
    there = where[fits]
    unlike = ((patches[there[:, 0], there[:, 1]] - own[fits]) ** 2).mean(-1)
    away = np.hypot(*(there - targets[fits]).T) / max(allowed.shape)
    cost[fits] = unlike + (_FAR * 255 * away) ** 2 / 16
    return cost


def _the_better(
    patches: Array,
    own: Array,
    targets: Array,
    best: Array,
    cost: Array,
    allowed: Array,
    offered: Array,
) -> tuple[Array, Array]:
    other = _costs(patches, own, targets, offered, allowed)
    gains = other < cost
    return np.where(gains[:, None], offered, best), np.minimum(other, cost)


def _painted(small: Array, missing: Array, start: Array, found: Array) -> Array:
    """The hole as the middle of what all patches over each of its pixels say."""
    holes = np.argwhere(missing)
    shape = np.array(missing.shape)
    total = np.zeros((len(holes), 3), np.float32)
    for down in range(-2, 3):
        for right in range(-2, 3):
            middle = np.clip(holes + (down, right), 0, shape - 1)
            place = np.clip(found[middle[:, 0], middle[:, 1]] - (down, right), 0, shape - 1)
            total += small[place[:, 0], place[:, 1]]
    made = start.copy()
    made[holes[:, 0], holes[:, 1]] = total / 25
    return made


def _at_full_size(pixels: Pixels, hole: Array, found: Array) -> Pixels:
    """The hole filled from where its patches come from, with all the detail there is there."""
    ratio = np.array(hole.shape) / found.shape[:2]
    moves = (found - _grid(found.shape)) * ratio
    rows, columns = np.nonzero(hole)
    total = np.zeros((len(rows), 3), np.float32)
    edge = np.array(found.shape[:2]) - 1
    for down, right in ((0, 0), (-1, 0), (1, 0), (0, -1), (0, 1)):
        y = np.clip((rows / ratio[0]).astype(int) + down, 0, edge[0])
        x = np.clip((columns / ratio[1]).astype(int) + right, 0, edge[1])
        move = np.rint(moves[y, x]).astype(int)
        at_y = np.clip(rows + move[:, 0], 0, hole.shape[0] - 1)
        at_x = np.clip(columns + move[:, 1], 0, hole.shape[1] - 1)
        total += pixels[at_y, at_x]
    made = pixels.copy()
    made[rows, columns] = np.clip(total / 5 + 0.5, 0, 255).astype(np.uint8)
    return made
