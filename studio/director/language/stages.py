"""A story told in stages, "first … then … then …", taken apart: its head, the stages, the orders behind."""

import re
from dataclasses import dataclass

from studio.director.language.vocabulary import FILM, VERB

_ENDS = " \t,;:."
_QUOTED = re.compile(r"\"[^\"]{1,1000}\"|“[^”]{1,1000}”")
_NEXT = re.compile(
    r"(?:\s?[,.;]\s?(?:and\s)?(?:second|third|fourth)(?:ly)?|(?:\s?[,.;]\s?|\s)(?:and\s|but\s)?(?:then|next|"
    r"after (?:that|this|which)|afterwards|finally|lastly|at the (?:very )?end|in the end))\b(?!\s(?:of|one|floor|"
    r"time|place|"
    r"half)\b)"
    r"(?:\s(?:comes|is|there is|we see|you see|it shows))?[\s,:]{1,2}",
    re.I,
)
_FIRST = re.compile(
    r"(?:^|[\s,:;.(-])(?:at first|first(?:ly)?|to (?:begin|start) with)(?:\s(?:comes|is|there is|we see|you see|"
    r"it shows))?(?!\s(?:one|image|picture|photo|video|clip|frame|person|half|part|day|time|class|aid)\b)[\s,:]{1,2}",
    re.I,
)
_CAMERA = r"(?:zoom|pan|tilt|dolly|turn|move|fade|cut to|open|close|show|slow|speed|spin|rotate|let|give|take|drop)"
_ORDER = re.compile(
    rf"^(?:(?:please|also|and|you|can you|could you|i want|i need) )*(?:(?!{_CAMERA}\b){VERB}\b|make (?:it|them|a|"
    rf"the)\b|"
    r"(?:an?|some|the|another|two|three) (?:[\w-]+ ){0,3}?(?:pictures?|images?|photos?|posters?|songs?|music|tracks?|"
    r"covers?|voice-?over|lyrics|subtitles)\b)",
    re.I,
)
_ONE_FILM = (
    rf"(?:(?:all )?(?:as|in(?:to)?|make) (?:it )?(?:one|a single|an?) (?:[\w-]+ ){{0,2}}?{FILM}|(?:one|a single) "
    rf"(?:[\w-]+ )?{FILM}(?: (?:in the end|at the end|of it|of all))?|(?:all )?(?:joined|stitched|glued|merged)"
    rf"(?: together| up)?(?: (?:as|in(?:to)?|to) (?:one|a single|an?) (?:[\w-]+ )?{FILM})?)"
)
_JOIN = (
    r"(?:(?:join|stitch|merge|combine|connect|glue|splice|cut|put|edit) (?:it|them|these|those|all|everything|"
    rf"the (?:\w+ )?(?:{FILM}|parts|scenes|shots))(?: (?:all|three|up|three))?(?: together)?"
    rf"(?: (?:in(?:to)?|as|to) (?:one|a single|an?) (?:[\w-]+ ){{0,2}}?{FILM})?)"
)
_JOINED_AT_THE_END = re.compile(
    rf"(?:\s?[,.;]\s?|\s)(?:and |then |please ){{0,4}}(?:{_JOIN}|{_ONE_FILM})(?: please| pls)?[.!?\s]{{0,3}}$",
    re.I,
)
_JOIN_FIRST = re.compile(rf"^{_JOIN}(?:\s?[,.;]\s?(?:and )?|\sand\s)", re.I)
_IN_PARTS = re.compile(
    rf"\b(?:scenes|clips|shots|parts|videos|(?:\d|two|three|four|five|six) {FILM})\b", re.I
)
_NO_FILM = re.compile(
    r"\b(?:script|story-?board|shot ?list|plan|workflow|template|lyrics|prompt|screenplay|pictures|images|"
    r"photos|pics|drawings|song)\b",
    re.I,
)
_HEADED = re.compile(  # where the story begins without "first": "a video of a cat sleeping, then it jumps"
    rf"^(?P<head>[^:]{{0,60}}?\b{FILM}(?:[^:,.]{{0,40}}:|\s(?:of|about|where|in which|showing|with)\b))(?P<begun>.+)$",
    re.I | re.S,
)
TO_LIFE = re.compile(r"^(?:please |can you )?(?:animate|bring)\b", re.I)
ON_A_PAGE = re.compile(r"\b(?:comics?|comic strip|manga|panels|graphic novel)\b", re.I)
_FILMED = re.compile(rf"\b{FILM}|{TO_LIFE.pattern}", re.I)
_LINK = re.compile(r"^(?:[\s,.;]|(?:and|but|then|next|finally|lastly|afterwards)\b){1,8}", re.I)
MOST_STAGES = 8
LEAST_FOR_CLIPS = 3


