"""Pictures without their background, and single things picked out of them."""

import re

from studio.director.families.pictures.pictures import pictures
from studio.director.language.clauses import Clause
from studio.director.language.subjects import subject_of
from studio.director.plan import Found, Scene, Unclear, Unsupported, side_by_side
from studio.director.reading import Medium
from studio.director.references.kinds import KINDS, kinds_named
from studio.director.references.naming import by_name
from studio.director.references.pointing import meant, named
from studio.director.references.topic import about, refers

_BACKGROUND = re.compile(
    r"\b(remov\w*|rm|delet\w*|eras\w*|cut(?:s|ting|[- ]?out)?|drop|strip\w*|get rid of|take (?:out|away|off)|no|"
    r"without|knock out|"
    r"isolat\w*|lose|kill)\b.{0,24}\bback-?grounds?\b"
    r"|\bback-?grounds?\b.{0,24}\b(remov\w*|gone|away|off|out|transparent|delet\w*|eras\w*|cut)\b"
    r"|\btransparent\b.{0,16}\b(back-?ground|png)\b|\bback-?ground transparent\b|\bmake\b.{0,30}\btransparent$|"
    r"\bcut-?out\b(?! (?:the|his|her|a|an|all|every)\b)"
    r"|\b(?:transparent|no|without|remove|delete|erase|get rid of|drop|strip)\b.{0,12}\bbg\b|"
    r"\bbg\b.{0,16}\b(?:gone|off|out|removed|"
    r"transparent)\b|\bnothing behind\b|\b(?:remove|get rid of|delete|erase|cut) (?:everything|all|"
    r"the stuff)(?: \w+)? behind\b|\bsee[- ]?through\b.{0,16}\bback|^cut (?:me|us) out\b"
    r"|\b(?:strip|clear|wipe|take|lose|drop)\w*(?: away| out)? (?:everything|all|anything)(?: \w+)? behind\b"
    r"|^cut (?:it|this|that|him|her|them|the (?:subject|object|product|figure)) out|^isolate (?:it|this|the subject)",
    re.I,
)

_CLEAR = re.compile(
    r"[,.]? ?\b(?:(?:with|on|in|as) )?(?:an? |the )?(?:transparent|clear|see[- ]?through|no) (?:back-?ground|bg|png)\b"
    r"(?: (?:please|pls|plz))?",
    re.I,
)

_PRONOUN = re.compile(r"(?:it|this|that|them|him|her|these|those|a|an|the)", re.I)

_ALONE = re.compile(
    r"\b(?:the|my|this|that) [\w' -]{1,30}? (?:on (?:its|his|her|their) own|alone|by (?:it|him|her)self|"
    r"(?:without|with no|and no)(?:thing| anything) (?:else|around|behind)(?: (?:it|him|her|them))?)$",
    re.I,
)

_POINTER = r"(?:it|this|that|these|those|them|him|her|us|me)"
_THE = r"(?:the|this|that|these|those|my|our|your|his|her|its|their)"
_CLEARLY = re.compile(r"\b(?:transparent|see-?through|cut-?out|png)\b", re.I)
_SINGLED_OUT = re.compile(  # one thing of a picture that shows more: "lift just the fox out of this drawing"
    r"^(?:i(?:['’]d like| want| need) )?(?:(?P<lifts>lift|extract|isolate|cut(?: out)?|pick|separate)|take|pull|"
    r"grab|get|have)?(?: out)? ?"
    rf"(?P<only>(?:just|only) )?(?P<thing>{_THE} (?!(?:subject|object|product|figure|back-?ground|picture|image|"
    r"photo)\b)(?:[\w'’-]{1,24} ){1,4}?)"
    rf"(?:out )?(?:of|from) (?:{_THE}|an?) (?:[\w-]{{1,24}} ){{0,2}}?(?:{KINDS['image']})\b",
    re.I,
)
_EXTRACTED = re.compile(
    rf"^(?:extract|isolate|lift(?: out)?|cut out|pick out) (?:(?:just|only) )?{_THE} (?!(?:subject|object|product|"
    r"figure|back-?ground|person|main|picture|image|photo)\b)[\w'’-]{1,24}(?: [\w'’-]{1,24}){0,2}"
    r"(?:$|[,.;]| as | on | with )",
    re.I,
)
_TAKEN_FROM_A_THING = re.compile(  # "cut a slice out of the cake": the cake is to look another way
    rf"^cut (?:out )?(?:an?|some) [\w' -]{{1,30}} (?:out )?(?:of|from) {_THE} (?!(?:[\w-]+ )?(?:{KINDS['image']})\b)",
    re.I,
)
_REST_GONE = re.compile(
    r"\b(?:rest|everything else|all else) (?:is |be |should be |must be |to be )?(?:transparent|gone|away|removed|"
    r"empty)$",
    re.I,
)
_REPLACED = re.compile(r"\b(replac|chang|swap|new|put|with a|instead|blur|turn)\w*\b", re.I)

