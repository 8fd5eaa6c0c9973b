"""What a message of its own chose for the next wish to be about: "go back to the night one", "undo that"."""

import re
from dataclasses import replace

from studio.director.language.clauses import clause_of
from studio.director.language.spelling import mended
from studio.director.language.styles import COLOUR
from studio.director.language.translation import into_english
from studio.director.plan import Scene
from studio.director.reading import Turn
from studio.director.references.kinds import kinds_named
from studio.director.references.naming import by_name
from studio.director.references.pointing import ONLY_POINTS, meant, pointer_in
from studio.director.references.versions import ORIGINAL, PREVIOUS, names_version

UNDO = re.compile(
    r"^(?:(?:lol|haha|ok(?:ay)?|no+|nope|nah|ew+|ugh|actually|hm+|please|can you|could you|oops|wait|sorry|"
    r"oh)[\s,.!]{1,3}){0,3}(?:undo(?: (?:that|it|this|"
    r"the last (?:one|change|step|edit)))?|revert(?: (?:that|it|this))?|"
    r"take (?:it|that) back|(?:bring|put|get) (?:it|him|her|them|that|the [\w ]{2,30}) back|"
    r"(?:go |put it |change it )?back(?: to (?:how|what) it was)?|"
    r"(?:the )?(?:one before|previous one)(?: please)?|"
    r"(?:back to )?the (?:version|one|picture|image) before (?:(?:the|that|we|you|i) )?[\w ]{2,30}(?: again)?|"
    r"(?:it |that )?was better before|"
    r"(?!it\b|that\b|this\b|one\b)[\w-]{3,14} (?:was|looked) (?:better|nicer)|"
    r"i (?:liked|preferred) (?:it (?:better )?before|the (?:old|previous) one(?: better)?))$",
    re.I,
)
_WHAT = (
    r"(?P<what>(?:(?:first|second|third|fourth|fifth|last)(?= (?:was|is|looks?)\b)|(?:the |that |this |my |image |"
    r"picture "
    r"|photo |video |number |#|what (?:i|we) ).{1,40}?))"
)
_CHOSEN = re.compile(
    r"^(?:(?:actually|hm+|no+|nah|nope|oh|ok(?:ay)?|but|well|please|let['’]s|i think)[\s,]{1,2}){0,3}(?:(?:(?:go|"
    r"come|switch|move|"
    r"roll) )?back to|return to|revert to|go with|continue (?:with|from)|start (?:again )?from|"
    r"(?:show(?: me| us)?|let me see)(?= (?:the|that|this|my|image|picture|photo|#)\b.{1,40}\bagain\b)|"
    r"i(?:['’]?d)? (?:really |do )?(?P<past>(?:like|love|prefer)(?:r?e)?d|like|love|prefer|choose|pick|take|want|"
    r"use|go (?:with|for))|pick|choose|take|use|select|keep)\s"
    rf"{_WHAT}(?: (?:best|most|more|better|please|again|instead))*$",
    re.I,
)
_BETTER = re.compile(
    rf"^(?:(?:actually|hm+|no+|nah|nope|ok(?:ay)?|but|well|i think|oh)[\s,]{{1,2}}){{0,3}}{_WHAT} (?:was|is|looks?|"
    rf"looked|were) "
    r"(?:(?:much|a lot|way|far|so|even|actually|definitely) )*(?:better|best|nicer|nicest|prettier|cooler|funnier|"
    r"stronger|clearer|my favou?rite|the (?:best|nicest|one))(?: (?:then|though|i think))*$",
    re.I,
)

_STATES = re.compile(r"^(?:it['’]?s|this|that['’]?s|a|an|with|use|take)\b", re.I)


def undone(turn: Turn) -> tuple[str, int] | None:
    """What the newest picture was made from, or the one before it; of a film the one before: (kind, index)."""
    newest = next((one for one in turn.recent if one[0] in ("image", "video")), None)
    past = next((call for call in turn.past if newest in call.made), None)
    if newest is None:
        return None
    source = past.arguments.get("sourceImageIndex") if past else None
    if newest[0] == "image" and source in {one.index for one in turn.of_kind("image")}:
        return "image", int(str(source))
    batch = past.made if past else (newest,)
    return next((one for one in turn.recent if one[0] == newest[0] and one not in batch), None)


