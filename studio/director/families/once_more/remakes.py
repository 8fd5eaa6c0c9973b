"""Something made once more, with a change: from its own call, where the conversation still has it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from studio.director.families.films import film_changes
from studio.director.families.films.film_remakes import film_length, remade_film
from studio.director.families.once_more.remake_words import (
    AGAIN,
    change_of,
    kept,
    pace_words,
    past_of,
    reworded,
    words_of,
)
from studio.director.families.pictures import edits
from studio.director.families.pictures.angles import names_a_side
from studio.director.families.pictures.pictures import size_for
from studio.director.families.pictures.redrawing import reshaped
from studio.director.families.songs.song_remakes import song
from studio.director.families.unclear_changes import without_effect
from studio.director.language import values
from studio.director.language.changes import altered, merged
from studio.director.language.clauses import Clause
from studio.director.language.retold import as_shown, order_in, ordered
from studio.director.language.styles import STYLE
from studio.director.language.subjects import subject_of, without_length
from studio.director.language.variations import (
    agreeing,
    branched,
    branches_in,
    edit_ways,
    framing_ways,
)
from studio.director.language.viewpoints import names_a_view
from studio.director.plan import Found, Scene, Step, Unclear
from studio.director.reading import Past
from studio.director.references.naming import by_name
from studio.director.references.pointing import meant, missing, named
from studio.director.references.topic import about

_IN_KINDS = re.compile(r"\b(?:different|various|other|several)\b", re.I)
_REFERS = re.compile(r"^(?:the|and the) (?:first|second|third|fourth|fifth|last)\b.*\bbut\b", re.I)

_ANOTHER_ALIKE = re.compile(  # another thing, painted like the one before
    r"^(?:(?:make|draw|paint|create|do|show)(?: me)? )?an? .{2,60} in the same (?:style|look|colou?rs|mood)$",
    re.I,
)
_OF_ITS_OWN = re.compile(  # who does it again is somebody new: "a man saying it again and again"
    r"(?:an?|two|three|four|some|many) (?:[\w-]+ ){0,3}?[\w-]{2,20}(?<!morn)(?<!even)ing\b", re.I
)
_THE_REST = re.compile(  # what stays of a picture that is changed
    r"\b(?:everything|rest|all|else|otherwise)\b[\w ]{0,12}\bthe same\b|"
    r"^(?:the )?same (?!thing|one|again|but)\w+,? (?:but )?(?:an? )?(?:different|other|new|another)\b",
    re.I,
)


_NOTHING_ELSE = re.compile(
    r"(?:(?:it|this|that|the|an?|clip|video|film|picture|image|photo|song|one|into|landscape|portrait|instead|rather|"
    r"please|use|take|with|only|just|part|chorus|verse|intro|drop|hook|refrain|long|make|do|be|to|for|of|and|but|"
    r"starts?|as|too|also|well|me|have|get|"
    r"starting|version|format|size|in|at)\b[\s,.!]{0,3}){0,12}",
    re.I,
)


_NAMED_ONE = re.compile(r"\b(?:the|that) (?:[\w-]{2,20} ){1,2}?(?:one|version)\b", re.I)
_SHOWN_THERE = re.compile(
    r"\bfor (?:an? |my |our |the )?(?:(?:instagram|insta|facebook|whatsapp|tik ?tok|youtube) )?(?:story|stories|"
    r"reels?|posts?|feed|status|"
    r"shorts?|thumbnails?|tik ?tok|instagram|youtube)\b",
    re.I,
)


def again(clause: Clause, scene: Scene) -> Found:
    """ "Again but at night", "another one", "video 0 again but slower"."""
    text = clause.bare
    if not (AGAIN.search(text) or _REFERS.match(text)) or _something_else(text):
        return None
    kind = about(clause, scene, ("image", "video", "audio"))
    if kind == "image" and values.seconds_in(text) and scene.now("video"):
        kind = "video"  # only a film has a length
    if kind == "audio" and not scene.now("audio") and scene.now("video"):
        kind = "video"  # its sound is meant
    if not kind or (kind == "image" and _another_way(text)):
        return None
    if kind == "video" and STYLE.search(text) and scene.offers("video_to_video"):
        told = f"make it {change_of(clause)}"  # a film in another style is that film changed
        return film_changes.transformed(Clause(told, told), scene)
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


def _something_else(text: str) -> bool:
    """Whether words that speak of again, or of the same, want no deed once more."""
    taken = re.match(r"(?:remove|delete|erase|take|turn|bring|lose)\b.* again$", text, re.I)
    added = re.search(
        r"\b(?:add|put|draw|paint|make|give) (?:another|the same) (?!(?:[\w-]+ ){0,2}one\b|version|take|try|"
        r"picture|image|video|song)\w+",
        text,
        re.I,
    )
    of_its_own = _OF_ITS_OWN.match(text) and not re.search(r"\bbut\b", text, re.I)
    alike = _THE_REST.search(text) or _ANOTHER_ALIKE.match(text)
    return bool(taken or added or of_its_own or alike)


def _another_way(text: str) -> bool:
    """The same picture in another style or from another side is that picture changed."""
    restyled = re.search(
        r"^(?:redo|re-?make|re-?draw)\b.{2,40}\b(?:as|in|like|into)\b", text, re.I
    ) and STYLE.search(text)
    return bool(
        restyled
        or (
            names_a_view(text)
            and (names_a_side(text) or not re.search(r"\b(?:again|another|more)\b", text, re.I))
        )
    )


def picture(clause: Clause, scene: Scene, index: int) -> Found:
    """A picture's words once more; an edit is made once more from its source."""
    known = scene.medium("image", index)
    past = past_of(scene, "image", index)
    if past is not None and past.tool != "generate_image" and scene.offers(past.tool):
        return _changed_again(clause, scene, past, index)
    told = dict(past.arguments) if past else {}
    source = told.get("sourceImageIndex")
    if isinstance(source, int) and scene.medium("image", source):
        return [_edited_again(clause, scene, index, told)]
    chosen = scene.turn.chosen == ("image", index)
    shown = as_shown(words_of(scene, "image", index))
    prompt, count = _drawn_before(clause, shown, told, chosen=chosen)
    if not known or not prompt or not scene.offers("generate_image"):
        return None
    change = change_of(clause)
    size = (
        values.size_in(clause.bare)
        or {n: told[n] for n in ("width", "height", "aspectRatio") if n in told}
        or size_for("", scene)
    )
    wanted: dict[str, Any] = {
        "prompt": altered(prompt, change) if count == 1 else _versions(prompt, change, count),
        "numberOfVariations": count if count > 1 else None,
        "negativePrompt": told.get("negativePrompt"),
        **size,
    }
    step = scene.call("generate_image", wanted, f"image {index}")
    return [replace(step, remade=True, change=change)]


