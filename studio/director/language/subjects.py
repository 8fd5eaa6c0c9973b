"""What is to be seen or heard, out of a clause: the prompt without the asking, the numbers and the noun round it."""

import re

from studio.director.language import values
from studio.director.language.models import without_model
from studio.director.language.papers import without_use
from studio.director.language.politeness import LEAD_IN
from studio.director.language.shapes import without_shape
from studio.director.language.vocabulary import EDGES, PEOPLE

_MAKING = re.compile(
    r"^(?:(?:try|do|go with)(?= an? )|make|making|create|creating|generate|draw|drawing|paint|sketch|show|showing|"
    r"design|render|give|do|"
    r"produce|imagine|have|get|"
    r"build|craft|visuali[sz]e|picture|whip up|knock up|put together|depict|illustrate|compose|film|shoot|send|see|"
    r"i want|i need)\b(?:\s(?:me|"
    r"us|(?:her|him|them)(?= (?:an?|some)\b)))?\s?",
    re.I,
)
_NOUNS = (
    r"(?:pictures?|images?|photos?|pics?|photographs?|drawings?|illustrations?|versions?|variations?|variants?|"
    r"options?|takes?|looks?|"
    r"paintings?|videos?|films?|clips?|movies?|footage|shots?|renders?|ideas?|alternatives?|results?|animations?)"
)
_LABEL = re.compile(  # "wallpaper: a lake" is a lake, "logo: a bee" the logo of one
    r"^((?:[\w-]{1,24} )?(?:wallpaper|background|picture|image|photo|pic|drawing|painting|"
    r"illustration))\s?[:–-]\s?(?=\S)"
    r"|^((?:[\w-]{1,24} )?(?:poster|logo|sticker|icon|card|cover|flyer|banner|postcard|portrait))\s?(?::|\s[–-]\s)\s?"
    r"(?=[\w\"“])",
    re.I,
)
_SEVERAL = "|".join(one for one in values.COUNTS if one != "one")
_HOW_MANY = r"(?:an?|the|some|one|new|another|\d{1,3}|" + "|".join(values.COUNTS) + r")"
_HEAD = re.compile(
    rf"^(?:{_HOW_MANY}\s)?(?:(?:nice|beautiful|diff|different|new|more|short|quick|cool|long|simple|little|good|"
    rf"great|"
    rf"square|vertical|"
    rf"horizontal|wide|portrait|landscape|\d+[\s-]?(?:s|sec|seconds?)|(?:{'|'.join(values.DIGITS)})[\s-]?seconds?|"
    rf"silent|looping)\s)*"
    rf"{_NOUNS}(?:\s(?:of|(?<=takes )on|(?<=versions )on|(?<=variations )on|from(?= an? )|with|showing|"
    rf"(?<!picture )(?<!image )(?<!photo )for|"
    rf"about|where|in which|"
    rf"that shows?|depicting|featuring)\s(?!\s?$)|"
    rf"[,:]?\s?$)",
    re.I,
)
_FOR_SOMEBODY = re.compile(  # who a picture is for is not to be seen on it
    rf"^((?:{_HOW_MANY}\s)?(?:[\w-]+\s){{0,2}}?(?:{_NOUNS}|something|anything|sth))\s(?:for|to) "
    rf"(?:my|our|the|his|her|a|your) (?:[\w'-]+ ){{0,2}}?{PEOPLE}(?:['’]s \w+)?\b"
    r"(?=\s?(?:$|[,.]|\b(?:of|with|showing|where|that|in which|about|at|in|on)\b))[\s,]*",
    re.I,
)
_FOR_SOMEBODY_FIRST = re.compile(
    rf"^for (?:my|our|the|his|her) (?:[\w'-]+ ){{0,2}}?{PEOPLE},? (?=(?:an?|some|two|three) )", re.I
)
_SOMETHING = re.compile(
    r"(?:something|anything|sth)(?: (?:nice|special|pretty|cool|funny|cute|sweet|new|good|beautiful))?",
    re.I,
)
_ROUGHLY = (  # how exactly a length is meant
    r"(?:(?:about|approx(?:\.|imately)?|around|roughly|like|max(?:\.|imum)?|up to|at most|at least|min\.|minimum|circa|"
    r"ca\.|some|maybe|perhaps|say|only|just|exactly)\s){0,2}"
)
_LENGTH = re.compile(
    rf",?\s?\b(?:for|lasting|(?:(?:and|that|which) )?lasts|of|that(?:'s| is)|about|in|(?:with )?(?:an? |"
    rf"the )?(?:length|duration)(?: of|:)?|,)?\s?"
    rf"{_ROUGHLY}(?:\d{{1,3}}\s?(?:to|or|-|–)\s?)?(?:(?<!\bthe )(?!{values.DECADE})"
    r"\d+(?:\.\d+)?[\s-]*|(?:an?|half an?|"
    + "|".join(values.DIGITS)
    + rf")[\s-]+){values.HALF}?(?:more\s)?(?:s|secs?|seconds?|minutes?|"
    rf"mins?)\b(?:\sand\sa\shalf\b)?(?:\s(?:long|in length|each|"
    r"max(?:imum)?|"
    r"minimum|tops|or so|or less|at most|(?:in )?total|altogether)\b)?",
    re.I,
)
_AGED = "\u2985ages\u2985"  # stands for "the under 9s" meanwhile
_CLOCKED = re.compile(r",?\s?\b\d{1,2}:[0-5]\d\s?(?:long|min|minutes|in length)\b", re.I)


