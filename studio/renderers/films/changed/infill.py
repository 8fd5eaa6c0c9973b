"""The place where a subject was, filled with what its surroundings go on as: texture, lines and light."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels

_COARSE = 200
_STEP = 2
_UPS = (-6, -3, 0, 3, 6)
"""How far aside (in steps) and up or down (in coarse pixels) what fills the hole may come from."""
_FAR, _MISSING = 0.06, 90.0
"""What a coarse pixel of distance and a hole that stays open cost, in bytes of difference along the border."""
_RING = 9
_ROUNDS, _NOTHING_LEFT = 3, 0.002
_CALMING = (12, 9, 7, 5, 5, 4, 3, 3, 2)
"""Blurs, in coarse pixels, by which what runs into a hole from its border becomes even."""
_UNLIKE, _PLAIN = 30.0, 2.0
"""A cost that is high, and so little detail around the hole that it may be filled without any."""
_Moves = list[tuple[int, int]]


def filled_behind(pixels: Pixels, alpha: Array) -> Pixels:
    """The picture with its subject (`alpha` 0 … 1) gone: what is beside it is moved into the hole and fitted to it."""
    return Filling().over(pixels, alpha)


class Filling:
    """One hole filled in frame after frame from where it was filled in the first: steady, and what moves goes on."""

    def __init__(self) -> None:
        self._rounds: list[_Moves] = []

    def over(self, pixels: Pixels, alpha: Array) -> Pixels:
        """The next frame without what is under `alpha`, 0 … 1, the same in every frame."""
        small, mask = _coarse(pixels, alpha)
        if mask.all() or not mask.any():
            return pixels.copy()
        first = not self._rounds
        for number in range(_ROUNDS if first else len(self._rounds)):
            if first:
                self._rounds.append(_moves(small, mask))
            moves = self._rounds[number]
            wide = _wide(_smooth(small, mask), pixels)
            # the second best first: the best lies over it where it has something
            for move in reversed(moves):
                wide = _moved_in(pixels, wide, small, mask, move)
            pixels = _over(pixels, wide, mask)
            left = np.logical_and.reduce([mask, *(_moved(mask, move) for move in moves)])
            if not moves or left.mean() < _NOTHING_LEFT:
                break
            small, mask = cv2.resize(pixels, mask.shape[::-1], interpolation=cv2.INTER_AREA), left
            small = small.astype(np.float32)
        return pixels


def filled_softly(pixels: Pixels, alpha: Array) -> Pixels:
    """The picture with its subject gone, its surroundings running into the hole without texture: steady in a film."""
    small, mask = _coarse(pixels, alpha)
    return _over(pixels, _wide(_smooth(small, mask), pixels), mask)


def _coarse(pixels: Pixels, alpha: Array) -> tuple[Array, Pixels]:
    """The picture at 200 pixels, and where the hole is in it, with some room."""
    rows, columns = pixels.shape[:2]
    scale = min(_COARSE / max(rows, columns), 1.0)
    size = (max(round(columns * scale), 8), max(round(rows * scale), 8))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    hole = cv2.resize(alpha, size, interpolation=cv2.INTER_AREA) > 0.04
    return small, cv2.dilate(hole.astype(np.uint8), np.ones((7, 7), np.uint8)) > 0


def _wide(small: Array, pixels: Pixels) -> Array:
    size = pixels.shape[1::-1]
    return np.asarray(cv2.resize(np.clip(small, 0, 255), size, interpolation=cv2.INTER_CUBIC))


def _over(pixels: Pixels, wide: Array, mask: Pixels) -> Pixels:
    """The picture with what fills the hole laid over it, softly at the border."""
    size = pixels.shape[1::-1]
    cover = cv2.resize(mask.astype(np.float32), size, interpolation=cv2.INTER_LINEAR)
    share: Array = np.clip(cv2.GaussianBlur(cover, (0, 0), max(size) / 160) * 1.3, 0, 1)
    mixed = pixels + (wide - pixels) * share[..., None]
    return np.asarray(np.clip(mixed + 0.5, 0, 255), np.uint8)


def _smooth(small: Array, mask: Pixels) -> Array:
    """Numbers that run softly from around a hole into it, coarse first, then finer."""
    known = (~mask).astype(np.float32) + np.float32(1e-5)
    around: Array = small * known[..., None]
    filled: Array = np.full_like(small, around.sum((0, 1)) / known.sum())
    for sigma in (60.0, 24.0, 10.0, 4.0, 1.6):
        weight = cv2.GaussianBlur(known, (0, 0), sigma)[..., None]
        near = cv2.GaussianBlur(around, (0, 0), sigma) / weight
        filled = filled + (near - filled) * np.clip(weight * 12, 0, 1)
    hole = mask[..., None]
    filled = np.where(hole, filled, small)
    for sigma in _CALMING:
        filled = np.where(hole, cv2.GaussianBlur(filled, (0, 0), sigma), small)
    return np.asarray(filled, np.float32)


def _moves(small: Array, mask: Pixels) -> _Moves:
    """From where the hole is filled best, in coarse pixels across and down: the best place of each side, best first."""
    width = mask.shape[1]
    ring = cv2.dilate(mask.astype(np.uint8), np.ones((_RING, _RING), np.uint8)) > 0
    ring_y, ring_x = np.nonzero(ring & ~mask)
    hole_y, hole_x = (axis[::5] for axis in np.nonzero(mask))
    best: dict[bool, tuple[float, tuple[int, int]]] = {}
    for across in range(_STEP - width, width, _STEP):
        for down in _UPS:
            gone = float(_at(mask, hole_y - down, hole_x - across).mean())
            if gone > 0.7 or abs(across) < 3:
                continue
            known = ~_at(mask, ring_y - down, ring_x - across)
            if known.mean() < 0.3:
                continue
            there = _at(small, ring_y - down, ring_x - across)[known]
            apart = np.abs(there - small[ring_y, ring_x][known]).mean()
            cost = float(apart) + _MISSING * gone + _FAR * (abs(across) + 2 * abs(down))
            if cost < best.get(across > 0, (np.inf, (0, 0)))[0]:
                best[across > 0] = cost, (across, down)
    if best and min(best.values())[0] > _UNLIKE and _detail(small)[ring & ~mask].mean() < _PLAIN:
        return []  # nothing beside it is like it, and softness is no lack in what is soft
    return [move for _, move in sorted(best.values())]


def _detail(small: Array) -> Array:
    """How much each place differs from what is close to it, in bytes."""
    return np.asarray(np.abs(small - cv2.GaussianBlur(small, (0, 0), 1.5)).mean(-1))


def _at(layer: Array, y: Array, x: Array) -> Array:
    """Values at places, mirrored at the borders."""
    height, width = layer.shape[:2]
    return np.asarray(layer[_mirrored(y, height), _mirrored(x, width)])


def _moved(layer: Array, move: tuple[int, int]) -> Array:
    """A layer moved across and down, its mirror image where it leaves a gap."""
    height, width = layer.shape[:2]
    return _at(layer, np.arange(height)[:, None] - move[1], np.arange(width)[None, :] - move[0])


def _mirrored(places: Array, size: int) -> Array:
    """Places beyond 0 … size − 1 led back into it."""
    turned = np.abs(places) % (2 * size - 2)
    return np.where(turned < size, turned, 2 * size - 2 - turned)


def _moved_in(
    pixels: Pixels, wide: Array, small: Array, mask: Pixels, move: tuple[int, int]
) -> Array:
    """`wide` with the picture, moved by coarse pixels, over the hole, its colours led over to those at the border."""
    rows, columns = pixels.shape[:2]
    height, width = mask.shape
    there, gone = _moved(small, move), _moved(mask, move)
    apart = np.clip(small - there, -70, 70)
    fit = _smooth(apart * ~(mask | gone)[..., None], mask | gone)
    size = (columns, rows)
    across, down = round(move[0] * columns / width), round(move[1] * rows / height)
    far = _moved(pixels, (across, down))
    fitted = far + cv2.resize(fit.astype(np.float32), size, interpolation=cv2.INTER_LINEAR)
    has = cv2.resize((~gone).astype(np.float32), size, interpolation=cv2.INTER_LINEAR)
    has = np.clip(cv2.GaussianBlur(has, (0, 0), max(size) / 120) * 2 - 1, 0, 1)
    return np.asarray(wide + (fitted - wide) * has[..., None], np.float32)
