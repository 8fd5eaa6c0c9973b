"""What can come next, said once after pictures: it fits how many there are, and what was done to make them."""

import re

from studio.director.reading import Past, Turn

_LETTERED = re.compile(r"\blogos?\b|[\"“]\w", re.I)


def next_for(turn: Turn) -> str:
    """A sentence with its blank before; empty when the turn made no pictures, or the conversation has it already."""
    done = [result for result in turn.results if result.ok and result.indices]
    if not done or {result.kind for result in done} != {"image"}:
        return ""
    told = next(
        (call for row in turn.rounds for call in row.calls if call.result is done[-1]),
        None,
    )
    several = sum(len(result.indices) for result in done if result.tool == done[-1].tool) > 1
    hint = _hint(turn, told, several=several) if told else ""
    return "" if not hint or any(hint in one for one in turn.answers) else f" {hint}"


def _hint(turn: Turn, call: Past, *, several: bool) -> str:
    tool, told = call.tool, call.arguments
    if tool == "upscale_image" or (tool == "segment_image" and not told.get("applyMask")):
        return ""
    if tool in ("remove_background", "segment_image"):
        return f"Say what should be behind {'them' if several else 'it'}."
    if tool == "change_angle":
        return "Name another side to see more."
    if tool == "restore_photo":
        return "Say what else to mend, or what should move."
    moves = "animate_photo" in turn.tools
    if several:
        return (
            "Say a number to change it, or what should move."
            if moves
            else "Say a number to change it."
        )
    if _LETTERED.search(str(told.get("prompt") or "")):
        return "Say what to change: its words, or a colour."
    return "Say what to change, or what should move." if moves else "Say what to change."
