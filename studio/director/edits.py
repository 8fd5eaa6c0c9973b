"""A picture changed: edited, restyled, restored, refined, seen from another side."""

import re
from collections.abc import Sequence

from studio.director import values
from studio.director.pictures import VERSIONS
from studio.director.plan import Beyond, Found, Scene, Step, Unclear, side_by_side
from studio.director.pointing import meant, named
from studio.director.reading import number
from studio.director.saying import Clause
from studio.director.seeking import about, first_of, refers
from studio.director.subjects import branched, change_in, merged, sized_out, subject_of

WHICH = Unclear("Which picture should change? Attach one, or tell me what to draw first.")
STYLE = re.compile(
    r"\b(water-?colou?rs?|oil(?: painting|s)?|pencil|charcoal|ink|sketch(?:ed|y)?|anime|manga|comic(?: book)?|"
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
_RESTORE = re.compile(
    r"\b(restor\w+|repair\w*|mend\w*|de-?noise\w*|unblur\w*|de-?scratch\w*)\b"
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
    r"\b(fix\w*|clean\w*|repair\w*|rescu\w*|sav(?:e|ing)|reviv\w*|heal|help|bring (?:it|this|that|them|her|him) back|"
    r"good as new|like new|look (?:new|better|good|nice)|new again|back to life|better|nicer|sort|"
    r"work (?:your )?magic|"
    r"do something|"
    r"anything you can do|get rid of|remove|touch\w*|make)\b",
    re.I,
)
_REFINE = re.compile(
    r"\b(refin\w+|touch(?:ing)?[ -]?up|retouch\w*|polish\w*|improv\w+|sharpen\w*|(?:sharper|crisper|clearer|"
    r"cleaner)\b|enhanc\w+|clean(?:er|ing)?\s?up|"
    r"perfect(?= (?:it|this|that|the))|"
    r"(?:more|better|finer|crisper) (?:details?|detailed|quality)|higher quality|fix\w* (?:the |his |her |its |"
    r"their )?(?:\w+ )?(?:hands?|eyes?|"
    r"face|fingers|text|edges|details?))\b",
    re.I,
)
_FIXED_PHOTO = re.compile(
    r"^(?:fix|repair|rescue|save)\s(?:up\s)?(?:this|that|the|my)\s(?:photo|scan|print)\b", re.I
)
_SIDES = (
    (r"front[- ]right|right[- ]front|three[- ]quarter|3/4", "front-right quarter view"),
    (r"front[- ]left|left[- ]front", "front-left quarter view"),
    (r"(?:back|rear)[- ]right", "back-right quarter view"),
    (r"(?:back|rear)[- ]left", "back-left quarter view"),
    (r"\b(?:from|to|on) (?:the |its |his |her )?left\b|\bleft[- ](?:side|hand|view)|\bside view\b|\bfrom the "
     r"side\b|\bin profile\b|\bprofile view\b", "left side view"),
    (r"\b(?:from|to|on) (?:the |its |his |her )?right\b|\bright[- ](?:side|hand|view)", "right side view"),
    (r"\bfrom (?:behind|the back|the rear)\b|\b(?:back|rear)[- ]?(?:view|side)\b|\bthe back of\b|\bbehind (?:it|"
     r"him|her|them)\b", "back view"),
    (r"\bfrom the front\b|\bfront(?:al)?[- ]view\b|\bhead[- ]on\b", "front view"),
)  # fmt: skip
_HEIGHTS = (
    (r"\blow[- ]angle|\bfrom (?:below|beneath|underneath|the ground)\b|\blooking up\b|\bworm'?s[- "
     r"]eye", "low-angle shot"),
    (r"\bhigh[- ]angle|\bfrom (?:high )?(?:above|overhead|the top)\b|\btop[- ]?down\b|\bbird'?s[- ]eye|\baerial\b|"
     r"\boverhead\b|\btop view\b",
     "high-angle shot"),
    (r"\b(?:slightly|a little) (?:above|elevated|higher)\b|\belevated\b", "elevated shot"),
)  # fmt: skip
_NEARS = (
    (r"\bclose[- ]?ups?\b|\bcloser\b|\bup close\b|\bzoom(?:ed)? in\b", "close-up"),
    (r"\bwide(?:r)?(?: shot| angle| view)\b|\bfrom (?:far(?:ther|ther)? ?(?:away|off)?|a distance|afar)\b|"
     r"\bfurther away\b|\bzoom(?:ed)? out\b", "wide shot"),
)  # fmt: skip
ANGLE = re.compile(
    r"\b(the (?:back|rear|other side|left side|right side) of|angles?|viewpoints?|perspectives?|point of view|"
    r"camera (?:position|view)|(?:other|opposite|another|"
    r"different|left|right|back|front) "
    r"(?:side|view)|view(?:ed)? from|seen from|looks? from|from (?:the )?(?:left|right|behind|back|front|side|"
    r"above|below|overhead|rear|top)|"
    r"side view|close-?up|bird'?s[- ]eye|worm'?s[- ]eye|in profile|top[- ]?down|three[- ]quarter)\b",
    re.I,
)
CHANGE = re.compile(
    r"^(?:change|changing|replace|replacing|add|adding|put|putting|remove|removing|erase|swap|recolou?r|colou?r|"
    r"crop|make|making|turn|turning|give|giving|move|"
    r"lighten|brighten|darken|blur|tint|rotate|flip|mirror|edit|editing|adjust|insert|get rid|take|fill|paint|"
    r"dress|set|place|"
    r"transform|convert|modify|alter|tweak|warm|cool|delete|have|let|use|extend|expand|lose|drop|include|write|"
    r"fix|open|close|straighten|center|centre|level|smooth|raise|lower|soften|increase|decrease|reduce|boost|"
    r"combine|blend|mix|merge|fuse)\b",
    re.I,
)
_FRAGMENT = re.compile(
    r"^(?:(?:a (?:bit|little|lot)|much|slightly|way|even|far)\s)?(?:more|less|fewer|darker|brighter|warmer|colder|"
    r"cooler|bigger|smaller|lighter|"
    r"softer|bolder|happier|sadder|moodier|sharper|wilder|calmer|without|with|no|at (?:night|dawn|dusk|sunset|"
    r"noon)|in (?:winter|summer|"
    r"spring|autumn|the (?:rain|snow|fog)|black and white|colou?r)|instead)\b",
    re.I,
)
_COMPARED = re.compile(r"\b(darker|brighter|warmer|colder|more colou?rful|lighter|moodier)\b", re.I)


_MIXED = re.compile(r"^(?:combine|blend|mix|merge|fuse)\b", re.I)
_ALONE = re.compile(
    r"^(?:(?:now|make it|do it|try|in|as|more|like)\s)*(?:an?\s)?(?:[\w-]+\s){0,3}?(?:style|look|version|scene|"
    r"drawing|painting|sketch)$",
    re.I,
)
_FIXED = re.compile(
    r"^(?:replace|remove|erase|take away|get rid of|swap|recolou?r|blur|brighten|darken|lighten|"
    r"crop|flip|tint|mirror)\sthe\b",
    re.I,
)
_SIDE_ALONE = re.compile(
    r"^(?:an?\s)?(?:side|back|front|rear|top|profile|bird'?s[- ]eye|aerial|close[- ]?up|low[- ]angle|high[- "
    r"]angle)\s?(?:view|shot|angle)?$|^(?:turn|rotate|move|tilt) the camera\b",
    re.I,
)


def styled(clause: Clause, scene: Scene) -> Found:
    """ "Turn it into a watercolour"."""
    alone = _ALONE.match(clause.bare) and STYLE.search(clause.bare) and scene.now("image")
    if about(clause, scene) != "image" or not (alone or refers(clause, scene, "image")):
        return None
    worded = alone or (STYLE.search(clause.bare) and _AS_STYLE.search(clause.bare))
    if not worded and not _STYLED.search(clause.bare):
        return None
    return changed(clause, scene, ("apply_style", "edit_image", "refine_result"))


def restored(clause: Clause, scene: Scene) -> Found:
    """An old photo made good; the tool takes the upload by itself, another index is told where it can be."""
    if not _to_restore(clause, scene) or about(clause, scene) == "video":
        return None
    indices = meant(clause.bare, scene, "image")
    if isinstance(indices, Unclear):
        return indices
    if not indices:
        return Unclear("Which photo shall I restore? Please attach it.")
    takes_any = scene.takes("restore_photo", "sourceImageIndex")
    if not scene.offers("restore_photo") or (indices[0] >= 0 and not takes_any):
        return changed(clause, scene, ("edit_image", "refine_result"), Beyond("restore photos"))
    arguments = {
        "prompt": f"{clause.text}. Remove scratches, noise and fading; keep faces and framing as they are.",
        "sourceImageIndex": indices[0],
        "scale": values.scale_in(clause.bare),
        **_count(clause),
        **values.size_in(clause.bare),
    }
    return [scene.call("restore_photo", arguments, f"image {indices[0]}")]


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
        r"\b(fix\w*|repair\w*|rescu\w*|sav(?:e|ing)|reviv\w*|clean\w* up)\b", text, re.I
    )
    if uploaded and DAMAGED.search(text) and _OLD.search(text):
        return True
    return (
        bool(_MADE_GOOD.search(text))
        and uploaded
        and bool(
            DAMAGED.search(text) or (mending and (_OLD.search(text) or _FIXED_PHOTO.match(text)))
        )
    )


