"""Tells visible text from reasoning while it streams, also when a tag is split across pieces."""

from dataclasses import dataclass, field

OPEN_THINK, CLOSE_THINK = "<think>", "</think>"
OPEN_CALL, CLOSE_CALL = "<tool_call>", "</tool_call>"


@dataclass
class ThinkingFilter:
    """Feed pieces, get (text, thinking) for each.

    Calls a model wrote out as `<tool_call>` text belong to neither: they are collected in `calls`. White space
    before the first visible word is dropped.
    """

    calls: list[str] = field(default_factory=list)
    _thinks: bool = field(default=False, init=False)
    _in_call: bool = field(default=False, init=False)
    _begun: bool = field(default=False, init=False)
    _held: str = field(default="", init=False)
    _call: str = field(default="", init=False)

    def feed(self, piece: str) -> tuple[str, str]:
        """What of the text so far is certain; the beginning of a possible tag is held back."""
        self._held += piece
        text, thinking = "", ""
        while self._held:
            tags = self._tags()
            place, tag = _first(self._held, tags)
            cut = place if tag else len(self._held) - _open_end(self._held, tags)
            said, self._held = self._held[:cut], self._held[cut + len(tag) :]
            if self._in_call:
                self._call += said
            elif self._thinks:
                thinking += said
            else:
                text += said
            if not tag:
                break
            self._turn(tag)
        return self._visible(text), thinking

    def finish(self) -> tuple[str, str]:
        """The stream is over: what was held back was no tag after all."""
        held, self._held = self._held, ""
        if self._in_call:
            self._call += held
            self._turn(CLOSE_CALL)
            return "", ""
        return ("", held) if self._thinks else (self._visible(held), "")

    def _tags(self) -> tuple[str, ...]:
        if self._in_call:
            return (CLOSE_CALL,)
        if self._thinks:
            return (CLOSE_THINK, OPEN_CALL)
        return (OPEN_THINK, CLOSE_THINK, OPEN_CALL, CLOSE_CALL)

    def _turn(self, tag: str) -> None:
        if tag == OPEN_CALL:
            self._in_call, self._call = True, ""
        elif tag == CLOSE_CALL:
            if self._in_call and self._call.strip():
                self.calls.append(self._call.strip())
            self._in_call, self._call = False, ""
        else:
            self._thinks = tag == OPEN_THINK

    def _visible(self, text: str) -> str:
        if not self._begun:
            text = text.lstrip()
            self._begun = bool(text)
        return text


def _first(text: str, tags: tuple[str, ...]) -> tuple[int, str]:
    found = [(text.find(tag), tag) for tag in tags if tag in text]
    return min(found) if found else (-1, "")


def _open_end(text: str, tags: tuple[str, ...]) -> int:
    """How many characters at the end may be the beginning of a tag."""
    for length in range(min(len(text), max(map(len, tags)) - 1), 0, -1):
        if any(tag.startswith(text[-length:]) for tag in tags):
            return length
    return 0
