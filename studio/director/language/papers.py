"""Sheets of paper and prints as shapes: "upright A4", "letter size", "a 4x6 inch print"; and what shows a picture."""

import re
from fractions import Fraction

_TURNED = r"(?:portrait|landscape|upright|horizontal|vertical)(?: (?:format|orientation|mode))?"
_PAGE = r"(?:sized?|paper|format|(?:sheet|page|print(?:able|-?out)?)(?! ?\w))"
_THING = (  # what is printed on such a sheet
    r"(?:[\w-]{1,20} ){0,2}?(?:posters?|fl[yi]ers?|leaflets?|prints?|invit\w+|cards?|page|sheet|menus?|signs?|"
    r"notices?|brochures?|letterheads?|covers?|certificates?|worksheets?|program(?:me)?s?|pictures?|drawings?|"
    r"illustrations?|templates?|borders?|calendars?)\b"
)
_NAMED = (
    r"(?:(?:us |american )?(?:letter|legal)[- ](?:sized?|format|paper)|us letter|(?:post ?card|(?:business|visiting|"
    r"index|greeting|playing) card|book ?mark)[- ](?:sized?|format))"
)
_MEASURED = (
    r"(?P<wide>\d{1,4}(?:\.\d)?) ?(?:cm|mm|inch(?:es)?)? ?(?:x|×|by) ?(?P<high>\d{1,4}(?:\.\d)?)[ -]?"
    r"(?:cm|mm|inch(?:es)?|in(?=$|[,.;)])|centimet(?:er|re)s?)"
)
_PAPER = re.compile(
    r"(?P<lead>(?: ?[,;(] ?|\b(?:in|on|as|for|at) )?)(?P<a>\ban? )?(?<!audi )(?<!the )(?<!of )(?<![\w.])"
    rf"(?P<turned>{_TURNED},? )?(?:(?P<sheet>(?:din[ -]?)?a[2-6])|(?P<named>{_NAMED})|{_MEASURED})\b"
    rf"(?P<page>(?:[ -]{_PAGE}\b(?! (?:of|with|showing)\b)){{0,2}})(?P<after>,? {_TURNED}\b)?\)?"
    rf"(?=(?P<ends> ?(?:$|[,.;:!?]))|(?P<thing> {_THING})?)",
    re.I,
)
_APART = re.compile(
    r"(?:^|[,;(] ?|\b(?:in|as) )(?P<how>portrait|landscape|upright|horizontal|vertical)(?: format| orientation| mode)?"
    r"(?= ?(?:$|[,.;)]))",
    re.I,
)
_LIES = re.compile(r"\b(?:landscape|horizontal)\b", re.I)
_STANDS = re.compile(r"\b(?:portrait|upright|vertical)\b", re.I)
_USUAL = {
    "let": (3, 4),
    "leg": (3, 5),
    "boo": (1, 3),
    "pos": (3, 2),
    "bus": (3, 2),
    "vis": (3, 2),
    "ind": (3, 2),
}
_SHEET = (5, 7)


def paper_in(text: str) -> str:
    """The shape of the sheet that was named or measured, as it is turned; empty for none."""
    found = _sheet(text)
    if found is None:
        return ""
    name = re.sub(r"^(?:us|american) ", "", (found["named"] or "").lower())
    shape = Fraction(*_USUAL.get(name[:3], _SHEET))
    if found["wide"]:
        shape = Fraction(found["wide"]) / Fraction(found["high"])
    apart = _APART.search(text)
    turned = f"{found['turned'] or ''} {found['after'] or ''} {apart['how'] if apart else ''}"
    if (shape < 1 and _LIES.search(turned)) or (shape > 1 and _STANDS.search(turned)):
        shape = 1 / shape
    shape = shape.limit_denominator(16)
    return f"{shape.numerator}:{shape.denominator}"


def without_paper(text: str) -> str:
    """Without the sheet, and without how it is turned."""
    found = _sheet(text)
    if found is None:
        return text
    head, rest = text[: found.start()], text[found.end() :]
    if found["ends"] is None:
        rest = rest.lstrip()
        article = ("an " if rest[:1].lower() in "aeiou" else "a ") if found["a"] else ""
        head += f"{found['lead']}{article}"
    return _APART.sub("", f"{head}{rest}").strip()


def _sheet(text: str) -> re.Match[str] | None:
    """The first sheet that is meant as one; a road or a car of that name is none."""
    return next(
        (
            one
            for one in _PAPER.finditer(re.sub(r'"[^"]*"', _blank, text))
            if one["named"]
            or (one["wide"] and float(one["wide"]) * float(one["high"]))
            or (
                one["sheet"]
                and (
                    one["ends"] is not None
                    or one["thing"]
                    or one["page"]
                    or one["turned"]
                    or one["after"]
                )
            )
        ),
        None,
    )


def _blank(quoted: re.Match[str]) -> str:
    return '"' * len(quoted[0])


_DEVICE = r"(?:i?phone|mobile|android|desktop|computer|laptop|pc|mac|tablet|ipad|lock ?screen|home ?screen|zoom|teams)"
_SITE = r"(?:facebook|linked ?in|twitter|web ?site|blog|you ?tube|twitch|channel|page|e-?mail|etsy|shop|home ?page)"
_SHOWN_ON = re.compile(  # what a picture is used for is not to be seen on it
    rf"^(?:an? |the |my |our |some )?(?:(?:new|nice|cool|simple|beautiful) )?(?:(?:{_DEVICE} ){{1,2}}(?:wallpaper|"
    rf"background)s?|lock ?screens?|wallpapers?(?= for (?:my|the|a|our) {_DEVICE}|\s?[:,–-]))(?: for (?:my|the|a|"
    rf"our) {_DEVICE}(?: {_DEVICE})?)?(?:\s?[:,–-]\s?| (?:of|"
    rf"with|showing|featuring|depicting|where) )(?=\S)|^(?:an? |the |my |our )?(?:{_SITE} ){{1,2}}(?:header|"
    rf"banner|cover|"
    r"hero)(?: (?:photo|image|picture))? (?:of|showing|featuring|depicting) (?=\S)|"
    r"^(?:an? |the |my |our )?pinterest (?:pin|graphic|image|picture) (?:of|with|showing|featuring) (?=\S)",
    re.I,
)


def without_use(text: str) -> str:
    """What is to be seen, without what it is shown on: "a phone wallpaper with a forest" as "a forest"."""
    return text if '"' in text else _SHOWN_ON.sub("", text)
