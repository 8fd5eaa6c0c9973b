"""The steps of a workflow that make nothing: looking, asking, labelling, listing."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.catalogue import MODELS
from studio.tools import assets
from studio.tools.api import Media, TextTool, ToolRefusal
from studio.tools.looking import described, metadata
from studio.workflows.record import Workflow

ASK = "ask_clarifying_question"
_TEXT = {"type": "string", "maxLength": 4000}
_INDEX = {"type": "integer"}
_ASSET = {"type": "string", "maxLength": 200}


@dataclass(frozen=True)
class Scene:
    """What such a step sees: its workflow, the session's media, and where each asset's bytes lie."""

    workflow: Workflow
    media: Media
    paths: Mapping[str, Path]

    @property
    def assets(self) -> list[dict[str, Any]]:
        """Input media first, then what was made."""
        return [*self.workflow.inputs, *self.workflow.artifacts]

    def asset(self, name: str) -> dict[str, Any]:
        """An asset by its id, label, name or address; raises ToolRefusal."""
        return assets.found(self.assets, name)


Act = Callable[[Scene, Mapping[str, Any]], Awaitable[dict[str, Any]]]


async def _analyze_image(scene: Scene, given: Mapping[str, Any]) -> dict[str, Any]:
    return {"analysis": await _measured(described, _path(scene, given, "image"))}


async def _analyze_video(scene: Scene, given: Mapping[str, Any]) -> dict[str, Any]:
    return {"analysis": await _measured(metadata, _path(scene, given, "video"))}


async def _extract(scene: Scene, given: Mapping[str, Any]) -> dict[str, Any]:
    kind = next(
        (one for one in ("image", "video", "audio") if f"source{one.title()}Index" in given), ""
    )
    return {"metadata": await _measured(metadata, _path(scene, given, kind))}


async def _finalize(scene: Scene, given: Mapping[str, Any]) -> dict[str, Any]:
    made = [one["url"] for one in scene.workflow.artifacts]
    text = given.get("content") or given.get("message") or f"{len(made)} results."
    return {"message": text, "resultUrls": made}


async def _manifest(scene: Scene, given: Mapping[str, Any]) -> dict[str, Any]:
    return assets.create(scene.assets, given)


async def _inspect(scene: Scene, given: Mapping[str, Any]) -> dict[str, Any]:
    name = given.get("asset_id") or given.get("user_label")
    if not name:
        return assets.inspect(scene.assets, given)
    asset = scene.asset(name)
    path = scene.paths.get(asset["id"])
    facts = await _measured(metadata, path) if path is not None else {}
    return {"asset": {**assets.shown(asset), **facts}}


async def _label(scene: Scene, given: Mapping[str, Any]) -> dict[str, Any]:
    return assets.labelled(scene.assets, given)


async def _map(scene: Scene, given: Mapping[str, Any]) -> dict[str, Any]:
    name = given.get("model_id") or given.get("model")
    if not name:
        raise ToolRefusal("map_assets_for_model needs model_id.")
    named = given.get("asset_ids")
    chosen = scene.assets if named is None else [scene.asset(one) for one in named]
    told = {"model": name, "model_id": name, "assets": assets.tokens(chosen, name)}
    model = MODELS.get(name)
    if model is None:
        return told
    slots = {f"reference{kind.title()}s": [one["url"] for one in chosen if one["mediaType"] == kind]
             for kind in ("image", "video", "audio")}  # fmt: skip
    missing = [need for need in model.needs if not slots.get(_slot(need))]
    return {**told, "mapping": slots, "missing": missing}


async def _validate(scene: Scene, given: Mapping[str, Any]) -> dict[str, Any]:
    known = {one["id"] for one in scene.assets}
    names = given.get("asset_ids")
    checks = [_check(scene, name) for name in (sorted(known) if names is None else names)]
    missing = assets.dangling(scene.assets, given.get("model_id") or "", given.get("prompt") or "")
    valid = not missing and all(one["valid"] for one in checks)
    return {"valid": valid, "references": checks, "dangling": missing}


def _check(scene: Scene, name: str) -> dict[str, Any]:
    try:
        asset = scene.asset(name)
    except ToolRefusal as refused:
        return {"assetId": name, "valid": False, "message": str(refused)}
    path = scene.paths.get(asset["id"])
    there = path is not None and path.is_file()
    said = {} if there else {"message": "Its 24 hours are over."}
    return {"assetId": asset["id"], "valid": there, **said}


async def _ask(scene: Scene, given: Mapping[str, Any]) -> dict[str, Any]:
    raise AssertionError("the runner pauses at a question")


def _slot(need: str) -> str:
    kind = "audio" if "Audio" in need else "video" if "Video" in need else "image"
    return f"reference{kind.title()}s"


def _path(scene: Scene, given: Mapping[str, Any], kind: str) -> Path:
    name = given.get("assetId") or given.get("url")
    if name:
        path = scene.paths.get(scene.asset(name)["id"])
        if path is None:
            raise ToolRefusal("The file is no longer there.", "ASSET_NOT_FOUND")
        return path
    index = given.get(f"source{kind.title()}Index")
    if index is not None:
        return scene.media.at(kind, index).path
    newest = scene.media.latest(kind) if kind else None
    if newest is None:
        raise ToolRefusal(f"There is no {kind or 'medium'} to look at.", "ASSET_NOT_FOUND")
    return newest.path


async def _measured(measure: Callable[[Path], dict[str, Any]], path: Path) -> dict[str, Any]:
    try:
        return await asyncio.to_thread(measure, path)
    except (OSError, ValueError) as wrong:
        raise ToolRefusal(str(wrong) or "The file cannot be read.", "ASSET_NOT_FOUND") from wrong


@dataclass(frozen=True)
class ControlTool:
    """A step that makes nothing. `shape` is its schema, as a text tool's; `act` raises ToolRefusal."""

    shape: TextTool
    act: Act


def _control(
    name: str, act: Act, properties: dict[str, dict[str, Any]], *required: str
) -> ControlTool:
    return ControlTool(TextTool(name, properties, required, lambda _: {}), act)


_SEEN = {"assetId": _ASSET, "url": _ASSET | {"maxLength": 4096}}
_TOOLS = (
    _control("analyze_image", _analyze_image,
             {"sourceImageIndex": _INDEX, "question": _TEXT, "prompt": _TEXT, **_SEEN}),
    _control("analyze_video", _analyze_video,
             {"sourceVideoIndex": _INDEX, "question": _TEXT, "prompt": _TEXT, **_SEEN}),
    _control("extract_metadata", _extract, {"sourceImageIndex": _INDEX, "sourceVideoIndex": _INDEX,
                                            "sourceAudioIndex": _INDEX, **_SEEN}),
    _control(ASK, _ask, {"question": _TEXT, "options": {"type": "array", "maxItems": 20}}, "question"),
    _control("finalize_response", _finalize, {"content": _TEXT, "message": _TEXT}),
    *(_control(name, act, assets.PROPERTIES[name], *assets.REQUIRED.get(name, ())) for name, act in (
        ("create_asset_manifest", _manifest), ("inspect_asset", _inspect), ("label_asset", _label),
        ("map_assets_for_model", _map), ("validate_asset_references", _validate),
    )),
)  # fmt: skip
CONTROL = {tool.shape.name: tool for tool in _TOOLS}
