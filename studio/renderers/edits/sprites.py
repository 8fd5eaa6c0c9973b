"""Small things to add to a picture, as shapes in a unit square: x to the right, y down, both 0 … 1."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from studio.renderers.drawing.canvas import Pixels
from studio.renderers.scenes.landscapes import outlines

Mark = tuple[str, Sequence[float], str]
"""e: ellipse in a box, p: polygon, l: line with its width first, a: arc (box, from, to, width); a hex colour, or
``main`` with an optional `*factor`, the colour that was asked for."""


@dataclass(frozen=True)
class Sprite:
    """`words` is a pattern; `main` its usual colour; `size` its height as a share of the shorter side; `spot` where it goes."""

    words: str
    main: str
    size: float
    spot: tuple[float, float]
    marks: tuple[Mark, ...]
    glow: bool = False
    behind: bool = False
    """Whether what the picture is of stands before it."""


def _outline(points: outlines.Outline) -> tuple[float, ...]:
    """An animal's outline fitted into the square."""
    flat: list[float] = []
    for x, y in points:
        flat += [0.5 + x * 0.62, 0.96 + y * 0.92]
    return tuple(flat)


def _star(points: int, inner: float) -> tuple[float, ...]:
    flat: list[float] = []
    for step in range(2 * points):
        reach = 0.48 if step % 2 == 0 else inner
        angle = np.pi * step / points - np.pi / 2
        flat += [0.5 + reach * float(np.cos(angle)), 0.5 + reach * float(np.sin(angle))]
    return tuple(flat)


def _heart() -> tuple[float, ...]:
    flat: list[float] = []
    for angle in np.linspace(0, 2 * np.pi, 60, endpoint=False):
        x = 16 * np.sin(angle) ** 3
        y = 13 * np.cos(angle) - 5 * np.cos(2 * angle) - 2 * np.cos(3 * angle) - np.cos(4 * angle)
        flat += [float(0.5 + x / 36), float(0.46 - y / 36)]
    return tuple(flat)


def _petals(count: int) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    for step in range(count):
        angle = 2 * np.pi * step / count
        x, y = 0.5 + 0.15 * float(np.cos(angle)), 0.27 + 0.15 * float(np.sin(angle))
        marks.append(("e", (x - 0.13, y - 0.13, x + 0.13, y + 0.13), "main"))
    return tuple(marks)