def with_choice(turn: Turn) -> Turn:
    """The turn with what was chosen as the newest medium, by a remark in it or by all of the message before it."""
    if found := None if turn.attached else _remarked(turn):
        return replace(turn, chosen=found, recent=(found, *turn.recent))
    if not turn.rested or not turn.earlier or turn.attached:
        return turn
    text = clause_of(mended(into_english(turn.earlier[-1]))).text.strip(" .!?")
    if UNDO.match(text):
        found = undone(turn)
    else:
        points = ONLY_POINTS.match(text) or names_version(text)
        alone = text if points and not _STATES.match(text) else ""
        found = chosen_in(text, turn) or _pointed(alone, turn)
    return replace(turn, chosen=found, recent=(found, *turn.recent)) if found else turn


def _remarked(turn: Turn) -> tuple[str, int] | None:
    """The one medium that was spoken of around an order: "I like the second one. Can I have that as a square?" """
    for remark in turn.remarks:
        text = clause_of(remark).text.strip(" .!?")
        told = pointer_in(text) or next((one[0] for one in _BY_WORDS.finditer(text)), "")
        found = chosen_in(text, turn) or _pointed(told, turn)
        if found is None and (fond := _FOND_OF.search(text)):
            found = _shown(fond["what"], turn)
        if found is None and (noun := _OF_A_KIND.search(text)):
            found = _newest_of(noun["kind"], turn)
        if found:
            return found
    return None


def _newest_of(noun: str, turn: Turn) -> tuple[str, int] | None:
    """The newest medium of the kind a noun tells: what "that song is lovely" speaks of."""
    kinds = kinds_named(noun)
    return next((one for one in turn.recent if one[0] in kinds[:1]), None)


_OF_A_KIND = re.compile(
    r"\b(?:the|that|this|your) (?:[\w-]+ )?(?P<kind>song|track|tune|music|melody|video|film|clip|picture|photo|"
    r"image)\b",
    re.I,
)
_BY_WORDS = re.compile(
    r"\b(?:number|no\.) ?\d{1,2}\b|\b(?:the|that) (?:[\w-]{2,16} ){1,2}?(?:one|version)\b", re.I
)
_FOND_OF = re.compile(
    r"\b(?:like|love|prefer)s? (?P<what>the [\w-]{3,20}(?: [\w-]{3,20})?)(?: (?:best|most|more|better))?$",
    re.I,
)


def chosen_in(text: str, turn: Turn) -> tuple[str, int] | None:
    """The one medium, as (kind, index), that words settle on without wanting anything of it."""
    if tinted := _WITH_COLOUR.match(text):
        return _other_than_newest(f"the {tinted['colour']} one", turn)
    told = _CHOSEN.match(text) or _BETTER.match(text)
    if told is None:
        return None
    what = told["what"] if " " in told["what"] else f"the {told['what']} one"
    found = _pointed(what, turn)
    if found is None and _BACK.search(text):
        found = _shown(told["what"], turn)
    newest = next((one for one in turn.recent if one[0] in ("image", "video")), None)
    if _BACK.search(text):
        return undone(turn) or found if found and found == newest else found
    if found is None and _ALONE.search(told["what"]):
        return _shown_alone(told["what"], turn)
    liked = (told.groupdict().get("past") or "") and _OF_A_VERSION.fullmatch(told["what"])
    if liked and found in (None, newest) and not pointer_in(told["what"]):
        return undone(turn)  # what somebody liked is no more the newest
    return found


_USED = re.compile(  # what the next deed is done with: "use that cover and …", "take the castle as the look and …"
    r"^(?:use|take) (?P<what>(?:the|that|this|my|our) [\w'-]+(?: [\w'-]+){0,3}?)"
    r"(?P<role> as (?:the|a|its|my) (?:look|base|basis|start|starting (?:point|image|frame|picture)|first frame|"
    r"picture|image|visuals?|background))?$",
    re.I,
)
_STILL = re.compile(
    r"\b(?:covers?|artwork|posters?|pictures?|images?|photos?|drawing|painting)$", re.I
)


