"""Which view from above a prompt asks for, by what is named first."""

from collections.abc import Callable

from studio.renderers.drawing.canvas import Canvas
from studio.renderers.drawing.palette import Palette
from studio.renderers.motifs.catalogue import named, shown
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.above.coast import paint_coast
from studio.renderers.scenes.above.country import paint_country
from studio.renderers.scenes.above.table import TABLES, paint_table
from studio.renderers.scenes.above.town import paint_town
from studio.renderers.scenes.persons.species import HEADS
from studio.renderers.scenes.rooms.isometric import paint_isometric

Paint = Callable[[Canvas, Brief, Palette], None]
_VIEWS: dict[str, Paint] = {
    "city": paint_town, "cabin": paint_town, "room": paint_isometric,
    "coast": paint_coast, "sea": paint_coast, "waves": paint_coast, "palm": paint_coast, "boat": paint_coast,
    "lighthouse": paint_coast, "whale": paint_coast,
    "forest": paint_country, "hills": paint_country, "mountains": paint_country, "desert": paint_country,
    "lake": paint_country, "flower": paint_country, "waterfall": paint_country, "car": paint_country,
    "tree": paint_country,
}  # fmt: skip


def view_of(brief: Brief) -> Paint | None:
    """Who paints the view from above, if one is asked for and something is named that has one."""
    if "seen-from-above" not in brief.words:
        return None
    if brief.words & TABLES and not brief.has("food"):
        return paint_table
    if brief.has(*HEADS) or set(named(shown(brief))) - {"tree"}:
        return None
    if brief.has("city"):  # a park in the city is one among its blocks
        return paint_town
    return next((_VIEWS[tag] for tag in brief.subjects if tag in _VIEWS), None)
