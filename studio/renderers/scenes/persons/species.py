"""What tells animals' heads apart: coat, ears, muzzle and marks."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Species:
    """One kind of animal, seen from the front. Sizes in heads (about 0.5 of the picture); coats are taken by chance."""

    coats: tuple[str, ...]
    pale: str
    """Muzzle, chest and inner ears."""
    ears: str
    """pointed, round, long, hanging, aside, wide, or none."""
    width: float = 0.5
    height: float = 0.46
    muzzle: str = "short"
    """short, long, broad, snout, trunk, beak, or wide."""
    marks: frozenset[str] = frozenset()
    """blaze, mask, stripes, patches, spots, mane, wool, horns, whiskers, tusks, crest, brows."""
    eye: str = "#2a1a10"
    """The iris; round black eyes where it is dark."""
    eye_size: float = 0.062
    eye_apart: float = 0.2
    nose: str = "#231a1a"


def _marks(*names: str) -> frozenset[str]:
    return frozenset(names)


HEADS: dict[str, Species] = {
    "cat": Species(
        ("#c9824a", "#8a8a8e", "#3a3838", "#e8e0d4", "#a87a52"), "#f4e9da", "pointed", 0.5, 0.43,
        marks=_marks("whiskers", "tabby"), eye="#8fb84a", eye_size=0.072, nose="#c9736e",
    ),
    "dog": Species(
        ("#d9a860", "#8a5a36", "#efe6d6", "#4a3a30", "#c98a4a"), "#f7ecd9", "hanging", 0.45, 0.47, "long",
        _marks("blaze", "tongue"), eye="#3a2214",
    ),
    "fox": Species(
        ("#d8662a", "#c9551f", "#e07a38"), "#fbf1e4", "pointed", 0.49, 0.43, "narrow",
        _marks("mask", "tips"), eye="#c98a2a", eye_size=0.055,
    ),
    "wolf": Species(
        ("#7c8088", "#5e636c", "#9a948c"), "#e4e2de", "pointed", 0.48, 0.45, "long",
        _marks("mask", "tips"), eye="#e0b23f", eye_size=0.05,
    ),
    "bear": Species(("#7a4e2e", "#5f3b24", "#8f6240"), "#c99f72", "round", 0.52, 0.47, "broad", eye_size=0.045),
    "panda": Species(
        ("#f4f1ea",), "#ffffff", "round", 0.54, 0.46, "broad", _marks("patches", "dark-ears"), eye_size=0.05,
    ),
    "koala": Species(("#9aa0a6", "#8a8f96"), "#e6e6e4", "wide-round", 0.48, 0.43, "koala", eye_size=0.045,
        eye_apart=0.23),
    "rabbit": Species(
        ("#c9b59a", "#f2ece2", "#9a8674", "#8c8f96"), "#f8e4dc", "long", 0.42, 0.43,
        marks=_marks("whiskers"), eye="#3a2018", eye_size=0.066, nose="#d98a86", eye_apart=0.22,
    ),
    "lion": Species(
        ("#dca24f", "#d2934a"), "#f6e2bc", "round", 0.44, 0.45, "broad", _marks("mane", "whiskers"), eye="#c98a2a",
        eye_size=0.05, nose="#6a3a2c",
    ),
    "tiger": Species(
        ("#e08a36", "#e89a48"), "#fdf6ea", "round", 0.52, 0.45, "broad", _marks("stripes", "mask", "whiskers"),
        eye="#d8c04a", eye_size=0.052, nose="#d08078",
    ),
    "monkey": Species(("#6e4a30", "#4a3426", "#8a5c34"), "#e6c09a", "aside-round", 0.44, 0.44, "wide",
        _marks("face"), eye_size=0.058, eye_apart=0.13),
    "mouse": Species(
        ("#a8a4a2", "#8a7a6c", "#d9cfc4"), "#f0c8c0", "wide-round", 0.4, 0.38, marks=_marks("whiskers"), eye_size=0.06,
        nose="#d98a86",
    ),
    "pig": Species(("#f0b0ac", "#e89c9c"), "#f6c4be", "pointed-low", 0.5, 0.44, "snout", eye_size=0.045,
        nose="#8a4a4c"),
    "cow": Species(
        ("#f2ece2", "#8a5434", "#2e2826"), "#ecc4b4", "aside", 0.42, 0.5, "snout", _marks("horns", "spots"),
        eye_size=0.055, nose="#6a4440",
    ),
    "sheep": Species(("#e9dfd0", "#4a423e"), "#f4ece0", "aside", 0.36, 0.42, "narrow", _marks("wool"),
        eye_size=0.05, nose="#5a4440"),
    "elephant": Species(("#8f949c", "#7e848e", "#9c9894"), "#d8b8b4", "wide", 0.42, 0.46, "trunk", _marks("tusks"),
        eye_size=0.045, eye_apart=0.24),
    "frog": Species(("#6fae3f", "#4f9a4a"), "#d8e8a0", "none", 0.54, 0.38, "mouth", _marks("bulging"),
        eye="#e0b23f", eye_size=0.085, eye_apart=0.27),
    "penguin": Species(("#23262e",), "#fbfaf6", "none", 0.43, 0.45, "beak", _marks("heart"), eye_size=0.05,
        eye_apart=0.15),
    "owl": Species(("#8a6844", "#a08a70", "#6a5440"), "#ecdcc0", "tufts", 0.5, 0.46, "beak", _marks("discs"),
        eye="#f0a92a", eye_size=0.105, eye_apart=0.2),
}  # fmt: skip
