"""compose_workflow: a plan of steps that the workflow endpoint takes, with what it costs."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from studio.accounts.prices import audio_price, editing_price, image_price, video_price
from studio.tools.api import Arguments, Piece, ToolRefusal
from studio.tools.image_common import USUAL_PIXELS, ratio_size
from studio.tools.video_models import VideoModel, video_model
from studio.tools.video_sizes import film_size
from studio.tools.writing.choice import Choice
from studio.tools.writing.preferences import preferred
from studio.tools.writing.prompts import enhance_prompt
from studio.tools.writing.scenery import CAMERA, MOTION
from studio.tools.writing.scripts import MOST_SCENES, Scene, compose_script
from studio.tools.writing.topic import Topic, read_topic

UNITS_PER_SPARK = 1
_USUAL_SCENES = 3
_LEAST_MUSIC_S = 10
_DISSOLVE_S = 0.4
_COUNT = re.compile(
    r"\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)[- ](?:shots?|scenes?|clips?|parts?)\b",
    re.I,
)
_SECONDS = re.compile(r"\b(\d{1,3})[- ]?(?:s|secs?|seconds?)\b", re.I)
_RATIO = re.compile(r"\b(1:1|4:3|3:4|16:9|9:16|21:9)\b")
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_AUDIO = re.compile(
    r"\b(with|and|plus|add(?:ing)?|including)\b[^.]{0,30}\b(music|song|soundtrack|score|audio)\b",
    re.I,
)
_STILLS = re.compile(
    r"\b(pictures?|images?|photos?|posters?|stills?|illustrations?|portraits?)\b", re.I
)
_FILMS = re.compile(
    r"\b(videos?|films?|clips?|teasers?|trailers?|reels?|shorts?|movies?|animat\w+|shots?|ads?|commercials?)\b",
    re.I,
)


@dataclass(frozen=True)
class Shape:
    """What a plan is to be: `films` or only pictures; `models` by image, video and music, those that there are.

    `wanting` are sentences about those that there are not.
    """

    scenes: int
    seconds: float
    aspect: str
    audio: bool
    films: bool
    style: str
    models: Mapping[str, str]
    wanting: tuple[str, ...] = ()

    @property
    def clips_by(self) -> VideoModel:
        """The model that makes the clips."""
        return video_model(self.models.get("video"), "i2v")

    @property
    def clip_s(self) -> float:
        """Seconds of each clip, as its model makes them: with what is lost where two of them meet."""
        limits = self.clips_by.limits
        each_s = (self.seconds + _DISSOLVE_S * (self.scenes - 1)) / self.scenes
        return self.clips_by.length(min(max(each_s, limits.least_s), limits.most_s))


def binding(source: str, target: str, transform: str, media: str, **more: Any) -> dict[str, Any]:
    """A `dependsOn` row: what of an earlier step goes into which argument."""
    row = {
        "sourceStepId": source,
        "targetArgument": target,
        "transform": transform,
        "mediaType": media,
    }
    return {**row, "sourceArtifactIndex": 0, "required": True, **more}


def compose_workflow(arguments: Arguments) -> dict[str, Any]:
    """Title, steps, estimate and whether it fits the budget; with a budget the plan shrinks as far as it can."""
    brief = " ".join(str(arguments.get("brief") or "").split())
    if not brief:
        raise ToolRefusal("Say what the workflow should make.", "USER_INPUT_INCOMPLETE")
    shape = read_shape(brief, arguments)
    budget = arguments.get("max_estimated_capacity_units")
    steps, units = planned(brief, shape)
    while (
        budget is not None
        and units > int(budget)
        and shape.scenes > 1
        and not arguments.get("scene_count")
    ):
        shape = replace(shape, scenes=shape.scenes - 1)
        steps, units = planned(brief, shape)
    answer: dict[str, Any] = {
        "title": read_topic(brief).title,
        "steps": steps,
        "plan": {"title": read_topic(brief).title, "steps": steps},
        "estimated_capacity_units": units,
        "estimate": {
            "capacityUnits": units,
            "perStep": [{"stepId": step["id"], **_cost(step, shape)} for step in steps],
        },
        "fits_budget": budget is None or units <= int(budget),
        **({"warnings": list(shape.wanting)} if shape.wanting else {}),
    }
    return {**answer, "max_estimated_capacity_units": int(budget)} if budget is not None else answer


def read_shape(brief: str, arguments: Arguments) -> Shape:
    """Scenes, seconds, aspect ratio, whether with music, whether films; arguments win over the brief's words."""
    found = _COUNT.search(brief)
    said = None
    if found:
        word = found.group(1).lower()
        said = int(word) if word.isdigit() else _NUMBERS.index(word)
    models, wanting = preferred(arguments.get("destination_models") or {})
    spoken = _SECONDS.search(brief)
    seconds = float(arguments.get("duration_seconds") or (spoken and float(spoken.group(1))) or 0)
    longest_s = video_model(models.get("video"), "i2v").most_s
    usual = max(_USUAL_SCENES, math.ceil(seconds / longest_s))
    scenes = min(max(int(arguments.get("scene_count") or said or usual), 1), MOST_SCENES)
    seconds = seconds or 5.0 * scenes
    ratio = _RATIO.search(brief)
    audio = arguments.get("include_audio")
    stills = (
        bool(_STILLS.search(brief))
        and not _FILMS.search(brief)
        and not arguments.get("duration_seconds")
    )
    return Shape(
        scenes=scenes,
        seconds=min(max(seconds, 1.0), 120.0),
        aspect=str(arguments.get("aspect_ratio") or (ratio and ratio.group(1)) or "16:9"),
        audio=bool(_AUDIO.search(brief)) if audio is None else bool(audio),
        films=not stills,
        style=str(arguments.get("style") or ""),
        models=models,
        wanting=wanting,
    )


