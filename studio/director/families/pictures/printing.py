"""Printed and posted things changed, and made of what is there: their words are set anew, never painted over."""

import re
from typing import Any

from studio.director.families.once_more.remake_words import arguments_of, past_of, words_of
from studio.director.families.pictures.redrawing import seed_of, shape_of
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.designs import names_kind
from studio.director.language.lettering import about_lettering, with_lettering
from studio.director.language.retold import as_shown, ordered
from studio.director.language.styles import COLOUR
from studio.director.language.subjects import trimmed
from studio.director.plan import Found, Scene
from studio.renderers.prompts.printed import DATE, TIME, read_printed
from studio.renderers.prompts.printed_kinds import kind_of

_ADORNS = r"(?:flowers?|roses|blooms?|leaves|balloons|confetti|stars|ornaments?)"
_SHADE = rf"(?:(?:dark|deep|light|pale|bright) )?{COLOUR}"
_PARTS = re.compile(r"\s?(?:,|\band\b|\bplus\b|&)\s?(?:with )?", re.I)
_HOW = re.compile(
    rf"(?:(?:add|with|use|make|put|have|give it|let it have|it (?:should|could) have|can (?:we|you|it) have) )?(?:an? |"
    rf"some |the )?(?P<how>(?:more|fewer|less|lots of|many|no|without) (?:[\w-]+ ){{0,2}}?{_ADORNS}|"
    rf"(?:(?:much|a bit|slightly) )?(?:lighter|brighter|darker|paler|dark|light|{_SHADE}) (?:background|paper))"
    rf"(?: (?:on it|please|on the \w+))?",
    re.I,
)
_GROUND_IS = re.compile(
    rf"(?:make |have |turn )?the (?:background|paper)(?: (?:be|to be))? (?P<how>lighter|brighter|darker|paler|"
    rf"{_SHADE})",
    re.I,
)
_ADORNED = re.compile(
    rf"(?:add|with|use|put|have) (?:some |the )?(?P<what>{_ADORNS}(?: in {COLOUR}(?:(?:,|"
    rf" and) {COLOUR}){{0,2}})?)(?: on it)?",
    re.I,
)
_IN_COLOUR = re.compile(
    rf"(?:(?:make|do|have|paint) it |in )(?P<how>{COLOUR})(?: (?:please|instead))?", re.I
)
_METALS = ("gold", "golden", "silver", "copper")
"""Colours that letters are printed in."""
_VERSIONS = re.compile(
    r"(?:(?:make|do|give|show)(?: me)? )?(?:\d|two|three|four|five|some|a few) (?:more |other |different )?"
    r"(?:versions|variations|options|alternatives)(?: (?:of|for) (?:it|this|that|the [\w -]{2,24}))?",
    re.I,
)
_LETTERS = re.compile(
    rf"(?:(?:make|have|let|turn|paint|set|put|write|give|can|could) )?(?:the |its |our |their )?(?:names?|"
    rf"letter(?:s|ing)|"
    rf"title|words?|text|writing|headline)(?: (?:be|in|to|into|are|should be))* (?P<colour>{COLOUR})(?: letters)?",
    re.I,
)
_NEW_DATE = re.compile(
    rf"^(?:change|make|move|set|correct)?\s?(?:the |our )?date(?: (?:is|to|should be|be|needs to be|"
    rf"on))+ (?P<date>{DATE})$",
    re.I,
)
_ADDED = re.compile(
    rf"^(?:please )?(?:add|put|write|include)(?: the)?(?: (?:time|date|words?|text|line|place|venue|address))?:? "
    rf"(?P<what>\"[^\"]{{2,80}}\"|{TIME}|{DATE}|(?-i:[A-ZÀ-Þ0-9])[\w '’.-]{{2,60}})(?: (?:on|to) (?:it|the \w+))?$",
    re.I,
)
_SHAPES = (
    ("3:4", r"portrait|upright"),
    ("4:3", r"landscape"),
    ("9:16", r"vertical|story"),
    ("1:1", r"square"),
)
_ONLY_SHAPE = re.compile(
    r"(?:just |please |and )*(?:make|turn|do|have)? ?(?:it|this|(?:the|my|our) [\w -]{2,30}?)? ?(?:in(?:to)?|as|to)? ?"
    r"(?:a )?(?:portrait|upright|landscape|vertical|square)(?: (?:format|orientation|version|instead|please|shape))*",
    re.I,
)
_OF_IT = re.compile(
    r"\b(?:with|of|from|using|for) (?:it|this|that|(?:the|my|our) (?:logo|picture|image|photo|film|video))\b",
    re.I,
)


