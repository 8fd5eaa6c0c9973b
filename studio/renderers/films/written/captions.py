"""Subtitles as text: cues, SubRip and WebVTT documents."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from studio.renderers.api import RenderError

MOST_CUES = 2000
_MOST_LETTERS = 600
_MOST_DOCUMENT = 400_000
_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_ARROW = re.compile(rf"^\s*{_TIME}\s*-->\s*{_TIME}([^\n]*)$")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,80}>|<\d[\d:.]{0,14}>|\{\\[^}\n]{0,40}\}")


@dataclass(frozen=True)
class Cue:
    """One subtitle, shown from `start_s` until `end_s`."""

    start_s: float
    end_s: float
    text: str


def read_cues(given: Sequence[Mapping[str, Any]]) -> list[Cue]:
    """Cues from `startSeconds`, `endSeconds`, `text`; empty ones are left out. RenderError names the first bad one."""
    cues: list[Cue] = []
    for number, entry in enumerate(given[: MOST_CUES + 1], 1):
        try:
            start, end = float(entry["startSeconds"]), float(entry["endSeconds"])
            text = str(entry["text"])
        except (KeyError, TypeError, ValueError) as error:
            raise RenderError(
                f"Subtitle {number} needs startSeconds, endSeconds and text."
            ) from error
        if not 0 <= start < end < 1e6:
            raise RenderError(
                f"Subtitle {number} must end after it starts, and not start before 0."
            )
        if text.strip():
            cues.append(Cue(start, end, _plain(text)))
    return _checked(cues)


def read_document(text: str) -> list[Cue]:
    """The cues of a SubRip or WebVTT document, without their markup; RenderError when there is none in it."""
    if len(text) > _MOST_DOCUMENT:
        raise RenderError("The subtitle file is too long.")
    cues: list[Cue] = []
    body = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for block in re.split(r"\n[ \t]*\n+", body):
        lines = block.strip("\n").split("\n")
        place = next((index for index, line in enumerate(lines[:3]) if "-->" in line), None)
        if place is None:
            continue
        times = _ARROW.match(lines[place])
        if times is None:
            raise RenderError(f"“{lines[place].strip()[:60]}” is no time of a subtitle.")
        start, end = _seconds(times.groups()[:4]), _seconds(times.groups()[4:8])
        words = _plain("\n".join(lines[place + 1 :]))
        if words and end > start:
            cues.append(Cue(start, end, words))
    if not cues:
        raise RenderError("There are no subtitles in this text; it should be SRT or VTT.")
    return _checked(cues)


def _checked(cues: list[Cue]) -> list[Cue]:
    if len(cues) > MOST_CUES:
        raise RenderError(f"There can be up to {MOST_CUES} subtitles.")
    if not cues:
        raise RenderError("There are no subtitles to show.")
    return sorted(cues, key=lambda cue: cue.start_s)


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}")


def _plain(text: str) -> str:
    """Without tags, entities and control characters; line breaks stay."""
    words = unescape(_TAG.sub("", text.replace("\\N", "\n")))
    kept = "".join(
        letter for letter in words if letter == "\n" or letter.isprintable() or letter == "\u200d"
    )
    return "\n".join(line.strip() for line in kept.split("\n") if line.strip())[:_MOST_LETTERS]
