"""Living silhouettes: people and animals, dark against the light with a thin lit rim."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Points, colour, ellipse, mix, placed, smooth
from studio.renderers.drawing.palette import difference
from studio.renderers.scenes.landscapes import outlines
from studio.renderers.scenes.landscapes.people import carries_lamp, figure_parts
from studio.renderers.scenes.stage import Stage


def paint_creature(
    stage: Stage,
    kind: str,
    x: float,
    foot: float,
    size: float,
    *,
    number: int = 0,
) -> None:
    """A fox, cat, dog, deer, horse, owl, bird, whale or person standing at (x, foot), `size` pixels tall.

    `number` tells several people from one another.
    """
    flip = stage.light_x < x
    if kind == "bird":
        paint_birds(stage, x, foot - size, size)
        return
    if kind == "person":
        parts = figure_parts(stage, number)
    else:
        coat = _coat(stage, kind)
        parts = [(part, coat) for part in _outlines(kind)]
        if kind == "horse" and "unicorn" in stage.brief.words:
            parts = _unicorn(parts)
    canvas, palette = stage.canvas, stage.palette
    shapes = [placed(part, x, foot, size, flip=flip) for part, _ in parts]
    rim = mix(palette.horizon, palette.light, 0.6)
    light = 1 - palette.dark
    named = _SEEN_NAMED * light**0.5 if stage.brief.colour_of(kind) else 0.0
    seen = min(_SEEN_BY_NIGHT + _SEEN * light**1.2 + named, _SEEN_AT_MOST)
    toward = 1 if stage.light_x > x else -1
    lit = [shape + (toward * size * 0.012, -size * 0.01) for shape in shapes]
    canvas.shape(lit, rim, alpha=0.75, blur=size * 0.006, depth=0.9)
    for shape, (_, hue) in zip(shapes, parts, strict=True):
        body = _visible(palette.near, hue, seen)
        canvas.shape([shape], body, fade=mix(body, palette.near, 0.55), depth=0.9)
    _details(stage, kind, x, foot, size, flip=flip)


def _visible(near: Array, hue: Array, seen: float) -> Array:
    """A colour against the light, as much of it as is to be seen, and more where that would be as good as black."""
    shares = (seen, *(share for share in _MORE_SEEN if share > seen))
    bodies = [mix(near, hue, share) for share in shares]
    return next((body for body in bodies if difference(body, near) > _BLACK), bodies[-1])


_MORE_SEEN, _BLACK = (0.6, 0.75, 0.9), 26.0
"""How much more of a dark colour may be seen, and up to how far from black (CIELAB) a body is a black shape."""


def _unicorn(parts: list[tuple[Points, Array]]) -> list[tuple[Points, Array]]:
    """A horse's parts (body, mane, tail) in white and pink, with a horn of gold."""
    white, pink = colour("#f8f4f6"), colour("#e88ac0")
    (body, _), (mane, _), (tail, _) = parts
    horn = np.array([(0.34, -0.9), (0.5, -1.2), (0.39, -0.87)])
    return [(body, white), (mane, pink), (tail, pink), (horn, colour("#f2c14e"))]


_COATS = {
    "fox": ("#d8662a",), "cat": ("#c9824a", "#8a8a8e", "#3a3838", "#d9cdbd"), "dog": ("#c98a4a", "#8a5a36", "#d9b078"),
    "deer": ("#9a6a3e",), "horse": ("#7a4a2a", "#4a2f20", "#a8744a"), "owl": ("#8a6844",), "whale": ("#3a4a5c",),
}  # fmt: skip
_SEEN_BY_NIGHT, _SEEN, _SEEN_NAMED, _SEEN_AT_MOST = 0.45, 0.35, 0.45, 0.96
"""How much of its own colour an animal shows against the light by night, by day beyond that, and when it was named."""


def _coat(stage: Stage, kind: str) -> Array:
    """The colour an animal has: the one said of it, else a natural one."""
    coats = _COATS.get(kind, _COATS["owl"])
    natural = colour(coats[int(stage.canvas.rng.integers(len(coats)))])
    code = stage.brief.colour_of(kind)
    return mix(colour(code), natural, 0.2) if code else natural


