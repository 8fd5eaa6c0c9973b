"""Pictures cut out, taken apart, enlarged, or turned into a model; films enlarged."""

import re

from studio.director.families.pictures import picture_of
from studio.director.language import values
from studio.director.language.saying import Clause
from studio.director.language.subjects import subject_of
from studio.director.plan import Beyond, Found, Scene, Unclear, side_by_side
from studio.director.reading import Medium
from studio.director.references.kinds import kinds_named
from studio.director.references.naming import by_name
from studio.director.references.pointing import meant, missing, named
from studio.director.references.seeking import about, indefinite, refers

_BACKGROUND = re.compile(
    r"\b(remov\w*|rm|delet\w*|eras\w*|cut\w*|drop|strip\w*|get rid of|take (?:out|away|off)|no|without|knock out|"
    r"isolat\w*|lose|kill)\b.{0,24}\bback-?grounds?\b"
    r"|\bback-?grounds?\b.{0,24}\b(remov\w*|gone|away|off|out|transparent|delet\w*|eras\w*|cut)\b"
    r"|\btransparent\b.{0,16}\b(back-?ground|png)\b|\bback-?ground transparent\b|\bmake\b.{0,30}\btransparent$|"
    r"\bcut-?out\b(?! (?:the|his|her|a|an|all|every)\b)"
    r"|\b(?:transparent|no|without|remove|delete|erase|get rid of|drop|strip)\b.{0,12}\bbg\b|"
    r"\bbg\b.{0,16}\b(?:gone|off|out|removed|"
    r"transparent)\b|\bnothing behind\b|\b(?:remove|get rid of|delete|erase|cut) (?:everything|all|"
    r"the stuff)(?: \w+)? behind\b|\bsee-?through\b.{0,16}\bback|^cut (?:me|us) out\b"
    r"|\b(?:strip|clear|wipe|take|lose|drop)\w*(?: away| out)? (?:everything|all|anything)(?: \w+)? behind\b"
    r"|^cut (?:it|this|that|him|her|them|the (?:subject|object|product|figure)) out|^isolate (?:it|this|the subject)",
    re.I,
)
_CLEAR = re.compile(
    r",? ?\b(?:(?:with|on|in) )?(?:an? |the )?(?:transparent|clear|see-?through|no) (?:back-?ground|bg|png)\b",
    re.I,
)
_PRONOUN = re.compile(r"(?:it|this|that|them|him|her|these|those|a|an|the)", re.I)
_ALONE = re.compile(
    r"\b(?:the|my|this|that) [\w' -]{1,30}? (?:on (?:its|his|her|their) own|alone|by (?:it|him|her)self|"
    r"(?:without|with no|and no)(?:thing| anything) (?:else|around|behind)(?: (?:it|him|her|them))?)$",
    re.I,
)
_REPLACED = re.compile(r"\b(replac|chang|swap|new|put|with a|instead|blur|turn)\w*\b", re.I)
_SEGMENT = re.compile(
    r"\b(?:segment|mask|select|isolate|outline|extract|cut(?:ting)? out|find|separate|pick out|lift|crop out|"
    r"detect|mark)\w*\b"
    r"(?: out)?(?: (?:the|a|an|all(?: the)?|every|each|both|only|just|me)\b)*\s?((?s:.*))$",
    re.I,
)
_SEGMENT_STRONG = re.compile(
    r"\b(segment\w*|masks?|masking|cut(?:ting)? out|extract|isolate|outline|select|separate|detect|pick out|lift)\b",
    re.I,
)
_MODEL = re.compile(
    r"\b(3-?d|three[- ]dimensional)[- ]?(models?|mesh|object|asset|version|figure|file|print\w*|scan|sculpture|"
    r"character)\b"
    r"|\b(into|to|in|as|make it|turn\w*) (?:a |real |full )?(?:3-?d|three[- ]dimensions?)\b(?! (?:render|style|"
    r"look|animation|cartoon))"
    r"|\b3-?d[- ]print\w*\b|\b(glb|gltf|mesh|stl)\b|^3-?d$|^(?:make|turn|convert)\b.{1,30}\b3-?d$",
    re.I,
)
_NEW_IN_3D = re.compile(  # "a 3d printable dragon": named, and not there yet
    r"\ban? 3-?d(?:[- ]print\w*)? (?!(?:models?|mesh|objects?|assets?|versions?|figures?|files?|prints?|scans?|copy|"
    r"one)\b)\w+",
    re.I,
)
_UPSCALE = re.compile(
    r"^(?:in )?(?:16|8|4|2)k$|^x ?[2-8]$|^[2-8] ?x$|^(?:twice|double|\w+ times) (?:as |the )?(?:large|big|size)\b|"
    r"\b((?:16|8|4|2)k (?:version|copy|res\w*)\b|doubl\w+ (?:its|the|his|her) (?:size|pixels)|be (?:in )?(?:(?:16|"
    r"8|4|2)k|uhd|full hd|"
    r"hd|720p|1080p|1440p|2160p)\b|(?:increas|rais|boost|bump|improv|enhanc)\w* (?:up )?(?:the |its )?resolution|"
    r"more pixels|\d ?x (?:bigger|larger)|up-?scal\w*|up-?res\w*|enlarg\w*|super[- ]?resol\w*|\bones? (?:much "
    r")?(?:bigger|larger)\b|(?:high|hi|"
    r"higher)[- ]?res\b|^(?:bigger|"
    r"larger)\b|"
    r"\bscale\b.{0,24}\bup\b|blow (?:[\w-]+ ){0,4}?up\b|(?:this|it|that|them) (?:much |way |a lot )?(?:bigger|"
    r"larger)\b|(?:higher|high|more|"
    r"double the|better|increase the|full) "
    r"resolution|(?:print|poster) (?:size|quality|resolution)|(?:make|scale)\b.{0,30}\b(?:bigger|larger|twice "
    r"(?:as|the)|double|\d ?x\b|"
    r"(?:16|8|4|2)k|1080p|1440p|full hd|hd)|(?:to|in|into|at) (?:16|8|4|2)k\b|(?:to|in) (?:1080p|1440p|full hd))",
    re.I,
)
_FACES = re.compile(r"\b(\d[\d,. ]{0,12})(k)?\s?(?:faces|triangles|polygons|polys)\b", re.I)