_SEGMENT = re.compile(
    r"\b(?:segment|mask|select|isolate|outline|extract|cut(?:ting)? out|find|separate|pick out|lift|crop out|"
    r"detect|mark)\w*\b"
    r"(?: out)?(?: (?:the|a|an|all(?: the)?|every|each|both|only|just|me)\b)*\s?((?s:.*))$",
    re.I,
)

_DRAWN_LINE = re.compile(  # a line round a thing, which is drawn
    r"\b(?:an?|with|white|black|thick|thin|bold|no|without) outlines?\b|"
    r"\b(?:with|without|no|wear(?:s|ing)?|remove|take off|lose|bigger|another|different) (?:(?:an?|the|his|her|its|"
    r"their) )?"
    r"(?:[\w-]+ )?masks?$",
    re.I,
)
_SEGMENT_STRONG = re.compile(
    r"\b(segment\w*|masks?|masking|cut(?:ting)? out|extract|isolate|outline|select|separate|detect|pick out|lift)\b",
    re.I,
)


_WHAT_FOR = re.compile(  # what is said behind the thing that is selected
    r"[\s,]{1,2}(?:so (?:that )?(?:i|we|it|they|you)\b|because\b|for my\b|as an?\b|to (?:use|put|make|get)\b)|"
    r",\s(?:i|we) (?:just )?(?:need|want|would|will)\b|,\s(?:it|they|he|she)(?:['’]s|['’]re| is| are)\b|"
    r",\s(?=[^,]{0,40}\b(?:mask|png|cut-?out|transparent|background|please|thanks)\b)",
    re.I,
)


_LEFT_AWAY = re.compile(  # what is not to be selected
    r"(?:,\s?(?:and |but )?|\s(?:and |but )?)(?:leave (?:away|out|off|behind|the|my)|leaving (?:away|out|off|behind)|"
    r"not (?:the|my|his|her|its|this|that|any)|without (?:the|my|his|her|its|any)|ignor(?:e|ing)|skip(?:ping)?|forget|"
    r"omit(?:ting)?|minus|except(?: for)?|nothing else|no need for|i (?:do not|don['’]?t) (?:need|want))\b.*$",
    re.I,
)
_ONLY = re.compile(r"^(?:only |just )+|,? (?:only|alone|by itself|on its own)$", re.I)
_TO_BE_DRAWN = re.compile(  # "a man with a mask" is to be seen, "a mask of the dog" to be made of what is seen
    r"^(?!.*\b(?:of|for|from|around|round) (?:the|this|that|my|his|her|its|it|him|them|all|every\w*|image|"
    r"picture|photo)\b)"
    r"(?:(?:draw|paint|create|generate|make|imagine|show)(?: me)? )?(?:an?|some|two|three|four) ",
    re.I,
)
_FOUND = re.compile(r"^(?:find|mark|detect|select) (?:the|all|every|each|both)\b", re.I)


def background(clause: Clause, scene: Scene) -> Found:
    """The subject alone, on nothing."""
    text = clause.bare
    alone = (_ALONE.search(text) or _REST_GONE.search(text)) and refers(clause, scene, "image")
    if not (alone or _BACKGROUND.search(text)) or about(clause, scene) == "video":
        return None
    if scene.now("image") and _names_a_part(text) and scene.offers("segment_image"):
        return None
    if re.search(
        r"\b(?:in|from|at|on|(?<!rid )of) (?:the|his|her|their|my) (?:\w+ )?back-?ground\b",
        text,
        re.I,
    ):
        return None  # somebody in the background is to go, not the background
    if _REPLACED.search(text) and not re.search(
        r"\b(remov|transparent|see[- ]?through|cut|eras|delet)\w*", text, re.I
    ):
        return None
    if not scene.offers("remove_background"):
        return Unsupported("remove backgrounds")
    if _CLEAR.search(text) and not scene.now("image") and scene.offers("generate_image"):
        return _drawn_alone(clause, scene)
    indices = meant(text, scene, "image")
    if isinstance(indices, Unclear):
        return indices
    if not indices:
        return Unclear("Which picture shall I cut out? Attach one, or tell me what to draw first.")
    only_mask = bool(re.search(r"\b(only|just)?\s?(the )?(soft )?(mask|matte|alpha)\b", text, re.I))
    return side_by_side(
        [
            scene.call(
                "remove_background",
                {"sourceImageIndex": index, "applyMask": False if only_mask else None},
                f"image {index}",
            )
            for index in indices[:8]
        ]
    )


def _names_a_part(text: str) -> bool:
    """Whether it says which thing of the picture is wanted: "extract the lamp, transparent background"."""
    return bool(_singled_out(text) or _EXTRACTED.match(text))


def _drawn_alone(clause: Clause, scene: Scene) -> Found:
    """Something still to be drawn, and then cut out: no picture is drawn on nothing."""
    told = _CLEAR.sub("", clause.text).strip(" ,.")
    subject = subject_of(told)
    if not subject or _PRONOUN.fullmatch(subject):
        return Unclear("Which picture shall I cut out? Attach one, or tell me what to draw first.")
    wish = f"{told}, plain background"
    drawn = pictures(Clause(wish, _CLEAR.sub("", clause.bare), clause.quotes), scene)
    if not isinstance(drawn, list):
        return drawn
    after = scene
    for step in drawn:
        after = after.then(step)
    made = [one.index for one in after.last_batch("image")]
    cut = [after.call("remove_background", {"sourceImageIndex": i}, f"image {i}") for i in made]
    return [*drawn, *side_by_side(cut)]


