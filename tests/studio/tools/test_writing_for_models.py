"""The text tools for the models that are wished for: plans that can be made with them, scenes as long as a clip."""

from pathlib import Path
from typing import Any

import pytest

from studio.tools.api import Media, MediaTool, Piece
from studio.tools.arguments import checked
from studio.tools.registry import TOOLS
from tests.studio.tools.test_writing import write


@pytest.mark.parametrize(
    ("models", "count", "seconds", "taken", "clip_s", "warned"),
    [
        ({"image": "qwen", "video": "wan22"}, 1, 30, ("qwen-2512", "wan22"), 10, 0),
        (
            {"image": "chatgpt", "video": "seedance2"},
            3,
            5,
            ("gpt-image-2", "seedance2"),
            4,
            0,
        ),
        ({"video": "minimax-h3-i2v"}, 2, 4, (None, "minimax-h3-i2v"), 5.17, 0),
        ({"video": "seedance2-mini-uncensored"}, 1, 9, (None, None), 9, 1),
        ({"image": "sora", "video": "ltx25-22b-int8_t2v_distilled"}, 1, 60, (None, None), 20, 2),
    ],
)
def test_a_plan_is_made_for_the_models_that_are_wished_for(
    models: dict[str, str],
    count: int,
    seconds: float,
    taken: tuple[Any, Any],
    clip_s: float,
    warned: int,
) -> None:
    made = write("compose_workflow", brief="a film of the sea", duration_seconds=seconds,
                 destination_models=models, scene_count=count)  # fmt: skip
    picture, clip = (made["steps"][place]["arguments"] for place in (0, 1))
    assert (picture.get("model"), clip.get("videoModel")) == taken
    assert clip["duration"] == pytest.approx(clip_s, abs=0.01)
    assert len(made.get("warnings", ())) == warned
    for step, row in zip(made["steps"][:2], made["estimate"]["perStep"], strict=False):
        tool = TOOLS[step["toolName"]]
        assert isinstance(tool, MediaTool)
        first = Piece("image", Path("x"), "http://x", "image/png", 1360, 768)
        work = tool.plan(checked(tool, step["arguments"]), Media({"image": (first,)}))
        assert work.price_each <= row["capacityUnits"] < work.price_each + 1


def test_a_long_plan_has_as_many_scenes_as_its_clips_need() -> None:
    made = write("compose_workflow", brief="a film of the sea", duration_seconds=100,
                 destination_models={"video": "wan22"})  # fmt: skip
    clips = [one for one in made["steps"] if one["toolName"] == "animate_photo"]
    assert len(clips) == 10
    assert write("compose_script", brief="a heist", duration_seconds=90, destination_model="wan22")[
        "scene_count"
    ] == 9  # fmt: skip


def test_what_must_stay_is_in_the_prompt() -> None:
    asked: dict[str, Any] = {"prompt": "a fox", "destination_model": "ltx25"}
    kept = write("enhance_prompt", **asked, constraints={"brand": "ACME red", "no": ["text"]})
    assert "Brand: ACME red; no: text" in kept["prompt"]
    free, shown = (
        write("enhance_prompt", **asked, **more)
        for more in ({}, {"destination_tool": "animate_photo"})
    )
    assert len(shown["prompt"]) < len(free["prompt"])
    assert shown["destination_tool"] == "animate_photo"
