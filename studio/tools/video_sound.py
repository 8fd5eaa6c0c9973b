"""The tool that makes a film of a song, or of any sound."""

from studio.tools import video_fields as fields
from studio.tools.api import Arguments, Media, MediaTool, Piece, ToolRefusal, Work
from studio.tools.seeds import versions
from studio.tools.video_models import SEEDANCE, VideoModel, video_model
from studio.tools.video_requests import COMMON, RATIO, request, work
from studio.tools.video_sizes import film_size
from studio.tools.video_sources import chosen, ends, uploaded


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
    _check_pictures(model, first, last)
    if model.family == "minimax-h3" and arguments.get("generateAudio") is False:
        raise ToolRefusal("MiniMax H3 always keeps the sound it is given: leave generateAudio out.")
    # Without a start the renderer chooses the strongest part, as for a project of the socket.
    start = None if arguments.get("audioStart") is None else float(arguments["audioStart"])
    if song.duration_s is not None and (start or 0) >= song.duration_s:
        raise ToolRefusal(
            f"The sound lasts {song.duration_s:.1f} seconds; audioStart is beyond its end."
        )
    seconds = model.length(arguments.get("duration"))
    if song.duration_s is not None:
        seconds = min(seconds, song.duration_s - (start or 0))
    inputs = {"referenceAudio": song.path, **ends(first, last)}
    size = film_size(arguments, first or last, model)
    # Any model keeps the song it was given, also those that make no sound of their own.
    sounds = arguments.get("generateAudio") is not False
    renders = [
        request(
            arguments, workflow, model, str(arguments["prompt"]), size, seconds, inputs, seed=seed,
            variation=number, sounds=sounds, audio_start_s=start,
        )
        for seed, number in versions(arguments)
    ]  # fmt: skip
    return work(model, renders, seconds)


def _check_pictures(model: VideoModel, first: Piece | None, last: Piece | None) -> None:
    """What a model opens with and ends on, as the service has it."""
    if "_flfa2v" in model.id and last is None:
        raise ToolRefusal("This model needs a last picture too: give endImageIndex.")
    needs = model.family in SEEDANCE or any(one in model.id for one in ("_s2v", "_flfa2v"))
    if first is None and (needs or (model.family == "minimax-h3" and "_ia2v" in model.id)):
        raise ToolRefusal("This model needs a picture: give sourceImageIndex.")
    if model.family == "minimax-h3" and "_a2v" in model.id and (first or last):
        raise ToolRefusal("This model takes the sound alone: leave the pictures out.")


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
            "description": "Where in the sound it begins, in seconds; without it, where the sound is strongest.",
        },
        "duration": fields.number(2, 30, "Seconds, usually 5."),
        "ratio": RATIO,
        **COMMON,
    },
    ("prompt",),
    _plan_sound,
)
TOOLS = (SOUND_TO_VIDEO,)
