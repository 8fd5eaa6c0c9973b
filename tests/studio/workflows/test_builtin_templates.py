"""The templates that come with the studio are plans the service would take: held against Sogni's own tool manifest."""

from typing import Any

import pytest
from sogni_client import SogniTools

from studio.tools.api import TextTool, Tool
from studio.workflows.builtin import BUILT_IN
from studio.workflows.control import CONTROL
from studio.workflows.placeholders import plan_of, taken_inputs
from studio.workflows.plan import read_plan
from studio.workflows.template_fields import checked_fields


def manifest() -> dict[str, Tool]:
    """The 30 hosted tools by the official schema, and the steps that make nothing."""
    found: dict[str, Tool] = {name: tool.shape for name, tool in CONTROL.items()}
    for one in SogniTools.all:
        shape = one["function"]
        asked = shape["parameters"]
        required = tuple(asked.get("required", ()))
        found[shape["name"]] = TextTool(
            shape["name"], asked.get("properties", {}), required, lambda _: {}
        )
    return found


def given(template: dict[str, Any]) -> dict[str, Any]:
    """Something for every input without a default."""
    address = "http://127.0.0.1:8010/blobs/x"
    sample = {"text": "a red fox", "image": address, "audio": address, "video": address}
    return {row["name"]: sample[row["type"]] for row in template["inputs"] if "default" not in row}


@pytest.mark.parametrize("name", BUILT_IN)
def test_it_is_a_plan_of_known_tools_and_arguments(name: str) -> None:
    template, tools = BUILT_IN[name], manifest()
    checked_fields(template, tools, whole=True)
    taken = taken_inputs(template, given(template))
    plan = read_plan(plan_of(template, taken), tools)
    assert len(plan.steps) == len(template["stages"])
    assert "$inputs" not in str(plan)
