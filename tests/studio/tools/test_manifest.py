"""Every tool against the manifest the official SDK carries: names, required arguments, choices and bounds."""

import json
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from importlib.resources import files
from typing import Any

import pytest

from studio.catalogue import MODELS
from studio.catalogue.audio import MUSIC_IDS, SPEECH_IDS
from studio.catalogue.images import EDITORS, PAINTERS
from studio.tools.arguments import schema_of
from studio.tools.registry import TOOLS
from studio.tools.video_models import video_model

_MANIFEST = json.loads(files("sogni_client").joinpath("data/hosted_tools.json").read_text())
THEIRS: dict[str, dict[str, Any]] = {
    tool["function"]["name"]: tool["function"]["parameters"] for tool in _MANIFEST["tools"]
}
_BOUNDS = (
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems", "minLength", "maxLength",
    "pattern",
)  # fmt: skip

_NOT_PAINTED = "the one painter behind all models has no such setting; taken and left aside"
_NO_ADAPTERS = "the catalogue names only models of generate_image for them; taken and left aside, as by most models"
_NO_VOICES = "there are no personas here"
_ELSEWHERE = "the session's media are named by their indices only"
_FULL_IDS = "selectors and full ids are both taken; the planner names what there is"
_PLANNED = "the manifest tells this bound in its description, or the renderer has it"
_SEEDED = "every render here can be made again by its seed"
_LENIENT = "the official JavaScript examples rely on it"
_ALIKE = "an argument the tools of this kind have in common"
DEVIATIONS: dict[str, str] = {
    "* without gptImageQuality": _NOT_PAINTED,
    "* without watermark": _NOT_PAINTED,
    "generate_image without guidance": _NOT_PAINTED,
    "edit_image without lora[sS]*": _NO_ADAPTERS,
    "*_video without lora[sS]*": _NO_ADAPTERS,
    "animate_photo without lora[sS]*": _NO_ADAPTERS,
    "* without *ersonaName": _NO_VOICES,
    "* without reference*Url": _ELSEWHERE,
    "compose_script without *_frame_data_url": "pictures are not looked at while a script is written",
    "enhance_prompt without model_title": "the manifest calls it deprecated and without effect",
    "enhance_prompt without prompting_type": "the manifest calls it deprecated and without effect",
    "enhance_prompt required": _LENIENT,
    "compose_script.script_type enum": _LENIENT,
    "*[[]] without *": "a list's entries are passed on whole and read one by one",
    "enhance_prompt.assets[[]] required": "a list's entries are passed on whole and read one by one",
    "* with seed": _SEEDED,
    "generate_music with outputFormat": "as generate_speech has it",
    "animate_photo with outputFormat": _ALIKE,
    "animate_photo with returnLastFrame": _ALIKE,
    "* with expandPrompt": _ALIKE,
    "* with skipPromptProcessing": _ALIKE,
    "*odel enum": _FULL_IDS,
    "*.prompt m??Length": _PLANNED,
    "change_angle.description m??Length": _PLANNED,
    "change_angle.loraStrength m??imum": _PLANNED,
    "generate_image.negativePrompt maxLength": _PLANNED,
    "generate_image.starting_image_strength m??imum": _PLANNED,
    "generate_image.seed m??imum": _PLANNED,
    "*.width m??imum": _PLANNED,
    "*.height m??imum": _PLANNED,
    "*.targetResolution m??imum": _PLANNED,
    "animate_photo.duration m??imum": "as the other films have it",
    "stitch_video.videoIndices m??Items": _PLANNED,
    "orbit_video.angles m??Items": _PLANNED,
    "orbit_video.dialogues maxItems": _PLANNED,
    "replace_video_segment.*Seconds m??imum": "a film lasts ten minutes at most",
    "overlay_video.overlays maxItems": _PLANNED,
    "overlay_video.overlays[[]].*Seconds m??imum": "a film lasts ten minutes at most",
    "overlay_video.overlays[[]].offset? m??imum": _PLANNED,
    "add_subtitles.cues maxItems": _PLANNED,
    "compose_workflow_template.inputs[[]].name *": "a name also stands in $inputs.<name>",
}  # fmt: skip


def differences(
    path: str, theirs: Mapping[str, Any], ours: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """Where two schemas part, each with what it is: “tool.property rule”."""
    for rule in (*_BOUNDS, "enum", "required"):
        one, other = theirs.get(rule), ours.get(rule)
        if rule in ("enum", "required"):
            one, other = (sorted(map(str, found or ())) for found in (one, other))
        if one != other:
            yield f"{path} {rule}", f"{one} there, {other} here"
    known, own = theirs.get("properties", {}), ours.get("properties", {})
    yield from ((f"{path} without {name}", "") for name in sorted(set(known) - set(own)))
    yield from ((f"{path} with {name}", "") for name in sorted(set(own) - set(known)))
    for name in sorted(set(known) & set(own)):
        yield from differences(f"{path}.{name}", known[name], own[name])
    if "items" in theirs or "items" in ours:
        yield from differences(f"{path}[]", theirs.get("items", {}), ours.get("items", {}))


FOUND = [one for name, tool in THEIRS.items() if name in TOOLS
         for one in differences(name, tool, schema_of(TOOLS[name]))]  # fmt: skip


def test_the_tools_are_those_of_the_manifest() -> None:
    assert set(TOOLS) == set(THEIRS)


def test_every_schema_is_the_manifests_but_for_what_is_listed() -> None:
    unlisted = [f"{place}: {told}" for place, told in FOUND
                if not any(fnmatch(place, pattern) for pattern in DEVIATIONS)]  # fmt: skip
    assert unlisted == []


def test_no_deviation_is_listed_that_is_none() -> None:
    places = [place for place, _ in FOUND]
    assert [one for one in DEVIATIONS if not any(fnmatch(place, one) for place in places)] == []


def _video_names() -> list[tuple[str, str]]:
    return [(name, model) for name, tool in THEIRS.items()
            for model in tool["properties"].get("videoModel", {}).get("enum", ())]  # fmt: skip


@pytest.mark.parametrize(("tool", "name"), _video_names())
def test_every_video_model_of_the_manifest_is_known(tool: str, name: str) -> None:
    workflow = {"generate_video": "t2v", "sound_to_video": "ia2v", "video_to_video": "v2v"}
    model = video_model(name, workflow.get(tool, "i2v"))
    assert model.limits.least_s < model.most_s


@pytest.mark.parametrize(("tool", "known"), [("generate_image", PAINTERS), ("edit_image", EDITORS)])
def test_every_image_model_of_the_manifest_is_known(tool: str, known: dict[str, str]) -> None:
    assert set(known) == set(THEIRS[tool]["properties"]["model"]["enum"])
    assert all(MODELS[one].media == "image" for one in known.values())


def test_every_model_for_sound_of_the_manifest_is_known() -> None:
    music = THEIRS["generate_music"]["properties"]["model"]["enum"]
    assert set(music) <= set(MUSIC_IDS)
    assert set(THEIRS["generate_speech"]["properties"]["model"]["enum"]) == set(SPEECH_IDS)
