"""Animals close by: head and chest from the front, as a flat illustration with soft light."""

import numpy as np

from studio.renderers.drawing.canvas import (
    Array,
    Canvas,
    Points,
    colour,
    ellipse,
    inwards,
    mix,
    placed,
    smooth,
)
from studio.renderers.drawing.palette import Palette
from studio.renderers.motifs.pen import Pen
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.backdrop import light_backdrop, set_off
from studio.renderers.scenes.persons.head_marks import MARKS
from studio.renderers.scenes.persons.head_parts import EARS, MUZZLES
from studio.renderers.scenes.persons.species import HEADS, Species
from studio.renderers.scenes.persons.worn import needs_room, on_an_animal

__all__ = ["HEADS", "Head", "paint_head"]
_INK = colour("#17120f")
_COLOURLESS = 0.12
"""Black, white and grey differ less than this from channel to channel, as an eye sees it."""


def paint_head(
    canvas: Canvas, brief: Brief, palette: Palette, kind: str, *, before_place: bool = False
) -> None:
    """The head and chest of an animal in `HEADS`; `before_place` as of `paint_portrait`."""
    rng = canvas.rng
    species = HEADS[kind]
    coat = natural_coat(brief, kind, rng)
    size = canvas.unit * float(rng.uniform(0.7, 0.78))
    cx = canvas.width * 0.5 + canvas.unit * float(rng.uniform(-0.04, 0.04))
    cy = canvas.height * 0.5 - canvas.unit * 0.03
    if needs_room(brief):  # room above the head
        size, cy = size * 0.86, cy + canvas.unit * 0.1
    light_backdrop(canvas, palette, cx, cy, before_place=before_place)
    night = 0.55 * palette.dark if before_place else 0.0
    if before_place:
        set_off(canvas, coat * np.float32(1 - night), (cx, cy), size * 0.42)
    canvas.mark(0.3)
    head = Head(
        canvas, species, coat, (cx, cy), size, tilt=float(rng.uniform(-0.05, 0.05)), night=night
    )
    head.paint()
    y = -0.14 if "bulging" in species.marks else -0.045
    worn = Pen(canvas, cx, cy, size, turn=-head.tilt, words=brief.words)
    cloth = max(palette.accents[:3], key=lambda hue: float(np.abs(hue - coat).sum()))
    on_an_animal(worn, brief, cloth, (species.eye_apart / 2, y))
    canvas.look_at(cx, cy)
    canvas.mark(0.85)


def natural_coat(brief: Brief, kind: str, rng: np.random.Generator) -> Array:
    """The coat of an animal in `HEADS`: in the colour said of it, toned by nature, else one of its kind's."""
    coats = HEADS[kind].coats
    natural = colour(coats[int(rng.integers(len(coats)))])
    code = brief.colour_of(kind)
    if kind == "bear" and "polar-bear" in brief.words:
        return colour("#f2f1ec")
    if code is None:
        return natural
    # red is a fox's red, but black is black
    plain = float(np.ptp(np.sqrt(colour(code)))) < _COLOURLESS
    return mix(colour(code), colour(coats[0]), 0.1 if plain else 0.3)


