"""Pictures as people ask for them: praise first, stories, slips, numbers that point; one mask, one model."""

from tests.studio.director.utterances.media import PHOTO, PICTURES, Row

KOI = tuple(f'image {n}: generated, 1344x768, prompt "a koi pond {n}"' for n in range(4))
TOYS = (
    'image 0: generated, 1024x1024, prompt "a sunset over a beach"',
    'image 1: generated, 1024x1024, prompt "a tin toy robot on a white background"',
    'image 2: generated, 1024x1024, prompt "a castle on a hill"',
)
STREETS = (
    'image 0: generated, 1024x1024, prompt "a cobbled street with a cafe and a bicycle, from the left"',
    'image 1: generated, 1024x1024, prompt "a cobbled street with a cafe and a bicycle, from above"',
    'image 2: generated, 1024x1024, prompt "a cobbled street with a cafe and a bicycle, at noon"',
)
LILIES = (
    'image 0: generated, 1024x1024, prompt "a lily in a vase"',
    'image 1: generated, 1024x1024, prompt "a lily in a field"',
)
SNEAKER = ('image 0: generated, 1024x1024, prompt "a white running sneaker on a plinth"',)
CABIN = (
    'image 0: generated, 1024x1024, prompt "a log cabin by a lake at dawn, mist on the water"',
)

ASKED_PICTURE_ROWS: list[Row] = [
    (
        "pls draw a tiny dragon hatchin out of an egg and then bring it to life as a 6 second clip",
        (),
        [
            ("generate_image", {"prompt": ("dragon", "egg")}),
            ("animate_photo", {"sourceImageIndex": 0, "duration": 6}),
        ],
    ),
    (
        "I need a banner for my bakery's website, 1500x500, croissants on a wooden counter in warm morning light.",
        (),
        [("generate_image", {"prompt": ("croissants", "counter"), "width": 1500, "height": 500})],
    ),
    (
        "Could you give me five different takes on a logo for a surf shop called Breakwater?",
        (),
        [("generate_image", {"numberOfVariations": 5, "prompt": ("Breakwater", "{", "|")})],
    ),
    (
        "swap the boring sky for a pink sunset\n\nAttached: image -1",
        PHOTO,
        [("edit_image", {"sourceImageIndex": -1, "prompt": ("sky", "sunset")})],
    ),
    (
        "love the second one, just get rid of the bike",
        STREETS,
        [("edit_image", {"sourceImageIndex": 1, "prompt": "get rid of the bike"})],
    ),
    (
        "turn this into a loose watercolor\n\nAttached: image -1",
        PHOTO,
        [("apply_style", {"sourceImageIndex": -1})],
    ),
    (
        "This is my grandma's wedding photo from 1931. It's scratched and has faded really badly, is there any chance "
        "you could fix it up for her birthday?\n\nAttached: image -1",
        PHOTO,
        [("restore_photo", {"prompt": ("scratches", "fading")})],
    ),
    (
        "upscale #2 to 4k",
        KOI,
        [("upscale_image", {"sourceImageIndex": 2, "targetLongestEdge": 3840})],
    ),
    (
        "cut the dog out for me, transparent background\n\nAttached: image -1",
        PHOTO,
        [("remove_background", {"sourceImageIndex": -1})],
    ),
    (
        "give me a mask of just the red suitcase\n\nAttached: image -1",
        PHOTO,
        [("segment_image", {"sourceImageIndex": -1, "text": ("suitcase",), "applyMask": None})],
    ),
    ("make me a 3d model of the robot", TOYS, [("image_to_3d", {"sourceImageIndex": 1})]),
    (
        "Show me the sneaker from its left side, please.",
        SNEAKER,
        [("change_angle", {"sourceImageIndex": 0, "description": ("left side view",)})],
    ),
    (
        "again but at night, with snow",
        CABIN,
        [("generate_image", {"prompt": ("cabin", "night", "snow")})],
    ),
    (
        "can you make both of them black and white",
        LILIES,
        [("edit_image", {"sourceImageIndex": 0}), ("edit_image", {"sourceImageIndex": 1})],
    ),
    ("make it better", (), "ask"),
    ("can you fix that thing in the pic, u know which one", PICTURES, "ask"),
    ("omg thats gorgeous, thank you so much!!", PICTURES, "talk"),
    (
        "the sky is a bit dull, could you make it stormy\n\nAttached: image -1",
        PHOTO,
        [("edit_image", {})],
    ),
    (
        "whoa thats sick. can u put a hat on the fox tho",
        PICTURES,
        [("edit_image", {"sourceImageIndex": 2})],
    ),
    (
        "in the lighthouse picture, add a sailboat",
        PICTURES,
        [("edit_image", {"sourceImageIndex": 0})],
    ),
    ("my kids are going to freak out when they see this", PICTURES, "talk"),
    ("the one with the dog please", PICTURES, "ask"),
]
