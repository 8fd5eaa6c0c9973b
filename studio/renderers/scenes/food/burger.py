"""A burger seen from the side."""

from studio.renderers.drawing.canvas import Canvas, colour, ellipse, placed, smooth
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.food.tabletop import shadow

Layer = tuple[list[tuple[float, float]], str, str]
"""An outline in units of the burger, its colour above and below."""
_WAVE = [(step / 9 - 1) * 0.57 for step in range(19)]
_FRILL = [(px, -0.36 + 0.03 * (-1) ** index) for index, px in enumerate(_WAVE)]
_LAYERS: tuple[Layer, ...] = (
    ([(-0.5, -0.16), (-0.48, -0.02), (0.48, -0.02), (0.5, -0.16)], "#d99a4e", "#9a5f28"),
    (
        [(-0.53, -0.28), (-0.54, -0.16), (0.0, -0.13), (0.54, -0.16), (0.53, -0.28)],
        "#6a3a22",
        "#3a1e12",
    ),
    (
        [
            (-0.53, -0.3),
            (0.53, -0.3),
            (0.44, -0.24),
            (0.26, -0.27),
            (0.14, -0.15),
            (-0.04, -0.27),
            (-0.3, -0.18),
        ],
        "#f8bf3c",
        "#e89a22",
    ),
    *(
        (
            [(px - 0.2, -0.36), (px - 0.2, -0.29), (px + 0.2, -0.29), (px + 0.2, -0.36)],
            "#d8402e",
            "#a82a1e",
        )
        for px in (-0.36, 0.0, 0.36)
    ),
    ([*_FRILL, (0.54, -0.42), (-0.54, -0.42)], "#8fc04a", "#4f8f30"),
    (
        [
            (-0.54, -0.4),
            (-0.53, -0.56),
            (-0.36, -0.74),
            (0.0, -0.82),
            (0.36, -0.74),
            (0.53, -0.56),
            (0.54, -0.4),
        ],
        "#e8aa58",
        "#b87030",
    ),
)
"""From the lower half to the upper: bread, meat, cheese, tomatoes, salad, bread."""


def paint_burger(canvas: Canvas, _: Brief) -> None:
    """A burger on the counter, layer by layer."""
    x, foot, size = canvas.width * 0.5, canvas.height * 0.83, canvas.unit * 0.62
    shadow(canvas, x, foot, size * 0.62, size * 0.07, 0.6)
    for points, tone, low in _LAYERS:
        canvas.shape(
            [placed(smooth(points, steps=8), x, foot, size)],
            colour(tone),
            fade=colour(low),
            depth=0.8,
        )
    gleam = smooth([(-0.4, -0.62), (-0.2, -0.74), (0.02, -0.77), (-0.2, -0.69)], steps=7)
    canvas.shape([placed(gleam, x, foot, size)], colour("#fff0d0"), alpha=0.5, blur=size * 0.015)
    _seeds(canvas, x, foot, size)


def _seeds(canvas: Canvas, x: float, foot: float, size: float) -> None:
    """Sesame on the upper half."""
    rng = canvas.rng
    for _step in range(26):
        sx, sy = float(rng.uniform(-0.38, 0.38)), float(rng.uniform(-0.74, -0.54))
        if sy > -0.8 + 0.9 * sx * sx:
            seed = ellipse(
                x + sx * size,
                foot + sy * size,
                size * 0.017,
                size * 0.01,
                turn=float(rng.uniform(-0.6, 0.6)),
            )
            canvas.shape([seed], colour("#fbecc8"))
