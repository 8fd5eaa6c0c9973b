"""A head and shoulders put together from flat shapes."""

import numpy as np

from studio.renderers.drawing.canvas import (
    Array,
    Canvas,
    Points,
    colour,
    ellipse,
    mix,
    placed,
    smooth,
)
from studio.renderers.drawing.palette import Palette, shifted


class Bust:
    """The parts of a bust in units of the canvas; every part has a lit half and a shaded half."""

    def __init__(
        self,
        canvas: Canvas,
        cx: float,
        cy: float,
        size: float,
        skin: Array,
        hair: Array,
        coat: Array,
        lining: Array,
        palette: Palette,
    ) -> None:
        self.canvas, self.cx, self.cy, self.size = canvas, cx, cy, size
        self.skin, self.hair, self.coat, self.lining, self.palette = (
            skin,
            hair,
            coat,
            lining,
            palette,
        )

    def _at(
        self, points: list[tuple[float, float]], *, rounded: bool = True, steps: int = 9
    ) -> Points:
        drawn = smooth(points, steps=steps) if rounded else np.array(points)
        return placed(drawn, self.cx, self.cy, self.size)

    def _both(self, points: list[tuple[float, float]], **options: bool) -> Points:
        """A symmetric outline from its right half, top to bottom."""
        mirrored = [(-x, y) for x, y in reversed(points)]
        return self._at(points + mirrored, **options)

    def _cast(self, polygon: Points, paint: Array, *, shade: float = 0.28) -> None:
        """A part and the shadow on its right side."""
        self.canvas.shape([polygon], paint, depth=0.75)
        cut = self.canvas.outline([polygon])
        if cut is None:
            return
        mask, (top, left) = cut
        x = self.canvas.x[:, left : left + mask.shape[1]]
        edge = np.clip((x - self.cx - self.size * 0.028) / (self.size * 0.006), 0, 1)
        self.canvas.paint(
            (mask * edge).astype(np.float32), mix(paint, self.palette.near, shade), at=(top, left)
        )

    def long_hair(self) -> None:
        """Hair that falls behind the shoulders."""
        fall = [
            (0.0, -0.36),
            (0.15, -0.33),
            (0.2, -0.2),
            (0.205, 0.0),
            (0.22, 0.16),
            (0.15, 0.24),
            (0.05, 0.2),
        ]
        self._cast(self._both(fall), mix(self.hair, self.palette.near, 0.12))

    def body(self, bottom: float) -> None:
        """Neck, coat, collar."""
        low = (bottom - self.cy) / self.size + 0.1
        shoulders = [
            (0.055, 0.09),
            (0.13, 0.16),
            (0.27, 0.215),
            (0.345, 0.32),
            (0.38, low),
            (0.2, low),
        ]
        self._cast(self._both(shoulders), self.coat, shade=0.3)
        self._cast(
            self._both([(0.062, -0.05), (0.06, 0.12), (0.075, 0.2), (0.03, 0.24)]),
            mix(self.skin, self.palette.near, 0.16),
            shade=0.22,
        )
        shirt = self._at(
            [(-0.085, 0.14), (0.0, 0.32), (0.085, 0.14), (0.05, 0.2), (0.0, 0.235), (-0.05, 0.2)],
            rounded=False,
        )
        self.canvas.shape([shirt], mix(self.lining, self.palette.light, 0.35))
        for side in (-1, 1):
            collar = [
                (0.06 * side, 0.085),
                (0.145 * side, 0.15),
                (0.1 * side, 0.3),
                (0.0, 0.335),
                (0.075 * side, 0.2),
            ]
            tone = mix(self.coat, self.palette.near, 0.18 if side < 0 else 0.42)
            self.canvas.shape([self._at(collar, rounded=False)], tone, depth=0.8)
        seam = self._at(
            [(-0.004, 0.335), (0.004, 0.335), (0.005, low), (-0.005, low)], rounded=False
        )
        self.canvas.shape([seam], mix(self.coat, self.palette.near, 0.5))

    def scarf(self, tone: Array) -> None:
        """A scarf wound round the neck over the collar, one fringed end hanging down."""
        near = self.palette.near
        end = [(0.015, 0.15), (0.105, 0.14), (0.14, 0.3), (0.135, 0.425), (0.04, 0.43), (0.03, 0.3)]
        self.canvas.shape([self._at(end, rounded=False)], mix(tone, near, 0.22), depth=0.82)
        for step in range(6):
            x = 0.043 + 0.0165 * step
            thread = [(x, 0.42), (x + 0.009, 0.42), (x + 0.008, 0.465), (x + 0.002, 0.465)]
            self.canvas.shape([self._at(thread, rounded=False)], mix(tone, near, 0.3))
        under = [(0.0, 0.245), (0.09, 0.22), (0.155, 0.165), (0.15, 0.11), (0.07, 0.1), (0.0, 0.11)]
        self._cast(self._both(under), mix(tone, near, 0.14), shade=0.3)
        over = [
            (0.0, 0.175),
            (0.085, 0.155),
            (0.135, 0.105),
            (0.125, 0.055),
            (0.06, 0.04),
            (0.0, 0.05),
        ]
        self._cast(self._both(over), tone, shade=0.3)
        for low in (0.2, 0.135):
            fold = [(-0.1, low - 0.045), (0.0, low), (0.1, low - 0.045), (0.0, low + 0.008)]
            self.canvas.shape([self._at(fold, steps=7)], mix(tone, near, 0.45), alpha=0.6)

    def head(self) -> None:
        """Ears and the face's oval, with a shadow under the chin."""
        ear = mix(self.skin, self.palette.near, 0.12)
        for side in (-1, 1):
            self.canvas.shape(
                [placed(ellipse(0.128 * side, -0.11, 0.026, 0.04), self.cx, self.cy, self.size)],
                ear,
            )
        under = self._both([(0.0, 0.0), (0.06, 0.02), (0.066, 0.07), (0.03, 0.1)])
        self.canvas.shape([under], mix(self.skin, self.palette.near, 0.42), alpha=0.7)
        face = [
            (0.0, -0.3),
            (0.09, -0.285),
            (0.126, -0.2),
            (0.126, -0.09),
            (0.108, -0.005),
            (0.06, 0.06),
            (0.0, 0.078),
        ]
        self._cast(self._both(face), self.skin, shade=0.2)

    def face(self, *, beard: bool, glasses: bool, woman: bool, smiles: bool = False) -> None:
        """Brows, eyes, nose, mouth; a beard or glasses."""
        dark = mix(self.hair, self.palette.near, 0.45)
        lid = dark if woman else mix(self.skin, self.palette.near, 0.5)
        for side in (-1, 1):
            self._eye(side, lid)
            self._brow_and_cheek(side, dark)
        nose = [(0.004, -0.125), (0.026, -0.062), (0.016, -0.047), (-0.014, -0.048), (0.004, -0.06)]
        self.canvas.shape([self._at(nose, steps=6)], mix(self.skin, self.palette.near, 0.26))
        if beard:
            self._beard()
        lips = mix(self.skin, colour("#b8323c"), 0.62 if woman else 0.38)
        (self._smile if smiles else self._mouth)(lips)
        if glasses:
            self._glasses()

    def _eye(self, side: int, lid: Array) -> None:
        """White, iris, glint and upper lid."""
        canvas, size = self.canvas, self.size
        x, y = self.cx + 0.053 * side * size, self.cy - 0.118 * size
        canvas.shape([ellipse(x, y, size * 0.021, size * 0.0125)], colour("#f7f3ec"))
        canvas.disc(x, y, size * 0.0108, mix(colour("#3a2a1e"), self.palette.water, 0.3))
        canvas.disc(x - size * 0.003, y - size * 0.003, size * 0.0028, colour("#ffffff"))
        outline = [
            (x - 0.027 * size, y - 0.004 * size),
            (x, y - 0.0175 * size),
            (x + 0.027 * size, y - 0.004 * size),
            (x, y - 0.0115 * size),
        ]
        canvas.shape([smooth(outline, steps=6)], lid)

    def _brow_and_cheek(self, side: int, dark: Array) -> None:
        """The brow over an eye, and the colour of the cheek under it."""
        size = self.size
        brow = [
            (0.024 * side, -0.151),
            (0.055 * side, -0.168),
            (0.088 * side, -0.152),
            (0.055 * side, -0.156),
        ]
        self.canvas.shape([self._at(brow, steps=6)], dark)
        x, y = self.cx + 0.068 * side * size, self.cy - 0.062 * size
        cheek = ellipse(x, y, size * 0.028, size * 0.02)
        self.canvas.shape([cheek], colour("#e0604a"), alpha=0.2, blur=size * 0.01)

    def _mouth(self, lips: Array) -> None:
        """Two lips and the line between them."""
        outline = [
            (-0.036, -0.005),
            (-0.012, -0.0135),
            (0.0, -0.0105),
            (0.012, -0.0135),
            (0.036, -0.005),
            (0.0, 0.014),
        ]
        self.canvas.shape([self._at(outline, steps=7)], lips)
        line = [(-0.034, -0.005), (0.0, -0.001), (0.034, -0.005), (0.0, 0.002)]
        self.canvas.shape([self._at(line, steps=6)], mix(lips, self.palette.near, 0.6))

    def _smile(self, lips: Array) -> None:
        """An open smile with its teeth."""
        corner = (0.05, -0.022)
        outline = [
            (-corner[0], corner[1]),
            (0.0, -0.01),
            corner,
            (0.03, 0.018),
            (0.0, 0.026),
            (-0.03, 0.018),
        ]
        self.canvas.shape([self._at(outline, steps=7)], lips)
        teeth = [
            (-0.04, -0.014),
            (0.0, -0.003),
            (0.04, -0.014),
            (0.022, 0.008),
            (0.0, 0.013),
            (-0.022, 0.008),
        ]
        self.canvas.shape([self._at(teeth, steps=7)], colour("#fbf6ee"))

    def _beard(self) -> None:
        beard = [
            (0.0, -0.03),
            (0.045, -0.036),
            (0.085, -0.03),
            (0.124, -0.1),
            (0.13, -0.01),
            (0.1, 0.085),
            (0.045, 0.135),
            (0.0, 0.145),
        ]
        self._cast(self._both(beard), self.hair, shade=0.18)
        hollow = self._at([(-0.042, 0.004), (0.0, -0.014), (0.042, 0.004), (0.0, 0.024)], steps=6)
        self.canvas.shape([hollow], mix(self.hair, self.palette.near, 0.35))

    def _glasses(self) -> None:
        for side in (-1, 1):
            x, y = self.cx + 0.055 * side * self.size, self.cy - 0.115 * self.size
            ring = np.vstack(
                [
                    ellipse(x, y, self.size * 0.041, self.size * 0.036),
                    ellipse(x, y, self.size * 0.036, self.size * 0.031)[::-1],
                ]
            )
            self.canvas.shape([ring], self.palette.near, alpha=0.9)
        bridge = self._at(
            [(-0.016, -0.12), (0.016, -0.12), (0.016, -0.115), (-0.016, -0.115)], rounded=False
        )
        self.canvas.shape([bridge], self.palette.near)

    def hair_top(self, *, woman: bool) -> None:
        """Hair over the forehead, parted to one side."""
        crown = [
            (-0.136, -0.13),
            (-0.148, -0.24),
            (-0.1, -0.335),
            (0.0, -0.362),
            (0.1, -0.335),
            (0.148, -0.24),
            (0.136, -0.13),
            (0.118, -0.2),
            (0.06, -0.245),
            (-0.03, -0.262),
            (-0.09, -0.225),
            (-0.12, -0.185),
        ]
        if woman:
            crown = [
                (-0.146, 0.0),
                (-0.165, -0.2),
                (-0.115, -0.34),
                (0.0, -0.372),
                (0.115, -0.34),
                (0.165, -0.2),
                (0.146, 0.0),
                (0.125, -0.13),
                (0.1, -0.21),
                (0.01, -0.276),
                (-0.06, -0.235),
                (-0.118, -0.16),
            ]
        self._cast(self._at(crown), self.hair, shade=0.25)
        shine = self._at([(-0.09, -0.28), (-0.03, -0.325), (0.03, -0.33), (-0.03, -0.312)], steps=7)
        self.canvas.shape([shine], mix(self.hair, self.palette.light, 0.35), alpha=0.6)

    def beanie(self, wool: Array) -> None:
        """A knitted cap with a turned-up edge."""
        cap = [(0.0, -0.4), (0.09, -0.385), (0.142, -0.3), (0.148, -0.215), (0.0, -0.205)]
        self._cast(self._both(cap), wool, shade=0.25)
        brim = [
            (0.0, -0.235),
            (0.1, -0.228),
            (0.155, -0.222),
            (0.156, -0.175),
            (0.1, -0.172),
            (0.0, -0.18),
        ]
        self._cast(
            self._both(brim), shifted(mix(wool, self.palette.near, 0.28), light=1.05), shade=0.25
        )
        for step in range(-9, 10):
            x = step * 0.016
            rib = self._at(
                [(x - 0.001, -0.23), (x + 0.001, -0.23), (x + 0.001, -0.178), (x - 0.001, -0.178)],
                rounded=False,
            )
            self.canvas.shape([rib], self.palette.near, alpha=0.25)
