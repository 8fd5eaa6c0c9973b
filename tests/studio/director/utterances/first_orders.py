"""First orders with more in them than one wish: lists, stories, songs with covers, lines that are spoken."""

from tests.studio.director.utterances.media import HOLIDAY, PHOTO, SONG, Row

_ME = PHOTO
_CLIPS = (*HOLIDAY, 'video -2: uploaded "beach.mp4", 1280x720, 9.0 s')
_CUT: tuple[str, dict[str, object]] = ("generate_video", {})
_SUNG = {"lyrics": ("Over the sea",)}


def _with(text: str, *media: str) -> str:
    names = [" ".join(line.split()[:2]).rstrip(":") for line in media]
    return f"{text}\n\nAttached: {', '.join(names)}"


SUNG_ROWS: list[Row] = [
    (
        "write lyrics about winter and record it",
        (),
        [
            ("compose_lyrics", {"prompt": "winter"}),
            ("generate_music", {**_SUNG, "prompt": ("winter",)}),
        ],
    ),
    (
        "lyrics about a lost key first, and then sing it as a slow blues",
        (),
        [
            ("compose_lyrics", {"prompt": "a lost key"}),
            ("generate_music", {**_SUNG, "prompt": ("slow blues",)}),
        ],
    ),
    (
        "write a song about leaving home and then sing it, folk guitar",
        (),
        [
            ("compose_lyrics", {"prompt": "leaving home"}),
            ("generate_music", {**_SUNG, "prompt": ("folk guitar",)}),
        ],
    ),
    (
        "verses about my town, afterwards perform them as rap",
        (),
        [("compose_lyrics", {}), ("generate_music", {**_SUNG, "prompt": ("rap",)})],
    ),
    (
        "Here are my words:\nI walk the line between the rain\nCome home again\nMake a slow ballad from it",
        (),
        [("generate_music", {"lyrics": "I walk the line between the rain\nCome home again"})],
    ),
]
COVER_ROWS: list[Row] = [
    (
        "a song with its cover: dreamy synth pop about night trains",
        (),
        [
            ("generate_music", {"prompt": "dreamy synth pop about night trains"}),
            ("generate_image", {"prompt": ("cover", "night trains"), "aspectRatio": "1:1"}),
        ],
    ),
    (
        "i need a techno track plus cover art",
        (),
        [
            ("generate_music", {"prompt": "techno track"}),
            ("generate_image", {"aspectRatio": "1:1"}),
        ],
    ),
    ("a cover for my song about the rain", (), [("generate_image", {"aspectRatio": "1:1"})]),
    ("record a cover version of a folk song about mills", (), [("generate_music", {})]),
]
LIST_ROWS: list[Row] = [
    (
        "two pics: one of a tiger, one of an owl",
        (),
        [("generate_image", {"prompt": "{a tiger|an owl}", "numberOfVariations": 2})],
    ),
    (
        "make 2 posters: one for a jazz night, the other for a poetry slam",
        (),
        [("generate_image", {"prompt": "a poster, {for a jazz night|for a poetry slam}"})],
    ),
    (
        "4 icons please: house, tree, car, sun. flat style",
        (),
        [("generate_image", {"prompt": "an icon, flat style, {house|tree|car|sun}"})],
    ),
    (
        "3 pictures. first a seed, second a sprout, third a sunflower",
        (),
        [("generate_image", {"prompt": "{a seed|a sprout|a sunflower}", "numberOfVariations": 3})],
    ),
    (
        "2 imgs pls: a lemon / a lime",
        (),
        [("generate_image", {"prompt": "{a lemon|a lime}", "numberOfVariations": 2})],
    ),
    (
        "3 pictures of a house: by day, by night, in the snow",
        (),
        [("generate_image", {"prompt": "a house, {by day|by night|in the snow}"})],
    ),
    (
        "two videos: one of rain on a window, one of a candle",
        (),
        [("generate_video", {"prompt": "{rain on a window|a candle}", "numberOfVariations": 2})],
    ),
    (
        "three product shots of a perfume bottle: on sand, on ice, on velvet",
        (),
        [("generate_image", {"prompt": ("a product shot of", "{on sand|on ice|on velvet}")})],
    ),
]
STORY_ROWS: list[Row] = [
    (
        "short film: first a paper boat on a puddle, then it floats down a gutter, then it reaches the sea",
        (),
        [
            ("generate_video", {"prompt": "a paper boat on a puddle"}),
            ("generate_video", {"prompt": "a paper boat floats down a gutter"}),
            ("generate_video", {"prompt": "a paper boat reaches the sea"}),
            ("stitch_video", {"videoIndices": [0, 1, 2]}),
        ],
    ),
    (
        "First show a caterpillar, then a cocoon, then a butterfly, as one video",
        (),
        [_CUT, _CUT, _CUT, ("stitch_video", {"videoIndices": [0, 1, 2]})],
    ),
    (
        "a 15 sec film in three scenes: first a knight saddles his horse, then he rides through fog, and finally he "
        "stands before a dragon. add epic music",
        (),
        [
            ("generate_video", {"prompt": "a knight saddles his horse", "duration": 5}),
            _CUT,
            ("generate_video", {"prompt": "a knight stands before a dragon", "duration": 5}),
            ("stitch_video", {"videoIndices": [0, 1, 2]}),
            ("generate_music", {"prompt": "epic music"}),
            ("stitch_video", {"videoIndices": [3], "audioIndex": 0}),
        ],
    ),
    (
        "video of a cat that first sleeps and then jumps",
        (),
        [("generate_video", {"prompt": "a cat that first sleeps and then jumps"})],
    ),
    (
        _with("animate this: first she smiles, then she waves, then she turns away", *_ME),
        _ME,
        [("animate_photo", {"prompt": ("smiles", "waves", "turns away"), "sourceImageIndex": -1})],
    ),
    (
        "script: first a man wakes up, then he runs, then he sleeps",
        (),
        [("compose_script", {"brief": "first a man wakes up, then he runs, then he sleeps"})],
    ),
    ("draw a fox, then a picture of an owl", (), [("generate_image", {}), ("generate_image", {})]),
]
SPOKEN_ROWS: list[Row] = [
    (
        'An old sailor looks into the camera and says: "The sea never forgets." 8 seconds, cinematic',
        (),
        [("generate_video", {"prompt": ("sailor", '"The sea never forgets."'), "duration": 8})],
    ),
    (
        'two cowboys. One says "This town is too small." the other answers "Then leave."',
        (),
        [("generate_video", {"prompt": ("cowboys", "too small", "Then leave")})],
    ),
    (
        _with('the man sits down and says "at last"', *_ME),
        _ME,
        [("animate_photo", {"prompt": ("at last",), "sourceImageIndex": -1})],
    ),
    (
        'a woman says "Hello and welcome"',
        (),
        [("generate_speech", {"prompt": "Hello and welcome"})],
    ),
    (
        "voicemail greeting for a dentist, friendly: We are closed until Monday.",
        (),
        [("generate_speech", {"prompt": ("We are closed until Monday",)})],
    ),
    (
        "robot voice saying 'system online'",
        (),
        [("generate_speech", {"prompt": "system online", "voiceDescription": "robot voice"})],
    ),
]
OPEN_ROWS: list[Row] = [
    (_with("make us dance, you pick", *_ME), _ME, [("dance_montage", {"sourceImageIndex": -1})]),
    (_with("can we dance? any dance", *_ME), _ME, [("dance_montage", {"sourceImageIndex": -1})]),
    (
        _with("aerobics video with me please", *_ME),
        _ME,
        [("dance_montage", {"sourceImageIndex": -1})],
    ),
    (
        _with("animate this, whatever you like", *_ME),
        _ME,
        [("animate_photo", {"sourceImageIndex": -1})],
    ),
    (_with("surprise me", *_ME), _ME, "ask"),
    ("make me a video, surprise me", (), [("generate_video", {})]),
    ("a castle, you decide the rest", (), [("generate_image", {"prompt": "a castle"})]),
    ("sorry wrong chat", (), "talk"),
]
ONE_DEED_ROWS: list[Row] = [
    (
        _with("make it longer, add 5 sec", *HOLIDAY),
        HOLIDAY,
        [("extend_video", {"duration": 5, "videoIndex": -1})],
    ),
    (_with("clean up the noise and make it crisper", *_ME), _ME, [("restore_photo", {})]),
    (
        _with("make the candles flicker, loop it, 5s", *_ME),
        _ME,
        [("animate_photo", {"duration": 5, "sourceImageIndex": -1})],
    ),
    (
        "a reading nook with a cat. make it tall like a bookmark",
        (),
        [("generate_image", {"prompt": "a reading nook with a cat", "aspectRatio": "9:16"})],
    ),
    (
        _with("stick these two together, second one first", *_CLIPS),
        _CLIPS,
        [("stitch_video", {"videoIndices": [-2, -1]})],
    ),
    (
        _with("only the bottle, rest transparent", *_ME),
        _ME,
        [("remove_background", {"sourceImageIndex": -1})],
    ),
    (_with("i need this at 4000 px for printing", *_ME), _ME, [("upscale_image", {})]),
    (_with("ghibli it", *_ME), _ME, [("apply_style", {"sourceImageIndex": -1})]),
    (
        _with("3 diff cartoon faces of my dog", *_ME),
        _ME,
        [("generate_image", {"prompt": ("a cartoon face of my dog, {",), "sourceImageIndex": -1})],
    ),
    (
        "chord progression and arrangement idea for a sad piano piece",
        (),
        [("compose_instrumental", {})],
    ),
    (
        _with("video for this, neon tunnel", *SONG),
        SONG,
        [("generate_image", {}), ("sound_to_video", {})],
    ),
]
ALIKE_ROWS: list[Row] = [  # they sound like those above and are something else
    ("a picture of a beach house with art", (), [("generate_image", {})]),
    ("a lake house, cover of leaves", (), [("generate_image", {})]),
    ("a guest in the wrong room", (), [("generate_image", {})]),
    ("flower arrangement of roses and tulips", (), [("generate_image", {})]),
    ("audiobook cover for my novel Dust", (), [("generate_image", {})]),
    ("4k, a lion on a rock", (), [("generate_image", {})]),
    ("draw a castle. You decide.", (), [("generate_image", {"prompt": "a castle"})]),
    (
        "video of a party, at the end add the text 'bye'",
        (),
        [("generate_video", {"prompt": "a party"}), ("overlay_video", {})],
    ),
    (
        "a long and narrow street in Porto",
        (),
        [("generate_image", {"prompt": ("narrow",), "aspectRatio": None})],
    ),
    (
        "3 pictures: first snow, spring rain, summer heat",
        (),
        [("generate_image", {"prompt": "{first snow|spring rain|summer heat}"})],
    ),
    (
        'make me a video: a boy opens a box and says "wow"',
        (),
        [("generate_video", {"prompt": ("box", '"wow"')})],
    ),
    (
        "make a video of the sea, make it wide",
        (),
        [("generate_video", {"prompt": "the sea", "ratio": None, "aspectRatio": "16:9"})],
    ),
    (
        "comic with 3 panels: first he wakes, then he eats, then he sleeps",
        (),
        [("generate_image", {"prompt": ("wakes", "eats", "sleeps")})],
    ),
    ("a man says goodbye to his dog at the station", (), [("generate_image", {})]),
    ("song about cover bands", (), [("generate_music", {})]),
]
OF_THE_FILES_ROWS: list[Row] = [  # what came with the words is meant, and no new picture
    (
        _with("these 2 videos as one please, hard cut", *_CLIPS),
        _CLIPS,
        [("stitch_video", {"videoIndices": [-1, -2], "transition": None})],
    ),
    (
        _with("the song under the clip, mute the original", *HOLIDAY, *SONG),
        (*HOLIDAY, *SONG),
        [("stitch_video", {"videoIndices": [-1], "audioIndex": -1})],
    ),
    (_with("the clip with those sounds", *HOLIDAY, *SONG), (*HOLIDAY, *SONG), "ask"),
    (_with("film is too dark", *HOLIDAY), HOLIDAY, [("video_to_video", {"videoSourceIndex": -1})]),
    (_with("my son drew this, make it look real", *_ME), _ME, [("edit_image", {})]),
    (
        "a 20 second film for our honey: bees on flowers, then honey dripping, then a jar",
        (),
        [("generate_video", {"prompt": ("bees", "dripping", "a jar"), "duration": 20})],
    ),
    (
        "a template for weekly recipes called Recipe Friday, 3 scenes, vertical",
        (),
        [("compose_workflow_template", {"name": "Recipe Friday", "scene_count": 3})],
    ),
    (
        "sad violin piece around 70 bpm, 1:30 long",
        (),
        [("generate_music", {"prompt": "sad violin piece", "bpm": 70, "duration": 90})],
    ),
    ("nah forget it", (), "talk"),
]
