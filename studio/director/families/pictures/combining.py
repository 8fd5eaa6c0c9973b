"""Two pictures in one, where a call starts from one only: drawn anew from both their words, or one told in words."""

import re
from collections.abc import Sequence
from dataclasses import replace

from studio.director.families.pictures import redrawing
from studio.director.language.clauses import Clause
from studio.director.plan import Found, Scene, Step, short
from studio.director.reading import Medium
from studio.director.references.kinds import kinds_named
from studio.director.references.naming import by_name
from studio.director.references.pointing import meant, named

_MIXED = re.compile(
    r"^(?:combine|blend|mix|merge|fuse|join)\b|^(?:put|bring) (?:them|both|these|the two|all of them)\b.{0,24}"
    r"\b(?:together|in(?:to)? one|in the same)\b|^(?:both|all|the two)(?: of (?:them|these))? (?:together|combined|"
    r"in (?:one|the same)\b)|^(?:make|turn) (?:them|both|these|the two) (?:in)?to one\b",
    re.I,
)
_PUT = re.compile(
    r"^(?:put|place|add|insert|bring|move|paste|drop|set) (?P<what>.{2,60}?) (?P<how>into|onto|inside|in|on|to|beside|"
    r"next to|behind|in front of|under|over) (?P<where>(?:the|my|this|that|image|picture|photo) ?.{1,60})$",
    re.I,
)
_PLACE = re.compile(
    r"\b(?:forest|woods|jungle|beach|city|street|town|village|mountains?|sea|ocean|desert|field|meadow|sky|space|room|"
    r"kitchen|park|garden|lake|river|island|valley|landscape|hills?|waterfall|coast|shore|cave|planet|moon|mars|bridge|"
    r"bar|cafe|shop|office|stage|night|sunset|sunrise|background)\b",
    re.I,
)
ANEW = "It is drawn anew from the words of both, for a picture can start from one only."
IN_WORDS = "It starts from {base}; {other} comes into it by its words only."
UNSEEN = "It starts from {base} alone: a picture can start from one only, and {other} has no words to go by."


def combined(clause: Clause, scene: Scene) -> Found:
    """ "Combine image 0 and image 1", "put the dragon on the castle"."""
    if scene.offers("edit_image") or not scene.takes("generate_image", "sourceImageIndex"):
        return None
    if scene.newest_kind(("image", "video")) != "image" or "video" in kinds_named(clause.bare):
        return None
    text = clause.bare.rstrip(" .!?")
    told = None if _MIXED.match(text) else _PUT.match(text)
    pair = _two(text, scene) if _MIXED.match(text) else _put_pair(told, scene) if told else ()
    if len(pair) != 2:
        return None
    first, second = pair
    if first.prompt and second.prompt:
        how = told["how"].lower() if told else ""
        return [_drawn(_in_one(first.shown, second.shown, how), scene)]
    return [_from_one(clause, scene, first, second)]


def _two(text: str, scene: Scene) -> Sequence[Medium]:
    """The two pictures that are to be one: those that are named, else the two newest."""
    found = meant(text, scene, "image")
    indices = found if isinstance(found, list) and len(found) == 2 else []
    known = [one for index in indices if (one := scene.medium("image", index))]
    return known if known or named(text, "image") else scene.now("image")[-2:]


def _put_pair(told: re.Match[str], scene: Scene) -> Sequence[Medium]:
    """The picture of what is put somewhere, and that of the place; none where they are no two of them."""
    ends = [_one_named(told[part], scene) for part in ("what", "where")]
    given = _given(scene)
    if (
        ends[0] is None
        and len(given) == 1
        and re.match(r"(?:the|my|this|him|her|me)\b", told["what"], re.I)
    ):
        ends[0] = given[0]  # nobody knows what it shows, but it can be no other
    others = [one for one in given if one != ends[0]]
    if ends[1] is None and re.fullmatch(
        r"(?:the|my|this|that) (?:other )?(?:photo|picture|image|pic)", told["where"], re.I
    ):
        ends[1] = others[-1] if len(others) == 1 else None
    return [] if ends[0] == ends[1] else [one for one in ends if one is not None]


def _one_named(words: str, scene: Scene) -> Medium | None:
    numbers = named(words, "image")
    found = numbers or by_name(words, scene, "image", loosely=False)
    index = found[0] if isinstance(found, list) and len(found) == 1 else None
    return scene.medium("image", index) if index is not None else None


def _given(scene: Scene) -> list[Medium]:
    return [one for one in scene.now("image") if one.index < 0]


def _in_one(first: str, second: str, how: str) -> str:
    """The words for both: where one is a place, the other is there."""
    if how:
        link = {"into": "in", "inside": "in", "onto": "on", "to": "with"}.get(how, how)
        return f"{first} {link} {second}"
    if _PLACE.search(second) and not _PLACE.search(first):
        return f"{first} in {second}"
    if _PLACE.search(first) and not _PLACE.search(second):
        return f"{second} in {first}"
    return f"{first} and {second}, together in one picture"


def _drawn(prompt: str, scene: Scene) -> Step:
    step = scene.call("generate_image", {"prompt": prompt}, short(prompt))
    return replace(step, notes=(*step.notes, ANEW))


def _from_one(clause: Clause, scene: Scene, first: Medium, second: Medium) -> Step:
    """The picture without words changed, by the words of the other where it has some."""
    put = _PUT.match(clause.bare) and not second.prompt
    base, other = (second, first) if first.prompt or put else (first, second)
    names = {"base": f"image {base.index}", "other": f"image {other.index}"}
    if not other.prompt:
        step = redrawing.redrawn(clause, scene, base.index)
        return replace(step, notes=(*step.notes, UNSEEN.format(**names)))
    shown = re.sub(r"^(?:with|in|at|on|before) ", "", other.shown)
    order = f"change the background to {shown}" if _PLACE.search(shown) else f"add {shown}"
    step = redrawing.redrawn(Clause(order, order), scene, base.index)
    return replace(step, notes=(*step.notes, IN_WORDS.format(**names)))
