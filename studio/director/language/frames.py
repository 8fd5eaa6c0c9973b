"""The words round a change that only say that something is wanted once more: "the same again, but calmer"."""

import re

from studio.director.language.subjects import trimmed

_ASKED = (
    r"(?:(?:(?:can|could|would|will) (?:you|we|i)|i(?:['’]d| would) (?:like|love)(?: you to| to have)?|i want|let['’]s|"
    r"please|now|and|then|ok(?:ay)?|so|just|maybe|perhaps|hm+|no|but)[\s,]{1,2}){0,4}"
)
_DOING = (
    r"(?:(?:do|make|try|have|give|read|say|play|sing|show|render|take|run|speak|recite|cut|write|use|draw|record|"
    r"generate|create|get|need|want|build|join|put)(?: me| us)? )?"
)
_NOUN = (
    r"(?:one|thing|line|lines|text|words|sentence|phrase|reading|recording|voice-?over|message|subtitles?|captions?|"
    r"title|overlay|script|lyrics|song|track|tune|piece|music|dance|video|clip|film|movie|shot|model|version|take|"
    r"speech|poem|story|passage)"
)
_NOT_WORDS = (  # one more of these is another one, with words of its own
    r"(?!(?:lines?|text|words|sentence|phrase|message|subtitles?|captions?|title|overlay)\b)"
)
_LIKE = r"(?: (?:like|of) (?:it|this|that|them|those|the (?:last|first|previous) one))?"
_LED_ON = (  # what may stand right behind it; other words make it part of a name: "one more light"
    r"(?=$|[,.:;!–-]|\s(?:but|only|just|except|though|and|with|without|in|at|on|as|for|from|like|this|please|now|to|about|"
    r"by|under|over|instead|where|more|less|[a-z]{3,12}er)\b)"
)
_ONCE = (
    rf"(?:(?:(?:it|that|this|them|those|the {_NOUN}|the whole thing) )?(?:(?:all )?over )?again(?![\w'’-])|"
    rf"(?:(?:exactly )?(?:the )?(?:very |exact )?same(?: {_NOUN})?(?: (?:again|once more|one more time))?|"
    rf"(?:(?:it|that|this|them|those|the {_NOUN}|the whole thing) )?(?:once (?:again|more)|one more time)|"
    rf"one more(?: (?:time|go|try|{_NOT_WORDS}{_NOUN}))?{_LIKE}|(?:a different|another) (?:go|try|round|"
    rf"{_NOT_WORDS}{_NOUN}){_LIKE}|"
    rf"(?:re-?do|repeat|re-?try|re-?make|re-?write|re-?work|re-?record|re-?read)(?: (?:it|that|this|them|"
    rf"the {_NOUN}))?){_LED_ON})"
)
_BUT = (
    r"(?:[\s,.:;!–-]{1,3}(?:please|but|only|just|except|though|however|this time|now|make it|have it|instead|and|"
    r"it should be|in which|where)(?=[\s,.:]|$)){0,4}[\s,.:;!–-]{0,3}"
)
_SURELY = re.compile(rf"^{_ASKED}{_DOING}{_ONCE}{_BUT}", re.I)
_ABOUT_IT = re.compile(  # what is read, played or written is what there is
    rf"^{_ASKED}(?:read|say|speak|recite|play|sing|write|record|do|make|try|have|dance) (?:it|that|this|them)(?! (?:to|"
    r"for|into|with|as|on|over|under)\b)(?: (?:again|once more))?(?![\w'’])[\s,:]{1,2}(?:but )?",
    re.I,
)
_AT_ITS_END = re.compile(
    r"[\s,]{1,2}(?:this time|instead|though|please|again|now|thanks?)[.! ]*$", re.I
)
_BETWEEN = re.compile(
    r",?(?<!\bblack)(?<!\brock) (?:and|but|plus) (?:also |then |it should be )?|, ", re.I
)
_MOST = 400  # characters: who wants something once more says little more


def unframed(text: str) -> tuple[str, bool]:
    """What is to be different, and whether words said that all the rest is wanted once more."""
    text = trimmed(text)
    if len(text) > _MOST:
        return text, False
    surely = _SURELY.match(text)
    around = surely or _ABOUT_IT.match(text)
    rest = text[around.end() :] if around else text
    for _ in range(2):
        rest = _AT_ITS_END.sub("", rest)
    return trimmed(rest), bool(surely)


def parts_of(change: str) -> list[str]:
    """Each thing that is to be different; what is between quotation marks is one."""
    found = [""]
    for place, part in enumerate(re.split(r"(\"[^\"]*\")", change)):
        first, *more = [part] if place % 2 else _BETWEEN.split(part)
        found[-1] += first
        found += more
    return [part for part in (trimmed(one) for one in found) if part]
