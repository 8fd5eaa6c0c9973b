"""What a picture is of: the thing that stands out, by colour, enclosure and place, cut out along its edges."""

from dataclasses import dataclass

import cv2
import numpy as np

from studio.renderers.api import RenderError
from studio.renderers.codecs.inputs import check_workable
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.regions.clusters import clusters
from studio.renderers.regions.completing import completed, trunk
from studio.renderers.regions.discs import lights, without_disc
from studio.renderers.regions.evenness import EvenJudge, Grain
from studio.renderers.regions.glitter import (
    glitter,
    is_glitter,
    is_image,
    is_mirrored,
    without_image,
)
from studio.renderers.regions.hues import hued
from studio.renderers.regions.judging import Judge, Rated
from studio.renderers.regions.land import mirrors, shore, sky
from studio.renderers.regions.matte import cut, shrunk, soft, whole_shapes
from studio.renderers.regions.memory import remembered
from studio.renderers.regions.plain_ground import without_shadow
from studio.renderers.regions.proposals import proposals
from studio.renderers.regions.rarity import unusual
from studio.renderers.regions.upright import off_shore, shores, uprights
from studio.renderers.regions.wholeness import made_whole

_WORKED_AT = 288
NOTHING = "Nothing stands out from the background in this picture."
_STRANGE = 36.0
"""So far from all colours of the border, in Lab bytes, a colour belongs to no backdrop."""
_MOTLEY, _PATCH = 0.8, 0.02
"""Where more than this is unusual, nothing is, as before a motley backdrop; what is even there must be larger than a
patch of it."""
_POOR, _NO_WORSE = 0.15, 0.5
"""A shape rated less is no better a guess than what stands out, if that is worth this much of it."""
_GLITTERING = 0.35
"""A shape that glitters this much is the water's, and none of a thing."""
_TOUCHED = 0.05
"""A shape with more of it than this may be a thing before it."""
_ON_SHORE = 0.25
"""What reaches into no more than this share of the water, from its far side, stands on the far shore."""
_STANDING = 0.9
"""How much it speaks for a thing that a place is a part of what stands up before the sky, as pale as that may be."""
_OF_IT = 0.9
"""What has this much of itself in another shape is a part of that."""
_NEARLY = 0.8
"""What stands up before the sky is taken whole when it is worth this much of its part."""
_TIE = 0.98
"""Two shapes are rated alike when the lesser is worth this much of the other."""
_TRIED, _LEAST_SKY = 16, 0.15
"""How many shapes are looked at for sky in them, and how much of it."""
_IN_THE_SKY = 0.8
"""What has this much sky around it stands on nothing."""
_EQUAL = 0.7
"""A picture is of all things that are this much as likely its subject as the likeliest."""
_TIGHTER = 0.95
"""A border found by the colours on its two sides is preferred to one by a threshold, even if it is rated less."""


def find_subject(pixels: Pixels) -> Array:
    """The subject as 0 … 1 for every pixel, somewhere above 0.5.

    RenderError when nothing stands out, or the picture is too small or narrow for anything to.
    """
    check_workable(pixels)
    where = where_subject(shrunk(pixels, _WORKED_AT))
    matte = without_shadow(pixels, soft(where, pixels))
    if not (matte > 0.5).any():  # a line or speck melts into what is around it
        raise RenderError(NOTHING)
    return matte


def where_subject(small: Pixels) -> Pixels:
    """Where the subject of a small picture is, as a bool mask. RenderError when nothing stands out."""
    things = find_things(small, _EQUAL, hanging=False)
    most = int(things[0].sum())
    if not most:
        raise RenderError(NOTHING)
    return np.asarray(np.any([one for one in things if one.sum() > 0.25 * most], axis=0))


@remembered
def standing_out(small: Pixels) -> Array:
    """How much each pixel of a small picture stands out, 0 … 1."""
    lab = _calm_lab(small)
    height, width = lab.shape[:2]
    enclosed = _enclosed(lab)
    unlike = unit(_from_border(lab.astype(np.float32)))
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    middle = np.exp(-((x / 0.75) ** 2 + ((y - 0.05) / 0.85) ** 2))
    score = (0.55 * enclosed + 0.45 * unlike) * (0.25 + 0.75 * middle)
    return unit(cv2.GaussianBlur(score, (0, 0), max(min(height, width) / 70, 0.8)))


