"""Everyday sentences about pictures: wishes, changes, counts, whom it is for; and what only looks like an order."""

from tests.studio.director.utterances.media import PHOTO, PICTURES, SONG, TUNE, Row

THREE = (
    'image 0: generated, 1024x1024, prompt "a bowl of ramen on a wooden table"',
    'image 1: generated, 1344x768, prompt "a yellow taxi in the rain"',
    'image 2: generated, 1024x1024, prompt "an owl on a branch at night"',
)
FOUR = (
    'image 0: generated, 1024x1024, prompt "a knight on a white horse"',
    'image 1: generated, 1024x1024, prompt "a dragon over a castle"',
    'image 2: generated, 1024x1024, prompt "a market street"',
    'image 3: generated, 1024x1024, prompt "a wooden bridge in a forest"',
)
ROOM = (
    'image -1: uploaded "kitchen.jpg", 1600x1200',
    'image -2: uploaded "sofa.png", 900x900',
)
PETS = (
    'image -1: uploaded "luna.jpg", 2000x1500',
    'image -2: uploaded "garden.png", 1800x1200',
)
CAR = ('image 0: generated, 1024x1024, prompt "a red car on a coast road"',)
SLEEVE = (*TUNE, 'image 0: generated, 1024x1024, prompt "a song cover, calm sea"')

WANTED_ROWS: list[Row] = [
    (
        "I would like that you make a picture from a old fisherman, please",
        (),
        [("generate_image", {"prompt": "a old fisherman"})],
    ),
    (
        "please to draw the cat who sleeps on the moon",
        (),
        [("generate_image", {"prompt": "the cat who sleeps on the moon"})],
    ),
    (
        "pic of mt fuji, early morning, make it look like a japanese woodblock print",
        (),
        [("generate_image", {"prompt": ("mt fuji", "like a japanese woodblock print")})],
    ),
    (
        "make 5 birthday card ideas for my niece",
        (),
        [
            (
                "generate_image",
                {"numberOfVariations": 5, "prompt": ("a birthday card, {flat",)},
            )
        ],
    ),
    (
        "for my students draw the water cycle",
        (),
        [("generate_image", {"prompt": "the water cycle"})],
    ),
    (
        "this is anna from the shop, a poster with tulips please",
        (),
        [("generate_image", {"prompt": "a poster with tulips"})],
    ),
    ("a picture for my mum", PICTURES, "ask"),
    ("draw something for my dad", (), "ask"),
    ("a picture for my mum of a cat", (), [("generate_image", {"prompt": "a cat"})]),
    (
        "a fox in the snow. make it 4k",
        (),
        [("generate_image", {}), ("upscale_image", {"targetLongestEdge": 3840})],
    ),
    (
        "draw a cup and make it 3d",
        (),
        [("generate_image", {"prompt": "a cup"}), ("image_to_3d", {})],
    ),
    (
        "dibuja un perro en la playa y haz que salte",
        (),
        [
            ("generate_image", {"prompt": ("dog", "beach")}),
            ("animate_photo", {"prompt": ("jump",)}),
        ],
    ),
    ("haz que el zorro corra", PICTURES, [("animate_photo", {"sourceImageIndex": 2})]),
    ("lass den Fuchs rennen", PICTURES, [("animate_photo", {"prompt": "the fox run"})]),
    ("fais courir le renard", PICTURES, [("animate_photo", {"prompt": "the fox run"})]),
    ("draw a cat. no, a dog in boots", (), [("generate_image", {"prompt": "a dog in boots"})]),
    (
        "whats a good image for a bakery? maybe fresh bread in morning light",
        (),
        [("generate_image", {"prompt": "fresh bread in morning light"})],
    ),
    (
        "imagine a world where trees are blue",
        (),
        [("generate_image", {"prompt": "a world where trees are blue"})],
    ),
    (
        "something for my baby's room, soft clouds",
        (),
        [("generate_image", {"prompt": "soft clouds"})],
    ),
    (
        "je voudrais un chat sur la plage, format carré svp",
        (),
        [("generate_image", {"prompt": "a cat on the beach", "aspectRatio": "1:1"})],
    ),
    ("video", (), "ask"),
    ("hey whats up", PICTURES, "talk"),
    ("which one do you like most?", PICTURES, "talk"),
]

