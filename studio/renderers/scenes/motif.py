"""Named things in a picture: on a studio floor of their own, in a room, or within a landscape."""

import cv2
import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, colour, ellipse, mix
from studio.renderers.drawing.palette import Palette, difference
from studio.renderers.motifs.catalogue import MOTIFS, Box, Motif, furnishing, named
from studio.renderers.motifs.pen import Pen
from studio.renderers.prompts.words import Brief, number_of
from studio.renderers.scenes.landscapes.inhabitants import SHORES
from studio.renderers.scenes.landscapes.terrain import paint_land
from studio.renderers.scenes.persons.pets import paint_pet
from studio.renderers.scenes.persons.species import HEADS
from studio.renderers.scenes.rooms.studio_floor import paint_floor
from studio.renderers.scenes.stage import Stage

_DIM = 0.42
"""How much of a thing's colours the darkest night takes."""


def paint_still(canvas: Canvas, brief: Brief, palette: Palette) -> None:
    """The motifs a brief names before a plain ground, and an animal with them where one is named."""
    tags = named(brief)
    first = MOTIFS[tags[0]]
    hue = first.hue(brief, tags[0], canvas.rng)
    evening = brief.time is not None or "neon" in brief.styles
    level = paint_floor(canvas, first.studio, hue, palette.dark if evening else 0.0, brief.words)
    canvas.mark(0.4)
    kind = next((one for one in brief.subjects if one in HEADS and one not in first.covers), None)
    slots = len(tags) + (kind is not None and first.seat is None)
    for number, tag in enumerate(tags):
        motif = MOTIFS[tag]
        room = (canvas.width * 0.94 / slots, canvas.height * 0.9)
        size = _fit(motif.box, room, canvas.unit * motif.share)
        middle = canvas.width * (number + 0.5) / slots
        foot = _foot(motif.box, size, canvas.height, level)
        x = middle - size * (motif.box[0] + motif.box[2]) / 2
        tone = hue if number == 0 else motif.hue(brief, tag, canvas.rng)
        motif.paint(Pen(canvas, x, foot, size, words=brief.words), tone)
        if number == 0:
            canvas.look_at(middle, foot + size * (motif.box[1] + motif.box[3]) / 2)
    if kind is not None:
        spot, tall = _beside(canvas, first, level, slots)
        paint_pet(canvas, brief, kind, spot, tall)
    canvas.mark(0.85)


def _beside(
    canvas: Canvas, motif: Motif, level: float, slots: int
) -> tuple[tuple[float, float], float]:
    """Where an animal sits and how large it is: in the saddle, else to the right."""
    size = _fit(
        motif.box, (canvas.width * 0.94 / slots, canvas.height * 0.9), canvas.unit * motif.share
    )
    if motif.seat is not None:
        foot = _foot(motif.box, size, canvas.height, level)
        x = canvas.width * 0.5 - size * (motif.box[0] + motif.box[2]) / 2
        return (x + size * motif.seat[0], foot + size * motif.seat[1]), min(
            size * 0.75, canvas.unit * 0.4
        )
    return (canvas.width * (slots - 0.5) / slots, canvas.height * level), min(
        canvas.unit * 0.6, canvas.width * 0.8 / slots
    )


def _fit(box: Box, room: tuple[float, float], longest: float) -> float:
    """The height of a thing whose box goes into `room` with no side longer than `longest`, in pixels."""
    wide, tall = box[2] - box[0], box[3] - box[1]
    return min(room[0] / wide, room[1] / tall, longest / max(wide * 0.8, tall))


def _foot(box: Box, size: float, height: int, level: float) -> float:
    """Where the foot is so that the thing stands on `level` and is wholly within the picture."""
    top, low = -box[1] * size, box[3] * size
    middle = height * 0.5 + (top - low) / 2
    return min(max(height * level, middle), height * 0.98 - low)


def paint_in_room(canvas: Canvas, brief: Brief, dark: float, level: float, side: int) -> None:
    """The motif a brief names in a room whose floor begins at `level` pixels; a small one on a table."""
    for tag in furnishing(brief)[:1]:
        motif = MOTIFS[tag]
        large = tag not in _SMALL
        wide, low = canvas.width * (0.6 if large else 0.34), canvas.height - level
        size = _fit(
            motif.box, (wide, canvas.height * 0.62), canvas.unit * (0.56 if large else 0.26)
        )
        x = canvas.width * 0.5 - side * (canvas.unit * 0.22 if large else canvas.unit * 0.3)
        reach = size * (motif.box[2] - motif.box[0]) / 2 + canvas.unit * 0.03
        x = min(max(x, reach), max(canvas.width - reach, reach))
        foot = level + low * (0.72 if large else 0.42)
        if not large:
            _stand(canvas, x, foot, level + low * 0.86)
        pen = Pen(canvas, x - size * (motif.box[0] + motif.box[2]) / 2, foot - size * max(motif.box[3] - 0.05, 0), size,
                  words=brief.words, shade=colour("#140e12"), dim=0.0 if motif.glows else _DIM * dark)  # fmt: skip
        motif.paint(pen, motif.hue(brief, tag, canvas.rng))
        canvas.look_at(x, foot - size * 0.5)


