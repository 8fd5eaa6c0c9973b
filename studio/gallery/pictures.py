"""What the picture tools are asked to show."""

from studio.gallery.exhibit import Exhibit, exhibits

_SEED = 7
_SCENES = {
    "coast": "a lighthouse on a rocky coast, waves and a sailing boat, bright day",
    "woman": "portrait of a woman with red hair and a green scarf",
    "mountains": "snowy mountains behind a lake at sunset",
    "rainy-city": "a city street at night in the rain, neon signs",
    "misty-forest": "a pine forest in morning fog",
    "desert": "sand dunes in the desert under a blazing sun",
    "cabin": "a wooden cabin in deep snow under the northern lights",
    "fox": "a red fox in an autumn forest",
    "cat": "a ginger cat on a meadow",
    "horse": "a white horse on a hill at dawn",
    "owl": "an owl under the full moon",
    "whale": "a whale in the deep blue sea",
    "flower": "a pink dahlia flower, close",
    "balloon": "a hot air balloon over green hills",
    "car": "a red car on a desert highway",
    "robot": "a friendly robot in a white studio",
    "still-life": "a blue ceramic vase and an orange ball, product shot",
    "planet": "a ringed planet in a violet nebula",
    "bridge": "a long bridge over a river in the evening",
    "bauhaus": "a bauhaus pattern in red, yellow and blue",
    "ribbons": "flowing silk ribbons in teal and gold",
    "poster": "a travel poster of the mountains titled “High Tatra”",
    "aquarelle": "a village by a lake in spring, watercolor",
    "pixels": "a castle of robots at sunset, pixel art",
}
_EDITS = {
    "edit-night": "make it night",
    "edit-sunset": "change the time of day to sunset",
    "edit-winter": "turn it into winter with snow",
    "edit-rain": "make it rain",
    "edit-fog": "add fog",
    "edit-sky": "replace the sky with a starry sky",
    "edit-text": "write “Cape Ann” at the top",
    "edit-grade": "warmer, brighter and more contrast",
    "edit-mono": "make it black and white",
    "edit-crop": "crop it to a square",
    "edit-mirror": "mirror it",
    "edit-birds": "add birds in the sky",
    "edit-frame": "add a white frame",
}
_STYLES = {
    "watercolor": "watercolor painting", "oil": "oil painting with thick brushstrokes",
    "impressionist": "impressionist painting like Monet", "ink": "sumi ink", "pencil": "pencil sketch",
    "coloured-pencil": "coloured pencils", "charcoal": "charcoal drawing", "line-art": "line art",
    "cel": "anime", "comic": "comic book", "pop-art": "pop art like Warhol", "halftone": "newspaper halftone",
    "screen-print": "screen print", "linocut": "linocut", "neon": "neon glow", "synthwave": "synthwave",
    "pixel": "pixel art", "mosaic": "mosaic", "stained-glass": "stained glass", "low-poly": "low poly",
    "retro": "retro seventies", "vintage": "vintage photograph", "noir": "film noir", "infrared": "infrared film",
}  # fmt: skip
_SUBJECT_STYLES = {
    "fox-oil": "oil painting", "fox-linocut": "linocut", "fox-low-poly": "low poly",
    "fox-stained-glass": "stained glass",
}  # fmt: skip

PICTURES = (
    *exhibits(
        "generate_image",
        "",
        {name: {"prompt": prompt} for name, prompt in _SCENES.items()},
        seed=_SEED,
        width=768,
        height=512,
    ),
    Exhibit(
        "variations",
        "generate_image",
        {"prompt": "a {fox|cat|horse|dog} at {dawn|noon|sunset|night}", "numberOfVariations": 4,
         "seed": _SEED, "width": 512, "height": 512},
    ),
    *exhibits(
        "edit_image",
        "photo",
        {name: {"prompt": prompt} for name, prompt in _EDITS.items()},
        seed=_SEED,
    ),
    Exhibit("edit-colour", "edit_image", {"prompt": "make the car blue", "seed": _SEED}, ("car",)),
    Exhibit("edit-hair", "edit_image", {"prompt": "make her hair black", "seed": _SEED}, ("woman",)),
    Exhibit("edit-backdrop", "edit_image", {"prompt": "put it on a beach", "seed": _SEED}, ("fox",)),
    Exhibit("edit-remove", "edit_image", {"prompt": "remove the boat", "seed": _SEED}, ("photo",)),
    Exhibit(
        "edit-together", "edit_image",
        {"prompt": "put the fox of the second picture into the first", "seed": _SEED}, ("mountains", "fox"),
    ),
    *exhibits("apply_style", "photo", {f"style-{name}": {"prompt": said} for name, said in _STYLES.items()}),
    *exhibits("apply_style", "fox", {f"style-{name}": {"prompt": said} for name, said in _SUBJECT_STYLES.items()}),
    Exhibit("style-portrait", "apply_style", {"prompt": "oil painting"}, ("woman",)),
    *exhibits(
        "restore_photo",
        "worn",
        {
            "restored": {"prompt": "restore this old photo", "quality": "hq"},
            "restored-fast": {"prompt": "remove the scratches", "quality": "fast"},
        },
    ),
    *exhibits(
        "refine_result",
        "photo",
        {"refined": {"prompt": "sharper, more detail"}, "refined-soft": {"prompt": "softer light, calmer colours"}},
    ),
    *exhibits(
        "change_angle",
        "still-life",
        {
            "angle-right": {"description": "front-right quarter view eye-level shot medium shot"},
            "angle-left": {"description": "left side view eye-level shot medium shot"},
            "angle-high": {"description": "front view high-angle shot wide shot"},
        },
    ),
    Exhibit(
        "angle-coast", "change_angle",
        {"description": "front-left quarter view elevated shot close-up"}, ("photo",),
    ),
    Exhibit("cut-fox", "remove_background", {}, ("fox",)),
    Exhibit("cut-woman", "remove_background", {}, ("woman",)),
    Exhibit("cut-robot", "remove_background", {}, ("robot",)),
    Exhibit("cut-mask", "remove_background", {"applyMask": False}, ("fox",)),
    Exhibit("segment-words", "segment_image", {"text": "the red car", "applyMask": True}, ("car",)),
    Exhibit("segment-sky", "segment_image", {"text": "the sky", "applyMask": True}, ("photo",)),
    Exhibit(
        "segment-point", "segment_image",
        {"points": [{"x": 0.5, "y": 0.5, "label": "positive"}], "applyMask": True}, ("still-life",),
    ),
    Exhibit(
        "segment-box", "segment_image",
        {"boxes": [{"x0": 0.25, "y0": 0.15, "x1": 0.75, "y1": 0.95}]}, ("robot",),
    ),
    Exhibit("upscaled", "upscale_image", {"scale": 2}, ("photo",)),
    Exhibit("upscaled-edge", "upscale_image", {"targetLongestEdge": 1920}, ("woman",)),
    Exhibit("mesh", "image_to_3d", {"meshTargetFaces": 20000, "textureSize": 1024}, ("still-life",)),
    Exhibit("mesh-robot", "image_to_3d", {"meshTargetFaces": 20000, "textureSize": 1024}, ("robot",)),
)  # fmt: skip
