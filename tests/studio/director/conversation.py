"""A conversation as the product holds it: its three tools, its list of media, its history, and calls that succeed.

What a call makes joins the list under its own prompt and size, and the newest pictures are in view, as in
`chat.history` and `chat.toolbox`; the director is asked again until it is done with a turn.
"""

import base64
import json
import math
import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from PIL import Image

from studio.director import Call, Reply, direct
from studio.director.plan import MAKES
from tests.studio.director.asking import SHORT, Message, outputs_of, round_of, validator

SHAPED_NAMES = ("aspectRatio", "targetResolution")
MOST_ROUNDS = 8
MOST_IN_VIEW = 4
_BRANCH = re.compile(r"\{([^{}]*)\}")
WRITTEN = "[Verse]\nOver the sea we go"
"""The lyrics of whoever asks for some."""
World = Mapping[str, Mapping[str, Any]]


def _shaped() -> dict[str, Any]:
    """The product's tools, with films that take a shape and a resolution of their own."""
    found: dict[str, Any] = json.loads(json.dumps(SHORT))
    for name in ("animate_photo", "sound_to_video"):
        members = found[name]["function"]["parameters"]["properties"]
        members["aspectRatio"] = {"type": "string", "description": "Like 9:16, when asked for."}
        members["targetResolution"] = {"type": "number", "description": "Short side in pixels."}
    return found


SHAPED = _shaped()
"""The product's tools once films take `aspectRatio` and `targetResolution`."""


