"""How people say numbers: counts, sizes and shapes, lengths, moments of a film, tempo and key."""

import re

from studio.director.language.papers import paper_in
from studio.director.language.shapes import SHAPES

DIGITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "sixteen": 16, "twenty": 20, "twenty-five": 25, "thirty": 30,
    "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90,
}  # fmt: skip
COUNTS = {
    **DIGITS, "a couple of": 2, "a couple": 2, "a pair of": 2, "a few": 3, "some": 3, "several": 4, "a dozen": 12,
    "half a dozen": 6, "multiple": 4, "both": 2,
}  # fmt: skip
_WORD = "|".join(sorted(COUNTS, key=len, reverse=True))
_DIGIT = "|".join(sorted(DIGITS, key=len, reverse=True))
_NUMBER = rf"(?:\d+(?:\.\d+)?|{_DIGIT})"
_UNIT = r"(?:s|secs?|seconds?)\b"
_COUNTED = (
    r"(?:versions?|variations?|variants?|pictures|images|posters|options|takes|looks|photos|pics|portraits|drawings|"
    r"designs|logos|covers|alternatives|choices|concepts|drafts|ideas|songs|tracks|clips|videos|films|gifs|paintings|illustrations|renders|"
    r"wallpapers|doodles|thumbnails|landscapes|seascapes|cityscapes|scenes|postcards|mockups|stickers|icons|ways|"
    r"sketches|recordings|(?:product|studio|beauty|photo|head|macro|action|glamou?r) ?shots|packshots|headshots|"
    r"readings|melodies|jingles|beats)"
)
MOST_AT_ONCE = 16
SHORTEST_PART_S = 1.0  # of a song that is left to be heard
COUNT = re.compile(rf"\b(\d{{1,3}}|{_WORD})\s(?:(?!of\b)[\w-]+\s){{0,3}}?{_COUNTED}\b", re.I)
DIFFERENT = re.compile(r"\b(?:different|various)\b", re.I)
ITEMS = re.compile(  # what is counted one by one: "a dozen pixel art swords", "six different hats for him"
    r"(?:^|\b(?:make|create|draw|generate|give|design|show|want|need)(?: me| us)? )"
    rf"(?P<count>\d{{1,3}}|{_WORD})\s"
    r"(?=(?:[\w-]{1,24} ){0,2}?(?:different|various|pixel[- ]?art|8-?bit|16-?bit|low[- ]?poly|isometric|chibi|vector|"
    r"clip-?art|sprite|emoji|flat[- ](?:design|style|vector))\b)(?:different |various |new )?"
    r"(?P<what>(?!(?:colou?r|style|way|angle|time|place)s?\b)(?:[\w-]{1,24} ){0,4}?[\w-]{2,24}s)\b"
    r"(?=$|[,.!]| (?:for|with|of|please)\b)",
    re.I,
)
_IN_SCENES = re.compile(
    rf"\b(?:with|in|of) (?:\d{{1,2}}|{_WORD})\s(?:[\w-]+ )?scenes\b", re.I
)  # of one film
_TIMES = re.compile(
    rf"(?<!all )(?<!the )(?<!these )(?<!those )(?<!any )(?<!last )(?<!first )\b(?:x\s?(\d{{1,2}})\b|(\d{{1,2}}|"
    rf"{_DIGIT})\s"
    rf"(?:times|(?:of (?:them|these|those|it)|more\b(?! seconds?))))",
    re.I,
)
_PLURAL = re.compile(
    r"^(?:(?:make|create|give|show|draw|generate|do)\s(?:me\s)?)?(?:different |new |other |more )?"
    r"(?:versions|variations|variants|options|alternatives|takes) (?:of|on|for)\b",
    re.I,
)
SIZE = re.compile(
    r"\b(\d{3,5})\s?(?:px|pixels)?\s?(?:[x×]|by)\s?(\d{3,5})\b(?:\s?(?:px|pixels))?", re.I
)
RATIO = re.compile(r"\b(\d{1,2}) ?(?::|/| by ) ?(\d{1,2})\b(?!:)", re.I)
_RATIOS = {
    "1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9", "9:21", "1:2", "2:1", "16:10", "10:16",
}  # fmt: skip
START_AT = re.compile(
    r"\b(?:from|starting (?:at|from)|start(?:s|ing)? at|beginning at|begin at|at|skip to)\s(\d{1,2}):(\d{2})\b"
    r"|\b(?:starting|start|begin(?:ning)?)\s(?:at\s|from\s)?(\d+)\s?(?:s|secs?|seconds?)\b(?:\sin)?"
    r"|\b(?:from|at|starting at|start at)\ssecond\s(\d{1,4})\b"
    r"|\b(?:start(?:s|ing)?|begin(?:s|ning)?)\s(?:at\s|from\s)(?:minute\s(?P<minute>\d{1,2})\b|"
    r"(?:the\s)?(?P<minutes>\d{1,2})[\s-]?(?:min|mins|minutes?)\b(?:\s(?P<and>\d{1,2})\s?(?:s|secs?|seconds?)\b)?)",
    re.I,
)
# "90s house", "an 80s look": a time, not a length; "the 80s" is one anywhere
DECADE = (
    r"(?:(?:1[5-9]|20)\d0s\b|['’]?[5-9]0s(?= (?:[\w-]+ ){0,2}?(?:house|techno|rock|pop|disco|synth\w*|funk|soul|metal|"
    r"rap|hip[- ]?hop|trance|rave|new wave|dance|jazz|swing|ballads?|hits?|anime|cartoons?|sitcom|fashion|style|look|"
    r"vibes?|aesthetics?|feel\w*|mood|horror|diner|retro|arcade|neon|hair\w*|outfits?|poster|magazine|advert\w*)\b))"
)
AGES = re.compile(  # "the under 9s", a team and no length
    r"\b(?:the|for|our|my|with|of|all) (?:u|(?:under|over)[ -]?)\d{1,2}['’]?s\b", re.I
)
HALF = r"(?:and[\s-](?:a|one)[\s-]half[\s-]{1,2})"
_MINUTES = re.compile(
    rf"(?:\b(\d+(?:\.\d+)?)[\s-]*|\b({_DIGIT}|an?)[\s-]+)({HALF}?(?:min|mins|minutes?)\b(?:\sand\sa\shalf)?)",
    re.I,
)
_SECONDS = re.compile(
    rf"(?:\b(?<!the )(?!{DECADE})(\d+(?:\.\d+)?)[\s-]*|\b({_DIGIT})[\s-]+)"
    rf"({HALF})?(?:more |extra |additional |full )?{_UNIT}",
    re.I,
)
_CLOCK = re.compile(r"\b(\d{1,2}):([0-5]\d)\b(?=\s?(?:long|min|minutes|in length|of))", re.I)
SPAN = re.compile(
    rf"\b(?:from|between|seconds?)?\s?(?:second\s)?(\d{{1,2}}:\d{{2}}|{_NUMBER})\s?(?:s|secs?|seconds?)?\s?"
    rf"(?:to|and|until|till|-|–|through)\s?(?:second\s)?(\d{{1,2}}:\d{{2}}|{_NUMBER})\s?(s|secs?|seconds?)?\b",
    re.I,
)
_EDGE_SPAN = re.compile(
    rf"\b(first|last|final|opening|closing)\s({_NUMBER}|half)?\s?-?({_UNIT})", re.I
)
BPM = re.compile(
    r"\b(\d{2,3})\s?(?:bpm|beats (?:per|a) minute)\b|\b(?:tempo|bpm)\s?(?:of|at|:)?\s?(\d{2,3})\b",
    re.I,
)
_MARK = r"(#|♯|b|♭|[\s-]?sharp|[\s-]?flat)?[\s-]+(major|minor|maj|min)\b"
KEY = re.compile(
    rf"\b(?:in\s)?(?:the\s)?(?:key\sof\s)?([A-G]){_MARK}"
    rf"|\b(?:in|key\sof)\s(?:the\skey\sof\s)?([a-g]){_MARK}"
)
METER = re.compile(r"\b([2346])/(?:4|8)\b")
_OF_MUSIC = re.compile(r"\b[2346]/[48](?= (?:time|metre|meter|beat|rhythm)\b)", re.I)
_MARKS = {"♯": "#", "sharp": "#", "♭": "b", "flat": "b"}
_LINES = {"4k": 2160, "2k": 1440, "full hd": 1080, "hd": 720, "uhd": 2160, "8k": 4320}
_EDGES = {"2k": 2048, "4k": 3840, "uhd": 3840, "8k": 7680, "16k": 15360, "full hd": 1920}
_NAMED = re.compile(r"\b(16k|8k|4k|2k|uhd|full hd)\b", re.I)


