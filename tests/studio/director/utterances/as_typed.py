"""As people type it: slips, short forms, much politeness, and several wishes in one breath."""

from tests.studio.director.utterances.media import Row

FOX = ('image 0: generated, 1024x1024, prompt "a red fox in the snow at dusk"',)
TWO = (*FOX, 'image 1: generated, 1024x1024, prompt "a wooden cabin by a frozen lake"')
DOG = ('image -1: uploaded "bruno.jpg", 1600x1200',)
CLIP = ('video 0: generated, 832x480, 5.0 s, prompt "a red fox runs through snow"',)
CLIPS = (*CLIP, 'video 1: generated, 832x480, 5.0 s, prompt "a cabin with smoke"')
WEDDING = ('video -1: uploaded "wedding.mp4", 1920x1080, 42.0 s',)
FOLK = ('audio 0: generated, 60.0 s, prompt "a slow folk song about winter"',)
DEMO = ('audio -1: uploaded "demo_v3.mp3", 184.0 s',)

SLIP_ROWS: list[Row] = [
    ("can u maek the fox blue", FOX, [("edit_image", {"prompt": "make the fox blue"})]),
    (
        "pic of an old man fishing w his dog plsss",
        (),
        [("generate_image", {"prompt": "an old man fishing with his dog"})],
    ),
    ("sog about my cat luna, 1 min", (), [("generate_music", {"duration": 60})]),
    ("yo gimme a logo for my band", (), [("generate_image", {"prompt": "a logo for my band"})]),
    ("wider", FOX, [("change_angle", {"sourceImageIndex": 0})]),
    ("a file for my son", (), [("generate_image", {"prompt": "a file for my son"})]),
]

POLITE_ROWS: list[Row] = [
    (
        "Hello! I was wondering whether you might be able to create a gentle lullaby for my newborn daughter?",
        (),
        [("generate_music", {"prompt": "gentle lullaby for my newborn daughter"})],
    ),
    (
        "Good evening, could I please have a picture of a lighthouse? Many thanks!",
        (),
        [("generate_image", {"prompt": "a lighthouse"})],
    ),
    (
        "Sorry to bother you again, but the fox looks a bit sad. Could he smile?",
        FOX,
        [("animate_photo", {"sourceImageIndex": 0, "prompt": "he smiles"})],
    ),
    (
        "is there a way to get rid of the noise in this photo?\n\nAttached: image -1",
        DOG,
        [("restore_photo", {"prompt": ("Restore the photo: remove scratches, noise",)})],
    ),
]

BREATH_ROWS: list[Row] = [
    (
        "draw a knight, then make him ride a horse, then animate it",
        (),
        [("generate_image", {}), ("edit_image", {}), ("animate_photo", {"sourceImageIndex": 1})],
    ),
    (
        "cut bruno out and put him on a beach",
        DOG,
        [("remove_background", {"sourceImageIndex": -1}), ("edit_image", {"sourceImageIndex": 0})],
    ),
    (
        "join both clips with a fade and add my song",
        CLIPS + DEMO,
        [("stitch_video", {"videoIndices": [0, 1], "audioIndex": -1})],
    ),
    (
        "make a picture of a pirate ship and a song to go with it",
        (),
        [
            ("generate_image", {"prompt": "a pirate ship"}),
            ("generate_music", {"prompt": "song for a pirate ship"}),
        ],
    ),
    (
        "make 3 logos for a bakery, pick the best, and put it on a tote bag",
        (),
        [
            ("generate_image", {"prompt": ("a logo for a bakery, {",), "numberOfVariations": 3}),
            ("edit_image", {}),
        ],
    ),
    (
        "a sunrise over mountains, 10 second video, with piano music",
        (),
        [("generate_video", {"prompt": "a sunrise over mountains, with piano music"})],
    ),
    (
        "go back to the first one and give it a blue sky",
        TWO,
        [("edit_image", {"sourceImageIndex": 0})],
    ),
    (
        "turn image 0 into a watercolour and do the same with the cabin",
        TWO,
        [("apply_style", {"sourceImageIndex": 0}), ("apply_style", {"sourceImageIndex": 1})],
    ),
]

BESIDE_ROWS: list[Row] = [
    ("with music", CLIP, [("generate_music", {}), ("stitch_video", {"videoIndices": [0]})]),
    (
        "animate the cabin, smoke should rise",
        TWO,
        [("animate_photo", {"prompt": "smoke should rise"})],
    ),
    ("that's too fast, slow it down", CLIP, [("generate_video", {"duration": 8})]),
    (
        "use the last frame of the clip and continue from there",
        CLIP,
        [("extend_video", {"prompt": "a red fox runs through snow"})],
    ),
    (
        "show the cabin in the style of the fox picture",
        TWO,
        [("apply_style", {"sourceImageIndex": 1})],
    ),
    (
        "put the date 24 June 2026 in the bottom right corner of the wedding video",
        WEDDING,
        [("overlay_video", {"overlays": [{"text": "24 June 2026", "position": "bottom-right"}]})],
    ),
    (
        'make my dog talk and say "feed me now"',
        DOG,
        [("animate_photo", {"sourceImageIndex": -1, "prompt": ("feed me now",)})],
    ),
    (
        "here's my demo, i want something dark and moody in a forest\n\nAttached: audio -1",
        DEMO,
        [("generate_image", {"prompt": ("dark and moody in a forest",)}), ("sound_to_video", {})],
    ),
    (
        "a music video for the folk song, only the second half",
        FOLK,
        [("generate_image", {}), ("sound_to_video", {"audioStart": 30, "duration": 30})],
    ),
]

