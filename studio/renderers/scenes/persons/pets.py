"""An animal seen whole as it sits: a round body, paws, a tail, its head, and a book where it reads."""

import numpy as np

from studio.renderers.drawing.canvas import Canvas, colour, ellipse, mix
from studio.renderers.drawing.palette import Palette
from studio.renderers.motifs.pen import Pen
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.persons.heads import HEADS, Head, natural_coat
from studio.renderers.scenes.rooms.studio_floor import paint_floor


def paint_friends(canvas: Canvas, brief: Brief, palette: Palette, *, before_place: bool) -> None:
    """Two animals that are named together, side by side in a garden or in the place that is there already.

    Two of the one kind where only that is named.
    """
    kinds = [kind for kind in brief.subjects if kind in HEADS][:2]
    kinds *= 3 - len(kinds)
    if before_place:
        level = canvas.height * 0.88
        knoll = ellipse(
            canvas.width / 2, canvas.height * 1.16, canvas.width * 0.9, canvas.height * 0.36
        )
        cover = colour("#eef2f6" if "snow" in brief.weather else "#5f8f4a")
        ground = mix(cover, palette.near, 0.35 + 0.45 * palette.dark)
        canvas.shape([knoll], mix(ground, palette.horizon, 0.15), fade=ground, depth=0.7)
    else:
        level = canvas.height * paint_floor(canvas, "garden", colour("#d9a860"), 0.0)
    canvas.mark(0.4)
    size = min(canvas.unit * 0.74, canvas.width * 0.5)
    for number, kind in enumerate(kinds):
        share = _SHARES.get(kind, 1.0)
        x = canvas.width / 2 + (number - 0.5) * min(size * 0.92, canvas.width * 0.48)
        paint_pet(canvas, brief, kind, (x, level), size * share)
    canvas.look_at(canvas.width / 2, level - size * 0.4)
    canvas.mark(0.85)


_SHARES = {
    "mouse": 0.62,
    "frog": 0.66,
    "rabbit": 0.8,
    "penguin": 0.86,
    "cat": 0.86,
    "bear": 1.12,
    "elephant": 1.2,
}
"""How large an animal is beside another."""
_READS = {"reading", "reads", "read", "studying"}
_BOOKS = {
    "children's-book",
    "childrens-book",
    "kids-book",
    "story-book",
    "picture-book",
    "book-cover",
    "book-illustration",
}
"""Books that the picture is in, and nobody in the picture reads."""


def paint_pet(
    canvas: Canvas, brief: Brief, kind: str, seat: tuple[float, float], size: float
) -> None:
    """The animal `kind` of `HEADS` sitting at `seat`; it is about 0.8 `size` tall, in pixels."""
    x, foot = seat
    coat = natural_coat(brief, kind, canvas.rng)
    head = Head(canvas, HEADS[kind], coat, (x, foot - size * 0.52), size)
    canvas.shape(
        [ellipse(x, foot, size * 0.27, size * 0.04)], colour("#100a08"), alpha=0.5, blur=size * 0.03
    )
    Pen(canvas, x, foot, size).line(
        "0.2 -0.03, 0.38 -0.04, 0.42 -0.22", 0.07, head.coat * np.float32(0.8)
    )
    head.cast(ellipse(x, foot - size * 0.19, size * 0.24, size * 0.2), head.coat)
    head.flat(
        [ellipse(x, foot - size * 0.17, size * 0.13, size * 0.15)], head.pale, alpha=0.8, soft=0.012
    )
    for side in (-1, 1):
        head.cast(
            ellipse(x + side * size * 0.1, foot - size * 0.035, size * 0.08, size * 0.045),
            head.coat,
        )
    head.paint(chest=False)
    if brief.words & _READS or ("book" in brief.words and not brief.words & _BOOKS):
        _book(Pen(canvas, x, foot, size), head)


def _book(pen: Pen, head: Head) -> None:
    """An open book before the chest, held by two paws."""
    cover = colour("#a8322f")
    for side in (-1, 1):
        cloth = [(0, -0.06), (side * 0.21, -0.11), (side * 0.22, -0.29), (0, -0.24)]
        page = [
            (0, -0.075),
            (side * 0.1, -0.115),
            (side * 0.2, -0.12),
            (side * 0.205, -0.29),
            (side * 0.1, -0.285),
            (0, -0.25),
        ]
        pen.fill(cloth, cover if side < 0 else mix(cover, head.ink, 0.2))
        pen.fill(page, colour("#fbf4e2") if side < 0 else colour("#efe4cc"))
        for row in range(5):
            y = -0.25 + 0.027 * row
            pen.line(
                [(side * 0.03, y + 0.004), (side * 0.18, y - 0.024)],
                0.005,
                colour("#9a8f80"),
                curved=False,
            )
        pen.ball(side * 0.2, -0.12, 0.05, 0.04, head.coat, turn=0.4 * side)
    pen.line("0 -0.245, 0 -0.07", 0.008, mix(cover, head.ink, 0.4), curved=False)