def _outlines(kind: str) -> list[Points]:
    tables: dict[str, list[Points]] = {
        "fox": [smooth(outlines.FOX, steps=7)],
        "dog": [smooth(outlines.DOG, steps=7)],
        "cat": [smooth(outlines.CAT, steps=7), smooth(outlines.CAT_TAIL, steps=7)],
        "deer": [smooth(outlines.DEER, steps=6), *_antlers()],
        "horse": [
            smooth(outlines.HORSE, steps=6),
            smooth(outlines.MANE, steps=6),
            smooth(outlines.HORSE_TAIL, steps=6),
        ],
        "owl": [smooth(outlines.OWL, steps=7)],
        "whale": [
            smooth(outlines.WHALE, steps=8),
            smooth(outlines.FIN, steps=6),
            smooth(
                [(-0.12, -0.44), (-0.36, -0.36), (-0.52, -0.18), (-0.34, -0.22), (-0.2, -0.26)],
                steps=6,
            ),
        ],
    }
    return tables[kind]


def _antlers() -> list[Points]:
    branches = [
        [(0.28, -0.9), (0.22, -1.04), (0.26, -1.18), (0.36, -1.26)],
        [(0.23, -1.05), (0.13, -1.12), (0.1, -1.2)],
        [(0.26, -1.15), (0.19, -1.22), (0.18, -1.29)],
        [(0.33, -0.91), (0.38, -1.03), (0.47, -1.13), (0.46, -1.24)],
        [(0.38, -1.04), (0.48, -1.06), (0.54, -1.12)],
    ]
    ribbons = []
    for branch in branches:
        line = smooth(branch, steps=6, closed=False)
        width = np.linspace(0.018, 0.006, len(line))[:, None] * (1, 0.4)
        ribbons.append(np.vstack([line - width, (line + width)[::-1]]))
    return ribbons


def _details(stage: Stage, kind: str, x: float, foot: float, size: float, *, flip: bool) -> None:
    canvas, palette = stage.canvas, stage.palette
    eyes = {
        "cat": [(-0.04, -0.81), (0.09, -0.81)],
        "owl": [(-0.12, -0.7), (0.12, -0.7)],
        "fox": [(0.34, -0.73)],
    }
    glow = mix(palette.accents[0], palette.light, 0.4) * np.float32(1.3)
    for ex, ey in eyes.get(kind, []):
        eye = placed([(ex, ey)], x, foot, size, flip=flip)[0]
        radius = size * (0.06 if kind == "owl" else 0.02)
        canvas.disc(float(eye[0]), float(eye[1]), radius, glow)
        canvas.disc(float(eye[0]), float(eye[1]), radius * 0.5, palette.near)
    if kind == "dog":
        ear = placed(smooth(outlines.DOG_EAR, steps=6), x, foot, size, flip=flip)
        canvas.shape([ear], palette.near, alpha=0.45, depth=0.9)
        eye = placed([(0.22, -0.84)], x, foot, size, flip=flip)[0]
        canvas.disc(float(eye[0]), float(eye[1]), size * 0.018, palette.near)
    if kind == "whale":
        _breach(stage, x, foot, size, flip=flip)
    if kind == "fox":
        tip = placed(ellipse(-0.7, -0.25, 0.055, 0.085, turn=0.3), x, foot, size, flip=flip)
        canvas.shape([tip], mix(palette.haze, palette.light, 0.4), alpha=0.6, blur=size * 0.01)
    if kind == "person" and "umbrella" in stage.brief.words:
        _umbrella(stage, x, foot, size, flip=flip)
    if kind == "person" and carries_lamp(stage):
        lamp = placed([(0.25, -0.37)], x, foot, size, flip=flip)[0]
        canvas.glow(
            float(lamp[0]),
            float(lamp[1]),
            size * 0.1,
            np.array([1.0, 0.62, 0.22], np.float32) * 0.9,
            power=1.5,
        )
        canvas.spark(float(lamp[0]), float(lamp[1]), size * 0.06, palette.light * np.float32(3))


def _umbrella(stage: Stage, x: float, foot: float, size: float, *, flip: bool) -> None:
    """An open umbrella over somebody's head, in the colour that is loose in the words."""
    canvas, palette = stage.canvas, stage.palette
    said = next(iter(stage.brief.colours), "#d6322f")
    cloth = mix(colour(said), palette.near, 0.12 + 0.4 * palette.dark)
    stick = np.array([(0.165, -0.44), (0.18, -0.44), (0.13, -1.2), (0.12, -1.2)])
    canvas.shape([placed(stick, x, foot, size, flip=flip)], palette.near, depth=0.9)
    for left, right, tone in ((-0.34, 0.56, 0.85), (-0.1, 0.36, 1.1), (0.06, 0.2, 0.92)):
        roof = [
            (left, -0.98),
            (left + 0.08, -1.12),
            (0.1, -1.24),
            (right - 0.08, -1.13),
            (right, -1.0),
        ]
        hem = [
            (right - (right - left) * t, -1.0 + 0.03 * (1 - abs(2 * t - 1)))
            for t in (0.25, 0.5, 0.75)
        ]
        shape = smooth([*roof, *hem], steps=6)
        canvas.shape([placed(shape, x, foot, size, flip=flip)], cloth * np.float32(tone), depth=0.9)


