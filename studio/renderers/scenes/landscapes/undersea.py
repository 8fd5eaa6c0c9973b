"""Under water: light that falls in from above, a reef of corals and weed, fish, and whoever else was named."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Canvas, colour, ellipse, mix, ridge
from studio.renderers.motifs.catalogue import MOTIFS, named, shown
from studio.renderers.motifs.pen import Pen
from studio.renderers.motifs.wild import paint_octopus
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.landscapes.sea_life import (
    paint_fish,
    paint_jellyfish,
    paint_shark,
    paint_shoal,
    paint_turtle,
)

_CORALS = ("#f0566e", "#f28a3a", "#b84ad0", "#f2b63a", "#3fb8a8", "#e86ab8")
_FISH = ("#f28a24", "#f2d03a", "#3f8fe8", "#e84a6a", "#8f5ae0", "#f4f0e8")


def paint_undersea(canvas: Canvas, brief: Brief) -> None:
    """Clear water over a reef; sharks, turtles and jellyfish where they are named, else shoals of fish."""
    deep = "deep" in brief.words or brief.time == "night"
    far = colour("#0a2a4a") if deep else colour("#0f6fa0")
    _water(canvas, far, deep=deep)
    canvas.mark(0.35)
    for index, share in enumerate((0.72, 0.8, 0.9)):
        _floor(canvas, share, far, 0.25 + 0.35 * index)
        _reef(canvas, share, far, 0.3 + 0.35 * index)
        if index == 0:
            paint_shoal(canvas, far)
    canvas.mark(0.65)
    _dwellers(canvas, brief, far)
    _bubbles(canvas)


def _dwellers(canvas: Canvas, brief: Brief, far: Array) -> None:
    """Who was named, in the middle of the picture, else fish."""
    rng, words = canvas.rng, brief.words
    x, y = canvas.width * float(rng.uniform(0.42, 0.58)), canvas.height * 0.42
    canvas.look_at(x, y)
    lost = [tag for tag in named(shown(brief)) if tag != "mermaid"]
    if lost:
        _lost(canvas, brief, lost[0], far)
    elif brief.has("mermaid"):
        size = min(canvas.unit * 0.56, canvas.width * 0.5)
        mermaid = MOTIFS["mermaid"]
        mermaid.paint(Pen(canvas, x - size * 0.13, canvas.height * 0.86, size, shade=far, dim=0.16),
                      mermaid.hue(brief, "mermaid", rng))  # fmt: skip
    elif "jellyfish" in words:
        for step in range(5):
            paint_jellyfish(
                canvas,
                x + canvas.unit * (step - 2) * 0.27,
                y + canvas.unit * 0.14 * (-1) ** step,
                canvas.unit * (0.2 - 0.03 * (step % 3)),
            )
    elif "octopus" in words:
        code = (
            brief.colour_of("undersea") or ("#d8567a", "#e8763a", "#8a5ac8")[int(rng.integers(3))]
        )
        pen = Pen(canvas, x, y + canvas.unit * 0.33, canvas.unit * 0.5)
        paint_octopus(pen, colour(code))
    elif "shark" in words:
        paint_shark(canvas, x, y, canvas.unit * 0.62, far)
    elif "turtle" in words:
        paint_turtle(canvas, x, y, canvas.unit * 0.3)
    else:
        _fishes(canvas, brief, x, y)


def _lost(canvas: Canvas, brief: Brief, tag: str, far: Array) -> None:
    """A thing on the ground with sand about its foot, and fish that pass it."""
    thing, rng = MOTIFS[tag], canvas.rng
    left, top, right, low = thing.box
    size = min(canvas.unit * 0.62 / max(right - left, low - top), canvas.width * 0.9 / (right - left),
               canvas.height * 0.6 / (low - top))  # fmt: skip
    x, foot = canvas.width * 0.5 - size * (left + right) / 2, canvas.height * 0.86
    pen = Pen(canvas, x, foot, size, words=brief.words, shade=far, dim=0.16)
    thing.paint(pen, thing.hue(brief, tag, rng))
    wide = size * (right - left) / 2
    sand = mix(far * np.float32(0.7), colour("#c9b98a"), 0.62)
    for aside, reach, tall in ((-0.5, 0.75, 0.1), (0.45, 0.8, 0.12), (0.0, 1.2, 0.07)):
        hump = ellipse(
            canvas.width * 0.5 + aside * wide, foot + size * (low + 0.04), wide * reach, size * tall
        )
        canvas.shape([hump], sand, fade=sand * np.float32(0.5), blur=canvas.unit * 0.004, depth=0.9)
    for _ in range(5):
        spot = (
            canvas.width * float(rng.uniform(0.06, 0.94)),
            canvas.height * float(rng.uniform(0.1, 0.4)),
        )
        hue = colour(_FISH[int(rng.integers(len(_FISH)))])
        paint_fish(
            canvas,
            *spot,
            canvas.unit * float(rng.uniform(0.08, 0.14)),
            hue,
            flip=rng.random() < 0.5,
        )
    canvas.look_at(canvas.width * 0.5, foot + size * (top + low) / 2)


def _fishes(canvas: Canvas, brief: Brief, x: float, y: float) -> None:
    """A large fish at (x, y), in pixels, and small ones anywhere unless only one was named."""
    rng, words = canvas.rng, brief.words
    code = brief.colour_of("undersea") or ("#f28a24" if words & {"goldfish", "clownfish"} else None)
    hues = [colour(code)] if code else [colour(one) for one in _FISH]
    for step in reversed(range(1 if words & {"a-fish", "goldfish"} else 6)):
        size = canvas.unit * (0.4 if step == 0 else float(rng.uniform(0.1, 0.2)))
        spot = (
            (x, y)
            if step == 0
            else (
                canvas.width * float(rng.uniform(0.08, 0.92)),
                canvas.height * float(rng.uniform(0.12, 0.66)),
            )
        )
        paint_fish(
            canvas,
            *spot,
            size,
            hues[(step + int(rng.integers(6))) % len(hues)],
            flip=rng.random() < 0.5,
        )


def _water(canvas: Canvas, far: Array, *, deep: bool) -> None:
    """From light above to the deep below, with rays that lean the same way."""
    rng = canvas.rng
    top = colour("#2f7fa8") if deep else colour("#8fe4ea")
    canvas.rgb[:] = canvas.gradient(
        [(0, top), (0.25, mix(top, far, 0.6)), (1, far * np.float32(0.5))]
    )
    source = canvas.width * float(rng.uniform(0.3, 0.7))
    angle = (canvas.x - source) / (canvas.y + canvas.height * 0.35)
    rays = np.zeros_like(angle)
    for _ in range(9):
        where, wide = float(rng.uniform(-0.9, 0.9)), float(rng.uniform(0.012, 0.05))
        rays += np.exp(-(((angle - where) / wide) ** 2)) * float(rng.uniform(0.3, 1))
    fade = np.clip(1 - canvas.y / canvas.height * 1.15, 0, 1)
    canvas.rgb += (rays * fade * (0.12 if deep else 0.22))[..., None].astype(np.float32) * colour(
        "#d8fbff"
    )
    web = canvas.noise(14, octaves=3, stretch=2.5)
    caustic = np.exp(-(((web - 0.5) / 0.04) ** 2)) * np.clip(1 - canvas.y / canvas.height * 3, 0, 1)
    canvas.rgb += (caustic * 0.3)[..., None].astype(np.float32)
    canvas.depth[:] = 0.05


def _floor(canvas: Canvas, share: float, far: Array, near: float) -> None:
    """A ridge of the ground, clearer the nearer it is."""
    line = canvas.height * share - canvas.unit * 0.14 * (
        ridge(canvas.rng, canvas.width, 2.5, octaves=5, gain=0.45) - 0.4
    )
    mask = np.clip(canvas.y - line[None, :], 0, 1).astype(np.float32)
    sand = mix(far * np.float32(0.7), colour("#c9b98a"), 0.12 + 0.35 * near)
    fade = np.clip((canvas.y - line[None, :]) / canvas.unit / 0.4, 0, 1)[..., None]
    canvas.paint(mask, (sand * (1 - 0.65 * fade)).astype(np.float32), depth=near)


def _reef(canvas: Canvas, share: float, far: Array, near: float) -> None:
    """Corals and weed along one ridge."""
    rng = canvas.rng
    for _ in range(15):
        x = canvas.width * float(rng.uniform(-0.02, 1.02))
        aside = abs(x / canvas.width - 0.5) * 2
        size = (
            canvas.unit * float(rng.uniform(0.07, 0.15)) * (0.5 + 0.7 * near) * (0.55 + 0.8 * aside)
        )
        foot = canvas.height * share + canvas.unit * float(rng.uniform(0.0, 0.07))
        hue = mix(colour(_CORALS[int(rng.integers(len(_CORALS)))]), far, 0.75 - 0.6 * near)
        form = int(rng.integers(4))
        if form == 0:
            _branch(canvas, (x, foot), size, -np.pi / 2, hue, near, 4)
        elif form == 1:
            for step in range(7):
                _tube(
                    canvas,
                    x + size * 0.17 * (step - 3),
                    foot,
                    size * float(rng.uniform(0.4, 0.9)),
                    hue,
                    near,
                )
        elif form == 2:
            _brain(canvas, x, foot, size * 0.5, hue, near)
        else:
            _weed(canvas, x, foot, size * 2.2, mix(colour("#3f9a5a"), far, 0.7 - 0.6 * near), near)


def _branch(
    canvas: Canvas,
    foot: tuple[float, float],
    size: float,
    angle: float,
    hue: Array,
    near: float,
    left: int,
) -> None:
    tip = (foot[0] + np.cos(angle) * size * 0.42, foot[1] + np.sin(angle) * size * 0.42)
    thick = size * 0.075
    across = np.array([-np.sin(angle), np.cos(angle)]) * thick
    limb = np.array([foot + across, tip + across * 0.7, tip - across * 0.7, foot - across])
    canvas.shape([limb], hue * np.float32(0.7 + 0.1 * (4 - left)), depth=near)
    canvas.disc(*tip, thick * 0.75, hue * np.float32(0.8 + 0.1 * (4 - left)), depth=near)
    if left:
        for lean in (-0.5, 0.45):
            _branch(
                canvas,
                tip,
                size * 0.78,
                angle + lean + float(canvas.rng.normal(0, 0.12)),
                hue,
                near,
                left - 1,
            )


def _tube(canvas: Canvas, x: float, foot: float, tall: float, hue: Array, near: float) -> None:
    half = tall * 0.13
    body = np.array(
        [
            (x - half * 0.7, foot),
            (x - half, foot - tall),
            (x + half, foot - tall),
            (x + half * 0.7, foot),
        ]
    )
    canvas.shape([body], hue, fade=hue * np.float32(0.4), depth=near)
    canvas.shape([ellipse(x, foot - tall, half, half * 0.45)], mix(hue, colour("#ffffff"), 0.25))
    canvas.shape([ellipse(x, foot - tall, half * 0.6, half * 0.25)], hue * np.float32(0.25))


def _brain(canvas: Canvas, x: float, foot: float, radius: float, hue: Array, near: float) -> None:
    canvas.disc(
        x, foot, radius, mix(hue, colour("#ffffff"), 0.15), fade=hue * np.float32(0.35), depth=near
    )
    for _ in range(16):
        angle, far = (
            float(canvas.rng.uniform(0, 6.28)),
            radius * 0.85 * float(canvas.rng.random()) ** 0.5,
        )
        spot = (x + far * np.cos(angle), foot + far * np.sin(angle))
        canvas.disc(*spot, radius * 0.08, hue * np.float32(0.45), alpha=0.6, blur=radius * 0.02)


def _weed(canvas: Canvas, x: float, foot: float, tall: float, hue: Array, near: float) -> None:
    for step in range(4):
        t = np.linspace(0, 1, 24)
        reach = tall * float(canvas.rng.uniform(0.5, 1.0))
        sway = np.sin(t * 5 + step + x) * reach * 0.07 * t
        px = x + (step - 1.5) * tall * 0.04 + sway
        wide = reach * 0.025 * np.sin(np.pi * np.clip(t * 0.9 + 0.1, 0, 1))
        py = foot - reach * t
        blade = np.vstack([np.stack([px - wide, py], -1), np.stack([px + wide, py], -1)[::-1]])
        canvas.shape(
            [blade], mix(hue, colour("#c8f0a0"), 0.15), fade=hue * np.float32(0.4), depth=near
        )


def _bubbles(canvas: Canvas) -> None:
    rng = canvas.rng
    for _ in range(34):
        spot = (canvas.width * float(rng.random()), canvas.height * float(rng.random()))
        radius = canvas.unit * 0.012 * float(rng.uniform(0.3, 1))
        ring = np.vstack(
            [ellipse(*spot, radius, radius), ellipse(*spot, radius * 0.8, radius * 0.8)[::-1]]
        )
        canvas.shape([ring], colour("#e8fcff"), alpha=0.55)
        canvas.disc(
            spot[0] - radius * 0.3,
            spot[1] - radius * 0.35,
            radius * 0.22,
            colour("#ffffff"),
            alpha=0.8,
        )
