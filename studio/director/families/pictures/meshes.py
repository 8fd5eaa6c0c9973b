"""3D models of what a picture shows."""

import re
from dataclasses import replace

from studio.director.families.once_more.newest import newest_deed
from studio.director.families.once_more.remake_words import kept
from studio.director.families.pictures.pictures import picture_of
from studio.director.language.clauses import Clause
from studio.director.language.continuing import bared
from studio.director.language.subjects import subject_of
from studio.director.plan import Found, Scene, Unclear, Unsupported
from studio.director.references.pointing import meant, missing
from studio.director.references.topic import indefinite, refers

_MODEL = re.compile(
    r"\b(3-?d|three[- ]dimensional)[- ]?(models?|mesh|object|asset|version|figure|file|print\w*|scan|sculpture|"
    r"character)\b"
    r"|\b(into|to|in|as|make it|turn\w*) (?:a |real |full )?(?:3-?d|three[- ]dimensions?)\b(?! (?:render|style|"
    r"look|animation|cartoon))"
    r"|^(?:re-?)?model (?:it|him|her|this|that)(?: again| anew| once more)?$"
    r"|^(?:do|make|create) (?:the |it in )?3-?d(?: model)?(?: again| anew| once more)?$"
    r"|\b3-?d[- ]print\w*\b|\b(glb|gltf|mesh|stl)\b|^3-?d$|^(?:make|turn|convert)\b.{1,30}\b3-?d$",
    re.I,
)

_NEW_IN_3D = re.compile(  # "a 3d printable dragon": named, and not there yet
    r"\ban? 3-?d(?:[- ]print\w*)? (?!(?:models?|mesh|objects?|assets?|versions?|figures?|files?|prints?|scans?|copy|"
    r"one)\b)\w+",
    re.I,
)

_FACES = re.compile(r"\b(\d[\d,. ]{0,12})(k)?\s?(?:faces|triangles|polygons|polys)\b", re.I)

_FINER = re.compile(
    r"^(?:(?:make|give|add|can|it|the|model|with|a|bit|much|some|to) )*(?:more|higher|finer|better|sharper) "
    r"(?:details?|detailed|textures?|resolution|quality|faces|polygons|mesh)(?: (?:in|on|of|for) (?:the |its "
    r")?[\w ]{2,20})?"
    r"(?: please)?$",
    re.I,
)
_ONCE_MORE = re.compile(
    r"^(?:(?:do|make|try|build|it|that|the model|please) )*(?:again|once more|one more time|another (?:one|try|go)|"
    r"redo it)$",
    re.I,
)
_FINEST = Unclear(
    "The model and its texture are made as fine as they can be. A larger picture gives it more: shall I enlarge that "
    "and make the model again?"
)


def modelled_again(clause: Clause, scene: Scene) -> Found:
    """The newest model once more, where nothing else is said."""
    past = newest_deed(scene, "image_to_3d")
    if past is None or not _ONCE_MORE.match(bared(clause.bare)):
        return None
    where = f"image {past.arguments.get('sourceImageIndex', 0)}"
    return [replace(scene.call(past.tool, kept(past.arguments), where), remade=True)]


def model(clause: Clause, scene: Scene) -> Found:
    """A model of a picture's subject; of words, the picture first."""
    text = clause.bare
    if _FINER.match(text) and newest_deed(scene, "image_to_3d"):
        return _FINEST
    if not _MODEL.search(text):
        return None
    if not scene.offers("image_to_3d"):
        return Unsupported("make 3D models")
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
    arguments = {"sourceImageIndex": indices[0], **_views(text), **options}
    return [scene.call("image_to_3d", arguments, f"image {indices[0]}")]


def _views(text: str) -> dict[str, int]:
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
