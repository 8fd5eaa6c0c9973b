"""Orders with what they are for behind them, words to be placed, lists behind a comma, titles, and models by name."""

from typing import Any

from tests.studio.director.utterances.media import FILMS, HOLIDAY, PHOTO, PICTURES, Row


def _of(text: str, *files: str) -> str:
    return f"{text}\n\nAttached: {', '.join(files or ('image -1',))}"


def _edit(text: str, prompt: str) -> Row:
    return (_of(text), PHOTO, [("edit_image", {"prompt": prompt, "sourceImageIndex": -1})])


def _cut(text: str) -> Row:
    return (_of(text), PHOTO, [("remove_background", {"sourceImageIndex": -1})])


def _drawn(text: str, prompt: str, **more: Any) -> Row:
    return (text, (), [("generate_image", {"prompt": prompt, **more})])


def _seen(text: str, *view: str) -> Row:
    return (_of(text), PHOTO, [("change_angle", {"description": view, "sourceImageIndex": -1})])


def _lettered(text: str, words: str, place: str) -> Row:
    item = {"kind": "text", "text": words, "position": place}
    return (text, FILMS[:1], [("overlay_video", {"sourceVideoIndex": 0, "overlays": [item]})])


SONG = ("compose_lyrics", {"prompt": ("sourdough",), "duration_seconds": 20})
TWO_FILMS = (*HOLIDAY, 'video -2: uploaded "party.mp4", 1280x720, 30.0 s')
BOARD = {"brief": ("highlight film", "first dance"), "scene_count": 8, "duration_seconds": 90}

