"""What the model is told about a call that is over, in the spellings of Sogni's own result envelope."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from chat.models import ToolCall, ToolOutput
from chat.toolbox import sizes
from media.models import Item


def result_for_model(call: ToolCall, outputs: Sequence[ToolOutput]) -> dict[str, Any]:
    """Indices in the conversation's own numbering; failures, and what was kept back, with their sentence."""
    good = [output for output in outputs if output.status == ToolCall.Status.DONE]
    bad = [output for output in outputs if output.status != ToolCall.Status.DONE]
    told: dict[str, Any] = {
        "ok": bool(good),
        "success": bool(good),
        "tool": call.name,
        "resultCount": len(good),
    }
    if outputs:
        told["mediaType"] = outputs[0].item.kind
        told["startIndex"] = outputs[0].item.index
        told["indices"] = [output.item.index for output in good]
    later = [one.item.index for one in good if one.call_id == call.pk != one.maker_id]
    if later:
        told["madeLater"] = later  # by a retry: an answer that tells of a failure was given before
    details = [_facts(output) for output in good]
    if details:
        told["results"] = details
    cost = sum((output.cost for output in good if output.cost), Decimal(0))
    if cost:
        told["cost"] = {"credits": f"{cost.normalize():f}"}
    withheld = [output for output in bad if output.item.state == Item.State.WITHHELD]
    failed = [output for output in bad if output not in withheld]
    asked, made = sizes.asked_size(call.arguments), good[0].item if good else None
    if asked and made and made.width and made.height and asked != (made.width, made.height):
        told["note"] = (
            f"{asked[0]}x{asked[1]} was asked for; the model makes {made.width}x{made.height} of it."
        )
    if failed:
        told["failed"] = [_why(output) for output in failed]
    if withheld:
        told |= {"withheldCount": len(withheld), "withheld": [_why(output) for output in withheld]}
    if not good:
        told["error"] = call.error or (bad[0].reason if bad else "Nothing came back.")
    return told


def _why(output: ToolOutput) -> dict[str, Any]:
    return {"index": output.item.index, "error": output.reason or "Not made."}


def _facts(output: ToolOutput) -> dict[str, Any]:
    item = output.item
    facts: dict[str, Any] = {"index": item.index}
    if item.width and item.height:
        facts["size"] = f"{item.width}x{item.height}"
    if item.blob is not None and item.blob.duration_s:
        facts["duration_seconds"] = round(item.blob.duration_s, 1)
    return {**facts, **item.facts}
