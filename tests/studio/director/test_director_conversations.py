"""Whole conversations with the product's three tools: what every turn orders, and what its answer says."""

from collections.abc import Sequence

import pytest

from tests.studio.director.asking import SHORT
from tests.studio.director.conversation import SHAPED, World
from tests.studio.director.talks import (
    BESIDE,
    DOG,
    FILM,
    IMAGE,
    MUG,
    PHOTO,
    SONG,
    SONG_FILM,
    Said,
    hold,
    turn,
)

COVER = 'an album cover for my indie band "The Paper Moons", something dreamy'
TALKS: dict[str, tuple[World, Sequence[Said]]] = {
    "a cover keeps its title": (
        SHAPED,
        (
            turn(f"Make me {COVER}", (IMAGE, {"prompt": COVER, "aspectRatio": "1:1"}), says="your indie band"),
            turn(
                "can you make the title bigger?",
                (IMAGE, {"prompt": f"{COVER}, the title in large letters", **BESIDE}),
            ),
            turn(
                "two more like that but in autumn colors",
                (IMAGE, {
                    "prompt": f"{COVER}, the title in large letters, in autumn colors, "
                    "{in a wide view|seen from close by}",
                    "numberOfVariations": 2, "aspectRatio": "1:1",
                }),
            ),
            turn("Draw my cat Luna", (IMAGE, {"prompt": "my cat Luna"}), says="make your cat Luna"),
        ),
    ),
    "a film takes a shape": (
        SHAPED,
        (
            turn("a calm lake with a rowing boat", (IMAGE, {"prompt": "a calm lake with a rowing boat"})),
            turn("animate the last one, 5 seconds, slow pan to the left",
                 (FILM, {"prompt": "slow pan to the left", "sourceImageIndex": 0, "duration": 5})),
            turn("now make it vertical for instagram stories",
                 (FILM, {"sourceImageIndex": 0, "duration": 5, "aspectRatio": "9:16"}), says="9:16"),
            turn("longer please", (FILM, {"duration": 8, "aspectRatio": "9:16"}), says="8 seconds"),
            turn("pan right instead", (FILM, {"prompt": "pan right", "duration": 8, "aspectRatio": "9:16"})),
            turn("make it 1080p", (FILM, {"targetResolution": 1080, "aspectRatio": "9:16"})),
        ),
    ),
    "a film takes its picture's shape where it has none": (
        SHORT,
        (
            turn("a boat on a lake", (IMAGE, {"prompt": "a boat on a lake"})),
            turn("animate it", (FILM, {"sourceImageIndex": 0})),
            turn("make it vertical",
                 (IMAGE, {"prompt": "a boat on a lake: crop to 9:16", "sourceImageIndex": 0, "aspectRatio": "9:16"}),
                 (FILM, {"sourceImageIndex": 1})),
            turn("10 seconds", (FILM, {"sourceImageIndex": 1, "duration": 10})),
        ),
    ),
    "a music video is made again": (
        SHAPED,
        (
            turn("make a vertical music video for my song, neon city",
                 (IMAGE, {"numberOfVariations": 3, "aspectRatio": "9:16"}),
                 (SONG_FILM, {"audioSourceIndex": -1, "sourceImageIndex": 0, "duration": 30}), files=[SONG]),
            turn("again but in 16:9", (SONG_FILM, {"sourceImageIndex": 0, "aspectRatio": "16:9"}), says="16:9"),
            turn("use the second picture instead",
                 (SONG_FILM, {"prompt": "neon city", "sourceImageIndex": 1, "aspectRatio": "16:9"}), says="image 1"),
            turn("shorter, 10 seconds, starting at the chorus",
                 (SONG_FILM, {"sourceImageIndex": 1, "duration": 10, "audioStart": None}), says="cannot hear"),
            turn("start at 0:45 instead", (SONG_FILM, {"duration": 10, "audioStart": 45}), says="second 45"),
            turn("the third picture was better, use that",
                 (SONG_FILM, {"sourceImageIndex": 2, "audioStart": 45})),
        ),
    ),
    "a picture is changed step by step": (
        SHAPED,
        (
            turn("a picture of a cat", (IMAGE, {"prompt": "a cat"})),
            turn("she should have a crown", (IMAGE, {"prompt": "a cat: give her a crown", "sourceImageIndex": 0})),
            turn("now put her in space",
                 (IMAGE, {"prompt": "a cat, with a crown: put her in space", "sourceImageIndex": 1}),
                 says="put her in space"),
            turn("make it night",
                 (IMAGE, {"prompt": "a cat, with a crown, in space: make it night", "sourceImageIndex": 2})),
        ),
    ),
    "styles are versions": (
        SHAPED,
        (
            turn("a lighthouse on a cliff", (IMAGE, {"prompt": "a lighthouse on a cliff"})),
            turn("give me 3 different styles: watercolor, pixel art, oil painting",
                 (IMAGE, {"prompt": "a lighthouse on a cliff, {watercolor|pixel art|oil painting}",
                          "numberOfVariations": 3})),
            turn("I like the watercolor one, make it wide",
                 (IMAGE, {"prompt": "a lighthouse on a cliff, watercolor", "aspectRatio": "16:9", **BESIDE})),
            turn("animate that one", (FILM, {"sourceImageIndex": 4})),
        ),
    ),
    "a photo is worked on": (
        SHAPED,
        (
            turn("a sunset", (IMAGE, {"prompt": "a sunset"})),
            turn("make it pop", (IMAGE, {"prompt": "make it pop", "sourceImageIndex": -1, "width": 1536,
                                         "height": 1024}), files=[PHOTO]),
            turn("what's in this photo?", says="Image -1 is your file “IMG_2041.jpg”. I can measure, not "
                 "recognise. Image -1 is 1536 by 1024 pixels, landscape."),
            turn('make a birthday card with it that says "Happy Birthday Anna"',
                 (IMAGE, {"prompt": 'in vivid colours: make a birthday card with it that says "Happy Birthday Anna"',
                          "sourceImageIndex": 1, "width": 1536, "height": 1024})),
        ),
    ),
    "a shop's mug": (
        SHAPED,
        (
            turn("put this mug on a wooden table",
                 (IMAGE, {"prompt": "put this mug on a wooden table", "sourceImageIndex": -1}), files=[MUG]),
            turn("make the mug blue", (IMAGE, {"sourceImageIndex": 0})),
            turn('add "20% OFF" in big red letters', (IMAGE, {"sourceImageIndex": 1})),
            turn("make a short video of it, 4 seconds, slow zoom in",
                 (FILM, {"prompt": "slow zoom in", "sourceImageIndex": 2, "duration": 4})),
        ),
    ),
    "a dog gets a card": (
        SHAPED,
        (
            turn("here is our dog", files=[DOG], says="?"),
            turn('make a birthday card out of it with "Happy Birthday Max"', (IMAGE, {"sourceImageIndex": -1})),
            turn("make the text bigger",
                 (IMAGE, {"prompt": 'make a birthday card out of it with "Happy Birthday Max" in large letters',
                          "sourceImageIndex": -1})),
            turn("now a 5 second clip of that", (FILM, {"sourceImageIndex": 1, "duration": 5})),
            turn("in 9:16", (FILM, {"sourceImageIndex": 1, "duration": 5, "aspectRatio": "9:16"})),
        ),
    ),
    "a social media manager's coffee shop": (
        SHAPED,
        (
            turn("a cozy coffee shop in autumn", (IMAGE, {"prompt": "a cozy coffee shop in autumn"})),
            turn("make it 4:5 for instagram", (IMAGE, {"aspectRatio": "4:5"})),
            turn("3 variations please", (IMAGE, {"numberOfVariations": 3, "aspectRatio": "4:5"})),
            turn("the last one, animate it", (FILM, {"sourceImageIndex": 4})),
            turn("make it 7 seconds", (FILM, {"sourceImageIndex": 4, "duration": 7})),
        ),
    ),
    "a fox and a whale": (
        SHAPED,
        (
            turn("a red fox in the snow", (IMAGE, {"prompt": "a red fox in the snow"})),
            turn("a blue whale", (IMAGE, {"prompt": "a blue whale"})),
            turn("animate the fox", (FILM, {"sourceImageIndex": 0})),
            turn("zoom out instead", (FILM, {"prompt": "zoom out", "sourceImageIndex": 0})),
        ),
    ),
    "a look is no word to put right": (
        SHAPED,
        (
            turn('a poster for the "Festival of Lights"', (IMAGE, {})),
            turn("lighter", (IMAGE, {"prompt": 'a poster for the "Festival of Lights": lighter'})),
        ),
    ),
    "another drink in its place": (
        SHAPED,
        (
            turn("a cup of coffee on a table", (IMAGE, {})),
            turn("a glass of water instead", (IMAGE, {"prompt": "a glass of water on a table", **BESIDE})),
        ),
    ),
    "a part as it is to be": (
        SHAPED,
        (
            turn("a house", (IMAGE, {})),
            turn("open door", (IMAGE, {"prompt": "a house: give it open door", "sourceImageIndex": 0})),
        ),
    ),
    "English words that other tongues have as well": (
        SHAPED,
        (
            turn("mars poster", (IMAGE, {"prompt": "mars poster"})),
            turn("grand piano", (IMAGE, {"prompt": "grand piano"})),
            turn("wolf den", (IMAGE, {"prompt": "wolf den"})),
            turn("pastel", (IMAGE, {"prompt": "wolf den: pastel", "sourceImageIndex": 2})),
        ),
    ),
    "auf Deutsch": (
        SHAPED,
        (
            turn("Zeichne eine Katze auf einem Dach", (IMAGE, {"prompt": "a cat on a roof"})),
            turn("Mach es Nacht", (IMAGE, {"prompt": "a cat on a roof: make it night", "sourceImageIndex": 0})),
            turn("Animiere das, 6 Sekunden", (FILM, {"sourceImageIndex": 1, "duration": 6})),
            turn("Bitte im Hochformat", (FILM, {"duration": 6, "aspectRatio": "9:16"})),
            turn("länger bitte", (FILM, {"duration": 9, "aspectRatio": "9:16"})),
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TALKS)
def test_every_turn_orders_what_was_meant(name: str) -> None:
    hold(*TALKS[name])