def _singled_out(text: str) -> str:
    """The one thing that is wanted of a picture, cut out; empty where it is to go, or where nothing is named."""
    found = _SINGLED_OUT.match(text)
    if found is None:
        return ""
    kept = found["lifts"] or (found["only"] and _CLEARLY.search(text)) or _CLEAR.search(text)
    return found["thing"].strip() if kept else ""


def _said_straight(text: str) -> str:
    """ "Cut the dog out", "the dog as a mask": with the deed before the thing."""
    if told := _singled_out(text):
        return f"cut out {told}"
    text = re.sub(
        rf"^cut (?!out\b)(?!{_POINTER} out\b)(.+?) out\b", r"cut out \1", text, flags=re.I
    )
    text = re.sub(
        r"^(?:(?:only|just|get|i|want|need) ){0,4}((?:the|my|that) [^,]+?),? (?:cut out|isolated|extracted)"
        r"(?:,? (?:and )?nothing else)?$",
        r"cut out \1",
        text,
        flags=re.I,
    )
    return re.sub(
        r"^(?:only |just |have |get )*((?:the|a|every|all) .+?) (?:as an? (?:\w+ )?mask|masked(?: out)?)$",
        r"mask \1",
        text,
        flags=re.I,
    )


def _selection(text: str, scene: Scene) -> re.Match[str] | None:
    """The words that select something in a picture that is there."""
    drawn = _TO_BE_DRAWN.match(text) or _DRAWN_LINE.search(text) or _TAKEN_FROM_A_THING.match(text)
    found = None if drawn else _SEGMENT.search(text)
    if found is None or about(Clause(text, text), scene) == "video" or not scene.now("image"):
        return None
    plainly = _SEGMENT_STRONG.search(text) or _FOUND.match(text)
    return found if plainly or named(text, "image") or "image" in kinds_named(text) else None


def segmented(clause: Clause, scene: Scene) -> Found:
    """One thing of a picture, as a mask or cut out of it."""
    text = _said_straight(_LEFT_AWAY.sub("", clause.bare))
    found = _selection(text, scene)
    if found is None:
        return None
    indices = meant(text, scene, "image")
    if isinstance(indices, Unclear):
        if not isinstance(by_name(text, scene, "image"), Unclear):
            return indices
        # what is to be selected is a thing in the picture, and no picture of it
        indices = [one.index for one in scene.last_batch("image")[:1] or scene.now("image")[-1:]]
    if not scene.offers("segment_image"):
        return Unsupported("pick single things out of pictures")
    what = clause.quote or _thing(found.group(1))
    if _is_its_name(what, scene.medium("image", indices[0])) and scene.offers("remove_background"):
        alone = {"sourceImageIndex": indices[0]}
        return [scene.call("remove_background", alone, f"image {indices[0]}")]
    if re.fullmatch(r"(?:them|it|these|those|that|this)", what, re.I):
        done = scene.steps and scene.steps[-1].tool == "segment_image"
        return [] if done else Unclear("What in the picture shall I select?")
    if not what:
        return Unclear("What in the picture shall I select?")
    cut = re.search(r"\b(cut|extract|isolate|lift|transparent|separate)\w*", text, re.I)
    count = re.search(r"\b(?:at most|up to|strongest|biggest|largest|only) (\d+)\b", text, re.I)
    arguments = {
        "sourceImageIndex": indices[0],
        "text": what,
        "applyMask": True if cut and not re.search(r"\bmask\b", text, re.I) else None,
        "maxInstances": int(count.group(1)) if count else None,
    }
    return [scene.call("segment_image", arguments, f"{what} in image {indices[0]}")]


def _is_its_name(what: str, picture: Medium | None) -> bool:
    """Whether a thing goes by the name of the file that shows it: no tool knows who Bruno is."""
    stem = picture.name.rpartition(".")[0] if picture else ""
    return bool(stem) and what.lower() in re.split(r"[\W_]+", stem.lower())


def _thing(rest: str) -> str:
    rest = re.sub(
        rf"^(?:out |of |masks? (?=of |for )|for |just |only |{_THE} |a |an |all |every |each |both |image \d+ ?|it )+",
        "",
        rest.strip(),
        flags=re.I,
    )
    rest = re.split(
        r"\s(?:in|on|from|of|out of|as|to|into|for|and (?:make|give)|with a?)\s(?=(?:the|this|that|my|it|image|"
        r"picture|photo|a|an|#|transparent)\b)",
        rest,
        flags=re.I,
    )[0]
    rest = _WHAT_FOR.split(rest)[0]
    rest = re.sub(
        r"\b(?:out|please|image -?\d+|(?:the |this )?(?:picture|image|photo))\b",
        " ",
        rest,
        flags=re.I,
    )
    return _ONLY.sub("", " ".join(rest.split()).strip(" .,?!"))
