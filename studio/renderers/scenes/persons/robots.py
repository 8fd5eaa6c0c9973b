"""Robots: a friendly machine of rounded boxes and lamps, standing in soft light."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, Points, colour, ellipse, mix
from studio.renderers.drawing.palette import Palette
from studio.renderers.prompts.words import Brief

_TALL = 0.94
"""How tall it is, of the picture's shorter side, so that the lamp of its antenna is within."""


_IN_PLACE = (0.58, 0.5, 0.42)
"""How tall one, two or three of them are before a place."""


def paint_robots_in_place(
    canvas: Canvas, brief: Brief, palette: Palette, count: int, side: int
) -> None:
    """Robots before the place that is painted already, whose weight is on the `side` −1 or 1; one stands aside."""
    count = min(count, 3)
    size = min(canvas.unit * _IN_PLACE[count - 1], canvas.width * 1.5 / count)
    shares = ((0.5 - 0.22 * side,), (0.5 - 0.3 * side, 0.5 + 0.16 * side), (0.2, 0.52, 0.82))
    for number, share in enumerate(shares[count - 1]):
        x, ground = canvas.width * share, canvas.height * (0.955 - 0.02 * (number % 2))
        canvas.shape(
            [ellipse(x, ground, size * 0.3, size * 0.035)],
            palette.near,
            alpha=0.7,
            blur=size * 0.02,
        )
        _build(canvas, brief, palette, (x, ground), size, number)
    canvas.look_at(canvas.width * shares[count - 1][0], canvas.height * 0.95 - size * 0.5)


def paint_robot(canvas: Canvas, brief: Brief, palette: Palette) -> None:
    """One robot seen from the front; proportions, lamps and antenna by chance."""
    back = mix(palette.middle, palette.zenith, 0.35)
    canvas.rgb[:] = canvas.gradient(
        [
            (0, mix(back, palette.zenith, 0.4)),
            (0.72, mix(back, palette.horizon, 0.35)),
            (1, mix(back, palette.near, 0.4)),
        ]
    )
    size = canvas.unit
    cx, ground = canvas.width * 0.5, canvas.height * 0.5 + size * 0.42
    canvas.glow(
        cx,
        ground - size * 0.5,
        size * 0.3,
        mix(palette.horizon, palette.light, 0.4) * 0.5,
        power=1.3,
    )
    canvas.disc(
        cx, ground - size * 0.46, size * 0.36, mix(palette.horizon, palette.light, 0.35), alpha=0.55
    )
    canvas.shape(
        [ellipse(cx, ground, size * 0.3, size * 0.035)], palette.near, alpha=0.7, blur=size * 0.02
    )
    canvas.look_at(cx, ground - size * 0.6)
    canvas.mark(0.3)
    _build(canvas, brief, palette, (cx, ground), size * _TALL, 0)


def _build(
    canvas: Canvas,
    brief: Brief,
    palette: Palette,
    foot: tuple[float, float],
    size: float,
    number: int,
) -> None:
    """One robot standing at `foot`, `size` pixels tall; `number` tells several apart."""
    rng = canvas.rng
    own = palette.accents[(2 * number) % len(palette.accents)]
    shell = mix(colour(brief.colours[0]) if brief.colours else own, colour("#d8dce0"), 0.25)
    trim = mix(palette.accents[1], colour("#f4efe4"), 0.2)
    body = _Robot(canvas, *foot, size, shell, trim, palette)
    body.legs_and_arms(float(rng.uniform(0.12, 0.16)))
    canvas.mark(0.5)
    body.trunk(float(rng.uniform(0.15, 0.18)))
    canvas.mark(0.65)
    body.head(float(rng.uniform(0.17, 0.21)), round_head=bool(rng.random() < 0.5))
    canvas.mark(0.85)


def _box(x: float, y: float, half_w: float, half_h: float, corner: float) -> Points:
    t = np.linspace(0, np.pi / 2, 9)
    parts = []
    for quarter, (sx, sy) in enumerate(((1, 1), (-1, 1), (-1, -1), (1, -1))):
        angle = t + quarter * np.pi / 2
        middle = (x + sx * (half_w - corner), y + sy * (half_h - corner))
        parts.append(
            np.stack([middle[0] + corner * np.cos(angle), middle[1] + corner * np.sin(angle)], -1)
        )
    return np.vstack(parts)


