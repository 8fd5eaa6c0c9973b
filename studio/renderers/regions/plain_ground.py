"""Things before a plain ground: the ground without them, and their shadows on it, which are none of them."""

from dataclasses import dataclass

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.regions.matte import shrunk
from studio.renderers.regions.rounds import disc

_ROUNDS, _NEAR = 6, 88
"""How often the ground is fitted, and to which part, in a hundred, of what is free."""
_DEGREE, _MOSTLY, _PLAIN = 4, 60, 3.2
"""A ground is plain where in so many of a hundred places it differs from a smooth surface by no more than this, in
bytes."""
_STANDS_OUT, _COLOURED, _DEEP = 9.0, 14.0, 125.0
"""What differs this much from the ground (bytes) is no ground; with this much other colour (Lab), or lighter, or so
much darker it is a thing, else a shadow."""
_MOST = 0.7
"""Of the picture; where things cover more there is too little ground to know it."""
_LOOKED_AT, _FITTED_AT = 512, 96
_KEPT, _SHADOW = 0.6, 0.015
"""A subject keeps this much of itself without its shadow at least; and a shadow is this much of it at least."""


@dataclass(frozen=True)
class PlainGround:
    """What lies behind, in bytes; where something is before it; and the picture calmed, as it was looked at."""

    ground: Array
    full: Pixels
    calm: Pixels

    def behind(self, pixels: Pixels) -> Pixels:
        """The picture with nothing before its ground."""
        unit = min(self.full.shape)
        spread = cv2.dilate(self.full.astype(np.float32), disc(unit * 0.02))
        share = cv2.GaussianBlur(spread, (0, 0), unit * 0.015)[..., None]
        return np.asarray(np.clip(pixels + (self.ground - pixels) * share + 0.5, 0, 255), np.uint8)


def plain_ground(pixels: Pixels, subject: Pixels) -> PlainGround | None:
    """The ground behind a subject (bool) and whatever else stands on it; None where it is not plain."""
    unit = min(pixels.shape[:2])
    calm = np.asarray(cv2.GaussianBlur(pixels, (0, 0), max(unit / 200, 0.8)), np.uint8)
    full = cv2.dilate(subject.astype(np.uint8), disc(unit * 0.03)) > 0
    if full.all():
        return None
    ground = _fitted(calm, full)
    if ground is None:
        return None
    apart = np.abs(calm - ground).max(-1)
    if np.percentile(apart[~full], _MOSTLY) > _PLAIN:
        return None
    for _ in range(2):
        near = cv2.dilate(subject.astype(np.uint8), disc(unit * 0.01)) > 0
        full = (apart > _STANDS_OUT) | near
        full = _inner(cv2.dilate(full.astype(np.uint8), disc(unit * 0.012))) | subject
        if full.mean() > _MOST:
            return None
        ground = _fitted(calm, full)
        if ground is None:
            return None
        apart = np.abs(calm - ground).max(-1)
    return PlainGround(ground, np.asarray(full), calm)


def things(calm: Pixels, behind: Pixels) -> Pixels:
    """Where something is that is no shadow on the ground behind, as a bool mask."""
    lab, ground = (
        cv2.cvtColor(one, cv2.COLOR_RGB2LAB).astype(np.float32) for one in (calm, behind)
    )
    darker = ground[..., 0] - lab[..., 0]
    coloured = np.linalg.norm(lab[..., 1:] - ground[..., 1:], axis=-1)
    return np.asarray((coloured > _COLOURED) | (darker < -_STANDS_OUT) | (darker > _DEEP))


