"""A picture in another style."""

import re

from studio.director.families.pictures.edits import changed
from studio.director.language.clauses import Clause
from studio.director.language.styles import STYLE, only_style
from studio.director.plan import Found, Scene
from studio.director.references.pronouns import ALIKE
from studio.director.references.topic import about, refers

_STYLED = re.compile(
    r"\b(style\w*|styli[sz]e\w*|restyle\w*|in the manner of|look of|aesthetic)\b", re.I
)
_AS_STYLE = re.compile(
    r"\b(turn\w*|mak\w+|convert\w*|render\w*|transform\w*|redraw\w*|repaint\w*|appl\w+|do|have|give|look\w* like|"
    r"versions? of|as|"
    r"as an?|into|paint|draw)\b",
    re.I,
)

_ANOTHER = re.compile(
    r"^(?:(?:draw|paint|make|create|do|show)(?: me)? )?(?:an?|some|two|three) (?!version\b)", re.I
)


def styled(clause: Clause, scene: Scene) -> Found:
    """ "Turn it into a watercolour"."""
    if _ANOTHER.match(clause.bare) and ALIKE.search(clause.bare):
        return None  # another thing, painted like the one before
    alone = only_style(clause.bare) and scene.now("image")
    if about(clause, scene) != "image" or not (alone or refers(clause, scene, "image")):
        return None
    worded = alone or (STYLE.search(clause.bare) and _AS_STYLE.search(clause.bare))
    if not worded and not _STYLED.search(clause.bare):
        return None
    return changed(clause, scene, ("apply_style", "edit_image", "refine_result"))
