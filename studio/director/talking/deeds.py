"""What a call will do, told by its arguments: what changes, how large it will be, from which side it is seen."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from studio.director.plan import Step, sentence_list, short

_SIDES = {
    "front view": "from the front",
    "back view": "from behind",
    "left side view": "from the left",
    "right side view": "from the right",
    "front-left quarter view": "from the front left",
    "front-right quarter view": "from the front right",
    "back-left quarter view": "from the back left",
    "back-right quarter view": "from the back right",
}
_HEIGHTS = {
    "low-angle shot": "from below",
    "elevated shot": "from a little above",
    "high-angle shot": "from above",
}
_TIMES = {2: "twice", 3: "three times", 4: "four times"}
_MOST = 110
Arguments = Mapping[str, Any]


def deed_of(step: Step) -> str:
    """The sentence on a step whose arguments say more than its subject; empty for all other steps."""
    told = _DEEDS.get(step.tool)
    steps = (step, *step.also)
    names = sentence_list(list(dict.fromkeys(one.subject for one in steps)))
    return told(names, [one.arguments for one in steps]) if told else ""


def _changed(names: str, calls: Sequence[Arguments]) -> str:
    return f"I will change {names}{_in_words(calls)}"


def _styled(names: str, calls: Sequence[Arguments]) -> str:
    return f"I will give {names} another style{_in_words(calls)}"


def _restored(names: str, calls: Sequence[Arguments]) -> str:
    coloured = any("Add natural colours" in str(one.get("prompt")) for one in calls)
    told = "I will restore the photo: scratches, noise and fading"
    return f"{told}. Colours cannot be added here" if coloured else told


def _refined(names: str, calls: Sequence[Arguments]) -> str:
    return f"I will refine {names}{_in_words(calls)}"


def _filmed_anew(names: str, calls: Sequence[Arguments]) -> str:
    other = calls[0].get("replacementVideoIndex")
    if other is not None:
        return f"I will put video {other} in the place of {names}"
    return f"I will film {names} anew{_in_words(calls)}"


def _remade(names: str, calls: Sequence[Arguments]) -> str:
    if shape := calls[0].get("outpaintAspectRatio"):
        return f"I will widen {names} to {shape}"
    return f"I will remake {names}{_in_words(calls)}"


def _in_words(calls: Sequence[Arguments]) -> str:
    """The change as it was ordered, where it is one for all of them."""
    orders = list(dict.fromkeys(short(str(one.get("prompt") or ""), _MOST) for one in calls))
    return f": {orders[0]}" if len(orders) == 1 and orders[0] else ""


def _enlarged(names: str, calls: Sequence[Arguments]) -> str:
    edge, scale = calls[0].get("targetLongestEdge"), calls[0].get("scale")
    if edge:
        size = f" to {edge} pixels on the longer side"
    else:
        size = f" to {_TIMES[int(scale)]} its size" if scale in _TIMES else ""
    return f"I will enlarge {names}{size}"


def _film_enlarged(names: str, calls: Sequence[Arguments]) -> str:
    lines = calls[0].get("targetResolution")
    return f"I will enlarge {names}" + (f" to {lines}p" if lines else "")


def _turned(names: str, calls: Sequence[Arguments]) -> str:
    views = list(dict.fromkeys(_view(str(one.get("description") or "")) for one in calls))
    return f"I will show {names} {sentence_list(views)}"


def _view(description: str) -> str:
    """ "from the left and from above", of the words the tool knows."""
    side = next((said for word, said in _SIDES.items() if description.startswith(word)), "")
    height = next((said for word, said in _HEIGHTS.items() if word in description), "")
    if height and description.startswith("front view"):
        return height
    return ", ".join(part for part in (side, height) if part) or "from another side"


def _continued(names: str, calls: Sequence[Arguments]) -> str:
    seconds = calls[0].get("duration")
    return f"I will let {names} go on" + (f" for {float(seconds):g} seconds" if seconds else "")


def _laid_over(names: str, calls: Sequence[Arguments]) -> str:
    rows = calls[0].get("overlays")
    laid = [_layer(row) for row in rows if isinstance(row, Mapping)] if rows else []
    what = sentence_list([one for one in laid if one]) or "that"
    return f"I will put this on {names}: {what}" if laid else f"I will put that on {names}"


def _layer(row: Arguments) -> str:
    if row.get("text"):
        return f"“{short(str(row['text']), 40)}”"
    source = row.get("sourceImageIndex")
    return f"image {source}" if source is not None else "the picture"


def _selected(names: str, calls: Sequence[Arguments]) -> str:
    deed = "cut out" if calls[0].get("applyMask") else "select"
    what = str(calls[0].get("text") or "")
    named = what[:1].isupper() or what.lower().startswith(_DETERMINED)
    return f"I will {deed} {'' if named else 'the '}{names}"


_DETERMINED = (
    "the ",
    "a ",
    "an ",
    "my ",
    "our ",
    "all ",
    "every ",
    "each ",
    "this ",
    "that ",
    "his ",
    "her ",
    "their ",
)
_DEEDS: dict[str, Callable[[str, Sequence[Arguments]], str]] = {
    "restore_photo": _restored,
    "edit_image": _changed,
    "apply_style": _styled,
    "refine_result": _refined,
    "change_angle": _turned,
    "upscale_image": _enlarged,
    "upscale_video": _film_enlarged,
    "segment_image": _selected,
    "video_to_video": _remade,
    "extend_video": _continued,
    "replace_video_segment": _filmed_anew,
    "overlay_video": _laid_over,
}