def background(clause: Clause, scene: Scene) -> Found:
    """The subject alone, on nothing."""
    text = clause.bare
    alone = _ALONE.search(text) and refers(clause, scene, "image")
    if not (alone or _BACKGROUND.search(text)) or about(clause, scene) == "video":
        return None
    if re.search(
        r"\b(?:in|from|at|on|(?<!rid )of) (?:the|his|her|their|my) (?:\w+ )?back-?ground\b",
        text,
        re.I,
    ):
        return None  # somebody in the background is to go, not the background
    if _REPLACED.search(text) and not re.search(
        r"\b(remov|transparent|cut|eras|delet)\w*", text, re.I
    ):
        return None
    if not scene.offers("remove_background"):
        return Beyond("remove backgrounds")
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


def _drawn_alone(clause: Clause, scene: Scene) -> Found:
    """Something still to be drawn, and then cut out: no picture is drawn on nothing."""
    subject = subject_of(_CLEAR.sub("", clause.text))
    if not subject or _PRONOUN.fullmatch(subject):
        return Unclear("Which picture shall I cut out? Attach one, or tell me what to draw first.")
    drawn = picture_of(f"{subject}, plain background", scene, values.size_in(clause.bare))
    index = scene.then(drawn).last_batch("image")[0].index
    return [drawn, scene.call("remove_background", {"sourceImageIndex": index}, f"image {index}")]


def _said_straight(text: str) -> str:
    """ "Cut the dog out", "the dog as a mask": with the deed before the thing."""
    text = re.sub(r"^cut (?!out\b)(?!it\b|this\b)(.+?) out\b", r"cut out \1", text, flags=re.I)
    return re.sub(
        r"^(?:only |just |have |get )*((?:the|a|every|all) .+?) (?:as an? (?:\w+ )?mask|masked(?: out)?)$",
        r"mask \1",
        text,
        flags=re.I,
    )


def segmented(clause: Clause, scene: Scene) -> Found:
    """One thing of a picture, as a mask or cut out of it."""
    text = _said_straight(clause.bare)
    found = _SEGMENT.search(text)
    if (
        not found
        or not (
            _SEGMENT_STRONG.search(text) or (named(text, "image") or "image" in kinds_named(text))
        )
        or about(clause, scene) == "video"
        or not scene.now("image")
    ):
        return None
    indices = meant(text, scene, "image")
    if isinstance(indices, Unclear):
        if not isinstance(by_name(text, scene, "image"), Unclear):
            return indices
        # what is to be selected is a thing in the picture, and no picture of it
        indices = [one.index for one in scene.last_batch("image")[:1] or scene.now("image")[-1:]]
    if not scene.offers("segment_image"):
        return Beyond("pick single things out of pictures")
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
        r"^(?:out |of |masks? (?=of |for )|for |the |a |an |all |every |each |image \d+ ?|it |this )+",
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
    rest = re.sub(
        r"\b(?:out|please|image -?\d+|(?:the |this )?(?:picture|image|photo))\b",
        " ",
        rest,
        flags=re.I,
    )
    return " ".join(rest.split()).strip(" .,?!")


