"""A face put together from flat shapes."""

import numpy as np

from studio.renderers.drawing.canvas import (
    Array,
    colour,
    ellipse,
    mix,
    placed,
    smooth,
)
from studio.renderers.scenes.persons.moulding import Moulding


class Face(Moulding):
    """Ears, face, eyes, nose and mouth; a beard or glasses."""

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
