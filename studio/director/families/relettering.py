"""The words on the newest picture set otherwise: "title at the top", "bigger letters", "the text in gold"."""

from studio.director.families import redrawing
from studio.director.language.clauses import Clause
from studio.director.language.lettering import about_lettering
from studio.director.plan import Found, Scene
from studio.director.references.pointing import meant


def relettered(clause: Clause, scene: Scene) -> Found:
    """The picture drawn once more with its words set so; None where it has no words, or a tool changes pictures."""
    lettering = about_lettering(clause)
    if not lettering or scene.offers("edit_image") or scene.turn.attached:
        return None
    if scene.newest_kind(("image", "video")) != "image":
        return None
    found = meant(clause.bare, scene, "image")
    if not isinstance(found, list) or len(found) != 1:
        return None
    step = redrawing.lettered_anew(scene, found[0], lettering, clause)
    return [step] if step else None
