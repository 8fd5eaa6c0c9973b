"""From words to places in a picture: “the red car on the left”, “sky”, “her hair”, “the two largest balls”."""

import re
from dataclasses import dataclass

import cv2
import numpy as np

from studio.renderers.api import RenderError
from studio.renderers.codecs.inputs import check_workable
from studio.renderers.drawing.canvas import Array, Pixels
from studio.renderers.prompts.vocabulary import COLOUR_WORDS
from studio.renderers.regions import land
from studio.renderers.regions.clusters import clusters
from studio.renderers.regions.colours import NEUTRAL, deserves, to_lab
from studio.renderers.regions.discs import shining
from studio.renderers.regions.kinds import likeness, says_looks
from studio.renderers.regions.matte import cut, shrunk, whole_shapes
from studio.renderers.regions.places import is_faint
from studio.renderers.regions.rounds import disc, disc_across
from studio.renderers.regions.saliency import find_subject, find_things, standing_out

_WORKED_AT = 320
_LAND = (
    (r"\b(sky|skies|clouds?|heaven)\b", land.sky),
    (r"\b(water|sea|ocean|lake|river|pond|waves?|pool)\b", land.water),
    (
        r"\b(grass|lawn|meadow|fields?|trees?|leaves|leaf|foliage|forest|bush(es)?|plants?|vegetation)\b",
        land.green,
    ),
    (r"\b(snow|ice)\b", land.snow),
    (r"\b(ground|floor|road|street|sand|earth|soil|path|foreground)\b", land.ground),
    (r"\b(mountains?|hills?|rocks?|cliffs?|buildings?|houses|skyline|peaks?)\b", land.heights),
)
_PARTS = (
    (r"\b(hat|beanie|cap|helmet|hood|bonnet|scarf on)\b", 0.0, 0.3),
    (r"\b(face|head|eyes?|mouth|nose)\b", 0.0, 0.42),
    (
        r"\b(shirt|t-shirt|jacket|coat|sweater|top|dress|clothes|clothing|outfit|suit|hoodie|blouse)\b",
        0.48,
        0.95,
    ),
    (r"\b(trousers|pants|jeans|shorts|skirt|legs?)\b", 0.55, 0.92),
    (r"\b(shoes?|boots?|feet)\b", 0.86, 1.0),
)
_SHINING = r"\b(sun|moon)s?\b"
_FLYING = r"\b(sun|moon|balloons?|birds?|planes?|kites?|stars?|rainbow|lights?)\b"
_AFLOAT = r"\b((sail(ing)? ?)?boats?|ships?|yachts?|ferry|canoes?|kayaks?|whales?|ducks?|swans?|swimmers?|buoys?)\b"
_ASHORE = r"\b(lighthouse|towers?|house|hut|cabin|castle|church|trees?|cliffs?|headland)\b"
_SIDES = (
    (r"\b(left)\b", (0, -1)),
    (r"\b(right)\b", (0, 1)),
    (r"\b(top|upper|above)\b", (1, -1)),
    (r"\b(bottom|lower|below)\b", (1, 1)),
    (r"\b(cent(er|re)|middle)\b", (2, 0)),
)
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4}
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "both": 2}
_SAME_TONE = 6.5
_BACKDROP = 0.82
_OF_COLOUR = 0.3
"""A thing is red when this much of it is: a car has tyres and windows too."""
_EXACT_COLOURS = tuple(name for name in COLOUR_WORDS if name not in ("rose", "sepia", "pastel"))


@dataclass(frozen=True)
class Instance:
    """One found thing: a bool mask of the small picture, and how sure the words are met, 0 … 1."""

    mask: Pixels
    score: float


def find_named(pixels: Pixels, words: str) -> list[Instance]:
    """What the words name, surest first; empty when nothing fits.

    RenderError when the picture is too small or narrow to find anything in.
    """
    check_workable(pixels)
    text = words.lower()
    small = shrunk(pixels, _WORKED_AT)
    found = _candidates(small, text)
    found = [_placed(one, text, small.shape) for one in found]
    found.sort(key=lambda one: -one.score)
    return _picked(found, text)


def region(pixels: Pixels, words: str) -> Pixels | None:
    """All of what the words name as one bool mask of the small picture, or None."""
    found = [one for one in find_named(pixels, words) if one.score >= 0.4]
    if one_is_meant(words):
        found = found[:1]
    if not found:
        return None
    return np.asarray(np.any([one.mask for one in found], axis=0))


