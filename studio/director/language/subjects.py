"""What is to be seen or heard, out of a clause: prompts, branches for several versions, a change put after a prompt."""

import re
from collections.abc import Sequence

from studio.director.language import values
from studio.director.language.clauses import EDGES
from studio.director.language.politeness import LEAD_IN

VARY = (
    "at first light", "under a full moon", "with a storm coming in", "in low golden sun", "in soft fog",
    "under northern lights", "in clear winter air", "at dusk with lamps lit", "in light rain", "in deep snow",
    "in spring colours", "in autumn colours", "at noon in hard light", "at blue hour", "under a starry sky",
    "in warm evening haze",
)  # fmt: skip
VARY_SOUND = (
    "calm and sparse", "bright and driving", "dark and slow", "warm and acoustic", "dreamy with wide pads",
    "raw and energetic", "gentle with piano", "big and cinematic", "playful", "minimal", "with strings", "with brass",
    "lo-fi", "with a heavy beat", "airy", "nostalgic",
)  # fmt: skip
VARY_STYLE = (
    "in watercolour", "in oils", "as a pencil drawing", "as pixel art", "as a woodcut", "in pop art",
    "as a paper cut-out", "as a mosaic", "in charcoal", "as stained glass", "in gouache", "as line art",
    "as low poly", "in pastels",
    "as a comic", "as a linocut",
)  # fmt: skip
_STYLES = re.compile(
    r",?\s?\b(?:in|with|of) (?:different|various|other|\w+ different) styles?\b", re.I
)
VERB = re.compile(
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
_HOW_MANY = r"(?:an?|the|some|one|new|another|\d{1,2}|" + "|".join(values.COUNTS) + r")"
HEAD = re.compile(
    rf"^(?:{_HOW_MANY}\s)?(?:(?:nice|beautiful|diff|different|new|more|short|quick|cool|long|simple|little|good|"
    rf"great|"
    rf"square|vertical|"
    rf"horizontal|wide|portrait|landscape|\d+[\s-]?(?:s|sec|seconds?)|(?:{'|'.join(values.DIGITS)})[\s-]?seconds?|"
    rf"silent|looping)\s)*"
    rf"{_NOUNS}(?:\s(?:of|(?<=takes )on|(?<=versions )on|(?<=variations )on|with|showing|for|about|where|in which|"
    rf"that shows?|depicting|featuring)\s(?!\s?$)|"
    rf"[,:]?\s?$)",
    re.I,
)
_LENGTH = re.compile(
    r",?\s?\b(?:for|lasting|of|that(?:'s| is)|about|in|,)?\s?(?:about\s)?(?:(?!(?:1[5-9]|"
    r"20)\d0s\b)\d+(?:\.\d+)?[\s-]*|(?:an?|half an?|"
    + "|".join(values.DIGITS)
    + r")[\s-]+)(?:more\s)?(?:s|secs?|seconds?|minutes?|mins?)\b(?:\s(?:long|in length|each)\b)?",
    re.I,
)


def sized_out(text: str) -> str:
    """Without sizes, shapes and lengths."""
    text = re.sub(r"(?:\b(?:in|at|as)\s)?" + values.SIZE.pattern, "", text, flags=re.I)
    shape = values.ratio_in(text)
    if shape:
        text = re.sub(r"(?:\b(?:in|at|as|format)\s)?" + values.RATIO.pattern, "", text, flags=re.I)
        text = re.sub(r"\b(?:aspect ratio|format)\b", "", text, flags=re.I)
    text = values.SHAPE_WORDS.sub("", text)
    text = re.sub(r"(?:\b(?:in|at)\s)?\b(?:\d{3,4}p|4k|full hd)\b", "", text, flags=re.I)
    text = re.sub(r" {2,}", " ", text)
    return re.sub(r"\s\b(?:to|in|as|at)[\s.,]{0,4}$", "", text, flags=re.I)


def subject_of(clause: str) -> str:
    """What is to be seen, without the asking around it."""
    text = trimmed(clause)
    for _ in range(4):
        text = LEAD_IN.sub("", text)
    text = VERB.sub("", text)
    text = _LABEL.sub(lambda one: f"{one.group(2)} of " if one.group(2) else "", text)
    text = HEAD.sub("", sized_out(text).strip())
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
    return trimmed(" ".join(_LENGTH.sub("", text).split()))


def branched(prompt: str, count: int, ways: Sequence[str] = VARY) -> str:
    """One prompt for several versions: as many branches as results, those the person listed or usual ones."""
    if count < 2 or "{" in prompt:
        return prompt
    told, listed, ways = _ways(prompt, count, ways)
    choice = "|".join((listed or ways)[:count])
    return f"{told}, {{{choice}}}" if told else f"{{{choice}}}"


def apart(prompt: str, count: int) -> list[str]:
    """Those branches as prompts of their own, for what makes one result a call."""
    if count < 2:
        return [prompt]
    told, listed, usual = _ways(prompt, count, VARY)
    return [", ".join(part for part in (told, way) if part) for way in (listed or usual)[:count]]


def _ways(
    prompt: str, count: int, usual: Sequence[str]
) -> tuple[str, Sequence[str], Sequence[str]]:
    """The prompt, the ways a person listed, and those to take where none were: styles when those were asked for."""
    if _STYLES.search(prompt):
        prompt, usual = _STYLES.sub("", prompt).strip(EDGES), VARY_STYLE
    told, listed = branches_in(prompt, count)
    return told, listed, usual


def branches_in(prompt: str, count: int) -> tuple[str, list[str]]:
    """The ways a person listed: "a car: red, blue and green", "one at dawn, one at night", "in red and in blue"."""
    found = re.match(r"^(.*?)[:;]\s?(.+)$", prompt, re.S)
    if found:
        ways = _items(found.group(2))
        return (found.group(1).strip(EDGES), ways) if 2 <= len(ways) <= count else (prompt, [])
    if len(re.findall(r"\b(?:one|another|other)\b", prompt, re.I)) == count:
        head, _, rest = re.sub(
            r"\b(?:one|the first)\b", "\0", prompt, count=1, flags=re.I
        ).partition("\0")
        ways = _items(
            re.sub(r"\b(?:and )?(?:one|another|the other|other)\b", ",", rest, flags=re.I)
        )
        return (head.strip(EDGES), ways) if len(ways) == count else (prompt, [])
    found = re.match(
        r"^(.*?),?\sin ([\w-]{1,24}(?: [\w-]{1,24})?(?:, [\w-]{1,24}(?: [\w-]{1,24})?){0,15} and (?:in )?[\w-]{1,24})$",
        prompt,
        re.I,
    )
    if found:
        ways = _items(found.group(2))
        return (
            (found.group(1).strip(EDGES), [f"in {one}" for one in ways])
            if len(ways) == count
            else (prompt, [])
        )
    head, *ways = _items(prompt)
    plain = ways and all(
        len(one.split()) < 4 and not re.match(r"(?:an?|the|with) ", one) for one in ways
    )
    return (head, ways) if plain and len(ways) == count else (prompt, [])


def _items(text: str) -> list[str]:
    """The parts of a list, without "in" and "and"."""
    parts = re.split(r"\s?(?:,|\band\b|\bor\b|/)\s?", text)
    rows = [re.sub(r"^in\s", "", one.strip(EDGES), flags=re.I) for one in parts]
    return [one for one in rows if one]
