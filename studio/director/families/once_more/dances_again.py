"""A dance once more: another one, longer or shorter; and the name of one alone, where dancing was spoken of."""

import re

from studio.director.families.films.dances import DANCES, which_dance
from studio.director.families.once_more.newest import newest_deed
from studio.director.families.once_more.remake_words import kept, length_in
from studio.director.language.clauses import Clause
from studio.director.language.continuing import bared
from studio.director.plan import Found, Scene

_NAMED = re.compile(
    rf"^(?:(?:do|make|try|use|take|the|with|it|as|to|a) ){{0,4}}(?:{'|'.join(DANCES.values())})(?: (?:one|dance))?$",
    re.I,
)
_ANOTHER = re.compile(
    r"^(?:(?:do|make|try|use|with|can you do|show me) )?(?:another|an other|a different|some other) "
    r"(?:dance|one|choreography|routine)$",
    re.I,
)
_ONLY_LENGTH = re.compile(
    r"^(?:(?:make it|a (?:bit|little)|much|only|just|about) )*(?:shorter|longer|\d{1,2} ?(?:s|secs?|seconds?))"
    r"(?: (?:long|please))*$",
    re.I,
)
_USUAL_S = 12.0


def danced_again(clause: Clause, scene: Scene) -> Found:
    """The newest dance with what the words change of it."""
    text = bared(clause.bare)
    past = newest_deed(scene, "dance_montage")
    name = next(
        (one for one, words in DANCES.items() if re.search(rf"\b(?:{words})\b", text, re.I)), ""
    )
    if past is None:
        return _first(name, scene) if _NAMED.match(text) else None
    arguments = kept(past.arguments)
    known = scene.medium("video", past.made[0][1]) if past.made else None
    if _ANOTHER.match(text):
        return which_dance(scene)
    if _NAMED.match(text):
        arguments["dance"] = name
    elif _ONLY_LENGTH.match(text):
        seconds = arguments.get("duration") or (known.seconds if known else None) or _USUAL_S
        arguments["duration"] = length_in(clause, float(seconds))
    else:
        return None
    dance = arguments.get("dance") or "a dance"
    return [scene.call(past.tool, arguments, dance.replace("-", " "))]


def _first(name: str, scene: Scene) -> Found:
    """The dance by its name alone, where the words before spoke of dancing; with the picture they were said of."""
    spoken = " ".join(scene.turn.earlier[-2:])
    if not scene.offers("dance_montage") or not re.search(r"\bdanc", spoken, re.I):
        return None
    known = scene.now("image")
    given = [one for one in known if one.index < 0] or known
    source = given[-1].index if given else None
    return [
        scene.call(
            "dance_montage", {"dance": name, "sourceImageIndex": source}, name.replace("-", " ")
        )
    ]