def refined(clause: Clause, scene: Scene) -> Found:
    """Small improvements that keep the picture."""
    if not _REFINE.search(clause.bare) or about(clause, scene) != "image":
        return None
    if not refers(clause, scene, "image") and not scene.now("image"):
        return None
    return changed(clause, scene, ("refine_result", "edit_image", "apply_style"))


def turned(clause: Clause, scene: Scene) -> Found:
    """The same subject seen from another side; several sides are several calls."""
    text = clause.bare
    alone = _SIDE_ALONE.match(text) and scene.now("image")
    if not (alone or ANGLE.search(text)) or about(clause, scene) != "image":
        return None
    if (
        not alone
        and not refers(clause, scene, "image")
        and not re.search(
            r"\b(another|different|new|other) (angle|view|side|perspective)\b|^from\b", text, re.I
        )
    ):
        return None
    indices = meant(_sides_out(text), scene, "image")
    if isinstance(indices, Unclear):
        return indices
    if not indices:
        return Unclear(
            "Which picture should I show from another side? Attach one, or tell me what to draw first."
        )
    if not scene.offers("change_angle"):
        return changed(clause, scene, ("edit_image",), Beyond("change the point of view"))
    calls = [
        scene.call(
            "change_angle",
            {"description": view, "sourceImageIndex": index, **values.size_in(text)},
            f"image {index}",
        )
        for index in indices
        for view in _views(text)
    ]
    return side_by_side(calls)