def _changed_again(clause: Clause, scene: Scene, past: Past, index: int) -> Found:
    """A change of a picture once more from its source, in as many versions as are told.

    A cut-out, or a view from another side, has no words to change: so it is changed itself.
    """
    change, count = change_of(clause), values.count_in(clause.bare)
    if change and not scene.takes(past.tool, "prompt"):
        told = Clause(f"make it {change}", f"make it {change}")
        return edits.changed_ones(told, scene, ("edit_image", "refine_result"), [index])
    arguments = {**kept(past.arguments), **values.size_in(clause.bare)}
    if "prompt" in arguments and change:
        arguments["prompt"] = altered(str(arguments["prompt"]), change)
    if count > 1 and "prompt" in arguments:
        order = str(arguments["prompt"])
        arguments["prompt"] = f"{order}, {{{'|'.join(edit_ways(order)[:count])}}}"
    arguments["numberOfVariations"] = count if count > 1 else None
    return [replace(scene.call(past.tool, arguments, f"image {index}"), remade=True)]


def _versions(prompt: str, change: str, count: int) -> str:
    """The same thing several times: as a person listed, else only framed differently."""
    if "{" in prompt:
        return _branch_kept(prompt, change)
    if _IN_KINDS.search(change):
        return branched(altered(prompt, change), count)
    head, listed = branches_in(change, count)
    told = altered(prompt, head if listed else change)
    return f"{told}, {{{'|'.join((listed or framing_ways(told))[:count])}}}"


