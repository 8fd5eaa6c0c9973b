"""A dance from the list."""

import re

from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.left_open import left_open
from studio.director.language.subjects import without_length
from studio.director.language.vocabulary import FILM
from studio.director.plan import (
    Found,
    Scene,
    Unclear,
    Unsupported,
    sentence_list,
)
from studio.director.references.pointing import meant
from studio.director.references.topic import refers

DANCES = {
    "rasputin": r"rasputin|boney ?m",
    "big-guy": r"big[- ]guy|ice spice",
    "keep-it-gangsta": r"keep it gangst\w+|gangsta",
    "this-is-america": r"this is america|gambino",
    "chinese-new-year": r"chinese new year",
    "spongebob": r"sponge ?bob",
    "chanel": r"chanel",
    "crystal-light-aerobics-1988": r"aerobics?|crystal light|1988",
    "plastic-dream-sequence": r"plastic dream\w*",
}
_STARRING = re.compile(
    r"\b(?:with|by|of|starring|featuring)\s(an? .{1,200}?)(?:\s(?:to|doing|dancing|in the)\b(?s:.*))?$",
    re.I,
)
_ONE_TAKE = re.compile(r"\b(one|single|continuous|uncut) (?:\w+ )?(clip|take|shot|video)\b", re.I)


_WANTED = re.compile(
    r"^dance$|\b(?:do|dance) the \w+ dance$|\bdance the \w+$|\bdance (?:montage|video|clip|routine|challenge)|"
    r"\bchoreograph|\bmontage\b.{0,80}\bdanc|\bdanc\w*.{0,80}\bmontage\b",
    re.I,
)
_IS_DANCED = re.compile(  # what can only be danced, with whom: "aerobics video with me"
    rf"^(?:(?:make|do|create|give)(?: (?:me|us))? )?(?:an? )?(?:[\w-]+ )?(?:aerobics?|rasputin) {FILM} "
    r"(?:(?:with|of) (?:me|us|him|her|them|my|this|our)|with the)\b",
    re.I,
)
_DANCING = re.compile(r"\bdanc(?:e|es|ing)\b", re.I)


def danced(clause: Clause, scene: Scene) -> Found:
    """A dance from the list; which one is asked when it is not said."""
    text = clause.text
    if not _IS_DANCED.search(text) and not re.search(
        r"\b(danc\w+|dance|choreograph\w+|montage|do(?:es|ing)? the \w+)\b", text, re.I
    ):
        return None
    dance = next(
        (name for name, words in DANCES.items() if re.search(rf"\b(?:{words})\b", text, re.I)),
        None,
    )
    chosen = left_open(scene.turn.text) and bool(scene.now("image"))
    wanted = _WANTED.search(text) or (chosen and _DANCING.search(text))
    if dance is None and (scene.attached("video") or not wanted):
        return None
    if not scene.offers("dance_montage"):
        return Unsupported("make dance films") if dance else None
    schema = scene.turn.tools["dance_montage"].get("properties", {}).get("dance", {})
    known = schema.get("enum") or list(DANCES)
    if dance is None and chosen:
        dance = known[len(scene.now("video")) % len(known)]
    if dance is None or dance not in known:
        return which_dance(scene)
    pointed = refers(clause, scene, "image")
    indices = meant(text, scene, "image") if pointed else []
    if isinstance(indices, Unclear):
        return indices
    look = _STARRING.search(without_length(text))
    arguments = {
        "dance": dance,
        "duration": values.seconds_in(text),
        "sourceImageIndex": indices[0] if len(indices) == 1 else None,
        "imagePrompt": look.group(1) if look and not indices else None,
        "singleClip": True if _ONE_TAKE.search(text) else None,
    }
    return [scene.call("dance_montage", arguments, dance.replace("-", " "))]


def which_dance(scene: Scene) -> Unclear:
    """A question with the dances there are."""
    schema = scene.turn.tools["dance_montage"].get("properties", {}).get("dance", {})
    names = [one.replace("-", " ") for one in schema.get("enum") or DANCES]
    return Unclear(f"Which dance shall it be: {sentence_list(names, 'or')}?")
