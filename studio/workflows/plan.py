"""A workflow's plan as it was sent, checked: steps, their tools, and what binds one to another."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from typing import Any

from studio.safe_json import is_whole
from studio.spellings import camelled
from studio.tools.api import KINDS, TextTool, Tool, ToolRefusal
from studio.tools.arguments import checked, parsed

INPUT = "$input_media"
MOST_STEPS = 40
MOST_BINDINGS = 60
TRANSFORMS = {
    "artifact_url", "artifact_data_uri", "image_url", "video_url", "audio_url", "image_index",
    "video_index", "audio_index", "subtitle_cues", "subtitle_srt", "overlay_items", "asset_ref",
}  # fmt: skip
_ID = re.compile(r"[A-Za-z0-9_.:-]{1,80}")


class PlanFault(Exception):
    """A plan that cannot be run; the message is a sentence, `step` the step at fault where there is one."""

    def __init__(self, message: str, step: str = "") -> None:
        super().__init__(message)
        self.step = step

    def details(self) -> dict[str, Any]:
        """For the refusal's body."""
        said = {"error_type": "WORKFLOW_VALIDATION_FAILED"}
        return {**said, "stepId": self.step} if self.step else said


@dataclass(frozen=True)
class Binding:
    """`dependsOn`: what of an earlier step, or of the input media, goes into which argument, and how."""

    source: str
    target: str
    transform: str
    artifact_id: str = ""
    artifact_index: int | None = None
    media_type: str = ""
    required: bool = True


@dataclass(frozen=True)
class PlannedStep:
    """One call of a tool."""

    id: str
    tool: str
    arguments: dict[str, Any]
    bindings: tuple[Binding, ...] = ()
    sent: tuple[dict[str, Any], ...] = field(default_factory=tuple)
    """The bindings as they were sent, for the record."""


@dataclass(frozen=True)
class Plan:
    """Checked steps in an order in which each comes after what it needs."""

    title: str
    steps: tuple[PlannedStep, ...]


def read_plan(sent: Any, tools: Mapping[str, Tool]) -> Plan:
    """Check a plan. Raises PlanFault for the first fault, with the step named."""
    if not isinstance(sent, Mapping):
        raise PlanFault("The plan must be an object with steps.")
    rows = sent.get("steps")
    if not isinstance(rows, list) or not rows:
        raise PlanFault("The plan needs at least one step.")
    if len(rows) > MOST_STEPS:
        raise PlanFault(f"A plan can have {MOST_STEPS} steps.")
    steps = [_step(row, place, tools) for place, row in enumerate(rows)]
    names = [step.id for step in steps]
    for step in steps:
        if names.count(step.id) > 1:
            raise PlanFault(f"The step id {step.id} is used twice.", step.id)
        for binding in step.bindings:
            if binding.source != INPUT and binding.source not in names:
                raise PlanFault(f"There is no step {binding.source}.", step.id)
    title = sent.get("title")
    named = title.strip()[:200] if isinstance(title, str) else ""
    return Plan(named or "Workflow", _ordered(steps))


def _step(row: Any, place: int, tools: Mapping[str, Tool]) -> PlannedStep:
    name = f"step_{place + 1}"
    if not isinstance(row, Mapping):
        raise PlanFault("A step must be an object.", name)
    given = row.get("id")
    if given is not None:
        if not isinstance(given, str) or not _ID.fullmatch(given):
            raise PlanFault("A step's id is up to 80 letters, digits and _.:-", name)
        name = given
    called = row.get("toolName", row.get("tool_name", row.get("tool")))
    tool = tools.get(called) if isinstance(called, str) else None
    if tool is None:
        raise PlanFault(f"There is no tool {str(called)[:80]}.", name)
    try:
        arguments = parsed(row.get("arguments"))
    except ToolRefusal as refused:
        raise PlanFault(str(refused), name) from refused
    sent = row.get("dependsOn", row.get("depends_on"))
    bindings = _bindings(sent, name, tool)
    _check_arguments(tool, arguments, bindings, name)
    kept = tuple(dict(one) for one in sent) if sent else ()
    return PlannedStep(name, tool.name, arguments, bindings, kept)


def _bindings(sent: Any, step: str, tool: Tool) -> tuple[Binding, ...]:
    if sent is None:
        return ()
    if not isinstance(sent, list) or len(sent) > MOST_BINDINGS:
        raise PlanFault(f"dependsOn must be a list of at most {MOST_BINDINGS} objects.", step)
    return tuple(_binding(one, step, tool) for one in sent)


def _binding(sent: Any, step: str, tool: Tool) -> Binding:
    if not isinstance(sent, Mapping):
        raise PlanFault("dependsOn must hold objects.", step)
    given = camelled(sent)
    source, target = given.get("sourceStepId"), given.get("targetArgument")
    transform = given.get("transform")
    if not isinstance(source, str) or not source:
        raise PlanFault("A binding needs sourceStepId.", step)
    if not isinstance(transform, str) or transform not in TRANSFORMS:
        raise PlanFault(f"There is no transform {str(transform)[:60]}.", step)
    place = argument_of(tool, target)
    if place is None:
        raise PlanFault(f"{tool.name} has no argument {str(target)[:60]}.", step)
    kind = given.get("mediaType") or ""
    implied = transform.partition("_")[0]
    if (kind and kind not in KINDS) or (implied in KINDS and kind not in ("", implied)):
        raise PlanFault(f"{transform} does not give a {str(kind)[:40]}.", step)
    index, name = given.get("sourceArtifactIndex"), given.get("sourceArtifactId") or ""
    if index is not None and (not is_whole(index) or index < 0):
        raise PlanFault("sourceArtifactIndex must be a number from 0.", step)
    if not isinstance(name, str):
        raise PlanFault("sourceArtifactId must be text.", step)
    kind = implied if implied in KINDS else kind
    return Binding(source, place, transform, name, index, kind, given.get("required") is not False)


def argument_of(tool: Tool, name: Any) -> str | None:
    """The tool's own spelling of an argument, or None."""
    if not isinstance(name, str):
        return None
    plain = name.removesuffix("[]").replace("_", "").lower()
    return next((one for one in tool.properties if one.replace("_", "").lower() == plain), None)


def _check_arguments(
    tool: Tool, arguments: dict[str, Any], bindings: tuple[Binding, ...], step: str
) -> None:
    """The fixed arguments alone; what is bound is checked when its value is there."""
    bound = {binding.target for binding in bindings if binding.required}
    needed = tuple(name for name in tool.required if name not in bound)
    bare = TextTool(tool.name, tool.properties, needed, lambda _: {})
    try:
        checked(bare, arguments)
    except ToolRefusal as refused:
        raise PlanFault(str(refused), step) from refused


def _ordered(steps: list[PlannedStep]) -> tuple[PlannedStep, ...]:
    """In the order they were sent wherever what binds them allows it."""
    by_id = {step.id: step for step in steps}
    graph = TopologicalSorter(
        {step.id: [one.source for one in step.bindings if one.source != INPUT] for step in steps}
    )
    try:
        graph.prepare()
    except CycleError as circle:
        names = [str(one) for one in circle.args[1]]
        raise PlanFault(
            f"The steps wait for each other: {' → '.join(names)}.", names[0]
        ) from circle
    order: list[PlannedStep] = []
    ready: set[str] = set()
    while graph.is_active():
        ready.update(graph.get_ready())
        first = next(step.id for step in steps if step.id in ready)
        ready.discard(first)
        order.append(by_id[first])
        graph.done(first)
    return tuple(order)