class _Robot:
    """The parts of one robot; lengths are shares of its `size`, in pixels."""

    def __init__(
        self,
        canvas: Canvas,
        cx: float,
        ground: float,
        size: float,
        shell: Array,
        trim: Array,
        palette: Palette,
    ) -> None:
        self.canvas, self.cx, self.ground, self.size = canvas, cx, ground, size
        self.shell, self.trim, self.palette = shell, trim, palette
        self.steel = mix(colour("#56606a"), palette.near, 0.25)

    def _part(
        self,
        x: float,
        y: float,
        half_w: float,
        half_h: float,
        paint: Array,
        *,
        corner: float = 0.03,
    ) -> None:
        """A rounded box with a lit left edge and a shaded right one."""
        canvas, size = self.canvas, self.size
        px, py = self.cx + x * size, self.ground - y * size
        outline = _box(px, py, half_w * size, half_h * size, min(corner, half_w, half_h) * size)
        canvas.shape(
            [outline + (size * 0.006, size * 0.01)], self.palette.near, alpha=0.4, blur=size * 0.012
        )
        cut = canvas.outline([outline])
        if cut is None:
            return
        mask, (top, left) = cut
        across = (canvas.x[:, left : left + mask.shape[1]] - px) / (half_w * size)
        down = (canvas.y[top : top + mask.shape[0]] - py) / (half_h * size)
        shine = (
            0.95
            - 0.42 * np.clip(across, -1, 1)
            - 0.18 * down
            + 0.5 * np.exp(-(((across + 0.55) / 0.16) ** 2)) * (0.6 - 0.3 * down)
        )
        canvas.paint(
            mask,
            (paint * np.clip(shine, 0.12, 1.7)[..., None]).astype(np.float32),
            at=(top, left),
            depth=0.8,
        )

    def legs_and_arms(self, spread: float) -> None:
        """Limbs of steel with coloured ends."""
        for side in (-1, 1):
            self._part(side * 0.085, 0.1, 0.028, 0.1, self.steel)
            self._part(side * 0.09, 0.03, 0.062, 0.032, self.shell, corner=0.028)
            self._part(side * (spread + 0.115), 0.33, 0.024, 0.115, self.steel)
            self._part(side * (spread + 0.115), 0.43, 0.042, 0.042, self.trim, corner=0.042)
            self._part(side * (spread + 0.115), 0.2, 0.04, 0.036, self.shell, corner=0.03)

    def trunk(self, half: float) -> None:
        """The chest with a dial, buttons and vents."""
        canvas, size = self.canvas, self.size
        self._part(0, 0.33, half, 0.155, self.shell, corner=0.05)
        self._part(
            0, 0.35, half * 0.72, 0.09, mix(self.steel, self.palette.near, 0.35), corner=0.02
        )
        dial = (self.cx - half * 0.32 * size, self.ground - 0.37 * size)
        canvas.disc(*dial, size * 0.042, self.trim)
        canvas.disc(*dial, size * 0.034, mix(self.palette.near, self.palette.zenith, 0.4))
        angle = float(canvas.rng.uniform(-2.6, -0.6))
        needle = np.array(
            [
                dial,
                (dial[0] + np.cos(angle) * size * 0.03, dial[1] + np.sin(angle) * size * 0.03),
                (dial[0] + size * 0.004, dial[1] + size * 0.004),
            ]
        )
        canvas.shape([needle], colour("#ff5a3c"))
        lamps = (colour("#ff6a4a"), colour("#ffd04a"), colour("#5fe0a0"))
        for index, lamp in enumerate(lamps):
            x, y = self.cx + half * size * (0.1 + 0.22 * index), self.ground - 0.395 * size
            canvas.disc(x, y, size * 0.0115, lamp * np.float32(1.3))
            canvas.spark(x, y, size * 0.035, lamp * np.float32(0.5))
        for row in range(4):
            self._part(
                half * 0.32, 0.36 - 0.017 * row, half * 0.26, 0.0045, self.trim, corner=0.004
            )

    def head(self, half: float, *, round_head: bool) -> None:
        """Neck, head, glowing eyes, a mouth of slits, ears and an antenna."""
        canvas, size = self.canvas, self.size
        self._part(0, 0.5, 0.045, 0.03, self.steel, corner=0.01)
        self._part(0, 0.82, 0.006, 0.07, self.steel, corner=0.005)
        top = (self.cx, self.ground - 0.895 * size)
        for side in (-1, 1):
            self._part(side * (half + 0.012), 0.64, 0.022, 0.05, self.trim, corner=0.02)
        self._part(0, 0.64, half, 0.125, self.shell, corner=0.12 if round_head else 0.045)
        self._part(
            0,
            0.655,
            half * 0.8,
            0.075,
            mix(self.palette.near, self.palette.zenith, 0.25),
            corner=0.07 if round_head else 0.03,
        )
        glow = mix(self.palette.accents[1], self.palette.light, 0.55)
        for side in (-1, 1):
            x, y = self.cx + side * half * 0.42 * size, self.ground - 0.665 * size
            canvas.disc(x, y, size * 0.034, glow * np.float32(1.25))
            canvas.disc(x, y, size * 0.016, mix(glow, self.palette.near, 0.75))
            canvas.disc(x - size * 0.009, y - size * 0.01, size * 0.007, colour("#ffffff"))
            canvas.spark(x, y, size * 0.09, glow * np.float32(0.35))
        smile = np.linspace(0.25, np.pi - 0.25, 24)
        arc = np.stack(
            [
                self.cx + np.cos(smile) * size * 0.04,
                self.ground - 0.622 * size + np.sin(smile) * size * 0.018,
            ],
            -1,
        )
        canvas.shape([np.vstack([arc, arc[::-1] + (0, size * 0.005)])], glow)
        canvas.disc(*top, size * 0.02, colour("#ff5a3c") * np.float32(1.4))
        canvas.spark(*top, size * 0.07, colour("#ff5a3c") * np.float32(0.8))
