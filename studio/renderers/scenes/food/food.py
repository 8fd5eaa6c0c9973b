"""Food and drink: dishes on a wooden table from above, and what stands tall from the side."""

from collections.abc import Callable

from studio.renderers.drawing.canvas import Canvas, colour, mix
from studio.renderers.drawing.palette import Palette
from studio.renderers.prompts.words import Brief
from studio.renderers.scenes.backdrop import light_backdrop
from studio.renderers.scenes.food.breakfast import paint_fruit, paint_pancakes
from studio.renderers.scenes.food.burger import paint_burger
from studio.renderers.scenes.food.dishes import (
    paint_pasta,
    paint_pizza,
    paint_salad,
    paint_soup,
    paint_sushi,
)
from studio.renderers.scenes.food.hotdog import paint_hotdog
from studio.renderers.scenes.food.sweets import paint_cake, paint_cone, paint_glass
from studio.renderers.scenes.food.tabletop import WOODS, Place, counter, wooden_table


def stands(brief: Brief) -> bool:
    """Whether the dish is seen from the side, and so may stand before a place."""
    return any(brief.words & names for names, _ in _STANDING)


def paint_food(
    canvas: Canvas, brief: Brief, palette: Palette, turn: int, *, before_place: bool = False
) -> None:
    """The dish the words name first in the table, else a plate of pasta.

    `before_place`: the canvas shows a place already, which is put out of focus behind a dish that `stands`.
    """
    words = brief.words
    standing = next((paint for names, paint in _STANDING if words & names), None)
    canvas.look_at(canvas.width * 0.5, canvas.height * 0.52)
    if standing is not None:
        wall = mix(
            palette.horizon, colour(("#e8c9b4", "#b9d2cf", "#f0dcae", "#c9bcd8")[turn % 4]), 0.75
        )
        top = mix(colour(WOODS[turn % len(WOODS)]), wall, 0.15)
        if before_place:
            light_backdrop(canvas, palette, 0, 0, before_place=True)
        counter(canvas, None if before_place else wall, top, 0.74)
        canvas.mark(0.4)
        standing(canvas, brief)
    else:
        wooden_table(canvas, colour(WOODS[turn % len(WOODS)]))
        canvas.mark(0.4)
        dish = next((paint for names, paint in _FLAT if words & names), paint_pasta)
        x, y = canvas.width * 0.5, canvas.height * 0.51
        dish(canvas, (x, y, canvas.unit * 0.4))
    canvas.mark(0.85)


_STANDING: tuple[tuple[set[str], Callable[[Canvas, Brief], None]], ...] = (
    ({"burger", "hamburger", "cheeseburger", "sandwich"}, paint_burger),
    ({"cake", "cupcake", "pie", "dessert"}, paint_cake),
    ({"ice-cream", "icecream"}, paint_cone),
    (
        {"cocktail", "juice", "beer", "wine", "lemonade", "smoothie", "milkshake", "drink"},
        paint_glass,
    ),
)
_FRUIT = {
    "fruit", "apple", "banana", "strawberry", "lemon", "oranges", "pear", "grape", "grapes",
    "mango", "berry", "blueberry", "raspberry",
}  # fmt: skip
_FLAT: tuple[tuple[set[str], Callable[[Canvas, Place], None]], ...] = (
    ({"pizza"}, paint_pizza),
    ({"sushi"}, paint_sushi),
    ({"soup", "ramen", "noodle"}, paint_soup),
    ({"salad"}, paint_salad),
    ({"hotdog"}, paint_hotdog),
    ({"pancake", "waffle", "breakfast", "cookie"}, paint_pancakes),
    (_FRUIT, paint_fruit),
)
