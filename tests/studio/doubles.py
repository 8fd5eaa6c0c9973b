"""A studio whose tools are small: pictures of 64 pixels, films of half a second.

Run as `python -m tests.studio.doubles`. What is tested with it is the machinery around the tools: planning, the line,
money, indices, runs. The renders are real.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from studio.__main__ import main
from studio.renderers.api import RenderRequest
from studio.tools import registry
from studio.tools.api import Arguments, Media, MediaTool, TextTool, Tool, Work

INTEGER, TEXT = {"type": "integer"}, {"type": "string"}
SIDE = 64


def picture(arguments: Arguments, media: Media) -> Work:
    """Pictures, or a picture from another."""
    inputs = {}
    if "sourceImageIndex" in arguments:
        inputs["startingImage"] = media.at("image", arguments["sourceImageIndex"]).path
    if "source_image_url" in arguments:
        inputs["startingImage"] = media.by_url(arguments["source_image_url"]).path
    workflow = "i2i" if inputs else "t2i"
    renders = tuple(
        RenderRequest(
            kind="image",
            workflow=workflow,
            model_id="z_image_turbo_bf16",
            prompt=arguments["prompt"],
            seed=n + 1,
            width=SIDE,
            height=SIDE,
            variation=n,
            inputs=inputs,
        )
        for n in range(arguments.get("numberOfVariations", 1))
    )
    return Work("image", "z_image_turbo_bf16", renders, Decimal("1"))


def film(arguments: Arguments, media: Media) -> Work:
    """A picture in motion."""
    source = media.at("image", arguments.get("sourceImageIndex", 0))
    model = "ltx25-22b-int8_i2v_distilled"
    request = RenderRequest(
        "video", "i2v", model, arguments["prompt"], 1, SIDE, SIDE, fps=12, duration_s=0.5,
        inputs={"referenceImage": source.path}, options={"frames": 6},
    )  # fmt: skip
    return Work("video", model, (request,), Decimal("3"))


def prompt(arguments: Arguments) -> dict[str, Any]:
    """More words."""
    return {"prompt": f"{arguments['prompt']}, in detail"}


DOUBLES: Mapping[str, Tool] = {
    "generate_image": MediaTool(
        "generate_image",
        {
            "prompt": TEXT,
            "numberOfVariations": {"type": "integer", "minimum": 1, "maximum": 16},
            "sourceImageIndex": INTEGER,
            "source_image_url": TEXT,
        },
        ("prompt",),
        picture,
    ),
    "animate_photo": MediaTool(
        "animate_photo",
        {"prompt": TEXT, "sourceImageIndex": INTEGER, "duration": {"type": "number"}},
        ("prompt",),
        film,
    ),
    "enhance_prompt": TextTool(
        "enhance_prompt",
        {"prompt": TEXT, "target_output": TEXT, "destination_model": TEXT},
        ("prompt", "target_output", "destination_model"),
        prompt,
    ),
}

if __name__ == "__main__":
    registry.TOOLS.clear()
    registry.TOOLS.update(DOUBLES)
    main()
