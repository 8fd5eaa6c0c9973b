"""What each transform of a plan puts into an argument."""

import base64
from pathlib import Path
from typing import Any

import pytest

from studio.tools.api import TextTool
from studio.workflows.bindings import Session, Source, bound
from studio.workflows.plan import TRANSFORMS, Binding

WORDS = {"lyrics": "[verse]\nover the hills\nla la la", "duration_seconds": 6}
CUES = [
    {"startSeconds": 0.0, "endSeconds": 3.0, "text": "over the hills"},
    {"startSeconds": 3.0, "endSeconds": 6.0, "text": "la la la"},
]
SRT = """1
00:00:00,000 --> 00:00:03,000
over the hills

2
00:00:03,000 --> 00:00:06,000
la la la
"""


def row(kind: str) -> dict[str, Any]:
    return {"id": f"a-{kind}", "mediaType": kind, "mimeType": f"{kind}/x", "url": f"http://{kind}"}


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """An image, a film and a song of one step, at places 4, 5 and 6 of their kinds; and words."""
    kinds = ("image", "video", "audio")
    rows = tuple(row(kind) for kind in kinds)
    file = tmp_path / "picture"
    file.write_bytes(b"picture")
    places = {one["id"]: place for place, one in enumerate(rows, start=4)}
    source = Source(rows, places, WORDS)
    return Session({"made": source}, {"a-image": file})


GIVES: dict[str, Any] = {
    "artifact_url": "http://image",
    "artifact_data_uri": f"data:image/x;base64,{base64.b64encode(b'picture').decode()}",
    "image_url": "http://image",
    "video_url": "http://video",
    "audio_url": "http://audio",
    "image_index": 4,
    "video_index": 5,
    "audio_index": 6,
    "subtitle_cues": CUES,
    "subtitle_srt": SRT,
    "overlay_items": [{"type": "text", **cue} for cue in CUES],
    "asset_ref": "http://image",
}


@pytest.mark.parametrize("transform", sorted(TRANSFORMS))
def test_every_transform_gives_what_it_says(session: Session, transform: str) -> None:
    wanted = GIVES[transform]
    shape = {"type": {list: "array", int: "integer"}.get(type(wanted), "string")}
    tool = TextTool("t", {"x": shape}, (), lambda _: {})
    kind = transform.partition("_")[0]
    kind = kind if kind in ("image", "video", "audio") else ""
    given = bound(tool, {"y": 1}, (Binding("made", "x", transform, media_type=kind),), session)
    assert given == {"y": 1, "x": wanted}


@pytest.mark.parametrize(("name", "shape", "wanted"), [
    ("assetId", "string", "a-image"), ("place", "integer", 4), ("address", "string", "http://image"),
])  # fmt: skip
def test_a_reference_is_what_its_argument_takes(
    session: Session, name: str, shape: str, wanted: Any
) -> None:
    tool = TextTool("t", {name: {"type": shape}}, (), lambda _: {})
    assert bound(tool, {}, (Binding("made", name, "asset_ref"),), session) == {name: wanted}


def test_what_need_not_be_there_may_be_missing(session: Session) -> None:
    tool = TextTool("t", {"x": {"type": "string"}}, (), lambda _: {})
    absent = Binding("nothing", "x", "image_url", media_type="image", required=False)
    assert bound(tool, {}, (absent,), session) == {}
