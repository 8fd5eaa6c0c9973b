"""A thing put into a film: cut out of its picture, which is drawn first where there is none, and laid on the film."""

import re
from dataclasses import replace

from studio.director.families.films.overlays import position_in
from studio.director.families.pictures.pictures import picture_of
from studio.director.language.clauses import Clause
from studio.director.language.subjects import trimmed
from studio.director.language.vocabulary import FILM
from studio.director.plan import Found, Scene, Step, Unclear
from studio.director.references.kinds import kinds_named
from studio.director.references.naming import by_name
from studio.director.references.pointing import meant, missing, named

WIDTH_PCT = 35  # of the film's width: large enough to be seen, small enough to leave the scene
STANDS_STILL = "It stands still in the film."
_PUT = re.compile(
    r"^(?:add|insert|put|place|bring|include|stick|drop)\s(?P<what>.{1,80}?)\s(?:in|into|inside|to|on|onto)\s"
    rf"(?P<where>(?:(?!(?:in|on|of|to|at|into|from|with)\b)[\w-]+ ){{0,5}}?{FILM}\b.{{0,30}})$",
    re.I,
)
_SWAPPED = re.compile(
    r"put\s(?:the |my |this |that )?(?:person|man|woman|character|actor|dancer|him|her|me|us|face|subject)\b",
    re.I,
)
_SOMEONE = re.compile(r"(?:me|us|it|him|her|them|this|that|these)", re.I)
_NEW = re.compile(r"(?:an?|some|two|three)\s", re.I)
_NO_THING = re.compile(  # how a film is to look or run, and what is heard or read in it
    r"\b(?:snow\w*|rain\w*|fog\w*|mist|haze|clouds?|sun(?:set|rise|light|shine)?|lights?|lighting|shadows?|glow|"
    r"stars|night|"
    r"colou?rs?|tint|grain|blur|filters?|effects?|looks?|styles?|vignettes?|vibes?|moods?|atmosphere|grading|motion|"
    r"movement|zoom|pan|transitions?|fades?|borders?|frames?|backgrounds?|scenes?|shots?|parts?|seconds?|intro|outro|"
    r"ending|opening|text|words?|letters?|titles?|captions?|credits?|name|date|time|music|sounds?|voice\w*|speech|"
    r"narration|energy|life|detail\w*|explosions?|fires?|flames?|smoke|sparks?|lasers?|lightning|thunder|confetti|dust|"
    r"bubbles|leaves|petals|waves|water|floods?|glitch\w*|flares?|shak\w+|chaos|action|drama|magic|particles|"
    r"fireworks?|sparkles?|glitter|people|crowds?|reflections?|puddles?)\b",
    re.I,
)


_ON_SOMEBODY = re.compile(  # a hat on the dog in the film: what is there changes
    r"\b(?:on|onto|in|over|around|behind|beside|next to|under|to) (?:the|his|her|my|its|their|every\w*|all)\b",
    re.I,
)


def laid_on_film(clause: Clause, scene: Scene) -> Found:
    """The thing cut out and laid on the film, for no tool adds one to the scene itself.

    Somebody who is put into it takes the place of the one who is there; that is a film changed.
    """
    told = _PUT.match(clause.bare)
    if told is None or clause.quotes or not scene.now("video"):
        return None
    what = told["what"]
    if _SWAPPED.match(clause.bare) or _a_song(what, scene):
        return None
    kinds = kinds_named(what)
    if _NO_THING.search(what) or _ON_SOMEBODY.search(what) or {"audio", "video"} & set(kinds):
        return None
    if not scene.offers("remove_background", "overlay_video"):
        return None
    question = missing(clause.bare, scene, "image")
    films = meant(told["where"], scene, "video")
    if question is not None:
        return question
    if isinstance(films, Unclear):
        return films
    source = _source(what, scene)
    if isinstance(source, Unclear):
        return source
    step, index = source
    cut = scene.call("remove_background", {"sourceImageIndex": index}, f"image {index}")
    steps = [step, cut] if step else [cut]
    for one in steps:
        scene = scene.then(one)
    return [*steps, _laid(clause, scene, films[0])]


def _source(what: str, scene: Scene) -> tuple[Step | None, int] | Unclear:
    """The picture that shows the thing, with the step that draws it where it is new."""
    if _NEW.match(what) and scene.offers("generate_image"):
        prompt = f"{trimmed(what)}, one subject, plain background"
        drawn = picture_of(prompt, scene, {})
        return drawn, scene.then(drawn).last_batch("image")[0].index
    if _SOMEONE.fullmatch(what):
        found: list[int] | Unclear = scene.attached("image") or meant("it", scene, "image")
    else:
        found = named(what, "image") or by_name(what, scene, "image", loosely=False)
    if isinstance(found, list) and found:
        return None, found[0]
    return Unclear(
        f"Which picture shows {what}? Attach one, or tell me what to draw, and I put it in."
    )


def _a_song(what: str, scene: Scene) -> bool:
    """Whether "it" is the song that was spoken of last, which is to be heard and not seen."""
    pointed = _SOMEONE.fullmatch(what)
    return bool(pointed) and scene.newest_kind(("image", "video", "audio")) == "audio"


def _laid(clause: Clause, scene: Scene, film: int) -> Step:
    item = {
        "kind": "image",
        "position": position_in(clause.bare) or "bottom-center",
        "sourceImageIndex": scene.last_batch("image")[0].index,
        "widthPct": WIDTH_PCT,
    }
    step = scene.call(
        "overlay_video", {"sourceVideoIndex": film, "overlays": [item]}, f"video {film}"
    )
    return replace(step, notes=(*step.notes, STANDS_STILL))