def model(clause: Clause, scene: Scene) -> Found:
    """A model of a picture's subject; of words, the picture first."""
    text = clause.bare
    if not _MODEL.search(text):
        return None
    if not scene.offers("image_to_3d"):
        return Beyond("make 3D models")
    faces = _FACES.search(text)
    budget = (
        float(re.sub(r"[^\d.]", "", faces.group(1).replace(",", "")) or 0)
        * (1000 if faces.group(2) else 1)
        if faces
        else None
    )
    options = {"meshTargetFaces": int(budget) if budget else None}
    question = missing(text, scene, "image")
    if question is not None:
        return question
    fresh = indefinite(clause) or _NEW_IN_3D.search(text)
    if fresh and not refers(clause, scene, "image") and scene.offers("generate_image"):
        subject = re.sub(
            r"^.*?\b(?:3-?d|mesh|glb)\b[\w -]{0,40}?\b(?:of|showing|with)\s|^an? 3-?d(?:[- ]print\w*)? ",
            "",
            subject_of(text),
            flags=re.I,
        )
        first = picture_of(f"{subject}, one object, plain background", scene, {})
        index = scene.then(first).last_batch("image")[0].index
        return [first, scene.call("image_to_3d", {"sourceImageIndex": index, **options}, subject)]
    indices = meant(re.sub(r"\b(?:3-?d )?models?\b", "", text, flags=re.I), scene, "image")
    if isinstance(indices, Unclear):
        return indices
    if not indices:
        return Unclear(
            "Of which picture shall I make the model? Attach one, or tell me what to draw first."
        )
    arguments = {"sourceImageIndex": indices[0], **_views(text, indices), **options}
    return [scene.call("image_to_3d", arguments, f"image {indices[0]}")]


def _views(text: str, indices: list[int]) -> dict[str, int]:
    """Further views, where the clause says which picture is which."""
    found = {}
    for side in ("left", "back", "right"):
        one = re.search(
            rf"\b(?:image|picture|photo)\s?([-−]?\d+)[ (]{{1,2}}(?:is |as |from |shows )?(?:the )?{side}\b",
            text,
            re.I,
        ) or re.search(
            rf"\b{side}(?: view| side)?\W{{0,3}}(?:is |in |from |:)?\s?(?:image|picture|photo)\s?([-−]?\d+)",
            text,
            re.I,
        )
        if one:
            found[f"{side}ViewImageIndex"] = int(one.group(1).replace("−", "-"))
    return found


def enlarged(clause: Clause, scene: Scene) -> Found:
    """A picture or a film with more pixels."""
    text = clause.bare
    if not _UPSCALE.search(text):
        return None
    if re.match(
        r"^(?:make|create|generate|draw|paint)\s(?:an?|the\snew|\d)\s", text, re.I
    ) and not refers(clause, scene, "image"):
        return None
    kind = about(clause, scene)
    if kind == "video":
        return _film(clause, scene)
    indices = meant(text, scene, "image")
    if isinstance(indices, Unclear):
        return indices
    if not scene.offers("upscale_image"):
        return Beyond("enlarge pictures")
    if not indices:
        return Unclear("Which picture shall I enlarge? Please attach it.")
    edge = values.edge_in(text)
    scale = None if edge else values.scale_in(text)
    return side_by_side(
        [
            scene.call(
                "upscale_image",
                {"sourceImageIndex": index, "targetLongestEdge": edge, "scale": scale},
                f"image {index}",
            )
            for index in indices[:8]
        ]
    )


def _film(clause: Clause, scene: Scene) -> Found:
    indices = meant(clause.bare, scene, "video")
    if isinstance(indices, Unclear):
        return indices
    if not scene.offers("upscale_video"):
        return Beyond("enlarge films")
    if not indices:
        return Unclear("Which film shall I enlarge? Please attach it.")
    sharp = re.search(r"\b(sharper|crisp\w*|more detail)\b", clause.bare, re.I)
    fast = re.search(r"\b(fast\w*|quick\w*)\b", clause.bare, re.I)
    options = {
        "targetResolution": values.lines_in(clause.bare),
        "detailPreference": "sharper" if sharp else None,
        "processingSpeed": "faster" if fast else None,
    }
    return side_by_side(
        [
            scene.call("upscale_video", {"sourceVideoIndex": index, **options}, f"video {index}")
            for index in indices[:4]
        ]
    )
