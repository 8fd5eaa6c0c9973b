"""Other ways to say it: slips, lower case, no verbs, chatty openings; and words that only look like an order."""

from tests.studio.director.utterances.media import FILMS, HOLIDAY, PHOTO, PICTURES, SONG, TUNE, Row

WAY_ROWS: list[Row] = [
    (
        "mke a picture of a sunflower field",
        (),
        [("generate_image", {"prompt": "a sunflower field"})],
    ),
    ("would you mind drawing a tiger", (), [("generate_image", {"prompt": "a tiger"})]),
    ("hi! i need a picture of a lemon", (), [("generate_image", {"prompt": "a lemon"})]),
    (
        "what would a cat look like as an astronaut",
        (),
        [("generate_image", {"prompt": "a cat as an astronaut"})],
    ),
    ("a beat up old truck", (), [("generate_image", {"prompt": "a beat up old truck"})]),
    ("a song bird on a branch", (), [("generate_image", {})]),
    ("a stitched leather bag", FILMS, [("generate_image", {})]),
    ("a masked hero", PICTURES, [("generate_image", {})]),
    ("i want to see a whale flying above the city", (), [("generate_image", {})]),
    ("create 6 logo ideas for a bakery", (), [("generate_image", {"numberOfVariations": 6})]),
    (
        "versions of the lighthouse with snow",
        PICTURES,
        [("generate_image", {"sourceImageIndex": 0})],
    ),
    ("make 3 more", PICTURES, [("generate_image", {"numberOfVariations": 3})]),
    (
        "in 9:16 please",
        PICTURES,
        [("generate_image", {"aspectRatio": "9:16", "prompt": "a fox in the snow"})],
    ),
    ("thanks! now make it blue", PICTURES, [("edit_image", {"sourceImageIndex": 2})]),
    (
        "could the second picture be at sunset instead?",
        PICTURES,
        [("edit_image", {"sourceImageIndex": 1})],
    ),
    ("i want the fox to wear glasses", PICTURES, [("edit_image", {"sourceImageIndex": 2})]),
    ("put the fox from image 2 into image 0", PICTURES, [("edit_image", {"sourceImageIndex": 0})]),
    ("anime style!", PICTURES, [("apply_style", {"sourceImageIndex": 2})]),
    (
        "turn me into a cartoon\n\nAttached: image -1",
        PHOTO,
        [("apply_style", {"sourceImageIndex": -1})],
    ),
    ("clean up the noise\n\nAttached: image -1", PHOTO, [("restore_photo", {})]),
    ("make it sharper", PICTURES, [("refine_result", {"sourceImageIndex": 2})]),
    ("side view please", PICTURES, [("change_angle", {"sourceImageIndex": 2})]),
    (
        "what does the back of the car look like",
        PICTURES,
        [("change_angle", {"sourceImageIndex": 1})],
    ),
    ("bigger please, 2x", PICTURES, [("upscale_image", {"scale": 2})]),
    ("cut the fox out", PICTURES, [("segment_image", {"text": "fox"})]),
    ("3d please", PICTURES, [("image_to_3d", {"sourceImageIndex": 2})]),
    ("animate 1", PICTURES, [("animate_photo", {"sourceImageIndex": 1})]),
    ("zoom slowly into the lighthouse", PICTURES, [("animate_photo", {"sourceImageIndex": 0})]),
    (
        "slideshow of all images",
        PICTURES,
        [
            ("animate_photo", {"sourceImageIndices": [0, 1, 2]}),
            ("stitch_video", {"videoIndices": [0, 1, 2]}),
        ],
    ),
    ("i like the second one, animate it", PICTURES, [("animate_photo", {"sourceImageIndex": 1})]),
    ("10 seconds, gentle wind\n\nAttached: image -1", PHOTO, [("animate_photo", {"duration": 10})]),
    (
        'a video where a robot says "I am awake now"',
        (),
        [("generate_video", {"prompt": ("I am awake now",)})],
    ),
    (
        "turn this into a pencil sketch\n\nAttached: video -1",
        HOLIDAY,
        [("video_to_video", {"videoSourceIndex": -1})],
    ),
    (
        "upscale video 0 to 1440p",
        FILMS,
        [("upscale_video", {"sourceVideoIndex": 0, "targetResolution": 1440})],
    ),
    ("and what happens next in video 1?", FILMS, [("extend_video", {"videoIndex": 1})]),
    (
        "swap 0:01 to 0:03 in video 0 with video 1",
        FILMS,
        [
            (
                "replace_video_segment",
                {"startSeconds": 1, "endSeconds": 3, "replacementVideoIndex": 1},
            )
        ],
    ),
    (
        "add a fade between video 0 and video 1",
        FILMS,
        [("stitch_video", {"transition": {"type": "fade"}})],
    ),
    (
        "lay the calm piano under both clips and join them",
        FILMS + TUNE,
        [("stitch_video", {"audioIndex": 0})],
    ),
    ("overlay the text SALE in yellow at the bottom of the video", FILMS, [("overlay_video", {})]),
    ('watermark the video with "draft" bottom right', FILMS, [("overlay_video", {})]),
    (
        "make the piano piece slower",
        TUNE,
        [("generate_music", {"prompt": "calm piano, slower", "duration": None})],
    ),
    (
        "a techno track in f# minor, 128bpm",
        (),
        [("generate_music", {"keyscale": "F# minor", "bpm": 128})],
    ),
    (
        'three takes of "Hello" read by a woman',
        (),
        [("generate_speech", {"numberOfVariations": 3})],
    ),
    (
        "use this track for a film about the ocean\n\nAttached: audio -1",
        SONG,
        [("generate_image", {}), ("sound_to_video", {"prompt": "the ocean"})],
    ),
    ("i want a chorus about summer nights", (), [("compose_lyrics", {"prompt": "summer nights"})]),
    ("plan a music video with 6 scenes", (), [("compose_workflow", {"scene_count": 6})]),
    ("trim video 0 to 3 seconds", FILMS, "cannot"),
    ("remove the audio from video 1", FILMS, "cannot"),
    ("transcribe the song", TUNE, "cannot"),
    ("image 0", PICTURES, "ask"),
    ("make it pop", (), "ask"),
    ("which image is the fox", PICTURES, "talk"),
    ("am i talking to a real person", (), "talk"),
    ("that's not what i wanted", PICTURES, "talk"),
    ("children playing in a park", (), [("generate_image", {})]),
    ("show my ex naked", (), "decline"),
    (
        "mach das nochmal aber bei nacht",
        PICTURES,
        [("generate_image", {"prompt": "a fox in the snow, at night"})],
    ),
    (
        "entferne den hintergrund von bild 1",
        PICTURES,
        [("remove_background", {"sourceImageIndex": 1})],
    ),
    ("anime la deuxième image", PICTURES, [("animate_photo", {"sourceImageIndex": 1})]),
    ("mach das video länger", FILMS, [("extend_video", {"videoIndex": 1})]),
]
