"""Tools that make a film over, or larger."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from studio.accounts.prices import upscaling_price, video_price
from studio.renderers.api import RenderRequest
from studio.renderers.films.choices import (
    OUTPAINT_POSITIONS,
    OUTPAINT_RATIOS,
    UPSCALE_RESOLUTIONS,
    UPSCALE_USUAL_FROM,
)
from studio.tools import video_fields as fields
from studio.tools.api import Arguments, Media, MediaTool, Piece, ToolRefusal, Work
from studio.tools.seeds import first_seed, versions
from studio.tools.video_models import (
    SEEDANCE,
    VideoModel,
    check_agreement,
    last_frame,
    output_format,
    video_model,
)
from studio.tools.video_sources import chosen, seconds_of, size_of, uploaded

CONTROLS = (
    "animate-move", "animate-replace", "canny", "pose", "depth", "detailer", "outpaint", "inpaint", "seedance-v2v",
)  # fmt: skip
_MADE_BY = {
    "animate-move": ("wan22", ("wan22",)),
    "animate-replace": ("wan22", ("wan22",)),
    "seedance-v2v": ("seedance2", SEEDANCE),
}
_LTX = ("ltx25", ("ltx25", "ltx23"))
"""The model that usually makes a mode and the families that can; LTX makes those that are not named here."""
_NEEDS_PICTURE = ("animate-move", "animate-replace", "pose")
_SEED_MOST = 2**32 - 1


def _plan_change(arguments: Arguments, media: Media) -> Work:
    mode, model = _mode(arguments)
    check_agreement(model)
    source = _source(arguments, media)
    picture = _picture(arguments, media) if mode in _NEEDS_PICTURE else None
    workflow = _workflow(mode)
    seconds = _length(arguments, source, model, workflow)
    inputs = {"referenceVideo": source.path}
    if picture is not None:
        inputs["referenceImage"] = picture.path
    if mode == "inpaint" and arguments.get("maskImageIndex") is not None:
        inputs["referenceMask"] = uploaded(media, "image", arguments["maskImageIndex"]).path
    width, height = _size(arguments, source, model)
    options = _options(arguments, mode, model)
    options["sized"] = (width, height) != size_of(source)
    renders = tuple(
        RenderRequest(
            kind="video",
            workflow=workflow,
            model_id=model.id,
            prompt=str(arguments.get("prompt") or ""),
            negative_prompt=str(arguments.get("negativePrompt") or ""),
            seed=seed,
            variation=number,
            width=width,
            height=height,
            duration_s=seconds,
            fps=model.fps,
            output_format=output_format(arguments, model),
            inputs=inputs,
            options=options,
        )
        for seed, number in versions(arguments)
    )
    price = video_price(width, height, min(seconds, source.duration_s or seconds))
    return Work("video", model.id, renders, price, {"controlMode": mode})


def _mode(arguments: Arguments) -> tuple[str, VideoModel]:
    """What is done, and by which model; Seedance does one thing only, and is not told which. ToolRefusal where the
    model does something else."""
    named = arguments.get("videoModel")
    mode = str(arguments.get("controlMode") or "")
    if not mode:
        styled = named is not None and video_model(named, "v2v").family in SEEDANCE
        mode = "seedance-v2v" if styled else "animate-move"
    usual, families = _MADE_BY.get(mode, _LTX)
    model = video_model(named or usual, _workflow(mode))
    if model.family not in families:
        raise ToolRefusal(f"{named} does not make controlMode {mode}; {usual} does.")
    return mode, model


def _workflow(mode: str) -> str:
    return mode if mode.startswith("animate-") else "v2v"


def _length(arguments: Arguments, source: Piece, model: VideoModel, workflow: str) -> float:
    """As long as asked for, else as the source, as far as the model goes."""
    wanted = arguments.get("duration")
    if wanted is not None:
        return model.length(wanted)
    usual = 10.0 if workflow != "v2v" else 5.0
    return min(source.duration_s or usual, model.most_s)


def _options(arguments: Arguments, mode: str, model: VideoModel) -> dict[str, Any]:
    return {
        "control": mode if mode not in _MADE_BY else "",
        "outpaintPosition": str(arguments.get("outpaintPosition") or "center"),
        "outpaintAspectRatio": str(arguments.get("outpaintAspectRatio") or ""),
        "generateAudio": arguments.get("generateAudio") is not False,
        "returnLastFrame": last_frame(arguments, model),
    }


def _source(arguments: Arguments, media: Media) -> Piece:
    """The film: uploads counted from 0; without an index the first upload, else the newest result."""
    index = arguments.get("videoSourceIndex")
    if index is not None:
        return uploaded(media, "video", index)
    given, made = media.given("video"), media.made("video")
    if not given and not made:
        raise ToolRefusal("There is no video yet to make over.", "ASSET_NOT_FOUND")
    return given[0] if given else made[-1]


def _picture(arguments: Arguments, media: Media) -> Piece:
    index = arguments.get("sourceImageIndex")
    if index is not None:
        return uploaded(media, "image", index)
    every = (*media.given("image"), *media.made("image"))
    if len(every) == 1:
        return every[0]
    if not every:
        raise ToolRefusal("This needs a picture that the video moves.", "ASSET_NOT_FOUND")
    raise ToolRefusal(
        "There are several pictures; say which with sourceImageIndex.", "USER_INPUT_INCOMPLETE"
    )


def _size(arguments: Arguments, source: Piece, model: VideoModel) -> tuple[int, int]:
    """The source's own; Seedance makes another resolution when it is asked to, and none but its own."""
    width, height = size_of(source)
    if model.family not in SEEDANCE:
        return width, height
    scale = float(arguments.get("targetResolution") or min(width, height)) / min(width, height)
    return model.limits.sizes.nearest(round(width * scale), round(height * scale))


