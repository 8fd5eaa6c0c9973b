"""Tools that make new films: from words, from photos, from a song."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from studio.prices import video_price
from studio.renderers.api import RenderRequest
from studio.tools import video_fields as fields
from studio.tools.api import Arguments, Media, MediaTool, Piece, ToolRefusal, Work
from studio.tools.video_models import VideoModel, output_format, video_model, with_sound
from studio.tools.video_sizes import film_size
from studio.tools.video_sources import chosen, newest, uploaded

_COMMON: dict[str, Mapping[str, Any]] = {
    "negativePrompt": fields.NEGATIVE,
    "videoModel": fields.MODEL,
    "generateAudio": fields.SOUND,
    "targetResolution": fields.RESOLUTION,
    "numberOfVariations": fields.VARIATIONS,
    "aspectRatio": fields.SHAPE,
    "outputFormat": fields.FORMAT,
    "returnLastFrame": fields.LAST_FRAME,
    "skipPromptProcessing": fields.LITERAL,
    "expandPrompt": fields.LITERAL,
    "seed": fields.SEED,
}
_RATIO = fields.choice(["adaptive", "16:9", "4:3", "1:1", "3:4", "9:16"], "Shape of the picture.")


def _request(
    arguments: Arguments,
    workflow: str,
    model: VideoModel,
    prompt: str,
    size: tuple[int, int],
    seconds: float | None,
    inputs: Mapping[str, Path],
    *,
    seed: int,
    variation: int,
    sounds: bool | None = None,
    **more: Any,
) -> RenderRequest:
    options = {
        "sized": True,
        "generateAudio": with_sound(arguments, model) if sounds is None else sounds,
        "returnLastFrame": bool(arguments.get("returnLastFrame")),
    }
    return RenderRequest(
        kind="video",
        workflow=workflow,
        model_id=model.id,
        prompt=prompt,
        seed=seed,
        width=size[0],
        height=size[1],
        variation=variation,
        negative_prompt=str(arguments.get("negativePrompt") or ""),
        duration_s=seconds,
        fps=model.fps,
        output_format=output_format(arguments, model),
        inputs=inputs,
        options=options,
        **more,
    )


def _versions(arguments: Arguments) -> list[tuple[int, int]]:
    """Seed and number of each version."""
    first = fields.first_seed(arguments)
    return [(first + number, number) for number in range(fields.count_of(arguments))]


def _work(model: VideoModel, renders: list[RenderRequest], seconds: float) -> Work:
    price = video_price(renders[0].width, renders[0].height, seconds)
    return Work("video", model.id, tuple(renders), price, {"duration_s": seconds, "fps": model.fps})


def _plan_generate(arguments: Arguments, media: Media) -> Work:
    model = video_model(arguments.get("videoModel"), "t2v", arguments.get("duration"))
    seconds = model.length(arguments.get("duration"))
    inputs: dict[str, Path] = {}
    pictures = [chosen(media, "image", one) for one in arguments.get("referenceImageIndices") or ()]
    films = [chosen(media, "video", one) for one in arguments.get("referenceVideoIndices") or ()]
    songs = [chosen(media, "audio", one) for one in arguments.get("referenceAudioIndices") or ()]
    if songs and not (pictures or films) and model.family == "minimax-h3":
        raise ToolRefusal("Reference audio needs a picture or a video beside it.")
    inputs |= {f"contextImage{number}": piece.path for number, piece in enumerate(pictures, 1)}
    inputs |= {f"video{number}": piece.path for number, piece in enumerate(films, 1)}
    if songs:
        inputs["referenceAudio"] = songs[0].path
    visual = [*pictures, *films]
    size = film_size(arguments, visual[0] if visual else None)
    prompt = str(arguments["prompt"])
    renders = [
        _request(
            arguments, "t2v", model, prompt, size, seconds, inputs, seed=seed, variation=number
        )
        for seed, number in _versions(arguments)
    ]
    return _work(model, renders, seconds)


GENERATE_VIDEO = MediaTool(
    "generate_video",
    {
        "prompt": fields.text("What is seen and heard: subject, place, light, motion, camera."),
        "duration": fields.number(2, 30, "Seconds, usually 5."),
        "ratio": _RATIO,
        "referenceImageIndices": fields.indices("Pictures it should show."),
        "referenceVideoIndices": fields.indices("Videos it should take pictures from.", most=10),
        "referenceAudioIndices": fields.indices("Sound to be heard in it.", most=10),
        "width": fields.number(64, 4096, "Exact width in pixels."),
        "height": fields.number(64, 4096, "Exact height in pixels."),
        **_COMMON,
    },
    ("prompt",),
    _plan_generate,
)


def _plan_animate(arguments: Arguments, media: Media) -> Work:
    role = str(arguments.get("frameRole") or "start")
    model = video_model(arguments.get("videoModel"), "i2v", arguments.get("duration"))
    seconds = model.length(arguments.get("duration"))
    prompt = str(arguments["prompt"])
    pairs = _pairs(arguments, media, role)
    prompts = [str(one) for one in arguments.get("prompts") or ()]
    if prompts and len(prompts) != len(pairs):
        raise ToolRefusal("prompts and sourceImageIndices must be of the same length.")
    fan_out = bool(arguments.get("sourceImageIndices"))
    renders = []
    for place, (first, last) in enumerate(pairs):
        source = first or last
        inputs = {}
        if first is not None:
            inputs["referenceImage"] = first.path
        if last is not None:
            inputs["referenceImageEnd"] = last.path
        versions = _versions(arguments)[:1] if fan_out else _versions(arguments)
        for seed, number in versions:
            renders.append(
                _request(
                    arguments, "i2v", model, prompts[place] if prompts else prompt,
                    film_size(arguments, source), seconds, inputs, seed=seed + place,
                    variation=place if fan_out else number,
                )
            )  # fmt: skip
    return _work(model, renders, seconds)


def _pairs(
    arguments: Arguments, media: Media, role: str
) -> list[tuple[Piece | None, Piece | None]]:
    """First and last picture of each clip."""
    needed = "There is no picture yet to animate."
    many = arguments.get("sourceImageIndices")
    ends = arguments.get("endImageIndices")
    end_index = arguments.get("endImageIndex")
    if ends and (role != "both" or len(ends) != len(many or ())):
        raise ToolRefusal("endImageIndices needs frameRole both and as many sourceImageIndices.")
    if many:
        sources = [chosen(media, "image", one) for one in many]
    elif arguments.get("sourceImageIndex") is not None:
        sources = [chosen(media, "image", arguments["sourceImageIndex"])]
    elif role == "both" and media.made("image"):
        sources = [media.made("image")[0]]
    else:
        sources = [newest(media, "image", needed)]
    if role == "end":
        return [(None, source) for source in sources]
    if ends:
        lasts: list[Piece | None] = [chosen(media, "image", one) for one in ends]
    elif end_index is not None:
        lasts = [chosen(media, "image", end_index)] * len(sources)
    elif role == "both":
        # Without an end named, a pair of results is first and last; a picture alone comes back to itself.
        single = not many and arguments.get("sourceImageIndex") is None
        lasts = [
            media.made("image")[-1] if single and media.made("image") else one for one in sources
        ]
    else:
        lasts = [None] * len(sources)
    return list(zip(sources, lasts, strict=True))


ANIMATE_PHOTO = MediaTool(
    "animate_photo",
    {
        "prompt": fields.text("What happens from stillness on: motion, camera, weather, sound."),
        "duration": fields.number(2, 30, "Seconds, usually 5."),
        "sourceImageIndex": fields.index(
            "The picture: 0, 1 … results, -1, -2 … uploads. Usually the newest."
        ),
        "sourceImageIndices": fields.indices("Several pictures; one clip is made of each."),
        "prompts": {
            "type": "array",
            "items": {"type": "string"},
            "minItems": 1,
            "maxItems": 16,
            "description": "A prompt for each of sourceImageIndices.",
        },
        "frameRole": fields.choice(
            ["start", "end", "both"], "Whether the picture opens or ends the clip, or both."
        ),
        "endImageIndex": fields.index("The picture the clip ends on."),
        "endImageIndices": fields.indices("The picture each clip ends on; frameRole both."),
        "voicePersonaName": fields.text("Whose voice is meant. There are no voices here."),
        "ratio": _RATIO,
        **_COMMON,
    },
    ("prompt",),
    _plan_animate,
)


def _plan_sound(arguments: Arguments, media: Media) -> Work:
    song = _song(arguments, media)
    first = _optional(arguments, media, "sourceImageIndex")
    last = None
    if arguments.get("endImageIndex") is not None:
        last = chosen(media, "image", arguments["endImageIndex"])
    workflow = "ia2v" if first or last else "a2v"
    name = str(arguments.get("videoModel") or "")
    family = "s2v" if "s2v" in name else workflow
    model = video_model(name, family, arguments.get("duration"))
    if family == "s2v" and first is None:
        raise ToolRefusal("This model needs a picture: give sourceImageIndex.")
    start = float(arguments.get("audioStart") or 0.0)
    if song.duration_s is not None and start >= song.duration_s:
        raise ToolRefusal(
            f"The sound lasts {song.duration_s:.1f} seconds; audioStart is beyond its end."
        )
    seconds = model.length(arguments.get("duration"))
    if song.duration_s is not None:
        seconds = min(seconds, song.duration_s - start)
    inputs = {"referenceAudio": song.path}
    if first is not None:
        inputs["referenceImage"] = first.path
    if last is not None:
        inputs["referenceImageEnd"] = last.path
    size = film_size(arguments, first or last)
    # Any model keeps the song it was given, also those that make no sound of their own.
    sounds = arguments.get("generateAudio") is not False
    renders = [
        _request(
            arguments, workflow, model, str(arguments["prompt"]), size, seconds, inputs, seed=seed,
            variation=number, sounds=sounds, audio_start_s=start,
        )
        for seed, number in _versions(arguments)
    ]  # fmt: skip
    return _work(model, renders, seconds)


def _song(arguments: Arguments, media: Media) -> Piece:
    index = arguments.get("audioSourceIndex")
    if index is not None:
        return uploaded(media, "audio", index)
    made, given = media.made("audio"), media.given("audio")
    if not made and not given:
        raise ToolRefusal("There is no song or sound yet to make a video of.", "ASSET_NOT_FOUND")
    return made[-1] if made else given[0]


def _optional(arguments: Arguments, media: Media, name: str) -> Piece | None:
    index = arguments.get(name)
    return None if index is None else uploaded(media, "image", index)


SOUND_TO_VIDEO = MediaTool(
    "sound_to_video",
    {
        "prompt": fields.text("What is seen to the sound."),
        "audioSourceIndex": fields.index(
            "The uploaded sound, counted from 0. Usually the newest generated one."
        ),
        "sourceImageIndex": fields.index("The uploaded picture it opens with, counted from 0."),
        "endImageIndex": fields.index("The picture it ends on: 0, 1 … results, -1, -2 … uploads."),
        "audioStart": {
            "type": "number",
            "minimum": 0,
            "description": "Where in the sound it begins, in seconds.",
        },
        "duration": fields.number(2, 30, "Seconds, usually 5."),
        "ratio": _RATIO,
        **_COMMON,
    },
    ("prompt",),
    _plan_sound,
)
TOOLS = (GENERATE_VIDEO, ANIMATE_PHOTO, SOUND_TO_VIDEO)
