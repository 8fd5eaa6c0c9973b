"""Where in a song a film begins and how long it is, said by its parts or by the clock; and a text without that."""

import re

from studio.director.language import values

_UNIT = r"(?:s|secs?|seconds?)\b"
_WORD = "|".join(sorted(values.DIGITS, key=len, reverse=True))
_CLOCK = (
    rf"(?:(?:the )?(?:\d{{1,2}}:[0-5]\d(?: in(?=$|[,.;)]))?|second \d{{1,4}}\b|minute \d{{1,2}}\b(?! and)|"
    rf"\d{{1,4}}[ -]?{_UNIT}(?: in\b)?|"
    rf"\d{{1,2}}[ -]?(?:min|mins|minutes?)\b(?:(?: and)? \d{{1,2}} ?{_UNIT})?(?: in\b)?)(?:[ -]mark\b)?|"
    rf"(?:the )?(?:(?:(?:half an?|half|an?|{_WORD})[ -])?minutes?(?: and a half)?|(?:{_WORD})[ -]{_UNIT})"
    rf"(?:[ -]mark\b| in(?=$|[,.;)]))|the half[ -]minute\b)"
    r"(?! (?:to|past|before|after|until|till) \w)"
)
"""A moment by the clock or in words: "0:30", "the 30 second mark", "half a minute in"."""
_PART = (
    r"(?:the |its |that |a )?(?:(?:first|second|third|last|big|main|next) )?(?:chorus|drop|verse|bridge|hook|refrain|"
    r"intro|solo|beat|climax|break(?:down)?|build-?up|(?:good|best|loud|quiet|interesting|funny) (?:part|bit)|part|bit|"
    r"melody|vocals?|singing|guitar|drums?|piano|quote|question|answer|story|music|outro)"
)
_IS_AT = (
    r"(?:,? ?\(?(?:(?:which|that|it|and it) )?(?:(?:is|['’]s|comes(?: in)?|begins|starts|kicks in|sets in|drops|hits|"
    r"happens|enters) )?(?:at |around |about |from |on )*)"
)
_BEGIN = (
    r"(?:start(?:s|ing)?|begin(?:s|ning)?|jump(?:ing)?|skip(?:ping)?|cut(?:ting)?|go(?:ing)?|set(?:ting)? in|"
    r"kick(?:ing)? off)"
)
_AHEAD = r",? ?\b(?:(?:and|but|that|which|please|just|it should|it|the (?:film|video|clip) should|with it) ){0,3}"
_AT_A_PART = re.compile(
    rf"(?:{_AHEAD}(?:(?:{_BEGIN}|use|take|from)(?: it)?(?: (?:at|from|with|on|to|in|right))* ))?\b{_PART}{_IS_AT}"
    rf"(?P<time>{_CLOCK})\)?",
    re.I,
)
_AT = re.compile(
    rf"{_AHEAD}(?:{_BEGIN}(?: it)?(?: (?:at|from|with|on|to|in|right|about|around))* |from |at )(?P<time>{_CLOCK})"
    r"(?: (?:of|in|into) (?:it|the (?:song|track|recording|episode|audio|music))| on(?:wards?)?(?=$|[,.;)]))?",
    re.I,
)
_SPAN = re.compile(
    rf"{_AHEAD}(?:(?:use|take|the (?:part|bit)) )?(?:from |between )?(?P<first>\d{{1,2}}:[0-5]\d) ?"
    r"(?:to|until|till|and|-|–) ?(?P<last>\d{1,2}:[0-5]\d)",
    re.I,
)
_EDGE = re.compile(
    rf"{_AHEAD}(?:(?:use|take|using|with|to|from|of|only|for) ){{0,2}}the (?P<edge>first|last|final|opening|closing) "
    rf"(?P<long>\d{{1,3}}|{'|'.join(values.DIGITS)})[ -]{_UNIT}"
    r"(?: (?:of|from) (?:it|(?:this|the|my|our|that) (?:[\w-]+ )?(?:song|track|recording|episode|audio|music|tune)))?",
    re.I,
)
_THERE = re.compile(
    rf"{_AHEAD}(?:{_BEGIN} (?:it )?(?:from |right )?there\b|(?:skip(?:ping)?|without|leave out) (?:the |"
    rf"its )(?:\w+ )?(?:intro|"
    r"beginning|start)\b)",
    re.I,
)
_WHERE = re.compile(  # "begin where I tell the joke (3:10 in)"
    rf"{_AHEAD}{_BEGIN}(?: it)? (?:where|when|as|with)\b[^,.;:()\d]{{1,60}}[, ]{{0,2}}\(?(?:at |around |about ){{0,2}}"
    rf"(?P<time>{_CLOCK})\)?",
    re.I,
)


def song_part(text: str, whole: float | None) -> tuple[float | None, float | None]:
    """The second in which it begins and how many it lasts, None for what was not said; `whole`: of the song."""
    if (span := _SPAN.search(text)) and (values.value(span["first"]) < values.value(span["last"])):
        first, last = values.value(span["first"]), values.value(span["last"])
        return first, last - first
    if edge := _EDGE.search(text):
        length = values.value(edge["long"])
        if edge["edge"].lower() in ("first", "opening"):
            return 0.0, length
        return (max(0.0, round(whole - length, 2)) if whole else None), length
    told = _WHERE.search(text) or _AT_A_PART.search(text) or _AT.search(text)
    start = _seconds(told["time"]) if told else values.start_in(text)
    return start, values.seconds_in(without_times(text))


def without_times(text: str) -> str:
    """Without when it begins; a length stays."""
    for pattern in (_SPAN, _EDGE, _WHERE, _AT_A_PART, _AT, values.START_AT, _THERE):
        text = pattern.sub(" ", text)
    return re.sub(r" ?(?:,[ ,]{1,8}|(?<=\.)[ ,.]{2,8})", _joined, " ".join(text.split())).strip()


def _joined(gap: re.Match[str]) -> str:
    return ", " if "," in gap[0] and "." not in gap[0] else " "


def _seconds(time: str) -> float:
    """A moment of a song, as seconds from its beginning."""
    time = time.lower()
    if clock := re.search(r"\d+:\d+", time):
        return values.value(clock[0])
    numbers = [values.value(one) for one in re.findall(rf"\d+|\b(?:{_WORD})\b", time)]
    if re.search(r"\bmin", time):
        half = 30 if "half" in time else 0
        whole = 0 if re.search(r"half(?: an?)?[ -]min", time) else (numbers or [1])[0] * 60
        return float(whole + half + sum(numbers[1:2]))
    return float(numbers[0])
