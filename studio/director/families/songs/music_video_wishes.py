"""A film wished for a song without saying so: the song is attached, or was spoken of; and what such a film shows."""

import re

from studio.director.language.clauses import Clause
from studio.director.language.statements import is_talk
from studio.director.language.vocabulary import EDGES, FILM, SONG
from studio.director.plan import Scene
from studio.director.references.pointing import named

SINGS = "the person in the picture sings, the lips move with the words"
_FILM = rf"(?:{FILM}|teasers?|promos?|audio ?grams?|visuali[sz]ers?|visuals)"
_ASKED = re.compile(
    rf"\b(?:an?|some|one|another|any)\s(?:[\w'’-]+\s){{0,4}}?{_FILM}\b"
    rf"|\b(?:make|create|do|produce|generate|shoot|want|need|get)\s(?:me\s|us\s)?{_FILM}\b"
    rf"|^(?:[\w'’-]+\s){{0,3}}?{_FILM}\b(?=$|[,:!?.]|\s(?:pls|please|for|from|to|with|of|about|showing|in)\b)",
    re.I,
)
_SOMETHING = re.compile(
    r"\b(?:want|need|make|do|create|imagin\w+|like|love|think\w*|see)\b.{0,16}\bsomething\b|^something\b",
    re.I,
)
_THIS_FILM = re.compile(rf"\b(?:this|that|these|those|both|the)\s(?:[\w-]+\s)?{FILM}\b", re.I)
_THE_FILM = re.compile(rf"\b(?:do|make|create|shoot) the {FILM}\b", re.I)
_STILL = re.compile(
    r"\b(?:posters?|covers?|logos?|thumbnails?|flyers?|stickers?|titles?)\b.{0,24}\b(?:for|of)\b",
    re.I,
)
_ITS_PICTURE = re.compile(  # a picture that goes with a song: both together are a film
    rf"^(?:(?:please|can you|could you|and|now|then|let['’]?s) )*(?:use|take|put|set) (?:this|that|it|these|"
    rf"(?:the|my|our|this) "
    rf"(?:[\w-]+ ){{0,2}}?[\w-]+) (?:as|for) (?:(?:the|a|its|my) )?(?:[\w-]+ )?(?:cover|artwork|picture|image|"
    rf"look|visuals?|"
    rf"background|backdrop)(?: art| picture| image)? (?:for|of|to|with|in) (?:(?:the|this|that|my|our) )(?:[\w-]+ "
    rf")?{SONG}\b",
    re.I,
)
_UNDER_A_PICTURE = re.compile(  # what came is to be heard to what is there
    r"\b(?:put|lay|use|play|set|add) (?:it|this|that|them) (?:under(?:neath)?|over|to|with|behind|on|onto) "
    r"(?:the|this|that|my|our) (?:[\w-]+ ){0,2}?(?:pictures?|images?|photos?|drawing|painting|poster|cover|portrait)\b",
    re.I,
)
_MOVES_TO_IT = re.compile(  # a picture that came with its song
    rf"\b(?:bring|animate|make|let|have|turn|put)\b[^.;!?]{{0,60}}\b(?:to|with|using|over) (?:the|this|my|our|that) "
    rf"(?:[\w-]+ )?{SONG}\b",
    re.I,
)
_FOR_IT = re.compile(
    rf"\b{FILM}\s(?:to go (?:along )?with|to go to|for|to|set to|over)\s(?:it|this|that|them)\b",
    re.I,
)
_BECOMES_ONE = re.compile(  # of a song that is there: "could it become a little film", "see the lullaby as a film"
    r"(?:^|\b(?:make|turn|put|set|see|have|let|get|imagine) )(?:(?P<it>it|this|that)|(?:the|this|that|my|our) "
    rf"(?:[\w-]+ )?(?:{SONG}|lullaby|waltz|ballad|anthem|jingle|hymn))"
    r"(?: (?:become|be|turn(?:ed)?|made|set|come))?(?: (?:in)?to| as)? an? "
    rf"(?:[\w-]+ ){{0,3}}?{FILM}",
    re.I,
)
_TO_THE_SONG = re.compile(
    r"^(?:animate|move|(?:make|let|have)(?=.{1,50}\b(?:move|come alive|come to life)\b)) "
    r"(?:it|this|that|him|her|(?:the|my) [\w' -]{1,40}?) (?:(?:move|come alive|come to life) )?"
    rf"(?:to|along (?:to|with)) (?:the|this|that|my|our) "
    rf"(?:[\w-]+ )?{SONG}\b",
    re.I,
)
_SINGING = re.compile(
    r"\b(?:sings?|singing|lip[- ]?sync\w*|mim(?:e|es|ing)|mouth(?:s|ing)? (?:the|it|along))\b", re.I
)
_SONG_TOLD = re.compile(
    r"\b(?:songs?|tracks?|tunes?|singles?|demos?|music|beats?|recordings?|recorded|wrote|audio|melody|mp3|album)\b",
    re.I,
)
_TO_THE_FILM = re.compile(
    rf"^.*?\b(?:(?:teaser|promo|audio ?gram|visuali[sz]er)s? (?={FILM}\b))?{_FILM}\b", re.I
)
_FOR_WHAT = re.compile(
    r"^\s?(?:(?:to go (?:along )?with|for|to|set to|(?:out )?of|from)\s(?:(?:the|this|that|my|our)\s(?:[\w-]+\s)?"
    r"(?:song|track|tune|music|audio|single|episode|podcast|recording|interview|talk|file|mp3)|it|this|that|them)\b)?(?:[\s,]{1,2}(?:please|pls|plz)\b)?",
    re.I,
)
_BEGINS = re.compile(
    r"^(?:(?:(?:we|i)(?:['’]?re|['’]?m| am| are| was| were)?\s(?:just\s|kinda\s)?(?:think|thinking|imagin\w+|pictur\w+|"
    r"envision\w*|see|after|hoping for|want|like)(?:\s(?:of|about))?|(?:the\s)?(?:mood|vibes?|look|theme|style|"
    r"setting|feel)(?:\s(?:is|should be|:)|:)?|it should (?:be|show|have)|think|maybe|perhaps|something like|"
    r"kind of|(?:and |that |which )?(?:it )?shows|"
    r"something(?=\s(?:with|in|of|about|where|like|to|that)\b)|please|pls|with|about|of|showing|set in|where|all|"
    r"and|just|like)(?:\s|$))",
    re.I,
)
_ENDS = re.compile(
    r"\s(?:(?:kind|sort|type) of\s|kinda\s|ish\s)?(?:moods?|vibes?|feel|feeling|atmosphere|please|pls)$",
    re.I,
)


