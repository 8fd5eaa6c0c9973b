"""Tools that put films together: one after the other, longer, or with a part replaced."""

from decimal import Decimal
from typing import Any

from studio.accounts.prices import editing_price, video_price
from studio.renderers.api import RenderRequest
from studio.renderers.films.choices import MOST_CLIPS, TRANSITIONS
from studio.tools import video_fields as fields
from studio.tools.api import Arguments, Media, MediaTool, Piece, ToolRefusal, Work
from studio.tools.seeds import first_seed
from studio.tools.video_models import (
    SEEDANCE,
    VideoModel,
    check_agreement,
    kept_model,
    video_model,
)
from studio.tools.video_sources import base_video, chosen, seconds_of, size_of

EDITOR = "ffmpeg"
"""The service makes these with ordinary editing, by no model; this stands where a model's id would."""
_GO_ON = ("ltx25", "seedance2", "seedance2-mini", "seedance2-5")
"""What a film may be made longer with; without a name it is the first."""


def _plan_stitch(arguments: Arguments, media: Media) -> Work:
    clips = [chosen(media, "video", one) for one in arguments["videoIndices"]]
    if len(clips) < 2 and arguments.get("audioIndex") is None:
        raise ToolRefusal("Stitching needs at least two videos.")
    inputs = {f"video{number}": clip.path for number, clip in enumerate(clips, 1)}
    if arguments.get("audioIndex") is not None:
        inputs["referenceAudio"] = chosen(media, "audio", arguments["audioIndex"]).path
    change = arguments.get("transition") or {}
    options: dict[str, Any] = {}
    if change:
        wanted = float(change.get("durationSeconds") or change.get("duration") or 0.5)
        options = {"transition": str(change["type"]), "transition_s": min(max(wanted, 0.2), 2.0)}
    width, height = size_of(clips[0])
    seconds = sum(seconds_of(clip) for clip in clips)
    shared = float(options.get("transition_s", 0.0)) * (len(clips) - 1)
    render = RenderRequest(
        "video", "stitch_video", EDITOR, "", 0, width, height, inputs=inputs, options=options
    )
    notes = {"clipCount": len(clips), "duration_s": round(max(seconds - shared, 0.1), 3)}
    return Work("video", EDITOR, (render,), editing_price(seconds), notes, tuple(clips))


STITCH_VIDEO = MediaTool(
    "stitch_video",
    {
        "videoIndices": fields.indices(
            "The videos in their order: 0, 1 … results, -1, -2 … uploads.", most=MOST_CLIPS
        ),
        "audioIndex": fields.index("A track to be heard instead of the clips' own sound."),
        "transition": {
            "type": "object",
            "description": "How one clip gives way to the next; hard cuts without it.",
            "properties": {
                "type": fields.choice(TRANSITIONS, "Kind of transition."),
                "durationSeconds": fields.number(0.2, 2, "Seconds, usually 0.5."),
            },
            "required": ["type"],
        },
    },
    ("videoIndices",),
    _plan_stitch,
)


def _plan_extend(arguments: Arguments, media: Media) -> Work:
    base = base_video(media, arguments, "videoIndex")
    model = kept_model(arguments.get("videoModel"), base, SEEDANCE)
    check_agreement(model)
    seconds = _added_s(arguments, model)
    width, height = size_of(base)
    seed = first_seed(arguments)
    prompt = str(arguments.get("prompt") or "the scene goes on in the same manner")
    renders = tuple(
        RenderRequest(
            "video",
            "extend_video",
            model.id,
            prompt,
            seed,
            width,
            height,
            duration_s=seconds,
            inputs={"video1": base.path},
            options={"output": output},
        )
        for output in ("segment", "whole")
    )
    price = fields.cents(video_price(width, height, seconds) / Decimal(2))
    notes = {"outputs": ["segment", "whole"], "added_s": seconds}
    return Work("video", model.id, renders, price, notes)


def _added_s(arguments: Arguments, model: VideoModel) -> float:
    """How much is added; where the model cannot, ToolRefusal says which models add how much."""
    try:
        return model.length(arguments["duration"])
    except ToolRefusal as refused:
        raise ToolRefusal(f"{refused} As videoModel, {_reaches()}.") from refused


def _reaches() -> str:
    """What each model adds, in words."""
    limits = ((name, video_model(name, "i2v").limits) for name in _GO_ON)
    return ", ".join(f"{name} adds {one.least_s:g} to {one.most_s:g}" for name, one in limits)


