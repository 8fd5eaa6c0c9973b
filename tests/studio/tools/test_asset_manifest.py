"""A manifest is told anew from its conversation: what comes later takes no label from what was there."""

import json
from pathlib import Path
from typing import Any

import pytest

from studio.agent.desk import ASSETS, assets_of, work
from studio.agent.session import Session
from studio.tools.api import Media, Piece

ENTRIES = [{"type": "image", "user_label": "given"}, {"type": "image", "user_label": "made"}]


def picture(name: str) -> Piece:
    return Piece("image", Path(f"/{name}"), f"http://studio/blobs/{name}", "image/png")


def labels(session: Session) -> dict[str, Any]:
    return {one["id"]: one.get("metadata", {}).get("user_label") for one in assets_of(session)}


@pytest.mark.parametrize("more", [0, 1])
async def test_an_upload_that_comes_later_takes_no_label(more: int) -> None:
    session = Session("me", [], Media({"image": (picture("b"),)}, {"image": (picture("a"),)}))
    name = "create_asset_manifest"
    told = (await work(ASSETS[name], session, {"assets": ENTRIES}, "x:c")).told
    function = {"name": name, "arguments": json.dumps({"assets": ENTRIES})}
    session.messages += [
        {"role": "assistant", "tool_calls": [{"id": "c", "function": function}]},
        {"role": "tool", "tool_call_id": "c", "content": json.dumps(told)},
    ]
    later = tuple(picture(f"later {place}") for place in range(more))
    session.media = Media(session.media.generated, {"image": (picture("a"), *later)})
    found = labels(session)
    assert (found["image_-1"], found["image_0"]) == ("given", "made")
    assert len(found) == 2 + more
    assert found.get("image_-2") is None