class Head:
    """One animal's head, `size` pixels for two heads, about the point between its eyes and its nose."""

    def __init__(
        self,
        canvas: Canvas,
        species: Species,
        coat: Array,
        middle: tuple[float, float],
        size: float,
        *,
        tilt: float = 0.0,
        night: float = 0.0,
    ) -> None:
        """`night` 0 … 1 is how much of the light is gone."""
        self.canvas, self.species, self.coat = canvas, species, coat * np.float32(1 - night)
        self.middle, self.size, self.tilt = middle, size, tilt
        self.pale = mix(colour(species.pale) * np.float32(1 - night), self.coat, 0.12)
        self.dark = mix(self.coat, _INK, 0.62)
        self.ink = _INK

    def paint(self, *, chest: bool = True) -> None:
        """All of it, from what is behind to the eyes."""
        marks = self.species.marks
        if chest:
            self._chest()
        for name in ("mane", "wool", "horns"):
            if name in marks:
                MARKS[name](self)
        EARS[self.species.ears](self)
        half, tall = self.species.width / 2, self.species.height / 2
        self.cast(self.skull(half, tall), self.coat)
        for name in (
            "blaze",
            "mask",
            "tabby",
            "stripes",
            "patches",
            "spots",
            "face",
            "heart",
            "discs",
            "bulging",
        ):
            if name in marks:
                MARKS[name](self)
        MUZZLES[self.species.muzzle](self)
        for side in (-1, 1):
            self._eye(side)
        for name in ("fringe", "whiskers", "tusks", "tongue"):
            if name in marks:
                MARKS[name](self)

    def at(self, points: list[tuple[float, float]] | Points, *, rounded: bool = True) -> Points:
        """Points of the drawing on the canvas."""
        drawn = smooth([(float(x), float(y)) for x, y in points], steps=9) if rounded else points
        return placed(drawn, *self.middle, self.size, turn=-self.tilt)

    def both(self, points: list[tuple[float, float]]) -> list[Points]:
        """An outline on the right and its mirror image on the left."""
        return [self.at([(side * x, y) for x, y in points]) for side in (1, -1)]

    def oval(self, x: float, y: float, rx: float, ry: float, *, turn: float = 0.0) -> Points:
        """An ellipse of the drawing on the canvas."""
        return self.at(ellipse(x, y, rx, ry, turn=turn), rounded=False)

    def skull(self, half: float, tall: float) -> Points:
        """The outline of the head: a crown, cheeks and a chin."""
        right = [(0.0, -tall), (0.55 * half, -0.9 * tall), (0.93 * half, -0.42 * tall), (half, 0.1 * tall),
                 (0.84 * half, 0.56 * tall), (0.45 * half, 0.92 * tall), (0.0, tall)]  # fmt: skip
        return self.at(right + [(-x, y) for x, y in reversed(right[1:-1])])

    def flat(
        self, polygons: list[Points], paint: Array, *, alpha: float = 1.0, soft: float = 0.0
    ) -> None:
        """Shapes in one colour; `soft` blurs their outline, in heads."""
        self.canvas.shape(polygons, paint, alpha=alpha, blur=soft * self.size, depth=0.8)

    def cast(self, polygon: Points, paint: Array) -> None:
        """A rounded part: lighter above on the left, darker below on the right, with a soft rim in shade."""
        cut = self.canvas.outline([polygon])
        if cut is None:
            return
        mask, (top, left) = cut
        rows, columns = mask.shape
        inner = inwards(mask, self.size * 0.012)  # the deeper within the shape, the lighter
        across = (self.canvas.x[:, left : left + columns] - self.middle[0]) / self.size
        down = (self.canvas.y[top : top + rows] - self.middle[1]) / self.size
        light = 1.06 - 0.34 * across - 0.3 * down - 0.24 * (1 - inner)
        shaded = paint * np.clip(light, 0.35, 1.3)[..., None]
        self.canvas.paint(mask, shaded.astype(np.float32), at=(top, left), depth=0.8)

    def _chest(self) -> None:
        low = (self.canvas.height - self.middle[1]) / self.size + 0.1
        half = self.species.width / 2
        right = [
            (0.0, 0.1),
            (half * 0.72, 0.16),
            (half * 0.95, 0.36),
            (half * 1.42, 0.62),
            (half * 1.5, low),
        ]
        self.cast(
            self.at(right + [(-x, y) for x, y in reversed(right[1:])]),
            mix(self.coat, self.ink, 0.1),
        )
        bib = [(0.0, 0.18), (half * 0.5, 0.26), (half * 0.62, 0.5), (half * 0.3, 0.78), (0.0, 0.86)]
        if "plain" not in self.species.marks:
            self.flat(
                [self.at(bib + [(-x, y) for x, y in reversed(bib[1:-1])])],
                self.pale,
                alpha=0.85,
                soft=0.012,
            )
        shadow = self.oval(0, self.species.height * 0.52, half * 0.8, 0.06)
        self.flat([shadow], self.ink, alpha=0.28, soft=0.03)

    def _eye(self, side: int) -> None:
        """A round eye with its light; the iris shows where the animal's are bright."""
        species = self.species
        x, y, r = side * species.eye_apart / 2, -0.045, species.eye_size / 2
        if "bulging" in species.marks:
            y = -0.2
        iris = colour(species.eye)
        if float(iris.max()) > 0.12:
            self.flat([self.oval(x, y, r * 1.18, r * 1.12)], self.ink)
            self.flat([self.oval(x, y, r, r * 0.96)], iris)
            narrow = 0.42 if species.ears == "pointed" and "whiskers" in species.marks else 0.55
            self.flat([self.oval(x, y, r * narrow, r * 0.72)], self.ink)
        else:
            self.flat([self.oval(x, y, r, r * 1.06)], self.ink)
        self.flat([self.oval(x - r * 0.32, y - r * 0.36, r * 0.27, r * 0.27)], colour("#ffffff"))
        self.flat(
            [self.oval(x + r * 0.3, y + r * 0.36, r * 0.13, r * 0.13)], colour("#ffffff"), alpha=0.6
        )
