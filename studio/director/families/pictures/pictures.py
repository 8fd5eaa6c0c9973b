"""Pictures from words: one, several versions in one call, or two different ones side by side."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from studio.director.language import values
from studio.director.language.changes import change_in, merged
from studio.director.language.clauses import Clause
from studio.director.language.counted import without_count_beside
from studio.director.language.models import made_with
from studio.director.language.no_lettering import without_writing
from studio.director.language.subjects import subject_of, without_length
from studio.director.language.variations import branched
from studio.director.plan import Found, Scene, Step, Unclear, Unsupported, short, side_by_side
from studio.director.references.pointing import meant, missing, named
from studio.director.references.pronouns import (
    in_that_style,
    one_of,
    single,
    spelled_out,
    stands_for_one,
)
from studio.director.references.topic import refers

SURPRISES = (
    "a lighthouse under northern lights",
    "a red fox in a snowy forest at dawn",
    "a sailing boat before a huge moon",
    "a neon city in the rain",
)
PICTURE = re.compile(
    r"\b(draw\w*|paint\w*|sketch\w*|pictures?|images?|photos?|posters?|portraits?|illustrat\w+|logos?|wallpapers?|"
    r"covers?|cards?|"
    r"scenes?|landscapes?|postcards?|stickers?|icons?|versions?|variations?|looks?|pics?|renders?|mockups?)\b",
    re.I,
)
ORDER = re.compile(
    r"^(make|create|generate|show|design|render|give|do|produce|imagine|draw|paint|sketch|illustrate|visuali[sz]e|"
    r"picture|depict)\b",
    re.I,
)
_NEGATIVE = re.compile(
    r",?\s?\b(?:negative prompt|avoid|but no|and no)\b[: ]{1,3}\"?([\w ,]{1,400})\"?$", re.I
)
_COUNTED = re.compile(
    rf"^(?:\d{{1,3}}|{'|'.join(values.COUNTS)})\s(?:(?:different|new|more|other|unique)\s)?(?=\w)",
    re.I,
)
_PLURAL = re.compile(
    r"^((?:[\w-]{2,24} ){0,2}(?:logo|poster|sticker|icon|card|postcard|cover|banner|flyer|portrait|wallpaper|mockup|"
    r"thumbnail|(?:product|studio|beauty|macro|action|head)[ -]?shot))s\b(?=$|[,:.]| (?:for|of|with|about|in|on)\b)",
    re.I,
)
_SEVERAL = re.compile(  # "pictures, tulips in a bucket": each shows the tulips
    r"^(?:(?:different|new|more|separate) )?(?:pictures|images|photos|pics|drawings|paintings|illustrations)"
    r"(?: for (?:my|our|the|an?) (?:[\w'-]+ ){0,3}[\w'-]+)?,\s(?=\w)",
    re.I,
)
_IDEAS = re.compile(  # each result is one of them: "birthday card ideas for" a birthday card for
    r"^((?:[\w-]{1,24} ){0,2}(?:logo|poster|sticker|icon|card|postcard|cover|banner|flyer|portrait|wallpaper|"
    r"mockup|thumbnail|"
    r"invitation|label|tattoo|outfit|costume|character)) (?:ideas|designs|options|concepts|drafts)\b",
    re.I,
)
_ITEM_WAYS = (
    "plain", "ornate", "golden", "rusty", "glowing", "icy", "fiery", "wooden", "tiny", "huge", "jewelled", "silver",
    "worn", "crystal", "dark", "colourful",
)  # fmt: skip
_FORMAT = re.compile(r"\b(?:as|in|save (?:it )?as) (?:a )?(png|jpe?g|webp)\b", re.I)
_SEED = re.compile(r",?\s?\b(?:with |use |using )?(?:the )?seed (?:of |number )?(\d+)\b", re.I)
_LIKE = re.compile(
    r"\b(?:like|based on|inspired by|from|similar to|in the style of|of|as)\s(?:@?(?:image|picture|"
    r"photo)\s?#?[-−]?\d|this|that|it)\b",
    re.I,
)
_OF_MINE = re.compile(  # who is on the picture that came with the words: "cartoon faces of my dog"
    r"\bof (?:my|our|his|her) (?!(?:names?|logo|own|favou?rite|shop|company|business|brand|dreams?)\b)|"
    r"\b(?:of|with|showing) (?:(?:me|us|him|them)\b|(?:this|these) (?!(?:style|way|kind|size|colou?rs?)\b))",
    re.I,
)
_OF_IT = re.compile(r"\b(?:of|from) (?:it|this|that|him|her|them)$", re.I)
_IT = re.compile(r"(?:it|this|that|him|her|them)", re.I)
_VERSIONS_OF = re.compile(
    r"^.*?\b(?:versions?|variations?|variants?|takes|options|alternatives)\s(?:of|on|from)\s",
    re.I,
)
VERSIONS = re.compile(
    r"\b(?:versions?|variations?|variants?|takes|options|alternatives)\s(?:of|on|from)\s(?:the|this|that|it|my|"
    r"@?image|@?picture|@?photo)\b",
    re.I,
)
_TWO = re.compile(
    r"\sand\s(?=an?\s(?:picture|pic|image|photo|portrait|poster|drawing|painting|illustration)\b)",
    re.I,
)


_SOMETHING_FOR = re.compile(
    r"^(?:(?:make|create|design|draw|do)\s(?:me\s)?)?(?:something|anything|sth)(?: (?:nice|cool|new|good))? for "
    r"(?:(?:my|our) (?:[\w'-]+ ){0,3}?[\w'-]+|(?:the|a) "
    r"(?:[\w'-]+ ){0,3}?(?:shop|store|salon|caf[eé]|restaurant|bar|gym|studio|company|business|brand|bakery|band|"
    r"channel|game|app|"
    r"podcast|web ?site|club|school|church|firm|office|start-?up|practice|hotel|farm|market stall))$",
    re.I,
)
_NOTHING_NAMED = re.compile(
    r"(?:something|anything|stuff|a thing)(?: (?:nice|cool|new|good|else))?", re.I
)
FOR_WHAT = Unclear("What should it be: a logo, a poster, a flyer or a picture?")


def pictures(clause: Clause, scene: Scene) -> Found:
    """What is to be drawn; a question when nothing is named."""
    if not scene.offers("generate_image"):
        return Unsupported("make pictures")
    question = missing(clause.bare, scene, "image")
    if question is not None:
        return question
    if _SOMETHING_FOR.search(clause.bare):
        return FOR_WHAT
    made = [_picture(part, clause, scene) for part in _TWO.split(clause.text)]
    if any(not step.subject or _NOTHING_NAMED.fullmatch(step.subject) for step in made):
        return Unclear("What should the picture show?")
    return side_by_side(made)


def picture_of(subject: str, scene: Scene, extra: Mapping[str, Any]) -> Step:
    """One picture of a subject, as the ground for what comes after."""
    return scene.call("generate_image", {"prompt": subject, **extra}, subject)


def surprise(scene: Scene) -> list[Step]:
    """Something of our own choice, another one each time."""
    prompt = SURPRISES[len(scene.now("image")) % len(SURPRISES)]
    return [scene.call("generate_image", {"prompt": prompt}, prompt)]


def _picture(part: str, clause: Clause, scene: Scene) -> Step:
    text, extra = _extras(part)
    count = values.count_in(text)
    source = _source(text, clause, scene)
    drawn = without_count_beside(text) if count > 1 else text
    told = in_that_style(without_length(subject_of(drawn or text)), scene)
    prompt = subject = spelled_out(told, scene)
    if _IT.fullmatch(subject) and (shown := scene.now("image")):
        prompt = subject = shown[-1].prompt
    if stands_for_one(subject):
        prompt = subject = one_of(subject, scene)
    items = counted_items(text)
    if count > 1:
        prompt = subject = _one_each(_COUNTED.sub("", prompt))
    if items:
        prompt = subject = prompt.replace(items, single(items))
    if source is not None and not _OF_MINE.search(text):
        known = scene.medium("image", source)
        rest = _VERSIONS_OF.sub("", text)
        change = subject_of(change_in(Clause(rest, rest)))
        prompt = merged(known.prompt if known else "", change) or "the same scene"
        subject = f"image {source} with that change" if count == 1 else short(prompt)
    arguments = {
        **extra,
        "prompt": branched(
            prompt, count, _ITEM_WAYS if items and not values.DIFFERENT.search(text) else ()
        )
        if prompt
        else "",
        "numberOfVariations": count if count > 1 else None,
        "sourceImageIndex": source,
        "model": made_with(text, scene.choices("generate_image", "model")),
        **size_for(text, scene),
    }
    step = scene.call("generate_image", arguments, short(subject) if subject else "")
    wished = values.wished_in(text)
    if count < wished:
        step = replace(step, notes=(*step.notes, f"There can be {count} at once, not {wished}."))
    return step


def counted_items(text: str) -> str:
    """The things that are counted one by one, as they were said; empty where versions of one picture are."""
    found = None if values.COUNT.search(text) else values.ITEMS.search(text)
    return found["what"] if found and values.count_in(text) > 2 else ""


def _source(text: str, clause: Clause, scene: Scene) -> int | None:
    """The picture a new one starts from, where one is named or spoken of."""
    if named(text, "image"):
        return named(text, "image")[0]
    shown = _LIKE.search(text) or _OF_MINE.search(text)
    if shown and scene.attached("image") and not _of_one(text, clause, scene):
        return scene.attached("image")[0]
    if _of_one(text, clause, scene) or (
        _OF_IT.search(text) and scene.newest_kind(("image", "video")) == "image"
    ):
        found = meant(text, scene, "image")
        return found[0] if isinstance(found, list) and found else None
    return None


def _of_one(text: str, clause: Clause, scene: Scene) -> bool:
    """Whether versions of a picture that is there are wanted."""
    return bool(VERSIONS.search(text)) and refers(clause, scene, "image")


def _one_each(subject: str) -> str:
    """Each result shows one of them: "logos for a bakery" as "a logo for a bakery"."""
    subject = _IDEAS.sub(
        lambda one: f"{'an' if one[1][0].lower() in 'aeiou' else 'a'} {one[1]}",
        _SEVERAL.sub("", subject),
    )
    found = _PLURAL.match(subject)
    article = "an" if found and found.group(1)[0].lower() in "aeiou" else "a"
    return f"{article} {found.group(1)}{subject[found.end() :]}" if found else subject


def _extras(text: str) -> tuple[str, dict[str, Any]]:
    """What a person set besides the prompt, taken out of the words."""
    extra: dict[str, Any] = {}
    text, refused = without_writing(text)
    if found := _NEGATIVE.search(text):
        text, refused = (
            _NEGATIVE.sub("", text),
            ", ".join(filter(None, (found.group(1).strip(), refused))),
        )
    if refused:
        extra["negativePrompt"] = refused
    if found := _SEED.search(text):
        extra["seed"] = int(found.group(1))
        text = _SEED.sub("", text)
    if found := _FORMAT.search(text):
        extra["outputFormat"] = found.group(1).lower()
        text = _FORMAT.sub("", text)
    return text, extra


def size_for(text: str, scene: Scene) -> dict[str, object]:
    """The size said here; else the one said before: it stays in force until it is changed."""
    said = values.size_in(text)
    if said and not (said == {"aspectRatio": "2:3"} and earlier_size(scene)):
        return said
    return earlier_size(scene) or said


def earlier_size(scene: Scene) -> dict[str, object]:
    """A size a person gave in figures or as a format; a poster's shape is no size they gave."""
    for text in reversed(scene.turn.earlier):
        size = values.size_in(re.sub(r"\bposters?\b", "", text, flags=re.I))
        if size and not re.search(r"\b(upscal|enlarg)\w*", text, re.I):
            return size
    return {}
