"""A film that is there made into another: in another style, with another person, wider, sharper."""

import re

from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.styles import STYLE, look_in, only_style
from studio.director.language.subjects import sized_out, without_length
from studio.director.language.vocabulary import FILM
from studio.director.plan import (
    Found,
    Scene,
    Step,
    Unclear,
    Unsupported,
)
from studio.director.references.kinds import kinds_named
from studio.director.references.naming import by_name
from studio.director.references.pointing import meant, missing, named
from studio.director.references.topic import about, first_of, refers

_ANOTHER_FILM = re.compile(
    rf"\b(?:an?|one|two|three|four|another|some)\s(?:(?!(?:of|in|on|from|with|to|into|for)\b)[\w-]+ ){{0,3}}?{FILM}\b",
    re.I,
)

_SHOWN_AS = re.compile(rf"^(?:the|this|that|my) (?:[\w-]+ ){{0,3}}?{FILM} (?:in|as|at) ", re.I)
_LIKENESS = re.compile(
    r"\b(?:like|as|in the style of) an? [\w' -]{1,60}", re.I
)  # what it is to look like
_ADDED = re.compile(
    r"(?:add|insert|put|place|bring|include) (?:(?:an?|some|two|three|more)\b|(?:[\w-]{2,24} ){1,3}?(?:in|into|inside|"
    rf"to|onto|on|over) (?:it|(?:the|my|this|that) (?:[\w-]+ ){{0,3}}?{FILM})\b|"
    r"(?:the|my|this|that|another|@?image) "
    rf".{{1,60}}? (?:in|into|inside|to|onto|on) .{{0,40}}{FILM}\b)",
    re.I,
)

_LOOK = re.compile(
    r"\b(black and white|gr[ae]yscale|"
    r"look|style|into|as if|night|winter|summer|snow|rain|sky|background|colou?rs?|darker|brighter|(?:bright|dark|"
    r"light)en\w*|blur\w*|tint\w*|"
    r"recolou?r\w*|flip|mirror|warmer|cooler|softer|change|"
    r"replace|turn)\b",
    re.I,
)

_TRANSFORM = re.compile(
    r"\b(version of|turn\w*|transform\w*|restyle\w*|styli[sz]e\w*|convert\w*|make|redo|render|re-?imagine|change|"
    r"replace|swap|"
    r"put|give|apply|transfer|copy|use|repaint|"
    r"sharper|crisper|clearer|expand|widen|outpaint|inpaint|remove|erase|sharpen|enhance|improve|refine|darken|"
    r"brighten|lighten|blur|tint|flip|mirror|recolou?r|"
    r"colou?ri[sz]e|"
    r"add|edit)\b",
    re.I,
)

_MODES = (
    (r"^(?:make|turn) .{1,40}? (?:in(?:to)? )?(?:vertical|square|horizontal|widescreen|portrait|landscape)(?:$| for\b)|"
     r"\b(?:portrait|vertical|square|landscape|widescreen|horizontal) version\b|\b(outpaint\w*|expand\w*|uncrop\w*|"
     r"widen\w*|fill(?:ing)? (?:in |out |up )?(?:the |its |both )?(?:(?:black|empty|missing) )?(?:sides|edges|bars|"
     r"borders|"
     r"gaps)|extend the (?:frame|canvas|edges)|(?:to|in|into) (?:widescreen|"
     r"16:9|9:16|1:1|square|vertical|21:9))\b", "outpaint"),
    (r"\b(replace|swap|put|exchange)\b.{0,40}\b(person|man|woman|character|actor|dancer|him|her|me|face|"
     r"subject)\b", "animate-replace"),
    (r"\b(motion|movements?|moves|choreography|performance)\b.{0,30}\b(to|onto|on|from|of|for)\b|\bmov\w* (?:just "
     r")?(?:like|as) (?:in )?(?:the |this )?(?:video|clip|film)\b|\blike in (?:the|"
     r"this) video\b|\b(?:drive|driven by)\b", "animate-move"),
    (r"\b(inpaint\w*|remove|erase|take out|get rid of)\b", "inpaint"),
    (r"\bdepth\b", "depth"),
    (r"\bposes?\b", "pose"),
    (r"\b(canny|edges?|outlines?|line art)\b", "canny"),
    (r"\b(sharpen\w*|sharper|crisper|clearer|detail\w*|enhanc\w+|improv\w+|refin\w+|clean\w* up)\b", "detailer"),
)  # fmt: skip

