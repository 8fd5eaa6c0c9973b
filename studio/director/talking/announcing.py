"""The sentence before the work: what will be made."""

import re
from typing import Any

from studio.director.plan import (
    Step,
    sentence_list,
    short,
)
from studio.director.reading import Turn
from studio.director.talking.deeds import deed_of

NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen",
)  # fmt: skip

_BEFORE = {
    "remove_background": "I will take the background off {subject}.",
    "image_to_3d": "I will make a 3D model from {subject}.",
    "generate_video": "I will film this: {subject}.",
    "orbit_video": "The camera will go once round what {subject} shows.",
    "dance_montage": "I will make the {subject} dance.",
    "stitch_video": "I will join {subject}.",
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
"""What a sentence can go on with; else it is told as it was said: "snow on the roofs"."""

_WORK = re.compile(
    r"(?:logo|poster|flyer|banner|menu|sticker|postcard|invitation|birthday card|portrait|picture|photo|painting|"
    r"drawing|cartoon|mural|badge|label) (?:of|for|with|showing|that)\b",
    re.I,
)
"""A work that is named without its article: "logo for a shop"."""

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
        return _all_of_them(_BEFORE[step.tool].format(subject=names).removesuffix("."), count)
    if deed := deed_of(step):
        return _all_of_them(deed, count)
    if step.look:
        return _ended(
            f"First the looks of the film, {_number(count)} pictures: {short(step.subject)}"
        )
    if "sourceImageIndex" in step.arguments and count == 1:
        names = sentence_list([short(one.subject, 120) for one in (step, *step.also)])
        return _ended(f"I will change {names}")
    if step.also:
        names = sentence_list([one.subject for one in (step, *step.also)])
        return _ended(f"I will make {_number(1 + len(step.also))} pictures: {names}")
    if count > 1:
        return _ended(
            f"I will make {_number(count)} different versions of {short(step.subject, 90)}"
        )
    if again := re.match(r"(image \d+): (?=.)", step.subject):
        rest = short(step.subject[again.end() :], 110)
        return _ended(f"I will make {again.group(1)} once more: {rest}")
    subject = short(step.subject, 120)
    if _WORK.match(subject):
        return _ended(f"I will make a {subject}")
    return _ended(
        f"I will make {subject}" if _WITH_ARTICLE.match(subject) else f"I will make this: {subject}"
    )


def _ended(sentence: str) -> str:
    """With its full stop; one that was cut short ends in dots already."""
    return sentence if sentence.rstrip('"”').endswith("…") else f"{sentence}."


def _all_of_them(sentence: str, count: int) -> str:
    several = f" There will be {_number(count)} of them." if count > 1 else ""
    return _ended(sentence) + several


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