def one_is_meant(words: str) -> bool:
    """Whether words name one thing, not several."""
    text = words.strip().lower()
    several = re.search(r"\b(all|every|both|and|people|men|women|children|sheep|fish)\b", text)
    return not several and (not text.endswith("s") or text.endswith(("ss", "us")))


def _candidates(small: Pixels, text: str) -> list[Instance]:
    colour = next((name for name in _EXACT_COLOURS if re.search(rf"\b{name}\b", text)), None)
    if re.search(r"\b(background|backdrop|behind)\b", text):
        return [Instance(~(find_subject(small) > 0.5), 0.9)]
    for pattern, finder in _LAND:
        if re.search(pattern, text):
            mask = finder(small)
            if colour and finder is not land.sky:
                mask = mask & (deserves(to_lab(small), colour) > 0.35)
            return [Instance(mask, 0.85)] if mask.mean() > 0.002 else []
    if re.search(_SHINING, text):
        return [Instance(one, 0.85) for one in shining(small, land.sky(small))]
    if re.search(r"\bhair\b", text):
        return _hair(small)
    for pattern, first, last in _PARTS:
        if re.search(pattern, text):
            middle = (
                re.search(r"\b(shirt|t-shirt|blouse|top|face|hat|beanie|cap|helmet)\b", text)
                is not None
            )
            return _part(small, first, last, colour, middle=middle)
    if not colour:
        return _things(small, text)
    found = _coloured_things(small, text, colour) or _coloured(small, colour)
    if not says_looks(text):
        return found
    return [one for one in found if likeness(one.mask, text) and not _is_land(one.mask)]


def _coloured_things(small: Pixels, text: str, colour: str) -> list[Instance]:
    """The things a good part of which has the colour; not the land or sky that has it too."""
    worth = deserves(to_lab(cv2.bilateralFilter(small, 5, 30, 5)), colour) > 0.35
    return [
        Instance(one.mask, float(np.clip(one.score + 0.2, 0, 1)))
        for one in _things(small, text)
        if worth[one.mask].mean() > _OF_COLOUR
    ]


