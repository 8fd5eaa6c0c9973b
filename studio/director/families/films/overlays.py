"""Words and pictures on films: subtitles, titles, logos."""

import re
from typing import Any

from studio.director.families.films.subtitle_cues import cues_in
from studio.director.families.films.timeline import no_film
from studio.director.language import values
from studio.director.language.clauses import Clause
from studio.director.language.laid_apart import laid_apart, width_in
from studio.director.language.notices import names_a_notice
from studio.director.language.vocabulary import EDGES
from studio.director.plan import Found, Scene, Unclear, Unsupported
from studio.director.references.kinds import kinds_named
from studio.director.references.pointing import meant
from studio.director.references.topic import about, first_of

_POSITIONS = (
    (r"\btop[- ]?left|upper[- ]left|left (?:top|upper)", "top-left"),
    (r"\btop[- ]?right|upper[- ]right", "top-right"),
    (r"\bbottom[- ]?left|lower[- ]left", "bottom-left"),
    (r"\bbottom[- ]?right|lower[- ]right|\bcorner\b", "bottom-right"),
    (r"\btop\b|\babove\b|\bupper\b", "top-center"),
    (r"\bbottom\b|\bbelow\b|\blower\b", "bottom-center"),
    (r"\bcent(?:er|re)\b|\bmiddle\b", "center"),
)  # fmt: skip


COLOURS = {
    "white": "#FFFFFF", "black": "#000000", "red": "#E53935", "yellow": "#FFEB3B", "blue": "#1E88E5",
    "green": "#43A047", "orange": "#FB8C00", "pink": "#EC407A", "gold": "#FFC107", "purple": "#8E24AA",
    "cyan": "#00BCD4",
}  # fmt: skip


_TINTS = "|".join(COLOURS)


_OVERLAY = re.compile(
    r"\boverlay\w*\b|\b(?:put|add|place|write|show|display|insert|burn|stick|superimpose|lay|have|slap|make|let|"
    r"give)\b.{0,40}\b(?:titles?|text|caption|logo|watermark|words?|headline|"
    r"sticker|name|date|year|time-?stamp|hashtag|url|banner|label|heading|credits?)\b|\b(?:logo|watermark|title|"
    r"text|credits?|headline|banner)\b.{0,30}"
    r"\b(?:on|over|onto|to|in|across|at the (?:top|bottom|end|start|beginning))\b",
    re.I,
)


_AS_A_LOGO = re.compile(r"\b(?:logo|watermark|sticker|overlay|picture[- ]in[- ]picture)\b", re.I)
_LAID_ON = re.compile(  # a picture laid on a film
    r"\b(?:put|place|add|show|insert|lay|stick)\b.{0,40}\b(?:on(?:to)?|over|at the [\w-]+ of|"
    r"in (?:the|a) (?:[\w-]+ ){0,2}corner of)\b|\bas an? (?:logo|watermark|sticker|overlay)\b|"
    r"\bpicture[- ]in[- ]picture\b|^(?:logo|watermark|sticker)\b",
    re.I,
)
_WRITTEN_ON = re.compile(
    r"^(?:write|type|stamp)\s(?!lyrics|a song|music|a script)(.+?)\s(?:on|over|across|onto|in|at the (?:top|"
    r"bottom|end|start|beginning) of)\s"
    r"(?:the|my|this|that|it|both|video)\b",
    re.I,
)


LARGE_PCT = 9  # of the height of a film
_LARGE = re.compile(
    r"\b(?:big|large|huge)\b.{0,16}\b(?:letters|text|type|font|writing|lettering)\b", re.I
)
_LETTERS = (
    r"(?: (?:in|with) (?:(?:big|large|huge|small|bold|nice|thick|fancy|capital|white|black|red|yellow|golden|gold|blue|"
    r"green|pink|orange) ){0,3}(?:letters|text|type|font|writing|lettering))"
)
_THERE = (
    r"(?: (?:at|on|in|across|over|along|near|to) (?:the |its )(?:very )?(?:top|bottom|end|start|beginning|middle|"
    r"cent(?:er|re)|(?:upper|lower|top|bottom|left|right)[- ](?:left|right|corner)|corner|foot)|"
    r" (?:upper|lower|top|bottom)[- ](?:left|right|corner))"
)
_WORDS = (
    r"(?!(?:an?|the|some|my|our|his|her|its|their|it|this|that|these|those|them|him|me|us|both|all|two|three|more|"
    r"another|music|sound|subtitles?|captions?|text|titles?|logos?|everything|something|image|picture|video)\b)"
    r"[^\s,;:\"][^,;:\"\n]{0,80}?"
)
_END = r"(?=$|[,.]| (?:of|for|from|in|on|at) )"
_PUT = r"^(?:put|add|place|stick|slap|write)"
_PUT_THERE = (  # what is no thing with an article, but words: "put Open Sundays at the bottom"
    re.compile(rf"{_PUT} (?P<words>(?=(?-i:[A-Z0-9#@])){_WORDS}){_THERE}{_END}", re.I),
    re.compile(rf"{_PUT} (?P<words>{_WORDS}){_THERE}?{_LETTERS}{_END}", re.I),
)