def without_shadow(pixels: Pixels, alpha: Array) -> Array:
    """A subject's alpha (0 … 1) without the shadow it casts on a plain ground; as it is where that is not known."""
    small = shrunk(pixels, _LOOKED_AT)
    size = small.shape[1::-1]
    subject = cv2.resize(alpha, size, interpolation=cv2.INTER_AREA) > 0.5
    found = plain_ground(small, subject) if subject.any() else None
    if found is None:
        return alpha
    unit = min(size)
    thing = things(found.calm, found.behind(small)) & subject
    # what it shows within itself is of it, whatever its colour
    solid = cv2.morphologyEx(thing.astype(np.uint8), cv2.MORPH_OPEN, disc(unit * 0.006))
    outlines, _ = cv2.findContours(solid, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    whole = cv2.drawContours(np.zeros_like(solid), outlines, -1, 1, -1)
    shadow = subject & (cv2.dilate(whole, disc(unit * 0.008)) == 0)
    shadow &= _even(found.calm) & _below(whole)
    kept = subject & ~shadow
    if not _KEPT * subject.sum() <= kept.sum() <= (1 - _SHADOW) * subject.sum():
        return alpha
    rest = cv2.morphologyEx(kept.astype(np.uint8), cv2.MORPH_OPEN, disc(unit * 0.012)) > 0
    own = _touching(rest | (whole > 0), whole)
    gone = cv2.dilate(own, disc(1)) == 0
    gone |= (cv2.dilate(shadow.astype(np.uint8), disc(unit * 0.008)) > 0) & (whole == 0)
    share = cv2.GaussianBlur(gone.astype(np.float32), (0, 0), 0.8)
    wide = cv2.resize(share, alpha.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return np.asarray(alpha * (1 - np.clip(wide, 0, 1)), np.float32)


def _even(calm: Pixels) -> Pixels:
    """Where nothing is drawn: shadows are soft."""
    grey = cv2.cvtColor(calm, cv2.COLOR_RGB2GRAY).astype(np.float32)
    steep = cv2.GaussianBlur(np.hypot(*np.gradient(grey)).astype(np.float32), (0, 0), 1.5)
    return np.asarray(steep < _STANDS_OUT)


def _below(whole: Pixels) -> Pixels:
    """The lower part of the picture's things, where their shadows are."""
    rows = np.flatnonzero(whole.any(1))
    made = np.zeros(whole.shape, bool)
    if len(rows):
        made[(rows[0] + rows[-1]) // 2 :] = True
    return made


def _touching(mask: Pixels, whole: Pixels) -> Pixels:
    """The pieces of a mask that something of `whole` is in; a shadow's hem has nothing of it."""
    _, labels = cv2.connectedComponents(mask.astype(np.uint8))
    return np.asarray(np.isin(labels, np.unique(labels[whole > 0])) & mask, np.uint8)


def _inner(mask: Pixels) -> Pixels:
    """The pieces of a mask that do not touch the border: there a lens takes of the light."""
    _, labels = cv2.connectedComponents(mask)
    edge = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
    return np.asarray(~np.isin(labels, np.append(edge, 0)))


def _fitted(calm: Pixels, full: Pixels) -> Array | None:
    """A ground whose light changes slowly, in bytes, as it is likely to go on behind what is `full`.

    Such a ground is a surface of the fourth degree, fitted to what is free, and again to what lies near it. So smooth a
    surface is known from a small copy. None where too little is free to know it.
    """
    small = shrunk(calm, _FITTED_AT).astype(float)
    rows, columns = small.shape[:2]
    free = np.flatnonzero(
        cv2.resize(full.astype(np.float32), (columns, rows), interpolation=cv2.INTER_AREA) == 0
    )
    y, x = np.meshgrid(np.linspace(-1, 1, rows), np.linspace(-1, 1, columns), indexing="ij")
    flat = np.stack(
        [
            (x**across * y**down).ravel()
            for across in range(_DEGREE + 1)
            for down in range(_DEGREE + 1 - across)
        ],
        -1,
    )
    seen, near, slight = small.reshape(-1, 3), free, 1e-6 * np.eye(flat.shape[1])
    for _ in range(_ROUNDS):
        if len(near) < flat.shape[1]:
            return None
        part = flat[near]
        found = np.linalg.solve(part.T @ part + slight, part.T @ seen[near])
        apart = np.abs(seen - flat @ found).max(-1)
        near = free[apart[free] <= np.percentile(apart[free], _NEAR)]
    surface = (flat @ found).reshape(small.shape).astype(np.float32)
    wide = cv2.resize(surface, calm.shape[1::-1], interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.clip(wide, 0, 255))
