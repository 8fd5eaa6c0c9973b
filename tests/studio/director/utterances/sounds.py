"""Music, speech, and words as results."""

from tests.studio.director.utterances.media import MADE, SONG, TUNE, Row

SOUND_ROWS: list[Row] = [
    (
        "make a calm piano track, 90 bpm in C minor, one minute",
        (),
        [
            (
                "generate_music",
                {"bpm": 90, "keyscale": "C minor", "duration": 60, "prompt": ("piano",)},
            )
        ],
    ),
    (
        "an upbeat jazz song about my cat",
        (),
        [("generate_music", {"prompt": ("upbeat jazz", "cat")})],
    ),
    (
        "compose some lo-fi music for studying, 2 minutes",
        (),
        [("generate_music", {"duration": 120, "prompt": ("lo-fi",)})],
    ),
    (
        'write a folk song with the lyrics "Over the hills we go"',
        (),
        [("generate_music", {"lyrics": "Over the hills we go", "prompt": ("folk",)})],
    ),
    (
        "three versions of a techno beat",
        (),
        [("generate_music", {"numberOfVariations": 3, "prompt": ("techno", "|")})],
    ),
    (
        "make the song longer",
        TUNE,
        [("generate_music", {"prompt": ("calm piano",), "duration": 45})],
    ),
    ("write me a song", (), "ask"),
    (
        'say "the ship has sailed" in a warm female voice',
        (),
        [("generate_speech", {"prompt": "the ship has sailed", "voice": "serena"})],
    ),
    (
        "read this aloud: Good morning, everyone.",
        (),
        [("generate_speech", {"prompt": "Good morning, everyone."})],
    ),
    (
        'read "hello world" in my voice\n\nAttached: audio -1',
        SONG,
        [("generate_speech", {"prompt": "hello world", "model": "clone", "voiceSourceIndex": -1})],
    ),
    ("i need a voice over", (), "ask"),
    (
        "make a music video of this song\n\nAttached: audio -1",
        SONG,
        [
            ("generate_image", {"numberOfVariations": 3, "aspectRatio": "16:9"}),
            ("sound_to_video", {"audioSourceIndex": -1, "sourceImageIndex": 0}),
        ],
    ),
    (
        "a music video for audio 0 with image 2 as the look, 12 seconds",
        MADE,
        [("sound_to_video", {"audioSourceIndex": 0, "sourceImageIndex": 2, "duration": 12})],
    ),
    (
        "turn that song into a video about a night train",
        TUNE,
        [
            ("generate_image", {"prompt": ("night train",)}),
            ("sound_to_video", {"audioSourceIndex": 0, "prompt": "a night train"}),
        ],
    ),
    ("make a music video", (), "ask"),
]

WORD_ROWS: list[Row] = [
    (
        "improve this prompt: a cat in space",
        (),
        [("enhance_prompt", {"prompt": "a cat in space", "target_output": "image_prompt"})],
    ),
    (
        "make a better video prompt for a storm at sea with seedance",
        (),
        [
            (
                "enhance_prompt",
                {
                    "prompt": ("storm at sea",),
                    "target_output": "video_prompt",
                    "destination_model": "seedance2",
                },
            )
        ],
    ),
    ("write lyrics about leaving home", (), [("compose_lyrics", {"prompt": "leaving home"})]),
    (
        "i need german lyrics for a love song in german",
        (),
        [("compose_lyrics", {"language": "German"})],
    ),
    (
        "compose an instrumental for a rainy night, 2 minutes",
        (),
        [("compose_instrumental", {"prompt": "a rainy night", "duration_seconds": 120})],
    ),
    (
        "write a script for a 30 second ad about coffee",
        (),
        [
            (
                "compose_script",
                {"brief": ("coffee",), "script_type": "ad_script", "duration_seconds": 30},
            )
        ],
    ),
    (
        "a storyboard with 6 panels about a lost kite",
        (),
        [
            (
                "compose_script",
                {"brief": ("lost kite",), "script_type": "storyboard", "scene_count": 6},
            )
        ],
    ),
    (
        "draft a workflow for a product video with 4 scenes",
        (),
        [("compose_workflow", {"brief": ("product video",), "scene_count": 4})],
    ),
    (
        'save a template called "City Nights" that makes a neon city clip',
        (),
        [("compose_workflow_template", {"name": "City Nights", "brief": ("neon city",)})],
    ),
    (
        "keep a template named Shop Window: a photo of the goods, brighten it, animate it",
        (),
        [
            (
                "compose_workflow_template",
                {"name": "Shop Window", "brief": ("photo of the goods", "animate it")},
            )
        ],
    ),
    (
        "use my prompt and make it richer for a film: an old clock ticks",
        (),
        [("enhance_prompt", {"prompt": "an old clock ticks", "target_output": "video_prompt"})],
    ),
    (
        "a reggae tune, three and a half minutes",
        (),
        [("generate_music", {"duration": 210, "prompt": "reggae tune"})],
    ),
    (
        "Speak this in a deep voice: Fasten the ropes, captin",
        (),
        [("generate_speech", {"prompt": "Fasten the ropes, captin"})],
    ),
    (
        'read out "the pictuer is hung"',
        (),
        [("generate_speech", {"prompt": "the pictuer is hung"})],
    ),
]