def _calm_lab(small: Pixels) -> Pixels:
    return np.asarray(cv2.cvtColor(cv2.GaussianBlur(small, (0, 0), 1.2), cv2.COLOR_RGB2LAB))


def _enclosed(lab: Pixels) -> Array:
    """Boolean maps (Zhang and Sclaroff 2013): what a threshold surrounds without touching top, left or right.

    The bottom does not count as surroundings: people and animals often run out of the picture there.
    """
    height, width = lab.shape[:2]
    total = np.zeros((height, width), np.float32)
    for channel in range(3):
        layer = lab[..., channel]
        low, high = np.percentile(layer, 2), np.percentile(layer, 98)
        if high - low < 6:
            continue
        for level in np.linspace(low, high, 16)[1:-1]:
            above = (layer > level).astype(np.uint8)
            for side in (above, 1 - above):
                count, labels = cv2.connectedComponents(side, connectivity=4)
                inner = np.ones(count, bool)
                inner[0] = False
                inner[np.concatenate([labels[0], labels[:, 0], labels[:, -1]])] = False
                kept = np.take(inner, labels)
                area = np.count_nonzero(kept) / kept.size
                if 0.0005 < area < 0.8:
                    more = np.float64(1 / max(float(np.sqrt(area)), 0.12))
                    np.add(total, more, out=total, where=kept, casting="same_kind")
    return unit(total)


def _from_border(lab: Array) -> Array:
    """Distance of each colour from the colours along the top, left and right border, in OpenCV's Lab bytes."""
    rim = max(round(min(lab.shape[:2]) * 0.04), 2)
    border = np.concatenate(
        [lab[:rim].reshape(-1, 3), lab[:, :rim].reshape(-1, 3), lab[:, -rim:].reshape(-1, 3)]
    )
    groups = min(6, len(border))
    which, centres = clusters(border, groups, 1)
    share = np.bincount(which, minlength=groups) / len(border)
    weight = np.array([0.7, 1, 1], np.float32)  # a shadow is no other thing
    nearest = np.full(lab.shape[:2], np.inf, np.float32)
    for centre, part in zip(centres, share, strict=True):
        if part < 0.04:
            continue
        distance = np.sqrt((((lab - centre) * weight) ** 2).sum(-1)) - 12 * part
        nearest = np.minimum(nearest, distance)
    return np.maximum(nearest, 0)


@remembered
def find_things(small: Pixels, least: float, *, hanging: bool = True) -> list[Pixels]:
    """The things in a small picture as bool masks, the likeliest subject first.

    The others are at least `least` times as likely; none touches another. Without `hanging` there is none in the sky
    beside a subject on the ground. RenderError when nothing stands out.
    """
    if float(small.std()) < 2.5:
        raise RenderError(NOTHING)
    seen = _viewed(small)
    above, lit = seen.above, seen.lit
    salient = _salient(small, _unlit(small, standing_out(small), above, lit), lit)
    shapes = proposals(small, seen.rare)
    shapes = [*shapes, *_below_sky(shapes, above), *seen.upright, *seen.hued, salient]
    shapes = [*_without(shapes, seen.path), *shapes]
    dry = _dry(seen, shapes) or shapes
    judge, rated, found = _judged(seen, dry, salient)
    if found is None or (
        dry[-1] is salient
        and judge.worth(found) < _POOR
        and judge.worth(salient) > _NO_WORSE * judge.worth(found)
    ):
        return [without_disc(small, salient)]
    subject = _subject(small, judge, _upright(seen, judge, found), seen.rare)
    bare = without_disc(small, subject)
    subject = made_whole(small, bare, seen.path | lit | (subject & ~bare))
    subject = without_image(small, subject, seen.edge if mirrors(small) else None)
    others = [
        one
        for one in judge.apart(rated, found, least)
        if not is_image(small, one, subject, seen.edge)
    ]
    if not hanging and not _hangs(subject, above):
        others = [one for one in others if not _hangs(one, above)]
    return [subject, *others]


