"""A plan once more with other seeds."""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from studio.renderers.versions import FRESH
from studio.safe_json import is_whole
from studio.tools.api import Tool
from studio.workflows.plan import Plan, PlanFault


def fresh_seeds(plan: Plan, overrides: Any, tools: Mapping[str, Tool]) -> dict[str, int]:
    """A seed for each step that takes one, by its id: those that `overrides` gives, else drawn. Raises PlanFault."""
    given = {} if overrides is None else overrides
    if not isinstance(given, dict):
        raise PlanFault("seed_overrides must be an object of step ids and numbers.")
    able = [step.id for step in plan.steps if "seed" in tools[step.tool].properties]
    for name, seed in given.items():
        if name not in able:
            raise PlanFault(f"There is no step {str(name)[:80]} with a seed.", str(name)[:80])
        if not is_whole(seed) or not 0 <= seed < 2**32:
            raise PlanFault("A seed is a whole number from 0.", name)
    return {name: given.get(name, secrets.randbelow(FRESH)) for name in able}


def with_seeds(plan: Plan, seeds: Mapping[str, int]) -> Plan:
    """The plan with other seeds in the steps named."""
    return Plan(
        plan.title,
        tuple(
            replace(step, arguments={**step.arguments, "seed": seeds[step.id]})
            if step.id in seeds
            else step
            for step in plan.steps
        ),
    )
