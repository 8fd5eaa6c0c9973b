"""What different kinds of people say: wishes about nothing that is there, films in order, signs in place of words."""

from tests.studio.utterances.media import Row

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

SEA = (
    'video 0: generated, 1280x720, 6.0 s, prompt "a sunset over the sea"',
    'video 1: generated, 1280x720, 6.0 s, prompt "surfers on a wave"',
)
SEA_AND_SONG = (*SEA, 'audio 0: generated, 30.0 s, prompt "a calm piano song"')

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

NO_TEXT = "text, letters, words"
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

FOX = ('image 0: generated, 1024x1024, prompt "a red fox in snow"',)
MOTION_ROWS: list[Row] = [
    *(
        (text, FOX, [("animate_photo", {"prompt": motion, "sourceImageIndex": 0})])
        for text, motion in (
            ("animate it so it waves", "it waves"),
            ("animate it so snow falls", "snow falls"),
            ("can you animate it so that she is smiling please", "she is smiling"),
            ("bring it to life, he should wave and smile", "he should wave and smile"),
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

TWO_UPLOADS = (
    'image -1: uploaded "man.jpg", 1024x768',
    'image -2: uploaded "beach.jpg", 1024x768',
)
FOX_AND_SEA = (*FOX, SEA[0])
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
        (text, FOX_AND_SEA, [("video_to_video", {"videoSourceIndex": 0, "sourceImageIndex": 0})])
        for text in (
            "put the fox in video 0",
            "add the fox to the sunset video",
            "place the fox into the film",
        )
    ),
    (
        "add a fox to video 0",
        FOX_AND_SEA,
        [("video_to_video", {"videoSourceIndex": 0, "sourceImageIndex": None})],
    ),
    (
        "put image 0 in the corner of video 0",
        FOX_AND_SEA,
        [("overlay_video", {"sourceVideoIndex": 0})],
    ),
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

PARTY = ('video -1: uploaded "party.mp4", 1280x720, 12.0 s',)
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
