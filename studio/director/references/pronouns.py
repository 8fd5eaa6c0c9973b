"""What "one", "it" and "the song" stand for, in words: "she loves owls, can you draw one?", "a poster for it"."""

import re
from collections.abc import Sequence

from studio.director.language.styles import STYLE
from studio.director.plan import Scene
from studio.director.reading import Medium, Past
from studio.director.references.kinds import ANY, kinds_named
from studio.director.references.pointing import meant

_ONE = re.compile(
    r"^(?:one|some|another(?: one)?|one more)(?: (?:for|to) (?:my |our |the )?[\w'-]+)?"
    r"(?:,? (?:(?:of|showing) (?P<told>[^.]+)|(?P<with>(?:with|in|at|on) [^.]+)))?(?:\. (?s:.*))?$",
    re.I,
)
_UNTIL = (
    r"(?:(?!(?:and|or|but|so|who|which|that|to|in|on|at|for|from|with|of|since|because|when|it|this|you|me|us|them|"
    r"her|him|everything|nothing|how|what|too|very|much|most|now|today|yesterday|already)\b)[\w'-]{2,24})"
)
_THING = re.compile(  # what somebody is fond of, has got or would like
    r"\b(?:(?:love|like|adore|collect|want|need|wish(?:es)? for|miss(?:es)?)s?|loved|(?:is|['’]s) (?:crazy|mad|nuts) "
    r"about|into|fan of|obsessed with|fond of|favou?rite (?:[\w-]{1,24} )?(?:is|are)|got|has|bought|adopted|owns)\s"
    r"(?:(?:an?|the|her|his|their|my|our|all|all the|new|a new|some|two|three)\s){0,2}"
    rf"({_UNTIL}(?: {_UNTIL})?)",
    re.I,
)
_MOST_TEXTS = 3


def stands_for_one(subject: str) -> bool:
    """Whether a subject is only "one", whoever it is for."""
    return bool(_ONE.match(subject))


def one_of(subject: str, scene: Scene) -> str:
    """The thing "one" stands for: as it is told with it, else what was spoken of, or shown, last; empty for neither."""
    told = _ONE.match(subject)
    if told and told["told"]:
        return told["told"]
    thing = _spoken_of(scene)
    return f"{thing}, {told['with']}" if thing and told and told["with"] else thing


def _spoken_of(scene: Scene) -> str:
    """The thing somebody is fond of or has got, in their last words; else what the newest picture shows."""
    for text in (scene.turn.said, *reversed(scene.turn.earlier))[:_MOST_TEXTS]:
        found = _THING.search(text)
        if found:
            return single(found.group(1).lower())
    shown = scene.now("image")
    return shown[-1].prompt if shown else ""


def single(thing: str) -> str:
    """One of them: "lighthouses" as "a lighthouse"."""
    if re.search(r"(?:[^aeiou]ies)$", thing):
        thing = f"{thing[:-3]}y"
    elif re.search(r"(?<![scnfbh])[^aeiou]oes$|(?:her|ech|vetoe)oes$", thing) or re.search(
        r"(?:x|ch|sh|ss)es$", thing
    ):
        thing = thing[:-2]
    elif thing.endswith("s") and not thing.endswith(("ss", "us", "is")):
        thing = thing[:-1]
    return f"{'an' if thing[0] in 'aeiou' else 'a'} {thing}"


_MADE_FOR = (  # what is made for, or about, something else
    r"(?:posters?|covers?|art(?:work)?|thumbnails?|logos?|cards?|flyers?|banners?|trailers?|pictures?|images?|"
    r"drawings?|"
    r"paintings?|illustrations?|wallpapers?|icons?|stickers?|songs?|music|tunes?|melody|melodies|soundtracks?|jingles?|"
    r"beats?|tracks?|lullab(?:y|ies)|anthems?|ballads?|something)"
)
_POINTED = re.compile(
    rf"\b{_MADE_FOR}(?P<at>\s(?P<link>for|about|to go (?:along )?with) "
    rf"(?P<what>it|this|that|them|(?:the|this|that|my|our)(?: [\w-]+)? (?:{ANY})))"
    r"(?=$|[,.;:]|\s(?:in|with|at|on|as|to)\b)",
    re.I,
)
_HEARD = re.compile(
    r"\b(?:songs?|music|tracks?|tunes?|piece|melody|ballad|anthem|jingle|beats?)\b", re.I
)
_ENDING = re.compile(r"\.\w{2,4}$|[_-]+(?:v?\d+|final|master|mix|demo\d*)?(?=\.|$)", re.I)


