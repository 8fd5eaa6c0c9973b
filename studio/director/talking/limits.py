"""How long, how large and how many: what the schemas of the offered tools allow, said when it is asked."""

import re
from collections.abc import Mapping

from studio.director.reading import Turn
from studio.director.references.kinds import kinds_named

_NOUN = (
    r"(?:videos?|clips?|films?|movies?|animations?|songs?|tracks?|music|pieces?|pictures?|images?|photos?|versions?|"
    r"variations?)"
)
_MOST = r"(?:max(?:imum|imal)?|longest|largest|biggest|greatest|highest)"
_CAN = r"(?:can|could|may)"
_ASKED = re.compile(
    rf"^(?:(?:and|so|ok|but|hey|hi),? )*(?:how (?:long|big|large|many) (?:{_CAN} (?:an?|the|your|my|our) (?:\w+ )?"
    rf"{_NOUN}|{_CAN} {_NOUN}|{_NOUN} {_CAN} (?:you|i|we)|(?:\w+ )?an? {_NOUN} {_CAN})\b|"
    rf"what(?:['’]?s| is) (?:the|your) (?:{_MOST}|limit)\b[^.!]{{0,40}}\b{_NOUN}\b(?!.* (?:here|so far)\b))",
    re.I,
)
_SIZE = re.compile(r"\b(?:big|large|largest|biggest|size|resolution|pixels)\b", re.I)
_MANY = re.compile(r"\b(?:many|number|at once)\b", re.I)
_LASTS = {
    "video": ("generate_video", "sound_to_video"),
    "audio": ("generate_music",),
}
_COUNTED = {
    "image": ("generate_image",),
    "video": ("generate_video",),
    "audio": ("generate_music",),
}
_CALLED = {"image": "picture", "video": "film", "audio": "piece of music"}


def limit_of(turn: Turn, text: str) -> str:
    """The answer to "how long can a video be?"; empty when nothing of that was asked."""
    if not _ASKED.match(text):
        return ""
    kind = next((one for one in kinds_named(text) if one in _CALLED), "image")
    if _MANY.search(text):
        most = _bound(turn, _COUNTED[kind], "numberOfVariations", "maximum")
        return f"Up to {most:g} {_CALLED[kind].partition(' ')[0]}s at once." if most else _UNTOLD
    if _SIZE.search(text) or kind == "image":
        most = _bound(turn, ("upscale_image",), "targetLongestEdge", "maximum")
        if kind == "image" and most:
            return f"A picture can be enlarged until its longer side has {most:g} pixels."
        return _UNTOLD
    least, most = (_bound(turn, _LASTS[kind], "duration", end) for end in ("minimum", "maximum"))
    if not most:
        return _UNTOLD
    return f"From {least or 1:g} to {most:g} seconds for one {_CALLED[kind]}." + (
        " Several can be joined into a longer one."
        if kind == "video" and "stitch_video" in turn.tools
        else ""
    )


_UNTOLD = (
    "I am not told a limit for that. Say what you would like, and I tell you if it has to be less."
)


def _bound(turn: Turn, tools: tuple[str, ...], member: str, end: str) -> float | None:
    """A bound from the schema of the first of these tools that has one."""
    for name in tools:
        members = turn.tools.get(name, {}).get("properties")
        schema = members.get(member) if isinstance(members, Mapping) else None
        bound = schema.get(end) if isinstance(schema, Mapping) else None
        if isinstance(bound, int | float):
            return float(bound)
    return None
