"""What the film tools are asked to show."""

from typing import Any

from studio.gallery.exhibit import Exhibit, exhibits

_SMALL: dict[str, Any] = {"aspectRatio": "640x360", "seed": 7}
_SCENES = {
    "film-coast": "a lighthouse on a rocky coast, a sailing boat passes, waves, gulls, sunset; slow push in",
    "film-city": "a city at night in heavy rain, camera pans right",
    "film-fox": "a fox in a snowy forest, snow falls, camera orbits",
    "film-planet": "a ringed planet among stars, camera pulls back",
}
_MOVES = {
    "photo-zoom": "the waves roll in, slow zoom in",
    "photo-pan": "camera pans left to right, clouds drift",
    "photo-rain": "it starts to rain",
}
_MODES: dict[str, dict[str, Any]] = {
    "mode-style": {
        "controlMode": "seedance-v2v",
        "duration": 4,
        "prompt": "as a watercolor painting",
    },
    "mode-canny": {"controlMode": "canny", "duration": 3, "prompt": "neon night"},
    "mode-depth": {"controlMode": "depth", "duration": 3, "prompt": "a misty dream in violet"},
    "mode-detailer": {"controlMode": "detailer", "duration": 3, "prompt": "crisp detail"},
    "mode-outpaint": {
        "controlMode": "outpaint",
        "duration": 3,
        "outpaintAspectRatio": "21:9",
        "prompt": "wider",
    },
}

FILMS = (
    *exhibits(
        "generate_video",
        "",
        {name: {"prompt": prompt} for name, prompt in _SCENES.items()},
        duration=4,
        **_SMALL,
    ),
    Exhibit(
        "film-large", "generate_video",
        {"prompt": "a balloon rises over green hills", "duration": 2, "aspectRatio": "960x540", "seed": 7},
    ),
    *exhibits(
        "animate_photo",
        "photo",
        {name: {"prompt": prompt} for name, prompt in _MOVES.items()},
        duration=3,
        **_SMALL,
    ),
    Exhibit(
        "photo-to-photo", "animate_photo",
        {"prompt": "morning becomes evening", "frameRole": "both", "sourceImageIndex": -1, "endImageIndex": -2,
         "duration": 3, **_SMALL},
        ("photo", "edit-night"),
    ),
    Exhibit(
        "photo-still", "animate_photo",
        {"prompt": "leaves drift by, static camera", "duration": 3, "aspectRatio": "768x512", "seed": 7}, ("fox",)
    ),
    Exhibit(
        "photo-fan", "animate_photo",
        {"prompt": "gentle motion", "sourceImageIndices": [-1, -2], "duration": 2, **_SMALL}, ("woman", "fox"),
    ),
    Exhibit(
        "song-film", "sound_to_video",
        {"prompt": "flowing ribbons of light move with the music", "duration": 6, **_SMALL}, ("song",),
    ),
    Exhibit(
        "song-photo", "sound_to_video",
        {"prompt": "the coast pulses with the music", "duration": 5, "audioStart": 8, "sourceImageIndex": 0,
         **_SMALL}, ("song", "photo"),
    ),
    *exhibits("video_to_video", "clip", _MODES, targetResolution=360, seed=7),
    Exhibit(
        "mode-pose", "video_to_video",
        {"controlMode": "pose", "prompt": "a dancer of light", "duration": 3, "targetResolution": 360, "seed": 7},
        ("dance-person", "woman"),
    ),
    Exhibit(
        "mode-move", "video_to_video",
        {"controlMode": "animate-move", "prompt": "she moves", "duration": 3, "targetResolution": 360, "seed": 7},
        ("clip", "woman"),
    ),
    Exhibit(
        "mode-replace", "video_to_video",
        {"controlMode": "animate-replace", "prompt": "a robot", "duration": 3, "targetResolution": 360, "seed": 7},
        ("film-fox", "robot"),
    ),
    Exhibit(
        "mode-inpaint", "video_to_video",
        {"controlMode": "inpaint", "prompt": "nothing there", "maskImageIndex": 0, "duration": 3,
         "targetResolution": 360, "seed": 7},
        ("photo-still", "cut-mask"),
    ),
    Exhibit("film-upscaled", "upscale_video", {"targetResolution": 1080}, ("film-large",)),
    Exhibit(
        "stitched", "stitch_video",
        {"videoIndices": [-1, -2, -3], "transition": {"type": "dissolve", "duration": 0.5}},
        ("film-coast", "film-city", "film-planet"),
    ),
    Exhibit(
        "stitched-song", "stitch_video",
        {"videoIndices": [-1, -2], "audioIndex": -1}, ("clip", "film-fox", "song"),
    ),
    Exhibit("extended", "extend_video", {"duration": 3, "prompt": "night falls", "seed": 7}, ("clip",)),
    Exhibit(
        "replaced", "replace_video_segment",
        {"startSeconds": 1.5, "endSeconds": 3.5, "prompt": "a storm over the mountains", "seed": 7}, ("clip",),
    ),
    Exhibit("orbit", "orbit_video", {"prompt": "a vase and a ball", "seed": 7}, ("still-life",)),
    Exhibit("dance", "dance_montage", {"dance": "rasputin", "duration": 8, "seed": 7}, ("fox",)),
    Exhibit("dance-person", "dance_montage",
            {"dance": "spongebob", "duration": 8, "imagePrompt": "a robot", "seed": 7}),
    Exhibit(
        "overlaid", "overlay_video",
        {"overlays": [
            {"kind": "text", "position": "bottom-center", "text": "The coast, 6 pm", "fontSizePct": 8,
             "backgroundColor": "rgba(0,0,0,0.5)"},
            {"kind": "image", "position": "top-left", "widthPct": 22},
        ]},
        ("clip", "cut-fox"),
    ),
    Exhibit(
        "subtitled", "add_subtitles",
        {"cues": [
            {"startSeconds": 0.2, "endSeconds": 1.9, "text": "The lamp is lit each evening,"},
            {"startSeconds": 2.0, "endSeconds": 3.9, "text": "whether or not anyone sails by."},
        ]},
        ("clip",),
    ),
)  # fmt: skip