def spelled_out(
    prompt: str, scene: Scene, kinds: Sequence[str] = ("image", "video", "audio")
) -> str:
    """The prompt with what it points at in words; a pointer to what has no words is left out, for nobody sees it."""
    found = _POINTED.search(prompt)
    if found is None:
        return prompt
    named = kinds_named(found["what"])
    kind = named[0] if named else scene.newest_kind(kinds)
    spoken = meant(found["what"], scene, kind) if kind else []
    known = scene.medium(kind, spoken[0]) if isinstance(spoken, list) and spoken else None
    name = _in_words(_origin(known, scene)) if known else ""
    if not name and named:
        return prompt
    told = f" {'about' if found['link'].lower() == 'about' else 'for'} {name}" if name else ""
    return f"{prompt[: found.start('at')]}{told}{prompt[found.end('at') :]}".strip()


ALIKE = re.compile(  # "in the same style", "in that look as before", "in the style of image 0"
    r",? (?:but |also |and )?(?:painted |drawn |done |all )?(?:in|with) (?:(?:the|exactly the) (?:exact |very )?same|"
    r"that|this) (?:art |drawing |painting |visual )?(?:style|look)(?: (?:as|like|of) (?P<whose>[^,.;]{2,60}?)| again| "
    r"too)?(?=$|[,.;])"
    r"|,? in the (?:style|look) of (?P<number>@?(?:image|picture|photo) [-−]?\d+|the (?:first|second|third|last|other) "
    r"(?:one|image|picture))(?=$|[,.;])",
    re.I,
)
_MANNER = re.compile(
    rf"(?:(?:studio|vincent|full|thick|loose|soft|bold|rough|classic|dark|vintage) )?{STYLE.pattern}"
    r"(?: (?:painting|drawing|style|art|sketch|illustration|book|look))*",
    re.I,
)


def in_that_style(prompt: str, scene: Scene) -> str:
    """The prompt with "in the same style" as the words for it; left out where what is there names no style."""
    told = ALIKE.search(prompt)
    if told is None or not scene.now("image"):
        return prompt
    spoken = meant(told["whose"] or told["number"] or "it", scene, "image")
    known = scene.medium("image", spoken[0]) if isinstance(spoken, list) and spoken else None
    named = _MANNER.search(known.shown) if known else None
    manner = f", {named.group()}" if named else ""
    return f"{prompt[: told.start()]}{manner}{prompt[told.end() :]}".strip(" ,")


_ONLY_CHANGES = (
    "edit_image", "refine_result", "apply_style", "restore_photo", "change_angle", "upscale_image", "remove_background",
    "segment_image", "animate_photo", "orbit_video", "overlay_video", "add_subtitles", "upscale_video", "extend_video",
    "replace_video_segment", "stitch_video",
)  # fmt: skip
"""Tools whose words tell a change, and not what is to be seen."""


def _origin(known: Medium, scene: Scene) -> Medium:
    """What a medium was made from in the end, which has the words for what is seen on it."""
    seen: list[Medium] = []
    while known not in seen:
        seen.append(known)
        past = next((one for one in scene.turn.past if (known.kind, known.index) in one.made), None)
        if past is None or past.tool not in _ONLY_CHANGES:
            break
        known = _source(past, scene) or known
    return known


def _source(past: Past, scene: Scene) -> Medium | None:
    told = past.arguments
    films = told.get("videoIndices") or (told.get("sourceVideoIndex"), told.get("videoIndex"))
    film = next((one for one in films if isinstance(one, int)), None)
    if film is not None:
        return scene.medium("video", film)
    picture = told.get("sourceImageIndex")
    return scene.medium("image", picture) if isinstance(picture, int) else None


def _in_words(known: Medium) -> str:
    """What a medium is, by its prompt, else by the name of its file; empty when it has neither."""
    if known.prompt and known.kind == "audio" and not _HEARD.search(known.prompt):
        return f"{known.prompt} music"
    if known.prompt:
        return f"a film of {known.prompt}" if known.kind == "video" else known.prompt
    name = " ".join(re.split(r"[\W_]+", _ENDING.sub("", known.name))).strip()
    noun = {"audio": "the song", "video": "the film"}.get(known.kind, "")
    if noun.endswith(name.lower()):  # "song.mp3" has no name
        return noun if name else ""
    return f"{noun} {name}".strip()