def _stand(canvas: Canvas, x: float, top: float, foot: float) -> None:
    """A small round table."""
    pen = Pen(canvas, x, foot, canvas.unit)
    tall, wood = (foot - top) / canvas.unit, colour("#8a5a34")
    pen.shadow(0, 0.15)
    pen.cast(
        [(-0.02, -tall), (0.02, -tall), (0.024, -0.02), (0.1, 0.0), (-0.1, 0.0), (-0.024, -0.02)],
        wood,
        curved=False,
    )
    pen.cast(ellipse(0, -tall + 0.018, 0.2, 0.042), wood * np.float32(0.6), curved=False)
    pen.cast(ellipse(0, -tall, 0.2, 0.042), wood, curved=False)


_AROUND, _TOUCHED, _EVEN = 0.26, 0.02, 0.05
"""How much around a thing is looked at, in heights of it; how much light, 0 … 1, changes where it is painted; and from
how much less light on it is darker than what is behind it."""
_ALIKE, _BACK = 26.0, 0.6
"""What is no further apart (CIELAB) than this does not stand out; how far at most what is behind it steps back."""
_PALE, _SHADE = 0.55, 0.55
"""From how bright on (as an eye sees it, 0 … 1) things are pale, and how much shade at most is behind the palest."""
_SMALL = frozenset(
    {"watch", "perfume", "headphones", "sunglasses", "record", "laptop", "camera", "sneakers", "chess", "pumpkin",
     "skull", "suitcase", "lipstick", "handbag", "phone", "bottle", "controller", "books", "cactus", "mushroom",
     "snail", "hedgehog", "violin", "clock", "crown", "watermelon", "pineapple", "avocado", "trumpet", "squirrel",
     "ladybug", "spider", "crab", "swan", "parrot", "hummingbird", "bee"}
)  # fmt: skip
"""What stands on a table in a room, and not on its floor."""
_HERDS = frozenset(
    {"flamingo", "swan", "peacock", "giraffe", "zebra", "camel", "dinosaur", "bee", "snail", "hedgehog", "kite",
     "ghost", "windmill", "tent", "airplane", "helicopter", "saucer", "tall-ship", "surfer", "runner", "airship"}
)  # fmt: skip
"""What is drawn more than once where more than one is named by a plural alone."""


def paint_in_landscape(stage: Stage, *, far: bool) -> None:
    """The motifs a brief names that stand behind the water (`far`), or those before it."""
    tags = named(stage.brief)
    if len(tags) == 1 and not MOTIFS[tags[0]].paired:
        some = 3 if tags[0] in _HERDS else 1
        who = (tags[0], *MOTIFS[tags[0]].covers)
        tags *= min(number_of(stage.brief, *who, some=some), 3)
    for number, tag in enumerate(tags):
        motif = MOTIFS[tag]
        if (motif.stands == "far") != far:
            continue
        share = motif.share * (0.84, 0.62, 0.5)[len(tags) - 1]
        _set(stage, motif, tag, share, number if len(tags) > 1 else None, len(tags))


def _set(
    stage: Stage, motif: Motif, tag: str, share: float, number: int | None, count: int
) -> None:
    """One of `count` motifs, the `number`th from the left where there are several."""
    canvas, brief = stage.canvas, stage.brief
    tall = stage.horizon * 0.95 if motif.stands == "far" else canvas.height * 0.86
    size = _fit(motif.box, (canvas.width * 0.96 / count, tall), canvas.unit * share)
    flip = bool(number)
    left, top, right, low = motif.box
    box = (-right, top, -left, low) if flip else motif.box
    aside = 0.06 * stage.side if number is None else (number + 0.5) / count - 0.5
    if number is None and brief.has("person", "fox", "cat", "dog", "deer", "horse"):
        aside = 0.24 * stage.side
    x, foot = _spot(stage, motif.stands, box, size, aside)
    if stage.water and motif.stands == "ground":
        _bank(stage, foot)
    pen = Pen(canvas, x, foot, size, flip=flip, words=brief.words, shade=stage.palette.near,
              dim=0.0 if motif.glows else _DIM * stage.palette.dark)  # fmt: skip
    hue = motif.hue(brief, tag, canvas.rng)
    _set_off(stage, hue, (x, foot), (box[0] * size, box[1] * size, box[2] * size, box[3] * size))
    area = _area((x, foot), box, size)
    before = canvas.rgb[area].copy()
    motif.paint(pen, hue)
    _stand_out(stage, area, before)
    if not number:
        canvas.look_at(x, foot + size * (top + low) / 2)


