"""Words that only hand a file over, and say nothing of what is to be done with it: "here's the song"."""

import re

_HANDED = re.compile(
    r"^(?:(?:ok|okay|so|and|now|yes|sure) )*(?:(?:here|this|that|it)(?:['’]?s| is| comes)? )?"
    r"(?:(?:the|my|our|a|this|that) )?"
    r"(?:[\w-]+ ){0,2}?(?:song|track|tune|music|mp3|audio|single|beat|recording|demo)(?: file)?"
    r"(?: (?:for (?:it|that|this|the \w+)|(?:is )?attached))?[.!]?$|^(?:here (?:you go|it is|ya go)|attached)[.!]?$",
    re.I,
)


def hands_over(text: str) -> bool:
    """Whether a song came with these words, or with none, and no wish."""
    return not text.strip() or bool(_HANDED.match(text.strip()))