CHANGED_ROWS: list[Row] = [
    (
        "4 diff colors of the car",
        CAR,
        [
            (
                "generate_image",
                {
                    "sourceImageIndex": 0,
                    "numberOfVariations": 4,
                    "prompt": "a car on a coast road, {in red|in blue|in green|in yellow}",
                },
            )
        ],
    ),
    ("this logo in 3 different styles", CAR, [("apply_style", {"sourceImageIndex": 0})] * 3),
    (
        "can you make another taxi one but blue instead of yellow",
        THREE,
        [("generate_image", {"prompt": "a blue taxi in the rain"})],
    ),
    (
        "same but with a wolf instead",
        PICTURES,
        [("generate_image", {"prompt": "a wolf in the snow"})],
    ),
    (
        "just the taxi, cut out, nothing else",
        THREE,
        [("segment_image", {"sourceImageIndex": 1, "text": "taxi"})],
    ),
    (
        "put the sofa into the kitchen\n\nAttached: image -1, image -2",
        ROOM,
        [("edit_image", {"sourceImageIndex": -1})],
    ),
    (
        "put luna in the garden\n\nAttached: image -1, image -2",
        PETS,
        [("edit_image", {"sourceImageIndex": -2})],
    ),
    (
        "fix the scratches and bring the colours back\n\nAttached: image -1",
        PHOTO,
        [("restore_photo", {})],
    ),
    (
        "the colours are fading in this photo, fix them\n\nAttached: image -1",
        PHOTO,
        [("restore_photo", {})],
    ),
    (
        "remove the background and make it 3d\n\nAttached: image -1",
        PHOTO,
        [("remove_background", {"sourceImageIndex": -1}), ("image_to_3d", {"sourceImageIndex": 0})],
    ),
    ("the dragon one at night pls", FOUR, [("edit_image", {"sourceImageIndex": 1})]),
    (
        "make all four of them brighter",
        FOUR,
        [("edit_image", {"sourceImageIndex": n, "numberOfVariations": None}) for n in range(4)],
    ),
    (
        "turn the market into a short video where people walk by, 6s",
        FOUR,
        [("animate_photo", {"sourceImageIndex": 2, "duration": 6, "prompt": "people walk by"})],
    ),
    ("i want it to be blue", CAR, [("edit_image", {"prompt": "make it blue"})]),
    ("i want the sky to be pink", PICTURES, [("edit_image", {"prompt": "make the sky pink"})]),
    ("i'd like him to wave", PICTURES, [("animate_photo", {"prompt": "he waves"})]),
    ("turn up the contrast", PICTURES, [("edit_image", {"sourceImageIndex": 2})]),
    ("cover the car in snow", CAR, [("edit_image", {"prompt": "cover the car in snow"})]),
    ("crop the song cover", SLEEVE, [("edit_image", {"sourceImageIndex": 0})]),
    ("crop the song cover", SONG, "ask"),
    ("reverse the colors in this image", PICTURES, [("edit_image", {"sourceImageIndex": 2})]),
    ("i like the car but make it snow", PICTURES, [("edit_image", {"sourceImageIndex": 1})]),
    ("wrap it as a gift", PICTURES, [("edit_image", {"sourceImageIndex": 2})]),
    ("light up the windows", PICTURES, [("edit_image", {"sourceImageIndex": 2})]),
    ("hazlo más oscuro", PICTURES, [("edit_image", {"prompt": "make it darker"})]),
    ("can you send me image 1 bigger, like 3x", PICTURES, [("upscale_image", {"scale": 3})]),
    ("send me image 1", PICTURES, "cannot"),
    ("mark the fox", PICTURES, [("segment_image", {"sourceImageIndex": 2, "text": "fox"})]),
]

TO_BE_SEEN_ROWS: list[Row] = [
    (text, PICTURES, [("generate_image", {"prompt": text})])
    for text in (
        "a ghost fading in the mist",
        "a mask for carnival",
        "hello kitty on a skateboard",
        "good morning sunshine",
        "a lass in a green dress",
        "life is too short, with a fox",
        "your favourite food as a painting",
        "a man with a mask",
        "an outline of a cat",
    )
] + [
    (
        "everyone needs a hero, poster",
        (),
        [("generate_image", {"prompt": ("everyone needs a hero",)})],
    )
]
