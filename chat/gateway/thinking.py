"""Tells visible text from reasoning while it streams, also when a tag is split across pieces."""

from dataclasses import dataclass, field
from string import ascii_lowercase, ascii_uppercase

from chat.gateway.types import TextPiece

OPEN_THINK, CLOSE_THINK = "<think>", "</think>"
OPEN_CALL, CLOSE_CALL = "<tool_call>", "</tool_call>"
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)  # keeps every length, unlike str.lower


@dataclass
class ThinkingFilter:
    """Feed pieces, get what is text and what is reasoning of each.

    Some models begin to reason without an opening tag (their template has written it); when the closing one comes
    first, all text before it was reasoning and is retracted. Calls a model wrote out as `<tool_call>` text belong to
    neither: they are collected in `calls`. White space before the first visible word is dropped.
    """

    calls: list[str] = field(default_factory=list)
    _thinks: bool = field(default=False, init=False)
    _thought: bool = field(default=False, init=False)
    _in_call: bool = field(default=False, init=False)
    _begun: bool = field(default=False, init=False)
    _held: str = field(default="", init=False)
    _call: str = field(default="", init=False)

    def feed(self, piece: str) -> TextPiece:
        """What of the text so far is certain; the beginning of a possible tag is held back."""
        self._held += piece
        text, thinking, retracts = "", "", False
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
            if tag == CLOSE_THINK and not self._thought:
                text, thinking, retracts = "", thinking + text, True
                self._begun = False
            self._turn(tag)
        return TextPiece(self._visible(text), thinking, retracts)

    def finish(self) -> TextPiece:
        """The stream is over: what was held back was no tag after all."""
        held, self._held = self._held, ""
        if self._in_call:
            self._call += held
            self._turn(CLOSE_CALL)
            return TextPiece()
        return TextPiece(thinking=held) if self._thinks else TextPiece(self._visible(held))

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
            self._thought = True

    def _visible(self, text: str) -> str:
        if not self._begun:
            text = text.lstrip()
            self._begun = bool(text)
        return text


def _first(text: str, tags: tuple[str, ...]) -> tuple[int, str]:
    text = text.translate(_LOWER)
    found = [(text.find(tag), tag) for tag in tags if tag in text]
    return min(found) if found else (-1, "")


def _open_end(text: str, tags: tuple[str, ...]) -> int:
    """How many characters at the end may be the beginning of a tag."""
    text = text.translate(_LOWER)
    for length in range(min(len(text), max(map(len, tags)) - 1), 0, -1):
        if any(tag.startswith(text[-length:]) for tag in tags):
            return length
    return 0