_A_NAME = re.compile(  # of somebody who may as well be shown; days and what stands on signs are words
    r"(?!\w{2,9}day|January|February|March|April|May|June|July|August|September|October|November|December|Open|Closed|"
    r"Sold|Sale|Welcome|Hello|Soon|Free|New|Tomorrow|Thanks|Congratulations)[A-Z][a-z'’-]+$"
)
_ON_SOMETHING_NEW = re.compile(
    rf"{_PUT} (?P<words>(?=(?-i:[A-Z0-9#@])){_WORDS})(?P<place>{_THERE}) of (?P<thing>an? [^\n]{{2,200}})$",
    re.I,
)
_PRINTED = re.compile(
    r"\b(?:posters?|flyers?|cards?|banners?|signs?|labels?|menus?|invitations?|stickers?|covers?|logos?)\b",
    re.I,
)


def put_there(text: str) -> str:
    """The words that are to stand at a place, without quotes round them; empty where it is a thing."""
    lettered = _PUT_THERE[1].match(text)
    if lettered:
        return lettered["words"].strip(EDGES)
    placed = _PUT_THERE[0].match(text)
    return "" if placed is None or somebody_put(text) else placed["words"].strip(EDGES)


def somebody_put(text: str) -> str:
    """The name alone that is to be put at a place, who may be meant to be seen there."""
    placed = None if _PUT_THERE[1].match(text) else _PUT_THERE[0].match(text)
    words = placed["words"].strip(EDGES) if placed else ""
    return words if _A_NAME.match(words) else ""


def put_on_a_new(text: str) -> tuple[str, str]:
    """A picture of somebody at a place of something new, or of words printed there, and these words."""
    told = _ON_SOMETHING_NEW.match(text)
    if told is None:
        return "", ""
    words, place = told["words"].strip(EDGES), told["place"].strip()
    if _A_NAME.match(words) or not _PRINTED.search(told["thing"]):
        return f"{words} {place} of {told['thing']}", ""
    return f'{told["thing"]} with the words "{words}" {place}', words


def subtitled(clause: Clause, scene: Scene) -> Found:
    """Words at the foot of a film, each in its time."""
    text = clause.bare
    if not re.search(
        r"\b(subtitl\w*|captions?|captioned|captioning|subs|closed captions?)\b", text, re.I
    ) or re.search(
        r"\bcaption\b.{0,20}\b(photo|picture|image|for a post)\b|\bwith (?:an? |the )?(?:title|headline)\b",
        text,
        re.I,
    ):
        return None
    question = no_film(text, scene)
    if question is not None:
        return question
    videos = meant(text, scene, "video")
    if isinstance(videos, Unclear):
        return videos
    if not scene.offers("add_subtitles"):
        return Unsupported("add subtitles")
    known = scene.medium("video", videos[0])
    words = cues_in(clause, known.seconds if known else None)
    if not words:
        return Unclear(
            "What should the subtitles say? I cannot hear the film; give me the words, with times if they matter."
        )
    style = {
        "color": _colour_in(text),
        "position": "top" if re.search(r"\b(at|on) (the |its )?top\b", text, re.I) else None,
        "fontSizePct": LARGE_PCT if re.search(r"\b(big|large|huge)\w*\b", text, re.I) else None,
    }
    style = {name: value for name, value in style.items() if value is not None}
    step = scene.call(
        "add_subtitles",
        {"sourceVideoIndex": videos[0], **words, "style": style or None},
        f"video {videos[0]}",
    )
    return [step]


def overlaid(clause: Clause, scene: Scene) -> Found:
    """A title or a logo on a film."""
    text = clause.bare
    laid = bool(_LAID_ON.search(text)) and _with_a_film(clause, scene)
    laid = laid or _brought_for_a_film(text, scene)
    if not (laid or _OVERLAY.search(text) or _lettered(clause) or put_there(text)) or not scene.now(
        "video"
    ):
        return None
    kind = "video" if laid else about(clause, scene, ("video", "image"))
    logo = re.search(r"\b(logo|watermark|sticker|image|picture|photo)\b", text, re.I)
    if kind != "video" and not (
        logo
        and re.search(
            r"\b(on|over|onto|in|to|of)\b.{0,40}\b(video|film|clip|movie|it)\b", text, re.I
        )
    ):
        return None
    videos = meant(text, scene, "video")
    if isinstance(videos, Unclear):
        return videos
    if not scene.offers("overlay_video"):
        return Unsupported("put text or pictures on films")
    worded = clause.quotes or re.search(
        r"\b(?:saying|says|that reads?|reading|with the (?:words?|text|name))\b", text, re.I
    )
    return _overlay(clause, scene, videos[0], picture=(laid or bool(logo)) and not worded)


