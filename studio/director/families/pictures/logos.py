"""A logo of one's own on a picture, where no tool lays one picture on another: its name is written there instead."""

import re

from studio.director.families.pictures import edits
from studio.director.language.clauses import Clause
from studio.director.plan import Found, Scene, Unclear

_LOGO = re.compile(
    r"^(?:add|put|place|stick|insert|include|set|have)\s(?:(?:our|my|the|this|that|their) )(?:[\w'-]+ )?(?:logo|"
    r"watermark|"
    r"emblem|brand(?: name)?)\b(?P<where> (?:in|on|at|to|into|onto|over) .{2,60}?)?[\s:,.!]*$",
    re.I,
)


def branded(clause: Clause, scene: Scene) -> Found:
    """A question for the name, since the logo itself cannot be laid on; with a name, that is written on the picture."""
    told = _LOGO.match(clause.bare)
    if told is None or scene.offers("edit_image") or scene.offers("overlay_video"):
        return None
    if scene.newest_kind(("image", "video")) == "video":
        return None
    others = [one.index for one in scene.now("image") if one.index not in scene.attached("image")]
    made = [index for index in others if index >= 0] or others
    if not made or not scene.takes("generate_image", "sourceImageIndex"):
        return None
    if clause.quotes:
        order = f'write "{clause.quote}"{told["where"] or " in the corner"}'
        words = Clause(order, f"write{told['where'] or ' in the corner'}", clause.quotes)
        return edits.changed_ones(words, scene, ("edit_image",), made[-1:])
    return Unclear(
        f"I cannot lay one picture on another here, but I can write a name on image {made[-1]}: what should it say?"
    )
