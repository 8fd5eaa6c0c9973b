"""Wishes about pictures: made, changed, cut out, enlarged, turned."""

from __future__ import annotations

from tests.studio.director.unseen.form import (
    Call,
    Exchange,
    Setting,
    Utterance,
    call,
    calls,
    edits,
    holds,
    image,
    sent,
)

MARKET = "a spice market in Marrakesh, late afternoon"
MARKET_MADE = Setting(
    (image(0, MARKET, 1080, 1350),),
    earlier=Exchange(
        "a spice market in Marrakesh, late afternoon, 1080x1350",
        "generate_image",
        {"prompt": MARKET, "width": 1080, "height": 1350},
        (0,),
        "The market is open.",
    ),
)

PERFUME = "a perfume bottle among roses, {front|side|top|low} view"
PERFUME_MADE = Setting(
    tuple(image(index, "a perfume bottle among roses") for index in range(4)),
    earlier=Exchange(
        "perfume bottle among roses, four options",
        "generate_image",
        {"prompt": PERFUME, "numberOfVariations": 4},
        (0, 1, 2, 3),
        "Here are four to choose from.",
    ),
)

UPRIGHT = ("9:16", "9:19", "9:20", "1:2", "2:3", "3:4")

MADE: tuple[Utterance, ...] = (
    Utterance(
        "several versions",
        "gimme 3 diffrent takes on a viking cat warior",
        calls(
            Call(
                "generate_image",
                {"numberOfVariations": 3},
                words=("viking", "cat"),
                varied=True,
            )
        ),
    ),
    Utterance(
        "an upright shape, said by its use",
        "wallpaper for my phone: northern lights over a tiny fishing village",
        calls(
            *(
                Call("generate_image", words=("northern light|aurora", "village"), shape=shape)
                for shape in UPRIGHT
            )
        ),
    ),
    Utterance(
        "a banner in exact pixels",
        "Good morning. For our website header I'd need terraced tea fields in the mist, "
        "photorealistic if possible, 1920 by 640 pixels.",
        calls(Call("generate_image", words=("tea", "mist|fog"), size=(1920, 640))),
    ),
    Utterance(
        "a drawing with something to leave out",
        "I want picture of old fisherman with pipe, like charcoal drawing. "
        "But please not any letters inside",
        calls(call("generate_image", {}, "fisherman", "charcoal")),
    ),
    Utterance(
        "the same again with other weather",
        "same again but in heavy rain",
        calls(
            Call("generate_image", words=("market", "rain"), size=(1080, 1350)),
            *edits(0, "rain", sole=True),
        ),
        MARKET_MADE,
    ),
)

CHANGED: tuple[Utterance, ...] = (
    Utterance(
        "the third of four",
        "hmm the third one is close! swap the roses for lavender tho",
        calls(*edits(2, "lavender")),
        PERFUME_MADE,
    ),
    Utterance(
        "one picture told by what it shows",
        "can you make the hat in the cowboy portrait green",
        calls(*edits(0, "hat", "green")),
        holds(
            image(0, "portrait of a weathered cowboy, studio light"),
            image(1, "a harbour with sailing boats"),
            image(2, "a plate of spaghetti with basil"),
        ),
    ),
    Utterance(
        "an old photo to mend",
        "this is my grandmother in 1948. it's full of scratches and has gone very pale, "
        "is there anything you can do to rescue it?",
        calls(*edits(-1, sole=True)),
        sent(image(-1, "scan_0031.jpg", 1400, 1900)),
    ),
    Utterance(
        "a style",
        "turn our doggo into a ghibli character",
        calls(*edits(-1, "ghibli", sole=True)),
        sent(image(-1, "IMG_2290.jpeg", 3024, 4032)),
    ),
    Utterance(
        "two photos into one",
        "put the lady from the first photo in front of the castle in the second one please",
        calls(
            *(
                call("edit_image", {"sourceImageIndex": index}, "castle", may_omit=omit)
                for index, omit in ((-1, "sourceImageIndex"), (-2, ""))
            )
        ),
        sent(image(-1, "anna.jpg", 1200, 1600), image(-2, "bodiam.jpg", 1600, 1067)),
    ),
    Utterance(
        "another side of it",
        "nice mug. how does it look from the left?",
        calls(
            call("change_angle", {"sourceImageIndex": 0}, "left", may_omit="sourceImageIndex"),
        ),
        Setting(
            (image(0, "a blue enamel mug on a camping table"),),
            earlier=Exchange(
                "blue enamel mug on a camping table",
                "generate_image",
                {"prompt": "a blue enamel mug on a camping table"},
                (0,),
                "There is your mug.",
            ),
        ),
    ),
)

CUT_AND_ENLARGED: tuple[Utterance, ...] = (
    Utterance(
        "the background of the second upload",
        "background off the second photo pls, i need a transparent png",
        calls(call("remove_background", {"sourceImageIndex": -2})),
        sent(image(-1, "chair_front.jpg", 2000, 2000), image(-2, "chair_back.jpg", 2000, 2000)),
    ),
    Utterance(
        "a mask of one thing",
        "I only need a mask of the umbrella in this picture",
        calls(
            call(
                "segment_image",
                {"sourceImageIndex": -1},
                "umbrella",
                may_omit="sourceImageIndex",
            )
        ),
        sent(image(-1, "rainy_street.png", 1600, 1200)),
    ),
    Utterance(
        "one picture in 4K",
        "blow up image 1 to 4k, dont change anything else about it",
        calls(
            call("upscale_image", {"sourceImageIndex": 1, "targetLongestEdge": 3840}),
            call("upscale_image", {"sourceImageIndex": 1, "targetLongestEdge": 4096}),
            call("upscale_image", {"sourceImageIndex": 1, "scale": 4}),
        ),
        holds(
            image(0, "a stained glass window with a phoenix"),
            image(1, "a stained glass window with a heron"),
            image(2, "a stained glass window with an owl"),
        ),
    ),
)

IMAGES = (*MADE, *CHANGED, *CUT_AND_ENLARGED)