def _lettered(clause: Clause) -> bool:
    """Whether it says what is to stand there without saying what it is: "put "SALE" on it"."""
    text = clause.bare
    if re.match(r"(?:watermark|title|label|caption)\b", text, re.I) or _WRITTEN_ON.match(text):
        return True
    if clause.quotes and names_a_notice(text):
        return True
    ordered = (
        r"(?:put|add|place|write|show|display|insert|stick|slap|have|type|it to say|"
        r"(?:at the )?(?:top|bottom|middle|corner|start|end))\b"
    )
    return bool(clause.quotes and re.match(ordered, text, re.I))


def _with_a_film(clause: Clause, scene: Scene) -> bool:
    """Whether a picture and a film are spoken of: one by its noun or number, the other there."""
    kinds = kinds_named(clause.bare)
    picture = "image" in kinds or bool(scene.attached("image"))
    film = "video" in kinds or bool(_AS_A_LOGO.search(clause.bare) and scene.now("video"))
    return picture and film


def _brought_for_a_film(text: str, scene: Scene) -> bool:
    """Whether a logo came with the wish for a corner or an edge, and what was spoken of before is a film."""
    if not (scene.attached("image") and _AS_A_LOGO.search(text) and position_in(text)):
        return False
    if kinds_named(text):
        return False  # it is told where
    before = [kind for kind, _ in scene.turn.recent if kind in ("image", "video")]
    given = scene.attached("image")
    pictures = any(one.index not in given for one in scene.now("image"))
    return before[0] == "video" if before else not pictures


def _overlay(clause: Clause, scene: Scene, video: int, *, picture: bool) -> Found:
    """All that is to be laid on it, in one call: each thing with its place and its time."""
    apart = laid_apart(clause)
    items: list[dict[str, Any]] = []
    for one in apart:
        of_a_picture = picture if len(apart) == 1 else not one.quotes
        item = _picture_on(one, scene) if of_a_picture else _words_on(one)
        if isinstance(item, Unclear):
            return item
        known = scene.medium("video", video)
        span = values.span_in(one.bare, known.seconds if known else None)
        items.append(item | ({"startSeconds": span[0], "endSeconds": span[1]} if span else {}))
    return [
        scene.call(
            "overlay_video", {"sourceVideoIndex": video, "overlays": items}, f"video {video}"
        )
    ]


def _picture_on(clause: Clause, scene: Scene) -> dict[str, Any] | Unclear:
    found = meant(clause.bare, scene, "image")
    if isinstance(found, Unclear):
        return found
    if not found:
        return Unclear("Which picture shall I put on the film? Please attach it.")
    where = position_in(clause.bare) or "top-right"
    item = {"kind": "image", "position": where, "sourceImageIndex": found[0]}
    width = width_in(clause.bare)
    return item | ({"widthPct": width} if width else {})


def _words_on(clause: Clause) -> dict[str, Any] | Unclear:
    text = clause.bare
    words = clause.quote or put_there(clause.text) or _written(clause.text)
    if not words:
        return Unclear("What should the text on the film say?")
    colour = _colour_in(text)
    item: dict[str, Any] = {
        "kind": "text",
        "text": words,
        "position": position_in(text) or "center",
    }
    item |= {"color": colour} if colour else {}
    item |= {"fontSizePct": LARGE_PCT} if _LARGE.search(text) else {}
    return item | ({"fontWeight": "bold"} if re.search(r"\bbold\b", text, re.I) else {})


def position_in(text: str) -> str | None:
    """Where on a film something is to stand, as the tool calls it; None when nobody said."""
    return first_of(_POSITIONS, text)


def _colour_in(text: str) -> str | None:
    return next(
        (code for name, code in COLOURS.items() if re.search(rf"\b{name}\b", text, re.I)), None
    )


def _written(text: str) -> str:
    """The words for a film that nobody put in quotes."""
    found = re.search(
        r"\b(?:titles?|text|caption|words?|headline|saying|says|called|reading|watermark|credits?|name|date|"
        r"year|hashtag|url)\b:?\s(.{1,300}?)"
        rf"(?=\s(?:on|over|onto|at|in|to|for|from)\s(?:the|it|this|video|my|top|bottom|big|bold|large|"
        rf"{_TINTS})\b|$)",
        text,
        re.I,
    )
    found = found or _WRITTEN_ON.match(text)
    words = (
        re.sub(r"^(?:saying|says|that says|reading|of|with)\s", "", found.group(1)) if found else ""
    )
    return (
        ""
        if re.match(r"^(?:on|over|to|in|at|it|the (?:video|film|clip))\b", words, re.I)
        else words.strip(EDGES)
    )
