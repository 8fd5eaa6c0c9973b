"""What an unseen utterance is, and when an answer to it counts as right.

Indices are the product's public ones, for every tool alike: generated media of a kind count 0, 1, 2 …
in order of creation, uploads −1, −2 … in order of attachment; each kind counts for itself.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from typing import Literal

Kind = Literal["image", "video", "audio"]
Manner = Literal["calls", "asks", "declines", "talks"]
Value = str | int | float | bool | tuple[int, ...]


@dataclass(frozen=True)
class Medium:
    """One line of the catalogue; width and height in pixels, audio has none; seconds for video and audio."""

    kind: Kind
    index: int
    label: str
    """The prompt of generated media, the file name of uploads."""
    width: int | None = None
    height: int | None = None
    seconds: float | None = None


@dataclass(frozen=True)
class Exchange:
    """The turn before: what was said, the call that answered it with the indices made, the closing words."""

    said: str
    tool: str
    arguments: Mapping[str, Value]
    made: tuple[int, ...]
    reply: str


@dataclass(frozen=True)
class Setting:
    """What the conversation holds when the message arrives; `attached` came with this very message."""

    catalogue: tuple[Medium, ...] = ()
    attached: tuple[tuple[Kind, int], ...] = ()
    earlier: Exchange | None = None


@dataclass(frozen=True)
class Call:
    """One tool call, told by what matters in it; arguments not named here are free.

    `numberOfVariations` is the exception: where it is not named it must be absent or 1.
    """

    tool: str
    arguments: Mapping[str, Value] = field(default_factory=dict)
    """Exact values; a key may be a dotted path (`transition.type`, `cues.0.text`)."""
    optional: frozenset[str] = frozenset()
    """Keys of `arguments` that may also be left out (the sole or latest medium, a default)."""
    words: tuple[str, ...] = ()
    """Each must occur in the call's texts, case aside; `a|b` is met by either."""
    shape: str | None = None
    """`9:16`: met by aspectRatio, ratio, aspect_ratio, or by width and height of that ratio (2 %)."""
    size: tuple[int, int] | None = None
    """Exact pixels: met by width and height, or by a `WxH` aspectRatio."""
    varied: bool = False
    """The prompt must hold a Dynamic Prompt branch `{a|b}`."""
    absent: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Expected:
    """How the first round should answer; `rounds` are the alternatives, each a whole set of calls."""

    manner: Manner
    rounds: tuple[tuple[Call, ...], ...] = ()


@dataclass(frozen=True)
class Utterance:
    """One message of a person with its surroundings; `topic` names it in reports."""

    topic: str
    text: str
    expected: Expected
    setting: Setting = Setting()


def accepts(
    expected: Expected, calls: Sequence[tuple[str, Mapping[str, object]]], text: str
) -> bool:
    """Whether a first round of (tool, arguments) calls and words fits; the order of calls is free."""
    if expected.manner != "calls":
        return not calls and bool(text.strip()) and (expected.manner != "asks" or "?" in text)
    return any(
        len(wanted) == len(calls)
        and any(
            all(fits(one, tool, args) for one, (tool, args) in zip(wanted, order, strict=True))
            for order in permutations(calls)
        )
        for wanted in expected.rounds
        if len(wanted) <= 4  # permutations stay few
    )


def fits(wanted: Call, tool: str, arguments: Mapping[str, object]) -> bool:
    """Whether one call meets one expectation."""
    prose = " ".join(_texts(arguments)).lower()
    named = all(_holds(arguments, key, wanted) for key in wanted.arguments)
    counted = "numberOfVariations" in wanted.arguments or _same(
        arguments.get("numberOfVariations", 1), 1
    )
    return (
        tool == wanted.tool
        and named
        and counted
        and not wanted.absent & {key for key, value in arguments.items() if value}
        and all(any(w in prose for w in word.lower().split("|")) for word in wanted.words)
        and (not wanted.varied or re.search(r"\{[^{}]*\|[^{}]*\}", prose) is not None)
        and (wanted.size is None or _pixels(arguments) == wanted.size)
        and (wanted.shape is None or _shaped(arguments, wanted.shape))
    )


def _holds(arguments: Mapping[str, object], key: str, wanted: Call) -> bool:
    found = _at(arguments, key)
    if found is None:
        return key in wanted.optional
    return _same(found, wanted.arguments[key])


def _at(value: object, path: str) -> object:
    for step in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value


def _same(found: object, value: Value) -> bool:
    return json.dumps(found) == json.dumps(value) or (
        isinstance(found, int | float)
        and isinstance(value, int | float)
        and not isinstance(found, bool)
        and not isinstance(value, bool)
        and math.isclose(found, value, abs_tol=0.01)
    )


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _pixels(arguments: Mapping[str, object]) -> tuple[int, int] | None:
    width, height = arguments.get("width"), arguments.get("height")
    if isinstance(width, int | float) and isinstance(height, int | float):
        return int(width), int(height)
    exact = re.fullmatch(r"(\d+)\s*[x×]\s*(\d+)", str(arguments.get("aspectRatio", "")))
    return (int(exact[1]), int(exact[2])) if exact else None


def _shaped(arguments: Mapping[str, object], shape: str) -> bool:
    if shape in {arguments.get(key) for key in ("aspectRatio", "ratio", "aspect_ratio")}:
        return True
    pixels, (across, down) = _pixels(arguments), map(int, shape.split(":"))
    return pixels is not None and math.isclose(pixels[0] / pixels[1], across / down, rel_tol=0.02)


ASKS, DECLINES, TALKS = Expected("asks"), Expected("declines"), Expected("talks")


def calls(*alternatives: Call) -> Expected:
    """A first round of one call; any of the alternatives is right."""
    return Expected("calls", tuple((one,) for one in alternatives))


def call(tool: str, arguments: Mapping[str, Value], *words: str, may_omit: str = "") -> Call:
    """A call without wishes about shape; `may_omit` lists, by spaces, arguments that may be left out."""
    return Call(tool, arguments, frozenset(may_omit.split()), words)


def edits(index: int, *words: str, sole: bool = False) -> tuple[Call, ...]:
    """The tools that can change the image at `index`; with `sole` the index may be left out."""
    omit = "sourceImageIndex" if sole else ""
    source: Mapping[str, Value] = {"sourceImageIndex": index}
    tools = ("edit_image", "refine_result", "apply_style")
    found = tuple(call(tool, source, *words, may_omit=omit) for tool in tools)
    # The restoring tool knows no index: it works on the original, so only the first upload is right.
    return (*found, call("restore_photo", {}, *words)) if index == -1 else found


def image(index: int, label: str, width: int = 1024, height: int = 1024) -> Medium:
    """An image of the catalogue."""
    return Medium("image", index, label, width, height)


def video(index: int, label: str, seconds: float, width: int = 1280, height: int = 720) -> Medium:
    """A video of the catalogue."""
    return Medium("video", index, label, width, height, seconds)


def audio(index: int, label: str, seconds: float) -> Medium:
    """A song or recording of the catalogue."""
    return Medium("audio", index, label, seconds=seconds)


def holds(*media: Medium) -> Setting:
    """A conversation that has these media, nothing attached."""
    return Setting(media)


def sent(*media: Medium, beside: tuple[Medium, ...] = ()) -> Setting:
    """A message that brings these uploads, into a conversation that has the others."""
    return Setting((*beside, *media), tuple((one.kind, one.index) for one in media))