def planned(brief: str, shape: Shape) -> tuple[list[dict[str, Any]], int]:
    """The steps and their capacity units. Films: a picture and a clip for each scene, joined, with music if asked."""
    topic = read_topic(brief)
    script = compose_script(
        {
            "brief": brief,
            "scene_count": shape.scenes,
            "duration_seconds": shape.seconds,
            "style": shape.style,
        }
    )
    scenes = [Scene(**row) for row in script["scenes"]]
    choice = Choice(brief.lower(), "workflow")
    overlap_s, clip_s = _DISSOLVE_S * (len(scenes) - 1), shape.clip_s
    steps: list[dict[str, Any]] = []
    for scene in scenes:
        picture = f"keyframe_{scene.number}"
        steps.append(_picture(picture, topic, scene, shape))
        if shape.films:
            steps.append(_clip(f"clip_{scene.number}", picture, topic, choice, clip_s, shape))
    if shape.audio:
        steps.append(_music(topic, clip_s * len(scenes) - overlap_s, shape))
    clips = [step["id"] for step in steps if step["toolName"] == "animate_photo"]
    if len(clips) > 1 or (clips and shape.audio):
        steps.append(_joined(clips, audio=shape.audio))
    return steps, sum(_cost(step, shape)["capacityUnits"] for step in steps)


def _picture(name: str, topic: Topic, scene: Scene, shape: Shape) -> dict[str, Any]:
    model = shape.models.get("image")
    style = f", {shape.style}" if shape.style else ""
    words = f"{topic.phrase}, {scene.visual.split(': ', 1)[-1].rstrip('.')}{'' if style in scene.visual else style}"
    arguments: dict[str, Any] = {
        "prompt": words[:1].upper() + words[1:],
        "aspectRatio": shape.aspect,
    }
    return {
        "id": name,
        "toolName": "generate_image",
        "arguments": {**arguments, **({"model": model} if model else {})},
        "dependsOn": [],
    }


def _clip(
    name: str, picture: str, topic: Topic, choice: Choice, seconds: float, shape: Shape
) -> dict[str, Any]:
    model = shape.models.get("video")
    prompt = f"{choice.pick(CAMERA)}; {MOTION[topic.place]}"
    arguments = {"prompt": prompt[:1].upper() + prompt[1:], "duration": round(seconds, 2)}
    return {
        "id": name,
        "toolName": "animate_photo",
        "arguments": {**arguments, **({"videoModel": model} if model else {})},
        "dependsOn": [binding(picture, "sourceImageIndex", "image_index", "image")],
    }


def _music(topic: Topic, seconds: float, shape: Shape) -> dict[str, Any]:
    model = str(shape.models.get("music") or "ace_step_1.5_xl_turbo")
    made = enhance_prompt(
        {"prompt": f"{topic.mood} instrumental for {topic.head}", "destination_model": model}
    )
    length = max(math.ceil(seconds), _LEAST_MUSIC_S)
    return {
        "id": "music",
        "toolName": "generate_music",
        "arguments": {"prompt": made["prompt"], "duration": length, "model": model},
        "dependsOn": [],
    }


def _joined(clips: list[str], *, audio: bool) -> dict[str, Any]:
    rows = [binding(clip, "videoIndices", "video_index", "video") for clip in clips]
    if audio:
        rows.append(binding("music", "audioIndex", "audio_index", "audio"))
    transition = {"type": "dissolve", "durationSeconds": _DISSOLVE_S}
    arguments = {"transition": transition} if len(clips) > 1 else {}
    return {
        "id": "final_cut",
        "toolName": "stitch_video",
        "arguments": arguments,
        "dependsOn": rows,
    }


def _cost(step: dict[str, Any], shape: Shape) -> dict[str, Any]:
    """Capacity units of a step: its Spark, rounded up. Pictures and clips are as large as their tools make them."""
    picture = ratio_size(shape.aspect, USUAL_PIXELS)
    arguments = step["arguments"]
    spark = {
        "generate_image": lambda: image_price(*picture),
        "animate_photo": lambda: video_price(
            *film_size({}, Piece("image", Path(), "", "", *picture), shape.clips_by),
            float(arguments.get("duration") or 5),
        ),
        "generate_music": lambda: audio_price(float(arguments.get("duration") or 30)),
        "stitch_video": lambda: editing_price(shape.clip_s * shape.scenes),
    }[step["toolName"]]()
    return {"toolName": step["toolName"], "capacityUnits": math.ceil(spark * UNITS_PER_SPARK)}
