"""enhance_prompt: a rough idea as a prompt a model can run, in the manner that model likes."""

import re
from typing import Any

from studio.tools.api import Arguments, ToolRefusal
from studio.tools.writing.choice import Choice
from studio.tools.writing.models import Destination, destination
from studio.tools.writing.scenery import CAMERA, FINISH, FRAME, LENS, LIGHT, MOTION, SETTING, SOUND
from studio.tools.writing.topic import Topic, read_topic

_TARGETS = {
    "image_prompt": ("image",),
    "video_prompt": ("video",),
    "edit_prompt": ("edit", "image"),
    "model_prompt": (),
}
_TARGET_OF = {
    "image": "image_prompt",
    "video": "video_prompt",
    "edit": "edit_prompt",
    "audio": "model_prompt",
}
_ASKS = {
    "light": re.compile(r"\b(light\w*|lit|sun\w*|glow\w*|shadow\w*|neon|dawn|dusk|golden hour|night)\b", re.I),
    "frame": re.compile(r"\b(close-?up|wide|medium shot|portrait|framed|composition|aerial|overhead|angle)\b", re.I),
    "lens": re.compile(r"\b(\d+ ?mm|lens|bokeh|depth of field|macro|focus)\b", re.I),
    "camera": re.compile(r"\b(camera|pan|tilt|dolly|zoom|tracking|push|orbit|handheld|crane|static)\b", re.I),
    "sound": re.compile(r"\b(sounds?|audio|music|voice|dialogue|says?|silence)\b", re.I),
    "style": re.compile(
        r"\b(photo\w*|painting|watercolou?r|illustration|anime|3d|render|sketch|cinematic|film|comic|vector)\b", re.I
    ),
}  # fmt: skip
_SEES = ("animate_photo", "video_to_video")
"""Tools that are given a picture or a film to go by."""
_MOST_CONSTRAINTS, _LONGEST_CONSTRAINT = 12, 200
_FILLER = re.compile(
    r"\b(?:very|really|just|please|kind of|sort of|basically|actually|a bit|some kind of)\b ?", re.I
)


def enhance_prompt(arguments: Arguments) -> dict[str, Any]:
    """The prompt and what it is for. An unknown model is MODEL_UNAVAILABLE; without a target the model decides."""
    source = " ".join(str(arguments.get("prompt") or "").split())
    if not source:
        raise ToolRefusal("There is no prompt to work on.", "USER_INPUT_INCOMPLETE")
    asked = str(arguments.get("destination_model") or "")
    model = destination(asked)
    if model is None:
        raise ToolRefusal(
            f"There is no active model {asked or '(none was named)'}.", "MODEL_UNAVAILABLE"
        )
    target = str(arguments.get("target_output") or _TARGET_OF[model.kind])
    kinds = _TARGETS.get(target, ())
    if kinds and model.kind not in kinds:
        raise ToolRefusal(
            f"{asked} makes no {target.split('_')[0]}: it is a model for {model.kind}."
        )
    made = _written(source, target, model, arguments)
    answer: dict[str, Any] = {
        "prompt": made,
        "target_output": target,
        "destination_model": asked,
        "modality": model.kind,
    }
    if model.grammar == "tags" and target != "edit_prompt":
        answer["negative_prompt"] = (
            "blurry, low contrast, distorted anatomy, extra limbs, watermark, text"
        )
    told = ("aspect_ratio", "destination_tool", "duration_seconds")
    return {**answer, **{name: arguments[name] for name in told if arguments.get(name)}}


def _written(source: str, target: str, model: Destination, arguments: Arguments) -> str:
    mode = str(arguments.get("prompt_mode") or "auto")
    if mode in ("preserve", "validate", "payload"):
        return source
    if mode == "compress":
        return re.sub(r"\s{2,}", " ", _FILLER.sub("", source)).strip()
    topic, choice = read_topic(source), Choice(source.lower(), model.name)
    context = str(arguments.get("style_prompt") or "").strip().rstrip(".")
    context = "; ".join(part for part in (context, *_constraints(arguments)) if part)
    if target == "edit_prompt":
        return _edit(source, context)
    if model.kind == "video":
        return _video(source, topic, choice, model, context, arguments)
    if model.kind == "audio":
        return _music(source, topic, context)
    return _image(source, topic, choice, model, context)