def value(text: str) -> float:
    """A number in digits or as a word; "1:20" as seconds."""
    text = text.lower()
    if ":" in text:
        minutes, seconds = text.split(":")
        return int(minutes) * 60 + int(seconds)
    return float(DIGITS.get(text, 0) or (1 if text in ("a", "an") else text))


def count_in(text: str) -> int:
    """How many are to be made, as many as can be at once; 1 when no number was said."""
    return max(1, min(MOST_AT_ONCE, wished_in(text)))


def wished_in(text: str) -> int:
    """How many were asked for; 1 when none was said."""
    text = re.sub(r"\"[^\"]*\"", '""', text)
    found = COUNT.search(_IN_SCENES.sub("", text))
    if found is not None:
        return _number(found.group(1))
    items = ITEMS.search(text)
    if items and _number(items["count"]) > 2:
        return _number(items["count"])
    times = _TIMES.search(text)
    said = next((one for one in times.groups() if one), "") if times else ""
    if said:
        return int(value(said))
    return 3 if _PLURAL.search(text) else 1


def _number(word: str) -> int:
    return int(word) if word.isdigit() else COUNTS[word.lower()]


def size_in(text: str) -> dict[str, object]:
    """Width and height in pixels, or an aspect ratio; empty when none was said."""
    if sheet := paper_in(text):
        return {"aspectRatio": sheet}
    if found := SIZE.search(text):
        return {"width": int(found.group(1)), "height": int(found.group(2))}
    if shape := ratio_in(text):
        return {"aspectRatio": shape}
    for pattern, shape in SHAPES:
        if pattern.search(text):
            return {"aspectRatio": shape}
    return {}


