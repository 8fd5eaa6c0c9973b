"""Pictures changed where nothing but the tool for pictures is on offer: from the picture itself, told what to change.

What has words of its own to be read on it is drawn once more, for letters that are painted cannot be moved.
"""

import re
from dataclasses import replace
from typing import Any

from studio.director.families.once_more.remake_words import arguments_of, past_of, words_of
from studio.director.language import values
from studio.director.language.changes import change_in
from studio.director.language.clauses import Clause
from studio.director.language.lettering import about_lettering, beside_words, with_lettering
from studio.director.language.retold import as_shown, order_in, ordered
from studio.director.language.styles import COLOUR
from studio.director.language.subjects import sized_out, subject_of, trimmed
from studio.director.language.variations import branched, edit_ways
from studio.director.plan import Scene, Step
from studio.director.reading import Past
from studio.renderers.edits.reading import read_edit
from studio.renderers.pictures.starting import change_told
from studio.renderers.prompts.printed import read_printed

_LONGEST = 1536
"""Pixels of the longer side of what is made from a picture; larger ones are no better here."""
_GRID = 8


def redrawn(clause: Clause, scene: Scene, index: int) -> Step:
    """The picture with the change a clause asks for."""
    lettering = about_lettering(clause)
    if lettering and (again := lettered_anew(scene, index, lettering, clause)):
        return again
    if behind := _BACKGROUND.match(trimmed(clause.text)):
        anew = _before_another(scene, index, behind["what"])
        if anew is not None:
            return anew
    if (looks := looks_in(clause.text)) and (anew := _in_looks(scene, index, looks)):
        return anew
    size = values.size_in(clause.bare)
    order = trimmed(sized_out(clause.text)) or _SAME
    count = values.count_in(clause.bare)
    if size and (order == _SAME or _ONLY_SHAPE.fullmatch(order)):
        order = cropped(size)
    order = _plainly(order)
    if _THING.match(order) and not paints(f"it: {order}") and paints(f"it: add {order}"):
        order = f"add {order}"  # "more trees"
    if count > 1:
        order = branched(
            _COUNTED.sub("", subject_of(change_in(clause))) or _SAME, count, edit_ways(clause.bare)
        )
    known = scene.medium("image", index)
    shown = as_shown(words_of(scene, "image", index)) if known else ""
    return _from_it(
        scene, index, ordered(shown, order), order, {**shape_of(scene, index), **size}, count
    )


_BACKGROUND = re.compile(
    r"^(?:change|make|turn|set|replace|swap) (?:the |its )?background (?:colou?r )?(?:(?:in)?to |with |be )?(?:an? )?"
    r"(?P<what>[\w' -]{2,40})$",
    re.I,
)


def _before_another(scene: Scene, index: int, what: str) -> Step | None:
    """A picture with words on it once more before something else: cut out, it would lose its letters.

    None where it has no words, or was not drawn from words alone.
    """
    past, prompt = past_of(scene, "image", index), words_of(scene, "image", index)
    if past is None or "sourceImageIndex" in past.arguments or '"' not in prompt:
        return None
    told = beside_words(prompt, f"{what} background")
    arguments = {
        **past.arguments,
        "prompt": told,
        "seed": seed_of(past, index),
        "numberOfVariations": None,
    }
    return scene.call("generate_image", arguments, f"image {index}: {what} background")


_LOOKS = (  # what no brush can do to a picture that is there, in the words it is drawn by
    (re.compile(
        r"(?:simpler|plainer|cleaner|simple|clean|minimal\w*|less (?:busy|cluttered|crowded|detail(?:s|ed)?|"
        r"complicated|"
        r"complex|stuff|going on)|fewer (?:details|elements|things)|not so (?:busy|much(?: going on)?|"
        r"detailed))", re.I),
     "minimal"),
    (re.compile(
        r"(?:(?:just|only|with|in|use) )*(?:just |only )?(?:one|a single|1) colou?r(?: only)?|monochrome|single[- ]"
        r"colou?r(?:ed)?", re.I),
     "monochrome"),
)  # fmt: skip
_LOOK_LINK = re.compile(r"\s?(?:,|;|\band\b|\.)\s?")
_LOOK_BEGINS = re.compile(
    r"^(?:(?:make it|keep it|more|much|a (?:bit|little)|even|way|it should be|but|and|please|maybe|rather|too) )+",
    re.I,
)


def looks_in(text: str) -> tuple[str, ...]:
    """The words of a look, where nothing else is wished: "simpler, just one colour"; empty else."""
    found = []
    for part in _LOOK_LINK.split(trimmed(text)):
        plain = _LOOK_BEGINS.sub("", part.strip())
        look = next((look for pattern, look in _LOOKS if pattern.fullmatch(plain)), "")
        if plain and not look:
            return ()
        found += [look] if look else []
    return tuple(dict.fromkeys(found))


def _in_looks(scene: Scene, index: int, looks: tuple[str, ...]) -> Step | None:
    """A picture that was drawn from words once more with those of a look; None for any other picture."""
    past, prompt = past_of(scene, "image", index), as_shown(words_of(scene, "image", index))
    if past is None or past.tool != "generate_image" or not prompt:
        return None
    source = past.arguments.get("sourceImageIndex")
    if isinstance(source, int) and source < 0:
        return None
    size = {n: past.arguments[n] for n in ("width", "height", "aspectRatio") if n in past.arguments}
    seed = None if source is not None else seed_of(past, index)
    arguments = {"prompt": beside_words(prompt, ", ".join(looks)), "seed": seed, **size}
    return scene.call("generate_image", arguments, f"image {index}: {' and '.join(looks)}")


