"""A head and shoulders put together from flat shapes."""

from studio.renderers.drawing.canvas import (
    Array,
    mix,
)
from studio.renderers.drawing.palette import shifted
from studio.renderers.scenes.persons.face import Face


class Bust(Face):
    """Head and shoulders: the face, and what is worn around it."""

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