def printed(clause: Clause, scene: Scene) -> Found:
    """A card with more flowers, its names in gold, or upright; a post with the logo; a thumbnail of the film."""
    if scene.turn.attached or scene.offers("edit_image") or not scene.offers("generate_image"):
        return None
    return _changed(clause, scene) or _made_of(clause, scene)


def _changed(clause: Clause, scene: Scene) -> Found:
    """The newest printed thing set anew; None where no words speak of it."""
    index = _spoken_of(clause, scene)
    if index is None:
        return None
    prompt = words_of(scene, "image", index)
    size = _shape(clause.bare)
    told = trimmed(" ".join(re.sub(r"\bplease\b", "", clause.text, flags=re.I).split()))
    again = prompt if size or _VERSIONS.fullmatch(told) else _reworded(prompt, clause, told)
    if not again:
        return None
    past, kept = past_of(scene, "image", index), arguments_of(scene, "image", index)
    count = values.count_in(clause.bare) if again == prompt else 1
    arguments: dict[str, Any] = {
        "prompt": again,
        "seed": seed_of(past, index) if count == 1 else None,
        "numberOfVariations": count if count > 1 else None,
        **(
            size
            or {name: kept[name] for name in ("width", "height", "aspectRatio") if name in kept}
        ),
    }
    subject = f"image {index}" if count > 1 else f"image {index}: {told}"
    return [scene.call("generate_image", arguments, subject)]


def _spoken_of(clause: Clause, scene: Scene) -> int | None:
    """The printed thing that is meant: the newest picture, or the newest of the kind that is named."""
    kind = names_kind(clause.bare)
    newest = scene.newest_kind(("image", "video"))
    for one in reversed(scene.now("image")):
        prompt = words_of(scene, "image", one.index)
        told = read_printed(prompt) if prompt else None
        if (
            told
            and past_source(scene, one.index) is None
            and (newest == "image" or kind in told.look.lower())
        ):
            return one.index if newest == "image" or kind else None
        if newest == "image" and not kind:
            return None
    return None


def past_source(scene: Scene, index: int) -> int | None:
    """What a picture was made from."""
    source = arguments_of(scene, "image", index).get("sourceImageIndex")
    return source if isinstance(source, int) else None


def _shape(text: str) -> dict[str, object]:
    """Another shape, where nothing else is wished."""
    if not _ONLY_SHAPE.fullmatch(text.strip(" .!")):
        return {}
    return {
        "aspectRatio": next(
            shape for shape, words in _SHAPES if re.search(rf"\b(?:{words})\b", text, re.I)
        )
    }


def _reworded(prompt: str, clause: Clause, text: str) -> str:
    """The prompt with what the words change on it; empty where they change nothing that is known."""
    if dated := _NEW_DATE.match(text):
        return re.sub(DATE, dated["date"], prompt, count=1, flags=re.I)
    if added := _ADDED.match(text):
        base, link, lettering = prompt.partition(", the title ")
        what = re.sub(rf'^"({DATE}|{TIME})"$', r"\1", added["what"], flags=re.I)
        return f"{base}, {what}{link}{lettering}"
    if adorned := _ADORNED.fullmatch(text):
        return _with(prompt, adorned["what"].lower())
    tinted = _IN_COLOUR.fullmatch(text)
    if tinted and tinted["how"].lower() in _METALS:
        return with_lettering(prompt, f"the title in {tinted['how'].lower()} letters")
    if tinted:
        return _with(prompt, f"{tinted['how'].lower()} background")
    parts = [part for part in _PARTS.split(text) if part]
    if not all(
        _HOW.fullmatch(part) or _LETTERS.fullmatch(part) or _GROUND_IS.fullmatch(part)
        for part in parts
    ):
        lettering = about_lettering(clause)
        return with_lettering(prompt, f"the title {lettering}") if lettering else ""
    for part in parts:
        if letters := _LETTERS.fullmatch(part):
            prompt = with_lettering(prompt, f"the title in {letters['colour'].lower()} letters")
            continue
        how = _HOW.fullmatch(part)
        ground = _GROUND_IS.fullmatch(part)
        words = (
            how["how"].lower() if how else f"{ground['how'].lower()} background" if ground else ""
        )
        prompt = _with(prompt, words)
    return prompt


