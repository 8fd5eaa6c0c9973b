"""A picture in another style."""

import re

from studio.director.edits import changed
from studio.director.plan import Found, Scene
from studio.director.saying import Clause
from studio.director.seeking import about, refers

STYLE = re.compile(
    r"\b(water-?colou?rs?|oil(?: painting|s)?|pencil|charcoal|ink|sketch(?:e[sd]|y)?|anime|manga|comic(?: book)?|"
    r"cartoon\w*|pixel[- ]?art|"
    r"pop[- ]?art|impressionis\w+|expressionis\w+|cubis\w+|van gogh|monet|picasso|ghibli|claymation|clay|low[- "
    r"]?poly|vaporwave|"
    r"cyberpunk|noir|vintage|retro|polaroid|mosaic|stained[- ]glass|ukiyo\S*|art (?:deco|nouveau)|gothic|steampunk|"
    r"line[- ]?art|"
    r"vector|paper-?cut\w*|engrav\w+|lino-?cut|wood-?cut|crayons?|chalk|pastels?|sepia|graffiti|surreal\w*|"
    r"minimalis\w+|"
    r"story-?book|lego|embroider\w+|pointillis\w+|fresco|gouache|8-?bit|16-?bit|painting|painterly|hand-?drawn|"
    r"stop[- ]?motion)\b",
    re.I,
)
_STYLED = re.compile(
    r"\b(style\w*|styli[sz]e\w*|restyle\w*|in the manner of|look of|aesthetic)\b", re.I
)
_AS_STYLE = re.compile(
    r"\b(turn\w*|mak\w+|convert\w*|render\w*|transform\w*|redraw\w*|repaint\w*|appl\w+|do|have|give|look\w* like|"
    r"versions? of|as|"
    r"as an?|into|paint|draw)\b",
    re.I,
)
_ONLY_STYLE = re.compile(
    rf"^(?:(?:now|in|as|more|like|try|do)\s)*(?:(?:an?|the style of|style of)\s)?(?:(?:studio|vincent|full|thick|"
    rf"loose|soft|bold|rough|classic|"
    rf"traditional|dreamy)\s)?"
    rf"{STYLE.pattern}"
    r"(?:\s(?:style|look|version|vibes?|aesthetic|art|colou?rs?|drawing|painting|sketch|illustration))?"
    r"(?: (?:for|on) (?:all|both|each|every\w*|them|it|this|that|(?:the|image|picture)\b.{0,40}))?$",
    re.I,
)
_ALONE = re.compile(
    r"^(?:(?:now|make it|do it|try|in|as|more|like)\s)*(?:an?\s)?(?:[\w-]+\s){0,3}?(?:style|look|version|scene)$",
    re.I,
)


def only_style(text: str) -> bool:
    """Whether it is a style and nothing else: "as a watercolour", "van gogh"."""
    return bool(_ONLY_STYLE.match(text) or (_ALONE.match(text) and STYLE.search(text)))


def styled(clause: Clause, scene: Scene) -> Found:
    """ "Turn it into a watercolour"."""
    alone = only_style(clause.bare) and scene.now("image")
    if about(clause, scene) != "image" or not (alone or refers(clause, scene, "image")):
        return None
    worded = alone or (STYLE.search(clause.bare) and _AS_STYLE.search(clause.bare))
    if not worded and not _STYLED.search(clause.bare):
        return None
    return changed(clause, scene, ("apply_style", "edit_image", "refine_result"))
