"""The same subject seen from another side."""

import re
from collections.abc import Sequence

from studio.director.families.once_more.newest import newest_deed
from studio.director.families.pictures.edits import changed
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.continuing import bared
from studio.director.plan import Found, Scene, Step, Unclear, Unsupported, side_by_side
from studio.director.references.pointing import meant, named
from studio.director.references.topic import about, first_of, refers

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
    (r"\blow[- ]angle|\bfrom (?:(?:a (?:bit|little)|much|somewhat) )?lower(?: down)?\b|\bfrom (?:below|beneath|"
    r"underneath|the ground)\b|\blooking up\b|\bworm'?s[- "
     r"]eye", "low-angle shot"),
    (r"\bhigh[- ]angle|\bfrom (?:high )?(?:above|overhead|the top)\b|\btop[- ]?down\b|\bbird'?s[- ]eye|\baerial\b|"
     r"\boverhead\b|\btop view\b",
     "high-angle shot"),
    (r"\b(?:slightly|a little) (?:above|elevated|higher)\b|\belevated\b|\bhigher up\b|"
    r"\bfrom higher\b", "elevated shot"),
)  # fmt: skip
_NEARS = (
    (r"\bclose[- ]?ups?\b|\bcloser\b|\bup close\b|\bzoom(?:ed)? in\b", "close-up"),
    (r"\bwide(?:r)?(?: shot| angle| view)\b|\bfrom (?:far(?:ther|ther)? ?(?:away|off)?|a distance|afar)\b|"
     r"\b(?:further|farther) (?:away|back|off|out)\b|\bzoom(?:ed)? out\b", "wide shot"),
)  # fmt: skip
ANGLE = re.compile(
    r"\b(the (?:back|rear|other side|left side|right side) of|angles?|viewpoints?|perspectives?|point of view|"
    r"camera (?:position|view)|(?:other|opposite|another|"
    r"different|left|right|back|front) "
    r"(?:side|view)|view(?:ed)? from|seen from|looks? from|"
    r"from (?:(?:a (?:bit|little)|much|even|slightly|somewhat|way) )?(?:(?:further|farther) (?:away|back|off|out|up)|"
    r"closer|nearer|higher(?: up)?|lower(?: down)?)|from (?:the )?(?:left|right|behind|back|front|side|"
    r"above|below|overhead|rear|top)|"
    r"(?:side|rear|back|front|top|aerial|closer|wider) view|close-?up|bird'?s[- ]eye|worm'?s[- ]eye|in profile|"
    r"top[- ]?down|"
    r"three[- ]quarter)\b",
    re.I,
)
_ROUND = (
    "front-right quarter view", "left side view", "back view", "right side view", "front-left quarter view",
    "back-right quarter view", "back-left quarter view", "front view",
)  # fmt: skip
_OPPOSITE = {
    "front view": "back view", "left side view": "right side view",
    "front-right quarter view": "back-left quarter view", "front-left quarter view": "back-right quarter view",
}  # fmt: skip
_OPPOSITE |= {other: one for one, other in _OPPOSITE.items()}
_ANOTHER = re.compile(
    r"\b(?:another|different|new|some other|yet another|(?:an)?other) (?:angles?|views?|sides?|perspectives?|"
    r"viewpoints?|"
    r"directions?)\b",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\b(another|different|new|other) (angle|view|side|perspective)\b"
    r"|^(?:(?:and|now|again|also|once more|this time) ){0,3}from\b",
    re.I,
)
_THE_OTHER = re.compile(
    r"\b(?:the other|the opposite|opposite) (?:angle|view|side|direction)\b", re.I
)
_SIDE_ALONE = re.compile(
    r"^(?:an?\s)?(?:(?:left|right)[- ])?(?:side|back|front|rear|top|profile|bird'?s[- ]eye|aerial|close[- ]?up|"
    r"low[- ]angle|high[- "
    r"]angle)\s?(?:view|shot|angle)?$|^(?:turn|rotate|move|tilt) the camera\b"
    r"|^(?:(?:a (?:bit|little)|much|even|way) )?(?:closer(?: up)?|wider|further (?:away|back|out))$",
    re.I,
)

