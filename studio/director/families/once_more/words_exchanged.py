"""Words of a reading in the place of others that were in it: "Devon instead of Bristol", "change Bristol to Devon"."""

import re

_WORD = r"(?!(?:and|with|but|voices?|slower|faster)\b)[\w'’&.,:-]{1,24}"
_WORDS = rf"{_WORD}(?: {_WORD}){{0,4}}?"
_INSTEAD = re.compile(
    rf"^(?:(?:with|say(?:ing)?|use|using|make it|but|and|it says?|the name|the words?) ){{0,3}}[\"“]?"
    rf"(?P<new>{_WORDS})[\"”]?,? (?:instead of|in place of|rather than|and not|not) [\"“]?(?P<old>{_WORDS})[\"”]?$",
    re.I,
)
_REPLACED = re.compile(
    rf"^(?:(?:please|now|and|but|just) ){{0,2}}(?:replace|change|swap|exchange|switch|turn) (?:the (?:name|words?) )?"
    rf"[\"“]?(?P<old>{_WORDS})[\"”]? (?:with|by|to|for|into) [\"“]?(?P<new>{_WORDS})[\"”]?$",
    re.I,
)


def exchanged_words(change: str, words: str) -> str:
    """The words with the new ones in; empty where the change tells no others or the old ones are not in them."""
    told = _INSTEAD.match(change) or _REPLACED.match(change)
    if told is None:
        return ""
    old = re.compile(rf"(?<![\w-]){re.escape(told['old'].strip(' ,.'))}(?![\w-])", re.I)
    new = told["new"].strip(" ,")
    return old.sub(lambda there: _as_before(there[0], new), words) if old.search(words) else ""


def _as_before(old: str, new: str) -> str:
    """A capital stays one."""
    return new[0].upper() + new[1:] if old[0].isupper() else new
