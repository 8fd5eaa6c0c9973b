"""What the tools that make new films have in common: their arguments, their requests, their price."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from studio.accounts.prices import video_price
from studio.renderers.api import RenderRequest
from studio.tools import video_fields as fields
from studio.tools.api import Arguments, Work
from studio.tools.video_models import (
    VideoModel,
    check_agreement,
    last_frame,
    output_format,
    with_sound,
)

COMMON: dict[str, Mapping[str, Any]] = {
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
RATIO = fields.choice(["adaptive", "16:9", "4:3", "1:1", "3:4", "9:16"], "Shape of the picture.")


def request(
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
    """One render of a model; `sounds` overrules what the model usually does."""
    options = {
        "sized": True,
        "generateAudio": with_sound(arguments, model) if sounds is None else sounds,
        "returnLastFrame": last_frame(arguments, model),
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


def work(model: VideoModel, renders: list[RenderRequest], seconds: float) -> Work:
    """The renders with the price of each, by its length."""
    check_agreement(model)
    price = video_price(renders[0].width, renders[0].height, seconds)
    return Work("video", model.id, tuple(renders), price, {"duration_s": seconds, "fps": model.fps})
