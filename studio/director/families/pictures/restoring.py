"""An old photo made good."""

import re

from studio.director.families.pictures.edits import changed, count_of
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.plan import Found, Scene, Unclear, Unsupported, sentence_list
from studio.director.references.pointing import meant, named
from studio.director.references.topic import about, refers

_RESTORE = re.compile(
    r"\b(restor\w+|repair\w*(?! (?:shop|service|caf[eé]|company|business|man|kit|guide|manual)\b)|mend\w*|"
    r"de-?noise\w*|unblur\w*|de-?scratch\w*)\b"
    r"|\b(fix\w*|clean\w*(?: up)?|rescue|save|revive)\b.{0,40}\b(old|scratch\w*|damaged?|faded|torn|yellowed|noisy|"
    r"grainy|dusty|creas\w+|family)\b"
    r"|\b(remove|get rid of|erase)\b.{0,20}\b(scratches|dust|noise|grain|creases|stains)\b"
    r"|\b(?:get|take|clean)\b.{0,12}\b(?:scratches|dust|noise|grain|creases|stains|spots|cracks)\b.{0,12}\b(?:off|"
    r"out|away)\b"
    r"|\bcolou?ri[sz]\w+\b|\badd(?:ing)? colou?rs?\b|\b(?:clean|reduce|less)\w*\b.{0,16}\b(?:noise|grain|dust|"
    r"scratches)\b",
    re.I,
)
DAMAGED = re.compile(
    r"\b(scratch\w*|damag\w*|fad(?:ed|ing)|torn|ripped|tears?|yellow(?:ed|ing)|creas\w+|stain\w*|cracked|cracks|"
    r"mou?ldy|water[- "
    r"]?damage\w*|dusty|worn|beat(?:en)? up|falling apart|blotch\w*|spots|discolou?red|rough shape|bad (?:shape|"
    r"condition))\b",
    re.I,
)
_OLD = re.compile(
    r"\b(old|ancient|vintage|antique|19\d\d|grand\w+|great[- ]?grand\w+|gran(?:ny|dad)?|nana|scan\w*|"
    r"from the (?:war|\d0s|"
    r"\w+ties)|family)\b",
    re.I,
)
_MADE_GOOD = re.compile(
    r"\b(fix\w*|tid(?:y|ied|ying)|clean\w*|repair\w*|rescu\w*|sav(?:e|ing)|reviv\w*|heal|help|bring (?:it|this|"
    r"that|them|her|him) back|"
    r"good as new|like new|look (?:new|better|good|nice)|new again|back to life|better|nicer|sort|"
    r"work (?:your )?magic|"
    r"do something|"
    r"anything you can do|get rid of|remove|touch\w*|make)\b",
    re.I,
)
_DAMAGES = (
    (r"\bcreas\w+|\bfold(?:s|ed)\b", "creases"), (r"\bstain\w*|\bblotch\w*", "stains"),
    (r"\b(?:torn|ripped|tears?)\b", "tears"),
    (r"\bspots\b", "spots"), (r"\bcrack(?:s|ed)\b", "cracks"), (r"\bmou?ld\w*", "mould"), (r"\byellow\w*", "yellowing"),
    (r"\bwater[- ]?damag\w*|\bgot wet\b", "water damage"), (r"\bdust\w*", "dust"),
)  # fmt: skip
_COLOURED = re.compile(
    r"\bcolou?ri[sz]\w*|"
    r"\b(?:add|give|put)\w*\b(?: (?:it|them|him|her|some|full|natural|a bit of|in|back)){0,3} colou?rs?\b|"
    r"\bin colou?r\b",
    re.I,
)
IN_COLOUR = "Add natural colours."
_BESIDES = re.compile(  # orders that are no part of restoring
    r"^(?:(?:but|and|please|also|then|just) )*(?P<order>(?:leave|keep|do not|don['’]?t|remove|get rid of|sharpen|"
    r"brighten|lighten|darken|crop|straighten|fill|rebuild|replace|make (?:it|the|his|her|him|them) (?!look |good|"
    r"better|nice|like |new)(?:[\w'-]+ ?){1,6}))",
    re.I,
)
_PARTS = re.compile(r"[,.;!?]+\s|\s(?:and|but)\s(?!white\b)|\s[–-]\s")
_FIXED_PHOTO = re.compile(
    r"^(?:fix|repair|rescue|save)\s(?:up\s)?(?:this|that|the|my)\s(?:photo|scan|print)\b", re.I
)