_POINTS = re.compile(  # which one is meant is no part of what is to be different
    r"^(?:the |that )?(?:(?:number|no\.?|#|image|picture|photo|version|option) ?[-−]?\d+|(?:first|second|third|fourth|"
    r"fifth|last|other|left|right|middle)(?: (?:one|picture|image|photo|version))?),? (?:but |just |only )?"
    r"(?=(?:in|with|without|at|as|on)\b)",
    re.I,
)
_GONE = re.compile(
    r"^(?:make|let|have) (?P<what>.{2,40}?) (?:disappear|vanish|go away|invisible|gone)$", re.I
)


def _plainly(order: str) -> str:
    """An order in words that can be painted from: "number 2 but in orange" as "make it orange"."""
    order = _POINTS.sub("", order)
    if gone := _GONE.match(order):
        return f"remove {gone['what']}"
    colour = re.fullmatch(rf"in ({COLOUR})", order, re.I)
    return f"make it {colour[1]}" if colour else order


_SAME, _ANY = "the same picture", "the picture"
_THING = re.compile(r"(?:more|some|an?|two|three|four|lots of) \w", re.I)
_COUNTED = re.compile(
    r"^(?:[\w-]+ )?(?:versions|variations|options|alternatives|takes)\b(?: (?:of|with|in)\b)? ?",
    re.I,
)
_ONLY_SHAPE = re.compile(
    r"(?:(?:make|turn|have|do|get) )?(?:it|this|that|them|both|all|these|those|(?:the|this|that|my) (?:[\w-]+ ){0,2}"
    r"(?:picture|image|photo|one))?(?: (?:into|be|in|for))?",
    re.I,
)


def reshaped(scene: Scene, index: int, size: dict[str, object]) -> Step:
    """The same picture in another shape: cropped round what it is of."""
    order = cropped(size)
    shown = as_shown(words_of(scene, "image", index))
    return _from_it(scene, index, ordered(shown, order), order, size, 1)


def cropped(size: dict[str, object]) -> str:
    """The order for another shape."""
    width, height = size.get("width"), size.get("height")
    shape = f"{width}x{height}" if width and height else str(size.get("aspectRatio"))
    return f"crop to {shape}"


def shape_of(scene: Scene, index: int) -> dict[str, object]:
    """The size of a picture, for what is made from it; nothing for a square, which is usual."""
    known = scene.medium("image", index)
    if known is None or known.pixels is None or known.pixels[0] == known.pixels[1]:
        return {}
    scale = min(1.0, _LONGEST / max(known.pixels))
    width, height = (max(round(side * scale / _GRID) * _GRID, _GRID) for side in known.pixels)
    return {"width": width, "height": height}


def _from_it(
    scene: Scene, index: int, prompt: str, order: str, size: dict[str, object], count: int
) -> Step:
    if "aspectRatio" in size:
        size = {"aspectRatio": size["aspectRatio"]}
    if not change_told(prompt) and paints(f"{_ANY}: {order}"):
        prompt = f"{_ANY}: {order}"  # "sharper" is an order behind what is shown only
    arguments: dict[str, Any] = {
        "prompt": prompt,
        "sourceImageIndex": index,
        "numberOfVariations": count if count > 1 else None,
        **size,
    }
    step = scene.call("generate_image", arguments, f"image {index}: {order}")
    return step if paints(prompt) else replace(step, notes=(*step.notes, ONLY_THE_MOOD))


ONLY_THE_MOOD = (
    "That is no change I know how to paint, so only light and colours will lean towards it."
)


def paints(prompt: str) -> bool:
    """Whether the studio's brush knows a change that a prompt tells; what it does not know only shifts the mood."""
    change = change_told(_BRANCHES.sub(lambda ways: ways[1].split("|")[0], prompt))
    return bool(read_edit(change))


_BRANCHES = re.compile(r"\{([^{}]*)\}")


_HAS_WORDS = re.compile(
    r"[\"“]|\b(?:called|named|titled?|saying|says|reading|reads|words|text|poster|flyer|cover|banner|invitation)\b",
    re.I,
)


def seed_of(past: Past | None, index: int) -> int | None:
    """The seed a picture was made from, when it was the only one of its call: with it the rest of it stays the same."""
    rows = past.result.told.get("results") if past and past.result and len(past.made) == 1 else None
    told = [one for one in rows if isinstance(one, dict)] if isinstance(rows, list) else []
    seed = next((one.get("seed") for one in told if one.get("index") == index), None)
    return seed if isinstance(seed, int) else None


def lettered_anew(scene: Scene, index: int, lettering: str, clause: Clause) -> Step | None:
    """A picture with words on it once more, its words set as a clause says; None when none were asked for on it."""
    past = past_of(scene, "image", index)
    prompt = words_of(scene, "image", index)
    shown, order = order_in(prompt)
    given = arguments_of(scene, "image", index)
    source = given.get("sourceImageIndex")
    if isinstance(source, int) and not order:
        shown, order = "", prompt
    size = {
        **{n: given[n] for n in ("width", "height", "aspectRatio") if n in given},
        **values.size_in(clause.bare),
    }
    if '"' in order and isinstance(source, int):
        prompt = ordered(shown, with_lettering(order, lettering))
        arguments = {"prompt": prompt, "sourceImageIndex": source, **size}
    elif _HAS_WORDS.search(prompt) and source is None:
        prompt = with_lettering(prompt, f"the title {lettering}")
        arguments = {"prompt": prompt, "seed": seed_of(past, index), **size}
    elif '"' in shown or read_printed(
        shown
    ):  # an edit of a picture with words: drawn anew as it is by now
        arguments = {"prompt": with_lettering(as_shown(prompt), f"the title {lettering}"), **size}
    else:
        return None
    return scene.call("generate_image", arguments, f"image {index}: {trimmed(clause.text)}")