def ratio_in(text: str) -> str:
    """An aspect ratio in figures; times of day and of a song are none, nor is the metre of music."""
    for found in RATIO.finditer(_OF_MUSIC.sub("", START_AT.sub("", text))):
        shape = f"{int(found.group(1))}:{int(found.group(2))}"
        if shape in _RATIOS:
            return shape
    return ""


def seconds_in(text: str) -> float | None:
    """A length in seconds; spans and starting points are none."""
    text = START_AT.sub(" ", _EDGE_SPAN.sub(" ", AGES.sub(" ", text)))
    if found := _CLOCK.search(text):
        return int(found.group(1)) * 60 + int(found.group(2))
    if re.search(r"\bhalf a minute\b", text, re.I):
        return 30.0
    if re.search(r"\bhalf a second\b", text, re.I):
        return 0.5
    total, end = 0.0, -1
    for found in _MINUTES.finditer(text):
        half = 30 if "half" in found.group(3).lower() else 0
        total += value(found.group(1) or found.group(2)) * 60 + half
        end = found.end()
    found = _SECONDS.search(text, max(end, 0))
    if found and (end < 0 or re.fullmatch(r",? (?:and )?", text[end : found.start()])):
        total += value(found.group(1) or found.group(2)) + (0.5 if found.group(3) else 0)
    return total or None


def span_in(text: str, whole: float | None) -> tuple[float, float] | None:
    """The part of a film that is meant, in seconds; `whole` is the film's length where it is known."""
    if found := _EDGE_SPAN.search(text):
        length = value(found.group(2)) if found.group(2) and found.group(2) != "half" else 0.5
        length = length if found.group(2) else 1.0
        if found.group(1).lower() in ("first", "opening"):
            return 0.0, length
        return (max(0.0, round(whole - length, 2)), whole) if whole else None
    for found in SPAN.finditer(text):
        timed = (
            found.group(3)
            or ":" in found.group(1)
            or re.search(r"sec|\bs\b|\d-\d", found.group(), re.I)
        )
        first, last = value(found.group(1)), value(found.group(2))
        if timed and first < last:
            return first, last
    return None


