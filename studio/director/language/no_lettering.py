"""No writing in a picture or a film: said in many ways, told to the tools in one."""

import re

NO_WRITING = "text, letters, words"
_WRITING = (
    r"(?:texts?|letters?|lettering|words?|writings?|typography|captions?|titles?|inscriptions?)"
)
_PLACE = (
    r"(?: (?:on|in|over|inside|anywhere in) (?:it|them|there|the [\w-]{1,24}|any of them)| at all| anywhere|"
    r" whatsoever|"
    r" please| pls){0,3}"
)
_REFUSED = re.compile(
    rf"[,.;!]?\s?\b(?:(?:please|but|and|with|so|there should be|i want) ){{0,3}}(?:without(?: any)?|no|not any|"
    rf"not a single|"
    rf"free of(?: any)?|(?:do not|don['’]?t|never) (?:put|add|write|include|use|want|place|show|have)(?: any| some|"
    rf" the)?)"
    rf" {_WRITING}(?:(?:, | or | and |/)(?:no |any )?{_WRITING}){{0,4}}\b{_PLACE}(?=[,.;!?]|$| of\b)"
    rf"|[,.;!]?\s?\b(?:(?:please|but|and) ){{0,2}}(?:do not|don['’]?t|never) write (?:anything|something|"
    rf"any of it)\b{_PLACE}"
    rf"(?=[,.;!?]|$)"
    rf"|\b{_WRITING}(?:-| )(?:free|less)\s|\bwordless\s",
    re.I,
)


def without_writing(text: str) -> tuple[str, str]:
    """The text without the wish for no writing, and the negative prompt for it; empty where nobody wished it.

    Words in quotes are to be written, so they are left alone.
    """
    if '"' in text or not _REFUSED.search(text):
        return text, ""
    rest = re.sub(r"\s{2,}", " ", _REFUSED.sub("", text)).strip()
    return (rest, NO_WRITING) if rest else (text, "")
