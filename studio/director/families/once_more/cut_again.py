"""Something else cut out of the same picture: "the apples as well"."""

import re
from collections.abc import Sequence
from itertools import takewhile

from studio.director.families.once_more.newest import newest_deed
from studio.director.families.once_more.remake_words import kept
from studio.director.language.clauses import Clause
from studio.director.plan import Found, Scene
from studio.director.reading import Past
from studio.director.references.kinds import kinds_named
from studio.director.references.pointing import pointer_in

_ALSO = re.compile(
    r"^(?:(?:and|now|also|then|do|cut|select|cut out|take|the same (?:with|for)) )*(?:the|his|her|its|my|their) "
    r"(?P<what>[\w' -]{2,40}?),? (?:as well|too|also|next|instead)$|"
    r"^(?:and |now |then )+(?:the same (?:with|for) |do )?(?:the|his|her|its|my|their) (?P<next>[\w'-]+(?: [\w'-]+)?)$",
    re.I,
)


_EDITS = ("edit_image", "refine_result", "apply_style", "remove_background")


def _since_the_cut(scene: Scene) -> Sequence[Past]:
    """The newest calls, as long as each only changed a picture."""
    known = ("segment_image", *_EDITS)
    return list(takewhile(lambda one: one.tool in known, scene.turn.past))


def cut_again(clause: Clause, scene: Scene) -> Found:
    """The newest selection made once more with another thing; pictures that are pointed at are left to others."""
    past = newest_deed(scene, "segment_image", *_EDITS)
    past = past and next(
        (one for one in _since_the_cut(scene) if one.tool == "segment_image"), None
    )
    told = (
        (_ALSO.match(clause.bare) or _ALSO.match(scene.turn.text.strip(" .!?"))) if past else None
    )
    if past is None or told is None:
        return None
    what = told["what"] or told["next"]
    if kinds_named(what) or pointer_in(f"the {what}"):
        return None
    arguments = {**kept(past.arguments), "text": what}
    return [
        scene.call(past.tool, arguments, f"{what} in image {arguments.get('sourceImageIndex', 0)}")
    ]