VIDEO_TO_VIDEO = MediaTool(
    "video_to_video",
    {
        "prompt": fields.text("What it should look like afterwards."),
        "videoSourceIndex": fields.index(
            "The uploaded video, counted from 0. Usually the only one."
        ),
        "controlMode": fields.choice(
            CONTROLS,
            "What stays: the motion on a picture (animate-move), the film with another subject "
            "(animate-replace), edges (canny), poses, depth; or what is done: detailer, outpaint, inpaint, "
            "a new style (seedance-v2v).",
        ),
        "sourceImageIndex": fields.index(
            "The uploaded picture that is moved or put in, counted from 0."
        ),
        "maskImageIndex": fields.index(
            "inpaint: the uploaded mask, counted from 0; white is made anew."
        ),
        "outpaintPosition": fields.choice(
            OUTPAINT_POSITIONS, "outpaint: where the original stands in the larger picture."
        ),
        "outpaintAspectRatio": fields.choice(
            OUTPAINT_RATIOS, "outpaint: the shape of the larger picture."
        ),
        "duration": fields.number(2, 30, "Seconds; usually those of the video."),
        "videoModel": fields.MODEL,
        "negativePrompt": fields.NEGATIVE,
        "generateAudio": fields.SOUND,
        "targetResolution": fields.RESOLUTION,
        "numberOfVariations": fields.VARIATIONS,
        "outputFormat": fields.FORMAT,
        "returnLastFrame": fields.LAST_FRAME,
        "skipPromptProcessing": fields.LITERAL,
        "expandPrompt": fields.LITERAL,
        "seed": fields.SEED,
    },
    ("prompt",),
    _plan_change,
)


def _plan_upscale(arguments: Arguments, media: Media) -> Work:
    index = arguments.get("sourceVideoIndex")
    made, given = media.made("video"), media.given("video")
    if index is not None:
        source = chosen(media, "video", index)
    elif made or given:
        source = made[-1] if made else given[-1]
    else:
        raise ToolRefusal("There is no video yet to upscale.", "ASSET_NOT_FOUND")
    width, height = size_of(source)
    short = min(width, height)
    resolution = int(
        arguments.get("targetResolution") or (1440 if short >= UPSCALE_USUAL_FROM else 1080)
    )
    seed = arguments.get("seed")
    seed = 0 if seed is None else first_seed({"seed": seed})
    scale = resolution / short
    size = round(width * scale / 2) * 2, round(height * scale / 2) * 2
    inputs: Mapping[str, Path] = {"referenceVideo": source.path}
    options: dict[str, Any] = {
        "resolution": resolution,
        "detailPreference": str(arguments.get("detailPreference") or "stable"),
        "processingSpeed": str(arguments.get("processingSpeed") or "stable"),
    }
    model_id = "flashvsr_v1.1_tiny_long_bf16"
    render = RenderRequest(
        kind="video",
        workflow="upscale",
        model_id=model_id,
        prompt="",
        seed=seed,
        width=size[0],
        height=size[1],
        inputs=inputs,
        options=options,
    )
    price = upscaling_price(*size, seconds_of(source))
    return Work("video", model_id, (render,), price, {"resolution": resolution})


UPSCALE_VIDEO = MediaTool(
    "upscale_video",
    {
        "sourceVideoIndex": fields.index(
            "The video: 0, 1 … results, -1, -2 … uploads. Usually the newest."
        ),
        "targetResolution": {
            "type": "integer",
            "enum": list(UPSCALE_RESOLUTIONS),
            "description": "Pixels on the shorter side.",
        },
        "detailPreference": fields.choice(["stable", "sharper"], "Calm, or crisper detail."),
        "processingSpeed": fields.choice(["stable", "faster"], "Best, or sooner."),
        "seed": {
            "type": "integer",
            "minimum": -1,
            "maximum": _SEED_MOST,
            "description": "Seed of the finest texture; usually 0, -1 draws one.",
        },
    },
    (),
    _plan_upscale,
)
TOOLS = (VIDEO_TO_VIDEO, UPSCALE_VIDEO)
