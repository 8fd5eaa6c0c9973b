"""The same subject seen from another side."""

import re
from collections.abc import Sequence

from studio.director.families.once_more.newest import newest_deed
from studio.director.families.pictures.edits import changed
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.continuing import bared
from studio.director.language.viewpoints import (
    HEIGHTS,
    NEARS,
    ONLY_SEEN_FROM,
    names_a_view,
    names_its_side,
    sides_in,
    tells_more_than_a_view,
    told_apart,
)
from studio.director.plan import Found, Scene, Step, Unclear, Unsupported, side_by_side
from studio.director.references.pointing import meant, named
from studio.director.references.topic import about, first_of, refers

MOST_VIEWS = 4  # of one picture at once
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
    if (
        not (_AGAIN_FROM.match(text) or ONLY_SEEN_FROM.match(text))
        or scene.newest_kind(("image", "video")) != "image"
    ):
        return None
    if not scene.offers("change_angle"):
        return None
    indices = meant("it", scene, "image")
    if isinstance(indices, Unclear):
        return indices
    calls = [call for index in indices for call in _seen_from(text, scene, index)]
    return side_by_side(calls) if calls else None


def elsewhere(clause: Clause, scene: Scene) -> Found:
    """Whoever is on the newest picture at another place or doing something else, and from where it is seen."""
    text = clause.text.strip(" .!?")
    if not tells_more_than_a_view(text) or scene.newest_kind(("image", "video")) != "image":
        return None
    if not (scene.offers("edit_image") or scene.offers("refine_result")) or scene.steps:
        return None
    return changed(clause, scene, ("edit_image", "refine_result"))


def turned(clause: Clause, scene: Scene) -> Found:
    """The same subject seen from another side; several sides are several calls."""
    text = clause.bare
    beside = newest_deed(scene, "change_angle") and _NEXT_SIDE.match(bared(text))
    alone = bool(
        beside
        or (scene.now("image") and (_SIDE_ALONE.match(text) or names_its_side(text.strip(" .!?"))))
    )
    if not (alone or names_a_view(text)) or about(clause, scene) != "image":
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
    told = f"from {text}" if _SIDE_ALONE.match(text) and not names_a_view(text) else text
    return side_by_side([call for index in indices for call in _seen_from(told, scene, index)])


def names_a_side(text: str) -> bool:
    """Whether it says from where, not only that it should be elsewhere."""
    return bool(sides_in(text)) and not _THE_OTHER.search(text)


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
    apart = told_apart(text)
    if len(apart) > 1:
        views = [view for one in apart for view in _views(one, before, had)]
        return list(dict.fromkeys(views))[:MOST_VIEWS]
    height = first_of(HEIGHTS, text)
    near = first_of(NEARS, text)
    sides = sides_in(text)[:MOST_VIEWS]
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
