"""From the model's arguments to a job: repaired, checked, indices resolved, sizes chosen."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jsonschema.exceptions import best_match

from chat.gateway.types import JobSpec, MediaInput
from chat.toolbox import branches, sizes
from chat.toolbox.table import TOOLS, Tool
from media.models import Item
from media.renditions import open_for_tools
from media.shelves import NoSuchIndex, find_item

MOST_SECONDS = {"animate_photo": 20.0, "sound_to_video": 30.0}
ROLES = {
    ("generate_image", "sourceImageIndex"): "startingImage",
    ("animate_photo", "sourceImageIndex"): "referenceImage",
    ("animate_photo", "endImageIndex"): "referenceImageEnd",
    ("sound_to_video", "audioSourceIndex"): "referenceAudio",
    ("sound_to_video", "sourceImageIndex"): "referenceImage",
}
WITHOUT_PICTURE = "ltx25-22b-int8_a2v_distilled"
MOST_PROMPT = 4_000
LARGEST = 2**53  # what every part of the way keeps as it is


class BadCall(Exception):
    """The call cannot be run as it is; the sentence tells the model, and the person, why."""


@dataclass(frozen=True)
class Plan:
    """A call that can be run: `prompts` and `labels` one per slot, `inputs` (role, item), sizes in pixels."""

    tool: str
    kind: str
    arguments: Mapping[str, Any]
    prompts: tuple[str, ...]
    labels: tuple[str, ...]
    model_id: str
    inputs: tuple[tuple[str, Item], ...] = ()
    width: int | None = None
    height: int | None = None
    seed: int | None = None
    duration_s: float | None = None


def plan(name: str, arguments: str | Mapping[str, Any], catalogue: Sequence[Item]) -> Plan:
    """Raises `BadCall`. Type slips are repaired, unknown keys dropped, indices must name ready media."""
    tool = TOOLS.get(name)
    if tool is None:
        raise BadCall("There is no such tool here.")
    given = _cleaned(tool, _loaded(arguments))
    inputs = _inputs(tool, given, catalogue)
    count = int(given.get("numberOfVariations", 1))
    prompt = str(given["prompt"])[:MOST_PROMPT]
    by_role = dict(inputs)
    width, height = _size(tool, given, by_role)
    duration = _seconds(tool, given, by_role) if tool.kind == "video" else None
    model_id = tool.model_id
    if tool.name == "sound_to_video" and "referenceImage" not in by_role:
        model_id = WITHOUT_PICTURE
    return Plan(
        tool=name,
        kind=tool.kind,
        arguments=given,
        prompts=tuple(branches.expand(prompt, slot) for slot in range(count)),
        labels=tuple(branches.label(prompt, slot) for slot in range(count)),
        model_id=model_id,
        inputs=inputs,
        width=width,
        height=height,
        seed=given.get("seed"),
        duration_s=duration,
    )


def job_spec(planned: Plan, *, slots: Sequence[int] | None = None) -> JobSpec:
    """The job for all slots, or for one slot of it again. Reads the input files' bytes."""
    single = slots is not None and len(slots) == 1 and len(planned.prompts) > 1
    prompt = planned.prompts[slots[0]] if single and slots else planned.arguments["prompt"]
    options: dict[str, Any] = {}
    duration = planned.duration_s
    if duration is not None:
        options["frames"] = sizes.ltx_frames(duration)
    if planned.tool == "sound_to_video":
        options["audioDuration"] = duration
    return JobSpec(
        kind=planned.kind,
        model_id=planned.model_id,
        prompt=str(prompt),
        count=len(slots) if slots is not None else len(planned.prompts),
        width=planned.width,
        height=planned.height,
        seed=planned.seed,
        negative_prompt=str(planned.arguments.get("negativePrompt", "")),
        fps=sizes.FPS if planned.kind == "video" else None,
        audio_start_s=planned.arguments.get("audioStart"),
        inputs=tuple(_input(role, item) for role, item in planned.inputs),
        options=options,
    )


def _input(role: str, item: Item) -> MediaInput:
    assert item.blob is not None
    data, mime = open_for_tools(item.blob)
    return MediaInput(role, data, mime)