_EYE = ("e", (0.62, 0.2, 0.65, 0.23), "#ffffff")
SPRITES: tuple[Sprite, ...] = (
    Sprite(r"\bhot[ -]air balloons?\b", "#d8433b", 0.34, (0.74, 0.26), (
        ("p", (0.2, 0.45, 0.8, 0.45, 0.58, 0.76, 0.42, 0.76), "main*0.9"), ("e", (0.14, 0.02, 0.86, 0.66), "main"),
        ("e", (0.32, 0.02, 0.68, 0.66), "#f7e3b0"), ("e", (0.43, 0.02, 0.57, 0.66), "main"),
        ("l", (0.008, 0.43, 0.74, 0.45, 0.86), "#4b3524"), ("l", (0.008, 0.57, 0.74, 0.55, 0.86), "#4b3524"),
        ("p", (0.43, 0.86, 0.57, 0.86, 0.55, 0.97, 0.45, 0.97), "#8a5a32"))),
    Sprite(r"\bballoons?\b", "#e23b4a", 0.24, (0.78, 0.28), (
        ("l", (0.012, 0.5, 0.66, 0.53, 0.8, 0.48, 0.98), "#e8e4dc"), ("p", (0.46, 0.68, 0.54, 0.68, 0.5, 0.61), "main*0.8"),
        ("e", (0.22, 0.02, 0.78, 0.65), "main"), ("e", (0.33, 0.1, 0.45, 0.28), "main*1.6"))),
    Sprite(r"\bsun\b(?!glass|flower)", "#ffd84a", 0.22, (0.8, 0.18), (("p", _star(16, 0.36), "main*1.05"), ("e", (0.16, 0.16, 0.84, 0.84), "main"), ("e", (0.24, 0.24, 0.76, 0.76), "#fff3b8")), glow=True),
    Sprite(r"\b(crescent|half) moon\b", "#f4efd6", 0.18, (0.8, 0.18), (("p", tuple(v for a in np.linspace(-1.9, 1.9, 40) for v in (0.5 - 0.42 * float(np.cos(a)), 0.5 + 0.42 * float(np.sin(a)))) + tuple(v for a in np.linspace(1.9, -1.9, 40) for v in (0.62 - 0.34 * float(np.cos(a)) - 0.02, 0.5 + 0.385 * float(np.sin(a)))), "main"),), glow=True),
    Sprite(r"\bmoon\b", "#f4efd6", 0.18, (0.8, 0.18), (("e", (0.08, 0.08, 0.92, 0.92), "main"), ("e", (0.3, 0.25, 0.5, 0.45), "main*0.88"), ("e", (0.52, 0.5, 0.76, 0.74), "main*0.9"), ("e", (0.3, 0.6, 0.42, 0.72), "main*0.9")), glow=True),
    Sprite(r"\bstars?\b(?! wars)", "#ffe27a", 0.12, (0.5, 0.2), (("p", _star(5, 0.2), "main"),), glow=True),
    Sprite(r"\b(white |fluffy |grey |gray )?clouds?\b", "#f6f8fb", 0.2, (0.3, 0.18), (
        ("e", (0.02, 0.45, 0.4, 0.8), "main*0.93"), ("e", (0.6, 0.42, 0.98, 0.8), "main*0.93"), ("e", (0.2, 0.2, 0.6, 0.72), "main"),
        ("e", (0.45, 0.3, 0.8, 0.78), "main"), ("p", (0.2, 0.6, 0.8, 0.6, 0.8, 0.8, 0.2, 0.8), "main*0.94"))),
    Sprite(r"\bhearts?\b", "#e5304f", 0.2, (0.5, 0.3), (("p", _heart(), "main"), ("e", (0.22, 0.2, 0.34, 0.32), "main*1.5"))),
    Sprite(r"\b(birds?|seagulls?|gulls?|swallows?|flock)\b", "#20242c", 0.07, (0.6, 0.22), (
        ("p", (0.0, 0.34, 0.22, 0.24, 0.42, 0.42, 0.5, 0.54, 0.58, 0.42, 0.78, 0.24, 1.0, 0.34, 0.78, 0.33, 0.6, 0.56, 0.5, 0.66, 0.4, 0.56, 0.22, 0.33), "main"),)),
    Sprite(r"\bbutterfl(y|ies)\b", "#e98a2b", 0.13, (0.66, 0.4), (
        ("p", (0.48, 0.5, 0.3, 0.12, 0.06, 0.14, 0.06, 0.42, 0.3, 0.55), "main"), ("p", (0.52, 0.5, 0.7, 0.12, 0.94, 0.14, 0.94, 0.42, 0.7, 0.55), "main"),
        ("p", (0.48, 0.52, 0.24, 0.58, 0.18, 0.84, 0.36, 0.86), "main*0.8"), ("p", (0.52, 0.52, 0.76, 0.58, 0.82, 0.84, 0.64, 0.86), "main*0.8"),
        ("e", (0.14, 0.2, 0.26, 0.32), "#fdf3d8"), ("e", (0.74, 0.2, 0.86, 0.32), "#fdf3d8"), ("e", (0.465, 0.28, 0.535, 0.82), "#2b2018"),
        ("l", (0.012, 0.49, 0.3, 0.4, 0.14), "#2b2018"), ("l", (0.012, 0.51, 0.3, 0.6, 0.14), "#2b2018"))),
    Sprite(r"\b(flowers?|roses?|daisy|daisies|tulips?|sunflowers?)\b", "#e85a9b", 0.2, (0.2, 0.84), (
        ("l", (0.028, 0.5, 0.36, 0.49, 0.98), "#3d8a47"), ("p", (0.5, 0.74, 0.7, 0.6, 0.78, 0.68, 0.62, 0.78), "#3d8a47"), *_petals(7), ("e", (0.41, 0.18, 0.59, 0.36), "#f6c945"))),
    Sprite(r"\b(pine|fir|christmas) trees?\b", "#245c3d", 0.42, (0.16, 0.72), (
        ("p", (0.45, 0.82, 0.55, 0.82, 0.55, 1, 0.45, 1), "#6b452a"), ("p", (0.5, 0.3, 0.88, 0.86, 0.12, 0.86), "main"),
        ("p", (0.5, 0.16, 0.8, 0.62, 0.2, 0.62), "main*1.15"), ("p", (0.5, 0.02, 0.7, 0.36, 0.3, 0.36), "main*1.3"))),
    Sprite(r"\bpalm( trees?)?s?\b", "#2f8f52", 0.48, (0.16, 0.68), (
        ("p", (0.47, 0.3, 0.53, 0.3, 0.6, 1, 0.5, 1), "#8c6239"), *(("p", (0.5, 0.3, x, y, x2, y2), "main") for x, y, x2, y2 in (
            (0.2, 0.12, 0.02, 0.4), (0.1, 0.34, 0.06, 0.58), (0.42, 0.02, 0.26, 0.14), (0.8, 0.12, 0.98, 0.4), (0.9, 0.34, 0.94, 0.58), (0.58, 0.02, 0.74, 0.14))))),
    Sprite(r"\b(?<!christmas )trees?\b", "#3f8f4c", 0.42, (0.16, 0.7), (
        ("p", (0.45, 0.55, 0.55, 0.55, 0.58, 1, 0.42, 1), "#6b452a"), ("e", (0.08, 0.26, 0.56, 0.68), "main*0.9"), ("e", (0.44, 0.26, 0.92, 0.68), "main*0.95"), ("e", (0.2, 0.03, 0.8, 0.55), "main"))),
    Sprite(r"\b(santa|christmas) hats?\b", "#c8202c", 0.3, (-1, -1), (
        ("p", (0.12, 0.84, 0.3, 0.36, 0.58, 0.12, 0.86, 0.34, 0.94, 0.6, 0.72, 0.46, 0.86, 0.84), "main"), ("e", (0.84, 0.52, 1.0, 0.68), "#f7f7f5"), ("e", (0.06, 0.76, 0.94, 0.98), "#f7f7f5"))),
    Sprite(r"\bcrowns?\b", "#e8b53a", 0.24, (-1, -1), (
        ("p", (0.08, 0.3, 0.28, 0.58, 0.5, 0.16, 0.72, 0.58, 0.92, 0.3, 0.86, 0.94, 0.14, 0.94), "main"), ("p", (0.13, 0.8, 0.87, 0.8, 0.86, 0.94, 0.14, 0.94), "main*0.8"),
        ("e", (0.45, 0.82, 0.55, 0.92), "#c8203c"), ("e", (0.24, 0.82, 0.33, 0.91), "#2763c4"), ("e", (0.67, 0.82, 0.76, 0.91), "#2763c4"),
        ("e", (0.03, 0.22, 0.13, 0.32), "main*1.2"), ("e", (0.45, 0.08, 0.55, 0.18), "main*1.2"), ("e", (0.87, 0.22, 0.97, 0.32), "main*1.2"))),
    Sprite(r"\b(party|birthday|witch|wizard)('s)? hats?\b", "#7a3fa8", 0.34, (-1, -1), (
        ("p", (0.5, 0.04, 0.82, 0.92, 0.18, 0.92), "main"), ("p", (0.38, 0.38, 0.62, 0.38, 0.66, 0.5, 0.34, 0.5), "#f6c945"), ("e", (0.08, 0.84, 0.92, 0.99), "main*0.8"))),
    Sprite(r"\b(hats?|top hats?|cap)\b", "#22242b", 0.3, (-1, -1), (
        ("p", (0.26, 0.12, 0.74, 0.12, 0.71, 0.86, 0.29, 0.86), "main"), ("e", (0.26, 0.06, 0.74, 0.18), "main*1.35"), ("p", (0.285, 0.66, 0.715, 0.66, 0.71, 0.8, 0.29, 0.8), "#a8323c"), ("e", (0.04, 0.78, 0.96, 0.97), "main"))),
    Sprite(r"\b(sun ?glasses|shades)\b", "#111318", 0.2, (-1, -0.42), (
        ("l", (0.05, 0.06, 0.42, 0.94, 0.42), "main"), ("e", (0.04, 0.34, 0.47, 0.74), "main"), ("e", (0.53, 0.34, 0.96, 0.74), "main"), ("p", (0.12, 0.44, 0.26, 0.42, 0.2, 0.6, 0.12, 0.58), "#4a5364"), ("p", (0.61, 0.44, 0.75, 0.42, 0.69, 0.6, 0.61, 0.58), "#4a5364"))),
    Sprite(r"\b(eye)?glasses|spectacles\b", "#22252c", 0.2, (-1, -0.42), (("a", (0.04, 0.34, 0.47, 0.74, 0, 360, 0.04), "main"), ("a", (0.53, 0.34, 0.96, 0.74, 0, 360, 0.04), "main"), ("l", (0.035, 0.46, 0.5, 0.54, 0.5), "main"))),
    Sprite(r"\bumbrellas?\b", "#d6322f", 0.3, (0.5, 0.4), (
        ("l", (0.025, 0.5, 0.1, 0.5, 0.92), "#5a3a22"), ("a", (0.4, 0.84, 0.51, 0.98, 0, 180, 0.025), "#5a3a22"),
        ("p", tuple(v for a in np.linspace(np.pi, 2 * np.pi, 30) for v in (0.5 + 0.48 * float(np.cos(a)), 0.52 + 0.44 * float(np.sin(a)))), "main"),
        ("p", (0.5, 0.08, 0.34, 0.52, 0.66, 0.52), "main*1.25"))),
    Sprite(r"\bkites?\b", "#2763c4", 0.24, (0.75, 0.25), (("p", (0.5, 0.02, 0.82, 0.32, 0.5, 0.74, 0.18, 0.32), "main"), ("p", (0.5, 0.02, 0.5, 0.74, 0.18, 0.32), "#f2c14e"), ("l", (0.012, 0.5, 0.74, 0.58, 0.84, 0.44, 0.9, 0.52, 0.99), "#f4f2ec"))),
    Sprite(r"\bsnow ?(man|men)\b", "#f5f8fc", 0.36, (0.2, 0.76), (
        ("e", (0.2, 0.52, 0.8, 1.0), "main*0.96"), ("e", (0.28, 0.28, 0.72, 0.64), "main"), ("e", (0.34, 0.08, 0.66, 0.38), "main"), ("p", (0.4, 0.0, 0.6, 0.0, 0.6, 0.12, 0.4, 0.12), "#22242b"), ("l", (0.03, 0.33, 0.125, 0.67, 0.125), "#22242b"),
        ("e", (0.43, 0.18, 0.47, 0.22), "#15171c"), ("e", (0.53, 0.18, 0.57, 0.22), "#15171c"), ("p", (0.5, 0.23, 0.62, 0.27, 0.5, 0.28), "#e8772e"), ("e", (0.48, 0.42, 0.52, 0.46), "#15171c"), ("e", (0.48, 0.52, 0.52, 0.56), "#15171c"))),
    Sprite(r"\b(sail)?(boats?|ships?)\b", "#f4f2ec", 0.28, (0.7, 0.66), (
        ("l", (0.02, 0.48, 0.06, 0.48, 0.76), "#5a3a22"), ("p", (0.52, 0.08, 0.9, 0.68, 0.52, 0.68), "main"), ("p", (0.44, 0.18, 0.44, 0.68, 0.14, 0.68), "main*0.9"), ("p", (0.06, 0.76, 0.94, 0.76, 0.8, 0.94, 0.2, 0.94), "#a8432f"))),
    Sprite(r"\b(ball|sphere)s?\b", "#d6322f", 0.18, (0.7, 0.82), (("e", (0.05, 0.05, 0.95, 0.95), "main"), ("e", (0.24, 0.18, 0.46, 0.36), "main*1.6"))),
    Sprite(r"\b(houses?|cabins?|cottages?)\b", "#e4d3b2", 0.3, (0.2, 0.74), (
        ("p", (0.14, 0.46, 0.86, 0.46, 0.86, 0.98, 0.14, 0.98), "main"), ("p", (0.06, 0.48, 0.5, 0.08, 0.94, 0.48), "#a8432f"), ("p", (0.42, 0.66, 0.58, 0.66, 0.58, 0.98, 0.42, 0.98), "#6b452a"), ("p", (0.22, 0.58, 0.36, 0.58, 0.36, 0.72, 0.22, 0.72), "#8fc6e8"), ("p", (0.64, 0.58, 0.78, 0.58, 0.78, 0.72, 0.64, 0.72), "#8fc6e8"))),
    Sprite(r"\b(ufos?|flying saucers?|alien ships?|spaceships?)\b", "#9aa6b4", 0.2, (0.72, 0.2), (("e", (0.3, 0.2, 0.7, 0.62), "#9fe3ff"), ("e", (0.03, 0.4, 0.97, 0.72), "main"), ("e", (0.1, 0.5, 0.9, 0.66), "main*0.7"), *(("e", (x, 0.56, x + 0.07, 0.63), "#ffe27a") for x in (0.16, 0.32, 0.465, 0.61, 0.77))), glow=True),
    Sprite(r"\brockets?\b", "#e8eaee", 0.36, (0.75, 0.3), (
        ("p", (0.4, 0.78, 0.6, 0.78, 0.5, 1.0), "#ff9d2e"), ("p", (0.3, 0.54, 0.16, 0.84, 0.36, 0.78), "#d6322f"), ("p", (0.7, 0.54, 0.84, 0.84, 0.64, 0.78), "#d6322f"), ("p", (0.5, 0.02, 0.68, 0.3, 0.66, 0.78, 0.34, 0.78, 0.32, 0.3), "main"), ("p", (0.5, 0.02, 0.645, 0.24, 0.355, 0.24), "#d6322f"), ("e", (0.42, 0.34, 0.58, 0.5), "#4aa3df"))),
    Sprite(r"\b(fox(es)?)\b", "#d2691e", 0.26, (0.22, 0.84), (("p", _outline(outlines.FOX), "main"), _EYE)),
    Sprite(r"\b(cats?|kittens?)\b", "#2e2a28", 0.26, (0.22, 0.84), (("p", _outline(outlines.CAT_TAIL), "main*0.9"), ("p", _outline(outlines.CAT), "main"))),
    Sprite(r"\b(deers?|stags?)\b", "#8a5a34", 0.34, (0.22, 0.8), (("p", _outline(outlines.DEER), "main"),)),
    Sprite(r"\b(horses?|pony|unicorns?)\b", "#5e3d27", 0.36, (0.22, 0.8), (("p", _outline(outlines.HORSE_TAIL), "main*0.7"), ("p", _outline(outlines.HORSE), "main"), ("p", _outline(outlines.MANE), "main*0.7"))),
    Sprite(r"\b(owls?)\b", "#6b5138", 0.22, (0.78, 0.3), (("p", _outline(outlines.OWL), "main"), ("e", (0.36, 0.22, 0.47, 0.33), "#ffe9a8"), ("e", (0.53, 0.22, 0.64, 0.33), "#ffe9a8"), ("e", (0.4, 0.26, 0.44, 0.3), "#151515"), ("e", (0.56, 0.26, 0.6, 0.3), "#151515"))),
)  # fmt: skip


