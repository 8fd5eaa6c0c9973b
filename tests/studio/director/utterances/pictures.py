"""Pictures from words, and pictures changed."""

from tests.studio.director.utterances.media import PHOTO, PICTURES, Row

PICTURE_ROWS: list[Row] = [
    ("a lighthouse at night", (), [("generate_image", {"prompt": "a lighthouse at night"})]),
    (
        "please draw me a horse in the rain",
        (),
        [("generate_image", {"prompt": "a horse in the rain"})],
    ),
    (
        "could you paint a quiet harbour for tiktok?",
        (),
        [("generate_image", {"aspectRatio": "9:16", "prompt": "a quiet harbour"})],
    ),
    (
        "a mountain lake 1080x1920",
        (),
        [("generate_image", {"width": 1080, "height": 1920, "prompt": "a mountain lake"})],
    ),
    (
        "i want a square picture of a teapot",
        (),
        [("generate_image", {"aspectRatio": "1:1", "prompt": "a teapot"})],
    ),
    (
        "make a 16:9 image of a desert road",
        (),
        [("generate_image", {"aspectRatio": "16:9", "prompt": "a desert road"})],
    ),
    (
        "a knight in portrait format",
        (),
        [("generate_image", {"aspectRatio": "9:16", "prompt": "a knight"})],
    ),
    (
        "a portrait of an old sailor",
        (),
        [("generate_image", {"prompt": "a portrait of an old sailor", "aspectRatio": None})],
    ),
    (
        "four versions of a lighthouse poster",
        (),
        [
            (
                "generate_image",
                {"numberOfVariations": 4, "prompt": ("lighthouse poster", "{", "|", "}")},
            )
        ],
    ),
    (
        "Make four versions of a lighthouse on a rocky coast: dawn, noon, dusk and storm",
        (),
        [("generate_image", {"numberOfVariations": 4, "prompt": ("{dawn|noon|dusk|storm}",)})],
    ),
    (
        "give me a couple of pictures of a sleeping cat",
        (),
        [("generate_image", {"numberOfVariations": 2, "prompt": ("a sleeping cat",)})],
    ),
    (
        "genrate three pitcures of a red bicycle",
        (),
        [("generate_image", {"numberOfVariations": 3, "prompt": ("a red bicycle",)})],
    ),
    (
        "again but at night",
        PICTURES,
        [("generate_image", {"prompt": "a fox in the snow, at night"})],
    ),
    (
        "the red car picture again but in the rain",
        PICTURES,
        [("generate_image", {"prompt": ("a red car", "rain")})],
    ),
    ("another one", PICTURES, [("generate_image", {"prompt": "a fox in the snow"})]),
    (
        "Make image 0 again in 9:16",
        PICTURES,
        [("generate_image", {"prompt": "a lighthouse at dawn", "aspectRatio": "9:16"})],
    ),
    ("surprise me", (), [("generate_image", {})]),
    (
        "a cat and a dog on a sofa",
        (),
        [("generate_image", {"prompt": "a cat and a dog on a sofa"})],
    ),
]

EDIT_ROWS: list[Row] = [
    (
        "make the sky in image 1 darker",
        PICTURES,
        [("edit_image", {"sourceImageIndex": 1, "prompt": ("sky", "darker")})],
    ),
    (
        "put a hat on the fox",
        PICTURES,
        [("edit_image", {"sourceImageIndex": 2, "prompt": ("hat",)})],
    ),
    (
        "change the background to a beach\n\nAttached: image -1",
        PHOTO,
        [("edit_image", {"sourceImageIndex": -1, "prompt": ("background", "beach")})],
    ),
    ("now in winter", PICTURES, [("edit_image", {"sourceImageIndex": 2, "prompt": ("winter",)})]),
    (
        "remove the person on the left from my photo",
        PHOTO,
        [("edit_image", {"sourceImageIndex": -1, "prompt": ("person",)})],
    ),
    (
        "three versions of the first one with different hats",
        PICTURES,
        [("generate_image", {"numberOfVariations": 3, "sourceImageIndex": 0})],
    ),
    (
        "turn the second one into a watercolour",
        PICTURES,
        [("apply_style", {"sourceImageIndex": 1, "prompt": ("watercolour",)})],
    ),
    (
        "make image 0 look like an oil painting",
        PICTURES,
        [("apply_style", {"sourceImageIndex": 0, "prompt": ("oil painting",)})],
    ),
    (
        "in the style of van gogh please, the fox one",
        PICTURES,
        [("apply_style", {"sourceImageIndex": 2, "prompt": ("van gogh",)})],
    ),
    (
        "restore this old photo\n\nAttached: image -1",
        PHOTO,
        [("restore_photo", {"prompt": ("estore",)})],
    ),
    ("fix the scratches on my faded family picture", PHOTO, [("restore_photo", {})]),
    ("colorize the photo", PHOTO, [("restore_photo", {"prompt": ("natural colour",)})]),
    (
        "touch up the last image, sharper details please",
        PICTURES,
        [("refine_result", {"sourceImageIndex": 2})],
    ),
    ("improve the quality of image 1", PICTURES, [("refine_result", {"sourceImageIndex": 1})]),
    (
        "show image 2 from behind",
        PICTURES,
        [
            (
                "change_angle",
                {"sourceImageIndex": 2, "description": "back view eye-level shot medium shot"},
            )
        ],
    ),
    (
        "can i see the lighthouse from above, close up",
        PICTURES,
        [
            (
                "change_angle",
                {"sourceImageIndex": 0, "description": "front view high-angle shot close-up"},
            )
        ],
    ),
    (
        "a low angle view of it from the left",
        PICTURES,
        [("change_angle", {"description": "left side view low-angle shot medium shot"})],
    ),
    (
        "upscale the second one to 4k",
        PICTURES,
        [("upscale_image", {"sourceImageIndex": 1, "targetLongestEdge": 3840})],
    ),
    (
        "make image 0 three times bigger",
        PICTURES,
        [("upscale_image", {"sourceImageIndex": 0, "scale": 3})],
    ),
    ("enlarge me.jpg", PICTURES + PHOTO, [("upscale_image", {"sourceImageIndex": -1})]),
    (
        "remove the background of image 0",
        PICTURES,
        [("remove_background", {"sourceImageIndex": 0})],
    ),
    (
        "can you make the backgroud transparent\n\nAttached: image -1",
        PHOTO,
        [("remove_background", {"sourceImageIndex": -1})],
    ),
    (
        "cut out the car in image 1",
        PICTURES,
        [("segment_image", {"sourceImageIndex": 1, "text": "car", "applyMask": True})],
    ),
    (
        "give me a mask of the fox",
        PICTURES,
        [("segment_image", {"sourceImageIndex": 2, "text": ("fox",)})],
    ),
    (
        "segment all the windows in the lighthouse picture",
        PICTURES,
        [("segment_image", {"sourceImageIndex": 0, "text": "windows"})],
    ),
    ("turn image 1 into a 3d model", PICTURES, [("image_to_3d", {"sourceImageIndex": 1})]),
    (
        "i need a glb of the lighthouse with 50k faces",
        PICTURES,
        [("image_to_3d", {"sourceImageIndex": 0, "meshTargetFaces": 50000})],
    ),
]
