"""The marks of animals' heads: masks, stripes, manes, horns, whiskers; each drawn onto a head."""

import numpy as np

from studio.renderers.drawing.canvas import colour, mix
from studio.renderers.scenes.persons.drawn import Drawn, Outline, Part


def _blaze(head: Drawn) -> None:
    top = -head.species.height / 2
    blaze = [
        (-0.02, top * 0.9),
        (0.02, top * 0.9),
        (0.045, -0.05),
        (0.1, 0.1),
        (-0.1, 0.1),
        (-0.045, -0.05),
    ]
    head.flat([head.at(blaze)], head.pale, alpha=0.9, soft=0.006)


def _mask(head: Drawn) -> None:
    """Pale cheeks that leave a dark bridge to the nose."""
    half, tall = head.species.width / 2, head.species.height / 2
    cheek = [(0.03, 0.62 * tall), (0.2 * half, 0.1 * tall), (0.62 * half, -0.02 * tall), (0.97 * half, 0.16 * tall),
             (0.84 * half, 0.56 * tall), (0.45 * half, 0.92 * tall), (0.0, 0.99 * tall)]  # fmt: skip
    head.flat(head.both(cheek), head.pale, soft=0.005)
    for side in (-1, 1):
        head.flat(
            [head.oval(side * head.species.eye_apart / 2, -0.1, 0.035, 0.014, turn=-0.3 * side)],
            head.pale,
            alpha=0.8,
        )


def _tabby(head: Drawn) -> None:
    for shift, low in ((-0.055, -0.13), (0.0, -0.11), (0.055, -0.13)):
        bar = [
            (shift - 0.011, -0.2),
            (shift + 0.011, -0.2),
            (shift * 0.8 + 0.004, low),
            (shift * 0.8 - 0.004, low),
        ]
        head.flat([head.at(bar)], head.dark, alpha=0.55)
    for y in (0.0, 0.05):
        head.flat(
            head.both([(0.17, y + 0.012), (0.25, y - 0.01), (0.25, y + 0.006), (0.17, y + 0.02)]),
            head.dark,
            alpha=0.5,
        )


def _stripes(head: Drawn) -> None:
    half, tall = head.species.width / 2, head.species.height / 2
    for y in (-0.86, -0.68, -0.5):
        wide = 0.2 + 0.16 * (y + 0.86)
        bar = [
            (-wide * half, y * tall - 0.006),
            (0.0, y * tall + 0.012),
            (wide * half, y * tall - 0.006),
            (0.0, y * tall + 0.034),
        ]
        head.flat([head.at(bar)], head.ink, alpha=0.9)
    for y, inner in ((-0.56, 0.72), (-0.22, 0.7), (0.1, 0.72), (0.38, 0.66)):
        edge = 0.97 - 0.25 * max(y, 0)
        bar = [
            (edge * half, y * tall - 0.016),
            (inner * half, y * tall + 0.02),
            (edge * half, y * tall + 0.016),
        ]
        head.flat(head.both(bar), head.ink, alpha=0.9)


def _patches(head: Drawn) -> None:
    apart = head.species.eye_apart / 2
    for side in (-1, 1):
        head.flat(
            [head.oval(side * (apart + 0.012), -0.03, 0.05, 0.066, turn=0.5 * side)],
            head.ink,
            alpha=0.92,
            soft=0.003,
        )


def _spots(head: Drawn) -> None:
    if float(head.coat.mean()) < 0.3:
        return _blaze(head)
    patch = [(0.06, -0.22), (0.19, -0.18), (0.2, -0.02), (0.1, 0.02), (0.05, -0.08)]
    head.flat([head.at(patch)], colour("#3a2c28"), alpha=0.95, soft=0.004)
    return None


def _face(head: Drawn) -> None:
    right = [(0.0, -0.12), (0.06, -0.155), (0.13, -0.12), (0.15, -0.03), (0.12, 0.06), (0.0, 0.14)]
    head.flat([head.at(right + [(-x, y) for x, y in reversed(right[1:-1])])], head.pale, soft=0.005)