def _loaded(arguments: str | Mapping[str, Any]) -> dict[str, Any]:
    if not isinstance(arguments, str):
        return dict(arguments)
    try:
        loaded = json.loads(arguments or "{}")
    except ValueError as error:
        raise BadCall("The arguments are not valid JSON.") from error
    if not isinstance(loaded, dict):
        raise BadCall("The arguments must be a JSON object.")
    return loaded


def _cleaned(tool: Tool, given: dict[str, Any]) -> dict[str, Any]:
    """Known keys with the right types; raises with the schema's own complaint."""
    properties = tool.schema["properties"]
    cleaned = {}
    for name, value in given.items():
        if name not in properties or value is None or value == "":
            continue
        cleaned[name] = _repaired(tool, name, value, properties[name])
        _check_number(name, cleaned[name])
    error = best_match(tool.validator.iter_errors(cleaned))
    if error is not None:
        where = ".".join(str(part) for part in error.path) or "arguments"
        raise BadCall(f"{where}: {error.message[:200]}") from error
    if "aspectRatio" in cleaned and sizes.ratio_of(cleaned["aspectRatio"]) is None:
        raise BadCall("aspectRatio: give it like 16:9 or 1080x1920, between 1:4 and 4:1.")
    if not str(cleaned["prompt"]).strip():
        raise BadCall("prompt: say what to make.")
    return cleaned


def _check_number(name: str, value: Any) -> None:
    if isinstance(value, int | float) and not abs(value) <= LARGEST:  # no comparison holds for NaN
        raise BadCall(f"{name}: give a number that is not so large.")


def _repaired(tool: Tool, name: str, value: Any, schema: Mapping[str, Any]) -> Any:
    wanted = schema.get("type")
    if isinstance(value, str) and wanted in ("number", "integer"):
        found = re.fullmatch(r"\s*([+\-−]?\d+(?:\.\d+)?)\s*(s|sec|seconds|px|p)?\s*", value)
        if found is None:
            if name in tool.media:
                raise BadCall(f"{name}: give an index, not an address or a name.")
            return value
        value = float(found.group(1).replace("−", "-"))
    if isinstance(value, float) and value.is_integer() and wanted in ("integer", "number"):
        return int(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and wanted == "string":
        return str(value)
    if "minimum" in schema and isinstance(value, int | float) and name == "duration":
        return min(max(value, schema["minimum"]), schema.get("maximum", value))
    return value


def _inputs(
    tool: Tool, given: Mapping[str, Any], catalogue: Sequence[Item]
) -> tuple[tuple[str, Item], ...]:
    found = []
    for name, kind in tool.media.items():
        if name in given:
            try:
                found.append((ROLES[tool.name, name], find_item(catalogue, kind, given[name])))
            except NoSuchIndex as missing:
                raise BadCall(str(missing)) from missing
    return tuple(found)


def _size(tool: Tool, given: Mapping[str, Any], inputs: Mapping[str, Item]) -> sizes.Size:
    """What a picture is made from gives the shape, unless another one was asked for."""
    look = inputs.get("startingImage") or inputs.get("referenceImage")
    source = (look.width, look.height) if look and look.width and look.height else None
    shape = given.get("aspectRatio")
    if tool.kind == "video":
        return sizes.video_size(shape, given.get("targetResolution"), source)
    return sizes.image_size(given.get("width"), given.get("height"), shape, source)


def _seconds(tool: Tool, given: Mapping[str, Any], inputs: Mapping[str, Item]) -> float:
    most = MOST_SECONDS[tool.name]
    wanted = float(given["duration"]) if "duration" in given else None
    song = inputs.get("referenceAudio")
    if song is not None and song.blob is not None and song.blob.duration_s:
        left = song.blob.duration_s - float(given.get("audioStart") or 0)
        if left < 1:
            raise BadCall(f"audioStart: the sound is only {song.blob.duration_s:.0f} s long.")
        return min(wanted or most, most, left)
    return min(max(wanted or 5.0, 2.0), most)
