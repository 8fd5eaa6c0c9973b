"""What a film order may come with: how many pictures, films and sounds, which of them, and what goes together."""

from collections.abc import Callable, Mapping
from typing import Any

from studio.catalogue import Model
from studio.catalogue.video_families import Family
from studio.catalogue.video_vendors import taken_by_h3
from studio.projects.orders.film_inputs import URLS, addresses, counts, pinned

MOST_KEYFRAMES = 8
_SINGLE = ("referenceImage", "referenceImageEnd", "referenceAudio", "referenceVideo", "referenceMask")  # fmt: skip
_TASKS = ("reference", "edit", "extend")
Frame = Mapping[str, Any]


def _has(frame: Frame, slot: str) -> bool:
    return frame.get(f"has{slot[0].upper()}{slot[1:]}") is True


def _framed(frame: Frame) -> bool:
    return _has(frame, "referenceImage") or _has(frame, "referenceImageEnd")


def _addressed(model: Model, family: Family, frame: Frame) -> str:
    for name in URLS.values():
        given = frame.get(name)
        if given is None:
            continue
        if family.h3:
            return f"MiniMax H3 takes uploads, no {name}."
        if not isinstance(given, list) or any(not isinstance(one, str) or not one for one in given):
            return f"{name} is a list of addresses."
    if frame.get("referenceFileURL") or frame.get("referenceLinkURL"):
        return "This studio opens no documents and no pages of the web."
    return ""


def _number(model: Model, family: Family, frame: Frame) -> str:
    return family.references.passed(*counts(frame)).format(model.name)


def _keyframes(model: Model, family: Family, frame: Frame) -> str:
    count = pinned(frame)
    if not count:
        return ""
    if not family.h3 or model.workflow == "t2v":
        return f"{model.name} takes no keyframes."
    if count > MOST_KEYFRAMES:
        return f"Keyframes: {MOST_KEYFRAMES} at most, not {count}."
    frames, places = frame.get("frames"), frame.get("keyframeFrameIndices")
    if not isinstance(frames, int):
        return "Keyframes need the number of frames."
    whole = isinstance(places, list) and all(type(one) is int for one in places)
    if not whole or len(places or ()) != count or len(set(places or ())) != count:
        return "keyframeFrameIndices holds one frame for each keyframe, all of them different."
    if not all(1 <= one <= frames - 2 for one in places or ()):
        return f"Keyframes are at frames 1 to {frames - 2}, between the first and the last."
    return ""


def _seedance(model: Model, family: Family, frame: Frame) -> str:
    if family.name not in ("seedance", "seedance25"):
        return ""
    task = frame.get("seedanceTaskType")
    pictures, films, sounds = counts(frame)
    if family.name == "seedance":
        if task is not None:
            return "seedanceTaskType belongs to Seedance 2.5."
        return (
            "" if not sounds or pictures or films else "Sound needs a picture or a film beside it."
        )
    loose = bool(addresses(frame, "image") or films or sounds)
    if task is None:
        return "Loose references need a seedanceTaskType." if loose else ""
    if task not in _TASKS:
        return f"seedanceTaskType is {', '.join(_TASKS)}."
    if _framed(frame):
        return "A first or last frame goes without seedanceTaskType."
    if task != "reference" and not films:
        return f"To {task} needs a reference video."
    return "" if loose else "A reference is needed."


def _wan3(model: Model, family: Family, frame: Frame) -> str:
    if family.name != "wan3":
        return ""
    _, films, sounds = counts(frame)
    loose = bool(addresses(frame, "image") or films or sounds)
    if _has(frame, "referenceMask") or _has(frame, "referenceAudioIdentity"):
        return "Wan 3 takes no mask and no voice."
    if _framed(frame) and loose:
        return "A first or last frame goes without other references."
    enhanced = model.id != "wan3.0-video"
    if _has(frame, "referenceImageEnd") and not _has(frame, "referenceImage") and not enhanced:
        return "A last frame needs a first one."
    if not (str(frame.get("positivePrompt") or "").strip() or loose or _framed(frame)):
        return "Wan 3 needs a prompt or a reference."
    return ""


def _happyhorse(model: Model, family: Family, frame: Frame) -> str:
    if family.name != "happyhorse":
        return ""
    if _has(frame, "referenceImageEnd"):
        return "HappyHorse takes no last frame."
    needs = model.workflow in ("i2v", "r2v") and not counts(frame)[0]
    return f"{model.name} needs a picture." if needs else ""


def _h3(model: Model, family: Family, frame: Frame) -> str:
    if not family.h3:
        return ""
    reference = model.workflow == "r2v"
    for slot in _SINGLE:
        if _has(frame, slot) and slot not in taken_by_h3(model):
            return f"{model.name} takes no {slot}."
    pictures, films, _ = counts(frame)
    numbered = any(
        frame.get(f"has{name}{number}") is True
        for name, most in (("ContextImage", 16), ("ReferenceVideo", 3), ("ReferenceAudio", 3))
        for number in range(1, most + 1)
    )
    if _has(frame, "referenceAudioIdentity") or (numbered and not reference):
        return f"{model.name} takes no such references."
    if model.workflow == "i2v" and not _framed(frame):
        return f"{model.name} needs a first or a last frame."
    if reference and not pictures + films:
        return f"{model.name} needs a picture or a film to refer to."
    if frame.get("extendOutput") not in (None, "extended", "continuation"):
        return "extendOutput is extended or continuation."
    return ""


REFERENCES: tuple[Callable[[Model, Family, Frame], str], ...] = (
    _addressed,
    _number,
    _keyframes,
    _seedance,
    _wan3,
    _happyhorse,
    _h3,
)
