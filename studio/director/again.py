"""Something made once more, with a change: from its own call, where the conversation still has it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from studio.director import values
from studio.director.angles import ANGLE, names_a_side
from studio.director.motion import USUAL
from studio.director.pictures import size_for
from studio.director.plan import Found, Scene, Unclear
from studio.director.pointing import meant, missing, named
from studio.director.restyling import STYLE
from studio.director.saying import EDGES, Clause
from studio.director.seeking import about
from studio.director.subjects import (
    branched,
    change_in,
    merged,
    sized_out,
    subject_of,
    without_length,
)

AGAIN = re.compile(
    r"\b(again|once more|one more(?: time)?$|one more time|another (?:one|version|take|try|go|round)|redo|re-?do|"
    r"repeat|retry|re-?roll|re-?make|"
    r"re-?generate|re-?draw|(?:\d+|two|three|four|five|six) more$|same(?: (?:thing|one|picture|image|video|song|"
    r"again))?|try (?:it |that )?again|the "
    r"same but|one more$|more of (?:these|those|them|this|that|it|the)|"
    r"more like (?:this|that|it|the))\b|\banother (?:picture|image|photo|video|clip|film|song|track)(?=,? but\b)",
    re.I,
)
_REFERS = re.compile(r"^(?:the|and the) (?:first|second|third|fourth|fifth|last)\b.*\bbut\b", re.I)
_BUT = re.compile(
    r"^.*?\b(?:but|only|just|this time|except|now with|instead)\b[\s,]*(?:with )?(?:the )?", re.I
)
_SMALL = re.compile(
    r"\b(?:longer|shorter|slower|faster|a bit|a little|much|twice as long|half as long)\b", re.I
)
SHORTEST_S = 2.0


def again(clause: Clause, scene: Scene) -> Found:
    """ "Again but at night", "another one", "video 0 again but slower"."""
    text = clause.bare
    if not AGAIN.search(text) and not _REFERS.match(text):
        return None
    if re.search(r"\b(?:everything|rest|all|else|otherwise)\b[\w ]{0,12}\bthe same\b", text, re.I):
        return None
    if re.search(
        r"\b(?:add|put|draw|paint|make|give) (?:another|the same) (?!one|version|take|try|picture|image|video|"
        r"song)\w+",
        text,
        re.I,
    ):
        return None
    kind = about(clause, scene, ("image", "video", "audio"))
    if kind == "image" and values.seconds_in(text) and scene.now("video"):
        kind = "video"  # only a film has a length
    if not kind or (kind == "image" and _another_way(text)):
        return None
    if kind == "video" and STYLE.search(text) and scene.offers("video_to_video"):
        return None  # a film in another style is that film changed
    question = missing(text, scene, kind)
    if question is not None:
        return question
    found = meant(re.split(r"\bbut\b", text)[0] or text, scene, kind)
    if isinstance(found, Unclear):
        return found if re.search(r"\d", text) else None
    if not found:
        return None
    if kind == "video":
        return film(clause, scene, found[0])
    return song(clause, scene, found[0]) if kind == "audio" else picture(clause, scene, found[0])


def _another_way(text: str) -> bool:
    """The same picture in another style or from another side is that picture changed."""
    restyled = re.search(
        r"^(?:redo|re-?make|re-?draw)\b.{2,40}\b(?:as|in|like|into)\b", text, re.I
    ) and STYLE.search(text)
    return bool(
        restyled
        or (
            ANGLE.search(text)
            and (names_a_side(text) or not re.search(r"\b(?:again|another|more)\b", text, re.I))
        )
    )


def picture(clause: Clause, scene: Scene, index: int) -> Found:
    """A picture's words once more; an edit is made once more from its source."""
    known = scene.medium("image", index)
    past = _past(scene, "image", index)
    if past is not None and past.tool != "generate_image" and scene.offers(past.tool):
        change = _change(clause)
        arguments = {**_kept(past.arguments), **values.size_in(clause.bare)}
        if "prompt" in arguments and change:
            arguments["prompt"] = merged(str(arguments["prompt"]), change)
        return [replace(scene.call(past.tool, arguments, f"image {index}, once more"), remade=True)]
    told = dict(past.arguments) if past else {}
    prompt, count = _drawn_before(clause, known.prompt if known else "", told)
    if not prompt or not scene.offers("generate_image"):
        return None
    prompt = (
        merged(prompt, _change(clause)) if count == 1 else _branch_kept(prompt, _change(clause))
    )
    size = (
        values.size_in(clause.bare)
        or {n: told[n] for n in ("width", "height", "aspectRatio") if n in told}
        or size_for("", scene)
    )
    wanted: dict[str, Any] = {
        "prompt": branched(prompt, count),
        "numberOfVariations": count if count > 1 else None,
        "negativePrompt": told.get("negativePrompt"),
        **size,
    }
    return [replace(scene.call("generate_image", wanted, prompt), remade=True)]


