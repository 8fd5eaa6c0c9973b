"""Slips of one letter in the words that steer: "animte", "pitcure", "subtitels". Other words stay as they are."""

import re
from functools import lru_cache

from studio.director.language.abbreviations import written_out

_KNOWN_WORDS = """
animate animation picture pictures image images photo photos video videos version versions variation variations
subtitles subtitle caption captions background upscale enlarge stitch combine concatenate together transition
restore remove replace extend orbit montage portrait landscape square vertical watercolor watercolour painting
illustration drawing sketch poster lighthouse lyrics instrumental script screenplay storyboard workflow template
prompt enhance improve seconds minutes longer shorter slower faster again sunset sunrise watermark overlay segment
transparent cutout resolution generate create describe brighter darker colour color cartoon soundtrack narrate
narration voiceover speech dissolve crossfade duration please second another lengthen widescreen continue recolor
something different several
"""
_REAL_WORDS = """
    angel tangle vice round found sound pound hound mound wound imagines imagine there three these those squire stage
    flame blame frame restored removed replaced created generates generated remover poser coaster posted porter foster
    boaster rooster roster toaster pitcher photon phoned phoney phonos pronto versed version's extent intend intent
    remote removes resort restores sketchy sketched stitches snitch switch thither painter paintings pointing fainting
    printing panting scrip scripts prompts promptly lurks lyric lyrical slower flower blower lower power tower longed
    lounger stronger shorted shooter fester laster father rather aging gain against sunsets color's collar colon cooler
    dolor dollar colours colors cartons carton described describes bright
    brighten brightens lighten lightens darken darker's marker barker
    parker larger charger enlarged enlarges combines combined compile orbits orbital obit portraits landscapes squares
    squared squad squat vertically lengthens continues continued secondly seconded pleased pleases pleasant minute
    minuted another's mother brother speeches peach templates temple sample scenes speech's creates crate cremate
    crease creases creased
    curate creature pasted paired panted videos' overlays overlaid overlap segments segmented painted planting
    breather shore shorten shorters slowest fastest master pastor plaster disaster improves improved approve
    fasten fastens fastened fasted shower showers
"""
_ORDER_WORDS = """
make draw paint show create generate animate remove turn change write compose give add put stitch join
"""
_ORDERS = _ORDER_WORDS.split()
_OTHER_FIRST_WORDS = """
mike male mage mama made mare maker makes take cake lake wake drew drag dray drawn raw paints point pain saint faint
snow shot sow shown shows shop slow giver live dive gave gives crate trite white ads aid and odd pat pot pit but cut out
puts tern burn torn turns chance charge join coin loin joins wrote writer draws print prints
"""
_FIRST = frozenset(_OTHER_FIRST_WORDS.split())
_COUNTS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several"]
_NO_COUNT_WORDS = """
for fur tree tin tan tent teen tens tea fine fire file fave fore form flour foul sit sax sex nice none severe
"""
_NO_COUNTS = frozenset(_NO_COUNT_WORDS.split())
_FOTO = re.compile(r"\b([Ff])oto(?=s?\b|graf|graph)")
_COUNTED = re.compile(
    r"\b([a-z]{3,7})(?= (?:[a-z]{3,12} )?(?:pictures|images|photos|pics|versions|variations|takes|options|posters|"
    r"logos|"
    r"drawings|paintings|sketches|clips|videos|songs)\b)",
    re.I,
)
_PLEASE = re.compile(r"\b(?:pl[sz]{2,}|pl+e{2,}a+s+e*|ple+a{2,}s+e*|plea+s{2,}e*)\b", re.I)
_ASKS = re.compile(r"\b(what|how|where|who)s(?= (?:the|my|this|that|it|in|on)\b)", re.I)
_COULD = re.compile(
    r"^((?:\w{2,5},? ){0,2})(?:coud|cud|culd|cld|coould|colud)(?= (?:you|u|i|we)\b)", re.I
)
_MEDIUM = re.compile(r"^((?:an? |my |some )?)([a-z]{3,8})(?= (?:of|about|for)\b)", re.I)
_MEDIA = (
    "song",
    "video",
    "picture",
    "image",
    "photo",
    "poster",
    "drawing",
    "film",
    "clip",
    "movie",
    "portrait",
)
_NO_MEDIA_WORDS = """
son sons soon sing sung sang snog slog sonny songs sound long file files fill fell firm films flim chip flip slip clap
cliff clips move moved moves movies mover post posted posted posters postal images imaged photos videos drawings darling
draining
portraits porting pitcher pictures pictured image
"""
_NO_MEDIA = frozenset(_NO_MEDIA_WORDS.split())
_SWAPPED = {  # short words of which a hand on the keyboard swaps two letters, and no words themselves
    "adn": "and", "nad": "and", "teh": "the", "hte": "the", "taht": "that", "thsi": "this", "wiht": "with",
    "wtih": "with", "mroe": "more", "nigth": "night", "ligth": "light", "brigth": "bright", "blakc": "black",
    "whtie": "white", "wihte": "white", "yelow": "yellow", "stras": "stars", "mkae": "make", "maek": "make",
    "becuase": "because", "backgroud": "background", "alos": "also",
    "jsut": "just", "lettres": "letters", "samller": "smaller", "bigegr": "bigger", "biger": "bigger",
}  # fmt: skip
_SWAPPED_WORD = re.compile(rf"\b(?:{'|'.join(_SWAPPED)})\b", re.I)
_KNOWN, _REAL = _KNOWN_WORDS.split(), frozenset(_REAL_WORDS.split())
_ENDINGS = ("s", "d", "r", "ed", "ing", "er", "ly", "'s")
_ORDER = re.compile(
    r"^(\s?(?:(?:please|pls|plz|ok(?:ay)?|now|so|and|then|hey|hi|lol|(?:can|could|would) (?:you|u))[\s,!]{1,2}){0,4})"
    r"([a-z]{3,9})\b(?=\s)",
    re.I,
)
_WORD = re.compile(r"[A-Za-z]{5,}")
_GIVEN = re.compile(r"\"[^\"]{1,1000}\"|“[^”]{1,1000}”|„[^“”]{1,1000}[“”]|«[^»]{1,1000}»")
_READ_OUT = re.compile(
    r"(?P<asked>\b(?:read|say|speak|narrate|announce|recite|pronounce|voice-?over)\b[^:\n]{0,60}:\s)(?P<told>.+)$",
    re.I | re.S,
)
_KEPT = "\ue000"


