"""One picture in several styles: "3 different styles: watercolor, pixel art, oil painting"."""

import re
from dataclasses import replace

from studio.director.families.once_more import remakes
from studio.director.families.once_more.remake_words import past_of, words_of
from studio.director.families.pictures.redrawing import shape_of
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.retold import as_shown, ordered
from studio.director.language.styles import STYLE
from studio.director.language.variations import style_ways
from studio.director.plan import Found, Scene, Step, Unclear, short
from studio.director.references.pointing import meant
from studio.renderers.prompts.styles import named_styles

_FILLERS = re.compile(
    r"\b(?:give|show|make|do|try|draw|paint|render|create|me|us|it|this|that|the|same|picture|image|photo|one|in|"
    r"as|into|"
    r"an?|and|or|different|various|other|styles?|versions?|variations?|looks?|each|of|please|again|now|also|with|like|"
    r"full|studio|traditional|drawing|illustration|art|\d{1,2}|two|three|four|five|six|some|few|several)\b|[,.:;!?&-]",
    re.I,
)
_ASKED = re.compile(r"\b(?:styles|versions|variations|looks)\b", re.I)


def in_styles(clause: Clause, scene: Scene) -> Found:
    """A call with a version for each style that is listed, or for as many as are counted."""
    text = clause.bare
    if scene.offers("apply_style") or not scene.offers("generate_image"):
        return None
    listed = [one for one in re.split(r"\s?(?:,|:|\band\b|\bor\b|&)\s?", text) if STYLE.search(one)]
    count = _counted(text)
    if _FILLERS.sub("", STYLE.sub("", text)).strip() or not (
        len(listed) > 1 or (count > 1 and re.search(r"\bstyles\b", text, re.I))
    ):
        return None
    if not scene.now("image") or (len(listed) > 1 and not _ASKED.search(text) and "," not in text):
        return None
    found = meant("it", scene, "image")
    if isinstance(found, Unclear) or not found:
        return found if isinstance(found, Unclear) else None
    names = [_name(one) for one in listed] if len(listed) > 1 else list(style_ways()[:count])
    return [_versions(scene, found[0], names)]


_IN_A_MANNER = re.compile(
    r"^(?:(?:give|show|make|do|draw|create|try)(?: me| us)? )?"
    r"(?P<count>\d{1,2}|two|three|four|five|six|eight|ten|a few|some)"
    r" (?P<how>(?!(?:more|other|new|different|better|extra|additional|alternative|various|similar|nice|good)\b)"
    r"[\w-]{3,20}(?: (?!more\b|different\b)[\w-]{3,20}){0,2}) (?:style )?"
    r"(?:versions|variations|variants|takes|options|ones)"
    r"(?: of (?:it|this|that|him|her|them|the (?:picture|image|photo)))?$",
    re.I,
)


def in_a_manner(clause: Clause, scene: Scene) -> Found:
    """ "5 chibi versions": the newest picture so many times, all in the manner that is named."""
    told = _IN_A_MANNER.match(clause.bare)
    if told is None or scene.offers("apply_style") or not scene.offers("generate_image"):
        return None
    if scene.turn.attached or scene.newest_kind(("image", "video")) != "image":
        return None
    words = f"{told['count']} more versions in {told['how']} style"
    found = remakes.again(Clause(words, words), scene)
    if not isinstance(found, list) or named_styles(told["how"]):
        return found
    return [replace(one, notes=(*one.notes, NO_MANNER)) for one in found]


NO_MANNER = "I know no way of painting by that name, so they may not show it."


def _versions(scene: Scene, index: int, names: list[str]) -> Step:
    """From the same words where it was drawn from words, else from the picture itself."""
    ways = f"{{{'|'.join(names)}}}"
    words = words_of(scene, "image", index)
    past = past_of(scene, "image", index)
    shown = as_shown(words)
    drawn = past is not None and "sourceImageIndex" not in past.arguments and bool(shown)
    size = (
        {n: past.arguments[n] for n in ("width", "height", "aspectRatio") if n in past.arguments}
        if drawn and past
        else shape_of(scene, index)
    )
    arguments = {
        "prompt": f"{shown}, {ways}" if drawn else ordered(shown, ways),
        "numberOfVariations": len(names),
        "sourceImageIndex": None if drawn else index,
        **size,
    }
    return scene.call("generate_image", arguments, short(shown) or f"image {index}")


def _counted(text: str) -> int:
    found = re.search(r"\b(\d{1,2}|two|three|four|five|six)\b", text, re.I)
    return int(values.value(found.group(1))) if found else 1


def _name(text: str) -> str:
    """A style as it was said, without the words round it."""
    found = STYLE.search(text)
    assert found is not None
    tail = re.match(
        r"(?: (?:painting|drawing|style|art|sketch|illustration|book))?", text[found.end() :], re.I
    )
    return found.group() + (tail.group() if tail else "")
