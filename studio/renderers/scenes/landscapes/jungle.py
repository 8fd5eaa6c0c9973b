"""A jungle from within: mist between giant trees, creepers, a waterfall if named, large leaves close by."""

import numpy as np

from studio.renderers.drawing.canvas import Array, Points, colour, ellipse, mix
from studio.renderers.motifs.pen import Pen
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.landscapes.sights import paint_fall
from studio.renderers.scenes.stage import Stage

_JUNGLES = frozenset({"jungle", "rainforest", "amazon", "inside-a-greenhouse"})


def is_jungle(brief: Brief) -> bool:
    """Whether the wood is a tropical one."""
    return bool(brief.words & _JUNGLES)


def paint_jungle(stage: Stage) -> None:
    """Mist between giant trees, creepers, and large leaves close by."""
    canvas, palette, unit = stage.canvas, stage.palette, stage.canvas.unit
    mist = mix(colour("#bfe0b0"), mix(palette.horizon, palette.light, 0.4), 0.45)
    mist = mix(mist, palette.near, 0.62 * palette.dark)
    canvas.paint(np.full(canvas.rgb.shape[:2], 0.72, np.float32), mist)
    canvas.glow(
        stage.light_x, canvas.height * 0.3, unit * 0.4, palette.light * np.float32(0.45), power=1.3
    )
    for step in range(4):
        _depth(stage, step, mist)
    _creepers(stage)
    if "inside-a-greenhouse" in stage.brief.words:
        _glass(stage)
    _near_leaves(stage)


def _glass(stage: Stage) -> None:
    """The ribs of a house of glass, arched over the trees."""
    canvas, palette = stage.canvas, stage.palette
    bar = mix(colour("#f4f8f2"), palette.near, 0.5 * palette.dark)
    turns = np.linspace(0, np.pi, 40)
    for share in (0.42, 0.58, 0.78, 1.04):
        wide, tall = canvas.width * share, canvas.height * (0.5 + 0.24 * share)
        foot, thick = canvas.height * (0.66 + 0.1 * share), canvas.unit * 0.009 * share
        arch = [np.stack([canvas.width / 2 + (wide / 2 + side * thick) * np.cos(turns),
                          foot - (tall + side * thick) * np.sin(turns)], -1) for side in (1, -1)]  # fmt: skip
        canvas.shape([np.vstack([arch[0], arch[1][::-1]])], bar, alpha=0.85)
    for turn in np.linspace(0.2, np.pi - 0.2, 9):
        ends = [(canvas.width / 2 + canvas.width * share / 2 * np.cos(turn),
                 canvas.height * (0.66 + 0.1 * share) - canvas.height * (0.5 + 0.24 * share) * np.sin(turn))
                for share in (0.42, 1.5)]  # fmt: skip
        across = np.array([0.0, canvas.unit * 0.003])
        canvas.shape(
            [np.array([ends[0] - across, ends[1] - across, ends[1] + across, ends[0] + across])],
            bar,
            alpha=0.8,
        )


def _depth(stage: Stage, step: int, mist: Array) -> None:
    """The trees, bushes and ground of one distance, 0 far off to 3; the waterfall is behind the nearer ones."""
    canvas, rng, palette, unit = stage.canvas, stage.canvas.rng, stage.palette, stage.canvas.unit
    t = step / 3
    hue = mix(
        mix(colour("#2f7a46"), mist, 0.78 * (1 - t)),
        palette.near,
        0.1 + 0.5 * palette.dark * (0.5 + 0.5 * t),
    )
    foot = canvas.height * (0.6 + 0.2 * t)
    trees: list[Points] = []
    for x in np.linspace(-0.1, 1.1, 7 - step) * canvas.width + rng.normal(0, unit * 0.05, 7 - step):
        if step > 1 and stage.brief.has("waterfall") and abs(x - stage.light_x) < unit * 0.17:
            continue  # the water is seen between them
        trees += _giant(float(x), foot, unit * (0.5 + 0.25 * t) * float(rng.uniform(0.8, 1.2)), rng)
    canvas.shape(trees, hue, fade=mix(hue, mist, 0.25 * (1 - t)), depth=0.2 + 0.4 * t)
    bushes = [
        ellipse(
            float(x),
            foot + unit * 0.03,
            unit * 0.09,
            unit * 0.07 * float(rng.uniform(0.6, 1.5)),
            count=20,
        )
        for x in np.arange(-0.05, canvas.width / unit + 0.1, 0.1) * unit
    ]
    ground = np.array(
        [(0, foot), (canvas.width, foot), (canvas.width, canvas.height), (0, canvas.height)]
    )
    canvas.shape([ground], hue, depth=0.3 + 0.4 * t)
    canvas.shape(bushes, hue * np.float32(1.04), depth=0.3 + 0.4 * t)
    if step == 1 and stage.brief.has("waterfall"):
        paint_fall(stage, stage.light_x, (canvas.height * 0.1, canvas.height * 0.72), unit * 0.1)