def mended(text: str) -> str:
    """The text with known words spelt right; what is quoted or to be read out stays as it was given."""
    text = text.replace(_KEPT, "")
    given = _GIVEN.findall(text)
    if not given and (read_out := _READ_OUT.search(text)):
        return _slips_mended(read_out.string[: read_out.start("told")]) + read_out["told"]
    parts = _slips_mended(_GIVEN.sub(_KEPT, text)).split(_KEPT)
    return "".join(part + told for part, told in zip(parts, [*given, ""], strict=True))


def _slips_mended(text: str) -> str:
    whole = _WORD.sub(lambda found: _mended(found.group()), text[:4000]) + text[4000:]
    whole = _SWAPPED_WORD.sub(lambda found: _SWAPPED[found.group().lower()], whole)
    whole = written_out(_PLEASE.sub("please", whole))
    whole = _ASKS.sub(r"\1's", _COULD.sub(r"\1could", whole))
    whole = _MEDIUM.sub(lambda found: found.group(1) + _medium(found.group(2)), whole)
    whole = _FOTO.sub(lambda one: "Photo" if one.group(1) == "F" else "photo", whole)
    whole = _COUNTED.sub(lambda found: _count(found.group()), whole)
    return _ORDER.sub(lambda found: found.group(1) + _order(found.group(2)), whole, count=1)


def _count(word: str) -> str:
    """How many, where only that can stand: before the things that are counted."""
    low = word.lower()
    if low in _NO_COUNTS or low in _COUNTS:
        return word
    return next((one for one in _COUNTS if _one_apart(low, one)), word)


def _medium(word: str) -> str:
    """What is to be made, where a request begins with it: "sog about my cat"."""
    low = word.lower()
    if low in _NO_MEDIA or low in _MEDIA:
        return word
    return next((one for one in _MEDIA if _one_apart(low, one)), word)


def _order(word: str) -> str:
    """The verb a request begins with."""
    low = word.lower()
    if low in _FIRST or low in _ORDERS or low in _KNOWN:
        return word
    return next((one for one in _ORDERS if len(low) > 2 and _one_apart(low, one)), word)


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    low = word.lower()
    if low in _REAL or low in _KNOWN or _derived(low):
        return word
    near = [known for known in _KNOWN if len(known) > 4 and _one_apart(low, known)]
    if not near:
        return word
    return near[0].capitalize() if word[0].isupper() else near[0]


def _derived(word: str) -> bool:
    """A known word with an ending."""
    return any(word == known + end for known in _KNOWN for end in _ENDINGS)


def _one_apart(word: str, known: str) -> bool:
    """One letter more, less, other, or two swapped; the first letter is right."""
    if word[0] != known[0] or abs(len(word) - len(known)) > 1:
        return False
    start = 0
    while start < min(len(word), len(known)) and word[start] == known[start]:
        start += 1
    left, right = word[start:], known[start:]
    if len(word) == len(known):
        swapped = left[:2] == right[:2][::-1] and left[2:] == right[2:]
        return left[1:] == right[1:] or swapped
    return left[1:] == right if len(word) > len(known) else left == right[1:]