@dataclass(frozen=True)
class _View:
    """A small picture and what is known of it: its sky, lights, the first row of its water and where that glitters.

    `rare` is how much each pixel speaks for a thing, 0 … 1; `upright` is what stands up before the sky.
    `hued` is what has a hue of its own among small pieces, where what is even is but a part of a thing.
    """

    small: Pixels
    above: Pixels
    lit: Pixels
    edge: int | None
    path: Pixels
    rare: Array
    upright: list[Pixels]
    grain: Grain
    hued: list[Pixels]

    def judge(self) -> Judge:
        return Judge(self.small, self.rare, self.above, self.lit | self.path)


def _viewed(small: Pixels) -> _View:
    above, edge = sky(small), shore(small)
    lit, path = lights(small, above), glitter(small, edge)
    rare, standing = _rare(small, lit | path), uprights(small, above)
    for one in standing:
        rare[one] = np.maximum(rare[one], _STANDING)
    grain = Grain(small)
    hues = hued(small, rare) if grain.busy() else []
    return _View(small, above, lit, edge, path, rare, standing, grain, hues)


def _judged(seen: _View, dry: list[Pixels], salient: Pixels) -> tuple[Judge, Rated, Pixels | None]:
    """The judge for a picture, the shapes as that rates them, and the likeliest; None where everything is unusual.

    RenderError when no shape is likely.
    """
    judge, grain = seen.judge(), seen.grain
    busy = grain.busy()
    dry = _near(dry, seen.edge) if busy else dry
    rated = _rated(judge, dry, salient)
    found = judge.best(rated)
    if not found.any():
        raise RenderError(NOTHING)
    found = grain.without_pieces(judge, rated, found) if busy else found
    motley = bool(seen.rare[~seen.path].mean() > _MOTLEY)
    if busy and (motley or grain.is_pieces(found, judge.worth(found))):
        even = EvenJudge(seen.small, seen.rare, seen.above, seen.lit | seen.path, grain)
        more = _near(_dry(seen, even.shapes()), seen.edge)
        known = even.rated([*more, *dry])
        piece = even.best(known)
        if motley or not _is_part(piece, found, seen.edge):
            return even, known, None if motley and piece.mean() < _PATCH else piece
    return judge, rated, None if motley else found


def _upright(seen: _View, judge: Judge, found: Pixels) -> Pixels:
    """What was found, or what stands up before the sky of which it is a part and which is nearly as likely."""
    for one in seen.upright:
        part = (one & found).sum() > _OF_IT * found.sum()
        if part and judge.worth(one) > _NEARLY * judge.worth(found):
            return one
    return found


def _subject(small: Pixels, judge: Judge, found: Pixels, rare: Array) -> Pixels:
    """What was found, without or with what hangs on it, whichever is the likelier."""
    found = judge.rated([found, trunk(found)])[0][1]
    whole = completed(small, found, rare)
    return whole if judge.worth(whole) > _TIGHTER * judge.worth(found) else found


def _rated(judge: Judge, shapes: list[Pixels], salient: Pixels) -> Rated:
    """The shapes, likeliest first; rated alike, another goes before what merely stands out, as that closes the gaps in
    a thing."""
    rated = judge.rated(shapes)
    if rated[0][1] is salient and len(rated) > 1 and rated[1][0] > _TIE * rated[0][0]:
        rated[:2] = rated[1], rated[0]
    return rated


