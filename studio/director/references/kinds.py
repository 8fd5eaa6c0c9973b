"""The kinds of media: the nouns they go by, and what there is of each."""

import re

from studio.director.plan import Scene, sentence_list, short
from studio.director.reading import Medium

KINDS = {
    "image": "images?|pictures?|photos?|pics?|photographs?|portraits?|posters?|drawings?|paintings?|illustrations?|"
    "selfies?|snapshots?|renders?|sketch(?:es)?|screenshots?|shots?|designs?|cutouts?",
    "video": "videos?|clips?|films?|movies?|footage|animations?|vids?|reels?|(?<!\\.)gifs?",
    "audio": "audios?|songs?|tracks?|music|tunes?|recordings?|melod(?:y|ies)|beats?|soundtracks?|voice(?:[- ]?over)?s?|"
    "sounds?|speech|jingles?|melody",
    "model": "models?|meshes|mesh",
}  # fmt: skip
ANY = "|".join(KINDS.values())
_LIKENESS = re.compile(  # what something is to look like is not what it is
    r"\b(?:into|like|as)\san?\s(?:[\w-]+\s){0,3}?(?:sketch|drawing|painting|illustration|poster)\b",
    re.I,
)
_STILL_OF = re.compile(  # the cover of a song is a picture
    r"\b(?:songs?|singles?|music|albums?|videos?|films?|movies?|tracks?|clips?|audio|podcasts?)(?:['’]s)? "
    r"(?:covers?|posters?|thumbnails?|artworks?|art|sleeves?|logos?|banners?|flyers?|stills?)\b",
    re.I,
)


def kind_of(word: str) -> str:
    """The kind a noun stands for; empty for "one", "version" and what is no medium."""
    return next((k for k, nouns in KINDS.items() if re.fullmatch(nouns, word or "", re.I)), "")


def kinds_named(clause: str) -> list[str]:
    """Kinds whose nouns the clause has, in the order they are said."""
    text = _STILL_OF.sub("picture", _LIKENESS.sub("", clause))
    return [kind_of(found.group()) for found in re.finditer(rf"\b(?:{ANY})\b", text, re.I)]


def there_is(scene: Scene, kind: str) -> str:
    """What there is of a kind, in a sentence with a question."""
    media = scene.now(kind)[-6:]
    if not media:
        return f"There is no {kind} yet. Can you attach one, or shall I make it first?"
    if len(media) == 1:
        return f"There is only {_named(media[0])}. Do you mean that one?"
    names = [_named(one) for one in media]
    return f"There is {sentence_list(names)}. Which one do you mean?"


def _named(one: Medium) -> str:
    return f"{one.kind} {one.index}" + (f" ({short(one.prompt, 30)})" if one.prompt else "")
