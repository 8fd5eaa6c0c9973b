"""The words on the newest picture set otherwise, or other words: "title at the top", "change Tom to Tim"."""

import re
from dataclasses import replace

from studio.director.families.once_more.remake_words import past_of, words_of
from studio.director.families.pictures import redrawing
from studio.director.language.clauses import Clause
from studio.director.language.lettering import about_lettering, without_setting
from studio.director.language.styles import STYLE
from studio.director.plan import Found, Scene, Step, Unclear
from studio.director.reading import Past
from studio.director.references.pointing import meant
from studio.renderers.prompts.printed_kinds import kind_of


def relettered(clause: Clause, scene: Scene) -> Found:
    """The picture drawn once more with its words set so; None where it has no words, or a tool changes pictures."""
    if scene.offers("edit_image") or scene.turn.attached:
        return None
    if scene.newest_kind(("image", "video")) != "image":
        return None
    if _FONT.match(clause.bare) and _is_lettered(scene):
        return ONE_FONT
    if _IN_A_TONGUE.match(clause.bare) and _is_lettered(scene):
        found = meant("it", scene, "image")
        step = (
            _saying(scene, found[0], clause.quote)
            if isinstance(found, list) and clause.quote
            else None
        )
        return [step] if step else NO_TRANSLATOR
    told, lettering = clause.text.rstrip(" .!"), _setting_in(clause, scene)
    wishes = (
        lettering,
        *(one.match(told) for one in (_NO_WORDS, _NEW_WORDS, _IT_READS, _OTHER_WORDS)),
    )
    found = meant(clause.bare, scene, "image") if any(wishes) else []
    if not isinstance(found, list) or len(found) != 1:
        return None
    step = _said_otherwise(scene, found[0], told)
    if step is None and lettering:
        step = redrawing.lettered_anew(scene, found[0], lettering, clause)
    return [step] if step else None


_FONT = re.compile(
    r"^(?:(?:use|try|with|in|make it|give it|change|have|maybe|do|take|choose|pick|and|but|the|to|for) )*(?:an? |"
    r"the )?(?:"
    r"(?:completely |totally |very )?(?:different|another|other|new|nicer|better|fancier|prettier|cooler|"
    r"handwritten|script|"
    r"serif|sans[- ]serif|playful|elegant|modern|classic) )+(?:fonts?|typefaces?|typography|lettering)$|"
    r"^(?:change|swap|replace) the (?:font|typeface|typography)$",
    re.I,
)
_IN_A_TONGUE = re.compile(
    r"^(?:(?:now|and|then|the text|the words|translate|translated|it|that|put|make|same|the same|once more|again) "
    r")*(?:in(?:to)?|to) "
    r"(?:english|german|french|spanish|italian|dutch|portuguese|polish|turkish|russian|japanese|chinese)(?: "
    r"please)?[\s:]*$",
    re.I,
)
NO_TRANSLATOR = Unclear("I do not translate words on pictures. What should it say?")
ONE_FONT = Unclear(
    "I have one typeface only. I can set the letters larger or smaller, in another colour, at the top or at the "
    "bottom: "
    "which shall it be?"
)


def _is_lettered(scene: Scene) -> bool:
    """Whether there are words to be read on the newest picture."""
    prompt = words_of(scene, "image", scene.now("image")[-1].index)
    return '"' in prompt or kind_of(prompt) is not None


def _said_otherwise(scene: Scene, index: int, told: str) -> Step | None:
    """The picture without its words, or with others, where that is what is told."""
    if _NO_WORDS.match(told):
        return _unwritten(scene, index)
    new = _NEW_WORDS.match(told) or (None if STYLE.search(told) else _IT_READS.match(told))
    if new and (step := _saying(scene, index, new["new"])):
        return step
    other = None if new else _OTHER_WORDS.match(told)
    return _reworded(scene, index, other["old"], other["new"]) if other else None


