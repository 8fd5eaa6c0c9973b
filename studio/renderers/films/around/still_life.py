"""Things before a plain ground, each taken off it with its own shadow, so that they can be gone around one by one."""

from dataclasses import dataclass, replace

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.regions.plain_ground import plain_ground, things
from studio.renderers.regions.rounds import disc

_SCRAP = 0.1
"""What is no thing by itself is the subject's, up to this share of it."""
_COMPACT = 0.93
"""A thing that stands by itself fills this much of its convex hull."""
_LEAST, _MOST_BODIES = 0.0015, 8
"""The share of the picture that a thing has at least; where there are more things it is no still life."""
_EVEN, _ALIKE, _STRAIGHT, _WHOLE = 0.32, 18.0, 0.02, 0.96
"""A turned body: on so little of it colours change sharply from side to side; its halves differ by no more than this
(Lab bytes); the middles of its rows lie within this share of its width; and a row has no gaps."""
_SHARP = 26.0
_INNER, _SOON = 0.4, 6.0
"""What is drawn on a body counts wholly from so deep within it, as a share of its half width, as soon as it is turned
a little."""
_RIM = 0.06
"""So much of its half width at each side is its rim, which never comes to the front."""
_SMOOTH, _CONTACT, _OWN_SHADOW = 0.1, 0.42, 28.0
"""How wide, in widths of a thing, what is drawn on it is at most; how much light its shadow takes; and up to how many
degrees from the front the shadow is that of the picture."""
_RISE = 0.16
"""How far down on the ground what comes nearer moves, as a share of its way."""


@dataclass(frozen=True)
class Body:
    """One thing: its pixels and opacity (0 … 1) in a part of the frame, and how much light its shadow leaves there."""

    pixels: Pixels
    alpha: Array
    shade: Array
    contact: Array
    """The same of the shadow just under it, that is there from wherever it is seen."""
    body: Array
    """Its pixels as a smooth body without any drawing on it, lit from where the camera is."""
    corner: tuple[int, int]
    """The first column and row of that part."""
    middle: float
    """The column of its upright axis, in the frame."""
    turned: bool
    """Whether it looks the same from all sides, but for what is painted on it."""


@dataclass(frozen=True)
class StillLife:
    """A plain ground without anything on it, and what stands on it; the subject comes first."""

    behind: Pixels
    bodies: tuple[Body, ...]
    subject: Array
    """The subject's opacity in the frame, without what stands beside it."""


def still_life(pixels: Pixels, alpha: Array) -> StillLife | None:
    """The things in a picture whose subject is `alpha`; None where they do not stand before a plain ground."""
    subject = alpha > 0.5
    plain = plain_ground(pixels, subject)
    if plain is None:
        return None
    unit, calm, full, behind = min(alpha.shape), plain.calm, plain.full, plain.behind(pixels)
    masks = _apart(alpha)
    others = _others(calm, behind, subject, full)
    if len(masks) + len(others) > _MOST_BODIES:
        return None
    for other in others:
        if _is_compact(other > 0.5):
            masks.append(other)
        elif other.sum() < _SCRAP * alpha.sum():
            masks[0] = np.maximum(
                masks[0], other
            )  # a part of the subject that was not found to be one
        else:
            return None  # a light on the wall
    light = _light(calm, behind, masks, full, unit)
    nearest = np.argmin([_distance(mask) for mask in masks], axis=0)
    bodies = [
        _body(pixels, mask, np.where(nearest == number, light, 1))
        for number, mask in enumerate(masks)
    ]
    return StillLife(behind, tuple(bodies), masks[0])


