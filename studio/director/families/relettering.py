"""The words on the newest picture set otherwise, or other words: "title at the top", "change Tom to Tim"."""

import re
from dataclasses import replace

from studio.director.families import redrawing
from studio.director.families.remake_words import past_of, words_of
from studio.director.language.clauses import Clause
from studio.director.language.lettering import about_lettering
from studio.director.plan import Found, Scene, Step
from studio.director.reading import Past
from studio.director.references.pointing import meant


def relettered(clause: Clause, scene: Scene) -> Found:
    """The picture drawn once more with its words set so; None where it has no words, or a tool changes pictures."""
    told = clause.text.rstrip(" .!")
    lettering, other, new = (
        about_lettering(clause),
        _OTHER_WORDS.match(told),
        _NEW_WORDS.match(told),
    )
    if not (lettering or other or new) or scene.offers("edit_image") or scene.turn.attached:
        return None
    if scene.newest_kind(("image", "video")) != "image":
        return None
    found = meant(clause.bare, scene, "image")
    if not isinstance(found, list) or len(found) != 1:
        return None
    if new and (step := _saying(scene, found[0], new["new"])):
        return [step]
    if other and not new:
        return _reworded(scene, found[0], other["old"], other["new"])
    if not lettering:
        return None
    step = redrawing.lettered_anew(scene, found[0], lettering, clause)
    return [step] if step else None


_OTHER_WORDS = re.compile(
    r"^(?:change|replace|swap|correct|fix)\s(?:the (?:word|name|text|title|letters) )?"
    r"[\"“']?(?P<old>[^\"”“]{1,40}?)[\"”']?\s"
    r"(?:to|with|into|by|for)\s[\"“']?(?P<new>[^\"”“]{1,60}?)[\"”']?$",
    re.I,
)
_NEW_WORDS = re.compile(  # also what "it should say" is read as
    r"^change the (?:text|title|words?|name|caption|headline|sign) (?:in)?to [\"“](?P<new>[^\"”]{1,120})[\"”]$",
    re.I,
)
_QUOTED = re.compile(r"(?<=[\"“])[^\"”“]+(?=[\"”])")


def _saying(scene: Scene, index: int, new: str) -> Step | None:
    """The picture's own call once more with other words written; None where it has none, or nobody knows its call."""
    past, prompt = past_of(scene, "image", index), words_of(scene, "image", index)
    written = list(_QUOTED.finditer(prompt))
    if past is None or past.tool != "generate_image" or not written:
        return None
    said = f"{prompt[: written[-1].start()]}{new}{prompt[written[-1].end() :]}"
    return _once_more(scene, past, index, said, f"saying “{new}”")


def _once_more(scene: Scene, past: Past, index: int, prompt: str, how: str) -> Step:
    seed = None if "sourceImageIndex" in past.arguments else redrawing.seed_of(past, index)
    arguments = {"seed": seed, **past.arguments, "prompt": prompt, "numberOfVariations": None}
    return replace(scene.call("generate_image", arguments, f"image {index}, {how},"), remade=True)


def _reworded(scene: Scene, index: int, old: str, new: str) -> Found:
    """The picture's own call once more with a word of its lettering exchanged; None when it is not written there."""
    past, prompt = past_of(scene, "image", index), words_of(scene, "image", index)
    word = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)", re.I)
    told = _QUOTED.sub(
        lambda quote: word.sub(lambda one: _cased(new, one.group()), quote.group()), prompt
    )
    if past is None or past.tool != "generate_image" or told == prompt:
        return None
    return [_once_more(scene, past, index, told, f"with “{new}” in place of “{old}”")]


def _cased(new: str, old: str) -> str:
    """In capitals where the old word was."""
    return new.upper() if old.isupper() and len(old) > 1 else new