_COLOURS_BACK = re.compile(
    r"^(?:bring|get|make|restore|refresh|revive|fix|strengthen) (?:back )?(?:the|its) (?:faded |old |original "
    r")?colou?rs?\b[^,.;]{0,20}(?:$|[,.;] )",
    re.I,
)


def restored(clause: Clause, scene: Scene) -> Found:
    """An old photo made good; the tool takes the upload by itself, another index is told where it can be."""
    last = scene.steps[-1] if scene.steps else None
    mends = bool(_COLOURS_BACK.match(clause.bare) or _RESTORE.search(clause.bare))
    if last and last.tool == "restore_photo" and mends and not named(clause.bare, "image"):
        return []  # that is part of it
    if not _to_restore(clause, scene) or about(clause, scene) == "video":
        return None
    indices = meant(clause.bare, scene, "image")
    if isinstance(indices, Unclear):
        return indices
    if not indices:
        return Unclear("Which photo shall I restore? Please attach it.")
    takes_any = scene.takes("restore_photo", "sourceImageIndex")
    if not scene.offers("restore_photo") or (indices[0] >= 0 and not takes_any):
        return changed(
            clause, scene, ("edit_image", "refine_result"), Unsupported("restore photos")
        )
    arguments = {
        "prompt": _order(clause.text, scene.turn.text),
        "sourceImageIndex": indices[0],
        "scale": values.scale_in(clause.bare),
        **count_of(clause),
        **values.size_in(clause.bare),
    }
    return [scene.call("restore_photo", arguments, f"image {indices[0]}")]


def _order(text: str, message: str) -> str:
    """What is to be done to the photo, and nothing of its story; `message`: all that was said of it."""
    named = [name for pattern, name in _DAMAGES if re.search(pattern, message, re.I)]
    damages = sentence_list(["scratches", "noise", "fading", *named])
    orders = [f"Restore the photo: remove {damages}; keep faces and framing as they are."]
    if _COLOURED.search(message):
        orders.append(IN_COLOUR)
    for part in _PARTS.split(text):
        told = _BESIDES.match(part)
        if told and not (DAMAGED.search(part) or _RESTORE.search(part) or _COLOURED.search(part)):
            rest = part[told.start("order") :].strip(" .,;!?")
            orders.append(f"{rest[0].upper()}{rest[1:]}.")
    return " ".join(orders)


def _to_restore(clause: Clause, scene: Scene) -> bool:
    """Whether it is about making an old photo good, ordered or told as its story."""
    text = clause.bare
    fresh = re.search(r"\bof (?:an?|some|two)\b", text, re.I) and not scene.now("image")
    if _RESTORE.search(text):
        return not fresh
    if not refers(clause, scene, "image"):
        return False
    uploaded = bool(scene.attached("image")) or bool(
        re.search(r"\b(photo|scan|print)\w*\b", text, re.I)
    )
    mending = re.search(
        r"\b(fix\w*|tidy|repair\w*|rescu\w*|sav(?:e|ing)|reviv\w*|clean\w* up)\b", text, re.I
    )
    told_old = DAMAGED.search(scene.turn.text) or _OLD.search(scene.turn.text)
    if uploaded and (
        (DAMAGED.search(text) and _OLD.search(text)) or (_COLOURS_BACK.match(text) and told_old)
    ):
        return True
    return (
        bool(_MADE_GOOD.search(text))
        and uploaded
        and bool(
            DAMAGED.search(text) or (mending and (_OLD.search(text) or _FIXED_PHOTO.match(text)))
        )
    )