def _image(source: str, topic: Topic, choice: Choice, model: Destination, context: str) -> str:
    parts = []
    if not _has("style", source, context):
        parts.append("photograph" if model.grammar == "tags" else "natural photographic look")
    if not _has("frame", source, context):
        parts.append(choice.pick(FRAME))
    parts.append(choice.pick(SETTING[topic.place]))
    if not _has("light", source, context):
        parts.append(choice.pick(LIGHT[topic.mood]))
    if not _has("lens", source, context):
        parts.append(choice.pick(LENS))
    parts.append(choice.pick(FINISH))
    if context:
        parts.append(context)
    if model.grammar == "tags":
        return ", ".join([source.rstrip("."), *parts])
    return f"{_sentence(source)} {_sentence(', '.join(parts[: len(parts) // 2 + 1]))} " + _sentence(
        ", ".join(parts[len(parts) // 2 + 1 :])
    )


def _video(
    source: str,
    topic: Topic,
    choice: Choice,
    model: Destination,
    context: str,
    arguments: Arguments,
) -> str:
    seconds = float(arguments.get("duration_seconds") or 5)
    said = [_sentence(source)]
    if not _has("camera", source, context):
        camera = choice.pick(CAMERA)
        said.append(_sentence(f"Camera: {camera}"))
    said.append(_sentence(f"As it plays, {MOTION[topic.place]}"))
    shown = arguments.get("destination_tool") in _SEES  # what is in the picture is not told again
    if not shown and not _has("light", source, context):
        said.append(
            _sentence(f"{choice.pick(SETTING[topic.place])}, {choice.pick(LIGHT[topic.mood])}")
        )
    if seconds >= 8:
        half = round(seconds / 2, 1)
        said.append(
            f"0–{half:g} s: the situation is established; "
            f"{half:g}–{seconds:g} s: the action reaches its point and settles."
        )
    if model.sounds and not _has("sound", source, context):
        said.append(_sentence(f"Sound: {SOUND[topic.place]}"))
    said += [_sentence(f"{label} stays as given") for label in _assets(arguments)]
    if context:
        said.append(_sentence(context))
    return " ".join(said)


def _edit(source: str, context: str) -> str:
    keep = "Keep everything else as it is: identity, pose, framing, perspective and the direction of the light."
    style = f" {_sentence(context)}" if context else ""
    return f"{_sentence(source)}{style} {keep} Blend the change so that edges, grain and colour match the original."


def _music(source: str, topic: Topic, context: str) -> str:
    feel = {"sad": "from hushed to a restrained swell", "epic": "from a low pulse to a full tutti"}
    course = feel.get(topic.mood, "from a sparse opening to a full chorus and a short ending")
    return (
        f"Global Metadata: {source.rstrip('.')}; {course}{'; ' + context if context else ''}. Vocal Details: none "
        "unless words are given. Arrangement: one player more with each section, drums from the second, "
        "a clear last chord."
    )


def _assets(arguments: Arguments) -> list[str]:
    rows = arguments.get("assets") or []
    roles = {
        "first_frame": "The first frame",
        "last_frame": "The last frame",
        "identity": "The person's identity",
    }
    return [
        roles[row["role"]] for row in rows if isinstance(row, dict) and row.get("role") in roles
    ]


def _constraints(arguments: Arguments) -> list[str]:
    """What must stay, each as a few words: “brand: ACME red”."""
    rows = list((arguments.get("constraints") or {}).items())[:_MOST_CONSTRAINTS]
    plain = [
        (name, ", ".join(map(str, one)) if isinstance(one, list) else one) for name, one in rows
    ]
    return [f"{name}: {one}"[:_LONGEST_CONSTRAINT] for name, one in plain if one not in (None, "")]


def _has(what: str, source: str, context: str) -> bool:
    return bool(_ASKS[what].search(f"{source} {context}"))


def _sentence(text: str) -> str:
    plain = text.strip()
    plain = plain[:1].upper() + plain[1:]
    return plain if plain[-1:] in ".!?" else f"{plain}."
