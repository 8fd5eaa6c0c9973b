"""A film that ends as it begins, so that it can go round: its picture is the first and the last it shows."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from studio.director.families.once_more.remake_words import kept, past_of
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.motion import USUAL
from studio.director.language.subjects import without_length
from studio.director.language.vocabulary import FILM
from studio.director.plan import Found, Scene, Step, Unclear
from studio.director.references.kinds import kinds_named
from studio.director.references.naming import by_name
from studio.director.references.pointing import meant, pointer_in

_IT = rf"(?:it|this|that|(?:the|my|this|that) (?:[\w-]+ ){{0,2}}?(?:{FILM}|image|picture|photo|one)(?: \d+)?)"
_AROUND = r"(?:(?:nice|perfect|seamless|smooth|endless|infinite|short|little|continuous)(?:ly)? )*"
_LOOPS = re.compile(
    rf"^(?:loop {_IT}|(?:make|let|have|get) {_IT} {_AROUND}(?:loop|repeat|go (?:a?round|on))(?:able)?"
    rf"|(?:(?:make|turn|do|use) {_IT} )?(?:(?:in)?to |as |for )?(?:an? )?{_AROUND}loop(?:ing|ed)?(?: {FILM})?"
    rf"|(?:make|do|create) (?:an? )?{_AROUND}loop(?:ing {FILM})? (?:out of|of|from|with) {_IT}"
    rf"|(?:make|have) {_IT} {_AROUND}(?:loopable|looping)"
    rf"|(?:make|have) (?:the |its )?(?:end|ending|last frame) (?:match|fit|meet|like) (?:the )?(?:start|beginning|"
    r"first frame|opening))"
    r"(?: (?:as|into|for) (?:an? )?(?:gif|video|clip|reel))?"
    r"(?: (?:forever|perfectly|seamlessly|endlessly|smoothly|nicely|please|again))*$",
    re.I,
)
_ONE_OF_THEM = re.compile(  # "the middle one, as a loop", "the second one but looping"
    rf"^(?P<one>(?:the|that|this|my) (?:[\w-]+ ){{1,2}}?(?:one|image|picture|photo|version)|image [-−]?\d+|the [\w-]+|"
    rf"number \d+),? (?:(?:but|please|and|make it|make that|should|in|as|on) )*(?:an? )?{_AROUND}loop(?:ing|"
    rf"ed)?(?: {FILM})?$|"
    r"^loop (?P<other>(?:the|that|this|my) [\w' -]{2,30})$",
    re.I,
)
_NO_LOOP = re.compile(
    r"^(?:(?:and|but|now|make it|do it|again|the same) )*(?:without|no|not(?: as)?|stop|remove|don['’]?t|do not) "
    r"(?:(?:the|a|it|"
    r"any) )?loop(?:ing|ed)?(?: (?:please|it|this time))?$",
    re.I,
)
_ENDS = "coming back to where it began"


def looped(clause: Clause, scene: Scene) -> Found:
    """The newest picture brought to life, or the newest film of one made once more, ending as it begins."""
    text = clause.bare.rstrip(" .!?")
    if one := _ONE_OF_THEM.match(text):
        chosen = _pointed_at(one["one"] or one["other"], scene)
        if chosen and scene.takes("animate_photo", "endImageIndex"):
            arguments = _round_trip({}, chosen[0])
            return [scene.call("animate_photo", arguments, f"image {chosen[0]}")]
    if _NO_LOOP.match(text) and (once := _going_once(scene)):
        return once
    seconds, text = values.seconds_in(text), without_length(text)
    if not _LOOPS.match(text) or not scene.takes("animate_photo", "endImageIndex"):
        return None
    if scene.newest_kind(("image", "video", "audio")) == "image":
        pictures = meant(text, scene, "image")
        if isinstance(pictures, Unclear) or not pictures:
            return pictures if isinstance(pictures, Unclear) else None
        length = {"duration": seconds} if seconds else {}
        arguments = _round_trip(length, pictures[0])
        return [scene.call("animate_photo", arguments, f"image {pictures[0]}")]
    films = meant(text, scene, "video") if scene.now("video") else []
    past = past_of(scene, "video", films[0]) if isinstance(films, list) and films else None
    source = past.arguments.get("sourceImageIndex") if past else None
    if past is None or past.tool != "animate_photo" or not isinstance(source, int):
        return None
    assert isinstance(films, list)
    length = {"duration": seconds} if seconds else {}
    arguments = _round_trip({**kept(past.arguments), **length}, source)
    return [replace(scene.call("animate_photo", arguments, f"video {films[0]}"), remade=True)]


def _going_once(scene: Scene) -> list[Step]:
    """The newest film made once more without going round; empty where it does not."""
    past = scene.turn.past[0] if scene.turn.past and not scene.steps else None
    arguments = kept(past.arguments) if past and past.tool == "animate_photo" else {}
    if past is None or arguments.get("endImageIndex") is None or not past.made:
        return []
    del arguments["endImageIndex"]
    arguments["prompt"] = str(arguments.get("prompt") or USUAL).replace(f", {_ENDS}", "")
    film = f"video {past.made[0][1]}"
    return [replace(scene.call("animate_photo", arguments, film), remade=True)]


def _pointed_at(words: str, scene: Scene) -> list[int]:
    """The picture that is pointed at by its place or its words; empty where none, or a film, is."""
    if kinds_named(words)[:1] == ["video"] or not scene.now("image"):
        return []
    found = meant(words, scene, "image") if pointer_in(words) else by_name(words, scene, "image")
    return found if isinstance(found, list) and len(found) == 1 else []


def _round_trip(arguments: Mapping[str, Any], picture: int) -> dict[str, Any]:
    """A film's arguments with its first picture as its last one."""
    prompt = str(arguments.get("prompt") or USUAL)
    told = prompt if _ENDS in prompt else f"{prompt}, {_ENDS}"
    return {**arguments, "prompt": told, "sourceImageIndex": picture, "endImageIndex": picture}
