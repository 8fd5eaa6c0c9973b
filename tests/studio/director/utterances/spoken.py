"""What different kinds of people say: changes of nothing, chatter, no words wanted, signs and roundabout wishes."""

from tests.studio.director.utterances.media import Row
from tests.studio.director.utterances.spoken_films import FOX, NO_TEXT, SEA

NOTHING_THERE_ROWS: list[Row] = [
    ("make the sky purple", (), "ask"),
    ("remove the background", (), "ask"),
    ("brighten it", (), "ask"),
    ("make my dog look like a lion", (), "ask"),
    ("make her hair longer", (), "ask"),
    ("make the background a beach", (), "ask"),
    ("change the hat to green", (), "ask"),
    ("give the fox a hat", (), "ask"),
    ("turn the lights off", (), "ask"),
    ("add some rain", (), "ask"),
    ("could you please remove the man on the left?", (), "ask"),
    ("make the most beautiful sunset", (), [("generate_image", {"prompt": ("sunset",)})]),
    ("make the poster for my bakery", (), [("generate_image", {"prompt": ("bakery",)})]),
    ("give me the fox with a hat", (), [("generate_image", {"prompt": ("fox", "hat")})]),
    ("make the road to the sea", (), [("generate_image", {"prompt": "the road to the sea"})]),
    ("paint the last supper", (), [("generate_image", {"prompt": "the last supper"})]),
]

CHATTER_ROWS: list[Row] = [
    (
        "Good morning. For our website we need a photo of a bakery counter with bread",
        (),
        [("generate_image", {"prompt": "a bakery counter with bread"})],
    ),
    (
        "Good evening! I would like a picture of a dog",
        (),
        [("generate_image", {"prompt": "a dog"})],
    ),
    (
        "Hello, my name is Ana. I need a poster for my school",
        (),
        [("generate_image", {"prompt": "a poster for my school"})],
    ),
    (
        "Hi there, I'm a teacher and I need a picture of a volcano for my class",
        (),
        [("generate_image", {"prompt": "a volcano for my class"})],
    ),
    (
        "Dear team, please create an image of a red tractor",
        (),
        [("generate_image", {"prompt": "a red tractor"})],
    ),
    (
        "for my tiktok I need a video of a dog",
        (),
        [("generate_video", {"prompt": "a dog", "aspectRatio": "9:16"})],
    ),
    (
        "diffrent takes on a logo for a surf shop",
        (),
        [("generate_image", {"prompt": ("a logo", "{"), "numberOfVariations": 3})],
    ),
    ("fuor pictures of a cat", (), [("generate_image", {"numberOfVariations": 4})]),
    ("thre versions of a cat", (), [("generate_image", {"numberOfVariations": 3})]),
    (
        "nice pictures of a cat",
        (),
        [("generate_image", {"prompt": "a cat", "numberOfVariations": None})],
    ),
    (
        "wallpaper : a mountain lake at dawn",
        (),
        [("generate_image", {"prompt": "a mountain lake at dawn"})],
    ),
    ("logo - a bee", (), [("generate_image", {"prompt": "logo of a bee"})]),
    *(
        (f"{asking} a fox", (), [("generate_image", {"prompt": "a fox"})])
        for asking in (
            "Is it possible that you draw",
            "Would it be possible that you draw me",
            "is there a possibility to get a picture of",
            "would you be so kind as to draw",
            "I would be happy if you could draw",
            "It would be great if you could draw",
            "I would appreciate a picture of",
            "do me a favour and draw",
            "My daughter wants a picture of",
        )
    ),
]

WORDLESS_ROWS: list[Row] = [
    *(
        (
            f"a poster of a bear{refused}",
            (),
            [("generate_image", {"prompt": "a poster of a bear", "negativePrompt": NO_TEXT})],
        )
        for refused in (
            " please not any letters",
            " without any text",
            ", no text or letters please",
            ". do not put any writing on it",
            ", don't write anything on it",
            " with no lettering",
        )
    ),
    (
        "four posters of a bear without any text",
        (),
        [("generate_image", {"numberOfVariations": 4, "negativePrompt": NO_TEXT})],
    ),
    (
        "a clip of a beach without any text",
        (),
        [("generate_video", {"prompt": "a beach", "negativePrompt": NO_TEXT})],
    ),
    (
        'a poster saying "no text" in red',
        (),
        [("generate_image", {"prompt": ("no text",), "negativePrompt": None})],
    ),
    ("a sign with no words on it in a desert", (), [("generate_image", {"negativePrompt": None})]),
    (
        "a fox, negative prompt: blurry, low quality",
        (),
        [("generate_image", {"prompt": "a fox", "negativePrompt": "blurry, low quality"})],
    ),
]

