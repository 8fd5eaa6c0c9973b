"""Asking the director in a test: the tools in three worlds, media, one round, and rounds with their results."""

import copy
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator

from studio.director import Call, Reply, direct
from studio.director.plan import MAKES

_MANIFEST = json.loads(files("sogni_client").joinpath("data/hosted_tools.json").read_text())
HOSTED = {tool["function"]["name"]: tool for tool in _MANIFEST["tools"]}
INDEX = "Index in this conversation: 0, 1, 2 … are results, −1, −2 … are uploads."
Message = dict[str, Any]


def _in_our_numbering(tool: Mapping[str, Any]) -> dict[str, Any]:
    """The same tool with one numbering for every index, as the product describes it."""
    found = copy.deepcopy(dict(tool))
    for name, fragment in found["function"]["parameters"]["properties"].items():
        if "Index" in name or "Indices" in name:
            fragment["description"] = INDEX
    return found


PRODUCT = {name: _in_our_numbering(tool) for name, tool in HOSTED.items()}
USUAL = ("generate_image", "animate_photo", "sound_to_video")
SHORT_NAMES = {
    "generate_image": (
        "prompt", "numberOfVariations", "width", "height", "aspectRatio", "negativePrompt", "seed", "sourceImageIndex",
    ),
    "animate_photo": ("prompt", "sourceImageIndex", "endImageIndex", "duration", "negativePrompt"),
    "sound_to_video": (
        "prompt", "audioSourceIndex", "sourceImageIndex", "audioStart", "duration", "negativePrompt",
    ),
}  # fmt: skip


def _short(name: str) -> dict[str, Any]:
    tool = copy.deepcopy(PRODUCT[name])
    members = tool["function"]["parameters"]["properties"]
    tool["function"]["parameters"]["properties"] = {n: members[n] for n in SHORT_NAMES[name]}
    return tool


SHORT = {name: _short(name) for name in USUAL}


def ask(
    text: str | list[dict[str, Any]],
    media: Sequence[str] = (),
    *,
    tools: Sequence[str] | None = None,
    world: Mapping[str, Mapping[str, Any]] = PRODUCT,
    before: Sequence[Message] = (),
    after: Sequence[Message] = (),
    **request: Any,
) -> Reply:
    """One round; every call is checked against the schema of an offered tool, every text against tool names."""
    offered = list(world) if tools is None else list(tools)
    system = "Media in this conversation:\n" + "\n".join(f"- {line}" for line in media)
    said = [{"role": "system", "content": system}, *before, {"role": "user", "content": text}]
    reply = direct(
        {"messages": [*said, *after], "tools": [world[name] for name in offered], **request}
    )
    assert reply.text
    assert not any(name in reply.text for name in HOSTED)
    for call in reply.calls:
        assert call.name in offered
        validator(world[call.name]).validate(call.arguments)
    return reply


def validator(tool: Mapping[str, Any]) -> Draft202012Validator:
    """Of the arguments of a tool, which may be none but its own."""
    return _validator(json.dumps(tool["function"]["parameters"]))


@cache
def _validator(schema: str) -> Draft202012Validator:
    """A schema is checked once, for that takes longer than what the director does."""
    strict = {**json.loads(schema), "additionalProperties": False}
    Draft202012Validator.check_schema(strict)
    return Draft202012Validator(strict)


def round_of(reply: Reply, *results: Message) -> list[Message]:
    """The assistant's message of a reply, and what its tools said."""
    calls = [
        {
            "id": f"c{place}",
            "type": "function",
            "function": {"name": call.name, "arguments": json.dumps(call.arguments)},
        }
        for place, call in enumerate(reply.calls)
    ]
    told = [
        {"role": "tool", "tool_call_id": f"c{place}", "content": json.dumps(result)}
        for place, result in enumerate(results)
    ]
    return [{"role": "assistant", "content": reply.text, "tool_calls": calls}, *told]


def made(tool: str, kind: str, *indices: int, **more: Any) -> Message:
    """A result in the envelope's spelling."""
    return {"ok": True, "tool": tool, "mediaType": kind, "indices": list(indices), **more}


def failed(tool: str, error: str, **more: Any) -> Message:
    return {"ok": False, "success": False, "tool": tool, "error": error, **more}


def outputs_of(call: Call) -> int:
    """How many results a call makes."""
    fan = call.arguments.get("sourceImageIndices")
    return len(fan) if fan else int(call.arguments.get("numberOfVariations", 1))


def play(
    text: str,
    media: Sequence[str] = (),
    *,
    world: Mapping[str, Mapping[str, Any]] = PRODUCT,
    tools: Sequence[str] | None = None,
    before: Sequence[Message] = (),
) -> list[list[Call]]:
    """All rounds of a request, each call succeeding; the media it makes join the catalogue."""
    lines, rounds = list(media), []
    after: list[Message] = []
    for _ in range(8):
        reply = ask(text, lines, world=world, tools=tools, before=before, after=after)
        if not reply.calls:
            break
        rounds.append(list(reply.calls))
        results = []
        for call in reply.calls:
            kind = MAKES.get(call.name)
            if kind is None:
                results.append({"ok": True, "tool": call.name, "lyrics": "[Verse]\nOver the sea"})
                continue
            taken = [int(line.split()[1].rstrip(":")) for line in lines if line.startswith(kind)]
            first = max([*taken, -1]) + 1
            indices = range(first, first + outputs_of(call))
            prompt = call.arguments.get("prompt", "")
            lines += [f'{kind} {index}: generated, prompt "{prompt}"' for index in indices]
            results.append(made(call.name, kind, *indices))
        after += round_of(reply, *results)
    return rounds