def _set_off(stage: Stage, hue: Array, place: tuple[float, float], box: Box) -> None:
    """Something of shade, softly, behind a pale thing that would not be seen before what is as pale.

    `place` is its foot, `box` what it takes around that, in pixels.
    """
    canvas, (left, top, right, low) = stage.canvas, box
    rows = slice(max(int(place[1] + top), 0), max(int(place[1] + low), 1))
    columns = slice(max(int(place[0] + left), 0), max(int(place[0] + right), 1))
    behind = float(np.sqrt(np.clip(canvas.rgb[rows, columns], 0, 1)).mean())
    pale = float(np.sqrt(np.clip(hue, 0, 1)).mean())
    alike = min(max((behind - _PALE) / 0.2, 0), 1) * min(max((pale - _PALE) / 0.2, 0), 1)
    if alike <= 0:
        return
    middle = (place[0] + (left + right) / 2, place[1] + (top + low) / 2)
    wide, tall = (right - left) * 0.55, (low - top) * 0.5
    shade = mix(stage.palette.zenith, stage.palette.near, 0.4)
    canvas.shape(
        [ellipse(*middle, wide, tall)], shade, alpha=_SHADE * alike, blur=min(wide, tall) * 0.45
    )


def _area(foot: tuple[float, float], box: Box, size: float) -> tuple[slice, slice]:
    """The rows and columns that a thing and what is close around it take."""
    room = size * _AROUND
    rows = slice(
        max(int(foot[1] + box[1] * size - room), 0), max(int(foot[1] + box[3] * size + room), 1)
    )
    columns = slice(
        max(int(foot[0] + box[0] * size - room), 0), max(int(foot[0] + box[2] * size + room), 1)
    )
    return rows, columns


def _stand_out(stage: Stage, area: tuple[slice, slice], before: Array) -> None:
    """What is behind a thing that has its colours steps back: into haze from a dark thing, into shade from a light one.

    `before` is what was there before the thing was painted.
    """
    view = stage.canvas.rgb[area]
    there = np.abs(view - before).max(-1)
    solid = there > _TOUCHED
    if not solid.any() or solid.all():
        return
    behind = np.clip(before[solid], 0, 1).mean(0)
    own = np.clip(view[solid], 0, 1).mean(0)
    apart = difference(own, behind)
    if apart >= _ALIKE:
        return
    lighter = float(own.sum()) < float(behind.sum()) + _EVEN
    far = stage.palette.haze if lighter else stage.palette.near
    near = cv2.GaussianBlur(solid.astype(np.float32), (0, 0), max(stage.canvas.unit * 0.025, 1))
    free = np.clip(1 - there / _TOUCHED, 0, 1)
    share = np.clip(2 * near, 0, 1) * free * np.float32(_BACK * (1 - apart / _ALIKE))
    view += (far - view) * share[..., None]


def _bank(stage: Stage, foot: float) -> None:
    """Dry ground before the water: a quay in a town, else a shore; a beach is there already."""
    canvas, brief = stage.canvas, stage.brief
    if brief.has("palm") or brief.words & SHORES:
        return
    ground = mix(
        colour("#6a6a72" if brief.has("city") else "#5f7a4a"),
        stage.palette.near,
        0.35 + 0.4 * stage.palette.dark,
    )
    rough = 0.0 if brief.has("city") else 0.03
    line = foot - canvas.unit * 0.06 + (canvas.noise(3, octaves=3)[0] - 0.5) * canvas.unit * rough
    paint_land(stage, line.astype(np.float32), mix(ground, stage.palette.horizon, 0.2), ground, depth=0.8,
               reach=canvas.unit * 0.12)  # fmt: skip


def _spot(stage: Stage, stands: str, box: Box, size: float, aside: float) -> tuple[float, float]:
    """Where the foot of a thing is: in the sky, on the water or on the ground before the viewer."""
    canvas = stage.canvas
    x = canvas.width * (0.5 + aside) - size * (box[0] + box[2]) / 2
    x = min(max(x, -box[0] * size), max(canvas.width - box[2] * size, -box[0] * size))
    below = canvas.height - stage.horizon
    if stands == "air":
        foot = stage.horizon * 0.5 - size * (box[1] + box[3]) / 2
    elif stands == "water" and stage.water:
        foot = stage.horizon + below * 0.55
    elif stands == "far":
        foot = stage.horizon + canvas.unit * 0.006
    elif stands == "perch":
        foot = canvas.height * 0.5 - size * (box[1] + box[3]) / 2
    else:
        foot = canvas.height - below * 0.14
    return x, min(
        max(foot, -box[1] * size + canvas.height * 0.02), canvas.height * 0.98 - box[3] * size
    )