ARROW_ROWS: list[Row] = [
    ("sky → blue", FOX, [("edit_image", {"prompt": "change the sky to blue"})]),
    (
        "image 0: snow => grass",
        FOX,
        [("edit_image", {"prompt": ("snow to grass",), "sourceImageIndex": 0})],
    ),
    ("sky → blue, hat → red", FOX, [("edit_image", {}), ("edit_image", {"sourceImageIndex": 1})]),
    ("sky -> purple", SEA, [("video_to_video", {"prompt": ("sky to purple",)})]),
    ("sky → blue", (), "ask"),
    ("photo → 3d model", FOX, [("image_to_3d", {"sourceImageIndex": 0})]),
    ("image 0 -> video", FOX, [("animate_photo", {"sourceImageIndex": 0})]),
    (
        "a fox -> video",
        (),
        [("generate_image", {"prompt": "a fox"}), ("animate_photo", {"sourceImageIndex": 0})],
    ),
    ("draw a fox → animate it", (), [("generate_image", {}), ("animate_photo", {})]),
    ("fox in snow → watercolor", (), [("generate_image", {}), ("apply_style", {})]),
]

SHAPE_ROWS: list[Row] = [
    *(
        (text, (), [("generate_image", {"prompt": text, "aspectRatio": None})])
        for text in (
            "a market square in Prague in the rain",
            "a tall tree in a field",
            "upright piano on a stage",
            "the story of a fox",
        )
    ),
    ("a fox, square", (), [("generate_image", {"prompt": "a fox", "aspectRatio": "1:1"})]),
    ("tall poster of a fox", (), [("generate_image", {"aspectRatio": "9:16"})]),
    ("a fox for my instagram story", (), [("generate_image", {"aspectRatio": "9:16"})]),
    ("print it on a t-shirt", FOX, [("edit_image", {"prompt": "print it on a t-shirt"})]),
]

ROUNDABOUT_ROWS: list[Row] = [
    *(
        (text, (), [("generate_image", {"prompt": prompt})])
        for text, prompt in (
            (
                "I play in a folk band and we'd need some cover art with a heron",
                "some cover art with a heron",
            ),
            ("teacher here! diagram of a volcano", "diagram of a volcano"),
            ("I would like to have, if possible, one image of a pigeon", "a pigeon"),
            ("make foto of beach with many umbrella", "beach with many umbrella"),
            (
                "Could you possibly show me what a treehouse library might look like?",
                "a treehouse library",
            ),
            ("an old music box on a table", "an old music box on a table"),
            ("deer here in the forest", "deer here in the forest"),
        )
    ),
    (
        "I'd like a lullaby for my baby, about one minute, music box",
        (),
        [("generate_music", {"prompt": ("lullaby",), "duration": 60})],
    ),
    (
        "let me hear a jingle for a toy store",
        (),
        [("generate_music", {"prompt": "jingle for a toy store"})],
    ),
    (
        'voiceover for a product video, "Fresh bread, every morning."',
        (),
        [("generate_speech", {"prompt": "Fresh bread, every morning."})],
    ),
    ("make everything blue", (), "ask"),
    ("make everything blue", FOX, [("edit_image", {"sourceImageIndex": 0})]),
    ("not so dark please", FOX, [("edit_image", {"prompt": "not so dark"})]),
    ("how would it look in summer?", FOX, [("edit_image", {"prompt": "show it in summer"})]),
    ("a sticker of it", FOX, [("generate_image", {"prompt": ("fox",), "sourceImageIndex": 0})]),
    (
        "do it again, I don't like this",
        FOX,
        [("generate_image", {"prompt": "a red fox in snow"})],
    ),
]