def start_in(text: str) -> float | None:
    """Where in a song to begin, in seconds."""
    found = START_AT.search(text)
    if found is None:
        return None
    if minutes := found["minute"] or found["minutes"]:
        return float(int(minutes) * 60 + int(found["and"] or 0))
    if seconds := found.group(3) or found.group(4):
        return float(seconds)
    return int(found.group(1)) * 60 + int(found.group(2))


def pace_in(text: str) -> float:
    """How much longer a film should become: "longer", "slower", "shorter", "faster"; 1 when none was said."""
    if re.search(
        r"^slow[- ]?mo(?:tion)?(?=$| (?:it|this|that|image|video|the (?!.*\bof an?\b))\b)|\b(longer|slower|"
        r"twice as long|double the length|slow(ed)? (it )?down|"
        r"(?:in|as|to|it|this) slow[- ]?mo(?:tion)?|"
        r"(?:not|less) (?:so |that |as |too |quite so )?(?:fast|quick(?:ly)?))\b",
        text,
        re.I,
    ):
        return 2.0 if re.search(r"\b(twice|double)\b", text, re.I) else 1.5
    if re.search(
        r"\b(shorter|faster|half as long|half the length|shorten\w*|speed (it )?up|quicker)\b",
        text,
        re.I,
    ):
        return 0.5 if re.search(r"\bhalf\b", text, re.I) else 1 / 1.5
    return 1.0


def key_in(text: str) -> str | None:
    """A musical key as "C# minor"."""
    found = KEY.search(text)
    if found is None:
        return None
    note, mark, mode = found.groups()[:3] if found.group(1) else found.groups()[3:]
    mark = (mark or "").strip(" -").lower()
    mode = "minor" if mode.lower().startswith("min") else "major"
    return f"{note.upper()}{_MARKS.get(mark, mark)} {mode}"


def bpm_in(text: str) -> float | None:
    """Beats a minute."""
    found = BPM.search(text)
    return float(found.group(1) or found.group(2)) if found else None


def lines_in(text: str) -> int | None:
    """The short side of a film in pixels: "720p", "4K"."""
    if found := re.search(r"\b(\d{3,4})\s?p\b|\bto (480|720|1080|1440|2160)$", text, re.I):
        return int(found.group(1) or found.group(2))
    found = _NAMED.search(text)
    return _LINES.get(found.group(1).lower()) if found else None


def edge_in(text: str) -> int | None:
    """The long side of a picture in pixels: "4K", "4096 px"."""
    if found := _NAMED.search(text):
        return _EDGES.get(found.group(1).lower())
    if found := SIZE.search(text):
        return max(int(found.group(1)), int(found.group(2)))
    found = re.search(r"\b(\d{3,5})\s?(?:px|pixels?)\b|\bto (\d{4,5})\b", text, re.I)
    return int(found.group(1) or found.group(2)) if found else None


def scale_in(text: str) -> float | None:
    """How many times larger."""
    if found := re.search(r"\b(\d(?:\.\d)?)\s?(?:x|times|×)\b|\bx\s?(\d)\b", text, re.I):
        return float(found.group(1) or found.group(2))
    if found := re.search(r"\bby (?:a factor of )?(\d(?:\.\d)?)\b(?!\d|%| ?px)", text, re.I):
        return float(found.group(1))
    if found := re.search(r"\b(two|three|four) times\b", text, re.I):
        return float(DIGITS[found.group(1).lower()])
    for pattern, factor in (
        (r"\b(doubl\w*|twice)\b", 2.0),
        (r"\b(tripl\w*|thrice)\b", 3.0),
        (r"\bquadrupl\w*", 4.0),
    ):
        if re.search(pattern, text, re.I):
            return factor
    return None
