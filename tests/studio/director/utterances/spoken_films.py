"""Films as different kinds of people ask for them: put in order, moved, made from what is there, changed."""

from tests.studio.director.utterances.media import Row

NO_TEXT = "text, letters, words"

SEA = (
    'video 0: generated, 1280x720, 6.0 s, prompt "a sunset over the sea"',
    'video 1: generated, 1280x720, 6.0 s, prompt "surfers on a wave"',
)

SEA_AND_SONG = (*SEA, 'audio 0: generated, 30.0 s, prompt "a calm piano song"')

FOX = ('image 0: generated, 1024x1024, prompt "a red fox in snow"',)

TWO_UPLOADS = (
    'image -1: uploaded "man.jpg", 1024x768',
    'image -2: uploaded "beach.jpg", 1024x768',
)

FOX_AND_SEA = (*FOX, SEA[0])

PARTY = ('video -1: uploaded "party.mp4", 1280x720, 12.0 s',)

IN_ORDER_ROWS: list[Row] = [
    (
        "both clips one after the other, with that song underneath",
        SEA_AND_SONG,
        [("stitch_video", {"videoIndices": [0, 1], "audioIndex": 0})],
    ),
    (
        "the two clips back to back with a wipe",
        SEA,
        [("stitch_video", {"videoIndices": [0, 1], "transition": {"type": "wipeleft"}})],
    ),
    (
        "put the sunset clip first and then the surfers, crossfade",
        SEA,
        [("stitch_video", {"videoIndices": [0, 1], "transition": {"type": "fade"}})],
    ),
    (
        "put the sunset clip first, then the surfers, with the piano song under it",
        SEA_AND_SONG,
        [("stitch_video", {"videoIndices": [0, 1], "audioIndex": 0})],
    ),
    (
        "the surfers clip, then the sunset clip, slow dissolve, piano song underneath",
        SEA_AND_SONG,
        [
            (
                "stitch_video",
                {"videoIndices": [1, 0], "audioIndex": 0, "transition": {"type": "dissolve"}},
            )
        ],
    ),
    ("surfers first, then the sunset", SEA, [("stitch_video", {"videoIndices": [1, 0]})]),
    (
        "start with the surfers and then the sunset",
        SEA,
        [("stitch_video", {"videoIndices": [1, 0]})],
    ),
    ("put video 1 first, then video 0", SEA, [("stitch_video", {"videoIndices": [1, 0]})]),
    ("both clips one after the other", (), "ask"),
]

MOTION_ROWS: list[Row] = [
    *(
        (text, FOX, [("animate_photo", {"prompt": motion, "sourceImageIndex": 0})])
        for text, motion in (
            ("animate it so it waves", "it waves"),
            ("animate it so snow falls", "snow falls"),
            ("can you animate it so that she is smiling please", "she is smiling"),
            ("bring it to life, he should wave and smile", "he waves and smiles"),
            ("animate the fox running through the snow", "the fox running through the snow"),
            ("animate it like a storm is coming", "like a storm is coming"),
            ("make the fox jump so the snow flies", "the fox jump so the snow flies"),
            ("animate it so I can post it", "slow push in, gentle movement"),
        )
    ),
    (
        "animate it so it lasts 10 seconds",
        FOX,
        [("animate_photo", {"prompt": "slow push in, gentle movement", "duration": 10})],
    ),
    ("animate it, no text", FOX, [("animate_photo", {"negativePrompt": NO_TEXT})]),
]

AFTERWARDS_ROWS: list[Row] = [
    *(
        (
            f"draw a fox{link} animate it",
            (),
            [("generate_image", {"prompt": "a fox"}), ("animate_photo", {"sourceImageIndex": 0})],
        )
        for link in (
            "; once you have it,",
            ". Once you have it",
            ", as soon as you have that,",
            ". When you're done,",
            ", and when finished",
            ". After you made it,",
        )
    ),
    (
        "I want a picture of a horse, and when you have the picture I want a clip of it galloping",
        (),
        [("generate_image", {"prompt": "a horse"}), ("animate_photo", {"prompt": "it galloping"})],
    ),
    (
        "make a song about rain and once it is there make a music video of it",
        (),
        [("generate_music", {}), ("generate_image", {}), ("sound_to_video", {})],
    ),
    ("a cake when ready to eat", (), [("generate_image", {"prompt": "a cake when ready to eat"})]),
]

