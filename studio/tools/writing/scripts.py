"""compose_script: scenes with picture, action and words that fit their time."""

import json
import math
from dataclasses import asdict, dataclass
from typing import Any

from studio.tools.api import Arguments, ToolRefusal
from studio.tools.video_models import video_model
from studio.tools.writing.arcs import ACTIONS, ARCS, SAYINGS
from studio.tools.writing.choice import Choice
from studio.tools.writing.scenery import CAMERA, LIGHT, SETTING, SOUND
from studio.tools.writing.topic import Topic, read_topic

WORDS_A_SECOND = 2.5
SCRIPT_TYPES = (
    "video_prompt", "screenplay", "storyboard", "ad_script", "trailer", "social_short", "talking_head", "campaign",
    "revision",
)  # fmt: skip
MOST_SCENES = 12
_USUAL = {
    "ad_script": (4, 30), "trailer": (6, 60), "social_short": (4, 20), "talking_head": (3, 45), "video_prompt": (1, 8),
    "storyboard": (6, 30), "campaign": (5, 60),
}  # fmt: skip
_TOLD = ("aspect_ratio", "platform", "destination_model", "destination_tool")
_ARC = {
    "ad_script": "sale",
    "campaign": "sale",
    "social_short": "sale",
    "talking_head": "talk",
    "trailer": "trailer",
}


@dataclass(frozen=True)
class Scene:
    """One scene; times in seconds."""

    number: int
    heading: str
    start_seconds: float
    duration_seconds: float
    visual: str
    action: str
    camera: str
    sound: str
    spoken: str


def compose_script(arguments: Arguments) -> dict[str, Any]:
    """A script of scenes that add up to the duration; spoken words keep to 2.5 a second.

    `script` is text in the format asked for, `scenes` its parts.
    """
    brief = " ".join(str(arguments.get("brief") or arguments.get("prompt") or "").split())
    if not brief:
        raise ToolRefusal("Say what the script is about.", "USER_INPUT_INCOMPLETE")
    kind = str(arguments.get("script_type") or "screenplay")
    count, usual_s = _USUAL.get(kind, (4, 40))
    asked = arguments.get("scene_count")
    seconds = float(arguments.get("duration_seconds") or usual_s)
    count = int(asked) if asked else max(count, math.ceil(seconds / _longest_s(arguments)))
    count = min(max(count, 1), MOST_SCENES)
    topic = read_topic(brief)
    scenes = _scenes(topic, kind, count, seconds, str(arguments.get("style") or ""))
    form = str(arguments.get("return_format") or "script")
    made = {
        "title": topic.title,
        "script": _written(topic, scenes, form, arguments),
        "format": form,
        "script_type": kind,
        "scene_count": len(scenes),
        "duration_seconds": seconds,
        "scenes": [asdict(scene) for scene in scenes],
    }
    return {
        **made,
        **{name: arguments[name] for name in _TOLD if arguments.get(name)},
    }


def _longest_s(arguments: Arguments) -> float:
    """Seconds of the longest clip of the model it is written for; no limit where no known one is named."""
    name = arguments.get("destination_model")
    try:
        return video_model(name, "t2v").most_s if name else math.inf
    except ToolRefusal:
        return math.inf


def _scenes(topic: Topic, kind: str, count: int, seconds: float, style: str) -> list[Scene]:
    choice = Choice(topic.text.lower(), kind)
    arc = ARCS[_ARC.get(kind, "sale" if topic.sells else "story")]
    beats = [arc[round(place * (len(arc) - 1) / max(count - 1, 1))] for place in range(count)]
    if count == 1:
        beats = ["height" if arc is not ARCS["sale"] else "answer"]
    length = seconds / count
    made = []
    for place, beat in enumerate(beats):
        start = round(place * length, 2)
        end = round((place + 1) * length, 2)
        look = choice.pick(LIGHT[topic.mood])
        shown = topic.sentence_start if place == 0 else topic.head[:1].upper() + topic.head[1:]
        visual = f"{shown}: {choice.pick(SETTING[topic.place])}, {look}"
        made.append(
            Scene(
                place + 1,
                _heading(topic, beat),
                start,
                round(end - start, 2),
                f"{visual}{', ' + style if style else ''}.",
                choice.pick(ACTIONS[beat]).format(t=topic.head),
                choice.pick(CAMERA).capitalize() + ".",
                SOUND[topic.place].capitalize() + ".",
                _spoken(topic, beat, end - start),
            )
        )
    return made


_WHERE = {
    "sea": "EXT. SHORE",
    "city": "EXT. STREET",
    "road": "EXT. ROAD",
    "nature": "EXT. OPEN COUNTRY",
    "space": "EXT. SPACE",
    "home": "INT. ROOM",
    "open": "INT./EXT.",
}


def _heading(topic: Topic, beat: str) -> str:
    return f"{_WHERE[topic.place]} – {beat.upper()}"


def _spoken(topic: Topic, beat: str, seconds: float) -> str:
    """The longest line of the beat that can be said in time; none where even the shortest cannot."""
    called = topic.name or topic.title
    lines = [line.format(n=called, t=topic.phrase) for line in SAYINGS[beat]]
    fitting = [line for line in lines if len(line.split()) <= seconds * WORDS_A_SECOND]
    return fitting[-1] if fitting else ""


def _written(topic: Topic, scenes: list[Scene], form: str, arguments: Arguments) -> str:
    if form == "json":
        return json.dumps(
            {"title": topic.title, "scenes": [asdict(one) for one in scenes]},
            ensure_ascii=False,
            indent=2,
        )
    if form == "markdown":
        rows = [f"# {topic.title}", ""]
        for one in scenes:
            rows += [
                f"## Scene {one.number} · {_clock(one)}",
                "",
                f"- **Picture:** {one.visual}",
                f"- **Action:** {one.action}",
                f"- **Camera:** {one.camera}",
                f"- **Sound:** {one.sound}",
            ]
            rows += [f"- **Voice:** “{one.spoken}”"] if one.spoken else []
            rows.append("")
        return "\n".join(rows).strip()
    parts = [topic.title.upper()]
    opening = str(arguments.get("first_frame_description") or "").strip()
    if opening:
        parts.append(f"OPENS ON: {opening}")
    for one in scenes:
        voice = f"\n\n    NARRATOR\n    {one.spoken}" if one.spoken else ""
        parts.append(
            f"{one.number}. {one.heading} ({_clock(one)})\n\n{one.visual} {one.action} {one.camera} Sound: "
            f"{one.sound[:1].lower()}{one.sound[1:]}{voice}"
        )
    return "\n\n".join(parts)


def _clock(scene: Scene) -> str:
    return f"{scene.start_seconds:g}–{round(scene.start_seconds + scene.duration_seconds, 2):g} s"