class Conversation:
    """`say` is one turn: the calls of all its rounds. `text` is all that was said in it, `reply` its last round."""

    def __init__(self, world: World = SHAPED) -> None:
        self.world = world
        self.media: dict[tuple[str, int], dict[str, Any]] = {}
        self.messages: list[Message] = []
        self.reply = Reply("")
        self.text = ""

    def say(
        self, text: str, *, files: Sequence[tuple[str, str, tuple[float, ...]]] = ()
    ) -> list[Call]:
        """`files` come with the words: kind, name, and width and height in pixels, or length in seconds."""
        names = [self._uploaded(*one) for one in files]
        said = f"{text}\n\nAttached: {', '.join(names)}".strip() if names else text
        view = [one for one in names if one.startswith("image ")] or self._newest()
        self.messages.append({"role": "user", "content": said})
        request = len(self.messages) - 1
        self.messages[request] = _with_view(said, view, given=bool(names and view[:1] == names[:1]))
        calls: list[Call] = []
        self.text = ""
        for _ in range(MOST_ROUNDS):
            self.reply = self._asked()
            self.text = f"{self.text} {self.reply.text}".strip()
            if not self.reply.calls:
                self.messages[request] = {
                    "role": "user",
                    "content": said,
                }  # seen once, told of later
                self.messages.append({"role": "assistant", "content": self.reply.text})
                return calls
            calls += self.reply.calls
            results = [self._made(call) for call in self.reply.calls]
            self.messages += round_of(self.reply, *results)
        raise AssertionError("The director does not come to an end.")

    def _newest(self) -> list[str]:
        return [f"{kind} {index}" for kind, index in self.media if kind == "image"][-MOST_IN_VIEW:]

    def _asked(self) -> Reply:
        kinds = {kind for kind, _ in self.media}
        offered = [
            tool
            for name, tool in self.world.items()
            if name != "sound_to_video" or "audio" in kinds
        ]
        lines = "\n".join(self._line(*key) for key in self.media)
        system = f"You are a creative partner.\n\nMedia in this conversation:\n{lines}"
        told = [{"role": "system", "content": system}, *self.messages]
        reply = direct({"messages": told, "tools": offered})
        assert reply.text
        for call in reply.calls:
            validator(self.world[call.name]).validate(call.arguments)
        return reply

    def _line(self, kind: str, index: int) -> str:
        one = self.media[kind, index]
        facts = [f'uploaded "{one["name"]}"' if index < 0 else "generated"]
        if "size" in one:
            facts.append(f"{one['size'][0]}x{one['size'][1]}")
        if "seconds" in one:
            facts.append(f"{one['seconds']:.1f} s")
        if "prompt" in one:
            facts.append(f'prompt "{one["prompt"][:160]}"')
        return f"- {kind} {index}: {', '.join(facts)}"

    def _uploaded(self, kind: str, name: str, measures: tuple[float, ...]) -> str:
        index = min([one for k, one in self.media if k == kind and one < 0], default=0) - 1
        facts: dict[str, Any] = {"name": name}
        if kind != "audio":
            facts["size"] = (int(measures[0]), int(measures[1]))
        if kind != "image":
            facts["seconds"] = measures[-1]
        self.media[kind, index] = facts
        return f"{kind} {index}"

    def _made(self, call: Call) -> Message:
        kind = MAKES.get(call.name)
        if kind is None:
            return {"ok": True, "tool": call.name, "title": "Tide", "lyrics": WRITTEN}
        self._known(call)
        first = max([one for k, one in self.media if k == kind], default=-1) + 1
        count = outputs_of(call)
        indices = range(max(first, 0), max(first, 0) + count)
        facts: dict[str, Any] = {"size": self._size(call)} if kind in ("image", "video") else {}
        if kind in ("video", "audio"):
            facts["seconds"] = float(call.arguments.get("duration", 5 if kind == "video" else 30))
        prompt = call.arguments.get("prompt")
        for place, index in enumerate(indices):
            told = {"prompt": _version(prompt, place)} if prompt else {}
            self.media[kind, index] = {**facts, **told}
        rows = [
            {"index": index}
            | ({"size": "{}x{}".format(*facts["size"])} if "size" in facts else {})
            | ({"duration_seconds": facts["seconds"]} if "seconds" in facts else {})
            for index in indices
        ]
        return {
            "ok": True, "success": True, "tool": call.name, "resultCount": count, "mediaType": kind,
            "startIndex": indices[0], "indices": list(indices), "results": rows,
        }  # fmt: skip

    def _known(self, call: Call) -> None:
        """Every index of a call is that of something in the conversation."""
        for name, value in call.arguments.items():
            if not name.endswith(("Index", "Indices")):
                continue
            kind = next((one for one in ("audio", "video") if one in name.lower()), "image")
            kind = "audio" if name.startswith("voice") else kind
            for index in value if isinstance(value, list) else [value]:
                assert (kind, index) in self.media, call

    def _size(self, call: Call) -> tuple[int, int]:
        told = call.arguments
        if told.get("width") and told.get("height"):
            return int(told["width"]), int(told["height"])
        shape = _shape(told.get("aspectRatio"))
        if call.name == "generate_image":
            wide = math.sqrt(1024 * 1024 * (shape or 1))
            return round(wide / 16) * 16, round(wide / (shape or 1) / 16) * 16
        source = self.media.get(("image", told.get("sourceImageIndex", 99)), {}).get(
            "size", (832, 480)
        )
        shape = shape or source[0] / source[1]
        long = round(480 * max(shape, 1 / shape) / 16) * 16
        return (long, 480) if shape >= 1 else (480, long)


def _with_view(said: str, view: Sequence[str], *, given: bool) -> Message:
    """A request with the pictures the model looks at: those that came with it, else the newest, named in a line."""
    if not view:
        return {"role": "user", "content": said}
    out = BytesIO()
    Image.new("RGB", (64, 48), (30, 60, 200)).save(out, "PNG")
    url = "data:image/png;base64," + base64.b64encode(out.getvalue()).decode()
    told = said if given else f"{said}\n\nPictures in view: {', '.join(view)}".strip()
    parts: list[Message] = [{"type": "text", "text": told}]
    parts += [{"type": "image_url", "image_url": {"url": url}} for _ in view]
    return {"role": "user", "content": parts}


def _shape(ratio: str | None) -> float | None:
    wide, _, high = (ratio or "").partition(":")
    return int(wide) / int(high) if high else None


def _version(prompt: str, place: int) -> str:
    """The prompt of one version: its branch of each group."""
    while group := _BRANCH.search(prompt):
        ways = group[1].split("|")
        prompt = prompt[: group.start()] + ways[place % len(ways)] + prompt[group.end() :]
    return prompt
