"""Tools that answer in text."""

from typing import Any

from studio.tools.api import TextTool
from studio.tools.writing.instrumental import compose_instrumental
from studio.tools.writing.lyrics import compose_lyrics
from studio.tools.writing.prompts import enhance_prompt
from studio.tools.writing.scripts import SCRIPT_TYPES, compose_script
from studio.tools.writing.templates import compose_workflow_template
from studio.tools.writing.workflows import compose_workflow

Fragment = dict[str, Any]
_RATIOS = ["1:1", "4:3", "3:4", "16:9", "9:16", "21:9"]


def _text(description: str, **more: Any) -> Fragment:
    return {"type": "string", "description": description, **more}


def _seconds(least: int, most: int) -> Fragment:
    return {
        "type": "number",
        "minimum": least,
        "maximum": most,
        "description": "How long it lasts.",
    }


_SCENES: Fragment = {
    "type": "integer",
    "minimum": 1,
    "maximum": 12,
    "description": "How many scenes.",
}
_PROMPT: dict[str, Fragment] = {
    "prompt": _text("The idea, or the prompt to better."),
    "target_output": _text(
        "What it is for; without it the model decides, as the official examples expect.",
        enum=["image_prompt", "video_prompt", "edit_prompt", "model_prompt"],
    ),
    "destination_model": _text("The model it is for, by id or short name."),
    "destination_tool": _text("The tool it is for."),
    "style_prompt": _text("A style to go along with."),
    "prompt_mode": _text(
        "How much may change.",
        enum=["auto", "preserve", "expand", "compress", "validate", "payload"],
    ),
    "duration_seconds": _seconds(1, 300),
    "aspect_ratio": _text("Such as 16:9."),
    "assets": {
        "type": "array",
        "maxItems": 50,
        "items": {"type": "object"},
        "description": "Media the prompt may speak of.",
    },
    "constraints": {"type": "object", "description": "What must stay."},
}
_LYRICS: dict[str, Fragment] = {
    "prompt": _text("What the song is about."),
    "language": _text("The language of the words."),
    "music_prompt": _text("The kind of music."),
    "duration_seconds": _seconds(10, 600),
}
_INSTRUMENTAL = {name: _LYRICS[name] for name in ("prompt", "music_prompt", "duration_seconds")}
_SCRIPT: dict[str, Fragment] = {
    "brief": _text("What it is about."),
    "script_type": _text(f"{', '.join(SCRIPT_TYPES)}; another word is taken as told."),
    "destination_model": _text("The model that will film it."),
    "destination_tool": _text("The tool that will film it."),
    "duration_seconds": _seconds(1, 300),
    "scene_count": _SCENES,
    "aspect_ratio": _text("Such as 9:16."),
    "platform": _text("Where it will be seen."),
    "style": _text("How it should look and sound."),
    "first_frame_description": _text("What the first frame shows."),
    "return_format": _text("How it is written.", enum=["script", "markdown", "json"]),
}
_WORKFLOW: dict[str, Fragment] = {
    "brief": _text("What the workflow should make."),
    "scene_count": _SCENES,
    "duration_seconds": _seconds(1, 120),
    "aspect_ratio": _text("The shape of the pictures.", enum=_RATIOS),
    "style": _text("How it should look."),
    "destination_models": {
        "type": "object",
        "properties": {kind: {"type": "string"} for kind in ("image", "video", "music")},
        "description": "Preferred models.",
    },
    "max_estimated_capacity_units": {
        "type": "integer",
        "minimum": 1,
        "description": "The most it may cost.",
    },
    "include_audio": {"type": "boolean", "description": "With music."},
    "return_format": _text("Only json.", enum=["json"]),
}
_TEMPLATE: dict[str, Fragment] = {
    **_WORKFLOW,
    "name": _text("The template's name.", minLength=1, maxLength=200),
    "description": _text("What it is for."),
    "category": _text(
        "Its shelf.",
        enum=[
            "portrait",
            "video-social",
            "makeover",
            "cinematic",
            "music",
            "analysis",
            "custom",
            "other",
        ],
    ),
    "visibility": _text("Who sees it.", enum=["private", "public"]),
    "inputs": {
        "type": "array",
        "maxItems": 16,
        "description": "What is asked each time.",
        "items": {
            "type": "object",
            "required": ["name", "type"],
            "properties": {
                "name": {"type": "string", "pattern": "^[A-Za-z0-9_]{1,64}$"},
                "type": {
                    "enum": ["image", "audio", "video", "text", "number", "select", "boolean"]
                },
            },
        },
    },
    "existing_template": {"type": "object", "description": "A template to change instead."},
}

TOOLS: tuple[TextTool, ...] = (
    TextTool("enhance_prompt", _PROMPT, ("prompt", "destination_model"), enhance_prompt),
    TextTool("compose_lyrics", _LYRICS, ("prompt",), compose_lyrics),
    TextTool("compose_instrumental", _INSTRUMENTAL, ("prompt",), compose_instrumental),
    TextTool("compose_script", _SCRIPT, ("brief",), compose_script),
    TextTool("compose_workflow", _WORKFLOW, ("brief",), compose_workflow),
    TextTool("compose_workflow_template", _TEMPLATE, ("brief", "name"), compose_workflow_template),
)
