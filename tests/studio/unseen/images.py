"""Wishes about pictures: made, changed, cut out, enlarged, turned."""

from __future__ import annotations

from tests.studio.unseen.form import (
    Call,
    Exchange,
    Expected,
    Setting,
    Utterance,
    call,
    calls,
    edits,
    holds,
    image,
    sent,
)

GREY = "black and white|black-and-white|monochrome|grayscale|greyscale"

BARN = "a red barn in a wheat field at noon"
FIRST_BARN = Setting(
    (image(0, BARN),),
    earlier=Exchange(
        "paint a red barn in a wheat field at noon",
        "generate_image",
        {"prompt": BARN},
        (0,),
        "Here is your barn in the midday sun.",
    ),
)

KITTENS = holds(
    image(0, "a grey kitten on a windowsill"),
    image(1, "a white kitten on a windowsill"),
    image(2, "a ginger kitten on a windowsill"),
    image(3, "a black kitten on a windowsill"),
)

MADE: tuple[Utterance, ...] = (
    Utterance(
        "image in exact pixels",
        "Hello! Could you please paint me a watercolour of a hedgehog asleep in a teacup, "
        "1536x1024? Thank you so much :)",
        Expected(
            "calls",
            (
                (
                    Call(
                        "generate_image",
                        words=("hedgehog", "teacup|tea cup", "watercolo"),
                        size=(1536, 1024),
                    ),
                ),
            ),
        ),
    ),
    Utterance(
        "image first, film after it",
        "cna u draw a lil paper boat in a puddle n then make it float away as a 5 sec vid, "
        "all of it vertical 9:16",
        calls(Call("generate_image", words=("boat", "puddle"), shape="9:16")),
    ),
    Utterance(
        "five that differ",
        "I need five different takes on a flat, logo-like illustration of a fox. Orange and teal "
        "only. Make them really different from each other.",
        calls(
            Call(
                "generate_image",
                {"numberOfVariations": 5},
                words=("fox", "orange", "teal"),
                varied=True,
            )
        ),
    ),
    Utterance(
        "again, but",
        "again but at dusk, and in 16:9 this time",
        calls(
            Call("generate_image", words=("barn", "dusk"), shape="16:9"),
            *(
                Call(one.tool, one.arguments, one.optional, one.words, "16:9")
                for one in edits(0, "dusk", sole=True)
            ),
        ),
        FIRST_BARN,
    ),
)

CHANGED: tuple[Utterance, ...] = (
    Utterance(
        "ordinal and edit",
        "aww the third one is my fave. can you give it a tiny wizard hat?",
        calls(*edits(2, "hat")),
        KITTENS,
    ),
    Utterance(
        "style of an upload",
        "turn this into a stained glass window",
        calls(*edits(-1, "stained glass|stained-glass", sole=True)),
        sent(image(-1, "garden_path.jpg", 1600, 1200)),
    ),
    Utterance(
        "restoration",
        "this is grandpas old army photo, its all scratched and faded. can u fix it up?",
        calls(
            call("restore_photo", {}),
            call("edit_image", {"sourceImageIndex": -1}, may_omit="sourceImageIndex"),
            call("refine_result", {"sourceImageIndex": -1}, may_omit="sourceImageIndex"),
        ),
        sent(image(-1, "scan_0012.png", 900, 1300)),
    ),
    Utterance(
        "both changed alike",
        "Make both of them black and white please.",
        Expected(
            "calls",
            tuple((one, other) for one in edits(0, GREY) for other in edits(1, GREY)),
        ),
        holds(image(0, "a harbour full of fishing boats"), image(1, "an old lighthouse keeper")),
    ),
    Utterance(
        "another angle",
        "same car but from behind, low camera",
        calls(
            call(
                "change_angle",
                {"sourceImageIndex": 0},
                "back view",
                "low-angle shot",
                may_omit="sourceImageIndex",
            )
        ),
        holds(image(0, "a yellow vintage rally car on a gravel road")),
    ),
)

LIFTED: tuple[Utterance, ...] = (
    Utterance(
        "enlarged to 4K",
        "blow the lighthouse picture up to 4k, don't change anything in it",
        calls(
            call("upscale_image", {"sourceImageIndex": 0, "targetLongestEdge": 3840}),
            call("upscale_image", {"sourceImageIndex": 0, "targetLongestEdge": 4096}),
            call("upscale_image", {"sourceImageIndex": 0, "scale": 4}),
        ),
        holds(image(0, "a lighthouse at dawn"), image(1, "a bowl of cherries on linen")),
    ),
    Utterance(
        "cut-out",
        "just the sneaker, transparent background plz",
        calls(
            call("remove_background", {"sourceImageIndex": -1}, may_omit="sourceImageIndex"),
            call(
                "segment_image",
                {"sourceImageIndex": -1, "applyMask": True},
                "sneaker|shoe",
                may_omit="sourceImageIndex",
            ),
        ),
        sent(image(-1, "IMG_4410.jpg", 1200, 1200)),
    ),
    Utterance(
        "mask of objects",
        "Select all the umbrellas in this photo and give me the mask.",
        calls(
            Call(
                "segment_image",
                {"sourceImageIndex": -1},
                frozenset({"sourceImageIndex"}),
                ("umbrella",),
                absent=frozenset({"applyMask"}),
            )
        ),
        sent(image(-1, "beach.jpg", 1800, 1200)),
    ),
    Utterance(
        "3D from a named picture",
        "I'd like the owl as a 3d model that I can drop into Blender",
        calls(call("image_to_3d", {"sourceImageIndex": 0})),
        holds(image(0, "a ceramic owl figurine, front view"), image(1, "a stack of old books")),
    ),
)

IMAGES: tuple[Utterance, ...] = (*MADE, *CHANGED, *LIFTED)