def _heart(head: Drawn) -> None:
    right = [(0.0, -0.1), (0.05, -0.16), (0.13, -0.13), (0.15, -0.02), (0.12, 0.12), (0.0, 0.21)]
    head.flat([head.at(right + [(-x, y) for x, y in reversed(right[1:-1])])], head.pale, soft=0.004)
    for side in (-1, 1):
        head.flat(
            [head.oval(side * 0.105, 0.05, 0.03, 0.02)], colour("#f0a0a0"), alpha=0.4, soft=0.01
        )


def _discs(head: Drawn) -> None:
    for side in (-1, 1):
        x = side * head.species.eye_apart / 2
        head.flat([head.oval(x, -0.045, 0.112, 0.115)], head.dark, alpha=0.5, soft=0.004)
        head.flat([head.oval(x, -0.045, 0.1, 0.103)], head.pale, soft=0.004)


def _bulging(head: Drawn) -> None:
    for side in (-1, 1):
        head.cast(head.oval(side * head.species.eye_apart / 2, -0.2, 0.075, 0.075), head.coat)


def _mane(head: Drawn) -> None:
    rng = head.canvas.rng
    for ring, tone in (
        (1.85, mix(colour("#6a3418"), head.coat, 0.1)),
        (1.55, mix(colour("#9a4f20"), head.coat, 0.25)),
    ):
        count = 30
        points: Outline = []
        for step in range(2 * count):
            angle = np.pi * step / count
            reach = ring * (1.0 if step % 2 else 0.86) * float(rng.uniform(0.95, 1.05))
            points.append(
                (
                    np.sin(angle) * reach * head.species.width / 2,
                    -np.cos(angle) * reach * head.species.height / 2 + 0.02,
                )
            )
        head.cast(head.at(points), tone)


def _wool(head: Drawn) -> None:
    tone = colour("#f2ebdf")
    for step in range(15):
        angle = 2 * np.pi * step / 15
        x, y = (
            np.sin(angle) * head.species.width * 0.58,
            -np.cos(angle) * head.species.height * 0.5 - 0.03,
        )
        head.cast(head.oval(float(x), float(y), 0.085, 0.08), tone)


def _horns(head: Drawn) -> None:
    horn = [(0.1, -0.22), (0.16, -0.27), (0.24, -0.34), (0.23, -0.42), (0.19, -0.33), (0.1, -0.29)]
    for one in head.both(horn):
        head.cast(one, colour("#e4d8be"))


def _whiskers(head: Drawn) -> None:
    for number in range(3):
        y = 0.085 + 0.022 * number
        lift = -0.03 + 0.035 * number
        hair = [(0.07, y), (0.2, y + lift * 0.6), (0.33, y + lift), (0.2, y + lift * 0.6 + 0.004)]
        head.flat(head.both(hair), colour("#ffffff"), alpha=0.75)


def _tusks(head: Drawn) -> None:
    for one in head.both([(0.085, 0.14), (0.13, 0.15), (0.17, 0.3), (0.2, 0.38), (0.13, 0.32)]):
        head.cast(one, colour("#f4ecd8"))


def _tongue(head: Drawn) -> None:
    if head.canvas.rng.random() < 0.6:
        head.flat(
            [head.at([(-0.03, 0.17), (0.03, 0.17), (0.032, 0.225), (0.0, 0.25), (-0.032, 0.225)])],
            colour("#e0787c"),
        )
        head.flat(
            [head.at([(-0.003, 0.175), (0.003, 0.175), (0.0, 0.225)])], colour("#b04a54"), alpha=0.7
        )


MARKS: dict[str, Part] = {
    "blaze": _blaze, "mask": _mask, "tabby": _tabby, "stripes": _stripes, "patches": _patches, "spots": _spots,
    "face": _face, "heart": _heart, "discs": _discs, "bulging": _bulging, "mane": _mane, "wool": _wool,
    "horns": _horns, "whiskers": _whiskers, "tusks": _tusks, "tongue": _tongue,
}  # fmt: skip
