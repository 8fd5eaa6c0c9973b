"""Tells visible text from reasoning while it streams, also when a tag is split across pieces."""

from dataclasses import dataclass, field

OPEN_THINK, CLOSE_THINK = "<think>", "</think>"
OPEN_CALL, CLOSE_CALL = "<tool_call>", "</tool_call>"
OPENERS = {OPEN_THINK: ("thinking", CLOSE_THINK), OPEN_CALL: ("dropped", CLOSE_CALL)}


@dataclass
class ThinkingFilter:
    """Feed pieces, get (text, thinking) for each. Raw `<tool_call>` text is dropped: calls come apart from text."""

    _mode: str = field(default="text", init=False)
    _closer: str = field(default="", init=False)
    _held: str = field(default="", init=False)

    def feed(self, piece: str) -> tuple[str, str]:
        """What of the text so far is certain; the beginning of a possible tag is held back."""
        self._held += piece
        out = {"text": "", "thinking": "", "dropped": ""}
        while self._held:
            tags = [*OPENERS, CLOSE_THINK] if self._mode == "text" else [self._closer]
            place, tag = _first(self._held, tags)
            if tag:
                out[self._mode] += self._held[:place]
                self._held = self._held[place + len(tag) :]
                self._turn(tag)
                continue
            keep = _open_end(self._held, tags)
            cut = len(self._held) - keep
            out[self._mode] += self._held[:cut]
            self._held = self._held[cut:]
            break
        return out["text"], out["thinking"]

    def finish(self) -> tuple[str, str]:
        """The stream is over: what was held back was no tag after all."""
        held, self._held = self._held, ""
        if self._mode == "text":
            return held, ""
        return ("", held) if self._mode == "thinking" else ("", "")

    def _turn(self, tag: str) -> None:
        self._mode, self._closer = OPENERS.get(tag, ("text", ""))


def _first(text: str, tags: list[str]) -> tuple[int, str]:
    found = [(text.find(tag), tag) for tag in tags if tag in text]
    return min(found) if found else (-1, "")


def _open_end(text: str, tags: list[str]) -> int:
    """How many characters at the end may be the beginning of a tag."""
    for length in range(min(len(text), max(map(len, tags)) - 1), 0, -1):
        if any(tag.startswith(text[-length:]) for tag in tags):
            return length
    return 0
