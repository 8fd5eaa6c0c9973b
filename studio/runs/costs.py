"""When a run asks before it spends, and how such a question is answered."""

import time
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from studio.accounts.prices import SOGNI_PER_SPARK, USD_PER_SPARK
from studio.agent.speaking import ToolCall
from studio.projects.records import iso
from studio.runs.record import Run
from studio.spellings import camel

OVERRIDES = {"qualityTier": ("fast", "hq", "pro"), "safeContentFilter": (True, False)}
"""What a decision may change: nothing that makes the work dearer than what was agreed."""


def must_ask(run: Run, due: float, jobs: float) -> bool:
    """Whether calls of `due` Spark need the person's word; `jobs` of them are for more than words.

    They do when the run was begun with `requireJobConfirmation` and the jobs are above its threshold, and when
    all of it carries the run over `max_estimated_capacity_units`. `confirm_cost` given as true says yes beforehand.
    """
    if due <= 0 or run.request.get("confirmCost") is True:
        return False
    most = run.request.get("maxEstimatedCapacityUnits")
    if most is not None and run.estimated + due > most:
        return True
    if run.config.get("requireJobConfirmation") is not True or jobs <= 0:
        return False
    return jobs * float(USD_PER_SPARK) > float(run.config.get("jobConfirmationThresholdUsd") or 0)


def amount(units: float, asked_in: str) -> float:
    """Capacity units as an amount of the token that prices are told in."""
    return round(units * float(SOGNI_PER_SPARK) if asked_in == "sogni" else units, 6)


def question(
    run: Run, calls: Sequence[ToolCall], prices: Mapping[str, float], valid_s: float
) -> dict[str, Any]:
    """The details of the pause: which calls wait, and the preview that must be given back to go on."""
    return {
        "toolCallId": calls[0].id,
        "pendingToolCallIds": [call.id for call in calls],
        "costApprovalPreview": {
            "totalEstimatedCapacityUnits": round(sum(prices[call.id] for call in calls), 6),
            "tokenType": run.token_type,
            "validityUntil": iso(time.time() + valid_s),
            "perToolBreakdown": [
                {
                    "toolCallId": call.id,
                    "toolName": call.name,
                    "capacityUnits": round(prices[call.id], 6),
                }
                for call in calls
            ],
        },
    }


def renewed(details: Mapping[str, Any], valid_s: float) -> dict[str, Any]:
    """The same question with a preview that is valid again."""
    preview = {**details["costApprovalPreview"], "validityUntil": iso(time.time() + valid_s)}
    return {**details, "costApprovalPreview": preview}


def expired(preview: Mapping[str, Any]) -> bool:
    """Whether a preview may no longer be accepted."""
    until = datetime.fromisoformat(str(preview["validityUntil"]).replace("Z", "+00:00"))
    return until.timestamp() < time.time()


def kept_overrides(given: Any) -> dict[str, Any]:
    """The overrides a decision may make; others are dropped without a word, so that no client can wedge a run."""
    found = {}
    for name, value in given.items() if isinstance(given, Mapping) else ():
        known = camel(str(name))
        allowed = OVERRIDES.get(known, ())
        if any(value is one or (isinstance(one, str) and value == one) for one in allowed):
            found[known] = value
    return found