EXTEND_VIDEO = MediaTool(
    "extend_video",
    {
        "duration": fields.number(
            2, 30, f"Seconds to add (not the length of the whole); {_reaches()}."
        ),
        "prompt": fields.text("What happens in the added seconds."),
        "videoIndex": fields.index("The video; -1 and nothing are the newest one."),
        "videoModel": fields.MODEL,
        "keepOriginalAudio": {
            "type": "boolean",
            "description": "No effect: the sound is always kept.",
        },
        "skipPromptProcessing": fields.LITERAL,
        "expandPrompt": fields.LITERAL,
        "seed": fields.SEED,
    },
    ("duration",),
    _plan_extend,
)


def _plan_replace(arguments: Arguments, media: Media) -> Work:
    base = base_video(media, arguments, "videoIndex")
    other = None
    if arguments.get("replacementVideoIndex") is not None:
        other = chosen(media, "video", arguments["replacementVideoIndex"])
    prompt = str(arguments.get("prompt") or "")
    if other is None and not prompt.strip():
        raise ToolRefusal(
            "Say with prompt what should be seen instead, or name a video with replacementVideoIndex."
        )
    options = _windows(arguments, inserts=other is not None)
    width, height = size_of(base)
    whole = seconds_of(base)
    start, end = options["start_s"], options["end_s"]
    made = (whole if end < 0 else end) - (start if start >= 0 else max(whole + start, 0))
    model_id = EDITOR if other else _regenerates(arguments, base, made)
    render = RenderRequest(
        "video",
        "replace_video_segment",
        model_id,
        prompt,
        first_seed(arguments),
        width,
        height,
        inputs={"video1": base.path} | ({"video2": other.path} if other else {}),
        options=options,
    )
    price = editing_price(whole) if other else video_price(width, height, min(max(made, 1.0), 30))
    return Work("video", model_id, (render,), price, edited=(base, other) if other else ())


def _regenerates(arguments: Arguments, base: Piece, made_s: float) -> str:
    """The model that makes a window anew. A short one is cut out of a longer clip; ToolRefusal for one too long."""
    model = kept_model(arguments.get("videoModel"), base, (*SEEDANCE, "wan22"))
    check_agreement(model)
    if made_s > model.most_s:
        raise ToolRefusal(
            f"{model.id} makes at most {model.most_s:g} seconds anew; split the window."
        )
    return model.id


def _windows(arguments: Arguments, *, inserts: bool) -> dict[str, Any]:
    """Which seconds are replaced, and which of the other video take their place.

    Where a video is put in (`inserts`), an empty window is the place for it.
    """
    start, end = float(arguments["startSeconds"]), float(arguments["endSeconds"])
    if 0 <= end < start or (start == end and start >= 0 and not inserts):
        raise ToolRefusal("endSeconds must be after startSeconds.")
    begin, stop = arguments.get("replacementStartSeconds"), arguments.get("replacementEndSeconds")
    if begin is not None and stop is not None and stop <= begin:
        raise ToolRefusal("replacementEndSeconds must be after replacementStartSeconds.")
    return {
        "start_s": start,
        "end_s": end,
        "replacement_start_s": begin,
        "replacement_end_s": stop,
        "keepOriginalAudio": bool(arguments.get("keepOriginalAudio")),
    }


REPLACE_VIDEO_SEGMENT = MediaTool(
    "replace_video_segment",
    {
        "startSeconds": fields.number(
            -600, 600, "Where the window begins; negative counts from the end."
        ),
        "endSeconds": fields.number(-600, 600, "Where it ends; negative is the end of the video."),
        "prompt": fields.text("What is seen in the window instead."),
        "videoIndex": fields.index("The video; -1 and nothing are the newest one."),
        "replacementVideoIndex": fields.index("A video to put in as it is."),
        "replacementStartSeconds": {
            "type": "number",
            "minimum": 0,
            "description": "Where its part begins.",
        },
        "replacementEndSeconds": {
            "type": "number",
            "minimum": 0,
            "description": "Where its part ends.",
        },
        "videoModel": fields.MODEL,
        "keepOriginalAudio": {
            "type": "boolean",
            "description": "true leaves the window's own sound.",
        },
        "skipPromptProcessing": fields.LITERAL,
        "expandPrompt": fields.LITERAL,
        "seed": fields.SEED,
    },
    ("startSeconds", "endSeconds"),
    _plan_replace,
)
TOOLS = (STITCH_VIDEO, EXTEND_VIDEO, REPLACE_VIDEO_SEGMENT)