def _with(prompt: str, words: str) -> str:
    """The prompt with an adornment or a background, in place of what was said of it before; lettering stays last."""
    what = words.split()[-1]
    article = "" if words.startswith(("no ", "without ")) or what != "background" else "a "
    words = words if words.startswith("without ") else f"with {article}{words}"
    base, link, lettering = prompt.partition(", the title ")
    base = re.sub(
        rf",? with(?:out)? (?:a )?(?:[\w-]+ ){{1,2}}{re.escape(what)}(?=,|$)", "", base, flags=re.I
    )
    return f"{base}, {words}{link}{lettering}"


def _made_of(clause: Clause, scene: Scene) -> Found:
    """A post, a thumbnail or a poster of what is there, with words on it."""
    told = kind_of(clause.text)
    newest = scene.newest_kind(("image", "video"))
    if (
        told is None
        or not newest
        or not re.match(rf"{_ASKS}(?:{told[0].pattern.pattern})", clause.text, re.I)
    ):
        return None
    title = clause.quote or _title(clause.text)
    of_it = _OF_IT.search(clause.text)
    if not title or not (of_it or _title_alone(title, clause.text[told[1].end() :])):
        return None
    size = values.size_in(clause.bare)
    if newest == "image" and clause.quote and _ORDERED.match(clause.text) and of_it:
        return None  # as good an order as it can be told
    source = _source(scene, newest)
    if source is None:
        return None
    shown = as_shown(words_of(scene, "image", source))
    what = told[1].group().lower()
    prompt = ordered(
        re.sub(r",? ?\{[^{}]*\}", "", shown), f'make a {what} of it with the title "{title}"'
    )
    arguments = {"prompt": prompt, "sourceImageIndex": source, **(size or shape_of(scene, source))}
    return [
        scene.call(
            "generate_image",
            arguments,
            f"image {source}: a {what} of it with the title “{title}”",
        )
    ]


_ASKS = (
    r"(?:(?:now|ok|and|then|also|please|make|create|design|do|give|me|us|we|i|need|want|a|an|the|square|vertical|"
    r"wide)[ ,]{1,2}){0,8}"
)
_ORDERED = re.compile(r"(?:please )?(?:make|create|design|turn)\b", re.I)
_AROUND = (
    r"(?:\s|[,.!]|\b(?:for|with|the|a|an|title|titled|saying|that|says|words?|text|headline|called|youtube|"
    r"instagram|tik ?tok|"
    r"on|it|in|big|letters|of|announcing|and)\b)*"
)
_ANNOUNCED = re.compile(
    r"\b(?:announcing(?: that)?|to announce(?: that)?|saying(?: that)?|that (?:says|announces)|"
    r"with the (?:title|words?|text|"
    r"headline)|titled) (?P<said>[^,.\"]{2,80})",
    re.I,
)


def _title_alone(title: str, tail: str) -> bool:
    """Whether nothing is told behind the printed thing but its title."""
    return bool(re.fullmatch(_AROUND, re.sub(re.escape(title), "", tail.replace('"', " ")), re.I))


def _title(text: str) -> str:
    """The words that are to stand on it."""
    found = _ANNOUNCED.search(text)
    return found["said"].strip() if found else ""


def _source(scene: Scene, newest: str) -> int | None:
    """The picture that is meant: the newest, or the one the newest film was made from."""
    if newest == "image":
        return scene.now("image")[-1].index
    past = past_of(scene, "video", scene.now("video")[-1].index)
    source = past.arguments.get("sourceImageIndex") if past else None
    return source if isinstance(source, int) else None
