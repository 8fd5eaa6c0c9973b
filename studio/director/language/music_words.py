"""The words of what can only be heard: instruments, styles, the parts of a song and how it goes."""

import re

from studio.director.language.vocabulary import THINGS_IN_ING

INSTRUMENT = (
    r"(?:piano|guitar|violin|cello|harp|flute|organ|strings|drums|ukulele|synths?|marimba|saxophone|trumpet|choir|"
    r"accordion|"
    r"banjo)"
)
GENRES = (
    r"(?:lo-?fi|jazz|techno|house|trance|ambient|hip[- ]?hop|trap|drill|synth-?wave|dub-?step|drum (?:and|n|&) bass|"
    r"dnb|orchestral|reggae|blues|funk|metal|punk|edm|bossa nova|salsa|disco|country|folk|r&b|soul|classical|"
    r"chip-?tune|phonk|afro-?beats?|k-?pop|pop|indie|rock|pads)"
)
_PART = re.compile(
    rf"\b(?:{INSTRUMENT}|guitars?|violins?|drum\w*|percussion|bass(?:line)?|brass|horns?|sax|bells?|claps?|hi-?hats?|"
    r"snares?|kick|808s?|chords?|notes?|melod(?:y|ies)|harmon\w+|vocals?|voices?|sing(?:er|ing)s?|lyrics|words|"
    r"chorus(?:es)?|"
    r"verses?|refrain|bridge|hook|riffs?|solo|intro|outro|drop|break|ending|beginning|start|end|beat|rhythm|groove|"
    r"tempo|pace|speed|key|major|minor|bpm|genre|style|mood|sound|volume|reverb|echo|mix|instrumental|acoustic|"
    r"electric|song|track|tune|music|piece|melody|recording|audio)\b",
    re.I,
)
_GENRE = re.compile(rf"\b{GENRES}\b", re.I)


_PLAYED = rf"(?:an? )?(?:[\w-]{{1,24}} ){{0,2}}{INSTRUMENT}\b"
_HEAD = (
    r"(?:(?!(?:an?|the|and|with|of|in|on|at|or)\b)"
    rf"(?!(?!{THINGS_IN_ING}\b)[a-z-]{{2,20}}ing\b)[\w.#-]{{1,24}} ){{0,2}}?"
)
in_a_form = re.compile(  # a form of music as the head of a phrase right at the start: "a slow waltz for strings"
    rf"^(?:(?:an? )?{_HEAD}(?:waltz|polka|sonata|symphony|serenade|nocturne|etude|hymn|shanty|minuet|concerto)|"
    rf"(?:(?:some|two|three|four|\d+) )?{_HEAD}(?:waltzes|polkas|sonatas|symphonies|serenades|nocturnes|etudes|hymns|"
    r"shanties|minuets|concertos))"
    rf"(?=\s?(?:$|[,.:(\d]|\b(?:about|for|like|by|from|called|named|that|using|set|(?:with|on) {_PLAYED}|"
    r"at (?:about |around )?\d|in (?:\d|the (?:key|style)\b|[a-g](?:#|b| sharp| flat)? (?:major|minor)\b))))",
    re.I,
).match


def heard(text: str) -> bool:
    """Whether words name something of a song, so that they can be about one."""
    return bool(_PART.search(text) or _GENRE.search(text))