def _edited_again(clause: Clause, scene: Scene, index: int, told: Mapping[str, Any]) -> Step:
    """A picture that was made from another: made from that once more, the order with the change."""
    size = values.size_in(clause.bare)
    change, count = change_of(clause), values.count_in(clause.bare)
    if size and not change and count == 1:
        return reshaped(scene, index, size)
    shown, order = order_in(words_of(scene, "image", index))
    if not order:
        shown, order = "", shown
    order = merged(order, change)
    if count > 1:
        order = f"{order}, {{{'|'.join(edit_ways(order)[:count])}}}"
    arguments = {**kept(told), "prompt": ordered(shown, order), **size}
    arguments["numberOfVariations"] = count if count > 1 else None
    step = scene.call("generate_image", arguments, f"image {index}")
    return replace(step, remade=True, change=change)


def _drawn_before(
    clause: Clause, prompt: str, told: Mapping[str, Any], *, chosen: bool
) -> tuple[str, int]:
    """The words to draw from and how many: all versions of the call `told`, unless one of them was `chosen` or "
    "is meant."""
    count = values.count_in(clause.bare)
    one = named(clause.bare, "image") or re.search(
        r"\bthe (first|second|third|fourth|last)\b|\b(another|one more|one)\b", clause.bare, re.I
    )
    if not told or one or count > 1 or chosen:
        return prompt, count
    return str(told.get("prompt") or prompt), int(told.get("numberOfVariations") or 1)


def _branch_kept(prompt: str, change: str) -> str:
    head, brace, branches = prompt.partition("{")
    told = altered(head.rstrip(" ,"), change)
    if not brace:
        return told
    ways, end, rest = branches.partition("}")
    return f"{told}, {{{'|'.join(agreeing(told, ways.split('|')))}{end}{rest}"


def film(clause: Clause, scene: Scene, index: int, *, start: float | None = None) -> Found:
    """A film made once more: slower, longer, at night. Its sources stay. `start`: second of its song to begin at."""
    change = change_of(clause)
    index = _under(scene, index) if change else index
    known = scene.medium("video", index)
    past = past_of(scene, "video", index)
    length, notes = film_length(clause, scene, past, known.seconds if known else None)
    if past is None or not scene.offers(past.tool):
        return _film_anew(scene, index, reworded(change, known.prompt if known else ""), length)
    size = values.size_in(clause.bare)
    asked = ((change, "prompt"), (length, "duration"))
    taken = any(told and scene.takes(past.tool, name) for told, name in asked)
    if not size and not taken and any(told for told, _ in asked):
        return without_effect(index)
    arguments: dict[str, Any] = kept(past.arguments)
    if size and not change and (wider := _widened(scene, past.tool, index, size)):
        return wider
    if length is not None:
        arguments["duration"] = length
    start = values.start_in(clause.bare) if start is None else start
    if start is not None and past.tool == "sound_to_video":
        arguments["audioStart"] = start
    pace = pace_words(clause)
    if past.tool == "sound_to_video" and change and pace and pace not in change:
        change = f"{change}, {pace}"
    change = change or pace
    if "prompt" in arguments or change:
        arguments["prompt"] = reworded(change, _shown_in(arguments, past.tool, scene))
    return remade_film(scene, past.tool, arguments, index, size=size, change=change, notes=notes)


