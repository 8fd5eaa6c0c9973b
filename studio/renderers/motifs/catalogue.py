"""Which motifs there are: who draws each, how large, in what colour, and where it is at home."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from studio.renderers.drawing.canvas import Array, colour
from studio.renderers.motifs import (
    board_games,
    carriers,
    clothing,
    feathers,
    harvest,
    legends,
    towers,
    trees,
    wheels,
    wild,
)
from studio.renderers.motifs.pen import Pen
from studio.renderers.prompts.words import Brief

Box = tuple[float, float, float, float]
"""Left, top, right and bottom of all that is drawn, in heights of the thing, its foot at 0, 0."""


@dataclass(frozen=True)
class Motif:
    """One named thing."""

    paint: Callable[[Pen, Array], None]
    hues: tuple[str, ...]
    """Its own colours; one is taken by chance where none is said of it."""
    box: Box
    home: tuple[str, ...] = ()
    """Subjects of the landscape it belongs to where no place is named; none is a studio's floor."""
    stands: str = "ground"
    """Where it is in a landscape: ground, far (behind the water), air, water or perch."""
    studio: str = "sweep"
    """The floor it stands on where it has no home: sweep, wall, table, garden or fire."""
    share: float = 0.72
    """How much of a picture it fills where it is alone."""
    glows: bool = False
    """Whether it is as bright by night as by day."""
    seat: tuple[float, float] | None = None
    """Where somebody sits who rides it."""

    def hue(self, brief: Brief, tag: str, rng: np.random.Generator) -> Array:
        """The colour said of it, else one of its own."""
        own = self.hues[int(rng.integers(len(self.hues)))]
        return colour(brief.colour_of(tag) or own)


_BRIGHT = ("#d6322f", "#2f7fb0", "#e0a52e", "#2f8f6b", "#d9653b", "#6a4fa0")
MOTIFS: dict[str, Motif] = {
    "bicycle": Motif(wheels.paint_bicycle, _BRIGHT, (-0.9, -1.19, 0.92, 0.02), studio="wall", seat=(-0.25, -0.98)),
    "motorcycle": Motif(wheels.paint_motorcycle, ("#b3152f", "#20242c", "#1f4a8a", "#2f6f5a"), (-1.0, -1.04, 0.98, 0.02),
                        studio="wall", seat=(-0.36, -0.72)),
    "sneakers": Motif(clothing.paint_sneakers, ("#f4f2ec", *_BRIGHT), (-1.03, -0.99, 1.05, 0.02)),
    "chess": Motif(board_games.paint_chess, ("#7a4a2a", "#8a5a36", "#4a5a3a"), (-1.08, -1.04, 1.08, 0.0), studio="table",
                   share=0.76),
    "phoenix": Motif(feathers.paint_phoenix, ("#e2341e", "#d8431c"), (-0.96, -1.47, 0.96, 0.4), stands="air", studio="fire",
                     share=0.9, glows=True),
    "hummingbird": Motif(feathers.paint_hummingbird, ("#1f9a6a", "#1f8a9a", "#3f8f3a"), (-0.56, -1.23, 1.27, 0.12),
                         stands="air", studio="garden", share=0.9),
    "parrot": Motif(feathers.paint_parrot, ("#d6322f", "#2f9e4b", "#d6322f"), (-0.72, -1.03, 0.75, 0.44),
                    studio="garden", share=0.84, stands="perch"),
    "peacock": Motif(feathers.paint_peacock, ("#2463c8", "#1f5ab0"), (-1.02, -1.31, 1.02, 0.03), ("hills",), share=0.86),
    "swan": Motif(feathers.paint_swan, ("#f8f6f2",), (-0.7, -1.0, 0.72, 0.16), ("lake",), "water", share=0.5),
    "flamingo": Motif(feathers.paint_flamingo, ("#f48ab8", "#f27a9a"), (-0.4, -1.1, 0.4, 0.03), ("lake",), "water", share=0.56),
    "mermaid": Motif(legends.paint_mermaid, ("#1f9a8a", "#2f6fb0", "#7a4fb0", "#c84a8a"), (-0.72, -1.05, 0.98, 0.06),
                     ("sea",), "water"),
    "knight": Motif(legends.paint_knight, ("#b3152f", "#1f3f8a", "#2f6f3f", "#5a2f7a"), (-0.45, -1.22, 0.4, 0.04),
                    ("hills", "castle"), studio="wall", share=0.86),
    "treehouse": Motif(trees.paint_treehouse, ("#b5432f", "#3f6f9a", "#c98a3a"), (-0.7, -1.31, 0.73, 0.05), ("forest",),
                       share=0.88),
    "tree": Motif(trees.paint_tree, ("#4f9a45", "#3f8a4a"), (-0.64, -1.15, 0.64, 0.05), ("hills",), share=0.84),
    "giraffe": Motif(wild.paint_giraffe, ("#e0a84a", "#d89a3f"), (-0.33, -1.07, 0.43, 0.03), ("hills",), share=0.86),
    "dinosaur": Motif(wild.paint_dinosaur, ("#4f8f4a", "#8a6a3a", "#5a7f8a"), (-0.99, -1.07, 0.82, 0.03), ("hills", "mountains")),
    "bee": Motif(wild.paint_bee, ("#f2b632",), (-0.54, -1.34, 0.96, 0.24), stands="air", studio="garden"),
    "iron-tower": Motif(towers.paint_iron_tower, ("#7a5a48",), (-0.25, -1.05, 0.25, 0.03), ("city",), "far"),
    "windmill": Motif(towers.paint_windmill, ("#d9b48a", "#e8dcc8", "#b8704a"), (-0.6, -1.28, 0.6, 0.03), ("hills",), share=0.8),
    "clock-tower": Motif(towers.paint_clock_tower, ("#d8c49a", "#c9b08a"), (-0.16, -1.37, 0.16, 0.03), ("city",), "far", share=0.92),
    "pumpkin": Motif(harvest.paint_pumpkin, ("#ee7a1e", "#e86a14"), (-0.61, -1.06, 0.61, 0.02), studio="table"),
    "cactus": Motif(harvest.paint_cactus, ("#4f9a5a", "#3f8a5f"), (-0.36, -1.13, 0.36, 0.03)),
    "skull": Motif(harvest.paint_skull, ("#efe6d2",), (-0.72, -1.05, 0.72, 0.17)),
    "airplane": Motif(carriers.paint_airplane, ("#d6322f", "#2463c8", "#e0a52e", "#138a8a"), (-1.04, -0.82, 0.98, 0.13),
                      ("sun",), "air", share=0.86),
    "airship": Motif(carriers.paint_airship, ("#8a4a3a", "#3f5a6a", "#a88a5a"), (-1.06, -1.06, 1.02, 0.08), ("mountains",), "air"),
    "tall-ship": Motif(carriers.paint_tall_ship, ("#6b4228", "#4a3024"), (-0.73, -1.19, 0.88, 0.18), ("sea",), "water"),
}  # fmt: skip
"""Every motif by its tag in the vocabulary."""


def named(brief: Brief) -> list[str]:
    """The motifs a brief names, two at most, in the order they are said."""
    return [tag for tag in brief.subjects if tag in MOTIFS][:2]
