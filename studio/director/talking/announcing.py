"""The sentence before the work: what will be made."""

import re
from typing import Any

from studio.director.plan import (
    Step,
    sentence_list,
    short,
)
from studio.director.reading import Turn

NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen",
)  # fmt: skip

_BEFORE = {
    "edit_image": "I will change {subject}.",
    "apply_style": "I will give {subject} its new style.",
    "restore_photo": "I will restore the photo: scratches, noise and fading.",
    "refine_result": "I will refine {subject}.",
    "change_angle": "I will show {subject} from another side.",
    "upscale_image": "I will enlarge {subject}.",
    "upscale_video": "I will enlarge {subject}.",
    "remove_background": "I will cut out {subject}.",
    "segment_image": "I will select {subject}.",
    "image_to_3d": "I will make a 3D model of {subject}.",
    "generate_video": "I will film this: {subject}.",
    "orbit_video": "The camera will go round {subject}.",
    "dance_montage": "I will make the dance, {subject}.",
    "video_to_video": "I will make {subject} into what you describe.",
    "stitch_video": "I will join {subject}.",
    "extend_video": "I will let {subject} go on.",
    "replace_video_segment": "I will make {subject} new.",
    "overlay_video": "I will put that on {subject}.",
    "add_subtitles": "I will add the subtitles to {subject}.",
    "generate_music": "I will make the music: {subject}.",
    "generate_speech": "I will have it read: {subject}.",
    "enhance_prompt": "I will work on that prompt.",
    "compose_lyrics": "I will write the lyrics: {subject}.",
    "compose_instrumental": "I will outline the piece: {subject}.",
    "compose_script": "I will write the script: {subject}.",
    "compose_workflow": "I will draft the plan: {subject}.",
    "compose_workflow_template": "I will draft the template: {subject}.",
}

_OF_MINE = (
    (r"\bmy\b", "your"), (r"\bour\b", "your"), (r"\b(?:mine|ours)\b", "yours"), (r"\b(?:me|us)\b", "you"),
    (r"\b(?:i|we)(?:['’]m|['’]re| am| are)\b", "you are"), (r"\b(?:i|we)\b", "you"),
)  # fmt: skip
_WITH_ARTICLE = re.compile(
    r"(?:an?|the|my|your|our|his|her|their|some|this|that|image|\d+)\b", re.I
)
"""What a sentence can go on with; else it is quoted as it was said: "logo for a shop"."""


_AN = re.compile(
    r"\b([Aa])(?= (?:(?:[ai]|o(?!ne\b)|e(?!u)|u(?:mb|gl|lt|nd|nk|rb|rg|rn|ps))[a-z]|"
    r"(?:hours?|honest|honou?r\w*|heir\w*)\b))"
)
_A = re.compile(r"\b([Aa])n(?= (?:one\b|uni[cfoqtv]|eu|[bcdfgjklmnpqrstvwyz][aeiou]))")
"""Articles as people slip with them, put right when their words are said back."""


def announced(step: Step, turn: Turn) -> str:
    """One sentence before the work, and what could not be taken as it was said."""
    notes = list(dict.fromkeys(note for one in (step, *step.also) for note in one.notes))
    said = _sentence(step)
    ours = "I will " if said.startswith("I will ") else ""
    told = _A.sub(r"\1", _AN.sub(r"\1n", spoken_back(said.removeprefix(ours))))
    return " ".join([ours + told, *notes])


def spoken_back(text: str) -> str:
    """The words of a person as one says them back to them: "my cat" is "your cat". What is quoted stays."""
    parts = re.split(r"([\"“][^\"”]*[\"”])", text)
    for pattern, word in _OF_MINE:
        parts = [
            part if place % 2 else re.sub(pattern, word, part, flags=re.I)
            for place, part in enumerate(parts)
        ]
    return "".join(parts)


def _sentence(step: Step) -> str:
    if step.remade:
        return _once_more(step)
    if step.tool == "sound_to_video":
        return _to_song(step)
    if step.tool == "animate_photo":
        seconds = step.arguments.get("duration")
        names = sentence_list(list(dict.fromkeys(one.subject for one in (step, *step.also))))
        return f"I will bring {names} to life" + (
            f" for {_told(seconds)} seconds." if seconds else "."
        )
    if step.tool == "stitch_video" and len(step.arguments["videoIndices"]) == 1:
        return f"I will put audio {step.arguments.get('audioIndex')} under {step.subject}."
    count = step.count
    if step.tool in _BEFORE:
        names = sentence_list(list(dict.fromkeys(one.subject for one in (step, *step.also))))
        several = f" There will be {_number(count)} of them." if count > 1 else ""
        said = _BEFORE[step.tool].format(subject=names)
        if step.tool == "restore_photo" and "Add natural colours" in step.arguments["prompt"]:
            said = f"{said[:-1]}, and add colour."
        return said + several
    if step.look:
        return _ended(
            f"First the look of the film: {_number(count)} pictures to choose from, {short(step.subject)}"
        )
    if "sourceImageIndex" in step.arguments and count == 1:
        names = sentence_list([short(one.subject, 120) for one in (step, *step.also)])
        return _ended(f"I will change {names}")
    if step.also:
        others = " and ".join(one.subject for one in step.also)
        return f"{_number(1 + len(step.also)).capitalize()} pictures, side by side: {step.subject}, and {others}."
    if count > 1:
        return f"Here come {_number(count)} versions of {short(step.subject)}, each different."
    if again := re.match(r"(image \d+): (?=.)", step.subject):
        rest = short(step.subject[again.end() :], 110)
        return _ended(f"I will make {again.group(1)} once more: {rest}")
    subject = short(step.subject, 120)
    return _ended(
        f"I will make {subject}" if _WITH_ARTICLE.match(subject) else f"I will make this: {subject}"
    )


def _ended(sentence: str) -> str:
    """With its full stop; one that was cut short ends in dots already."""
    return sentence if sentence.endswith("…") else f"{sentence}."


def _once_more(step: Step) -> str:
    told = step.arguments
    seconds, start, shape = (told.get(one) for one in ("duration", "audioStart", "aspectRatio"))
    picture = told.get("sourceImageIndex") if seconds or step.subject.startswith("video") else None
    rows = (
        f", in {shape}" if shape else "",
        f", {_told(seconds)} seconds long" if seconds else "",
        f", from second {float(start):.0f} of the sound" if start is not None else "",
        f", from image {picture}" if picture is not None else "",
        f", {_number(step.count)} of them" if step.count > 1 else "",
    )
    change = f": {short(step.change, 80)}" if step.change else ""
    return _ended(f"I will make {short(step.subject, 120)} once more{''.join(rows)}{change}")


def _told(seconds: Any) -> str:
    """A length as people say it: tenths matter in short ones only."""
    return f"{float(seconds):.0f}" if float(seconds) >= 10 else f"{float(seconds):g}"


def _number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def _to_song(step: Step) -> str:
    look = step.arguments.get("sourceImageIndex")
    length = float(step.arguments.get("duration", 30))
    ending = f", in the look of image {look}." if look is not None else "."
    return f"Now the film: {length:.0f} seconds cut on the beat of {step.subject}{ending}"
