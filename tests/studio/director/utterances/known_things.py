"""Said over a song, a picture or nothing at all: what "it" is, what a change is of, and what cannot be done."""

from tests.studio.director.utterances.media import FILMS, TUNE, Row

FOLK = ('audio 0: generated, 95.0 s, prompt "a folk song about a lighthouse keeper"',)
DEMO = ('audio -1: uploaded "demo_v2.mp3", 95.0 s',)
FOX = ('image 0: generated, 1024x1024, prompt "a red fox in the snow at dusk"',)
RUN = ('video 0: generated, 832x480, 5.0 s, prompt "a red fox runs through snow"',)

OF_A_SONG_ROWS: list[Row] = [
    *(
        (text, FOLK, "ask")
        for text in ("make the sky purple", "give the cat a hat", "trim the song to 20 seconds")
    ),
    *(
        (
            text,
            FOLK,
            [("generate_music", {"prompt": f"a folk song about a lighthouse keeper, {change}"})],
        )
        for text, change in (
            ("make the drums louder", "the drums louder"),
            ("make it happier", "happier"),
            ("change the genre to jazz", "jazz"),
            ("make the chorus longer", "the chorus longer"),
            ("make everything slower", "slower"),
        )
    ),
    (
        "trim the demo into a clip 20 s from 0:40",
        DEMO,
        [
            ("generate_image", {}),
            ("sound_to_video", {"audioSourceIndex": -1, "audioStart": 40, "duration": 20}),
        ],
    ),
    ("cut the song to the first 30 seconds", DEMO, "ask"),
    ("trim the video to 3 seconds", FILMS, "cannot"),
    (
        "four versions of a poster for it",
        FOLK,
        [
            (
                "generate_image",
                {"prompt": ("a poster for a folk song about a lighthouse keeper, {",)},
            )
        ],
    ),
    (
        "make a cover for the song",
        DEMO,
        [("generate_image", {"prompt": "a cover for the song demo"})],
    ),
    (
        "album art for this",
        TUNE,
        [("generate_image", {"prompt": "album art for calm piano music"})],
    ),
    ("a poster for it", (), [("generate_image", {"prompt": "a poster"})]),
    ("a thumbnail for the video", RUN, [("generate_image", {"prompt": ("a red fox runs",)})]),
]

ANOTHER_THING_ROWS: list[Row] = [
    *(
        (text, FOX, [("generate_image", {"prompt": prompt})])
        for text, prompt in (
            ("same scene but a wolf", "a wolf in the snow at dusk"),
            ("again, a bear this time", "a bear in the snow at dusk"),
            ("again but with a wolf instead of the fox", "a wolf in the snow at dusk"),
            ("the same but a blue one", "a blue fox in the snow at dusk"),
            ("same scene but with a wolf", "a red fox in the snow at dusk, with a wolf"),
            ("another", "a red fox in the snow at dusk"),
        )
    ),
    ("same clip but a wolf", RUN, [("generate_video", {"prompt": "a wolf runs through snow"})]),
]

ONE_ROWS: list[Row] = [
    *(
        (text, (), [("generate_image", {"prompt": prompt})])
        for text, prompt in (
            ("My grandma loves lighthouses. Can you draw one for her?", "a lighthouse"),
            ("my sister just got a puppy, could you paint one for her?", "a puppy"),
        )
    ),
    ("draw one for her", (), "ask"),
    (
        "can you paint one for my son?",
        FOX,
        [("generate_image", {"prompt": "a red fox in the snow at dusk"})],
    ),
]

TONGUE_ROWS: list[Row] = [
    *(
        (text, (), [("generate_image", {"prompt": prompt})])
        for text, prompt in (
            ("mach ein Bild von einem Eichhörnchen im Wald", "einem Eichhörnchen im Wald"),
            ("dibuja un castillo en la montaña con niebla", "a castle in the mountain with fog"),
            ("dibuja un murciélago en la montaña", "un murciélago en la montaña"),
            ("Ich möchte ein Bild von einem alten Schloss im Regen", "an old castle in rain"),
            ("une image d'un écureuil sous la pluie", "un écureuil sous la pluie"),
            ("une image d'un chat sous la pluie", "a cat under the rain"),
            ("Kannst du mir ein Bild von einem Drachen zeichnen?", "a dragon"),
        )
    ),
    (
        "vier Varianten von einem Eichhörnchen",
        (),
        [("generate_image", {"prompt": ("einem Eichhörnchen, {",), "numberOfVariations": 4})],
    ),
    ("mach den Fuchs blau", FOX, [("edit_image", {"prompt": "make the fox blue"})]),
    ("mach ein Bild", (), "ask"),
]
