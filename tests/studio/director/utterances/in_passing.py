"""What is said in passing: counts of things, numbers on a film, effects, decades, set words of other tongues."""

from tests.studio.director.utterances.media import FILMS, HOLIDAY, PHOTO, PICTURES, Row

COUNTDOWN_ROWS: list[Row] = [
    (
        "put a timer from 5 to 1 on it",
        HOLIDAY,
        [
            (
                "add_subtitles",
                {"sourceVideoIndex": -1, "cues": [{"text": str(n)} for n in (5, 4, 3, 2, 1)]},
            )
        ],
    ),
    (
        "count up from 1 to 3 on the video",
        HOLIDAY,
        [("add_subtitles", {"cues": [{"text": n} for n in "123"]})],
    ),
    (
        "add a 3 second countdown at the end",
        HOLIDAY,
        [
            (
                "add_subtitles",
                {"cues": [{"startSeconds": n, "endSeconds": n + 1.0} for n in (9.0, 10.0, 11.0)]},
            )
        ],
    ),
]
COUNTED_ROWS: list[Row] = [
    (
        "a dozen pixel art swords",
        (),
        [("generate_image", {"prompt": ("a pixel art sword", "{"), "numberOfVariations": 12})],
    ),
    (
        "draw 30 chibi heroes",
        (),
        [("generate_image", {"prompt": ("a chibi hero",), "numberOfVariations": 16})],
    ),
    (
        "a dozen roses",
        (),
        [("generate_image", {"prompt": "a dozen roses", "numberOfVariations": None})],
    ),
    (
        "ten flat pancakes",
        (),
        [("generate_image", {"prompt": "ten flat pancakes", "numberOfVariations": None})],
    ),
    (
        "I need 100 images of cats",
        (),
        [("generate_image", {"prompt": ("cats, {",), "numberOfVariations": 16})],
    ),
    (
        "give me 6 different hats for this guy",
        PHOTO,
        [
            (
                "edit_image",
                {"prompt": ("a hat", "{"), "numberOfVariations": 6, "sourceImageIndex": -1},
            )
        ],
    ),
]
MOMENT_ROWS: list[Row] = [
    ("add explosions to the clip", FILMS[:1], [("video_to_video", {"videoSourceIndex": 0})]),
    (
        "upbeat 90s house track, 124 bpm, 2 min",
        (),
        [("generate_music", {"duration": 120, "bpm": 124})],
    ),
    ("make the video loop", FILMS[:1], "cannot"),
    ("can you make it loop forever", FILMS[:1], "cannot"),
    ("put a Santa hat on me", PHOTO, [("edit_image", {"sourceImageIndex": -1})]),
    ("give me a long beard", PHOTO, [("edit_image", {"sourceImageIndex": -1})]),
    ("give me a picture of a smile", PHOTO, [("generate_image", {"sourceImageIndex": None})]),
    ("make the moon bigger", PICTURES[:1], [("edit_image", {"sourceImageIndex": 0})]),
    ("make the fox picture bigger", PICTURES, [("upscale_image", {"sourceImageIndex": 2})]),
    (
        "image 0, make it blue",
        PICTURES,
        [("edit_image", {"prompt": ("blue",), "sourceImageIndex": 0})],
    ),
    (
        "use my photo as the first frame of a video where I wave",
        PHOTO,
        [("animate_photo", {"prompt": ("I wave",), "sourceImageIndex": -1})],
    ),
    (
        "slow zoom out of image 1 while the clouds pass",
        PICTURES,
        [("animate_photo", {"prompt": ("zoom out", "clouds pass"), "sourceImageIndex": 1})],
    ),
    ("panning shot across the coast road", PICTURES, [("animate_photo", {"sourceImageIndex": 1})]),
    (
        "looks good but the sign should read CLOSED",
        PICTURES[:1],
        [("edit_image", {"prompt": ("CLOSED",), "sourceImageIndex": 0})],
    ),
]
FOREIGN_ROWS: list[Row] = [
    (
        "lass es schneien",
        PICTURES[:1],
        [("edit_image", {"prompt": ("snow",), "sourceImageIndex": 0})],
    ),
    (
        "Mach mir drei Bilder von einem Drachen im Nebel",
        (),
        [("generate_image", {"prompt": ("a dragon in fog",), "numberOfVariations": 3})],
    ),
    (
        "un dessin d'un chat noir avec un chapeau rouge",
        (),
        [("generate_image", {"prompt": "a black cat with a red hat"})],
    ),
    (
        "Kannst du das Bild auf 4K hochskalieren?",
        PICTURES[:1],
        [("upscale_image", {"targetLongestEdge": 3840})],
    ),
    (
        "une chanson triste sur la pluie",
        (),
        [("generate_music", {"prompt": ("sad song about the rain",)})],
    ),
    ("quel est le prix d'une image ?", (), "talk"),
    ("¿qué puedes hacer?", (), "talk"),
    (
        "ponle un sombrero",
        PICTURES[:1],
        [("edit_image", {"prompt": ("hat",), "sourceImageIndex": 0})],
    ),
]