def draw_sprite(sprite: Sprite, size: int, colour: tuple[int, int, int] | None) -> Pixels:
    """The sprite `size` pixels wide and high, as RGBA with light from the upper left."""
    big = max(size * 3, 12)
    sheet = Image.new("RGBA", (big, big), (0, 0, 0, 0))
    pen = ImageDraw.Draw(sheet)
    main = colour or _rgb(sprite.main)
    for kind, values, ink in sprite.marks:
        fill = _ink(ink, main)
        scaled = [value * (big - 1) for value in values]
        if kind == "e":
            pen.ellipse(scaled, fill=fill)
        elif kind == "p":
            pen.polygon(list(zip(scaled[::2], scaled[1::2], strict=True)), fill=fill)
        elif kind == "a":
            pen.arc(scaled[:4], values[4], values[5], fill=fill, width=max(round(scaled[6]), 1))
        else:
            pen.line(
                list(zip(scaled[1::2], scaled[2::2], strict=True)),
                fill=fill,
                width=max(round(scaled[0]), 1),
                joint="curve",
            )
    small = np.asarray(sheet.resize((size, size), Image.Resampling.LANCZOS), np.float32)
    light = np.linspace(1.14, 0.8, size, dtype=np.float32)
    shade = (
        (light[:, None] * 0.65 + light[None, :] * 0.35)[..., None]
        if not sprite.glow
        else np.float32(1)
    )
    return np.asarray(
        np.clip(np.dstack([small[..., :3] * shade, small[..., 3:]]), 0, 255), np.uint8
    )


def halo(size: int) -> Pixels:
    """A soft light, 0 … 255, for things that shine."""
    disc = Image.new("L", (size, size), 0)
    ImageDraw.Draw(disc).ellipse((size * 0.34, size * 0.34, size * 0.66, size * 0.66), fill=255)
    return np.asarray(disc.filter(ImageFilter.GaussianBlur(size * 0.13)))


def _rgb(code: str) -> tuple[int, int, int]:
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def _ink(ink: str, main: tuple[int, int, int]) -> tuple[int, int, int, int]:
    if ink.startswith("#"):
        return (*_rgb(ink), 255)
    factor = float(ink.partition("*")[2] or 1)
    lifted = [
        value * factor if factor <= 1 else value + (255 - value) * min(factor - 1, 1)
        for value in main
    ]
    return round(lifted[0]), round(lifted[1]), round(lifted[2]), 255