@dataclass(frozen=True)
class Stages:
    """`head` before the story, `told` its stages, `whole` both as they were said, `behind` the orders after it.

    `apart`: each stage is a film of its own, and they are joined.
    """

    head: str
    told: tuple[str, ...]
    whole: str
    behind: str
    apart: bool


def _last_stage(part: str) -> tuple[str, str, str]:
    """The last stage, the manner of all told behind it, and an order behind that: "he wins. 9:16. add music"."""
    first, *more = re.split(r"(?<=[\w\"”])[.!] ", part)
    at = next((n for n, one in enumerate(more) if _ORDER.match(one)), len(more))
    return first, ", ".join(more[:at]).strip(_ENDS), ". ".join(more[at:])


def stages_in(text: str) -> Stages | None:
    """The story of a film that is to be made; None where nothing is told so, or it is no film's."""
    masked = _QUOTED.sub(lambda one: "x" * len(one.group()), text)
    at_the_end = _JOINED_AT_THE_END.search(masked)
    end = at_the_end.start() if at_the_end else len(text)
    marks = [one.span() for one in _NEXT.finditer(masked[:end])][: MOST_STAGES * 2]
    starts, ends = [0, *(mark[1] for mark in marks)], [*(mark[0] for mark in marks), end]
    parts = [text[start:stop].strip(" ,;") for start, stop in zip(starts, ends, strict=True)]
    story = next((n for n, part in enumerate(parts) if n and _ORDER.match(part)), len(parts))
    behind = _LINK.sub("", text[ends[story - 1] : end]) if story < len(parts) else ""
    rest = _JOIN_FIRST.sub("", f"{behind}.") if behind else ""
    joined = bool(at_the_end) or rest != (f"{behind}." if behind else "")
    first = _FIRST.search(parts[0])
    headed = _HEADED.match(parts[0])
    if first:
        head, begun = parts[0][: first.start()], parts[0][first.end() :]
    else:
        head, begun = (headed["head"], headed["begun"]) if headed else (parts[0], "")
    last, manner, order = _last_stage(parts[story - 1]) if story > 1 else (begun, "", "")
    told = tuple(one for part in (begun, *parts[1:story][:-1], last) if (one := part.strip(_ENDS)))
    behind, rest = (f"{order}. {one}".strip(_ENDS) if order else one for one in (behind, rest))
    head = f"{head.strip(_ENDS)}, {manner}" if manner else head
    filmed = _FILMED.search(head) or ON_A_PAGE.search(head) or (joined and first)
    if not marks or "\n" in text or not filmed or _NO_FILM.search(head) or len(told) < 2:
        return None
    parted = (
        bool(_IN_PARTS.search(head)) or joined or (bool(first) and len(told) >= LEAST_FOR_CLIPS)
    )
    whole = text[: ends[story - 1]].strip().removesuffix(order).strip()
    return Stages(head.strip(_ENDS + "-("), told[:MOST_STAGES], whole, rest.strip(_ENDS), parted)