def _hangs(shape: Pixels, above: Pixels) -> bool:
    """Whether there is nothing but sky around a shape."""
    around = cv2.dilate(shape.astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
    return bool(above[around & ~shape].mean() > _IN_THE_SKY) if (around & ~shape).any() else False


def _near(shapes: list[Pixels], edge: int | None) -> list[Pixels]:
    """The shapes that reach well below the row where water begins, as the others stand on its far shore.

    All where none does.
    """
    if edge is None:
        return shapes
    near = edge + round(_ON_SHORE * (len(shapes[0]) - edge)) if shapes else edge
    return [one for one in shapes if one[near:].any()] or shapes


def _is_part(piece: Pixels, whole: Pixels, edge: int | None) -> bool:
    """Whether a piece is of a whole that stands before the water that begins at row `edge`, and so before all else."""
    before = edge is not None and not whole[:edge].any()
    return before and bool((piece & whole).sum() > _OF_IT * piece.sum())


def _below_sky(shapes: list[Pixels], above: Pixels) -> list[Pixels]:
    """What the first shapes that lie astride the sky's border are without the sky, as with a moon behind a thing."""
    astride = [one for one in shapes[:_TRIED] if _LEAST_SKY < above[one].mean() < 1 - _LEAST_SKY]
    return [rest for rest in (whole_shapes(one & ~above) for one in astride) if rest.any()]


def _without(shapes: list[Pixels], path: Pixels) -> list[Pixels]:
    """What the shapes that lie partly on a path of light are without it."""
    partly = [one for one in shapes if one.any() and _TOUCHED < path[one].mean() < 1 - _GLITTERING]
    return [rest for rest in (whole_shapes(one & ~path) for one in partly) if rest.any()]


def _dry(seen: _View, shapes: list[Pixels]) -> list[Pixels]:
    """The shapes that are not only to be seen on water: neither the known path of a light nor slivers of one out of
    sight, nor a thing's mirror image; nor the shore itself."""
    shore = shores(seen.small, shapes, seen.above, seen.edge)
    return [
        one
        for one in (shapes if shore is None else off_shore(shapes, shore))
        if one.any()
        and seen.path[one].mean() < _GLITTERING
        and not is_glitter(seen.small, one, seen.edge)
        and not is_mirrored(seen.small, one, seen.rare, seen.edge)
    ]


def _rare(small: Pixels, lit: Pixels) -> Array:
    """How much each pixel speaks for a thing, 0 … 1: unlike its row, unlike the border, and no light."""
    strange = np.clip(_from_border(_calm_lab(small).astype(np.float32)) / _STRANGE - 0.2, 0, 1)
    return np.where(lit, 0, np.maximum(unusual(small), strange)).astype(np.float32)


def _salient(small: Pixels, score: Array, lit: Pixels) -> Pixels:
    """What stands out by colour, enclosure and place, whether it is one shape or several."""
    middle = threshold(score)
    mask = whole_shapes(cut(small, _labels(score, middle), 4))
    if not 0.004 < mask.mean() < 0.93:
        mask = whole_shapes(score > middle)
    earthly = mask & ~lit  # the sun's glow is no part of what stands before it
    return whole_shapes(earthly) if earthly.sum() > 0.3 * mask.sum() else mask


def _unlit(small: Pixels, score: Array, above: Pixels, lit: Pixels) -> Array:
    """The score without a sun or moon, which outshines what stands before it: what stands out when the sky has the
    colour of the land; where there is nothing, what stands out beside the light."""
    if not lit.any():
        return score
    bright = lit | above
    border = cv2.dilate(bright.astype(np.uint8), np.ones((25, 25), np.uint8)) > 0
    land = small[border & ~bright]
    if len(land) > 50:
        level = small.copy()
        level[bright] = np.median(land, axis=0)
        rest = np.where(bright, 0, standing_out(level)).astype(np.float32)
        if np.where(bright, 0, score).max() > 0.45 * score.max():
            return unit(rest)
    rest = np.where(lit, 0, score).astype(np.float32)
    return unit(rest) if rest.max() > 0.3 * score.max() else score


def _labels(score: Array, middle: float) -> Pixels:
    """GrabCut's start from a score: surely in, surely out, and what is to be settled."""
    labels = np.full(score.shape, cv2.GC_PR_BGD, np.uint8)
    labels[score > middle] = cv2.GC_PR_FGD
    labels[score > middle + (1 - middle) * 0.55] = cv2.GC_FGD
    labels[score < middle * 0.28] = cv2.GC_BGD
    rim = max(round(min(score.shape) * 0.015), 1)
    labels[:rim] = cv2.GC_BGD
    for side in (labels[:, :rim], labels[:, -rim:]):
        side[side != cv2.GC_FGD] = cv2.GC_BGD
    return labels


def threshold(values: Array) -> float:
    """The border between background and the rest of values 0 … 1: between Otsu's and the triangle's."""
    heaps = (values * 255).astype(np.uint8)
    otsu, _ = cv2.threshold(heaps, 0, 255, cv2.THRESH_OTSU)
    triangle, _ = cv2.threshold(heaps, 0, 255, cv2.THRESH_TRIANGLE)
    return float(np.clip((0.5 * otsu + 0.5 * min(triangle, otsu)) / 255, 0.12, 0.75))


def unit(values: Array) -> Array:
    """Stretched to 0 … 1, outliers cut."""
    low, high = np.percentile(values, 1), np.percentile(values, 99.2)
    return np.asarray(np.clip((values - low) / max(float(high - low), 1e-5), 0, 1), np.float32)