def _drawn_before(clause: Clause, prompt: str, told: Mapping[str, Any]) -> tuple[str, int]:
    """The words to draw from and how many: all versions of the call `told`, unless one of them is meant."""
    count = values.count_in(clause.bare)
    one = named(clause.bare, "image") or re.search(
        r"\bthe (first|second|third|fourth|last)\b|\b(another|one more|one)\b", clause.bare, re.I
    )
    if not told or one or count > 1:
        return prompt, count
    return str(told.get("prompt") or prompt), int(told.get("numberOfVariations") or 1)


def _branch_kept(prompt: str, change: str) -> str:
    head, brace, branches = prompt.partition("{")
    if not brace:
        return merged(prompt, change)
    return f"{merged(head.rstrip(' ,'), change)}, {{{branches}"


def film(clause: Clause, scene: Scene, index: int) -> Found:
    """A film made once more: slower, longer, at night. Its sources stay."""
    known = scene.medium("video", index)
    past = _past(scene, "video", index)
    length = _length(clause, known.seconds if known else None)
    change = _change(clause)
    if past is None or not scene.offers(past.tool):
        return _film_anew(scene, index, _reworded(change, known.prompt if known else ""), length)
    arguments: dict[str, Any] = {**_kept(past.arguments), **values.size_in(clause.bare)}
    if length is not None:
        arguments["duration"] = length
    if "prompt" in arguments or change:
        arguments["prompt"] = _reworded(
            change or _pace_words(clause), str(arguments.get("prompt") or "")
        )
    return [replace(scene.call(past.tool, arguments, f"video {index}"), remade=True)]


def longer(clause: Clause, scene: Scene, index: int) -> Found:
    """A film made once more with more time, where none can be let go on."""
    seconds = values.seconds_in(clause.bare)
    words = f"{seconds:g} seconds longer" if seconds else "longer"
    return film(Clause(words, words), scene, index)


def _film_anew(scene: Scene, index: int, prompt: str, length: float | None) -> Found:
    """A film whose call the conversation has forgotten: from the newest picture, else from its words."""
    known = scene.medium("video", index)
    arguments: dict[str, Any] = {
        "prompt": prompt,
        "duration": length or (known.seconds if known else None),
    }
    pictures = [one for one in scene.now("image") if one.index >= 0] or scene.now("image")
    if pictures and scene.offers("animate_photo"):
        arguments["sourceImageIndex"] = pictures[-1].index
        return [replace(scene.call("animate_photo", arguments, f"video {index}"), remade=True)]
    if known and known.prompt and scene.offers("generate_video"):
        return [replace(scene.call("generate_video", arguments, f"video {index}"), remade=True)]
    return Unclear(f"From which picture shall I make video {index} again?")


def song(clause: Clause, scene: Scene, index: int) -> Found:
    """A song or a reading made once more."""
    known = scene.medium("audio", index)
    past = _past(scene, "audio", index)
    tool = past.tool if past else "generate_music"
    if not scene.offers(tool) or (past is None and not (known and known.prompt)):
        return None
    arguments: dict[str, Any] = _kept(past.arguments) if past else {}
    arguments.setdefault("prompt", known.prompt if known else "")
    length = _length(clause, known.seconds if known else None)
    if length is not None:
        arguments["duration"] = length
    if tempo := values.bpm_in(clause.bare):
        arguments["bpm"] = tempo
    if key := values.key_in(clause.text):
        arguments["keyscale"] = key
    if tool == "generate_music":
        change = values.KEY.sub("", values.BPM.sub("", _change(clause))).strip(EDGES)
        arguments["prompt"] = merged(str(arguments["prompt"]), change)
    return [replace(scene.call(tool, arguments, f"audio {index}"), remade=True)]


