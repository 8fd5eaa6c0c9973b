"""The templates that come with the studio: public, forked but never changed."""

from typing import Any

from studio.workflows.plan import INPUT

Row = dict[str, Any]


def _input(name: str, kind: str, description: str, **more: Any) -> Row:
    return {
        "name": name,
        "type": kind,
        "required": more.pop("required", False),
        "multiple": False,
        "description": description,
        **more,
    }


def _from_input(name: str, argument: str, transform: str, **more: Any) -> Row:
    return {
        "sourceStepId": INPUT,
        "sourceArtifactId": name,
        "targetArgument": argument,
        "transform": transform,
        **more,
    }


def _from_stage(stage: str, argument: str, transform: str) -> Row:
    return {"sourceStepId": stage, "targetArgument": argument, "transform": transform}


def _template(name: str, title: str, category: str, description: str, **more: Any) -> Row:
    return {
        "id": f"studio-{name}",
        "version": "1.0.0",
        "name": title,
        "description": description,
        "brief": description,
        "category": category,
        "stability": "production",
        "author": "system",
        "visibility": "public",
        "reviewFocus": [],
        "exposeToLLM": True,
        "llmPriority": 0,
        "tags": [category],
        "metadata": {},
        "createdAt": "2026-11-26T00:00:00Z",
        "updatedAt": "2026-11-26T00:00:00Z",
        **more,
    }


_PROMPT = _input("prompt", "text", "What it shows.", required=True)
_ALL = (
    _template(
        "music-video", "Music video of a song", "music",
        "A film that moves with the song, from a photo or from words, and a cover for it.",
        inputs=[
            _input("song", "audio", "The song.", required=True),
            _PROMPT,
            _input("photo", "image", "A picture to begin with."),
            _input("duration", "number", "Seconds of film.", default=10),
        ],
        stages=[
            {"id": "film", "type": "fixed", "tool": "sound_to_video",
             "args": {"prompt": "$inputs.prompt", "duration": "$inputs.duration", "audioSourceIndex": 0},
             "dependsOn": [_from_input("photo", "sourceImageIndex", "image_index", required=False)]},
            {"id": "cover", "type": "fixed", "tool": "generate_image",
             "args": {"prompt": "an album cover of $inputs.prompt", "aspectRatio": "1:1"}},
        ],
    ),
    _template(
        "portrait-makeover", "Portrait makeover", "makeover",
        "An old photo cleaned and sharpened, then painted in a style.",
        inputs=[
            _input("photo", "image", "The photo.", required=True),
            _input("style", "select", "The style.", default="watercolor painting",
                   options=["watercolor painting", "oil painting", "ink drawing", "pixel art"]),
        ],
        stages=[
            {"id": "restored", "type": "fixed", "tool": "restore_photo",
             "args": {"prompt": "clean, sharp, fresh colours"}},
            {"id": "styled", "type": "fixed", "tool": "apply_style",
             "args": {"prompt": "$inputs.style"},
             "dependsOn": [_from_stage("restored", "sourceImageIndex", "image_index")]},
        ],
    ),
    _template(
        "poster-series", "Poster series", "custom",
        "One subject as a series of posters, each in a light of its own.",
        inputs=[_PROMPT],
        stages=[
            {"id": "posters", "type": "fixed", "tool": "generate_image",
             "args": {"prompt": "a poster of $inputs.prompt {at dawn|at noon|at sunset|at night}",
                      "numberOfVariations": 4, "aspectRatio": "2:3"}},
        ],
    ),
    _template(
        "moving-postcard", "Moving postcard", "video-social",
        "A picture that is drawn, looked over by you, and set in motion.",
        inputs=[_PROMPT, _input("motion", "text", "How the camera moves.", default="slow push in")],
        stages=[
            {"id": "picture", "type": "fixed", "tool": "generate_image", "args": {"prompt": "$inputs.prompt"}},
            {"id": "look", "type": "interactive", "question": "Shall this picture move?"},
            {"id": "film", "type": "fixed", "tool": "animate_photo",
             "args": {"prompt": "$inputs.motion", "duration": 5},
             "dependsOn": [_from_stage("picture", "sourceImageIndex", "image_index")]},
        ],
    ),
    _template(
        "picture-report", "Picture report", "analysis",
        "What can be measured of a picture: size, light, colours.",
        inputs=[_input("photo", "image", "The picture.", required=True)],
        stages=[
            {"id": "look", "type": "fixed", "tool": "analyze_image", "args": {},
             "dependsOn": [_from_input("photo", "sourceImageIndex", "image_index")]},
            {"id": "facts", "type": "fixed", "tool": "extract_metadata", "args": {},
             "dependsOn": [_from_input("photo", "sourceImageIndex", "image_index")]},
        ],
    ),
)  # fmt: skip
BUILT_IN: dict[str, Row] = {one["id"]: one for one in _ALL}