def _views(text: str) -> list[str]:
    """Where the camera is to be, in the words the tool knows."""
    height = first_of(_HEIGHTS, text)
    near = first_of(_NEARS, text)
    sides = [one for pattern, one in _SIDES if re.search(pattern, text, re.I)][:4]
    usual = "front view" if height or near else "front-right quarter view"
    rest = f"{height or 'eye-level shot'} {near or 'medium shot'}"
    return [f"{side} {rest}" for side in sides or [usual]]


def _sides_out(text: str) -> str:
    return re.sub(
        r"\bthe (?:left|right|front|back|rear|top|other side|side|opposite side)\b",
        "",
        text,
        flags=re.I,
    )


def edited(clause: Clause, scene: Scene) -> Found:
    """Any other change of a picture that is there."""
    text = clause.bare
    if VERSIONS.search(text) and re.match(r"(?:make|give|have|do)\b", text, re.I):
        return None
    commanded = bool(CHANGE.match(text)) and refers(clause, scene, "image")
    commanded = commanded or bool(
        _FIXED.match(text) and scene.newest_kind(("image", "video")) == "image"
    )
    loose = bool(_FRAGMENT.match(text) or _COMPARED.search(text))
    pointed = bool(named(text, "image")) and re.search(
        r"\b(but|with|without|in|at|as)\b", text, re.I
    )
    asked = re.search(
        r"^(?:what if|can|could|should|imagine|have)?\s?(?:it|the (?:[\w-]+ ){0,3}[\w-]+|image \d+|he|she|"
        r"they)\s(?:(?:to|should|must|would|needs?|could use) \w+|(?:is|are|looks?) too|be|was|were|is|had|"
        r"looks?)\b",
        text,
        re.I,
    )
    if not (
        commanded
        or loose
        or pointed
        or (asked and (refers(clause, scene, "image") or re.match(r"^can the\b", text, re.I)))
    ):
        return None
    if about(clause, scene) == "video" and not named(text, "image"):
        return None
    if loose and not commanded and not scene.now("image"):
        return WHICH if _COMPARED.search(text) else None
    return changed(clause, scene, ("edit_image", "refine_result"))


def changed(
    clause: Clause, scene: Scene, tools: Sequence[str], beyond: Beyond | None = None
) -> Found:
    """The pictures that are meant, by the first of these tools that is offered, else drawn anew from themselves."""
    indices = meant(clause.bare, scene, "image")
    if isinstance(indices, Unclear):
        return indices
    if not indices:
        return WHICH
    tool = next((one for one in tools if scene.offers(one)), "")
    if not tool and not scene.takes("generate_image", "sourceImageIndex"):
        return beyond or Beyond("change pictures")
    indices = _based_on(clause.bare, indices)
    return side_by_side([_change(clause, scene, tool, index) for index in indices[:8]])


def _based_on(text: str, indices: list[int]) -> list[int]:
    """Those of several named pictures that are changed; the others are only referred to."""
    base = re.search(
        r"\b(?:into|onto|in|to|on)\s@?(?:image|picture|photo)\s?([-−]?\d+)$", text, re.I
    )
    if base and len(indices) > 1:
        return [number(base.group(1))]
    referring = r"\b(?:from|of|with|using|like|in) (?:the )?(?:image|picture|photo|second|first)\b"
    if _MIXED.match(text) or (len(indices) > 1 and re.search(referring, text, re.I)):
        return indices[:1]
    return indices


def _change(clause: Clause, scene: Scene, tool: str, index: int) -> Step:
    count = values.count_in(clause.bare)
    if tool:
        words = sized_out(clause.text).strip(" ,.")
        prompt = words if count == 1 else subject_of(change_in(clause)) or words
    else:
        known = scene.medium("image", index)
        prompt = merged(known.prompt if known else "", change_in(clause)) or "the same scene"
    arguments = {
        "prompt": branched(prompt, count),
        "sourceImageIndex": index,
        **_count(clause),
        **values.size_in(clause.bare),
    }
    return scene.call(tool or "generate_image", arguments, f"image {index} with that change")


def _count(clause: Clause) -> dict[str, int]:
    count = values.count_in(clause.bare)
    return {"numberOfVariations": count} if count > 1 else {}
