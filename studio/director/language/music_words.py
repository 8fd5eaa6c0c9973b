"""The words of what can only be heard: instruments, styles, the parts of a song and how it goes."""

import re

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


def heard(text: str) -> bool:
    """Whether words name something of a song, so that they can be about one."""
    return bool(_PART.search(text) or _GENRE.search(text))