_OTHER_WORDS = re.compile(
    r"^(?:change|replace|swap|correct|fix)\s(?:the (?:word|name|text|title|letters) )?"
    r"[\"“']?(?P<old>[^\"”“]{1,40}?)[\"”']?\s"
    r"(?:to|with|into|by|for)\s[\"“']?(?P<new>[^\"”“]{1,60}?)[\"”']?$",
    re.I,
)
_NO_WORDS = re.compile(
    r"^(?:no|without|remove|lose|drop|delete|take (?:off|away)) (?:the |any |all )?(?:titles?|texts?|letters?|words?|"
    r"lettering|writing|captions?)(?: please| at all)?$",
    re.I,
)
_COMPARED = re.compile(
    r"^(?:(?:a (?:bit|little)|much|even) )?(?:bigger|larger|smaller|bolder)(?: please)?$", re.I
)
_SET_LAST = re.compile(
    r"\b(?:the title|[\"”]) (?:in [\w ]{1,40} letters|at the (?:top|bottom|middle))", re.I
)
_WRITTEN = re.compile(
    r",?\s?(?:\b(?:with |and )?(?:the |a )?(?:title|text|words?|slogan|caption|headline|name)s? )?"
    r"(?:\b(?:saying|that says|reading|called|titled) )?[\"“][^\"”]*[\"”]",
    re.I,
)


def _setting_in(clause: Clause, scene: Scene) -> str:
    """How words are to be set, also by "bigger" alone where they were set in the call before."""
    before = str(scene.turn.past[0].arguments.get("prompt") or "") if scene.turn.past else ""
    if _COMPARED.match(clause.bare) and _SET_LAST.search(before):
        return about_lettering(Clause(f"the title {clause.bare}", f"the title {clause.bare}"))
    return about_lettering(clause)


def _unwritten(scene: Scene, index: int) -> Step | None:
    """The picture drawn once more without its words; None where it was not drawn from words alone."""
    past = past_of(scene, "image", index)
    if past is None or past.tool != "generate_image" or "sourceImageIndex" in past.arguments:
        return None
    told = without_setting(_WRITTEN.sub("", words_of(scene, "image", index)))
    step = _once_more(scene, past, index, told, "without words")
    arguments = {**step.arguments, "negativePrompt": "text, letters, title"}
    return replace(scene.call("generate_image", arguments, step.subject), remade=True)


_NEW_WORDS = re.compile(  # also what "it should say" is read as
    r"^change the (?:text|title|words?|name|caption|headline|sign) (?:in)?to [\"“](?P<new>[^\"”]{1,120})[\"”]$",
    re.I,
)
_IT_READS = re.compile(  # said of the picture, where only words can be meant: in capitals, or several of them
    r"^(?:(?:change|turn|switch|set) (?:it|that|this|(?:the|its) (?:text|title|words?|headline|name|sign)) "
    r"(?:in)?to|make "
    r"it(?: (?:say|read))?|instead(?: it should say)?|now) (?P<new>[A-Z0-9][A-Z0-9'&!%$€£.-]+(?: "
    r"[A-Z0-9][A-Z0-9'&!%$€£.-]*)*"
    r"|[A-ZÀ-Þ][\w'’&-]*(?: [\w'’&-]{1,20}){0,4}? [A-ZÀ-Þ0-9][\w'’&!%-]*)$"
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


def _reworded(scene: Scene, index: int, old: str, new: str) -> Step | None:
    """The picture's own call once more with a word of its lettering exchanged; None when it is not written there."""
    past, prompt = past_of(scene, "image", index), words_of(scene, "image", index)
    word = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)", re.I)
    told = _QUOTED.sub(
        lambda quote: word.sub(lambda one: _cased(new, one.group()), quote.group()), prompt
    )
    if told == prompt and kind_of(prompt):  # all that is told of a printed thing may stand on it
        told = word.sub(lambda one: _cased(new, one.group()), prompt)
    if past is None or past.tool != "generate_image" or told == prompt:
        return None
    return _once_more(scene, past, index, told, f"with “{new}” in place of “{old}”")


def _cased(new: str, old: str) -> str:
    """In capitals where the old word was."""
    return new.upper() if old.isupper() and len(old) > 1 else new