def _apart(alpha: Array) -> list[Array]:
    """The pieces of a subject that stand by themselves, the largest first."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats((alpha > 0.5).astype(np.uint8))
    order = sorted(range(1, count), key=lambda one: -stats[one, cv2.CC_STAT_AREA])
    kept = [one for one in order if stats[one, cv2.CC_STAT_AREA] > _LEAST * alpha.size]
    if not 2 <= len(kept) <= _MOST_BODIES or not all(_is_compact(labels == one) for one in kept):
        return [alpha]
    nearest = np.argmin([_distance((labels == one).astype(np.float32)) for one in kept], axis=0)
    return [np.where(nearest == number, alpha, np.float32(0)) for number in range(len(kept))]


def _others(calm: Pixels, behind: Pixels, subject: Pixels, full: Pixels) -> list[Array]:
    """What else stands on the ground, as opacities; nothing but where it is `full`."""
    unit = min(full.shape)
    thing = things(calm, behind) & full
    thing &= cv2.dilate(subject.astype(np.uint8), disc(unit * 0.012)) == 0
    solid = cv2.morphologyEx(thing.astype(np.uint8), cv2.MORPH_OPEN, disc(unit * 0.006))
    outlines, _ = cv2.findContours(solid, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    shapes = [
        cv2.drawContours(np.zeros_like(solid), [outline], -1, 1, -1)
        for outline in outlines
        if cv2.contourArea(outline) > _LEAST * solid.size
    ]
    return [cv2.GaussianBlur(shape.astype(np.float32), (0, 0), 0.8) for shape in shapes]


def _is_compact(mask: Pixels) -> bool:
    outlines, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    largest = max(outlines, key=cv2.contourArea)
    hull = cv2.contourArea(cv2.convexHull(largest))
    return bool(hull > 0 and cv2.contourArea(largest) > _COMPACT * hull)


def _light(calm: Pixels, behind: Pixels, masks: list[Array], full: Pixels, unit: int) -> Array:
    """How much of the ground's light is left in the shadows, 0 … 1; 1 on things and beyond."""
    there = np.max(masks, axis=0)
    left = calm.astype(np.float32).sum(-1) / np.maximum(behind.astype(np.float32).sum(-1), 1)
    covered = (cv2.dilate((there > 0.2).astype(np.uint8), disc(unit * 0.008)) > 0).astype(
        np.float32
    )
    free = full * (1 - covered)
    # under a thing its shadow goes on as it is beside it
    soft = cv2.GaussianBlur(np.minimum(left, 1) * free, (0, 0), unit * 0.01)
    weight = cv2.GaussianBlur(free, (0, 0), unit * 0.01)
    under = np.where(weight > 0.05, soft / np.maximum(weight, 0.05), 1)
    light = np.where(covered > 0, under, np.where(full, np.minimum(left, 1), 1))
    return np.asarray(cv2.GaussianBlur(light.astype(np.float32), (0, 0), max(unit / 300, 0.6)))


def _distance(mask: Array) -> Array:
    return np.asarray(cv2.distanceTransform((mask <= 0.5).astype(np.uint8), cv2.DIST_L2, 3))