_FILLED = re.compile(  # what is to be seen where a film is to be wider or higher than it is
    r"\b(?:fill|invent|add|make up|generate|create|complete|draw|paint|imagine)\w*(?: (?:in|up|out|what|is|the|both|"
    r"missing|empty|black|blank|other|more|rest|on|at|to|left|right|top|bottom|and)){0,6} "
    r"(?:sides|edges|borders|bars|gaps|space|top and bottom|left and right|bottom and top|right and left)\b",
    re.I,
)
_TAKE_A_PICTURE = ("animate-move", "animate-replace", "pose")  # the other modes do not look at one


_TOLD_AFTER = re.compile(r"\. (?:this|that|it|the|my) [^\"]{1,120}$", re.I)


def transformed(clause: Clause, scene: Scene) -> Found:
    """A film made into another: in another style, with another person, wider, sharper."""
    text = clause.bare
    if (
        not scene.now("video")
        or _ANOTHER_FILM.search(_LIKENESS.sub("", text))
        or not _about_a_film(clause, scene)
    ):
        return None
    filled = _FILLED.search(text) and values.size_in(text).get("aspectRatio")
    mode, added = "outpaint" if filled else first_of(_MODES, text), _ADDED.match(text)
    if not _ordered(clause, scene) or not (
        mode or added or STYLE.search(text) or _LOOK.search(text)
    ):
        return None
    videos = meant(text, scene, "video")
    if isinstance(videos, Unclear):
        return videos
    if not scene.offers("video_to_video"):
        return Unsupported("change what a film shows")
    pictures = _pictures_for(text, scene, mode)
    if isinstance(pictures, Unclear):
        return pictures
    return [_changed(clause, scene, videos[0], mode or "canny", pictures[:1])]


def _ordered(clause: Clause, scene: Scene) -> bool:
    """Whether a film is to be another, by a verb, a style alone, or because it came with the words."""
    text = clause.bare
    return bool(
        _TRANSFORM.search(text)
        or _SHOWN_AS.match(text)
        or _ADDED.match(text)
        or (STYLE.search(text) and refers(clause, scene, "video"))
        or only_style(text)
        or scene.attached("video")
    )


def _changed(clause: Clause, scene: Scene, video: int, mode: str, pictures: list[int]) -> Step:
    """The call; a picture the mode does not look at is told in words."""
    wider = mode == "outpaint"
    told = _TOLD_AFTER.sub("", clause.text)
    prompt = told if wider else look_in(without_length(sized_out(clause.text)))
    if pictures and mode not in _TAKE_A_PICTURE:
        known, pictures = scene.medium("image", pictures[0]), []
        prompt += f", like {known.prompt}" if known and known.prompt else ""
    arguments = {
        "prompt": prompt,
        "videoSourceIndex": video,
        "controlMode": mode,
        "sourceImageIndex": pictures[0] if pictures else None,
        "outpaintAspectRatio": values.size_in(clause.bare).get("aspectRatio") if wider else None,
        "duration": values.seconds_in(clause.bare),
    }
    return scene.call("video_to_video", arguments, f"video {video}")


def _about_a_film(clause: Clause, scene: Scene) -> bool:
    first = kinds_named(clause.bare)[:1] == ["video"]
    borrowed = re.search(
        r"\b(motion|moves|movements?)\b.{0,12}\b(of|from|in)\b|\bmov\w* (?:just )?(?:like|"
        r"as)\b",
        clause.bare,
        re.I,
    )
    return first or about(clause, scene) == "video" or bool(borrowed and scene.now("image"))


def _pictures_for(text: str, scene: Scene, mode: str | None) -> list[int] | Unclear:
    """The picture a film borrows from, asked for where the change cannot be without."""
    question = missing(text, scene, "image")
    if question is not None:
        return question
    pictures: list[int] | Unclear = named(text, "image")
    spoken = re.search(r"\b(?:image|picture|photo|him|her|this person)\b", text, re.I)
    if not pictures and spoken and scene.now("image"):
        pictures = meant(text, scene, "image")
    if not pictures and _ADDED.match(text):
        added = by_name(
            re.split(r"\b(?:in|into|inside|to|onto|on)\b", text)[0], scene, "image", loosely=False
        )
        pictures = added if isinstance(added, list) else []
    if not pictures and mode in _TAKE_A_PICTURE:
        pictures = [one.index for one in scene.now("image")[-1:]]
        if not pictures:
            return Unclear("With which picture? Please attach the person or thing that shall move.")
    return pictures