def resung(clause: Clause, scene: Scene) -> Found:
    """ "Make the song longer", "slower", "in D minor": the song that is meant, made anew."""
    text = clause.bare
    if about(clause, scene, ("audio", "video", "image")) != "audio" or not scene.now("audio"):
        return None
    if not re.match(
        r"^(?:make|do|change|turn|play|give|keep|with(?:out)?|no|a (?:bit|little)|much|more|less|longer|shorter|"
        r"slower|faster|in )\b",
        text,
        re.I,
    ):
        return None
    if re.match(r"^(?:make|give|do|play)\s(?:me\s)?(?:an?|some|another)\b", text, re.I):
        return None
    if re.match(r"^(?:with(?:out)?|no)\b", text, re.I) and (
        scene.newest_kind(("image", "video", "audio")) != "audio"
    ):
        return None
    found = meant(text, scene, "audio")
    if isinstance(found, Unclear):
        return found
    return song(clause, scene, found[0]) if found else None


def resized(clause: Clause, scene: Scene) -> Found:
    """ "In 9:16", "vertical": the newest picture or film made anew in that shape."""
    subject = subject_of(clause.bare)
    if not values.size_in(clause.bare) or not re.fullmatch(
        r"(?:it|this|that|them)?(?: (?:into )?(?:landscape|portrait))?", subject, re.I
    ):
        return None
    kind = scene.newest_kind(("image", "video"))
    found = meant(clause.bare, scene, kind) if kind else []
    if (
        not isinstance(found, list)
        or not found
        or re.match(r"(?:an?|draw|make (?!it\b|this\b|that\b|them\b))\b", clause.bare, re.I)
    ):
        return None
    again_ = Clause(f"again {clause.text}", f"again {clause.bare}")
    return film(again_, scene, found[0]) if kind == "video" else picture(again_, scene, found[0])


def _past(scene: Scene, kind: str, index: int) -> Any:
    here = [call for one in scene.turn.rounds if one.ok for call in one.calls]
    before = [one for one in scene.turn.past if one not in here]
    return next((one for one in before if (kind, index) in one.made), None)


def _kept(arguments: Any) -> dict[str, Any]:
    """A call's own arguments without what must differ."""
    return {name: value for name, value in arguments.items() if name != "seed"}


def _length(clause: Clause, seconds: float | None) -> float | None:
    told, factor = values.seconds_in(clause.bare), values.pace_in(clause.bare)
    if told is not None:
        if re.search(r"\b(?:longer|more)\b", clause.bare, re.I) and seconds:
            return seconds + told
        return told
    if factor == 1.0:
        return None
    return round(max((seconds or 5.0) * factor, SHORTEST_S), 1)


def _pace_words(clause: Clause) -> str:
    found = re.search(r"\b(slower|faster)\b", clause.bare, re.I)
    return found.group(1).lower() if found else ""


def _change(clause: Clause) -> str:
    """The words of the change alone."""
    text = clause.text
    if re.search(r"\b(but|only|just|this time|except)\b", text, re.I):
        text = _BUT.sub("", text, count=1)
    elif with_ := re.search(
        r"\b(?:again|one|more|version|same(?: \w+)?)\b[\s,]{0,3}((?:with|without|at|in|as|from)\b(?s:.+))$",
        text,
        re.I,
    ):
        text = with_.group(1)
    elif AGAIN.search(text):
        text = AGAIN.sub("", text)
    text = change_in(Clause(without_length(sized_out(text)), ""))
    text = _SMALL.sub(
        "", re.sub(r"\b(?:please|more time|of|like|one|version|time)\b\s?$", "", text, flags=re.I)
    )
    text = re.sub(
        r"^(?:the|a|an|of|like|from|to|that|and|same|make|do|it)\b\s?(?=$)|^(?:please\s)?(?:make|do|give)\b\s?",
        "",
        " ".join(text.split()).strip(EDGES),
        flags=re.I,
    )
    words = re.sub(
        r"^(?:up|down|instead)\b|\b(?:up|down|instead)$", "", text.strip(EDGES), flags=re.I
    ).strip(EDGES)
    return (
        ""
        if re.fullmatch(
            r"(?:(?:the|a|an|of|like|for|to|me|us|same|picture|image|video|film|clip|song|it|this|that|them|try|"
            r"thing|version|second|first|third|last|more|be)\b\s?)*",
            words,
            re.I,
        )
        else words
    )


def _reworded(change: str, prompt: str) -> str:
    if not change or change.lower() in prompt.lower():
        return prompt or USUAL
    return f"{change}, {prompt}" if prompt else change
