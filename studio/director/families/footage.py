"""A subject from all sides, and a film made into another."""

import re

from studio.director.families.films import FILM
from studio.director.families.moving import animate
from studio.director.families.pictures import picture_of
from studio.director.language import values
from studio.director.language.saying import Clause
from studio.director.language.styles import STYLE, only_style
from studio.director.language.subjects import sized_out, subject_of, without_length
from studio.director.plan import (
    Beyond,
    Found,
    Scene,
    Step,
    Unclear,
)
from studio.director.references.kinds import kinds_named
from studio.director.references.naming import by_name
from studio.director.references.pointing import meant, missing, named
from studio.director.references.seeking import about, first_of, indefinite, refers

_ORBIT = re.compile(
    r"\borbit\w*\b|\b(?:full|complete|whole) (?:turn|circle|loop|lap) (?:a?round)\b|"
    r"^show\b.{0,40}\bfrom (?:all|every) (?:sides?|angles?|directions?)\b|"
    r"\bcamera\b.{0,12}\bcircl\w+\b|^circle (?:a?round )?(?:it|the|this|him|her)\b|\b360\b|"
    r"\bturn-?table\b|\b(?:spin|circle|rotate|fly|go|move|walk|pan|"
    r"camera)\w*\b.{0,30}\b(?:all the way )?a?round (?:it|him|her|them|the|image|this|an?)\b",
    re.I,
)
_ALL_SIDES = re.compile(r"\bfrom (?:all|every) \w+", re.I)
_IN_SPACE = re.compile(r"\b(planet|satellite|moon|drone|bird|bee)s?\b.{0,20}\borbit", re.I)
_ANOTHER_FILM = re.compile(
    rf"\b(?:an?|one|two|three|four|another|some)\s(?:(?!(?:of|in|on|from|with|to|into|for)\b)[\w-]+ ){{0,3}}?{FILM}\b",
    re.I,
)
_ADDED = re.compile(
    r"(?:add|insert|put|place|bring|include) (?:(?:an?|some|two|three|more)\b|(?:the|my|this|that|another|@?image) "
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
     r"widen\w*|extend the (?:frame|canvas|edges)|(?:to|in|into) (?:widescreen|"
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

_TAKE_A_PICTURE = ("animate-move", "animate-replace", "pose")  # the other modes do not look at one


def orbited(clause: Clause, scene: Scene) -> Found:
    """The camera round a subject."""
    text = clause.bare
    pointed = refers(clause, scene, "image")
    if not _ORBIT.search(text) or (about(clause, scene) == "video" and not pointed):
        return None
    if _IN_SPACE.search(text) and not pointed:
        return None
    question = missing(text, scene, "image")
    if question is not None:
        return question
    if not scene.offers("orbit_video"):
        moved = f"animate it with a camera move around the subject: {clause.text}"
        return (
            animate(Clause(moved, f"animate {text}"), scene)
            if pointed
            else Beyond("circle round a subject")
        )
    if indefinite(clause) and not pointed and scene.offers("generate_image"):
        return _orbit_of_words(clause, scene)
    indices = meant(_ALL_SIDES.sub("", text), scene, "image")
    if isinstance(indices, Unclear):
        return indices
    if not indices:
        return Unclear(
            "Round which picture should the camera go? Attach one, or tell me what to draw first."
        )
    known = scene.medium("image", indices[0])
    prompt = known.prompt if known and known.prompt else None
    return [_orbit(clause, scene, indices[0], prompt, f"image {indices[0]}")]


def _orbit_of_words(clause: Clause, scene: Scene) -> list[Step]:
    """The picture first, then the camera round it."""
    found = re.search(r"\b(?:a?round|of|orbits?|circles?)\s(an? (?s:.+))$", clause.bare, re.I)
    subject = without_length(sized_out(found.group(1))) if found else subject_of(clause.bare)
    first = picture_of(subject, scene, values.size_in(clause.bare))
    index = scene.then(first).last_batch("image")[0].index
    return [first, _orbit(clause, scene, index, subject, subject)]


def _orbit(clause: Clause, scene: Scene, index: int, prompt: str | None, subject: str) -> Step:
    text = clause.bare
    lines = list(clause.quotes)
    arguments = {
        "sourceImageIndex": index,
        "prompt": prompt,
        "distance": first_of(((r"\bclose", "close-up"), (r"\b(?:wide|far)\b", "wide shot")), text),
        "elevation": first_of(
            ((r"\b(?:low|below)\b", "low-angle shot"), (r"\b(?:high|above)\b", "high-angle shot")),
            text,
        ),
        "dialogue": lines[0] if len(lines) == 1 else None,
        "dialogues": lines if len(lines) > 1 else None,
    }
    return scene.call("orbit_video", arguments, subject)


def transformed(clause: Clause, scene: Scene) -> Found:
    """A film made into another: in another style, with another person, wider, sharper."""
    text = clause.bare
    if not scene.now("video") or _ANOTHER_FILM.search(text) or not _about_a_film(clause, scene):
        return None
    mode, added = first_of(_MODES, text), _ADDED.match(text)
    if not _ordered(clause, scene) or not (
        mode or added or STYLE.search(text) or _LOOK.search(text)
    ):
        return None
    videos = meant(text, scene, "video")
    if isinstance(videos, Unclear):
        return videos
    if not scene.offers("video_to_video"):
        return Beyond("change what a film shows")
    pictures = _pictures_for(text, scene, mode)
    if isinstance(pictures, Unclear):
        return pictures
    return [_changed(clause, scene, videos[0], mode or "canny", pictures[:1])]


def _ordered(clause: Clause, scene: Scene) -> bool:
    """Whether a film is to be another, by a verb, a style alone, or because it came with the words."""
    text = clause.bare
    return bool(
        _TRANSFORM.search(text)
        or _ADDED.match(text)
        or (STYLE.search(text) and refers(clause, scene, "video"))
        or only_style(text)
        or scene.attached("video")
    )


def _changed(clause: Clause, scene: Scene, video: int, mode: str, pictures: list[int]) -> Step:
    """The call; a picture the mode does not look at is told in words."""
    wider = mode == "outpaint"
    prompt = clause.text if wider else without_length(sized_out(clause.text))
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