REASON_ROWS: list[Row] = [
    _cut("can you get rid of the background on this croissant? i want to put it on our menu"),
    (
        _of("cut out the dog so I can print it on a mug"),
        PHOTO,
        [("segment_image", {"text": "dog", "sourceImageIndex": -1})],
    ),
    _edit("can you make the sky more blue? it's for my mum", "make the sky more blue"),
    _edit("remove the lamp post please, because it spoils the view", "remove the lamp post"),
    _edit(
        "could you take the bin out of this photo? we're using it for our airbnb listing",
        "take the bin out of this photo",
    ),
    _drawn("draw a knight so I can print it", "a knight"),
    _drawn("draw a dog running because it is scared", "a dog running because it is scared"),
    _drawn("draw a cat. I want to put it on a poster", "a cat", aspectRatio="2:3"),
    _drawn("a wan face with flux of light", "a wan face with flux of light", model=None),
    (
        "make a video about a bakery, it's for instagram",
        (),
        [("generate_video", {"prompt": "a bakery", "aspectRatio": "1:1"})],
    ),
    _drawn("draw a house and don't add people yet", "a house"),
    (
        "write a script for a podcast intro about bees, don't record it yet",
        (),
        [("compose_script", {"brief": "a podcast intro about bees"})],
    ),
    (
        "write a storyboard for a dog food ad, don't render anything yet",
        (),
        [("compose_script", {"brief": "a dog food ad"})],
    ),
]
PLACED_ROWS: list[Row] = [
    _lettered(
        "put Open Sundays 8-2 in big letters at the bottom for the whole thing",
        "Open Sundays 8-2",
        "bottom-center",
    ),
    _lettered(
        "put Open Sundays 8-2 at the bottom of the video", "Open Sundays 8-2", "bottom-center"
    ),
    _lettered("put anna smith in white letters at the top", "anna smith", "top-center"),
    ("put Happy Birthday at the top", (), "ask"),
    (
        "put a dog at the bottom of the picture",
        PICTURES[:1],
        [("edit_image", {"prompt": "put a dog at the bottom of the picture"})],
    ),
    _seen("can I see this house from higher up, and a bit further away?", "elevated", "wide"),
    _seen("from further away", "wide"),
    _seen("from a bit closer", "close-up"),
    _seen("from lower down please", "low-angle"),
    (
        "draw an empty living room, then stage it with a grey sofa and plants",
        (),
        [
            ("generate_image", {"prompt": "an empty living room"}),
            ("edit_image", {"prompt": ("grey sofa", "plants"), "sourceImageIndex": 0}),
        ],
    ),
    ("hmm I want something for my game", (), "ask"),
    ("make something for my shop", (), "ask"),
    (
        _of(
            "this is my grandmother in 1952, can you get rid of the scratches and bring the colours back"
        ),
        PHOTO,
        [("restore_photo", {"prompt": ("scratches",)})],
    ),
    (
        _of(
            "this is my grandmother in 1952, can you bring the colours back and get rid of the scratches"
        ),
        PHOTO,
        [("restore_photo", {"prompt": ("scratches",)})],
    ),
]
COMMA_ROWS: list[Row] = [
    (
        "make two images, a sunrise and a sunset over the alps, then animate both and join them into one clip",
        (),
        [
            (
                "generate_image",
                {
                    "prompt": "{a sunrise over the alps|a sunset over the alps}",
                    "numberOfVariations": 2,
                },
            ),
            ("animate_photo", {"sourceImageIndices": [0, 1]}),
            ("stitch_video", {"videoIndices": [0, 1]}),
        ],
    ),
    _drawn("make two images, a cat and a dog", "{a cat|a dog}", numberOfVariations=2),
    _drawn(
        "make two pictures: a sunrise and a sunset over the alps",
        "{a sunrise over the alps|a sunset over the alps}",
    ),
    _drawn("make two pictures: a cat and a dog with a hat", "{a cat|a dog with a hat}"),
    _drawn("make a picture of a man, a dog and a cat", "a man, a dog and a cat"),
    (
        "two videos, a storm and a calm sea",
        (),
        [("generate_video", {"prompt": "{a storm|a calm sea}", "numberOfVariations": 2})],
    ),
    (
        _of(
            "join these two, soft fade between them, ceremony one is the first file",
            "video -1",
            "video -2",
        ),
        TWO_FILMS,
        [("stitch_video", {"videoIndices": [-1, -2], "transition": {"type": "fade"}})],
    ),
]
WORDED_ROWS: list[Row] = [
    ("suggest five titles for my video about beekeeping", (), "talk"),
    ("give me five titles for my beekeeping video", (), "talk"),
    ("five title ideas for my film about trams", (), "talk"),
    ("what could I call my video about beekeeping?", (), "talk"),
    ("whats up, are you like a real person??", (), "talk"),
    (
        "Thank you so much, you are very kind. I'll show it to my sister tomorrow.",
        PICTURES[:1],
        "talk",
    ),
    (
        "write me a 20 second radio jingle about our sourdough, something catchy with words",
        (),
        [SONG, ("generate_music", {"duration": 20, "lyrics": ("[Verse]",)})],
    ),
    (
        "make a song about rain with vocals",
        (),
        [("compose_lyrics", {"prompt": "rain"}), ("generate_music", {"lyrics": ("[Verse]",)})],
    ),
    (
        "make a rock song with female vocals",
        (),
        [("generate_music", {"prompt": ("female vocals",)})],
    ),
    (
        "how would you split a 90 second highlight film into shots? storyboard with 8 panels, ceremony to first dance",
        (),
        [("compose_script", {**BOARD, "script_type": "storyboard"})],
    ),
    (
        "improve this prompt for seedance2: a fox in the snow",
        (),
        [("enhance_prompt", {"prompt": "a fox in the snow", "destination_model": "seedance2"})],
    ),
    (
        "rewrite this prompt for wan22: a fox in the snow",
        (),
        [("enhance_prompt", {"destination_model": "wan22"})],
    ),
    (
        "make a video of a fox with seedance2",
        (),
        [("generate_video", {"prompt": "a fox", "videoModel": "seedance2"})],
    ),
    _drawn("draw a fox in the snow with z-turbo", "a fox in the snow", model="z-turbo"),
    (
        "read this aloud slowly in a warm woman's voice: welcome to our bakery",
        (),
        [
            (
                "generate_speech",
                {
                    "prompt": "welcome to our bakery",
                    "voice": "serena",
                    "voiceDescription": ("warm", "slowly"),
                },
            )
        ],
    ),
    (
        "a lo-fi beat, about a minute and a half",
        (),
        [("generate_music", {"prompt": "lo-fi beat", "duration": 90})],
    ),
]
