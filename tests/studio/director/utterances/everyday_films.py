"""Everyday sentences about films and songs: order, pace, levels, what is added, what is written on them."""

from tests.studio.director.utterances.media import FILMS, MADE, PICTURES, SONG, TUNE, Row

CAMP = (
    'video 0: generated, 1280x720, 6.0 s, prompt "a surfer rides a wave"',
    'video 1: generated, 1280x720, 5.0 s, prompt "a campfire on the beach"',
    'video 2: generated, 1280x720, 8.0 s, prompt "stars turning over a tent"',
)
TRAINS = (
    'video 0: generated, 1280x720, 5.0 s, prompt "a train crosses a bridge"',
    'video 1: generated, 1280x720, 7.0 s, prompt "a cat watches the snow"',
)
POP = ('audio 0: generated, 60.0 s, prompt "a happy pop song about summer"',)
BRIDE = ('video -1: uploaded "wedding.mp4", 1920x1080, 42.0 s',)
OLD = ('video -1: uploaded "holiday2019.mp4", 640x360, 20.0 s',)
BASS = {"prompt": "calm piano, more bass"}

EVERYDAY_FILM_ROWS: list[Row] = [
    (
        "the campfire first then the surfer, one video",
        CAMP,
        [("stitch_video", {"videoIndices": [1, 0]})],
    ),
    ("join em, cat first", TRAINS, [("stitch_video", {"videoIndices": [1, 0]})]),
    (
        "the clip with the stars is too slow",
        CAMP,
        [("generate_video", {"prompt": "stars turning over a tent", "duration": 5})],
    ),
    (
        "the train video needs 3 more seconds",
        TRAINS,
        [("extend_video", {"videoIndex": 0, "duration": 3})],
    ),
    ("i need the video to be 10 seconds", FILMS, [("generate_video", {"duration": 10})]),
    ("a video of a fox, make it 4k", (), [("generate_video", {"targetResolution": 2160})]),
    ("make it 4k", FILMS, [("upscale_video", {"sourceVideoIndex": 1})]),
    (
        "make it look like an old super 8 movie\n\nAttached: video -1",
        OLD,
        [("video_to_video", {"videoSourceIndex": -1})],
    ),
    (
        "put a hat on the bride in my wedding video",
        BRIDE,
        [("video_to_video", {"videoSourceIndex": -1})],
    ),
    (
        "add captions: 'Here it comes' then 'There it goes'",
        TRAINS[:1],
        [
            (
                "add_subtitles",
                {
                    "cues": [
                        {"startSeconds": 0, "text": "Here it comes"},
                        {"endSeconds": 5, "text": "There it goes"},
                    ]
                },
            )
        ],
    ),
    (
        "add a violin to the video",
        FILMS,
        [("generate_music", {"prompt": "violin music"}), ("stitch_video", {"videoIndices": [1]})],
    ),
    ("add some laughter to the clip", FILMS, "cannot"),
    ("turn the volume up", FILMS, "cannot"),
    ("the film is too long", (), "ask"),
    ("the video with the waves", FILMS, "ask"),
    ("the fox clip in black and white", FILMS, [("video_to_video", {"videoSourceIndex": 1})]),
    ("add 2 secs to the fox one", FILMS, [("extend_video", {"videoIndex": 1, "duration": 2})]),
    ("slow mo the last one", FILMS, [("generate_video", {"prompt": ("the fox runs",)})]),
    (
        "both vids together but the fox one goes first",
        FILMS,
        [("stitch_video", {"videoIndices": [1, 0]})],
    ),
    (
        "film noir style video of a detective walking in rain 12 seconds",
        (),
        [("generate_video", {"duration": 12, "prompt": ("detective", "noir style")})],
    ),
]

EVERYDAY_SONG_ROWS: list[Row] = [
    ("turn up the bass", TUNE, [("generate_music", BASS)]),
    ("crank the bass up", MADE, [("generate_music", BASS)]),
    ("turn up the bass", SONG, "cannot"),
    ("lower the drums a bit", POP, [("generate_music", {"prompt": ("summer, less drums",)})]),
    (
        "less drums and a bit slower",
        POP,
        [("generate_music", {"prompt": "a happy pop song about summer, slower, less drums"})],
    ),
    (
        "i want the chorus to repeat at the end",
        MADE,
        [("generate_music", {"prompt": "calm piano, the chorus repeat at the end"})],
    ),
    (
        "3 short intro jingles for my podcast 'Night Shift', 8 bit",
        (),
        [("generate_music", {"numberOfVariations": 3})],
    ),
    (
        "use it as the soundtrack of the train clip",
        TRAINS + POP,
        [("stitch_video", {"videoIndices": [0], "audioIndex": 0})],
    ),
    (
        "make a music video of this song with a harbour at night",
        SONG,
        [
            ("generate_image", {"prompt": ("harbour at night, {wide opening view|",)}),
            ("sound_to_video", {"prompt": "a harbour at night"}),
        ],
    ),
    (
        "write a short script for a 30 second ad about oat milk",
        PICTURES,
        [("compose_script", {"brief": "an ad about oat milk", "duration_seconds": 30})],
    ),
]
