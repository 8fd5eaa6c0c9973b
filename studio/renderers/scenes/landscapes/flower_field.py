"""A field of flowers in rows that grow towards the viewer: sunflowers, tulips, lavender, or poppies and daisies."""

import numpy as np

from studio.renderers.drawing.canvas import Array, colour, mix
from studio.renderers.motifs.pen import Pen
from studio.renderers.scenes.stage import Stage

_STEM, _INK = colour("#3f7a3a"), colour("#1a1210")
_ROWS = 11
_HUES = {
    "sunflower": ("#f6be1e",), "tulip": ("#e2433c", "#f28ab0", "#f6c62c", "#8f4fb0"),
    "lavender": ("#8f6fd0", "#7a5ac0"), "poppy": ("#e23420", "#e8503a"),
    "rose": ("#d8304a", "#f08aa8"), "daisy": ("#fbf8f0",),
}  # fmt: skip
_MIXED = ("#e8566a", "#fbf8f0", "#f2c14e", "#b06ad0", "#f28a5c")


def paint_flower_field(stage: Stage) -> None:
    """Rows from the horizon down; each flower is of the kind and colour that the words name."""
    canvas, brief, rng = stage.canvas, stage.brief, stage.canvas.rng
    below = canvas.height - stage.horizon
    kind = next((name for name in _HUES if brief.words & {name, f"{name}s"}), "")
    code = brief.colour_of("flower")
    hues = [colour(one) for one in ([code] if code else _HUES.get(kind, _MIXED))]
    soil = mix(mix(_STEM, hues[0], 0.18), stage.palette.near, 0.25 + 0.4 * stage.palette.dark)
    for row in range(_ROWS):
        t = (row + 0.3) / _ROWS
        y = stage.horizon + below * (0.1 + 1.0 * t**1.6)
        size = canvas.unit * (0.018 + 0.12 * t**1.5)
        band = np.array(
            [
                (0, y - size * 0.35),
                (canvas.width, y - size * 0.35),
                (canvas.width, canvas.height),
                (0, canvas.height),
            ]
        )
        canvas.shape(
            [band],
            mix(soil, stage.palette.haze, 0.4 * (1 - t)),
            depth=0.4 + 0.5 * t,
            blur=size * 0.1,
        )
        step = size * (0.62 if kind == "lavender" else 0.8)
        for x in np.arange(float(rng.uniform(-1, 0)) * step, canvas.width + step, step):
            tall = size * float(rng.uniform(0.85, 1.2))
            pen = Pen(canvas, float(x + rng.normal(0, size * 0.12)), y, tall, shade=stage.palette.near,
                      dim=0.45 * stage.palette.dark)  # fmt: skip
            hue = mix(hues[int(rng.integers(len(hues)))], stage.palette.haze, 0.3 * (1 - t))
            _flower(pen, kind, hue, fine=t > 0.35)


def _flower(pen: Pen, kind: str, hue: Array, *, fine: bool) -> None:
    """One flower on its stem; far ones are told in few strokes."""
    pen.line("0 .1, 0 -.8", 0.06, _STEM, curved=False)
    if fine:
        for side in (-1, 1):
            pen.blob(
                [(0, -0.15), (side * 0.22, -0.42), (side * 0.3, -0.5), (side * 0.14, -0.24)],
                mix(_STEM, _INK, 0.15),
            )
    if kind == "tulip":
        pen.blob(
            "-.2 -1.08, -.1 -.98, 0 -1.12, .1 -.98, .2 -1.08, .2 -.82, .08 -.66, -.08 -.66, -.2 -.82",
            hue,
        )
        if fine:
            pen.blob("0 -1.1, .1 -.9, .0 -.68, -.1 -.9", mix(hue, colour("#ffffff"), 0.22))
    elif kind == "lavender":
        for step in range(6 if fine else 3):
            y = -0.5 - (0.1 if fine else 0.2) * step
            pen.oval(
                0, y, 0.11 - 0.011 * step, 0.07, mix(hue, colour("#ffffff"), 0.14 * (step % 2))
            )
    else:
        _open_flower(pen, kind, hue, fine=fine)


def _open_flower(pen: Pen, kind: str, hue: Array, *, fine: bool) -> None:
    """Petals around a heart."""
    heart = (
        colour("#5a3218") if kind == "sunflower" else _INK if kind == "poppy" else colour("#f2b62c")
    )
    reach = 0.4 if kind == "sunflower" else 0.28
    if not fine:
        pen.oval(0, -0.86, reach, reach * 0.86, hue)
        pen.oval(0, -0.86, reach * 0.42, reach * 0.36, heart)
        return
    count = 14 if kind == "sunflower" else 9 if kind == "daisy" else 6
    for step in range(count):
        turn = 2 * np.pi * step / count
        x, y = 0.64 * reach * float(np.cos(turn)), -0.86 + 0.58 * reach * float(np.sin(turn))
        wide = reach * (0.2 if count > 8 else 0.42)
        pen.oval(x, y, reach * 0.42, wide, mix(hue, _INK, 0.1 * (step % 2)), turn=turn)
    pen.oval(0, -0.86, reach * 0.42, reach * 0.38, heart)
    pen.oval(-0.02, -0.88, reach * 0.24, reach * 0.2, mix(heart, colour("#c98a3a"), 0.35))
