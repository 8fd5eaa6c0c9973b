"""Which motifs there are: who draws each, how large, in what colour, and where it is at home."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from studio.renderers.drawing.canvas import Array, colour
from studio.renderers.motifs import (
    aloft,
    band,
    board_games,
    buildings,
    carriers,
    clothing,
    critters,
    feathers,
    figures,
    fruits,
    goods,
    harvest,
    household,
    instruments,
    legends,
    machines,
    outings,
    paddling,
    players,
    reptiles,
    rescue,
    riders,
    seasons,
    songbird,
    sports,
    stargazing,
    together,
    towers,
    trees,
    wares,
    wheels,
    wild,
)
from studio.renderers.motifs.pen import Pen
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.persons.species import HEADS

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
    """The floor it stands on where it has no home: sweep, wall, table, garden, fire, stage, court or pitch."""
    share: float = 0.72
    """How much of a picture it fills where it is alone."""
    glows: bool = False
    """Whether it is as bright by night as by day."""
    seat: tuple[float, float] | None = None
    """Where somebody sits who rides it."""
    weather: frozenset[str] = frozenset()
    """What the weather has been where it is at home."""
    covers: tuple[str, ...] = ()
    """Subjects that it shows itself, and that are not drawn again beside it."""
    paired: bool = False
    """Whether it shows two already."""

    def hue(self, brief: Brief, tag: str, rng: np.random.Generator) -> Array:
        """The colour said of it, or of a thing it shows, else one of its own."""
        own = self.hues[int(rng.integers(len(self.hues)))]
        things = (tag, *(one for one in self.covers if one not in _SOMEBODY))
        return colour(next((code for one in things if (code := brief.colour_of(one))), own))


_SOMEBODY = ("person", "portrait")
_BRIGHT = ("#d6322f", "#2f7fb0", "#e0a52e", "#2f8f6b", "#d9653b", "#6a4fa0")


def _pair(tag: str, hues: tuple[str, ...], box: Box, home: tuple[str, ...] = (), *, studio: str = "sweep",
          share: float = 0.78, shown: tuple[str, ...] = ()) -> Motif:  # fmt: skip
    """Two who do something together, and so no other of their kind; `shown` is what else they show."""
    covers = (*_SOMEBODY, "robot", "knight", *HEADS, *shown)
    return Motif(
        together.painter(tag),
        hues,
        box,
        home,
        studio=studio,
        share=share,
        covers=covers,
        paired=True,
    )


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
    "songbird": Motif(songbird.paint_songbird, ("#e07a3a", "#3f7fc8", "#e8b53a", "#c8503a"), (-0.82, -1.0, 0.9, 0.12),
                      studio="garden", share=0.8, stands="perch", covers=("bird",)),
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
    "dancer": Motif(figures.paint_dancer, ("#f0a8b8", "#c8404a", "#d9653b", "#8f6fc8"), (-0.6, -1.13, 0.49, 0.03),
                    studio="stage", share=0.76, covers=_SOMEBODY),
    "yoga": Motif(figures.paint_yoga, ("#2f8f6b", "#2f7fb0", "#d9653b", "#8f6fc8"), (-0.54, -1.14, 0.54, 0.06),
                  share=0.8, covers=_SOMEBODY),
    "basketball": Motif(figures.paint_basketball, ("#d6322f", "#2463c8", "#6a4fa0"), (-0.51, -1.68, 0.79, 0.02),
                        studio="court", share=0.9, covers=_SOMEBODY),
    "footballer": Motif(figures.paint_footballer, ("#d6322f", "#2463c8", "#e0a52e"), (-0.48, -1.06, 0.73, 0.04),
                        studio="pitch", share=0.74, covers=_SOMEBODY),
    "runner": Motif(figures.paint_runner, ("#e0a52e", "#d6322f", "#2f8f6b"), (-0.48, -1.04, 0.4, 0.02), ("hills",),
                    share=0.7, covers=_SOMEBODY),
    "surfer": Motif(figures.paint_surfer, ("#2f8f6b", "#e0a52e", "#d6322f"), (-0.8, -0.92, 0.67, 0.18),
                    ("sea", "waves"), "water", share=0.62, covers=_SOMEBODY),
    "skater": Motif(figures.paint_skater, ("#6a4fa0", "#d9653b", "#2f8f6b"), (-0.47, -0.93, 0.45, 0.13), studio="wall",
                    share=0.78, covers=_SOMEBODY),
    "superhero": Motif(figures.paint_superhero, ("#3a74dc", "#dc2c3e"), (-0.34, -1.06, 0.6, 0.04), ("city",),
                       share=0.78, covers=_SOMEBODY),
    "rider": Motif(riders.paint_rider, ("#b3152f", "#2463c8", "#6a4fa0", "#2f6f5a"), (-1.0, -1.34, 0.78, 0.05), ("hills",),
                   share=0.84, covers=(*_SOMEBODY, "horse", "knight")),
    "cyclist": Motif(riders.paint_cyclist, _BRIGHT, (-0.9, -1.84, 0.92, 0.02), studio="wall", share=0.9,
                     covers=(*_SOMEBODY, "bicycle", "motorcycle", "biker", "car")),
    "biker": Motif(riders.paint_biker, ("#b3152f", "#20242c", "#1f4a8a", "#2f6f5a"), (-1.0, -1.56, 0.98, 0.02),
                   studio="wall", share=0.86, covers=(*_SOMEBODY, "motorcycle")),
    "tennis": Motif(sports.paint_tennis, ("#2463c8", "#d6322f", "#2f8f6b"), (-0.33, -1.48, 0.53, 0.04), studio="court",
                    share=0.9, covers=_SOMEBODY),
    "golf": Motif(sports.paint_golf, ("#2463c8", "#d6322f", "#6a4fa0"), (-0.46, -1.07, 0.82, 0.04), ("hills",), share=0.76,
                  covers=_SOMEBODY),
    "boxer": Motif(sports.paint_boxer, ("#2463c8", "#b3152f", "#20242c"), (-0.69, -1.04, 0.73, 0.04), studio="stage",
                   share=0.82, covers=_SOMEBODY),
    "skier": Motif(sports.paint_skier, ("#d6322f", "#2463c8", "#e0a52e"), (-0.96, -0.92, 0.57, 0.12), ("mountains",),
                   weather=frozenset({"snow"}), share=0.66, covers=_SOMEBODY),
    "lipstick": Motif(wares.paint_lipstick, ("#c8203f", "#b3304a", "#d8566a"), (-0.24, -1.04, 0.66, 0.06)),
    "handbag": Motif(wares.paint_handbag, ("#8a3a2a", "#20242c", "#c8a06a", "#b3152f"), (-0.62, -1.04, 0.62, 0.04)),
    "phone": Motif(wares.paint_phone, ("#6a4fa0", "#2f7fb0", "#d9653b"), (-0.3, -1.05, 0.3, 0.07), share=0.84),
    "bottle": Motif(wares.paint_bottle, ("#3f6a3a", "#6e1423", "#2f5f6f"), (-0.26, -1.03, 0.26, 0.03), studio="table", share=0.84),
    "controller": Motif(wares.paint_controller, ("#2a2c38", "#e8e6ec", *_BRIGHT), (-0.73, -0.72, 0.73, 0.06)),
    "chest": Motif(wares.paint_chest, ("#8a5230", "#7a4a2a"), (-0.66, -1.04, 0.66, 0.04), share=0.76),
    "books": Motif(wares.paint_books, ("#a8322f", "#2f6f4a", "#3f4f8a"), (-0.62, -0.86, 0.62, 0.04), studio="table"),
    "zebra": Motif(riders.paint_zebra, ("#f4f1ec",), (-1.0, -1.18, 0.78, 0.05), ("hills",), share=0.8),
    "kite": Motif(aloft.paint_kite, _BRIGHT, (-0.66, -1.08, 0.32, 0.16), ("hills",), "air", share=0.46),
    "saucer": Motif(aloft.paint_saucer, ("#5ad0f0", "#f05a8a", "#8af05a"), (-0.8, -1.06, 0.8, 0.08), ("hills",), "air",
                    share=0.6, glows=True),
    "ghost": Motif(aloft.paint_ghost, ("#eef2fa",), (-0.6, -1.04, 0.6, 0.08), share=0.7, glows=True),
    "tent": Motif(outings.paint_tent, ("#e0702e", "#2f8f6b", "#d6a32f", "#b3352f"), (-0.95, -0.97, 1.02, 0.06),
                  ("forest", "mountains"), share=0.74, glows=True),
    "campfire": Motif(outings.paint_campfire, ("#f2641e",), (-0.66, -1.13, 0.7, 0.1), ("forest",), share=0.5, glows=True),
    "suitcase": Motif(outings.paint_suitcase, ("#8a5230", "#2f6f7a", "#a8402f"), (-0.8, -1.05, 0.8, 0.05)),
    "tractor": Motif(machines.paint_tractor, ("#d6322f", "#2f8f4b", "#2463c8"), (-0.92, -1.06, 0.86, 0.05), ("hills",), share=0.8),
    "bus": Motif(machines.paint_bus, ("#f2b632", "#d6322f", "#2463c8"), (-1.05, -0.98, 1.05, 0.06), studio="wall", share=0.86),
    "helicopter": Motif(machines.paint_helicopter, ("#d6322f", "#2463c8", "#e0a52e"), (-1.05, -0.93, 1.08, 0.03), ("mountains",),
                        "air", share=0.72),
    "watch": Motif(goods.paint_watch, ("#6a3f24", "#20242c", "#2f3f5a"), (-0.4, -1.04, 0.4, 0.06), share=0.86),
    "perfume": Motif(goods.paint_perfume, ("#e0a04a", "#d98aa8", "#8f6fc8", "#3f8fa0"), (-0.56, -1.03, 0.6, 0.13),
                     covers=("bottle",)),
    "headphones": Motif(goods.paint_headphones, ("#e8e2d8", "#20242c", *_BRIGHT), (-0.55, -1.03, 0.55, 0.02)),
    "sunglasses": Motif(goods.paint_sunglasses, ("#20242c", "#6a3f24", "#b3152f"), (-0.95, -0.76, 0.95, 0.08)),
    "record": Motif(goods.paint_record, _BRIGHT, (-0.8, -1.03, 0.8, 0.04)),
    "laptop": Motif(goods.paint_laptop, ("#6a4fa0", "#2f7fb0", "#d9653b"), (-0.85, -1.03, 0.85, 0.04), studio="table"),
    "camera": Motif(goods.paint_camera, ("#2a2628", "#6a3f24"), (-0.67, -1.03, 0.67, 0.04), studio="table"),
    "piano": Motif(instruments.paint_piano, ("#1d1b22",), (-0.95, -1.42, 0.95, 0.06), studio="stage", share=0.86),
    "violin": Motif(instruments.paint_violin, ("#b5602a", "#a04a20"), (-0.27, -1.2, 0.48, 0.08), share=0.86),
    "saxophone": Motif(instruments.paint_saxophone, ("#e0a83a",), (-0.45, -1.12, 0.61, 0.04), studio="stage", share=0.78),
    "microphone": Motif(instruments.paint_microphone, ("#b3152f", "#20242c"), (-0.28, -1.1, 0.28, 0.02), studio="stage",
                        share=0.8),
    "drums": Motif(instruments.paint_drums, ("#b3152f", "#1f4a8a", "#20242c"), (-0.95, -1.14, 0.93, 0.03), studio="stage",
                   share=0.84),
    "band": Motif(band.paint_band, ("#b3152f", "#d9652b", "#2f6fb0"), (-0.9, -1.14, 0.94, 0.06), studio="stage", share=0.86,
                  covers=(*_SOMEBODY, "singer", "guitarist")),
    "guitarist": Motif(band.paint_guitarist, ("#b3152f", "#2f6fb0", "#e0a52e", "#2f8f6b"), (-0.4, -1.06, 0.56, 0.04),
                       studio="stage", share=0.78, covers=(*_SOMEBODY, "keepsake")),
    "saxophonist": Motif(band.paint_saxophonist, ("#2f3f6f", "#b3152f", "#2f6f5a", "#5a3f7a"), (-0.32, -1.06, 0.5, 0.04),
                         studio="stage", share=0.78, covers=(*_SOMEBODY, "saxophone")),
    "singer": Motif(band.paint_singer, ("#b3152f", "#6a4fa0", "#e0a52e"), (-0.32, -1.1, 0.38, 0.04), studio="stage",
                    share=0.78, covers=(*_SOMEBODY, "microphone")),
    "christmas-tree": Motif(seasons.paint_christmas_tree, ("#2f7a4a", "#256a48"), (-0.5, -1.08, 0.5, 0.03), studio="wall",
                            share=0.88),
    "mushroom": Motif(seasons.paint_mushrooms, ("#d6322f", "#c8502a"), (-0.6, -1.04, 0.62, 0.06), ("forest",), share=0.7),
    "snail": Motif(seasons.paint_snail, ("#b5733a", "#a05a4a", "#c89a4a"), (-0.88, -0.96, 0.8, 0.04), studio="garden"),
    "hedgehog": Motif(seasons.paint_hedgehog, ("#6b4a30", "#5a4030"), (-0.8, -0.94, 0.74, 0.09), studio="garden"),
    "camel": Motif(wild.paint_camel, ("#cf9a5a", "#b98550"), (-0.62, -1.13, 1.03, 0.04), ("desert",)),
    "squirrel": Motif(critters.paint_squirrel, ("#b5602a", "#a04a24", "#8a8078"), (-0.8, -1.08, 0.44, 0.06), ("hills", "forest"),
                      share=0.62),
    "spider": Motif(critters.paint_spider, ("#23202a", "#3a2a24"), (-0.56, -1.1, 0.56, 0.0), stands="air", studio="garden",
                    share=0.9),
    "crab": Motif(critters.paint_crab, ("#e2502e", "#d8402e", "#e8763a"), (-0.92, -1.1, 0.92, 0.06), ("palm",), share=0.6),
    "ladybug": Motif(critters.paint_ladybird, ("#d6222a",), (-1.02, -0.76, 1.02, 0.2), studio="garden", share=0.8),
    "crocodile": Motif(reptiles.paint_crocodile, ("#5f8a3f", "#6a7f45", "#4f7a4a"), (-1.3, -0.62, 1.34, 0.08), ("lake",), share=0.86),
    "snake": Motif(reptiles.paint_snake, ("#4f9a3f", "#c98a2f", "#3f8f7a"), (-0.62, -1.1, 0.96, 0.08), ("desert",), share=0.66),
    "watermelon": Motif(fruits.paint_watermelon, ("#e2384a",), (-0.82, -1.04, 1.0, 0.08), studio="table"),
    "pineapple": Motif(fruits.paint_pineapple, ("#e0a52e",), (-0.42, -1.2, 0.42, 0.04), studio="table", share=0.84),
    "avocado": Motif(fruits.paint_avocado, ("#4f7a3a",), (-0.84, -1.02, 0.84, 0.06), studio="table"),
    "church": Motif(buildings.paint_church, ("#8a4a3a", "#4f5f6f", "#6a3a34"), (-0.4, -1.43, 0.62, 0.06), ("hills",), share=0.86),
    "pyramid": Motif(buildings.paint_pyramid, ("#d09a50", "#c88f48"), (-1.3, -1.02, 1.3, 0.06), ("desert",), share=0.86),
    "pagoda": Motif(buildings.paint_pagoda, ("#b3352f", "#a02f2a"), (-0.54, -1.23, 0.54, 0.06), ("hills", "mountains"), share=0.86),
    "columns": Motif(buildings.paint_columns, ("#e8dcc4", "#efe6d4"), (-0.94, -1.07, 0.94, 0.06), ("hills",), share=0.8),
    "greenhouse": Motif(buildings.paint_greenhouse, ("#f4f4ee", "#2f4a42"), (-0.95, -0.9, 0.98, 0.08), ("hills",), share=0.86),
    "umbrella": Motif(household.paint_umbrella, _BRIGHT, (-0.66, -1.12, 0.68, 0.06)),
    "chair": Motif(household.paint_chair, ("#b5733a", "#8a5230", "#c8a06a", "#2f6f7a"), (-0.4, -1.08, 0.42, 0.06), studio="wall",
                   share=0.8, seat=(0.0, -0.44)),
    "clock": Motif(household.paint_clock, ("#d6322f", "#2f8f8a", "#e0a52e", "#2f7fb0"), (-0.48, -1.1, 0.48, 0.06), studio="table",
                   share=0.8),
    "crown": Motif(household.paint_crown, ("#8a1f3a", "#3f2f7a", "#b3152f"), (-0.84, -1.1, 0.84, 0.08)),
    "fire-engine": Motif(rescue.paint_fire_engine, ("#d6261f", "#c8201c"), (-1.14, -1.05, 1.14, 0.06), studio="wall", share=0.9,
                         covers=("car",)),
    "ambulance": Motif(rescue.paint_ambulance, ("#e2502e", "#2463c8", "#d6322f"), (-1.04, -1.04, 1.08, 0.06), studio="wall",
                       share=0.86, covers=("car",)),
    "telescope": Motif(stargazing.paint_telescope, ("#e8e6ea", "#b3352f", "#2f5f8a"), (-0.46, -1.12, 0.6, 0.05), ("hills",),
                       share=0.66),
    "stargazer": Motif(stargazing.paint_stargazer, ("#b3352f", "#2f8f6b", "#e0a52e", "#6a4fa0"), (-0.6, -1.2, 0.76, 0.06),
                       ("hills",), share=0.7, covers=(*_SOMEBODY, "telescope")),
    "kayak": Motif(paddling.paint_kayak, ("#d6322f", "#e0a52e", "#2f8f6b", "#d9653b"), (-1.15, -0.95, 1.17, 0.2), ("lake",),
                   "water", share=0.66, covers=(*_SOMEBODY, "boat")),
    "trumpet": Motif(instruments.paint_trumpet, ("#e0a83a",), (-1.05, -0.92, 1.06, 0.06), studio="stage", share=0.8),
    "pianist": Motif(players.paint_pianist, ("#23283c", "#7a1f33", "#1f4a5a"), (-0.98, -1.27, 1.06, 0.06), studio="stage",
                     share=0.92, covers=(*_SOMEBODY, "piano")),
    "violinist": Motif(players.paint_violinist, ("#2f3f6f", "#b3152f", "#2f6f5a"), (-0.36, -1.14, 0.62, 0.04), studio="stage",
                       share=0.78, covers=(*_SOMEBODY, "violin")),
    "trumpeter": Motif(players.paint_trumpeter, ("#2f3f6f", "#b3152f", "#2f6f5a"), (-0.24, -1.09, 0.89, 0.04), studio="stage",
                       share=0.78, covers=(*_SOMEBODY, "trumpet")),
    "drummer": Motif(players.paint_drummer, ("#b3152f", "#1f4a8a", "#e0a52e"), (-0.95, -1.36, 0.93, 0.03), studio="stage",
                     share=0.86, covers=(*_SOMEBODY, "drums")),
    "handshake": _pair("handshake", _BRIGHT, (-0.5, -1.05, 0.5, 0.04)),
    "chess-players": _pair("chess-players", _BRIGHT, (-0.9, -1.02, 0.9, 0.06), studio="wall", share=0.86, shown=("chess",)),
    "high-five": _pair("high-five", _BRIGHT, (-0.5, -1.1, 0.5, 0.04)),
    "hand-in-hand": _pair("hand-in-hand", _BRIGHT, (-0.44, -1.06, 0.44, 0.04), ("hills",)),
    "embrace": _pair("embrace", _BRIGHT, (-0.28, -1.06, 0.28, 0.04), ("hills",)),
    "dancing-pair": _pair("dancing-pair", _BRIGHT, (-0.7, -1.16, 0.7, 0.04), studio="stage", shown=("dancer",)),
    "toast": _pair("toast", _BRIGHT, (-0.5, -1.05, 0.5, 0.04), shown=("food",)),
    "sparring": _pair("sparring", _BRIGHT, (-0.7, -1.05, 0.7, 0.04), studio="stage", shown=("boxer",)),
    "talk": _pair("talk", _BRIGHT, (-0.5, -1.05, 0.5, 0.04), studio="wall"),
}  # fmt: skip
"""Every motif by its tag in the vocabulary."""
_DEEDS = {
    "dancer": frozenset({"dancing", "dances", "salsa"}), "runner": frozenset({"running", "runs", "jogs"}),
    "singer": frozenset({"singing", "sings"}),
}  # fmt: skip
"""What somebody does who is seen whole doing it."""
_TOGETHER = frozenset(
    {"couple", "people", "friends", "family", "crowd", "kids", "children", "two", "group", "lovers"}
)
"""More than one, who are not drawn so."""
_OUTDOORS = frozenset(
    {"rider", "tree", "treehouse", "windmill", "iron-tower", "clock-tower", "tall-ship", "airship", "campfire", "tractor",
     "bus", "helicopter", "church", "pyramid", "pagoda", "columns", "greenhouse", "fire-engine", "ambulance", "kayak"}
)  # fmt: skip
"""What is never in a room."""
_HELD = frozenset(
    {
        "headphones",
        "sunglasses",
        "phone",
        "bottle",
        "handbag",
        "books",
        "laptop",
        "camera",
        "lipstick",
        "umbrella",
        "crown",
    }
)
"""What is no thing of its own beside somebody who may wear or hold it."""
_MEANT = {
    "songbird": frozenset({"robin-hood", "jack-sparrow", "canary-islands", "canary-island", "canary-yellow"}),
    "ghost": frozenset({"ghost-ship", "ghost-town"}), "books": frozenset({"comic-books", "children's-books"}),
    "tennis": frozenset({"tennis-shoes", "tennis-shoe", "tennis-ball"}), "basketball": frozenset({"basketball-shoes"}),
    "golf": frozenset({"vw-golf", "volkswagen-golf"}), "boxer": frozenset({"boxer-shorts"}),
    "clock": frozenset({"clock-tower"}), "crown": frozenset({"flower-crown"}), "crab": frozenset({"crab-nebula", "crab-cake"}),
    "pagoda": frozenset({"greek-temple", "roman-temple"}), "avocado": frozenset({"avocado-toast"}),
    "greenhouse": frozenset({"inside-a-greenhouse"}), "snake": frozenset({"snake-plant", "snake-skin"}),
    "crocodile": frozenset({"crocodile-leather", "crocodile-skin"}),
}  # fmt: skip
"""Pairs of words in which one means something else."""
_DISHES = frozenset({"mushroom", "pumpkin", "watermelon", "pineapple", "avocado", "crab"})
"""What is eaten where a meal is named."""
_RIDDEN = {
    "bicycle": "cyclist", "motorcycle": "biker", "telescope": "stargazer", "piano": "pianist", "violin": "violinist",
    "trumpet": "trumpeter", "drums": "drummer",
}  # fmt: skip
"""What is drawn instead where somebody is named with it."""
_LEFT = {rider: thing for thing, rider in _RIDDEN.items()}
"""What is left of them where an animal does it."""


_SHIPS = frozenset({"pirate-ship", "pirate-ships", "pirate-boat", "viking-ship", "viking-ships"})
"""Whose ship it is need not be seen."""


def shown(brief: Brief) -> Brief:
    """The brief with riders in place of what they ride, and without whom a motif shows itself."""
    somebody = brief.has(*_SOMEBODY)
    swapped = _RIDDEN if somebody else _LEFT if brief.has(*HEADS) else {}
    subjects = [swapped.get(tag, tag) for tag in brief.subjects]
    deed = together.deed_of(brief.words)
    if deed is not None:
        subjects = [deed, *brief.subjects]
    elif somebody and not (named(brief) or brief.has(*HEADS) or brief.words & _TOGETHER):
        subjects = [*(tag for tag, words in _DEEDS.items() if brief.words & words), *subjects]
    covered = {one for tag in subjects if tag in MOTIFS for one in MOTIFS[tag].covers}
    covered |= {"portrait"} if brief.words & _SHIPS else set()
    return replace(
        brief, subjects=tuple(tag for tag in dict.fromkeys(subjects) if tag not in covered)
    )


def named(brief: Brief) -> list[str]:
    """The motifs a brief names, two at most, in the order they are said."""
    animal = brief.has(*HEADS)
    out = set(_DISHES if brief.has("food") else ())
    out |= _HELD if animal or brief.has("robot", *_SOMEBODY) else set()
    out |= {"chair"} if brief.has(*_SOMEBODY) else set()
    out |= {"superhero", "boxer", "guitarist", "saxophonist", "singer"} if animal else set()
    out |= {tag for tag, pairs in _MEANT.items() if brief.words & pairs}
    return [tag for tag in brief.subjects if tag in MOTIFS and tag not in out][:2]


def furnishing(brief: Brief) -> list[str]:
    """Those of them that may stand in a room."""
    return [tag for tag in named(shown(brief)) if tag not in _OUTDOORS]
