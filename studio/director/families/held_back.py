"""The last look at what would be paid: a picture or a film of words that only point is none, but a question."""

import re

from studio.director.language.clauses import Clause
from studio.director.language.questions_aside import asks_what_is_needed
from studio.director.language.vocabulary import FILM, SONG
from studio.director.plan import Found, Scene, Step, Unclear
from studio.director.references.kinds import there_is

_FROM_WORDS = ("generate_image", "generate_video")
_POINTS = re.compile(
    r"(?:it|them|him)\b(?!['’-])(?! (?:girl|boy|bag|crowd|factor)\b)|(?:that|this|these|those)\b(?!['’-])(?! (?:moment|"
    r"feeling|time|day|night|summer|golden|magic|first|one time|strange|quiet|must|way|very)\b)|(?:out|up|off|on|away|"
    r"aloud|down|back|again|there|here)(?: (?:please|now|in|for me))?$|[\w-]{2,20} (?:it|this|"
    r"that|these|those|them)$",
    re.I,
)
_A_SONG = re.compile(rf"\b{SONG}\b|\bjingle\b|\blullaby\b", re.I)
_A_FILM = re.compile(rf"\b{FILM}\b", re.I)
_TOLD_OF = {
    "song": "the mood, the length and, if it is sung, the words or what it is about",
    "film": "what is to be seen and what happens in it; a length and a shape if they matter",
    "picture": "what is to be seen, and any words that are to be read on it; a shape if it matters",
}


def what_is_needed(clause: Clause) -> Unclear | None:
    """The answer to somebody who asks what there is to be told before anything is made."""
    if not asks_what_is_needed(clause.bare):
        return None
    text = clause.bare
    kind = "song" if _A_SONG.search(text) else "film" if _A_FILM.search(text) else "picture"
    return Unclear(
        f"One sentence is enough: {_TOLD_OF[kind]}. Files you want in it can be attached. What should it be?"
    )


def held_back(found: Found, scene: Scene) -> Found:
    """A question in place of a picture or a film whose words hang on something they do not tell."""
    if not isinstance(found, list) or not any(_hangs(one) for step in found for one in _each(step)):
        return found
    there = there_is(scene, "image") if scene.now("image") else ""
    return Unclear(
        f"What do you mean by that? {there}".strip()
        if there
        else "What do you mean by that? Attach it, or tell me what it looks like."
    )


def _each(step: Step) -> tuple[Step, ...]:
    return (step, *step.also)


def _hangs(step: Step) -> bool:
    if step.tool not in _FROM_WORDS or step.remade or "sourceImageIndex" in step.arguments:
        return False
    return bool(_POINTS.match(str(step.arguments.get("prompt") or "")))