def _coloured(small: Pixels, colour: str) -> list[Instance]:
    """Pieces of one colour, each grown to the thing it belongs to."""
    lab = to_lab(cv2.bilateralFilter(small, 5, 30, 5))
    worth = deserves(lab, colour)
    seeds = cv2.morphologyEx(
        (worth > 0.42).astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)
    )
    seeds = cv2.morphologyEx(seeds, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(seeds)
    pieces = [
        (int(stats[label, cv2.CC_STAT_AREA]), labels == label)
        for label in range(1, count)
        if stats[label, cv2.CC_STAT_AREA] > seeds.size * 0.0012
    ]
    pieces.sort(key=lambda piece: -piece[0])
    outer = standing_out(small)
    found = []
    for area, piece in pieces[:24]:
        sure = float(worth[piece].mean())
        stands = float(outer[piece].mean())
        weight = 0.55 * min(sure * 1.15, 1) + 0.25 * stands + 0.2 * min(area / pieces[0][0] * 2, 1)
        found.append(Instance(piece, float(np.clip(weight, 0, 1))))
    return found


def grown(small: Pixels, piece: Pixels) -> Pixels:
    """A piece of a thing grown to the thing: what lies within its hull and is not like what lies around."""
    if not piece.any():
        return piece
    hull = np.zeros(piece.shape, np.uint8)
    cv2.fillConvexPoly(hull, cv2.convexHull(cv2.findNonZero(piece.astype(np.uint8))), 1)
    reach = max(round(np.sqrt(float(hull.sum())) * 0.12), 2)
    around = cv2.dilate(hull, disc(reach))
    labels = np.where(around > 0, cv2.GC_PR_BGD, cv2.GC_BGD).astype(np.uint8)
    labels[hull > 0] = cv2.GC_PR_FGD
    labels[piece] = cv2.GC_FGD
    return whole_shapes(cut(small, labels, 3) | piece, 0.2)


def _upright(small: Pixels) -> tuple[Pixels, int, int, Pixels]:
    """The subject, its uppermost row, how many rows it has, and every row's number."""
    mask = find_subject(small) > 0.5
    rows = np.flatnonzero(mask.any(1))
    return mask, rows[0], rows[-1] - rows[0] + 1, np.arange(mask.shape[0])[:, None]


def _part(
    small: Pixels, first: float, last: float, colour: str | None, *, middle: bool
) -> list[Instance]:
    """A band of the subject, from top to bottom of it; of the named colour where enough of it is."""
    mask, top, reach, row = _upright(small)
    band = mask & (row >= top + first * reach) & (row <= top + last * reach)
    lab = to_lab(cv2.bilateralFilter(small, 5, 30, 5))
    if colour:
        of_it = band & (deserves(lab, colour) > 0.2)
        if of_it.sum() > band.sum() * 0.04:
            return [Instance(of_it, 0.6)]
        if colour not in NEUTRAL:  # white in the shade is grey, but no hat in it is violet
            return []
    wide = mask & (row >= top + (first - 0.12) * reach) & (row <= top + (last + 0.1) * reach)
    head = np.nonzero(mask[: top + max(round(0.3 * reach), 1)])[1]
    below = float(np.median(head)) if middle else None
    return [Instance(_main_colour(lab, band, wide, below), 0.6)]


def _hair(small: Pixels) -> list[Instance]:
    """What the subject wears on top of its head and down from there, in light and in shade."""
    mask, top, reach, row = _upright(small)
    lab = to_lab(cv2.bilateralFilter(small, 5, 30, 5))
    # shade takes light and colour alike: their ratio stays
    hue = lab[..., 1:] * (50 / (lab[..., :1] + 12))
    tones = np.concatenate([lab[..., :1] * 0.12, hue], -1)
    upper = mask & (row < top + 0.62 * reach)
    crown = mask & (row < top + max(0.08 * reach, 3))
    places = np.flatnonzero(upper)
    if len(places) < 60 or not crown.any():
        return [Instance(crown, 0.5)] if crown.any() else []
    which, centres = clusters(tones.reshape(-1, 3)[places], 5)
    layer = np.full(mask.shape, -1)
    layer[upper] = which
    share = np.bincount(layer[crown], minlength=5) / crown.sum()
    near = np.linalg.norm(centres - centres[share.argmax()], axis=1) < _SAME_TONE
    found = np.isin(layer, np.flatnonzero((share > 0.2) | near)) & upper
    closed = cv2.morphologyEx(found.astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    _, pieces = cv2.connectedComponents(closed, connectivity=4)
    hair = np.isin(pieces, np.unique(pieces[crown])) & (closed > 0)
    return [Instance(whole_shapes(hair, 0.1), 0.6)] if hair.any() else [Instance(crown, 0.5)]


def _main_colour(lab: Array, band: Pixels, wide: Pixels, below: float | None) -> Pixels:
    """Of a band of the subject the part in its main colour, or that under the head, followed a little beyond.

    `below` is the head's column, None for the main colour.
    """
    places = np.flatnonzero(band)
    if len(places) < 60:
        return band
    scale = np.array([0.7, 1, 1], np.float32)
    which, centres = clusters(lab.reshape(-1, 3)[places] * scale, 3)
    columns = places % band.shape[1]
    central = np.abs(columns - (below or 0)) < 0.1 * (np.ptp(columns) + 1)
    worth = np.bincount(
        which[central] if below is not None and central.any() else which, minlength=3
    )
    main = int(np.argmax(worth))
    apart = np.linalg.norm(lab[..., None, :] * scale - centres, axis=-1)
    found = wide & (apart.argmin(-1) == main)
    opened = cv2.morphologyEx(found.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    return whole_shapes(opened.astype(bool) & wide, 0.12 if below is None else 0.5)


def _things(small: Pixels, text: str) -> list[Instance]:
    """The things that stand out, each for itself, by how well the words' usual place fits them.

    What is in the sky only counts when the words can mean such; what floats is looked for in the water.
    """
    try:
        things = find_things(small, 0.3)
    except RenderError:
        return []
    if says_looks(text):
        things = [part for thing in things for part in _parts_of(thing)]
    return _judged(small, things, text)


def _judged(small: Pixels, things: list[Pixels], text: str) -> list[Instance]:
    """The things that can be what the words name."""
    in_sky = re.search(_FLYING, text) is not None
    above = land.sky(small)
    if in_sky or above[round(_BACKDROP * len(above))].mean() > 0.5:
        above = np.zeros_like(above)  # what goes down so far is no sky but a plain backdrop
    afloat, ashore = re.search(_AFLOAT, text), re.search(_ASHORE, text)
    shore = land.waterline(small) if afloat or ashore else None
    if shore is not None:
        above = above & (np.arange(len(above))[:, None] < shore)  # pale water is no sky
    outer = standing_out(small)
    most = max(int(one.sum()) for one in things)
    found = []
    for rank, thing in enumerate(things):
        area = int(thing.sum())
        if area < max(0.04 * most, 0.001 * thing.size) or land.hangs(thing, above, 4):
            continue
        like = likeness(thing, text)
        if not like or is_faint(small, thing):
            continue
        score = 0.45 + 0.3 * float(outer[thing].mean()) * min(area / most * 2, 1) + 0.2 / (1 + rank)
        if shore is not None:
            swims = np.flatnonzero(thing.any(1))[-1] > shore + 2
            score -= 0 if swims == bool(afloat) else 0.4
        found.append(Instance(thing, float(np.clip(score, 0, 1)) * like))
    return found


def _parts_of(thing: Pixels) -> list[Pixels]:
    """The pieces of what is a thing together, as two balls that touch, but for crumbs."""
    side = max(round(0.2 * float(np.sqrt(thing.sum()))), 2)
    kernel = disc_across(side)
    cores = cv2.erode(thing.astype(np.uint8), kernel, borderValue=0)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(cores)
    large = [one for one in range(1, count) if stats[one, 4] > 0.1 * stats[1:, 4].max()]
    if len(large) < 2:
        return [thing]
    return [(cv2.dilate((labels == one).astype(np.uint8), kernel) > 0) & thing for one in large]


def _is_land(piece: Pixels) -> bool:
    """Whether a piece goes on beyond the picture's sides or over most of its width, as no single thing does."""
    columns = np.flatnonzero(piece.any(0))
    return bool(
        (piece[:, 0].any() and piece[:, -1].any()) or np.ptp(columns) > 0.8 * piece.shape[1]
    )


def is_guessed(words: str) -> bool:
    """Whether words name a thing of which only its place can be known here: no stretch of land, no part, no colour."""
    text = words.lower()
    known = (*(pattern for pattern, *_ in (*_LAND, *_PARTS, *_SIDES)), _SHINING, r"\bhair\b")
    if any(re.search(pattern, text) for pattern in known) or says_looks(text):
        return False
    return not re.search(
        rf"\b({'|'.join(_EXACT_COLOURS)}|background|backdrop|behind|subject|things?)\b", text
    )


def _placed(one: Instance, text: str, shape: tuple[int, ...]) -> Instance:
    """The score changed by where the words say it should be."""
    ys, xs = np.nonzero(one.mask)
    if len(xs) == 0:
        return Instance(one.mask, 0.0)
    across, down = xs.mean() / shape[1] * 2 - 1, ys.mean() / shape[0] * 2 - 1
    score = one.score
    for pattern, (axis, side) in _SIDES:
        if re.search(pattern, text):
            fit = (
                1 - float(np.hypot(across, down))
                if axis == 2
                else float((across, down)[axis] * side)
            )
            score *= float(np.clip(0.75 + fit, 0.05, 1.25))
    return Instance(one.mask, float(np.clip(score, 0, 1)))


def _picked(found: list[Instance], text: str) -> list[Instance]:
    """Only as many, and those, as size, order and number words ask for."""

    def area(one: Instance) -> int:
        return int(one.mask.sum())

    if re.search(r"\b(largest|biggest|big|large)\b", text):
        found = sorted(found, key=lambda one: -area(one))
    elif re.search(r"\b(smallest|tiniest|small|little|tiny)\b", text):
        found = sorted(found, key=area)
    for word, place in _ORDINALS.items():
        if re.search(rf"\b{word}\b", text):
            order = sorted(found, key=lambda one: float(np.nonzero(one.mask)[1].mean()))
            return order[place : place + 1]
    for word, count in _COUNTS.items():
        if re.search(rf"\b{word}\b", text):
            return found[:count]
    if re.search(r"\b(largest|biggest|smallest|tiniest|leftmost|rightmost)\b", text):
        return found[:1]
    return found
