"""Questions about how pictures look, answered from what can be measured in them."""

import re
from dataclasses import replace

from studio.director.language.vocabulary import EDGES
from studio.director.plan import Scene, sentence_list
from studio.director.reading import MOST_TEXT, Medium, Turn
from studio.director.references.pointing import meant, named
from studio.director.talking import seeing
from studio.director.talking.facts import about_media

_ASKED = re.compile(
    r"\b(what (?:do|can) you see|what(?:'s| is| are| does) (?:in|on|there|it show|this show|the (?:picture|image|"
    r"photo))|describe|look at|what (?:is|are) (?:this|these|that)\b|analy[sz]e|"
    r"can you see|tell me (?:about|what)|what(?:'s| is) (?:this|that|in)|what colou?rs?|colou?r palette|palette|"
    r"(?:is|are|which|what) (?:\w+ ){0,4}(?:brighter|darker|brightest|darkest|bright|dark|bigger|larger|biggest|"
    r"largest|smaller|smallest|sharper|sharpest|blurr\w+|sharp|portrait|landscape|square|colou?rful|contrast\w*)|"
    r"how (?:bright|dark|big|large|sharp|colou?rful|wide|tall)|compare|"
    r"dominant colou?r|do you (?:see|like|recogni[sz]e)|who is)\b",
    re.I,
)
_MORE = (
    (r"\b(?:brighter|brightest|lighter|lightest)\b", "brightness", True, "brighter"),
    (r"\b(?:darker|darkest)\b", "brightness", False, "darker"),
    (r"\b(?:bigger|larger|biggest|largest|more pixels)\b", "pixels", True, "larger"),
    (r"\b(?:smaller|smallest)\b", "pixels", False, "smaller"),
    (r"\b(?:sharper|sharpest|more detail\w*|busier)\b", "detail", True, "more finely detailed"),
    (r"\b(?:blurrier|softer|smoother|calmer)\b", "detail", False, "smoother"),
    (r"\b(?:more colou?rful|most colou?rful)\b", "colour", True, "more colourful"),
    (r"\b(?:more contrast|most contrast|contrastier)\b", "contrast", True, "higher in contrast"),
)  # fmt: skip


def asks_how_it_looks(text: str) -> bool:
    """Whether these words ask what pictures look like."""
    return bool(_ASKED.search(text[:MOST_TEXT]))


def asks_to_look(turn: Turn) -> bool:
    """Whether pictures have to be measured for the answer; it takes up to a few tenths of a second then."""
    return bool(turn.pictures) and not turn.rounds and bool(_ASKED.search(turn.text))


def told(turn: Turn, text: str) -> str:
    """A description of the pictures that are shown, or a comparison; empty when the sentence asks for neither.

    Empty also when there is no picture to look at: then only the catalogue's facts are known. Pictures that did not
    come with the question are only in view: then it must be a question, and one about them. Where nothing is said of
    attachments and views, as by clients with conversations of their own, pictures came with the question.
    """
    if not asks_to_look(turn) or _AN_ORDER.match(text.strip(EDGES)):
        return ""
    about = [] if _came_along(turn) else _in_question(turn, text)
    return _seen(turn, about) if _came_along(turn) or about else ""


def told_at_last(turn: Turn) -> str:
    """A description of the pictures that came with a question nothing else answers: it is taken to be about them."""
    return _seen(turn, []) if turn.pictures and not turn.rounds and _came_along(turn) else ""


def may_ask(text: str) -> bool:
    """Whether these words could be a question about pictures that come with them."""
    return bool(_ANY_QUESTION.match(text[:MOST_TEXT]))


def _came_along(turn: Turn) -> bool:
    """Whether the pictures came with these words; else they are only in view."""
    return not turn.viewed or any(kind == "image" for kind, _ in turn.attached)


def _seen(turn: Turn, about: list[Medium]) -> str:
    """What can be measured in the pictures, those the question is `about` if they are only in view."""
    names = [f"image {index}" for index in turn.viewed]
    if len(names) != len(turn.pictures):
        names = [f"picture {place + 1}" for place in range(len(turn.pictures))]
    looks = [_in_full(turn, *one) for one in zip(names, seeing.seen(turn.pictures), strict=True)]
    if not any(looks):
        return "I could not open the picture, so I can say nothing about how it looks."
    pairs = [(name, look) for name, look in zip(names, looks, strict=True) if look is not None]
    compared = _compared(turn.text, pairs)
    if compared:
        return compared
    wanted = [f"image {one.index}" for one in about] or _wanted(turn, names)
    rows = [seeing.described(name, look) for name, look in pairs if not wanted or name in wanted]
    unread = len(looks) - len(pairs)
    lost = f" {unread} more could not be opened." if unread and not about else ""
    return (
        " ".join([*(_made_from(one) for one in about), "I can measure, not recognise.", *rows[:6]])
        + lost
    )


