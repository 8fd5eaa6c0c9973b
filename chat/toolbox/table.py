"""The tools of this product: one entry each. Names, types and bounds come from the SDK's manifest by machine;
the words are ours. Adding a tool is adding an entry.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jsonschema import Draft202012Validator

from chat.gateway.sogni import tool_manifest

# what people call the models
MODEL_NAMES = {
    "z_image_turbo_bf16": "Z-Image Turbo",
    "ltx25-22b-int8_i2v_distilled": "LTX 2.5",
    "ltx25-22b-int8_ia2v_distilled": "LTX 2.5",
    "ltx25-22b-int8_a2v_distilled": "LTX 2.5",
}

SHAPE = (
    "Like 16:9, 9:16, 1:1 or exact pixels like 1080x1920, when a shape was asked for; "
    "else it is that of the picture it starts from."
)
RESOLUTION = "Shorter side in pixels, when only a resolution was asked for: 720p is 720."
INDEX = "Index in this conversation: 0, 1, 2 … are results, −1, −2 … are uploads."


@dataclass(frozen=True)
class Tool:
    """`parameters`: argument → our description. `media`: index argument → kind of medium it points at.

    `needs`: the kind of medium without which the tool is not offered. `model_id`: what it runs on.
    """

    name: str
    kind: str
    description: str
    parameters: Mapping[str, str]
    media: Mapping[str, str]
    required: tuple[str, ...]
    model_id: str
    needs: str = ""

    @functools.cached_property
    def schema(self) -> dict[str, Any]:
        """JSON schema of the arguments, types and bounds as in the manifest."""
        known = tool_manifest()[self.name]["properties"]
        properties = {
            name: {**_bounds(known[name]), "description": words}
            for name, words in self.parameters.items()
        }
        for name in self.media:
            properties[name]["type"] = "integer"
        return {
            "type": "object",
            "properties": properties,
            "required": list(self.required),
            "additionalProperties": False,
        }

    @functools.cached_property
    def validator(self) -> Draft202012Validator:
        """Of arguments by this schema, which is itself checked once: that takes longer than any arguments."""
        Draft202012Validator.check_schema(self.schema)
        return Draft202012Validator(self.schema)


def _bounds(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key != "description"}


TOOLS: dict[str, Tool] = {
    tool.name: tool
    for tool in (
        Tool(
            name="generate_image",
            kind="image",
            description=(
                "Make one or more pictures from words. Several versions are one call with "
                "numberOfVariations and a prompt that varies by branches: a {red|blue|green} door."
            ),
            parameters={
                "prompt": "What the picture shows, in plain words. {a|b|c} varies it per version.",
                "numberOfVariations": "How many pictures; 1 unless more were asked for.",
                "width": "Width in pixels, when a size was asked for.",
                "height": "Height in pixels, when a size was asked for.",
                "aspectRatio": SHAPE,
                "negativePrompt": "What must not appear.",
                "seed": "The same seed gives the same picture.",
                "sourceImageIndex": f"A picture to start from. {INDEX}",
            },
            media={"sourceImageIndex": "image"},
            required=("prompt",),
            model_id="z_image_turbo_bf16",
        ),
        Tool(
            name="animate_photo",
            kind="video",
            description="Bring a picture to life as a short film.",
            parameters={
                "prompt": "What moves and how the camera moves.",
                "sourceImageIndex": f"The picture to animate. {INDEX}",
                "endImageIndex": f"A picture the film ends on. {INDEX}",
                "duration": "Seconds, 2 to 20; 5 unless asked for.",
                "aspectRatio": SHAPE,
                "targetResolution": RESOLUTION,
                "negativePrompt": "What must not appear.",
            },
            media={"sourceImageIndex": "image", "endImageIndex": "image"},
            required=("prompt", "sourceImageIndex"),
            model_id="ltx25-22b-int8_i2v_distilled",
        ),
        Tool(
            name="sound_to_video",
            kind="video",
            description=(
                "Make a film to a sound: it moves and cuts with the music, which stays as the soundtrack. "
                "Up to 30 seconds; without audioStart the strongest part is used."
            ),
            parameters={
                "prompt": "What the film shows.",
                "audioSourceIndex": f"The song or sound. {INDEX}",
                "sourceImageIndex": f"A picture that sets the look. {INDEX}",
                "audioStart": "Second of the song to start at, when one was asked for.",
                "duration": "Seconds, 2 to 30; as long as the song or 30 unless asked for.",
                "aspectRatio": SHAPE,
                "targetResolution": RESOLUTION,
                "negativePrompt": "What must not appear.",
            },
            media={"audioSourceIndex": "audio", "sourceImageIndex": "image"},
            required=("prompt", "audioSourceIndex"),
            model_id="ltx25-22b-int8_ia2v_distilled",
            needs="audio",
        ),
    )
}
