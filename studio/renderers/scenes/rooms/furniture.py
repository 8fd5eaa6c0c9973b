"""What stands in a room: sofa, bed, kitchen units, shelves, desk, fireplace, lamp, plant, pictures."""

import numpy as np

from studio.renderers.drawing.canvas import (
    colour,
    ellipse,
    mix,
    placed,
    smooth,
)
from studio.renderers.scenes.rooms.cafe import CAFES, furnish_cafe
from studio.renderers.scenes.rooms.joinery import BOOKS, Joinery
from studio.renderers.scenes.rooms.kitchen import furnish_kitchen


class Furniture(Joinery):
    """Furniture along the wall of a room, whose floor begins at `level` pixels; `side` is where its weight lies."""

    def furnish(self, words: frozenset[str]) -> None:
        """The furniture of the room that is named."""
        if words & {"kitchen"}:
            furnish_kitchen(self)
        elif words & CAFES:
            furnish_cafe(self)
        elif words & {"bedroom", "bed"}:
            self._rug()
            self._bed()
            self._lamp(self.middle + self.side * self.unit * 0.62)
        elif words & {"library", "bookshelf", "office", "desk"}:
            self._shelves(self.middle + self.side * self.unit * 0.3)
            self._desk()
        else:
            self._pictures()
            if "fireplace" in words:
                self._fireplace(self.middle + self.side * self.unit * 0.52)
            else:
                self._plant(self.middle + self.side * self.unit * 0.62)
            self._rug()
            self._lamp(self.middle - self.side * self.unit * 0.66)
            self._sofa()

    def _rug(self) -> None:
        y = self.level + self.unit * 0.2
        for scale, tone in ((1.0, 0.2), (0.88, 0.5), (0.8, 0.3)):
            paint = mix(self.palette.accents[1], colour("#e4dccb"), tone) * self.shade
            spot = ellipse(self.middle, y, self.unit * 0.62 * scale, self.unit * 0.1 * scale)
            self.canvas.shape([spot], paint, depth=0.45)

    def _sofa(self) -> None:
        u, x, foot = self.unit, self.middle, self.level + self.unit * 0.15
        self.shadow(x, foot, u * 0.44)
        for side in (-1, 1):
            self.box(x + side * u * 0.34, foot, u * 0.012, u * 0.05, self.wood)
        body = foot - u * 0.035
        self.box(x, body - u * 0.08, u * 0.39, u * 0.2, self.cloth * np.float32(0.85))
        for side in (-1, 1):
            self.box(x + side * u * 0.17, body - u * 0.1, u * 0.165, u * 0.15, self.cloth, low=0.78)
        self.box(x, body, u * 0.36, u * 0.06, self.cloth * np.float32(0.65))
        for side in (-1, 1):
            self.box(
                x + side * u * 0.165,
                body - u * 0.045,
                u * 0.162,
                u * 0.075,
                self.cloth * np.float32(1.12),
                low=0.8,
            )
            self.box(x + side * u * 0.385, body, u * 0.055, u * 0.17, self.cloth * np.float32(0.95))
        for side, tone in ((-1, self.palette.accents[1]), (1, self.palette.accents[3])):
            pillow = np.array([(-0.5, -0.45), (0.5, -0.5), (0.46, 0.46), (-0.46, 0.5)])
            at = placed(
                smooth([(float(a), float(b)) for a, b in pillow], steps=6),
                x + side * u * 0.24,
                body - u * 0.17,
                u * 0.14,
                turn=0.3 * side,
            )
            self.canvas.shape(
                [at], tone * self.shade, fade=tone * self.shade * np.float32(0.7), depth=0.6
            )
        self.seat = (x, body - u * 0.1)

    def _lamp(self, x: float) -> None:
        u, foot = self.unit, self.level + self.unit * 0.08
        self.shadow(x, foot, u * 0.07)
        self.box(x, foot, u * 0.06, u * 0.012, self.wood)
        self.box(x, foot, u * 0.006, u * 0.5, self.wood)
        top = foot - u * 0.48
        shade = np.array(
            [
                (x - u * 0.06, top - u * 0.14),
                (x + u * 0.06, top - u * 0.14),
                (x + u * 0.1, top),
                (x - u * 0.1, top),
            ]
        )
        lit = colour("#ffdf9e") * np.float32(0.75 + 0.7 * self.palette.dark)
        self.canvas.shape([shade], lit, fade=lit * np.float32(1.25), depth=0.5)
        self.lamps.append((x, top))

    def _plant(self, x: float) -> None:
        u, foot = self.unit, self.level + self.unit * 0.1
        rng = self.canvas.rng
        self.shadow(x, foot, u * 0.08)
        green = colour("#3f7a45") * self.shade
        for index in range(13):
            lean = (index / 12 - 0.5) * 2.2 + float(rng.normal(0, 0.1))
            reach = u * float(rng.uniform(0.24, 0.36))
            leaf = smooth(
                [(0, 0), (0.1, -0.35), (0.07, -0.75), (0, -1.0), (-0.07, -0.75), (-0.1, -0.35)],
                steps=6,
            )
            tone = mix(green, colour("#a8c878"), float(rng.uniform(0, 0.4)) * float(self.shade))
            self.canvas.shape(
                [placed(leaf, x, foot - u * 0.12, reach, turn=-lean)],
                tone,
                fade=green * np.float32(0.55),
                depth=0.55,
            )
        pot = np.array(
            [
                (x - u * 0.075, foot - u * 0.14),
                (x + u * 0.075, foot - u * 0.14),
                (x + u * 0.055, foot),
                (x - u * 0.055, foot),
            ]
        )
        clay = colour("#d8cfc0") * self.shade
        self.canvas.shape([pot], clay, fade=clay * np.float32(0.6), depth=0.55)

    def _pictures(self) -> None:
        u, rng = self.unit, self.canvas.rng
        x = self.middle + self.side * u * 0.1
        for dx, dy, half, tall in (
            (0.0, 0.5, 0.085, 0.22),
            (0.21, 0.58, 0.07, 0.14),
            (0.21, 0.42, 0.07, 0.12),
        ):
            px, foot = x + self.side * dx * u, self.level - dy * u + tall * u / 2
            self.box(px, foot, half * u, tall * u, self.wood)
            self.box(
                px,
                foot - u * 0.008,
                half * u - u * 0.008,
                tall * u - u * 0.016,
                colour("#efe9dc") * self.shade,
                low=1.0,
            )
            for _ in range(3):
                tone = self.palette.accents[int(rng.integers(4))] * self.shade
                spot = (
                    px + half * u * float(rng.uniform(-0.4, 0.4)),
                    foot - tall * u * float(rng.uniform(0.3, 0.7)),
                )
                self.canvas.disc(*spot, half * u * float(rng.uniform(0.2, 0.42)), tone, alpha=0.9)

    def _fireplace(self, x: float) -> None:
        u, foot = self.unit, self.level + self.unit * 0.02
        stone = colour("#b8aa9a") * self.shade
        self.box(x, foot, u * 0.24, u * 0.4, stone)
        for row in range(8):
            for column in range(5):
                px = x + u * (0.096 * (column - 2) + 0.03 * (row % 2) - 0.015)
                tone = stone * np.float32(0.8 + 0.3 * float(self.canvas.rng.random()))
                self.box(px, foot - u * (0.005 + 0.049 * row), u * 0.044, u * 0.042, tone)
        self.box(x, foot - u * 0.4, u * 0.27, u * 0.035, self.wood)
        self.box(x, foot, u * 0.15, u * 0.23, colour("#140c0a"))
        for index in range(9):
            lean, tall = (index - 4) * 0.024 * u, u * (0.17 - 0.016 * abs(index - 4))
            flame = smooth(
                [(0, -1), (0.24, -0.45), (0.2, 0.0), (-0.2, 0.0), (-0.22, -0.5)], steps=6
            )
            hue = colour(("#ff7a1e", "#ffb03a", "#ffe08a")[index % 3]) * np.float32(1.3)
            self.canvas.shape(
                [placed(flame, x + lean, foot - u * 0.03, tall)],
                hue,
                alpha=0.85,
                blur=u * 0.003,
                depth=0.5,
            )
        for turn in (-0.2, 0.2):
            log = np.array([(-0.5, -0.1), (0.5, -0.1), (0.5, 0.1), (-0.5, 0.1)])
            self.canvas.shape(
                [placed(log, x, foot - u * 0.025, u * 0.2, turn=turn)], self.wood * np.float32(0.6)
            )
        self.lamps.append((x, foot - u * 0.1))

    def _bed(self) -> None:
        u, x, foot = self.unit, self.middle, self.level + self.unit * 0.2
        self.shadow(x, foot, u * 0.44)
        self.box(x, foot - u * 0.08, u * 0.4, u * 0.34, self.wood)
        linen = colour("#f2ede4") * self.shade
        self.box(x, foot - u * 0.03, u * 0.39, u * 0.2, linen)
        for side in (-1, 1):
            self.box(
                x + side * u * 0.18,
                foot - u * 0.18,
                u * 0.15,
                u * 0.11,
                linen * np.float32(1.05),
                low=0.8,
            )
        self.box(x, foot, u * 0.4, u * 0.15, self.cloth, low=0.75)
        self.box(x, foot - u * 0.12, u * 0.4, u * 0.05, mix(self.cloth, linen, 0.6))
        self.seat = (x - u * 0.12, foot - u * 0.14)

    def _shelves(self, x: float) -> None:
        u, foot, rng = self.unit, self.level + self.unit * 0.02, self.canvas.rng
        self.box(x, foot, u * 0.42, u * 0.66, self.wood)
        for row in range(5):
            low = foot - u * (0.02 + 0.127 * row)
            self.box(x, low, u * 0.4, u * 0.11, self.wood * np.float32(0.4), low=1.0)
            px = x - u * 0.39
            while px < x + u * 0.37:
                wide = u * float(rng.uniform(0.012, 0.03))
                hue = colour(BOOKS[int(rng.integers(len(BOOKS)))]) * self.shade
                if rng.random() < 0.9:
                    self.box(px + wide / 2, low, wide / 2, u * float(rng.uniform(0.07, 0.1)), hue)
                px += wide * 1.06

    def _desk(self) -> None:
        u, x, foot = (
            self.unit,
            self.middle - self.side * self.unit * 0.12,
            self.level + self.unit * 0.24,
        )
        self.shadow(x, foot, u * 0.4)
        for side in (-1, 1):
            self.box(x + side * u * 0.34, foot, u * 0.02, u * 0.26, self.wood * np.float32(1.3))
        self.box(x, foot - u * 0.24, u * 0.4, u * 0.035, self.wood * np.float32(1.7))
        top = foot - u * 0.275
        self.box(x, top, u * 0.02, u * 0.06, colour("#2b2e33"))
        self.box(x, top - u * 0.04, u * 0.15, u * 0.18, colour("#1c1f24"))
        self.box(
            x,
            top - u * 0.05,
            u * 0.14,
            u * 0.16,
            mix(self.palette.middle, self.palette.horizon, 0.4),
            low=0.5,
        )
        lamp = x + self.side * u * 0.28
        self.box(lamp, top, u * 0.04, u * 0.01, self.cloth)
        self.box(lamp, top, u * 0.005, u * 0.14, self.cloth)
        shade = placed(
            [(-0.3, -0.5), (0.3, -0.5), (0.55, 0.0), (-0.55, 0.0)], lamp, top - u * 0.12, u * 0.12
        )
        self.canvas.shape([shade], self.cloth * np.float32(1.2), depth=0.6)
        self.lamps.append((lamp, top - u * 0.11))
