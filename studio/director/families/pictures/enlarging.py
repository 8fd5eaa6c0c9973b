"""Pictures and films with more pixels."""

import re
from dataclasses import replace

from studio.director.families.once_more.remake_words import kept, past_of
from studio.director.language import values
from studio.director.language.changes import head_of
from studio.director.language.clauses import Clause
from studio.director.plan import Found, Scene, Unclear, Unsupported, side_by_side
from studio.director.references.pointing import meant
from studio.director.references.topic import about, refers

_UPSCALE = re.compile(
    r"^(?:in )?(?:16|8|4|2)k(?=$| (?:or|if|please|at least|resolution)\b)|^x ?[2-8]$|^[2-8] ?x$|^(?:twice|"
    r"double|\w+ times) (?:as |the )?(?:large|big|size)\b|"
    r"\b(?:image|picture|photo|video|clip) [-−]?\d+ (?:much |way |a lot )?(?:bigger|larger)\b|"
    r"\b((?:16|8|4|2)k (?:version|copy|res\w*)\b|doubl\w+ (?:its|the|his|her) (?:size|pixels)|be (?:in )?(?:(?:16|"
    r"8|4|2)k|uhd|full hd|"
    r"hd|720p|1080p|1440p|2160p)\b|(?:increas|rais|boost|bump|improv|enhanc)\w* (?:up )?(?:the |its )?resolution|"
    r"more pixels|\d ?x (?:bigger|larger)|up-?scal\w*|up-?res\w*|enlarg\w*|super[- ]?resol\w*|\bones? (?:much "
    r")?(?:bigger|larger)\b|(?:high|hi|"
    r"higher)[- ]?res\b|^(?:bigger|"
    r"larger)\b(?! (?!(?:please|version|size|copy|image|picture|photo|file|resolution|print|and|for|than|now|one|"
    r"too)\b)"
    r"[\w-]+)|"
    r"\bscale\b.{0,24}\bup\b|blow (?:[\w-]+ ){0,4}?up\b|(?:this|it|that|them) (?:much |way |a lot )?(?:bigger|"
    r"larger)\b|(?:higher|high|more|"
    r"double the|better|increase the|full) "
    r"resolution|(?:print|poster) (?:size|quality|resolution)|(?:make|scale)\b.{0,30}\b(?:bigger|larger|twice "
    r"(?:as (?:big|large|wide|high|many)|the (?:size|width|pixels|resolution))|double(?! (?:as|the) (?:long|"
    r"length))|\d ?x\b|"
    r"(?:16|8|4|2)k|1080p|1440p|full hd|hd)|(?:to|in|into|at) (?:16|8|4|2)k\b|(?:to|in) (?:1080p|1440p|full hd))",
    re.I,
)

_TO_PIXELS = re.compile(r"\b(?:at|to|with|in) \d{4,5} ?(?:px|pixels?)\b", re.I)
_A_PART = re.compile(  # a thing on the picture that is to be larger: "make the title bigger", "her eyes much larger"
    r"^give (?:it|him|her|them) (?:(?:much|even) )?(?:bigger|larger) [\w' -]{2,40}$|"
    r"^make (?:him|her) (?:a (?:bit|little|lot) |much |way |even )?(?:bigger|larger)$|"
    r"^(?:(?:make|have|let|scale) )?(?:the|his|her|its|their|my|this|that) "
    r"(?!(?:(?!(?:in|on|at|of|behind)\b)[\w-]+ ){0,3}(?:pictures?|images?|photos?|pics?|videos?|clips?|films?|movies?|"
    r"posters?|portraits?|drawings?|paintings?|renders?|ones?|version|result|whole thing|resolution|file|size|first|"
    r"second|third|last|other)\b)"
    r"(?:[\w'-]+ ){1,6}?(?:(?:a (?:bit|little|lot)|much|way|even|far|\d ?x) )?(?:bigger|larger|twice as (?:big|large))"
    r"(?: (?:please|too|on it|in it|there))?(?: and (?:the|his|her|its|their|my) [\w' -]{2,40})?$|"
    r"^(?:enlarge|scale up|blow up|increase the size of) (?P<whose>his|her|its|their|the|my) "
    r"(?P<part>(?!(?:[\w-]+ ){0,3}(?:pictures?|images?|photos?|pics?|videos?|clips?|films?|movies?|posters?|portraits?|"
    r"drawings?|paintings?|renders?|ones?|version|result|whole thing|resolution|file|size)\b)[\w'-]+(?: [\w'-]+)?)"
    r"(?: (?:a (?:bit|little|lot)|slightly|please|on (?:it|the (?:left|right))|in (?:it|the (?:back|fore)ground)))*$",
    re.I,
)


def enlarged(clause: Clause, scene: Scene) -> Found:
    """A picture or a film with more pixels."""
    text = clause.bare
    if re.search(r"\b(?:bigger|larger) than\b", text, re.I):
        return None
    drawn = re.match(r"(?:\w+ )?(?:me )?an? ", text, re.I)
    sized = not drawn and _TO_PIXELS.search(text) and refers(clause, scene, "image")
    if not (sized or _UPSCALE.search(text)) or _of_a_part(clause, scene):
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
        return Unsupported("enlarge pictures")
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


def _of_a_part(clause: Clause, scene: Scene) -> bool:
    """Whether something on the picture is to be larger; what it shows as a whole is the picture.

    Also where the picture was told before: "back to it, make …".
    """
    told = next(
        filter(None, (_A_PART.match(one.rstrip(" ?!.")) for one in (clause.text, clause.bare))),
        None,
    )
    if told is None or told["whose"] is None:
        return told is not None
    shown = scene.now("image")
    head = head_of(shown[-1].shown) if shown else ""
    if told["whose"].lower() in ("the", "my"):
        return bool(head) and told["part"].lower() != head.lower()
    return bool(shown)


def _film(clause: Clause, scene: Scene) -> Found:
    indices = meant(clause.bare, scene, "video")
    if isinstance(indices, Unclear):
        return indices
    past = past_of(scene, "video", indices[0]) if indices else None
    lines = values.lines_in(clause.bare)
    if (
        past
        and lines
        and not scene.offers("upscale_video")
        and scene.takes(past.tool, "targetResolution")
    ):
        told = {**kept(past.arguments), "targetResolution": lines}
        return [replace(scene.call(past.tool, told, f"video {indices[0]}"), remade=True)]
    if not scene.offers("upscale_video"):
        return Unsupported("enlarge films")
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
