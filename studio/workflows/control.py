"""The steps of a workflow that make nothing: looking, asking, labelling, listing."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.catalogue import MODELS
from studio.tools.api import Media, TextTool, ToolRefusal
from studio.tools.looking import described, metadata
from studio.workflows.record import Workflow

ASK = "ask_clarifying_question"
_TEXT = {"type": "string", "maxLength": 4000}
_INDEX = {"type": "integer"}
_ASSET = {"type": "string", "maxLength": 200}
_ASSETS = {"type": "array", "items": _ASSET, "maxItems": 100}


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
        """An asset by its id, name or address; raises ToolRefusal."""
        for one in self.assets:
            if name in (one["id"], one.get("name"), one["url"]):
                return one
        raise ToolRefusal(f"There is no asset {name[:80]}.", "ASSET_NOT_FOUND")


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
    return {"assetManifest": {"assets": [_row(one) for one in scene.assets]}}


async def _inspect(scene: Scene, given: Mapping[str, Any]) -> dict[str, Any]:
    asset = scene.asset(given["assetId"])
    path = scene.paths.get(asset["id"])
    facts = await _measured(metadata, path) if path is not None else {}
    return {"asset": {**_row(asset), **facts}}


async def _label(scene: Scene, given: Mapping[str, Any]) -> dict[str, Any]:
    asset = scene.asset(given["assetId"])
    asset.setdefault("metadata", {})["label"] = given["label"]
    return {"asset": _row(asset)}


async def _map(scene: Scene, given: Mapping[str, Any]) -> dict[str, Any]:
    model = MODELS.get(given["model"])
    if model is None:
        raise ToolRefusal(f"There is no model {given['model'][:80]}.", "MODEL_UNAVAILABLE")
    assets = [scene.asset(name) for name in given["assetIds"]]
    slots = {f"reference{kind.title()}s": [one["url"] for one in assets if one["mediaType"] == kind]
             for kind in ("image", "video", "audio")}  # fmt: skip
    missing = [need for need in model.needs if not slots.get(_slot(need))]
    return {"model": model.id, "mapping": slots, "missing": missing}


async def _validate(scene: Scene, given: Mapping[str, Any]) -> dict[str, Any]:
    checks = []
    for name in given["assetIds"]:
        try:
            asset = scene.asset(name)
        except ToolRefusal as refused:
            checks.append({"assetId": name, "valid": False, "message": str(refused)})
            continue
        path = scene.paths.get(asset["id"])
        there = path is not None and path.is_file()
        said = {} if there else {"message": "Its 24 hours are over."}
        checks.append({"assetId": asset["id"], "valid": there, **said})
    return {"valid": all(one["valid"] for one in checks), "references": checks}


async def _ask(scene: Scene, given: Mapping[str, Any]) -> dict[str, Any]:
    raise AssertionError("the runner pauses at a question")


def _slot(need: str) -> str:
    kind = "audio" if "Audio" in need else "video" if "Video" in need else "image"
    return f"reference{kind.title()}s"


def _row(asset: Mapping[str, Any]) -> dict[str, Any]:
    names = ("id", "name", "mediaType", "url", "stepId", "toolName", "metadata")
    return {name: asset[name] for name in names if asset.get(name)}


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
    _control("create_asset_manifest", _manifest, {"title": _TEXT}),
    _control("inspect_asset", _inspect, {"assetId": _ASSET}, "assetId"),
    _control("label_asset", _label, {"assetId": _ASSET, "label": _TEXT}, "assetId", "label"),
    _control("map_assets_for_model", _map, {"assetIds": _ASSETS, "model": _TEXT}, "assetIds", "model"),
    _control("validate_asset_references", _validate, {"assetIds": _ASSETS}, "assetIds"),
)  # fmt: skip
CONTROL = {tool.shape.name: tool for tool in _TOOLS}