def _body(pixels: Pixels, alpha: Array, light: Array) -> Body:
    """One thing with what is about it cut to size."""
    own, foot = np.flatnonzero((alpha > 0.5).any(0)), int(np.flatnonzero((alpha > 0.5).any(1))[-1])
    middle, wide = float(own[0] + own[-1]) / 2, float(np.ptp(own)) + 1
    contact: Array = np.ones(alpha.shape, np.float32)
    size = round(wide * 0.46), max(round(wide * 0.1), 1)
    cv2.ellipse(contact, (round(middle), foot - size[1] // 2), size, 0, 0, 360, 1 - _CONTACT, -1)
    contact = cv2.GaussianBlur(contact, (0, 0), max(wide * 0.05, 1))
    there = (alpha > 0.02) | (light < 0.99) | (contact < 0.99)
    rows, columns = np.flatnonzero(there.any(1)), np.flatnonzero(there.any(0))
    area = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
    part, opacity = pixels[area].copy(), alpha[area].astype(np.float32)
    inside = (cv2.erode((opacity > 0.5).astype(np.uint8), disc(1)) > 0).astype(np.float32)
    reach = max(wide * _SMOOTH, 1)
    weight = cv2.GaussianBlur(inside, (0, 0), reach)[..., None]
    body = cv2.GaussianBlur(part * inside[..., None], (0, 0), reach) / np.maximum(weight, 1e-3)
    return Body(
        part, opacity, light[area].astype(np.float32), contact[area], np.maximum(body, 4).astype(np.float32),
        (int(columns[0]), int(rows[0])), middle, _is_turned(part, opacity, cut_off=foot >= len(alpha) - 2),
    )  # fmt: skip


def _is_turned(pixels: Pixels, alpha: Array, *, cut_off: bool) -> bool:
    """Whether it is a ball, a vase, a bottle: as if made on a wheel. What is `cut_off` by the border is not."""
    solid = alpha > 0.5
    rows = np.flatnonzero(solid.any(1))
    first = solid[rows].argmax(1)
    last = solid.shape[1] - 1 - solid[rows, ::-1].argmax(1)
    wide = (last - first + 1).astype(float)
    middles = (first + last) / 2
    if not len(rows) or cut_off:
        return False
    straight = np.percentile(np.abs(middles - np.median(middles)), 90) < _STRAIGHT * wide.max()
    if not straight or solid[rows].sum(1).sum() < _WHOLE * wide.sum():
        return False
    lab = cv2.cvtColor(cv2.GaussianBlur(pixels, (0, 0), 1.5), cv2.COLOR_RGB2LAB).astype(np.float32)
    inner = cv2.erode(solid.astype(np.uint8), disc(max(wide.max() * 0.05, 1))) > 0
    if not inner.any():
        return False
    mirror = (2 * np.median(middles) - np.arange(solid.shape[1])).round().astype(int)
    mirrored = lab[:, np.clip(mirror, 0, solid.shape[1] - 1)]
    weight = np.array([0.5, 1, 1], np.float32)  # light comes from one side
    unlike = np.linalg.norm((lab - mirrored) * weight, axis=-1)[inner].mean()
    steps = np.abs(cv2.Sobel(lab, cv2.CV_32F, 1, 0, ksize=3)).max(-1)[inner]
    return bool(unlike < _ALIKE and (steps > _SHARP).mean() < _EVEN)


def alone(pixels: Pixels, alpha: Array) -> Body:
    """The subject of a picture as a body, its shadow left where it is."""
    body = _body(pixels, alpha, np.ones(alpha.shape, np.float32))
    return replace(body, contact=body.shade)


def turned(body: Body, turn: float) -> Pixels:
    """A body's pixels when its surface has gone round by `turn` (radians); its far side is its near side mirrored.

    Its light stays where it is: what goes round is what is drawn on it.
    """
    drawn = np.clip(body.pixels / body.body, 0.4, 2.5).astype(np.float32)
    solid = body.alpha > 0.5
    width = solid.shape[1]
    # at its rim there is too little to see to be drawn out over its front
    depth = cv2.distanceTransform(solid.astype(np.uint8), cv2.DIST_L2, 3)
    inner = np.clip(depth / max(_INNER * float(depth.max()), 1), 0, 1)
    kept = 1 - (1 - inner) * min(_SOON * abs(float(np.sin(turn))), 1)
    drawn = 1 + (drawn - 1) * kept[..., None].astype(np.float32)
    first = solid.argmax(1).astype(np.float32)
    last = (width - 1 - solid[:, ::-1].argmax(1)).astype(np.float32)
    filled = solid.any(1)
    middle = np.where(filled, (first + last) / 2, width / 2)[:, None]
    half = np.where(filled, np.maximum((last - first) / 2, 1), 1)[:, None]
    across = np.clip((np.arange(width, dtype=np.float32)[None] - middle) / half, -1, 1)
    most = 1 - _RIM * abs(np.sin(turn))
    seen = np.clip(np.sin(np.arcsin(across) - turn), -most, most)
    at_x = (middle + half * seen).astype(np.float32)
    at_y = np.repeat(np.arange(len(solid), dtype=np.float32)[:, None], width, 1)
    gone = cv2.remap(drawn, at_x, at_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(np.clip(body.body * gone + 0.5, 0, 255), np.uint8)


def place(whole: Pixels, body: Body, axis: float, turn: float, *, figure: bool = True) -> None:
    """A body set on the ground as it is seen after `turn` about the column `axis`.

    Without `figure`, its shadow alone.
    """
    aside = body.middle - axis
    dx = round(aside * (float(np.cos(turn)) - 1))
    dy = round(_RISE * nearness(body, axis, turn))
    left, top = body.corner[0] + dx, body.corner[1] + dy
    tall, wide = body.alpha.shape
    rows = slice(max(top, 0), min(top + tall, whole.shape[0]))
    columns = slice(max(left, 0), min(left + wide, whole.shape[1]))
    if rows.stop <= rows.start or columns.stop <= columns.start:
        return
    inside = (
        slice(rows.start - top, rows.stop - top),
        slice(columns.start - left, columns.stop - left),
    )
    view = whole[rows, columns]
    first = max(1 - abs((np.rad2deg(turn) + 180) % 360 - 180) / _OWN_SHADOW, 0.0)
    shade = body.contact[inside] + (body.shade[inside] - body.contact[inside]) * first
    out = view * shade[..., None]
    if figure:
        pixels = turned(body, turn) if body.turned else body.pixels
        opacity = body.alpha[inside][..., None]
        out = out + (pixels[inside] - out) * opacity
    view[:] = np.clip(out + 0.5, 0, 255).astype(np.uint8)


def nearness(body: Body, axis: float, turn: float) -> float:
    """How much nearer than the axis a body is after a turn, in pixels: the camera comes from the left."""
    return (axis - body.middle) * float(np.sin(turn))