def paint_birds(stage: Stage, x: float, y: float, size: float, *, count: int = 9) -> None:
    """A flock in loose formation; the first bird is the largest."""
    canvas, rng, palette = stage.canvas, stage.canvas.rng, stage.palette
    said = stage.brief.colour_of("bird")
    for index in range(count):
        scale = size * (0.5 if index == 0 else float(rng.uniform(0.1, 0.26)))
        bx = x if index == 0 else x + float(rng.normal(0, canvas.width * 0.19))
        by = y if index == 0 else y + float(rng.normal(0, canvas.height * 0.1))
        lift = float(rng.uniform(0.5, 1.5))
        wing = smooth([(px, py * lift) for px, py in outlines.WING], steps=6)
        body = smooth([(-0.1, 0.06), (0.02, -0.05), (0.12, 0.0), (0.34, 0.2), (0.1, 0.14)], steps=6)
        turn = float(rng.normal(0, 0.16))
        parts = [
            placed(wing, bx, by, scale, turn=turn),
            placed(wing, bx, by, scale, flip=True, turn=turn - 0.1),
        ]
        parts.append(
            placed(body - (0.05, 0.03), bx, by, scale * 0.8, turn=turn, flip=stage.side > 0)
        )
        hue = mix(palette.near, palette.haze, 0.1 + 0.3 * (index > 0))
        if said:
            hue = mix(hue, colour(said), 0.75 - 0.35 * palette.dark)
        canvas.shape(parts, hue, depth=0.6)


def _breach(stage: Stage, x: float, foot: float, size: float, *, flip: bool) -> None:
    """The pale belly of a leaping whale and the spray it throws up."""
    _belly(stage, x, foot, size, flip=flip)
    _spray(stage, x, foot, size)


def _belly(stage: Stage, x: float, foot: float, size: float, *, flip: bool) -> None:
    """It is paler than the back, and grooved."""
    canvas, palette = stage.canvas, stage.palette
    pale = mix(palette.haze, palette.light, 0.3)
    belly = smooth(
        [
            (0.36, 0.08),
            (0.4, -0.14),
            (0.48, -0.4),
            (0.6, -0.66),
            (0.655, -0.84),
            (0.56, -0.72),
            (0.36, -0.42),
            (0.24, -0.12),
            (0.2, 0.08),
        ],
        steps=7,
    )
    canvas.shape(
        [placed(belly, x, foot, size, flip=flip)],
        pale,
        fade=mix(pale, palette.near, 0.5),
        alpha=0.8,
    )
    for groove in range(5):
        shift = 0.03 * groove
        line = smooth(
            [(0.24 + shift * 0.8, 0.0), (0.36 + shift * 0.6, -0.36), (0.54 + shift * 0.4, -0.66)],
            steps=6,
            closed=False,
        )
        canvas.shape(
            [placed(np.vstack([line, line[::-1] + (0.008, 0.004)]), x, foot, size, flip=flip)],
            palette.near,
            alpha=0.5,
        )


def _spray(stage: Stage, x: float, foot: float, size: float) -> None:
    """A ring of foam where the whale comes out, and drops, fewer and lower further off."""
    canvas, palette, rng = stage.canvas, stage.palette, stage.canvas.rng
    foam = mix(palette.light, palette.horizon, 0.2)
    canvas.shape(
        [ellipse(x, foot + size * 0.05, size * 0.72, size * 0.07)],
        foam,
        alpha=0.75,
        blur=size * 0.035,
    )
    for _ in range(130):
        away = float(rng.normal(0, 0.36))
        height = abs(float(rng.normal(0, 0.2))) * max(1.0 - abs(away), 0.1)
        reach = size * float(rng.uniform(0.008, 0.035))
        canvas.spark(x + away * size, foot + size * (0.04 - height), reach, foam * np.float32(0.5))
