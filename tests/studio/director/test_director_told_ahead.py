"""The same thing again from another side, and a colour that is told when it was asked for."""

from collections.abc import Sequence

import pytest

from tests.studio.director.asking import PRODUCT
from tests.studio.director.talks import IMAGE, MUG, PHOTO, Said, hold, turn

ANGLE, EDIT = "change_angle", "edit_image"
PASTA = turn("a picture of a plate of pasta", (IMAGE, {"prompt": "a plate of pasta"}))


def seen(text: str, view: str) -> Sequence[Said]:
    return PASTA, turn(text, (ANGLE, {"sourceImageIndex": 0, "description": f"{view} medium shot"}))


TALKS: dict[str, Sequence[Said]] = {
    "from the side": seen("again but seen from the side", "left side view eye-level shot"),
    "from above": seen("again, from above", "front view high-angle shot"),
    "from behind": seen("same from behind", "back view eye-level shot"),
    "from the right": seen("the same thing, but from the right please", "right side view eye-level shot"),
    "a colour": (
        turn("change the colour", files=[MUG], says="Which colour"),
        turn("make it green please", (EDIT, {"prompt": "change the colour to green", "sourceImageIndex": -1})),
    ),
    "one of two, and a colour": (
        turn("change the colour", files=[MUG, PHOTO], says="Which picture"),
        turn("the second one, blue", (EDIT, {"sourceImageIndex": -2})),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TALKS)
def test_what_was_left_out_is_taken_from_what_there_is_or_asked_for(name: str) -> None:
    hold(PRODUCT, TALKS[name])
