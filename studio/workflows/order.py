"""Which steps may run side by side, and in which order their results are counted.

A step that says where its media come from depends on those steps alone. One that counts on what there is by then (an
index written out, the latest picture, a list of everything) waits for all before it, and all after it wait for it. So
side by side or not, every index means the same.
"""

from collections.abc import Mapping
from typing import Any

from studio.tools.api import TextTool, Tool
from studio.workflows.control import CONTROL
from studio.workflows.plan import INPUT
from studio.workflows.record import Step, Workflow

MOST_AT_ONCE = 6
UNKNOWN = "?"
_SELF_CONTAINED = ("generate_image", "generate_video", "generate_music", "generate_speech")
_HALF_BOUND = ("sound_to_video", "video_to_video", "dance_montage")
"""Take more media than a plan usually binds, and the latest for what is left open."""


def explicit(step: Step, tools: Mapping[str, Tool]) -> bool:
    """Whether a step's bindings say all it depends on."""
    if step.tool in CONTROL or step.tool in _HALF_BOUND:
        return False
    if any(_counts(name, value) for name, value in step.arguments.items()):
        return False
    if isinstance(tools.get(step.tool), TextTool) or step.tool in _SELF_CONTAINED:
        return True
    return any(one["required"] for one in step.bindings)


def startable(workflow: Workflow, tools: Mapping[str, Tool], running: int) -> Step | None:
    """The next step that may begin beside those that run; None when there is none now."""
    if running >= MOST_AT_ONCE:
        return None
    for place, step in enumerate(workflow.steps):
        if step.status != "pending":
            if not step.over and not explicit(step, tools):
                return None
            continue
        if not explicit(step, tools):
            earlier_over = all(one.over for one in workflow.steps[:place])
            return step if earlier_over and not running else None
        if all(_over(workflow, one["source"]) for one in step.bindings):
            return step
    return None


def countable(workflow: Workflow, ended: Mapping[str, Any]) -> Step | None:
    """The next step that ended and whose results may be counted: no earlier one of its kind is still to come."""
    for place, step in enumerate(workflow.steps):
        if step.id not in ended:
            continue
        before = (one for one in workflow.steps[:place] if not one.over)
        if not any(UNKNOWN in (one.kind, step.kind) or one.kind == step.kind for one in before):
            return step
    return None


def _over(workflow: Workflow, name: str) -> bool:
    source = None if name == INPUT else workflow.step(name)
    return source is None or source.over


def _counts(name: str, value: Any) -> bool:
    """Whether an argument is an index written out."""
    plain = name.replace("_", "").lower()
    return plain.endswith(("index", "indices")) and value is not None