AGAIN_ROWS: list[Row] = [
    ("nvm make it a cat", FOX, [("edit_image", {"prompt": "make it a cat"})]),
    ("whats the size of that pic", FOX, "talk"),
    ("put a santa hat on bruno", DOG, [("edit_image", {"sourceImageIndex": -1})]),
    ("bruno as an astronaut", DOG, [("edit_image", {"sourceImageIndex": -1})]),
    (
        "turn those into a slideshow with the song",
        TWO + FOLK,
        [
            ("animate_photo", {"sourceImageIndices": [0, 1], "prompt": ("push in",)}),
            ("stitch_video", {"videoIndices": [0, 1], "audioIndex": 0}),
        ],
    ),
    ("3 more like this", FOX, [("generate_image", {"prompt": ("at dusk, {",)})]),
    (
        "make the clip vertical for tiktok",
        CLIP,
        [("video_to_video", {"controlMode": "outpaint", "outpaintAspectRatio": "9:16"})],
    ),
    ("slow mo please", CLIP, [("generate_video", {"prompt": ("fox runs",), "duration": 8})]),
    (
        "put 'THE END' over the last 2 seconds",
        CLIP,
        [("overlay_video", {"overlays": [{"text": "THE END", "startSeconds": 3.0}]})],
    ),
    ("end it with a fade to black", CLIP, "cannot"),
    (
        "replace the music with something sad",
        CLIP,
        [("generate_music", {"prompt": "sad music"}), ("stitch_video", {"videoIndices": [0]})],
    ),
    ("write me a haiku about autumn", (), "talk"),
    (
        "logo for 'Blue Fern', transparent background",
        (),
        [("generate_image", {"prompt": ("Blue Fern",)}), ("remove_background", {})],
    ),
    (
        "my wedding video is 42 seconds, make it a bit brighter",
        WEDDING,
        [("video_to_video", {"prompt": "make it a bit brighter", "duration": None})],
    ),
    (
        "I'd love to see what our cabin would look like in summer",
        (),
        [("generate_image", {"prompt": "our cabin in summer"})],
    ),
    ("one more but closer", FOX, [("generate_image", {"prompt": ("dusk, closer",)})]),
    (
        "I don't like the snow, can it be autumn instead?",
        FOX,
        [("edit_image", {"prompt": "have it be autumn instead"})],
    ),
    (
        "blend the two together",
        TWO,
        [("edit_image", {"sourceImageIndex": 0, "prompt": ("blend", "a wooden cabin")})],
    ),
    ("5 icons for a weather app", (), [("generate_image", {"prompt": ("an icon for",)})]),
    ("upscale to 1080", CLIP, [("upscale_video", {"targetResolution": 1080})]),
    (
        "a trailer for my podcast about bees, 15s",
        (),
        [("generate_video", {"prompt": "trailer for my podcast about bees", "duration": 15})],
    ),
    ("can we hear it with drums", FOLK, [("generate_music", {"prompt": ("winter, with drums",)})]),
    ("say hello in french", (), [("generate_speech", {"prompt": "hello", "language": "french"})]),
    (
        "draw a map of an island, then a pirate on it",
        (),
        [("generate_image", {}), ("edit_image", {"sourceImageIndex": 0})],
    ),
    (
        "same pose, different background",
        FOX,
        [("edit_image", {"prompt": "same pose, different background"})],
    ),
    (
        "give me 2 alternatives",
        FOX,
        [("generate_image", {"prompt": ("at dusk, {",), "numberOfVariations": 2})],
    ),
    ("its eyes should be green", FOX, [("edit_image", {"prompt": "make its eyes green"})]),
    (
        "something calm with piano",
        (),
        [("generate_music", {"prompt": "something calm with piano"})],
    ),
    (
        "use this voice to say good night\n\nAttached: audio -1",
        ('audio -1: uploaded "voice.mp3", 12.0 s',),
        [("generate_speech", {"prompt": "good night", "model": "clone", "voiceSourceIndex": -1})],
    ),
    (
        "ein lustiges Bild von meinem Hund\n\nAttached: image -1",
        DOG,
        [("edit_image", {"prompt": "ein lustiges Bild von meinem Hund"})],
    ),
]

MENDED_ROWS: list[Row] = [
    ("make it dance", CLIP, "ask"),
    (
        "a dog that waits for them",
        FOX,
        [("generate_image", {"prompt": "a dog that waits for them"})],
    ),
    ("animate a dragon", (), [("generate_video", {"prompt": "a dragon"})]),
    ('animate him with a wink, say "hi"', DOG, [("animate_photo", {"prompt": ("a wink", "hi")})]),
    ("draw it with seed 42", FOX, [("generate_image", {"prompt": ("a red fox",), "seed": 42})]),
    ("mask the tree in the horse picture", TWO, [("segment_image", {"text": "tree"})]),
    ("put me in a space suit", DOG, [("edit_image", {"sourceImageIndex": -1})]),
    (
        "I love it! draw one with a hat",
        FOX,
        [("generate_image", {"prompt": ("a red fox", "with a hat")})],
    ),
    (
        "image 0 is the front, image 1 is the back, make a 3d model",
        TWO,
        [("image_to_3d", {"sourceImageIndex": 0, "backViewImageIndex": 1})],
    ),
    (
        "a 3d model of image 0, left view: image 1",
        TWO,
        [("image_to_3d", {"sourceImageIndex": 0, "leftViewImageIndex": 1})],
    ),
]
