"""What an agent does besides making media: keep the manifest of its session, and what else a studio gives it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from studio.agent.session import Session
from studio.director.reading import text_of
from studio.tools import assets
from studio.tools.api import KINDS, Arguments, TextTool, ToolRefusal
from studio.tools.arguments import checked, parsed
from studio.tools.outcome import Failure, Outcome

Act = Callable[[Session, Arguments, str], Awaitable[dict[str, Any]]]
"""What a call does, with its checked arguments and an id that stays the same when it is done again after a restart."""

Price = Callable[[Session, Arguments], Awaitable[Decimal]]
"""The capacity units of what a call with such arguments begins; none where it will be refused."""


@dataclass(frozen=True)
class DeskTool:
    """A call that makes no media itself; `act` raises ToolRefusal. `price` is for one that begins what costs."""

    shape: TextTool
    act: Act
    price: Price | None = None


Desk = Mapping[str, DeskTool]
_SETTLED = ("asset_id", "user_label", "description", "must_preserve", "avoid")


def desk_tool(
    name: str,
    act: Act,
    properties: Mapping[str, Any],
    required: tuple[str, ...] = (),
    price: Price | None = None,
) -> DeskTool:
    """A tool from its arguments and what it does."""
    return DeskTool(TextTool(name, dict(properties), required, lambda _: {}), act, price)


async def price_of(tool: DeskTool, session: Session, arguments: Any) -> Decimal:
    """What a call will cost beyond itself. Never raises for what it says: the call itself will tell what is wrong."""
    if tool.price is None:
        return Decimal(0)
    try:
        return await tool.price(session, checked(tool.shape, arguments))
    except ToolRefusal:
        return Decimal(0)


async def work(tool: DeskTool, session: Session, arguments: Any, call_id: str) -> Outcome:
    """Do a call. Never raises for what it says."""
    name = tool.shape.name
    try:
        told = await tool.act(session, checked(tool.shape, arguments), call_id)
    except ToolRefusal as refused:
        return Outcome(name, failure=Failure.of(refused))
    return Outcome(name, told=told)


def assets_of(session: Session) -> list[assets.Asset]:
    """The session's media as assets: what was given, then what was made, with what was said of them so far.

    The manifest is kept nowhere: the calls that made it are in the conversation.
    """
    rows = [
        {"id": f"{kind}_{index}", "mediaType": kind, "url": piece.url}
        for made in (False, True)
        for kind in KINDS
        for index, piece in (
            enumerate(session.media.made(kind))
            if made
            else ((-place - 1, one) for place, one in enumerate(session.media.given(kind)))
        )
    ]
    answered = {
        one.get("tool_call_id"): text_of(one)
        for one in session.messages
        if one.get("role") == "tool"
    }
    for message in session.messages:
        for call in message.get("tool_calls") or []:
            if isinstance(call, Mapping) and call.get("id") in answered:
                _said_before(rows, call.get("function"), answered[call["id"]])
    return rows


def _said_before(rows: list[assets.Asset], function: Any, told: str) -> None:
    """Do again what a call did; `told` is what came of it."""
    again = {"create_asset_manifest": assets.create, "label_asset": assets.labelled}
    if not isinstance(function, Mapping) or function.get("name") not in again:
        return
    name = str(function["name"])
    try:
        given = checked(ASSETS[name].shape, _settled(told) or parsed(function.get("arguments")))
        again[name](rows, given)
    except ToolRefusal:
        return  # it was refused then, too


def _settled(told: str) -> dict[str, Any]:
    """The entries of a manifest as they were told, each with its id: what came later is none of them."""
    try:
        manifest = parsed(told).get("assetManifest")
    except ToolRefusal:
        return {}
    found = manifest.get("assets") if isinstance(manifest, Mapping) else None
    labelled = [
        {name: one[name] for name in _SETTLED if name in one}
        for one in (found if isinstance(found, list) else [])
        if isinstance(one, Mapping) and one.get("metadata") and one.get("asset_id")
    ]
    return {"assets": labelled} if labelled else {}


async def _create(session: Session, given: Arguments, call_id: str) -> dict[str, Any]:
    return assets.create(assets_of(session), given)


async def _inspect(session: Session, given: Arguments, call_id: str) -> dict[str, Any]:
    return assets.inspect(assets_of(session), given)


async def _label(session: Session, given: Arguments, call_id: str) -> dict[str, Any]:
    return assets.labelled(assets_of(session), given)


async def _map(session: Session, given: Arguments, call_id: str) -> dict[str, Any]:
    model = given.get("model_id") or given.get("model")
    if not model:
        raise ToolRefusal("map_assets_for_model needs model_id.")
    return {"model_id": model, "assets": assets.tokens(assets_of(session), model)}


async def _validate(session: Session, given: Arguments, call_id: str) -> dict[str, Any]:
    missing = assets.dangling(
        assets_of(session), given.get("model_id") or "", given.get("prompt") or ""
    )
    return {"valid": not missing, "dangling": missing}


_ACTS = {
    "create_asset_manifest": _create,
    "inspect_asset": _inspect,
    "label_asset": _label,
    "map_assets_for_model": _map,
    "validate_asset_references": _validate,
}
ASSETS: dict[str, DeskTool] = {
    name: desk_tool(name, act, assets.PROPERTIES[name], assets.REQUIRED.get(name, ()))
    for name, act in _ACTS.items()
}
