"""Later turns about pictures: which is meant, what was chosen, what else is cut out, what is put right."""

from collections.abc import Sequence

import pytest

from tests.studio.director.asking import PRODUCT
from tests.studio.director.conversation import SHAPED, World
from tests.studio.director.talks import BESIDE, FILM, IMAGE, PHOTO, Said, hold, turn

EDIT, CUT, SOLID, SIDE = "edit_image", "segment_image", "image_to_3d", "change_angle"
PARTY = "poster for our fair, saturday 14 june"
RIGHT = 'change the text "saturday 14 june" to "saturday 21 june"'
INVITED = "wedding invitation for Mia and Jon"
MENU = "a menu for my cafe Little Bean"
TALKS: dict[str, tuple[World, Sequence[Said]]] = {
    "what else is cut out": (PRODUCT, (
        turn("a fruit bowl with apples and bananas", (IMAGE, {})),
        turn("cut out the bananas", (CUT, {"sourceImageIndex": 0, "text": "bananas"})),
        turn("put them on a blue background", (EDIT, {"sourceImageIndex": 1})),
        turn("sticker style with white outline", (EDIT, {"sourceImageIndex": 2})),
        turn("do the apples as well", (CUT, {"sourceImageIndex": 0, "text": "apples"})),
    )),
    "a model": (PRODUCT, (
        turn("a cute robot toy, plain background", (IMAGE, {})),
        turn("as a 3d model", (SOLID, {"sourceImageIndex": 0})),
        turn("more detail in the texture", says="as fine as they can be"),
        turn("make the robot yellow and do the 3d again", (EDIT, {"sourceImageIndex": 0}),
             (SOLID, {"sourceImageIndex": 1})),
        turn("again", (SOLID, {"sourceImageIndex": 1})),
    )),
    "another side": (PRODUCT, (
        turn("a wooden toy train", (IMAGE, {})),
        turn("left side view", (SIDE, {"sourceImageIndex": 0})),
        turn("and the back", (SIDE, {"sourceImageIndex": 0, "description": "back view eye-level shot medium shot"})),
    )),
    "they are on the photo": (PRODUCT, (
        turn("can you restore this old photo of my grandparents", ("restore_photo", {}), files=[PHOTO]),
        turn("colorize it too", (EDIT, {"sourceImageIndex": 0})),
        turn("make them move a little", (FILM, {"sourceImageIndex": 1})),
    )),
    "the same for another": (PRODUCT, (
        turn("5 pictures of fantasy castles", (IMAGE, {"numberOfVariations": 5})),
        turn("the third one at night", (EDIT, {"sourceImageIndex": 2})),
        turn("now the fourth like that", (EDIT, {"sourceImageIndex": 3})),
    )),
    "the other three": (PRODUCT, (
        turn("four pictures of Lisbon", (IMAGE, {"numberOfVariations": 4})),
        turn("i'd use the last"),
        turn("upscale it to 4k", ("upscale_image", {"sourceImageIndex": 3})),
        turn("watercolor style for the other three", *(("apply_style", {"sourceImageIndex": one}) for one in range(3))),
        turn("animate the second watercolor", (FILM, {"sourceImageIndex": 6})),
    )),
    "more of a change": (PRODUCT, (
        turn("poster for our summer party on friday", (IMAGE, {})),
        turn("move it to saturday", (EDIT, {"sourceImageIndex": 0})),
        turn("then 4 versions", (EDIT, {"sourceImageIndex": 0, "numberOfVariations": 4})),
    )),
    "the day is put right": (PRODUCT, (
        turn(PARTY, (IMAGE, {})),
        turn("add a bouncy castle", (EDIT, {})),
        turn("the date is wrong, it's the 21st", (EDIT, {"prompt": RIGHT})),
    )),
    "another month": (SHAPED, (
        turn("a calendar page for july with a beach", (IMAGE, {})),
        turn("august instead", (IMAGE, {"prompt": "a calendar page for august with a beach", **BESIDE})),
        turn("september too", (IMAGE, {"prompt": "a calendar page for september with a beach", **BESIDE})),
    )),
    "a name and a price": (SHAPED, (
        turn(INVITED, (IMAGE, {})),
        turn("its Mia & John", (IMAGE, {"prompt": INVITED.replace("Jon", "John"), **BESIDE})),
        turn(MENU, (IMAGE, {})),
        turn("add: Flat White 3.50", (IMAGE, {"prompt": f"{MENU}, Flat White 3.50"})),
        turn("price should be 3.80", (IMAGE, {"prompt": f"{MENU}, Flat White 3.80"})),
    )),
    "what was better before": (SHAPED, (
        turn("a garden pond", (IMAGE, {})),
        turn("more water", (IMAGE, {})),
        turn("nah i preferred the small one"),
        turn("add a duck", (IMAGE, {"sourceImageIndex": 0})),
        turn("hm no, back to the pond"),
        turn("add a swan", (IMAGE, {"sourceImageIndex": 0})),
    )),
    "a colour after all": (SHAPED, (
        turn("a baby dragon", (IMAGE, {})),
        turn("blue", (IMAGE, {"sourceImageIndex": 0})),
        turn("green is better", (IMAGE, {"prompt": "a baby dragon, blue: make it green", "sourceImageIndex": 1})),
        turn("go with blue"),
        turn("give it a hat", (IMAGE, {"sourceImageIndex": 1})),
    )),
    "one of three, again": (SHAPED, (
        turn("3 pictures of a cabin", (IMAGE, {"numberOfVariations": 3})),
        turn("the second should be darker", (IMAGE, {"sourceImageIndex": 1})),
        turn("and the last one in rain", (IMAGE, {"sourceImageIndex": 2})),
        turn("third is my favourite"),
        turn("film it", (FILM, {"sourceImageIndex": 2})),
    )),
    "seen from further away": (SHAPED, (
        turn("portrait of an old sailor", (IMAGE, {})),
        turn("oh and a parrot on his shoulder", (IMAGE, {"sourceImageIndex": 0})),
        turn("zoom out so we see his boat", (IMAGE, {"sourceImageIndex": 1})),
        turn("forget it, start again with a forest", (IMAGE, {"prompt": "a forest", **BESIDE})),
    )),
    "orders of it": (SHAPED, (
        turn("a cocktail with mint on a bar", (IMAGE, {})),
        turn("use lime instead of mint", (IMAGE, {"sourceImageIndex": 0})),
        turn("put a tractor in front", (IMAGE, {"sourceImageIndex": 1})),
        turn("twice as big"),
        turn("can this run in a loop?", (FILM, {"sourceImageIndex": 2, "endImageIndex": 2})),
        turn("last frame as a picture?", says="Nothing here takes single frames"),
    )),
    "on top of it": (SHAPED, (
        turn("a strawberry cake on a stand", (IMAGE, {})),
        turn("a candle on top", (IMAGE, {"prompt": "a strawberry cake on a stand: add a candle on top"})),
        turn("make the stand blue", (IMAGE, {"sourceImageIndex": 1})),
        turn("rather a pale blue", (IMAGE, {"sourceImageIndex": 2})),
    )),
    "a day that is wrong": (SHAPED, (
        turn("poster for chess club, thursdays 6pm", (IMAGE, {})),
        turn("thursdays is wrong, tuesdays", (IMAGE, {"prompt": "poster for chess club, tuesdays 6pm", **BESIDE})),
    )),
    "a bear modelled again": (PRODUCT, (
        turn("a teddy bear on a shelf", (IMAGE, {})),
        turn("model for 3d printing please", (SOLID, {"sourceImageIndex": 0})),
        turn("give him a bow tie and model him again", (EDIT, {"sourceImageIndex": 0}),
             (SOLID, {"sourceImageIndex": 1})),
    )),
    "glasses for an owl": (SHAPED, (
        turn("an owl on a branch", (IMAGE, {})),
        turn("give it glasses", (IMAGE, {"sourceImageIndex": 0})),
        turn("round ones", (IMAGE, {"sourceImageIndex": 1})),
        turn("without it", says="What exactly should be different on it?"),
        turn("make it square", (IMAGE, {"aspectRatio": "1:1"})),
        turn("same as a story", (IMAGE, {"aspectRatio": "9:16"})),
    )),
}  # fmt: skip


@pytest.mark.parametrize("name", TALKS)
def test_the_picture_that_is_meant_is_changed(name: str) -> None:
    hold(*TALKS[name])