def used_next(text: str, scene: Scene) -> str:
    """The picture that words take for the next deed, by its number; empty where they take none, or do more."""
    told = _USED.match(text)
    if told is None or not scene.now("image"):
        return ""
    still = _STILL.search(told["what"])
    if not still and not (told["role"] or text.lower().startswith("use ")):
        return ""
    found = by_name(f"{told['what']} one", scene, "image", loosely=False)
    if still and not (isinstance(found, list) and found):
        found = meant(told["what"], scene, "image")
    return f"image {found[0]}" if isinstance(found, list) and len(found) == 1 else ""


_WITH_COLOUR = re.compile(
    rf"^(?:(?:ok(?:ay)?|hm+|no|then|let['’]s|i(?:['’]ll| will)?|we(?:['’]ll| will)?)[\s,]{{1,2}}){{0,3}}(?:go "
    rf"(?:back )?(?:with|for|to)|take|use|"
    rf"keep|back to) (?P<colour>{COLOUR})(?: then| please)?$",
    re.I,
)
_ALONE = re.compile(r" (?:alone|only|on its own|by itself)$", re.I)
_OF_A_VERSION = re.compile(r"(?:the|that) [\w-]{2,16}(?: [\w-]{2,16})? one", re.I)
_BACK = re.compile(r"\bback to\b|^(?:return|revert) to\b", re.I)


def _shown(what: str, turn: Turn) -> tuple[str, int] | None:
    """The one picture of which words tell what it shows: "back to the empty street"."""
    if not re.fullmatch(r"the [\w' -]{2,40}", what):
        return None
    found = by_name(f"{what} one", Scene(turn), "image", loosely=False)
    return ("image", found[0]) if isinstance(found, list) and len(found) == 1 else None


def _other_than_newest(what: str, turn: Turn) -> tuple[str, int] | None:
    """The picture before the newest that words name: "go with blue" after the blue one was made green."""
    scene = Scene(turn)
    known = [one for one in scene.now("image") if what.split()[1].lower() in one.prompt.lower()]
    newest = next((index for kind, index in turn.recent if kind == "image"), None)
    older = [one for one in known if one.index != newest]
    best = min(older, key=lambda one: len(one.prompt), default=None)
    return ("image", best.index) if best and best.index >= 0 else None


def _shown_alone(what: str, turn: Turn) -> tuple[str, int] | None:
    """The picture that shows a thing and the least besides: "the balloon alone"."""
    words = re.findall(r"[\w-]{3,}", re.sub(r"^(?:the|that) ", "", _ALONE.sub("", what).lower()))
    known = [
        one
        for one in Scene(turn).now("image")
        if words and all(w in one.prompt.lower() for w in words)
    ]
    best = min(known, key=lambda one: len(one.prompt), default=None)
    return ("image", best.index) if best else None


def _pointed(what: str, turn: Turn) -> tuple[str, int] | None:
    scene = Scene(turn)
    kinds = kinds_named(what) or [scene.newest_kind(("image", "video", "audio"))]
    if not what or not kinds[0] or not _points_at(what):
        return None
    found = meant(what, scene, kinds[0])
    return (kinds[0], found[0]) if isinstance(found, list) and len(found) == 1 else None


_AROUND = re.compile(
    r"\b(?:the|that|this|my|very|one|ones|version|picture|image|photo|pic|video|clip|film|logo|poster|result|in|"
    r"place|"
    r"now|please)\b|[\s,.!]",
    re.I,
)


def _points_at(what: str) -> bool:
    """Whether words point at one of several, and do nothing else."""
    if ONLY_POINTS.match(what):
        return True
    rest = ORIGINAL.sub("", PREVIOUS.sub("", what)).replace(pointer_in(what) or "\n", "")
    return rest != what and not _AROUND.sub("", rest)
