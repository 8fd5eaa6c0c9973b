"""A song and the picture on it in one order: "a song about rain and a cover for it"."""

import re

from studio.director.language.politeness import plain
from studio.director.language.subjects import subject_of
from studio.director.language.vocabulary import FILM

_ONLY_HEARD = (  # styles of music that are nothing to be seen
    r"(?:lo-?fi|jazz|techno|trance|ambient|hip[- ]?hop|synth-?(?:wave|pop)|dub-?step|drum (?:and|n|&) bass|dnb|"
    r"reggae|edm|"
    r"bossa nova|k-?pop|afro-?beats?|chip-?tune|phonk|r&b)"
)
_SONG = (
    rf"(?:songs?|singles?|tracks?|tunes?|ballads?|lullab(?:y|ies)|anthems?|jingles?|album|e\.?p\.?|"
    rf"beats?|(?:piano|guitar|violin|cello|orchestral|instrumental|musical) pieces?|"
    rf"{_ONLY_HEARD}(?: (?:music|pieces?|instrumentals?))?)"
)
_COVER = (
    r"(?:(?:(?:album|single|song|record|track|cd) ){0,2}(?:covers?(?! (?:versions?|songs?|bands?)\b)"
    r"(?: (?:art(?:work)?|picture|image|design))?|artwork|sleeve(?: art)?)|(?:album|single|cover) art)"
)
_HEAD = (  # nothing it belongs to comes after it, as in "a jazz band"
    r"(?=\s?(?:$|[,.:(&+\d–-]| ?(?:about|for|with|of|in|at|to|from|by|on|like|as|called|named|titled|entitled|that|"
    r"which|where|and|plus|including|incl|inspired|based|using|set|sung|featuring|dedicated|please|pls|too)\b))"
)
_BOTH = re.compile(
    rf"^(?P<song>(?!.{{0,40}}\b(?:my|our|this|that|the|your|his|her|their) (?:[\w-]+ )?{_SONG}\b)"
    rf"(?:(?!(?:of|with|in|on|from|at|by|about)\b)[\w'’-]+,? ){{0,8}}?{_SONG}{_HEAD}(?P<about>[^;\n]{{0,160}}?))"
    r"(?:,? (?:and|with|plus|including|incl\.?|&|\+) |, )(?:also )?(?:(?:an?|its|the|some|one|matching|fitting|nice|"
    rf"own|cool|good|suitable) ){{0,3}}{_COVER}(?: (?:for|to|of|with) (?:it|that|them|the (?:song|track|single)))?"
    rf"(?: (?:too|as well|please|pls))?(?P<rest>\s?[:,.–-] ?.{{2,300}})?[.!?\s]{{0,3}}$",
    re.I | re.S,
)
_TO_BE_SEEN = re.compile(
    rf"\b{FILM}|\b(?:pictures?|images?|photos?|pics?|posters?|drawings?|paintings?|illustrations?|logos?|"
    r"cards?|flyers?)\b",
    re.I,
)
_A_RECORD = re.compile(r"\b(?:singles?|album|e\.?p\.?)\b", re.I)
_ARTICLE = re.compile(r"(?:an?|the|some|my|our) ", re.I)
_ABOUT = re.compile(r"^[\s:,.–-]+")


def song_and_cover(text: str) -> str:
    """The song and its cover as two orders; the text as it is where not both are wished for."""
    told = _BOTH.match(text)
    if told is None or _TO_BE_SEEN.search(told["song"]):
        return text
    rest = _ABOUT.sub("", told["rest"] or "").rstrip(" .!")
    heard = _A_RECORD.sub("song", told["song"])
    song = f"{heard}: {rest}" if rest else heard
    shown = rest or subject_of(plain(told["song"]))
    shown = shown if rest or _ARTICLE.match(shown) else f"a {shown}"
    return f"{song}; make an album cover for {shown}"
