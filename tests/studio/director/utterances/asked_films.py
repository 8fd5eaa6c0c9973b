"""Films as people ask for them: roles of pictures, seconds that point, what happens next, songs under joined clips."""

from tests.studio.director.utterances.media import PHOTO, Row

GARDENS = (
    'image -1: uploaded "garden_summer.jpg", 1280x720',
    'image -2: uploaded "garden_winter.jpg", 1280x720',
)
SKATER = (
    'image -1: uploaded "skater.jpg", 1280x720',
    'video 0: generated, 1280x720, 6.0 s, prompt "the skater jumps off the ramp and lands"',
)
BIRD = ('video 0: generated, 1280x720, 5.0 s, prompt "a hummingbird at a feeder"',)
SONGS = (
    'audio 0: generated, 60.0 s, prompt "synthwave, driving bass, retro drums, 110 bpm"',
    'audio 1: generated, 3.0 s, prompt "Welcome to the show."',
)
SHORE = (
    'video 0: generated, 1280x720, 6.0 s, prompt "waves rolling onto a beach"',
    'video 1: generated, 1280x720, 5.0 s, prompt "gulls over a harbour"',
    'audio 0: generated, 30.0 s, prompt "soft solo piano, slow and warm"',
)
TRAINS = (
    'video 0: generated, 1280x720, 6.0 s, prompt "a steam train at a station"',
    'video 1: generated, 1280x720, 8.0 s, prompt "a steam train in the mountains"',
)
WALK = (
    'video 0: generated, 1280x720, 8.0 s, prompt "a woman walking along a beach"',
    'video 1: generated, 1280x720, 6.0 s, prompt "a forest in fog"',
)
SHOP = ('video 0: generated, 1280x720, 6.0 s, prompt "a flower shop with people walking in"',)
WATCHES = (
    'image 0: generated, 1024x1024, prompt "a steel wrist watch on slate"',
    'image 1: generated, 1024x1024, prompt "a leather wallet"',
)

ASKED_FILM_ROWS: list[Row] = [
    (
        "animate this: slow push in, her hair blowing in the wind. 8 seconds\n\nAttached: image -1",
        PHOTO,
        [("animate_photo", {"sourceImageIndex": -1, "duration": 8, "prompt": ("hair", "wind")})],
    ),
    (
        "use the second photo i sent as the start and the first one as the end and morph between them, 5s",
        GARDENS,
        [
            (
                "animate_photo",
                {"sourceImageIndex": -2, "endImageIndex": -1, "frameRole": "both", "duration": 5},
            )
        ],
    ),
    (
        "film a paper boat drifting down a rainy gutter at night, 10 sec, 16:9",
        (),
        [("generate_video", {"duration": 10, "aspectRatio": "16:9", "prompt": ("boat", "rain")})],
    ),
    (
        "yo need a 15s clip for tiktok, barista pouring latte art, super close up",
        (),
        [("generate_video", {"duration": 15, "aspectRatio": "9:16", "prompt": ("latte",)})],
    ),
    (
        "same again but make it 12 seconds and in slow motion",
        SKATER,
        [("animate_photo", {"sourceImageIndex": -1, "duration": 12, "prompt": ("slow",)})],
    ),
    (
        "Can I get that clip in 1080p?",
        BIRD,
        [("upscale_video", {"sourceVideoIndex": 0, "targetResolution": 1080})],
    ),
    (
        "make a music video for the synthwave song, neon city at night, driving. 20 seconds is fine",
        SONGS,
        [
            ("generate_image", {"prompt": ("neon city at night", "driving")}),
            ("sound_to_video", {"audioSourceIndex": 0, "duration": 20, "prompt": ("neon",)}),
        ],
    ),
    (
        "join both clips with a dissolve and put the piano track under it",
        SHORE,
        [
            (
                "stitch_video",
                {"videoIndices": [0, 1], "transition": {"type": "dissolve"}, "audioIndex": 0},
            )
        ],
    ),
    (
        "make the last clip 5 seconds longer, the train should disappear into the tunnel",
        TRAINS,
        [("extend_video", {"videoIndex": 1, "duration": 5, "prompt": ("tunnel",)})],
    ),
    (
        "Between second 3 and second 5 of the beach video her hand looks really weird. Could you redo just that part "
        "so that she simply waves at the camera?",
        WALK,
        [
            (
                "replace_video_segment",
                {"videoIndex": 0, "startSeconds": 3, "endSeconds": 5, "prompt": ("waves",)},
            )
        ],
    ),
    (
        "put GRAND OPENING at the top of the video in big white letters",
        SHOP,
        [
            (
                "overlay_video",
                {"overlays": [{"text": "GRAND OPENING", "position": "top-center"}]},
            )
        ],
    ),
    (
        'add subtitles pls: 0-2s "Hey you." and 2-4.5s "You made it."',
        BIRD,
        [
            (
                "add_subtitles",
                {
                    "cues": [
                        {"startSeconds": 0, "endSeconds": 2, "text": "Hey you."},
                        {"startSeconds": 2, "endSeconds": 4.5, "text": "You made it."},
                    ]
                },
            )
        ],
    ),
    (
        "do a full 360 spin video around the watch",
        WATCHES,
        [("orbit_video", {"sourceImageIndex": 0})],
    ),
    ("stitch the clips, the gulls one first", SHORE, [("stitch_video", {"videoIndices": [1, 0]})]),
    ("timelapse of a flower opening, 8s", (), [("generate_video", {"duration": 8})]),
    ("what happens at the end is great, thanks!", BIRD, "talk"),
]
