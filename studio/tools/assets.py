"""A session's media as a manifest: an id, what the person calls it, and the token each model knows it by.

An asset is a row with `id`, `mediaType` and `url`, perhaps a `name`; labels live in its `metadata`. The
service's tools for it are told of in its agent skill (asset_reference_management): arguments and tokens are from there.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from studio.tools.api import ToolRefusal

Asset = dict[str, Any]
_TEXT = {"type": "string", "maxLength": 8192}
_NAME = {"type": "string", "maxLength": 200}
_WORDS = {"type": ["array", "string"]}
_URL = {"type": "string", "maxLength": 4096}
_ENTRY = {
    "type": "object",
    "properties": {
        "asset_id": _NAME, "user_label": _NAME, "type": {"type": "string"}, "url": _URL,
        "description": _TEXT, "must_preserve": _WORDS, "avoid": _WORDS,
    },
}  # fmt: skip
_NAMES = {"type": "array", "items": _NAME, "maxItems": 100}
_TOLD = ("user_label", "description", "must_preserve", "avoid")
PROPERTIES: dict[str, dict[str, Any]] = {
    "create_asset_manifest": {"assets": {"type": "array", "items": _ENTRY, "maxItems": 100}, "title": _TEXT},
    "inspect_asset": {"asset_id": _NAME, "user_label": _NAME},
    "label_asset": {
        "asset_id": _NAME, "user_label": _NAME, "label": _NAME, "description": _TEXT, "must_preserve": _WORDS,
        "avoid": _WORDS, "url": _URL,
    },
    "map_assets_for_model": {"model_id": _NAME, "model": _NAME, "asset_ids": _NAMES},
    "validate_asset_references": {"model_id": _NAME, "prompt": _TEXT, "asset_ids": _NAMES},
}  # fmt: skip
"""The arguments of each tool, the service's and the studio's own."""
REQUIRED = {"label_asset": ("asset_id",)}

# A model's beginning, and how it writes the n-th asset of a kind; the first that fits.
_TOKENS: tuple[tuple[str, str, int], ...] = (
    (r"seedance", "@{Kind}{n}", 1),
    (r"gpt-image", "{Kind} {n}", 1),
    (r"minimax-h3", "<Picture {n}>", 1),
    (r"", "context_{kind}_{n}", 0),
)


def found(assets: Sequence[Asset], name: str) -> Asset:
    """An asset by its id, its label, its name or its address; raises ToolRefusal."""
    for one in assets:
        if name in (
            one["id"],
            one.get("metadata", {}).get("user_label"),
            one.get("name"),
            one["url"],
        ):
            return one
    raise ToolRefusal(f"There is no asset {name[:80]}.", "ASSET_NOT_FOUND")


def shown(asset: Mapping[str, Any]) -> Asset:
    """The row that is told, in the spellings of records and of the skill."""
    names = ("name", "stepId", "toolName")
    told = {name: asset[name] for name in names if asset.get(name)}
    labels = asset.get("metadata") or {}
    return {
        "id": asset["id"],
        "asset_id": asset["id"],
        "mediaType": asset["mediaType"],
        "type": asset["mediaType"],
        "url": asset["url"],
        **told,
        **{name: labels[name] for name in _TOLD if name in labels},
        **({"metadata": labels} if labels else {}),
    }


def label(asset: Asset, given: Mapping[str, Any]) -> None:
    """Put what is said of an asset into its `metadata`."""
    labels = asset.setdefault("metadata", {})
    said = {name: given[name] for name in _TOLD if given.get(name)}
    named = said.get("user_label") or given.get("label")
    labels.update(said)
    if named:
        labels |= {"label": named, "user_label": named}


def create(assets: Sequence[Asset], given: Mapping[str, Any]) -> dict[str, Any]:
    """The manifest, with entries told anew: one names an asset by id or address, else it means the next of its type."""
    entries, left = given.get("assets") or [], list(assets)
    for one in assets if entries else ():
        for name in (*_TOLD, "label"):
            one.get("metadata", {}).pop(name, None)
    for entry in entries:
        known = entry.get("asset_id") or entry.get("url")
        kind = entry.get("type")
        fitting = (one for one in left if kind in (None, one["mediaType"]))
        meant = found(assets, known) if known else next(fitting, None)
        if meant is None:
            raise ToolRefusal(
                f"There is no more {str(kind)[:40]} in this session.", "ASSET_NOT_FOUND"
            )
        if meant in left:
            left.remove(meant)
        label(meant, entry)
    return {"assetManifest": {"assets": [shown(one) for one in assets]}}


def inspect(assets: Sequence[Asset], given: Mapping[str, Any]) -> dict[str, Any]:
    """One asset, or all of them where none is named."""
    name = given.get("asset_id") or given.get("user_label")
    if name:
        return {"asset": shown(found(assets, name))}
    return {"assets": [shown(one) for one in assets]}


def labelled(assets: Sequence[Asset], given: Mapping[str, Any]) -> dict[str, Any]:
    """An asset with its new label."""
    asset = found(assets, given["asset_id"])
    label(asset, given)
    return {"asset": shown(asset)}


def tokens(assets: Sequence[Asset], model: str) -> list[dict[str, Any]]:
    """How a model's prompt names each asset; every kind is counted for itself."""
    _, form, first = next(row for row in _TOKENS if re.match(row[0], model))
    seen: Counter[str] = Counter()
    rows = []
    for one in assets:
        kind = one["mediaType"]
        token = form.format(kind=kind, Kind=kind.title(), n=first + seen[kind])
        seen[kind] += 1
        rows.append({**shown(one), "model_ref": token})
    return rows


def dangling(assets: Sequence[Asset], model: str, prompt: str) -> list[str]:
    """The tokens in a prompt that name no asset."""
    _, form, _ = next(row for row in _TOKENS if re.match(row[0], model))
    kind = r"(?:[Ii]mage|[Vv]ideo|[Aa]udio|[Mm]odel)"
    pattern = (
        re.escape(form)
        .replace(r"\{Kind\}", kind)
        .replace(r"\{kind\}", kind)
        .replace(r"\{n\}", r"\d{1,3}")
    )
    known = {row["model_ref"] for row in tokens(assets, model)}
    return [one for one in dict.fromkeys(re.findall(pattern, prompt)) if one not in known]
