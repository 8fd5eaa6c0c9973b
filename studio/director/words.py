"""How people say things: counts, sizes, durations, references. Patterns only, no decisions."""

import re

EDGES = " \t\n.,;:!?\"'"
SPOKEN = {
    "picture": "image",
    "photo": "image",
    "song": "audio",
    "track": "audio",
    "film": "video",
    "clip": "video",
}
COUNTS = {
    "a couple of": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "a few": 3, "several": 4, "some": 3,
}  # fmt: skip
ORDINALS = {
    "first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5, "1st": 0, "2nd": 1,
    "3rd": 2, "4th": 3, "last": -1,
}  # fmt: skip

MUSIC_VIDEO = re.compile(
    r"music[\s-]*(video|clip|film)|lyric video|visuali[sz]er"
    r"|(video|film|clip|movie)\b.{0,30}\b(song|track|music|tune|beat|audio)"
    r"|(song|track|music|tune|audio)\b.{0,30}\b(into|as|to)\b.{0,12}(video|film|clip|movie)",
    re.I,
)
ANIMATE = re.compile(
    r"\banimat\w*|bring\w*\b.{0,40}\bto life|\bin motion\b|\bcome alive\b"
    r"|make\b.{0,30}\bmove\b|(photo|picture|image|it|this|that|one)\b.{0,20}\binto an? (short )?(video|clip|film|movie)"
    r"|(video|clip|film|movie)\b (of|from|out of)\b.{0,20}\b(image|picture|photo|it|this|that)\b",
    re.I,
)
AGAIN = re.compile(r"\b(again|another|one more|redo|once more|same)\b", re.I)
PICTURE = re.compile(
    r"\b(draw|paint|sketch|picture|image|photo|poster|portrait|illustration|logo|wallpaper|cover|card|"
    r"painting|drawing|scene|landscape|postcard|sticker|icon|versions?|variations?|looks?)\b",
    re.I,
)
ORDER = re.compile(
    r"\b(make|create|generate|show|design|render|give|do|produce|imagine|i want|i need|i'd like)\b",
    re.I,
)
VAGUE = re.compile(
    r"^(please |can you |could you )*(make|create|generate|do|show|give)( me| us)?"
    r"( something| anything| stuff| art| it| this| that)?( nice| cool| pretty| beautiful| new)?( please)?$",
    re.I,
)
GREETING = re.compile(
    r"^(hi|hello|hey|good (morning|evening|afternoon)|moin|hallo|yo|hola|bonjour|salut|ciao|how are you)\b",
    re.I,
)
THANKS = re.compile(
    r"\b(thanks|thank you|cheers|great work|well done|lovely|perfect|danke|merci|gracias|grazie)\b",
    re.I,
)
IDENTITY = re.compile(
    r"\b(who|what) are you\b|\bare you (an? )?(ai|model|robot|bot|human|real)\b|\bai model\b|\bwhich model\b"
    r"|\bwhat model\b|\bwho (made|built|created) you\b"
    r"|\bare you (a )?(chat ?gpt|gpt\S*|claude|gemini|llama|sogni|human)\b"
    r"|\blocal studio\b|\bhow do you work\b|\b(wer|was) bist du\b|\bbist du (eine? )?(ki|mensch|roboter)\b"
    r"|\bqui es[- ]tu\b|\bes-tu une? (ia|humain)\b|\bqui[eé]n eres\b|\beres una? (ia|humano)\b|\bchi sei\b",
    re.I,
)
ABILITY = re.compile(
    r"\b(what can you|can you do|help me|help\b|how does this|was kannst du|que peux-tu|qué puedes)",
    re.I,
)
NOT_WANTED = re.compile(
    r"\b(don't|do not|dont|no need to|never|without|rather than|instead of)\s+(just |only )?"
    r"(animat\w*|mov\w+|mak\w+|draw\w*|creat\w*)\b[^,.;]*([,.;]\s*|$)(but\b|just\b|and\b|instead\b)?\s*",
    re.I,
)
SURPRISE = re.compile(r"\bsurprise me\b|\bwhatever you (like|want)\b|\byour choice\b", re.I)
FROM_WORDS = re.compile(
    r"\b(make|create|generate|produce|i want|i need|give)\b.{0,24}\b(video|film|clip|movie)s?\b"
    r"|^(an?\s+)?(short |\d+[\s-]*s\w*\s+)?(video|film|clip|movie) (of|about)\b",
    re.I,
)
FILM_AGAIN = re.compile(
    r"\b(video|film|clip)\b.*\b(again|slower|faster|longer|shorter|once more|but|redo)\b"
    r"|\b(again|redo|another|same)\b.*\b(video|film|clip)\b"
    r"|^(please )?(make|do)?\s*(it|that|this|the (video|film|clip))?\s*(a bit |a little |much )?"
    r"(longer|shorter|slower|faster)\b",
    re.I,
)
REFERS = re.compile(r"^(the|and the) (first|second|third|fourth|fifth|last)\b.*\bbut\b", re.I)
POINTS = re.compile(r"\b(this|that|it|these|my (photo|picture|image))\b", re.I)
ALL = re.compile(r"\b(both|all( of (them|these|those))?|each|every one|them)\b", re.I)
EDIT = re.compile(
    r"^(please |can you |could you )*(put|add)\b.{0,40}\b(it|this|that|there|image|picture|photo|sky|background)\b"
    r"|^(please |can you |could you )*make "
    r"(it|this|that|the (sky|sea|light|colou?rs?|picture|image|background))\b.{1,40}"
    r"|\b(darker|brighter|warmer|colder|more colou?rful)\b",
    re.I,
)
OPENING = re.compile(r"^\s*(?:and |now |so |okay,? |ok,? )*(?:then|next|now)\b,?\s+", re.I)
THEN = re.compile(r"[,;.]?\s+(?:and )?(?:then|after that|afterwards)\b,?\s+", re.I)

