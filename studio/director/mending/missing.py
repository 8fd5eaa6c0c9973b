"""An argument that was left out, from what the person said."""

import re
from collections.abc import Mapping
from typing import Any

from studio.director.mending.indices import KIND_WORDS
from studio.director.mending.mended import Mended
from studio.director.plan import Scene, Step, Unclear
from studio.director.reading import Past
from studio.director.references.kinds import there_is

_MISSING = re.compile(
    r"'(\w+)' is a required|\bneeds (?!about\b)(?:an? |the )?(\w+)\b|"  # not "needs about 268": that is money
    r"\b(\w+) is (?:required|missing)\b|\bmissing (?:required )?"
    r"(?:argument|parameter|field|property)?:?\s?'?(\w+)|\brequires (?:an? |the )?'?(\w+)",
    re.I,
)


def absent_in(error: str) -> str:
    """The argument a failure calls missing; empty when it calls none so."""
    found = _MISSING.search(error)
    return next((one for one in found.groups() if one), "") if found else ""


def filled(
    call: Past,
    given: dict[str, Any],
    name: str,
    scene: Scene,
    step: Step | None,
) -> Mended | Unclear | None:
    """The missing argument from what the person said, where that is clear."""
    known = scene.turn.tools.get(call.tool, {}).get("properties") or {}
    name = next((one for one in known if one.lower() == name.lower()), name)
    value: Any = None
    if step is not None and step.tool == call.tool:
        value = step.arguments.get(name)
    if value is None and name in ("prompt", "brief", "description"):
        value = scene.turn.text or None
    kind = next((k for k, words in KIND_WORDS.items() if re.search(words, name, re.I)), "")
    if value is None and kind and re.search(r"ind(?:ex|ices)$", name, re.I):
        there = [one.index for one in scene.now(kind)]
        if len(there) != 1:
            return Unclear(there_is(scene, kind))
        value = there if name.lower().endswith("indices") else there[0]
    if value is None and isinstance(known.get(name), Mapping):
        fragment = known[name]
        value = fragment.get(
            "default", fragment.get("minimum", (fragment.get("enum") or [None])[0])
        )
    if value is None or given.get(name) == value:
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").lower()
        return Unclear(f"One thing is missing for that: the {words}. What shall it be?")
    return Mended(call.tool, {**given, name: value}, "One thing was missing; I add it.")