_AN_ORDER = re.compile(r"^(?:make|create|draw|generate|animate)\b", re.I)
_ANY_QUESTION = re.compile(
    r"^\W{0,9}(?:(?:and|so|ok|hey|please|now|tell me) ){0,5}(?:what|which|who|where|when|why|how|is|are|was|were|does|"
    r"do|did|has)\b",
    re.I,
)
_A_QUESTION = re.compile(
    r"^(?:(?:and|so|ok|hey|please|now|can you|could you) )*(?:(?:in |at )?what(?!['’]?s? (?:if|about)\b)|which|who|how|"
    r"is|are|does|do you|describe|compare|tell me|look at|analy[sz]e|see what)",
    re.I,
)


def _in_question(turn: Turn, text: str) -> list[Medium]:
    """Those of the pictures in view a question is about."""
    if not _A_QUESTION.match(text.strip(EDGES)):
        return []
    return [
        one for one in about_media(turn, text) if one.kind == "image" and one.index in turn.viewed
    ]


def _in_full(turn: Turn, name: str, look: seeing.Look | None) -> seeing.Look | None:
    """What was seen small, in the size that the list of media tells of it."""
    known = next((one for one in turn.of_kind("image") if f"image {one.index}" == name), None)
    if look is None or known is None or known.pixels is None:
        return look
    return replace(look, width=known.pixels[0], height=known.pixels[1])


def _made_from(one: Medium) -> str:
    """What is known of a picture besides its looks."""
    if one.prompt:
        return f"Image {one.index} was made from the words “{one.prompt}”."
    return f"Image {one.index} is your file “{one.name}”." if one.name else ""


def _wanted(turn: Turn, names: list[str]) -> list[str]:
    if not (
        named(turn.text, "image")
        or re.search(r"\bthe (?:first|second|third|last)\b", turn.text, re.I)
    ):
        return []
    found = meant(turn.text, Scene(turn), "image")
    wanted = [f"image {index}" for index in found] if isinstance(found, list) else []
    return [one for one in wanted if one in names]


_HOW_MANY = re.compile(
    r"\b(?:of|all|these|those) (?:the |these |those )?(?P<count>two|three|four|2|3|4|both)\b", re.I
)
_UNITS = {
    "pixels": "pixels",
    "brightness": "of 100 in mean brightness",
    "detail": "in edges per thousand pixels",
    "colour": "of 100 in saturation",
    "contrast": "of 100 in contrast",
}


def _compared(text: str, pairs: list[tuple[str, seeing.Look]]) -> str:
    """Which of the pictures is the brightest, the largest …: all of them, or as many of the newest as are spoken of."""
    if counted := _HOW_MANY.search(text):
        count = {"two": 2, "three": 3, "four": 4, "both": 2}.get(counted["count"].lower())
        pairs = pairs[-(count or int(counted["count"])) :]
    told = next((row for row in _MORE if re.search(row[0], text, re.I)), None)
    if len(pairs) < 2 or told is None:
        return ""
    _, quality, most, word = told
    ranked = sorted(pairs, key=lambda pair: getattr(pair[1], quality), reverse=most)
    name, (best, *others) = ranked[0][0], [float(getattr(look, quality)) for _, look in ranked]
    names, unit = [name for name, _ in ranked[1:]], _UNITS[quality]
    if abs(best - others[0]) < 1:
        same = [one for one, value in zip(names, others, strict=True) if abs(best - value) < 1]
        alike = sentence_list([name, *same])
        values = " against ".join(f"{value:.0f}" for value in (best, *others))
        number = "both" if len(pairs) == 2 else f"all {len(pairs)}"
        return f"I measured {number}: {alike} are about the same there ({values} {unit})."
    if len(others) == 1:
        return f"{name[0].upper()}{name[1:]} is {word} than {names[0]}: {best:.0f} against {others[0]:.0f} {unit}."
    rest = sentence_list(
        [f"{value:.0f} of {one}" for one, value in zip(names, others, strict=True)]
    )
    return f"I measured all {len(pairs)}: {name} is {word} than the others, {best:.0f} against {rest} ({unit})."
