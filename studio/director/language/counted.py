"""How many somebody wants to choose from, said beside what is to be drawn: "gimme 4 options"."""

import re

from studio.director.language import values

_SEVERAL = "|".join(sorted((*values.COUNTS, "multiple"), key=len, reverse=True))
_BESIDE = re.compile(
    r"(?P<mark>^|[,.;:!?–-]\s|\s(?:and|but)\s)"
    r"(?:(?:and|please|pls|plz|so|could|can|may|would|will|you|u|i|we|i['’]d|id|would like|like to|like|love to|want|"
    r"need|to|maybe|just) ){0,6}"
    r"(?:(?:give|gimme|show|send|make|do|see|have|get|try|offer)(?: (?:me|us))? )?(?:it )?(?:in |with )?"
    rf"(?:\d{{1,2}}|{_SEVERAL}) (?:(?:different|diff|various|other|separate|design|logo) ){{0,2}}"
    r"(?:options|versions|variations|variants|alternatives|choices|takes|ideas|designs|drafts|concepts)"
    r"(?: (?:of (?:it|that|this)|to (?:choose|pick|select) from|please|pls|plz|thanks|if possible))*"
    r"\s?(?=$|[,.;!?])",
    re.I,
)
_QUOTED = re.compile(r'("[^"]*")')


def without_count_beside(text: str) -> str:
    """What is to be drawn, without a clause that only counts; what is quoted stays as it is."""
    parts = _QUOTED.split(text)
    parts[::2] = [_BESIDE.sub(_end, part) for part in parts[::2]]
    rest = "".join(parts)
    return rest if rest == text else re.sub(r"^[\s,.;:!?]+|[.;!?]+(?=,)", "", rest).strip(" ,;?")


def _end(found: re.Match[str]) -> str:
    return "" if not found["mark"] or found["mark"][0] != "." else "."
