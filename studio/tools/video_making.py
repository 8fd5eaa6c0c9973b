"""Tools that make new films from words and from photos."""

from pathlib import Path

from studio.tools import video_fields as fields
from studio.tools.api import Arguments, Media, MediaTool, Piece, ToolRefusal, Work
from studio.tools.seeds import count_of, versions
from studio.tools.video_models import VideoModel, check_references, video_model
from studio.tools.video_requests import COMMON, RATIO, request, work
from studio.tools.video_sizes import film_size
from studio.tools.video_sources import chosen, ends, newest


def _plan_generate(arguments: Arguments, media: Media) -> Work:
    model = video_model(arguments.get("videoModel"), "t2v", arguments.get("duration"))
    seconds = model.length(arguments.get("duration"))
    inputs: dict[str, Path] = {}
    pictures = [chosen(media, "image", one) for one in arguments.get("referenceImageIndices") or ()]
    films = [chosen(media, "video", one) for one in arguments.get("referenceVideoIndices") or ()]
    songs = [chosen(media, "audio", one) for one in arguments.get("referenceAudioIndices") or ()]
    check_references(model, len(pictures), len(films), len(songs))
    _check_ways(model, seen=bool(pictures or films), heard=bool(songs))
    inputs |= {f"contextImage{number}": piece.path for number, piece in enumerate(pictures, 1)}
    inputs |= {f"video{number}": piece.path for number, piece in enumerate(films, 1)}
    if songs:
        inputs["referenceAudio"] = songs[0].path
    visual = [*pictures, *films]
    size = film_size(arguments, visual[0] if visual else None, model)
    prompt = str(arguments["prompt"])
    renders = [
        request(arguments, "t2v", model, prompt, size, seconds, inputs, seed=seed, variation=number)
        for seed, number in versions(arguments)
    ]
    return work(model, renders, seconds)


def _check_ways(model: VideoModel, *, seen: bool, heard: bool) -> None:
    """Models that refer to media need something to see; MiniMax H3's others refer to none."""
    refers = "_r2v" in model.id or model.id in ("happyhorse-1.1-i2v", "happyhorse-1.1-r2v")
    if refers and not seen:
        what = "a picture or a video" if model.limits.references.films else "a picture"
        raise ToolRefusal(f"{model.id} needs {what} to refer to.")
    if model.limits.h3 and not refers and (seen or heard):
        raise ToolRefusal(
            "MiniMax H3 refers to media in its r2v models only, such as minimax-h3-r2v."
        )


GENERATE_VIDEO = MediaTool(
    "generate_video",
    {
        "prompt": fields.text("What is seen and heard: subject, place, light, motion, camera."),
        "duration": fields.number(2, 30, "Seconds, usually 5."),
        "ratio": RATIO,
        "referenceImageIndices": fields.any_indices("Pictures it should show."),
        "referenceVideoIndices": fields.any_indices("Videos it should take pictures from."),
        "referenceAudioIndices": fields.any_indices("Sound to be heard in it."),
        "width": fields.number(64, 4096, "Exact width in pixels."),
        "height": fields.number(64, 4096, "Exact height in pixels."),
        **COMMON,
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
    _check_frames(model, pairs)
    prompts = [str(one) for one in arguments.get("prompts") or ()]
    if prompts and len(prompts) != len(pairs):
        raise ToolRefusal("prompts and sourceImageIndices must be of the same length.")
    fan_out = bool(arguments.get("sourceImageIndices"))
    if fan_out and count_of(arguments) not in (1, len(pairs)):
        raise ToolRefusal(
            "numberOfVariations does not go with sourceImageIndices: one clip is made of each. "
            "Name a picture twice for two clips of it."
        )
    renders = []
    for place, (first, last) in enumerate(pairs):
        size = film_size(arguments, first or last, model)
        takes = versions(arguments, place + 1)[place:] if fan_out else versions(arguments)
        for seed, number in takes:
            renders.append(
                request(
                    arguments, "i2v", model, prompts[place] if prompts else prompt, size, seconds, ends(first, last),
                    seed=seed, variation=number,
                )
            )  # fmt: skip
    return work(model, renders, seconds)


def _check_frames(model: VideoModel, pairs: list[tuple[Piece | None, Piece | None]]) -> None:
    """First and last frames go together, or not at all, in some models."""
    if "_flf2v" in model.id and any(first is None or last is None for first, last in pairs):
        raise ToolRefusal(
            "This model needs a last picture too: frameRole both, with endImageIndex."
        )
    opens = model.family == "happyhorse" or (model.limits.h3 and "_flf2v" not in model.id)
    if opens and any(first is None or last is not None for first, last in pairs):
        raise ToolRefusal(
            f"{model.id} opens with its picture: leave frameRole and the end picture out."
        )


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
        "ratio": RATIO,
        **COMMON,
    },
    ("prompt",),
    _plan_animate,
)
TOOLS = (GENERATE_VIDEO, ANIMATE_PHOTO)