GIF_ROWS: list[Row] = [
    (
        "a gif of a dancing cat",
        (),
        [("generate_video", {"prompt": "a dancing cat", "duration": 3})],
    ),
    (
        "funny gif: dog falls off a skateboard",
        (),
        [("generate_video", {"prompt": "dog falls off a skateboard"})],
    ),
    ("two gifs of a frog", (), [("generate_video", {"numberOfVariations": 2})]),
    ("make a gif of the fox", FOX, [("animate_photo", {"sourceImageIndex": 0, "duration": 3})]),
    ("animated gif of image 0, 6 seconds", FOX, [("animate_photo", {"duration": 6})]),
    ("make image 0 a short video", FOX, [("animate_photo", {"sourceImageIndex": 0})]),
]

PUT_INTO_ROWS: list[Row] = [
    (
        "bring image -1 into image -2",
        TWO_UPLOADS,
        [("edit_image", {"sourceImageIndex": -2, "prompt": ("image -1",)})],
    ),
    (
        "bring image -1 into image -2 to life",
        TWO_UPLOADS,
        [("edit_image", {"sourceImageIndex": -2}), ("animate_photo", {"sourceImageIndex": 0})],
    ),
    (
        "put image -1 in image -2 and bring it to life with waves",
        TWO_UPLOADS,
        [("edit_image", {"sourceImageIndex": -2}), ("animate_photo", {"prompt": "waves"})],
    ),
    (
        "bring image -1 and image -2 to life",
        TWO_UPLOADS,
        [("animate_photo", {"sourceImageIndices": [-1, -2]})],
    ),
    *(
        (
            text,
            FOX_AND_SEA,
            [
                ("remove_background", {"sourceImageIndex": 0}),
                (
                    "overlay_video",
                    {"sourceVideoIndex": 0, "overlays": [{"kind": "image", "sourceImageIndex": 1}]},
                ),
            ],
        )
        for text in (
            "put the fox in video 0",
            "add the fox to the sunset video",
            "place the fox into the film",
            "add it to the video",
        )
    ),
    (
        "add a balloon to video 0",
        FOX_AND_SEA,
        [
            ("generate_image", {"prompt": ("a balloon",)}),
            ("remove_background", {"sourceImageIndex": 1}),
            ("overlay_video", {"overlays": [{"sourceImageIndex": 2}]}),
        ],
    ),
    ("put the cow in video 0", FOX_AND_SEA, "ask"),
    (
        "add some rain to video 0",
        FOX_AND_SEA,
        [("video_to_video", {"controlMode": "canny", "sourceImageIndex": None})],
    ),
    (
        "put image 0 in the corner of video 0",
        FOX_AND_SEA,
        [("overlay_video", {"sourceVideoIndex": 0})],
    ),
]

CLIP_ROWS: list[Row] = [
    ("brighten the clip", PARTY, [("video_to_video", {"videoSourceIndex": -1})]),
    ("flip the second clip", SEA, [("video_to_video", {"videoSourceIndex": 1})]),
    ("cut out the part from second 3 to 6", PARTY, "cannot"),
    (
        "cut out seconds 3 to 6 and replace them with a sunrise",
        PARTY,
        [("replace_video_segment", {"prompt": "a sunrise", "startSeconds": 3, "endSeconds": 6})],
    ),
    ("lower the music under the video", SEA_AND_SONG, "cannot"),
    (
        "the second one in slow motion",
        SEA,
        [("generate_video", {"prompt": ("surfers",), "duration": 9})],
    ),
    (
        "everything together in one film with music",
        SEA_AND_SONG,
        [("stitch_video", {"videoIndices": [0, 1], "audioIndex": 0})],
    ),
    ("both together as one video", SEA, [("stitch_video", {"videoIndices": [0, 1]})]),
]