def sized_out(text: str) -> str:
    """Without sizes, shapes, lengths and models."""
    text = without_model(text)
    text = re.sub(r"(?:\b(?:in|at|as)\s)?" + values.SIZE.pattern, "", text, flags=re.I)
    shape = values.ratio_in(text)
    if shape:
        text = re.sub(r"(?:\b(?:in|at|as|format)\s)?" + values.RATIO.pattern, "", text, flags=re.I)
        text = re.sub(r"\b(?:aspect ratio|format)\b", "", text, flags=re.I)
    text = without_shape(text)
    text = re.sub(r"(?:\b(?:in|at)\s)?\b(?:\d{3,4}p|4k|full hd)\b", "", text, flags=re.I)
    text = re.sub(r" {2,}", " ", text)
    return re.sub(
        r"(?<!zoom)(?<!push)(?<!pull)(?<!fade)\s\b(?:to|in|as|at)[\s.,]{0,4}$", "", text, flags=re.I
    )


def subject_of(clause: str) -> str:
    """What is to be seen, without the asking around it."""
    text = trimmed(clause)
    for _ in range(4):
        text = LEAD_IN.sub("", text)
    text = without_use(_MAKING.sub("", text))
    text = _LABEL.sub(lambda one: f"{one.group(2)} of " if one.group(2) else "", text)
    text = sized_out(text).strip()
    text = _FOR_SOMEBODY_FIRST.sub("", text)
    told = _FOR_SOMEBODY.sub(r"\1 ", text).strip()
    if told != text:
        told = re.sub(r"^(?:something|anything|sth)[ ,]+(?=\S)", "", told, flags=re.I)
    text = "" if told != text and _SOMETHING.fullmatch(told) else _HEAD.sub("", told)
    text = re.sub(r"\b(?:in|at|as|for|with|of)\s?(?=[,.]|$)", "", text)
    text = re.sub(r"\b(?:please|for me)\b", "", text, flags=re.I)
    text = re.sub(r"\s([,.])", r"\1", " ".join(text.split()))
    text = re.sub(
        rf"^(?:\d{{1,2}}|{_SEVERAL})\s(?=[\w-]+ (?:ideas|options|versions|variations)\b)", "", text
    )
    text = re.sub(r"^(?:of|about|showing)\s", "", text, flags=re.I)
    return trimmed(re.sub(r"(?:,\s?){1,8}(?=,|$)", "", text))


def trimmed(text: str) -> str:
    """Without marks at its ends; a quotation that is whole stays whole."""
    marks = EDGES + "-" if text.count('"') % 2 else EDGES.replace('"', "") + "-"
    return text.strip(marks)


def without_length(text: str) -> str:
    """A prompt without "for 10 seconds"."""
    kept = values.AGES.search(text)
    rest = _LENGTH.sub("", _CLOCKED.sub("", values.AGES.sub(_AGED, text)))
    rest = rest.replace(_AGED, kept[0]) if kept else rest
    if rest != text:  # "a 30 second ad"
        rest = re.sub(r"\b([Aa]) {1,2}(?=[aeio])", r"\1n ", rest)
    return trimmed(" ".join(rest.split()))