def _giant(x: float, foot: float, tall: float, rng: np.random.Generator) -> list[Points]:
    """A tree with buttress roots and a flat crown of round masses."""
    thick = tall * 0.035
    stem = np.array(
        [
            (x - thick * 2.6, foot),
            (x - thick, foot - tall * 0.14),
            (x - thick * 0.8, foot - tall),
            (x + thick * 0.8, foot - tall),
            (x + thick, foot - tall * 0.14),
            (x + thick * 2.6, foot),
        ]
    )
    crown = [
        ellipse(
            x + tall * 0.17 * float(rng.normal()),
            foot - tall * float(rng.uniform(0.88, 1.16)),
            tall * float(rng.uniform(0.12, 0.22)),
            tall * float(rng.uniform(0.07, 0.12)),
            count=24,
        )
        for _ in range(7)
    ]
    return [stem, *crown]


def _creepers(stage: Stage) -> None:
    """Lianas that hang from above."""
    canvas, rng = stage.canvas, stage.canvas.rng
    pen = Pen(canvas, 0, 0, canvas.unit)
    hue = mix(colour("#24563a"), stage.palette.near, 0.3 + 0.4 * stage.palette.dark)
    for _ in range(7):
        x, wide = (
            float(rng.uniform(0, 1)) * canvas.width / canvas.unit,
            float(rng.uniform(0.1, 0.3)),
        )
        drop = float(rng.uniform(0.12, 0.4))
        pen.line(
            [(x, -0.02), (x + wide * 0.3, drop * 0.8), (x + wide * 0.7, drop), (x + wide, -0.02)],
            0.008,
            hue,
        )
        for t in np.linspace(0.1, 0.9, 7):
            y = drop * 1.25 * float(1 - (2 * t - 1) ** 2) ** 0.7
            pen.oval(
                x + wide * float(t),
                y + 0.012,
                0.011,
                0.018,
                hue * np.float32(1.25),
                turn=float(rng.normal(0, 0.5)),
            )


def _near_leaves(stage: Stage) -> None:
    """Large leaves that frame the picture from its lower corners and sides."""
    canvas, rng, palette = stage.canvas, stage.canvas.rng, stage.palette
    greens = ("#1f6a3a", "#2f8a4a", "#3f9a3f", "#14503a", "#5faa4a")
    for step in range(15):
        left = step % 2 == 0
        out, up = (
            float(rng.uniform(-0.04, 0.24)),
            float(rng.uniform(-0.05, 0.42)) if step < 8 else -0.04,
        )
        x = out * canvas.unit if left else canvas.width - out * canvas.unit
        y = canvas.height - max(up, -0.04) * canvas.height * (0.9 if out < 0.06 else 0.3)
        turn = (0.75 if left else -0.75) + float(rng.normal(0, 0.5))
        hue = mix(colour(greens[int(rng.integers(5))]), palette.near, 0.12 + 0.5 * palette.dark)
        pen = Pen(canvas, x, y, canvas.unit * float(rng.uniform(0.24, 0.4)), turn=turn)
        _leaf(pen, hue)


def _leaf(pen: Pen, hue: Array) -> None:
    """A broad leaf that points up, with its ribs."""
    pen.cast(
        "0 .04, .1 -.16, .2 -.42, .18 -.7, .08 -.92, 0 -1.04, -.08 -.92, -.18 -.7, -.2 -.42, -.1 -.16",
        hue,
    )
    pale = mix(hue, colour("#d8f0a0"), 0.4)
    pen.line("0 .04, .01 -.5, 0 -.98", 0.016, pale, end=0.004, alpha=0.8)
    for y in np.linspace(-0.2, -0.8, 6):
        wide = 0.16 * float(np.sin((-y) * 2.6 + 0.3))
        for side in (-1, 1):
            pen.line(
                [(0, float(y)), (side * wide, float(y) - 0.12)], 0.007, pale, end=0.002, alpha=0.55
            )