_NEXT_SIDE = re.compile(  # after another side was shown: "and the back"
    r"^(?:(?:and|now|also|then|show|from) )*(?:the|its|his|her) (?:left|right|back|front|rear|top|other|opposite)"
    r"(?: (?:side|view|one|angle))?(?: (?:too|also|as well))?$",
    re.I,
)
_AGAIN_FROM = re.compile(  # "again but seen from the side", "same, from behind"
    r"^(?=(?:and |now |the |ok |yes ){0,3}(?:(?:very |exact )?same|again|once more|one more|another one|this|it)\b)"
    r"(?:(?:and|but|now|the|ok|yes|very|exact|same|again|once more|one more(?: time)?|another one|this|it|thing|one|"
    r"picture|image|photo|only|just|this time|seen|viewed|shown|looked at|taken|shot|please)[, ]{1,2}){1,9}"
    r"(?:from (?:the )?(?:left|right|behind|back|front|side|rear|above|below|overhead|top|other side)(?: side)?|"
    r"in profile)(?: (?:please|now|this time|instead))*$",
    re.I,
)


def seen_again(clause: Clause, scene: Scene) -> Found:
    """The newest picture from another side, where nothing else is said."""
    text = clause.text.strip(" .!?")
    if not _AGAIN_FROM.match(text) or scene.newest_kind(("image", "video")) != "image":
        return None
    if not scene.offers("change_angle"):
        return None
    indices = meant("it", scene, "image")
    if isinstance(indices, Unclear):
        return indices
    calls = [call for index in indices for call in _seen_from(text, scene, index)]
    return side_by_side(calls) if calls else None


def turned(clause: Clause, scene: Scene) -> Found:
    """The same subject seen from another side; several sides are several calls."""
    text = clause.bare
    beside = newest_deed(scene, "change_angle") and _NEXT_SIDE.match(bared(text))
    alone = bool(beside or (_SIDE_ALONE.match(text) and scene.now("image")))
    if not (alone or ANGLE.search(text)) or about(clause, scene) != "image":
        return None
    if not alone and not refers(clause, scene, "image") and not _ELSEWHERE.search(text):
        return None
    indices = meant(_sides_out(text), scene, "image")
    if isinstance(indices, Unclear):
        return indices
    if not indices:
        return Unclear(
            "Which picture should I show from another side? Attach one, or tell me what to draw first."
        )
    if not scene.offers("change_angle"):
        return changed(clause, scene, ("edit_image",), Unsupported("change the point of view"))
    told = f"from {text}" if alone and not ANGLE.search(text) else text
    return side_by_side([call for index in indices for call in _seen_from(told, scene, index)])


def names_a_side(text: str) -> bool:
    """Whether it says from where, not only that it should be elsewhere."""
    return first_of(_SIDES, text) is not None and not _THE_OTHER.search(text)


def _seen_from(text: str, scene: Scene, index: int) -> list[Step]:
    """A call for each view. A view of a view is made from the picture both show, for sides count from its front."""
    past = next((one for one in scene.turn.past if ("image", index) in one.made), None)
    before = str(past.arguments.get("description") or "") if past else ""
    source = (
        past.arguments.get("sourceImageIndex") if past and past.tool == "change_angle" else None
    )
    known = isinstance(source, int) and scene.medium("image", source) and not named(text, "image")
    return [
        scene.call(
            "change_angle",
            {
                "description": view,
                "sourceImageIndex": source if known else index,
                **values.size_in(text),
            },
            f"image {index}",
        )
        for view in _views(text, before, _had(scene))
    ]


def _had(scene: Scene) -> list[str]:
    """The sides asked for in this conversation, newest first."""
    told = [str(one.arguments.get("description") or "") for one in scene.turn.past]
    return [side for text in told for side in _ROUND if text.startswith(side)]


def _views(text: str, before: str, had: Sequence[str]) -> list[str]:
    """Where the camera is to be, in the words the tool knows; `before`: the view the picture is, empty for none."""
    height = first_of(_HEIGHTS, text)
    near = first_of(_NEARS, text)
    sides = [one for pattern, one in _SIDES if re.search(pattern, text, re.I)][:4]
    kept = next((side for side in _ROUND if before.startswith(side)), "")
    usual = kept or ("front view" if height or near else _ROUND[0])
    if _THE_OTHER.search(text):
        sides = [_OPPOSITE[had[0]] if had else "back view"]
    elif not sides and _ANOTHER.search(text):
        usual = next((side for side in _ROUND if side not in had), _ROUND[0])
    rest = f"{height or 'eye-level shot'} {near or 'medium shot'}"
    return [f"{side} {rest}" for side in sides or [usual]]


def _sides_out(text: str) -> str:
    return re.sub(
        r"\bthe (?:left|right|front|back|rear|top|other side|side|opposite side)\b",
        "",
        text,
        flags=re.I,
    )