def _shown_in(arguments: Mapping[str, Any], tool: str, scene: Scene) -> str:
    """The words a film was made by; of a picture that was only gone round, those of the picture."""
    told, source = str(arguments.get("prompt") or ""), arguments.get("sourceImageIndex")
    if told or tool != "orbit_video" or not isinstance(source, int):
        return told
    return as_shown(words_of(scene, "image", source))


def _under(scene: Scene, index: int) -> int:
    """The film under all that was laid on it by calls that have no words to change; the same where they go round."""
    seen: list[int] = []
    at: int | None = index
    while at is not None and at not in seen:
        seen.append(at)
        past = past_of(scene, "video", at)
        laid = past and scene.offers(past.tool) and not scene.takes(past.tool, "prompt")
        at = _laid_on(past) if past and laid else None
    return seen[-1] if at is None else index


def _laid_on(past: Past) -> int | None:
    """The film that a call only put something on or under, or enlarged; None where it joined several."""
    joined = past.arguments.get("videoIndices")
    source = joined[0] if isinstance(joined, list) and len(joined) == 1 else None
    told = past.arguments.get("sourceVideoIndex", source)
    return told if isinstance(told, int) else None


def _widened(scene: Scene, tool: str, index: int, size: Mapping[str, Any]) -> list[Step]:
    """A film whose own tool takes no shape, brought to one on a larger canvas; empty for all others."""
    shaped = any(scene.takes(tool, name) for name in ("aspectRatio", "ratio"))
    shape = size.get("aspectRatio")
    if shaped or not shape or not scene.takes("video_to_video", "outpaintAspectRatio"):
        return []
    known = scene.medium("video", index)
    arguments = {
        "videoSourceIndex": index,
        "prompt": (known.prompt if known else "") or "the scene goes on beyond its edges",
        "controlMode": "outpaint",
        "outpaintAspectRatio": shape,
    }
    return [scene.call("video_to_video", arguments, f"video {index}")]


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


def resized(clause: Clause, scene: Scene) -> Found:
    """ "In 9:16", "10 seconds", "from 0:42": the newest picture, film or song made anew, with nothing else "
    "changed."""
    if re.match(r"(?:an?|draw|make (?!it\b|this\b|that\b|them\b))\b", clause.bare, re.I):
        return None
    size = values.size_in(clause.bare)
    start, length = values.start_in(clause.bare), values.seconds_in(clause.bare)
    kinds = (
        ("video",) if start is not None else ("video", "audio") if length else ("image", "video")
    )
    kind = scene.newest_kind(kinds)
    if (
        not kind
        or not (size or start is not None or length)
        or not _only_settings(_unnamed(clause.text, scene, kind))
    ):
        return None
    found = meant(clause.bare, scene, kind)
    if not isinstance(found, list) or not found:
        return None
    again_ = Clause(f"again {clause.text}", f"again {clause.bare}")
    if kind == "image":
        return picture(Clause("again", again_.bare), scene, found[0])
    past = past_of(scene, kind, found[0])
    if past is None and not size:
        return None
    told = f"again, {length:g} seconds" if length else "again"
    if size:
        return film(again_, scene, found[0])
    if kind == "audio":
        return song(Clause(told, told), scene, found[0])
    return film(Clause(told, told), scene, found[0], start=start)


def _unnamed(text: str, scene: Scene, kind: str) -> str:
    """The words without those that name which one is meant, and where it is to be shown."""
    told = _NAMED_ONE.search(text)
    known = by_name(told[0], scene, kind) if told else None
    named_out = _NAMED_ONE.sub("it", text, count=1) if isinstance(known, list) and known else text
    return _SHOWN_THERE.sub("", named_out)


def _only_settings(text: str) -> bool:
    """Whether nothing is said but a shape, a length and where in a song to begin."""
    rest = subject_of(without_length(values.START_AT.sub("", text)))
    return bool(_NOTHING_ELSE.fullmatch(rest))
