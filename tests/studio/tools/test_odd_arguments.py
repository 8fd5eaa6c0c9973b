"""Odd values for every argument of every tool: each is a plan, a text, or a sentence."""

from pathlib import Path
from typing import Any

import pytest

from studio.projects.orders.taking import KINDS
from studio.tools.api import KINDS as MEDIA_KINDS
from studio.tools.api import Media, MediaTool, Piece, ToolRefusal
from studio.tools.arguments import checked
from studio.tools.registry import TOOLS

ODD: tuple[Any, ...] = (
    "x", "", -1, 0, 1, 1e9, -1e9, 2.5, 10**400, float("nan"), [], {}, [1], [-1] * 70, True, "💥" * 500, [{}], [[]],
    {"type": "fade"}, "16:9", "0:0", "99999x1", [None], None, "{a|b}",
)  # fmt: skip
NEEDED: dict[str, Any] = {
    "prompt": "x", "description": "left side view", "videoIndices": [0, -1], "dance": "", "duration": 5,
    "startSeconds": 0.5, "endSeconds": 1, "overlays": [{"kind": "text", "position": "center", "text": "x"}],
    "brief": "a fox", "name": "Fox", "target_output": "image_prompt", "destination_model": "z-turbo",
}  # fmt: skip
BESIDE: dict[str, dict[str, Any]] = {
    "add_subtitles": {"srt": "1\n00:00:00,500 --> 00:00:01,000\nHi"},
    "segment_image": {"text": "the ball"},
}


def pieces(name: str) -> dict[str, tuple[Piece, ...]]:
    return {
        kind: (Piece(kind, Path("none"), f"http://studio/{name}.{kind}", "x/x", 192, 128, 2.0),)
        for kind in MEDIA_KINDS
    }


MEDIA = Media(pieces("made"), pieces("given"))


@pytest.mark.parametrize("name", sorted(TOOLS))
def test_an_odd_argument_is_a_plan_or_a_sentence(name: str) -> None:
    tool = TOOLS[name]
    needed = {**{one: NEEDED[one] for one in tool.required}, **BESIDE.get(name, {})}
    if name == "dance_montage":
        needed["dance"] = tool.properties["dance"]["enum"][0]
    said: list[str] = []
    for argument in tool.properties:
        for value in ODD:
            try:
                fit = checked(tool, {**needed, argument: value})
                if not isinstance(tool, MediaTool):
                    assert tool.write(fit)
                    continue
                work = tool.plan(fit, MEDIA)
            except ToolRefusal as refused:
                said.append(str(refused))
                continue
            assert work.price_each > 0
            assert 1 <= len(work.renders) <= 16
            if work.media_type == "video":
                sizes = {side for one in work.renders for side in (one.width, one.height)}
                assert all(side % 2 == 0 and 64 <= side <= 4096 for side in sizes), (
                    argument,
                    value,
                )
    assert [one for one in said if one[-1] not in ".?"] == []


@pytest.mark.parametrize("name", ["bpm", "creativity", "lyrics", "speaker"])
def test_an_odd_option_of_a_sound_is_text_or_a_number(name: str) -> None:
    for value in ODD:
        told = KINDS["audio"].options({"modelID": "ace_step_1.5_turbo", name: value}).get(name)
        assert told is None or isinstance(told, str) or told == told