def wants_film(clause: Clause, scene: Scene) -> bool:
    """Whether a film to a song is meant: any film, where the song comes with the wish; "a film for it" about a song."""
    text = clause.bare
    if scene.now("audio") and _ITS_PICTURE.match(text):
        return True
    if scene.attached("video") or named(text, "video") or _STILL.search(text):
        return False
    if re.search(r"\b(?:silent|mute|without (?:any )?(?:sound|music|audio))\b", text, re.I):
        return False
    if scene.now("video") and _THIS_FILM.search(text):
        return False
    if scene.attached("audio"):
        known = not scene.now("video") and _THE_FILM.search(text)
        return bool(
            known
            or _ASKED.search(text)
            or _UNDER_A_PICTURE.search(text)
            or (scene.attached("image") and _MOVES_TO_IT.search(text))
            or (not scene.attached("image") and _SOMETHING.search(text))
        )
    if scene.now("audio") and _TO_THE_SONG.match(text):
        return True
    becomes = _BECOMES_ONE.search(text)
    if becomes and not becomes["it"]:
        return bool(scene.now("audio"))
    return (
        bool(becomes or _FOR_IT.search(text))
        and scene.newest_kind(("image", "video", "audio")) == "audio"
    )


def wants_singing(clause: Clause, scene: Scene) -> bool:
    """Whether somebody in a picture is to sing the song: both come with the wish, and no words of a new song."""
    given = scene.attached("image") and scene.attached("audio")
    return bool(given and not clause.quotes and _SINGING.search(clause.bare))


def mood_in(text: str) -> str:
    """What the film is to show, without the asking and what is told of the song; empty when nothing was said."""
    found = []
    for sentence in re.split(r"[.!?;]{1,4}\s", text):
        asked = _TO_THE_FILM.match(sentence)
        rest = _FOR_WHAT.sub("", sentence[asked.end() :]) if asked else sentence
        rest = rest.strip(EDGES + "-–— ")
        told = not asked and not _BEGINS.match(rest)
        if told and (_SONG_TOLD.search(rest) or is_talk(rest)):
            continue
        for _ in range(4):
            rest = _BEGINS.sub("", rest).strip(EDGES)
        rest = _ENDS.sub("", rest).strip(EDGES)
        if rest and not _SONG_TOLD.search(rest):
            found.append(rest)
    return ", ".join(found)
