"""Films made, joined, extended and written on."""

from tests.studio.director.utterances.media import FILMS, HOLIDAY, PHOTO, PICTURES, SONG, TUNE, Row

FILM_ROWS: list[Row] = [
    ("animate the second one", PICTURES, [("animate_photo", {"sourceImageIndex": 1})]),
    (
        "bring the red car picture to life for 10 seconds",
        PICTURES,
        [("animate_photo", {"sourceImageIndex": 1, "duration": 10})],
    ),
    (
        "make the fox run through the forest",
        PICTURES,
        [("animate_photo", {"sourceImageIndex": 2, "prompt": ("run",)})],
    ),
    (
        "anmate the lighthouse with a slow zoom out",
        PICTURES,
        [("animate_photo", {"sourceImageIndex": 0, "prompt": "a slow zoom out"})],
    ),
    ("animate the last two", PICTURES, [("animate_photo", {"sourceImageIndices": [1, 2]})]),
    (
        "animate images 0 to 2, half a minute",
        PICTURES,
        [("animate_photo", {"sourceImageIndices": [0, 1, 2], "duration": 20})],
    ),
    (
        "a video that goes from image 0 to image 1",
        PICTURES,
        [("animate_photo", {"sourceImageIndex": 0, "endImageIndex": 1, "frameRole": "both"})],
    ),
    (
        'make her say "welcome to our little harbour by the sea, my dear friends from far away"\n\nAttached: image '
        "-1",
        PHOTO,
        [("animate_photo", {"sourceImageIndex": -1, "duration": 7, "prompt": ("welcome",)})],
    ),
    (
        "a 10 second video of a storm at sea",
        (),
        [("generate_video", {"duration": 10, "prompt": "a storm at sea"})],
    ),
    (
        "film a train crossing a bridge, silent, for youtube",
        (),
        [("generate_video", {"generateAudio": False, "aspectRatio": "16:9", "prompt": ("train",)})],
    ),
    (
        "make two clips of a waterfall",
        (),
        [("generate_video", {"numberOfVariations": 2, "prompt": ("a waterfall", "|")})],
    ),
    ("orbit around the red car", PICTURES, [("orbit_video", {"sourceImageIndex": 1})]),
    ("do a 360 of image 0", PICTURES, [("orbit_video", {"sourceImageIndex": 0})]),
    (
        "make a dance montage with rasputin\n\nAttached: image -1",
        PHOTO,
        [("dance_montage", {"dance": "rasputin", "sourceImageIndex": -1})],
    ),
    (
        "let me do the spongebob dance for 15 seconds\n\nAttached: image -1",
        PHOTO,
        [("dance_montage", {"dance": "spongebob", "duration": 15})],
    ),
    ("a dance video please", PICTURES, "ask"),
    (
        "turn video 0 into anime",
        FILMS,
        [("video_to_video", {"videoSourceIndex": 0, "prompt": ("anime",)})],
    ),
    (
        "make the holiday clip look like a watercolor",
        FILMS + HOLIDAY,
        [("video_to_video", {"videoSourceIndex": -1})],
    ),
    (
        "replace the man in my video with the person in image -1",
        HOLIDAY + PHOTO,
        [
            (
                "video_to_video",
                {"videoSourceIndex": -1, "sourceImageIndex": -1, "controlMode": "animate-replace"},
            )
        ],
    ),
    (
        "expand video 0 to 9:16",
        FILMS,
        [("video_to_video", {"controlMode": "outpaint", "outpaintAspectRatio": "9:16"})],
    ),
    (
        "upscale the video to 1080p",
        FILMS,
        [("upscale_video", {"sourceVideoIndex": 1, "targetResolution": 1080})],
    ),
    ("extend video 1 by 5 seconds", FILMS, [("extend_video", {"videoIndex": 1, "duration": 5})]),
    ("make it longer", FILMS, [("extend_video", {"videoIndex": 1})]),
    (
        "add 8 more seconds to the first video where the sun sets",
        FILMS,
        [("extend_video", {"videoIndex": 0, "duration": 8, "prompt": ("sun sets",)})],
    ),
    (
        "replace seconds 2 to 4 of video 0 with a breaching whale",
        FILMS,
        [
            (
                "replace_video_segment",
                {"videoIndex": 0, "startSeconds": 2, "endSeconds": 4, "prompt": ("whale",)},
            )
        ],
    ),
    (
        "redo the last 2 seconds of the fox clip",
        FILMS,
        [("replace_video_segment", {"videoIndex": 1, "startSeconds": 3, "endSeconds": 5})],
    ),
]

CUTTING_ROWS: list[Row] = [
    (
        "stitch both clips together",
        FILMS,
        [("stitch_video", {"videoIndices": [0, 1], "transition": None})],
    ),
    (
        "join video 1 and video 0 with a crossfade",
        FILMS,
        [("stitch_video", {"videoIndices": [1, 0], "transition": {"type": "fade"}})],
    ),
    (
        "combine all the videos into one with a 1 second dissolve",
        FILMS + HOLIDAY,
        [
            (
                "stitch_video",
                {
                    "videoIndices": [0, 1, -1],
                    "transition": {"type": "dissolve", "durationSeconds": 1},
                },
            )
        ],
    ),
    (
        "put the piano under video 0",
        FILMS + TUNE + SONG,
        [("stitch_video", {"videoIndices": [0], "audioIndex": 0})],
    ),
    (
        'add subtitles to video 0: "Hello there"',
        FILMS,
        [
            (
                "add_subtitles",
                {
                    "sourceVideoIndex": 0,
                    "cues": [{"startSeconds": 0, "endSeconds": 5, "text": "Hello there"}],
                },
            )
        ],
    ),
    (
        'caption it from 0 to 2 s "One" and 2 to 4 s "Two"',
        FILMS,
        [
            (
                "add_subtitles",
                {
                    "cues": [
                        {"startSeconds": 0, "endSeconds": 2, "text": "One"},
                        {"startSeconds": 2, "endSeconds": 4, "text": "Two"},
                    ]
                },
            )
        ],
    ),
    ("subtitle the video", FILMS, "ask"),
    (
        'put the title "The Harbour" at the top of video 1',
        FILMS,
        [
            (
                "overlay_video",
                {
                    "sourceVideoIndex": 1,
                    "overlays": [{"kind": "text", "text": "The Harbour", "position": "top-center"}],
                },
            )
        ],
    ),
    (
        "add my logo in the bottom right corner of the video\n\nAttached: image -2",
        (*FILMS, 'image -2: uploaded "logo.png", 200x200'),
        [
            (
                "overlay_video",
                {
                    "overlays": [
                        {"kind": "image", "sourceImageIndex": -2, "position": "bottom-right"}
                    ]
                },
            )
        ],
    ),
    ("stitch them", (), "ask"),
]
