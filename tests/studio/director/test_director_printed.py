"""Cards, invitations, flyers, posts and thumbnails over several turns, with the product's three tools."""

from collections.abc import Sequence

import numpy as np
import pytest

from studio.director.language.designs import design_told
from studio.director.talking import seeing, sights
from tests.studio.director.conversation import SHAPED
from tests.studio.director.talks import BESIDE, FILM, IMAGE, SONG, SONG_FILM, Said, hold, turn

CARD = "a save the date card for Anna & Tom, 14 June 2027, Lake Como"
LUSH = f"{CARD}, with more flowers, with a lighter background"
GOLD = f"{LUSH}, the title in gold letters"
PARTY = "a birthday invitation for Leo turning 7, 3 May at 2pm, 12 Oak Street"
TALKS: dict[str, Sequence[Said]] = {
    "a save the date": (
        turn("we're getting married in june, can you help with a save the date card? Anna & Tom, 14 June 2027, "
             "lake como",
             (IMAGE, {"prompt": CARD})),
        turn("more flowers please and a lighter background", (IMAGE, {"prompt": LUSH, **BESIDE})),
        turn("can the names be gold", (IMAGE, {"prompt": GOLD, **BESIDE})),
        turn("turn it into a little video for whatsapp", (FILM, {"sourceImageIndex": 2})),
        turn("undo that last one, i liked it without movement. just make the card portrait",
             (IMAGE, {"prompt": GOLD, "aspectRatio": "3:4", **BESIDE})),
    ),
    "a logo on a post": (
        turn('a logo for my bakery "Crumb & Co"', (IMAGE, {})),
        turn("now a square instagram post with it announcing we open on Saturday",
             (IMAGE, {"prompt": 'a logo for my bakery "Crumb & Co": make a post with it with the words '
                                '"We open on Saturday"',
                      "sourceImageIndex": 0, "aspectRatio": "1:1"}), says="We open on Saturday"),
    ),
    "a film's thumbnail": (
        turn("make a music video for my song, neon city at night", (IMAGE, {}), (SONG_FILM, {}), files=[SONG]),
        turn("ok perfect. thumbnail for youtube with the title NIGHT DRIVE",
             (IMAGE, {"prompt": "neon city at night, wide opening view: make a thumbnail of it with the title "
                                '"NIGHT DRIVE"',
                      "sourceImageIndex": 0, "aspectRatio": "16:9"})),
    ),
    "an invitation": (
        turn(PARTY, (IMAGE, {"prompt": PARTY})),
        turn("change the date to 4 May", (IMAGE, {"prompt": PARTY.replace("3 May", "4 May"), **BESIDE})),
        turn('add the text "Bring swimwear"',
             (IMAGE, {"prompt": f'{PARTY.replace("3 May", "4 May")}, "Bring swimwear"', **BESIDE})),
        turn("three versions of it", (IMAGE, {"numberOfVariations": 3, **BESIDE})),
    ),
    "a card of one colour": (
        turn("business card for Jürgen Müller, architect, +49 30 123456", (IMAGE, {})),
        turn("make it blue", (IMAGE, {"prompt": "business card for Jürgen Müller, architect, +49 30 123456, "
                                      "with a blue background", **BESIDE})),
    ),
    "cards that are played": (
        turn("a fox playing cards with a bear", (IMAGE, {})),
        turn("make the fox blue", (IMAGE, {"sourceImageIndex": 0})),
    ),
    "the one that was made winter": (
        turn("a cabin in the woods", (IMAGE, {})),
        turn("make it winter", (IMAGE, {})),
        turn("now make it night", (IMAGE, {"prompt": "a cabin in the woods, in winter: make it night"})),
        turn("animate the winter one with falling snow", (FILM, {"prompt": "falling snow", "sourceImageIndex": 1})),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TALKS)
def test_what_is_printed_keeps_its_words(name: str) -> None:
    hold(SHAPED, TALKS[name])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("can you help me with a flyer for our party on 3 July?", "make a flyer for our party on 3 July?"),
        ("quote poster: be yourself; all else is taken", 'make quote poster "be yourself; all else is taken"'),
        ("can you do a flyer? Night Owls, 3 May, lake como", "can you do a flyer for Night Owls, 3 May, Lake Como"),
        ("a poster of a fox. make it blue", "a poster of a fox. make it blue"),
        ("a fox in the snow. Anna, 3 May", "a fox in the snow. Anna, 3 May"),
    ],
)  # fmt: skip
def test_what_stands_on_it_belongs_to_the_wish(said: str, told: str) -> None:
    assert design_told(said) == told


def test_all_that_are_spoken_of_are_compared() -> None:
    looks = [_grey(level) for level in (40, 90, 200)]
    pairs = [(f"image {index}", look) for index, look in enumerate(looks)]
    told = sights._compared("which of the three is the brightest?", pairs)
    assert told.startswith("I measured all 3: image 2 is brighter than the others")
    assert "of image 1" in told
    assert "of image 0" in told
    assert sights._compared("which of the two is darker?", pairs).startswith(
        "Image 1 is darker than image 2"
    )


def _grey(level: int) -> seeing.Look:
    return seeing._look(np.full((32, 32, 4), (level, level, level, 255), np.uint8), (32, 32))