SIZE = re.compile(r"\b(\d{3,4})\s*[x×]\s*(\d{3,4})\b")
RATIO = re.compile(r"\b(\d{1,2}):(\d{1,2})\b")
SHAPES = (
    (
        re.compile(
            r"\b(tiktok|reels?|shorts|story|stories|vertical|for (the |my )?phones?|tall)\b", re.I
        ),
        "9:16",
    ),
    (re.compile(r"\b(youtube|widescreen|wide|landscape format|desktop|banner)\b", re.I), "16:9"),
    (re.compile(r"\b(square|instagram post)\b", re.I), "1:1"),
    (re.compile(r"\bposter\b", re.I), "2:3"),
)
MOMENT = re.compile(
    r",?\s*\b(at|in|by|under) (a |the )?(dawn|night|dusk|noon|sunset|sunrise|day|daylight|evening|morning|twilight)\b"
    r"|,?\s*\bat night\b",
    re.I,
)
DURATION = re.compile(r"\b(\d+(?:\.\d+)?)[\s-]*(?:s|sec|secs|seconds?)\b", re.I)
WORD_DURATION = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten)[\s-]+seconds?\b", re.I
)
START_AT = re.compile(r"\b(?:from|starting at|start at|at) (\d{1,2}):(\d{2})\b", re.I)
COUNT = re.compile(
    r"\b(\d{1,2}|" + "|".join(COUNTS) + r")\s+(?:\w+\s+){0,2}?"
    r"(versions?|variations?|pictures|images|posters|options|takes|looks|photos|portraits|drawings|designs|logos|covers)\b",
    re.I,
)
INDEX = re.compile(
    r"@?\b(image|picture|photo|video|film|clip|audio|song|track)\s*#?\s*([-−]?\d+)\b", re.I
)
ORDINAL = re.compile(
    r"\b(?:the|number) (" + "|".join(ORDINALS) + r")\b(?:\s+(?:one|image|picture|version|photo))?",
    re.I,
)


def count_in(text: str) -> int:
    """How many were asked for; 1 when none was said."""
    found = COUNT.search(text)
    if found is None:
        return 1
    word = found.group(1).lower()
    return max(1, min(16, int(word) if word.isdigit() else COUNTS[word]))


def size_in(text: str) -> dict[str, object]:
    """Width and height, or an aspect ratio, as tool arguments; empty when none was said."""
    if found := SIZE.search(text):
        return {"width": int(found.group(1)), "height": int(found.group(2))}
    if found := RATIO.search(START_AT.sub("", text)):
        return {"aspectRatio": f"{found.group(1)}:{found.group(2)}"}
    for pattern, shape in SHAPES:
        if pattern.search(text):
            return {"aspectRatio": shape}
    return {}


def seconds_in(text: str) -> float | None:
    """A length in seconds."""
    if found := DURATION.search(text):
        return float(found.group(1))
    if found := WORD_DURATION.search(text):
        return float(COUNTS[found.group(1).lower()])
    return None


def pace_in(text: str) -> float:
    """How much longer a film should become: "longer", "slower", "shorter", "faster"; 1 when none was said."""
    if re.search(r"\b(longer|slower)\b", text, re.I):
        return 1.5
    return 1 / 1.5 if re.search(r"\b(shorter|faster)\b", text, re.I) else 1.0
